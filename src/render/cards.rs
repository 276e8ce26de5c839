//! The card of every product in every language: made when the first list asks for it, used by all.

use std::sync::{Arc, OnceLock};

use crate::model::{Catalogue, LangId, ProductId};
use crate::pages;
use crate::plan::{Cards, Rendering};
use crate::reads::{self, Part};

use super::engine::{Engine, Unfilled};

/// Cards as far as they are made.
pub(super) struct Made {
    engine: Arc<Engine>,
    /// Per language and product.
    cards: Vec<Vec<OnceLock<Card>>>,
    /// The first card that could not be made; then no page is, that might want it.
    failed: OnceLock<Unfilled>,
}

struct Card {
    html: Box<str>,
    /// What it was made of, and so every page that shows it.
    parts: Box<[Part]>,
}

impl Made {
    /// None yet.
    pub(super) fn none(engine: Arc<Engine>, catalogue: &Catalogue) -> Self {
        let products = || catalogue.products.ids().map(|_| OnceLock::new()).collect();
        let cards = catalogue.site.languages.ids().map(|_| products()).collect();
        Self { engine, cards, failed: OnceLock::new() }
    }

    /// The first card that could not be made.
    pub(super) fn failed(&self) -> Option<&Unfilled> {
        self.failed.get()
    }
}

/// Cards that are made when a list asks for them.
pub(super) struct OnDemand<'a> {
    pub made: &'a Made,
    /// Rendering without cards.
    pub bare: &'a Rendering<'a>,
}

impl Cards for OnDemand<'_> {
    fn card(&self, lang: LangId, product: ProductId) -> &str {
        let card = self.made.cards[lang.index()][usize::from(product)].get_or_init(|| {
            let (html, parts) = reads::of(|| {
                let made = self.made.engine.card(&pages::card(self.bare, lang, product), lang);
                made.unwrap_or_else(|unfilled| {
                    let _ = self.made.failed.set(unfilled);
                    String::new()
                })
            });
            Card { html: html.into(), parts: parts.into() }
        });
        reads::note_all(&card.parts);
        &card.html
    }
}
