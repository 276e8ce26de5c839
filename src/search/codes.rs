//! GTINs, product codes and other long numbers: sorted, in files of neighbours, so that one file answers.

use super::bytes::{Bytes, Files};
use super::documents::Documents;

/// Codes in one file.
const FILE_SIZE: usize = 1000;

/// First code and hash of each file.
pub fn write(documents: &Documents, files: &mut Files<'_>) -> Vec<(String, String)> {
    let chunks: Vec<&[(String, u32)]> = documents.codes.chunks(FILE_SIZE).collect();
    let contents: Vec<Vec<u8>> = chunks.iter().map(|chunk| content(chunk)).collect();
    let firsts = chunks.iter().map(|chunk| chunk[0].0.clone());
    firsts.zip(files.add_all("codes", contents)).collect()
}

/// One line each: code, blank, number of the document.
fn content(codes: &[(String, u32)]) -> Vec<u8> {
    let mut bytes = Bytes::default();
    for (code, document) in codes {
        bytes.text(&format!("{code} {document}\n"));
    }
    bytes.0
}
