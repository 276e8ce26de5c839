//! Prose: stories, pages and news, as Markdown per language.

use std::sync::Arc;

use crate::diag::{FileId, Place};

use super::{Day, LangId, Slug};

/// Markdown in some of the languages; none at all is possible.
#[derive(Clone, Debug, Default, Hash)]
pub struct Prose {
    by_lang: Vec<(LangId, Arc<str>, Place)>,
}

impl Prose {
    /// `at` is the place of the Markdown in its file, so that messages about it find their line.
    pub fn insert(&mut self, lang: LangId, markdown: &str, at: Place) {
        self.by_lang.reserve_exact(1);
        self.by_lang.push((lang, Arc::from(markdown), at));
        self.by_lang.sort_by_key(|(lang, _, _)| *lang);
    }

    /// The text in `lang`, or else in the first language that has it; with the language it is really in.
    #[must_use]
    pub fn get(&self, lang: LangId) -> Option<(LangId, &str)> {
        let found = self.by_lang.iter().find(|(has, _, _)| *has == lang).or_else(|| self.by_lang.first());
        found.map(|(lang, markdown, _)| (*lang, &**markdown))
    }

    #[must_use]
    pub fn has(&self, lang: LangId) -> bool {
        self.by_lang.iter().any(|(has, _, _)| *has == lang)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_lang.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (LangId, &str, Place)> {
        self.by_lang.iter().map(|(lang, markdown, place)| (*lang, &**markdown, *place))
    }
}

/// A page or a news post: one slug, one text per language.
#[derive(Clone, Debug, Hash)]
pub struct Article {
    pub kind: ArticleKind,
    pub slug: Slug,
    /// Day of a news post; pages have none.
    pub date: Option<Day>,
    pub titles: Vec<(LangId, String)>,
    pub summaries: Vec<(LangId, String)>,
    /// Position among the pages in the footer; pages without one come last.
    pub nav: Option<i64>,
    pub prose: Prose,
    pub sources: Vec<String>,
    pub file: FileId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArticleKind {
    Page,
    Post,
}

impl Article {
    /// The title in `lang`, or else in the first language that has it.
    #[must_use]
    pub fn title(&self, lang: LangId) -> (LangId, &str) {
        pick(&self.titles, lang).expect("an article has a title in each of its languages, and at least one language")
    }

    #[must_use]
    pub fn summary(&self, lang: LangId) -> Option<(LangId, &str)> {
        pick(&self.summaries, lang)
    }
}

fn pick(texts: &[(LangId, String)], lang: LangId) -> Option<(LangId, &str)> {
    let found = texts.iter().find(|(has, _)| *has == lang).or_else(|| texts.first());
    found.map(|(lang, text)| (*lang, text.as_str()))
}
