#!/usr/bin/env python3
"""Writes down what the program is made of, as CycloneDX 1.5 (JSON): the same for the same Cargo.lock.

    .ci/sbom.py FILE [--features pdf,avif]    of a program with these features; all of them unless said

Reads `cargo metadata`, `cargo tree` and Cargo.lock; asks no network for what is downloaded already.
"""

import argparse
import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--features")
    arguments = parser.parse_args()
    config = tomllib.loads((ROOT / ".ci/deny.toml").read_text(encoding="utf-8"))
    packages, nodes = shipped(arguments.features, config["graph"]["targets"][0])
    made = json.dumps(sbom(packages, nodes), indent=2, ensure_ascii=False)
    arguments.file.write_text(made + "\n", encoding="utf-8")
    print(f"{len(packages)} parts: {arguments.file}")


main()
