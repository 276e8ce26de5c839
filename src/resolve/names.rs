//! Names that records use for each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diag, Place, Sink, did_you_mean};
use crate::load::reader::At;

/// Keys of one kind of record with their ids and places.
#[derive(Clone)]
pub struct Names<I> {
    by_key: BTreeMap<String, (I, Place)>,
    /// Names of records that exist but could not be read: their own mistakes are told already.
    written: BTreeSet<String>,
}

impl<I: Copy> Names<I> {
    #[must_use]
    pub fn new(written: BTreeSet<String>) -> Self {
        Self { by_key: BTreeMap::new(), written }
    }

    /// Gives the place of the former owner when the key is taken.
    pub fn insert(&mut self, key: &str, id: I, place: Place) -> Result<(), Place> {
        if let Some((_, former)) = self.by_key.get(key) {
            return Err(*former);
        }
        self.by_key.insert(key.to_owned(), (id, place));
        Ok(())
    }

    /// True where every name leads to the same, or to the same message, in both.
    #[must_use]
    pub fn lead_alike(&self, other: &Self) -> bool
    where
        I: PartialEq,
    {
        let pairs = self.by_key.iter().zip(&other.by_key);
        self.written == other.written
            && self.by_key.len() == other.by_key.len()
            && pairs.into_iter().all(|((key, (id, _)), (other, (of, _)))| key == other && id == of)
    }

    #[must_use]
    pub fn get(&self, key: &str) -> Option<I> {
        self.by_key.get(key).map(|(id, _)| *id)
    }

    /// The id behind a name, or a message with what was perhaps meant.
    pub fn find(&self, name: &At<String>, code: &'static Code, what: &str, remedy: &str, sink: &mut Sink) -> Option<I> {
        let found = self.get(&name.value);
        if found.is_none() && !self.written.contains(&name.value) {
            let help =
                did_you_mean(&name.value, self.by_key.keys().map(String::as_str)).unwrap_or_else(|| remedy.to_owned());
            sink.push(
                Diag::new(code, format!("there is no {what} `{}`", name.value)).at(name.place, "named here").help(help),
            );
        }
        found
    }
}
