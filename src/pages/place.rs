//! Products by place: units of today and the names that older certificates carry.

use serde::Serialize;

use crate::model::{LangId, PlaceId, Stars};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};
use crate::resolve::Layer;

use super::listing::{self, Slice};
use super::parts::frame::Head;
use super::parts::items::{Counted, ProducerItem, SalesPointItem};
use super::parts::{Link, Scribe};

pub struct Places;
pub struct PlacePage;

#[derive(Serialize)]
struct IndexBody {
    current: Vec<Branch>,
    former: Vec<Branch>,
}

#[derive(Serialize)]
struct Branch {
    label: String,
    url: String,
    count: String,
    children: Vec<Counted>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    former: bool,
    former_text: Option<String>,
    /// Products and producers in a sentence; nothing on later pages of the list.
    lead: Option<String>,
    levels: Vec<Level>,
    /// The unit it lies in.
    within: Option<Link>,
    now: Vec<Link>,
    formerly: Vec<MaybeLink>,
    children: Vec<Counted>,
    producers: Vec<ProducerItem<'a>>,
    sales_points: Vec<SalesPointItem<'a>>,
    /// Other units of the same larger one that have products, next to it by their codes.
    siblings: Vec<Counted>,
    siblings_heading: String,
    #[serde(flatten)]
    slice: Slice<'a>,
}

/// Products here that hold so many stars today.
#[derive(Serialize)]
struct Level {
    count: u8,
    label: String,
    value: String,
}

#[derive(Serialize)]
struct MaybeLink {
    label: String,
    url: Option<String>,
}

/// Places that have a page: those under which a product is found, and those of producers and sales points.
fn shown(planning: &Planning<'_>) -> Vec<PlaceId> {
    let used = |id: PlaceId| {
        let land = planning.index.in_territory(id);
        !planning.index.in_place(id).is_empty() || !land.producers.is_empty() || !land.sales_points.is_empty()
    };
    planning.catalogue.places.ids().filter(|id| used(*id)).collect()
}

/// True for a unit that no longer exists.
fn is_former(rendering: &Rendering<'_>, id: PlaceId) -> bool {
    rendering.catalogue.places[id].is_former(rendering.catalogue.today())
}

fn by_name(rendering: &Rendering<'_>, places: &mut [PlaceId], lang: LangId) {
    let name = |id: PlaceId| rendering.catalogue.places[id].name.get(lang).text;
    places.sort_by(|a, b| rendering.index.collation(lang).compare(name(*a), name(*b)));
}

fn children(scribe: &Scribe<'_>, id: PlaceId, layer: Layer) -> Vec<PlaceId> {
    let rendering = scribe.rendering;
    let all = rendering.index.in_territory(id).children.iter().copied();
    let mut children: Vec<PlaceId> = all
        .filter(|child| {
            (layer == Layer::Former) == is_former(rendering, *child) && !rendering.index.in_place(*child).is_empty()
        })
        .collect();
    by_name(rendering, &mut children, scribe.lang);
    children
}

impl Kind for Places {
    fn name(&self) -> &'static str {
        "places"
    }

    fn lists_records(&self) -> bool {
        true
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let path =
            |lang| crate::plan::in_language(planning.catalogue, lang, planning.theme.texts(lang).get("path_places"));
        planning
            .catalogue
            .site
            .languages
            .ids()
            .map(|lang| (Route::new("places", lang, Subject::Site), path(lang)))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let branches = |layer| {
            let tops = rendering.index.top_places(layer, scribe.lang).iter();
            tops.map(|id| {
                let id = *id;
                let Counted { label, url, count, .. } = scribe.counted_place(id, false);
                Branch {
                    label,
                    url,
                    count,
                    children: children(&scribe, id, layer)
                        .into_iter()
                        .map(|child| scribe.counted_place(child, false))
                        .collect(),
                }
            })
            .collect()
        };
        let head = Head::new(scribe.own(scribe.t("places_heading")), scribe.t("description_places"));
        scribe.view(
            job,
            "places",
            head,
            IndexBody { current: branches(Layer::Present), former: branches(Layer::Former) },
        )
    }
}

impl Kind for PlacePage {
    fn name(&self) -> &'static str {
        "place"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let shown = shown(planning);
        let mut routes = Vec::new();
        for lang in planning.catalogue.site.languages.ids() {
            let base = planning.theme.texts(lang).get("path_places");
            for id in &shown {
                let folder = format!("{base}/{}", planning.catalogue.places[*id].key);
                routes.extend(listing::routes(
                    planning,
                    "place",
                    lang,
                    Subject::Place(*id),
                    &folder,
                    planning.index.in_place(*id).len(),
                ));
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let Subject::Place(id) = job.route.subject else { unreachable!("place lists are about a place") };
        let catalogue = rendering.catalogue;
        let place = &catalogue.places[id];
        let former = is_former(rendering, id);
        let sorted = rendering.index.in_place(id).in_order(scribe.lang);
        let slice = listing::slice(&scribe, job.route, sorted);
        let land = rendering.index.in_territory(id);
        // Former districts became a part of a province; its own former names are those of provinces.
        let same_size = |other: &&PlaceId| catalogue.places[**other].kind.depth() == place.kind.depth();
        let mut formerly: Vec<PlaceId> = land.formerly.iter().filter(same_size).copied().collect();
        by_name(rendering, &mut formerly, scribe.lang);
        let first = job.route.page == 1;
        let producers =
            land.producers.iter().filter(|_| first).map(|producer| scribe.producer_item(*producer)).collect();
        let sales_points =
            land.sales_points.iter().filter(|_| first).map(|point| scribe.sales_point_item(*point)).collect();
        let mut body = Body {
            kind: scribe.kind_name("place_type", place.kind.name()),
            former,
            former_text: place
                .until
                .filter(|_| former)
                .map(|until| scribe.texts().format("place_until", &[("date", &scribe.texts().day(until))])),
            lead: first.then(|| lead(&scribe, id)),
            levels: if first { levels(&scribe, id) } else { Vec::new() },
            within: place.parent.and_then(|parent| {
                scribe
                    .maybe_url("place", Subject::Place(parent))
                    .map(|url| Link { label: scribe.place_line(parent), url })
            }),
            siblings: if first { siblings(&scribe, id) } else { Vec::new() },
            siblings_heading: match place.parent {
                Some(parent) => scribe.texts().format("siblings_in", &[("place", &scribe.place_name(parent))]),
                None => scribe.t("siblings_top").to_owned(),
            },
            now: place
                .now
                .iter()
                .filter_map(|now| {
                    scribe
                        .maybe_url("place", Subject::Place(*now))
                        .map(|url| Link { label: scribe.place_line(*now), url })
                })
                .collect(),
            formerly: formerly
                .into_iter()
                .map(|other| MaybeLink {
                    label: scribe.place_line(other),
                    url: scribe.maybe_url("place", Subject::Place(other)),
                })
                .collect(),
            children: children(&scribe, id, if former { Layer::Former } else { Layer::Present })
                .into_iter()
                .map(|child| scribe.counted_place(child, false))
                .collect(),
            producers,
            sales_points,
            slice,
        };
        let line = scribe.place_line(id);
        let mut head = Head::new(
            scribe.own(scribe.place_title(id)),
            scribe.texts().format("description_place", &[("place", &line)]),
        );
        head.title = Some(scribe.texts().format(
            if job.route.page > 1 { "title_paged" } else { "title_page" },
            &[
                ("heading", &super::parts::text::capitalised(&titled(&scribe, id, former))),
                ("site", scribe.words(&catalogue.site.title)),
                ("page", &scribe.number(job.route.page as usize)),
            ],
        ));
        head.above = vec![scribe.link("places", Subject::Site, scribe.t("nav_places"))];
        head.above.extend(catalogue.lineage(id).iter().skip(1).rev().filter_map(|id| {
            scribe.maybe_url("place", Subject::Place(*id)).map(|url| Link { label: scribe.place_title(*id), url })
        }));
        head.jsonld.extend(body.slice.jsonld.take());
        if former {
            head.description =
                format!("{} ({}).", head.description.trim_end_matches('.'), scribe.t("former_places").to_lowercase());
        }
        scribe.view(job, "places", head, body)
    }
}

/// Names repeat, so the title carries the whole line, and the time of a former unit.
fn titled(scribe: &Scribe<'_>, id: PlaceId, former: bool) -> String {
    let line = scribe.place_line(id);
    match scribe.catalogue().places[id].until.filter(|_| former) {
        Some(until) => {
            format!("{line} ({})", scribe.texts().format("place_until", &[("date", &scribe.texts().day(until))]))
        }
        None => line,
    }
}

/// `Tỉnh Thái Nguyên có 13 sản phẩm của 12 chủ thể.`
fn lead(scribe: &Scribe<'_>, id: PlaceId) -> String {
    let index = scribe.rendering.index;
    let producers = index.in_territory(id).producers.len();
    let products = scribe.products_count(index.in_place(id).len());
    let producers_text = scribe.texts().counted("producers_count", producers);
    let args = [("place", scribe.place_title(id)), ("products", products), ("producers", producers_text)];
    let args = args.each_ref().map(|(key, value)| (*key, value.as_str()));
    scribe.texts().format(if producers == 0 { "place_has_products" } else { "place_has" }, &args)
}

fn levels(scribe: &Scribe<'_>, id: PlaceId) -> Vec<Level> {
    let mut held = [0_usize; 6];
    for product in scribe.rendering.index.in_place(id).iter() {
        held[usize::from(scribe.catalogue().current_stars(*product))] += 1;
    }
    let count = |stars: Stars| held[usize::from(stars.count())];
    Stars::ALL
        .into_iter()
        .filter(|stars| count(*stars) > 0)
        .map(|stars| Level {
            count: stars.count(),
            label: scribe
                .texts()
                .format("figure_stars", &[("stars", &stars.count().to_string()), ("count", &count(stars).to_string())]),
            value: scribe.number(count(stars)),
        })
        .collect()
}

/// Some of the units beside this one, in alphabetical order.
fn siblings(scribe: &Scribe<'_>, id: PlaceId) -> Vec<Counted> {
    let mut beside = scribe.rendering.index.in_territory(id).beside.clone();
    by_name(scribe.rendering, &mut beside, scribe.lang);
    beside.into_iter().map(|other| scribe.counted_place(other, false)).collect()
}
