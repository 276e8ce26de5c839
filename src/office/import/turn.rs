//! The right to import into a catalogue: one import at a time, each after what an interrupted one left.
//!
//! In: a catalogue. Out: a [`Turn`], held until everything is written. The system takes it back from a killed process.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::provenance;
use crate::office::journal::{self, LeftAlone};

const LOCK: &str = ".ocop/import.lock";

/// Held by the one process that imports.
#[derive(Debug)]
pub struct Turn {
    /// An import that was interrupted has been carried out first; with the files that people had changed since.
    pub recovered: Option<Vec<LeftAlone>>,
    path: PathBuf,
    _lock: File,
}

impl Turn {
    /// Waits for nobody.
    ///
    /// # Errors
    /// When another import is at work, or the disk fails.
    pub fn take(root: &Path) -> anyhow::Result<Self> {
        let path = root.join(LOCK);
        let failed = || format!("cannot write {}", path.display());
        // A folder that is no catalogue stays as it is.
        if !root.join("ocop.toml").exists() {
            bail!(
                "there is no {}, so this is not the folder of a catalogue: change to that folder, or name it with --root",
                root.join("ocop.toml").display()
            );
        }
        let lock = loop {
            let folder = path.parent().expect("a file lies in a folder");
            std::fs::create_dir_all(folder).with_context(failed)?;
            let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
            let mut lock = match opened {
                Err(error) if error.kind() == ErrorKind::NotFound && root.is_dir() => continue,
                opened => opened.with_context(failed)?,
            };
            match lock.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    bail!("another import{} is writing to this catalogue: wait until it has ended", holder(&mut lock))
                }
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock {}", path.display()));
                }
            }
            // An import that ends between the two steps takes the file with it: then again.
            if is_at(&lock, &path) {
                // Only for the message above; a full disk shows itself soon enough.
                let _ = lock.set_len(0).and_then(|()| write!(lock, "{}", std::process::id()));
                break lock;
            }
        };
        // From here on, whatever happens, the file goes when the turn is over.
        let mut turn = Self { recovered: None, path, _lock: lock };
        turn.recovered = journal::recover(root, provenance::amended)?;
        Ok(turn)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // While it is still locked: whoever opened it meanwhile sees in `is_at` that it is gone.
        let _ = std::fs::remove_file(&self.path);
        if let Some(folder) = self.path.parent() {
            // Only where nothing else was ever kept there.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

/// Whether the locked file is still the one that others find.
fn is_at(lock: &File, path: &Path) -> bool {
    match (lock.metadata(), std::fs::metadata(path)) {
        (Ok(locked), Ok(found)) => (locked.dev(), locked.ino()) == (found.dev(), found.ino()),
        _ => false,
    }
}

/// Who holds the lock, as far as it is known: " (process 4711)".
fn holder(lock: &mut File) -> String {
    let mut text = String::new();
    match lock.read_to_string(&mut text) {
        Ok(1..) if text.bytes().all(|byte| byte.is_ascii_digit()) => format!(" (process {text})"),
        _ => String::new(),
    }
}
