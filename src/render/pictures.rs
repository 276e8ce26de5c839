//! Puts the published sizes of every picture away, made now or taken from the cache.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use rayon::prelude::*;

use crate::diag::code::PHOTO_UNREADABLE;
use crate::diag::{Diag, Level, Place, Sink};

use super::photo::{PhotoCache, PhotoKey, Recipe};
use super::{Artifact, Input, Output};

/// The pictures of one catalogue, with their cache.
pub struct Pictures {
    cache: PhotoCache,
}

impl Pictures {
    /// Keeps finished pictures in a folder, so that an unchanged one is never made again.
    #[must_use]
    pub fn cached_in(folder: impl Into<PathBuf>) -> Self {
        Self { cache: PhotoCache::open(folder) }
    }

    /// Makes all pictures of the plan. One that cannot be made is a message.
    ///
    /// # Errors
    /// When a picture cannot be read from the disk or put away.
    pub fn render(&self, input: Input<'_>, output: &Output<'_>, sink: &mut Sink) -> anyhow::Result<()> {
        let failed: Mutex<Vec<(usize, Diag)>> = Mutex::default();
        let used: Mutex<BTreeSet<PhotoKey>> = Mutex::default();
        input.plan.photos.par_iter().enumerate().try_for_each(|(index, job)| -> anyhow::Result<()> {
            let path = input.catalogue.files.absolute(job.file);
            let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            match self.cache.encoded(&bytes, &Recipe::of(&job.set)) {
                Ok((key, encoded)) => {
                    used.lock().unwrap_or_else(PoisonError::into_inner).insert(key);
                    for (path, bytes) in job.set.paths().zip(encoded.into_files()) {
                        (output.put)(Artifact { path: path.to_owned(), bytes })?;
                    }
                }
                Err(error) => {
                    let diag = Diag::new(&PHOTO_UNREADABLE, error.to_string())
                        .at(Place::top(job.file), "this picture")
                        .help("copy it again from the camera or telephone, or save it as JPEG");
                    failed.lock().unwrap_or_else(PoisonError::into_inner).push((index, diag));
                }
            }
            (output.tick)();
            Ok(())
        })?;
        let mut failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        failed.sort_by_key(|(index, _)| *index);
        let sound = failed.is_empty();
        for (_, diag) in failed {
            sink.push(diag);
        }
        // What no page shows any more is thrown away, unless a record with a mistake may still want it; a failure to
        // do so costs only space.
        if sound && sink.count(Level::Error) == 0 {
            let _ = self.cache.sweep(&used.into_inner().unwrap_or_else(PoisonError::into_inner));
        }
        Ok(())
    }
}
