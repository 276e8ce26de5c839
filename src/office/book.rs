//! Tables as offices keep them: workbooks and text files with separators, as rows of cleaned text.

mod archive;
mod compound;
mod guard;
mod spans;

use std::fs::File;
use std::io::{BufReader, Cursor};
use std::path::Path;

use anyhow::{Context, bail};
use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Reader as _, Xls, Xlsx, open_workbook};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1258};

use guard::guarded;

use super::export::FORMULA;
use crate::model::clean;

/// More than any list of products has; a damaged or hostile file may claim a thousand million cells.
const MOST_ROWS: usize = 200_000;
const MOST_COLUMNS: usize = 300;
const MOST_BYTES: u64 = 100 * 1024 * 1024;
/// Cells of a sheet, empty ones between others among them.
const MOST_CELLS: usize = 5_000_000;

/// One sheet. Cells that are merged all hold the text of the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<String>>,
    /// Cells in all rows.
    cells: usize,
}

impl Sheet {
    fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// The text of a cell, empty outside of the table; rows and columns count from 0.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    fn put(&mut self, row: usize, column: usize, text: String) -> anyhow::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            bail!("the sheet `{}` has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns", self.name);
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            self.cells += column + 1 - cells.len();
            if self.cells > MOST_CELLS {
                bail!("the sheet `{}` has more than {MOST_CELLS} cells", self.name);
            }
            cells.resize_with(column + 1, String::new);
        }
        cells[column] = text;
        Ok(())
    }

    /// Copies the text of the first cell of each area into its empty cells.
    fn merge(&mut self, areas: &[Dimensions]) -> anyhow::Result<()> {
        let (height, width) = (self.rows.len(), self.width());
        let mut looked_at = 0;
        for area in areas {
            let (top, left) = (area.start.0 as usize, area.start.1 as usize);
            let (bottom, right) = ((area.end.0 as usize + 1).min(height), (area.end.1 as usize + 1).min(width));
            // Areas do not overlap, so all of them together are no larger than the sheet.
            looked_at += bottom.saturating_sub(top) * right.saturating_sub(left);
            if looked_at > MOST_CELLS {
                bail!("the sheet `{}` merges more than {MOST_CELLS} cells", self.name);
            }
            let text = self.cell(top, left).to_owned();
            for row in top..bottom {
                for column in left..right {
                    if self.cell(row, column).is_empty() {
                        self.put(row, column, text.clone())?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The name of a cell as a spreadsheet shows it: `C12`.
#[must_use]
pub fn address(row: usize, column: usize) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// `A`, `B` … `Z`, `AA`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut rest = column;
    let mut out = Vec::new();
    loop {
        out.push(b'A' + u8::try_from(rest % 26).expect("below 26"));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    out.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// Reads all sheets of a file.
///
/// # Errors
/// When the file cannot be read, is no table, or is larger than any list.
pub fn read(path: &Path) -> anyhow::Result<Vec<Sheet>> {
    let shown = path.display();
    let bytes = std::fs::metadata(path).with_context(|| format!("cannot read {shown}"))?.len();
    if bytes > MOST_BYTES {
        bail!("{shown} is larger than any list of products: {} MB", bytes / 1_000_000);
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "xlsx" | "xlsm" => archive::check(path).and_then(|()| xlsx(path)),
        "xls" => xls(path),
        "ods" => ods(path),
        "csv" | "tsv" | "txt" => {
            let bytes = std::fs::read(path).with_context(|| format!("cannot read {shown}"))?;
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            Ok(vec![separated(name, &decode(&bytes))?])
        }
        _ => bail!("{shown} is not a list that can be read: it must end with .xlsx, .xls, .ods or .csv"),
    }
}

/// Cell by cell: a dense table of the claimed size could be larger than any memory.
fn xlsx(path: &Path) -> anyhow::Result<Vec<Sheet>> {
    let mut book: Xlsx<BufReader<File>> = guarded(|| open_workbook(path)).with_context(|| unread(path))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut sheet = Sheet::new(name.clone());
        let failed = || unread_sheet(path, &name);
        // A sheet that only holds a chart has no cells.
        if let Ok(mut cells) = guarded(|| book.worksheet_cells_reader(&name)) {
            while let Some(cell) = guarded(|| cells.next_cell()).with_context(failed)? {
                let (row, column) = cell.get_position();
                let text = match cell.get_value() {
                    DataRef::SharedString(text) => tidy(text),
                    other => words(&Data::from(other.clone())),
                };
                sheet.put(row as usize, column as usize, text)?;
            }
        }
        // A chart sheet again.
        sheet.merge(&guarded(|| book.merge_cells_by_sheet_name(&name)).unwrap_or_default())?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn xls(path: &Path) -> anyhow::Result<Vec<Sheet>> {
    let bytes = std::fs::read(path).with_context(|| unread(path))?;
    compound::check(&bytes).with_context(|| unread(path))?;
    let mut book = guarded(|| Xls::new(Cursor::new(bytes))).with_context(|| unread(path))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = guarded(|| book.worksheet_range(&name)).with_context(|| unread_sheet(path, &name))?;
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        sheets.push(sheet(name, &range, &merged)?);
    }
    Ok(sheets)
}

fn ods(path: &Path) -> anyhow::Result<Vec<Sheet>> {
    archive::check(path)?;
    let merged = spans::of(path)?;
    let mut book: Ods<BufReader<File>> = guarded(|| open_workbook(path)).with_context(|| unread(path))?;
    let mut sheets = Vec::new();
    for (index, name) in book.sheet_names().into_iter().enumerate() {
        let range = guarded(|| book.worksheet_range(&name)).with_context(|| unread_sheet(path, &name))?;
        sheets.push(sheet(name, &range, merged.get(index).map_or(&[], Vec::as_slice))?);
    }
    Ok(sheets)
}

fn unread(path: &Path) -> String {
    format!("cannot read {}", path.display())
}

fn unread_sheet(path: &Path, name: &str) -> String {
    format!("cannot read {}, sheet {name}", path.display())
}

fn sheet(name: String, range: &calamine::Range<Data>, merged: &[Dimensions]) -> anyhow::Result<Sheet> {
    let mut sheet = Sheet::new(name);
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        sheet.put(top as usize + row, left as usize + column, words(cell))?;
    }
    sheet.merge(merged)?;
    Ok(sheet)
}

/// A value as it would be typed; dates year first.
fn words(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) => tidy(text),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(moment) => date(moment),
        Data::DateTimeIso(text) => text.chars().take(10).collect(),
        Data::DurationIso(text) => text.clone(),
    }
}

fn date(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Cleaned, blanks made one; lines stay apart.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    clean(&text).0
}

/// Text of a file: a mark at its beginning or zero bytes tell UTF-16, then UTF-8; what is neither is from an old
/// Vietnamese Windows.
fn decode(bytes: &[u8]) -> String {
    let (encoding, skip) = Encoding::for_bom(bytes).unwrap_or_else(|| {
        let zeros = |odd: usize| bytes.iter().take(200).skip(odd).step_by(2).filter(|byte| **byte == 0).count();
        let encoding = match (zeros(0), zeros(1)) {
            (0, 0) if std::str::from_utf8(bytes).is_ok() => UTF_8,
            (0, 0) => WINDOWS_1258,
            (even, odd) if even > odd => UTF_16BE,
            _ => UTF_16LE,
        };
        (encoding, 0)
    });
    encoding.decode_without_bom_handling(&bytes[skip..]).0.into_owned()
}

fn separated(name: String, text: &str) -> anyhow::Result<Sheet> {
    // Excel writes the separator into a first line of its own where it is not the usual one.
    let (given, text) = match text.strip_prefix("sep=") {
        Some(rest) => (rest.bytes().next(), rest.split_once('\n').map_or("", |(_, rest)| rest)),
        None => (None, text),
    };
    let delimiter = given.unwrap_or_else(|| delimiter(text));
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut sheet = Sheet::new(name);
    for (row, record) in reader.records().enumerate() {
        let record = record.context("the text between separators cannot be read")?;
        for (column, text) in record.iter().enumerate() {
            // An export puts the mark before texts that a spreadsheet would run as formulas.
            let text = text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(text);
            sheet.put(row, column, tidy(text))?;
        }
        if sheet.rows.len() <= row {
            sheet.rows.resize_with(row + 1, Vec::new);
        }
    }
    Ok(sheet)
}

/// The sign that stands most often outside of quotes in the first lines.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes().take(20_000) {
        if byte == b'"' {
            quoted = !quoted;
        } else if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte && !quoted) {
            *count += 1;
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "STT;Tên sản phẩm;Chủ thể\r\n1;Miến dong, loại 1;\"HTX \"\"Tài Hoan\"\"\"\r\n\r\n2;Chè Ðinh;HTX Hảo Đạt\r\n";

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        separated("a".into(), &decode(bytes)).expect("a table").rows
    }

    #[test]
    fn text_files_are_read_in_every_encoding_that_offices_use() {
        let expected = rows(TEXT.as_bytes());
        assert_eq!(expected[1], ["1", "Miến dong, loại 1", "HTX \"Tài Hoan\""]);
        assert_eq!(expected[2][1], "Chè Đinh", "Eth is repaired");
        let with_mark = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
        assert_eq!(rows(&with_mark), expected);
        for big in [false, true] {
            let units = TEXT.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
            let bytes: Vec<u8> = units.collect();
            let mark: &[u8] = if big { b"\xfe\xff" } else { b"\xff\xfe" };
            assert_eq!(rows(&[mark, &bytes].concat()), expected);
            assert_eq!(rows(&bytes), expected, "without a mark");
        }
        // Windows-1258 writes tones as signs of their own.
        let old = b"STT\tT\xean s\xe1\xd2n ph\xe2\xd2m\n1\tMi\xea\xecn dong\n";
        let old: Vec<u8> = old.to_vec();
        assert_eq!(rows(&old)[1][1], "Miến dong");
    }

    #[test]
    fn the_separator_is_found_even_among_commas_in_the_text() {
        for (sign, shown) in [(",", b','), (";", b';'), ("\t", b'\t')] {
            let text = format!("a{sign}b{sign}c\n\"x,y;z\"{sign}1{sign}2\n");
            assert_eq!(delimiter(&text), shown);
        }
        assert_eq!(rows(b"sep=;\na;b,c\n")[0], ["a", "b,c"]);
    }

    #[test]
    fn cells_are_named_as_in_a_spreadsheet() {
        assert_eq!(address(11, 2), "C12");
        assert_eq!(
            [letters(25), letters(26), letters(51), letters(52), letters(701), letters(702)],
            ["Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }
}
