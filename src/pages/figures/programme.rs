//! Figures of the programme as sources printed them, by area.

use serde::Serialize;

use crate::model::{Figure, FigureId, PartialDate};
use crate::office::stats::{self, Area};
use crate::pages::parts::chart::{self, bar};
use crate::pages::parts::{Html, Link, Scribe, Source, TextView, source};
use crate::plan::Subject;

use super::panel::{ALL, Column, Panel, Row, STARS};

#[derive(Serialize)]
pub struct AreaView<'a> {
    pub id: String,
    pub label: String,
    pub url: Option<String>,
    pub panels: Vec<Panel<'a>>,
    pub targets: Vec<Targets<'a>>,
    pub entries: Vec<Entry<'a>>,
}

/// Targets of one year beside what was reached.
#[derive(Serialize)]
pub struct Targets<'a> {
    pub label: String,
    pub aims: Vec<TextView<'a>>,
    pub results: Vec<String>,
}

/// What a source said beside its numbers, and which source it was.
#[derive(Serialize)]
pub struct Entry<'a> {
    pub label: String,
    pub decision: Option<Link>,
    pub note: Option<TextView<'a>>,
    pub sources: Vec<Source<'a>>,
}

/// Counts of all products at one time, and of a round.
const STOCK: [&str; 4] = ["certified_total", "stars_5", "stars_4", "stars_3"];
const ROUND: [&str; 8] = [
    "certified_new",
    "recertified",
    "upgraded",
    "round_stars_5",
    "round_stars_4",
    "round_stars_3",
    "expired",
    "withdrawn",
];
const PEOPLE: [&str; 7] = [
    "participating",
    "producers_total",
    "producers_cooperative",
    "producers_cooperative_group",
    "producers_company",
    "producers_household",
    "sales_points",
];

pub fn areas<'a>(scribe: &Scribe<'a>) -> Vec<AreaView<'a>> {
    stats::areas(scribe.catalogue()).iter().map(|area| view(scribe, area)).collect()
}

fn view<'a>(scribe: &Scribe<'a>, area: &Area) -> AreaView<'a> {
    let catalogue = scribe.catalogue();
    let key = area.place.map_or("vn", |place| &catalogue.places[place].key);
    let figures: Vec<&Figure> = area.figures.iter().map(|id| &catalogue.figures[*id]).collect();
    let mut panels: Vec<Panel<'a>> = figures.iter().filter_map(|figure| funnel(scribe, key, figure)).collect();
    let totals: Vec<(&Figure, u64)> =
        figures.iter().filter_map(|figure| Some((*figure, figure.count("certified_total")?))).collect();
    // By stars only where every source gives them all: else the colours would tell of sources, not of products.
    let split =
        totals.len() > 1 && totals.iter().all(|(figure, total)| by_stars(figure).into_iter().sum::<u64>() == *total);
    let mut stock = table(scribe, key, "stock", &STOCK, &figures, split);
    stock.chart = (totals.len() > 1).then(|| stock_chart(scribe, &stock.heading, &totals, split));
    panels.push(stock);
    panels.push(table(scribe, key, "rounds", &ROUND, &figures, false));
    panels.push(table(scribe, key, "people", &PEOPLE, &figures, false));
    panels.retain(|panel| !panel.rows.is_empty());
    AreaView {
        id: format!("area-{key}"),
        label: area.place.map_or_else(|| scribe.t("figures_country").to_owned(), |place| scribe.place_title(place)),
        url: area.place.and_then(|place| scribe.maybe_url("place", Subject::Place(place))),
        panels,
        targets: targets(scribe, area),
        entries: figures.iter().map(|figure| entry(scribe, figure)).collect(),
    }
}

/// When, and in which round: `June 2020`, `2023, round 1`.
fn label(scribe: &Scribe<'_>, figure: &Figure) -> String {
    let when = scribe.texts().date(figure.as_of.unwrap_or(PartialDate::Year(figure.year)));
    let round = figure.round.as_ref().map(|round| scribe.words(round));
    let label = round.map_or(when.clone(), |round| format!("{when}{}{round}", scribe.t("list_separator")));
    crate::pages::parts::text::capitalised(&label)
}

fn cell(scribe: &Scribe<'_>, count: Option<u64>) -> String {
    count.map_or_else(|| "–".to_owned(), |count| scribe.texts().number(count))
}

/// Counts under their names, columns and rows without any number left out; `coloured` as in a chart by stars.
fn table<'a>(
    scribe: &Scribe<'a>,
    area: &str,
    name: &str,
    keys: &[&'static str],
    figures: &[&Figure],
    coloured: bool,
) -> Panel<'a> {
    let keys: Vec<&str> =
        keys.iter().copied().filter(|key| figures.iter().any(|figure| figure.count(key).is_some())).collect();
    let colour = |key: &str| match key {
        "stars_5" => Some(STARS[0]),
        "stars_4" => Some(STARS[1]),
        "stars_3" => Some(STARS[2]),
        _ => None,
    };
    let columns = keys.iter().map(|key| Column {
        label: scribe.kind_name("count", key.trim_start_matches("round_")).to_owned(),
        colour: colour(key).filter(|_| coloured),
    });
    let rows = figures.iter().filter(|figure| keys.iter().any(|key| figure.count(key).is_some())).map(|figure| {
        let cells = keys.iter().map(|key| cell(scribe, figure.count(key))).collect();
        Row::new(scribe.own(label(scribe, figure)), cells)
    });
    Panel {
        id: format!("{area}-{name}"),
        heading: scribe.kind_name("figures", name).to_owned(),
        rule: scribe.kind_name("figures_rule", name),
        chart: None,
        columns: columns.collect(),
        rows: rows.collect(),
        sum: None,
    }
}

/// All certified products at each time of which a source speaks.
fn stock_chart<'a>(scribe: &Scribe<'a>, name: &str, totals: &[(&Figure, u64)], split: bool) -> Html<'a> {
    let column = |(figure, total): &(&Figure, u64)| {
        let parts = if split { STARS.into_iter().rev().zip(by_stars(figure)).collect() } else { vec![(ALL, *total)] };
        let label = match figure.as_of {
            Some(date @ (PartialDate::Month(..) | PartialDate::Day(_))) => scribe
                .texts()
                .format("chart_month", &[("m", &date.first().month().to_string()), ("yyyy", &date.year().to_string())]),
            _ => figure.year.to_string(),
        };
        chart::Column { label, value: scribe.texts().number(*total), parts }
    };
    chart::columns(name, &totals.iter().map(column).collect::<Vec<_>>())
}

/// Three, four and five stars.
fn by_stars(figure: &Figure) -> [u64; 3] {
    ["stars_3", "stars_4", "stars_5"].map(|key| figure.count(key).unwrap_or(0))
}

/// The way from ideas to certificates, where a source gives it.
fn funnel<'a>(scribe: &Scribe<'a>, area: &str, figure: &Figure) -> Option<Panel<'a>> {
    let steps = stats::funnel(figure);
    let most = steps.iter().map(|(_, count)| *count).max()?;
    let first = steps.first().map_or(0, |(_, count)| *count) as usize;
    let rows = steps.iter().map(|(key, count)| Row {
        bar: Some(bar(&[(ALL, *count)], most)),
        ..Row::new(
            scribe.own(scribe.kind_name("count", key)),
            vec![scribe.texts().number(*count), super::panel::percent(scribe, *count as usize, first)],
        )
    });
    let heading = scribe.texts().format("figures_funnel", &[("date", &label_of_funnel(scribe, figure))]);
    Some(Panel {
        id: format!("{area}-funnel-{}", figure.day()),
        heading,
        rule: scribe.t("figures_rule_funnel"),
        chart: None,
        columns: vec![
            Column { label: scribe.t("figures_products").to_owned(), colour: None },
            Column { label: scribe.t("figures_of_first").to_owned(), colour: None },
        ],
        rows: rows.collect(),
        sum: None,
    })
}

fn label_of_funnel(scribe: &Scribe<'_>, figure: &Figure) -> String {
    scribe.texts().date(figure.as_of.unwrap_or(PartialDate::Year(figure.year)))
}

fn targets<'a>(scribe: &Scribe<'a>, area: &Area) -> Vec<Targets<'a>> {
    let catalogue = scribe.catalogue();
    let with_targets =
        area.figures.iter().map(|id| &catalogue.figures[*id]).filter(|figure| !figure.targets.is_empty());
    with_targets
        .map(|figure| Targets {
            label: label(scribe, figure),
            aims: figure.targets.iter().map(|target| scribe.text(target)).collect(),
            results: stats::results(catalogue, area, figure.year).into_iter().map(|id| result(scribe, id)).collect(),
        })
        .collect()
}

/// What a source says of a time in one line: `June 2020 – Certified in all: 105`.
fn result(scribe: &Scribe<'_>, id: FigureId) -> String {
    let figure = &scribe.catalogue().figures[id];
    let counts: Vec<String> = stats::RESULTS
        .iter()
        .filter_map(|key| {
            let count = figure.count(key)?;
            let count = scribe.texts().number(count);
            Some(
                scribe.texts().format("figures_result", &[("what", scribe.kind_name("count", key)), ("count", &count)]),
            )
        })
        .collect();
    let all = counts.join("; ");
    scribe.texts().format("figures_result_of", &[("date", &label(scribe, figure)), ("results", &all)])
}

fn entry<'a>(scribe: &Scribe<'a>, figure: &'a Figure) -> Entry<'a> {
    let decision = figure.decision.map(|id| {
        let decision = &scribe.catalogue().decisions[id];
        let date = scribe.texts().day(decision.date);
        let label = scribe.texts().format("decision_line", &[("number", &decision.number), ("date", &date)]);
        (label, scribe.maybe_url("decision", Subject::Decision(id)))
    });
    Entry {
        label: label(scribe, figure),
        decision: decision.map(|(label, url)| Link { label, url: url.unwrap_or_default() }),
        note: figure.note.as_ref().map(|note| scribe.text(note)),
        sources: figure.sources.iter().map(|text| source(text)).collect(),
    }
}
