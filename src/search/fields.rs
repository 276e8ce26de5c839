//! Which words of a product are searched, and how much they weigh: read from the field table.

use crate::model::field::{FIELDS, Value};
use crate::model::{IpKind, Languages, Present, ProducerType, Product, ProductId, StandardKind, Text};
use crate::pages::parts::Scribe;

/// Fields of less weight are running text: searched only where the others do not have all words.
pub const LIGHTEST_KEY: u8 = 3;

/// Weight of the number of a decision: as a place, since people who type one look for its products.
const DECISION: u8 = 5;

/// A searched field. Names are one field per language, so that the language of the page can come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchField {
    pub key: &'static str,
    pub weight: u8,
    /// Position among the languages.
    pub lang: Option<usize>,
}

/// The searched fields in order: names first.
pub struct Fields(pub Vec<SearchField>);

impl Fields {
    #[must_use]
    pub fn new(languages: &Languages) -> Self {
        let mut fields = Vec::new();
        for row in FIELDS {
            let Some(weight) = row.search.filter(|weight| *weight >= LIGHTEST_KEY) else { continue };
            if row.key == "name" {
                let named = |lang| SearchField { key: "name", weight, lang: Some(lang) };
                fields.extend((0..languages.len()).map(named));
            } else {
                fields.push(SearchField { key: row.key, weight, lang: None });
            }
        }
        fields.push(SearchField { key: "decision", weight: DECISION, lang: None });
        Self(fields)
    }

    /// Number of a field; of a name the one of the first language, the others follow.
    #[must_use]
    pub fn number(&self, key: &str) -> u8 {
        let position = self.0.iter().position(|field| field.key == key).expect("a searched field");
        u8::try_from(position).expect("fewer than 256 fields")
    }
}

/// Texts of a product by field number; several texts of one field are apart from each other.
pub fn key_texts(scribes: &[Scribe<'_>], fields: &Fields, id: ProductId) -> Vec<(u8, String)> {
    let catalogue = scribes[0].catalogue();
    let product = &catalogue.products[id];
    let mut out = Vec::new();
    for row in FIELDS {
        if row.search.is_none_or(|weight| weight < LIGHTEST_KEY) {
            continue;
        }
        let Some(value) = (row.read)(product) else { continue };
        match value {
            Value::Text(text) if row.key == "name" => out.extend(names(scribes, fields, text)),
            Value::Certifications(_) => {
                let stars = catalogue.current_stars(id).to_string();
                if stars != "0" {
                    let label = |scribe: &Scribe<'_>| scribe.texts().format("stars_label", &[("stars", &stars)]);
                    out.extend(scribes.iter().map(|scribe| (fields.number("stars"), label(scribe))));
                }
                let decisions = product.certifications.iter().filter_map(|certification| certification.decision);
                out.extend(decisions.map(|id| (fields.number("decision"), catalogue.decisions[id].number.clone())));
            }
            value => {
                let number = fields.number(row.key);
                let mut seen: Vec<String> = Vec::new();
                texts(scribes, product, value, &mut |text| {
                    if !seen.iter().any(|known| known == text) {
                        seen.push(text.to_owned());
                    }
                });
                out.extend(seen.into_iter().map(|text| (number, text)));
            }
        }
    }
    out
}

/// A name in each language that has its own.
pub fn names(scribes: &[Scribe<'_>], fields: &Fields, text: &Text) -> Vec<(u8, String)> {
    let first = fields.number("name");
    let own = scribes.iter().filter(|scribe| text.get(scribe.lang).lang == scribe.lang);
    own.map(|scribe| (first + scribe.lang.index() as u8, text.get(scribe.lang).text.to_owned())).collect()
}

/// Running text of a product: light fields and stories.
pub fn prose_texts(scribes: &[Scribe<'_>], id: ProductId, put: &mut dyn FnMut(&str)) {
    let product = &scribes[0].catalogue().products[id];
    for row in FIELDS {
        if row.search.is_some_and(|weight| weight < LIGHTEST_KEY)
            && let Some(value) = (row.read)(product)
        {
            texts(scribes, product, value, put);
        }
    }
}

/// Every text of a value in every language.
fn texts(scribes: &[Scribe<'_>], product: &Product, value: Value<'_>, put: &mut dyn FnMut(&str)) {
    let catalogue = scribes[0].catalogue();
    let all = |text: &Text, put: &mut dyn FnMut(&str)| text.all().for_each(put);
    match value {
        Value::Text(text) => all(text, put),
        Value::Names(names) => names.iter().for_each(|name| put(name)),
        Value::List(list) | Value::Steps(list) => list.iter().for_each(|text| all(text, put)),
        Value::Standards(standards) => {
            for standard in standards {
                if standard.kind != StandardKind::Other {
                    for scribe in scribes {
                        put(scribe.kind_name("standard", standard.kind.name()));
                    }
                }
                standard.name.iter().for_each(|name| all(name, put));
                standard.number.iter().for_each(|number| put(number));
            }
        }
        Value::Marks(marks) => {
            for mark in marks {
                if mark.kind != IpKind::Trademark {
                    for scribe in scribes {
                        put(scribe.kind_name("ip", mark.kind.name()));
                    }
                }
                all(&mark.name, put);
            }
        }
        Value::Trace(trace) => trace.code.iter().for_each(|code| put(code)),
        Value::Packages(packages) => {
            packages.iter().filter_map(|package| package.gtin).for_each(|gtin| put(&gtin.padded()));
        }
        Value::Producer(id) => {
            let producer = &catalogue.producers[id];
            all(producer.public_name(), put);
            producer.brand.iter().for_each(|brand| all(brand, put));
            // Names write the kind out or shorten it; people type either.
            match producer.kind {
                ProducerType::Cooperative => put("HTX, hợp tác xã"),
                ProducerType::CooperativeGroup => put("THT, tổ hợp tác"),
                ProducerType::Company => put("Cty, công ty"),
                _ => {}
            }
        }
        Value::Place(id) => {
            let mut units = vec![id];
            match &product.present {
                Present::Became(now) => units.push(*now),
                Present::OneOf(candidates) => units.extend(candidates),
                Present::Same | Present::Unknown => {}
            }
            for unit in units {
                for scribe in scribes {
                    put(&scribe.place_line(unit));
                }
                for part in catalogue.lineage(unit) {
                    catalogue.places[part].alternatives.iter().for_each(|name| put(name));
                }
            }
        }
        Value::Group(id) => {
            for part in catalogue.group_line(id) {
                for scribe in scribes {
                    put(scribe.group_name(part));
                }
            }
        }
        Value::SalesPoints(points) => points.iter().for_each(|id| all(&catalogue.sales_points[*id].name, put)),
        Value::Shops(shops) => shops.iter().for_each(|shop| all(&shop.name, put)),
        Value::Percent(_) | Value::Nutrition(_) | Value::Certifications(_) => {}
    }
}
