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

/// Commands of the README with what they print, in the order in which they stand there.
fn readme_session() -> Vec<(String, String)> {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    let start = readme.find("```console\n").expect("a session") + "```console\n".len();
    let block = &readme[start..start + readme[start..].find("```").expect("the session ends")];
    let mut session: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            session.push((command.to_owned(), String::new()));
        } else if let Some((_, output)) = session.last_mut() {
            output.push_str(line.trim_end());
            output.push('\n');
        }
    }
    session
}

/// Figures of a build change with the sample and the machine; its words do not.
fn steady(text: &str) -> String {
    // However many digits a figure has, it is one figure: a slow machine takes tens of seconds.
    let masked = |line: &str| {
        let mut out = String::new();
        for c in line.chars() {
            match c {
                '0'..='9' if out.ends_with('9') => {}
                '0'..='9' => out.push('9'),
                _ => out.push(c),
            }
        }
        out
    };
    let lines = text.lines().map(|line| if line.contains(" MB in ") { masked(line) } else { line.to_owned() });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_commands_of_the_readme_print_what_it_says() {
    let session = readme_session();
    assert_eq!(session.len(), 4, "four commands");
    let output = tempfile::tempdir().expect("a temporary folder");
    let public = output.path().join("public");
    for (command, expected) in session {
        let arguments = command.strip_prefix("cargo run --release -- ").expect("commands run the program");
        if arguments == "serve" {
            continue; // runs until it is stopped; the preview has tests of its own
        }
        let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_ocop"));
        run.args(arguments.split(' ')).current_dir(env!("CARGO_MANIFEST_DIR"));
        if arguments == "build" {
            run.arg("--output").arg(&public);
        }
        let printed = run.output().expect("the program starts");
        assert!(printed.status.success(), "{command}");
        let printed = String::from_utf8(printed.stdout).expect("text").replace(&*public.to_string_lossy(), "./public");
        let printed = printed.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n";
        assert_eq!(steady(&printed), steady(&expected), "{command}");
    }
}

#[test]
fn the_record_in_the_readme_is_sound() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    let start = readme.find("```toml\n").expect("a record") + "```toml\n".len();
    let record = &readme[start..start + readme[start..].find("```").expect("the record ends")];
    let names = [("cty-dap-thanh", "htx-a"), ("xa-dap-thanh-06979-cu", "xa-tan-cuong")];
    let record = names.iter().fold(record.to_owned(), |record, (theirs, ours)| record.replace(theirs, ours));
    let site = Site::new(&format!(
        "-- content/products/tra/product.toml --\n{record}\n-- content/decisions.toml --\n[[decision]]\nid = \"bnn-377-2025\"\nnumber = \"377/QĐ-BNN-VPĐP\"\ndate = 2025-01-17\nissuer = \"Bộ\"\nlevel = \"central\"\n"
    ));
    assert_eq!(site.check().messages(), "no mistakes found\n");
}
