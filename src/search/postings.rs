//! Which word stands where, in files of neighbouring words.
//!
//! For each form of a word, for each field: the documents as differences, then the positions; or, where a word stands
//! in a large part of all documents, one bit for each document.

use super::bytes::{Bytes, Files};
use super::documents::{Documents, Posting};

/// Up to so many bytes before they are compressed, about 18 KB after, all words lie in one file.
const WHOLE: usize = 192 * 1024;

/// Bytes of the most common words of a larger catalogue, which nearly every question has: one request for all of them.
const COMMON: usize = 128 * 1024;

/// Bytes of a file of other words, neighbours in the alphabet; a third of that compressed.
const FILE_SIZE: usize = 24 * 1024;

/// From one document in so many on, bits are shorter than differences.
const DENSE: usize = 10;

/// Largest position that is told apart.
const FAR: u32 = 62;

/// Where the words of the dictionary are found.
pub struct Written {
    /// The file of the most common words, and which these are; sorted.
    pub common: (String, Vec<u32>),
    /// First term and hash of each file of the others.
    pub files: Vec<(u32, String)>,
    /// Bytes of each term in its file.
    pub lengths: Vec<u32>,
    /// Forms of each term.
    pub forms: Vec<Vec<u32>>,
}

/// Everything about one word.
struct Block {
    term: u32,
    /// How often it stands somewhere.
    count: usize,
    bytes: Vec<u8>,
}

pub fn write(documents: &Documents, files: &mut Files) -> Written {
    let mut forms = vec![Vec::new(); documents.terms.len()];
    let blocks: Vec<Block> = documents
        .postings
        .chunk_by(|a, b| a.term == b.term)
        .map(|postings| {
            let term = postings[0].term;
            let mut bytes = Bytes::default();
            for form in postings.chunk_by(|a, b| a.form == b.form) {
                forms[term as usize].push(form[0].form);
                let lists: Vec<&[Posting]> = form.chunk_by(|a, b| a.field == b.field).collect();
                bytes.number(lists.len() as u32);
                for list in lists {
                    write_list(list, documents.len(), &mut bytes);
                }
            }
            Block { term, count: postings.len(), bytes: bytes.0 }
        })
        .collect();
    let common = most_common(&blocks);
    let mut common_bytes = Vec::new();
    let mut contents: Vec<Vec<u8>> = Vec::new();
    let mut firsts = Vec::new();
    for block in &blocks {
        if common.binary_search(&block.term).is_ok() {
            common_bytes.extend_from_slice(&block.bytes);
            continue;
        }
        if contents.last().is_none_or(|content| content.len() >= FILE_SIZE) {
            contents.push(Vec::new());
            firsts.push(block.term);
        }
        contents.last_mut().expect("just pushed").extend_from_slice(&block.bytes);
    }
    Written {
        common: (files.add("common", &common_bytes), common),
        files: firsts.into_iter().zip(files.add_all("postings", &contents)).collect(),
        lengths: blocks.iter().map(|block| block.bytes.len() as u32).collect(),
        forms,
    }
}

/// The words for the file that is asked for first.
fn most_common(blocks: &[Block]) -> Vec<u32> {
    let total: usize = blocks.iter().map(|block| block.bytes.len()).sum();
    let mut by_count: Vec<&Block> = blocks.iter().collect();
    by_count.sort_by_key(|block| (std::cmp::Reverse(block.count), block.term));
    let mut room = if total <= WHOLE { total } else { COMMON };
    let mut common = Vec::new();
    for block in by_count {
        if block.bytes.len() > room {
            break;
        }
        room -= block.bytes.len();
        common.push(block.term);
    }
    common.sort_unstable();
    common
}

fn write_list(list: &[Posting], documents: usize, bytes: &mut Bytes) {
    let dense = list.len() * DENSE > documents && documents > 64;
    bytes.number(u32::from(list[0].field) * 2 + u32::from(dense));
    if dense {
        let mut bits = vec![0_u8; documents.div_ceil(8)];
        for posting in list {
            bits[posting.document as usize / 8] |= 1 << (posting.document % 8);
        }
        bytes.0.extend(bits);
        return;
    }
    bytes.number(list.len() as u32);
    let mut before = 0;
    for posting in list {
        bytes.number(posting.document - before);
        before = posting.document;
    }
    for posting in list {
        bytes.number(posting.position.min(FAR) * 2 + u32::from(posting.last));
    }
}
