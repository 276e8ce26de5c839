//! Brackets in brackets in brackets.

use std::fmt::Write as _;

use super::{SOON, bounded};
use crate::site::Site;

const DEEP: usize = 100_000;

/// Pieces made of numbers, one behind the other.
fn joined(numbers: std::ops::Range<usize>, piece: impl Fn(usize) -> String) -> String {
    numbers.map(piece).collect()
}

#[test]
fn records_that_are_nested_too_deeply_are_a_message() {
    for text in [
        format!("id = {}{}\n", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("id = {}1{}\n", "{a=".repeat(DEEP), "}".repeat(DEEP)),
        format!("id = {}\n", "[".repeat(DEEP)),
        format!("{} = 1\n", vec!["a"; DEEP].join(".")),
        format!("[{}]\n", vec!["a"; DEEP].join(".")),
        format!("[[{}]]\nx = 1\n", vec!["a"; DEEP].join(".")),
        format!("id = {}\n", "[{a=".repeat(DEEP)),
    ] {
        for path in ["content/products/tra/product.toml", "ocop.toml", "content/decisions.toml"] {
            let site = Site::new("");
            site.edit(path, &text);
            let output = bounded(&site, &["check"], SOON, 1_000);
            assert_eq!(output.status.code(), Some(1), "{path}: {}", &text[..20]);
        }
    }
}

#[test]
fn stories_that_are_nested_deeply_are_built_in_time() {
    for text in [
        ">".repeat(DEEP),
        format!("{}x", "> ".repeat(DEEP)),
        format!("{}x", "- ".repeat(DEEP)),
        format!("{}x", "1. ".repeat(DEEP)),
        joined(0..1_000, |depth| format!("{}- x\n", "  ".repeat(depth))),
        format!("{}x{}", "[".repeat(DEEP), "](https://a.example)".repeat(DEEP)),
        format!("{}x{}", "![".repeat(DEEP), "](y)".repeat(DEEP)),
        "[a](".repeat(DEEP),
        "[a][b]\n".repeat(DEEP),
        "*a_ ".repeat(DEEP),
        "**x*_".repeat(DEEP),
        "<b>".repeat(DEEP),
        format!("{}{}", "<div>".repeat(DEEP), "</div>".repeat(DEEP)),
        format!("<table>{}", "<td><table>".repeat(DEEP)),
        "<!--".repeat(DEEP),
        "<a ".repeat(DEEP),
        "`".repeat(DEEP),
        joined(1..1_000, |length| format!("{} ", "`".repeat(length))),
        "&#x41".repeat(DEEP),
        "|".repeat(DEEP),
        format!("|{}\n|{}\n", "a|".repeat(10_000), "-|".repeat(10_000)) + &"|\n".repeat(5_000),
        joined(0..DEEP, |index| format!("[{index}]: /x\n")),
        "~~a ".repeat(DEEP),
        "\\".repeat(DEEP),
        "x".repeat(10_000_000),
        "chữ ".repeat(1_000_000),
    ] {
        let site = Site::new("");
        site.edit("content/products/tra/story.vi.md", &text);
        let output = bounded(&site, &["build"], SOON, 1_500);
        // A broken link among a hundred thousand is a mistake, as it is alone.
        assert!(output.status.code() <= Some(1), "{}", &text[..20]);
    }
}

#[test]
fn a_journal_and_a_ledger_that_are_nested_too_deeply_are_a_message() {
    for path in [".ocop/import-journal.json", ".ocop/import.json"] {
        let site = Site::new("");
        site.edit(path, &"[".repeat(DEEP));
        site.edit("ds.csv", "STT,Tên sản phẩm,Chủ thể,Số sao\n1,Trà,HTX,3\n");
        bounded(&site, &["import", "ds.csv"], SOON, 500);
    }
}

#[test]
fn interface_texts_that_refer_to_each_other_do_not_grow_without_end() {
    let mut texts = String::from("lol0 = ha\n");
    for index in 1..60 {
        let _ = writeln!(texts, "lol{index} = {}", format!("{{ lol{} }}", index - 1).repeat(10));
    }
    texts.push_str("home = { lol59 }\nmenu = { menu }\n");
    let site = Site::new("");
    site.edit("overrides/i18n/vi.ftl", &texts);
    bounded(&site, &["check"], SOON, 500);
}
