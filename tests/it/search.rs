//! The search index as a build leaves it. What it finds is tested in a browser: `tests/search/check.mjs`.

use super::site::Site;

fn manifest(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("the manifest is JSON")
}

#[test]
fn a_site_publishes_an_index_that_its_pages_name() {
    let built = Site::new("").build();
    let manifest = manifest(&built.text("search/manifest.json"));
    assert_eq!(manifest["products"], 1);
    assert_eq!(manifest["languages"], serde_json::json!(["vi", "en"]));
    assert_eq!(manifest["labels"][1]["status"]["expired"], "Expired");
    let hash = |value: &serde_json::Value| value.as_str().expect("a hash").to_owned();
    let paths = built.paths();
    for part in [
        format!("dictionary.{}", hash(&manifest["dictionary"])),
        format!("facets-vi.{}", hash(&manifest["facets"][0])),
        format!("facets-en.{}", hash(&manifest["facets"][1])),
    ] {
        assert!(paths.contains(&format!("search/parts/{part}.bin")), "{part} in {paths:?}");
    }
    assert!(built.text("vi/index.html").contains("data-search=\"/search/manifest.json\""));
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
    let parts = |lines: &str| -> Vec<String> {
        let paths = Site::product(lines).build().paths();
        paths.into_iter().filter(|path| path.starts_with("search/parts/")).collect()
    };
    assert_eq!(parts(""), parts(""));
    let (before, after) = (parts(""), parts("aliases = [\"Kim hoa trà\"]\n"));
    let same = before.iter().filter(|path| after.contains(path)).count();
    assert!(same > 0 && same < before.len(), "other words, same cards: {before:?} {after:?}");
}

#[test]
fn the_folder_of_the_index_is_kept_free() {
    let seen = Site::new("-- static/search/manifest.json --\n{}\n").check();
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
