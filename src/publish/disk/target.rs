//! The directory that a site is published to, and whether `ocop` may replace it.
//!
//! In: the path as the user wrote it. Out: the [`Target`] behind all links, and its [`State`].
//! Reads the disk, changes only missing parents. The rule: a directory that `ocop` did not make is never replaced.

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// A directory to publish to. Its parent exists; it does not need to.
#[derive(Debug)]
pub(super) struct Target {
    shown: PathBuf,
    path: PathBuf,
}

/// What may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Absent,
    Empty,
    Ours,
}

impl Target {
    /// Follows links, so that two spellings of one directory are one target (and one lock).
    pub(super) fn resolve(output: &Path) -> Result<Self> {
        let path = match fs::symlink_metadata(output) {
            Ok(found) => {
                let real = fs::canonicalize(output);
                let real = real.with_context(|| {
                    if found.is_symlink() {
                        format!("`{}` is a link to a directory that is not there", output.display())
                    } else {
                        format!("cannot open `{}`", output.display())
                    }
                })?;
                ensure!(real.is_dir(), "`{}` is a file, a site needs a directory there", output.display());
                real
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
                    bail!("`{}` is not a name for a directory", output.display());
                };
                let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
                let made = fs::create_dir_all(parent).and_then(|()| fs::canonicalize(parent));
                made.with_context(|| format!("cannot make `{}`", parent.display()))?.join(name)
            }
            Err(error) => return Err(error).with_context(|| format!("cannot open `{}`", output.display())),
        };
        ensure!(path.file_name().is_some(), "`{}` cannot be replaced by a site", output.display());
        let target = Self { shown: output.to_owned(), path };
        target.refuse_mount_point()?;
        Ok(target)
    }

    /// The real path.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The path as the user wrote it, for messages.
    pub(super) fn shown(&self) -> &Path {
        &self.shown
    }

    pub(super) fn parent(&self) -> &Path {
        self.path.parent().expect("a resolved target has a name and so a parent")
    }

    pub(super) fn name(&self) -> &OsStr {
        self.path.file_name().expect("a resolved target has a name")
    }

    /// What is at the target now.
    ///
    /// Fails when that is a directory with files and without the marker, or with a directory at its top that the marker
    /// does not list: a `.git` made inside the output is somebody's work.
    pub(super) fn state(&self) -> Result<State> {
        let mut entries = Vec::new();
        let listing = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(State::Absent),
            listing => listing.with_context(|| format!("cannot read {self}"))?,
        };
        for entry in listing {
            let entry = entry.with_context(|| format!("cannot read {self}"))?;
            entries.push((entry.file_name(), entry.file_type().is_ok_and(|kind| kind.is_dir())));
        }
        entries.sort();
        let Some((first, _)) = entries.first() else {
            return Ok(State::Empty);
        };
        let Some(marker) = Marker::read(&self.path) else {
            bail!(
                "{self} holds other files (such as `{}`) and was not made by ocop, so it is not replaced: \
                 choose another output directory, or move these files away",
                first.display()
            );
        };
        if let Some((foreign, _)) = entries.iter().find(|(name, is_dir)| *is_dir && !marker.lists(name)) {
            bail!(
                "`{}` was not made by ocop and would be lost when {self} is replaced: move it away",
                self.shown.join(foreign).display()
            );
        }
        Ok(State::Ours)
    }

    /// Fails when replacing the target would remove `root`.
    pub(super) fn refuse_around(&self, root: &Path) -> Result<()> {
        let inside = fs::canonicalize(root).is_ok_and(|root| root.starts_with(&self.path));
        ensure!(
            !inside,
            "{self} contains the catalogue itself (`{}`): choose another output directory",
            root.display()
        );
        Ok(())
    }

    /// A mount point cannot be renamed, and what lies beside it is on another disk: said before the work, not after it.
    fn refuse_mount_point(&self) -> Result<()> {
        let device = |path: &Path| fs::metadata(path).map(|found| found.dev()).ok();
        let own = device(&self.path);
        ensure!(
            own.is_none() || own == device(self.parent()),
            "{self} is a mount point, which cannot be replaced in one step: choose a directory inside it"
        );
        Ok(())
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.shown.display())
    }
}

/// The file that tells a directory made by `ocop`: a sentence for the reader, then the directories at the top.
pub(super) struct Marker {
    directories: Vec<String>,
}

impl Marker {
    pub(super) const NAME: &str = ".ocop-site";

    const SENTENCE: &str =
        "Made by ocop. Every build replaces this directory as a whole: keep nothing of your own here.";

    /// `directories` in the order in which they are to be written, without `/`.
    pub(super) fn text(directories: &[String]) -> String {
        let mut text = format!("{}\n", Self::SENTENCE);
        for directory in directories {
            text.push_str(directory);
            text.push_str("/\n");
        }
        text
    }

    fn read(site: &Path) -> Option<Self> {
        let path = site.join(Self::NAME);
        if !fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
            return None;
        }
        let text = fs::read_to_string(path).ok()?;
        let directories = text.lines().filter_map(|line| line.strip_suffix('/')).map(str::to_owned).collect();
        Some(Self { directories })
    }

    fn lists(&self, name: &OsStr) -> bool {
        self.directories.iter().any(|listed| OsStr::new(listed) == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(result: Result<impl fmt::Debug>, folder: &Path) -> String {
        let folder = folder.display().to_string();
        format!("{:#}", result.unwrap_err()).replace(&folder, "…")
    }

    #[test]
    fn only_missing_empty_and_own_directories_may_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let public = folder.path().join("public");
        let state = || Target::resolve(&public).unwrap().state();

        assert_eq!(state().unwrap(), State::Absent);
        fs::create_dir(&public).unwrap();
        assert_eq!(state().unwrap(), State::Empty);
        fs::write(public.join("ảnh chè.jpg"), "").unwrap();
        assert_eq!(
            said(state(), folder.path()),
            "`…/public` holds other files (such as `ảnh chè.jpg`) and was not made by ocop, so it is not replaced: \
             choose another output directory, or move these files away"
        );
        fs::write(public.join(Marker::NAME), Marker::text(&["vi".to_owned()])).unwrap();
        assert_eq!(state().unwrap(), State::Ours);
        fs::create_dir(public.join("vi")).unwrap();
        assert_eq!(state().unwrap(), State::Ours);
        fs::create_dir(public.join(".git")).unwrap();
        assert_eq!(
            said(state(), folder.path()),
            "`…/public/.git` was not made by ocop and would be lost when `…/public` is replaced: move it away"
        );
    }

    #[test]
    fn a_marker_that_is_not_a_file_is_no_marker() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(Marker::NAME)).unwrap();
        assert!(Target::resolve(folder.path()).unwrap().state().is_err());
    }

    #[test]
    fn a_file_a_dangling_link_and_the_root_are_no_targets() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("catalogue.pdf");
        fs::write(&file, "").unwrap();
        assert_eq!(
            said(Target::resolve(&file), folder.path()),
            "`…/catalogue.pdf` is a file, a site needs a directory there"
        );

        let link = folder.path().join("public");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        assert!(
            said(Target::resolve(&link), folder.path())
                .starts_with("`…/public` is a link to a directory that is not there")
        );

        assert_eq!(said(Target::resolve(Path::new("/")), folder.path()), "`/` cannot be replaced by a site");
        assert!(Target::resolve(&folder.path().join("missing/..")).is_err());
    }

    #[test]
    fn a_link_is_followed_and_missing_parents_are_made() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap();
        fs::create_dir(real.join("www")).unwrap();
        std::os::unix::fs::symlink("www", real.join("public")).unwrap();
        assert_eq!(Target::resolve(&real.join("public")).unwrap().path(), real.join("www"));
        assert_eq!(Target::resolve(&real.join("a/b/public/")).unwrap().path(), real.join("a/b/public"));
    }

    #[test]
    fn the_output_may_lie_in_the_catalogue_but_not_around_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("catalogue");
        fs::create_dir(&root).unwrap();
        let refuse = |output: &Path| Target::resolve(output).unwrap().refuse_around(&root);
        assert!(refuse(&root.join("public")).is_ok());
        assert_eq!(
            said(refuse(folder.path()), folder.path()),
            "`…` contains the catalogue itself (`…/catalogue`): choose another output directory"
        );
        assert!(refuse(&root).is_err());
    }
}
