//! The programme around the products: sales points, partners, yearly figures.

use crate::diag::FileId;

use super::{Day, DecisionId, PartialDate, Photo, PlaceId, Present, Prose, Slug, Text};

/// A place that shows and sells OCOP products (điểm giới thiệu và bán sản phẩm OCOP).
#[derive(Clone, Debug, Hash)]
pub struct SalesPoint {
    pub slug: Slug,
    pub name: Text,
    pub operator: Option<Text>,
    pub address: Option<Text>,
    pub place: Option<PlaceId>,
    pub present: Present,
    pub opened: Option<PartialDate>,
    pub hours: Option<Text>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub offer: Option<Text>,
    pub note: Option<Text>,
    pub about: Prose,
    pub photos: Vec<Photo>,
    pub sources: Vec<String>,
    pub file: FileId,
}

/// A body that helps the programme along.
#[derive(Clone, Debug, Hash)]
pub struct Partner {
    pub name: Text,
    pub kind: PartnerKind,
    pub url: Option<String>,
    pub description: Option<Text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartnerKind {
    Agency,
    Consultancy,
    DesignCentre,
    Press,
    Other,
}

impl PartnerKind {
    /// Names as records write them.
    pub const NAMES: &'static [(&'static str, PartnerKind)] = &[
        ("agency", PartnerKind::Agency),
        ("consultancy", PartnerKind::Consultancy),
        ("design-centre", PartnerKind::DesignCentre),
        ("press", PartnerKind::Press),
        ("other", PartnerKind::Other),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// Figures of the programme in one area at one time: the funnel idea → appraised → accepted → certified, the stock by
/// stars, and the targets.
#[derive(Clone, Debug, Hash)]
pub struct Figure {
    /// `None` is the whole country.
    pub area: Option<PlaceId>,
    pub year: i16,
    pub as_of: Option<PartialDate>,
    pub round: Option<Text>,
    pub decision: Option<DecisionId>,
    pub targets: Vec<Text>,
    /// Key of the record (`certified_total`, `stars_4`, …) and number, in the order of the record format.
    pub counts: Vec<(&'static str, u64)>,
    pub note: Option<Text>,
    pub sources: Vec<String>,
}

impl Figure {
    /// The last day of which it can speak: of its date, or of its year.
    #[must_use]
    pub fn day(&self) -> Day {
        self.as_of.unwrap_or(PartialDate::Year(self.year)).last()
    }

    #[must_use]
    pub fn count(&self, key: &str) -> Option<u64> {
        self.counts.iter().find(|(known, _)| *known == key).map(|(_, count)| *count)
    }
}
