//! The search index: static files that a browser loads by need, so that no server has to search.
//!
//! In: the catalogue, the plan and the words of `pages`. Out: paths and bytes. Must not know: the disk, templates.
//! The format and the rules stand in docs/search.md; the reader is `themes/gido/js/search/`. Start at [`all`], then
//! `documents.rs`: what is searched; then `manifest.rs`: how it is written.

mod bytes;
mod cards;
mod codes;
mod columns;
mod documents;
mod facets;
mod fields;
mod labels;
mod manifest;
mod offline;
mod orders;
mod postings;
mod prose;

use crate::plan::{Rendering, SearchFiles};
use crate::reads::digest;

use bytes::Files;

/// A finished file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// In the site.
    pub path: String,
    /// Names it by what it says before it is compressed.
    pub digest: u128,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    New(Vec<u8>),
    /// The published site has it already; its bytes.
    Published(usize),
}

/// By its digest, the path of a file that the published site has already, and its bytes. Compressing takes half of the time
/// of an index.
pub type Published<'a> = &'a (dyn Fn(u128) -> Option<(String, usize)> + Sync);

impl File {
    fn new(path: &str, bytes: Vec<u8>) -> Self {
        Self { path: path.to_owned(), digest: digest(bytes.as_slice()), content: Content::New(bytes) }
    }

    /// Its bytes.
    fn size(&self) -> usize {
        match &self.content {
            Content::New(bytes) => bytes.len(),
            Content::Published(size) => *size,
        }
    }
}

/// All files of the index, the manifest last: a browser that sees it finds everything it names.
#[must_use]
pub fn all(rendering: &Rendering<'_>, published: Published<'_>) -> Vec<File> {
    let mut files = Files::new(published);
    let languages = &rendering.catalogue.site.languages;
    let fields = fields::Fields::new(languages);
    let mut documents = documents::gather(rendering, &fields);
    let blocks = postings::pack_all(&mut documents);
    let parts = manifest::Parts {
        fields: &fields,
        cards: cards::write(rendering, &documents, &mut files),
        postings: postings::write(blocks, &mut files),
        codes: codes::write(&documents, &mut files),
        prose: prose::write(rendering, &documents, &mut files),
        facets: facets::write(rendering, &documents, &mut files),
    };
    let list = offline::write(languages, files.made());
    let manifest = File::new(SearchFiles::MANIFEST, manifest::write(rendering, &documents, &parts));
    files.finish([list, manifest])
}
