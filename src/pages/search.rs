//! The search page: a query, and the lists that lead on where no script can answer it.

use serde::Serialize;

use crate::model::Catalogue;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::live::{self, LiveList};
use super::parts::frame::Head;
use super::parts::items::{Counted, Pager};
use super::parts::{Html, Link, Scribe};
use super::products::{self, Facet};

/// Producers and sales points shown among the ways in.
const SHOWN: usize = 8;

pub struct Search;

#[derive(Serialize)]
struct Body<'a> {
    live: Option<LiveList<'a>>,
    ways: Vec<Facet<'a>>,
    // What the list shares with lists that have products before any script runs.
    facets: Vec<Facet<'a>>,
    cards: Vec<Html<'a>>,
    pager: Option<Pager>,
    count_text: String,
}

impl Kind for Search {
    fn name(&self) -> &'static str {
        "search"
    }

    /// A portal searches the records of others, a site of pages has none to search.
    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let languages = catalogue.site.languages.ids();
        let searched = !catalogue.is_pages_alone() || catalogue.joins_indexes();
        languages
            .filter(|_| searched && catalogue.site.search)
            .map(|lang| {
                let path = crate::plan::in_language(catalogue, lang, planning.theme.texts(lang).get("path_search"));
                (Route::new("search", lang, Subject::Site), path)
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("the search page has a language"));
        let head = Head::new(scribe.own(scribe.t("search_heading")), scribe.t("description_search"));
        let body = Body {
            live: Some(live::live(&scribe, "search")),
            ways: ways(&scribe),
            facets: Vec::new(),
            cards: Vec::new(),
            pager: None,
            count_text: scribe.products_count(all(rendering.catalogue)),
        };
        scribe.view(job, "search", head, body)
    }
}

/// Lists that lead to every product without a query.
fn ways<'a>(scribe: &Scribe<'a>) -> Vec<Facet<'a>> {
    let rendering = scribe.rendering;
    let way = |key, label, items: Vec<Counted>| {
        let all = scribe.maybe_url(key, Subject::Site).map(|url| Link { label: scribe.t("see_all").into(), url });
        (!items.is_empty()).then_some(Facet { key, label: scribe.t(label), items, all })
    };
    let producers =
        rendering.index.producers(scribe.lang).iter().filter(|id| !rendering.index.of_producer(**id).is_empty());
    let producers = producers.take(SHOWN).map(|id| Counted {
        label: scribe.words(rendering.catalogue.producers[*id].public_name()).to_owned(),
        url: scribe.url("producer", Subject::Producer(*id)),
        count: scribe.number(rendering.index.of_producer(*id).len()),
        current: false,
    });
    let points =
        rendering.index.sales_points(scribe.lang).iter().filter(|id| !rendering.index.at_sales_point(**id).is_empty());
    let points = points.take(SHOWN).map(|id| Counted {
        label: scribe.words(&rendering.catalogue.sales_points[*id].name).to_owned(),
        url: scribe.url("sales_point", Subject::SalesPoint(*id)),
        count: scribe.number(rendering.index.at_sales_point(*id).len()),
        current: false,
    });
    let members = rendering.catalogue.members.iter().map(|(id, member)| Counted {
        label: scribe.words(&member.title).to_owned(),
        url: scribe.url("member", Subject::Member(id)),
        count: scribe.number(member.products.len()),
        current: false,
    });
    let everything = scribe.maybe_url("products", Subject::Site).map(|url| Counted {
        label: scribe.t("products_heading").to_owned(),
        url,
        count: scribe.number(rendering.catalogue.products.len()),
        current: false,
    });
    let mut all = if everything.is_some() { products::facets(scribe) } else { Vec::new() };
    all.extend(way("producers", "nav_producers", producers.collect()));
    all.extend(way("sales_points", "nav_sales_points", points.collect()));
    all.extend(way("members", "nav_members", members.collect()));
    all.extend(everything.map(|one| Facet {
        key: "products",
        label: scribe.t("nav_products"),
        items: vec![one],
        all: None,
    }));
    all
}

/// Products of this catalogue and of those that it joins.
fn all(catalogue: &Catalogue) -> usize {
    catalogue.products.len() + catalogue.members.iter().map(|(_, member)| member.products.len()).sum::<usize>()
}
