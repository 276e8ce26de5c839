//! What the browser reads first, whole: where all files lie, what each product's certificate says, every folded word with
//! its forms, and the postings of the most common words.
//!
//! Loaded whole, so prefixes and words with a mistake are found without asking again. A head in JSON, then columns of
//! numbers, then postings; docs/search.md, "Files", lists them.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{INDEX_FORMAT, ProductId};
use crate::pages::parts::Scribe;
use crate::plan::Rendering;

use super::bytes::{Bytes, Effort, pack};
use super::cards::{self, OTHERS_SIZE};
use super::documents::Documents;
use super::fields::Fields;
use super::labels::{Labels, labels};
use super::postings;
use super::prose;

/// The other parts of the index, as the manifest names them.
pub struct Parts<'a> {
    pub fields: &'a Fields,
    pub cards: cards::Written,
    pub postings: postings::Written,
    pub codes: Vec<(String, String)>,
    pub prose: prose::Written,
    pub facets: Vec<String>,
}

#[derive(Serialize)]
struct Head<'a> {
    format: u32,
    languages: Vec<&'a str>,
    labels: Vec<Labels<'a>>,
    products: usize,
    documents: usize,
    fields: Vec<(&'static str, u8, Option<usize>)>,
    standings: Vec<Standing>,
    terms: usize,
    common: usize,
    orders: usize,
    others_size: usize,
    cards: &'a [Vec<Vec<String>>],
    others: &'a [Vec<String>],
    facets: &'a [String],
    postings: &'a [(u32, String)],
    codes: &'a [(String, String)],
    prose: &'a [String],
    prose_words: usize,
}

/// What a certificate is worth: stars (0 without any), status, last certain day and status after it.
type Standing = (u8, &'static str, Option<String>, Option<&'static str>);

/// The file, compressed.
pub fn write(rendering: &Rendering<'_>, documents: &Documents, parts: &Parts<'_>) -> Vec<u8> {
    let languages = &rendering.catalogue.site.languages;
    let scribe = Scribe::new(rendering, languages.default_id());
    let (standings, of_product) = standings(&scribe, &documents.products);
    let head = Head {
        format: INDEX_FORMAT,
        languages: languages.iter().map(|language| language.tag.as_str()).collect(),
        labels: languages.ids().map(|lang| labels(rendering, lang)).collect(),
        products: documents.products.len(),
        documents: documents.len(),
        fields: parts.fields.0.iter().map(|field| (field.key, field.weight, field.lang)).collect(),
        standings,
        terms: documents.terms.len(),
        common: parts.postings.common.len(),
        orders: parts.cards.orders.len(),
        others_size: OTHERS_SIZE,
        cards: &parts.cards.products,
        others: &parts.cards.others,
        facets: &parts.facets,
        postings: &parts.postings.files,
        codes: &parts.codes,
        prose: &parts.prose.files,
        prose_words: parts.prose.words.len(),
    };
    let head = serde_json::to_vec(&head).expect("texts and numbers are JSON");
    let mut bytes = Bytes::default();
    bytes.number(head.len() as u32);
    bytes.0.extend(head);
    numbers(of_product.into_iter(), &mut bytes);
    parts.cards.orders.iter().for_each(|files| numbers(files.iter().copied(), &mut bytes));
    terms(&documents.terms, &mut bytes);
    numbers(parts.postings.forms.iter().map(|forms| forms.len() as u32), &mut bytes);
    numbers(parts.postings.forms.iter().flatten().copied(), &mut bytes);
    numbers(parts.postings.lengths.iter().copied(), &mut bytes);
    numbers(parts.postings.common.iter().copied(), &mut bytes);
    differences(&parts.prose.words, &mut bytes);
    bytes.0.extend_from_slice(&parts.postings.common_bytes);
    pack(&bytes.0, Effort::Most)
}

fn numbers(column: impl Iterator<Item = u32>, bytes: &mut Bytes) {
    for number in column {
        bytes.number(number);
    }
}

/// Of numbers in order.
fn differences(column: &[u32], bytes: &mut Bytes) {
    let mut before = 0;
    for number in column {
        bytes.number(number - before);
        before = *number;
    }
}

/// Each distinct standing once, and the one of each product.
fn standings(scribe: &Scribe<'_>, products: &[ProductId]) -> (Vec<Standing>, Vec<u32>) {
    let mut numbers: HashMap<Standing, u32> = HashMap::new();
    let mut all = Vec::new();
    let of_product = products
        .iter()
        .map(|id| {
            let stars = scribe.stars(*id);
            let standing = (stars.count.unwrap_or(0), stars.status, stars.valid_until_iso, stars.after_status);
            *numbers.entry(standing.clone()).or_insert_with(|| {
                all.push(standing);
                all.len() as u32 - 1
            })
        })
        .collect();
    (all, of_product)
}

/// UTF-16 units shared with the word before, units of its own, and then the letters of all words together, with their
/// length in bytes.
fn terms(terms: &[String], bytes: &mut Bytes) {
    let units = |text: &str| text.encode_utf16().count() as u32;
    let mut before = "";
    let shared: Vec<usize> = terms
        .iter()
        .map(|term| {
            let same = term.chars().zip(before.chars()).take_while(|(a, b)| a == b);
            let shared = same.map(|(letter, _)| letter.len_utf8()).sum();
            before = term;
            shared
        })
        .collect();
    let own = |(term, shared): (&String, &usize)| units(&term[*shared..]);
    numbers(terms.iter().zip(&shared).map(|(term, shared)| units(&term[..*shared])), bytes);
    numbers(terms.iter().zip(&shared).map(own), bytes);
    let letters: String = terms.iter().zip(&shared).map(|(term, shared)| &term[*shared..]).collect();
    bytes.number(letters.len() as u32);
    bytes.text(&letters);
}
