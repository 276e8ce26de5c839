#!/usr/bin/env python3
"""Where the time of a build goes, stage by stage, on made-up catalogues of several sizes.

    stages.py --work DIR [--ocop PROGRAM] [--sizes 100,1000,10000] [--runs 5] [--kinds] [--no-search] [--json FILE]

Each size is generated once (generate.py) and built --runs times into a missing folder without caches, as of one day, with
`ocop build --timings=json`. Printed are, per stage, the medians of wall and processor time, the files and bytes written,
and at the end what one file costs and the highest memory; --kinds adds the kinds of pages. The last table shows the cost of
a file against that of the first size of 1,000 and more, since smaller builds mostly start up. --work belongs in memory
(tmpfs). Standard library only.
"""
import argparse
import json
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import writer
from compare import print_table

HERE = Path(__file__).resolve().parent


def catalogue(size: int, options) -> Path:
    folder = options.work / f"catalogue-{size}"
    if not folder.exists():
        subprocess.run([sys.executable, HERE / "generate.py", "--products", str(size), folder], check=True)
        if options.no_search:
            with (folder / "ocop.toml").open("a", encoding="utf-8") as file:
                file.write("\n[search]\nenabled = false\n")
    return folder


def build(folder: Path, options) -> dict:
    output = options.work / "out"
    shutil.rmtree(output, ignore_errors=True)
    shutil.rmtree(folder / ".ocop", ignore_errors=True)
    words = [options.ocop, "build", "--root", folder, "--output", output, "--today", writer.TODAY.isoformat(), "--timings=json"]
    done = subprocess.run(list(map(str, words)), check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def medians(runs: list[dict], of) -> float:
    return statistics.median(of(run) for run in runs)


def rows(runs: list[dict], kinds: bool) -> list[list[str]]:
    table = [["", "wall s", "processor s", "share", "files", "MB"]]
    whole = medians(runs, lambda run: sum(stage["processor"] for stage in run["stages"]))

    def row(label: str, wall: float | None, processor: float, work: dict) -> list[str]:
        size = f"{work['bytes'] / 1e6:.1f}" if work["bytes"] else ""
        share = f"{processor / whole:.0%}" if whole else ""
        return [label, "" if wall is None else f"{wall:.3f}", f"{processor:.3f}", share, str(work["files"] or ""), size]

    for at, stage in enumerate(runs[0]["stages"]):
        same = [run["stages"][at] for run in runs]
        table.append(row(stage["name"], medians(same, lambda one: one["wall"]), medians(same, lambda one: one["processor"]), stage))
        for kind in sorted(stage["kinds"], key=lambda kind: -stage["kinds"][kind]["processor"]) if kinds else []:
            work = stage["kinds"][kind]
            table.append(row(f"  {kind}", None, medians(same, lambda one: one["kinds"][kind]["processor"]), work))
    total = {key: sum(stage[key] for stage in runs[0]["stages"]) for key in ("files", "bytes")}
    table.append(row("all", medians(runs, lambda run: sum(stage["wall"] for stage in run["stages"])), whole, total))
    return table


def cost(runs: list[dict]) -> float:
    """Microseconds of processor time for one file."""
    files = sum(stage["files"] for stage in runs[0]["stages"])
    return medians(runs, lambda run: sum(stage["processor"] for stage in run["stages"])) * 1e6 / files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder for catalogues and sites")
    parser.add_argument("--ocop", type=Path, default=HERE.parent / "target/release/ocop")
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kinds", action="store_true", help="also the kinds of pages")
    parser.add_argument("--no-search", action="store_true", help="without the search index; needs a --work of its own")
    parser.add_argument("--json", type=Path, help="also write every run here")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    sizes = [int(size) for size in options.sizes.split(",")]
    all_runs: dict[int, list[dict]] = {size: [] for size in sizes}
    folders = {size: catalogue(size, options) for size in sizes}
    for number in range(options.runs):
        for size in sizes:
            all_runs[size].append(build(folders[size], options))
            print(f"  round {number + 1}: {size} products built", file=sys.stderr, flush=True)
    for size, runs in all_runs.items():
        print(f"{size} products, median of {len(runs)} runs")
        print_table(rows(runs, options.kinds))
    base = next((size for size in sizes if size >= 1000), sizes[0])
    table = [["products", "files", "processor µs a file", "ratio", "memory MB"]]
    for size, runs in all_runs.items():
        files = sum(stage["files"] for stage in runs[0]["stages"])
        memory = medians(runs, lambda run: run["memory"] or 0) / 1e6
        table.append([str(size), str(files), f"{cost(runs):.0f}", f"{cost(runs) / cost(all_runs[base]):.2f}", f"{memory:.0f}"])
    print_table(table)
    if options.json:
        options.json.write_text(json.dumps(all_runs, indent=1))


if __name__ == "__main__":
    main()
