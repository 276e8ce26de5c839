"""Writes a catalogue for `ocop`; shared by `records.py` and `generate.py`. Standard library only.

Records are plain dicts with the keys of the record reference. Equal records give equal bytes.
"""
import datetime
import json
import re
import unicodedata
from pathlib import Path

LANGUAGES = ("vi", "en")
PER_PAGE = 24
# Certificates of bench catalogues are not dated later, so builds that are compared speak as of this day.
TODAY = datetime.date(2026, 1, 4)

# Provinces and cities since 01/07/2025.
PROVINCES = """An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Nội,
Hà Tĩnh, Hải Phòng, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An, Ninh Bình, Phú Thọ,
Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang, Vĩnh Long""".replace("\n", " ").split(", ")
CITIES = ("Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Hồ Chí Minh", "Huế")

SITE = {
    "base_url": "https://catalog.example/",
    "languages": list(LANGUAGES),
    "theme": "gido",
    "title": {"vi": "Danh mục OCOP", "en": "OCOP catalogue"},
    "description": {"vi": "Danh mục tổng hợp để đo tốc độ dựng trang.", "en": "A made-up catalogue for measuring builds."},
    "notice": {"vi": "Dữ liệu tổng hợp dùng để đo, không phải sản phẩm thật.", "en": "Synthetic data for measurement, not real products."},
    "lists": {"per_page": PER_PAGE},
}


def slugify(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def gtin13(number: int) -> str:
    """The GTIN-13 of a made-up Vietnamese item number."""
    body = f"893{number:09d}"
    odd, even = (sum(int(digit) for digit in body[start::2]) for start in (0, 1))
    return body + str(-(odd + 3 * even) % 10)


def level(stars: int, day: datetime.date) -> str:
    """Who certified so many stars on a day (docs/domain.md, "Who certifies")."""
    if stars == 5:
        return "central"
    district = stars == 3 and datetime.date(2023, 2, 24) <= day < datetime.date(2025, 7, 6)
    return "district" if district else "province"


def issuer(of: str, province: str, day: datetime.date) -> dict:
    """The body that signs decisions of a level."""
    if of == "central":
        if day < datetime.date(2025, 3, 1):
            return {"vi": "Bộ Nông nghiệp và Phát triển nông thôn", "en": "Ministry of Agriculture and Rural Development"}
        return {"vi": "Bộ Nông nghiệp và Môi trường", "en": "Ministry of Agriculture and Environment"}
    whole = f"thành phố {province}" if province in CITIES else f"tỉnh {province}"
    if of == "district":
        return {"vi": f"Ủy ban nhân dân cấp huyện, {whole}", "en": f"District People's Committee, {province}"}
    return {"vi": f"Ủy ban nhân dân {whole}", "en": f"People's Committee of {province}"}


def province(name: str) -> dict:
    """The record of a province or city of today."""
    city = name in CITIES
    kind = "central-city" if city else "province"
    return {"id": f"{'thanh-pho' if city else 'tinh'}-{slugify(name)}", "name": name, "type": kind}


class Catalogue:
    """A catalogue that is being written into a new or empty folder; `of` one province or of all."""

    def __init__(self, folder: Path, of: str | None = None):
        if folder.exists() and any(folder.iterdir()):
            raise SystemExit(f"{folder} is not empty")
        self.folder = folder
        title = {"title": {"vi": f"OCOP {of}", "en": f"OCOP of {of}"}} if of else {}
        self._text("ocop.toml", toml(SITE | title))

    def places(self, records: list[dict]) -> None:
        self._text("content/places.toml", toml({"place": records}))

    def decisions(self, records: list[dict]) -> None:
        self._text("content/decisions.toml", toml({"decision": records}))

    def producer(self, slug: str, record: dict) -> None:
        self._text(f"content/producers/{slug}/producer.toml", toml(record))

    def product(self, slug: str, record: dict, story: dict[str, str]) -> None:
        self._text(f"content/products/{slug}/product.toml", toml(record))
        for language, text in story.items():
            self._text(f"content/products/{slug}/story.{language}.md", text)

    def _text(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


def toml(record: dict) -> str:
    """A record as TOML: values first, then tables, then lists of tables."""
    values, tables, lists = [], [], []
    for key, value in record.items():
        if isinstance(value, dict) and not is_text(value):
            tables.append((f"[{key}]", value))
        elif isinstance(value, list) and value and isinstance(value[0], dict) and not is_text(value[0]):
            lists += [(f"[[{key}]]", item) for item in value]
        else:
            values.append(f"{key} = {inline(value)}\n")
    blocks = ["".join(values)] if values else []
    for head, table in tables + lists:
        blocks.append(f"{head}\n" + "".join(f"{key} = {inline(value)}\n" for key, value in table.items()))
    return "\n".join(blocks)


def is_text(value: dict) -> bool:
    """A table such as `{ vi = "…", en = "…" }`, which stands in one line."""
    return set(value) <= set(LANGUAGES)


def inline(value) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    # Strings, numbers and truth values of JSON are those of TOML.
    return json.dumps(value, ensure_ascii=False)
