//! The list of all products, with links to the lists that narrow it.

use serde::Serialize;

use crate::model::Stars;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};
use crate::resolve::Layer;

use super::listing::{self, Slice};
use super::live::{self, LiveList};
use super::parts::frame::Head;
use super::parts::items::Counted;
use super::parts::{Link, Scribe};

pub struct Products;

#[derive(Serialize)]
struct Body<'a> {
    lead: Option<String>,
    #[serde(flatten)]
    slice: Slice<'a>,
    facets: Vec<Facet<'a>>,
    /// `None` where the site has no search.
    live: Option<LiveList<'a>>,
}

/// Lists that narrow the list of all products, as links.
#[derive(Serialize)]
pub struct Facet<'a> {
    pub key: &'static str,
    pub label: &'a str,
    pub items: Vec<Counted>,
    pub all: Option<Link>,
}

impl Kind for Products {
    fn name(&self) -> &'static str {
        "products"
    }

    fn lists_records(&self) -> bool {
        true
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let base = |lang| planning.theme.texts(lang).get("path_products");
        catalogue
            .site
            .languages
            .ids()
            .flat_map(|lang| {
                listing::routes(planning, "products", lang, Subject::Site, base(lang), catalogue.products.len())
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let all = rendering.index.all(scribe.lang);
        let slice = listing::slice(&scribe, job.route, all);
        let description = scribe.texts().format(
            "description_products",
            &[("number", &scribe.number(all.len())), ("count", &all.len().to_string())],
        );
        let mut head = Head::new(scribe.own(scribe.t("products_heading")), description);
        let searched = scribe.maybe_url("search", Subject::Site).is_some();
        let mut body = Body {
            lead: None,
            facets: facets(&scribe),
            live: searched.then(|| live::live(&scribe, "products")),
            slice,
        };
        head.jsonld.extend(body.slice.jsonld.take());
        scribe.view(job, "products", head, body)
    }
}

/// Stars, groups and places that have products.
pub fn facets<'a>(scribe: &Scribe<'a>) -> Vec<Facet<'a>> {
    let rendering = scribe.rendering;
    let stars = Stars::ALL
        .into_iter()
        .filter(|stars| !rendering.index.with_stars(stars.count()).is_empty())
        .map(|stars| Counted {
            label: scribe.texts().format("stars_label", &[("stars", &stars.count().to_string())]),
            url: scribe.url("stars", Subject::Stars(stars.count())),
            count: scribe.number(rendering.index.with_stars(stars.count()).len()),
            current: false,
        })
        .collect();
    let groups = rendering
        .catalogue
        .groups
        .iter()
        .filter(|(id, group)| group.parent.is_none() && !rendering.index.in_group(*id).is_empty())
        .map(|(id, _)| scribe.counted_group(id, false))
        .collect();
    let places = rendering
        .index
        .top_places(Layer::Present, scribe.lang)
        .iter()
        .map(|id| scribe.counted_place(*id, false))
        .collect();
    let all = |kind: &'static str| Some(scribe.link(kind, Subject::Site, scribe.t("see_all")));
    [
        ("stars", "facet_stars", stars, all("stars_index")),
        ("groups", "facet_groups", groups, all("groups")),
        ("places", "facet_places", places, all("places")),
    ]
    .into_iter()
    .filter(|(_, _, items, _): &(_, _, Vec<Counted>, _)| !items.is_empty())
    .map(|(key, label, items, all)| Facet { key, label: scribe.t(label), items, all })
    .collect()
}
