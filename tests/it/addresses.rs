//! Addresses: permanent ones, former ones, those for machines.

use crate::site::Site;

#[test]
fn a_renamed_product_keeps_its_old_addresses() {
    let built = Site::product("former_slugs = [\"tra-cu\"]\n").build();
    for (path, target) in
        [("vi/san-pham/tra-cu/index.html", "/vi/san-pham/tra/"), ("en/products/tra-cu/index.html", "/en/products/tra/")]
    {
        let page = built.text(path);
        assert!(page.contains("http-equiv=\"refresh\"") && page.contains(target) && page.contains("noindex"), "{page}");
    }
}

#[test]
fn a_barcode_number_leads_to_its_product() {
    let built = Site::product("[[package]]\ngtin = \"8930000000002\"\n[[package]]\ngtin = \"96385074\"\n").build();
    for path in ["01/08930000000002/index.html", "01/00000096385074/index.html"] {
        assert!(built.text(path).contains("/vi/san-pham/tra/"), "{path}");
    }
}

#[test]
fn the_sitemap_lists_every_page_in_all_languages() {
    let sitemap = Site::new("").build().text("sitemap.xml");
    assert!(sitemap.contains("<loc>https://ocop.example/vi/san-pham/tra/</loc>"));
    assert!(sitemap.contains("hreflang=\"en\" href=\"https://ocop.example/en/products/tra/\""));
    assert!(!sitemap.contains("/p/tn-0001/") && !sitemap.contains("phieu") && !sitemap.contains("404"));
}

#[test]
fn the_feed_tells_news_and_new_certificates_newest_first() {
    let site = Site::product("[[certification]]\nstars = 4\ndate = 2025-05-02\nlevel = \"province\"\n").with(
        "-- content/news/2025-06-01-hoi-cho/post.vi.md --\n+++\ntitle = \"Hội chợ\"\nsummary = \"Ba ngày.\"\n+++\nMở cửa.\n-- content/news/2025-01-01-nam-moi/post.vi.md --\n+++\ntitle = \"Năm mới\"\n+++\nChúc mừng.\n-- content/news/2030-01-01-sau/post.vi.md --\n+++\ntitle = \"Tương lai\"\n+++\nx\n",
    );
    assert_eq!(site.check().codes(), ["future-date"]);
    let feed = site.build().text("vi/atom.xml");
    let at = |text: &str| feed.find(text).unwrap_or_else(|| panic!("{text} in {feed}"));
    assert!(at("Hội chợ") < at("Trà hoa vàng") && at("Trà hoa vàng") < at("Năm mới"));
    assert!(!feed.contains("Tương lai"));
    assert!(feed.contains("<updated>2025-06-01T00:00:00+07:00</updated>"));
}

#[test]
fn machines_find_data_robots_manifest_and_headers() {
    let built = Site::new("").build();
    let api = built.json("api/catalogue.json");
    assert_eq!(api["count"], 1);
    assert_eq!(api["products"][0]["urls"]["en"], "https://ocop.example/en/products/tra/");
    assert_eq!(built.json("api/products/tn-0001.json")["name"]["vi"], "Trà hoa vàng");
    assert!(built.text("robots.txt").contains("Sitemap: https://ocop.example/sitemap.xml"));
    assert_eq!(built.json("manifest.webmanifest")["start_url"], "/vi/");
    let headers = built.text("_headers");
    assert!(
        headers.contains("Content-Security-Policy: default-src 'self'") && !headers.contains("unsafe-inline"),
        "{headers}"
    );
}

#[test]
fn a_site_below_a_path_has_all_its_addresses_there() {
    let built = Site::new("").base_url("https://ocop.example/a/b/").build();
    let page = built.text("vi/san-pham/tra/index.html");
    assert!(page.contains("href=\"/a/b/vi/san-pham/\"") && page.contains("https://ocop.example/a/b/p/tn-0001/"));
    for (index, _) in page.match_indices("=\"/") {
        assert!(page[index + 2..].starts_with("/a/b/"), "{}", &page[index..(index + 60).min(page.len())]);
    }
    assert!(built.text("_headers").contains("/a/b/*"));
}

#[test]
fn the_root_lets_the_reader_choose_a_language() {
    let root = Site::new("").build().text("index.html");
    assert!(root.contains("href=\"/vi/\"") && root.contains("href=\"/en/\""));
    assert!(!root.contains("http-equiv"), "nobody is sent anywhere");
}

#[test]
fn a_lost_reader_finds_a_way_in_each_language() {
    let built = Site::new("").build();
    assert!(built.words("404.html").contains("Không tìm thấy trang"));
    assert!(built.text("404.html").contains("/en/products/"));
    assert!(built.text("vi/404.html").contains("noindex"));
}

#[test]
fn two_pages_that_claim_one_address_stop_the_build_before_anything_is_written() {
    let site = Site::new("-- static/vi/san-pham/tra/index.html --\nx\n");
    assert_eq!(site.check().codes(), ["path-clash"]);
    assert_eq!(site.run(&["build"]).status.code(), Some(1));
    assert!(!site.path("public").exists());
}
