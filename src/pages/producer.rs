//! Producers: their list and a page for each.

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::{Certification, Day, Present, ProducerId, ProductId, SalesPointId};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::listing;
use super::parts::facts::Fact;
use super::parts::frame::Head;
use super::parts::items::{Pager, ProducerItem, SalesPointItem};
use super::parts::picture::Picture;
use super::parts::place::PlaceView;
use super::parts::stars::{CertificateView, StarsView};
use super::parts::{Body as Prose, Html, Link, Scribe, Source, TextView, source};

/// Pictures of products, and producers nearby, on a page.
const WORKS: usize = 4;
const NEIGHBOURS: usize = 6;

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
    /// Its products in pictures, where it has no photos of its own.
    works: Vec<Work<'a>>,
    about: Option<Prose<'a>>,
    facts: Vec<Fact<'a>>,
    count_text: String,
    cards: Vec<Html<'a>>,
    timeline: Vec<Recognition<'a>>,
    sales_points: Vec<SalesPointItem<'a>>,
    neighbours: Option<Neighbours<'a>>,
    sources: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Work<'a> {
    name: TextView<'a>,
    url: String,
    picture: Picture<'a>,
}

/// One certificate of one of its products.
#[derive(Serialize)]
struct Recognition<'a> {
    year: Option<String>,
    name: TextView<'a>,
    url: String,
    certificate: CertificateView<'a>,
    /// The standing of the product today; until when the certificate holds, where it is the current one.
    stars: StarsView<'a>,
}

/// Other producers of the same commune, or else of the same province.
#[derive(Serialize)]
struct Neighbours<'a> {
    place: Link,
    producers: Vec<ProducerItem<'a>>,
}

impl Kind for Producers {
    fn name(&self) -> &'static str {
        "producers"
    }

    fn lists_records(&self) -> bool {
        true
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
            works: if producer.photos.is_empty() { works(&scribe, products) } else { Vec::new() },
            about: scribe.body(&producer.about),
            facts: facts.into_iter().flatten().collect(),
            count_text: scribe.products_count(products.len()),
            cards: scribe.cards(products),
            timeline: timeline(&scribe, products),
            sales_points: sales_points(&scribe, products),
            neighbours: neighbours(&scribe, id),
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

fn works<'a>(scribe: &Scribe<'a>, products: &[ProductId]) -> Vec<Work<'a>> {
    let with_picture = products.iter().filter_map(|id| {
        let product = &scribe.catalogue().products[*id];
        let picture = product.photos.first().and_then(|photo| scribe.picture(photo))?;
        Some(Work { name: scribe.text(&product.name), url: scribe.url("product", Subject::Product(*id)), picture })
    });
    with_picture.take(WORKS).collect()
}

/// Every certificate of its products, the latest first; those without any date come last.
fn timeline<'a>(scribe: &Scribe<'a>, products: &[ProductId]) -> Vec<Recognition<'a>> {
    let today = scribe.catalogue().today();
    let mut all: Vec<(Reverse<Option<Day>>, ProductId, &Certification)> = Vec::new();
    for id in products {
        let certifications = scribe.catalogue().products[*id].certifications.iter();
        all.extend(certifications.filter(|one| one.existed(today)).map(|one| (Reverse(one.dated.latest()), *id, one)));
    }
    all.sort_by_key(|(day, ..)| *day);
    all.into_iter()
        .map(|(Reverse(day), id, certification)| Recognition {
            year: day.map(|day| day.year().to_string()),
            name: scribe.text(&scribe.catalogue().products[id].name),
            url: scribe.url("product", Subject::Product(id)),
            certificate: scribe.certificate(id, certification),
            stars: scribe.stars(id),
        })
        .collect()
}

/// Where its products are sold.
fn sales_points<'a>(scribe: &Scribe<'a>, products: &[ProductId]) -> Vec<SalesPointItem<'a>> {
    let mut points: Vec<SalesPointId> = Vec::new();
    for point in products.iter().flat_map(|id| &scribe.catalogue().products[*id].sold.sales_points) {
        if !points.contains(point) {
            points.push(*point);
        }
    }
    points.into_iter().map(|id| scribe.sales_point_item(id)).collect()
}

/// The smallest unit around the producer that holds another one, and a few of those that stand beside it in the list.
fn neighbours<'a>(scribe: &Scribe<'a>, id: ProducerId) -> Option<Neighbours<'a>> {
    let producer = &scribe.catalogue().producers[id];
    let around = match producer.present {
        Present::Became(now) => now,
        _ => producer.place?,
    };
    let line = scribe.catalogue().lineage(around);
    let place = line.into_iter().find(|place| scribe.rendering.index.in_territory(*place).producers.len() > 1)?;
    let all = &scribe.rendering.index.in_territory(place).producers;
    let at = all.iter().position(|other| *other == id)?;
    let first = at.saturating_sub(NEIGHBOURS / 2).min(all.len().saturating_sub(NEIGHBOURS + 1));
    let producers = all[first..].iter().filter(|other| **other != id).take(NEIGHBOURS);
    Some(Neighbours {
        place: scribe.link("place", Subject::Place(place), scribe.place_name(place)),
        producers: producers.map(|other| scribe.producer_item(*other)).collect(),
    })
}
