//! What an import understood and did, for the terminal and as a workbook with the remarks beside the rows.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, Workbook};

use super::{Import, Outcome, Why};
use crate::office::book::{address, letters};
use crate::office::store;

/// Rows that are shown one by one; the workbook has all.
const SHOWN: usize = 20;

/// What was understood of the file: where the tables are and what their columns mean.
#[must_use]
pub fn understood(import: &Import) -> String {
    let mut out = String::new();
    for (index, sheet) in import.sheets.iter().enumerate() {
        let Some(header) = &sheet.header else {
            let _ = writeln!(out, "sheet {}: no row names products, passed over", sheet.sheet.name);
            continue;
        };
        let lines = import.rows.iter().filter(|row| row.sheet == index).count();
        let _ = writeln!(out, "sheet {}: heading in row {}, {lines} products", sheet.sheet.name, header.rows.start + 1);
        for (role, column) in &header.columns {
            let heading: Vec<&str> = header.rows.clone().map(|row| sheet.sheet.cell(row, *column)).collect();
            let mut heading: Vec<String> = heading.iter().map(|text| text.replace('\n', " ")).collect();
            heading.dedup();
            let _ = writeln!(out, "  {:<4}{:<15}{}", letters(*column), role.key(), heading.join(" / "));
        }
        for (column, heading) in &header.unknown {
            let _ = writeln!(out, "  {:<4}{:<15}{}", letters(*column), "not used", heading.replace('\n', " "));
        }
    }
    for passed in &import.passed {
        let sheet = &import.sheets[passed.sheet].sheet.name;
        let row = passed.row + 1;
        let _ = match &passed.why {
            Why::Heading(values) => {
                let values: Vec<String> =
                    values.iter().map(|(role, text)| format!("{} = {text}", role.key())).collect();
                writeln!(out, "  row {row} of {sheet} speaks of the rows below: {}", values.join(", "))
            }
            Why::UnknownHeading(text) => {
                writeln!(out, "  row {row} of {sheet} stands alone and was passed over: {}", text.replace('\n', " "))
            }
            Why::Total => writeln!(out, "  row {row} of {sheet} is a sum"),
        };
    }
    out
}

/// What became of the rows.
#[must_use]
pub fn result(import: &Import) -> String {
    let mut out = String::new();
    let count = |wanted: &dyn Fn(&Outcome) -> bool| import.count(wanted);
    let _ = writeln!(
        out,
        "{} rows: {} created, {} joined to another row, {} updated, {} unchanged, {} refused",
        import.rows.len(),
        count(&|outcome| *outcome == Outcome::Created),
        count(&|outcome| *outcome == Outcome::Joined),
        count(&|outcome| *outcome == Outcome::Updated),
        count(&|outcome| *outcome == Outcome::Unchanged),
        count(&|outcome| matches!(outcome, Outcome::Refused { .. })),
    );
    let _ = writeln!(
        out,
        "drafts (rows without stars) {}, new producers {}, new decisions {}, photos {}",
        import.drafts, import.new_producers, import.new_decisions, import.photos
    );
    for row in &import.rows {
        if let Outcome::Refused { column, reason } = &row.outcome {
            let sheet = &import.sheets[row.sheet].sheet.name;
            let _ = writeln!(out, "  refused: {sheet} {}: {reason}", address(row.row, *column));
        }
    }
    let _ = shown(&mut out, "kept as written by hand", import.rows.iter().flat_map(|row| &row.conflicts).cloned());
    let _ = shown(&mut out, "perhaps the same; nothing was joined", import.candidates.iter().cloned());
    let _ = shown(&mut out, "photos", import.photos_left.iter().cloned());
    let remarks = import.rows.iter().filter(|row| !row.remarks.is_empty()).count();
    if remarks > 0 {
        let _ = writeln!(out, "  {remarks} rows have remarks; they stand beside the rows in the report");
    }
    out
}

fn shown(out: &mut String, what: &str, texts: impl Iterator<Item = String>) -> std::fmt::Result {
    let texts: Vec<String> = texts.collect();
    for text in texts.iter().take(SHOWN) {
        writeln!(out, "  {what}: {text}")?;
    }
    if texts.len() > SHOWN {
        writeln!(out, "  {what}: {} more in the report", texts.len() - SHOWN)?;
    }
    Ok(())
}

/// Writes the list again with three columns before it: what became of the row, the id of the product, remarks.
///
/// # Errors
/// When the file cannot be written.
pub fn workbook(import: &Import, path: &Path) -> anyhow::Result<()> {
    let mut book = Workbook::new();
    // The same report for the same list, byte for byte.
    let never = ExcelDateTime::from_ymd(2020, 1, 1).context("a day of the calendar")?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&never));
    let bold = Format::new().set_bold();
    let colour = |outcome: Option<&Outcome>| {
        Format::new().set_background_color(match outcome {
            Some(Outcome::Created | Outcome::Joined) => Color::RGB(0x00E2_F0D9),
            Some(Outcome::Updated) => Color::RGB(0x00DD_EBF7),
            Some(Outcome::Refused { .. }) => Color::RGB(0x00F8_CBAD),
            _ => Color::RGB(0x00FF_FFFF),
        })
    };
    for (index, understood) in import.sheets.iter().enumerate() {
        let sheet = book.add_worksheet();
        sheet.set_name(
            understood
                .sheet
                .name
                .replace(['[', ']', ':', '*', '?', '/', '\\'], " ")
                .chars()
                .take(31)
                .collect::<String>(),
        )?;
        sheet.set_column_width(0, 12)?.set_column_width(1, 10)?.set_column_width(2, 60)?;
        let head = understood.header.as_ref().map_or(0, |header| header.first.saturating_sub(1));
        if let Some(header) = &understood.header {
            sheet.set_freeze_panes(u32::try_from(header.first).unwrap_or(0), 3)?;
        }
        for (column, text) in ["Result", "Product", "Remarks"].iter().enumerate() {
            sheet.write_string_with_format(row_of(head), column as u16, *text, &bold)?;
        }
        for (row, cells) in understood.sheet.rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                // As text, never as a formula.
                sheet.write_string(row_of(row), column as u16 + 3, clipped(text))?;
            }
        }
        let mut by_row: std::collections::BTreeMap<usize, Vec<&super::Row>> = std::collections::BTreeMap::new();
        for row in import.rows.iter().filter(|row| row.sheet == index) {
            by_row.entry(row.row).or_default().push(row);
        }
        for (row, results) in by_row {
            let words: Vec<&str> = results.iter().map(|row| word(&row.outcome)).collect();
            let ids: Vec<&str> = results.iter().filter_map(|row| row.product.as_deref()).collect();
            sheet.write_string_with_format(
                row_of(row),
                0,
                words.join(", "),
                &colour(results.first().map(|row| &row.outcome)),
            )?;
            sheet.write_string(row_of(row), 1, ids.join(", "))?;
            let remarks: Vec<String> = results.iter().flat_map(|row| remarks(row)).collect();
            sheet.write_string(row_of(row), 2, clipped(&remarks.join("; ")))?;
        }
        for passed in import.passed.iter().filter(|passed| passed.sheet == index) {
            let text = match &passed.why {
                Why::Heading(_) => "heading",
                Why::UnknownHeading(_) => "passed over",
                Why::Total => "sum",
            };
            sheet.write_string(row_of(passed.row), 0, text)?;
        }
    }
    if !import.candidates.is_empty() || !import.photos_left.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name("Perhaps the same")?.set_column_width(0, 120)?;
        for (row, text) in import.candidates.iter().chain(&import.photos_left).enumerate() {
            sheet.write_string(row_of(row), 0, clipped(text))?;
        }
    }
    let bytes = book.save_to_buffer().with_context(|| format!("cannot make {}", path.display()))?;
    remove_halves(path.parent().unwrap_or(Path::new("")));
    store::write(path, &bytes)
}

/// Removes what imports that were killed left of their reports, also of other lists in this folder.
fn remove_halves(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with("-report.xlsx.ocop-new")) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Created => "created",
        Outcome::Joined => "joined",
        Outcome::Updated => "updated",
        Outcome::Unchanged => "unchanged",
        Outcome::Refused { .. } => "refused",
    }
}

fn remarks(row: &super::Row) -> Vec<String> {
    let refused = match &row.outcome {
        Outcome::Refused { column, reason } => Some(format!("{}: {reason}", address(row.row, *column))),
        _ => None,
    };
    refused.into_iter().chain(row.conflicts.iter().cloned()).chain(row.remarks.iter().cloned()).collect()
}

fn row_of(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

/// A cell holds 32,767 characters.
fn clipped(text: &str) -> String {
    text.chars().take(32_000).collect()
}
