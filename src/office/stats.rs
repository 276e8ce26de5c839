//! Figures of the catalogue on its day, each counted from the records.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{Catalogue, Standing};

/// A figure has a name and rows; the rows of one table add up to the products, or to what the name says.
pub type Figure = (&'static str, Vec<(String, usize)>);

/// Rule: only certainly valid certificates count as stars (docs/domain.md, "Stars"); a product counts under the
/// province of today.
#[must_use]
pub fn figures(catalogue: &Catalogue) -> Vec<Figure> {
    let mut status: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut stars, mut groups, mut provinces, mut makers, mut years) =
        (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let add = |map: &mut BTreeMap<String, usize>, key: String| *map.entry(key).or_default() += 1;
    for (id, product) in catalogue.products.iter() {
        let word = match catalogue.standing(id).map(|(_, standing)| standing) {
            None => "no certificate",
            Some(Standing::Valid { .. }) => "valid",
            Some(Standing::Expiring { .. }) => "ends within 90 days",
            Some(Standing::Expired { .. }) => "expired",
            Some(Standing::Withdrawn { .. }) => "withdrawn",
            Some(Standing::Unknown) => "not known",
        };
        *status.entry(word).or_default() += 1;
        match catalogue.current_stars(id) {
            0 => {}
            count => add(&mut stars, count.to_string()),
        }
        let group = *catalogue.group_line(product.group).last().expect("a group lies in its own line");
        add(&mut groups, catalogue.groups[group].id.clone());
        let places = catalogue.places_of(product.place, &product.present);
        let today = places.iter().rev().find(|place| {
            catalogue.places[**place].kind.depth() == 0 && !catalogue.places[**place].is_former(catalogue.today())
        });
        let province =
            today.map_or("not known", |place| catalogue.places[*place].name.all().next().unwrap_or_default());
        add(&mut provinces, province.to_owned());
        add(&mut makers, catalogue.producers[product.producer].kind.name().to_owned());
        for certification in &product.certifications {
            if let crate::model::Dated::On(date) = certification.dated {
                add(&mut years, date.year().to_string());
            }
        }
    }
    let rows = |map: BTreeMap<String, usize>| map.into_iter().collect::<Vec<_>>();
    let largest = |map: BTreeMap<String, usize>| {
        let mut rows: Vec<(String, usize)> = map.into_iter().collect();
        rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        rows
    };
    let mut stars = rows(stars);
    stars.reverse();
    let overview = vec![
        ("products".to_owned(), catalogue.products.len()),
        ("producers".to_owned(), catalogue.producers.len()),
        ("sales points".to_owned(), catalogue.sales_points.len()),
        ("decisions".to_owned(), catalogue.decisions.len()),
    ];
    vec![
        ("the catalogue", overview),
        ("certificates of today", status.into_iter().map(|(word, count)| (word.to_owned(), count)).collect()),
        ("valid stars", stars),
        ("products by group", largest(groups)),
        ("products by province of today", largest(provinces)),
        ("products by type of producer", largest(makers)),
        ("certificates by year", rows(years)),
    ]
}

/// As a table for the terminal.
#[must_use]
pub fn words(catalogue: &Catalogue) -> String {
    let mut out = format!("as of {}\n", catalogue.today());
    for (name, rows) in figures(catalogue).into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let _ = writeln!(out, "\n{name}");
        for (label, count) in rows {
            let _ = writeln!(out, "  {count:>6}  {label}");
        }
    }
    out
}
