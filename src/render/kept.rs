//! What a build looked at for each of its pages, so that the next one makes only those anew that would come out otherwise.
//!
//! A page may go on as it is when the ground is the same (the program, the theme, settings, every address, whatever is not
//! noted row by row) and every part that its making looked at has the digest it had then. Nobody has to say what a page
//! depends on: looking at it is what notes it, see [`crate::reads`]. Start at [`Ledger`].

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::model::{PhotoContent, Tone};
use crate::reads::{Part, Shelf, digest};

use super::Input;

/// What one build looked at.
#[derive(Default, Serialize, Deserialize)]
pub struct Kept {
    program: u128,
    ground: u128,
    /// Digests of all parts, by shelf and row.
    shelves: Vec<Vec<u128>>,
    /// Per job of the plan; empty for one whose pages are kept elsewhere.
    pages: Vec<Parts>,
    /// The files of the search index, the one that names the others last.
    search: Vec<IndexFile>,
}

/// A file of the search index.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct IndexFile {
    pub path: String,
    pub digest: u128,
    pub size: usize,
}

/// Parts in their order, packed: from each to the next, seven bits a byte.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Parts(Box<[u8]>);

impl Parts {
    fn pack(parts: &[Part]) -> Self {
        let mut packed = Vec::with_capacity(parts.len() * 2);
        let mut before = 0;
        for part in parts {
            let mut step = part.number() - before;
            before = part.number();
            while step >= 0x80 {
                packed.push((step & 0x7f) as u8 | 0x80);
                step >>= 7;
            }
            packed.push(step as u8);
        }
        Self(packed.into())
    }

    fn iter(&self) -> impl Iterator<Item = Part> {
        let (mut bytes, mut number) = (self.0.iter(), 0_u32);
        std::iter::from_fn(move || {
            let (mut step, mut shift) = (0_u32, 0);
            loop {
                let byte = *bytes.next()?;
                step |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 || shift > 28 {
                    break;
                }
            }
            number = number.wrapping_add(step);
            Some(Part::from(number))
        })
    }
}

/// What of the last build is the same in this one, and what this one looks at.
pub(super) struct Ledger<'a> {
    now: Kept,
    former: Option<(&'a Kept, Changes)>,
    /// Of the former index by their digests, where it was made by this program.
    index: HashMap<u128, &'a IndexFile>,
}

/// Which parts are not what they were.
struct Changes {
    /// By shelf and row.
    rows: Vec<Vec<bool>>,
    /// By shelf, whether any row is.
    wholes: Vec<bool>,
}

impl Changes {
    fn between(before: &[Vec<u128>], now: &[Vec<u128>]) -> Self {
        let rows = now.iter().enumerate().map(|(shelf, rows)| {
            let before = before.get(shelf).map_or(&[][..], Vec::as_slice);
            rows.iter().enumerate().map(|(row, digest)| before.get(row) != Some(digest)).collect()
        });
        let rows: Vec<Vec<bool>> = rows.collect();
        let wholes = rows.iter().enumerate().map(|(shelf, rows)| {
            rows.contains(&true) || before.get(shelf).is_none_or(|before| before.len() != rows.len())
        });
        Self { wholes: wholes.collect(), rows }
    }

    /// A part that nobody knows counts as changed.
    fn has(&self, part: Part) -> bool {
        match part.place() {
            Some((shelf, None)) => self.wholes.get(shelf).copied().unwrap_or(true),
            Some((shelf, Some(row))) => self.rows.get(shelf).and_then(|rows| rows.get(row)).copied().unwrap_or(true),
            None => true,
        }
    }
}

impl<'a> Ledger<'a> {
    /// `None` where nothing can be known again: the program cannot be read, or catalogues of others are joined, which may
    /// change whenever they are read.
    pub(super) fn open(
        input: Input<'_>,
        tones: &HashMap<PhotoContent, Tone>,
        former: Option<&'a Kept>,
    ) -> Option<Self> {
        let program = program()?;
        let ground = ground(input, tones)?;
        let shelves = shelves(input);
        let former = former.filter(|former| former.program == program);
        let index = former.into_iter().flat_map(|former| &former.search).map(|file| (file.digest, file)).collect();
        let former = former.filter(|former| former.ground == ground && former.pages.len() == input.plan.jobs.len());
        let former = former.map(|former| (former, Changes::between(&former.shelves, &shelves)));
        Some(Self { now: Kept { program, ground, shelves, ..Kept::default() }, former, index })
    }

    /// What was looked at for a page, if all of that is the same.
    pub(super) fn same(&self, job: usize) -> Option<Parts> {
        let (former, changes) = self.former.as_ref()?;
        let parts = former.pages.get(job).filter(|parts| !parts.0.is_empty())?;
        (!parts.iter().any(|part| changes.has(part))).then(|| parts.clone())
    }

    /// The files of the search index, if nothing at all has changed that it may be made of.
    pub(super) fn same_search(&self) -> Option<&'a [IndexFile]> {
        let (former, changes) = self.former.as_ref()?;
        let is_same = !changes.wholes.contains(&true) && !former.search.is_empty();
        is_same.then_some(&former.search)
    }

    /// The file of the former index that said the same before it was compressed.
    pub(super) fn index_file(&self, digest: u128) -> Option<&'a IndexFile> {
        self.index.get(&digest).copied()
    }

    /// What the next build may begin with.
    pub(super) fn close(self, pages: Vec<Parts>, search: Vec<IndexFile>) -> Kept {
        Kept { pages, search, ..self.now }
    }
}

/// What was looked at for a page. Every page stands on the ground, so one that looked at nothing else looked at something.
pub(super) fn looked_at(parts: &[Part]) -> Parts {
    if parts.is_empty() { Parts::pack(&[Part::row(Shelf::Ground, 0)]) } else { Parts::pack(parts) }
}

fn shelves(input: Input<'_>) -> Vec<Vec<u128>> {
    let mut shelves = vec![Vec::new(); Shelf::ALL.len()];
    shelves[Shelf::Ground as usize] = vec![0];
    for (shelf, digests) in input.catalogue.digests().into_iter().chain(input.index.digests()) {
        shelves[shelf as usize] = digests;
    }
    shelves
}

fn ground(input: Input<'_>, tones: &HashMap<PhotoContent, Tone>) -> Option<u128> {
    let Input { catalogue, theme, plan, .. } = input;
    let tones: BTreeMap<_, _> = tones.iter().collect();
    Some(digest(&(theme.digest(), plan.digest(), catalogue.ground()?, tones)))
}

/// Names this program by its bytes: another one may make other pages of the same records.
fn program() -> Option<u128> {
    static PROGRAM: OnceLock<Option<u128>> = OnceLock::new();
    let read = || Some(digest(&std::fs::read(std::env::current_exe().ok()?).ok()?));
    *PROGRAM.get_or_init(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes() -> Changes {
        let before = vec![vec![1, 2, 3], vec![4], vec![5, 6]];
        Changes::between(&before, &[vec![1, 9, 3], vec![4], vec![5, 6, 7]])
    }

    #[test]
    fn parts_are_packed_and_found_again() {
        let parts = [Part::row(Shelf::Products, 0), Part::row(Shelf::Products, 300), Part::whole(Shelf::Listed)];
        let packed = Parts::pack(&parts);
        assert_eq!(packed.iter().collect::<Vec<_>>(), parts);
        assert!(!looked_at(&[]).0.is_empty());
        assert_eq!(Parts(Box::from([0xff; 3])).iter().count(), 0);
    }

    #[test]
    fn a_row_that_differs_or_is_new_is_a_change_of_its_shelf() {
        let changes = changes();
        let has = |shelf: Shelf, row| changes.has(Part::row(shelf, row));
        assert_eq!([0, 1, 2].map(|row| has(Shelf::Products, row)), [false, true, false]);
        assert_eq!([0, 2].map(|row| has(Shelf::Places, row)), [false, true]);
        assert_eq!(
            [Shelf::Products, Shelf::Producers, Shelf::Places].map(|shelf| changes.has(Part::whole(shelf))),
            [true, false, true]
        );
    }

    #[test]
    fn what_nobody_knows_counts_as_changed() {
        let changes = changes();
        assert!(changes.has(Part::row(Shelf::Producers, 1)));
        assert!(changes.has(Part::whole(Shelf::Listed)));
        assert!(changes.has(Part::from(u32::MAX)));
    }
}
