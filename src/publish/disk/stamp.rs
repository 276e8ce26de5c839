//! By what a file of a site is known to be the one that was put there.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::hash::{BuildHasher, Hasher};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::{FixedState, RandomState};
use serde::{Deserialize, Serialize};

use super::tree::FILE_MODE;

/// The number that the disk gave a file, its size, and when it was last written. Whoever replaces a file or writes into it
/// changes at least one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    inode: u64,
    bytes: u64,
    seconds: i64,
    nanoseconds: i64,
}

impl Stamp {
    pub(super) fn of(file: &Metadata) -> Self {
        Self { inode: file.ino(), bytes: file.size(), seconds: file.mtime(), nanoseconds: file.mtime_nsec() }
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

/// The stamps of the files of a site.
///
/// Paths are known by a hash: where two share one, the stamp fits at most one of them, and the other file is made anew.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Stamps(HashMap<u64, Stamp, RandomState>);

impl Stamps {
    pub(super) fn get(&self, path: &str) -> Option<&Stamp> {
        self.0.get(&key(path))
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
        Stamps(self.0.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect())
    }
}

fn key(path: &str) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(path.as_bytes());
    hasher.finish()
}
