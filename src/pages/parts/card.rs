//! The card of a product, made once per language and used by every list.

use serde::Serialize;

use crate::model::{LangId, ProductId};
use crate::plan::{Rendering, Subject};

use super::picture::Picture;
use super::price::PriceView;
use super::stars::StarsView;
use super::{Html, Scribe, TextView};

#[derive(Clone, Debug, Serialize)]
pub struct Card<'a> {
    pub name: TextView<'a>,
    pub url: String,
    pub picture: Option<Picture<'a>>,
    pub stars: StarsView<'a>,
    pub producer: TextView<'a>,
    pub place: Option<String>,
    pub group: &'a str,
    pub price: Option<PriceView>,
}

/// The card of a product in a language.
#[must_use]
pub fn card<'a>(rendering: &'a Rendering<'a>, lang: LangId, id: ProductId) -> Card<'a> {
    let scribe = Scribe::new(rendering, lang);
    let product = &rendering.catalogue.products[id];
    Card {
        name: scribe.text(&product.name),
        url: scribe.url("product", Subject::Product(id)),
        picture: product.photos.first().and_then(|photo| scribe.picture(photo)),
        stars: scribe.stars(id),
        producer: scribe.text(rendering.catalogue.producers[product.producer].public_name()),
        place: scribe.place_today(product.place, &product.present),
        group: scribe.group_name(product.group),
        price: scribe.price(&product.packages),
    }
}

impl<'a> Scribe<'a> {
    /// Ready cards of a list.
    #[must_use]
    pub fn cards(&self, products: &[ProductId]) -> Vec<Html<'a>> {
        products.iter().map(|id| Html(self.rendering.cards.card(self.lang, *id).into())).collect()
    }
}
