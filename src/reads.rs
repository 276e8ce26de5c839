//! Notes which parts of the catalogue a piece of work looks at, so that it need not be done again while these are the same.
//!
//! Tables and lists call [`note`] whenever somebody looks at a row; [`of`] runs a piece of work and gives what was
//! noted. Work that goes on in other threads is not seen: only what stays in one may be observed. Must not know what any
//! of the parts is. Start at [`of`].

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

/// Tables and lists whose rows are noted one by one. Everything else is the ground that all work stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Products,
    Producers,
    Places,
    SalesPoints,
    Decisions,
    /// Products in the order of a language.
    Ordered,
    OfStars,
    OfGroup,
    OfPlace,
    OfProducer,
    OfSalesPoint,
    OfDecision,
    /// What lies in a place.
    Land,
    /// Everything else that is listed, as one.
    Listed,
    /// What never changes while the ground is the same: the part of work that looks at nothing else.
    Ground,
}

impl Shelf {
    pub const ALL: [Self; 15] = [
        Self::Products,
        Self::Producers,
        Self::Places,
        Self::SalesPoints,
        Self::Decisions,
        Self::Ordered,
        Self::OfStars,
        Self::OfGroup,
        Self::OfPlace,
        Self::OfProducer,
        Self::OfSalesPoint,
        Self::OfDecision,
        Self::Land,
        Self::Listed,
        Self::Ground,
    ];
}

/// A row, or all rows of a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part(u32);

/// Bits for the number of a row; the four above are the shelf.
const BITS: u32 = 28;
const WHOLE: u32 = (1 << BITS) - 1;

impl Part {
    #[must_use]
    pub fn row(shelf: Shelf, row: usize) -> Self {
        let row = u32::try_from(row).ok().filter(|row| *row < WHOLE).expect("a table has fewer than 268 million rows");
        Self((shelf as u32) << BITS | row)
    }

    #[must_use]
    pub fn whole(shelf: Shelf) -> Self {
        Self((shelf as u32) << BITS | WHOLE)
    }

    /// Its shelf, and its row unless it is all of them. `None` for a number that is no part.
    #[must_use]
    pub fn place(self) -> Option<(usize, Option<usize>)> {
        let (shelf, row) = (self.0 >> BITS, self.0 & WHOLE);
        let shelf = Some(shelf as usize).filter(|shelf| *shelf < Shelf::ALL.len())?;
        Some((shelf, (row != WHOLE).then_some(row as usize)))
    }

    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }
}

impl From<u32> for Part {
    fn from(number: u32) -> Self {
        Self(number)
    }
}

/// Names a value by its content: 128 bits of BLAKE3 over what `Hash` sees of it. The same in every run of one program.
pub fn digest(value: &(impl Hash + ?Sized)) -> u128 {
    let mut digester = Digester(blake3::Hasher::new());
    value.hash(&mut digester);
    let (first, _) =
        digester.0.finalize().as_bytes().split_first_chunk().map(|(first, rest)| (*first, rest)).expect("32 bytes");
    u128::from_le_bytes(first)
}

struct Digester(blake3::Hasher);

impl Hasher for Digester {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        unreachable!("a digest has more bits than that")
    }
}

thread_local! {
    static NOTED: RefCell<Option<Vec<Part>>> = const { RefCell::new(None) };
}

/// Notes that somebody looks at a part.
pub fn note(part: Part) {
    NOTED.with_borrow_mut(|noted| {
        if let Some(noted) = noted
            && noted.last() != Some(&part)
        {
            noted.push(part);
        }
    });
}

/// Notes parts that were looked at earlier for what is used now.
pub fn note_all(parts: &[Part]) {
    NOTED.with_borrow_mut(|noted| {
        if let Some(noted) = noted {
            noted.extend_from_slice(parts);
        }
    });
}

/// Does some work in this thread and gives the parts that it looked at, sorted, each once. What is observed within it is not
/// part of it, unless it is noted again.
pub fn of<T>(work: impl FnOnce() -> T) -> (T, Vec<Part>) {
    let outer = NOTED.replace(Some(Vec::new()));
    let result = work();
    let mut parts = NOTED.replace(outer).unwrap_or_default();
    parts.sort_unstable();
    parts.dedup();
    (result, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_is_noted_once_and_only_while_somebody_asks() {
        let (two, whole) = (Part::row(Shelf::Places, 2), Part::whole(Shelf::Places));
        note(two);
        let (inner, parts) = of(|| {
            note(whole);
            note(two);
            note(two);
            let ((), inner) = of(|| note(Part::row(Shelf::Products, 7)));
            note(two);
            inner
        });
        assert_eq!(parts, [two, whole]);
        assert_eq!(inner, [Part::row(Shelf::Products, 7)]);
        assert_eq!(of(|| note_all(&inner)).1, inner);
        assert_eq!(of(|| ()).1, []);
    }

    #[test]
    fn a_part_says_where_it_is() {
        assert_eq!(Part::row(Shelf::Places, 2).place(), Some((2, Some(2))));
        assert_eq!(Part::whole(Shelf::Listed).place(), Some((Shelf::Listed as usize, None)));
        assert_eq!(Part::from(u32::MAX).place(), None);
        assert!(Shelf::ALL.iter().enumerate().all(|(index, shelf)| *shelf as usize == index));
    }
}
