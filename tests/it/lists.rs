//! Lists: cut into pages, in the order of stars and of the alphabet of the language.

use std::fmt::Write as _;

use crate::site::Site;

fn many(count: usize) -> Site {
    let mut files = String::from(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = { vi = \"Thử\", en = \"Test\" }\n[lists]\nper_page = 10\n",
    );
    for number in 1..count {
        let _ = write!(
            files,
            "-- content/products/sp-{number}/product.toml --\nid = \"sp-{number}\"\nname = \"Sản phẩm {number}\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"food.fresh\"\n"
        );
    }
    Site::new(&files)
}

/// Links to products in the order of a page, each once.
fn order(page: &str) -> Vec<String> {
    let mut slugs: Vec<String> = Vec::new();
    for (index, _) in page.match_indices("/vi/san-pham/") {
        let rest = &page[index + "/vi/san-pham/".len()..];
        let slug = rest[..rest.find('/').unwrap_or(0)].to_owned();
        let is_slug = slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if is_slug && !slug.is_empty() && slug != "trang" && !slugs.contains(&slug) {
            slugs.push(slug);
        }
    }
    slugs
}

#[test]
fn a_long_list_is_cut_into_pages_that_lead_to_each_other() {
    let built = many(25).build();
    assert_eq!(order(&built.main("vi/san-pham/index.html")).len(), 10);
    assert_eq!(order(&built.main("vi/san-pham/trang/3/index.html")).len(), 5);
    assert!(!built.has("vi/san-pham/trang/4/index.html") && !built.has("vi/san-pham/trang/1/index.html"));
    let second = built.main("vi/san-pham/trang/2/index.html");
    assert!(second.contains("href=\"/vi/san-pham/\"") && second.contains("href=\"/vi/san-pham/trang/3/\""));
    assert!(built.has("en/products/page/2/index.html"));
    assert!(
        built
            .text("vi/san-pham/trang/2/index.html")
            .contains("<link rel=\"canonical\" href=\"https://ocop.example/vi/san-pham/trang/2/\">")
    );
}

#[test]
fn products_are_sorted_by_current_stars_and_then_by_the_alphabet_of_the_language() {
    let product = |slug: &str, id: u8, name: &str, stars: &str| {
        format!(
            "-- content/products/{slug}/product.toml --\nid = \"sp-{id}\"\nname = \"{name}\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"food\"\n{stars}"
        )
    };
    let valid = |stars: u8, level: &str| {
        format!("[[certification]]\nstars = {stars}\ndate = 2024-05-01\nlevel = \"{level}\"\n")
    };
    let ended = "[[certification]]\nstars = 5\ndate = 2020-05-01\nlevel = \"central\"\n";
    let site = Site::new(
        &[
            product("duong", 1, "Đường thốt nốt", &valid(3, "district")),
            product("dua", 2, "Dừa sáp", &valid(3, "district")),
            product("an", 3, "Ấn tượng", ended),
            product("zin", 4, "Zin cá", &valid(5, "central")),
            product("ca", 5, "Cá kho", &valid(4, "province")),
            product("ca-phe", 6, "Cà phê", &valid(4, "province")),
        ]
        .concat(),
    );
    assert_eq!(
        order(&site.build().main("vi/san-pham/index.html")),
        ["zin", "ca", "ca-phe", "dua", "duong", "an", "tra"]
    );
}

#[test]
fn a_product_is_listed_under_its_group_and_all_that_the_group_is_part_of() {
    let built = Site::new("-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"Khăn thổ cẩm\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"1048.fabric\"\n").build();
    for group in ["craft-textile", "craft"] {
        assert_eq!(order(&built.main(&format!("vi/nhom/{group}/index.html"))), ["tra"], "{group}");
    }
    assert!(!built.has("vi/nhom/drink/index.html"), "groups without products have no page");
}

#[test]
fn a_site_may_name_groups_of_its_own() {
    let site = Site::new(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = \"Thử\"\n[[group]]\nid = \"drink.tea.flower\"\nname = { vi = \"Trà hoa\", en = \"Flower tea\" }\n-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"Trà\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea.flower\"\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    assert!(site.build().words("en/groups/drink-tea-flower/index.html").contains("Flower tea"));
}

#[test]
fn an_empty_catalogue_is_still_a_site() {
    let site = Site::empty(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = { vi = \"Thử\", en = \"Test\" }\n",
    );
    let built = site.build();
    assert!(built.words("vi/san-pham/index.html").contains("0 sản phẩm"));
    assert!(built.has("en/index.html") && built.has("index.html"));
}
