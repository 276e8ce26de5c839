//! Tells about sheets that do not fit on one page.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::code::SHEET_LONG;
use crate::diag::{Diag, Place, Sink};
use crate::load::Theme;
use crate::model::field::{FIELDS, Value};
use crate::model::{Catalogue, LangId, Product, ProductId};
use crate::plan::{NoCards, Plan, Rendering};
use crate::resolve::Index;

use super::fit::fit;
use super::paper::Paper;
use super::sheet::Sheet;

/// A sheet with fewer letters than this below its photo is one page on any paper; most are, and are not laid out here.
const SURELY_SHORT: usize = 1200;

/// What is looked at.
pub struct Checking<'a> {
    pub catalogue: &'a Catalogue,
    pub index: &'a Index,
    pub theme: &'a Theme,
    pub plan: &'a Plan,
}

/// A warning for every sheet that takes more than one page of A4, in the first language in which it does.
pub fn check(checking: &Checking<'_>, sink: &mut Sink) {
    let Checking { catalogue, index, theme, plan } = *checking;
    // Codes take the same room whatever they say, so none is drawn.
    let rendering =
        Rendering { catalogue, index, theme, plan, cards: &NoCards, tone: &|_| None, code: &|_| String::new() };
    let ids: Vec<ProductId> = catalogue.products.ids().collect();
    let long = ids.into_par_iter().filter(|id| letters(&catalogue.products[*id]) >= SURELY_SHORT).filter_map(|id| {
        catalogue.site.languages.ids().find_map(|lang| {
            let sheet = Sheet::of(&rendering, &[lang], id);
            let pages = fit(&sheet, Paper::A4).pages();
            (pages > 1).then(|| (id, lang, pages, longest(&sheet)))
        })
    });
    for (id, lang, pages, longest) in long.collect::<Vec<_>>() {
        let product = &catalogue.products[id];
        let languages = &catalogue.site.languages;
        let mut diag = Diag::new(
            &SHEET_LONG,
            format!("the sheet of `{}` takes {pages} pages of A4 in `{}`", name(product, lang), languages.tag(lang)),
        )
        .at(Place::top(product.file), "in this record");
        if let Some((key, letters)) = longest {
            let record = FIELDS.iter().find(|field| field.key == key).map_or(&*key, |field| field.record);
            diag = diag.help(format!("shorten the longest text: `{record}` has {letters} letters"));
        }
        sink.push(diag);
    }
}

/// The fact with the most letters, all its rows taken together: rows after the first are `standards.2` and so on.
fn longest(sheet: &Sheet<'_>) -> Option<(String, usize)> {
    let mut letters: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &sheet.versions[0].facts {
        let key = row.key.split_once('.').map_or(&*row.key, |(key, _)| key);
        *letters.entry(key).or_default() += row.text.chars().count();
    }
    letters.into_iter().max_by_key(|(_, letters)| *letters).map(|(key, letters)| (key.to_owned(), letters))
}

fn name(product: &Product, lang: LangId) -> &str {
    product.name.get(lang).text
}

/// Letters of the longest language in the facts of the sheet.
fn letters(product: &Product) -> usize {
    let longest = |text: &crate::model::Text| text.all().map(str::len).max().unwrap_or_default();
    let facts = FIELDS.iter().filter(|field| field.sheet && field.section.is_some());
    facts
        .filter_map(|field| (field.read)(product))
        .map(|value| match value {
            Value::Text(text) => longest(text),
            Value::List(texts) | Value::Steps(texts) => texts.iter().map(longest).sum(),
            // A line each, with number, issuer and dates.
            Value::Standards(list) => list.len() * 120,
            Value::Marks(list) => list.len() * 160,
            _ => 100,
        })
        .sum::<usize>()
        + product.packages.len() * 100
}
