//! Products: references become ids, clashes are told.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::diag::code::{
    FORMER_SLUG, GTIN_CLASH, MISSING_KEY, SIMILAR_FOLDER, UNKNOWN_GROUP, UNKNOWN_PRODUCER, UNKNOWN_SALES_POINT,
};
use crate::diag::{Diag, Place, Sink, did_you_mean, listed};
use crate::load::Loaded;
use crate::load::reader::At;
use crate::load::records::{
    LabelRecord, MakingRecord, NutritionRecord, PackageRecord, ProductRecord, SoldRecord, StandardRecord,
};
use crate::model::{
    Day, Decision, DecisionId, FORMER_GROUPS, Group, GroupId, IntellectualProperty, Label, Making, Nutrition, Package,
    PlaceId, ProducerId, Product, ProductCode, ProductId, SalesPointId, Shop, Slug, Sold, Standard, StandardKind,
    Table, Traceability, former_group,
};

use super::certifications::{self, Rules};
use super::kept::{Ground, Kept, rows};
use super::names::Names as NameTable;
use super::places::{Places, clash, printed};

/// The names that product records use.
pub struct Names<'a> {
    pub producers: &'a NameTable<ProducerId>,
    pub places: &'a NameTable<PlaceId>,
    pub decisions: &'a NameTable<DecisionId>,
    pub sales_points: &'a NameTable<SalesPointId>,
    pub groups: &'a [Group],
}

/// What the names lead to.
pub struct Known<'a> {
    pub places: &'a Places,
    pub decisions: &'a Table<DecisionId, Decision>,
    pub today: Day,
    pub edition: bool,
}

pub fn resolve(
    records: Vec<Arc<Loaded<ProductRecord>>>,
    names: &Names<'_>,
    known: &Known<'_>,
    drafts: bool,
    kept: Option<&mut Kept>,
    sink: &mut Sink,
) -> Table<ProductId, Product> {
    let mut records = records;
    drop_repeated_codes(&mut records, sink);
    drop_taken_addresses(&mut records, sink);
    check_gtins(&records, sink);
    check_folders(&records, sink);
    records.retain(|loaded| drafts || !loaded.record.draft);
    let rules =
        Rules { decisions: known.decisions, names: names.decisions, today: known.today, edition: known.edition };
    let kept = kept.map(|kept| {
        let is_same = kept.stand_on(Ground::of(names, known));
        (&mut kept.products, is_same)
    });
    let one = |loaded: Loaded<ProductRecord>, sink: &mut Sink| one(loaded, names, known, &rules, sink);
    Table::shared(rows(kept, records, one, sink))
}

fn one(
    loaded: Loaded<ProductRecord>,
    names: &Names<'_>,
    known: &Known<'_>,
    rules: &Rules<'_>,
    sink: &mut Sink,
) -> Option<Product> {
    let Loaded { slug, file, record, prose, photos } = loaded;
    let producer = names.producers.find(
        &record.producer,
        &UNKNOWN_PRODUCER,
        "producer",
        "make a folder with producer.toml under content/producers/",
        sink,
    );
    let (place, present) = printed(record.place.as_ref(), record.place_now.as_ref(), known.places, names.places, sink);
    let group = group(&record.group, names.groups, sink);
    let certifications = certifications::resolve(record.certification, rules, sink);
    let sold = record.sold.map(|sold| self::sold(sold, names, sink)).unwrap_or_default();
    let standards = fitted(record.standard.into_iter().map(|record| standard(record, sink)));
    Some(Product {
        code: record.id.value,
        slug,
        former_slugs: fitted(record.former_slugs.into_iter().map(|slug| slug.value)),
        name: record.name,
        summary: record.summary,
        aliases: record.aliases,
        producer: producer?,
        place,
        present,
        village: record.village,
        group: group?,
        certifications,
        packages: fitted(record.package.into_iter().map(package)),
        label: record.label.map(label).unwrap_or_default(),
        making: record.making.map(making).unwrap_or_default(),
        standards,
        ip: fitted(record.ip.into_iter().map(|ip| IntellectualProperty {
            kind: ip.kind,
            name: ip.name,
            registered: ip.registered,
            note: ip.note,
        })),
        traceability: record.traceability.map(|trace| Traceability {
            code: trace.code,
            url: trace.url.map(|url| url.0),
            note: trace.note,
        }),
        photos,
        sold,
        story: prose,
        sources: record.sources,
        file,
    })
}

/// A list without room for more. What is collected out of a list of records would keep their room, which is a tenth of all
/// memory in a large catalogue.
pub(super) fn fitted<T>(rows: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = rows.collect();
    all.shrink_to_fit();
    all
}

fn group(name: &At<String>, groups: &[Group], sink: &mut Sink) -> Option<GroupId> {
    let present = former_group(&name.value).unwrap_or(&name.value);
    let found = groups.iter().position(|group| group.id == present).map(GroupId::from);
    if found.is_none() {
        let known = || groups.iter().map(|group| group.id.as_str()).chain(FORMER_GROUPS.iter().copied());
        let help = did_you_mean(&name.value, known())
            .unwrap_or_else(|| format!("the main groups are {}", listed(known().filter(|id| !id.contains('.')))));
        sink.push(
            Diag::new(&UNKNOWN_GROUP, format!("there is no product group `{}`", name.value))
                .at(name.place, "this group")
                .help(help),
        );
    }
    found
}

fn package(record: PackageRecord) -> Package {
    Package {
        net: record.net,
        kind: record.kind,
        gtin: record.gtin.map(|gtin| gtin.value),
        price: record.price.map(|price| price.value),
        unit: record.unit,
        price_date: record.price_date,
    }
}

fn label(record: LabelRecord) -> Label {
    Label {
        ingredients: record.ingredients,
        usage: record.usage,
        storage: record.storage,
        shelf_life: record.shelf_life,
        warnings: record.warnings,
        origin: record.origin,
        alcohol: record.alcohol.map(|percent| percent.0),
        nutrition: record.nutrition.map(nutrition),
    }
}

fn nutrition(record: NutritionRecord) -> Nutrition {
    Nutrition {
        per: record.per,
        energy_kcal: record.energy_kcal.map(|amount| amount.0),
        protein_g: record.protein_g.map(|amount| amount.0),
        carbohydrate_g: record.carbohydrate_g.map(|amount| amount.0),
        sugars_g: record.sugars_g.map(|amount| amount.0),
        fat_g: record.fat_g.map(|amount| amount.0),
        saturated_fat_g: record.saturated_fat_g.map(|amount| amount.0),
        sodium_mg: record.sodium_mg.map(|amount| amount.0),
    }
}

fn making(record: MakingRecord) -> Making {
    Making {
        process: record.process,
        raw_material: record.raw_material,
        capacity: record.capacity,
        season: record.season,
        community: record.community,
        services: record.services,
        awards: record.awards,
    }
}

fn standard(record: StandardRecord, sink: &mut Sink) -> Standard {
    if record.kind.value == StandardKind::Other && record.name.is_none() {
        sink.push(
            Diag::new(&MISSING_KEY, "a standard of kind `other` needs a name")
                .at(record.kind.place, "this kind")
                .help("add a line name = \"…\""),
        );
    }
    if let (Some(issued), Some(expires)) = (&record.issued, &record.expires)
        && expires.value.last() < issued.value.first()
    {
        sink.push(
            Diag::new(
                &crate::diag::code::DATE_ORDER,
                format!("the certificate ends in {} before it was issued in {}", expires.value, issued.value),
            )
            .at(expires.place, "this date")
            .help("compare both dates with the certificate"),
        );
    }
    Standard {
        kind: record.kind.value,
        name: record.name,
        number: record.number,
        issuer: record.issuer,
        issued: record.issued.map(|date| date.value),
        expires: record.expires.map(|date| date.value),
    }
}

fn sold(record: SoldRecord, names: &Names<'_>, sink: &mut Sink) -> Sold {
    let remedy = "make a folder with sales-point.toml under content/sales-points/";
    Sold {
        sales_points: record
            .sales_points
            .iter()
            .filter_map(|name| names.sales_points.find(name, &UNKNOWN_SALES_POINT, "sales point", remedy, sink))
            .collect(),
        online: record.online.into_iter().map(|shop| Shop { name: shop.name, url: shop.url.0 }).collect(),
        exports: record.exports,
        markets: record.markets,
    }
}

/// Of two products with one code the first stays: everything that is printed could mean either.
fn drop_repeated_codes(records: &mut Vec<Arc<Loaded<ProductRecord>>>, sink: &mut Sink) {
    let mut first: HashMap<ProductCode, Place, RandomState> = HashMap::default();
    records.retain(|loaded| {
        let id = &loaded.record.id;
        if let Some(place) = first.get(&id.value) {
            clash(id.value.as_str(), id.place, *place, sink);
            return false;
        }
        first.insert(id.value.clone(), id.place);
        true
    });
}

fn check_gtins(records: &[Arc<Loaded<ProductRecord>>], sink: &mut Sink) {
    let mut first: HashMap<String, Place, RandomState> =
        HashMap::with_capacity_and_hasher(records.len(), RandomState::default());
    for gtin in records.iter().flat_map(|loaded| &loaded.record.package).filter_map(|package| package.gtin.as_ref()) {
        if let Some(place) = first.get(&gtin.value.padded()) {
            sink.push(
                Diag::new(&GTIN_CLASH, format!("the barcode number {} is given to two packages", gtin.value))
                    .at(gtin.place, "used again here")
                    .at(*place, "first used here")
                    .help("every pack size has a number of its own: copy each from its label"),
            );
        } else {
            first.insert(gtin.value.padded(), gtin.place);
        }
    }
}

/// Addresses that pass for each other.
fn check_folders(records: &[Arc<Loaded<ProductRecord>>], sink: &mut Sink) {
    let mut first: HashMap<String, &Loaded<ProductRecord>, RandomState> =
        HashMap::with_capacity_and_hasher(records.len(), RandomState::default());
    for loaded in records {
        let Some(other) = first.insert(loaded.slug.skeleton(), loaded) else { continue };
        let diag =
            Diag::new(&SIMILAR_FOLDER, format!("the folders `{}` and `{}` look the same", other.slug, loaded.slug));
        sink.push(
            diag.at(Place::top(loaded.file), "the product in this folder")
                .at(Place::top(other.file), "and the one in this folder")
                .help("give one of the folders another name, and keep its old address with former_slugs"),
        );
    }
}

/// Former addresses that lead to another product already.
fn drop_taken_addresses(records: &mut [Arc<Loaded<ProductRecord>>], sink: &mut Sink) {
    if records.iter().all(|loaded| loaded.record.former_slugs.is_empty()) {
        return;
    }
    let present: BTreeMap<Slug, Place> =
        records.iter().map(|loaded| (loaded.slug.clone(), Place::top(loaded.file))).collect();
    let mut former: BTreeMap<Slug, Place> = BTreeMap::new();
    for loaded in records {
        let mut taken_here: BTreeSet<Place> = BTreeSet::new();
        for slug in &loaded.record.former_slugs {
            let taken = present
                .get(&slug.value)
                .map(|place| (*place, "is the folder of a product"))
                .or_else(|| former.get(&slug.value).map(|place| (*place, "is a former address already")));
            let Some((place, why)) = taken else {
                former.insert(slug.value.clone(), slug.place);
                continue;
            };
            sink.push(
                Diag::new(&FORMER_SLUG, format!("the former address `{}` {why}", slug.value))
                    .at(slug.place, "this address")
                    .at(place, "taken here")
                    .help("an old address can lead to one product only; take it out of one of the two"),
            );
            taken_here.insert(slug.place);
        }
        if !taken_here.is_empty() {
            Arc::make_mut(loaded).record.former_slugs.retain(|slug| !taken_here.contains(&slug.place));
        }
    }
}
