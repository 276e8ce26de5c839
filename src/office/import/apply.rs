//! Bundles become edits of records: new files, changed fields, longer histories.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use toml_edit::Value;

use super::certificate::{self, NewDecision};
use super::identity::short;
use super::item::{Item, Place};
use super::known::Known;
use super::provenance::Provenance;
use super::record::{Change, Record};
use super::weave::{Bundle, Maker, Name, Woven};
use crate::model::gazetteer::gazetteer;
use crate::model::{PartialDate, ProducerType, slugify};

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A product was made from it.
    Created,
    /// It speaks of the product of an earlier row.
    Joined,
    /// It changed a product that was there.
    Updated,
    Unchanged,
    Refused {
        column: usize,
        reason: String,
    },
}

/// Everything an import will write, and what each row came to.
pub struct Applied {
    pub records: Vec<Record>,
    pub decisions: Vec<NewDecision>,
    pub outcomes: Vec<Option<Outcome>>,
    /// Values that people wrote and the list says otherwise, by row.
    pub conflicts: Vec<(usize, String)>,
    /// Id and folder of the product of each row.
    pub products: Vec<Option<(String, String)>>,
    pub drafts: usize,
    pub new_producers: usize,
}

struct Work<'a> {
    root: &'a Path,
    items: &'a [Option<Item>],
    known: &'a Known,
    provenance: &'a mut Provenance,
    applied: Applied,
    slugs: std::collections::BTreeSet<String>,
    numbers: BTreeMap<String, u32>,
}

/// # Errors
/// When a record cannot be read.
pub fn apply(
    root: &Path,
    items: &[Option<Item>],
    woven: &Woven,
    known: &Known,
    provenance: &mut Provenance,
) -> anyhow::Result<Applied> {
    let applied = Applied {
        records: Vec::new(),
        decisions: Vec::new(),
        outcomes: vec![None; items.len()],
        conflicts: Vec::new(),
        products: vec![None; items.len()],
        drafts: 0,
        new_producers: 0,
    };
    let mut work =
        Work { root, items, known, provenance, applied, slugs: known.product_slugs.clone(), numbers: BTreeMap::new() };
    for maker in &woven.makers {
        work.producer(maker)?;
    }
    for bundle in &woven.bundles {
        work.product(bundle)?;
    }
    Ok(work.applied)
}

impl Work<'_> {
    fn producer(&mut self, maker: &Maker) -> anyhow::Result<()> {
        let items: Vec<&Item> = maker.rows.iter().filter_map(|row| self.items[*row].as_ref()).collect();
        let mut written = self.provenance.producers.get(&maker.slug).cloned().unwrap_or_default();
        let mut record = self.open(&format!("content/producers/{}/producer.toml", maker.slug))?;
        if record.before.is_none() {
            self.applied.new_producers += 1;
        }
        let mut wanted: Vec<(String, Value)> = Vec::new();
        let languages = &self.known.languages;
        // The name and type of a producer that exists are its own; only what it lacks is added.
        if !maker.exists {
            match &maker.name {
                Name::Shown(name) => wanted.push(("name".into(), name.as_str().into())),
                Name::Hidden { name, product } => {
                    wanted.push(("name".into(), name.as_str().into()));
                    wanted.push(("show".into(), "brand".into()));
                    let vi = format!("Hộ kinh doanh, sản phẩm {product}");
                    wanted.extend(own_words(languages, "brand", &vi, &format!("Household business, {product}")));
                }
                Name::Missing { product } => {
                    let (vi, en) = match maker.kind {
                        ProducerType::Household => ("Hộ kinh doanh", "Household business"),
                        ProducerType::Cooperative => ("Hợp tác xã", "Cooperative"),
                        ProducerType::Company => ("Doanh nghiệp", "Company"),
                        _ => ("Chủ thể", "Producer"),
                    };
                    let vi = format!("{vi} chưa ghi tên, sản phẩm {product}");
                    wanted.extend(own_words(languages, "name", &vi, &format!("{en} not named, {product}")));
                }
            }
            wanted.push(("type".into(), maker.kind.name().into()));
        }
        if let Some(place) = common_place(&items) {
            wanted.push(("place".into(), place.id.as_str().into()));
            wanted.extend(place.words.as_ref().map(|words| ("village".into(), words.as_str().into())));
        }
        let private = matches!(maker.kind, ProducerType::Household | ProducerType::Establishment);
        let phone = items.iter().find_map(|item| item.phone.as_ref()).filter(|_| !private);
        wanted.extend(phone.map(|phone| ("phone".into(), phone.as_str().into())));
        let website = items.iter().find_map(|item| item.website.as_ref());
        wanted.extend(website.map(|website| ("website".into(), website.as_str().into())));
        let mut changes: Vec<Change> =
            wanted.iter().map(|(field, value)| record.set(field, value, &mut written)).collect();
        let sources: Vec<String> = items.iter().flat_map(|item| item.sources.clone()).collect();
        // The sources of a product are those of a producer only where the import made both.
        if !maker.exists || !written.fields.is_empty() {
            changes.push(record.add_texts("sources", &sources, &mut written));
        }
        for change in &changes {
            // Places differ between the rows of one producer more often than they are wrong.
            if let Change::Kept { field, found, wanted } = change
                && field != "place"
                && field != "village"
            {
                self.applied.conflicts.push((
                    maker.rows[0],
                    format!("{}: `{field}` stays \"{found}\", the list says \"{wanted}\"", maker.slug),
                ));
            }
        }
        written.keys.extend(maker.keys.iter().cloned());
        if !written.fields.is_empty() || !written.keys.is_empty() {
            self.provenance.producers.insert(maker.slug.clone(), written);
        }
        self.applied.records.push(record);
        Ok(())
    }

    fn product(&mut self, bundle: &Bundle) -> anyhow::Result<()> {
        let first = self.items[bundle.rows[0]].as_ref().expect("bundles hold rows that were understood");
        let existing = bundle.id.as_ref().and_then(|id| self.known.products.iter().find(|product| product.id == *id));
        let (id, slug) = match existing {
            Some(product) => (product.id.clone(), product.slug.clone()),
            None => (self.new_id(first), self.new_slug(first)),
        };
        let mut written = self.provenance.products.get(&id).cloned().unwrap_or_default();
        written.keys.insert(bundle.key.clone());
        let mut record = self.open(&format!("content/products/{slug}/product.toml"))?;
        // The newest row tells how things are; all rows tell the history.
        let year = |row: &usize| self.items[*row].as_ref().and_then(|item| item.date).map_or(0, PartialDate::year);
        let newest = bundle.rows.iter().max_by_key(|row| (year(row), **row)).copied().unwrap_or(bundle.rows[0]);
        let item = self.items[newest].as_ref().expect("as above");
        let stored = written.fields.get("newest row").and_then(|year| year.parse::<i16>().ok()).unwrap_or(0);
        let mut changes = Vec::new();
        if existing.is_none() || year(&newest) >= stored {
            for (field, value) in self.facts(&id, item, bundle) {
                changes.push(record.set(&field, &value, &mut written));
            }
            changes.push(record.add_texts("aliases", &item.aliases, &mut written));
            written.fields.insert("newest row".into(), year(&newest).to_string());
        }
        let mut certified = false;
        let mut seen: BTreeMap<String, (usize, u8)> = BTreeMap::new();
        for row in &bundle.rows {
            let item = self.items[*row].as_ref().expect("as above");
            let Some(fields) = certificate::fields(item, self.known, &mut self.applied.decisions) else { continue };
            let decisions = &self.applied.decisions;
            let key_of = |get: &dyn Fn(&str) -> Option<String>| certificate::key(get, decisions, self.known);
            let key = key_of(&|name| {
                fields.iter().find(|(known, _)| *known == name).map(|(_, value)| super::record::canon(value))
            });
            let stars = item.stars.map_or(0, crate::model::Stars::count);
            if let Some((other, found)) = seen.get(&key).filter(|(_, found)| *found != stars) {
                let reason = format!("the same product has {found} stars in row {} for the same time", other + 1);
                self.applied.outcomes[*row] = Some(Outcome::Refused { column: item.stars_column, reason });
                continue;
            }
            seen.insert(key.clone(), (item.row, stars));
            certified = true;
            changes.push(record.set_table("certification", &key, &fields, &key_of, &mut written));
        }
        if certified {
            changes.push(record.unset("draft", &mut written));
        } else if existing.is_none() {
            changes.push(record.set("draft", &true.into(), &mut written));
            if let Some(words) = self.of_draft(bundle) {
                record.comment("draft", &words);
            }
            self.applied.drafts += 1;
        }
        let sources: Vec<String> = bundle
            .rows
            .iter()
            .filter_map(|row| self.items[*row].as_ref())
            .flat_map(|item| item.sources.clone())
            .collect();
        changes.push(record.add_texts("sources", &sources, &mut written));
        for row in &bundle.rows {
            let package = &self.items[*row].as_ref().expect("as above").package;
            let mut fields: certificate::Fields = Vec::new();
            fields.extend(package.net.as_ref().map(|net| ("net", Value::from(net.as_str()))));
            fields.extend(package.price.map(|price| ("price", Value::from(price))));
            fields.extend(package.gtin.as_ref().map(|gtin| ("gtin", Value::from(gtin.as_str()))));
            if !fields.is_empty() {
                let key_of = |get: &dyn Fn(&str) -> Option<String>| get("net").unwrap_or_default();
                let key = package.net.as_deref().unwrap_or_default();
                changes.push(record.set_table("package", key, &fields, &key_of, &mut written));
            }
        }
        let outcome = if existing.is_none() {
            Outcome::Created
        } else if changes.contains(&Change::Written) {
            Outcome::Updated
        } else {
            Outcome::Unchanged
        };
        let mut told = false;
        for row in &bundle.rows {
            self.applied.products[*row] = Some((id.clone(), slug.clone()));
            if self.applied.outcomes[*row].is_none() {
                self.applied.outcomes[*row] =
                    Some(if told && existing.is_none() { Outcome::Joined } else { outcome.clone() });
                told = true;
            }
        }
        for change in changes {
            if let Change::Kept { field, found, wanted } = change {
                self.applied
                    .conflicts
                    .push((newest, format!("{slug}: `{field}` stays \"{found}\", the list says \"{wanted}\"")));
            }
        }
        self.provenance.products.insert(id, written);
        self.applied.records.push(record);
        Ok(())
    }

    /// What rows without stars say of a certificate: without stars it cannot be recorded, and must not be lost.
    fn of_draft(&self, bundle: &Bundle) -> Option<String> {
        let mut said: Vec<String> = Vec::new();
        for item in bundle.rows.iter().filter_map(|row| self.items[*row].as_ref()) {
            let decision = item.decision.as_ref().map(|text| format!("decision {}", text.number));
            let date = item.date.or(item.decision.as_ref().and_then(|text| text.date)).map(|date| date.to_string());
            let score = item.score.map(|score| format!("score {score}"));
            let potential = item.potential_five.then(|| "potential five stars".to_owned());
            let words: Vec<String> = [date, decision, score, potential].into_iter().flatten().collect();
            said.extend((!words.is_empty()).then(|| words.join(", ")));
        }
        (!said.is_empty()).then(|| format!("The list gives no stars; it says: {}", said.join("; ")))
    }

    /// What a row says of the product itself.
    fn facts(&self, id: &str, item: &Item, bundle: &Bundle) -> Vec<(String, Value)> {
        let speaks = |wanted: &str| self.known.languages.iter().any(|tag| tag == wanted);
        let mut wanted: Vec<(String, Value)> = vec![("id".into(), id.into())];
        if speaks("vi") && !item.english_only {
            wanted.push(("name.vi".into(), item.name.as_str().into()));
            let english = item.name_en.as_ref().filter(|_| speaks("en"));
            wanted.extend(english.map(|name| ("name.en".into(), name.as_str().into())));
        } else {
            let english = item.name_en.as_ref().filter(|_| !speaks("vi"));
            wanted.push(("name".into(), english.unwrap_or(&item.name).as_str().into()));
        }
        wanted.push(("producer".into(), bundle.producer.as_str().into()));
        wanted.extend(item.place.as_ref().map(|place| ("place".into(), place.id.as_str().into())));
        wanted.extend(item.place_now.as_ref().map(|place| ("place_now".into(), place.as_str().into())));
        wanted.extend(item.village.as_ref().map(|village| ("village".into(), village.as_str().into())));
        wanted.push(("group".into(), item.group.as_str().into()));
        wanted
    }

    fn open(&self, path: &str) -> anyhow::Result<Record> {
        let file = self.root.join(path);
        match std::fs::read_to_string(&file) {
            Ok(text) => Record::existing(path.to_owned(), text)
                .with_context(|| format!("{} cannot be understood", file.display())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Record::new(path.to_owned())),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
        }
    }

    /// The next free number with the first letters of the province: `bk-0012`.
    fn new_id(&mut self, item: &Item) -> String {
        if let Some(code) = item.code.as_ref().filter(|code| !self.known.ids.contains(*code)) {
            return code.clone();
        }
        let province = item
            .place
            .as_ref()
            .and_then(|place| gazetteer().get(&place.id))
            .and_then(|unit| gazetteer().lineage(unit).last());
        let letters = province.map_or_else(|| "sp".to_owned(), |unit| initials(gazetteer().unit(unit).name));
        let used = |number: u32| {
            self.known.ids.iter().any(|id| {
                id.split_once('-').is_some_and(|(known, digits)| known == letters && digits.parse() == Ok(number))
            })
        };
        let mut number = self.numbers.get(&letters).copied().unwrap_or(0) + 1;
        while used(number) {
            number += 1;
        }
        let id = format!("{letters}-{number:04}");
        self.numbers.insert(letters, number);
        id
    }

    /// The name as a folder; the place or a number tells namesakes apart.
    fn new_slug(&mut self, item: &Item) -> String {
        let base = item.folder.clone().unwrap_or_else(|| short(&slugify(&item.name)));
        let base = if base.is_empty() { "san-pham".to_owned() } else { base };
        let place = item
            .place
            .as_ref()
            .and_then(|place| gazetteer().get(&place.id))
            .map(|unit| slugify(gazetteer().unit(unit).name));
        let with_place = place.map(|place| short(&format!("{base}-{place}")));
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let slug = std::iter::once(base.clone())
            .chain(with_place)
            .chain(numbered)
            .find(|slug| !self.slugs.contains(slug))
            .expect("numbers do not end");
        self.slugs.insert(slug.clone());
        slug
    }
}

/// A text that the program words itself, in the languages of the site that it can speak.
fn own_words(languages: &[String], field: &str, vi: &str, en: &str) -> Vec<(String, Value)> {
    let spoken = |tag: &String| match tag.as_str() {
        "vi" => Some(vi),
        "en" => Some(en),
        _ => None,
    };
    if languages.first().and_then(spoken).is_none() {
        return vec![(field.to_owned(), en.into())];
    }
    languages.iter().filter_map(|tag| Some((format!("{field}.{tag}"), spoken(tag)?.into()))).collect()
}

/// The place of all rows: the same one, or the smallest unit that holds them all.
fn common_place(items: &[&Item]) -> Option<Place> {
    let places: Vec<&Place> = items.iter().filter_map(|item| item.place.as_ref()).collect();
    let first = *places.first()?;
    if places.iter().all(|place| *place == first) {
        return Some(first.clone());
    }
    let gazetteer = gazetteer();
    let holds = |unit, place: &&Place| {
        gazetteer.get(&place.id).is_some_and(|id| gazetteer.lineage(id).any(|larger| larger == unit))
    };
    let common =
        gazetteer.lineage(gazetteer.get(&first.id)?).find(|unit| places.iter().all(|place| holds(*unit, place)))?;
    Some(Place { id: gazetteer.key(common), province: first.province.clone(), words: None })
}

/// First letters of the words of a name, at least two: `bk`, `brvt`, `hu`.
fn initials(name: &str) -> String {
    let slug = slugify(name);
    let first: String = slug.split('-').filter_map(|word| word.chars().next()).take(4).collect();
    if first.len() < 2 { slug.chars().take(2).collect() } else { first }
}
