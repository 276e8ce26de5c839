//! The search box, the search page and the facets of a list, as they stand before any script runs.
//! What scripts make of them is tested in `tests/browser`.

use crate::site::Site;

#[test]
fn every_page_of_a_language_has_a_box_that_sends_its_text_to_the_search_page() {
    let built = Site::new("").base_url("https://ocop.example/danh-muc/").build();
    for (page, action) in [
        ("vi/index.html", "/danh-muc/vi/tim-kiem/"),
        ("vi/san-pham/tra/index.html", "/danh-muc/vi/tim-kiem/"),
        ("en/products/tra/index.html", "/danh-muc/en/search/"),
        ("en/404.html", "/danh-muc/en/search/"),
    ] {
        let text = built.text(page);
        let form = text.split("<form").find(|form| form.contains("role=\"search\"")).expect(page);
        let form = &form[..form.find("</form>").expect("the form ends")];
        assert!(form.contains(&format!("action=\"{action}\"")) && form.contains("name=\"q\""), "{page}: {form}");
        assert!(form.contains("<label") && form.contains("type=\"submit\""), "{page}: {form}");
    }
}

#[test]
fn the_search_page_leads_to_every_product_without_a_script() {
    let certified = "[[certification]]\nstars = 4\ndate = 2024-05-01\nlevel = \"province\"\n";
    let built = Site::product(certified).build();
    let page = built.main("vi/tim-kiem/index.html");
    for list in [
        "/vi/nhom/drink/",
        "/vi/dia-phuong/tinh-thai-nguyen/",
        "/vi/dia-phuong/",
        "/vi/hang-sao/4/",
        "/vi/hang-sao/",
        "/vi/chu-the/htx-a/",
        "/vi/san-pham/",
    ] {
        assert!(page.contains(&format!("href=\"{list}\"")), "{list} in {page}");
    }
    let says = page.split("<noscript>").nth(1).expect("words for readers without scripts");
    assert!(says.contains("JavaScript") && says.contains("danh sách"), "{says}");
    assert!(built.text("sitemap.xml").contains("https://ocop.example/en/search/"));
}

#[test]
fn a_list_carries_the_terms_of_its_short_facets_with_their_numbers() {
    let site = Site::product("[[certification]]\nstars = 4\ndate = 2024-05-01\nlevel = \"province\"\n");
    let page = site.build().main("vi/san-pham/index.html");
    for (key, value, label) in
        [("sao", "4", "4 sao"), ("nhom", "drink", "Đồ uống"), ("noi", "tinh-thai-nguyen", "Tỉnh Thái Nguyên")]
    {
        let row = format!(
            "<input form=\"list-form\" type=\"checkbox\" name=\"{key}\" value=\"{value}\"> <span>{label}</span> <span class=\"count\">1</span>"
        );
        assert!(page.contains(&row), "{row} in {page}");
    }
    assert!(!page.contains("name=\"sao\" value=\"5\""), "no term without a product");
}

#[test]
fn texts_that_count_come_in_the_plural_forms_of_the_page() {
    let built = Site::new("").build();
    assert!(
        built.main("vi/san-pham/index.html").contains("data-counts=\"{&quot;other&quot;:&quot;{n} sản phẩm&quot;}\"")
    );
    let english = built.main("en/products/index.html");
    assert!(
        english.contains("&quot;one&quot;:&quot;{n} product&quot;,&quot;other&quot;:&quot;{n} products&quot;"),
        "{english}"
    );
}

#[test]
fn a_site_without_search_has_neither_box_nor_page_and_narrows_by_links() {
    let built = Site::new(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = \"Thử\"\n[search]\nenabled = false\n",
    )
    .build();
    assert!(!built.has("vi/tim-kiem/index.html") && !built.has("search/manifest.bin"));
    let page = built.text("vi/san-pham/index.html");
    assert!(!page.contains("role=\"search\"") && !page.contains("data-search"), "{page}");
    assert!(!page.contains("type=\"checkbox\"") && page.contains("href=\"/vi/nhom/drink/\""), "{page}");
}
