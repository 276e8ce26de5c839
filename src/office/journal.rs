//! Writes many files as one step: a journal first, then each file beside its place and moved there.
//!
//! A process that is killed leaves either no journal (nothing was written) or a whole one, which the next import
//! carries out. A file that somebody changed in between is left as it is.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

const JOURNAL: &str = ".ocop/import-journal.json";

/// Files to be written, relative to the catalogue.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Journal {
    changes: Vec<Change>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Change {
    path: String,
    /// Hash of the file as it was read; none where there was none.
    before: Option<String>,
    after: After,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum After {
    Text(String),
    /// A picture, copied from here.
    Copy(PathBuf),
}

/// A file that was changed by somebody else between reading and writing, and was left alone.
pub type LeftAlone = String;

impl Journal {
    /// Plans a text file. `before` is what it held when it was read.
    pub fn text(&mut self, path: String, before: Option<&str>, after: String) {
        if before != Some(after.as_str()) {
            let before = before.map(|text| hash(text.as_bytes()));
            self.changes.push(Change { path, before, after: After::Text(after) });
        }
    }

    /// Plans the copy of a file to where there is none yet.
    pub fn copy(&mut self, path: String, from: PathBuf) {
        self.changes.push(Change { path, before: None, after: After::Copy(from) });
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Paths that will be written.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.changes.iter().map(|change| change.path.as_str())
    }

    /// Writes everything.
    ///
    /// # Errors
    /// When the disk fails; the next import goes on where this one stopped.
    pub fn carry_out(&self, root: &Path) -> anyhow::Result<Vec<LeftAlone>> {
        if self.is_empty() {
            return Ok(Vec::new());
        }
        let journal = root.join(JOURNAL);
        let text = serde_json::to_string(self).context("the journal is plain data")?;
        put(&journal, text.as_bytes())?;
        let left = self.apply(root)?;
        fs::remove_file(&journal).with_context(|| format!("cannot remove {}", journal.display()))?;
        Ok(left)
    }

    fn apply(&self, root: &Path) -> anyhow::Result<Vec<LeftAlone>> {
        let mut left = Vec::new();
        for change in &self.changes {
            let path = root.join(&change.path);
            let bytes = match &change.after {
                After::Text(text) => text.clone().into_bytes(),
                After::Copy(from) => fs::read(from).with_context(|| format!("cannot read {}", from.display()))?,
            };
            let now = match fs::read(&path) {
                Ok(now) => Some(hash(&now)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
                Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
            };
            if now.as_deref() == Some(hash(&bytes).as_str()) {
                continue; // written before the interruption
            }
            if now != change.before {
                left.push(change.path.clone());
                continue;
            }
            put(&path, &bytes)?;
        }
        Ok(left)
    }
}

/// Carries out what an interrupted import left behind. True when there was something.
///
/// # Errors
/// When the disk fails.
pub fn recover(root: &Path) -> anyhow::Result<bool> {
    let path = root.join(JOURNAL);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    let journal: Journal = serde_json::from_str(&text).with_context(|| format!("{} is damaged", path.display()))?;
    journal.apply(root)?;
    fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    Ok(true)
}

/// True while an interrupted import waits to be carried out.
#[must_use]
pub fn is_waiting(root: &Path) -> bool {
    root.join(JOURNAL).exists()
}

/// Writes a file so that it is there as a whole or not at all.
fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let failed = || format!("cannot write {}", path.display());
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder).with_context(failed)?;
    let name = path.file_name().expect("a file has a name").to_string_lossy();
    // Names that begin with a dot are passed over when a catalogue is read.
    let beside = folder.join(format!(".{name}.ocop-new"));
    let mut file = File::create(&beside).with_context(failed)?;
    file.write_all(bytes).with_context(failed)?;
    file.sync_all().with_context(failed)?;
    fs::rename(&beside, path).with_context(failed)?;
    if let Ok(folder) = File::open(folder) {
        // Not every file system can; the file itself is safe by now.
        let _ = folder.sync_all();
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
