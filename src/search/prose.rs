//! Words of stories and other running text: which product has them, nothing more. Loaded only where the other fields
//! do not have all words of a question.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use foldhash::fast::RandomState;
use pulldown_cmark::{Event, Parser};
use rayon::prelude::*;

use crate::model::{ProductId, each_word};
use crate::pages::parts::Scribe;
use crate::plan::Rendering;

use super::bytes::{Bytes, Files};
use super::documents::{AT_ONCE, Documents, TOGETHER};
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

pub fn write(rendering: &Rendering<'_>, documents: &Documents, files: &mut Files<'_>) -> Written {
    let mut terms: Vec<(Box<str>, List)> = invert(rendering, &documents.products).into_iter().collect();
    terms.par_sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
    let size: usize = terms.iter().map(|(word, list)| word.len() + 3 + list.count as usize * 3 / 2).sum();
    let count = size.div_ceil(FILE_SIZE) as u32;
    let mut contents = vec![Bytes::default(); count as usize];
    let mut told = Vec::with_capacity(terms.len());
    for (word, list) in terms {
        let hash = hash(&word);
        told.push(hash >> (32 - TOLD_BITS));
        let bytes = &mut contents[(hash % count) as usize];
        bytes.number(word.len() as u32);
        bytes.text(&word);
        list.write(documents.products.len(), bytes);
    }
    told.sort_unstable();
    told.dedup();
    let contents: Vec<Vec<u8>> = contents.into_iter().map(|bytes| bytes.0).collect();
    Written { files: files.add_all("prose", contents), words: told }
}

type Lists = HashMap<Box<str>, List, RandomState>;

/// Which documents have a word. Each core inverts some texts, then their lists are joined: far fewer than words.
fn invert(rendering: &Rendering<'_>, products: &[ProductId]) -> Lists {
    let languages = &rendering.catalogue.site.languages;
    let scribes: Vec<Scribe<'_>> = languages.ids().map(|lang| Scribe::new(rendering, lang)).collect();
    let mut all = Lists::default();
    for (turn, some) in products.chunks(AT_ONCE).enumerate() {
        let parts: Vec<Lists> = some
            .par_chunks(TOGETHER)
            .enumerate()
            .map(|(part, some)| {
                let mut lists = Lists::default();
                for (index, id) in some.iter().enumerate() {
                    let document = turn * AT_ONCE + part * TOGETHER + index;
                    all_words(&scribes, *id, &mut |word| match lists.get_mut(word) {
                        Some(list) => list.add(document as u32),
                        None => drop(lists.insert(word.into(), List::of(document as u32))),
                    });
                }
                lists
            })
            .collect();
        for (word, list) in parts.into_iter().flatten() {
            match all.entry(word) {
                Entry::Occupied(mut known) => known.get_mut().append(&list),
                Entry::Vacant(new) => drop(new.insert(list)),
            }
        }
    }
    all
}

/// Every word of the running texts of a product, as often as it stands there.
fn all_words(scribes: &[Scribe<'_>], id: ProductId, put: &mut impl FnMut(&str)) {
    prose_texts(scribes, id, &mut |text| each_word(text, |word, _| put(word)));
    for (_, markdown, _) in scribes[0].catalogue().products[id].story.iter() {
        for event in Parser::new(markdown) {
            if let Event::Text(text) | Event::Code(text) = event {
                each_word(&text, |word, _| put(word));
            }
        }
    }
}

/// The documents that have a word, as they are written: from each to the next. Most words stand in few documents, but all
/// lists together are the largest thing that is in memory while an index is made.
struct List {
    first: u32,
    /// To the others.
    steps: Bytes,
    count: u32,
    last: u32,
}

impl List {
    fn of(document: u32) -> Self {
        Self { first: document, steps: Bytes::default(), count: 1, last: document }
    }

    /// Documents come in their order; the last one may come again.
    fn add(&mut self, document: u32) {
        if document != self.last {
            self.steps.number(document - self.last);
            self.last = document;
            self.count += 1;
        }
    }

    /// Documents that come after all of these.
    fn append(&mut self, other: &Self) {
        self.steps.number(other.first - self.last);
        self.steps.0.extend_from_slice(&other.steps.0);
        self.last = other.last;
        self.count += other.count;
    }

    /// Length in bytes and kind first, so that a reader can pass over other words.
    fn write(&self, documents: usize, out: &mut Bytes) {
        let dense = self.count as usize * 8 > documents;
        let mut bytes = Bytes::default();
        if dense {
            bytes.0 = self.bits(documents);
        } else {
            bytes.number(self.first);
            bytes.0.extend_from_slice(&self.steps.0);
        }
        out.number(bytes.0.len() as u32 * 2 + u32::from(dense));
        out.0.extend(bytes.0);
    }

    /// One bit for each document.
    fn bits(&self, documents: usize) -> Vec<u8> {
        let mut bits = vec![0_u8; documents.div_ceil(8)];
        let (mut document, mut step, mut shift) = (self.first as usize, 0, 0);
        bits[document / 8] |= 1 << (document % 8);
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
        let list = |documents: &[u32]| {
            let mut list = List::of(documents[0]);
            for document in documents {
                list.add(*document);
            }
            list
        };
        let written = |list: &List, documents| {
            let mut out = Bytes::default();
            list.write(documents, &mut out);
            out.0
        };
        assert_eq!(written(&list(&[0, 3, 3, 400]), 4000), [8, 0, 3, 0x8d, 3]);
        assert_eq!(written(&list(&[1, 8]), 9), [5, 0b10, 1]);
        let mut joined = list(&[0, 3]);
        joined.append(&list(&[400, 401]));
        assert_eq!(written(&joined, 4000), written(&list(&[0, 3, 400, 401]), 4000));
    }

    #[test]
    fn the_hash_is_the_one_that_the_browser_computes() {
        assert_eq!(hash(""), 0x811c_9dc5);
        assert_eq!(hash("a"), 0xe40c_292c);
        assert_eq!(hash("foobar"), 0xbf9c_f968);
    }
}
