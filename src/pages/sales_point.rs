//! Sales points: their list and a page for each.

use serde::Serialize;

use crate::model::{PlaceId, Present, SalesPointId};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::facts::Fact;
use super::parts::frame::Head;
use super::parts::items::SalesPointItem;
use super::parts::picture::Picture;
use super::parts::place::PlaceView;
use super::parts::{Body as Prose, Html, Scribe, Source, TextView, source};

pub struct SalesPoints;
pub struct SalesPointPage;

#[derive(Serialize)]
struct IndexBody<'a> {
    count_text: String,
    /// By province of today; those whose place is not known come last.
    provinces: Vec<Province<'a>>,
}

#[derive(Serialize)]
struct Province<'a> {
    label: String,
    url: Option<String>,
    count: String,
    sales_points: Vec<SalesPointItem<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    name: TextView<'a>,
    address: Option<&'a str>,
    place: Option<PlaceView>,
    photos: Vec<Picture<'a>>,
    about: Option<Prose<'a>>,
    facts: Vec<Fact<'a>>,
    count_text: Option<String>,
    cards: Vec<Html<'a>>,
    /// The print pack, where the point has products.
    pack_url: Option<String>,
    counter_url: Option<String>,
    sources: Vec<Source<'a>>,
}

impl Kind for SalesPoints {
    fn name(&self) -> &'static str {
        "sales_points"
    }

    fn lists_records(&self) -> bool {
        true
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let path = |lang| {
            crate::plan::in_language(planning.catalogue, lang, planning.theme.texts(lang).get("path_sales_points"))
        };
        planning
            .catalogue
            .site
            .languages
            .ids()
            .map(|lang| (Route::new("sales_points", lang, Subject::Site), path(lang)))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let sorted = rendering.index.sales_points(scribe.lang);
        let body = IndexBody {
            count_text: scribe.texts().counted("sales_points_count", sorted.len()),
            provinces: provinces(&scribe, sorted),
        };
        let head = Head::new(scribe.own(scribe.t("sales_points_heading")), scribe.t("description_sales_points"));
        scribe.view(job, "sales_points", head, body)
    }
}

impl Kind for SalesPointPage {
    fn name(&self) -> &'static str {
        "sales_point"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let path = |lang, id: SalesPointId| {
            crate::plan::in_language(
                catalogue,
                lang,
                &format!("{}/{}", planning.theme.texts(lang).get("path_sales_points"), catalogue.sales_points[id].slug),
            )
        };
        let one = |lang, id| (Route::new("sales_point", lang, Subject::SalesPoint(id)), path(lang, id));
        catalogue
            .site
            .languages
            .ids()
            .flat_map(|lang| catalogue.sales_points.ids().map(move |id| (lang, id)))
            .map(|(lang, id)| one(lang, id))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("sales point pages have a language"));
        let Subject::SalesPoint(id) = job.route.subject else {
            unreachable!("sales point pages are about a sales point")
        };
        let point = &rendering.catalogue.sales_points[id];
        let name = scribe.text(&point.name);
        let products = rendering.index.at_sales_point(id).in_order(scribe.lang);
        let text = |text: &'a Option<crate::model::Text>| text.as_ref().map(|text| scribe.text(text));
        let facts = [
            scribe.fact("operator", text(&point.operator)),
            scribe.fact("opened", point.opened.map(|date| scribe.own(scribe.texts().date(date)))),
            scribe.fact("hours", text(&point.hours)),
            scribe.fact("offer", text(&point.offer)),
            scribe.fact("phone", point.phone.as_deref().map(|text| scribe.own(text))),
            scribe.link_fact("website", point.website.as_deref()),
            scribe.fact("note", text(&point.note)),
        ];
        let body = Body {
            name: name.clone(),
            address: point.address.as_ref().map(|address| scribe.words(address)),
            place: scribe.place(point.place, &point.present, None),
            photos: point.photos.iter().filter_map(|photo| scribe.picture(photo)).collect(),
            about: scribe.body(&point.about),
            facts: facts.into_iter().flatten().collect(),
            count_text: (!products.is_empty()).then(|| scribe.products_count(products.len())),
            cards: scribe.cards(products),
            counter_url: scribe.maybe_url("counter", Subject::SalesPoint(id)),
            pack_url: scribe.maybe_url("pack", Subject::SalesPoint(id)),
            sources: point.sources.iter().map(|text| source(text)).collect(),
        };
        let mut head =
            Head::new(name.clone(), scribe.texts().format("description_sales_point", &[("name", &name.text)]));
        head.above = vec![scribe.link("sales_points", Subject::Site, scribe.t("nav_sales_points"))];
        head.image = point.photos.first();
        head.jsonld = vec![scribe.jsonld_sales_point(id)];
        head.falls_back_to = point.about.get(scribe.lang).map(|(lang, _)| lang).filter(|lang| *lang != scribe.lang);
        scribe.view(job, "sales_points", head, body)
    }
}

/// Sales points by the province they are in today, in the order of the alphabet; within one as in `sorted`.
fn provinces<'a>(scribe: &Scribe<'a>, sorted: &[SalesPointId]) -> Vec<Province<'a>> {
    let catalogue = scribe.catalogue();
    let province = |id: SalesPointId| -> Option<PlaceId> {
        let point = &catalogue.sales_points[id];
        catalogue.province(match point.present {
            Present::Became(now) => now,
            _ => point.place?,
        })
    };
    let mut groups: Vec<(Option<PlaceId>, Vec<SalesPointId>)> = Vec::new();
    for id in sorted {
        let here = province(*id);
        match groups.iter_mut().find(|(place, _)| *place == here) {
            Some((_, points)) => points.push(*id),
            None => groups.push((here, vec![*id])),
        }
    }
    let name = |id: PlaceId| catalogue.places[id].name.get(scribe.lang).text;
    let collation = scribe.rendering.index.collation(scribe.lang);
    groups.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => collation.compare(name(*a), name(*b)).then(a.cmp(b)),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    let group = |(place, points): (Option<PlaceId>, Vec<SalesPointId>)| Province {
        label: place.map_or_else(|| scribe.t("place_not_known").to_owned(), |id| scribe.place_title(id)),
        url: place.and_then(|id| scribe.maybe_url("place", Subject::Place(id))),
        count: scribe.number(points.len()),
        sales_points: points.into_iter().map(|id| scribe.sales_point_item(id)).collect(),
    };
    groups.into_iter().map(group).collect()
}
