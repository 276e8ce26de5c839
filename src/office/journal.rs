//! Writes many files as one step: a journal first, then each file beside its place, then all of them to their places.
//!
//! A process that is killed leaves either no journal (nothing was written) or a whole one, which the next import
//! carries out. A full disk shows itself before the first record is touched, and then nothing is written. A file that
//! somebody changed in between is left as it is.
//!
//! After a power cut the same is true: the journal is on the disk before the first record, each record before it is
//! renamed, and all names before the journal is removed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::store::{self, Staged, Step, beside, sync_folder};

const JOURNAL: &str = ".ocop/import-journal.json";

/// Files to be written, relative to the catalogue.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Journal {
    changes: Vec<Change>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Change {
    path: String,
    /// What the file held when it was read; none where there was none.
    before: Option<String>,
    after: After,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum After {
    Text(String),
    /// A picture, copied from here.
    Copy(PathBuf),
    /// As [`After::Text`], written after all others: it tells what was written.
    Ledger(String),
}

/// A file that was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftAlone {
    pub path: String,
    pub why: Why,
    /// What it would have held; empty for a picture.
    pub planned: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody changed it between reading and writing. Nothing of this import stands in it.
    Changed,
    /// Somebody changed it after an interrupted import had written it: what that wrote stands in it, with the change.
    ChangedSince,
    /// The picture to be copied has gone.
    NoSource(PathBuf),
}

/// What the ledger says when some files were left alone, made of what it was to say and what it says now.
pub type Amend = fn(planned: &str, now: Option<&str>, left: &[LeftAlone]) -> anyhow::Result<String>;

impl Journal {
    /// Plans a text file. `before` is what it held when it was read.
    pub fn text(&mut self, path: String, before: Option<&str>, after: String) {
        self.plan(path, before, after, After::Text);
    }

    /// Plans the file that tells what imports wrote.
    pub fn ledger(&mut self, path: String, before: Option<&str>, after: String) {
        self.plan(path, before, after, After::Ledger);
    }

    fn plan(&mut self, path: String, before: Option<&str>, after: String, kind: fn(String) -> After) {
        if before != Some(after.as_str()) {
            self.changes.push(Change { path, before: before.map(str::to_owned), after: kind(after) });
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
    /// When the disk fails. The message says whether nothing was written, or the next import goes on.
    pub fn carry_out(&self, root: &Path, amend: Amend) -> anyhow::Result<Vec<LeftAlone>> {
        if self.is_empty() {
            return Ok(Vec::new());
        }
        let journal = root.join(JOURNAL);
        let mut work = Work { root, amend, left: Vec::new(), staged: Vec::new(), made: BTreeSet::new() };
        let text = serde_json::to_string(self).context("the journal is plain data")?;
        let begun = put_journal(&journal, &text).and_then(|()| work.stage(self));
        if begun.is_err() {
            work.take_back();
            let _ = fs::remove_file(&journal);
        }
        begun.context("nothing was imported")?;
        work.place(self).context(INTERRUPTED)?;
        remove(&journal).context(INTERRUPTED)?;
        Ok(work.left)
    }
}

const INTERRUPTED: &str = "the import was interrupted, the next `ocop import` completes it";

impl Journal {
    /// A journal may come along with a catalogue of somebody else: it must neither write outside of it nor fetch
    /// anything but pictures.
    fn stays_inside(&self) -> anyhow::Result<()> {
        let is_plain = |path: &str| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        let is_picture = |path: &Path| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "webp"))
        };
        for change in &self.changes {
            anyhow::ensure!(is_plain(&change.path), "it would write to {}, outside of the catalogue", change.path);
            if let After::Copy(from) = &change.after {
                anyhow::ensure!(is_picture(from), "it would copy {}, which is no picture", from.display());
            }
        }
        Ok(())
    }
}

/// Carries out what an interrupted import left behind. `None` when there was nothing; else the files that were left
/// alone, and nothing more is to be done about them: the import that follows looks at them anew.
///
/// # Errors
/// When the disk fails.
pub fn recover(root: &Path, amend: Amend) -> anyhow::Result<Option<Vec<LeftAlone>>> {
    let path = root.join(JOURNAL);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            // Killed while the journal was written: nothing was begun.
            let _ = fs::remove_file(beside(&path));
            return Ok(None);
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    let journal: Journal = serde_json::from_str(&text).with_context(|| {
        format!(
            "{} is damaged, so the interrupted import cannot be completed: delete that file and import the list again",
            path.display()
        )
    })?;
    journal.stays_inside().with_context(|| format!("{} is not carried out: delete it", path.display()))?;
    let mut work = Work { root, amend, left: Vec::new(), staged: Vec::new(), made: BTreeSet::new() };
    let done = work.stage(&journal).inspect_err(|_| work.take_back()).and_then(|()| work.place(&journal));
    done.and_then(|()| remove(&path)).context("the interrupted import cannot be completed yet")?;
    Ok(Some(work.left))
}

/// True while an interrupted import waits to be carried out.
#[must_use]
pub fn is_waiting(root: &Path) -> bool {
    root.join(JOURNAL).exists()
}

struct Work<'a> {
    root: &'a Path,
    amend: Amend,
    left: Vec<LeftAlone>,
    staged: Vec<(usize, Staged)>,
    made: BTreeSet<PathBuf>,
}

impl Work<'_> {
    /// Writes all files beside their places. The ledger too, so that there is room for it when it is known.
    fn stage(&mut self, journal: &Journal) -> anyhow::Result<()> {
        for (index, change) in journal.changes.iter().enumerate() {
            let bytes = match &change.after {
                After::Text(text) | After::Ledger(text) => text.clone().into_bytes(),
                After::Copy(from) => match fs::read(from) {
                    Ok(bytes) => bytes,
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                        if !self.root.join(&change.path).exists() {
                            self.leave(change, Why::NoSource(from.clone()));
                        }
                        continue;
                    }
                    Err(error) => return Err(error).with_context(|| format!("cannot read {}", from.display())),
                },
            };
            match Staged::beside(&self.root.join(&change.path), change.before.as_deref(), bytes, &mut self.made)? {
                Step::Staged(staged) => self.staged.push((index, staged)),
                Step::Done => {}
                Step::Foreign => self.leave_changed(change)?,
            }
        }
        Ok(())
    }

    fn place(&mut self, journal: &Journal) -> anyhow::Result<()> {
        let mut folders: BTreeSet<PathBuf> =
            self.made.iter().filter_map(|folder| folder.parent()).map(Path::to_owned).collect();
        let is_ledger = |change: &Change| matches!(change.after, After::Ledger(_));
        for (index, staged) in std::mem::take(&mut self.staged) {
            let change = &journal.changes[index];
            if is_ledger(change) && !self.left.is_empty() {
                staged.discard();
            } else if staged.place()? {
                folders.insert(staged.folder().to_owned());
            } else {
                self.leave_changed(change)?;
            }
        }
        if !self.left.is_empty() {
            for change in journal.changes.iter().filter(|change| is_ledger(change)) {
                self.place_amended(change, &mut folders)?;
            }
        }
        for folder in folders {
            sync_folder(&folder).with_context(|| format!("cannot write {}", folder.display()))?;
        }
        Ok(())
    }

    /// The ledger as it is right when files were left alone.
    fn place_amended(&mut self, change: &Change, folders: &mut BTreeSet<PathBuf>) -> anyhow::Result<()> {
        let After::Ledger(planned) = &change.after else { return Ok(()) };
        self.left.retain(|left| left.path != change.path);
        let path = self.root.join(&change.path);
        let now = read(&path)?;
        let text = (self.amend)(planned, now.as_deref(), &self.left)?;
        match Staged::beside(&path, now.as_deref(), text.into_bytes(), &mut self.made)? {
            Step::Staged(staged) if staged.place()? => _ = folders.insert(staged.folder().to_owned()),
            Step::Done => {}
            Step::Staged(_) | Step::Foreign => self.leave_changed(change)?,
        }
        Ok(())
    }

    fn leave_changed(&mut self, change: &Change) -> anyhow::Result<()> {
        let why = match &change.after {
            After::Text(after) => {
                let now = read(&self.root.join(&change.path))?.unwrap_or_default();
                if holds(&now, change.before.as_deref().unwrap_or_default(), after) {
                    Why::ChangedSince
                } else {
                    Why::Changed
                }
            }
            // A picture that is there needs no copy; a ledger is amended.
            After::Copy(_) => return Ok(()),
            After::Ledger(_) => Why::Changed,
        };
        self.leave(change, why);
        Ok(())
    }

    fn leave(&mut self, change: &Change, why: Why) {
        let planned = match &change.after {
            After::Text(text) => text.clone(),
            After::Copy(_) | After::Ledger(_) => String::new(),
        };
        self.left.push(LeftAlone { path: change.path.clone(), why, planned });
    }

    /// Removes what waits beside its place, and the folders that were made for it.
    fn take_back(&mut self) {
        for (_, staged) in self.staged.drain(..) {
            staged.discard();
        }
        store::remove_folders(&self.made);
    }
}

/// Whether a file was written by an import and changed afterwards: more than half of the lines that the import brought
/// stand in it. When in doubt the file counts as written by hand.
fn holds(now: &str, before: &str, after: &str) -> bool {
    fn lines(text: &str) -> BTreeSet<&str> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }
    let (now, before) = (lines(now), lines(before));
    let brought: Vec<&str> = lines(after).into_iter().filter(|line| !before.contains(line)).collect();
    brought.iter().filter(|line| now.contains(*line)).count() * 2 > brought.len()
}

/// The text of a file that may not be there. One that is no text any more is not ours either.
fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn put_journal(path: &Path, text: &str) -> anyhow::Result<()> {
    let failed = || format!("cannot write {}", path.display());
    let folder = path.parent().expect("a file lies in a folder");
    store::make_folders(folder, &mut BTreeSet::new()).with_context(failed)?;
    store::write(path, text.as_bytes())?;
    folder.ancestors().take(2).try_for_each(sync_folder).with_context(failed)
}

fn remove(journal: &Path) -> anyhow::Result<()> {
    fs::remove_file(journal).with_context(|| format!("cannot remove {}", journal.display()))?;
    let folder = journal.parent().expect("a file lies in a folder");
    sync_folder(folder).with_context(|| format!("cannot write {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_stands_in_a_file_while_most_of_its_lines_do() {
        let after = "id = \"a\"\nname = \"Trà\"\ngroup = \"food\"\n";
        assert!(holds(after, "", after));
        assert!(holds("# tay\nid = \"a\"\nname = \"Trà\"\ngroup = \"drink\"\n", "", after));
        assert!(!holds("name = \"Trà\"\n", "", after));
        let before = "id = \"a\"\n";
        assert!(!holds("id = \"a\"\n# tay\n", before, "id = \"a\"\nstars = 3\n"));
        assert!(holds("id = \"a\"\nstars = 3\n# tay\n", before, "id = \"a\"\nstars = 3\n"));
        assert!(!holds("", before, after));
    }
}
