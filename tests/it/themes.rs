//! Themes: a site replaces the smallest file; an own theme extends another.

use crate::site::Site;

#[test]
fn a_site_replaces_one_partial_and_keeps_the_rest() {
    let site =
        Site::new("-- overrides/templates/partials/footer.html --\n<footer>Của riêng {{ site.title }}</footer>\n");
    let page = site.build().text("vi/san-pham/tra/index.html");
    assert!(page.contains("<footer>Của riêng Đặc sản thử</footer>"), "{page}");
    assert!(page.contains("<header"), "the rest of the theme is there");
}

#[test]
fn a_site_changes_one_token_without_copying_the_sheet() {
    let site = Site::new("-- overrides/css/own.css --\n:root { --lacquer: #123456; }\n");
    let built = site.build();
    let path = built.paths().into_iter().find(|path| path.starts_with("assets/site.")).expect("a style sheet");
    let css = built.text(&path);
    let (theirs, own) = (css.find("--lacquer:").expect("the token"), css.find("#123456").expect("the change"));
    assert!(theirs < own, "what a site says comes last");
}

#[test]
fn an_own_theme_extends_another_and_can_use_what_it_replaces() {
    let site = Site::new(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = \"Thử\"\ntheme = \"rieng\"\n-- themes/rieng/theme.toml --\nname = \"rieng\"\nextends = \"gido\"\n-- themes/rieng/templates/partials/footer.html --\n<p>trước</p>{% include \"gido/partials/footer.html\" %}\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let page = site.build().text("vi/index.html");
    assert!(page.contains("<p>trước</p>") && page.contains("<footer"), "{page}");
}

#[test]
fn a_template_with_a_mistake_is_told_with_its_name() {
    let site = Site::new("-- overrides/templates/partials/footer.html --\n{% if %}\n");
    let seen = site.check();
    assert_eq!(seen.codes(), ["theme"]);
    assert!(seen.messages().contains("partials/footer.html"), "{}", seen.messages());
}

#[test]
fn a_template_that_asks_for_what_is_not_there_stops_the_build() {
    let site = Site::new("-- overrides/templates/partials/footer.html --\n{{ site.colour.of.the.sea }}\n");
    let output = site.run(&["build", "--today", crate::site::TODAY]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("colour") && text.contains("nothing was published"), "{text}");
    assert!(!site.path("public").exists());
}

#[test]
fn a_kept_partial_is_made_for_each_language_part_of_the_menu_and_kind() {
    let site = Site::new(
        "-- overrides/templates/partials/footer.html --\n{# kept: site, t, page.kind #}<footer>{{ t.home }} <{{ page.kind }}> {% for item in site.nav %}{% if item.current %}{{ item.label }}{% endif %}{% endfor %} & {{ site.title }}</footer>\n",
    );
    let built = site.build();
    let footer = |path: &str| {
        let page = built.text(path);
        page[page.find("<footer>").expect("the footer")..page.find("</footer>").expect("its end")].to_owned()
    };
    assert_eq!(footer("vi/index.html"), "<footer>Trang chủ <home>  & Đặc sản thử");
    assert_eq!(footer("vi/san-pham/index.html"), "<footer>Trang chủ <products> Sản phẩm & Đặc sản thử");
    assert_eq!(footer("vi/san-pham/tra/index.html"), "<footer>Trang chủ <product> Sản phẩm & Đặc sản thử");
    assert_eq!(footer("en/products/index.html"), "<footer>Home <products> Products & Test specialities");
}

#[test]
fn a_kept_partial_cannot_ask_for_what_changes_from_page_to_page() {
    let site = Site::new("-- overrides/templates/partials/footer.html --\n{# kept: site #}{{ page.title }}\n");
    let output = site.run(&["build", "--today", crate::site::TODAY]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("partials/footer.html") && text.contains("title"), "{text}");
    assert!(text.contains("kept") && text.contains("nothing was published"), "{text}");
}

#[test]
fn an_unknown_theme_is_told_with_what_was_perhaps_meant() {
    let site = Site::new(
        "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = \"Thử\"\ntheme = \"gidoo\"\n",
    );
    let text = site.check().messages();
    assert!(text.contains("there is no theme `gidoo`") && text.contains("did you mean `gido`?"), "{text}");
}

#[test]
fn a_site_replaces_a_component() {
    let site = Site::product("[[package]]\nnet = \"500 g\"\nprice = 65000\n").with(
        "-- overrides/templates/partials/price.html --\n{%- component price(price) -%}<p class=\"own\">{{ price.amount }}</p>{%- endcomponent price -%}\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    assert!(site.build().main("vi/san-pham/tra/index.html").contains("<p class=\"own\">65.000\u{a0}₫</p>"));
}
