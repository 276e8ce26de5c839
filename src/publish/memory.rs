//! A whole site in memory, for the preview.
//!
//! In: finished files. Out: the bytes and the media type of a path. Start at [`Shelf`], which swaps one site for the
//! next as a whole, as [`super::disk`] does on disk: whoever took the old one keeps a complete old one.
//! Must not know HTTP: addresses, redirects and headers belong to the server.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::media_type::media_type;

/// One finished site: path (relative, `/` between the parts, as planned) → file.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<String, File>,
}

/// One file. The bytes are shared, so handing one out copies nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub bytes: Arc<[u8]>,
    pub media_type: &'static str,
}

impl Memory {
    /// Adds a file; the media type follows from the name.
    ///
    /// # Panics
    /// When the path has a file already: the plan gives each path one owner.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        let path = path.into();
        let file = File { bytes: bytes.into(), media_type: media_type(&path) };
        let double = self.files.insert(path, file);
        assert!(double.is_none(), "plan gives every path one owner");
    }

    #[must_use]
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Every path in code-point order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

impl<B: Into<Arc<[u8]>>> FromIterator<(String, B)> for Memory {
    fn from_iter<I: IntoIterator<Item = (String, B)>>(files: I) -> Self {
        let mut memory = Self::default();
        for (path, bytes) in files {
            memory.put(path, bytes);
        }
        memory
    }
}

/// Holds the site that is shown now.
#[derive(Debug, Default)]
pub struct Shelf<T> {
    shown: RwLock<Arc<T>>,
}

impl<T> Shelf<T> {
    #[must_use]
    pub fn new(first: T) -> Self {
        Self { shown: RwLock::new(Arc::new(first)) }
    }

    /// What is shown now. Stays whole for as long as the caller keeps it.
    #[must_use]
    pub fn shown(&self) -> Arc<T> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows `next` from now on: later calls of [`Shelf::shown`] see all of it. Gives back what was shown, since taking a
    /// large site apart takes time.
    pub fn swap(&self, next: T) -> Arc<T> {
        std::mem::replace(&mut *self.shown.write().unwrap_or_else(PoisonError::into_inner), Arc::new(next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(version: &str) -> Memory {
        [("vi/index.html", version), ("vi/san-pham/mien-dong/index.html", version)]
            .into_iter()
            .map(|(path, text)| (path.to_owned(), text.as_bytes()))
            .collect()
    }

    #[test]
    fn a_file_comes_back_with_its_media_type() {
        let memory = site("Miến dong");
        let file = memory.get("vi/index.html").unwrap();
        assert_eq!(&*file.bytes, "Miến dong".as_bytes());
        assert_eq!(file.media_type, "text/html; charset=utf-8");
        assert_eq!(memory.get("vi/"), None);
        assert_eq!(memory.paths().collect::<Vec<_>>(), ["vi/index.html", "vi/san-pham/mien-dong/index.html"]);
    }

    #[test]
    #[should_panic(expected = "one owner")]
    fn a_path_cannot_be_put_twice() {
        let mut memory = site("a");
        memory.put("vi/index.html", *b"b");
    }

    #[test]
    fn a_reader_never_sees_two_sites_mixed() {
        let shelf = Shelf::new(site("0"));
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for version in 1..500 {
                    shelf.swap(site(&version.to_string()));
                }
            });
            for _ in 0..500 {
                let shown = shelf.shown();
                let mut texts = shown.paths().map(|path| shown.get(path).unwrap().bytes.clone());
                let first = texts.next().unwrap();
                assert!(texts.all(|text| text == first));
            }
        });
    }
}
