//! Looks into a workbook before it is opened: the reader of workbooks trusts what a file says about its own size.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, bail};
use quick_xml::Reader;
use quick_xml::events::Event;

/// Unpacked, a list of fifty thousand products has about 100 MB; a small file can be made to unpack without end.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;

const MOST_PARTS: usize = 10_000;

/// Texts that a workbook may say it has; the reader makes room for them before it sees the first.
const MOST_TEXTS: u64 = 10_000_000;

/// Makes sure that a workbook (a ZIP archive) can be opened with a bounded memory.
///
/// # Errors
/// When it cannot, or is no archive.
pub fn check(path: &Path) -> anyhow::Result<()> {
    let shown = path.display();
    let failed = || format!("cannot read {shown}");
    let mut file = BufReader::new(File::open(path).with_context(failed)?);
    // The reader of workbooks goes by the beginning, that of archives by the end.
    if file.fill_buf().with_context(failed)?.starts_with(super::compound::SIGNATURE) {
        bail!(
            "{shown} is protected with a password, or it is an old workbook under a new name; open it and save it as .xlsx without a password"
        );
    }
    let mut archive = zip::ZipArchive::new(file).with_context(failed)?;
    if archive.len() > MOST_PARTS {
        bail!("{shown} has more parts than any workbook: {}", archive.len());
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).with_context(failed)?;
        let has_texts = part.name().with_context(failed)?.to_lowercase().ends_with("sharedstrings.xml");
        // What the archive says about the size is not believed.
        let mut unpacked = BufReader::new(part.by_ref().take(left + 1));
        let mut read = 0;
        if has_texts {
            let mut texts = Vec::new();
            read += unpacked.by_ref().take(HEAD).read_to_end(&mut texts).with_context(failed)? as u64;
            if said(&texts[..]).is_some_and(|count| count > MOST_TEXTS) {
                bail!("{shown} is damaged: it says that it has more texts than any workbook");
            }
        }
        read += std::io::copy(&mut unpacked, &mut std::io::sink()).with_context(failed)?;
        left = left
            .checked_sub(read)
            .with_context(|| format!("{shown} becomes larger than any list when it is unpacked"))?;
    }
    Ok(())
}

/// The number of texts stands in the first element.
const HEAD: u64 = 64 * 1024;

/// How many texts a part says it has; the largest number where the beginning does not tell.
fn said(head: impl BufRead) -> Option<u64> {
    let mut reader = Reader::from_reader(head);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let mut attributes = element.attributes();
                let attributes = attributes.with_checks(false).flatten();
                let counts = attributes.filter(|attribute| attribute.key.local_name().as_ref() == "uniqueCount");
                return counts.map(|attribute| attribute.value.parse().unwrap_or(0)).max();
            }
            // A beginning without an element is no part of a workbook that any program wrote.
            Ok(Event::Eof) | Err(_) => return Some(u64::MAX),
            Ok(_) => {}
        }
    }
}
