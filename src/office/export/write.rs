//! Tables as bytes of each format.

use anyhow::Context;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::{Map, Value as Json, json};

use super::{Cell, Table};
use crate::model::PartialDate;

/// A workbook: one sheet for each table, the heading frozen, filters on, numbers and days as such. Texts are written
/// as texts, so none of them can be a formula.
///
/// # Errors
/// When a table is larger than a sheet.
pub fn xlsx(tables: &[Table]) -> anyhow::Result<Vec<u8>> {
    let mut book = Workbook::new();
    // The same workbook for the same catalogue, byte for byte.
    let never = ExcelDateTime::from_ymd(2020, 1, 1).context("a day of the calendar")?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&never));
    let bold = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let money = Format::new().set_num_format("#,##0");
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(table.name)?.set_freeze_panes(1, 0)?;
        for (column, heading) in table.columns.iter().enumerate() {
            sheet.write_string_with_format(0, column as u16, *heading, &bold)?;
        }
        for (index, cells) in table.rows.iter().enumerate() {
            let row = u32::try_from(index + 1).context("too many rows for a sheet")?;
            for (column, cell) in cells.iter().enumerate() {
                put(sheet, row, column as u16, cell, &day, &money)?;
            }
        }
        let (last_row, last_column) =
            (u32::try_from(table.rows.len()).unwrap_or(0), table.columns.len().saturating_sub(1) as u16);
        sheet.autofilter(0, 0, last_row, last_column)?;
        sheet.set_autofit_max_width(320).autofit();
    }
    book.save_to_buffer().context("the workbook cannot be made")
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, day: &Format, money: &Format) -> anyhow::Result<()> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            // More does not fit into a cell.
            sheet.write_string(row, column, text.chars().take(32_000).collect::<String>())?;
        }
        Cell::Whole(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Cell::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        Cell::Money(amount) => {
            sheet.write_number_with_format(row, column, *amount as f64, money)?;
        }
        Cell::Date(PartialDate::Day(date)) => {
            let (year, month) = (date.year().unsigned_abs(), date.month().unsigned_abs());
            let date =
                ExcelDateTime::from_ymd(year, month, date.day().unsigned_abs()).context("a day of the calendar")?;
            sheet.write_datetime_with_format(row, column, &date, day)?;
        }
        Cell::Date(PartialDate::Year(year)) => {
            sheet.write_number(row, column, f64::from(*year))?;
        }
        Cell::Date(month @ PartialDate::Month(..)) => {
            sheet.write_string(row, column, month.to_string())?;
        }
    }
    Ok(())
}

/// Text with commas and a mark at its beginning, so that Excel shows it right.
///
/// # Errors
/// Never for what this program makes.
pub fn csv(table: &Table) -> anyhow::Result<Vec<u8>> {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    {
        let mut out = csv::Writer::from_writer(&mut bytes);
        out.write_record(&table.columns)?;
        for row in &table.rows {
            out.write_record(row.iter().map(text))?;
        }
        out.flush()?;
    }
    Ok(bytes)
}

/// Signs that begin a formula. The wide ones do where the language of the spreadsheet is Japanese or Chinese.
pub const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A spreadsheet takes a text that begins with these signs for a formula and runs it; a mark before it prevents that.
/// An import takes the mark off again.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) if text.starts_with(FORMULA) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) | Cell::Money(number) => number.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    }
}

/// One object for each row, by kind of record.
///
/// # Errors
/// Never for what this program makes.
pub fn json(tables: &[Table]) -> anyhow::Result<Vec<u8>> {
    let value = |cell: &Cell| match cell {
        Cell::Empty => Json::Null,
        Cell::Text(text) => json!(text),
        Cell::Whole(number) | Cell::Money(number) => json!(number),
        Cell::Number(number) => json!(number),
        Cell::Date(date) => json!(date.to_string()),
    };
    let key = |heading: &str| heading.to_lowercase().replace(['(', ')'], "").replace([' ', '-'], "_");
    let mut all = Map::new();
    for table in tables {
        let rows = table.rows.iter().map(|cells| {
            let pairs = table.columns.iter().zip(cells).filter(|(_, cell)| **cell != Cell::Empty);
            Json::Object(pairs.map(|(heading, cell)| (key(heading), value(cell))).collect())
        });
        all.insert(key(table.name), Json::Array(rows.collect()));
    }
    let mut bytes = serde_json::to_vec_pretty(&Json::Object(all)).context("tables are plain data")?;
    bytes.push(b'\n');
    Ok(bytes)
}
