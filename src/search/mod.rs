//! The search index: static files that a browser loads by need, so that no server has to search.
//!
//! In: the catalogue, the plan and the words of `pages`. Out: paths and bytes. Must not know: the disk, templates.
//! The format and the rules stand in docs/search.md; the reader is `themes/gido/js/search/`. Start at [`all`], then
//! `documents.rs`: what is searched; then `dictionary.rs`: how it is written.

mod bytes;
mod cards;
mod codes;
mod dictionary;
mod documents;
mod facets;
mod fields;
mod labels;
mod offline;
mod postings;
mod prose;

use serde::Serialize;

use crate::plan::{Rendering, SearchFiles};

use bytes::Files;

/// A finished file of the index: its path in the site and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Changes with the format, so that a script never reads an index it does not know.
const FORMAT: u32 = 1;

/// What the browser reads first; short, and asked for anew on every visit.
#[derive(Serialize)]
struct Manifest<'a> {
    format: u32,
    products: usize,
    languages: Vec<&'a str>,
    dictionary: String,
    facets: Vec<String>,
    labels: Vec<labels::Labels<'a>>,
}

/// All files of the index, the manifest last: a browser that sees it finds everything it names.
#[must_use]
pub fn all(rendering: &Rendering<'_>) -> Vec<File> {
    let mut files = Files::default();
    let fields = fields::Fields::new(&rendering.catalogue.site.languages);
    let documents = documents::gather(rendering, &fields);
    let cards = cards::write(rendering, &documents, &mut files);
    let postings = postings::write(&documents, &mut files);
    let codes = codes::write(&documents, &mut files);
    let prose = prose::write(rendering, &documents, &mut files);
    let parts = dictionary::Parts { fields: &fields, cards, postings: &postings, codes, prose };
    let dictionary = dictionary::write(rendering, &documents, &parts, &mut files);
    let languages = &rendering.catalogue.site.languages;
    let manifest = Manifest {
        format: FORMAT,
        products: documents.products.len(),
        languages: languages.iter().map(|language| language.tag.as_str()).collect(),
        dictionary,
        labels: languages.ids().map(|lang| labels::labels(rendering, lang)).collect(),
        facets: languages.ids().map(|lang| facets::write(rendering, &documents, lang, &mut files)).collect(),
    };
    let bytes = serde_json::to_vec(&manifest).expect("texts and numbers are JSON");
    let list = offline::write(languages, files.made());
    files.finish([list, File { path: SearchFiles::MANIFEST.to_owned(), bytes }])
}
