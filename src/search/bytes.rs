//! Numbers as bytes, and files under names that change with their content.

use std::cell::RefCell;

use libdeflater::{CompressionLvl, Compressor};
use rayon::prelude::*;

use crate::plan::SearchFiles;

use crate::reads::digest;

use super::{Content, File, Published};

/// Bytes that grow.
#[derive(Clone, Debug, Default)]
pub struct Bytes(pub Vec<u8>);

impl Bytes {
    /// Seven bits a byte, the low ones first; the eighth says that more follow.
    pub fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    pub fn text(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }
}

/// The files made so far.
pub struct Files<'a> {
    files: Vec<File>,
    published: Published<'a>,
}

impl<'a> Files<'a> {
    #[must_use]
    pub fn new(published: Published<'a>) -> Self {
        Self { files: Vec::new(), published }
    }

    /// Adds files, compressed, in parallel, and returns the hashes in their names. Compressed here and not by the host:
    /// many hosts compress only some types of files, and a phone pays for every byte.
    pub fn add(&mut self, named: &[(String, Vec<u8>)]) -> Vec<String> {
        let part = |(name, content): &(String, Vec<u8>)| {
            let digest = digest(&(name.as_str(), content.as_slice()));
            if let Some((path, size)) = (self.published)(digest) {
                let hash = path.rsplit('.').nth(1).unwrap_or_default().to_owned();
                return (hash, File { path, digest, content: Content::Published(size) });
            }
            let packed = pack(content, Effort::Some);
            let hash = blake3::hash(&packed).to_hex()[..10].to_owned();
            let path = format!("{}/{name}.{hash}.bin", SearchFiles::FOLDER);
            (hash, File { path, digest, content: Content::New(packed) })
        };
        let (hashes, files): (Vec<_>, Vec<_>) = named.par_iter().map(part).unzip();
        self.files.extend(files);
        hashes
    }

    /// The same for files `name-0`, `name-1` and so on.
    pub fn add_all(&mut self, name: &str, contents: Vec<Vec<u8>>) -> Vec<String> {
        let contents = contents.into_iter().enumerate();
        self.add(&contents.map(|(index, content)| (format!("{name}-{index}"), content)).collect::<Vec<_>>())
    }

    #[must_use]
    pub fn made(&self) -> &[File] {
        &self.files
    }

    #[must_use]
    pub fn finish(mut self, last: impl IntoIterator<Item = File>) -> Vec<File> {
        self.files.extend(last);
        self.files
    }
}

/// How hard to compress: each takes longer than the one before, and the last twice as long.
#[derive(Clone, Copy, Debug)]
pub enum Effort {
    /// To know about how much it would be.
    Guess = 6,
    /// What some questions load.
    Some = 9,
    /// What every question loads.
    Most = 10,
}

/// Gzip without name and time, so that equal content gives equal bytes, on every processor.
pub fn pack(content: &[u8], effort: Effort) -> Vec<u8> {
    thread_local! {
        static LAST: RefCell<Option<(i32, Compressor)>> = const { RefCell::new(None) };
    }
    let level = effort as i32;
    LAST.with_borrow_mut(|last| {
        if last.as_ref().is_none_or(|(known, _)| *known != level) {
            *last = Some((level, Compressor::new(CompressionLvl::new(level).expect("a level that there is"))));
        }
        let (_, compressor) = last.as_mut().expect("just made");
        let mut out = vec![0; compressor.gzip_compress_bound(content.len())];
        let size = compressor.gzip_compress(content, &mut out).expect("room for the worst case");
        out[..size].to_vec()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_as_few_bytes_as_they_need() {
        let bytes = |number| {
            let mut bytes = Bytes::default();
            bytes.number(number);
            bytes.0
        };
        assert_eq!(bytes(0), [0]);
        assert_eq!(bytes(127), [127]);
        assert_eq!(bytes(128), [0x80, 1]);
        assert_eq!(bytes(u32::MAX), [0xff, 0xff, 0xff, 0xff, 0x0f]);
    }
}
