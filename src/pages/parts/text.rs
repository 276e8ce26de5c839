//! Texts as templates get them: with the language they are really in, or as ready HTML.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::model::Languages;

/// A text; `lang` only where it differs from the language of the page.
#[derive(Clone, Debug, Serialize)]
pub struct TextView<'a> {
    pub text: Cow<'a, str>,
    pub lang: Option<&'a str>,
}

/// Ready markup, which templates write as it is.
///
/// It is handed over with U+0000 in front, which no text of a record can hold: reading takes control characters out.
#[derive(Clone, Debug)]
pub struct Html<'a>(pub Cow<'a, str>);

impl Html<'_> {
    /// The mark by which the engine knows markup from text.
    pub const MARK: char = '\0';
}

impl Serialize for Html<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut marked = String::with_capacity(self.0.len() + 1);
        marked.push(Self::MARK);
        marked.push_str(&self.0);
        serializer.serialize_str(&marked)
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct Link {
    pub label: String,
    pub url: String,
}

/// Where facts were taken from: an address, or the words of the author.
#[derive(Clone, Debug, Serialize)]
pub struct Source<'a> {
    pub label: Cow<'a, str>,
    pub url: Option<&'a str>,
}

/// A source as it is shown: addresses by their host and the end of their path.
#[must_use]
pub fn source(text: &str) -> Source<'_> {
    let Some((_, rest)) = text.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https")) else {
        return Source { label: Cow::Borrowed(text), url: None };
    };
    if text.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c)) {
        return Source { label: Cow::Borrowed(text), url: None };
    }
    let host = rest.split('/').next().unwrap_or(rest);
    let host = host.strip_prefix("www.").unwrap_or(host);
    Source { label: Cow::Borrowed(host), url: Some(text) }
}

/// The first letter in upper case: patterns for place names are made for running text.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The tag of a language where it differs from that of the page.
#[must_use]
pub fn other_lang(languages: &Languages, has: crate::model::LangId, page: crate::model::LangId) -> Option<&str> {
    (has != page).then(|| languages.tag(has))
}

/// Text for markup that is written without a template: a drawing, a page of the preview.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
