//! The criteria sets under which products were evaluated, and who certifies what under each.

use super::{Day, Level, Stars};

/// A criteria set of the programme. Rule: docs/domain.md, "Criteria sets".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criteria {
    /// QĐ 1048/QĐ-TTg of 21/08/2019, amended by QĐ 781/QĐ-TTg.
    Qd1048,
    /// QĐ 148/QĐ-TTg of 24/02/2023, amended by QĐ 1489/QĐ-TTg of 06/07/2025.
    Qd148,
}

impl Criteria {
    /// Names as records write them.
    pub const NAMES: &'static [(&'static str, Criteria)] = &[("1048", Criteria::Qd1048), ("148", Criteria::Qd148)];

    /// The set in force on a day.
    #[must_use]
    pub fn on(day: Day) -> Self {
        if day < day_148() { Criteria::Qd1048 } else { Criteria::Qd148 }
    }

    #[must_use]
    pub fn number(self) -> &'static str {
        match self {
            Criteria::Qd1048 => "1048/QĐ-TTg",
            Criteria::Qd148 => "148/QĐ-TTg",
        }
    }
}

/// The level that certified products of so many stars on a day.
///
/// Rule: docs/domain.md, "Who certifies": five stars always the central level; four stars the province; three stars
/// the province, but the district from 24/02/2023 to 05/07/2025.
#[must_use]
pub fn authority(stars: Stars, day: Day) -> Level {
    match stars {
        Stars::Five => Level::Central,
        Stars::Four => Level::Province,
        Stars::Three if day >= day_148() && day < day_1489() => Level::District,
        Stars::Three => Level::Province,
    }
}

/// Signing and entry into force of QĐ 148/QĐ-TTg.
fn day_148() -> Day {
    Day::new(2023, 2, 24).expect("a day")
}

/// QĐ 1489/QĐ-TTg: two levels after the districts were abolished.
fn day_1489() -> Day {
    Day::new(2025, 7, 6).expect("a day")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_stars_were_certified_by_the_district_only_under_148_before_1489() {
        let level = |stars, day: &str| authority(stars, day.parse().expect(day));
        assert_eq!(level(Stars::Three, "2022-12-31"), Level::Province);
        assert_eq!(level(Stars::Three, "2023-02-24"), Level::District);
        assert_eq!(level(Stars::Three, "2025-07-05"), Level::District);
        assert_eq!(level(Stars::Three, "2025-07-06"), Level::Province);
        assert_eq!(level(Stars::Four, "2024-05-01"), Level::Province);
        assert_eq!(level(Stars::Five, "2020-05-01"), Level::Central);
    }
}
