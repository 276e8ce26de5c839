//! Administrative units, of today and before the reorganisation of July 2025.

use crate::diag::Place;

use super::{Day, PlaceId, Text};

/// A unit with the time in which it existed. Its identity is the official code in that time, never its name: names
/// repeat, and codes are given again after a reorganisation (docs/domain.md, "Places").
#[derive(Clone, Debug, Hash)]
pub struct AdminPlace {
    /// What records write.
    pub key: String,
    /// Without the word for its type.
    pub name: Text,
    pub kind: PlaceType,
    pub code: Option<String>,
    pub parent: Option<PlaceId>,
    pub since: Option<Day>,
    /// Last day of a former unit.
    pub until: Option<Day>,
    /// The units of today that a former one became; several where it was split.
    pub now: Vec<PlaceId>,
    /// Other spellings and earlier names, for search.
    pub alternatives: Vec<String>,
    pub place: Place,
}

impl AdminPlace {
    /// True where both are the same unit with the same words, wherever they are written.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let Self { key, name, kind, code, parent, since, until, now, alternatives, place: _ } = self;
        (key, name, kind, code) == (&other.key, &other.name, &other.kind, &other.code)
            && (parent, since, until) == (&other.parent, &other.since, &other.until)
            && (now, alternatives) == (&other.now, &other.alternatives)
    }

    #[must_use]
    pub fn is_former(&self, today: Day) -> bool {
        // Some sources say what a unit became, but not when.
        self.until.map_or(!self.now.is_empty(), |until| until < today)
    }
}

/// Types of units. The type is data with a date: provinces become cities, communes become wards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceType {
    Commune,
    Ward,
    Township,
    SpecialZone,
    RuralDistrict,
    UrbanDistrict,
    Town,
    ProvincialCity,
    Province,
    CentralCity,
}

impl PlaceType {
    /// Names as records write them.
    pub const NAMES: &'static [(&'static str, PlaceType)] = &[
        ("commune", PlaceType::Commune),
        ("ward", PlaceType::Ward),
        ("township", PlaceType::Township),
        ("special-zone", PlaceType::SpecialZone),
        ("rural-district", PlaceType::RuralDistrict),
        ("urban-district", PlaceType::UrbanDistrict),
        ("town", PlaceType::Town),
        ("provincial-city", PlaceType::ProvincialCity),
        ("province", PlaceType::Province),
        ("central-city", PlaceType::CentralCity),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// The word before a name in Vietnamese, in small letters.
    #[must_use]
    pub fn vietnamese(self) -> &'static str {
        match self {
            PlaceType::Commune => "xã",
            PlaceType::Ward => "phường",
            PlaceType::Township => "thị trấn",
            PlaceType::SpecialZone => "đặc khu",
            PlaceType::RuralDistrict => "huyện",
            PlaceType::UrbanDistrict => "quận",
            PlaceType::Town => "thị xã",
            PlaceType::ProvincialCity | PlaceType::CentralCity => "thành phố",
            PlaceType::Province => "tỉnh",
        }
    }

    /// 0 for provinces and cities under the central government, 1 for districts, 2 for communes.
    #[must_use]
    pub fn depth(self) -> u8 {
        match self {
            PlaceType::Province | PlaceType::CentralCity => 0,
            PlaceType::RuralDistrict | PlaceType::UrbanDistrict | PlaceType::Town | PlaceType::ProvincialCity => 1,
            PlaceType::Commune | PlaceType::Ward | PlaceType::Township | PlaceType::SpecialZone => 2,
        }
    }
}

/// The place of today that a printed place stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Present {
    /// The printed unit still exists.
    Same,
    Became(PlaceId),
    /// It was split and nobody said which part: all candidates.
    OneOf(Vec<PlaceId>),
    /// The record does not say.
    Unknown,
}
