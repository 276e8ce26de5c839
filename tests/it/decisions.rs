//! Decisions and the check of stars: what a decision said, and what holds of it today.

use crate::site::Site;

const DECISION: &str = r#"-- content/decisions.toml --
[[decision]]
id = "tn-12-2021"
number = "12/QĐ-UBND"
date = 2021-05-01
issuer = { vi = "Ủy ban nhân dân tỉnh Thái Nguyên", en = "Thái Nguyên Provincial People's Committee" }
level = "province"
url = "https://example.vn/12.pdf"
[[decision]]
id = "tn-90-2024"
number = "90/QĐ-UBND"
date = 2024-06-03
issuer = { vi = "Ủy ban nhân dân tỉnh Thái Nguyên", en = "Thái Nguyên Provincial People's Committee" }
level = "province"
[[decision]]
id = "tn-unused"
number = "1/QĐ-UBND"
date = 2023-06-03
issuer = "Ủy ban nhân dân tỉnh Thái Nguyên"
level = "province"
"#;

fn certified(decisions: &[(u8, &str)]) -> Site {
    let certification =
        |(stars, decision): &(u8, &str)| format!("[[certification]]\nstars = {stars}\ndecision = \"{decision}\"\n");
    Site::product(&decisions.iter().map(certification).collect::<Vec<_>>().concat()).with(DECISION)
}

#[test]
fn a_decision_has_a_page_with_what_it_recognised_and_where_to_read_it() {
    let built = certified(&[(4, "tn-90-2024")]).build();
    let words = built.words("vi/quyet-dinh/tn-90-2024/index.html");
    for expected in [
        "Quyết định số 90/QĐ-UBND",
        "Ngày ký 03/06/2024",
        "Ủy ban nhân dân tỉnh Thái Nguyên",
        "Trà hoa vàng",
        "4 sao",
        "Còn hiệu lực đến 03/06/2027",
    ] {
        assert!(words.contains(expected), "{expected} in {words}");
    }
    let english = built.words("en/decisions/tn-90-2024/index.html");
    assert!(english.contains("Valid until 3 June 2027"), "{english}");
    let main = certified(&[(4, "tn-12-2021")]).build().main("en/decisions/tn-12-2021/index.html");
    assert!(main.contains("href=\"https://example.vn/12.pdf\""), "{main}");
}

#[test]
fn a_decision_never_shows_ended_stars_as_current() {
    let built = certified(&[(4, "tn-12-2021")]).build();
    let main = built.main("vi/quyet-dinh/tn-12-2021/index.html");
    assert!(main.contains("data-status=\"expired\"") && !main.contains("data-status=\"valid\""), "{main}");
    assert!(main.contains("Đã hết hiệu lực"), "{main}");
}

#[test]
fn a_decision_that_a_later_one_replaced_says_what_holds_now() {
    let built = certified(&[(4, "tn-12-2021"), (3, "tn-90-2024")]).build();
    let words = built.words("en/decisions/tn-12-2021/index.html");
    // Fewer stars than then: the page must not leave the reader with four.
    assert!(words.contains("4 stars") && words.contains("Today 3 stars"), "{words}");
    let later = built.words("en/decisions/tn-90-2024/index.html");
    assert!(!later.contains("4 stars"), "{later}");
}

#[test]
fn a_decision_page_read_after_the_last_day_knows_what_to_say() {
    let main = certified(&[(4, "tn-90-2024")]).build().main("vi/quyet-dinh/tn-90-2024/index.html");
    assert!(main.contains("data-valid-until=\"2027-06-03\""), "{main}");
}

#[test]
fn product_pages_and_codes_lead_to_the_decision() {
    let built = certified(&[(4, "tn-90-2024")]).build();
    for path in ["vi/san-pham/tra/index.html", "p/tn-0001/index.html"] {
        assert!(built.text(path).contains("href=\"/vi/quyet-dinh/tn-90-2024/\""), "{path}");
    }
}

#[test]
fn the_check_page_lists_decisions_with_products_by_year_and_works_without_script() {
    let built = certified(&[(4, "tn-12-2021"), (3, "tn-90-2024")]).build();
    let words = built.words("vi/kiem-tra/index.html");
    let (later, earlier) = (words.find("90/QĐ-UBND 03/06/2024"), words.find("12/QĐ-UBND 01/05/2021"));
    assert!(later.is_some() && later < earlier, "{words}");
    let main = built.main("vi/kiem-tra/index.html");
    assert!(!main.contains("tn-unused"), "{main}");
    for path in ["vi/index.html", "p/tn-0001/index.html"] {
        assert!(built.text(path).contains("href=\"/vi/kiem-tra/\""), "{path}");
    }
}

#[test]
fn the_check_page_asks_only_where_the_site_has_a_search_to_answer() {
    let form = |site: &Site| site.build().main("vi/kiem-tra/index.html").contains("<form");
    let site = certified(&[(4, "tn-90-2024")]);
    assert!(form(&site));
    site.edit(
        "ocop.toml",
        "base_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = \"Đặc sản thử\"\n[search]\nenabled = false\n",
    );
    assert!(!form(&site));
}

#[test]
fn a_catalogue_without_decisions_has_a_check_page_and_no_empty_list() {
    let built = Site::new("").build();
    assert!(built.words("en/verify/index.html").contains("What the words mean"));
    assert!(!built.text("en/verify/index.html").contains("/en/decisions/"));
}

#[test]
fn the_name_of_a_decision_is_a_part_of_its_address() {
    let site = Site::new(
        r#"-- content/decisions.toml --
[[decision]]
id = "12/QĐ-UBND"
number = "12/QĐ-UBND"
date = 2021-05-01
issuer = "Ủy ban nhân dân tỉnh Thái Nguyên"
level = "province"
"#,
    );
    insta::assert_snapshot!(site.check().messages());
}
