//! A site on disk, swapped in as a whole.
//!
//! In: finished files. Out: the directory `output`, which is at every instant the whole old or the whole new site.
//! Must not know what a file is about. Start at [`Staging`].
//!
//! The new site grows in `.<output>.ocop-build/new`, beside the output and so on the same file system, and takes its
//! place in one step (`swap`). What is left when the process is killed:
//!
//! | killed while | `output` | the next build |
//! |---|---|---|
//! | files are written | the old site, untouched | removes the half-written one |
//! | the two are exchanged (one system call) | old or new, whole | removes the other one |
//! | the old site is removed | the new site | removes the rest |
//! | two-step swap, between the steps (only where the file system cannot exchange) | missing | puts the old one back |
//!
//! A full disk or any other failed write is an error from [`Staging::put`] or [`Staging::commit`]; the old site stays
//! and dropping the [`Staging`] removes the new one.

mod stamp;
mod swap;
mod target;
mod tree;
mod workspace;

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result, ensure};

use stamp::Gathered;
use target::{Marker, State, Target};
use tree::Tree;
use workspace::Workspace;

pub use stamp::Stamps;

/// A new site being written beside the published one. Nothing of it is visible before [`Staging::commit`].
///
/// Dropping it without a commit removes what was written and leaves the published site as it was.
pub struct Staging {
    target: Target,
    tree: Tree,
    /// Opened before the first file is written, so that the sync reports every write that failed since.
    root: File,
    files: AtomicU64,
    bytes: AtomicU64,
    unchanged: AtomicU64,
    /// Of the former site, as far as they are known.
    former: Option<Stamps>,
    stamps: Gathered,
    /// Last, so that the lock is given back after everything else is gone.
    workspace: Workspace,
}

/// What a commit did.
#[derive(Debug)]
pub struct Report {
    /// Files of the site, without the marker.
    pub files: u64,
    pub bytes: u64,
    /// Files that the former site had with the same bytes: they kept their dates.
    pub unchanged: u64,
    /// By which the next build knows the files again.
    pub stamps: Stamps,
    /// The site is published, but the old one could not be removed: why, with its path. The next build tries again.
    pub not_removed: Option<anyhow::Error>,
}

impl Staging {
    /// Begins a new site for `output`; a link is followed, missing parents are made. `root` is the directory that the
    /// site is made from.
    ///
    /// # Errors
    /// When `output` is a file, a mount point, contains `root`, or is a directory that `ocop` did not make; when another
    /// build is writing to it; when the directory beside it cannot be written. In all cases `output` is untouched.
    pub fn begin(output: &Path, root: &Path) -> Result<Self> {
        let target = Target::resolve(output)?;
        target.refuse_around(root)?;
        let workspace = Workspace::enter(&target)?;
        workspace.settle(&target)?;
        let former = (target.state()? == State::Ours).then(|| target.path());
        let tree = Tree::create(&workspace.new_site(), former)
            .with_context(|| format!("cannot write a new site beside {target} in `{}`", workspace.path().display()))?;
        let opened = File::open(tree.path());
        let root = opened.with_context(|| format!("cannot open `{}`", tree.path().display()))?;
        Ok(Self {
            target,
            tree,
            root,
            files: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            unchanged: AtomicU64::new(0),
            former: None,
            stamps: Gathered::default(),
            workspace,
        })
    }

    /// For [`Staging::keep`]: the stamps of the published site.
    #[must_use]
    pub fn knowing(mut self, former: Option<Stamps>) -> Self {
        self.former = former;
        self
    }

    /// Takes files of the published site over as they are; or none of them, and false, where one is not exactly the file that
    /// was put there. For files whose bytes are known without making them; call it as [`Staging::put`].
    ///
    /// # Errors
    /// When the disk is full or refuses; the message names the path. The published site is unchanged.
    pub fn keep(&self, paths: &[&str]) -> Result<bool> {
        let stamps =
            paths.iter().map(|path| self.former.as_ref()?.get(path).filter(|at| self.tree.has_former(path, at)));
        let Some(stamps) = stamps.collect::<Option<Vec<_>>>() else { return Ok(false) };
        for (index, (path, stamp)) in paths.iter().zip(stamps).enumerate() {
            if !self.tree.take_over(path).with_context(|| self.cannot("keep", path))? {
                // A file system that has no links takes none over, or has just run out of them.
                ensure!(index == 0, "{}: it has no room for another link", self.cannot("keep", path));
                return Ok(false);
            }
            self.count(stamp.bytes());
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            self.stamps.add(path, *stamp);
        }
        Ok(true)
    }

    /// Writes one file. `path` is relative, with `/` between its parts; its directories are made. Call it from any
    /// thread, once for each path.
    ///
    /// A file that the published site has with the same bytes is not written again but is part of both sites until the old
    /// one goes. So it keeps its date: an upload sends only what has changed, and visitors keep what they have.
    ///
    /// # Errors
    /// When the disk is full or refuses; the message names the path. The published site is unchanged.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let (stamp, is_known) = self.tree.write(path, bytes).with_context(|| self.cannot("write", path))?;
        self.stamps.add(path, stamp);
        self.count(bytes.len() as u64);
        self.unchanged.fetch_add(u64::from(is_known), Ordering::Relaxed);
        Ok(())
    }

    /// Copies the file `from` to `path`, else as [`Staging::put`].
    ///
    /// It is a copy and not a hard link even where both lie on one disk: whoever edits the published file in place must
    /// not change the original. Where the file system can share blocks, the system call behind this does.
    ///
    /// # Errors
    /// As [`Staging::put`], and when `from` cannot be read.
    pub fn copy(&self, path: &str, from: &Path) -> Result<()> {
        let opened = File::open(from);
        let mut source = opened.with_context(|| format!("cannot read `{}`", from.display()))?;
        let copied = self.tree.create_file(path).and_then(|mut file| io::copy(&mut source, &mut file));
        let copied = copied.with_context(|| format!("{} from `{}`", self.cannot("copy", path), from.display()))?;
        self.count(copied);
        Ok(())
    }

    /// Publishes: from here on `output` is the new site. Then removes the old one.
    ///
    /// # Errors
    /// When the system reports late that a file could not be written, or the swap fails. The published site is unchanged.
    pub fn commit(mut self) -> Result<Report> {
        let target = &self.target;
        let new = self.tree.path();
        let directories = self.tree.top_directories();
        self.tree
            .write(Marker::NAME, Marker::text(&directories).as_bytes())
            .with_context(|| self.cannot("write", Marker::NAME))?;
        self.sync()
            .with_context(|| format!("cannot store the new site for {target}, the published one is unchanged"))?;

        // Asked again: the build may have taken minutes, in which somebody else may have filled the directory.
        match target.state()? {
            State::Absent => fs::rename(new, target.path()).with_context(|| self.cannot_swap())?,
            State::Empty | State::Ours => {
                swap::exchange(new, target.path(), &self.workspace.old_site()).with_context(|| self.cannot_swap())?;
            }
        }
        // Before the old site is removed: after a power cut its name must not lead to what is half removed.
        swap::confirm(&[target.parent(), self.workspace.path()]).with_context(|| {
            format!("the new site is in the place of {target}, but the disk does not confirm that it keeps it")
        })?;
        Ok(Report {
            files: self.files.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
            unchanged: self.unchanged.load(Ordering::Relaxed),
            not_removed: self.workspace.settle(target).err(),
            stamps: std::mem::take(&mut self.stamps).all(),
        })
    }

    /// One call for the whole file system instead of one for each of 55,000 files (1.0–1.4 s for 390 MB on a virtual disk,
    /// nothing on tmpfs).
    ///
    /// Two things need it. Some file systems report a full disk only now (network, quota, thin volumes), and a swap must
    /// not happen after that. And after a power failure the renamed directory could be there without its contents.
    fn sync(&self) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(&self.root)?;
        #[cfg(not(target_os = "linux"))]
        self.root.sync_all()?;
        Ok(())
    }

    fn count(&self, bytes: u64) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    fn cannot(&self, verb: &str, path: &str) -> String {
        format!("cannot {verb} `{}`, the published site is unchanged", self.target.shown().join(path).display())
    }

    fn cannot_swap(&self) -> String {
        format!("cannot put the new site in the place of {}", self.target)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After a commit there is nothing left; after a failure the message is already on its way, and what cannot be
        // removed now is removed by the next build.
        let _ = self.workspace.settle(&self.target);
    }
}

#[cfg(test)]
mod tests;
