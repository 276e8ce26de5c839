//! Lists of products by everything they can be listed by, each in the order of its language.
//!
//! Order: stars that are current today, most first; then name in alphabetical order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::ops::Deref;

use rayon::prelude::*;

use crate::model::{
    Catalogue, Collation, DecisionId, GroupId, LangId, PlaceId, ProducerId, ProductId, SalesPointId, Slug, Stars,
};
use crate::reads::{self, Part, Shelf, digest};

use super::territory::{Land, Territory};

/// Administrative units of today, or former ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Present,
    Former,
}

/// Products by facet. Every product of a list is in the site; lists are without repeats.
pub struct Index {
    /// All products, per language.
    all: Vec<Vec<ProductId>>,
    stars: BTreeMap<u8, List>,
    groups: Vec<List>,
    places: Vec<List>,
    producers: Vec<List>,
    sales_points: Vec<List>,
    decisions: Vec<List>,
    nothing: List,
    /// The largest units with products, present and former, per language.
    tops: [Vec<Vec<PlaceId>>; 2],
    territory: Territory,
    collations: Vec<Collation>,
    product_slugs: HashMap<Slug, ProductId>,
    producer_slugs: HashMap<Slug, ProducerId>,
    producers_by_name: Vec<Vec<ProducerId>>,
    sales_points_by_name: Vec<Vec<SalesPointId>>,
    latest_decisions: Vec<DecisionId>,
}

impl Index {
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let collations: Vec<Collation> =
            catalogue.site.languages.iter().map(|language| Collation::new(&language.tag)).collect();
        let stars_of: Vec<u8> = catalogue.products.ids().map(|id| catalogue.current_stars(id)).collect();
        let languages: Vec<(LangId, &Collation)> = catalogue.site.languages.ids().zip(&collations).collect();
        // The languages are the parallel part: each sorts every name in its own order.
        let sorted = languages.par_iter().map(|(lang, collation)| {
            let names: Vec<&str> = catalogue.products.iter().map(|(_, product)| product.name.get(*lang).text).collect();
            let ranks = collation.ranks(&names);
            let mut order: Vec<ProductId> = catalogue.products.ids().collect();
            order.sort_by_key(|id| (Reverse(stars_of[usize::from(*id)]), ranks[usize::from(*id)]));
            let mut at = vec![0; order.len()];
            for (index, id) in order.iter().enumerate() {
                at[usize::from(*id)] = u32::try_from(index).expect("fewer than four thousand million products");
            }
            (order, at)
        });
        let (all, position): (Vec<_>, Vec<_>) = sorted.collect::<Vec<_>>().into_iter().unzip();
        let by_name = |texts: &(dyn Fn(LangId) -> Vec<String> + Sync)| -> Vec<Vec<usize>> {
            let sorted = languages.par_iter().map(|(lang, collation)| {
                let names = texts(*lang);
                let mut order: Vec<usize> = (0..names.len()).collect();
                order.sort_by(|a, b| collation.compare(&names[*a], &names[*b]).then(a.cmp(b)));
                order
            });
            sorted.collect()
        };
        let producers_by_name = by_name(&|lang| {
            catalogue.producers.iter().map(|(_, row)| row.public_name().get(lang).text.to_owned()).collect()
        });
        let sales_points_by_name =
            by_name(&|lang| catalogue.sales_points.iter().map(|(_, row)| row.name.get(lang).text.to_owned()).collect());
        let mut index = Self {
            producers_by_name: producers_by_name
                .into_iter()
                .map(|order| order.into_iter().map(ProducerId::from).collect())
                .collect(),
            sales_points_by_name: sales_points_by_name
                .into_iter()
                .map(|order| order.into_iter().map(SalesPointId::from).collect())
                .collect(),
            all,
            stars: Stars::ALL.iter().map(|stars| (stars.count(), List::default())).collect(),
            groups: vec![List::default(); catalogue.groups.len()],
            places: vec![List::default(); catalogue.places.len()],
            producers: vec![List::default(); catalogue.producers.len()],
            sales_points: vec![List::default(); catalogue.sales_points.len()],
            decisions: vec![List::default(); catalogue.decisions.len()],
            nothing: List::default(),
            tops: [Vec::new(), Vec::new()],
            territory: Territory::default(),
            latest_decisions: Vec::new(),
            collations,
            product_slugs: catalogue.products.iter().map(|(id, product)| (product.slug.clone(), id)).collect(),
            producer_slugs: catalogue.producers.iter().map(|(id, producer)| (producer.slug.clone(), id)).collect(),
        };
        for (id, product) in catalogue.products.iter() {
            if let Some(list) = index.stars.get_mut(&stars_of[usize::from(id)]) {
                list.by_id.push(id);
            }
            for group in catalogue.group_line(product.group) {
                index.groups[usize::from(group)].by_id.push(id);
            }
            for place in catalogue.places_of(product.place, &product.present) {
                index.places[usize::from(place)].by_id.push(id);
            }
            index.producers[usize::from(product.producer)].by_id.push(id);
            let mut points = product.sold.sales_points.clone();
            points.sort_unstable();
            points.dedup();
            for point in points {
                index.sales_points[usize::from(point)].by_id.push(id);
            }
            let certified = product.certifications.iter().filter(|one| one.existed(catalogue.today()));
            let mut decisions: Vec<DecisionId> = certified.filter_map(|one| one.decision).collect();
            decisions.sort_unstable();
            decisions.dedup();
            for decision in decisions {
                index.decisions[usize::from(decision)].by_id.push(id);
            }
        }
        let lists = index.stars.values_mut().chain(&mut index.groups).chain(&mut index.places);
        for list in lists.chain(&mut index.producers).chain(&mut index.sales_points).chain(&mut index.decisions) {
            list.sort(&position);
        }
        index.nothing.sort(&position);
        index.tops = [Layer::Present, Layer::Former].map(|layer| index.find_tops(catalogue, layer));
        index.territory = Territory::new(catalogue, &|place| !index.places[usize::from(place)].is_empty());
        let used = catalogue.decisions.iter().filter(|(id, _)| !index.decisions[usize::from(*id)].is_empty());
        let mut latest: Vec<_> = used.map(|(id, decision)| (Reverse(decision.date), id)).collect();
        latest.sort_unstable();
        index.latest_decisions = latest.into_iter().map(|(_, id)| id).collect();
        index
    }

    fn find_tops(&self, catalogue: &Catalogue, layer: Layer) -> Vec<Vec<PlaceId>> {
        let in_layer = |id: PlaceId| (layer == Layer::Former) == catalogue.places[id].is_former(catalogue.today());
        // A former district hangs on a province that still exists; there it is a top of the former layer.
        let is_top = |id: PlaceId| catalogue.places[id].parent.is_none_or(|parent| !in_layer(parent));
        let tops: Vec<PlaceId> = catalogue
            .places
            .ids()
            .filter(|id| in_layer(*id) && is_top(*id) && !self.in_place(*id).is_empty())
            .collect();
        let languages = catalogue.site.languages.ids();
        languages
            .map(|lang| {
                let name = |id: PlaceId| catalogue.places[id].name.get(lang).text;
                let mut sorted = tops.clone();
                sorted.sort_by(|a, b| self.collation(lang).compare(name(*a), name(*b)).then(a.cmp(b)));
                sorted
            })
            .collect()
    }

    #[must_use]
    pub fn all(&self, lang: LangId) -> &[ProductId] {
        note(Shelf::Ordered, lang.index());
        &self.all[lang.index()]
    }

    /// Products whose certificate with so many stars is current.
    #[must_use]
    pub fn with_stars(&self, stars: u8) -> &List {
        note(Shelf::OfStars, stars.into());
        self.stars.get(&stars).unwrap_or(&self.nothing)
    }

    #[must_use]
    pub fn in_group(&self, id: GroupId) -> &List {
        note(Shelf::OfGroup, id.into());
        &self.groups[usize::from(id)]
    }

    /// Products of a place, former or present, and of all that lies in it.
    #[must_use]
    pub fn in_place(&self, id: PlaceId) -> &List {
        note(Shelf::OfPlace, id.into());
        &self.places[usize::from(id)]
    }

    /// The largest units of a layer that have products, in alphabetical order.
    #[must_use]
    pub fn top_places(&self, layer: Layer, lang: LangId) -> &[PlaceId] {
        note(Shelf::Listed, 0);
        &self.tops[layer as usize][lang.index()]
    }

    #[must_use]
    pub fn of_producer(&self, id: ProducerId) -> &List {
        note(Shelf::OfProducer, id.into());
        &self.producers[usize::from(id)]
    }

    #[must_use]
    pub fn at_sales_point(&self, id: SalesPointId) -> &List {
        note(Shelf::OfSalesPoint, id.into());
        &self.sales_points[usize::from(id)]
    }

    /// Products that a decision recognised, whatever became of their certificates.
    #[must_use]
    pub fn of_decision(&self, id: DecisionId) -> &List {
        note(Shelf::OfDecision, id.into());
        &self.decisions[usize::from(id)]
    }

    /// Decisions that recognised a product of the catalogue, the latest first; of one day, by their order in the file.
    #[must_use]
    pub fn latest_decisions(&self) -> &[DecisionId] {
        note(Shelf::Listed, 0);
        &self.latest_decisions
    }

    /// What lies in a place and beside it, and what came before it.
    #[must_use]
    pub fn in_territory(&self, id: PlaceId) -> &Land {
        note(Shelf::Land, id.into());
        &self.territory.0[usize::from(id)]
    }

    /// All producers in alphabetical order.
    #[must_use]
    pub fn producers(&self, lang: LangId) -> &[ProducerId] {
        note(Shelf::Listed, 0);
        &self.producers_by_name[lang.index()]
    }

    /// All sales points in alphabetical order.
    #[must_use]
    pub fn sales_points(&self, lang: LangId) -> &[SalesPointId] {
        note(Shelf::Listed, 0);
        &self.sales_points_by_name[lang.index()]
    }

    /// The product in a folder.
    #[must_use]
    pub fn product(&self, slug: &str) -> Option<ProductId> {
        note(Shelf::Listed, 0);
        Slug::try_from(slug).ok().and_then(|slug| self.product_slugs.get(&slug).copied())
    }

    /// The producer in a folder.
    #[must_use]
    pub fn producer(&self, slug: &str) -> Option<ProducerId> {
        note(Shelf::Listed, 0);
        Slug::try_from(slug).ok().and_then(|slug| self.producer_slugs.get(&slug).copied())
    }

    /// How names are sorted, which depends on nothing but the language.
    #[must_use]
    pub fn collation(&self, lang: LangId) -> &Collation {
        &self.collations[lang.index()]
    }

    /// Digests of everything that is noted when somebody looks at it, by shelf and row.
    #[must_use]
    pub fn digests(&self) -> Vec<(Shelf, Vec<u128>)> {
        let Self { all, stars, groups, places, producers, sales_points, decisions, nothing: _, .. } = self;
        let Self { tops, territory, collations: _, product_slugs, producer_slugs, .. } = self;
        let Self { producers_by_name, sales_points_by_name, latest_decisions, .. } = self;
        let of_stars: Vec<Option<&List>> = (0..=5).map(|count| stars.get(&count)).collect();
        let products: BTreeMap<&Slug, ProductId> = product_slugs.iter().map(|(slug, id)| (slug, *id)).collect();
        let makers: BTreeMap<&Slug, ProducerId> = producer_slugs.iter().map(|(slug, id)| (slug, *id)).collect();
        let listed = digest(&(tops, producers_by_name, sales_points_by_name, latest_decisions, products, makers));
        vec![
            (Shelf::Ordered, digests(all)),
            (Shelf::OfStars, digests(&of_stars)),
            (Shelf::OfGroup, digests(groups)),
            (Shelf::OfPlace, digests(places)),
            (Shelf::OfProducer, digests(producers)),
            (Shelf::OfSalesPoint, digests(sales_points)),
            (Shelf::OfDecision, digests(decisions)),
            (Shelf::Land, digests(&territory.0)),
            (Shelf::Listed, vec![listed]),
        ]
    }
}

fn note(shelf: Shelf, row: usize) {
    reads::note(Part::row(shelf, row));
}

fn digests<T: Hash>(rows: &[T]) -> Vec<u128> {
    rows.iter().map(digest).collect()
}

/// Products by the order of their records; and sorted once per language, since a long list has many pages.
#[derive(Clone, Debug, Default, Hash)]
pub struct List {
    by_id: Vec<ProductId>,
    sorted: Vec<Vec<ProductId>>,
}

impl List {
    /// In the order in which a page of a language lists them.
    #[must_use]
    pub fn in_order(&self, lang: LangId) -> &[ProductId] {
        &self.sorted[lang.index()]
    }

    /// `position` holds the place of each product in the list of all, per language.
    fn sort(&mut self, position: &[Vec<u32>]) {
        for position in position {
            let mut sorted = self.by_id.clone();
            sorted.sort_unstable_by_key(|id| position[usize::from(*id)]);
            self.sorted.push(sorted);
        }
    }
}

impl Deref for List {
    type Target = [ProductId];

    fn deref(&self) -> &[ProductId] {
        &self.by_id
    }
}
