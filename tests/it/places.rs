//! Places: as printed on the certificate and as of today.

use crate::site::Site;

const PLACES: &str = r#"-- content/places.toml --
[[place]]
id = "tinh-bac-kan-cu"
name = "Bắc Kạn"
type = "province"
code = "06"
until = 2025-06-30
now = ["tinh-thai-nguyen"]
[[place]]
id = "tinh-thai-nguyen"
name = "Thái Nguyên"
type = "province"
code = "19"
since = 2025-07-01
[[place]]
id = "huyen-na-ri-cu"
name = "Na Rì"
type = "rural-district"
parent = "tinh-bac-kan-cu"
until = 2025-06-30
now = ["tinh-thai-nguyen"]
[[place]]
id = "xa-con-minh-cu"
name = "Côn Minh"
type = "commune"
code = "02173"
parent = "huyen-na-ri-cu"
until = 2025-06-30
now = ["xa-con-minh"]
[[place]]
id = "xa-con-minh"
name = "Côn Minh"
type = "commune"
code = "02185"
parent = "tinh-thai-nguyen"
since = 2025-07-01
[[place]]
id = "xa-tan-cuong"
name = "Tân Cương"
type = "commune"
parent = "tinh-thai-nguyen"
"#;

fn in_con_minh() -> Site {
    Site::new(PLACES).with(
        "-- content/products/mien/product.toml --\nid = \"bk-0001\"\nname = { vi = \"Miến dong\", en = \"Canna vermicelli\" }\nproducer = \"htx-a\"\nplace = \"xa-con-minh-cu\"\nvillage = \"thôn Chè Cọ\"\ngroup = \"food.processed\"\n",
    )
}

#[test]
fn the_printed_place_and_the_place_of_today_are_both_shown() {
    let built = in_con_minh().build();
    let words = built.words("vi/san-pham/mien/index.html");
    assert!(words.contains("Thôn Chè Cọ, xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn"), "{words}");
    assert!(words.contains("nay thuộc xã Côn Minh, tỉnh Thái Nguyên"), "{words}");
    let words = built.words("en/products/mien/index.html");
    assert!(words.contains("Côn Minh Commune, Na Rì District, Bắc Kạn Province"), "{words}");
}

#[test]
fn a_product_is_found_under_its_old_and_its_new_places() {
    let built = in_con_minh().build();
    for place in ["xa-con-minh-cu", "huyen-na-ri-cu", "tinh-bac-kan-cu", "xa-con-minh", "tinh-thai-nguyen"] {
        assert!(built.text(&format!("vi/dia-phuong/{place}/index.html")).contains("/vi/san-pham/mien/"), "{place}");
    }
    let old = built.words("vi/dia-phuong/tinh-bac-kan-cu/index.html");
    assert!(old.contains("tên gọi đến 30/06/2025") && old.contains("tỉnh Thái Nguyên"), "{old}");
}

#[test]
fn the_same_name_and_slug_before_and_after_are_two_places() {
    let built = in_con_minh().build();
    assert_ne!(
        built.text("vi/dia-phuong/xa-con-minh/index.html"),
        built.text("vi/dia-phuong/xa-con-minh-cu/index.html")
    );
}

#[test]
fn a_split_unit_shows_all_candidates_until_the_author_names_one() {
    let split = PLACES.replace("now = [\"xa-con-minh\"]", "now = [\"xa-con-minh\", \"xa-tan-cuong\"]");
    let site = in_con_minh().with(&split);
    assert_eq!(site.check().codes(), ["split-place"]);
    let words = site.build().words("vi/san-pham/mien/index.html");
    assert!(
        words.contains("nay thuộc một trong các đơn vị: xã Côn Minh, tỉnh Thái Nguyên; xã Tân Cương, tỉnh Thái Nguyên"),
        "{words}"
    );
    let record = std::fs::read_to_string(site.path("content/products/mien/product.toml")).expect("the record");
    site.edit("content/products/mien/product.toml", &format!("place_now = \"xa-tan-cuong\"\n{record}"));
    assert_eq!(site.check().messages(), "no mistakes found\n");
    assert!(site.build().words("vi/san-pham/mien/index.html").contains("nay thuộc xã Tân Cương"));
}

#[test]
fn an_unknown_place_is_a_warning_and_the_page_is_made() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"Trà\"\nproducer = \"htx-a\"\nplace = \"xa-ra-ban\"\ngroup = \"drink.tea\"\n",
    );
    assert_eq!(site.check().codes(), ["unknown-place"]);
    assert!(site.build().has("vi/san-pham/tra/index.html"));
}

#[test]
fn a_code_may_be_given_again_after_a_reorganisation_but_not_twice_at_a_time() {
    let again = PLACES.replace("code = \"02173\"", "code = \"02185\"");
    assert_eq!(in_con_minh().with(&again).check().messages(), "no mistakes found\n");
    let twice = PLACES
        .replace("parent = \"tinh-thai-nguyen\"\n", "parent = \"tinh-thai-nguyen\"\ncode = \"02185\"\n")
        .replacen("code = \"02185\"\nparent", "parent", 1);
    assert_eq!(in_con_minh().with(&twice).check().codes(), ["place-clash"]);
}

#[test]
fn a_place_of_the_gazetteer_needs_no_line_in_places_toml() {
    let site = Site::new(
        "-- content/products/mien/product.toml --\nid = \"bk-0001\"\nname = { vi = \"Miến dong\", en = \"Canna vermicelli\" }\nproducer = \"htx-a\"\nplace = \"xa-con-minh-02173-cu\"\ngroup = \"food.processed\"\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let built = site.build();
    let words = built.words("vi/san-pham/mien/index.html");
    assert!(words.contains("Xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn"), "{words}");
    assert!(words.contains("nay thuộc xã Côn Minh, tỉnh Thái Nguyên"), "{words}");
    // Old names have pages of their own, and the product stands on all of them.
    for place in
        ["xa-con-minh-02173-cu", "huyen-na-ri-066-cu", "tinh-bac-kan-06-cu", "xa-con-minh-02185", "tinh-thai-nguyen-19"]
    {
        assert!(built.text(&format!("vi/dia-phuong/{place}/index.html")).contains("/vi/san-pham/mien/"), "{place}");
    }
}

#[test]
fn places_toml_stands_above_the_gazetteer() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = { vi = \"Trà\", en = \"Tea\" }\nproducer = \"htx-a\"\nplace = \"xa-con-minh-02173-cu\"\ngroup = \"drink.tea\"\n-- content/places.toml --\n[[place]]\nid = \"xa-tan-cuong\"\nname = \"Tân Cương\"\ntype = \"commune\"\nparent = \"tinh-thai-nguyen-19\"\n[[place]]\nid = \"xa-con-minh-02185\"\nname = \"Côn Minh Mới\"\ntype = \"ward\"\nparent = \"tinh-thai-nguyen-19\"\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    assert!(
        site.build().words("vi/san-pham/tra/index.html").contains("nay thuộc phường Côn Minh Mới, tỉnh Thái Nguyên")
    );
}

#[test]
fn a_type_that_changed_is_that_of_the_day() {
    let record = "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = { vi = \"Trà\", en = \"Tea\" }\nproducer = \"htx-a\"\nplace = \"tinh-dong-nai-75\"\ngroup = \"drink.tea\"\n";
    let on = |day: &str| Site::new(record).today(day).build().words("vi/san-pham/tra/index.html");
    assert!(on("2026-04-29").contains("Tỉnh Đồng Nai"));
    assert!(on("2026-04-30").contains("Thành phố Đồng Nai"));
}

#[test]
fn a_place_written_in_words_brings_its_id() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"Trà\"\nproducer = \"htx-a\"\nplace = \"xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn\"\ngroup = \"drink.tea\"\n",
    );
    assert!(site.check().messages().contains("write its id: xa-con-minh-02173-cu"), "{}", site.check().messages());
}

#[test]
fn the_command_finds_places() {
    let site = Site::new("");
    let output = site.run(&["place", "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn"]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(0));
    assert!(text.contains("xa-con-minh-02173-cu") && text.contains("xa-con-minh-02185"), "{text}");
    let output = site.run(&["place", "xã Rã Bản, huyện Chợ Đồn, tỉnh Bắc Kạn"]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("nothing is called \"xã Rã Bản\" there") && text.contains("huyen-cho-don-064-cu"), "{text}");
}
