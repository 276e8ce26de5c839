//! Lists of products by everything they can be listed by, each in the order of its language.
//!
//! Order: stars that are current today, most first; then name in alphabetical order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::model::{Catalogue, Collation, GroupId, LangId, PlaceId, ProducerId, ProductId, SalesPointId, Slug, Stars};

/// Products by facet. Every product of a list is in the site; lists are without repeats.
pub struct Index {
    /// All products, per language.
    all: Vec<Vec<ProductId>>,
    /// Position of each product in `all`, per language: sorting any list is sorting by this number.
    position: Vec<Vec<u32>>,
    stars: BTreeMap<u8, Vec<ProductId>>,
    groups: Vec<Vec<ProductId>>,
    places: Vec<Vec<ProductId>>,
    producers: Vec<Vec<ProductId>>,
    sales_points: Vec<Vec<ProductId>>,
    territory: Territory,
    collations: Vec<Collation>,
    product_slugs: HashMap<Slug, ProductId>,
    producer_slugs: HashMap<Slug, ProducerId>,
    producers_by_name: Vec<Vec<ProducerId>>,
    sales_points_by_name: Vec<Vec<SalesPointId>>,
}

impl Index {
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let collations: Vec<Collation> =
            catalogue.site.languages.iter().map(|language| Collation::new(&language.tag)).collect();
        let stars_of: Vec<u8> = catalogue.products.ids().map(|id| catalogue.current_stars(id)).collect();
        let mut all = Vec::new();
        let mut position = Vec::new();
        for (lang, collation) in catalogue.site.languages.ids().zip(&collations) {
            let names: Vec<&str> = catalogue.products.iter().map(|(_, product)| product.name.get(lang).text).collect();
            let ranks = collation.ranks(&names);
            let mut order: Vec<ProductId> = catalogue.products.ids().collect();
            order.sort_by_key(|id| (Reverse(stars_of[usize::from(*id)]), ranks[usize::from(*id)]));
            let mut at = vec![0; order.len()];
            for (index, id) in order.iter().enumerate() {
                at[usize::from(*id)] = u32::try_from(index).expect("fewer than four thousand million products");
            }
            all.push(order);
            position.push(at);
        }
        let by_name = |texts: &dyn Fn(LangId) -> Vec<String>| -> Vec<Vec<usize>> {
            let languages = catalogue.site.languages.ids();
            languages
                .zip(&collations)
                .map(|(lang, collation)| {
                    let names = texts(lang);
                    let mut order: Vec<usize> = (0..names.len()).collect();
                    order.sort_by(|a, b| collation.compare(&names[*a], &names[*b]).then(a.cmp(b)));
                    order
                })
                .collect()
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
            position,
            stars: Stars::ALL.iter().map(|stars| (stars.count(), Vec::new())).collect(),
            groups: vec![Vec::new(); catalogue.groups.len()],
            places: vec![Vec::new(); catalogue.places.len()],
            producers: vec![Vec::new(); catalogue.producers.len()],
            sales_points: vec![Vec::new(); catalogue.sales_points.len()],
            territory: Territory::new(catalogue),
            collations,
            product_slugs: catalogue.products.iter().map(|(id, product)| (product.slug.clone(), id)).collect(),
            producer_slugs: catalogue.producers.iter().map(|(id, producer)| (producer.slug.clone(), id)).collect(),
        };
        for (id, product) in catalogue.products.iter() {
            if let Some(list) = index.stars.get_mut(&stars_of[usize::from(id)]) {
                list.push(id);
            }
            for group in catalogue.group_line(product.group) {
                index.groups[usize::from(group)].push(id);
            }
            for place in catalogue.places_of(product.place, &product.present) {
                index.places[usize::from(place)].push(id);
            }
            index.producers[usize::from(product.producer)].push(id);
            let mut points = product.sold.sales_points.clone();
            points.sort_unstable();
            points.dedup();
            for point in points {
                index.sales_points[usize::from(point)].push(id);
            }
        }
        index
    }

    #[must_use]
    pub fn all(&self, lang: LangId) -> &[ProductId] {
        &self.all[lang.index()]
    }

    /// Products whose certificate with so many stars is current.
    #[must_use]
    pub fn with_stars(&self, stars: u8) -> &[ProductId] {
        self.stars.get(&stars).map_or(&[], Vec::as_slice)
    }

    #[must_use]
    pub fn in_group(&self, id: GroupId) -> &[ProductId] {
        &self.groups[usize::from(id)]
    }

    /// Products of a place, former or present, and of all that lies in it.
    #[must_use]
    pub fn in_place(&self, id: PlaceId) -> &[ProductId] {
        &self.places[usize::from(id)]
    }

    #[must_use]
    pub fn of_producer(&self, id: ProducerId) -> &[ProductId] {
        &self.producers[usize::from(id)]
    }

    #[must_use]
    pub fn at_sales_point(&self, id: SalesPointId) -> &[ProductId] {
        &self.sales_points[usize::from(id)]
    }

    /// What lies in a place and what came before it.
    #[must_use]
    pub fn in_territory(&self, id: PlaceId) -> &Land {
        &self.territory.0[usize::from(id)]
    }

    /// All producers in alphabetical order.
    #[must_use]
    pub fn producers(&self, lang: LangId) -> &[ProducerId] {
        &self.producers_by_name[lang.index()]
    }

    /// All sales points in alphabetical order.
    #[must_use]
    pub fn sales_points(&self, lang: LangId) -> &[SalesPointId] {
        &self.sales_points_by_name[lang.index()]
    }

    /// The product in a folder.
    #[must_use]
    pub fn product(&self, slug: &str) -> Option<ProductId> {
        Slug::try_from(slug).ok().and_then(|slug| self.product_slugs.get(&slug).copied())
    }

    /// The producer in a folder.
    #[must_use]
    pub fn producer(&self, slug: &str) -> Option<ProducerId> {
        Slug::try_from(slug).ok().and_then(|slug| self.producer_slugs.get(&slug).copied())
    }

    /// A list in the order of a language.
    #[must_use]
    pub fn sorted(&self, products: &[ProductId], lang: LangId) -> Vec<ProductId> {
        let position = &self.position[lang.index()];
        let mut sorted = products.to_vec();
        sorted.sort_unstable_by_key(|id| position[usize::from(*id)]);
        sorted
    }

    #[must_use]
    pub fn collation(&self, lang: LangId) -> &Collation {
        &self.collations[lang.index()]
    }
}

/// What lies in one administrative unit.
#[derive(Clone, Debug, Default)]
pub struct Land {
    /// Units directly in it, of its own time or a former one.
    pub children: Vec<PlaceId>,
    /// Former units that became this one, wholly or in part.
    pub formerly: Vec<PlaceId>,
    /// Producers and sales points in it or in any unit below it.
    pub producers: Vec<ProducerId>,
    pub sales_points: Vec<SalesPointId>,
}

/// One entry per place.
struct Territory(Vec<Land>);

impl Territory {
    fn new(catalogue: &Catalogue) -> Self {
        let mut land = vec![Land::default(); catalogue.places.len()];
        for (id, place) in catalogue.places.iter() {
            if let Some(parent) = place.parent {
                land[usize::from(parent)].children.push(id);
            }
            for now in &place.now {
                land[usize::from(*now)].formerly.push(id);
            }
        }
        for (id, producer) in catalogue.producers.iter() {
            for place in catalogue.places_of(producer.place, &producer.present) {
                land[usize::from(place)].producers.push(id);
            }
        }
        for (id, point) in catalogue.sales_points.iter() {
            for place in catalogue.places_of(point.place, &point.present) {
                land[usize::from(place)].sales_points.push(id);
            }
        }
        Self(land)
    }
}
