//! Signs that nobody sees, and letters that pass for others: shown to whoever edits the catalogue, never to a terminal.

use crate::site::Site;

#[test]
fn signs_that_nobody_sees_are_told_with_their_place() {
    let site =
        Site::new("-- content/products/tra/story.vi.md --\nTrà ngon.\n\nMua ngay \u{202e}gnoc ad\u{202c} nhé.\n");
    site.edit(
        "content/products/tra/product.toml",
        "id = \"tn-0001\"\nname = \"Trà\u{200b} hoa v\u{200d}àng\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\nvillage = \"thôn \u{422}rà\"\n",
    );
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn what_is_hidden_is_not_published() {
    let site = Site::product("village = \"thôn\u{202e} Nam\u{2066}\u{200f}\u{feff}\u{e0041}\u{ffff} Đồng\u{ad}\"\n");
    assert_eq!(site.check().codes(), ["unseen-sign"]);
    for (path, bytes) in site.build().files() {
        if path.ends_with(".html") || path.ends_with(".json") || path.ends_with(".xml") {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{200f}', '\u{e0041}', '\u{ffff}']), "{path}");
        }
    }
    assert!(site.build().words("vi/san-pham/tra/index.html").contains("hôn Nam Đồng"));
}

#[test]
fn names_and_emojis_that_need_such_signs_keep_them() {
    let site = Site::product("village = \"thôn 👩\u{200d}🌾, ភូមិ\"\nsummary = \"Μοscow Москва: μg\"\n");
    assert_eq!(site.check().codes(), ["mixed-script"], "only the Greek ο in the Latin word");
    assert!(site.build().text("vi/san-pham/tra/index.html").contains("👩\u{200d}🌾"));
}

#[test]
fn a_file_cannot_steer_the_terminal() {
    let site = Site::product("\u{7f}bad = 1\n");
    site.edit("content/products/tra/story.vi.md", "x \u{1b}]0;title\u{7} [y](javascript:\u{1b}[2J) \u{9b}31m\n");
    site.edit("content/partners.toml", "\"\\u001b[2Jkey\" = 1\nkey = \"\u{1b}[31m\n");
    site.edit(
        "content/places.toml",
        "\"\\u001b[2J\\u202ekey\" = 1\n[[place]]\nid = \"\\u001b]8;;x\"\nname = \"x\"\ntype = \"\\u009bx\"\n",
    );
    for format in ["human", "github"] {
        let output = site.run(&["check", "--format", format]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        let bad = said.chars().find(|letter| letter.is_control() && *letter != '\n' || *letter == '\u{202e}');
        assert_eq!(bad, None, "{said}");
        assert!(said.contains("<U+001B>[2J<U+202E>key"), "{said}");
    }
}

#[test]
fn bytes_that_are_no_text_are_told_wherever_they_stand() {
    for path in [
        "ocop.toml",
        "content/places.toml",
        "content/decisions.toml",
        "content/products/tra/product.toml",
        "content/products/tra/story.vi.md",
        "content/pages/x/page.vi.md",
        "overrides/i18n/vi.ftl",
        "overrides/templates/partials/footer.html",
    ] {
        for bytes in ["\\xff\\xfe", "a = \"\\xc3\\x28\"", "\\xed\\xa0\\x80", "\\xf8\\x88\\x80\\x80\\x80"] {
            let site = Site::new(&format!("-- {path} --\n{bytes}\n"));
            let told = site.check().messages();
            assert!(told.contains("not text in UTF-8"), "{path}: {told}");
        }
    }
}

#[test]
fn a_nul_in_a_file_is_a_message_or_a_blank() {
    for path in ["ocop.toml", "content/places.toml", "content/products/tra/product.toml", "content/pages/x/page.vi.md"]
    {
        let site = Site::new("");
        site.edit(path, "+++\ntitle = \"x\0y\"\n+++\n\0\n");
        assert!(!site.check().messages().contains("no mistakes"), "{path}");
    }
}
