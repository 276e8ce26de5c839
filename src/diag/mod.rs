//! What `ocop` tells the person who edits the catalogue.
//!
//! In: mistakes found by any layer. Out: a [`Sink`] of [`Diag`]s, printed by [`emit`].
//! Knows files and byte ranges, never what a product is. Start at [`Diag`]; the list of codes is in [`code`].

pub mod code;
pub mod emit;
mod explain;
mod source;
mod suggest;
pub mod unseen;

use std::collections::BTreeMap;

pub use code::{Code, Level};
pub use explain::reference;
pub use source::{FileId, Files, MOST_BYTES, Place, Position};
pub use suggest::{did_you_mean, listed};

/// One message: what is wrong, where, and what to do about it.
#[derive(Clone, Debug)]
pub struct Diag {
    pub code: &'static Code,
    /// Lower case, no full stop: what was expected and what was found.
    pub message: String,
    /// The first label is the place of the mistake; further ones point to related places ("first used here").
    pub labels: Vec<(Place, String)>,
    /// Something the reader can do.
    pub help: Option<String>,
}

impl Diag {
    #[must_use]
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self { code, message: shortened(message.into()), labels: Vec::new(), help: None }
    }

    #[must_use]
    pub fn at(mut self, place: Place, label: impl Into<String>) -> Self {
        self.labels.push((place, label.into()));
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the help only where there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    #[must_use]
    pub fn level(&self) -> Level {
        self.code.level
    }
}

/// Messages quote what was written; nobody reads more of it than this.
const MOST_LETTERS: usize = 1_000;

fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(MOST_LETTERS) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// Of one code, so many messages are kept; the others are counted. A file of a hundred megabytes may hold millions of
/// mistakes, and their messages would take more memory than the catalogue.
const MOST_OF_A_CODE: usize = 10_000;

/// Collects the messages of one run. Layers only add; nobody returns early because of a message.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    diags: Vec<Diag>,
    /// How many were added, by code.
    counts: BTreeMap<&'static str, (Level, usize)>,
}

impl Sink {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub fn push(&mut self, diag: Diag) {
        let count = &mut self.counts.entry(diag.code.id).or_insert((diag.level(), 0)).1;
        *count += 1;
        if *count <= MOST_OF_A_CODE {
            self.diags.push(diag);
        }
    }

    pub fn append(&mut self, other: Sink) {
        let mut others = other.counts;
        for diag in other.diags {
            others.get_mut(diag.code.id).expect("what was kept was counted").1 -= 1;
            self.push(diag);
        }
        for (code, (level, count)) in others {
            self.counts.entry(code).or_insert((level, 0)).1 += count;
        }
    }

    /// Keeps only the messages for which `wanted` is true. Those that were only counted are forgotten.
    pub fn retain(&mut self, wanted: impl FnMut(&Diag) -> bool) {
        self.diags.retain(wanted);
        self.counts.clear();
        for diag in &self.diags {
            self.counts.entry(diag.code.id).or_insert((diag.level(), 0)).1 += 1;
        }
    }

    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.counts.values().filter(|(of, _)| *of == level).map(|(_, count)| count).sum()
    }

    /// How many messages have this code, those that were only counted among them.
    #[must_use]
    pub fn count_of(&self, code: &Code) -> usize {
        self.counts.get(code.id).map_or(0, |(_, count)| *count)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diags.is_empty()
    }

    /// All messages in the order in which a reader meets the places: by file, then by position; without a place first.
    #[must_use]
    pub fn sorted(&self, files: &Files) -> Vec<&Diag> {
        let mut diags: Vec<&Diag> = self.diags.iter().collect();
        diags.sort_by(|a, b| {
            let key =
                |diag: &Diag| diag.labels.first().map(|(place, _)| (files.path(place.file).to_owned(), place.start));
            key(a).cmp(&key(b)).then_with(|| a.code.id.cmp(b.code.id)).then_with(|| a.message.cmp(&b.message))
        });
        diags
    }
}
