//! Which files a browser must keep to search without a network: a list for each language, read by the service worker.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Languages;
use crate::plan::SearchFiles;

use super::File;

/// A larger index is not kept whole: its readers would pay for files that most never need. What was used is kept anyway.
/// About 3,000 products.
const MOST_BYTES: usize = 1_500_000;

#[derive(Serialize)]
struct Kept<'a> {
    bytes: usize,
    /// Names below the folder of the parts.
    parts: Vec<&'a str>,
}

/// The list; a language whose files are too large together is not in it.
#[must_use]
pub fn write(languages: &Languages, files: &[File]) -> File {
    let tags: Vec<&str> = languages.iter().map(|language| language.tag.as_str()).collect();
    let lists: BTreeMap<&str, Kept<'_>> = tags
        .iter()
        .map(|tag| {
            let own = files.iter().filter(|file| language_of(name(file), &tags).is_none_or(|other| other == *tag));
            let bytes = own.clone().map(|file| file.bytes.len()).sum();
            (*tag, Kept { bytes, parts: own.map(name).collect() })
        })
        .filter(|(_, kept)| kept.bytes <= MOST_BYTES)
        .collect();
    let bytes = serde_json::to_vec(&lists).expect("names and numbers are JSON");
    File { path: SearchFiles::OFFLINE.to_owned(), bytes }
}

fn name(file: &File) -> &str {
    file.path.rsplit('/').next().unwrap_or(&file.path)
}

/// The language of a part, such as `cards-vi-0.….bin`; `None` for parts that serve all.
fn language_of<'t>(name: &str, tags: &[&'t str]) -> Option<&'t str> {
    let kind = name.split_once('.').map_or(name, |(kind, _)| kind);
    // A tag may hold a hyphen itself, so the longest that fits is meant.
    let fits = |tag: &str| {
        ["cards", "facets"].iter().any(|part| {
            let rest =
                kind.strip_prefix(part).and_then(|rest| rest.strip_prefix('-')).and_then(|rest| rest.strip_prefix(tag));
            rest.is_some_and(|rest| {
                rest.is_empty()
                    || rest.strip_prefix('-').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
            })
        })
    };
    tags.iter().copied().filter(|tag| fits(tag)).max_by_key(|tag| tag.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, bytes: usize) -> File {
        File { path: format!("search/parts/{name}"), bytes: vec![0; bytes] }
    }

    fn lists(files: &[File]) -> serde_json::Value {
        let languages = Languages::new(&["vi", "en", "zh-hant"]).expect("three tags");
        serde_json::from_slice(&write(&languages, files).bytes).expect("JSON")
    }

    #[test]
    fn each_language_has_its_own_files_and_those_of_all() {
        let names =
            ["dictionary.1.bin", "cards-vi-0.2.bin", "cards-en-0.3.bin", "facets-zh-hant.4.bin", "prose-0.5.bin"];
        let files: Vec<File> = names.iter().map(|name| file(name, 10)).collect();
        let lists = lists(&files);
        assert_eq!(lists["vi"]["parts"], serde_json::json!(["dictionary.1.bin", "cards-vi-0.2.bin", "prose-0.5.bin"]));
        assert_eq!(lists["zh-hant"]["parts"][1], "facets-zh-hant.4.bin");
        assert_eq!(lists["en"]["bytes"], 30);
    }

    #[test]
    fn an_index_that_is_too_large_is_not_listed() {
        let lists = lists(&[file("cards-vi-0.1.bin", MOST_BYTES + 1), file("cards-en-0.2.bin", 5)]);
        assert!(lists.get("vi").is_none() && lists.get("en").is_some(), "{lists}");
    }
}
