//! Reading without a network: what is published for it. How a browser behaves is in `tests/site/behaviour`.

use serde_json::Value;

use crate::site::{Built, Site};

/// What the worker was told of the site.
fn settings(site: &Built) -> Value {
    let script = site.text("sw.js");
    let line = script.lines().find_map(|line| line.strip_prefix("const SITE = ")).expect("a line with the settings");
    serde_json::from_str(line.trim_end_matches(';')).expect("settings are JSON")
}

#[test]
fn pages_name_the_worker_and_the_worker_names_files_that_exist() {
    for (base, prefix) in [("https://ocop.example/", "/"), ("https://ocop.example/huyen/na-ri/", "/huyen/na-ri/")] {
        let site = Site::new("").base_url(base).build();
        assert!(site.text("vi/index.html").contains(&format!("data-worker=\"{prefix}sw.js\"")));
        let settings = settings(&site);
        assert_eq!(settings["base"], prefix);
        let words = &settings["languages"]["vi"];
        let named = [&settings["frame"], &settings["scripts"], &words["core"]];
        let named = named.into_iter().flat_map(|list| list.as_array().expect("a list")).chain([&words["offline"]]);
        let mut count = 0;
        for address in named {
            let path = address.as_str().and_then(|address| address.strip_prefix(prefix)).expect("below the base path");
            let page = format!("{path}index.html");
            assert!(site.has(if path.is_empty() || path.ends_with('/') { &page } else { path }), "{path}");
            count += 1;
        }
        assert!(count > 10, "style sheet, scripts, fonts, pictures and pages, found {count}");
    }
}

#[test]
fn the_worker_speaks_every_language_of_the_site() {
    let settings = settings(&Site::new("").build());
    assert_eq!(settings["languages"]["vi"]["kept"], "Không có mạng. Bạn đang xem bản lưu ngày {date}.");
    assert_eq!(settings["languages"]["vi"]["date"], "{dd}/{mm}/{yyyy}");
    assert_eq!(settings["languages"]["en"]["date"], "{d}\u{a0}{month}\u{a0}{yyyy}");
    assert_eq!(settings["languages"]["en"]["months"][11], "December");
}

#[test]
fn a_site_that_switches_it_off_publishes_a_worker_that_takes_itself_off() {
    let site = Site::new("").with(
        "-- ocop.toml --
base_url = \"https://ocop.example/\"
languages = [\"vi\", \"en\"]
title = \"Đặc sản\"
[offline]
enabled = false
",
    );
    let site = site.build();
    let script = site.text("sw.js");
    assert!(script.contains("undo()") && !script.contains("respondWith"), "it answers for no page");
    assert!(!site.text("vi/index.html").contains("data-worker"));
    assert!(!site.has("vi/ngoai-tuyen/index.html"));
    assert!(!site.text("vi/index.html").contains("Xem khi không có mạng"));
}

#[test]
fn the_search_lists_for_each_language_what_a_browser_keeps() {
    let site = Site::new("").base_url("https://ocop.example/a/").build();
    let settings = settings(&site);
    assert_eq!(settings["search"]["list"], "/a/search/offline.json");
    let lists = site.json("search/offline.json");
    for (tag, other) in [("vi", "cards-en-"), ("en", "cards-vi-")] {
        let parts: Vec<&str> =
            lists[tag]["parts"].as_array().expect("a list").iter().map(|part| part.as_str().expect("a name")).collect();
        assert!(
            parts.iter().any(|part| part.starts_with("codes-")) && !parts.iter().any(|part| part.starts_with(other))
        );
        for part in parts {
            assert!(site.has(&format!("search/parts/{part}")), "{part}");
        }
    }
}

#[test]
fn the_worker_is_never_served_from_a_cache() {
    let headers = Site::new("").base_url("https://ocop.example/a/").build().text("_headers");
    assert!(headers.contains("/a/sw.js\n  Cache-Control: no-cache\n"), "{headers}");
}

#[test]
fn each_language_has_a_manifest_of_one_app() {
    let site = Site::new("").base_url("https://ocop.example/a/").build();
    let (vi, en) = (site.json("manifest.webmanifest"), site.json("en/manifest.webmanifest"));
    assert_eq!((&vi["name"], &en["name"]), (&"Đặc sản thử".into(), &"Test specialities".into()));
    assert_eq!((&vi["start_url"], &en["start_url"]), (&"/a/vi/".into(), &"/a/en/".into()));
    assert_eq!((&vi["id"], &vi["scope"]), (&en["id"], &"/a/".into()));
    assert!(site.text("en/index.html").contains("<link rel=\"manifest\" href=\"/a/en/manifest.webmanifest\">"));
    let icons = vi["icons"].as_array().expect("icons");
    let of = |key: &str| icons.iter().map(|icon| icon[key].as_str().expect("text")).collect::<Vec<_>>();
    assert_eq!(of("sizes"), ["192x192", "512x512", "512x512", "any"]);
    assert_eq!(of("purpose"), ["any", "any", "maskable", "any"]);
    for icon in icons {
        let path = icon["src"].as_str().and_then(|src| src.strip_prefix("/a/")).expect("below the base path");
        assert!(site.has(path), "{path}");
    }
}

#[test]
fn an_icon_of_the_site_is_not_mixed_with_drawings_of_another() {
    let icon = "-- overrides/img/icon.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n";
    let site = Site::new(icon);
    let built = site.build();
    let icons = built.json("manifest.webmanifest")["icons"].as_array().expect("icons").clone();
    assert_eq!(icons.iter().map(|icon| icon["sizes"].as_str()).collect::<Vec<_>>(), [Some("any")]);
    assert!(!built.text("vi/index.html").contains("apple-touch-icon"));
    site.picture("overrides/img/icon-192.png", 192, 192);
    let built = site.build();
    assert_eq!(built.json("manifest.webmanifest")["icons"].as_array().expect("icons").len(), 2);
    assert!(built.text("vi/index.html").contains("apple-touch-icon"));
}
