//! Shapes of the figures page: tables with bars in their rows, and charts beside them.

use serde::Serialize;

use crate::office::stats::{ByStars, Held};
use crate::pages::parts::chart::{Part, bar};
use crate::pages::parts::{Html, Scribe, TextView};

/// A figure with what it counts: a table, and a chart of the same numbers where time passes.
#[derive(Serialize)]
pub struct Panel<'a> {
    pub id: String,
    pub heading: String,
    /// What is counted, and how.
    pub rule: &'a str,
    pub chart: Option<Html<'a>>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row<'a>>,
    /// Sums of the columns.
    pub sum: Option<Row<'a>>,
}

#[derive(Serialize)]
pub struct Column {
    pub label: String,
    /// The class of the colour that it has in the chart.
    pub colour: Option<&'static str>,
}

#[derive(Serialize)]
pub struct Row<'a> {
    pub label: TextView<'a>,
    pub url: Option<String>,
    /// A second text below the label.
    pub note: Option<TextView<'a>>,
    pub bar: Option<Html<'a>>,
    pub cells: Vec<String>,
}

impl<'a> Row<'a> {
    #[must_use]
    pub fn new(label: TextView<'a>, cells: Vec<String>) -> Self {
        Self { label, url: None, note: None, bar: None, cells }
    }
}

/// Classes of the colours of five, four and three stars.
pub const STARS: [&str; 3] = ["c-five", "c-four", "c-three"];
pub const REST: &str = "c-rest";
pub const ALL: &str = "c-all";

/// Parts of a bar, the most stars first.
#[must_use]
pub fn parts(held: &Held) -> Vec<Part> {
    let mut parts = by_stars(&held.stars);
    parts.push((REST, held.rest as u64));
    parts
}

#[must_use]
pub fn by_stars(counts: &ByStars) -> Vec<Part> {
    STARS.into_iter().zip(counts.iter().map(|count| *count as u64)).collect()
}

/// A share of the whole in whole per cent; nothing where there is no whole.
#[must_use]
pub fn percent(scribe: &Scribe<'_>, count: usize, whole: usize) -> String {
    if whole == 0 {
        return String::new();
    }
    let share = (count * 200 + whole) / (whole * 2);
    scribe.texts().format("percent", &[("number", &share.to_string())])
}

impl<'a> Scribe<'a> {
    /// Columns of a table by valid stars.
    #[must_use]
    pub fn held_columns(&self) -> Vec<Column> {
        let mut columns = self.star_columns();
        columns.push(Column { label: self.t("figures_rest").to_owned(), colour: Some(REST) });
        columns.push(Column { label: self.t("figures_sum").to_owned(), colour: None });
        columns
    }

    #[must_use]
    pub fn star_columns(&self) -> Vec<Column> {
        let keys = ["count_stars_5", "count_stars_4", "count_stars_3"];
        let columns = keys.into_iter().zip(STARS);
        columns.map(|(key, colour)| Column { label: self.t(key).to_owned(), colour: Some(colour) }).collect()
    }

    /// A row of such a table; `most` is the total of the longest bar.
    #[must_use]
    pub fn held_row(&self, label: TextView<'a>, url: Option<String>, held: &Held, most: usize) -> Row<'a> {
        let mut row = Row::new(label, self.held_cells(held));
        row.url = url;
        row.bar = Some(bar(&parts(held), most as u64));
        row
    }

    #[must_use]
    pub fn held_cells(&self, held: &Held) -> Vec<String> {
        held.stars.iter().chain([&held.rest, &held.total()]).map(|count| self.number(*count)).collect()
    }
}
