//! Which word stands where: the most common with the manifest, the others in files of neighbouring words.
//!
//! For each form of a word, for each field: the documents as differences, then the positions; or, where a word stands
//! in a large part of all documents, one bit for each document.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::bytes::{Bytes, Effort, Files, pack};
use super::documents::{Documents, Posting};

/// Compressed bytes of the words that nearly every question has; they come with the manifest.
const COMMON: usize = 28 * 1024;

/// A catalogue whose words all take so many bytes, each compressed for itself, has no other file.
const WHOLE: usize = 36 * 1024;

/// What compressing adds to a few bytes.
const ALONE: usize = 24;

/// Bytes of a file of other words, neighbours in the alphabet, before it is compressed.
const FILE_SIZE: usize = 24 * 1024;

/// From one document in so many on, bits are shorter than differences.
const DENSE: usize = 10;

/// Where the words of the dictionary are found.
pub struct Written {
    /// The most common words in the order of their postings, and these.
    pub common: Vec<u32>,
    pub common_bytes: Vec<u8>,
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
    documents: Vec<u32>,
    bytes: Vec<u8>,
}

/// The words with everything about them.
pub struct Blocks {
    blocks: Vec<Block>,
    forms: Vec<Vec<u32>>,
}

/// Packs the postings, which take ten times the room as they are found.
pub fn pack_all(documents: &mut Documents) -> Blocks {
    let mut forms = vec![Vec::new(); documents.terms.len()];
    let found = std::mem::take(&mut documents.postings);
    let blocks: Vec<Block> = found
        .chunk_by(|a, b| a.term == b.term)
        .map(|postings| {
            let term = postings[0].term;
            let mut bytes = Bytes::default();
            for form in postings.chunk_by(|a, b| a.form == b.form) {
                forms[term as usize].push(form[0].form.into());
                let lists: Vec<&[Posting]> = form.chunk_by(|a, b| a.field == b.field).collect();
                bytes.number(lists.len() as u32);
                for list in lists {
                    write_list(list, documents.len(), &mut bytes);
                }
            }
            let mut found: Vec<u32> = postings.iter().map(|posting| posting.document).collect();
            found.sort_unstable();
            found.dedup();
            Block { term, count: postings.len(), documents: found, bytes: bytes.0 }
        })
        .collect();
    Blocks { blocks, forms }
}

pub fn write(Blocks { blocks, forms }: Blocks, files: &mut Files<'_>) -> Written {
    let common = most_common(&blocks);
    let lengths = blocks.iter().map(|block| block.bytes.len() as u32).collect();
    let common_bytes = common.iter().flat_map(|term| blocks[*term as usize].bytes.iter().copied()).collect();
    let mut is_common = vec![false; blocks.len()];
    for term in &common {
        is_common[*term as usize] = true;
    }
    let mut contents: Vec<Vec<u8>> = Vec::new();
    let mut firsts = Vec::new();
    for block in blocks.iter().filter(|block| !is_common[block.term as usize]) {
        if contents.last().is_none_or(|content| content.len() >= FILE_SIZE) {
            contents.push(Vec::new());
            firsts.push(block.term);
        }
        contents.last_mut().expect("just pushed").extend_from_slice(&block.bytes);
    }
    let files = firsts.into_iter().zip(files.add_all("postings", contents)).collect();
    Written { common, common_bytes, files, lengths, forms }
}

/// Which words come with the manifest, and in which order: those that stand most often for what they cost. Words of the
/// same documents (hợp tác, kinh doanh, nước mắm and fish sauce) stand beside each other and cost little more than one.
fn most_common(blocks: &[Block]) -> Vec<u32> {
    let mut groups: BTreeMap<&[u32], Vec<&Block>> = BTreeMap::new();
    for block in blocks {
        groups.entry(&block.documents).or_default().push(block);
    }
    let groups: Vec<Vec<&Block>> = groups.into_values().collect();
    let costs = groups.par_iter().map(|group| {
        let bytes: Vec<u8> = group.iter().flat_map(|block| block.bytes.iter().copied()).collect();
        pack(&bytes, Effort::Guess).len().saturating_sub(ALONE).clamp(2, bytes.len().max(2))
    });
    let costs: Vec<usize> = costs.collect();
    let counts: Vec<usize> = groups.iter().map(|group| group.iter().map(|block| block.count).sum()).collect();
    let mut order: Vec<usize> = (0..groups.len()).collect();
    // The count for a byte, compared without rounding.
    order.sort_by(|a, b| (counts[*b] * costs[*a]).cmp(&(counts[*a] * costs[*b])).then(a.cmp(b)));
    let total: usize = costs.iter().sum();
    let mut room = if total <= WHOLE { total } else { COMMON };
    let mut common = Vec::new();
    for index in order {
        if costs[index] <= room {
            room -= costs[index];
            common.extend(groups[index].iter().map(|block| block.term));
        }
    }
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
    bytes.0.extend(list.iter().map(|posting| posting.at));
}
