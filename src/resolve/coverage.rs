//! How much of the catalogue is translated.

use crate::model::{ArticleKind, Catalogue, LangId, Prose, Text};

/// Translated and all texts of one kind in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    pub lang: LangId,
    /// `products`, `stories`, `producers`, `sales points`, `pages`, `news`.
    pub kind: &'static str,
    pub done: usize,
    pub all: usize,
    /// Folder names of the records that lack something, at most as many as `all - done`.
    pub missing: Vec<String>,
}

/// Coverage of every language for every kind of record, in the order of the languages.
#[must_use]
pub fn coverage(catalogue: &Catalogue) -> Vec<Coverage> {
    catalogue.site.languages.ids().flat_map(|lang| in_language(catalogue, lang)).collect()
}

fn in_language(catalogue: &Catalogue, lang: LangId) -> Vec<Coverage> {
    let count = |kind: &'static str, rows: Vec<(String, bool)>| {
        let all = rows.len();
        let missing: Vec<String> = rows.into_iter().filter(|(_, done)| !done).map(|(name, _)| name).collect();
        Coverage { lang, kind, done: all - missing.len(), all, missing }
    };
    let whole = |texts: &[Option<&Text>]| texts.iter().flatten().all(|text| !text.lacks(lang));
    let told = |prose: &Prose| prose.is_empty() || prose.has(lang);
    let products = catalogue
        .products
        .iter()
        .map(|(_, product)| (product.slug.to_string(), whole(&product_texts(product))))
        .collect();
    let stories =
        catalogue.products.iter().map(|(_, product)| (product.slug.to_string(), product.story.has(lang))).collect();
    let producers = catalogue.producers.iter().map(|(_, producer)| {
        (
            producer.slug.to_string(),
            told(&producer.about)
                && whole(&[Some(&producer.name), producer.members.as_ref(), producer.revenue.as_ref()]),
        )
    });
    let points = catalogue.sales_points.iter().map(|(_, point)| {
        (
            point.slug.to_string(),
            told(&point.about) && whole(&[Some(&point.name), point.offer.as_ref(), point.note.as_ref()]),
        )
    });
    let articles = |kind| {
        catalogue.articles_of(kind).map(|(_, article)| (article.slug.to_string(), article.prose.has(lang))).collect()
    };
    vec![
        count("products", products),
        count("stories", stories),
        count("producers", producers.collect()),
        count("sales points", points.collect()),
        count("pages", articles(ArticleKind::Page)),
        count("news", articles(ArticleKind::Post)),
    ]
}

fn product_texts(product: &crate::model::Product) -> Vec<Option<&Text>> {
    let label = &product.label;
    let making = &product.making;
    let mut texts = vec![
        Some(&product.name),
        product.summary.as_ref(),
        label.ingredients.as_ref(),
        label.usage.as_ref(),
        label.storage.as_ref(),
        label.shelf_life.as_ref(),
        label.warnings.as_ref(),
        label.origin.as_ref(),
        making.raw_material.as_ref(),
        making.capacity.as_ref(),
        making.season.as_ref(),
        making.community.as_ref(),
        product.sold.markets.as_ref(),
    ];
    texts.extend(
        making.process.iter().chain(&making.services).chain(&making.awards).chain(&product.sold.exports).map(Some),
    );
    texts.extend(product.photos.iter().map(|photo| Some(&photo.alt)));
    texts.extend(product.packages.iter().flat_map(|package| [package.kind.as_ref(), package.unit.as_ref()]));
    texts.extend(product.certifications.iter().map(|certification| certification.note.as_ref()));
    texts
}
