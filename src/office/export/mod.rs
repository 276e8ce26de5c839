//! The catalogue as tables: a workbook with a sheet for each kind of record, text for other programs, or JSON.
//!
//! In: the catalogue. Out: bytes. What `ocop import` reads back has the headings it knows. Must not know: the disk.
//! Start at [`tables`]; the kinds of tables are in `products.rs` and `others.rs`.

mod others;
mod products;
mod write;

use crate::model::{Catalogue, PartialDate, Text};

pub use write::{FORMULA, csv, json, xlsx};

/// One kind of record as rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Name of the sheet.
    pub name: &'static str,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<Cell>>,
}

/// A value with its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Whole(i64),
    Number(f64),
    /// Whole đồng.
    Money(i64),
    Date(PartialDate),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    fn maybe<T>(value: Option<T>, cell: impl Fn(T) -> Cell) -> Self {
        value.map_or(Cell::Empty, cell)
    }
}

/// All tables, the products first.
#[must_use]
pub fn tables(catalogue: &Catalogue) -> Vec<Table> {
    let mut tables = vec![products::table(catalogue)];
    tables.extend(others::tables(catalogue));
    tables
}

/// A text in one language; empty where it is not written in that one.
fn in_language(text: &Text, tag: &str, catalogue: &Catalogue) -> Cell {
    let lang = catalogue.site.languages.by_tag(tag);
    lang.filter(|lang| text.get(*lang).lang == *lang).map_or(Cell::Empty, |lang| Cell::text(text.get(lang).text))
}

/// A text in the main language.
fn main(text: &Text, catalogue: &Catalogue) -> Cell {
    Cell::text(text.get(catalogue.site.languages.default_id()).text)
}
