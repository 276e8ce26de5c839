//! The table of product fields: one row per fact, read by page, sheet, search, filters, structured data and export.
//!
//! To add a field: a file here with its row, its `mod` line, its line in [`FIELDS`]; a typed member in
//! `model/product.rs`, its key in `load/records/product.rs`; its label `field_<key>` in the translation files.

mod alcohol;
mod aliases;
mod awards;
mod capacity;
mod community;
mod exports;
mod group;
mod ingredients;
mod ip;
mod markets;
mod name;
mod nutrition;
mod online;
mod origin;
mod packages;
mod place;
mod process;
mod producer;
mod raw_material;
mod sales_points;
mod season;
mod services;
mod shelf_life;
mod standards;
mod stars;
mod storage;
mod summary;
mod traceability;
mod usage;
mod village;
mod warnings;

use super::{
    Certification, GroupId, IntellectualProperty, Nutrition, Package, PlaceId, ProducerId, Product, SalesPointId, Shop,
    Standard, Text, Traceability,
};

/// A fact in the form in which every output can write it.
#[derive(Clone, Copy, Debug)]
pub enum Value<'p> {
    Text(&'p Text),
    Names(&'p [String]),
    List(&'p [Text]),
    /// In this order.
    Steps(&'p [Text]),
    Percent(f64),
    Nutrition(&'p Nutrition),
    Standards(&'p [Standard]),
    Marks(&'p [IntellectualProperty]),
    Trace(&'p Traceability),
    Packages(&'p [Package]),
    Certifications(&'p [Certification]),
    Producer(ProducerId),
    Place(PlaceId),
    Group(GroupId),
    SalesPoints(&'p [SalesPointId]),
    Shops(&'p [Shop]),
}

/// The parts of a product page that are lists of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Service,
    Label,
    Making,
    Standards,
    Ip,
    Traceability,
}

impl Section {
    /// In the order of the page.
    pub const ALL: [Section; 6] =
        [Section::Service, Section::Label, Section::Making, Section::Standards, Section::Ip, Section::Traceability];

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Section::Service => "service",
            Section::Label => "label",
            Section::Making => "making",
            Section::Standards => "standards",
            Section::Ip => "ip",
            Section::Traceability => "traceability",
        }
    }
}

/// How a list of products can be narrowed by a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// One of some terms.
    Terms,
    /// From … to.
    Range,
}

/// One row of the table.
pub struct Field {
    /// Also the key of its label: `field_<key>`.
    pub key: &'static str,
    /// Key in the product record, tables with a dot: `label.ingredients`.
    pub record: &'static str,
    /// Where the product page lists it; `None` has a block of its own there.
    pub section: Option<Section>,
    /// Shown on the printed product sheet.
    pub sheet: bool,
    /// Weight in the search, 10 for the name; `None` is not searched.
    pub search: Option<u8>,
    pub filter: Option<Filter>,
    /// Property of schema.org `Product` that carries it.
    pub schema_org: Option<&'static str>,
    /// The value, or `None` where the record does not say.
    pub read: for<'p> fn(&'p Product) -> Option<Value<'p>>,
}

/// The table, in the order in which pages list the facts.
pub const FIELDS: &[Field] = &[
    name::NAME,
    aliases::ALIASES,
    summary::SUMMARY,
    producer::PRODUCER,
    place::PLACE,
    village::VILLAGE,
    group::GROUP,
    stars::STARS,
    packages::PACKAGES,
    services::SERVICES,
    ingredients::INGREDIENTS,
    usage::USAGE,
    storage::STORAGE,
    shelf_life::SHELF_LIFE,
    warnings::WARNINGS,
    origin::ORIGIN,
    alcohol::ALCOHOL,
    nutrition::NUTRITION,
    process::PROCESS,
    raw_material::RAW_MATERIAL,
    season::SEASON,
    capacity::CAPACITY,
    community::COMMUNITY,
    awards::AWARDS,
    standards::STANDARDS,
    ip::IP,
    traceability::TRACEABILITY,
    sales_points::SALES_POINTS,
    online::ONLINE,
    exports::EXPORTS,
    markets::MARKETS,
];

/// A list that has entries.
fn nonempty<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_record_keys_are_unique() {
        for (index, field) in FIELDS.iter().enumerate() {
            assert!(FIELDS[..index].iter().all(|other| other.key != field.key), "{}", field.key);
            assert!(FIELDS[..index].iter().all(|other| other.record != field.record), "{}", field.record);
        }
    }
}
