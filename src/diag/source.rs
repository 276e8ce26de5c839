//! Files by number and places in them. A place is a byte range in the whole file, front matter included.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file of the catalogue; an index into [`Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A byte range of a file, for one caret line in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

/// Where something is written is no part of what it says: a line more above it leaves its hash the same.
impl Hash for Place {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Place {
    #[must_use]
    pub fn new(file: FileId, span: Range<usize>) -> Self {
        let bound = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: bound(span.start), end: bound(span.end) }
    }

    /// The beginning of a file, for mistakes that concern all of it.
    #[must_use]
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// Line and column, both counted from 1; the column counts characters, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Position {
    /// Position of a byte offset in `text`; past the end means the end.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |index| index + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// Larger files are not read to show a line of them; no text of a catalogue is as large.
pub const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// The files of one run: paths relative to the root with `/`, in the order in which they were found.
///
/// Texts are not kept: ten thousand records would double the memory for the sake of a few messages, so a
/// message reads its file again when it is printed.
#[derive(Clone, Debug, Default)]
pub struct Files {
    root: PathBuf,
    paths: Arc<Vec<String>>,
    /// Numbers of an earlier run over the same folder, which stay what they are.
    known: Arc<HashMap<String, FileId>>,
}

impl Files {
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), ..Self::default() }
    }

    /// For reading the same folder again: a file that was known keeps its number, a new one gets a new number.
    #[must_use]
    pub fn again(&self) -> Self {
        if self.known.len() == self.paths.len() {
            return self.clone();
        }
        let known = self.paths.iter().cloned().zip((0..).map(FileId)).collect();
        Self { known: Arc::new(known), ..self.clone() }
    }

    /// The number of a file that was known before.
    #[must_use]
    pub fn known(&self, path: &str) -> Option<FileId> {
        self.known.get(path).copied()
    }

    pub fn add(&mut self, path: impl Into<String>) -> FileId {
        let path = path.into();
        if let Some(id) = self.known(&path) {
            return id;
        }
        let id = u32::try_from(self.paths.len()).expect("a catalogue has fewer than four thousand million files");
        Arc::make_mut(&mut self.paths).push(path);
        FileId(id)
    }

    /// The folder that the paths are relative to.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Path relative to the root.
    #[must_use]
    pub fn path(&self, id: FileId) -> &str {
        &self.paths[id.0 as usize]
    }

    /// All paths, by number.
    #[must_use]
    pub fn paths(&self) -> &[String] {
        &self.paths
    }

    #[must_use]
    pub fn absolute(&self, id: FileId) -> PathBuf {
        self.root.join(self.path(id))
    }

    /// The text as it is on the disk now; empty when it cannot be read, is very large, or
    /// is no text: a picture, a workbook.
    #[must_use]
    pub fn text(&self, id: FileId) -> String {
        let path = self.absolute(id);
        if std::fs::metadata(&path).is_ok_and(|metadata| metadata.len() > MOST_BYTES) {
            return String::new();
        }
        let bytes = std::fs::read(path).unwrap_or_default();
        if bytes.contains(&0) { String::new() } else { String::from_utf8_lossy(&bytes).into_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_not_bytes() {
        let text = "tên = 1\nđường = 2\n";
        assert_eq!(Position::of(text, 0), Position { line: 1, column: 1 });
        assert_eq!(Position::of(text, text.find("= 1").expect("in text")), Position { line: 1, column: 5 });
        assert_eq!(Position::of(text, text.find("= 2").expect("in text")), Position { line: 2, column: 7 });
        assert_eq!(Position::of(text, 999), Position { line: 3, column: 1 });
    }
}
