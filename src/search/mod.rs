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

use bytes::Files;

/// A finished file of the index: its path in the site and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// All files of the index, the manifest last: a browser that sees it finds everything it names.
#[must_use]
pub fn all(rendering: &Rendering<'_>) -> Vec<File> {
    let mut files = Files::default();
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
        facets: languages.ids().map(|lang| facets::write(rendering, &documents, lang, &mut files)).collect(),
    };
    let list = offline::write(languages, files.made());
    let manifest =
        File { path: SearchFiles::MANIFEST.to_owned(), bytes: manifest::write(rendering, &documents, &parts) };
    files.finish([list, manifest])
}
