//! Figures that are counted from the records of the catalogue.

use crate::model::{PlaceId, Stars};
use crate::office::stats::{ByStars, Held, Stats};
use crate::pages::parts::chart::{self, bar};
use crate::pages::parts::{Scribe, TextView};
use crate::plan::Subject;

use super::panel::{ALL, Column, Panel, REST, Row, by_stars, percent};

/// Certificates that end soon and are named; the rest is counted.
const NAMED: usize = 20;

pub fn panels<'a>(scribe: &Scribe<'a>, stats: &Stats) -> Vec<Panel<'a>> {
    let pages = Pages { scribe, stats };
    let all = [
        pages.standings(),
        pages.groups(),
        pages.provinces(),
        pages.makers(),
        pages.years(),
        pages.changes(),
        pages.ends(),
        pages.expiring(),
        pages.points(),
    ];
    all.into_iter().filter(|panel| !panel.rows.is_empty()).collect()
}

struct Pages<'s, 'a> {
    scribe: &'s Scribe<'a>,
    stats: &'s Stats,
}

impl<'a> Pages<'_, 'a> {
    fn panel(&self, id: &str) -> Panel<'a> {
        Panel {
            id: id.replace('_', "-"),
            heading: self.scribe.kind_name("figures", id).to_owned(),
            rule: self.scribe.kind_name("figures_rule", id),
            chart: None,
            columns: Vec::new(),
            rows: Vec::new(),
            sum: None,
        }
    }

    fn columns(&self, keys: &[(&'a str, Option<&'static str>)]) -> Vec<Column> {
        keys.iter().map(|(key, colour)| Column { label: self.scribe.t(key).to_owned(), colour: *colour }).collect()
    }

    fn own(&self, key: &str) -> TextView<'a> {
        self.scribe.own(self.scribe.t(key))
    }

    fn province(&self, id: Option<PlaceId>) -> (TextView<'a>, Option<String>) {
        match id {
            Some(id) => {
                (self.scribe.own(self.scribe.place_title(id)), self.scribe.maybe_url("place", Subject::Place(id)))
            }
            None => (self.own("figures_unknown"), None),
        }
    }

    /// What can be said of the last certificate of each product, by its stars where they are valid.
    fn standings(&self) -> Panel<'a> {
        let scribe = self.scribe;
        let mut panel = self.panel("standing");
        panel.columns = self.columns(&[("figures_products", None), ("figures_share", None)]);
        let index = scribe.rendering.index;
        let row = |label: TextView<'a>, url, class, count: usize| {
            let cells = vec![scribe.number(count), percent(scribe, count, self.stats.products)];
            Row { url, bar: Some(bar(&[(class, count as u64)], self.stats.products as u64)), ..Row::new(label, cells) }
        };
        for (stars, part) in Stars::ALL.into_iter().zip(by_stars(&self.stats.stars.stars)) {
            let label = scribe.texts().format("figures_valid_stars", &[("stars", &stars.count().to_string())]);
            let found = !index.with_stars(stars.count()).is_empty();
            let url = found.then(|| scribe.url("stars", Subject::Stars(stars.count())));
            panel.rows.push(row(scribe.own(label), url, part.0, part.1 as usize));
        }
        for (key, count) in &self.stats.standings {
            if !matches!(*key, "valid" | "expiring") && *count > 0 {
                panel.rows.push(row(self.own(&format!("status_word_{key}")), None, REST, *count));
            }
        }
        panel.sum = Some(self.sum(vec![scribe.number(self.stats.products), percent(scribe, 1, 1)]));
        panel
    }

    fn sum(&self, cells: Vec<String>) -> Row<'a> {
        Row::new(self.own("figures_sum"), cells)
    }

    fn held_sum(&self, rows: impl Iterator<Item = Held>) -> Row<'a> {
        let sum = rows.fold(Held::default(), |mut sum, held| {
            sum.stars.iter_mut().zip(held.stars).for_each(|(sum, count)| *sum += count);
            sum.rest += held.rest;
            sum
        });
        self.sum(self.scribe.held_cells(&sum))
    }

    fn groups(&self) -> Panel<'a> {
        let mut panel = self.panel("groups");
        panel.columns = self.scribe.held_columns();
        let most = self.stats.groups.first().map_or(0, |(_, held)| held.total());
        for (id, held) in &self.stats.groups {
            let url = self.scribe.maybe_url("group", Subject::Group(*id));
            panel.rows.push(self.scribe.held_row(self.scribe.own(self.scribe.group_name(*id)), url, held, most));
        }
        panel.sum = Some(self.held_sum(self.stats.groups.iter().map(|(_, held)| *held)));
        panel
    }

    fn provinces(&self) -> Panel<'a> {
        let mut panel = self.panel("places");
        panel.columns = self.scribe.held_columns();
        let most = self.stats.provinces.iter().map(|(_, held)| held.total()).max().unwrap_or(0);
        for (id, held) in &self.stats.provinces {
            let (label, url) = self.province(*id);
            panel.rows.push(self.scribe.held_row(label, url, held, most));
        }
        panel.sum = Some(self.held_sum(self.stats.provinces.iter().map(|(_, held)| *held)));
        panel
    }

    fn makers(&self) -> Panel<'a> {
        let scribe = self.scribe;
        let mut panel = self.panel("makers");
        panel.columns = self.columns(&[("figures_producers", None)]);
        panel.columns.extend(scribe.held_columns());
        let most = self.stats.makers.first().map_or(0, |(_, makers)| makers.products.total());
        for (kind, makers) in &self.stats.makers {
            let label = scribe.own(scribe.kind_name("producer_type", kind.name()));
            let mut row = scribe.held_row(label, None, &makers.products, most);
            row.cells.insert(0, scribe.number(makers.producers));
            panel.rows.push(row);
        }
        let mut sum = self.held_sum(self.stats.makers.iter().map(|(_, makers)| makers.products));
        sum.cells.insert(0, scribe.number(self.stats.producers));
        panel.sum = Some(sum);
        panel
    }

    fn years(&self) -> Panel<'a> {
        let scribe = self.scribe;
        let mut panel = self.panel("years");
        panel.columns = scribe.star_columns();
        panel.columns.push(Column { label: scribe.t("figures_sum").to_owned(), colour: None });
        let total = |counts: &ByStars| counts.iter().sum::<usize>();
        let cells =
            |counts: &ByStars| counts.iter().chain([&total(counts)]).map(|count| scribe.number(*count)).collect();
        let mut sum = [0; 3];
        for (year, counts) in &self.stats.years {
            let label = year.map_or(self.own("figures_unknown"), |year| scribe.own(year.to_string()));
            panel.rows.push(Row::new(label, cells(counts)));
            sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        panel.sum = Some(self.sum(cells(&sum)));
        let known = self.stats.years.iter().filter_map(|(year, counts)| year.map(|year| (year, counts)));
        let columns: Vec<_> = known
            .map(|(year, counts)| chart::Column {
                label: year.to_string(),
                value: scribe.number(total(counts)),
                parts: by_stars(counts).into_iter().rev().collect(),
            })
            .collect();
        panel.chart = (columns.len() > 1).then(|| chart::columns(&panel.heading, &columns));
        panel
    }

    fn changes(&self) -> Panel<'a> {
        let mut panel = self.panel("changes");
        panel.columns = self.columns(&[("figures_up", None), ("figures_same", None), ("figures_down", None)]);
        for (year, change) in &self.stats.changes {
            let cells = [change.up, change.same, change.down].map(|count| self.scribe.number(count)).to_vec();
            panel.rows.push(Row::new(self.scribe.own(year.to_string()), cells));
        }
        panel
    }

    fn ends(&self) -> Panel<'a> {
        let scribe = self.scribe;
        let mut panel = self.panel("ends");
        panel.columns = self.columns(&[("figures_still_valid", Some(ALL)), ("figures_expired", Some(REST))]);
        let mut columns = Vec::new();
        for (year, ends) in &self.stats.ends {
            let cells = vec![scribe.number(ends.valid), scribe.number(ends.expired)];
            panel.rows.push(Row::new(scribe.own(year.to_string()), cells));
            columns.push(chart::Column {
                label: year.to_string(),
                value: scribe.number(ends.valid + ends.expired),
                parts: vec![(ALL, ends.valid as u64), (REST, ends.expired as u64)],
            });
        }
        panel.chart = (columns.len() > 1).then(|| chart::columns(&panel.heading, &columns));
        panel
    }

    fn expiring(&self) -> Panel<'a> {
        let scribe = self.scribe;
        let mut panel = self.panel("expiring");
        panel.columns = self.columns(&[("figures_last_day", None)]);
        for (until, id) in self.stats.expiring.iter().take(NAMED) {
            let product = &scribe.catalogue().products[*id];
            let producer = scribe.catalogue().producers[product.producer].public_name();
            panel.rows.push(Row {
                url: Some(scribe.url("product", Subject::Product(*id))),
                note: Some(scribe.text(producer)),
                ..Row::new(scribe.text(&product.name), vec![scribe.texts().date(*until)])
            });
        }
        let more = self.stats.expiring.len().saturating_sub(NAMED);
        if more > 0 {
            let label = scribe.texts().counted("figures_more", more);
            panel.rows.push(Row::new(scribe.own(label), vec![String::new()]));
        }
        panel
    }

    fn points(&self) -> Panel<'a> {
        let scribe = self.scribe;
        let mut panel = self.panel("sales_points");
        panel.columns = self.columns(&[("figures_points", Some(ALL)), ("figures_products", None)]);
        let most = self.stats.points.iter().map(|(_, points)| points.points).max().unwrap_or(0);
        for (id, points) in &self.stats.points {
            let (label, url) = self.province(*id);
            let cells = vec![scribe.number(points.points), scribe.number(points.products)];
            let bar = Some(bar(&[(ALL, points.points as u64)], most as u64));
            panel.rows.push(Row { url, bar, ..Row::new(label, cells) });
        }
        panel
    }
}
