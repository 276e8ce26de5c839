//! The search index as a build leaves it. What it finds is tested in a browser: `tests/search/check.mjs`.

use super::site::Site;

/// What stands at the beginning of the manifest: one number, then so many bytes of JSON.
fn head(bytes: &[u8]) -> serde_json::Value {
    let end = bytes.iter().position(|byte| *byte < 0x80).expect("a number ends") + 1;
    let length = bytes[..end].iter().rev().fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f));
    serde_json::from_slice(&bytes[end..end + length]).expect("the head is JSON")
}

#[test]
fn a_site_publishes_an_index_that_its_pages_name() {
    let built = Site::new("").build();
    let head = head(&built.unpacked("search/manifest.bin"));
    assert_eq!(head["products"], 1);
    assert_eq!(head["languages"], serde_json::json!(["vi", "en"]));
    assert_eq!(head["labels"][1]["status"]["expired"], "Expired");
    let hash = |value: &serde_json::Value| value.as_str().expect("a hash").to_owned();
    let paths = built.paths();
    for part in [
        format!("cards-vi-0-0.{}", hash(&head["cards"][0][0][0])),
        format!("facets-vi.{}", hash(&head["facets"][0])),
        format!("facets-en.{}", hash(&head["facets"][1])),
    ] {
        assert!(paths.contains(&format!("search/parts/{part}.bin")), "{part} in {paths:?}");
    }
    assert!(built.text("vi/index.html").contains("data-search=\"/search/manifest.bin\""));
}

#[test]
fn a_site_may_do_without_search() {
    let built = Site::new(
        "-- ocop.toml --
base_url = \"https://ocop.example/\"
languages = [\"vi\", \"en\"]
title = { vi = \"Đặc sản thử\", en = \"Test specialities\" }
[search]
enabled = false
",
    )
    .build();
    assert!(built.paths().iter().all(|path| !path.starts_with("search/")), "{:?}", built.paths());
    assert!(!built.text("vi/index.html").contains("data-search"));
}

#[test]
fn an_index_changes_only_where_the_catalogue_does() {
    let index = |lines: &str| {
        let built = Site::product(lines).build();
        let parts: Vec<String> = built.paths().into_iter().filter(|path| path.starts_with("search/parts/")).collect();
        (built.unpacked("search/manifest.bin"), parts)
    };
    let before = index("");
    assert_eq!(before, index(""));
    let words = index("aliases = [\"Kim hoa trà\"]\n");
    assert!(words.0 != before.0 && words.1 == before.1, "other words, same cards: {before:?} {words:?}");
    let price = index("[[package]]\nprice = 90000\nnet = \"100 g\"\n");
    assert!(price.0 != before.0 && price.1 != before.1, "a price is on the card");
}

#[test]
fn the_folder_of_the_index_is_kept_free() {
    let seen = Site::new("-- static/search/manifest.bin --\n{}\n").check();
    insta::assert_snapshot!(seen.messages());
}

#[test]
fn the_engine_is_one_file_on_the_site() {
    let built = Site::new("").build();
    let engine = built.paths().into_iter().find(|path| path.ends_with("/search/engine.js")).expect("an engine");
    let text = built.text(&engine);
    assert!(text.contains("class Store") && text.contains("export function open("), "everything is in it");
    assert!(!text.lines().any(|line| line.starts_with("import {")), "nothing more is asked for");
}
