//! The record formats: what an author may write in each file. `docs/records.md` and the JSON Schemas are made from
//! these definitions.

mod others;
mod product;
mod site;

pub use others::{
    ArticleHead, DecisionRecord, DecisionsFile, FigureRecord, PartnerRecord, PartnersFile, PlaceRecord, PlacesFile,
    ProducerRecord, ProgrammeFile, SalesPointRecord,
};
pub use product::{
    CertificationRecord, IpRecord, LabelRecord, MakingRecord, NutritionRecord, PackageRecord, PhotoRecord,
    ProductRecord, ShopRecord, SoldRecord, StandardRecord, TraceabilityRecord,
};
pub use site::{
    CatalogueRecord, FederationRecord, GroupRecord, LabelStockRecord, ListsRecord, MemberRecord, OfflineRecord,
    OrganisationRecord, PhotosRecord, PrintRecord, SearchRecord, SiteRecord,
};

use super::reader::{Field, Shape};

/// The record formats with the names of their schemas, in the order of the reference.
#[must_use]
pub fn formats() -> Vec<(&'static str, Shape)> {
    vec![
        ("site", SiteRecord::shape()),
        ("product", ProductRecord::shape()),
        ("producer", ProducerRecord::shape()),
        ("sales-point", SalesPointRecord::shape()),
        ("decisions", DecisionsFile::shape()),
        ("places", PlacesFile::shape()),
        ("programme", ProgrammeFile::shape()),
        ("partners", PartnersFile::shape()),
        ("article", ArticleHead::shape()),
    ]
}
