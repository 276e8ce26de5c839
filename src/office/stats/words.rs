//! The figures as a table for the terminal.

use std::fmt::Write as _;

use super::Stats;
use crate::model::{Catalogue, PlaceId, Stars};

/// Tables of the terminal; rows without products are left out.
#[must_use]
pub fn words(catalogue: &Catalogue) -> String {
    let stats = Stats::of(catalogue);
    let province = |id: Option<PlaceId>| {
        id.map_or("not known", |id| catalogue.places[id].name.all().next().unwrap_or_default()).to_owned()
    };
    let standing = |key: &str| match key {
        "expiring" => "ends within 90 days".to_owned(),
        "unknown" => "not known".to_owned(),
        "none" => "no certificate".to_owned(),
        other => other.to_owned(),
    };
    let changes = stats.changes.iter().flat_map(|(year, change)| {
        [("up", change.up), ("same", change.same), ("down", change.down)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(move |(word, count)| (format!("{year} {word}"), count))
    });
    let tables: [(&str, Vec<(String, usize)>); 9] = [
        (
            "the catalogue",
            vec![
                ("products".into(), stats.products),
                ("producers".into(), stats.producers),
                ("sales points".into(), stats.sales_points),
                ("decisions".into(), stats.decisions),
            ],
        ),
        ("certificates of today", some(stats.standings.iter().map(|(key, count)| (standing(key), *count)))),
        (
            "valid stars",
            some(Stars::ALL.iter().zip(stats.stars.stars).map(|(stars, count)| (stars.count().to_string(), count))),
        ),
        (
            "products by group",
            some(stats.groups.iter().map(|(id, held)| (catalogue.groups[*id].id.clone(), held.total()))),
        ),
        ("products by province of today", some(stats.provinces.iter().map(|(id, held)| (province(*id), held.total())))),
        (
            "products by type of producer",
            some(stats.makers.iter().map(|(kind, makers)| (kind.name().to_owned(), makers.products.total()))),
        ),
        (
            "certificates by year",
            some(stats.years.iter().map(|(year, counts)| {
                (year.map_or("not known".to_owned(), |year| year.to_string()), counts.iter().sum())
            })),
        ),
        ("stars at a new certificate", changes.collect()),
        (
            "sales points by province of today",
            some(stats.points.iter().map(|(id, points)| (province(*id), points.points))),
        ),
    ];
    let mut out = format!("as of {}\n", stats.as_of);
    for (name, rows) in tables.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let _ = writeln!(out, "\n{name}");
        for (label, count) in rows {
            let _ = writeln!(out, "  {count:>6}  {label}");
        }
    }
    out
}

fn some(rows: impl Iterator<Item = (String, usize)>) -> Vec<(String, usize)> {
    rows.filter(|(_, count)| *count > 0).collect()
}
