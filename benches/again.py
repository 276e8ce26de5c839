#!/usr/bin/env python3
"""How long a build upon another takes, after one edited product and after none, beside a first one.

    again.py CATALOGUE [--ocop target/release/ocop] [--work FOLDER] [--rounds 5]

CATALOGUE is copied, since it is edited: a price, a story, a name by which lists are sorted. Each round begins with a build from
an empty output that nothing was left for; prints medians, and each in relation to that one.
"""
import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path


def timed(ocop: Path, root: Path, output: Path) -> tuple[float, str]:
    begin = time.perf_counter()
    said = subprocess.run([ocop, "build", "--root", root, "--output", output], check=True, capture_output=True, text=True)
    return time.perf_counter() - begin, said.stdout


def price(folder: Path, number: int) -> None:
    record = folder / "product.toml"
    record.write_text(re.sub(r"price = \d+", f"price = {1000 * (number + 50)}", record.read_text(), count=1))


def story(folder: Path, number: int) -> None:
    with (folder / "story.vi.md").open("a") as file:
        file.write(f"\nCâu thứ {number}.\n")


def name(folder: Path, number: int) -> None:
    record = folder / "product.toml"
    record.write_text(re.sub(r'vi = "', f'vi = "{chr(65 + number % 26)}', record.read_text(), count=1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--ocop", type=Path, default=Path("target/release/ocop"))
    parser.add_argument("--work", type=Path, help="folder on the disk to be measured")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    times: dict[str, list[float]] = {}
    said = {}
    with tempfile.TemporaryDirectory(dir=arguments.work) as work:
        root, output = Path(work, "catalogue"), Path(work, "public")
        shutil.copytree(arguments.catalogue, root, ignore=shutil.ignore_patterns(".ocop", "public"))
        products = sorted((root / "content/products").iterdir())
        for number in range(arguments.rounds):
            shutil.rmtree(root / ".ocop", ignore_errors=True)
            shutil.rmtree(output, ignore_errors=True)
            folder = products[len(products) * (number + 1) // (arguments.rounds + 1)]
            for what, edit in [("first", None), ("nothing", None), ("price", price), ("story", story), ("name", name)]:
                if edit:
                    edit(folder, number)
                taken, words = timed(arguments.ocop, root, output)
                times.setdefault(what, []).append(taken)
                said[what] = words.split(" in ")[0]
    first = statistics.median(times["first"])
    print("| changed | seconds | of a first build | |\n|---|---|---|---|")
    for what, taken in times.items():
        middle = statistics.median(taken)
        print(f"| {what} | {middle:.2f} | {middle / first:.2f} | {said[what]} |")


if __name__ == "__main__":
    main()
