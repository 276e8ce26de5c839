//! Writes the parts of one page in one language.

use std::borrow::Cow;

use crate::load::texts::Texts;
use crate::model::{Catalogue, GroupId, LangId, Prose, Text};
use crate::pages::prose;
use crate::plan::{Plan, Rendering, Route, Subject};

use super::text::{Html, Link, TextView, other_lang};

/// What is at hand while a page is filled.
#[derive(Clone, Copy)]
pub struct Scribe<'a> {
    pub rendering: &'a Rendering<'a>,
    pub lang: LangId,
}

/// A body of text in a language.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Body<'a> {
    pub html: Html<'a>,
    pub lang: Option<&'a str>,
}

impl<'a> Scribe<'a> {
    #[must_use]
    pub fn new(rendering: &'a Rendering<'a>, lang: LangId) -> Self {
        Self { rendering, lang }
    }

    #[must_use]
    pub fn catalogue(&self) -> &'a Catalogue {
        self.rendering.catalogue
    }

    #[must_use]
    pub fn plan(&self) -> &'a Plan {
        self.rendering.plan
    }

    #[must_use]
    pub fn texts(&self) -> &'a Texts {
        self.rendering.theme.texts(self.lang)
    }

    /// An interface text without variables.
    #[must_use]
    pub fn t(&self, key: &str) -> &'a str {
        self.texts().get(key)
    }

    #[must_use]
    pub fn tag(&self) -> &'a str {
        self.catalogue().site.languages.tag(self.lang)
    }

    #[must_use]
    pub fn text(&self, text: &'a Text) -> TextView<'a> {
        let localised = text.get(self.lang);
        TextView {
            text: Cow::Borrowed(localised.text),
            lang: other_lang(&self.catalogue().site.languages, localised.lang, self.lang),
        }
    }

    /// The words alone, for places that cannot carry a language.
    #[must_use]
    pub fn words(&self, text: &'a Text) -> &'a str {
        text.get(self.lang).text
    }

    /// What the site wants said on every page.
    #[must_use]
    pub fn notice(&self) -> Option<&'a str> {
        self.catalogue().site.notice.as_ref().map(|notice| self.words(notice))
    }

    /// Words of the interface, always in the language of the page.
    #[must_use]
    pub fn own(&self, words: impl Into<Cow<'a, str>>) -> TextView<'a> {
        TextView { text: words.into(), lang: None }
    }

    /// Markdown as markup, with the language it is really in.
    #[must_use]
    pub fn body(&self, text: &'a Prose) -> Option<Body<'a>> {
        let (lang, markdown) = text.get(self.lang)?;
        let links = prose::Links {
            catalogue: self.rendering.catalogue,
            index: self.rendering.index,
            plan: self.rendering.plan,
        };
        let html = prose::html(markdown, |target| links.resolve(target, self.lang));
        Some(Body { html: Html(Cow::Owned(html)), lang: other_lang(&self.catalogue().site.languages, lang, self.lang) })
    }

    /// Address of a page in the language at hand. Only for pages that the kinds always plan.
    #[must_use]
    pub fn url(&self, kind: &'static str, subject: Subject) -> String {
        self.plan().url(&Route::new(kind, self.lang, subject)).expect("plan holds every route that pages made")
    }

    /// Address of a page that may not be in the site.
    #[must_use]
    pub fn maybe_url(&self, kind: &'static str, subject: Subject) -> Option<String> {
        self.plan().url(&Route::new(kind, self.lang, subject))
    }

    #[must_use]
    pub fn link(&self, kind: &'static str, subject: Subject, label: impl Into<String>) -> Link {
        Link { label: label.into(), url: self.url(kind, subject) }
    }

    /// Name of a product group: from `ocop.toml`, or else from the interface texts.
    #[must_use]
    pub fn group_name(&self, id: GroupId) -> &'a str {
        let group = &self.catalogue().groups[id];
        match &group.name {
            Some(name) => self.words(name),
            None => self.t(&format!("group_{}", group.id.replace(['.', '-'], "_"))),
        }
    }

    /// Name of a thing whose key stands in records with hyphens: `producer_type_…`, `standard_…`.
    #[must_use]
    pub fn kind_name(&self, prefix: &str, name: &str) -> &'a str {
        self.t(&format!("{prefix}_{}", name.replace('-', "_")))
    }
}
