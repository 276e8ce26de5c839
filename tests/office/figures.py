#!/usr/bin/env python3
"""Counts the figures of a catalogue a second time, by another way: SQL over what `ocop export --format json` writes,
with the rules of docs/domain.md written down anew, and compares with api/figures.json of the built site.

    figures.py EXPORT.json FIGURES.json [PROGRAMME.toml]

With the file of published figures, these are compared too, read by another reader of TOML. Ends with 0 when every number agrees, else lists the differences and ends with 1.
"""

import calendar
import datetime
import json
import sqlite3
import sys
import tomllib


def span(date):
    """First and last day that a date known to the year, month or day can mean."""
    parts = [int(part) for part in str(date).split("-")]
    if len(parts) == 1:
        return datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31)
    if len(parts) == 2:
        return datetime.date(*parts, 1), datetime.date(*parts, calendar.monthrange(*parts)[1])
    return datetime.date(*parts), datetime.date(*parts)


def three_years_on(date):
    parts = [int(part) for part in str(date).split("-")]
    parts[0] += 3
    if len(parts) == 3:
        parts[2] = min(parts[2], calendar.monthrange(parts[0], parts[1])[1])
    return "-".join(f"{part:02}" if index else str(part) for index, part in enumerate(parts))


class Certificate:
    def __init__(self, row, today):
        self.stars = row["stars"]
        self.issued = row["date"] or row["decision_date"]
        self.listed = None if self.issued else row["listed"]
        known = self.issued or self.listed
        self.order = span(known)[1] if known else datetime.date.min
        self.existed = not self.issued or span(self.issued)[0] <= today
        self.until = row["valid_until"] or (three_years_on(known) if known else None)
        self.certain = bool(row["valid_until"] or self.issued)
        self.withdrawn = row["withdrawn"]

    def standing(self, today):
        if self.withdrawn and span(self.withdrawn)[0] <= today:
            return "withdrawn"
        if not self.until:
            return "unknown"
        first, last = span(self.until)
        if last < today:
            return "expired"
        if not self.certain or first < today:
            return "unknown"
        return "expiring" if (first - today).days <= 90 else "valid"


def load(export):
    """The tables of the export as tables of a data base, one row each."""
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    wanted = {
        "products": ["id", "folder", "producer_id", "producer_type", "place_id", "place_now_id", "group", "stars", "date",
                     "listed", "decision_date", "valid_until", "withdrawn", "sales_points"],
        "producers": ["folder", "producer_type"],
        "sales_points": ["folder", "place_id"],
        "decisions": ["id"],
        "places": ["place_id", "kind", "lies_in", "until", "now"],
    }
    for name, columns in wanted.items():
        base.execute(f"create table {name} ({', '.join(f'[{column}]' for column in columns)})")
        rows = [[row.get(column) for column in columns] for row in export.get(name, [])]
        base.executemany(f"insert into {name} values ({', '.join('?' * len(columns))})", rows)
    return base


PROVINCE = """
with recursive line(id, step) as (
  select ?, 0
  union
  select coalesce(places.lies_in, ''), step + 1 from places join line on places.place_id = line.id where step < 9
)
select places.place_id from places join line on places.place_id = line.id
where places.kind in ('province', 'central-city') and (places.until is null or places.until >= ?)
  and (places.now is null or places.now = '' or places.until is not null)
order by step limit 1
"""


def province_of(base, today):
    """The province of today of a place: of what it became, else of itself."""
    def find(place, now):
        if not place:
            return None
        if now:
            candidates = str(now).split()
        else:
            row = base.execute("select now from places where place_id = ?", [place]).fetchone()
            candidates = (row["now"] or "").split() if row else []
        found = {(base.execute(PROVINCE, [one, str(today)]).fetchone() or [None])[0] for one in candidates or [place]}
        return found.pop() if len(found) == 1 else None
    return find


def count(base, today):
    find = province_of(base, today)
    certificates, facts = {}, {}
    for row in base.execute("select * from products"):
        facts.setdefault(row["id"], row)
        certificates.setdefault(row["id"], [])
        if row["stars"]:
            certificates[row["id"]].append(Certificate(row, today))
    base.execute("create table counted (id, standing, stars, until, [group], place, maker)")
    base.execute("create table issued (id, year, stars)")
    base.execute("create table steps (year, step)")
    for code, all_of_it in certificates.items():
        issued = [one for one in all_of_it if one.existed]
        current = None
        for one in issued:
            if current is None or one.order >= current.order:
                current = one
        standing = current.standing(today) if current else "none"
        held = current.stars if standing in ("valid", "expiring") else 0
        row = facts[code]
        place = find(row["place_id"], row["place_now_id"])
        base.execute("insert into counted values (?, ?, ?, ?, ?, ?, ?)",
                     [code, standing, held, current and current.until, row["group"].split(".")[0], place, row["producer_type"]])
        for one in issued:
            base.execute("insert into issued values (?, ?, ?)", [code, one.issued and span(one.issued)[0].year, one.stars])
        dated = sorted((one for one in issued if one.issued), key=lambda one: span(one.issued))
        for before, after in zip(dated, dated[1:]):
            if span(before.issued)[1] < span(after.issued)[0]:
                step = "up" if after.stars > before.stars else "down" if after.stars < before.stars else "same"
                base.execute("insert into steps values (?, ?)", [span(after.issued)[0].year, step])

    def held_by(column):
        rows = base.execute(
            f"select [{column}] as key, sum(stars = 5) as stars_5, sum(stars = 4) as stars_4, sum(stars = 3) as stars_3, "
            f"sum(stars = 0) as rest, count(*) as products from counted group by 1")
        return {row["key"]: dict(row) for row in rows}

    def rows(query):
        return [dict(row) for row in base.execute(query)]

    points = {}
    for row in base.execute("select place_id from sales_points"):
        place = find(row["place_id"], None)
        points[place] = points.get(place, 0) + 1
    return {
        "products": len(certificates),
        "producers": base.execute("select count(*) from producers").fetchone()[0],
        "sales_points": base.execute("select count(*) from sales_points").fetchone()[0],
        "decisions": base.execute("select count(*) from decisions").fetchone()[0],
        "standing": dict(base.execute("select standing, count(*) from counted group by 1").fetchall()),
        "stars": rows("select sum(stars = 5) as stars_5, sum(stars = 4) as stars_4, sum(stars = 3) as stars_3, "
                      "sum(stars = 0) as rest, count(*) as products from counted")[0],
        "groups": held_by("group"),
        "provinces": held_by("place"),
        "makers": held_by("maker"),
        "makers_alone": dict(base.execute("select producer_type, count(*) from producers group by 1").fetchall()),
        "years": {row["year"]: row for row in rows(
            "select year, sum(stars = 5) as stars_5, sum(stars = 4) as stars_4, sum(stars = 3) as stars_3 "
            "from issued group by 1")},
        "ends": {row["year"]: row for row in rows(
            "select cast(substr(until, 1, 4) as integer) as year, sum(standing in ('valid', 'expiring')) as valid, "
            "sum(standing = 'expired') as expired from counted where standing in ('valid', 'expiring', 'expired') group by 1")},
        "expiring": sorted((row["id"], row["until"]) for row in rows("select id, until from counted where standing = 'expiring'")),
        "changes": {row["year"]: row for row in rows(
            "select year, sum(step = 'up') as up, sum(step = 'same') as same, sum(step = 'down') as down from steps group by 1")},
        "points": points,
    }


def said(figures):
    """The same shape from what the site says."""
    said = figures["catalogue"]

    def by(rows, key, name="key"):
        return {row[key]: {**{k: v for k, v in row.items() if k not in (key, "producers")}, name: row[key]} for row in rows}

    return {
        **{key: said[key] for key in ("products", "producers", "sales_points", "decisions", "stars")},
        "standing": {key: value for key, value in said["standing"].items() if value},
        "groups": by(said["groups"], "group"),
        "provinces": by(said["provinces"], "place"),
        "makers": {key: row for key, row in by(said["producer_types"], "type").items() if row["products"]},
        "makers_alone": {row["type"]: row["producers"] for row in said["producer_types"] if row["producers"]},
        "years": by(said["certificates_by_year"], "year", "year"),
        "ends": by(said["ends_by_year"], "year", "year"),
        "expiring": sorted((row["id"], row["until"]) for row in said["expiring"]),
        "changes": by(said["changes_by_year"], "year", "year"),
        "points": {row["place"]: row["sales_points"] for row in said["sales_points_by_province"] if row["sales_points"]},
    }


def published(path):
    """Area, year, day and all numbers of each published figure."""
    with open(path, "rb") as file:
        figures = tomllib.load(file).get("figure", [])
    numbers = lambda row: sorted((key, value) for key, value in row.items() if isinstance(value, int) and key != "year")
    return sorted(([row["area"], row["year"], str(row.get("as_of")), numbers(row)] for row in figures), key=str)


def shown(figures):
    rows = figures["programme"]
    return sorted(([row["area"], row["year"], str(row["as_of"]), sorted(row["counts"].items())] for row in rows), key=str)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        export = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        figures = json.load(file)
    counted = count(load(export), datetime.date.fromisoformat(figures["as_of"]))
    site = said(figures)
    if len(sys.argv) == 4:
        counted["published"], site["published"] = published(sys.argv[3]), shown(figures)
    wrong = [key for key in counted if counted[key] != site[key]]
    for key in wrong:
        print(f"{key}:\n  counted here   {counted[key]}\n  said by site   {site[key]}")
    print(f"{len(counted) - len(wrong)} tables agree, {len(wrong)} differ; {counted['products']} products as of {figures['as_of']}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
