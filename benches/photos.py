#!/usr/bin/env python3
"""Times the pictures of `ocop` and of sharp side by side: 60 photos of 12 megapixels into WebP of 480, 800 and 1600 pixels.

    photos.py --ocop PROGRAM --work DIR [--photos DIR] [--count 60] [--runs 5] [--products]

--work    an empty folder; `npm install sharp` is run there once, and the photos are drawn there from the illustrations of
          the sample catalogue, with the grain of a camera
--photos  take these photos instead
--products  the photos are of products, each of which gets two pictures for sharing as well, which sharp does not make

The tools take turns. Of `ocop` the whole build of a catalogue with one producer for each photo is timed, without a cache
(cold) and with it (warm): pages and a JPEG for old programs included, so more work than that of sharp. Wall and CPU time are those of the finished process; ratios are medians of the ratios within one round. At the end:
bytes by width, and the structural similarity of both with the photos. Needs Node and npm; standard library only.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SITE = """base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Đo ảnh", en = "Measuring" }
"""
PLACES = """[[place]]
id = "tinh-a"
name = "Thái Nguyên"
type = "province"
code = "19"
[[place]]
id = "xa-a"
name = "Tân Cương"
type = "commune"
code = "05488"
parent = "tinh-a"
"""
PRODUCER = 'name = "Hợp tác xã {}"\ntype = "cooperative"\nplace = "xa-a"\n'
PHOTO = '[[photo]]\nfile = "front.jpg"\nalt = { vi = "Ảnh", en = "Photo" }\n'
PRODUCT = """id = "bm-{0:04}"
name = {{ vi = "Sản phẩm {0}", en = "Product {0}" }}
producer = "htx-a"
place = "xa-a"
group = "drink.tea"
"""


def timed(command, **options):
    """Wall and CPU seconds of a process and its children."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {command}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime


def catalogue(root, photos, of_products):
    shutil.rmtree(root, ignore_errors=True)
    (root / "content").mkdir(parents=True)
    (root / "ocop.toml").write_text(SITE)
    (root / "content/places.toml").write_text(PLACES)

    def record(path, text, photo=None):
        path.parent.mkdir(parents=True)
        path.write_text(text + (PHOTO if photo else ""))
        if photo:
            os.link(photo, path.parent / "front.jpg")

    if of_products:
        record(root / "content/producers/htx-a/producer.toml", PRODUCER.format("A"))
    for number, photo in enumerate(photos):
        if of_products:
            record(root / f"content/products/san-pham-{number}/product.toml", PRODUCT.format(number), photo)
        else:
            record(root / f"content/producers/htx-{number}/producer.toml", PRODUCER.format(number), photo)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--ocop", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--photos", type=Path)
    options.add_argument("--count", type=int, default=60)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--products", action="store_true")
    given = options.parse_args()
    work = given.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "node_modules/sharp").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", work, "sharp"], check=True)
    helper = ["node", HERE / "photos.mjs"]
    photos = (given.photos or work / "photos").resolve()
    if not photos.exists():
        drawn = sorted((HERE.parent / "content/products").glob("*/minh-hoa.jpg"))
        timed([*helper, "make", photos, given.count, *drawn], cwd=work)
    root, out, site = work / "catalogue", work / "sharp-out", work / "public"
    catalogue(root, sorted(photos.iterdir())[: given.count], given.products)
    program = given.ocop.resolve()
    build = [program, "build", "--root", root, "--output", site, "--today", "2025-07-31"]

    def sharp():
        shutil.rmtree(out, ignore_errors=True)
        return timed([*helper, "encode", photos, out], cwd=work)

    def ocop(cold):
        shutil.rmtree(site, ignore_errors=True)
        if cold:
            shutil.rmtree(root / ".ocop", ignore_errors=True)
        return timed(build, stderr=subprocess.DEVNULL)

    rounds = []
    for number in range(given.runs):
        tools = {"sharp": sharp, "ocop cold": lambda: ocop(True), "ocop warm": lambda: ocop(False)}
        order = ["ocop cold", "ocop warm", "sharp"] if number % 2 else ["sharp", "ocop cold", "ocop warm"]
        times = {name: tools[name]() for name in order}
        rounds.append(times)
        print("  ".join(f"{name} {wall:.2f} s wall {cpu:.2f} s CPU" for name, (wall, cpu) in times.items()), flush=True)
    for what, index in (("wall", 0), ("CPU", 1)):
        ratio = statistics.median(times["ocop cold"][index] / times["sharp"][index] for times in rounds)
        warm = statistics.median(times["ocop warm"][index] / times["ocop cold"][index] for times in rounds)
        print(f"{what}: ocop / sharp {ratio:.2f}, warm / cold {100 * warm:.1f} %")
    pictures = next(site.glob("assets/photos-*"))
    found = subprocess.run([*map(str, helper), "quality", photos, out, pictures], cwd=work, check=True, capture_output=True)
    print(json.dumps(json.loads(found.stdout), indent=1))


if __name__ == "__main__":
    main()
