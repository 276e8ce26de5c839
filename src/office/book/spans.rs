//! Merged cells of `.ods` tables, which the reader of workbooks does not tell.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, ensure};
use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The reader of workbooks makes room for every cell between the first and the last that hold something.
const MOST_CELLS: u64 = 5_000_000;

/// The merged areas of each sheet, in the order of the file. Called before the workbook is opened: a few bytes may say
/// that a row stands there a million times.
///
/// # Errors
/// When the file is no `.ods` table, or has more cells than any list.
pub fn of(path: &Path) -> anyhow::Result<Vec<Vec<Dimensions>>> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("cannot read {shown}"))?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).with_context(|| format!("cannot read {shown}"))?;
    let content = archive.by_name("content.xml").with_context(|| format!("cannot read {shown}"))?;
    areas(BufReader::new(content)).with_context(|| format!("cannot read {shown}"))
}

fn areas(content: impl std::io::BufRead) -> anyhow::Result<Vec<Vec<Dimensions>>> {
    let mut reader = Reader::from_reader(content);
    let mut buffer = Vec::new();
    let mut sheets: Vec<Vec<Dimensions>> = Vec::new();
    // Where the next row and the next cell begin.
    let (mut row, mut column, mut repeated) = (0_u32, 0_u32, 1_u32);
    let mut room = Room::default();
    // The reader of workbooks looks for the ends of elements for ever.
    let mut open = 0_u32;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer)?;
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            Event::Eof => ensure!(open == 0, "it is damaged: it breaks off in the middle"),
            _ => {}
        }
        let (element, alone) = match &event {
            Event::Eof => return Ok(sheets),
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::End(element) => {
                if element.name().as_ref() == "table:table-row" {
                    row = row.saturating_add(repeated);
                    room.end_row(row)?;
                }
                continue;
            }
            _ => continue,
        };
        match element.name().as_ref() {
            "table:table" => {
                sheets.push(Vec::new());
                row = 0;
                room.end_sheet();
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
                if !alone || element.attributes().flatten().any(|given| given.key.as_ref().starts_with("office:")) {
                    room.filled = column;
                }
            }
            _ => {}
        }
    }
}

/// How many cells the reader of workbooks will make room for.
#[derive(Default)]
struct Room {
    /// Cells of the rows as they are written.
    written: u64,
    /// Cells of the sheets before this one, repeated rows among them.
    before: u64,
    /// Where the last cell that holds something ends, in this row and in the widest.
    filled: u32,
    width: u32,
    /// Where the last row ends that holds something.
    height: u32,
}

impl Room {
    fn end_row(&mut self, row: u32) -> anyhow::Result<()> {
        self.written += u64::from(self.filled);
        if self.filled > 0 {
            self.width = self.width.max(self.filled);
            self.height = row;
        }
        self.filled = 0;
        let most = self.written.max(self.before + self.here());
        ensure!(most <= MOST_CELLS, "it has more than {MOST_CELLS} cells");
        Ok(())
    }

    fn end_sheet(&mut self) {
        self.before += self.here();
        (self.width, self.height) = (0, 0);
    }

    fn here(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
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
        for broken in ["<a><b></a>", "<a><b>", "<a>", "</a>"] {
            assert!(areas(broken.as_bytes()).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_table_that_repeats_itself_without_end_is_refused() {
        let table = |row: &str| format!("<table:table xmlns:table=\"t\">{row}</table:table>");
        let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
        for fine in [
            // Programs end every sheet so.
            format!(
                "<table:table-row>{cell}</table:table-row><table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            ),
            format!(
                "<table:table-row>{cell}<table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>"
            )
            .repeat(1000),
        ] {
            assert!(areas(table(&fine).as_bytes()).is_ok(), "{}", &fine[..200]);
        }
        for bad in [
            format!("<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>", cell.repeat(5)),
            "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell table:number-columns-repeated=\"4294967295\"><text:p>x</text:p></table:table-cell></table:table-row>".to_owned(),
            format!("<table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{cell}</table:table-row>").repeat(400),
            format!("<table:table-row table:number-rows-repeated=\"1000000\"/><table:table-row>{}</table:table-row>", cell.repeat(6)),
        ] {
            assert!(areas(table(&bad).as_bytes()).is_err(), "{}", &bad[..100]);
        }
    }
}
