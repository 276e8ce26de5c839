//! The record reference `docs/records.md` and the JSON Schemas, made from the record formats themselves.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::reader::{RecordShape, Shape};
use super::records::formats;

/// One JSON Schema per record format: file name and schema.
#[must_use]
pub fn schemas() -> Vec<(String, Json)> {
    formats()
        .into_iter()
        .map(|(name, shape)| {
            let mut schema =
                json!({ "$schema": "http://json-schema.org/draft-07/schema#", "title": format!("ocop {name}") });
            if let (Json::Object(head), Json::Object(body)) = (&mut schema, shape.schema) {
                if let Some(record) = &shape.record {
                    head.insert("description".into(), Json::String(record.doc.clone()));
                }
                head.extend(body);
            }
            (format!("{name}.schema.json"), schema)
        })
        .collect()
}

/// The text of `docs/records.md`.
#[must_use]
pub fn reference() -> String {
    let mut out = String::from(
        "# Record reference\n\n\
         What can be written in each file. A *text* is a plain string (a proper name, the same in all languages) or one text per\n\
         language: `{ vi = \"…\", en = \"…\" }`; the first language of `ocop.toml` is always given. Fields that are not known are left\n\
         out; nothing is guessed. `ocop schema DIR` writes the same rules as JSON Schemas, so that editors complete and check\n\
         records while you type. This page is made from `src/load/records/`.\n",
    );
    for (name, shape) in formats() {
        if let Some(record) = &shape.record {
            section(&mut out, 2, name, record);
        }
    }
    out
}

fn section(out: &mut String, depth: usize, name: &str, record: &RecordShape) {
    let _ = write!(out, "\n{} `{name}`\n\n{}\n\n| key | value | |\n|---|---|---|\n", "#".repeat(depth), record.doc);
    for key in &record.keys {
        let _ = writeln!(
            out,
            "| `{}`{} | {} | {} |",
            key.key,
            if key.required { " *" } else { "" },
            value(&key.shape).replace('|', "\\|"),
            key.doc
        );
    }
    for key in &record.keys {
        if let Some(inner) = &key.shape.record {
            let is_list = key.shape.words.starts_with("list");
            let inner_name = if is_list { format!("[[{}]]", key.key) } else { format!("[{}]", key.key) };
            section(out, (depth + 1).min(5), &inner_name, inner);
        }
    }
}

fn value(shape: &Shape) -> String {
    match (&shape.record, shape.words.starts_with("list")) {
        (Some(_), true) => "list of tables, see below".into(),
        (Some(_), false) => "table, see below".into(),
        (None, _) => shape.words.clone(),
    }
}
