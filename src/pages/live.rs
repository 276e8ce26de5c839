//! What a list page carries for the script that searches and narrows it: facets, orders, and texts with a place for a
//! number. Keys and values are those of the address bar; docs/themes.md, "Addresses of searches", lists them.

use serde::Serialize;

use crate::model::Stars;
use crate::model::field::Filter;
use crate::plan::Subject;
use crate::resolve::Layer;

use super::parts::Scribe;

/// Facets of a list in the order of the page: name in the search index, key in the address, text, whether it is open.
const FACETS: [(&str, &str, &str, Filter); 8] = [
    ("stars", "sao", "facet_stars", Filter::Terms),
    ("group", "nhom", "facet_groups", Filter::Terms),
    ("place", "noi", "facet_places", Filter::Terms),
    ("former", "cu", "facet_former", Filter::Terms),
    ("producer_type", "loai", "facet_producer_type", Filter::Terms),
    ("status", "hieu-luc", "facet_status", Filter::Terms),
    ("sales_point", "ban", "facet_sales_point", Filter::Terms),
    ("price", "gia", "facet_price", Filter::Range),
];

/// Orders of a list and their values in the address; the first holds with a query, the second without.
const SORTS: [(&str, &str); 4] =
    [("phu-hop", "sort_relevance"), ("sao", "sort_stars"), ("ten", "sort_name"), ("gia", "sort_price")];

/// A place for a number in a text that a script fills.
const NUMBER: &str = "{n}";

#[derive(Serialize)]
pub struct LiveList<'a> {
    /// Name of the form, for people who cannot see it.
    label: &'a str,
    /// Where the form leads.
    action: String,
    page_size: usize,
    /// JSON: plural form → text, as `Intl.PluralRules` names the forms.
    counts: String,
    shows: String,
    /// With `{shown}` and `{n}`.
    shown: String,
    facets: Vec<Facet<'a>>,
    sorts: Vec<Sort<'a>>,
}

#[derive(Serialize)]
struct Facet<'a> {
    name: &'static str,
    key: &'static str,
    kind: &'static str,
    label: &'a str,
    /// Terms that stand on the page before any script; where there are none, the facet is closed.
    items: Vec<Term>,
}

#[derive(Serialize)]
struct Term {
    value: String,
    label: String,
    count: String,
}

#[derive(Serialize)]
struct Sort<'a> {
    value: &'static str,
    label: &'a str,
}

/// The live part of the list at `kind`.
pub fn live<'a>(scribe: &Scribe<'a>, kind: &'static str) -> LiveList<'a> {
    let texts = scribe.texts();
    let forms = |key| serde_json::to_string(&texts.plural_forms(key, NUMBER)).expect("texts are JSON strings");
    LiveList {
        label: scribe.t("list_search"),
        action: scribe.url(kind, Subject::Site),
        page_size: scribe.catalogue().site.per_page,
        counts: forms("products_count"),
        shows: forms("list_show"),
        shown: texts.format("list_shown", &[("shown", "{shown}"), ("number", NUMBER)]),
        facets: FACETS
            .into_iter()
            .map(|(name, key, label, filter)| Facet {
                name,
                key,
                kind: if filter == Filter::Range { "range" } else { "terms" },
                label: scribe.t(label),
                items: terms(scribe, name),
            })
            .collect(),
        sorts: SORTS.into_iter().map(|(value, label)| Sort { value, label: scribe.t(label) }).collect(),
    }
}

/// The short facets, whose lists the index of the build holds already; the others come with the first search.
fn terms(scribe: &Scribe<'_>, facet: &str) -> Vec<Term> {
    let rendering = scribe.rendering;
    match facet {
        "stars" => Stars::ALL
            .into_iter()
            .map(|stars| (stars.count(), rendering.index.with_stars(stars.count()).len()))
            .filter(|(_, count)| *count > 0)
            .map(|(stars, count)| Term {
                value: stars.to_string(),
                label: scribe.texts().format("stars_label", &[("stars", &stars.to_string())]),
                count: scribe.number(count),
            })
            .collect(),
        "group" => rendering
            .catalogue
            .groups
            .iter()
            .filter(|(id, group)| group.parent.is_none() && !rendering.index.in_group(*id).is_empty())
            .map(|(id, group)| Term {
                value: group.id.clone(),
                label: scribe.group_name(id).to_owned(),
                count: scribe.number(rendering.index.in_group(id).len()),
            })
            .collect(),
        "place" => rendering
            .index
            .top_places(Layer::Present, scribe.lang)
            .iter()
            .map(|id| Term {
                value: rendering.catalogue.places[*id].key.clone(),
                label: scribe.place_title(*id),
                count: scribe.number(rendering.index.in_place(*id).len()),
            })
            .collect(),
        _ => Vec::new(),
    }
}
