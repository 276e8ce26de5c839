//! Where the files of the search index lie.

use crate::model::Slug;

/// The folder of the index. The names of its parts carry the hash of their content, so they are known only when they
/// are made; the plan keeps the folder free for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchFiles;

impl SearchFiles {
    /// What a search begins with: names of the other files and the dictionary. Its name does not change.
    pub const MANIFEST: &'static str = "search/manifest.bin";

    /// Which parts a browser keeps to search without a network. Its name does not change.
    pub const OFFLINE: &'static str = "search/offline.json";

    /// Of all other files. Browsers may keep what lies in it for good.
    pub const FOLDER: &'static str = "search/parts";

    /// The indexes that a portal searches together, where it joins other catalogues.
    pub const MEMBERS: &'static str = "search/members.json";

    /// Where the first file of the index of a member is copied to.
    #[must_use]
    pub fn of_member(id: &Slug) -> String {
        format!("search/members/{id}.bin")
    }

    /// Where the other files of the index of a member are copied to.
    #[must_use]
    pub fn part_of_member(id: &Slug, name: &str) -> String {
        format!("{}/{id}/{name}", Self::FOLDER)
    }

    #[must_use]
    pub fn owns(path: &str) -> bool {
        path.starts_with("search/")
    }
}
