//! In which files the cards of products lie. Every product is in one file of each order, so that the ten cards of an
//! answer lie together in some order: in that of lists what many have, in that of names what is called alike, in that of
//! places what comes from one place, and in that of own names what a brand or village gave its name.

use rayon::prelude::*;

use crate::model::{LangId, ProductId, words};
use crate::pages::parts::Scribe;

use super::documents::Documents;

/// A catalogue of so many files and fewer has the order of lists alone: any answer needs few of them.
const FEW: usize = 2;

/// More files than this are not told apart in other orders: their numbers would make the manifest too long.
const MANY: usize = 64;

/// Products in one file, a phone pays for bytes in a small catalogue and for requests in a large one.
#[must_use]
pub fn size(products: usize) -> usize {
    (products / 20).clamp(250, 500)
}

/// For each order the file of each product. The first is the order of lists, which is that of the documents.
pub fn orders(scribe: &Scribe<'_>, documents: &Documents) -> Vec<Vec<u32>> {
    let products = &documents.products;
    let size = size(products.len());
    let mut orders = vec![(0..products.len()).map(|document| (document / size) as u32).collect()];
    let files = products.len().div_ceil(size);
    if (FEW + 1..=MANY).contains(&files) {
        let catalogue = scribe.catalogue();
        let ranks = |names: Vec<&str>| scribe.rendering.index.collation(scribe.lang).ranks(&names);
        let name = |id: &ProductId| catalogue.products[*id].name.get(LangId::DEFAULT).text;
        let alike = ranks(products.iter().map(name).collect());
        orders.push(spread(products.len(), size, |document| alike[document]));
        let places: Vec<String> = products.iter().map(|id| place(scribe, *id)).collect();
        orders.push(spread(products.len(), size, |document| &places[document]));
        let own: Vec<Vec<String>> = products.par_iter().map(|id| backwards(name(id))).collect();
        orders.push(spread(products.len(), size, |document| &own[document]));
    }
    orders
}

/// Names end with what is their own: "Nước mắm Lê Gia" with Lê Gia.
fn backwards(name: &str) -> Vec<String> {
    words(name).into_iter().rev().map(|word| word.folded).collect()
}

/// Files of equal size in the order of `key`.
fn spread<K: Ord>(products: usize, size: usize, key: impl Fn(usize) -> K) -> Vec<u32> {
    let mut order: Vec<usize> = (0..products).collect();
    order.sort_by_key(|document| (key(*document), *document));
    let mut files = vec![0; products];
    for (position, document) in order.into_iter().enumerate() {
        files[document] = (position / size) as u32;
    }
    files
}

/// Province, commune and producer.
fn place(scribe: &Scribe<'_>, id: ProductId) -> String {
    let catalogue = scribe.catalogue();
    let product = &catalogue.products[id];
    let mut parts: Vec<&str> = match catalogue.places_of(product.place, &product.present).first() {
        Some(place) => catalogue.lineage(*place).into_iter().map(|part| catalogue.places[part].key.as_str()).collect(),
        None => Vec::new(),
    };
    parts.reverse();
    parts.push(catalogue.producers[product.producer].slug.as_str());
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_of_one_size_in_the_order_of_a_key() {
        assert_eq!(spread(5, 2, |document| 9 - document), [2, 1, 1, 0, 0]);
        assert_eq!(spread(3, 2, |_| 0), [0, 0, 1]);
    }
}
