//! What a build leaves for the next one into the same output: what it looked at for each page, and by what its files are known.
//!
//! In and out: one file below `.ocop/cache` for each output. It may be thrown away at any time, then everything is made anew;
//! one that is damaged, of another program or of another site is as good as none. Must not know the command line.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::publish::disk::Stamps;
use crate::render::Kept;

/// Below the root.
pub(crate) const FOLDER: &str = ".ocop/cache/build";

/// Outputs of one catalogue that are remembered.
const MOST: usize = 8;

/// Both speak of one site: the stamps are those of the files that were made of what was looked at.
#[derive(Serialize, Deserialize)]
pub(crate) struct Handover {
    pub made: Kept,
    pub stamps: Stamps,
}

const HASH: usize = blake3::OUT_LEN;

impl Handover {
    /// What the last build into an output left.
    pub(crate) fn find(root: &Path, output: &Path) -> Option<Self> {
        let bytes = fs::read(place(root, output)?).ok()?;
        let (content, hash) = bytes.split_last_chunk::<HASH>()?;
        (blake3::hash(content) == *hash).then(|| postcard::from_bytes(content).ok())?
    }

    /// Leaves it for the next build.
    ///
    /// # Errors
    /// When the disk fails; then the next build makes everything anew.
    pub(crate) fn leave(&self, root: &Path, output: &Path) -> io::Result<()> {
        let place = place(root, output).ok_or_else(|| io::Error::other("the output is gone"))?;
        let folder = place.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder)?;
        let unfinished = folder.join(format!("{}.new", std::process::id()));
        let write = || {
            // Written as it is made, since it is a hundred megabytes for a large catalogue; not synced, since it may be lost.
            let file = Hashed { hasher: blake3::Hasher::new(), inner: File::create(&unfinished)? };
            let file = postcard::to_io(self, BufWriter::new(file)).map_err(io::Error::other)?;
            let Hashed { hasher, mut inner } = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            inner.write_all(hasher.finalize().as_bytes())?;
            fs::rename(&unfinished, &place)
        };
        write().inspect_err(|_| {
            // The first error is the one to tell; what stays is removed below by a later build.
            let _ = fs::remove_file(&unfinished);
        })?;
        sweep(folder);
        Ok(())
    }
}

/// A file, and the hash of what was written to it.
struct Hashed {
    hasher: blake3::Hasher,
    inner: File,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Removes all but the newest; what cannot be removed costs nothing but space.
fn sweep(folder: &Path) {
    let Ok(listing) = fs::read_dir(folder) else { return };
    let age =
        |entry: &fs::DirEntry| entry.metadata().and_then(|file| file.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut all: Vec<_> = listing.filter_map(Result::ok).map(|entry| (age(&entry), entry.path())).collect();
    all.sort();
    for (_, path) in all.iter().rev().skip(MOST) {
        let _ = fs::remove_file(path);
    }
}

/// By the real path of the output, which is there once a site is in it.
fn place(root: &Path, output: &Path) -> Option<PathBuf> {
    let output = fs::canonicalize(output).ok()?;
    let name = blake3::hash(output.as_os_str().as_encoded_bytes()).to_hex();
    Some(root.join(FOLDER).join(&name[..16]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_found_and_a_damaged_one_is_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (root, output) = (folder.path(), folder.path().join("public"));
        let left = Handover { made: Kept::default(), stamps: Stamps::default() };
        assert!(left.leave(root, &output).is_err(), "there is no output");
        fs::create_dir(&output).expect("make the folder");
        assert!(Handover::find(root, &output).is_none());
        left.leave(root, &output).expect("the disk works");
        assert!(Handover::find(root, &output).is_some());
        assert!(Handover::find(root, folder.path()).is_none(), "another output");
        let place = place(root, &output).expect("it is there");
        let mut bytes = fs::read(&place).expect("it is there");
        bytes[0] ^= 1;
        fs::write(&place, bytes).expect("the disk works");
        assert!(Handover::find(root, &output).is_none());
    }

    #[test]
    fn only_some_outputs_are_remembered() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let left = Handover { made: Kept::default(), stamps: Stamps::default() };
        for number in 0..MOST + 3 {
            let output = folder.path().join(format!("public-{number}"));
            fs::create_dir(&output).expect("make the folder");
            left.leave(folder.path(), &output).expect("the disk works");
        }
        assert_eq!(fs::read_dir(folder.path().join(FOLDER)).expect("it is there").count(), MOST);
    }
}
