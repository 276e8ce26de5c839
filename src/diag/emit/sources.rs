//! The texts that messages point into, as they may be shown: read once, with the beginnings of their lines, and without
//! signs that would change what a terminal shows.

use std::collections::BTreeMap;

use crate::diag::{FileId, Files, Position};

/// One text, with its lines. What was taken out of it was replaced by something as long, so places still fit.
#[derive(Debug)]
pub(super) struct Source {
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
    /// The last position that was asked for, and its byte: the next one is mostly not far behind it.
    last: (usize, Position),
}

impl Source {
    fn new(text: &str) -> Self {
        let text = visible(text);
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
        Self { text, starts, last: (0, Position { line: 1, column: 1 }) }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Of a byte; past the end means the end.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset.min(self.text.len())) - 1
    }

    /// Where a line begins, or the end of the text for one after the last.
    pub(super) fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// The nearest byte before (or at) `offset` at which a character begins.
    pub(super) fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    /// Line and column of a byte. Places come in the order of the file; a line of ten megabytes is counted once.
    pub(super) fn position(&mut self, offset: usize) -> Position {
        let offset = self.floor(offset);
        let position = self.after(self.last, offset);
        self.last = (offset, position);
        position
    }

    /// As [`Self::position`], for the end of something: the next beginning may lie before it.
    pub(super) fn end(&self, offset: usize) -> Position {
        self.after(self.last, self.floor(offset))
    }

    fn after(&self, (known, position): (usize, Position), offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.start(line);
        let (from, column) = if known >= start && known <= offset { (known, position.column) } else { (start, 1) };
        Position { line: line + 1, column: column + self.text[from..offset].chars().count() }
    }
}

/// The texts of the files that messages point to, the last few of them kept.
pub(super) struct Sources<'a> {
    files: &'a Files,
    read: BTreeMap<FileId, Source>,
}

/// Messages come sorted by file, so few texts are needed at the same time.
const MOST_KEPT: usize = 16;

impl<'a> Sources<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self { files, read: BTreeMap::new() }
    }

    pub(super) fn of(&mut self, file: FileId) -> &mut Source {
        if self.read.len() >= MOST_KEPT && !self.read.contains_key(&file) {
            self.read.clear();
        }
        let files = self.files;
        self.read.entry(file).or_insert_with(|| Source::new(&files.text(file)))
    }
}

/// A text without signs that steer a terminal or turn the direction of what follows; each becomes one of the same
/// length that shows where it stood.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_end_of_line = letter == '\r' && letters.peek() == Some(&'\n');
        out.push(if is_end_of_line { letter } else { shown(letter) });
    }
    out
}

fn shown(letter: char) -> char {
    match (is_unseen(letter), letter.len_utf8()) {
        (false, _) => letter,
        (true, 1) => '?',
        (true, 2) => '¿',
        (true, 3) => '\u{fffd}',
        (true, _) => '\u{1f6ab}',
    }
}

/// The words of a message, on a terminal: signs that cannot be seen by their number.
pub(super) fn spelled(text: &str) -> String {
    if !text.chars().any(is_unseen) {
        return text.to_owned();
    }
    let spell = |letter: char| {
        if is_unseen(letter) { format!("<U+{:04X}>", u32::from(letter)) } else { letter.to_string() }
    };
    text.chars().map(spell).collect()
}

fn is_unseen(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t') || crate::diag::unseen::name(letter).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_replaced_by_something_as_long() {
        let bad = "a\u{1b}[31m\u{9b}2J\u{202e}\u{200b}\u{e0041}\0 \r\n\r\tĐ";
        let shown = visible(bad);
        assert_eq!(shown, "a?[31m¿2J\u{fffd}\u{fffd}\u{1f6ab}? \r\n?\tĐ");
        assert_eq!(shown.len(), bad.len());
        assert_eq!(spelled("x\u{1b}[2J\u{202e}"), "x<U+001B>[2J<U+202E>");
    }

    #[test]
    fn lines_and_columns_are_those_of_a_slow_count() {
        let text = "tên = 1\n\nđường = 2\nlast";
        let mut source = Source::new(text);
        for offset in (0..text.len() + 3).chain((0..text.len()).rev()) {
            assert_eq!(source.end(offset + 2), Position::of(text, offset + 2), "{offset}");
            assert_eq!(source.position(offset), Position::of(text, offset), "{offset}");
        }
        assert_eq!(Source::new("").position(0), Position { line: 1, column: 1 });
    }
}
