//! The page of a product and its printed sheet.

use crate::site::Site;

const VI: &str = "vi/san-pham/tra/index.html";
const EN: &str = "en/products/tra/index.html";

fn full() -> Site {
    Site::product(
        r#"summary = { vi = "Trà từ hoa trà hoa vàng.", en = "Tea from golden camellia flowers." }
aliases = ["kim hoa trà"]
[[package]]
net = "0,5 kg"
kind = { vi = "hộp giấy", en = "carton" }
gtin = "8930000000002"
price = 65000
price_date = "2025-05"
[label]
ingredients = { vi = "Hoa trà", en = "Camellia flowers" }
origin = "Sản xuất tại Việt Nam"
alcohol = 29.5
[label.nutrition]
energy_kcal = 350
protein_g = 1.25
[making]
process = [{ vi = "Hái hoa", en = "Pick the flowers" }, { vi = "Sấy", en = "Dry" }]
[[standard]]
kind = "vietgap"
number = "VG-01"
issued = 2024
[[ip]]
kind = "gi"
name = "Tân Cương"
registered = 2021
[traceability]
code = "TX-1"
url = "https://truyxuat.example/TX-1"
[sold]
sales_points = ["cho-que"]
online = [{ name = "Cửa hàng", url = "https://shop.example/tra" }]
exports = [{ vi = "Nhật Bản", en = "Japan" }]
"#,
    )
    .with("-- content/sales-points/cho-que/sales-point.toml --\nname = { vi = \"Chợ quê\", en = \"Country market\" }\naddress = \"1 đường Chợ\"\n-- content/products/tra/story.vi.md --\nHoa hái vào **sáng sớm**.\n-- content/products/tra/story.en.md --\nPicked at *dawn*.\n")
}

#[test]
fn the_page_shows_every_fact_of_the_record_in_both_languages() {
    assert_eq!(full().check().messages(), "no mistakes found\n");
    let built = full().build();
    let vi = built.words(VI);
    for fact in [
        "Trà hoa vàng",
        "Golden camellia tea",
        "kim hoa trà",
        "Hợp tác xã A",
        "0,5 kg",
        "hộp giấy",
        "65.000 ₫",
        "130.000 ₫/kg",
        "tháng 5/2025",
        "8930000000002",
        "Hoa trà",
        "Sản xuất tại Việt Nam",
        "29,5% vol",
        "Trong 100 g",
        "350 kcal",
        "1,25 g",
        "Hái hoa",
        "Sấy",
        "VietGAP",
        "VG-01",
        "Chỉ dẫn địa lý: Tân Cương",
        "TX-1",
        "Chợ quê",
        "1 đường Chợ",
        "Cửa hàng",
        "Nhật Bản",
        "Hoa hái vào sáng sớm",
        "ocop.example/p/tn-0001/",
    ] {
        assert!(vi.contains(fact), "{fact} in {vi}");
    }
    let en = built.words(EN);
    for fact in [
        "0.5 kg",
        "carton",
        "VND 65,000",
        "VND 130,000/kg",
        "May 2025",
        "29.5% vol",
        "Pick the flowers",
        "Country market",
        "Japan",
        "Picked at dawn",
    ] {
        assert!(en.contains(fact), "{fact} in {en}");
    }
}

#[test]
fn the_sheet_carries_what_a_shelf_needs() {
    let built = full().build();
    let words = built.words("vi/san-pham/tra/phieu/index.html");
    for fact in ["Trà hoa vàng", "Hợp tác xã A", "0,5 kg", "65.000 ₫", "Hoa trà", "VietGAP", "ocop.example/p/tn-0001/"]
    {
        assert!(words.contains(fact), "{fact} in {words}");
    }
    assert!(built.text("vi/san-pham/tra/phieu/index.html").contains("<svg"), "a QR code");
}

#[test]
fn structured_data_says_what_the_catalogue_knows_and_no_more() {
    let built = full().build();
    let data = built.jsonld(VI);
    let product = &data["@graph"][0];
    assert_eq!(product["@type"], "Product");
    assert_eq!(product["name"], "Trà hoa vàng");
    assert_eq!(product["gtin"], "08930000000002");
    assert_eq!(product["offers"][0]["price"], 65000);
    assert_eq!(product["offers"][0]["priceCurrency"], "VND");
    assert_eq!(product["offers"][0]["eligibleQuantity"]["unitCode"], "KGM");
    assert_eq!(data["@graph"][1]["@type"], "BreadcrumbList");
    let bare = Site::new("").build().jsonld(VI);
    assert_eq!(bare["@graph"][0].get("offers"), None);
    assert!(!bare.to_string().contains("ggregateRating"));
}

#[test]
fn the_qr_code_leads_to_the_permanent_address() {
    let built = full().build();
    assert!(built.main(VI).contains("https://ocop.example/p/tn-0001/"));
    let permanent = built.text("p/tn-0001/index.html");
    assert!(permanent.contains("/vi/san-pham/tra/") && permanent.contains("/en/products/tra/"));
}

#[test]
fn a_household_business_may_be_shown_by_its_brand_only() {
    let site = Site::new(
        "-- content/producers/htx-a/producer.toml --\nname = \"Hộ kinh doanh Lò Văn Tám\"\nbrand = \"Trà Mây\"\nshow = \"brand\"\ntype = \"household\"\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    for (path, bytes) in site.build().files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Lò Văn Tám"), "{path}");
    }
    assert!(site.build().words(VI).contains("Trà Mây"));
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let site = Site::product("draft = true\n");
    assert!(!site.build().has(VI));
    assert!(site.drafts().build().has(VI));
}

#[test]
fn a_price_of_nothing_is_shown_as_it_is_and_a_long_name_stays_whole() {
    let name = "Trà hoa vàng sấy thăng hoa nguyên bông hộp quà biếu Tết thượng hạng loại một";
    let site = Site::new(&format!(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"{name}\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n[[package]]\nnet = \"10 cái\"\nprice = 0\n"
    ));
    let words = site.build().words(VI);
    assert!(words.contains(name) && words.contains("0 ₫") && words.contains("10 cái"), "{words}");
}
