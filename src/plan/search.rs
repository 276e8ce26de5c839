//! Where the files of the search index lie.

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

    #[must_use]
    pub fn owns(path: &str) -> bool {
        path.starts_with("search/")
    }
}
