//! The figures as data: `/api/figures.json` for programs, and a table per language for spreadsheets.

use serde_json::{Map, Value as Json, json};

use crate::model::{Catalogue, LangId, SpeaksAsOf, Stars, Text};
use crate::office::export::{Cell, Table, csv};
use crate::office::stats::{self, ByStars, Held, Stats};
use crate::pages::parts::Scribe;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

pub struct FiguresData;
pub struct FiguresTable;

impl Kind for FiguresData {
    fn name(&self) -> &'static str {
        "figures_data"
    }

    fn format(&self) -> &'static str {
        "json"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        if !super::planned(planning) {
            return Vec::new();
        }
        vec![(Route::shared("figures_data", Subject::Site), SitePath::file("api/figures.json"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        let catalogue = rendering.catalogue;
        let body = json!({
            "title": text(catalogue, &catalogue.site.title),
            "as_of": catalogue.today().to_string(),
            "edition": matches!(catalogue.site.speaks, SpeaksAsOf::Edition(_)),
            "catalogue": counted(catalogue),
            "programme": programme(catalogue),
        });
        verbatim(body, LangId::DEFAULT)
    }
}

impl Kind for FiguresTable {
    fn name(&self) -> &'static str {
        "figures_table"
    }

    fn format(&self) -> &'static str {
        "csv"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        if !super::planned(planning) {
            return Vec::new();
        }
        let languages = planning.catalogue.site.languages.iter();
        languages
            .map(|language| {
                let name = planning.theme.texts(language.id).get("path_figures");
                let path = SitePath::file(&format!("{}/{name}/{name}.csv", language.tag));
                (Route::new("figures_table", language.id, Subject::Site), path)
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let lang = job.route.lang.expect("the table has a language");
        let table = table(&Scribe::new(rendering, lang));
        let bytes = csv(&table).expect("a table in memory can be written");
        verbatim(String::from_utf8(bytes).expect("tables are UTF-8"), lang)
    }
}

fn verbatim<'a>(body: impl serde::Serialize + 'a, lang: LangId) -> View<'a> {
    View { template: String::new(), lang, section: "figures", page: Box::new(()), view: Box::new(body) }
}

fn text(catalogue: &Catalogue, text: &Text) -> Json {
    let languages = catalogue.site.languages.iter().filter(|language| !text.lacks(language.id));
    Json::Object(languages.map(|language| (language.tag.clone(), text.get(language.id).text.into())).collect())
}

/// Keys of counts by stars, as records of the programme name them.
fn star_key(stars: Stars) -> String {
    format!("stars_{}", stars.count())
}

fn by_stars(counts: &ByStars) -> Map<String, Json> {
    Stars::ALL.into_iter().zip(counts).map(|(stars, count)| (star_key(stars), json!(count))).collect()
}

fn held(held: &Held) -> Map<String, Json> {
    let mut map = by_stars(&held.stars);
    map.insert("rest".into(), held.rest.into());
    map.insert("products".into(), held.total().into());
    map
}

fn with(mut map: Map<String, Json>, key: &str, value: impl Into<Json>) -> Json {
    map.insert(key.into(), value.into());
    Json::Object(map)
}

fn counted(catalogue: &Catalogue) -> Json {
    let stats = Stats::of(catalogue);
    let place = |id: Option<crate::model::PlaceId>| id.map(|id| catalogue.places[id].key.clone());
    json!({
        "products": stats.products, "producers": stats.producers,
        "sales_points": stats.sales_points, "decisions": stats.decisions,
        "standing": stats.standings.iter().map(|(key, count)| ((*key).to_owned(), json!(count))).collect::<Map<_, _>>(),
        "stars": held(&stats.stars),
        "groups": stats.groups.iter().map(|(id, row)| with(held(row), "group", catalogue.groups[*id].id.clone())).collect::<Vec<_>>(),
        "provinces": stats.provinces.iter().map(|(id, row)| with(held(row), "place", place(*id))).collect::<Vec<_>>(),
        "producer_types": stats.makers.iter().map(|(kind, row)| {
            with(with(held(&row.products), "type", kind.name()).as_object().cloned().unwrap_or_default(), "producers", row.producers)
        }).collect::<Vec<_>>(),
        "certificates_by_year": stats.years.iter().map(|(year, row)| with(by_stars(row), "year", *year)).collect::<Vec<_>>(),
        "ends_by_year": stats.ends.iter().map(|(year, row)| json!({ "year": year, "valid": row.valid, "expired": row.expired })).collect::<Vec<_>>(),
        "expiring": stats.expiring.iter().map(|(until, id)| json!({ "id": catalogue.products[*id].code.as_str(), "until": until.to_string() })).collect::<Vec<_>>(),
        "changes_by_year": stats.changes.iter().map(|(year, row)| json!({ "year": year, "up": row.up, "same": row.same, "down": row.down })).collect::<Vec<_>>(),
        "sales_points_by_province": stats.points.iter().map(|(id, row)| json!({ "place": place(*id), "sales_points": row.points, "products": row.products })).collect::<Vec<_>>(),
    })
}

fn programme(catalogue: &Catalogue) -> Json {
    let figures = stats::areas(catalogue).into_iter().flat_map(|area| area.figures);
    let figures = figures.map(|id| {
        let figure = &catalogue.figures[id];
        json!({
            "area": figure.area.map_or("vn", |place| &catalogue.places[place].key),
            "year": figure.year,
            "as_of": figure.as_of.map(|date| date.to_string()),
            "round": figure.round.as_ref().map(|round| text(catalogue, round)),
            "decision": figure.decision.map(|id| catalogue.decisions[id].number.clone()),
            "counts": figure.counts.iter().map(|(key, count)| ((*key).to_owned(), json!(count))).collect::<Map<_, _>>(),
            "targets": figure.targets.iter().map(|target| text(catalogue, target)).collect::<Vec<_>>(),
            "note": figure.note.as_ref().map(|note| text(catalogue, note)),
            "sources": figure.sources,
        })
    });
    Json::Array(figures.collect())
}

/// One row for each number, so that a spreadsheet can turn and sum them: which table, of what, split how, how many.
fn table(scribe: &Scribe<'_>) -> Table {
    let catalogue = scribe.catalogue();
    let stats = Stats::of(catalogue);
    let day = stats.as_of.to_string();
    let mut rows = Rows { cells: Vec::new(), day, round: String::new() };
    let province = |id: Option<crate::model::PlaceId>| {
        id.map_or((String::new(), scribe.t("figures_unknown").to_owned()), |id| {
            (catalogue.places[id].key.clone(), scribe.place_title(id))
        })
    };
    for (key, count) in &stats.standings {
        rows.add("standing", (*key).to_owned(), scribe.kind_name("status_word", key).to_owned(), "products", *count);
    }
    for (id, row) in &stats.groups {
        rows.held("groups", &catalogue.groups[*id].id, scribe.group_name(*id), row);
    }
    for (id, row) in &stats.provinces {
        let (key, label) = province(*id);
        rows.held("places", &key, &label, row);
    }
    for (kind, row) in &stats.makers {
        let label = scribe.kind_name("producer_type", kind.name());
        rows.add("producer_types", kind.name().to_owned(), label.to_owned(), "producers", row.producers);
        rows.held("producer_types", kind.name(), label, &row.products);
    }
    for (year, row) in &stats.years {
        let label = year.map_or(scribe.t("figures_unknown").to_owned(), |year| year.to_string());
        let key = year.map_or(String::new(), |year| year.to_string());
        for (stars, count) in Stars::ALL.into_iter().zip(row) {
            rows.add("certificates_by_year", key.clone(), label.clone(), &star_key(stars), *count);
        }
    }
    for (year, row) in &stats.ends {
        for (split, count) in [("valid", row.valid), ("expired", row.expired)] {
            rows.add("ends_by_year", year.to_string(), year.to_string(), split, count);
        }
    }
    for (year, row) in &stats.changes {
        for (split, count) in [("up", row.up), ("same", row.same), ("down", row.down)] {
            rows.add("changes_by_year", year.to_string(), year.to_string(), split, count);
        }
    }
    for (id, row) in &stats.points {
        let (key, label) = province(*id);
        rows.add("sales_points", key.clone(), label.clone(), "sales_points", row.points);
        rows.add("sales_points", key, label, "products", row.products);
    }
    for id in stats::areas(catalogue).into_iter().flat_map(|area| area.figures) {
        let figure = &catalogue.figures[id];
        let key = figure.area.map_or("vn", |place| &catalogue.places[place].key).to_owned();
        let label = figure.area.map_or(scribe.t("figures_country").to_owned(), |place| scribe.place_title(place));
        rows.day = figure.as_of.map_or_else(|| figure.year.to_string(), |date| date.to_string());
        rows.round = figure.round.as_ref().map_or_else(String::new, |round| scribe.words(round).to_owned());
        for (split, count) in &figure.counts {
            rows.add("programme", key.clone(), label.clone(), split, usize::try_from(*count).unwrap_or(usize::MAX));
        }
    }
    Table {
        name: "figures",
        columns: vec!["table", "as_of", "round", "key", "name", "split", "count"],
        rows: rows.cells,
    }
}

struct Rows {
    cells: Vec<Vec<Cell>>,
    /// Of which day, and of which round of evaluation, the next rows speak.
    day: String,
    round: String,
}

impl Rows {
    fn add(&mut self, table: &str, key: String, name: String, split: &str, count: usize) {
        let count = Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX));
        let texts = [table.to_owned(), self.day.clone(), self.round.clone(), key, name, split.to_owned()];
        self.cells.push(texts.into_iter().map(Cell::Text).chain([count]).collect());
    }

    fn held(&mut self, table: &str, key: &str, name: &str, held: &Held) {
        for (stars, count) in Stars::ALL.into_iter().zip(held.stars) {
            self.add(table, key.to_owned(), name.to_owned(), &star_key(stars), count);
        }
        self.add(table, key.to_owned(), name.to_owned(), "rest", held.rest);
    }
}
