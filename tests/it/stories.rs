//! What pages of producers and places tell beside their products.

use crate::site::Site;

const SECOND: &str = r#"-- content/producers/htx-b/producer.toml --
name = "Hợp tác xã B"
type = "cooperative"
place = "xa-tan-cuong"
-- content/sales-points/cho/sales-point.toml --
name = "Cửa hàng chợ Thái"
address = "chợ Thái"
place = "tinh-thai-nguyen"
-- content/places.toml --
[[place]]
id = "tinh-thai-nguyen"
name = "Thái Nguyên"
type = "province"
code = "19"
[[place]]
id = "xa-tan-cuong"
name = "Tân Cương"
type = "commune"
code = "05488"
parent = "tinh-thai-nguyen"
[[place]]
id = "xa-phu-xuyen"
name = "Phú Xuyên"
type = "commune"
code = "05491"
parent = "tinh-thai-nguyen"
-- content/products/mat/product.toml --
id = "tn-0002"
name = { vi = "Mật ong", en = "Honey" }
producer = "htx-b"
place = "xa-phu-xuyen"
group = "food.raw"
"#;

#[test]
fn a_producer_page_tells_its_recognitions_its_shops_and_its_neighbours() {
    let site = Site::product(
        "[sold]\nsales_points = [\"cho\"]\n[[certification]]\nstars = 3\ndate = 2021-05-01\nlevel = \"province\"\n\
         [[certification]]\nstars = 4\ndate = 2024-03-02\nlevel = \"province\"\n",
    )
    .with(SECOND);
    let built = site.build();
    let words = built.words("vi/chu-the/htx-a/index.html");
    let (newer, older) = (words.find("2024 Trà hoa vàng"), words.find("2021 Trà hoa vàng"));
    assert!(newer.is_some() && newer < older, "{words}");
    for expected in ["Cửa hàng chợ Thái", "Chủ thể khác ở xã Tân Cương", "Hợp tác xã B"] {
        assert!(words.contains(expected), "{expected} in {words}");
    }
    // Ended stars of the history are not shown as held.
    let main = built.main("vi/chu-the/htx-a/index.html");
    assert_eq!(main.matches("data-status=\"valid\"").count(), 2, "its card and its one valid certificate: {main}");
}

#[test]
fn a_place_page_says_what_is_there_and_leads_to_the_places_beside_it() {
    let built =
        Site::product("[[certification]]\nstars = 4\ndate = 2024-03-02\nlevel = \"province\"\n").with(SECOND).build();
    let words = built.words("vi/dia-phuong/tinh-thai-nguyen/index.html");
    assert!(words.contains("Tỉnh Thái Nguyên có 2 sản phẩm của 2 chủ thể"), "{words}");
    assert!(words.contains("sản phẩm 4 sao 1"), "{words}");
    let words = built.words("vi/dia-phuong/xa-tan-cuong/index.html");
    assert!(words.contains("Nơi khác ở tỉnh Thái Nguyên Xã Phú Xuyên 1"), "{words}");
    let english = built.words("en/places/xa-tan-cuong/index.html");
    assert!(english.contains("Tân Cương Commune has 1 product by 2 producers in this catalogue."), "{english}");
}

#[test]
fn the_home_page_counts_only_stars_that_hold_today() {
    let lines = "[[certification]]\nstars = 4\ndate = 2021-03-02\nlevel = \"province\"\n";
    let words = Site::product(lines).build().words("vi/index.html");
    assert!(words.contains("1 sản phẩm") && !words.contains("sản phẩm 4 sao"), "{words}");
    let words = Site::product(&lines.replace("2021", "2024")).build().words("vi/index.html");
    assert!(words.contains("sản phẩm 4 sao 1"), "{words}");
}
