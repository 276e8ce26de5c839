//! Lists of products: how they are cut into pages, and what every list page shares.

use serde::Serialize;

use crate::model::{LangId, ProductId};
use crate::plan::{Planning, Route, SitePath, Subject};

use super::parts::items::Pager;
use super::parts::jsonld::JsonLd;
use super::parts::{Html, Scribe};

/// One page of a list.
#[derive(Serialize)]
pub struct Slice<'a> {
    pub count_text: String,
    pub cards: Vec<Html<'a>>,
    pub pager: Option<Pager>,
    #[serde(skip)]
    pub jsonld: Option<JsonLd<'a>>,
}

/// How many pages a list of so many products has; an empty list has one.
#[must_use]
pub fn pages(count: usize, per_page: usize) -> u32 {
    u32::try_from(count.div_ceil(per_page).max(1)).expect("fewer than four thousand million pages")
}

/// Routes of all pages of a list: `<base>`, `<base>/trang/2`, …
#[must_use]
pub fn routes(
    planning: &Planning<'_>,
    kind: &'static str,
    lang: LangId,
    subject: Subject,
    base: &str,
    count: usize,
) -> Vec<(Route, SitePath)> {
    let segment = planning.theme.texts(lang).get("path_page");
    (1..=pages(count, planning.catalogue.site.per_page))
        .map(|page| {
            let route = Route::new(kind, lang, subject).page(page);
            let rest = if page == 1 { base.to_owned() } else { format!("{base}/{segment}/{page}") };
            (route, crate::plan::in_language(planning.catalogue, lang, &rest))
        })
        .collect()
}

/// The products on the page of a route.
#[must_use]
pub fn slice<'a>(scribe: &Scribe<'a>, route: Route, sorted: &[ProductId]) -> Slice<'a> {
    let per_page = scribe.catalogue().site.per_page;
    let first = (route.page as usize - 1) * per_page;
    let shown: Vec<ProductId> = sorted.iter().skip(first).take(per_page).copied().collect();
    Slice {
        count_text: scribe.products_count(sorted.len()),
        cards: scribe.cards(&shown),
        pager: scribe.pager(route, pages(sorted.len(), per_page)),
        jsonld: scribe.jsonld_list(&shown, first),
    }
}
