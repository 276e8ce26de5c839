//! What a result shows, per language: cards of products in the files of `orders.rs`, and of all else in the order of
//! documents.

use rayon::prelude::*;

use crate::model::ProductId;
use crate::pages::parts::Scribe;
use crate::plan::{Rendering, Subject};

use super::bytes::Files;
use super::columns::{Row, columns};
use super::documents::{Documents, Other};
use super::orders;

/// Producers, places, groups and sales points in one file.
pub const OTHERS_SIZE: usize = 800;

/// Where the cards are.
pub struct Written {
    /// For each order the file of each product.
    pub orders: Vec<Vec<u32>>,
    /// Hashes of the files: of each language, of each order.
    pub products: Vec<Vec<Vec<String>>>,
    /// Hashes of the files of each language.
    pub others: Vec<Vec<String>>,
}

pub fn write(rendering: &Rendering<'_>, documents: &Documents, files: &mut Files<'_>) -> Written {
    let languages = &rendering.catalogue.site.languages;
    let orders = orders::orders(&Scribe::new(rendering, languages.default_id()), documents);
    let mut written = Written { orders, products: Vec::new(), others: Vec::new() };
    for language in languages.iter() {
        let scribe = Scribe::new(rendering, language.id);
        let rows: Vec<Row> = documents.products.par_iter().map(|id| product(&scribe, *id)).collect();
        let of_orders = written.orders.iter().enumerate().map(|(order, file_of)| {
            let count = file_of.iter().max().map_or(0, |last| *last as usize + 1);
            let mut of_files: Vec<Vec<&Row>> = vec![Vec::new(); count];
            file_of.iter().zip(&rows).for_each(|(file, row)| of_files[*file as usize].push(row));
            let contents = of_files.into_par_iter().map(|own| json(&own));
            files.add_all(&format!("cards-{}-{order}", language.tag), contents.collect())
        });
        written.products.push(of_orders.collect());
        let others: Vec<Row> = documents.others.par_iter().map(|one| other(&scribe, *one)).collect();
        let contents: Vec<Vec<u8>> =
            others.par_chunks(OTHERS_SIZE).map(|rows| json(&rows.iter().collect::<Vec<_>>())).collect();
        written.others.push(files.add_all(&format!("others-{}", language.tag), contents));
    }
    written
}

fn json(rows: &[&Row]) -> Vec<u8> {
    serde_json::to_vec(&columns(rows)).expect("texts are JSON")
}

fn product(scribe: &Scribe<'_>, id: ProductId) -> Row {
    let product = &scribe.catalogue().products[id];
    let name = scribe.text(&product.name);
    let producer = scribe.text(scribe.catalogue().producers[product.producer].public_name());
    let price = scribe.price(&product.packages);
    let (amount, unit) = price.map_or((String::new(), None), |price| (price.amount, price.unit));
    let picture = product.photos.first().and_then(|photo| scribe.picture(photo));
    let of_picture = |read: &dyn Fn(&crate::pages::parts::picture::Picture<'_>) -> String| {
        picture.as_ref().map(read).unwrap_or_default()
    };
    let some = |text: Option<&str>| text.unwrap_or_default().to_owned();
    vec![
        ("name", scribe.words(&product.name).to_owned()),
        ("lang", some(name.lang)),
        ("url", scribe.url("product", Subject::Product(id))),
        ("producer", producer.text.to_string()),
        ("producer_lang", some(producer.lang)),
        ("place", scribe.place_today(product.place, &product.present).unwrap_or_default()),
        ("group", scribe.group_name(product.group).to_owned()),
        ("amount", amount),
        ("unit", unit.unwrap_or_default()),
        ("src", of_picture(&|picture| picture.src.clone())),
        ("srcset", of_picture(&|picture| picture.webp.clone())),
        ("width", of_picture(&|picture| picture.width.to_string())),
        ("height", of_picture(&|picture| picture.height.to_string())),
        ("alt", of_picture(&|picture| picture.alt.to_owned())),
        ("alt_lang", of_picture(&|picture| some(picture.lang))),
        ("illustration", of_picture(&|picture| if picture.illustration { "1" } else { "" }.to_owned())),
        ("focus", of_picture(&focus)),
    ]
}

/// Empty for the middle, where most are.
fn focus(picture: &crate::pages::parts::picture::Picture<'_>) -> String {
    match (picture.focus_x, picture.focus_y) {
        (50, 50) => String::new(),
        (x, y) => format!("{x} {y}"),
    }
}

fn other(scribe: &Scribe<'_>, other: Other) -> Row {
    let catalogue = scribe.catalogue();
    let lies_in = match other {
        Other::Place(id) => catalogue.places[id].parent.map(|parent| scribe.place_line(parent)),
        Other::Producer(id) => {
            let producer = &catalogue.producers[id];
            scribe.place_today(producer.place, &producer.present)
        }
        Other::SalesPoint(id) => {
            let point = &catalogue.sales_points[id];
            scribe.place_today(point.place, &point.present)
        }
        Other::Group(_) => None,
    };
    vec![
        ("kind", other.kind().to_owned()),
        ("name", other.name(scribe)),
        ("url", scribe.url(other.kind(), other.subject())),
        ("count", other.count(scribe.rendering).to_string()),
        ("place", lies_in.unwrap_or_default()),
    ]
}
