//! Documents for the typesetter: what was asked for becomes data that a template of the theme sets as PDF.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::diag::FileId;
pub use crate::model::Printable;
use crate::model::{Day, LangId, ProductId, Room, SalesPointId, Stock};
use crate::pages::parts::Scribe;
use crate::plan::Rendering;

use super::book::Book;
use super::fit::{Fit, STEPS, fit};
use super::label::Label;
use super::paper::{Design, Paper};
use super::prices::PriceList;
use super::sheet::Sheet;

/// Label stock where none was named.
pub const STOCK: &str = "3x8";

/// A printing that was asked for; everything is chosen.
#[derive(Clone, Debug)]
pub struct Order {
    pub what: Printable,
    /// The first one leads; a second one stands below it on sheets and in the book.
    pub languages: Vec<LangId>,
    pub paper: Paper,
    /// Whose price list it is; the site's own without one.
    pub sales_point: Option<SalesPointId>,
    /// In this order.
    pub products: Vec<ProductId>,
    pub stock: Stock,
    /// Position of the first label on its sheet, from 1.
    pub start: u32,
    pub copies: u32,
    /// Labels carry the bar code of a package that has a number.
    pub bars: bool,
    /// The book gets 3 mm of bleed and crop marks.
    pub bleed: bool,
    /// Page of the catalogue that opens the book.
    pub foreword: Option<String>,
}

impl Order {
    /// One copy of these products in one language on A4 and the usual labels.
    #[must_use]
    pub fn usual(what: Printable, lang: LangId, products: Vec<ProductId>, stocks: &[Stock]) -> Self {
        Self {
            what,
            languages: vec![lang],
            paper: Paper::A4,
            sales_point: None,
            products,
            stock: stocks.iter().find(|stock| stock.id == STOCK).expect("every site knows this stock").clone(),
            start: 1,
            copies: 1,
            bars: false,
            bleed: false,
            foreword: None,
        }
    }
}

/// A document before it is typeset.
pub struct Document<'a> {
    pub what: Printable,
    pub date: Day,
    /// Names under which the template asks for photos.
    pub photos: BTreeMap<String, FileId>,
    /// On how many pages the model lays it; `None` where it does not say.
    pub pages: Option<usize>,
    pub data: Data<'a>,
}

/// What the template gets as JSON.
#[derive(Serialize)]
pub struct Data<'a> {
    title: String,
    author: &'a str,
    lang: &'a str,
    /// Year, month, day as of which the document speaks.
    date: (i16, i8, i8),
    paper: PaperData,
    /// Interface texts of each language of the document.
    texts: BTreeMap<&'a str, &'a BTreeMap<String, String>>,
    #[serde(flatten)]
    body: Body<'a>,
}

/// Lengths in millimetres.
#[derive(Serialize)]
struct PaperData {
    name: &'static str,
    width: f64,
    height: f64,
    design: Design,
    bleed: f64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Sheets { sheets: Vec<SheetData<'a>> },
    Labels { stock: Stock, room: Room, page: (f64, f64), start: u32, bars: bool, labels: Vec<Label<'a>> },
    Prices { list: PriceList<'a> },
    Book { book: Box<Book<'a>> },
}

/// A sheet laid on its paper.
#[derive(Serialize)]
pub struct SheetData<'a> {
    sheet: Sheet<'a>,
    fit: Fit,
    /// Running text in points.
    size: f64,
    photo: Option<String>,
}

/// Thickness of the bleed in millimetres.
const BLEED: f64 = 3.0;

impl<'a> Document<'a> {
    /// Everything that an order prints.
    #[must_use]
    pub fn of(rendering: &'a Rendering<'a>, order: &Order) -> Self {
        let lang = order.languages[0];
        let scribe = Scribe::new(rendering, lang);
        let catalogue = rendering.catalogue;
        let site = &catalogue.site;
        let title = scribe.words(&site.title);
        let entry = |id: ProductId| sheet(rendering, order, id);
        let body = match order.what {
            Printable::Sheets => Body::Sheets { sheets: order.products.par_iter().map(|id| entry(*id)).collect() },
            Printable::Labels => {
                let labels = order.products.par_iter().flat_map_iter(|id| Label::all_of(rendering, lang, *id));
                let copies = labels.flat_map_iter(|label| std::iter::repeat_n(label, order.copies as usize));
                Body::Labels {
                    page: order.stock.page(),
                    room: order.stock.room(),
                    stock: order.stock.clone(),
                    start: order.start,
                    bars: order.bars,
                    labels: copies.collect(),
                }
            }
            Printable::Prices => Body::Prices {
                list: match order.sales_point {
                    Some(point) => PriceList::of(rendering, lang, point, &order.products),
                    None => PriceList::listing(&scribe, &order.products),
                },
            },
            Printable::Book => Body::Book {
                book: Box::new(Book::of(rendering, lang, &order.products, order.foreword.as_deref(), entry)),
            },
        };
        let name = match order.what {
            Printable::Sheets => scribe.t("pack_sheets"),
            Printable::Labels => scribe.t("pack_labels"),
            Printable::Prices => scribe.t("price_list"),
            Printable::Book => "",
        };
        let photos = if matches!(order.what, Printable::Sheets | Printable::Book) {
            photos(rendering, order)
        } else {
            BTreeMap::new()
        };
        let (width, height) = order.paper.size_mm();
        let day = site.speaks.day();
        let languages = &site.languages;
        let pages = match &body {
            Body::Sheets { sheets } => Some(sheets.iter().map(|entry| entry.fit.pages()).sum()),
            _ => None,
        };
        Self {
            what: order.what,
            date: day,
            photos,
            pages,
            data: Data {
                title: if name.is_empty() { title.to_owned() } else { format!("{name} – {title}") },
                author: site.organisation.as_ref().map_or(title, |organisation| scribe.words(&organisation.name)),
                lang: scribe.tag(),
                date: (day.year(), day.month(), day.day()),
                paper: PaperData {
                    name: order.paper.name(),
                    width,
                    height,
                    design: order.paper.design(),
                    bleed: if order.bleed { BLEED } else { 0.0 },
                },
                texts: order
                    .languages
                    .iter()
                    .map(|lang| (languages.tag(*lang), rendering.theme.texts(*lang).plain()))
                    .collect(),
                body,
            },
        }
    }
}

fn sheet<'a>(rendering: &'a Rendering<'a>, order: &Order, id: ProductId) -> SheetData<'a> {
    let sheet = Sheet::of(rendering, &order.languages, id);
    let fit = fit(&sheet, order.paper);
    let photo = rendering.catalogue.products[id].photos.first().map(|photo| name_of(photo.file));
    SheetData { size: order.paper.design().text * STEPS[fit.step], fit, sheet, photo }
}

fn photos(rendering: &Rendering<'_>, order: &Order) -> BTreeMap<String, FileId> {
    let products = order.products.iter().filter_map(|id| rendering.catalogue.products[*id].photos.first());
    products.map(|photo| (name_of(photo.file), photo.file)).collect()
}

fn name_of(file: FileId) -> String {
    format!("photos/{}", file.0)
}
