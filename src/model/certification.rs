//! Certificates and what they mean on a given day.

use crate::diag::Place;

use super::{Criteria, Day, DecisionId, Level, PartialDate, Score, Stars, Text};

/// A certificate of 3 to 5 stars is valid for 36 months (docs/domain.md, "Validity").
pub const VALIDITY_MONTHS: i32 = 36;

/// Days before the end from which a certificate is shown as expiring.
const EXPIRING_DAYS: i32 = 90;

/// One certificate in the history of a product.
#[derive(Clone, Debug, Hash)]
pub struct Certification {
    pub stars: Stars,
    pub dated: Dated,
    pub decision: Option<DecisionId>,
    pub level: Option<Level>,
    pub criteria: Option<Criteria>,
    pub score: Option<Score>,
    /// 90 points or more at the province and the dossier sent up; the certificate itself has four stars.
    pub potential_five: bool,
    pub ending: Ending,
    pub withdrawn: Option<PartialDate>,
    pub note: Option<Text>,
    pub place: Place,
}

/// When the certificate was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dated {
    On(PartialDate),
    /// Not known, but a source of this time already lists it.
    By(PartialDate),
    Unknown,
}

/// Until when the certificate is valid; the last day counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// Printed on the certificate or computed from its date; as exact as that date.
    At(PartialDate),
    /// At the latest then; perhaps earlier.
    By(PartialDate),
    Unknown,
}

/// What can be said of a certificate on a day. Comparison of partial dates has three answers, so "not known" is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Valid {
        until: PartialDate,
    },
    /// Valid, and it may end within 90 days.
    Expiring {
        until: PartialDate,
    },
    /// Certainly ended; the date is the last day of validity, at the latest.
    Expired {
        until: PartialDate,
    },
    Withdrawn {
        on: PartialDate,
    },
    Unknown,
}

impl Standing {
    /// True only when the stars may be shown as current.
    #[must_use]
    pub fn is_current(self) -> bool {
        matches!(self, Standing::Valid { .. } | Standing::Expiring { .. })
    }
}

impl Ending {
    /// `valid_until` as given beats the date plus 36 months: offices differ by a day.
    #[must_use]
    pub fn derive(valid_until: Option<PartialDate>, dated: Dated) -> Self {
        match (valid_until, dated) {
            (Some(date), _) => Ending::At(date),
            (None, Dated::On(date)) => Ending::At(date.plus_months(VALIDITY_MONTHS)),
            (None, Dated::By(date)) => Ending::By(date.plus_months(VALIDITY_MONTHS)),
            (None, Dated::Unknown) => Ending::Unknown,
        }
    }
}

impl Dated {
    /// The last day on which it can have been issued; certificates without any date come first.
    #[must_use]
    pub fn latest(self) -> Option<Day> {
        match self {
            Dated::On(date) | Dated::By(date) => Some(date.last()),
            Dated::Unknown => None,
        }
    }

    #[must_use]
    pub fn earliest(self) -> Option<Day> {
        match self {
            Dated::On(date) => Some(date.first()),
            Dated::By(_) | Dated::Unknown => None,
        }
    }
}

impl Certification {
    /// What can be said on `today`. A withdrawal that may have happened counts as one.
    #[must_use]
    pub fn standing(&self, today: Day) -> Standing {
        if let Some(on) = self.withdrawn.filter(|on| on.first() <= today) {
            return Standing::Withdrawn { on };
        }
        match self.ending {
            Ending::At(until) if until.last() < today => Standing::Expired { until },
            Ending::At(until) if until.first() >= today => {
                if today.days_until(until.first()) <= EXPIRING_DAYS {
                    Standing::Expiring { until }
                } else {
                    Standing::Valid { until }
                }
            }
            Ending::By(until) if until.last() < today => Standing::Expired { until },
            Ending::At(_) | Ending::By(_) | Ending::Unknown => Standing::Unknown,
        }
    }

    /// True unless the certificate was certainly issued after `today`.
    #[must_use]
    pub fn existed(&self, today: Day) -> bool {
        self.dated.earliest().is_none_or(|day| day <= today)
    }
}

/// The current certificate of a history on `today`: the latest one issued by then. A later one replaces an earlier
/// one, higher or lower (docs/domain.md, "Re-evaluation"); of two of the same time, the last in the file.
#[must_use]
pub fn current(history: &[Certification], today: Day) -> Option<&Certification> {
    history
        .iter()
        .filter(|certification| certification.existed(today))
        .max_by_key(|certification| certification.dated.latest())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;

    fn certification(stars: Stars, dated: Dated) -> Certification {
        Certification {
            stars,
            dated,
            decision: None,
            level: None,
            criteria: None,
            score: None,
            potential_five: false,
            ending: Ending::derive(None, dated),
            withdrawn: None,
            note: None,
            place: Place::top(FileId(0)),
        }
    }

    fn date(text: &str) -> PartialDate {
        text.parse().expect(text)
    }

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    #[test]
    fn a_certificate_is_valid_for_thirty_six_months_last_day_included() {
        let on = |text: &str, today: &str| certification(Stars::Four, Dated::On(date(text))).standing(day(today));
        assert_eq!(on("2019-12-31", "2022-12-31"), Standing::Expiring { until: date("2022-12-31") });
        assert_eq!(on("2019-12-31", "2023-01-01"), Standing::Expired { until: date("2022-12-31") });
        assert_eq!(on("2025-01-17", "2025-07-31"), Standing::Valid { until: date("2028-01-17") });
        assert_eq!(on("2022-10-29", "2025-07-31"), Standing::Expiring { until: date("2025-10-29") });
        assert_eq!(on("2022-10-30", "2025-07-31"), Standing::Valid { until: date("2025-10-30") });
    }

    #[test]
    fn a_date_known_to_the_year_has_three_answers() {
        let on = |year: &str| certification(Stars::Three, Dated::On(date(year))).standing(day("2025-07-31"));
        assert_eq!(on("2021"), Standing::Expired { until: date("2024") });
        assert_eq!(on("2022"), Standing::Unknown);
        assert_eq!(on("2023"), Standing::Valid { until: date("2026") });
    }

    #[test]
    fn a_certificate_only_listed_by_some_time_is_never_certainly_valid() {
        let by = |text: &str| certification(Stars::Four, Dated::By(date(text))).standing(day("2025-07-31"));
        assert_eq!(by("2021"), Standing::Expired { until: date("2024") });
        assert_eq!(by("2025-05"), Standing::Unknown);
        assert_eq!(certification(Stars::Four, Dated::Unknown).standing(day("2025-07-31")), Standing::Unknown);
    }

    #[test]
    fn a_given_end_beats_the_computed_one_and_a_withdrawal_beats_both() {
        let mut given = certification(Stars::Four, Dated::On(date("2020-02-04")));
        given.ending = Ending::derive(Some(date("2023-02-03")), given.dated);
        assert_eq!(given.standing(day("2023-02-04")), Standing::Expired { until: date("2023-02-03") });
        given.withdrawn = Some(date("2021-05"));
        assert_eq!(given.standing(day("2021-05-10")), Standing::Withdrawn { on: date("2021-05") });
        assert!(given.standing(day("2021-04-30")).is_current());
    }

    #[test]
    fn the_latest_certificate_is_the_current_one_even_with_fewer_stars() {
        let history = [
            certification(Stars::Four, Dated::On(date("2019"))),
            certification(Stars::Three, Dated::On(date("2022-12-01"))),
            certification(Stars::Five, Dated::On(date("2026-01-01"))),
        ];
        let stars = |today: &str| current(&history, day(today)).map(|certification| certification.stars);
        assert_eq!(stars("2025-07-31"), Some(Stars::Three));
        assert_eq!(stars("2026-01-01"), Some(Stars::Five));
        assert_eq!(stars("2018-12-31"), None);
    }
}
