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
    let mut lists: HashMap<String, Vec<u32>, RandomState> = HashMap::default();
    let mut document = 0;
    for some in documents.products.chunks(AT_ONCE) {
        let found: Vec<Vec<String>> = some.par_iter().map(|id| all_words(&scribes, *id)).collect();
        for words in found {
            for word in words {
                lists.entry(word).or_default().push(document);
            }
            document += 1;
        }
    }
    let size: usize = lists.iter().map(|(word, list)| word.len() + 3 + list.len() * 3 / 2).sum();
    let count = size.div_ceil(FILE_SIZE) as u32;
    let mut terms: Vec<(String, Vec<u32>)> = lists.into_iter().collect();
    terms.par_sort_unstable();
    let mut contents = vec![Bytes::default(); count as usize];
    for (word, list) in &terms {
        let bytes = &mut contents[(hash(word) % count) as usize];
        bytes.number(word.len() as u32);
        bytes.text(word);
        write_list(list, documents.products.len(), bytes);
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

/// Length in bytes and kind first, so that a reader can pass over other words.
fn write_list(list: &[u32], documents: usize, out: &mut Bytes) {
    let mut bytes = Bytes::default();
    let dense = list.len() * 8 > documents;
    if dense {
        let mut bits = vec![0_u8; documents.div_ceil(8)];
        for document in list {
            bits[*document as usize / 8] |= 1 << (document % 8);
        }
        bytes.0 = bits;
    } else {
        let mut before = 0;
        for document in list {
            bytes.number(document - before);
            before = *document;
        }
    }
    out.number(bytes.len() as u32 * 2 + u32::from(dense));
    out.0.extend(bytes.0);
}

/// FNV-1a over the bytes of a word.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_the_browser_computes() {
        assert_eq!(hash(""), 0x811c_9dc5);
        assert_eq!(hash("a"), 0xe40c_292c);
        assert_eq!(hash("foobar"), 0xbf9c_f968);
    }
}
