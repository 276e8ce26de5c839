//! Reads pages and news: a head in TOML between two lines `+++`, then Markdown.

use crate::diag::code::{DATE, FRONT_MATTER};
use crate::diag::{Diag, FileId, Files, Place, Sink};
use crate::model::{ArticleKind, Day, Languages, Prose};

use super::reader::Reader;
use super::records::ArticleHead;
use super::walk::{self, Folder};
use super::{LoadedArticle, folder, stray};

const FENCE: &str = "+++";

/// The article of a folder, or `None` after messages.
pub fn read(from: &Folder, kind: ArticleKind, files: &Files, languages: &Languages) -> (Option<LoadedArticle>, Sink) {
    let mut sink = Sink::new();
    let stem = match kind {
        ArticleKind::Page => "page",
        ArticleKind::Post => "post",
    };
    let mut heads = Vec::new();
    let mut prose = Prose::default();
    let mut first = None;
    for (name, id) in &from.files {
        let lang = name
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_prefix('.'))
            .and_then(|rest| rest.strip_suffix(".md"))
            .and_then(|tag| languages.by_tag(tag));
        let Some(lang) = lang else {
            sink.push(stray(
                *id,
                format!("this folder holds one file {stem}.<language>.md for each language of the site"),
            ));
            continue;
        };
        first = first.or(Some(*id));
        let Some(text) = walk::text(files, *id, &mut sink) else { continue };
        if let Some((head, body)) = front_matter(&text, *id, languages, &mut sink) {
            heads.push((lang, head));
            let at = Place::new(*id, body..text.len());
            prose.insert(lang, &walk::prose(&text[body..], at, &mut sink), at);
        }
    }
    let Some(file) = first else { return (None, sink) };
    heads.sort_by_key(|(lang, _)| *lang);
    let date = match kind {
        ArticleKind::Page => None,
        ArticleKind::Post => {
            let date = from.name.get(..10).and_then(|start| start.parse::<Day>().ok());
            if date.is_none() {
                let diag = Diag::new(&DATE, format!("the folder name `{}` does not begin with a date", from.name));
                sink.push(
                    diag.at(Place::top(file), "in this folder")
                        .help("name the folder of a news post 2025-01-31-short-title"),
                );
            }
            date
        }
    };
    let slug = folder::slug(from, file, &mut sink);
    let article = slug.filter(|_| !heads.is_empty()).map(|slug| LoadedArticle { kind, slug, date, heads, prose, file });
    let article = article.filter(|article| article.kind == ArticleKind::Page || article.date.is_some());
    (article, sink)
}

/// The head of a page or post and where the Markdown begins, or `None` after messages.
pub fn front_matter(text: &str, file: FileId, languages: &Languages, sink: &mut Sink) -> Option<(ArticleHead, usize)> {
    let mut refuse = |message: &str| {
        let diag = Diag::new(&FRONT_MATTER, message).at(Place::top(file), "here");
        sink.push(diag.help("begin the file with a line +++, then title = \"…\", then again a line +++"));
    };
    let start = text.len() - text.trim_start().len();
    if !text[start..].starts_with(FENCE) {
        refuse("the file does not begin with a line +++");
        return None;
    }
    let after = start + FENCE.len();
    let Some(end) = text[after..].find("\n+++").map(|index| after + index + 1) else {
        refuse("the second line +++ is missing");
        return None;
    };
    let mut reader = Reader::new(file, languages);
    reader.offset = after;
    let head = reader.document(&text[after..end]);
    sink.append(reader.sink);
    let body = end + FENCE.len();
    head.map(|head| (head, body))
}
