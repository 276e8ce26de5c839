//! Languages: the same facts in each, a visible fallback, pages that name each other.

use crate::site::Site;

#[test]
fn an_untranslated_product_keeps_its_page_with_a_notice_and_the_right_language() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = { vi = \"Trà hoa vàng\" }\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n-- content/products/tra/story.vi.md --\nHoa hái vào sáng sớm.\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let page = site.build().text("en/products/tra/index.html");
    assert!(page.contains("<html lang=\"en\""));
    assert!(page.contains("<h1 lang=\"vi\">Trà hoa vàng</h1>"), "{page}");
    assert!(page.contains("class=\"fallback\""), "a notice");
    let page = site.build().main("en/products/tra/index.html");
    let story = page.find("Hoa hái vào sáng sớm").expect("the story");
    assert!(page[..story].rfind("lang=\"vi\"").is_some_and(|at| story - at < 200), "the story is marked as Vietnamese");
}

#[test]
fn check_reports_how_much_is_translated() {
    let site = Site::new("-- content/products/tra/story.vi.md --\nHoa hái vào sáng sớm.\n");
    let output = site.run(&["check", "--today", crate::site::TODAY]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("vi  products 1/1, stories 1/1"), "{text}");
    assert!(text.contains("en  products 1/1, stories 0/1"), "{text}");
    assert!(text.contains("missing in en, stories: tra"), "{text}");
}

#[test]
fn every_page_names_itself_and_its_translations() {
    let built = Site::new("").build();
    let vi = built.text("vi/san-pham/tra/index.html");
    let en = built.text("en/products/tra/index.html");
    for page in [&vi, &en] {
        assert!(page.contains("hreflang=\"vi\" href=\"https://ocop.example/vi/san-pham/tra/\""));
        assert!(page.contains("hreflang=\"en\" href=\"https://ocop.example/en/products/tra/\""));
        assert!(page.contains("hreflang=\"x-default\""));
    }
    assert!(vi.contains("<link rel=\"canonical\" href=\"https://ocop.example/vi/san-pham/tra/\">"));
    assert!(
        vi.contains("<a href=\"/en/products/tra/\" lang=\"en\" hreflang=\"en\""),
        "the language switch leads to the same page"
    );
}

#[test]
fn a_further_language_is_a_text_file_and_no_code() {
    let english =
        std::fs::read_to_string(format!("{}/themes/gido/i18n/en.ftl", env!("CARGO_MANIFEST_DIR"))).expect("texts");
    let french: String = english
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some(("path_products", _)) => "path_products = produits".to_owned(),
            Some(("language_name", _)) => "language_name = Français".to_owned(),
            _ => line.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\n");
    let keys = "\nlanguage_fr = French\n";
    let site = Site::new(&format!("-- overrides/i18n/fr.ftl --\n{french}{keys}\n-- overrides/i18n/vi.ftl --\nlanguage_fr = tiếng Pháp\n-- overrides/i18n/en.ftl --\nlanguage_fr = French\n"))
        .with("-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\", \"fr\"]\ntitle = { vi = \"Thử\", en = \"Test\", fr = \"Essai\" }\n");
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let built = site.build();
    assert!(built.text("fr/produits/tra/index.html").contains("<html lang=\"fr\""));
    assert!(
        built
            .text("vi/san-pham/tra/index.html")
            .contains("hreflang=\"fr\" href=\"https://ocop.example/fr/produits/tra/\"")
    );
}

#[test]
fn where_there_is_one_language_the_first_page_leads_on() {
    let site = Site::product("").with(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\"]\ntitle = \"Thử\"\ndescription = \"Đặc sản\"\n\
         -- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"Trà hoa vàng\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n",
    );
    let built = site.build();
    let first = built.text("index.html");
    assert!(first.contains("<meta http-equiv=\"refresh\" content=\"0; url=/vi/\">"), "{first}");
    assert!(first.contains("<link rel=\"canonical\" href=\"https://ocop.example/vi/\">"), "{first}");
    let home = built.text("vi/index.html");
    assert!(home.contains("hreflang=\"x-default\" href=\"https://ocop.example/vi/\""), "{home}");
    assert!(!built.text("sitemap.xml").contains("<loc>https://ocop.example/</loc>"));
    let two = Site::product("").build();
    assert!(!two.text("index.html").contains("refresh"), "a choice is the reader's");
    assert!(two.text("sitemap.xml").contains("<loc>https://ocop.example/</loc>"));
}

#[test]
fn a_text_missing_in_one_language_of_the_theme_is_told() {
    let site = Site::new("-- overrides/i18n/vi.ftl --\nown_text = của riêng\n");
    let seen = site.check();
    assert_eq!(seen.codes(), ["theme"]);
    assert!(seen.messages().contains("`own_text` is missing in `en`"), "{}", seen.messages());
}
