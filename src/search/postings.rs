//! Which word stands where, in files of neighbouring words.
//!
//! For each form of a word, for each field: the documents as differences, then the positions; or, where a word stands
//! in a large part of all documents, one bit for each document.

use super::bytes::{Bytes, Files};
use super::documents::{Documents, Posting};

/// Bytes of a file before it is compressed, about; a quarter of that after. With 1,000 products one file holds all words,
/// with 10,000 a dozen do: fewer would cost a phone more bytes, more would cost it more requests.
const FILE_SIZE: usize = 56 * 1024;

/// From one document in so many on, bits are shorter than differences.
const DENSE: usize = 10;

/// Largest position that is told apart.
const FAR: u32 = 62;

/// Where the words of the dictionary are found.
pub struct Written {
    /// First term and hash of each file.
    pub files: Vec<(u32, String)>,
    /// Bytes of each term in its file.
    pub lengths: Vec<u32>,
    /// Forms of each term.
    pub forms: Vec<Vec<u32>>,
}

pub fn write(documents: &Documents, files: &mut Files) -> Written {
    let mut written =
        Written { files: Vec::new(), lengths: Vec::new(), forms: vec![Vec::new(); documents.terms.len()] };
    let mut contents: Vec<Vec<u8>> = Vec::new();
    let mut firsts = Vec::new();
    let mut bytes = Bytes::default();
    let mut first = 0;
    for block in documents.postings.chunk_by(|a, b| a.term == b.term) {
        let before = bytes.len();
        let term = block[0].term;
        for form in block.chunk_by(|a, b| a.form == b.form) {
            written.forms[term as usize].push(form[0].form);
            let lists: Vec<&[Posting]> = form.chunk_by(|a, b| a.field == b.field).collect();
            bytes.number(lists.len() as u32);
            for list in lists {
                write_list(list, documents.len(), &mut bytes);
            }
        }
        written.lengths.push((bytes.len() - before) as u32);
        if bytes.len() >= FILE_SIZE {
            contents.push(std::mem::take(&mut bytes).0);
            firsts.push(first);
            first = term + 1;
        }
    }
    if bytes.len() > 0 {
        contents.push(bytes.0);
        firsts.push(first);
    }
    written.files = firsts.into_iter().zip(files.add_all("postings", &contents)).collect();
    written
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
