//! Reads `ocop.toml`. The languages come first: every other text depends on them.

use toml::de::{DeTable, DeValue};

use crate::diag::code::SITE;
use crate::diag::{Diag, FileId, Files, Place, Sink};
use crate::model::Languages;

use super::reader::Reader;
use super::records::SiteRecord;
use super::walk;

const FILE: &str = "ocop.toml";

/// The site record and the languages, or `None` after messages.
pub fn read(files: &mut Files, sink: &mut Sink) -> Option<((FileId, SiteRecord), Languages)> {
    let file = files.add(FILE);
    if !files.absolute(file).exists() {
        let diag = Diag::new(&SITE, "there is no ocop.toml here, so this is not the folder of a catalogue");
        sink.push(diag.help("change to the folder of the catalogue, or name it with --root"));
        return None;
    }
    let text = walk::text(files, file, sink)?;
    let languages = languages(&text, file, sink)?;
    let mut reader = Reader::new(file, &languages);
    let record = reader.document(&text);
    sink.append(reader.sink);
    record.map(|record| ((file, record), languages))
}

fn languages(text: &str, file: FileId, sink: &mut Sink) -> Option<Languages> {
    let (table, _) = DeTable::parse_recoverable(text);
    let Some(node) = table.get_ref().get("languages") else {
        return Languages::new(&["vi", "en"]);
    };
    let tags: Option<Vec<&str>> = match node.get_ref() {
        DeValue::Array(items) => items.iter().map(|item| item.get_ref().as_str().filter(|tag| is_tag(tag))).collect(),
        _ => None,
    };
    let languages = tags.and_then(|tags| Languages::new(&tags));
    if languages.is_none() {
        let diag = Diag::new(&SITE, "the languages must be a list of language tags");
        sink.push(
            diag.at(Place::new(file, node.span()), "this list")
                .help("write languages = [\"vi\", \"en\"], the main language first"),
        );
    }
    languages
}

/// A BCP 47 tag in small letters, which also stands in addresses.
fn is_tag(tag: &str) -> bool {
    (2..=8).contains(&tag.len())
        && tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && tag.starts_with(|c: char| c != '-')
        && !tag.ends_with('-')
}
