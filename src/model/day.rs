//! Days, and dates that are known only to the month or the year.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

/// A day of the calendar, 1900 to 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// `None` when there is no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        (1900..=2200).contains(&year).then(|| Date::new(year, month, day).ok()).flatten().map(Self)
    }

    /// The day on which a moment falls in Việt Nam (UTC+7, no summer time), given in seconds since 1970.
    #[must_use]
    pub fn in_vietnam(unix_seconds: i64) -> Option<Self> {
        let days = unix_seconds.checked_add(7 * 3600)?.div_euclid(86_400);
        let date = Date::constant(1970, 1, 1).checked_add(days.days()).ok()?;
        Self::new(date.year(), date.month(), date.day())
    }

    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The same day some months later; the last day of the month where that month is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        Self(self.0.saturating_add(months.months()))
    }

    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    /// Days from `self` to `later`, negative when `later` comes before.
    #[must_use]
    pub fn days_until(self, later: Day) -> i32 {
        self.0.until(later.0).map_or(0, |span| span.get_days())
    }
}

impl fmt::Display for Day {
    /// ISO 8601, as machines read it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// Text that is no date, or a day that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Day {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match text.parse()? {
            PartialDate::Day(day) => Ok(day),
            _ => Err(NotADate),
        }
    }
}

/// A date known to the day, the month or the year: sources often give no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    Year(i16),
    Month(i16, i8),
    Day(Day),
}

impl PartialDate {
    /// The first day it can mean.
    #[must_use]
    pub fn first(self) -> Day {
        match self {
            PartialDate::Year(year) => Day::new(year, 1, 1),
            PartialDate::Month(year, month) => Day::new(year, month, 1),
            PartialDate::Day(day) => Some(day),
        }
        .expect("a partial date is checked when it is made")
    }

    /// The last day it can mean.
    #[must_use]
    pub fn last(self) -> Day {
        match self {
            PartialDate::Year(_) => self.first().plus_months(12).plus_days(-1),
            PartialDate::Month(..) => self.first().plus_months(1).plus_days(-1),
            PartialDate::Day(day) => day,
        }
    }

    /// As exact as before, some months later.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let moved = self.first().plus_months(months);
        match self {
            PartialDate::Year(_) => PartialDate::Year(moved.year()),
            PartialDate::Month(..) => PartialDate::Month(moved.year(), moved.month()),
            PartialDate::Day(_) => PartialDate::Day(moved),
        }
    }

    #[must_use]
    pub fn year(self) -> i16 {
        self.first().year()
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    /// ISO 8601 only: `2021`, `2021-06`, `2021-06-30`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let well_formed = text
            .bytes()
            .enumerate()
            .all(|(index, byte)| if matches!(index, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
        if !well_formed || !matches!(text.len(), 4 | 7 | 10) {
            return Err(NotADate);
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<i16>().map_err(|_| NotADate);
        let year = number(0..4)?;
        let month = if text.len() > 4 { i8::try_from(number(5..7)?).map_err(|_| NotADate)? } else { 1 };
        let day = if text.len() > 7 { i8::try_from(number(8..10)?).map_err(|_| NotADate)? } else { 1 };
        let whole = Day::new(year, month, day).ok_or(NotADate)?;
        Ok(match text.len() {
            4 => PartialDate::Year(year),
            7 => PartialDate::Month(year, month),
            _ => PartialDate::Day(whole),
        })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Day(day) => day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_span_the_days_they_can_mean() {
        let span = |text: &str| {
            let date: PartialDate = text.parse().expect(text);
            (date.first().to_string(), date.last().to_string())
        };
        assert_eq!(span("2024"), ("2024-01-01".into(), "2024-12-31".into()));
        assert_eq!(span("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(span("2021-06-30"), ("2021-06-30".into(), "2021-06-30".into()));
        for bad in ["2021-13", "2021-02-30", "21", "30/06/2021", "2021-6-3", "", "năm 2021"] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
        }
    }

    #[test]
    fn months_are_added_within_the_calendar() {
        let later = |text: &str| text.parse::<PartialDate>().expect(text).plus_months(36).to_string();
        assert_eq!(later("2020-02-29"), "2023-02-28");
        assert_eq!(later("2019-12-31"), "2022-12-31");
        assert_eq!(later("2022"), "2025");
        assert_eq!(later("2022-11"), "2025-11");
    }

    #[test]
    fn the_day_is_that_of_vietnam() {
        // 2025-07-31 18:00 UTC is already 1 August in Hà Nội.
        assert_eq!(Day::in_vietnam(1_753_984_800).map(|day| day.to_string()), Some("2025-08-01".into()));
    }
}
