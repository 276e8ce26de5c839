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
            let own = files.iter().filter(|file| match language_of(name(file), &tags) {
                Some((language, rest)) => language == *tag && !is_copy(name(file), rest),
                None => true,
            });
            let bytes = own.clone().map(File::size).sum();
            (*tag, Kept { bytes, parts: own.map(name).collect() })
        })
        .filter(|(_, kept)| kept.bytes <= MOST_BYTES)
        .collect();
    let bytes = serde_json::to_vec(&lists).expect("names and numbers are JSON");
    File::new(SearchFiles::OFFLINE, bytes)
}

fn name(file: &File) -> &str {
    file.path.rsplit('/').next().unwrap_or(&file.path)
}

/// The language of a part, such as `cards-vi-0-3.….bin`, and its numbers; `None` for parts that serve all.
fn language_of<'t>(name: &'t str, tags: &[&'t str]) -> Option<(&'t str, &'t str)> {
    let kind = name.split_once('.').map_or(name, |(kind, _)| kind);
    let rest = ["cards-", "others-", "facets-"].iter().find_map(|part| kind.strip_prefix(part))?;
    // A tag may hold a hyphen itself, so the longest that fits is meant.
    let fits = tags.iter().filter_map(|tag| {
        let numbers = rest.strip_prefix(tag)?;
        let are_numbers = numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        ((numbers.is_empty() || numbers.starts_with('-')) && are_numbers).then_some((*tag, numbers))
    });
    fits.max_by_key(|(tag, _)| tag.len())
}

/// Cards once more in another order save requests, which cost nothing without a network: there the first order does.
fn is_copy(name: &str, numbers: &str) -> bool {
    name.starts_with("cards-") && !numbers.starts_with("-0-")
}

#[cfg(test)]
mod tests {
    use super::super::Content;
    use super::*;

    fn file(name: &str, bytes: usize) -> File {
        File::new(&format!("search/parts/{name}"), vec![0; bytes])
    }

    fn lists(files: &[File]) -> serde_json::Value {
        let languages = Languages::new(&["vi", "en", "zh-hant"]).expect("three tags");
        match write(&languages, files).content {
            Content::New(bytes) => serde_json::from_slice(&bytes).expect("JSON"),
            Content::Published(_) => unreachable!("it is always written"),
        }
    }

    #[test]
    fn each_language_has_its_own_files_and_those_of_all() {
        let names =
            ["postings-0.1.bin", "cards-vi-0-0.2.bin", "cards-en-0-0.3.bin", "facets-zh-hant.4.bin", "prose-0.5.bin"];
        let files: Vec<File> = names.iter().map(|name| file(name, 10)).collect();
        let lists = lists(&files);
        assert_eq!(
            lists["vi"]["parts"],
            serde_json::json!(["postings-0.1.bin", "cards-vi-0-0.2.bin", "prose-0.5.bin"])
        );
        assert_eq!(lists["zh-hant"]["parts"][1], "facets-zh-hant.4.bin");
        assert_eq!(lists["en"]["bytes"], 30);
    }

    #[test]
    fn cards_are_kept_once() {
        let names = ["cards-vi-0-1.1.bin", "cards-vi-1-1.2.bin", "others-vi-1.3.bin"];
        let files: Vec<File> = names.iter().map(|name| file(name, 10)).collect();
        assert_eq!(lists(&files)["vi"]["parts"], serde_json::json!(["cards-vi-0-1.1.bin", "others-vi-1.3.bin"]));
    }

    #[test]
    fn an_index_that_is_too_large_is_not_listed() {
        let lists = lists(&[file("cards-vi-0-0.1.bin", MOST_BYTES + 1), file("cards-en-0-0.2.bin", 5)]);
        assert!(lists.get("vi").is_none() && lists.get("en").is_some(), "{lists}");
    }
}
