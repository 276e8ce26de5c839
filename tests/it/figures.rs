//! The page of figures: what the records say, and what sources published, with the known example to the last number.

use crate::site::{Site, TODAY, words};

/// The figures of the sample catalogue, over a catalogue of its own.
fn published() -> Site {
    let file = |path: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        std::fs::read_to_string(&path).expect("a file of the sample")
    };
    Site::new(&format!(
        "-- content/programme.toml --\n{}\n-- content/decisions.toml --\n{}",
        file("content/programme.toml"),
        file("content/decisions.toml")
    ))
}

/// A part of a page by its id, as words.
fn part(page: &str, id: &str) -> String {
    let start = page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id} in {page}"));
    let rest = &page[start..];
    let start = rest.find('>').expect("the element ends") + 1;
    words(&rest[start..rest.find("</section>").expect("a section ends")])
}

#[test]
fn the_known_figures_of_ha_tinh_come_out_exactly() {
    let site = published().build();
    let page = site.main("en/figures/index.html");
    let funnel = part(&page, "tinh-ha-tinh-42-funnel-2020-06-30");
    assert!(
        funnel.ends_with(
            "Ideas registered 180 100% Appraised by the district 159 88% Accepted by the province 120 67% \
             Certified in all 72 40%"
        ),
        "{funnel}"
    );
    let stock = part(&page, "tinh-ha-tinh-42-stock");
    assert!(stock.contains("Certified in all 4 stars 3 stars June 2020 72 3 69 "), "{stock}");
    let page = site.main("vi/so-lieu/index.html");
    let funnel = part(&page, "tinh-ha-tinh-42-funnel-2020-06-30");
    assert!(funnel.contains("Ý tưởng đăng ký 180 100% Huyện thẩm định 159 88% Tỉnh chấp thuận 120 67%"), "{funnel}");
}

#[test]
fn the_known_figures_of_bac_kan_come_out_exactly() {
    let site = published().build();
    let page = site.main("en/figures/index.html");
    let rounds = part(&page, "tinh-bac-kan-06-cu-rounds");
    assert!(rounds.contains("Newly certified 4 stars 3 stars 2018 37 5 32 2019 70 3 67 "), "{rounds}");
    let funnel = part(&page, "tinh-bac-kan-06-cu-funnel-2019-12-31");
    assert!(funnel.ends_with("Ideas registered 133 100% Newly certified 70 53%"), "{funnel}");
    let area = &page[page.find("id=\"area-tinh-bac-kan-06-cu\"").expect("the area")..];
    let targets = &area[area.find("class=\"figure-targets\"").expect("targets")..];
    let targets = words(&targets[..targets.find("</section>").expect("the section ends")]);
    assert!(
        targets.contains(
            "June 2020 at least 36 new products with three stars or more at least 1 upgrade from four to five stars \
             at least 5 upgrades from three to four stars at least 8 new producers at least 2 new sales points \
             June 2020 – Certified in all: 105 2020 – Certified in all: 107; 4 stars: 8; 3 stars: 99"
        ),
        "{targets}"
    );
    let data = site.json("api/figures.json");
    let programme = data["programme"].as_array().expect("a list");
    let of_2019 = programme.iter().find(|row| row["area"] == "tinh-bac-kan-06-cu" && row["year"] == 2019);
    assert_eq!(
        of_2019.expect("the figures of 2019")["counts"],
        serde_json::json!({ "ideas": 133, "certified_new": 70, "round_stars_3": 67, "round_stars_4": 3 })
    );
}

const HISTORY: &str = "-- content/products/tra/product.toml --
id = \"tn-0001\"
name = { vi = \"Trà hoa vàng\", en = \"Golden camellia tea\" }
producer = \"htx-a\"
place = \"xa-tan-cuong\"
group = \"drink.tea\"
[[certification]]
stars = 3
date = 2021-05-10
[[certification]]
stars = 4
date = 2024-06-01
[[certification]]
stars = 5
date = 2026-01-01
-- content/products/mien/product.toml --
id = \"tn-0002\"
name = { vi = \"Miến <dong>\" }
producer = \"htx-a\"
place = \"xa-tan-cuong\"
group = \"food.processed\"
[[certification]]
stars = 4
date = 2022-08-15
-- content/products/nem/product.toml --
id = \"tn-0003\"
name = { vi = \"Nem\" }
producer = \"htx-a\"
group = \"food.processed\"
[[certification]]
stars = 3
date = 2022
";

#[test]
fn only_certainly_valid_stars_count_and_every_table_adds_up() {
    let site = Site::new(HISTORY).build();
    let page = site.main("en/figures/index.html");
    assert!(words(&page).contains("As of 31 July 2025"), "{page}");
    let standing = part(&page, "standing");
    assert!(
        standing.ends_with("4 stars, valid 2 67% 3 stars, valid 0 0% Validity not known 1 33% Total 3 100%"),
        "{standing}"
    );
    let groups = part(&page, "groups");
    assert!(groups.ends_with("Food 0 1 0 1 2 Beverages 0 1 0 0 1 Total 0 2 0 1 3"), "{groups}");
    let places = part(&page, "places");
    assert!(places.ends_with("Thái Nguyên Province 0 2 0 0 2 Not known 0 0 0 1 1 Total 0 2 0 1 3"), "{places}");
    let makers = part(&page, "makers");
    assert!(makers.ends_with("Cooperative 1 0 2 0 1 3 Total 1 0 2 0 1 3"), "{makers}");
    let years = part(&page, "years");
    assert!(years.ends_with("2021 0 0 1 1 2022 0 1 1 2 2024 0 1 0 1 Total 0 2 2 4"), "no certificate of 2026: {years}");
    assert!(part(&page, "changes").ends_with("Downgraded 2024 1 0 0"), "{page}");
    assert!(part(&page, "ends").ends_with("Expired 2025 1 0 2027 1 0"), "{page}");
    let expiring = part(&page, "expiring");
    assert!(expiring.ends_with("Miến <dong> Hợp tác xã A 15 August 2025"), "{expiring}");
    assert!(!page.contains("Miến <dong>"), "names are escaped");
    let later = Site::new(HISTORY).today("2025-08-16").build();
    let ends = part(&later.main("en/figures/index.html"), "ends");
    assert!(ends.ends_with("Expired 2025 0 1 2027 1 0"), "{ends}");
}

#[test]
fn figures_can_be_taken_away_as_a_table_and_as_data() {
    let site = Site::new(HISTORY).build();
    let page = site.main("vi/so-lieu/index.html");
    assert!(page.contains("href=\"/vi/so-lieu/so-lieu.csv\" download"), "{page}");
    assert!(page.contains("href=\"/api/figures.json\" download"), "{page}");
    let table = site.text("vi/so-lieu/so-lieu.csv");
    let (heading, rows) = table.trim_start_matches('\u{feff}').split_once('\n').expect("rows");
    assert_eq!(heading.trim_end(), "table,as_of,round,key,name,split,count");
    assert!(rows.contains(&format!("groups,{TODAY},,food,Thực phẩm,stars_4,1\n")), "{rows}");
    assert!(site.text("en/figures/figures.csv").contains("food,Food,stars_4,1"), "names in the language of the table");
    let data = site.json("api/figures.json");
    assert_eq!(data["as_of"], TODAY);
    assert_eq!(data["catalogue"]["standing"]["valid"], 1);
    assert_eq!(data["catalogue"]["standing"]["expiring"], 1);
    assert_eq!(
        data["catalogue"]["stars"],
        serde_json::json!({ "stars_5": 0, "stars_4": 2, "stars_3": 0, "rest": 1, "products": 3 })
    );
    assert_eq!(data["catalogue"]["expiring"], serde_json::json!([{ "id": "tn-0002", "until": "2025-08-15" }]));
    assert_eq!(
        data["catalogue"]["changes_by_year"],
        serde_json::json!([{ "year": 2024, "up": 1, "same": 0, "down": 0 }])
    );
}

#[test]
fn a_site_of_pages_alone_has_no_figures() {
    let site = Site::empty(
        "-- ocop.toml --
base_url = \"https://ocop.example/\"
languages = [\"en\"]
title = \"Guide\"
-- content/pages/about/page.en.md --
+++
title = \"About\"
+++
Text.
",
    );
    let built = site.build();
    assert!(!built.has("en/figures/index.html") && !built.has("api/figures.json"));
    assert!(!built.text("en/index.html").contains("/en/figures/"));
}
