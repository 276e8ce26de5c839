//! A directory tree that only grows: files and directories are made, never changed.
//!
//! In: relative paths and bytes, from many threads. A file of a former tree with the same bytes goes on as it is, with its date. Out: files with mode 0644 in directories with mode 0755, whatever the
//! umask says. Also the quick removal of a whole tree. Must not know that the tree is a site.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};
use std::time::SystemTime;

use rayon::prelude::*;
use rustix::fs::OFlags;

use super::stamp::Stamp;

/// The tree and the directories that it is known to have.
#[derive(Debug)]
pub(super) struct Tree {
    root: PathBuf,
    /// A whole tree whose files may stand in this one too.
    former: Option<PathBuf>,
    /// Relative paths without a slash at the end. Saves asking the system for 40,000 directories again and again.
    made: RwLock<HashSet<Box<str>>>,
    /// Whether the umask (or a default access list) takes something away that has to be given back to each file.
    correct_modes: bool,
}

/// A file that may go on as it is.
struct Known {
    path: PathBuf,
    modified: SystemTime,
    stamp: Stamp,
}

const DIR_MODE: u32 = 0o755;
pub(super) const FILE_MODE: u32 = 0o644;

impl Tree {
    /// Makes the directory `root`, which must not exist. `former`, on the same file system, may lie anywhere.
    pub(super) fn create(root: &Path, former: Option<&Path>) -> io::Result<Self> {
        DirBuilder::new().mode(DIR_MODE).create(root)?;
        let got = fs::metadata(root)?.permissions().mode() & 0o777;
        // File systems without modes (FAT) refuse the correction; then there is nothing to correct.
        let correct_modes = got != DIR_MODE && fs::set_permissions(root, Permissions::from_mode(DIR_MODE)).is_ok();
        let former = former.map(Path::to_owned);
        Ok(Self { root: root.to_owned(), former, made: RwLock::default(), correct_modes })
    }

    pub(super) fn path(&self) -> &Path {
        &self.root
    }

    /// Writes a new file; fails when the path has one already, since two writers of one path are a mistake in the plan.
    /// Gives its stamp, and whether it is the file of the former tree.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<(Stamp, bool)> {
        if let Some(known) = self.known(path, bytes) {
            self.make_room(path)?;
            match fs::hard_link(known.path, self.root.join(path)) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
                Ok(()) => return Ok((known.stamp, true)),
                // A file system without links, or with too many to this file: the date at least is kept.
                Err(_) => {
                    let mut file = self.create_file(path)?;
                    file.write_all(bytes)?;
                    file.set_modified(known.modified)?;
                    return Ok((Stamp::of(&file.metadata()?), true));
                }
            }
        }
        let mut file = self.create_file(path)?;
        file.write_all(bytes)?;
        Ok((Stamp::of(&file.metadata()?), false))
    }

    /// Whether the former tree has the stamped file at this path.
    pub(super) fn has_former(&self, path: &str, stamp: &Stamp) -> bool {
        refuse_escape(path).is_ok() && self.former.as_ref().is_some_and(|former| stamp.fits(&former.join(path)))
    }

    /// Takes a file of the former tree over as it is; false where the file system cannot.
    pub(super) fn take_over(&self, path: &str) -> io::Result<bool> {
        let Some(former) = &self.former else { return Ok(false) };
        self.make_room(path)?;
        match fs::hard_link(former.join(path), self.root.join(path)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            linked => Ok(linked.is_ok()),
        }
    }

    /// The file of the former tree at this path, if it is one that this tree would make: the bytes decide, not its date.
    fn known(&self, path: &str, bytes: &[u8]) -> Option<Known> {
        refuse_escape(path).ok()?;
        let path = self.former.as_ref()?.join(path);
        // A link would lead to a file of somebody else; a pipe would never answer.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let flags = i32::try_from(flags.bits()).expect("flags of the system fit its type");
        let mut file = OpenOptions::new().read(true).custom_flags(flags).open(&path).ok()?;
        let found = file.metadata().ok()?;
        if !found.is_file() || found.len() != bytes.len() as u64 || found.permissions().mode() & 0o7777 != FILE_MODE {
            return None;
        }
        // One more than expected, so that the end is seen without asking again.
        let mut content = Vec::with_capacity(bytes.len() + 1);
        file.read_to_end(&mut content).ok()?;
        let (modified, stamp) = (found.modified().ok()?, Stamp::of(&found));
        (content == bytes).then_some(Known { path, modified, stamp })
    }

    /// Makes an empty file and the directories above it.
    pub(super) fn create_file(&self, path: &str) -> io::Result<File> {
        self.make_room(path)?;
        let file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(self.root.join(path))?;
        if self.correct_modes {
            file.set_permissions(Permissions::from_mode(FILE_MODE))?;
        }
        Ok(file)
    }

    /// Makes the directories above a file.
    fn make_room(&self, path: &str) -> io::Result<()> {
        refuse_escape(path)?;
        path.rsplit_once('/').map_or(Ok(()), |(parent, _)| self.make_dir(parent))
    }

    /// The directories at the top, in code-point order.
    pub(super) fn top_directories(&self) -> Vec<String> {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        let tops: BTreeSet<&str> = made.iter().filter(|path| !path.contains('/')).map(|path| &**path).collect();
        tops.into_iter().map(str::to_owned).collect()
    }

    fn make_dir(&self, path: &str) -> io::Result<()> {
        if self.made.read().unwrap_or_else(PoisonError::into_inner).contains(path) {
            return Ok(());
        }
        if let Some((parent, _)) = path.rsplit_once('/') {
            self.make_dir(parent)?;
        }
        let full = self.root.join(path);
        match DirBuilder::new().mode(DIR_MODE).create(&full) {
            Ok(()) if self.correct_modes => fs::set_permissions(&full, Permissions::from_mode(DIR_MODE))?,
            // Another thread was quicker. A file of that name shows itself when something is written below it.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => made?,
        }
        self.made.write().unwrap_or_else(PoisonError::into_inner).insert(path.into());
        Ok(())
    }
}

/// The plan checks paths; this is the last door before the disk, and asking costs nothing beside a system call.
fn refuse_escape(path: &str) -> io::Result<()> {
    let stays = path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains('\0'));
    if stays { Ok(()) } else { Err(io::Error::new(ErrorKind::InvalidInput, "this path leaves the site")) }
}

/// Removes a directory and everything in it, on all cores. Links are removed, not followed. Nothing there is fine.
pub(super) fn remove(dir: &Path) -> io::Result<()> {
    let listing = match fs::read_dir(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        listing => listing?,
    };
    let mut below = Vec::new();
    for entry in listing {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            below.push(entry.path());
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    below.par_iter().try_for_each(|dir| remove(dir))?;
    fs::remove_dir(dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn files_arrive_with_their_directories_from_many_threads() {
        let folder = tempfile::tempdir().unwrap();
        let tree = Tree::create(&folder.path().join("new"), None).unwrap();
        let paths: Vec<String> = (0..400).map(|n| format!("vi/san-pham/{}/{n}/index.html", n % 7)).collect();
        paths.par_iter().try_for_each(|path| tree.write(path, path.as_bytes()).map(drop)).unwrap();
        for path in &paths {
            assert_eq!(fs::read_to_string(tree.path().join(path)).unwrap(), *path);
        }
        tree.write("en/index.html", b"").unwrap();
        tree.write("robots.txt", b"").unwrap();
        assert_eq!(tree.top_directories(), ["en", "vi"]);
        remove(tree.path()).unwrap();
        assert!(!tree.path().exists());
        remove(tree.path()).unwrap();
    }

    #[test]
    fn a_path_is_written_once_and_stays_inside() {
        let folder = tempfile::tempdir().unwrap();
        let tree = Tree::create(&folder.path().join("new"), None).unwrap();
        tree.write("a", b"1").unwrap();
        assert_eq!(tree.write("a", b"2").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(tree.write("a/b", b"2").unwrap_err().kind(), ErrorKind::NotADirectory);
        for path in ["", "/etc/x", "../x", "a/../../x", "b//x", "b/.", "b/", "b\0"] {
            assert_eq!(tree.write(path, b"").unwrap_err().kind(), ErrorKind::InvalidInput, "{path:?}");
        }
        assert_eq!(fs::read(tree.path().join("a")).unwrap(), b"1");
    }

    #[test]
    fn modes_do_not_depend_on_the_umask() {
        // The umask belongs to the whole test process, so the correction is switched on here instead.
        let folder = tempfile::tempdir().unwrap();
        let mut tree = Tree::create(&folder.path().join("new"), None).unwrap();
        assert_eq!(mode(tree.path()), 0o755);
        tree.correct_modes = true;
        tree.write("vi/index.html", b"").unwrap();
        assert_eq!(mode(&tree.path().join("vi")), 0o755);
        assert_eq!(mode(&tree.path().join("vi/index.html")), 0o644);
    }

    #[test]
    fn removing_a_tree_does_not_follow_links() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept");
        fs::create_dir(&kept).unwrap();
        fs::write(kept.join("record.toml"), "").unwrap();
        let tree = Tree::create(&folder.path().join("new"), None).unwrap();
        std::os::unix::fs::symlink(&kept, tree.path().join("link")).unwrap();
        remove(tree.path()).unwrap();
        assert!(kept.join("record.toml").exists());
    }
}
