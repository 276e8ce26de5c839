//! What can be found: products first, then producers, places, groups and sales points, each with its words.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use rayon::prelude::*;

use crate::model::{GroupId, LangId, PlaceId, ProducerId, ProductId, SalesPointId, each_word};
use crate::pages::parts::Scribe;
use crate::plan::{Rendering, Subject};

use super::fields::{self, Fields};

/// Documents whose words are in memory at once, one by one and as letters: they take ten times the room of what is kept.
pub const AT_ONCE: usize = 4096;

/// Largest position that is told apart.
const FAR: u8 = 62;

/// Documents of which one core takes the words at a time.
pub const TOGETHER: usize = 128;

/// A word from so many digits on is a code, found in a list of its own.
const CODE_DIGITS: usize = 6;

/// Everything that can be found. Numbers of documents: products in the order of lists in the default language (most
/// current stars first, then by name), so that what answers begin with lies together; then the others.
pub struct Documents {
    pub products: Vec<ProductId>,
    pub others: Vec<Other>,
    /// Folded words in order of their letters.
    pub terms: Vec<String>,
    /// Sorted, no repeats of term, form, field and document; taken when they are packed.
    pub postings: Vec<Posting>,
    /// Codes without blanks and leading zeros, with the product; sorted.
    pub codes: Vec<(String, u32)>,
}

/// What is no product but has a page.
#[derive(Clone, Copy, Debug)]
pub enum Other {
    Producer(ProducerId),
    Place(PlaceId),
    Group(GroupId),
    SalesPoint(SalesPointId),
}

/// A word at a place in a field of a document. A large catalogue has ten million of them at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    pub term: u32,
    pub form: u16,
    pub field: u8,
    pub document: u32,
    /// Twice the position, from 0, plus one where a text of the field ends; the next one begins two words further on. Far
    /// positions are one.
    pub at: u8,
}

/// Words of some documents that follow each other.
#[derive(Default)]
struct Spelled {
    /// Each word once; the terms of `postings` are numbers of these.
    words: HashMap<Box<str>, u32, RandomState>,
    postings: Vec<Posting>,
    codes: Vec<(String, u32)>,
}

impl Documents {
    #[must_use]
    pub fn len(&self) -> usize {
        self.products.len() + self.others.len()
    }
}

impl Other {
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Other::Producer(_) => "producer",
            Other::Place(_) => "place",
            Other::Group(_) => "group",
            Other::SalesPoint(_) => "sales_point",
        }
    }

    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Other::Producer(id) => Subject::Producer(id),
            Other::Place(id) => Subject::Place(id),
            Other::Group(id) => Subject::Group(id),
            Other::SalesPoint(id) => Subject::SalesPoint(id),
        }
    }

    /// The name as a page of a language shows it.
    #[must_use]
    pub fn name(self, scribe: &Scribe<'_>) -> String {
        let catalogue = scribe.catalogue();
        match self {
            Other::Producer(id) => scribe.words(catalogue.producers[id].public_name()).to_owned(),
            Other::Place(id) => scribe.place_title(id),
            Other::Group(id) => scribe.group_name(id).to_owned(),
            Other::SalesPoint(id) => scribe.words(&catalogue.sales_points[id].name).to_owned(),
        }
    }

    /// How many products belong to it.
    #[must_use]
    pub fn count(self, rendering: &Rendering<'_>) -> usize {
        match self {
            Other::Producer(id) => rendering.index.of_producer(id).len(),
            Other::Place(id) => rendering.index.in_place(id).len(),
            Other::Group(id) => rendering.index.in_group(id).len(),
            Other::SalesPoint(id) => rendering.index.at_sales_point(id).len(),
        }
    }
}

/// All documents of the catalogue with their words.
#[must_use]
pub fn gather(rendering: &Rendering<'_>, fields: &Fields) -> Documents {
    let catalogue = rendering.catalogue;
    let scribes: Vec<Scribe<'_>> = catalogue.site.languages.ids().map(|lang| Scribe::new(rendering, lang)).collect();
    let products = rendering.index.all(LangId::DEFAULT).to_vec();
    let others = others(rendering, &scribes[0]);
    let mut all = Spelled::default();
    for (turn, some) in products.chunks(AT_ONCE).enumerate() {
        all.append_all(turn * AT_ONCE, some, |found, document, id| found.product(&scribes, fields, document, *id));
    }
    for (turn, some) in others.chunks(AT_ONCE).enumerate() {
        let first = products.len() + turn * AT_ONCE;
        all.append_all(first, some, |found, document, other| found.named(&scribes, fields, document, *other));
    }
    let Spelled { words, mut postings, mut codes } = all;
    let mut terms: Vec<(Box<str>, u32)> = words.into_iter().collect();
    terms.par_sort_unstable();
    let mut rank = vec![0; terms.len()];
    for (index, (_, number)) in terms.iter().enumerate() {
        rank[*number as usize] = index as u32;
    }
    for posting in &mut postings {
        posting.term = rank[posting.term as usize];
    }
    postings.par_sort_unstable();
    postings.dedup_by(|a, b| (a.term, a.form, a.field, a.document) == (b.term, b.form, b.field, b.document));
    codes.par_sort_unstable();
    codes.dedup();
    Documents { products, others, terms: terms.into_iter().map(|(term, _)| term.into()).collect(), postings, codes }
}

/// Everything besides products that has a page of its own with products on it, by kind, then by name.
fn others(rendering: &Rendering<'_>, scribe: &Scribe<'_>) -> Vec<Other> {
    let catalogue = rendering.catalogue;
    let producers = catalogue.producers.ids().map(Other::Producer);
    let places = catalogue.places.ids().map(Other::Place);
    let groups = catalogue.groups.ids().map(Other::Group);
    let points = catalogue.sales_points.ids().map(Other::SalesPoint);
    let all: Vec<(u8, String, Other)> = producers
        .chain(places)
        .chain(groups)
        .chain(points)
        .filter(|other| other.count(rendering) > 0 && scribe.maybe_url(other.kind(), other.subject()).is_some())
        .map(|other| (other.order(), other.name(scribe), other))
        .collect();
    let names: Vec<&str> = all.iter().map(|(_, name, _)| name.as_str()).collect();
    let ranks = rendering.index.collation(scribe.lang).ranks(&names);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|index| (all[*index].0, ranks[*index]));
    order.into_iter().map(|index| all[index].2).collect()
}

impl Other {
    fn order(self) -> u8 {
        match self {
            Other::Producer(_) => 0,
            Other::Place(_) => 1,
            Other::Group(_) => 2,
            Other::SalesPoint(_) => 3,
        }
    }
}

impl Spelled {
    /// Takes the words of `some`, whose first document has the number `first`: on all cores, joined in their order.
    fn append_all<T: Sync>(&mut self, first: usize, some: &[T], spell: impl Fn(&mut Self, u32, &T) + Sync) {
        let parts = some.par_chunks(TOGETHER).enumerate().map(|(part, some)| {
            let mut found = Self::default();
            for (index, one) in some.iter().enumerate() {
                spell(&mut found, (first + part * TOGETHER + index) as u32, one);
            }
            found
        });
        for found in parts.collect::<Vec<_>>() {
            self.append(found);
        }
    }

    fn append(&mut self, Self { words, postings, codes }: Self) {
        let mut here = vec![0; words.len()];
        for (word, number) in words {
            let next = self.words.len() as u32;
            here[number as usize] = *self.words.entry(word).or_insert(next);
        }
        let numbered = postings.into_iter().map(|posting| Posting { term: here[posting.term as usize], ..posting });
        self.postings.extend(numbered);
        self.codes.extend(codes);
    }

    fn product(&mut self, scribes: &[Scribe<'_>], fields: &Fields, document: u32, id: ProductId) {
        self.spell(document, &fields::key_texts(scribes, fields, id));
        let code = product_code(scribes[0].catalogue().products[id].code.as_str());
        self.codes.extend(code.map(|code| (code, document)));
    }

    fn named(&mut self, scribes: &[Scribe<'_>], fields: &Fields, document: u32, other: Other) {
        let first = fields.number("name");
        let mut texts: Vec<(u8, String)> = Vec::new();
        for scribe in scribes {
            let text = other.name(scribe);
            if texts.iter().all(|(_, known)| *known != text) {
                texts.push((first + scribe.lang.index() as u8, text));
            }
        }
        if let Other::Place(id) = other {
            let alternatives = scribes[0].catalogue().places[id].alternatives.iter();
            texts.extend(alternatives.map(|text| (fields.number("aliases"), text.clone())));
        }
        self.spell(document, &texts);
    }

    /// Numbers the words of texts by field.
    fn spell(&mut self, document: u32, texts: &[(u8, String)]) {
        let mut next: HashMap<u8, u8> = HashMap::new();
        for (field, text) in texts {
            let position = next.entry(*field).or_insert(0);
            let mut last = None;
            each_word(text, |word, form| {
                if word.bytes().filter(u8::is_ascii_digit).count() >= CODE_DIGITS {
                    self.codes.push((word.trim_start_matches('0').to_owned(), document));
                    last = None;
                } else {
                    let term = self.number(word);
                    last = Some(self.postings.len());
                    let form = u16::try_from(form).expect("a syllable has few forms");
                    let at = (*position).min(FAR) * 2;
                    self.postings.push(Posting { term, form, field: *field, document, at });
                }
                *position = position.saturating_add(1);
            });
            if let Some(last) = last {
                self.postings[last].at |= 1;
            }
            *position = position.saturating_add(1);
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        let next = self.words.len() as u32;
        self.words.insert(word.into(), next);
        next
    }
}

/// `bk-0012` as `bk12`: people leave zeros and the hyphen out.
fn product_code(code: &str) -> Option<String> {
    let (letters, digits) = code.split_once('-')?;
    let digits = digits.trim_start_matches('0');
    Some(format!("{letters}{}", if digits.is_empty() { "0" } else { digits }))
}
