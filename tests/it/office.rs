//! The tools of an office: tables out, new records, figures, what is to be done, what is wrong with the set-up.

use crate::site::{Site, TODAY};

const RICH: &str = "-- content/decisions.toml --
[[decision]]
id = \"tn-123-2025\"
number = \"123/QĐ-UBND\"
date = 2025-01-17
issuer = { vi = \"Ủy ban nhân dân tỉnh Thái Nguyên\", en = \"Thái Nguyên Provincial People’s Committee\" }
level = \"province\"
-- content/places.toml --
-- content/producers/htx-a/producer.toml --
name = \"Hợp tác xã A\"
type = \"cooperative\"
place = \"xa-con-minh-02173-cu\"
-- content/products/tra/product.toml --
id = \"tn-0001\"
name = { vi = \"Trà hoa vàng\", en = \"Golden camellia tea\" }
aliases = [\"chè hoa vàng\", \"trà vàng\"]
producer = \"htx-a\"
place = \"xa-con-minh-02173-cu\"
group = \"drink.tea\"
sources = [\"https://example.vn/a\", \"Giấy chứng nhận\"]

[[certification]]
stars = 3
date = \"2021-06\"
level = \"province\"
valid_until = 2024-06-20

[[certification]]
stars = 4
decision = \"tn-123-2025\"
score = 86.5
potential_five = true

[[package]]
net = \"20 x 2 g\"
price = 65000
gtin = \"8938505974194\"

[[package]]
net = \"0.5 kg\"
price = 1250000
-- content/products/che/product.toml --
id = \"tn-0007\"
name = { vi = \"=1+1 Chè\" }
producer = \"htx-a\"
group = \"drink.tea\"

[[certification]]
stars = 5
listed = 2024
withdrawn = 2025-03-01
";

#[track_caller]
fn run(site: &Site, arguments: &[&str]) -> String {
    let output = site.run(arguments);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn what_is_exported_and_imported_is_the_same_catalogue() {
    let site = Site::new(RICH);
    for (format, file) in [("xlsx", "out.xlsx"), ("csv", "out.csv")] {
        run(&site, &["export", "--format", format, "-o", file, "--today", TODAY]);
        let other = Site::empty(
            "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = \"Danh mục\"\n",
        );
        std::fs::copy(site.path(file), other.path(file)).expect("copy the list");
        let printed = run(&other, &["import", file]);
        assert!(printed.contains("2 created") && printed.contains("0 refused"), "{printed}");
        let tables = |site: &Site| run(site, &["export", "--format", "json", "--today", TODAY]);
        assert_eq!(tables(&other), tables(&site), "{format}");
        // Into the catalogue that it came from it brings nothing.
        let before = std::fs::read_to_string(site.path("content/products/tra/product.toml")).expect("the record");
        let printed = run(&site, &["import", file]);
        assert!(printed.contains("0 created, 0 joined to another row, 0 updated"), "{printed}");
        let after = std::fs::read_to_string(site.path("content/products/tra/product.toml")).expect("the record");
        assert_eq!(after, before);
        assert!(!site.path("imported.toml").exists(), "nothing was imported");
    }
}

#[test]
fn a_table_shows_no_ended_certificate_as_held_and_runs_no_formula() {
    let site = Site::new(RICH);
    let text = run(&site, &["export", "--format", "csv", "--today", TODAY]);
    assert!(text.starts_with('\u{feff}'), "Excel needs the mark");
    assert!(text.contains("withdrawn 2025-03-01") && text.contains("4 stars valid to 2028-01-17"), "{text}");
    assert!(text.contains(",'=1+1 Chè,"), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&run(&site, &["export", "--format", "json", "--today", TODAY])).expect("JSON");
    assert_eq!(json["products"][0]["standing"], "4 stars valid to 2028-01-17");
    assert_eq!(json["products"][1]["price"], 1_250_000);
    assert_eq!(json["decisions"][0]["certificates"], 1);
}

#[test]
fn a_catalogue_with_mistakes_is_not_exported() {
    let site = Site::product("stars = 6\n");
    let output = site.run(&["export", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_new_record_is_sound_from_the_beginning_and_never_replaces_one() {
    let site = Site::new("");
    for (kind, name, path) in [
        ("producer", "htx-moi", "content/producers/htx-moi/producer.toml"),
        ("sales-point", "cua-hang", "content/sales-points/cua-hang/sales-point.toml"),
        ("product", "mien-dong", "content/products/mien-dong/product.toml"),
        ("post", "hoi-cho", "content/news/2025-07-31-hoi-cho/post.vi.md"),
    ] {
        assert!(run(&site, &["new", kind, name, "--today", TODAY]).contains(path), "{kind}");
        assert!(site.path(path).exists(), "{path}");
    }
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let text = std::fs::read_to_string(site.path("content/products/mien-dong/product.toml")).expect("the record");
    assert!(text.starts_with("id       = \"tn-0002\""), "{text}");
    std::fs::write(site.path("content/products/mien-dong/product.toml"), "mine").expect("write");
    assert_eq!(site.run(&["new", "product", "mien-dong"]).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(site.path("content/products/mien-dong/product.toml")).expect("read"), "mine");
    let output = site.run(&["new", "product", "Miến dong"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`mien-dong`"));
}

#[test]
fn figures_count_only_what_certainly_holds() {
    let text = run(&Site::new(RICH), &["stats", "--today", TODAY]);
    assert_eq!(
        text,
        "as of 2025-07-31

the catalogue
       2  products
       1  producers
       0  sales points
       1  decisions

certificates of today
       1  valid
       1  withdrawn

valid stars
       1  4

products by group
       2  drink

products by province of today
       1  Thái Nguyên
       1  not known

products by type of producer
       2  cooperative

certificates by year
       1  2021
       1  2025
       1  not known

stars at a new certificate
       1  2025 up
"
    );
}

#[test]
fn the_office_sees_what_ends_soon_and_what_is_missing() {
    let site = Site::new(RICH);
    let text = run(&site, &["todo", "--today", "2027-11-01", "--ics", "ends.ics"]);
    assert!(text.contains("certificate ends within 90 days: tra (2028-01-17)"), "{text}");
    assert!(text.contains("no photo: che, tra") && text.contains("no story: che, tra"), "{text}");
    assert!(text.contains("no English name: che\n") && text.contains("no price: che\n"), "{text}");
    let calendar = std::fs::read_to_string(site.path("ends.ics")).expect("the calendar");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20280117\r\nSUMMARY:OCOP: Trà hoa vàng – 2028-01-17\r\n"),
        "{calendar}"
    );
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "a withdrawn certificate has no end to come");
    assert!(calendar.lines().all(|line| line.len() <= 75));
}

#[test]
fn the_doctor_names_what_is_wrong_and_what_to_do() {
    let site = Site::new("");
    let output = site.run(&["doctor", "--today", TODAY]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("well   the records have no mistakes"), "{text}");
    assert!(
        text.contains("ill    the address of the site is https://ocop.example/, which is only an example"),
        "{text}"
    );
    assert_eq!(output.status.code(), Some(1));
    site.edit("public/mine.txt", "mine");
    site.edit(".ocop/import-journal.json", "{\"changes\":[]}");
    let text = String::from_utf8_lossy(&site.run(&["doctor", "--today", TODAY]).stdout).into_owned();
    assert!(text.contains("public was not made by ocop") && text.contains("an import was interrupted"), "{text}");
    let empty = Site::empty("-- x --\n");
    let text = String::from_utf8_lossy(&empty.run(&["doctor"]).stdout).into_owned();
    assert!(text.contains("there is no ./ocop.toml") && text.contains("--root FOLDER"), "{text}");
}
