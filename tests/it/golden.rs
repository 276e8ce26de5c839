//! One small complete site, every byte compared.
//!
//! `OCOP_UPDATE_GOLDEN=1 cargo test golden` writes the expected side anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::site::Silent;

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (
                entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned(),
                std::fs::read(entry.path()).expect("read"),
            )
        })
        .collect()
}

#[test]
fn the_golden_site_is_the_same_byte_for_byte() {
    let choices = ocop::resolve::Choices { today: "2025-07-31".parse().expect("a day"), base_url: None, drafts: false };
    // Pictures are made here and now: those that an earlier build kept are of its encoder.
    let _ = std::fs::remove_dir_all(golden("market.in").join(".ocop"));
    let (checked, memory) = ocop::preview(&golden("market.in"), &choices, &Silent).expect("the disk works");
    assert_eq!(ocop::diag::emit::summary(&checked.sink), "no mistakes found\n");
    // The files of the theme, and the worker, a script that names them all, are not compared: a change of colour is no
    // change of the site.
    let is_theme =
        |path: &str| path == "sw.js" || (path.starts_with("assets/") && !path.starts_with("assets/photos-2/"));
    let made: BTreeMap<String, Vec<u8>> = memory
        .paths()
        .filter(|path| !is_theme(path))
        .map(|path| (path.to_owned(), steady(&memory.get(path).expect("listed").bytes)))
        .collect();
    let expected = golden("market.out");
    if std::env::var_os("OCOP_UPDATE_GOLDEN").is_some() {
        let _ = std::fs::remove_dir_all(&expected);
        for (path, bytes) in &made {
            let path = expected.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
            std::fs::write(path, bytes).expect("write");
        }
    }
    let there = tree(&expected);
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(
        names(&made).symmetric_difference(&names(&there)).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "missing or extra files"
    );
    for (path, bytes) in &made {
        if &there[path] != bytes {
            similar(path, &String::from_utf8_lossy(&there[path]), &String::from_utf8_lossy(bytes));
        }
    }
}

/// Names of theme files carry a hash of their content; it is taken out.
fn steady(bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("/assets/") {
        let (before, after) = rest.split_at(start);
        out.push_str(before);
        let end = after.find(['"', ' ', '\n', ')']).unwrap_or(after.len());
        let address = &after[..end];
        if address.starts_with("/assets/photos-2/") {
            out.push_str(address);
        } else {
            let parts: Vec<&str> = address
                .split('.')
                .filter(|part| part.len() != 10 || !part.bytes().all(|b| b.is_ascii_hexdigit()))
                .collect();
            let parts: Vec<String> =
                parts
                    .iter()
                    .map(|part| {
                        part.split('/')
                            .map(|piece| {
                                if piece.len() == 10 && piece.bytes().all(|b| b.is_ascii_hexdigit()) {
                                    ""
                                } else {
                                    piece
                                }
                            })
                            .collect::<Vec<_>>()
                            .join("/")
                    })
                    .collect();
            out.push_str(&parts.join("."));
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    out.into_bytes()
}

#[track_caller]
fn similar(path: &str, expected: &str, made: &str) {
    for (number, (a, b)) in expected.lines().zip(made.lines()).enumerate() {
        assert!(
            a == b,
            "{path}:{}\n  expected: {a}\n  made:     {b}\nrun with OCOP_UPDATE_GOLDEN=1 if this is meant",
            number + 1
        );
    }
    panic!("{path}: one is longer than the other");
}
