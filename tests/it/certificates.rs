//! Certificates: what a page may call current, and what it says when it may not.

use crate::site::Site;

const VI: &str = "vi/san-pham/tra/index.html";
const EN: &str = "en/products/tra/index.html";

fn certified(lines: &str) -> Site {
    Site::product(&format!("[[certification]]\n{lines}"))
}

#[test]
fn a_valid_certificate_shows_stars_decision_and_last_day() {
    let site = Site::product("[[certification]]\nstars = 5\ndecision = \"bnn-377\"\nscore = 92.5\n").with(
        r#"-- content/decisions.toml --
[[decision]]
id = "bnn-377"
number = "377/QĐ-BNN-VPĐP"
date = 2025-01-17
issuer = { vi = "Bộ Nông nghiệp và Phát triển nông thôn", en = "Ministry of Agriculture and Rural Development" }
level = "central"
"#,
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let built = site.build();
    let words = built.words(VI);
    for expected in [
        "5 sao",
        "Còn hiệu lực đến 17/01/2028",
        "Quyết định số 377/QĐ-BNN-VPĐP ngày 17/01/2025",
        "Bộ Nông nghiệp và Phát triển nông thôn",
        "92,5 điểm",
    ] {
        assert!(words.contains(expected), "{expected} in {words}");
    }
    let words = built.words(EN);
    for expected in ["5 stars", "17 January 2028", "377/QĐ-BNN-VPĐP", "17 January 2025", "92.5 points"] {
        assert!(words.contains(expected), "{expected} in {words}");
    }
}

#[test]
fn a_page_read_after_the_last_day_knows_what_to_say() {
    let built = certified("stars = 4\ndate = 2024-03-02\nlevel = \"province\"\n").build();
    let main = built.main(VI);
    assert!(main.contains("data-valid-until=\"2027-03-02\""), "{main}");
    assert!(main.contains("data-expired-text=\"Đã hết hiệu lực"), "{main}");
}

#[test]
fn an_end_known_to_the_year_is_certain_only_until_that_year_begins() {
    let built = certified("stars = 4\ndate = 2023\nlevel = \"province\"\n").build();
    let main = built.main(EN);
    assert!(built.words(EN).contains("2026"), "{main}");
    assert!(main.contains("data-valid-until=\"2026-01-01\"") && main.contains("May have expired"), "{main}");
}

#[test]
fn an_expired_certificate_is_stated_as_expired_everywhere() {
    let site = certified("stars = 4\ndate = 2021-05-01\nlevel = \"province\"\n");
    let built = site.build();
    for (path, expired) in [
        (VI, "Đã hết hiệu lực"),
        (EN, "xpired"),
        ("vi/san-pham/tra/phieu/index.html", "hết hiệu lực"),
        ("p/tn-0001/index.html", "Đã hết hiệu lực"),
    ] {
        assert!(built.words(path).contains(expired), "{path}: {}", built.words(path));
    }
    assert!(built.words("vi/san-pham/index.html").contains("Hết hiệu lực"));
    // Not counted, not listed, not marked up as current.
    assert!(!built.text("vi/hang-sao/4/index.html").contains("/vi/san-pham/tra/"));
    let jsonld = built.jsonld(VI).to_string();
    assert!(!jsonld.contains("hasCertification") && !jsonld.contains("ratingValue"), "{jsonld}");
    let api = built.json("api/catalogue.json");
    let certificate = &api["products"][0]["certificate"];
    assert_eq!(certificate["status"], "expired");
    assert_eq!(certificate.get("stars"), None);
    assert_eq!(certificate["last_known_stars"], 4);
}

#[test]
fn a_validity_that_nobody_knows_is_called_that() {
    let built = certified("stars = 4\ndate = 2022\nlevel = \"province\"\n").build();
    assert!(built.words(VI).contains("Chưa rõ còn hiệu lực hay không"));
    assert!(built.words(VI).contains("Xếp hạng gần nhất: 4 sao"));
    assert!(!built.main(VI).contains("data-valid-until"));
}

#[test]
fn a_withdrawn_certificate_shows_its_withdrawal() {
    let built = certified("stars = 4\ndate = 2024-05-01\nlevel = \"province\"\nwithdrawn = 2025-02-03\n").build();
    assert!(built.words(VI).contains("thu hồi"), "{}", built.words(VI));
    assert!(built.words(VI).contains("03/02/2025"));
}

#[test]
fn a_certificate_about_to_end_says_so_for_its_last_ninety_days() {
    let site = |today: &str| certified("stars = 4\ndate = 2022-10-29\nlevel = \"province\"\n").today(today).build();
    assert!(site("2025-07-30").words(VI).contains("Còn hiệu lực đến 29/10/2025"));
    assert!(site("2025-07-31").words(VI).contains("Sắp hết hiệu lực"));
    assert!(site("2025-10-30").words(VI).contains("Đã hết hiệu lực"));
}

#[test]
fn a_re_evaluation_replaces_the_earlier_stars_even_with_fewer() {
    let built = Site::product("[[certification]]\nstars = 4\ndate = 2022-09-01\nlevel = \"province\"\n[[certification]]\nstars = 3\ndate = 2025-01-10\nlevel = \"district\"\n").build();
    assert_eq!(built.json("api/products/tn-0001.json")["certificate"]["stars"], 3);
    assert!(built.words(VI).contains("Đã thay bằng lần công nhận sau"), "{}", built.words(VI));
}

#[test]
fn potential_five_star_is_a_note_on_four_stars() {
    let built = certified("stars = 4\npotential_five = true\ndate = 2024-05-01\nlevel = \"province\"\n").build();
    assert!(built.words(VI).contains("Tiềm năng 5 sao") && built.words(VI).contains("4 sao"));
    assert_eq!(built.json("api/products/tn-0001.json")["certificate"]["stars"], 4);
}

#[test]
fn an_edition_says_as_of_which_day_it_speaks_whatever_today_is() {
    let site = |today: &str| {
        certified("stars = 4\ndate = 2024-03-02\nlevel = \"province\"\n")
            .with("-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = { vi = \"Thử\", en = \"Test\" }\n[catalogue]\nedition = 2025-07-31\n")
            .today(today)
            .build()
    };
    let (then, later) = (site("2025-07-31"), site("2031-01-01"));
    assert_eq!(then.files(), later.files());
    assert!(then.text(VI).contains("31/07/2025") && then.words(VI).contains("Còn hiệu lực đến 02/03/2027"));
    assert!(then.words(EN).contains("31 July 2025"));
}

#[test]
fn a_product_without_certificate_has_no_stars() {
    let built = Site::new("").build();
    assert!(built.words(VI).contains("Không có giấy chứng nhận OCOP"), "{}", built.words(VI));
    assert_eq!(built.json("api/catalogue.json")["products"][0]["certificate"]["status"], "none");
}
