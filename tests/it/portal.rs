//! Several catalogues, each built by an office of its own, as one portal that is built from what they published.

use std::path::Path;

use ocop::diag::Level;

use crate::site::{Built, Seen, Site, TODAY};

/// Short name, title, and per product its name, stars and the day of its certificate.
type Province = (&'static str, &'static str, &'static [(&'static str, u8, &'static str)]);

const PROVINCES: [Province; 5] = [
    ("ha-tinh", "OCOP Hà Tĩnh", &[("Cu đơ", 4, "2024-03-01"), ("Nước mắm Kỳ Ninh", 3, "2024-03-01")]),
    ("nghe-an", "OCOP Nghệ An", &[("Nhút Thanh Chương", 3, "2023-10-01"), ("Tương Nam Đàn", 5, "2024-05-02")]),
    ("hue", "OCOP Huế", &[("Mè xửng", 4, "2024-03-01")]),
    (
        "ca-mau",
        "OCOP Cà Mau",
        &[("Ba khía muối", 3, "2022-08-10"), ("Mật ong U Minh", 4, "2024-01-05"), ("Tôm khô", 3, "2023-12-01")],
    ),
    ("lai-chau", "OCOP Lai Châu", &[("Chè Shan", 4, "2020-01-10")]),
];

fn province((id, title, products): &Province) -> Site {
    let mut files = format!(
        "-- ocop.toml --\nbase_url = \"https://{id}.example/ocop/\"\ntitle = {{ vi = \"{title}\", en = \"{title} in English\" }}\n"
    );
    files.push_str("-- content/products/tra/product.toml --\n");
    files.push_str(&product(0, &products[0]));
    for (number, one) in products.iter().enumerate().skip(1) {
        files.extend(["-- content/products/sp-", &number.to_string(), "/product.toml --\n", &product(number, one)]);
    }
    Site::new(&files)
}

fn product(number: usize, (name, stars, date): &(&str, u8, &str)) -> String {
    format!(
        "id = \"tn-{:04}\"\nname = {{ vi = \"{name}\", en = \"{name} (en)\" }}\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"food.processed\"\n[[certification]]\nstars = {stars}\ndate = {date}\nlevel = \"province\"\n",
        number + 1
    )
}

/// A portal of all provinces, each built with the program and copied into its folder.
fn portal() -> Site {
    let mut files = String::from(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = { vi = \"OCOP cả nước\", en = \"OCOP of the whole country\" }\n",
    );
    for (id, ..) in &PROVINCES {
        files.extend(["[[federation.member]]\nid = \"", id, "\"\nfolder = \"members/", id, "\"\n"]);
    }
    let portal = Site::empty(&files);
    for one in &PROVINCES {
        let site = province(one);
        let output = site.run(&["build", "--today", TODAY]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        for part in ["api", "search"] {
            copy(&site.path(&format!("public/{part}")), &portal.path(&format!("members/{}/{part}", one.0)));
        }
    }
    portal
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("make the folder");
    for entry in std::fs::read_dir(from).expect("list") {
        let path = entry.expect("list").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("copy");
        }
    }
}

fn total() -> usize {
    PROVINCES.iter().map(|(.., products)| products.len()).sum()
}

#[test]
fn a_portal_counts_what_its_members_published() {
    let built = portal().build();
    let home = built.words("vi/index.html");
    assert!(home.contains(&format!("5 danh mục thành viên {} sản phẩm", total())), "{home}");
    // Five, four, three stars, none that hold, all; and the day of the list.
    assert!(home.contains("OCOP Cà Mau 0 1 2 0 3"), "{home}");
    assert!(home.contains("OCOP Lai Châu 0 0 0 1 1"), "certificates that ended are not counted as held: {home}");
    assert!(home.ends_with("Tổng 1 3 4 1 9"), "{home}");
    let together = built.words("en/members/index.html");
    assert!(together.contains("Products by stars") && together.contains("Products by group"), "{together}");
    let member = built.main("en/members/nghe-an/index.html");
    assert!(member.contains("href=\"https://nghe-an.example/ocop/en/products/sp-1/\""), "{member}");
    assert!(member.contains(">Tương Nam Đàn (en)</a>"), "{member}");
    assert!(built.words("vi/thanh-vien/nghe-an/index.html").contains("Tương Nam Đàn Hợp tác xã A · 5 sao"));
}

#[test]
fn its_search_is_over_all_indexes_and_everything_they_name_is_there() {
    let built = portal().build();
    let home = built.text("vi/index.html");
    assert!(home.contains("data-search=\"/search/members.json\""), "{home}");
    let list = built.json("search/members.json");
    let list = list.as_array().expect("a list");
    let sites: Vec<&str> = list.iter().map(|one| one["site"].as_str().expect("an address")).collect();
    assert_eq!(sites, PROVINCES.map(|(id, ..)| format!("https://{id}.example/ocop/")));
    for (one, (id, ..)) in list.iter().zip(&PROVINCES) {
        assert!(built.has(&format!("search/{}", one["manifest"].as_str().expect("a path"))));
        assert_eq!(one["parts"], format!("../parts/{id}/"));
        let cards = format!("search/parts/{id}/cards-vi-0-0.");
        assert!(built.paths().iter().any(|path| path.starts_with(&cards)), "{cards}");
    }
    assert!(built.has("vi/tim-kiem/index.html"));
    assert!(!built.has("vi/san-pham/index.html"), "a portal without records has no lists of its own");
    let headers = built.text("_headers");
    assert!(headers.contains("img-src 'self' https://ca-mau.example https://ha-tinh.example"), "{headers}");
    assert!(headers.contains("/search/parts/*\n"), "copied parts never change either: {headers}");
}

#[test]
fn stars_of_a_portal_are_those_of_its_day() {
    let later = portal().today("2026-11-30").build();
    let home = later.words("vi/index.html");
    assert!(home.contains("OCOP Nghệ An 1 0 0 1 2"), "the certificate of 2023 ended after the list was made: {home}");
    let searched: Vec<_> = later.paths().into_iter().filter(|path| path.starts_with("search/members/")).collect();
    assert_eq!(searched.len(), PROVINCES.len());
}

/// Member in `search/members.json`.
fn searched(built: &Built, id: &str) -> bool {
    built.text("search/members.json").contains(&format!("https://{id}.example/"))
}

#[test]
fn a_member_that_is_missing_or_broken_does_not_stop_the_others() {
    let portal = portal();
    std::fs::remove_dir_all(portal.path("members/hue")).expect("take it away");
    std::fs::remove_dir_all(portal.path("members/lai-chau/search")).expect("take it away");
    portal.edit("members/nghe-an/api/catalogue.json", "{ \"format\": 1,\n  \"url\": }");
    let parts = portal.path("members/ca-mau/search/parts");
    let part = std::fs::read_dir(&parts).expect("list").map(|entry| entry.expect("list").path());
    let mut part: Vec<_> = part.filter(|path| path.to_string_lossy().contains("cards-vi-0")).collect();
    let part = part.pop().expect("cards");
    let whole = std::fs::read(&part).expect("read");
    std::fs::write(&part, &whole[..whole.len() / 2]).expect("a transfer that broke off");

    let seen = portal.check();
    let told = seen.messages();
    for expected in [
        "`members/hue` holds no api/catalogue.json, so the catalogue `hue` is left out",
        "the search index `members/lai-chau/search/manifest.bin` is missing, so its products are listed and counted, but the search does not find them",
        "`members/nghe-an/api/catalogue.json` is not the list of a catalogue as ocop exports it (expected value at line 2 column 10), so the catalogue is left out",
        "1 files of the search index are missing or damaged, the first is `members/ca-mau/search/parts/cards-vi-0-0.",
        "ocop.toml:9:10",
        "copy the published site of that catalogue into this folder again",
    ] {
        assert!(told.contains(expected), "{expected}\n{told}");
    }
    assert_eq!((seen.0.sink.count(Level::Error), seen.0.sink.count(Level::Warning)), (0, 4), "{told}");
    let built = portal.build();
    assert!(built.has("vi/thanh-vien/lai-chau/index.html") && !built.has("vi/thanh-vien/hue/index.html"));
    assert!(built.words("vi/thanh-vien/ca-mau/index.html").contains("chưa tìm được sản phẩm của danh mục này"));
    assert!(searched(&built, "ha-tinh") && !searched(&built, "ca-mau") && !searched(&built, "lai-chau"));

    let strict = portal.run(&["build", "--strict", "--today", TODAY]);
    assert_eq!(strict.status.code(), Some(1));
    assert_eq!(portal.run(&["build", "--today", TODAY]).status.code(), Some(0));
}

#[test]
fn members_of_other_times_are_told() {
    let portal = portal();
    let edit = |path: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(portal.path(path)).expect("read");
        assert!(text.contains(from), "{text}");
        portal.edit(path, &text.replacen(from, to, 1));
    };
    edit("members/hue/api/catalogue.json", "\"format\":1", "\"format\":7");
    edit("members/ha-tinh/api/catalogue.json", "\"as_of\":\"2025-07-31\"", "\"as_of\":\"2025-03-01\"");
    // A list of one build and an index of another.
    std::fs::copy(
        portal.path("members/lai-chau/search/manifest.bin"),
        portal.path("members/ca-mau/search/manifest.bin"),
    )
    .expect("copy");
    let seen = portal.check();
    assert_eq!(seen.codes(), ["member-damaged", "member-outdated"]);
    let told = seen.messages();
    for expected in [
        "another version of ocop (form 7, this one reads 1)",
        "`ha-tinh` is as of 2025-03-01, 152 days older than",
        "the search index in `members/ca-mau` has 1 products and the list has 3: they were copied from different builds",
    ] {
        assert!(told.contains(expected), "{expected}\n{told}");
    }
}

#[test]
fn what_another_office_wrote_is_not_trusted() {
    let portal = portal();
    let path = "members/hue/api/catalogue.json";
    let text = std::fs::read_to_string(portal.path(path)).expect("read");
    let evil = text
        .replace("Mè xửng (en)", "<img src=x onerror=alert(1)>")
        .replace("https://hue.example/ocop/vi/san-pham", "javascript:alert(1)//https://hue.example/ocop/vi/san-pham");
    assert_ne!(text, evil);
    portal.edit(path, &evil);
    let seen = portal.check();
    assert!(seen.messages().contains("1 products of the list in `members/hue` have no name, impossible stars or an address outside https://hue.example/ocop/"), "{}", seen.messages());
    portal.edit(path, &text.replace("Mè xửng (en)", "<img src=x onerror=alert(1)>"));
    let built = portal.build();
    let page = built.main("en/members/hue/index.html");
    assert!(page.contains("&lt;img src=x") && !page.contains("<img"), "{page}");
}

#[test]
fn a_catalogue_takes_part_once() {
    let two = "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\ntitle = \"A\"\n[[federation.member]]\nid = \"a\"\nfolder = \"members/a\"\n[[federation.member]]\nid = \"a\"\nfolder = \"members/b\"\n[[federation.member]]\nid = \"c\"\nfolder = \"members/c\"\n";
    let portal = Site::new(two);
    for folder in ["a", "b", "c"] {
        let url = if folder == "b" { "https://b.example/" } else { "https://a.example/" };
        let list = format!(
            "{{ \"format\": 1, \"url\": \"{url}\", \"title\": {{ \"vi\": \"A\" }}, \"notice\": null, \"as_of\": \"2025-07-31\", \"edition\": false, \"products\": [] }}"
        );
        portal.edit(&format!("members/{folder}/api/catalogue.json"), &list);
    }
    let seen: Seen = portal.check();
    let told = seen.messages();
    assert!(told.contains("two members are called `a`"), "{told}");
    assert!(told.contains("https://a.example/ takes part twice"), "{told}");
    assert_eq!(seen.0.sink.count(Level::Error), 2, "{told}");
}
