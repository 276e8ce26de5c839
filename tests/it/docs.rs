//! Documents that are made from the program, and examples in them that really happen.
//!
//! `OCOP_UPDATE_DOCS=1 cargo test` writes them anew.

use std::path::Path;

use ocop::diag::code::CODES;

use crate::site::Site;

fn same(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("OCOP_UPDATE_DOCS").is_some() {
        std::fs::write(&file, made).expect("write the document");
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(there == made, "{path} is not what the program says; run the tests with OCOP_UPDATE_DOCS=1");
}

#[test]
fn the_reference_of_messages_is_true() {
    same("docs/diagnostics.md", &ocop::diag::reference());
}

#[test]
fn the_reference_of_records_is_true() {
    same("docs/records.md", &ocop::load::reference::reference());
}

#[test]
fn every_example_of_a_message_brings_it_up() {
    let mut wrong = Vec::new();
    for code in CODES {
        let site = Site::new(code.example);
        let seen = site.check();
        if !seen.codes().contains(&code.id) {
            wrong.push(format!("== {}\n{}", code.id, seen.messages()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_has_a_paragraph_and_a_name_of_its_own() {
    for (index, code) in CODES.iter().enumerate() {
        assert!(code.about.len() > 60, "{}", code.id);
        assert!(CODES[..index].iter().all(|other| other.id != code.id), "{}", code.id);
    }
}
