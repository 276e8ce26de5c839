//! Numbers as bytes, and files under names that change with their content.

use crate::plan::SearchFiles;

use super::File;

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
#[derive(Default)]
pub struct Files(Vec<File>);

impl Files {
    /// Adds a file, compressed, and returns the hash in its name. Compressed here and not by the host: many hosts
    /// compress only some types of files, and a phone pays for every byte.
    pub fn add(&mut self, name: &str, content: &[u8]) -> String {
        let (hash, packed) = named(content);
        self.0.push(File { path: format!("{}/{name}.{hash}.bin", SearchFiles::FOLDER), bytes: packed });
        hash
    }

    /// Adds many files in parallel; `name-0`, `name-1` and so on. Returns their hashes in order.
    pub fn add_all(&mut self, name: &str, contents: &[Vec<u8>]) -> Vec<String> {
        use rayon::prelude::*;
        let packed: Vec<(String, Vec<u8>)> = contents.par_iter().map(|content| named(content)).collect();
        let mut hashes = Vec::with_capacity(packed.len());
        for (index, (hash, bytes)) in packed.into_iter().enumerate() {
            self.0.push(File { path: format!("{}/{name}-{index}.{hash}.bin", SearchFiles::FOLDER), bytes });
            hashes.push(hash);
        }
        hashes
    }

    #[must_use]
    pub fn made(&self) -> &[File] {
        &self.0
    }

    #[must_use]
    pub fn finish(mut self, last: impl IntoIterator<Item = File>) -> Vec<File> {
        self.0.extend(last);
        self.0
    }
}

/// The hash of a file and its bytes.
fn named(content: &[u8]) -> (String, Vec<u8>) {
    let packed = pack(content);
    (blake3::hash(&packed).to_hex()[..10].to_owned(), packed)
}

/// Gzip without name and time, so that equal content gives equal bytes. The compressor is named here and not chosen by
/// what other crates ask of a common one: some give other bytes on other processors.
pub fn pack(content: &[u8]) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    out.extend(miniz_oxide::deflate::compress_to_vec(content, 9));
    out.extend(crc32fast::hash(content).to_le_bytes());
    out.extend((content.len() as u32).to_le_bytes());
    out
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
