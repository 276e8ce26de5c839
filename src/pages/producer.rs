//! Producers: their list and a page for each.

use serde::Serialize;

use crate::model::ProducerId;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::listing;
use super::parts::facts::Fact;
use super::parts::frame::Head;
use super::parts::items::{Pager, ProducerItem};
use super::parts::picture::Picture;
use super::parts::place::PlaceView;
use super::parts::{Body as Prose, Html, Scribe, Source, TextView, source};

pub struct Producers;
pub struct ProducerPage;

#[derive(Serialize)]
struct IndexBody<'a> {
    count_text: String,
    producers: Vec<ProducerItem<'a>>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Body<'a> {
    name: TextView<'a>,
    #[serde(rename = "type")]
    kind: &'a str,
    brand: Option<TextView<'a>>,
    place: Option<PlaceView>,
    photos: Vec<Picture<'a>>,
    about: Option<Prose<'a>>,
    facts: Vec<Fact<'a>>,
    count_text: String,
    cards: Vec<Html<'a>>,
    sources: Vec<Source<'a>>,
}

impl Kind for Producers {
    fn name(&self) -> &'static str {
        "producers"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let base = |lang| planning.theme.texts(lang).get("path_producers");
        catalogue
            .site
            .languages
            .ids()
            .flat_map(|lang| {
                listing::routes(planning, "producers", lang, Subject::Site, base(lang), catalogue.producers.len())
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let sorted = rendering.index.producers(scribe.lang);
        let per_page = rendering.catalogue.site.per_page;
        let first = (job.route.page as usize - 1) * per_page;
        let body = IndexBody {
            count_text: scribe.texts().counted("producers_count", sorted.len()),
            producers: sorted.iter().skip(first).take(per_page).map(|id| scribe.producer_item(*id)).collect(),
            pager: scribe.pager(job.route, listing::pages(sorted.len(), per_page)),
        };
        let head = Head::new(scribe.own(scribe.t("producers_heading")), scribe.t("description_producers"));
        scribe.view(job, "producers", head, body)
    }
}

impl Kind for ProducerPage {
    fn name(&self) -> &'static str {
        "producer"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let path = |lang, id: ProducerId| {
            crate::plan::in_language(
                catalogue,
                lang,
                &format!("{}/{}", planning.theme.texts(lang).get("path_producers"), catalogue.producers[id].slug),
            )
        };
        let one = |lang, id| (Route::new("producer", lang, Subject::Producer(id)), path(lang, id));
        catalogue
            .site
            .languages
            .ids()
            .flat_map(|lang| catalogue.producers.ids().map(move |id| (lang, id)))
            .map(|(lang, id)| one(lang, id))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("producer pages have a language"));
        let Subject::Producer(id) = job.route.subject else { unreachable!("producer pages are about a producer") };
        let producer = &rendering.catalogue.producers[id];
        let name = scribe.text(producer.public_name());
        let products = rendering.index.of_producer(id).in_order(scribe.lang);
        let founded = producer.founded.map(|date| scribe.own(scribe.texts().date(date)));
        let facts = [
            scribe.fact("founded", founded),
            scribe.fact("members", producer.members.as_ref().map(|text| scribe.text(text))),
            scribe.fact("capital", producer.capital.as_ref().map(|text| scribe.text(text))),
            scribe.fact("revenue", producer.revenue.as_ref().map(|text| scribe.text(text))),
            scribe.fact("address", producer.address.as_ref().map(|text| scribe.text(text))),
            scribe.fact("phone", producer.phone.as_deref().map(|text| scribe.own(text))),
            scribe.fact("email", producer.email.as_deref().map(|text| scribe.own(text))),
            scribe.link_fact("website", producer.website.as_deref()),
        ];
        let body = Body {
            name: name.clone(),
            kind: scribe.kind_name("producer_type", producer.kind.name()),
            brand: producer.brand.as_ref().map(|brand| scribe.text(brand)).filter(|brand| brand.text != name.text),
            place: scribe.place(producer.place, &producer.present, producer.village.as_ref()),
            photos: producer.photos.iter().filter_map(|photo| scribe.picture(photo)).collect(),
            about: scribe.body(&producer.about),
            facts: facts.into_iter().flatten().collect(),
            count_text: scribe.products_count(products.len()),
            cards: scribe.cards(products),
            sources: producer.sources.iter().map(|text| source(text)).collect(),
        };
        let mut head =
            Head::new(name.clone(), scribe.texts().format("description_producer", &[("producer", &name.text)]));
        // A producer may be named like its product.
        let titled = format!("{}: {}", scribe.t("producer"), name.text);
        head.title = Some(
            scribe
                .texts()
                .format("title_page", &[("heading", &titled), ("site", scribe.words(&rendering.catalogue.site.title))]),
        );
        head.above = vec![scribe.link("producers", Subject::Site, scribe.t("nav_producers"))];
        head.image = producer
            .photos
            .first()
            .or_else(|| products.iter().find_map(|id| rendering.catalogue.products[*id].photos.first()));
        head.jsonld = vec![scribe.jsonld_producer(id)];
        head.falls_back_to = producer.about.get(scribe.lang).map(|(lang, _)| lang).filter(|lang| *lang != scribe.lang);
        scribe.view(job, "producers", head, body)
    }
}
