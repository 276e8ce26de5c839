//! The people and companies behind the products (chủ thể OCOP).

use super::{PartialDate, Photo, PlaceId, Present, Prose, Slug, Text};

#[derive(Clone, Debug, Hash)]
pub struct Producer {
    pub slug: Slug,
    pub name: Text,
    pub kind: ProducerType,
    pub brand: Option<Text>,
    pub shown_as: ShownAs,
    pub place: Option<PlaceId>,
    pub present: Present,
    pub village: Option<Text>,
    pub address: Option<Text>,
    pub founded: Option<PartialDate>,
    pub members: Option<Text>,
    pub capital: Option<Text>,
    pub revenue: Option<Text>,
    pub website: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub about: Prose,
    pub photos: Vec<Photo>,
    pub sources: Vec<String>,
    pub file: crate::diag::FileId,
}

impl Producer {
    /// The name that pages show. The names of household businesses are mostly those of private persons, so they may
    /// be shown by brand only (docs/domain.md, "Producer types").
    #[must_use]
    pub fn public_name(&self) -> &Text {
        match (self.shown_as, &self.brand) {
            (ShownAs::Brand, Some(brand)) => brand,
            _ => &self.name,
        }
    }
}

/// Types of producers (docs/domain.md, "Producer types").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProducerType {
    /// Hợp tác xã (HTX).
    Cooperative,
    /// Tổ hợp tác (THT).
    CooperativeGroup,
    Company,
    /// Hộ kinh doanh.
    Household,
    /// Cơ sở sản xuất.
    Establishment,
    FarmersAssociation,
    CraftVillage,
    ManagementBoard,
    Other,
}

impl ProducerType {
    /// Names as records write them.
    pub const NAMES: &'static [(&'static str, ProducerType)] = &[
        ("cooperative", ProducerType::Cooperative),
        ("cooperative-group", ProducerType::CooperativeGroup),
        ("company", ProducerType::Company),
        ("household", ProducerType::Household),
        ("establishment", ProducerType::Establishment),
        ("farmers-association", ProducerType::FarmersAssociation),
        ("craft-village", ProducerType::CraftVillage),
        ("management-board", ProducerType::ManagementBoard),
        ("other", ProducerType::Other),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// How a producer appears in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum ShownAs {
    #[default]
    Name,
    /// By brand only; the name stays in the record.
    Brand,
}

impl ShownAs {
    pub const NAMES: &'static [(&'static str, ShownAs)] = &[("name", ShownAs::Name), ("brand", ShownAs::Brand)];
}
