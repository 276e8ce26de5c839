//! What was read before, for programs that read one catalogue again and again.
//!
//! In: which files have changed. Out: records of the folders in which none has, as they were read. A folder is read as a
//! whole or not at all, and everything that can change the reading of many (the languages, a list of files that has become
//! longer or shorter) makes this forget more, never less. Start at [`Kept::forget`].

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Files, Sink};

use super::records::{ProducerRecord, ProductRecord, SalesPointRecord};
use super::walk::{self, Folder, Tree};
use super::{InFolder, Loaded, Rest};

/// What has changed since a catalogue was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// These files and folders, with their whole paths.
    Paths(Vec<PathBuf>),
    /// Nobody knows.
    Anything,
}

/// The records of a catalogue as they were read last.
#[derive(Default)]
pub struct Kept {
    files: Option<Files>,
    /// The list of files with the messages about it.
    tree: Option<(Tree, Sink)>,
    pub(super) products: Folders<ProductRecord>,
    pub(super) producers: Folders<ProducerRecord>,
    pub(super) sales_points: Folders<SalesPointRecord>,
    pub(super) rest: Option<(Rest, Sink)>,
}

/// What a folder gave: its record, if it is sound, and messages.
type Read<R> = (Option<Arc<Loaded<R>>>, Sink);

/// Records of one kind by the name of their folder.
pub(crate) struct Folders<R>(HashMap<String, Read<R>>);

impl<R> Default for Folders<R> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<R: InFolder> Folders<R> {
    /// One entry for each folder, in their order; `fresh` reads those that are not kept. In parallel.
    pub(super) fn read(&mut self, folders: &[Folder], fresh: impl Fn(&Folder) -> Read<R> + Sync) -> Vec<Read<R>> {
        let missing: Vec<&Folder> = folders.iter().filter(|folder| !self.0.contains_key(&folder.name)).collect();
        let read: Vec<Read<R>> = missing.par_iter().map(|folder| fresh(folder)).collect();
        self.0.extend(missing.into_iter().map(|folder| folder.name.clone()).zip(read));
        if self.0.len() > folders.len() {
            let there: HashSet<&str> = folders.iter().map(|folder| &*folder.name).collect();
            self.0.retain(|name, _| there.contains(&**name));
        }
        folders.iter().map(|folder| self.0[&folder.name].clone()).collect()
    }
}

impl Kept {
    /// Nothing yet; reading fills it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets what the changed files gave. True when these are nothing but files of records that were there before.
    pub fn forget(&mut self, changed: &Changed) -> bool {
        self.forget_some(changed).unwrap_or_else(|| {
            *self = Self::new();
            false
        })
    }

    /// As [`Self::forget`]; `None` when nothing may be kept.
    fn forget_some(&mut self, changed: &Changed) -> Option<bool> {
        let Changed::Paths(paths) = changed else { return None };
        let files = self.files.as_ref()?;
        // A change is told under the path that a link leads to, whoever reads through the link.
        if self.tree.as_ref().is_some_and(|(tree, _)| tree.has_links) {
            return None;
        }
        // Paths of changes are those behind links.
        let root = std::fs::canonicalize(files.root()).ok()?;
        let mut is_little = self.tree.is_some() && self.rest.is_some();
        let mut folders = HashSet::new();
        for path in paths {
            let inside = path.strip_prefix(&root).ok().and_then(Path::to_str);
            // A link may lead anywhere.
            let inside = inside.filter(|inside| *inside != "ocop.toml")?;
            let mut parts = inside.split('/');
            match (parts.next(), parts.next(), parts.next()) {
                (Some("content"), Some(kind @ ("products" | "producers" | "sales-points")), Some(folder)) => {
                    folders.insert((kind, folder));
                }
                // A whole kind of records was moved here or away.
                (Some("content"), None | Some("products" | "producers" | "sales-points"), None) => {
                    return None;
                }
                _ => (self.rest, is_little) = (None, false),
            }
            let is_listed = matches!(inside.split('/').next(), Some("content" | "static"));
            let id = files.known(inside);
            let is_known = self.tree.as_ref().zip(id).is_some_and(|((tree, _), id)| tree.lists(inside, id));
            if is_listed && !(is_known && path.is_file()) {
                (self.tree, is_little) = (None, false);
            }
        }
        for (kind, folder) in folders {
            match kind {
                "products" => self.products.0.remove(folder).map(drop),
                "producers" => self.producers.0.remove(folder).map(drop),
                _ => self.sales_points.0.remove(folder).map(drop),
            };
        }
        Some(is_little)
    }

    /// The files of the last reading, under their numbers.
    pub(super) fn files(&self, root: &Path) -> Files {
        self.files.clone().unwrap_or_else(|| Files::new(root))
    }

    /// The list of files, as it was or made anew.
    pub(super) fn tree(&mut self, root: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Tree> {
        let (tree, messages) = if let Some(kept) = self.tree.take() {
            kept
        } else {
            let mut messages = Sink::new();
            (walk::content(root, files, &mut messages)?, messages)
        };
        sink.append(messages.clone());
        self.tree = Some((tree.clone(), messages));
        self.files = Some(files.again());
        Ok(tree)
    }
}
