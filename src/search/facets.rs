//! By what a list can be narrowed: the values of each facet with their labels, and which of them each product has.
//!
//! Rows of the field table with a filter become facets; loaded only when somebody filters. Stars and status are not
//! here but in the dictionary, since they change with the day.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::model::field::{FIELDS, Filter};
use crate::model::{LangId, PlaceId, ProductId};
use crate::pages::parts::Scribe;
use crate::plan::Rendering;
use crate::resolve::Layer;

use super::bytes::Files;
use super::documents::Documents;

#[derive(Serialize)]
struct Content {
    /// In the order in which a page shows them.
    order: Vec<&'static str>,
    terms: Vec<Terms>,
    /// Lowest price of each product in đồng; 0 where none is known.
    price: Vec<u64>,
    /// Rank of each product's name in the alphabet of the language.
    names: Vec<u32>,
}

/// A facet with values of which a product has some.
#[derive(Serialize)]
struct Terms {
    key: &'static str,
    /// Value, label, depth: parts of a value follow it one step deeper.
    values: Vec<(String, String, usize)>,
    /// Sets of positions in `values`.
    sets: Vec<Vec<u32>>,
    /// The set of each product.
    of: Vec<u32>,
}

/// Hashes of the files of each language.
pub fn write(rendering: &Rendering<'_>, documents: &Documents, files: &mut Files<'_>) -> Vec<String> {
    let languages = rendering.catalogue.site.languages.iter().collect::<Vec<_>>().into_par_iter();
    let contents = languages.map(|one| (format!("facets-{}", one.tag), content(rendering, documents, one.id)));
    files.add(&contents.collect::<Vec<_>>())
}

fn content(rendering: &Rendering<'_>, documents: &Documents, lang: LangId) -> Vec<u8> {
    let scribe = Scribe::new(rendering, lang);
    let mut content =
        Content { order: Vec::new(), terms: Vec::new(), price: Vec::new(), names: names(rendering, documents, lang) };
    for field in FIELDS.iter().filter(|field| field.filter.is_some()) {
        match (field.key, field.filter) {
            ("stars", _) => content.order.extend(["stars", "status"]),
            (_, Some(Filter::Range)) => {
                content.order.push("price");
                content.price = documents.products.iter().map(|id| lowest_price(&scribe, *id)).collect();
            }
            (key, _) => {
                for terms in terms(&scribe, documents, key) {
                    content.order.push(terms.key);
                    content.terms.push(terms);
                }
            }
        }
    }
    serde_json::to_vec(&content).expect("texts and numbers are JSON")
}

fn names(rendering: &Rendering<'_>, documents: &Documents, lang: LangId) -> Vec<u32> {
    let products = &rendering.catalogue.products;
    let names: Vec<&str> = documents.products.iter().map(|id| products[*id].name.get(lang).text).collect();
    rendering.index.collation(lang).ranks(&names)
}

fn lowest_price(scribe: &Scribe<'_>, id: ProductId) -> u64 {
    let packages = scribe.catalogue().products[id].packages.iter();
    packages.filter_map(|package| package.price).map(crate::model::Dong::amount).min().unwrap_or(0)
}

/// The facets of a row: places give one of today and one of former units.
fn terms(scribe: &Scribe<'_>, documents: &Documents, key: &'static str) -> Vec<Terms> {
    let rendering = scribe.rendering;
    let catalogue = rendering.catalogue;
    match key {
        "producer" => {
            let kinds = crate::model::ProducerType::NAMES;
            let values = kinds
                .iter()
                .map(|(name, _)| ((*name).to_owned(), scribe.kind_name("producer_type", name).to_owned(), 0))
                .collect();
            let kind = |id: ProductId| {
                let kind = catalogue.producers[catalogue.products[id].producer].kind;
                kinds.iter().filter(|(_, known)| *known == kind).map(|(name, _)| (*name).to_owned()).collect()
            };
            vec![collect("producer_type", documents, values, &kind)]
        }
        "group" => {
            let depth = |id: &str| id.matches('.').count();
            let values = catalogue
                .groups
                .iter()
                .map(|(id, group)| (group.id.clone(), scribe.group_name(id).to_owned(), depth(&group.id)))
                .collect();
            let line = |id: ProductId| {
                let line = catalogue.group_line(catalogue.products[id].group);
                line.into_iter().map(|group| catalogue.groups[group].id.clone()).collect()
            };
            vec![collect("group", documents, values, &line)]
        }
        "place" => {
            let tops = rendering.index.top_places(Layer::Present, scribe.lang);
            let former = former_areas(scribe);
            [("place", tops), ("former", former.as_slice())]
                .map(|(key, places)| {
                    let value = |id| (catalogue.places[id].key.clone(), scribe.place_title(id), 0);
                    let values = places.iter().map(|id| value(*id)).collect();
                    let all = |id: ProductId| {
                        let product = &catalogue.products[id];
                        let places = catalogue.places_of(product.place, &product.present).into_iter();
                        places.map(|place| catalogue.places[place].key.clone()).collect()
                    };
                    collect(key, documents, values, &all)
                })
                .into()
        }
        "sales_points" => {
            let points = rendering.index.sales_points(scribe.lang).iter().map(|id| &catalogue.sales_points[*id]);
            let values =
                points.map(|point| (point.slug.as_str().to_owned(), scribe.words(&point.name).to_owned(), 0)).collect();
            let sold = |id: ProductId| {
                let points = catalogue.products[id].sold.sales_points.iter();
                points.map(|point| catalogue.sales_points[*point].slug.as_str().to_owned()).collect()
            };
            vec![collect("sales_point", documents, values, &sold)]
        }
        other => unreachable!("the field `{other}` has a filter but no facet"),
    }
}

/// Provinces and districts that are no more and under which people still look, in alphabetical order.
fn former_areas(scribe: &Scribe<'_>) -> Vec<PlaceId> {
    let (catalogue, index) = (scribe.catalogue(), scribe.rendering.index);
    let is_former = |id: &PlaceId| catalogue.places[*id].is_former(catalogue.today());
    let mut areas: Vec<PlaceId> = catalogue
        .places
        .ids()
        .filter(|id| is_former(id) && catalogue.places[*id].kind.depth() < 2 && !index.in_place(*id).is_empty())
        .collect();
    let name = |id: &PlaceId| scribe.words(&catalogue.places[*id].name);
    areas.sort_by(|a, b| index.collation(scribe.lang).compare(name(a), name(b)).then(a.cmp(b)));
    areas
}

/// Keeps the values that some product has. Keys of a product that are no values are passed over.
fn collect(
    key: &'static str,
    documents: &Documents,
    values: Vec<(String, String, usize)>,
    of_product: &dyn Fn(ProductId) -> Vec<String>,
) -> Terms {
    let position: HashMap<&str, u32> =
        values.iter().enumerate().map(|(index, (value, ..))| (value.as_str(), index as u32)).collect();
    let all: Vec<Vec<u32>> = documents
        .products
        .iter()
        .map(|id| {
            let mut set: Vec<u32> =
                of_product(*id).iter().filter_map(|value| position.get(value.as_str()).copied()).collect();
            set.sort_unstable();
            set.dedup();
            set
        })
        .collect();
    let mut used = vec![false; values.len()];
    all.iter().flatten().for_each(|value| used[*value as usize] = true);
    let mut renumbered = vec![0; values.len()];
    let mut next = 0;
    for (index, used) in used.iter().enumerate() {
        renumbered[index] = next;
        next += u32::from(*used);
    }
    let mut numbers: HashMap<Vec<u32>, u32> = HashMap::new();
    let mut sets = Vec::new();
    let of = all
        .into_iter()
        .map(|set| {
            let set: Vec<u32> = set.into_iter().map(|value| renumbered[value as usize]).collect();
            *numbers.entry(set.clone()).or_insert_with(|| {
                sets.push(set);
                sets.len() as u32 - 1
            })
        })
        .collect();
    let values = values.into_iter().zip(used).filter(|(_, used)| *used).map(|(value, _)| value).collect();
    Terms { key, values, sets, of }
}
