//! What a shelf label says: one package of a product.

use serde::Serialize;

use crate::model::{LangId, ProductId};
use crate::pages::parts::{Html, Scribe, TextView};
use crate::pages::product::permanent;
use crate::plan::Rendering;

use super::code::{Bars, Symbology};
use super::measure::{Weight, width};
use super::sheet::{Barcode, qr};

/// A label, the same for every stock: the style sheet gives it room.
#[derive(Clone, Debug, Serialize)]
pub struct Label<'a> {
    /// Product code and position of the package from 1, such as `bk-0012.1`: what a choice of labels is kept as.
    pub key: String,
    pub id: &'a str,
    pub name: TextView<'a>,
    /// How much smaller the name is set, since it is long: 0, 1 or 2.
    pub name_step: usize,
    /// How much smaller the price is set: 0 to 3.
    pub price_step: usize,
    /// What is sold: `túi giấy kraft 500 g`.
    pub package: String,
    pub price: Option<String>,
    /// `/ túi 500 g`: a price is for something (Law on Prices 2023).
    pub unit: Option<String>,
    pub per_unit: Option<String>,
    pub price_date: Option<String>,
    /// Stars that may be printed: only while the certificate is valid.
    pub stars: Option<u8>,
    pub stars_label: Option<String>,
    /// Last day of the stars as an ISO date: a page that is printed later leaves them out.
    pub held_until: Option<String>,
    /// Until when, beside the stars.
    pub stars_until: Option<String>,
    pub qr: Html<'a>,
    pub qr_label: String,
    pub address: String,
    /// For the till. Numbers of boxes have none: no till asks for them, and their wide bars need more height than a label has.
    pub barcode: Option<Barcode<'a>>,
}

/// Names wider than these at 10 pt are set smaller, and again smaller: two lines of the narrowest label.
const NAMES_MM: [f64; 2] = [92.0, 142.0];

/// Prices wider than these at 15 pt are set smaller: what the code leaves on the narrowest label. All designs keep the
/// same proportion between the type of the price and its room.
const PRICES_MM: [f64; 3] = [31.5, 35.5, 43.0];

/// Height of bar codes on labels, digits included: as low as a hand scanner allows that is not held quite straight.
const BARS_MM: f64 = 11.5;

/// How many of the limits a text is wider than.
fn step(text: &str, size: f64, limits: &[f64]) -> usize {
    let width = width(text, size, Weight::Bold);
    limits.iter().filter(|limit| width > **limit).count()
}

impl<'a> Label<'a> {
    /// One label for each package of a product; one for the product where its packages are not known.
    #[must_use]
    pub fn all_of(rendering: &'a Rendering<'a>, lang: LangId, id: ProductId) -> Vec<Self> {
        let scribe = Scribe::new(rendering, lang);
        let product = &rendering.catalogue.products[id];
        let stars = scribe.stars(id);
        let permanent = permanent(&scribe, id);
        let label = |index: Option<usize>| {
            let package = index.map(|index| &product.packages[index]);
            let net = package.and_then(|package| package.net.as_ref()).map(|net| scribe.texts().quantity(net));
            let kind = package.and_then(|package| package.kind.as_ref()).map(|kind| scribe.words(kind).to_owned());
            let price = package.and_then(|package| scribe.price(std::slice::from_ref(package)));
            let name = scribe.text(&product.name);
            Label {
                key: format!("{}.{}", product.code, index.map_or(1, |index| index + 1)),
                id: product.code.as_str(),
                name_step: step(&name.text, 10.0, &NAMES_MM),
                name,
                package: [kind, net].into_iter().flatten().collect::<Vec<_>>().join(" "),
                unit: price.as_ref().and_then(|price| price.unit.clone()),
                per_unit: price.as_ref().and_then(|price| price.per_unit.clone()),
                price_date: price.as_ref().and_then(|price| price.date.clone()),
                price_step: price.as_ref().map_or(0, |price| step(&price.amount, 15.0, &PRICES_MM)),
                price: price.map(|price| price.amount),
                stars: stars.count.filter(|_| stars.current),
                stars_label: stars.current.then(|| stars.label.clone()),
                held_until: stars.valid_until_iso.clone(),
                stars_until: stars.current.then(|| stars.status_text.clone()),
                qr: qr(&scribe, id, index.filter(|index| product.packages[*index].gtin.is_some())),
                qr_label: scribe.texts().format("qr_label", &[("address", &permanent.text)]),
                address: permanent.text.clone(),
                barcode: package
                    .and_then(|package| Some(Bars::of(package.gtin?)))
                    .and_then(|bars| (bars.symbology != Symbology::Itf14).then(|| Barcode::of(&bars, BARS_MM))),
            }
        };
        if product.packages.is_empty() {
            vec![label(None)]
        } else {
            (0..product.packages.len()).map(|index| label(Some(index))).collect()
        }
    }
}
