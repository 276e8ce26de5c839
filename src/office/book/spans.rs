//! Merged cells of `.ods` tables, which the reader of workbooks does not tell.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use anyhow::Context;
use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A file may claim to be larger when it is unpacked.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// The merged areas of each sheet, in the order of the file.
///
/// # Errors
/// When the file is no `.ods` table.
pub fn of(path: &Path) -> anyhow::Result<Vec<Vec<Dimensions>>> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("cannot read {shown}"))?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).with_context(|| format!("cannot read {shown}"))?;
    let content = archive.by_name("content.xml").with_context(|| format!("cannot read {shown}"))?;
    areas(BufReader::new(content.take(MOST_BYTES))).with_context(|| format!("cannot read {shown}"))
}

fn areas(content: impl std::io::BufRead) -> anyhow::Result<Vec<Vec<Dimensions>>> {
    let mut reader = Reader::from_reader(content);
    let mut buffer = Vec::new();
    let mut sheets: Vec<Vec<Dimensions>> = Vec::new();
    // Where the next row and the next cell begin.
    let (mut row, mut column, mut repeated) = (0_u32, 0_u32, 1_u32);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer)?;
        let (element, alone) = match &event {
            Event::Eof => return Ok(sheets),
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::End(element) => {
                if element.name().as_ref() == "table:table-row" {
                    row = row.saturating_add(repeated);
                }
                continue;
            }
            _ => continue,
        };
        match element.name().as_ref() {
            "table:table" => {
                sheets.push(Vec::new());
                row = 0;
            }
            "table:table-row" => {
                repeated = number(element, "table:number-rows-repeated");
                column = 0;
                if alone {
                    row = row.saturating_add(repeated);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = number(element, "table:number-rows-spanned");
                let columns = number(element, "table:number-columns-spanned");
                if let Some(sheet) = sheets.last_mut().filter(|_| rows > 1 || columns > 1) {
                    let end = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
                    sheet.push(Dimensions::new((row, column), end));
                }
                column = column.saturating_add(number(element, "table:number-columns-repeated"));
            }
            _ => {}
        }
    }
}

/// A count that is 1 where it is not given.
fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    let given = element.try_get_attribute(name).ok().flatten();
    given.and_then(|given| given.value.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_found_behind_repeated_rows_and_cells() {
        let text = r#"<office:spreadsheet xmlns:table="t">
            <table:table table:name="A">
              <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
              <table:table-row>
                <table:table-cell table:number-columns-repeated="2"/>
                <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>x</text:p></table:table-cell>
                <table:covered-table-cell/>
              </table:table-row>
            </table:table>
            <table:table table:name="B"><table:table-row/><table:table-row><table:table-cell table:number-columns-spanned="4"/></table:table-row></table:table>
          </office:spreadsheet>"#;
        let found = areas(text.as_bytes()).expect("sound");
        assert_eq!(found, [vec![Dimensions::new((3, 2), (4, 3))], vec![Dimensions::new((1, 0), (1, 3))]]);
        assert!(areas("<a><b></a>".as_bytes()).is_err());
    }
}
