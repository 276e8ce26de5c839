//! The catalogue as an import finds it: what there is, under which names, and what is taken.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::identity::{producer_key, product_key};
use crate::diag::code::PHOTO_MISSING;
use crate::diag::{Level, Sink};
use crate::load::{self, Records};
use crate::model::gazetteer::gazetteer;
use crate::model::{Day, fold};

#[derive(Default)]
pub struct Known {
    pub products: Vec<KnownProduct>,
    pub producers: BTreeMap<String, KnownProducer>,
    /// Id and date of decisions by number and issuer.
    pub decisions: Vec<KnownDecision>,
    pub ids: BTreeSet<String>,
    pub product_slugs: BTreeSet<String>,
    pub languages: Vec<String>,
    pub groups: BTreeSet<String>,
}

pub struct KnownProduct {
    pub id: String,
    pub slug: String,
    pub name_key: String,
    pub producer: String,
}

#[derive(Clone)]
pub struct KnownProducer {
    pub key: String,
    pub name: String,
    pub province: Option<String>,
}

pub struct KnownDecision {
    pub id: String,
    pub number: String,
    pub date: Day,
}

/// Reads the catalogue. `Err` with the messages when there is none, or a record cannot be read: an import could then
/// make a second record of the same thing.
///
/// # Errors
/// When the disk fails.
pub fn read(root: &Path) -> anyhow::Result<Result<Known, (Sink, crate::diag::Files)>> {
    let mut sink = Sink::new();
    let Some(records) = load::all(root, &mut sink)? else {
        let mut files = crate::diag::Files::new(root);
        files.add("ocop.toml");
        return Ok(Err((sink, files)));
    };
    // A picture that is missing makes no second record, and an import may be what brings it.
    sink.retain(|diag| diag.code.id != PHOTO_MISSING.id);
    if sink.count(Level::Error) > 0 {
        return Ok(Err((sink, records.files)));
    }
    Ok(Ok(known(&records)))
}

fn known(records: &Records) -> Known {
    let province = |place: Option<&str>| {
        let unit = gazetteer().get(place?)?;
        gazetteer().lineage(unit).last().map(|unit| gazetteer().key(unit))
    };
    let products = records.products.iter().map(|loaded| KnownProduct {
        id: loaded.record.id.value.to_string(),
        slug: loaded.slug.to_string(),
        name_key: product_key(loaded.record.name.all().next().unwrap_or_default()),
        producer: loaded.record.producer.value.clone(),
    });
    let products: Vec<KnownProduct> = products.collect();
    let producers = records.producers.iter().map(|loaded| {
        let name = loaded.record.name.all().next().unwrap_or_default().to_owned();
        let place = loaded.record.place.as_ref().map(|place| place.value.as_str());
        (loaded.slug.to_string(), KnownProducer { key: producer_key(&name), name, province: province(place) })
    });
    let decisions = records.decisions.decision.iter().map(|decision| KnownDecision {
        id: decision.id.value.to_string(),
        number: number_key(&decision.number),
        date: decision.date.value,
    });
    let own_groups = records.site.1.group.iter().map(|group| group.id.value.clone());
    Known {
        ids: products.iter().map(|product| product.id.clone()).collect(),
        product_slugs: products.iter().map(|product| product.slug.clone()).collect(),
        products,
        producers: producers.collect(),
        decisions: decisions.collect(),
        languages: records.languages.iter().map(|language| language.tag.clone()).collect(),
        groups: own_groups
            .chain(crate::model::known_groups().iter().map(|id| (*id).to_owned()))
            .chain(crate::model::FORMER_GROUPS.iter().map(|id| (*id).to_owned()))
            .collect(),
    }
}

/// Offices write the same number with and without blanks and with other dashes.
#[must_use]
pub fn number_key(number: &str) -> String {
    fold(number).chars().filter(|c| c.is_alphanumeric()).collect()
}
