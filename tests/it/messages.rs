//! Messages, compared whole: what a person reads is what we promise.

use crate::site::Site;

#[test]
fn a_sound_catalogue_has_no_messages() {
    assert_eq!(Site::new("").check().messages(), "no mistakes found\n");
}

#[test]
fn every_mistake_of_a_catalogue_is_told_in_one_run() {
    let site = Site::product(
        r#"aliasses = ["trà vàng"]
[[certification]]
stars = 6
date = "2021-13"
level = "village"
[[package]]
net = "half a kilo"
gtin = "8930000000001"
price = "65.000"
[traceability]
url = "javascript:alert(1)"
[[photo]]
file = "front.jpg"
alt = "Hộp trà"
[sold]
sales_points = ["cho-que"]
"#,
    );
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn a_certificate_that_breaks_the_rules_is_told() {
    let site = Site::product(
        r#"
[[certification]]
stars = 4
score = 91.14
date = 2024
level = "district"
criteria = "1048"
valid_until = 2023-01-01
[[certification]]
stars = 5
potential_five = true
date = 2024
level = "central"
[[certification]]
stars = 3
level = "province"
"#,
    );
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn names_of_other_records_that_do_not_exist_come_with_what_was_perhaps_meant() {
    let site = Site::new(
        r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-aa"
place = "xa-tan-cuongg"
group = "drink.tee"
"#,
    );
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn two_records_with_one_identifier_are_both_named() {
    let site = Site::new(
        r#"-- content/products/tra-xanh/product.toml --
id = "tn-0001"
name = { vi = "Trà xanh", en = "Green tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
former_slugs = ["tra"]
"#,
    );
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn a_missing_quote_does_not_hide_the_mistakes_of_other_records() {
    let site = Site::new(
        r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea }
producer = "htx-a"
group = "drink.tea"
-- content/producers/htx-a/producer.toml --
name = "Hợp tác xã A"
type = "cooperativ"
"#,
    );
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn letters_that_only_look_vietnamese_are_repaired_and_told() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = { vi = \"Trà Ðại Việt\", en = \"Ðại Việt tea\" }\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\nvillage = \"Cư M'gar, Ea H’Leo\"\ngroup = \"drink.tea\"\n",
    );
    insta::assert_snapshot!(site.check().messages());
    assert!(site.build().words("vi/san-pham/tra/index.html").contains("Trà Đại Việt"));
}

#[test]
fn a_folder_without_a_catalogue_says_what_to_do() {
    insta::assert_snapshot!(Site::empty("-- readme.txt --\nx\n").check().messages());
}

#[test]
fn messages_for_programs_have_file_line_and_column() {
    let site = Site::product("village = 5\n");
    let output = site.run(&["check", "--format", "json", "--today", crate::site::TODAY]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8(output.stdout).expect("text"));
    let output = site.run(&["check", "--format", "github", "--today", crate::site::TODAY]);
    insta::assert_snapshot!(String::from_utf8(output.stdout).expect("text"));
}
