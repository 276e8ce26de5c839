//! What is printed: sheets, labels, price lists, and the pack of a sales point.

use ocop::print::code::Modules;

use crate::site::Site;

const SHEET: &str = "vi/san-pham/tra/phieu/index.html";
const PACK: &str = "vi/diem-ban/quay/in/index.html";

/// A tea in two packages at a stall.
fn stall() -> Site {
    Site::product(
        r#"
[[package]]
net = "100 g"
kind = { vi = "hộp giấy", en = "paper box" }
gtin = "8938500000010"
price = 185000
price_date = 2025-07-01
[[package]]
net = "1 kg"
[[certification]]
date = 2024-03-12
level = "province"
stars = 4
[sold]
sales_points = ["quay"]
-- content/sales-points/quay/sales-point.toml --
name = { vi = "Quầy Tân Cương", en = "Tân Cương Stall" }
operator = { vi = "Hợp tác xã A", en = "Cooperative A" }
-- content/sales-points/trong/sales-point.toml --
name = { vi = "Quầy trống", en = "Empty Stall" }
"#,
    )
}

#[test]
fn the_pack_of_a_sales_point_prints_everything_once_without_a_script() {
    let built = stall().build();
    let words = built.words(PACK);
    for text in
        ["Bảng niêm yết giá", "Quầy Tân Cương", "Hợp tác xã A", "31/07/2025", "Giá đã gồm thuế, phí", "185.000 ₫"]
    {
        assert!(words.contains(text), "{text} in {words}");
    }
    let main = built.main(PACK);
    assert_eq!(main.matches("class=\"label\"").count(), 2, "one label for each package");
    assert_eq!(main.matches("class=\"sheet\"").count(), 1, "one sheet for each product");
    assert!(main.contains("data-pack hidden"), "the choices need the script, so they begin hidden");
    assert!(built.has("en/sales-points/quay/print/index.html"));
    assert!(built.main("vi/diem-ban/quay/index.html").contains("/vi/diem-ban/quay/in/"));
}

#[test]
fn a_sales_point_without_products_has_no_pack() {
    let built = stall().build();
    assert!(!built.has("vi/diem-ban/trong/in/index.html"));
    assert!(!built.main("vi/diem-ban/trong/index.html").contains("/in/"));
}

#[test]
fn a_package_without_price_gets_a_blank_to_write_on() {
    let main = stall().build().main(PACK);
    // On its label and in the price list.
    assert_eq!(main.matches("class=\"blank\"").count(), 2);
    assert!(main.contains("Ô trống là sản phẩm chưa ghi giá"));
}

#[test]
fn stars_are_printed_only_while_the_certificate_is_valid() {
    let sound = stall().build();
    assert!(sound.main(SHEET).contains("class=\"certificate-stars\""));
    // A page that is printed after the last day leaves them out: its script compares the days.
    let held = "held\" data-status=\"valid\" data-valid-until=\"2027-03-12\"";
    assert_eq!(sound.main(PACK).matches(held).count(), 3, "two labels, and the first line of the price list");
    let ended = stall().today("2027-03-20").build();
    let (sheet, pack) = (ended.main(SHEET), ended.main(PACK));
    assert!(
        !sheet.contains("certificate-stars") && sheet.contains("Đã hết hiệu lực, có giá trị đến 12/03/2027"),
        "{sheet}"
    );
    assert!(!pack.contains("label-stars") && !pack.contains("4 sao OCOP"), "{pack}");
    let never = Site::new("").build();
    assert!(!never.main(SHEET).contains("certificate-stars"));
    assert!(never.words(SHEET).contains("Không có giấy chứng nhận OCOP"));
}

#[test]
fn the_sheet_has_the_bar_code_of_the_package_and_the_name_in_both_languages() {
    let built = stall().build();
    let main = built.main(SHEET);
    assert!(main.contains("aria-label=\"EAN-13 8938500000010\""), "{main}");
    assert!(main.contains("<p lang=\"en\">Golden camellia tea</p>"), "{main}");
    assert!(built.words(SHEET).contains("185.000 ₫"));
}

#[test]
fn codes_lead_to_the_permanent_address_or_where_asked_to_the_digital_link() {
    let permanent = Modules::of("https://ocop.example/p/tn-0001/").svg();
    let link = Modules::of("https://ocop.example/01/08938500000010/").svg();
    let main = stall().build().main(SHEET);
    assert!(main.contains(&permanent) && !main.contains(&link));
    let asked = stall().with(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\ntitle = { vi = \"Thử\", en = \"Test\" }\n[print]\ndigital_link = true\n",
    );
    let built = asked.build();
    assert!(built.main(SHEET).contains(&link) && !built.main(SHEET).contains(&permanent));
    // A package without number keeps the permanent address.
    assert!(built.main(PACK).contains(&permanent) && built.main(PACK).contains(&link));
    assert!(built.has("01/08938500000010/index.html"), "what the code says is a page");
}

#[test]
fn label_sheets_of_ones_own_are_offered_and_laid_out() {
    let built = stall()
        .with(
            "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\ntitle = { vi = \"Thử\", en = \"Test\" }\n[[print.label]]\nid = \"nha-in\"\ncolumns = 4\nrows = 11\nwidth = 48.5\nheight = 25.4\n",
        )
        .build();
    let main = built.main(PACK);
    assert!(
        main.contains(
            "<option value=\"nha-in\" data-per=\"44\" data-room=\"small\">Tờ A4, 4 × 11 nhãn 48,5 × 25,4 mm</option>"
        ),
        "{main}"
    );
    let css =
        built.paths().into_iter().find(|path| path.starts_with("assets/paper.")).expect("a style sheet for paper");
    let css = built.text(&css);
    assert!(css.contains("[data-stock=\"nha-in\"] { page: stock-nha-in;"), "{css}");
    // In the middle: (210 − 4 × 48.5) / 2 and (297 − 11 × 25.4) / 2.
    assert!(css.contains("padding: 8.80mm 0 0 8.00mm; grid-template-columns: repeat(4, 48.5mm)"), "{css}");
}

#[test]
fn only_pages_for_paper_load_their_style_sheet() {
    let built = stall().build();
    for path in built.paths().iter().filter(|path| path.ends_with(".html")) {
        let paper = path.contains("/phieu/")
            || path.contains("/sheet/")
            || path.contains("/in/")
            || path.contains("/print/")
            || path.contains("/man-hinh/")
            || path.contains("/screen/");
        assert_eq!(built.text(path).contains("assets/paper."), paper, "{path}");
    }
}

#[test]
fn a_long_sheet_goes_on_to_a_second_page_and_check_says_so() {
    let usage = "Tráng ấm bằng nước sôi, cho năm gam chè, rót nước, đợi một phút rồi rót ra chén. ".repeat(75);
    let site = Site::product(&format!("[label]\nusage = \"{usage}\"\nstorage = \"Để nơi khô\"\n"));
    assert_eq!(site.check().codes(), ["sheet-long"]);
    let main = site.build().main(SHEET);
    assert!(main.matches("class=\"leaf\"").count() >= 2, "{main}");
    assert!(main.contains("(tiếp theo)"));
    let short = Site::product("[label]\nusage = \"Pha với nước sôi.\"\n");
    assert_eq!(short.check().messages(), "no mistakes found\n");
    // What says little is set large.
    assert!(short.build().main(SHEET).contains("data-step=\"0\""));
}

#[test]
fn the_counter_screen_shows_what_a_sales_point_sells_even_without_a_script() {
    let built = stall().build();
    let (words, main) =
        (built.words("vi/diem-ban/quay/man-hinh/index.html"), built.main("vi/diem-ban/quay/man-hinh/index.html"));
    for text in ["Trà hoa vàng", "Golden camellia tea", "185.000 ₫", "4 sao", "Hợp tác xã A", "ocop.example/p/tn-0001/"]
    {
        assert!(words.contains(text), "{text} in {words}");
    }
    assert!(!main.contains("class=\"slide\" hidden"), "every product is there to scroll to");
    assert!(built.main("vi/diem-ban/quay/index.html").contains("/vi/diem-ban/quay/man-hinh/"));
    assert!(!built.has("vi/diem-ban/trong/man-hinh/index.html"));
    let ended = stall().today("2027-03-20").build().main("vi/diem-ban/quay/man-hinh/index.html");
    assert!(!ended.contains("certificate-stars"), "{ended}");
}

#[cfg(not(feature = "pdf"))]
#[test]
fn asking_for_documents_without_pdf_is_told_and_the_site_is_made_without_links_to_them() {
    let asked = stall().with(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\ntitle = { vi = \"Thử\", en = \"Test\" }\n[print]\npublish = [\"sheets\", \"prices\", \"book\"]\n",
    );
    insta::assert_snapshot!(asked.check().messages());
    let built = asked.build();
    assert!(!built.paths().iter().any(|path| path.ends_with(".pdf")));
    assert!(!built.text(SHEET).contains(".pdf") && !built.text(PACK).contains(".pdf"));
}

#[test]
fn a_document_that_nobody_knows_is_a_mistake() {
    let asked = stall().with(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\ntitle = { vi = \"Thử\", en = \"Test\" }\n[print]\npublish = [\"sheet\"]\n",
    );
    let messages = asked.check().messages();
    assert!(messages.contains("sheets") && messages.contains("ocop.toml:4"), "{messages}");
}
