//! Recognition decisions and the levels of government that take them.

use crate::diag::Place;

use super::{Criteria, Day, Slug, Text};

/// A level of government that certifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    District,
    Province,
    Central,
}

impl Level {
    /// Names as records write them.
    pub const NAMES: &'static [(&'static str, Level)] =
        &[("district", Level::District), ("province", Level::Province), ("central", Level::Central)];

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, level)| *level == self).map_or("", |(name, _)| name)
    }
}

/// A recognition decision. Issuing body, number and date together name it: numbers start again each year and for
/// each body (docs/domain.md, "Decisions").
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Decision {
    pub slug: Slug,
    pub number: String,
    pub date: Day,
    pub issuer: Text,
    pub level: Level,
    pub criteria: Option<Criteria>,
    pub url: Option<String>,
    pub sources: Vec<String>,
    pub place: Place,
}
