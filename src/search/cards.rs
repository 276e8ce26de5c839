//! What a result shows, per language, in files of neighbouring documents.

use rayon::prelude::*;
use serde::Serialize;

use crate::model::{LangId, ProductId};
use crate::pages::parts::Scribe;
use crate::pages::parts::picture::Picture;
use crate::plan::{Rendering, Subject};

use super::bytes::Files;
use super::documents::{Documents, Other};

/// Documents in one file. What a long list begins with lies in few files, since documents stand in the order of lists.
#[must_use]
pub fn size(documents: &Documents) -> usize {
    // A phone pays for bytes in a small catalogue and for requests in a large one.
    (documents.len() / 40).clamp(200, 400)
}

/// Hashes of the files, per language.
pub fn write(rendering: &Rendering<'_>, documents: &Documents, files: &mut Files) -> Vec<Vec<String>> {
    let languages = &rendering.catalogue.site.languages;
    languages
        .iter()
        .map(|language| {
            let scribe = Scribe::new(rendering, language.id);
            let starts: Vec<usize> = (0..documents.len()).step_by(size(documents)).collect();
            let contents: Vec<Vec<u8>> = starts.par_iter().map(|start| content(&scribe, documents, *start)).collect();
            files.add_all(&format!("cards-{}", language.tag), &contents)
        })
        .collect()
}

/// A list of cards; texts that repeat stand once and are named by their position.
#[derive(Serialize, Default)]
struct Content<'a> {
    /// In front of all addresses.
    base: String,
    texts: Vec<String>,
    cards: Vec<Card<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Card<'a> {
    Product(ProductCard<'a>),
    /// Kind, name, address, number of products, where it lies.
    Other(&'static str, String, String, usize, Option<usize>),
}

/// Name, its language where it is another, name in the other language, address, producer and its language, place,
/// group, price, its unit, photo.
type ProductCard<'a> = (
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    String,
    usize,
    Option<&'a str>,
    Option<usize>,
    usize,
    Option<(String, Option<String>)>,
    Option<Photo<'a>>,
);

/// Address, addresses by width, width, height, what it shows and the language of that, illustration, focus.
type Photo<'a> = (String, Option<String>, u32, u32, &'a str, Option<&'a str>, bool, u8, u8);

fn content(scribe: &Scribe<'_>, documents: &Documents, start: usize) -> Vec<u8> {
    let mut content = Content { base: scribe.plan().base_path().to_owned(), ..Content::default() };
    let products = documents.products.len();
    for document in start..documents.len().min(start + size(documents)) {
        let card = match documents.products.get(document) {
            Some(id) => Card::Product(product(scribe, *id, &mut content.texts)),
            None => other(scribe, documents.others[document - products], &mut content.texts),
        };
        content.cards.push(card);
    }
    let mut before = None;
    for card in &content.cards {
        let url = card.url();
        before = Some(before.map_or_else(|| url.to_owned(), |prefix: String| shared(&prefix, url)));
    }
    content.base = before.unwrap_or_default();
    let length = content.base.len();
    content.cards.iter_mut().for_each(|card| card.shorten(length));
    serde_json::to_vec(&content).expect("texts and numbers are JSON")
}

impl Card<'_> {
    fn url(&self) -> &str {
        match self {
            Card::Product(card) => &card.3,
            Card::Other(_, _, url, ..) => url,
        }
    }

    fn shorten(&mut self, length: usize) {
        match self {
            Card::Product(card) => drop(card.3.drain(..length)),
            Card::Other(_, _, url, ..) => drop(url.drain(..length)),
        }
    }
}

/// What both begin with.
fn shared(a: &str, b: &str) -> String {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
}

fn product<'a>(scribe: &Scribe<'a>, id: ProductId, texts: &mut Vec<String>) -> ProductCard<'a> {
    let product = &scribe.catalogue().products[id];
    let name = scribe.text(&product.name);
    let own = scribe.words(&product.name);
    let producer = scribe.text(scribe.catalogue().producers[product.producer].public_name());
    let place = scribe.place_today(product.place, &product.present);
    let price = scribe.price(&product.packages).map(|price| (price.amount, price.unit));
    (
        own,
        name.lang,
        other_name(scribe, id).filter(|other| *other != own),
        scribe.url("product", Subject::Product(id)),
        number(texts, &producer.text),
        producer.lang,
        place.map(|place| number(texts, &place)),
        number(texts, scribe.group_name(product.group)),
        price,
        product.photos.first().and_then(|photo| scribe.picture(photo)).map(photo),
    )
}

/// The name in the next language that has one of its own.
fn other_name<'a>(scribe: &Scribe<'a>, id: ProductId) -> Option<&'a str> {
    let name = &scribe.catalogue().products[id].name;
    let languages = scribe.catalogue().site.languages.ids();
    let mut others = languages.filter(|lang| *lang != scribe.lang).map(|lang| (lang, name.get(lang)));
    others.find(|(lang, other): &(LangId, _)| other.lang == *lang).map(|(_, other)| other.text)
}

fn photo(picture: Picture<'_>) -> Photo<'_> {
    (
        picture.src,
        Some(picture.webp),
        picture.width,
        picture.height,
        picture.alt,
        picture.lang,
        picture.illustration,
        picture.focus_x,
        picture.focus_y,
    )
}

fn other<'a>(scribe: &Scribe<'a>, other: Other, texts: &mut Vec<String>) -> Card<'a> {
    let catalogue = scribe.catalogue();
    let lies_in = match other {
        Other::Place(id) => catalogue.places[id].parent.map(|parent| scribe.place_line(parent)),
        Other::Producer(id) => {
            let producer = &catalogue.producers[id];
            scribe.place_today(producer.place, &producer.present)
        }
        Other::SalesPoint(id) => {
            let point = &catalogue.sales_points[id];
            scribe.place_today(point.place, &point.present)
        }
        Other::Group(_) => None,
    };
    Card::Other(
        other.kind(),
        other.name(scribe),
        scribe.url(other.kind(), other.subject()),
        other.count(scribe.rendering),
        lies_in.map(|text| number(texts, &text)),
    )
}

fn number(texts: &mut Vec<String>, text: &str) -> usize {
    texts.iter().position(|known| known == text).unwrap_or_else(|| {
        texts.push(text.to_owned());
        texts.len() - 1
    })
}
