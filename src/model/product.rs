//! A product: facts stated once for all languages.

use std::fmt;

use crate::diag::FileId;

use super::{
    Certification, Dong, GroupId, Gtin, NotASlug, PartialDate, Photo, PlaceId, Present, ProducerId, Prose, Quantity,
    SalesPointId, Slug, Text,
};

#[derive(Clone, Debug, Hash)]
pub struct Product {
    pub code: ProductCode,
    pub slug: Slug,
    pub former_slugs: Vec<Slug>,
    pub name: Text,
    pub summary: Option<Text>,
    pub aliases: Vec<String>,
    pub producer: ProducerId,
    /// As printed on the certificate.
    pub place: Option<PlaceId>,
    pub present: Present,
    pub village: Option<Text>,
    pub group: GroupId,
    pub certifications: Vec<Certification>,
    pub packages: Vec<Package>,
    pub label: Label,
    pub making: Making,
    pub standards: Vec<Standard>,
    pub ip: Vec<IntellectualProperty>,
    pub traceability: Option<Traceability>,
    pub photos: Vec<Photo>,
    pub sold: Sold,
    pub story: Prose,
    pub sources: Vec<String>,
    pub file: FileId,
}

/// The permanent short code of a product, such as `bk-0012`. Printed codes use it, so it never changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProductCode(String);

impl ProductCode {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for ProductCode {
    type Error = NotASlug;

    fn try_from(text: &str) -> Result<Self, NotASlug> {
        let (letters, digits) = text.split_once('-').ok_or(NotASlug)?;
        let good = (2..=4).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_lowercase())
            && (1..=8).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if good { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
    }
}

impl fmt::Display for ProductCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One way in which the product is packed and sold.
#[derive(Clone, Debug, Hash)]
pub struct Package {
    pub net: Option<Quantity>,
    pub kind: Option<Text>,
    pub gtin: Option<Gtin>,
    pub price: Option<Dong>,
    /// What the price is for, where that is not the package itself.
    pub unit: Option<Text>,
    pub price_date: Option<PartialDate>,
}

/// What the label says (docs/domain.md, "Labels").
#[derive(Clone, Debug, Default)]
pub struct Label {
    pub ingredients: Option<Text>,
    pub usage: Option<Text>,
    pub storage: Option<Text>,
    pub shelf_life: Option<Text>,
    pub warnings: Option<Text>,
    pub origin: Option<Text>,
    /// Percent by volume.
    pub alcohol: Option<f64>,
    pub nutrition: Option<Nutrition>,
}

/// The rows that Thông tư 29/2023/TT-BYT asks for, per `per`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nutrition {
    pub per: Option<Quantity>,
    pub energy_kcal: Option<f64>,
    pub protein_g: Option<f64>,
    pub carbohydrate_g: Option<f64>,
    pub sugars_g: Option<f64>,
    pub fat_g: Option<f64>,
    pub saturated_fat_g: Option<f64>,
    pub sodium_mg: Option<f64>,
}

/// How it is made.
#[derive(Clone, Debug, Default, Hash)]
pub struct Making {
    /// Steps in order.
    pub process: Vec<Text>,
    pub raw_material: Option<Text>,
    pub capacity: Option<Text>,
    pub season: Option<Text>,
    pub community: Option<Text>,
    pub services: Vec<Text>,
    pub awards: Vec<Award>,
}

/// A prize or title, as its source words it.
pub type Award = Text;

/// A standard met or a certificate held, besides the OCOP one.
#[derive(Clone, Debug, Hash)]
pub struct Standard {
    pub kind: StandardKind,
    pub name: Option<Text>,
    pub number: Option<String>,
    pub issuer: Option<Text>,
    pub issued: Option<PartialDate>,
    pub expires: Option<PartialDate>,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($variant,)* }

        impl $name {
            /// Names as records write them.
            pub const NAMES: &'static [(&'static str, $name)] = &[$(($text, $name::$variant),)*];

            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }
    };
}

named! {
    /// Kinds of standards and certificates (docs/domain.md, "Labels").
    StandardKind {
        FoodSafety = "food-safety",
        SelfDeclaration = "self-declaration",
        SafeCommitment = "safe-commitment",
        VietGap = "vietgap",
        GlobalGap = "globalgap",
        GacpWho = "gacp-who",
        Haccp = "haccp",
        Iso22000 = "iso-22000",
        Iso9001 = "iso-9001",
        Halal = "halal",
        Organic = "organic",
        Pgs = "pgs",
        Fda = "fda",
        Gacc = "gacc",
        TypicalRuralIndustrial = "typical-rural-industrial",
        Other = "other",
    }
}

named! {
    /// Kinds of intellectual property.
    IpKind {
        GeographicalIndication = "gi",
        CertificationMark = "certification-mark",
        CollectiveMark = "collective-mark",
        Trademark = "trademark",
    }
}

#[derive(Clone, Debug, Hash)]
pub struct IntellectualProperty {
    pub kind: IpKind,
    pub name: Text,
    pub registered: Option<PartialDate>,
    pub note: Option<Text>,
}

#[derive(Clone, Debug, Hash)]
pub struct Traceability {
    pub code: Option<String>,
    pub url: Option<String>,
    pub note: Option<Text>,
}

/// Where it is sold.
#[derive(Clone, Debug, Default, Hash)]
pub struct Sold {
    pub sales_points: Vec<SalesPointId>,
    pub online: Vec<Shop>,
    pub exports: Vec<Text>,
    pub markets: Option<Text>,
}

#[derive(Clone, Debug, Hash)]
pub struct Shop {
    pub name: Text,
    pub url: String,
}
