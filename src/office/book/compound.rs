//! Looks into an `.xls` before it is opened: the reader of workbooks follows chains that never end, and makes room for
//! every cell between the first and the last.
//!
//! Such a file is a small file system (a compound file) whose stream `Workbook` holds records, each with kind and length.

use anyhow::{Context, bail, ensure};

use super::MOST_CELLS;

pub const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Numbers of sectors from here on are signs.
const FIRST_SIGN: u32 = 0xffff_fffa;
const END: u32 = 0xffff_fffe;

/// Cells of a sheet of this kind. A sheet that was coloured to its end claims all of them; room alone costs nothing.
const MOST_CLAIMED: u64 = 65_536 * 256;

/// Streams below this size lie in small sectors.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// Makes sure that a workbook can be opened in bounded time and memory.
///
/// # Errors
/// When it cannot, or is no such file.
pub fn check(bytes: &[u8]) -> anyhow::Result<()> {
    let stream = workbook(bytes).context("it is damaged")?;
    let mut cells = 0;
    let mut read = 0;
    for position in sheets(&stream)? {
        let records = stream.get(position..).context("it is damaged: a sheet begins behind the end")?;
        let (room, length) = sheet(records)?;
        cells += room;
        read += length;
        ensure!(
            cells <= MOST_CELLS as u64,
            "it has more than {MOST_CELLS} cells, empty ones between others among them"
        );
        ensure!(read <= stream.len(), "it is damaged: sheets lie in each other");
    }
    Ok(())
}

/// The stream that holds the records.
fn workbook(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    ensure!(bytes.starts_with(SIGNATURE) && bytes.len() >= 512, "it does not begin as a workbook");
    let size = match short(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => bail!("its sectors have a size that does not exist"),
    };
    let sector = |id: u32| {
        let begin = (id as usize + 1).saturating_mul(size);
        bytes.get(begin..bytes.len().min(begin.saturating_add(size))).context("a sector lies behind the end")
    };
    let mut tables: Vec<u32> = longs(&bytes[76..512]).collect();
    let mut next = long(bytes, 68)?;
    let mut seen = 0;
    while next < FIRST_SIGN {
        seen += size;
        ensure!(seen <= bytes.len(), "a chain of sectors never ends");
        tables.extend(longs(sector(next)?));
        next = tables.pop().context("a chain of sectors breaks off")?;
    }
    tables.retain(|id| *id < FIRST_SIGN);
    ensure!(tables.len() <= bytes.len() / size, "its table of sectors is larger than itself");
    let mut table = Vec::new();
    for id in tables {
        table.extend(longs(sector(id)?));
    }

    let entries = chain(long(bytes, 48)?, &table, usize::MAX, &sector)?;
    let entries: Vec<&[u8]> = entries.chunks_exact(128).collect();
    let root = entries.first().context("it has no list of its streams")?;
    let length = |entry: &[u8]| long(entry, 120).map(|length| length as usize);
    let (mut small, mut small_table) = (Vec::new(), Vec::new());
    if long(bytes, 64)? > 0 {
        small = chain(long(root, 116)?, &table, length(root)?, &sector)?;
        let most = (long(bytes, 64)? as usize).saturating_mul(size);
        small_table = longs(&chain(long(bytes, 60)?, &table, most, &sector)?).collect();
    }
    let small_sector = |id: u32| {
        let begin = (id as usize).saturating_mul(SMALL_SECTOR);
        small.get(begin..small.len().min(begin.saturating_add(SMALL_SECTOR))).context("a sector lies behind the end")
    };
    let found = ["Workbook", "Book"]
        .iter()
        .find_map(|wanted| entries.iter().find(|entry| name(entry).eq_ignore_ascii_case(wanted)))
        .context("it holds no workbook")?;
    let (begin, length) = (long(found, 116)?, length(found)?);
    if length < SMALL {
        chain(begin, &small_table, length, &small_sector)
    } else {
        chain(begin, &table, length, &sector)
    }
}

/// The bytes of a chain of sectors, at most so many.
fn chain<'b>(
    begin: u32,
    table: &[u32],
    most: usize,
    sector: &impl Fn(u32) -> anyhow::Result<&'b [u8]>,
) -> anyhow::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut id = begin;
    let mut sectors = 0;
    while id != END {
        sectors += 1;
        ensure!(sectors <= table.len() + 1, "a chain of sectors never ends");
        let bytes = sector(id)?;
        out.extend_from_slice(&bytes[..bytes.len().min(most - out.len())]);
        if out.len() >= most {
            break;
        }
        id = *table.get(id as usize).context("a chain of sectors breaks off")?;
    }
    Ok(out)
}

/// The name of an entry in the list of streams, up to the first zero.
fn name(entry: &[u8]) -> String {
    let units = entry[..64].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}

/// Kind and content of each record, with what it takes, until there is no whole one.
fn records(mut rest: &[u8]) -> impl Iterator<Item = (u16, &[u8], usize)> {
    std::iter::from_fn(move || {
        let length = usize::from(short(rest, 2).ok()?);
        let record = rest.get(4..4 + length)?;
        let kind = short(rest, 0).ok()?;
        rest = &rest[4 + length..];
        Some((kind, record, 4 + length))
    })
}

const END_OF_PART: u16 = 0x000a;
const BEGIN_OF_PART: u16 = 0x0809;
const SHEET: u16 = 0x0085;
const SIZE: u16 = 0x0200;
const SEVERAL_NUMBERS: u16 = 0x00bd;
/// Formula, text, number, error and so on: row and column come first.
const CELLS: [u16; 8] = [0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];

/// Where the sheets begin.
fn sheets(stream: &[u8]) -> anyhow::Result<Vec<usize>> {
    let own = records(stream).take_while(|(kind, ..)| *kind != END_OF_PART);
    own.filter(|(kind, ..)| *kind == SHEET).map(|(_, record, _)| Ok(long(record, 0)? as usize)).collect()
}

/// How many cells the reader of workbooks makes room for, and how many bytes the sheet takes.
fn sheet(stream: &[u8]) -> anyhow::Result<(u64, usize)> {
    let mut corners: Option<[u32; 4]> = None;
    let mut read = 0;
    // Charts in the sheet are parts of their own.
    let mut parts = 0;
    for (kind, record, length) in records(stream) {
        read += length;
        match kind {
            BEGIN_OF_PART => parts += 1,
            END_OF_PART if parts <= 1 => break,
            END_OF_PART => parts -= 1,
            SIZE => {
                let [top, bottom, left, right] = size(record)?;
                // As the reader of workbooks does with columns that cannot be.
                let left = if left > 0xff || right < left { 0 } else { left };
                let rows = if right == 0 { Some(0) } else { bottom.checked_sub(top) };
                let fits = |rows| bottom == 0 || u64::from(rows) * u64::from(right - left) <= MOST_CLAIMED;
                ensure!(rows.is_some_and(fits), "it is damaged: it says that a sheet is larger than a sheet can be");
            }
            kind if CELLS.contains(&kind) => {
                let (row, left) = (u32::from(short(record, 0)?), u32::from(short(record, 2)?));
                let right = if kind == SEVERAL_NUMBERS && record.len() > 6 {
                    u32::from(short(record, record.len() - 2)?)
                } else {
                    left
                };
                let [top, bottom, first, last] = corners.unwrap_or([row, row, left, right]);
                corners = Some([top.min(row), bottom.max(row), first.min(left), last.max(left).max(right)]);
            }
            _ => {}
        }
    }
    let room = |[top, bottom, left, right]: [u32; 4]| u64::from(bottom - top + 1) * u64::from(right - left + 1);
    Ok((corners.map_or(0, room), read))
}

/// First row, row after the last, the same of columns, as the sheet says; in the older form or the newer.
fn size(record: &[u8]) -> anyhow::Result<[u32; 4]> {
    let at = |at| short(record, at).map(u32::from);
    match record.len() {
        10 => Ok([at(0)?, at(2)?, at(4)?, at(6)?]),
        14 | 16 => Ok([long(record, 0)?, long(record, 4)?, at(8)?, at(10)?]),
        // Nobody makes room for it.
        _ => Ok([0; 4]),
    }
}

fn short(bytes: &[u8], at: usize) -> anyhow::Result<u16> {
    let found = bytes.get(at..at + 2).context("it breaks off")?;
    Ok(u16::from_le_bytes([found[0], found[1]]))
}

fn long(bytes: &[u8], at: usize) -> anyhow::Result<u32> {
    Ok(u32::from(short(bytes, at)?) | u32::from(short(bytes, at + 2)?) << 16)
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
