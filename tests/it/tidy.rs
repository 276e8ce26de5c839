//! The house keeps its rules: layers, headers, texts in every language, paths that documents name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// From what knows least to what knows most.
const LAYERS: [&str; 17] = [
    "timings", "reads", "diag", "model", "load", "resolve", "office", "plan", "pages", "search", "print", "render",
    "publish", "handover", "lib", "session", "cli",
];

fn depth(layer: &str) -> usize {
    LAYERS.iter().position(|known| *known == layer).unwrap_or_else(|| panic!("`{layer}` is a layer"))
}

/// A layer may use itself and those before it.
fn may_use(user: &str, used: &str) -> bool {
    depth(used) <= depth(user)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name();
    let files = walk.into_iter().map(|entry| entry.expect("list the folder").into_path());
    files.filter(|path| path.is_file() && path.to_string_lossy().ends_with(ending)).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn layer_of(file: &Path) -> String {
    let relative = file.strip_prefix(root().join("src")).expect("a source file");
    relative.iter().next().expect("a name").to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// Layers named after `crate::` in the code of a file, comments left out.
fn uses(text: &str) -> BTreeSet<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut used = BTreeSet::new();
    for (index, _) in code.match_indices("crate::") {
        let rest = &code[index + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let list = &list[..list.find('}').unwrap_or(list.len())];
            for item in list.split(',') {
                used.insert(first_name(item.trim()));
            }
        } else {
            used.insert(first_name(rest));
        }
    }
    used.remove("");
    // Names that the root of the crate itself holds.
    used.into_iter().map(|name| if LAYERS.contains(&name.as_str()) { name } else { "lib".into() }).collect()
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn no_layer_knows_one_that_comes_after_it() {
    let mut wrong = Vec::new();
    for file in files_below("src", ".rs") {
        let layer = layer_of(&file);
        if layer == "main" {
            continue;
        }
        for used in uses(&read(&file)) {
            if !may_use(&layer, &used) {
                wrong.push(format!("{} uses `{used}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_layer_test_would_notice() {
    assert!(uses("use crate::plan::Plan;").contains("plan"));
    assert!(uses("use crate::{plan::Plan, diag};").contains("diag"));
    assert!(uses("let x = crate::pages::parts::Html;").contains("pages"));
    assert!(uses("use crate::Checked;").contains("lib"));
    assert!(!uses("/// [`crate::plan::Plan`]").contains("plan"));
    assert!(may_use("plan", "diag") && !may_use("plan", "pages"));
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for file in files_below("src", ".rs") {
        assert!(read(&file).starts_with("//! "), "{} begins with `//! `", file.display());
    }
}

#[test]
fn files_stay_small() {
    for file in files_below("src", ".rs") {
        // Tests do not count.
        let text = read(&file);
        let code = text.find("#[cfg(test)]").map_or(&*text, |index| &text[..index]);
        let lines = code.lines().count();
        assert!(lines <= 400, "{} has {lines} lines; has it two reasons to change?", file.display());
    }
}

/// Keys of a Fluent file.
fn keys(path: &Path) -> BTreeSet<String> {
    let text = read(path);
    text.lines()
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
        .filter(|key| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_language_has_the_same_texts() {
    let files = files_below("themes/gido/i18n", ".ftl");
    assert!(files.len() >= 2, "Vietnamese and English");
    for file in &files[1..] {
        let (a, b) = (keys(&files[0]), keys(file));
        assert_eq!(a.symmetric_difference(&b).collect::<Vec<_>>(), Vec::<&String>::new(), "{}", file.display());
    }
}

#[test]
fn every_text_that_the_program_names_exists() {
    let known = keys(&root().join("themes/gido/i18n/en.ftl"));
    let mut missing = Vec::new();
    for file in ["src/pages", "src/print", "src/load"].into_iter().flat_map(|folder| files_below(folder, ".rs")) {
        let text = read(&file);
        let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        for call in [".t(\"", ".format(\"", ".counted(\"", "texts.format(\"", ".get(\"path_"] {
            for (index, _) in text.match_indices(call) {
                let start = index + call.find('"').expect("a quote") + 1;
                let key = &text[start..start + text[start..].find('"').expect("the key ends")];
                if !key.contains('{') && !known.contains(key) {
                    missing.push(format!("{}: {key}", file.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_field_group_and_kind_has_a_label() {
    let known = keys(&root().join("themes/gido/i18n/en.ftl"));
    let mut wanted: Vec<String> = Vec::new();
    let name = |prefix: &str, name: &str| format!("{prefix}_{}", name.replace(['-', '.'], "_"));
    wanted.extend(ocop::model::known_groups().iter().map(|id| name("group", id)));
    wanted.extend(ocop::model::ProducerType::NAMES.iter().map(|(id, _)| name("producer_type", id)));
    wanted.extend(ocop::model::StandardKind::NAMES.iter().map(|(id, _)| name("standard", id)));
    wanted.extend(ocop::model::IpKind::NAMES.iter().map(|(id, _)| name("ip", id)));
    wanted.extend(ocop::model::PartnerKind::NAMES.iter().map(|(id, _)| name("partner_kind", id)));
    wanted.extend(
        ocop::model::PlaceType::NAMES.iter().flat_map(|(id, _)| [name("place_type", id), name("place_name", id)]),
    );
    wanted.extend(ocop::model::Level::NAMES.iter().map(|(id, _)| name("level", id)));
    wanted.extend(
        ["valid", "expiring", "expired", "withdrawn", "unknown", "none"].iter().map(|id| name("status_word", id)),
    );
    wanted.extend(ocop::model::field::Section::ALL.iter().map(|section| name("section", section.key())));
    wanted.extend(
        ocop::model::field::FIELDS.iter().filter(|field| field.section.is_some()).map(|field| name("field", field.key)),
    );
    wanted.extend((1..=12).map(|month| format!("month_{month}")));
    let missing: Vec<&String> = wanted.iter().filter(|key| !known.contains(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_key_of_a_product_record_has_a_row_in_the_field_table_or_a_reason() {
    // Identity, pictures and sources are no facts; `place_now`, `former_slugs` and `draft` steer other keys.
    let elsewhere = ["id", "former_slugs", "place_now", "photo", "sources", "draft"];
    let fields: BTreeSet<&str> = ocop::model::field::FIELDS.iter().map(|field| field.record).collect();
    let formats = ocop::load::records::formats();
    let product = &formats.iter().find(|(name, _)| *name == "product").expect("a format").1;
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for key in &product.record.as_ref().expect("a table").keys {
        let inner = key.shape.record.as_ref().filter(|_| ["label", "making", "sold"].contains(&key.key));
        match inner {
            Some(inner) => keys.extend(inner.keys.iter().map(|one| format!("{}.{}", key.key, one.key))),
            None => drop(keys.insert(key.key.to_owned())),
        }
    }
    for key in &keys {
        assert!(fields.contains(key.as_str()) || elsewhere.contains(&key.as_str()), "`{key}` has no row");
    }
    for field in &fields {
        assert!(keys.contains(*field), "the row of `{field}` reads a key that records do not have");
    }
}

#[test]
fn every_path_that_documents_name_exists() {
    for document in ["README.md", "ARCHITECTURE.md", "docs/themes.md", "docs/catalogue.md"] {
        let text = read(&root().join(document));
        let mut in_block = false;
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                in_block = !in_block;
            }
            if in_block {
                continue;
            }
            for name in line.split('`').skip(1).step_by(2) {
                let looks_like_path = (name.starts_with("src/")
                    || name.starts_with("tests/")
                    || name.starts_with("themes/gido/")
                    || name.starts_with("docs/")
                    || name.starts_with("benches/"))
                    && !name.contains(['<', '*', '{', ' ', '…']);
                if looks_like_path {
                    assert!(
                        root().join(name.trim_end_matches('/')).exists(),
                        "{document}:{}: `{name}` does not exist",
                        number + 1
                    );
                }
            }
        }
    }
}

#[test]
fn every_rule_that_comments_cite_is_in_the_domain_document() {
    let domain = read(&root().join("docs/domain.md"));
    for file in files_below("src", ".rs") {
        let text = read(&file).replace("\n///", " ").replace("\n//!", " ");
        for (index, _) in text.match_indices("docs/domain.md, \"") {
            let start = index + "docs/domain.md, \"".len();
            let heading = &text[start..start + text[start..].find('"').expect("the heading ends")];
            assert!(
                domain.lines().any(|line| line.trim_start_matches('#').trim() == heading && line.starts_with('#')),
                "{}: no heading \"{heading}\"",
                file.display()
            );
        }
    }
}
