#!/usr/bin/env python3
"""What the program is made of: checks it against .ci/deny.toml, and writes it down as an SBOM.

    .ci/supply.py                     licences, sources, bans and duplicates; ends with 1 where something is not allowed
    .ci/supply.py --sbom FILE         the list of parts as CycloneDX 1.5 (JSON); the same for the same Cargo.lock
    .ci/supply.py --features pdf,avif of a program with these features; all of them unless said

Reads `cargo metadata`, `cargo tree` and Cargo.lock; asks no network for what is downloaded already.
"""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"


def cargo(*arguments):
    # What is in the lock file is mostly downloaded; only what is missing is asked for.
    for further in (["--offline"], []):
        made = subprocess.run(["cargo", *arguments, "--locked", *further], cwd=ROOT, capture_output=True, text=True)
        if made.returncode == 0:
            return made.stdout
    sys.exit(f"cargo {arguments[0]} failed: {made.stderr}")


def shipped(features, target):
    """Packages that become part of the program, and what each needs: what tests alone need is left out."""
    chosen = ["--all-features"] if features is None else ["--features", features]
    meta = json.loads(cargo("metadata", "--format-version", "1", "--filter-platform", target, *chosen))
    # `cargo metadata` also names parts of features that nothing switches on; `cargo tree` does not.
    tree = cargo("tree", "--edges", "normal,build", "--prefix", "none", "--format", "{p}", "--target", target, *chosen)
    there = {tuple(line.replace(" v", " ").split()[:2]) for line in tree.splitlines()}
    packages = [package for package in meta["packages"] if (package["name"], package["version"]) in there]
    nodes = {node["id"]: node for node in meta["resolve"]["nodes"]}
    return sorted(packages, key=lambda package: (package["name"], package["version"])), nodes


def allows(expression, allowed):
    """Whether an SPDX expression can be met by what is allowed."""
    tokens = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))
    at = 0

    def one():
        nonlocal at
        if tokens[at] == "(":
            at += 1
            met = either()
            at += 1
            return met
        name = tokens[at]
        at += 1
        if at < len(tokens) and tokens[at] == "WITH":
            name = f"{name} WITH {tokens[at + 1]}"
            at += 2
        return name in allowed

    def both():
        nonlocal at
        met = one()
        while at < len(tokens) and tokens[at] == "AND":
            at += 1
            met = one() and met
        return met

    def either():
        nonlocal at
        met = both()
        while at < len(tokens) and tokens[at] == "OR":
            at += 1
            met = both() or met
        return met

    return either()


def check(packages, config):
    problems = []
    licences, bans, sources = config["licenses"], config["bans"], config["sources"]
    allowed = set(licences["allow"])
    more = {entry["crate"]: set(entry["allow"]) for entry in licences["exceptions"]}
    denied = {entry["crate"]: entry["reason"] for entry in bans["deny"]}
    registries = {f"registry+{address}" for address in sources["allow-registry"]}
    versions = defaultdict(list)
    for package in packages:
        name = f"{package['name']} {package['version']}"
        versions[package["name"]].append(package["version"])
        if package["source"] is None:
            if package["name"] != "ocop":
                problems.append(f"{name} comes from a folder of this machine")
            continue
        if package["source"] not in registries:
            problems.append(f"{name} comes from {package['source']}, which is not allowed")
        licence = package["license"]
        if licence is None or not allows(licence, allowed | more.get(package["name"], set())):
            problems.append(f"{name} has the licence {licence}, which is not allowed")
        if package["name"] in denied:
            problems.append(f"{name} must not be there: {denied[package['name']]}")
    skipped = {entry["crate"] for entry in bans["skip"]}
    for name, found in versions.items():
        kept = [version for version in found if f"{name}@{version}" not in skipped]
        if len(kept) > 1:
            problems.append(f"{name} is there in {len(kept)} versions: {', '.join(kept)}")
    there = {f"{package['name']}@{package['version']}" for package in packages}
    for entry in sorted(skipped - there):
        problems.append(f"[bans] skip names {entry}, which is not there any more: take the line out")
    for entry in sorted(skipped & there):
        if len(versions[entry.split("@")[0]]) == 1:
            problems.append(f"[bans] skip names {entry}, which is there in one version alone: take the line out")
    return problems


def sbom(packages, nodes):
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    sums = {(entry["name"], entry["version"]): entry.get("checksum") for entry in lock["package"]}
    ids = {package["id"]: f"pkg:cargo/{package['name']}@{package['version']}" for package in packages}

    def component(package):
        made = {
            "type": "application" if package["name"] == "ocop" else "library",
            "bom-ref": ids[package["id"]],
            "name": package["name"],
            "version": package["version"],
            "purl": ids[package["id"]],
        }
        if package["license"]:
            made["licenses"] = [{"expression": package["license"].replace(" / ", " OR ").replace("/", " OR ")}]
        if checksum := sums.get((package["name"], package["version"])):
            made["hashes"] = [{"alg": "SHA-256", "content": checksum}]
        if package["repository"]:
            made["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
        return made

    program = next(package for package in packages if package["name"] == "ocop" and package["source"] is None)
    needs = [
        {"ref": ids[package["id"]], "dependsOn": sorted({ids[dep["pkg"]] for dep in nodes[package["id"]]["deps"] if dep["pkg"] in ids})}
        for package in packages
    ]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(program)},
        "components": [component(package) for package in packages if package is not program],
        "dependencies": needs,
    }


def selftest(config):
    """The check itself can fail: a licence, a source, a ban, a duplicate and an old line are each noticed."""
    good = {"name": "good", "version": "1.0.0", "source": CRATES_IO, "license": "MIT OR GPL-3.0-only"}
    config = {**config, "bans": {**config["bans"], "skip": []}}
    assert check([good], config) == [], "a part with an allowed licence is allowed"
    for change in (
        {"license": "GPL-3.0-only"},
        {"license": "MIT AND (GPL-3.0-only OR AGPL-3.0-only)"},
        {"license": None},
        {"source": "git+https://example.org/x"},
        {"source": None},
        {"name": "openssl-sys"},
    ):
        assert len(check([{**good, **change}], config)) == 1, f"{change} is noticed"
    assert len(check([good, {**good, "version": "2.0.0"}], config)) == 1, "two versions are noticed"
    config["bans"]["skip"] = [{"crate": "gone@1.0.0"}]
    assert len(check([good], config)) == 1, "an old line is noticed"
    config["bans"]["skip"] = [{"crate": "good@1.0.0"}]
    assert len(check([good], config)) == 1, "a line without need is noticed"
    assert check([good, {**good, "version": "2.0.0"}], config) == [], "a line with need is not"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sbom", type=Path)
    parser.add_argument("--features")
    arguments = parser.parse_args()
    config = tomllib.loads((ROOT / ".ci/deny.toml").read_text(encoding="utf-8"))
    selftest(config)
    packages, nodes = shipped(arguments.features, config["graph"]["targets"][0])
    if arguments.sbom:
        arguments.sbom.write_text(json.dumps(sbom(packages, nodes), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{len(packages)} parts: {arguments.sbom}")
        return
    problems = check(packages, config)
    print("\n".join(problems) or f"{len(packages)} parts, all of them allowed")
    sys.exit(1 if problems else 0)


main()
