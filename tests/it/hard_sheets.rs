//! Sheets of the records that are hardest to print, as they are laid out on each paper: long names, no photo, no price, no
//! English, twenty standards, a long story, ended and withdrawn certificates, three packages.

use std::fmt::Write as _;
use std::path::Path;

use crate::site::{Silent, words};

/// The pages of a sheet as text: how it lies on each paper, then what stands on each page of A4, part by part.
fn outline(main: &str) -> String {
    let start = main.find("<article class=\"sheet\"").expect("a sheet");
    let sheet = &main[start..main.find("</article>").expect("its end")];
    let tag = &sheet[..sheet.find('>').expect("the end of its tag")];
    let mut out = String::new();
    for key in ["data-a4=", "data-a5=", "data-a4-both=", "data-a5-both="] {
        let value = tag.split_once(key).map_or("", |(_, rest)| rest.split('"').nth(1).expect("a value"));
        let _ = write!(out, "{key}{value}  ");
    }
    for leaf in sheet.split("<div class=\"leaf\">").skip(1) {
        out.push_str("\n── page\n");
        let parts = ["<p>", "<p ", "<h2", "<tr", "<div", "<dl", "<figcaption"];
        let mut rest = leaf.to_owned();
        for part in parts {
            rest = rest.replace(part, &format!("\u{1}{part}"));
        }
        for part in rest.split('\u{1}') {
            // Drawings are told by their labels: codes, stars, signs.
            let label = part.split_once("aria-label=\"").and_then(|(_, label)| label.split('"').next());
            let text = words(part.rsplit("</svg>").next().expect("at least one part"));
            let label = label.map(|label| format!("[{label}]"));
            let line: Vec<String> = label.into_iter().chain((!text.is_empty()).then_some(text)).collect();
            if !line.is_empty() {
                let _ = writeln!(out, "{}", line.join(" "));
            }
        }
    }
    out
}

#[test]
fn the_hardest_records_are_laid_out_as_reviewed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/print/hard");
    let choices = ocop::resolve::Choices { today: "2025-07-31".parse().expect("a day"), base_url: None, drafts: false };
    let (_, memory) = ocop::preview(&root, &choices, &Silent).expect("the disk works");
    let mut sheets: Vec<&str> = memory.paths().filter(|path| path.ends_with("/phieu/index.html")).collect();
    sheets.sort_unstable();
    assert_eq!(sheets.len(), 6);
    let mut all = String::new();
    for path in sheets {
        let html = String::from_utf8(memory.get(path).expect("a page").bytes.to_vec()).expect("text");
        let _ = writeln!(all, "\n════ {path}\n{}", outline(&html));
    }
    insta::assert_snapshot!(all);
}
