//! The directory beside the output in which a site is prepared, and the lock that keeps two builds apart.
//!
//! In: a [`Target`]. Out: the only right to write beside it, for as long as the [`Workspace`] lives.
//! Layout of `.<output>.ocop-build/`: `lock`; `new` (being written, or the old site after an exchange: may go at any
//! time); `old` (a whole old site in a two-step swap); `gone` (what is being removed). It exists only during a build.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::target::Target;
use super::tree;

/// A locked workspace. The lock belongs to the open file, so the system takes it back when the process is killed.
#[derive(Debug)]
pub(super) struct Workspace {
    dir: PathBuf,
    _lock: File,
}

impl Workspace {
    /// Makes and locks the workspace of `target`.
    ///
    /// Fails at once, without waiting, when another build holds it.
    pub(super) fn enter(target: &Target) -> Result<Self> {
        let mut name = std::ffi::OsString::from(".");
        name.push(target.name());
        name.push(".ocop-build");
        let dir = target.parent().join(name);
        // A build that ends between two of the steps below takes the directory or the lock file with it: then again.
        loop {
            match fs::create_dir(&dir) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    return Err(error).with_context(|| {
                        format!(
                            "cannot write beside {target}: a new site grows in `{}` and is then put in its place",
                            dir.display()
                        )
                    });
                }
                _ => refuse_foreign(&dir)?,
            }
            let path = dir.join(LOCK);
            let mut lock = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                opened => opened.with_context(|| format!("cannot open `{}`", path.display()))?,
            };
            match lock.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    bail!("another build{} is writing to {target}: wait until it has ended", holder(&mut lock));
                }
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock `{}`", path.display()));
                }
            }
            if is_at(&lock, &path) {
                // Only for the message above; a full disk shows itself soon enough.
                let _ = lock.set_len(0).and_then(|()| write!(lock, "{}", std::process::id()));
                return Ok(Self { dir, _lock: lock });
            }
        }
    }

    /// Repairs what a killed build left, then removes every site in the workspace.
    pub(super) fn settle(&self, target: &Target) -> Result<()> {
        let (old, gone) = (self.old_site(), self.dir.join("gone"));
        if old.exists() && fs::symlink_metadata(target.path()).is_err() {
            // Stopped between the two steps of a two-step swap. `old` is whole: it leaves this name to be removed.
            fs::rename(&old, target.path())
                .with_context(|| format!("cannot put back {target} from `{}`", old.display()))?;
        }
        let removed = tree::remove(&gone).and_then(|()| {
            if old.exists() {
                fs::rename(&old, &gone)?;
                tree::remove(&gone)?;
            }
            tree::remove(&self.new_site())
        });
        removed.with_context(|| format!("cannot remove an old site from `{}`", self.dir.display()))
    }

    pub(super) fn path(&self) -> &Path {
        &self.dir
    }

    pub(super) fn new_site(&self) -> PathBuf {
        self.dir.join("new")
    }

    pub(super) fn old_site(&self) -> PathBuf {
        self.dir.join("old")
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // The lock file goes while it is still locked: whoever opened it meanwhile sees in `is_at` that it is gone.
        // Something left inside keeps the directory, for the next build to remove; then its lock file must stay too,
        // or the directory would look like somebody else's.
        let only_lock = fs::read_dir(&self.dir)
            .is_ok_and(|mut left| left.all(|entry| entry.is_ok_and(|entry| entry.file_name() == LOCK)));
        if only_lock {
            let _ = fs::remove_file(self.dir.join(LOCK)).and_then(|()| fs::remove_dir(&self.dir));
        }
    }
}

const LOCK: &str = "lock";

/// A directory of this name without our lock file, but with other files, is not ours to clear.
fn refuse_foreign(dir: &Path) -> Result<()> {
    let listing = match fs::read_dir(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        listing => listing.with_context(|| format!("cannot read `{}`", dir.display()))?,
    };
    let is_link = fs::symlink_metadata(dir).is_ok_and(|found| found.is_symlink());
    let names: Vec<_> = listing.filter_map(|entry| entry.ok().map(|entry| entry.file_name())).collect();
    let ours = names.is_empty() || names.iter().any(|name| name == LOCK);
    // A build that is leaving removes its lock file last, one that is entering makes it first.
    ensure!(
        ours && !is_link,
        "`{}` was not made by ocop, and is where a new site would be prepared: move it away",
        dir.display()
    );
    Ok(())
}

/// Whether the locked file is still the one that others find at `path`.
fn is_at(lock: &File, path: &Path) -> bool {
    match (lock.metadata(), fs::metadata(path)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn target(folder: &Path) -> Target {
        Target::resolve(&folder.join("public")).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn one_build_at_a_time_and_nothing_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let first = Workspace::enter(&target(folder.path())).unwrap();
        assert_eq!(names(folder.path()), [".public.ocop-build"]);
        let message = Workspace::enter(&target(folder.path())).unwrap_err().to_string();
        let expected = format!(
            "another build (process {}) is writing to `{}`: wait until it has ended",
            std::process::id(),
            folder.path().join("public").display()
        );
        assert_eq!(message, expected);
        drop(first);
        assert!(names(folder.path()).is_empty());
        drop(Workspace::enter(&target(folder.path())).unwrap());
    }

    #[test]
    fn many_builds_that_come_and_go_never_meet() {
        let folder = tempfile::tempdir().unwrap();
        let inside = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..300 {
                        if let Ok(workspace) = Workspace::enter(&target(folder.path())) {
                            assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                            fs::create_dir(workspace.new_site()).unwrap();
                            workspace.settle(&target(folder.path())).unwrap();
                            inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                        }
                    }
                });
            }
        });
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn a_directory_of_that_name_that_is_not_ours_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let foreign = folder.path().join(".public.ocop-build");
        fs::create_dir_all(foreign.join("new")).unwrap();
        assert!(Workspace::enter(&target(folder.path())).unwrap_err().to_string().contains("was not made by ocop"));
        assert_eq!(names(&foreign), ["new"]);
    }

    #[test]
    fn a_swap_killed_between_its_two_steps_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let target = target(folder.path());
        let workspace = Workspace::enter(&target).unwrap();
        fs::create_dir(workspace.old_site()).unwrap();
        fs::write(workspace.old_site().join("index.html"), "cũ").unwrap();
        fs::create_dir(workspace.new_site()).unwrap();
        workspace.settle(&target).unwrap();
        assert_eq!(fs::read_to_string(target.path().join("index.html")).unwrap(), "cũ");
        drop(workspace);
        assert_eq!(names(folder.path()), ["public"]);
    }

    #[test]
    fn a_swap_killed_after_its_two_steps_stands() {
        let folder = tempfile::tempdir().unwrap();
        let target = target(folder.path());
        fs::create_dir(target.path()).unwrap();
        fs::write(target.path().join("index.html"), "mới").unwrap();
        let workspace = Workspace::enter(&target).unwrap();
        fs::create_dir_all(workspace.old_site().join("vi")).unwrap();
        workspace.settle(&target).unwrap();
        drop(workspace);
        assert_eq!(fs::read_to_string(target.path().join("index.html")).unwrap(), "mới");
        assert_eq!(names(folder.path()), ["public"]);
    }
}
