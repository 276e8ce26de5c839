//! The OCOP grade and its score.

/// The OCOP grade. Grades that are not certified have no value here, so no page has to ask.
/// Rule: docs/domain.md, "Stars". Made by `TryFrom<i64>`, which fails with [`NotAGrade`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stars {
    Three = 3,
    Four,
    Five,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAGrade(pub i64);

impl Stars {
    /// From the highest to the lowest, the order of every list.
    pub const ALL: [Stars; 3] = [Stars::Five, Stars::Four, Stars::Three];

    #[must_use]
    pub fn count(self) -> u8 {
        self as u8
    }

    /// Lowest and highest score of the grade; the highest belongs to the next grade unless it is 100.
    ///
    /// Rule: docs/domain.md, "Stars". QĐ 1048/QĐ-TTg gives whole numbers (50–69, 70–89, 90–100), QĐ 148/QĐ-TTg
    /// half-open bands; scores are averages with decimals, so the half-open reading serves both.
    #[must_use]
    pub fn band(self) -> (u8, u8) {
        match self {
            Stars::Three => (50, 70),
            Stars::Four => (70, 90),
            Stars::Five => (90, 100),
        }
    }
}

impl TryFrom<i64> for Stars {
    type Error = NotAGrade;

    fn try_from(count: i64) -> Result<Self, NotAGrade> {
        match count {
            3 => Ok(Stars::Three),
            4 => Ok(Stars::Four),
            5 => Ok(Stars::Five),
            other => Err(NotAGrade(other)),
        }
    }
}

/// Points out of 100 with at most two decimals, stored as hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// `None` outside 0–100.
    #[must_use]
    pub fn new(points: f64) -> Option<Self> {
        if !(0.0..=100.0).contains(&points) {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000 fits")]
        Some(Self((points * 100.0).round() as u16))
    }

    #[must_use]
    pub fn points(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    #[must_use]
    pub fn fits(self, stars: Stars) -> bool {
        let (low, high) = stars.band();
        let (low, high) = (u16::from(low) * 100, u16::from(high) * 100);
        self.0 >= low && (self.0 < high || (high == 10_000 && self.0 == high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_to_five_stars_are_certified() {
        assert_eq!(Stars::try_from(4), Ok(Stars::Four));
        for count in [-1, 0, 2, 6] {
            assert_eq!(Stars::try_from(count), Err(NotAGrade(count)));
        }
    }

    #[test]
    fn a_score_lies_in_the_band_of_its_stars() {
        let fits = |points, stars| Score::new(points).is_some_and(|score| score.fits(stars));
        assert!(fits(91.14, Stars::Five) && fits(100.0, Stars::Five) && fits(90.0, Stars::Five));
        assert!(fits(89.5, Stars::Four) && fits(70.0, Stars::Four) && !fits(90.0, Stars::Four));
        assert!(fits(69.99, Stars::Three) && !fits(49.9, Stars::Three));
        assert_eq!(Score::new(100.5), None);
    }
}
