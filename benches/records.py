#!/usr/bin/env python3
"""Turns a neutral data set into a catalogue for `ocop`, so that `compare.py` can set it beside other generators.

    records.py DATA CATALOGUE

DATA holds three files with one JSON object per line, UTF-8. The sites of the other generators are made from the same files.

places.jsonl     id (a slug), name ("Xã Tân Hòa, An Giang"), commune ("Xã Tân Hòa"), province ("An Giang"); other keys
                 (coordinates) have no counterpart in a record and are passed over
producers.jsonl  id (a slug), name, place (id of a place), address, phone, email
products.jsonl   id ("sp-00001", the permanent code), slug {vi, en}, name {vi, en}, summary {vi, en}, story {vi, en} (Markdown),
                 stars, group (food | beverage | herbal | craft | ornamental | tourism), producer, place,
                 certificate {no, date}, expires (a day), packaging [{label {vi, en}, net, gtin, price}];
                 num, gtin, price and image repeat the packaging or name a placeholder and are passed over

A certificate has a number, so each becomes a decision of its own. `ocop` derives the end of a certificate; `expires` is
written where it differs. Facts that peers print are all kept, in the same words.
"""
import argparse
import datetime
import json
from pathlib import Path

import writer

GROUPS = {"food": "food", "beverage": "drink", "herbal": "medicinal", "craft": "craft", "ornamental": "ornamental", "tourism": "tourism"}

# First words of a name and the type of producer they stand for.
TYPES = {
    "HTX": "cooperative",
    "Tổ hợp tác": "cooperative-group",
    "Công ty": "company",
    "Cơ sở": "establishment",
    "Hộ kinh doanh": "household",
}

# Links inside stories, as the data writes them and as the same list is addressed here.
LINKS = {"](/products/)": "](/vi/san-pham/)", "](/en/products/)": "](/en/products/)"}


def rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def places(data: list[dict]) -> list[dict]:
    provinces = {name: writer.province(name) for name in sorted({row["province"] for row in data})}
    communes = [
        {"id": row["id"], "name": row["commune"].removeprefix("Xã "), "type": "commune", "parent": provinces[row["province"]]["id"]}
        for row in data
    ]
    return [*provinces.values(), *communes]


def producer(row: dict) -> dict:
    kind = next((kind for words, kind in TYPES.items() if row["name"].startswith(words)), "other")
    return {"name": row["name"], "type": kind, **{key: row[key] for key in ("place", "address", "phone", "email")}}


def decision(row: dict, province: str) -> dict:
    day = datetime.date.fromisoformat(row["certificate"]["date"])
    level = writer.level(row["stars"], day)
    number = row["certificate"]["no"]
    return {"id": writer.slugify(number), "number": number, "date": day, "issuer": writer.issuer(level, province, day), "level": level}


def product(row: dict, decision: dict) -> dict:
    certification = {"stars": row["stars"], "decision": decision["id"]}
    expires = datetime.date.fromisoformat(row["expires"])
    if expires != three_years_after(decision["date"]):
        certification["valid_until"] = expires
    packages = [{"net": pack["net"], "kind": pack["label"], "gtin": pack["gtin"], "price": pack["price"]} for pack in row["packaging"]]
    return {
        **{key: row[key] for key in ("id", "name", "summary", "producer", "place")},
        "group": GROUPS[row["group"]],
        "certification": [certification],
        "package": packages,
    }


def three_years_after(day: datetime.date) -> datetime.date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + 3, day=last)


def story(text: str) -> str:
    for theirs, ours in LINKS.items():
        text = text.replace(theirs, ours)
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with products.jsonl, producers.jsonl and places.jsonl")
    parser.add_argument("catalogue", type=Path, help="new folder for the catalogue")
    options = parser.parse_args()
    products, producers, communes = (rows(options.data / f"{name}.jsonl") for name in ("products", "producers", "places"))
    province_of = {row["id"]: row["province"] for row in communes}

    catalogue = writer.Catalogue(options.catalogue)
    catalogue.places(places(communes))
    for row in producers:
        catalogue.producer(row["id"], producer(row))
    decisions = [decision(row, province_of[row["place"]]) for row in products]
    catalogue.decisions(decisions)
    for row, decided in zip(products, decisions):
        catalogue.product(row["slug"]["vi"], product(row, decided), {language: story(text) for language, text in row["story"].items()})
    print(f"{len(products)} products, {len(producers)} producers, {len(communes)} communes in {options.catalogue}")


if __name__ == "__main__":
    main()
