//! Which rows speak of the same product, and which products have the same producer.

use std::collections::{BTreeMap, BTreeSet};

use super::identity::{alike, looks_like_a_person, producer_key, producer_slug, product_key, short};
use super::item::Item;
use super::known::{Known, KnownProducer};
use super::map::Map;
use super::provenance::Provenance;
use crate::model::gazetteer::{Became, gazetteer};
use crate::model::{ProducerType, slugify};

/// Rows of one product.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// What lists call it; kept, so that the next list finds it.
    pub key: String,
    /// Id of the product that exists already.
    pub id: Option<String>,
    pub producer: String,
    /// Indices of rows, in the order of the list.
    pub rows: Vec<usize>,
}

/// A producer that the list names.
#[derive(Clone, Debug)]
pub struct Maker {
    pub slug: String,
    pub exists: bool,
    pub key: String,
    /// All that rows call it.
    pub keys: BTreeSet<String>,
    pub name: Name,
    pub kind: ProducerType,
    pub rows: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// As in the list, and shown.
    Shown(String),
    /// A private person's name, kept in the record and shown as something else.
    Hidden { name: String, product: String },
    /// The list names nobody.
    Missing { product: String },
}

pub struct Woven {
    pub bundles: Vec<Bundle>,
    pub makers: Vec<Maker>,
    /// Names that may mean the same, for a person to look at.
    pub candidates: Vec<String>,
}

/// `items` holds the rows that were understood; refused rows are `None`.
#[must_use]
pub fn weave(items: &[Option<Item>], known: &Known, provenance: &Provenance, map: &Map) -> Woven {
    let mut makers: Vec<Maker> = Vec::new();
    let mut bundles: Vec<Bundle> = Vec::new();
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for (row, item) in items.iter().enumerate() {
        let Some(item) = item else { continue };
        let key = key(item);
        let known_id = item.code.clone().filter(|code| known.ids.contains(code)).or_else(|| {
            provenance
                .products
                .iter()
                .find(|(id, written)| known.ids.contains(*id) && written.keys.contains(&key))
                .map(|(id, _)| id.clone())
        });
        if let Some(index) = by_key.get(&key) {
            let bundle: &mut Bundle = &mut bundles[*index];
            bundle.rows.push(row);
            if let Some(maker) = makers.iter_mut().find(|maker| maker.slug == bundle.producer) {
                maker.rows.push(row);
            }
            continue;
        }
        // A producer that the list names nowhere stays the one that an earlier import made for the product.
        let former = known_id
            .as_ref()
            .and_then(|id| known.products.iter().find(|product| product.id == *id))
            .map(|product| product.producer.clone());
        let finder = Finder { known, provenance, map };
        let producer = finder.maker(row, item, former.filter(|_| item.producer.is_none()), &mut makers);
        let id = known_id.or_else(|| {
            let same = |product: &&super::known::KnownProduct| {
                product.producer == producer && product.name_key == product_key(&item.name)
            };
            known.products.iter().find(same).map(|product| product.id.clone())
        });
        by_key.insert(key.clone(), bundles.len());
        bundles.push(Bundle { key, id, producer, rows: vec![row] });
    }
    find_corrected(&mut bundles, items, known, provenance);
    for bundle in &mut bundles {
        let nameless = items[bundle.rows[0]].as_ref().is_some_and(|item| item.producer.is_none());
        let former = known.products.iter().find(|product| Some(&product.id) == bundle.id.as_ref());
        if let Some(former) = former.filter(|former| nameless && former.producer != bundle.producer) {
            makers.retain(|maker| maker.slug != bundle.producer);
            bundle.producer.clone_from(&former.producer);
        }
    }
    let candidates = candidates(&makers, &bundles, items, known);
    Woven { bundles, makers, candidates }
}

/// What tells one product of a list from another: its name and producer, or its name and place. Places are those of
/// today, so that lists from before and after July 2025 speak of the same.
fn key(item: &Item) -> String {
    if let Some(code) = &item.code {
        return code.clone();
    }
    let place = item.place.as_ref();
    if let Some(producer) = &item.producer {
        let kind = item.producer_type.unwrap_or(ProducerType::Other);
        let province = place.and_then(|place| place.province.as_deref()).filter(|_| kind != ProducerType::Company);
        format!(
            "{} | {} | {}",
            product_key(&item.name),
            producer_key(producer),
            province.map(today).unwrap_or_default()
        )
    } else {
        let words = place.and_then(|place| place.words.as_deref()).map(slugify).unwrap_or_default();
        let place = place.map(|place| today(&place.id)).unwrap_or_default();
        format!("{} | - | {}", product_key(&item.name), format!("{place} {words}").trim())
    }
}

/// The unit of today that a unit became, where that is one.
fn today(key: &str) -> String {
    let gazetteer = gazetteer();
    match gazetteer.get(key).map(|unit| gazetteer.became(unit)) {
        Some(Became::One(now)) => gazetteer.key(now),
        _ => key.to_owned(),
    }
}

/// Where a producer may be known from.
struct Finder<'a> {
    known: &'a Known,
    provenance: &'a Provenance,
    map: &'a Map,
}

impl Finder<'_> {
    /// The producer of a row: an existing one, one of an earlier row, or a new one.
    fn maker(&self, row: usize, item: &Item, former: Option<String>, makers: &mut Vec<Maker>) -> String {
        let Self { known, provenance, map } = *self;
        let kind = item.producer_type.unwrap_or(ProducerType::Other);
        let product = item.name.clone();
        let Some(written) = &item.producer else {
            if let Some(slug) = former {
                return slug;
            }
            let slug = free(&short(&format!("chu-the-{}", slugify(&product))), known, makers);
            makers.push(Maker {
                slug: slug.clone(),
                exists: false,
                keys: BTreeSet::new(),
                key: String::new(),
                name: Name::Missing { product },
                kind,
                rows: vec![row],
            });
            return slug;
        };
        let key = producer_key(written);
        let province = item.place.as_ref().and_then(|place| place.province.clone());
        let full_key = format!("{key} | {}", province.as_deref().map(today).unwrap_or_default());
        let chosen = map.producers.get(written).cloned().or_else(|| item.producer_id.clone());
        let imported = || {
            let by_key = provenance.producers.iter().filter(|(slug, _)| known.producers.contains_key(*slug));
            by_key.filter(|(_, written)| written.keys.contains(&full_key)).map(|(slug, _)| slug.clone()).next()
        };
        let existing = chosen.or_else(imported).or_else(|| {
            let same =
                |other: &KnownProducer| other.key == key && same_area(kind, province.as_ref(), other.province.as_ref());
            known.producers.iter().find(|(_, other)| same(other)).map(|(slug, _)| slug.clone())
        });
        let in_list = makers.iter_mut().find(|maker| {
            let mut parts = maker.key.split(" | ");
            let (other, area) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default().to_owned());
            existing.as_ref().map_or(
                other == key && same_area(kind, province.as_ref(), Some(&area).filter(|area| !area.is_empty())),
                |slug| maker.slug == *slug,
            )
        });
        if let Some(maker) = in_list {
            maker.rows.push(row);
            maker.keys.insert(full_key);
            return maker.slug.clone();
        }
        let private = !map.household_names
            && (kind == ProducerType::Household || (item.producer_type.is_none() && looks_like_a_person(written)));
        let kind = if private { ProducerType::Household } else { kind };
        let slug = existing.clone().unwrap_or_else(|| {
            // The folder is part of an address, so it must not give the name away either.
            let slug =
                if private { short(&format!("hkd-{}", slugify(&product))) } else { producer_slug(written, kind) };
            free(&slug, known, makers)
        });
        let name = if private { Name::Hidden { name: written.clone(), product } } else { Name::Shown(written.clone()) };
        makers.push(Maker {
            slug: slug.clone(),
            exists: known.producers.contains_key(&slug),
            keys: BTreeSet::from([full_key.clone()]),
            key: full_key,
            name,
            kind,
            rows: vec![row],
        });
        slug
    }
}

/// Companies have names of their own in the whole country; others only in their province, which a list may name as it
/// was or as it is.
fn same_area(kind: ProducerType, a: Option<&String>, b: Option<&String>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || today(a) == *b || *a == today(b),
        (None, None) => true,
        _ => kind == ProducerType::Company,
    }
}

fn free(slug: &str, known: &Known, makers: &[Maker]) -> String {
    let taken = |slug: &str| known.producers.contains_key(slug) || makers.iter().any(|maker| maker.slug == slug);
    let slug = if slug.is_empty() || slug.ends_with('-') { format!("{slug}x") } else { slug.to_owned() };
    if !taken(&slug) {
        return slug;
    }
    (2..u32::MAX).map(|number| format!("{slug}-{number}")).find(|slug| !taken(slug)).expect("numbers do not end")
}

/// A corrected list may spell the producer or the place another way. A product is found again where its name fits one
/// imported product only, that product is in no other row, and producer and place do not contradict.
fn find_corrected(bundles: &mut [Bundle], items: &[Option<Item>], known: &Known, provenance: &Provenance) {
    let taken: Vec<String> = bundles.iter().filter_map(|bundle| bundle.id.clone()).collect();
    let mut wishes: Vec<(usize, String)> = Vec::new();
    for (index, bundle) in bundles.iter().enumerate().filter(|(_, bundle)| bundle.id.is_none()) {
        let Some(item) = &items[bundle.rows[0]] else { continue };
        let open = provenance.products.iter().filter(|(id, _)| known.ids.contains(*id) && !taken.contains(id));
        let fits: Vec<&String> =
            open.filter(|(_, written)| written.keys.iter().any(|key| goes_with(key, item))).map(|(id, _)| id).collect();
        if let [id] = fits[..] {
            wishes.push((index, id.clone()));
        }
    }
    for (index, id) in &wishes {
        if wishes.iter().filter(|(_, other)| other == id).count() == 1 {
            bundles[*index].id = Some(id.clone());
        }
    }
}

fn goes_with(key: &str, item: &Item) -> bool {
    let mut parts = key.split(" | ");
    let (name, producer, place) =
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default().trim(), parts.next().unwrap_or_default());
    if name != product_key(&item.name) {
        return false;
    }
    let now = item.producer.as_deref().map(producer_key).unwrap_or_default();
    let producers_fit = producer == "-" || now.is_empty() || alike(producer, &now);
    let area = |key: &str| gazetteer().get(key.split(' ').next().unwrap_or_default());
    let places_fit = match (area(place), item.place.as_ref().and_then(|place| gazetteer().get(&place.id))) {
        (Some(a), Some(b)) => {
            gazetteer().lineage(a).any(|unit| unit == b) || gazetteer().lineage(b).any(|unit| unit == a)
        }
        _ => true,
    };
    producers_fit && places_fit
}

/// Pairs that a person should look at; nothing is joined because of them.
fn candidates(makers: &[Maker], bundles: &[Bundle], items: &[Option<Item>], known: &Known) -> Vec<String> {
    let mut out = Vec::new();
    let name = |maker: &Maker| match &maker.name {
        Name::Shown(name) => Some(name.clone()),
        _ => None,
    };
    for (index, a) in makers.iter().enumerate() {
        let Some(a_name) = name(a) else { continue };
        for b in &makers[..index] {
            if let Some(b_name) = name(b).filter(|b_name| alike(&producer_key(&a_name), &producer_key(b_name))) {
                out.push(format!("producers \"{b_name}\" ({}) and \"{a_name}\" ({})", b.slug, a.slug));
            }
        }
        for (slug, other) in known.producers.iter().filter(|(slug, _)| **slug != a.slug) {
            if !a.exists && alike(&producer_key(&a_name), &other.key) && makers.iter().all(|maker| maker.slug != *slug)
            {
                out.push(format!("producers \"{}\" ({slug}) and \"{a_name}\" ({})", other.name, a.slug));
            }
        }
    }
    // The same product name, once with and once without a producer, in the same place.
    for (index, a) in bundles.iter().enumerate() {
        for b in &bundles[..index] {
            let (Some(a_item), Some(b_item)) = (&items[a.rows[0]], &items[b.rows[0]]) else { continue };
            let named = a_item.producer.is_some() != b_item.producer.is_some();
            let same_province = a_item.place.as_ref().map(|place| &place.province)
                == b_item.place.as_ref().map(|place| &place.province);
            if named && same_province && product_key(&a_item.name) == product_key(&b_item.name) {
                out.push(format!("products \"{}\" of {} and of {}", a_item.name, b.producer, a.producer));
            }
        }
    }
    out
}
