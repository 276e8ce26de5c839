//! By what a file of a site is known to be the one that was put there.

use std::fs::{self, Metadata};
use std::hash::{BuildHasher, Hasher};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::FixedState;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::tree::FILE_MODE;

/// The number that the disk gave a file, its size, and when it was last written, as one number. Whoever replaces a file or
/// writes into it changes at least one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    seal: u64,
    bytes: u64,
}

impl Stamp {
    pub(super) fn of(file: &Metadata) -> Self {
        let all = (file.ino(), file.size(), file.mtime(), file.mtime_nsec());
        Self { seal: FixedState::default().hash_one(all), bytes: file.size() }
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether the file at a path, which is not followed where it is a link, is the stamped one.
    pub(super) fn fits(&self, path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok_and(|found| {
            found.is_file() && found.permissions().mode() & 0o7777 == FILE_MODE && Self::of(&found) == *self
        })
    }
}

/// The stamps of the files of a site, in order of their keys.
///
/// Paths are known by a hash: where two share one, the stamp fits at most one of them, and the other file is made anew.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Stamps(Vec<(u64, Stamp)>);

impl Stamps {
    pub(super) fn get(&self, path: &str) -> Option<&Stamp> {
        let Self(all) = self;
        all.binary_search_by_key(&key(path), |(key, _)| *key).ok().map(|at| &all[at].1)
    }
}

/// Stamps that many threads gather.
#[derive(Debug, Default)]
pub(super) struct Gathered(Mutex<Vec<(u64, Stamp)>>);

impl Gathered {
    pub(super) fn add(&self, path: &str, stamp: Stamp) {
        let key = key(path);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((key, stamp));
    }

    pub(super) fn all(self) -> Stamps {
        let mut all = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.par_sort_unstable_by_key(|(key, stamp)| (*key, stamp.seal));
        Stamps(all)
    }
}

fn key(path: &str) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(path.as_bytes());
    hasher.finish()
}
