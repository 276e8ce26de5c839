//! Finds the heading of a table by its words, whatever stands above it.

use std::collections::BTreeMap;

use super::map::Map;
use super::role::{Role, plain};
use crate::office::book::{Sheet, letters};

/// Where the table begins and what its columns hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// First row below the heading, counted from 0.
    pub first: usize,
    /// Rows of the heading.
    pub rows: std::ops::Range<usize>,
    pub columns: BTreeMap<Role, usize>,
    /// Columns with a heading that means nothing to the program: name and heading.
    pub unknown: Vec<(usize, String)>,
}

/// Rows in which a heading is looked for.
const SEARCHED: usize = 40;

/// `None` when no row names a product and something else.
///
/// # Errors
/// When `MAP.toml` names a column that the sheet does not have.
pub fn find(sheet: &Sheet, map: &Map) -> anyhow::Result<Option<Header>> {
    let row = match map.header {
        Some(row) => row.saturating_sub(1),
        None => match best_row(sheet) {
            Some(row) => row,
            None if map.columns.contains_key(&Role::Name) => 0,
            None => return Ok(None),
        },
    };
    let rows = block(sheet, row);
    let mut columns: BTreeMap<Role, (usize, usize)> = BTreeMap::new();
    let mut unknown = Vec::new();
    let ignored = |column: usize, heading: &str| {
        map.ignore.iter().any(|name| *name == letters(column) || plain(name) == plain(heading))
    };
    for column in 0..sheet.width() {
        let heading = heading(sheet, &rows, column);
        if heading.is_empty() || ignored(column, &heading) {
            continue;
        }
        let words = rows.clone().rev().find(|row| !counts_columns(sheet, *row));
        let lowest = words.map_or("", |row| sheet.cell(row, column));
        // The lowest row says it most exactly; what stands above it may say it for several columns.
        let Some((role, score)) = Role::of(lowest).or_else(|| Role::of(&heading)) else {
            unknown.push((column, heading));
            continue;
        };
        match columns.get(&role) {
            Some((_, known)) if *known >= score => unknown.push((column, heading)),
            Some((other, _)) => {
                let other = *other;
                unknown.push((other, self::heading(sheet, &rows, other)));
                columns.insert(role, (column, score));
            }
            None => drop(columns.insert(role, (column, score))),
        }
    }
    let mut columns: BTreeMap<Role, usize> = columns.into_iter().map(|(role, (column, _))| (role, column)).collect();
    for (role, name) in &map.columns {
        let found = (0..sheet.width())
            .find(|column| letters(*column) == *name || plain(&heading(sheet, &rows, *column)) == plain(name));
        let Some(column) = found else {
            anyhow::bail!(
                "the map says that {} is in the column `{name}`, but the sheet `{}` has none",
                role.key(),
                sheet.name
            );
        };
        columns.retain(|_, known| *known != column);
        unknown.retain(|(known, _)| *known != column);
        columns.insert(*role, column);
    }
    let names_products = columns.contains_key(&Role::Name) || columns.contains_key(&Role::NameEn);
    Ok(names_products.then_some(Header { first: rows.end, rows, columns, unknown }))
}

/// The row with the most headings, if it has one for products and at least one more.
fn best_row(sheet: &Sheet) -> Option<usize> {
    let score = |row: usize| {
        let mut roles: Vec<Role> = Vec::new();
        let mut before = "";
        for column in 0..sheet.width() {
            let cell = sheet.cell(row, column);
            // A merged title repeats itself.
            if cell != before
                && let Some((role, fit)) = Role::of(cell)
                && fit > 100
                && !roles.contains(&role)
            {
                roles.push(role);
            }
            before = cell;
        }
        let has_name = roles.contains(&Role::Name) || roles.contains(&Role::NameEn);
        if has_name { roles.len() } else { 0 }
    };
    let rows = 0..sheet.rows.len().min(SEARCHED);
    let best = rows.map(|row| (score(row), std::cmp::Reverse(row))).max()?;
    (best.0 >= 2).then_some(best.1.0)
}

/// The rows of a heading that has more than one: those above that are merged with it or divided by it, those below
/// that repeat its merged cells, and a row that counts the columns.
fn block(sheet: &Sheet, row: usize) -> std::ops::Range<usize> {
    let own = |row: usize| {
        (0..sheet.width()).filter(|column| Role::of(sheet.cell(row, *column)).is_some_and(|(_, fit)| fit > 100)).count()
    };
    let shares = |a: usize, b: usize| {
        (0..sheet.width())
            .any(|column| !sheet.cell(a, column).is_empty() && sheet.cell(a, column) == sheet.cell(b, column))
    };
    let mut start = row;
    while start > 0 && shares(start - 1, row) && own(start - 1) >= 2 {
        start -= 1;
    }
    let mut end = row + 1;
    while end < sheet.rows.len() && ((shares(row, end) && own(end) >= 2) || counts_columns(sheet, end)) {
        end += 1;
    }
    start..end
}

/// `(1) (2) (3)` or `A B 1 2`.
fn counts_columns(sheet: &Sheet, row: usize) -> bool {
    let cells: Vec<&str> =
        (0..sheet.width()).map(|column| sheet.cell(row, column)).filter(|cell| !cell.is_empty()).collect();
    let counts = |cell: &&str| {
        let inner = cell.trim_matches(['(', ')', '[', ']']);
        inner.len() <= 2 && !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    };
    cells.len() >= 3 && cells.iter().all(counts)
}

/// All that stands above a column, each text once.
fn heading(sheet: &Sheet, rows: &std::ops::Range<usize>, column: usize) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for row in rows.clone() {
        let text = sheet.cell(row, column);
        if !text.is_empty() && !texts.contains(&text) && !counts_columns(sheet, row) {
            texts.push(text);
        }
    }
    texts.join(" ")
}
