//! Lists of strangers and for strangers: workbooks made to explode, and texts that a spreadsheet would run.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Duration;

use zip::write::SimpleFileOptions;

use super::{SOON, attacked, bounded};
use crate::site::Site;

/// Begins of texts that some spreadsheet takes for a formula.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

#[test]
fn no_cell_of_an_exported_table_is_a_formula() {
    for sign in SIGNS {
        let site = Site::new(&format!(
            "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"{0}cmd|' /C calc'!A0\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\nvillage = \"{0}1+1\"\nsummary = \"{0}HYPERLINK(1)\"\n",
            match sign {
                '\t' | '\r' | '\n' => format!("\\u{:04x}=", u32::from(sign)),
                other => other.to_string(),
            },
        ));
        check(&site, "cmd|");
    }
    check(&attacked(), "__pwned");
}

#[track_caller]
fn check(site: &Site, wanted: &str) {
    let folder = site.path("bang");
    let output = site.run(&["export", "--format", "csv", "--output", "bang"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut all = String::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.path().is_file())
    {
        all.push_str(&std::fs::read_to_string(entry.path()).expect("a table"));
        look(&std::fs::read(entry.path()).expect("a table"), &entry.path().to_string_lossy());
    }
    assert!(all.contains(wanted), "{all}");
    for (path, bytes) in site.build_anyway().files() {
        if path.ends_with(".csv") {
            look(&bytes, &path);
        }
    }
}

/// Every cell of a table begins as text.
#[track_caller]
fn look(table: &[u8], path: &str) {
    let table = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
    for record in csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table).records() {
        for cell in &record.expect("a table") {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(is_number || !cell.starts_with(SIGNS), "{path}: {cell}");
        }
    }
}

/// A workbook made by hand: names of parts and their bytes; a part may repeat a piece very often.
fn archive(parts: &[(&str, &str, &str, usize, &str)]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, begin, piece, times, end) in parts {
        out.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated))
            .expect("a part");
        out.write_all(begin.as_bytes()).expect("in memory");
        let block = piece.repeat(10_000);
        for _ in 0..times / 10_000 {
            out.write_all(block.as_bytes()).expect("in memory");
        }
        out.write_all(piece.repeat(times % 10_000).as_bytes()).expect("in memory");
        out.write_all(end.as_bytes()).expect("in memory");
    }
    out.finish().expect("an archive").into_inner()
}

/// The parts that make a workbook of one sheet.
fn workbook(sheet: (&str, &str, usize, &str), texts: (&str, &str, usize, &str)) -> Vec<u8> {
    archive(&[
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
            "",
            0,
            "",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            "",
            0,
            "",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "",
            0,
            "",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
            "",
            0,
            "",
        ),
        ("xl/sharedStrings.xml", texts.0, texts.1, texts.2, texts.3),
        ("xl/worksheets/sheet1.xml", sheet.0, sheet.1, sheet.2, sheet.3),
    ])
}

const SHEET: &str = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
const SHEET_END: &str = "</sheetData></worksheet>";
const TEXTS: (&str, &str, usize, &str) = (
    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\" uniqueCount=\"1\"><si><t>x</t></si></sst>",
    "",
    0,
    "",
);

#[track_caller]
fn refused(name: &str, bytes: &[u8], words: &str) {
    let site = Site::new("");
    assert!(bytes.len() < 8_000_000, "{name}: small to send, {} bytes", bytes.len());
    std::fs::write(site.path(name), bytes).expect("write the list");
    let output = bounded(&site, &["import", name], SOON, 700);
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_ne!(output.status.code(), Some(0), "{said}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn workbooks_that_unpack_without_end_are_refused() {
    let sheet = (SHEET, "<row><c><v>1</v></c></row>", 20_000_000, SHEET_END);
    refused("ds.xlsx", &workbook(sheet, TEXTS), "larger than any list when it is unpacked");
    let texts = (
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
        "<si><t>xxxxxxxxxxxxxxxxxxxx</t></si>",
        12_000_000,
        "</sst>",
    );
    refused("ds.xlsx", &workbook((SHEET, "", 0, SHEET_END), texts), "larger than any list when it is unpacked");
}

#[test]
fn workbooks_that_lie_about_their_size_are_refused() {
    for count in ["18446744073709551615", "4294967295", "99999999999999999999999"] {
        let begin = format!(
            "<?xml version=\"1.0\"?><!-- x --><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\" uniqueCount=\"{count}\"><si><t>x</t></si></sst>"
        );
        let site = Site::new("");
        std::fs::write(site.path("ds.xlsx"), workbook((SHEET, "", 0, SHEET_END), (&begin, "", 0, "")))
            .expect("write the list");
        bounded(&site, &["import", "ds.xlsx"], SOON, 300);
    }
    // One text far right in every row, and one far below: a table of the claimed size would be larger than any memory.
    let wide = (SHEET, "<row><c r=\"KN1\" t=\"str\"><v>x</v></c></row>", 0, SHEET_END);
    let mut rows = String::new();
    for row in 1..=20_000 {
        let _ = write!(rows, "<row r=\"{row}\"><c r=\"KN{row}\" t=\"str\"><v>x</v></c></row>");
    }
    refused("ds.xlsx", &workbook((&format!("{SHEET}{rows}"), "", 0, wide.3), TEXTS), "more than 5000000 cells");
    let far = format!("{SHEET}<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row>");
    refused("ds.xlsx", &workbook((&far, "", 0, SHEET_END), TEXTS), "more than 200000 rows");
}

#[test]
fn workbooks_with_elements_in_elements_are_read_in_time() {
    let site = Site::new("");
    let deep = format!("{SHEET}{}", "<row><c><is>".repeat(100_000));
    std::fs::write(site.path("ds.xlsx"), workbook((&deep, "", 0, ""), TEXTS)).expect("write the list");
    bounded(&site, &["import", "ds.xlsx"], SOON, 400);
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let lol = format!("{entities}{SHEET}<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&c;</v></c></row>");
    std::fs::write(site.path("ds.xlsx"), workbook((&lol, "", 0, SHEET_END), TEXTS)).expect("write the list");
    bounded(&site, &["import", "ds.xlsx"], SOON, 400);
    // Ten thousand areas of merged cells, each of them the whole sheet.
    let mut rows = String::new();
    for row in 1..=3_000 {
        let _ = write!(rows, "<row r=\"{row}\"><c r=\"ET{row}\" t=\"str\"><v>x</v></c></row>");
    }
    let merged =
        format!("</sheetData><mergeCells>{}</mergeCells></worksheet>", "<mergeCell ref=\"A1:ET3000\"/>".repeat(10_000));
    refused("ds.xlsx", &workbook((&format!("{SHEET}{rows}"), "", 0, &merged), TEXTS), "merges more than");
}

#[test]
fn open_document_tables_that_repeat_themselves_are_refused() {
    let head = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"A\">";
    let end = "</table:table></office:spreadsheet></office:body></office:document-content>";
    for (piece, times) in [
        (
            "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
            1,
        ),
        (
            "<table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
            100_000,
        ),
    ] {
        let bytes = archive(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "", 0, ""),
            (
                "META-INF/manifest.xml",
                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
                "",
                0,
                "",
            ),
            ("content.xml", head, piece, times, end),
        ]);
        refused("ds.ods", &bytes, "cells");
    }
}

#[test]
fn an_open_document_that_breaks_off_is_refused() {
    let site = Site::new("");
    let bytes = std::fs::read("tests/it/lists/list.ods").expect("a list");
    let mut list = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut content = String::new();
    std::io::Read::read_to_string(&mut list.by_name("content.xml").expect("a part"), &mut content).expect("text");
    // Inside of a row, of a cell and of a text.
    for end in ["</table:table-row>", "</table:table-cell>", "</text:p>"] {
        let cut = &content[..content.find(end).expect("there is one")];
        refused("ds.ods", &open_document(cut), "it breaks off in the middle");
    }
    std::fs::write(site.path("ds.ods"), open_document(&content)).expect("write the list");
    let output = bounded(&site, &["import", "ds.ods", "--dry-run"], SOON, 300);
    assert!(String::from_utf8_lossy(&output.stdout).contains("4 created"), "the whole one is read");
}

fn open_document(content: &str) -> Vec<u8> {
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "", 0, ""),
        ("META-INF/manifest.xml", manifest, "", 0, ""),
        ("content.xml", content, "", 0, ""),
    ])
}

/// The old list, its bytes changed at a place.
fn old_list(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut list = std::fs::read("tests/it/lists/list.xls").expect("a list");
    list[at..at + bytes.len()].copy_from_slice(bytes);
    list
}

/// Where the content of the first record of a kind begins; the list holds its records in one piece.
fn record(kind: u16, length: u16) -> usize {
    let list = old_list(0, &[]);
    let head = [kind.to_le_bytes(), length.to_le_bytes()].concat();
    list.windows(4).position(|four| four == head).expect("a record of this kind") + 4
}

#[test]
fn old_workbooks_that_claim_any_size_are_refused() {
    let claims = record(0x0200, 14);
    let number = record(0x027e, 10);
    for (bytes, words) in [
        // Room for each cell of 4,294,967,295 rows, and a last cell far from the first.
        (old_list(claims + 4, &u32::MAX.to_le_bytes()), "larger than a sheet can be"),
        (old_list(claims, &u32::MAX.to_le_bytes()), "larger than a sheet can be"),
        (old_list(number, &[0xff, 0xff, 0xff, 0xff]), "more than 5000000 cells"),
    ] {
        refused("ds.xls", &bytes, words);
    }
}

#[test]
fn old_workbooks_whose_chains_never_end_are_refused() {
    let list = old_list(0, &[]);
    let long = |at: usize| u32::from_le_bytes(list[at..at + 4].try_into().expect("four bytes")) as usize;
    let table = (long(76) + 1) * 512;
    let streams = long(48);
    let itself = u32::try_from(streams).expect("small").to_le_bytes();
    refused("ds.xls", &old_list(table + 4 * streams, &itself), "a chain of sectors never ends");
    refused("ds.xls", &old_list(48, &[0xff, 0xff, 0xff, 0x7f]), "a sector lies behind the end");
    refused("ds.xls", &old_list(68, &[0, 0, 0, 0]), "cannot read ds.xls");
    // An old workbook to who looks at the beginning, a new one to who looks at the end.
    let both = [old_list(table + 4 * streams, &itself), workbook((SHEET, "", 0, SHEET_END), TEXTS)].concat();
    refused("ds.xlsx", &both, "is protected with a password, or it is an old workbook under a new name");
}

#[test]
fn an_old_workbook_under_a_new_name_is_told() {
    refused("ds.xlsx", &old_list(0, &[]), "open it and save it as .xlsx without a password");
}

#[test]
fn an_old_workbook_with_any_byte_changed_is_read_or_refused() {
    let site = Site::new("");
    let length = old_list(0, &[]).len();
    for at in (0..length).step_by(if std::env::var_os("OCOP_NOISE_SECONDS").is_some() { 1 } else { 97 }) {
        std::fs::write(site.path("ds.xls"), old_list(at, &[0xff])).expect("write the list");
        bounded(&site, &["import", "ds.xls", "--dry-run"], SOON, 300);
    }
}

#[test]
fn lists_of_text_are_read_in_time_whatever_is_in_them() {
    for (name, text) in [
        ("ds.csv", "x".repeat(10_000_000)),
        ("ds.csv", "\"".repeat(10_000_001)),
        ("ds.csv", ",".repeat(1_000_000)),
        ("ds.csv", "\n".repeat(10_000_000)),
        ("ds.csv", "a,b\n".repeat(300_000)),
        ("ds.tsv", "\0\t".repeat(1_000_000)),
        ("ds.csv", format!("STT,Tên sản phẩm,Chủ thể,Số sao\n{}", "1,\u{202e}=cmd,HTX A,3\n".repeat(5_000))),
        ("ds.csv", format!("STT,Tên sản phẩm,Chủ thể,Số sao\n1,{},HTX,3\n", "Trà ".repeat(1_000_000))),
    ] {
        let site = Site::new("");
        site.edit(name, &text);
        bounded(&site, &["import", name], Duration::from_secs(90), 1_500);
    }
}
