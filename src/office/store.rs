//! Puts a file in its place as a whole or not at all.
//!
//! In: a path and bytes. Out: the file, or the one that was there before. What somebody else saved in the meantime is
//! never replaced. Must not know what a file is about. Start at [`write()`], for records at [`Staged`].

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

/// Writes a file that the program makes anew each time: a report, an export.
///
/// A pipe or a device is written to as it is.
///
/// # Errors
/// When the disk fails; then an older file of that name is as it was.
pub fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let failed = || format!("cannot write {}", path.display());
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return fs::write(path, bytes).with_context(failed);
    }
    let path = behind_links(path);
    let beside = beside(&path);
    let written = fill(&beside, bytes, mode(&path)).and_then(|()| fs::rename(&beside, &path));
    written.inspect_err(|_| drop(fs::remove_file(&beside))).with_context(failed)
}

/// A file that is written and waits beside its place. Nothing of it is visible before [`Staged::place`].
#[derive(Debug)]
pub struct Staged {
    path: PathBuf,
    beside: PathBuf,
    before: Option<Vec<u8>>,
    after: Vec<u8>,
}

/// What is to become of a file.
pub enum Step {
    /// It waits beside its place.
    Staged(Staged),
    /// It is there already.
    Done,
    /// Somebody else wrote the file since it was read.
    Foreign,
}

impl Staged {
    /// Writes `after` beside `path` and makes sure that the disk has it. `before` is what the file held when it was read;
    /// folders that had to be made are added to `made`.
    ///
    /// # Errors
    /// When the disk fails; then nothing is left beside `path`.
    pub fn beside(
        path: &Path,
        before: Option<&str>,
        after: Vec<u8>,
        made: &mut BTreeSet<PathBuf>,
    ) -> anyhow::Result<Step> {
        let path = behind_links(path);
        let beside = beside(&path);
        let before = before.map(|text| text.as_bytes().to_vec());
        let mut staged = Self { path, beside, before, after };
        staged.give_back()?;
        let now = read(&staged.path)?;
        if now.as_ref() == Some(&staged.after) {
            staged.discard();
            return Ok(Step::Done);
        }
        if now != staged.before {
            staged.discard();
            return Ok(Step::Foreign);
        }
        let failed = || format!("cannot write {}", staged.path.display());
        make_folders(staged.path.parent().expect("a file lies in a folder"), made).with_context(failed)?;
        let filled = fill(&staged.beside, &staged.after, mode(&staged.path));
        filled.inspect_err(|_| staged.discard()).with_context(failed)?;
        if staged.before.is_none() {
            // A folder of photos would fill the memory, and what is new is compared no more.
            staged.after = Vec::new();
        }
        Ok(Step::Staged(staged))
    }

    /// The folder whose entry [`Staged::place`] changes.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.path.parent().expect("a file lies in a folder")
    }

    /// Puts the file in its place. False when somebody else wrote there: that file stays.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn place(&self) -> anyhow::Result<bool> {
        let failed = || format!("cannot write {}", self.path.display());
        let Some(before) = &self.before else {
            let placed = renameat_with(CWD, &self.beside, CWD, &self.path, RenameFlags::NOREPLACE);
            return match placed {
                Ok(()) => Ok(true),
                Err(Errno::EXIST) => {
                    self.discard();
                    Ok(false)
                }
                Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => self.place_plainly(),
                Err(error) => Err(error).with_context(failed),
            };
        };
        // Looked at once more: an editor may have saved since. What it saves between this line and the next comes out of
        // the exchange and is given back.
        if read(&self.path)?.as_ref() != Some(before) {
            self.discard();
            return Ok(false);
        }
        match exchange(&self.beside, &self.path) {
            Ok(()) => {}
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => return self.place_plainly(),
            Err(Errno::NOENT) => {
                self.discard();
                return Ok(false);
            }
            Err(error) => return Err(error).with_context(failed),
        }
        if self.give_back()? {
            return Ok(false);
        }
        self.discard();
        Ok(true)
    }

    /// Where the file system cannot refuse to replace a file: looks, then renames.
    fn place_plainly(&self) -> anyhow::Result<bool> {
        if read(&self.path)? != self.before {
            self.discard();
            return Ok(false);
        }
        fs::rename(&self.beside, &self.path).with_context(|| format!("cannot write {}", self.path.display()))?;
        Ok(true)
    }

    /// Gives back what somebody saved in the instant of an exchange, also of one that was killed just then. True when
    /// there was something: their file is in its place then.
    fn give_back(&self) -> anyhow::Result<bool> {
        let (Some(before), Some(out)) = (&self.before, read(&self.beside)?) else { return Ok(false) };
        // The beginning of what was to be written: killed while writing.
        if out == *before || self.after.starts_with(&out) {
            return Ok(false);
        }
        let failed = || format!("cannot put back {}", self.path.display());
        match exchange(&self.beside, &self.path) {
            Ok(()) => {}
            Err(Errno::NOENT) => {
                fs::rename(&self.beside, &self.path).with_context(failed)?;
                return Ok(true);
            }
            Err(error) => return Err(error).with_context(failed),
        }
        if read(&self.beside)?.is_some_and(|now| now != self.after) {
            // Saved twice: the later one stays in its place, the earlier one beside it, as editors keep it.
            let mut older = self.path.file_name().expect("a file has a name").to_owned();
            older.push("~");
            let kept = self.path.with_file_name(older);
            exchange(&self.beside, &self.path).with_context(failed)?;
            fs::rename(&self.beside, kept).with_context(failed)?;
        } else {
            self.discard();
        }
        Ok(true)
    }

    /// Takes away what waits beside the place; what cannot be removed is hidden, and the next import removes it.
    pub fn discard(&self) {
        let _ = fs::remove_file(&self.beside);
    }
}

fn exchange(a: &Path, b: &Path) -> rustix::io::Result<()> {
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)
}

/// Makes a folder and those above it, and adds the ones it made.
pub fn make_folders(folder: &Path, made: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => {
            made.insert(folder.to_owned());
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            make_folders(folder.parent().ok_or(error)?, made)?;
            make_folders(folder, made)
        }
        Err(error) => Err(error),
    }
}

/// Removes folders that were made for files which could not be written; one that is not empty stays.
pub fn remove_folders(made: &BTreeSet<PathBuf>) {
    // Those below others come later in the order of paths.
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// Makes sure that the names in a folder outlive a power cut.
///
/// # Errors
/// When the disk fails. File systems that cannot do it for folders are taken at their word.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

/// Names that begin with a dot are passed over when a catalogue is read.
#[must_use]
pub fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().expect("a file has a name"));
    name.push(".ocop-new");
    path.with_file_name(name)
}

/// The file itself: a record that is a link to another folder stays one.
fn behind_links(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// What may be done with the file that is there; a new one gets what is usual.
fn mode(path: &Path) -> Option<fs::Permissions> {
    fs::metadata(path).ok().map(|found| found.permissions())
}

/// Writes a file and waits until the disk has it.
fn fill(path: &Path, bytes: &[u8], mode: Option<fs::Permissions>) -> io::Result<()> {
    // One that was left may not be writable.
    let _ = fs::remove_file(path);
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    if let Some(mode) = mode {
        file.set_permissions(mode)?;
    }
    file.sync_all()
}

fn read(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

#[cfg(test)]
mod tests;
