#!/usr/bin/env python3
"""Writes a made-up catalogue of any size for `ocop`, to measure builds with nothing from outside.

    generate.py --products 1000 CATALOGUE [--seed 1] [--province NAME]

The same arguments give the same bytes. Per 100 products there are 40 producers, 25 communes of today and 50 former ones,
which older certificates name, all in one province where --province says so; stories have 150 to 320 words in each language. Everything in it is invented.
"""
import argparse
import datetime
import random
from pathlib import Path

import writer

FIRST = "An Bình Cẩm Đại Đông Giao Hòa Hưng Khánh Kim Liên Long Mỹ Nam Ngọc Phú Phước Quảng Sơn Tân Thạnh Trung Vạn Vĩnh Xuân Yên".split()
SECOND = "Châu Đức Giang Hà Hải Hiệp Khê Lâm Lộc Lợi Lương Mai Ninh Phong Quang Sơn Thành Thọ Thủy Tiến Trạch Trì Vân Xá".split()
MAKERS = [("Hợp tác xã", "Cooperative", "cooperative"), ("Tổ hợp tác", "Cooperative Group", "cooperative-group"),
          ("Công ty", "Company", "company"), ("Cơ sở", "Workshop", "establishment"), ("Hộ kinh doanh", "Household Business", "household")]
# Group, names, ingredients, packages.
KINDS = [
    ("food.raw.grain", "Gạo nếp", "sticky rice", "Gạo nếp", "Sticky rice", ["1 kg", "2 kg", "5 kg"]),
    ("food.processed.cereal", "Miến dong", "canna noodles", "Tinh bột dong riềng", "Canna starch", ["300 g", "500 g", "1 kg"]),
    ("food.processed.vegetable", "Măng khô", "dried bamboo shoots", "Măng tươi", "Fresh bamboo shoots", ["200 g", "500 g"]),
    ("food.processed", "Kẹo lạc", "peanut candy", "Lạc, mạch nha, gừng", "Peanuts, malt syrup, ginger", ["180 g", "20 x 15 g"]),
    ("food.spice.sauce", "Nước mắm", "fish sauce", "Cá cơm, muối", "Anchovies, salt", ["500 ml", "750 ml"]),
    ("drink.tea", "Chè xanh", "green tea", "Búp chè", "Tea buds", ["100 g", "200 g", "20 x 5 g"]),
    ("drink.coffee", "Cà phê rang", "roast coffee", "Hạt cà phê", "Coffee beans", ["250 g", "500 g"]),
    ("drink.alcohol.spirit", "Rượu gạo", "rice spirit", "Gạo, men lá", "Rice, leaf yeast", ["500 ml", "1 l"]),
    ("craft.household", "Giỏ cói", "sedge basket", "Cói", "Sedge", ["1 cái", "3 cái"]),
]
STEPS = [{"vi": "Chọn nguyên liệu", "en": "Choose the raw material"}, {"vi": "Chế biến", "en": "Process"}, {"vi": "Đóng gói", "en": "Pack"}]
HEADS = [("Vùng nguyên liệu", "Where it comes from"), ("Cách làm", "How it is made"), ("Cách dùng", "How it is used")]
SENTENCES = [
    ("Nguyên liệu lấy ở {place}, trên diện tích khoảng {a} héc-ta do {b} hộ trồng và thu hái theo lịch chung của xã.",
     "The raw material comes from {place}, from about {a} hectares that {b} households plant and pick by a common calendar."),
    ("Mùa thu hoạch kéo dài từ tháng {m} đến tháng {n}, ngoài thời gian này nơi làm chỉ dùng phần đã sơ chế và cất trong kho.",
     "The harvest lasts from month {m} to month {n}; at other times only the stock that was prepared and stored is used."),
    ("Mỗi mẻ khoảng {c} ki-lô-gam nguyên liệu, được cân khi nhập và ghi vào sổ cùng ngày, tên hộ giao và độ ẩm đo được.",
     "A batch takes about {c} kilograms of raw material, weighed on arrival and entered in a book with the day, the household and its moisture."),
    ("Sau khi rửa và để ráo, nguyên liệu được **phân loại bằng tay**, phần không đạt được trả lại hoặc ủ làm phân cho vườn.",
     "After washing and draining it is **sorted by hand**; what does not pass goes back or becomes compost for the gardens."),
    ("Công đoạn chính mất {d} giờ và cần hai người trông, một người giữ nhiệt độ, một người đảo và kiểm tra màu.",
     "The main step takes {d} hours and two people: one keeps the temperature, the other turns the batch and checks its colour."),
    ("Nhà xưởng rộng {e} mét vuông, xếp một chiều từ khu nhập đến khu đóng gói, có phòng thay đồ và bồn rửa riêng.",
     "The workshop has {e} square metres, laid out in one direction from intake to packing, with a changing room and its own basins."),
    ("Trước năm {y}, việc này làm hoàn toàn bằng tay; nay máy làm phần nặng, còn khâu cuối vẫn do người làm quyết định.",
     "Until {y} all of this was done by hand; now machines do the heavy part, and people still decide the last step."),
    ("Bao bì ghi tên, thành phần, khối lượng, ngày đóng gói, hạn dùng và mã sản phẩm, theo quy định về nhãn hàng hóa.",
     "The pack states name, ingredients, quantity, packing date, shelf life and product code, as the rules on labels ask."),
    ("Hàng được giữ ở nơi khô và mát; khi đã mở nên đậy kín và dùng trong khoảng {f} ngày.",
     "It is kept in a dry and cool place; once opened it should be closed well and used within about {f} days."),
    ("Trong năm {y}, nơi làm bán ra chừng {g} tấn, phần lớn cho cửa hàng trong tỉnh, phần còn lại gửi theo đơn đặt.",
     "In {y} about {g} tonnes were sold, most of it to shops in the province, the rest sent out by order."),
    ("Người làm được trả theo ngày công; những tháng chính vụ có {h} người, ngoài vụ còn một phần ba.",
     "Workers are paid by the day; there are {h} of them in the main months and a third of that at other times."),
    ("Nước rửa chảy qua hai bể lắng trước khi tưới lại cho vườn, bã được ủ với trấu trong {f} ngày.",
     "Washing water passes two settling tanks before it waters the gardens, and the residue is composted with husks for {f} days."),
    ("Mẫu của từng đợt được giữ lại {d} tháng để đối chiếu khi người mua hỏi về một mã cụ thể.",
     "A sample of every lot is kept for {d} months, to compare when a buyer asks about a certain code."),
]


def story(rng: random.Random, place: dict[str, str]) -> dict[str, str]:
    """The same sentences in both languages, under two headings, with one list."""
    ranges = dict(a=(3, 160), b=(12, 220), c=(20, 400), d=(3, 36), e=(60, 900), f=(5, 60), g=(1, 40), h=(6, 45), m=(1, 6), n=(7, 12), y=(2008, 2019))
    facts = {key: rng.randint(*ends) for key, ends in ranges.items()}
    chosen, heads = rng.sample(SENTENCES, rng.randint(7, len(SENTENCES))), rng.sample(HEADS, 2)
    cut, texts = len(chosen) // 2, {}
    for index, language in enumerate(writer.LANGUAGES):
        said = [pair[index].format(place=place[language], **facts) for pair in chosen]
        items = "\n".join(f"- {sentence}" for sentence in said[cut:-2])
        first, second = (f"## {head[index]}" for head in heads)
        texts[language] = "\n\n".join([said[0], first, " ".join(said[1:cut]), items, second, " ".join(said[-2:])]) + "\n"
    return texts


def distinct(rng: random.Random, seen: set[str]) -> str:
    """A name whose slug is not in use; a number follows when two syllables no longer do."""
    for attempt in range(100):
        name = f"{rng.choice(FIRST)} {rng.choice(SECOND)}" + (f" {len(seen)}" if attempt > 40 else "")
        if writer.slugify(name) not in seen:
            break
    seen.add(writer.slugify(name))
    return name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalogue", type=Path, help="new folder for the catalogue")
    for name, default in (("--products", 1000), ("--seed", 1)):
        parser.add_argument(name, type=int, default=default)
    parser.add_argument("--province", choices=writer.PROVINCES, metavar="NAME")
    options = parser.parse_args()
    rng, count = random.Random(options.seed), options.products
    catalogue = writer.Catalogue(options.catalogue, options.province)

    provinces = [writer.province(name) for name in ([options.province] if options.province else writer.PROVINCES)]
    places, communes, names = list(provinces), [], {province["id"]: set() for province in provinces}
    for _ in range(max(1, count // 4)):
        province = rng.choice(provinces)
        kept, gone = (distinct(rng, names[province["id"]]) for _ in range(2))
        today = {"id": f"xa-{writer.slugify(kept)}-{province['id']}", "name": kept, "type": "commune", "parent": province["id"]}
        ended = {"until": datetime.date(2025, 6, 30), "now": [today["id"]]}
        lost = today | {"id": f"xa-{writer.slugify(gone)}-{province['id']}-cu", "name": gone}
        former = [today | {"id": today["id"] + "-cu"} | ended, lost | ended]
        places += [today | {"since": datetime.date(2025, 7, 1)}, *former]
        communes.append((today, former, province))
    catalogue.places(places)

    producers, names = [], {kind: set() for _, _, kind in MAKERS}
    for index in range(max(1, count * 2 // 5)):
        home = communes[index] if index < len(communes) else rng.choice(communes)
        vi, en, kind = rng.choice(MAKERS)
        name = distinct(rng, names[kind])
        record = {"name": {"vi": f"{vi} {name}", "en": f"{name} {en}"}, "type": kind, "place": home[0]["id"], "founded": rng.randint(1998, 2019)}
        slug = writer.slugify(f"{vi} {name}")
        catalogue.producer(slug, record)
        producers.append((slug, home))

    decisions: dict[tuple, dict] = {}
    for index in range(count):
        producer, (today, former, province) = producers[index] if index < len(producers) else rng.choice(producers)
        day = datetime.date(rng.randint(2020, 2025), rng.choice([3, 6, 9, 12]), rng.choice([10, 20]))
        stars = rng.choices([3, 4, 5], [70, 26, 4])[0]
        level = writer.level(stars, day)
        area = "Việt Nam" if level == "central" else province["name"]
        number = f"{len(decisions) + 100}/QĐ-{'BNN' if level == 'central' else 'UBND'}"
        made = {"id": f"{level}-{writer.slugify(area)}-{day}", "number": number, "date": day, "level": level}
        decision = decisions.setdefault((level, area, day), made | {"issuer": writer.issuer(level, area, day)})
        group, vi, en, ingredients_vi, ingredients_en, sizes = rng.choice(KINDS)
        local = today["name"]
        where = {"vi": f"xã {local}, {province['name']}", "en": f"{local} commune, {province['name']}"}
        base, sizes = rng.randint(4, 180) * 2500, sorted(rng.sample(sizes, rng.randint(1, len(sizes))))
        record = {
            "id": f"tn-{index + 1:05d}",
            "name": {"vi": f"{vi} {local}", "en": f"{local} {en}"},
            "summary": {"vi": f"{vi} làm ở {where['vi']}.", "en": f"{en[0].upper()}{en[1:]} made in {where['en']}."},
            "producer": producer,
            "place": (rng.choice(former) if day < datetime.date(2025, 7, 1) else today)["id"],
            "group": group,
            "certification": [{"stars": stars, "decision": decision["id"], "score": 10 + 20 * (stars - 1) + rng.randrange(1000) / 100}],
            "package": [{"net": size, "gtin": writer.gtin13(index * 4 + at), "price": base * (at + 1)} for at, size in enumerate(sizes)],
            "label": {"ingredients": {"vi": ingredients_vi, "en": ingredients_en}, "storage": {"vi": "Nơi khô, mát", "en": "Dry and cool"}},
            "making": {"process": STEPS},
        }
        catalogue.product(f"{writer.slugify(record['name']['vi'])}-{index + 1:05d}", record, story(rng, where))
    catalogue.decisions(list(decisions.values()))
    print(f"{count} products, {len(producers)} producers, {len(places)} places in {options.catalogue}")


if __name__ == "__main__":
    main()
