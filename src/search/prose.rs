//! Words of stories and other running text: which product has them, nothing more. Loaded only where the other fields
//! do not have all words of a question.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use pulldown_cmark::{Event, Parser};
use rayon::prelude::*;

use crate::model::{ProductId, words};
use crate::pages::parts::Scribe;
use crate::plan::Rendering;

use super::bytes::{Bytes, Files};
use super::documents::{AT_ONCE, Documents};
use super::fields::prose_texts;

/// Bytes of a file before it is compressed, about.
const FILE_SIZE: usize = 32 * 1024;

/// Bits of the hash by which the manifest tells which words there are.
const TOLD_BITS: u32 = 16;

/// The files, and what the manifest tells of them, so that nobody asks for a word that no text has.
pub struct Written {
    /// Hash of each file; a word is in the file that the hash of its letters names.
    pub files: Vec<String>,
    /// High bits of the hash of each word; sorted, no repeats.
    pub words: Vec<u32>,
}

pub fn write(rendering: &Rendering<'_>, documents: &Documents, files: &mut Files) -> Written {
    let languages = &rendering.catalogue.site.languages;
    let scribes: Vec<Scribe<'_>> = languages.ids().map(|lang| Scribe::new(rendering, lang)).collect();
    let mut lists: HashMap<String, List, RandomState> = HashMap::default();
    let mut document = 0;
    for some in documents.products.chunks(AT_ONCE) {
        let found: Vec<Vec<String>> = some.par_iter().map(|id| all_words(&scribes, *id)).collect();
        for words in found {
            for word in words {
                lists.entry(word).or_default().add(document);
            }
            document += 1;
        }
    }
    let size: usize = lists.iter().map(|(word, list)| word.len() + 3 + list.count * 3 / 2).sum();
    let count = size.div_ceil(FILE_SIZE) as u32;
    let mut terms: Vec<(String, List)> = lists.into_iter().collect();
    terms.par_sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
    let mut contents = vec![Bytes::default(); count as usize];
    for (word, list) in &terms {
        let bytes = &mut contents[(hash(word) % count) as usize];
        bytes.number(word.len() as u32);
        bytes.text(word);
        list.write(documents.products.len(), bytes);
    }
    let mut told: Vec<u32> = terms.iter().map(|(word, _)| hash(word) >> (32 - TOLD_BITS)).collect();
    told.sort_unstable();
    told.dedup();
    let contents: Vec<Vec<u8>> = contents.into_iter().map(|bytes| bytes.0).collect();
    Written { files: files.add_all("prose", &contents), words: told }
}

/// Every word of the running texts of a product once, in order.
fn all_words(scribes: &[Scribe<'_>], id: ProductId) -> Vec<String> {
    let mut all = Vec::new();
    prose_texts(scribes, id, &mut |text| all.extend(words(text).into_iter().map(|word| word.folded)));
    for (_, markdown, _) in scribes[0].catalogue().products[id].story.iter() {
        for event in Parser::new(markdown) {
            if let Event::Text(text) | Event::Code(text) = event {
                all.extend(words(&text).into_iter().map(|word| word.folded));
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The documents that have a word, as they are written: from each to the next. Most words stand in few documents, but all
/// lists together are the largest thing that is in memory while an index is made.
#[derive(Default)]
struct List {
    steps: Bytes,
    count: usize,
    last: u32,
}

impl List {
    /// Documents come in their order.
    fn add(&mut self, document: u32) {
        self.steps.number(document - self.last);
        self.last = document;
        self.count += 1;
    }

    /// Length in bytes and kind first, so that a reader can pass over other words.
    fn write(&self, documents: usize, out: &mut Bytes) {
        let dense = self.count * 8 > documents;
        let bits = dense.then(|| self.bits(documents));
        let bytes = bits.as_ref().unwrap_or(&self.steps.0);
        out.number(bytes.len() as u32 * 2 + u32::from(dense));
        out.0.extend(bytes);
    }

    /// One bit for each document.
    fn bits(&self, documents: usize) -> Vec<u8> {
        let mut bits = vec![0_u8; documents.div_ceil(8)];
        let (mut document, mut step, mut shift) = (0, 0, 0);
        for byte in &self.steps.0 {
            step |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if *byte < 0x80 {
                document += step;
                bits[document / 8] |= 1 << (document % 8);
                (step, shift) = (0, 0);
            }
        }
        bits
    }
}

/// FNV-1a over the bytes of a word.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_many_documents_is_written_as_bits() {
        let mut list = List::default();
        for document in [0, 3, 400] {
            list.add(document);
        }
        let written = |documents| {
            let mut out = Bytes::default();
            list.write(documents, &mut out);
            out.0
        };
        assert_eq!(written(4000), [8, 0, 3, 0x8d, 3]);
        list = List::default();
        for document in [1, 8] {
            list.add(document);
        }
        let mut out = Bytes::default();
        list.write(9, &mut out);
        assert_eq!(out.0, [5, 0b10, 1]);
    }

    #[test]
    fn the_hash_is_the_one_that_the_browser_computes() {
        assert_eq!(hash(""), 0x811c_9dc5);
        assert_eq!(hash("a"), 0xe40c_292c);
        assert_eq!(hash("foobar"), 0xbf9c_f968);
    }
}
