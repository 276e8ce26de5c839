//! The whole catalogue as a book: chapters by group, figures, directory of producers, indexes.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::model::{ArticleKind, LangId, PlaceId, ProducerType, ProductId, SpeaksAsOf, Stars};
use crate::pages::parts::{Scribe, TextView};
use crate::pages::prose;
use crate::plan::Rendering;

use super::document::SheetData;

/// The book in the order of its parts.
#[derive(Serialize)]
pub struct Book<'a> {
    tagline: Option<&'a str>,
    publisher: Option<&'a str>,
    edition: String,
    notice: Option<&'a str>,
    foreword: Option<Foreword<'a>>,
    chapters: Vec<Chapter<'a>>,
    figures: Vec<Figures<'a>>,
    producers: Vec<ProducerEntry<'a>>,
    places: Vec<IndexEntry>,
    names: Vec<Reference>,
}

#[derive(Serialize)]
struct Foreword<'a> {
    title: &'a str,
    blocks: Vec<Block>,
}

/// A heading or a paragraph.
#[derive(Serialize)]
struct Block {
    heading: bool,
    text: String,
}

#[derive(Serialize)]
struct Chapter<'a> {
    name: &'a str,
    count: String,
    entries: Vec<SheetData<'a>>,
}

/// A small table: what is counted, and how many.
#[derive(Serialize)]
struct Figures<'a> {
    label: &'a str,
    rows: Vec<(String, String)>,
}

#[derive(Serialize)]
struct ProducerEntry<'a> {
    name: TextView<'a>,
    kind: &'a str,
    place: Option<String>,
    contact: Vec<&'a str>,
    products: Vec<Reference>,
}

/// A name in an index with the products that belong to it.
#[derive(Serialize)]
struct IndexEntry {
    name: String,
    products: Vec<Reference>,
}

/// A product by its code: the template knows on which page it is.
#[derive(Serialize)]
struct Reference {
    name: String,
    id: String,
}

impl<'a> Book<'a> {
    /// The book of these products; `entry` lays out the page of one.
    #[must_use]
    pub fn of(
        rendering: &'a Rendering<'a>,
        lang: LangId,
        products: &[ProductId],
        foreword: Option<&str>,
        entry: impl Fn(ProductId) -> SheetData<'a> + Sync,
    ) -> Self {
        let scribe = Scribe::new(rendering, lang);
        let site = &rendering.catalogue.site;
        let texts = scribe.texts();
        let edition = match site.speaks {
            SpeaksAsOf::Edition(day) => texts.format("edition_text", &[("date", &texts.day(day))]),
            SpeaksAsOf::Live(day) => texts.format("as_of", &[("date", &texts.day(day))]),
        };
        Self {
            tagline: site.tagline.as_ref().map(|text| scribe.words(text)),
            publisher: site.organisation.as_ref().map(|organisation| scribe.words(&organisation.name)),
            edition,
            notice: scribe.notice(),
            foreword: foreword.and_then(|slug| read(&scribe, slug)),
            chapters: chapters(&scribe, products, entry),
            figures: figures(&scribe, products),
            producers: producers(&scribe, products),
            places: places(&scribe, products),
            names: names(&scribe, products),
        }
    }
}

fn reference(scribe: &Scribe<'_>, id: ProductId) -> Reference {
    let product = &scribe.catalogue().products[id];
    Reference { name: scribe.words(&product.name).to_owned(), id: product.code.to_string() }
}

fn read<'a>(scribe: &Scribe<'a>, slug: &str) -> Option<Foreword<'a>> {
    let mut pages = scribe.catalogue().articles_of(ArticleKind::Page);
    let (_, article) = pages.find(|(_, article)| article.slug.as_str() == slug)?;
    let (_, markdown) = article.prose.get(scribe.lang)?;
    let blocks = markdown.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(|part| {
        let heading = part.starts_with('#');
        let text = if heading { part.trim_start_matches('#').trim().to_owned() } else { prose::plain(part) };
        Block { heading, text }
    });
    Some(Foreword { title: article.title(scribe.lang).1, blocks: blocks.collect() })
}

fn chapters<'a>(
    scribe: &Scribe<'a>,
    products: &[ProductId],
    entry: impl Fn(ProductId) -> SheetData<'a> + Sync,
) -> Vec<Chapter<'a>> {
    let catalogue = scribe.catalogue();
    let mains = catalogue.groups.iter().filter(|(_, group)| group.parent.is_none());
    mains
        .filter_map(|(main, _)| {
            let inside: Vec<ProductId> = products
                .iter()
                .filter(|id| catalogue.group_line(catalogue.products[**id].group).contains(&main))
                .copied()
                .collect();
            (!inside.is_empty()).then(|| Chapter {
                name: scribe.group_name(main),
                count: scribe.products_count(inside.len()),
                entries: inside.into_par_iter().map(&entry).collect(),
            })
        })
        .collect()
}

/// Products by stars that are valid now, and producers by type.
fn figures<'a>(scribe: &Scribe<'a>, products: &[ProductId]) -> Vec<Figures<'a>> {
    let catalogue = scribe.catalogue();
    let count = |wanted: &dyn Fn(ProductId) -> bool| products.iter().filter(|id| wanted(**id)).count();
    let mut stars: Vec<(String, usize)> = Stars::ALL
        .iter()
        .map(|stars| {
            let label = scribe.texts().format("stars_label", &[("stars", &stars.count().to_string())]);
            (label, count(&|id| catalogue.current_stars(id) == stars.count()))
        })
        .collect();
    stars.push((scribe.t("book_other_products").to_owned(), count(&|id| catalogue.current_stars(id) == 0)));
    let mut makers: Vec<_> = products.iter().map(|id| catalogue.products[*id].producer).collect();
    makers.sort_unstable();
    makers.dedup();
    let types = ProducerType::NAMES.iter().map(|(name, kind)| {
        let number = makers.iter().filter(|id| catalogue.producers[**id].kind == *kind).count();
        (scribe.kind_name("producer_type", name).to_owned(), number)
    });
    let rows = |rows: Vec<(String, usize)>| {
        rows.into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(label, number)| (label, scribe.number(number)))
            .collect()
    };
    vec![
        Figures { label: scribe.t("book_by_stars"), rows: rows(stars) },
        Figures { label: scribe.t("book_by_producer_type"), rows: rows(types.collect()) },
    ]
}

fn producers<'a>(scribe: &Scribe<'a>, products: &[ProductId]) -> Vec<ProducerEntry<'a>> {
    let catalogue = scribe.catalogue();
    let entries = scribe.rendering.index.producers(scribe.lang).iter().map(|id| {
        let row = &catalogue.producers[*id];
        let made = products.iter().filter(|product| catalogue.products[**product].producer == *id);
        ProducerEntry {
            name: scribe.text(row.public_name()),
            kind: scribe.kind_name("producer_type", row.kind.name()),
            place: scribe.place_today(row.place, &row.present),
            contact: [row.phone.as_deref(), row.email.as_deref(), row.website.as_deref()]
                .into_iter()
                .flatten()
                .collect(),
            products: made.map(|product| reference(scribe, *product)).collect(),
        }
    });
    entries.filter(|entry| !entry.products.is_empty()).collect()
}

/// By the units of today and those printed on certificates, down to the commune.
fn places(scribe: &Scribe<'_>, products: &[ProductId]) -> Vec<IndexEntry> {
    let catalogue = scribe.catalogue();
    let mut by_place: BTreeMap<PlaceId, Vec<ProductId>> = BTreeMap::new();
    for id in products {
        let product = &catalogue.products[*id];
        for place in catalogue.places_of(product.place, &product.present) {
            by_place.entry(place).or_default().push(*id);
        }
    }
    let collation = scribe.rendering.index.collation(scribe.lang);
    let mut entries: Vec<(&str, IndexEntry)> = by_place
        .into_iter()
        .map(|(place, ids)| {
            let products = sorted(scribe, &ids);
            (scribe.words(&catalogue.places[place].name), IndexEntry { name: scribe.place_title(place), products })
        })
        .collect();
    entries.sort_by(|(a, left), (b, right)| collation.compare(a, b).then_with(|| left.name.cmp(&right.name)));
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn names(scribe: &Scribe<'_>, products: &[ProductId]) -> Vec<Reference> {
    sorted(scribe, products)
}

fn sorted(scribe: &Scribe<'_>, products: &[ProductId]) -> Vec<Reference> {
    let collation = scribe.rendering.index.collation(scribe.lang);
    let mut references: Vec<Reference> = products.iter().map(|id| reference(scribe, *id)).collect();
    references.sort_by(|a, b| collation.compare(&a.name, &b.name).then_with(|| a.id.cmp(&b.id)));
    references
}
