//! The contracts of a page kind and of an output format.

use erased_serde::Serialize;

use crate::load::Theme;
use crate::model::{Catalogue, LangId, PhotoContent, ProductId, Tone};
use crate::resolve::{Index, Statics};

use super::{Job, Plan, Route, SitePath};

/// What a kind may look at to say which pages there are.
pub struct Planning<'a> {
    pub catalogue: &'a Catalogue,
    pub index: &'a Index,
    pub theme: &'a Theme,
    /// Files of `static/`.
    pub statics: &'a Statics,
}

/// What a kind may look at to fill a page.
pub struct Rendering<'a> {
    pub catalogue: &'a Catalogue,
    pub index: &'a Index,
    pub theme: &'a Theme,
    pub plan: &'a Plan,
    pub cards: &'a dyn Cards,
    /// What stands in the place of a photo while it loads; cut-out photos have nothing.
    pub tone: &'a (dyn Fn(PhotoContent) -> Option<Tone> + Sync),
    /// Drawing of the code of a product's permanent address.
    pub code: &'a (dyn Fn(ProductId) -> String + Sync),
}

/// The card of every product in every language, made once and used by every list.
pub trait Cards: Sync {
    /// HTML of one card.
    fn card(&self, lang: LangId, product: ProductId) -> &str;
}

/// Where no list is made.
pub struct NoCards;

impl Cards for NoCards {
    fn card(&self, _: LangId, _: ProductId) -> &'static str {
        ""
    }
}

/// One kind of page: which there are, and what stands on each.
pub trait Kind: Sync {
    /// Also the name of its template.
    fn name(&self) -> &'static str;

    /// Name of the output format.
    fn format(&self) -> &'static str {
        "html"
    }

    /// True for lists and searches of records: a site of pages alone does without.
    fn lists_records(&self) -> bool {
        false
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)>;

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a>;
}

/// The data of one page.
pub struct View<'a> {
    /// Path of the template below `templates/`, for formats that use one.
    pub template: String,
    /// Language of the interface texts.
    pub lang: LangId,
    /// Part of the menu the page belongs to.
    pub section: &'static str,
    /// Head and frame of the page.
    pub page: Box<dyn Serialize + 'a>,
    /// What the page is about.
    pub view: Box<dyn Serialize + 'a>,
}

/// How a format writes text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Through a template; values are escaped for HTML or XML.
    Markup,
    /// Through a template; values stand as they are.
    Plain,
    /// The view itself as JSON, without a template.
    Json,
    /// The view itself as text, without a template.
    Verbatim,
    /// Drawn together with the photo that it is made of.
    Picture,
    /// Set as PDF.
    Document,
}

/// One output format.
pub trait Format: Sync {
    fn name(&self) -> &'static str;

    fn encoding(&self) -> Encoding;
}
