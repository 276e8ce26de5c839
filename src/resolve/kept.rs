//! What was resolved before, for programs that resolve one catalogue again and again.
//!
//! In: records, of which most were there the last time. Out: the rows of those as they were, shared, with their messages. A row
//! is taken again only if its record is the very one that was read before and all that names in it may lead to is the same.
//! Start at [`Rows::all`].

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;
use rayon::prelude::*;

use crate::diag::{FileId, Sink};
use crate::load::Loaded;
use crate::load::records::{ProducerRecord, ProductRecord, SalesPointRecord};
use crate::model::{
    AdminPlace, Catalogue, Certification, Day, Decision, DecisionId, Group, Package, PlaceId, Producer, ProducerId,
    Product, SalesPoint, SalesPointId, Table,
};

use super::names::Names;
use super::places::Places;
use super::products;

/// Rows of the last catalogue.
#[derive(Default)]
pub struct Kept {
    pub(super) products: Rows<ProductRecord, Product>,
    pub(super) producers: Rows<ProducerRecord, Producer>,
    pub(super) sales_points: Rows<SalesPointRecord, SalesPoint>,
    places: Option<PlaceGround>,
    ground: Option<Ground>,
}

/// A record, what became of it, and messages.
type Row<R, T> = (Arc<Loaded<R>>, Option<Arc<T>>, Sink);

/// Rows of one kind by the file of their record.
pub(super) struct Rows<R, T>(HashMap<FileId, Row<R, T>, RandomState>);

impl<R, T> Default for Rows<R, T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<R: Clone + Send + Sync, T: Send + Sync> Rows<R, T> {
    /// The rows of all records, in their order, in parallel; with `is_same`, those that are kept are taken as they are.
    pub(super) fn all(
        &mut self,
        records: &[Arc<Loaded<R>>],
        is_same: bool,
        one: impl Fn(Loaded<R>, &mut Sink) -> Option<T> + Sync,
        sink: &mut Sink,
    ) -> Vec<Arc<T>> {
        if !is_same {
            self.0.clear();
        }
        let is_known =
            |record: &Arc<Loaded<R>>| self.0.get(&record.file).is_some_and(|row| Arc::ptr_eq(&row.0, record));
        let fresh: Vec<Arc<Loaded<R>>> = records.iter().filter(|record| !is_known(record)).cloned().collect();
        let fresh: Vec<_> =
            fresh.into_par_iter().map(|record| (record.file, (record.clone(), made(record, &one)))).collect();
        self.0.extend(fresh.into_iter().map(|(file, (record, (row, messages)))| (file, (record, row, messages))));
        if self.0.len() > records.len() {
            let there: HashSet<FileId> = records.iter().map(|record| record.file).collect();
            self.0.retain(|file, _| there.contains(file));
        }
        let rows = records.iter().map(|record| &self.0[&record.file]);
        taken(rows.map(|(_, row, messages)| (row.clone(), messages.clone())), sink)
    }
}

/// The rows of all records, in their order, in parallel; from `kept` if there is one.
pub(super) fn rows<R: Clone + Send + Sync, T: Send + Sync>(
    kept: Option<(&mut Rows<R, T>, bool)>,
    records: Vec<Arc<Loaded<R>>>,
    one: impl Fn(Loaded<R>, &mut Sink) -> Option<T> + Sync,
    sink: &mut Sink,
) -> Vec<Arc<T>> {
    if let Some((kept, is_same)) = kept {
        return kept.all(&records, is_same, one, sink);
    }
    let made: Vec<_> = records.into_par_iter().map(|record| made(record, &one)).collect();
    taken(made.into_iter(), sink)
}

fn made<R: Clone, T>(
    record: Arc<Loaded<R>>,
    one: &impl Fn(Loaded<R>, &mut Sink) -> Option<T>,
) -> (Option<Arc<T>>, Sink) {
    let mut messages = Sink::new();
    let row = one(Arc::unwrap_or_clone(record), &mut messages).map(Arc::new);
    (row, messages)
}

fn taken<T>(made: impl Iterator<Item = (Option<Arc<T>>, Sink)>, sink: &mut Sink) -> Vec<Arc<T>> {
    let mut rows = Vec::with_capacity(made.size_hint().0);
    for (row, messages) in made {
        sink.append(messages);
        rows.extend(row);
    }
    rows
}

/// All that the names in a product may lead to.
pub(super) struct Ground {
    producers: Names<ProducerId>,
    decision_names: Names<DecisionId>,
    sales_points: Names<SalesPointId>,
    places: PlaceGround,
    groups: Vec<Group>,
    decisions: Table<DecisionId, Decision>,
    today: Day,
    edition: bool,
}

impl Ground {
    pub(super) fn of(names: &products::Names<'_>, known: &products::Known<'_>) -> Self {
        Self {
            producers: names.producers.clone(),
            decision_names: names.decisions.clone(),
            sales_points: names.sales_points.clone(),
            places: PlaceGround { names: names.places.clone(), places: known.places.clone() },
            groups: names.groups.to_vec(),
            decisions: known.decisions.clone(),
            today: known.today,
            edition: known.edition,
        }
    }

    /// True where every name leads to the same.
    fn is_like(&self, other: &Self) -> bool {
        self.producers.lead_alike(&other.producers)
            && self.decision_names.lead_alike(&other.decision_names)
            && self.sales_points.lead_alike(&other.sales_points)
            && self.places.is_like(&other.places)
            && self.groups == other.groups
            && self.decisions.differing(&other.decisions).is_some_and(|pairs| pairs.iter().all(|(a, b)| a == b))
            && (self.today, self.edition) == (other.today, other.edition)
    }
}

/// What the names of places may lead to.
pub(super) struct PlaceGround {
    pub names: Names<PlaceId>,
    pub places: Places,
}

impl PlaceGround {
    /// True where every name leads to the same; where it was first written does not matter.
    fn is_like(&self, other: &Self) -> bool {
        let is_like = |(left, right): &(&AdminPlace, &AdminPlace)| left.is_like(right);
        self.names.lead_alike(&other.names)
            && self.places.differing(&other.places).is_some_and(|pairs| pairs.iter().all(is_like))
    }
}

impl Kept {
    /// Notes what names of places lead to now; true where that is as it was.
    pub(super) fn stand_on_places(&mut self, places: PlaceGround) -> bool {
        let is_same = self.places.as_ref().is_some_and(|before| before.is_like(&places));
        self.places = Some(places);
        is_same
    }

    /// Notes what names in products lead to now; true where that is as it was.
    pub(super) fn stand_on(&mut self, ground: Ground) -> bool {
        let is_same = self.ground.as_ref().is_some_and(|before| before.is_like(&ground));
        self.ground = Some(ground);
        is_same
    }
}

/// True where the same lists show both catalogues and every address leads to the same in both: they differ in nothing but
/// what stands on the pages of some products. Tables that come from other files than those of products and producers are
/// not compared.
#[must_use]
pub fn are_listed_alike(before: &Catalogue, now: &Catalogue) -> bool {
    let is_like = |(left, right): &(&AdminPlace, &AdminPlace)| left.is_like(right);
    let is_dated_alike = |(left, right): &(&Decision, &Decision)| (left.date, &left.slug) == (right.date, &right.slug);
    before.today() == now.today()
        && before.producers.differing(&now.producers).is_some_and(|pairs| pairs.is_empty())
        && before.sales_points.differing(&now.sales_points).is_some_and(|pairs| pairs.is_empty())
        && before.places.differing(&now.places).is_some_and(|pairs| pairs.iter().all(is_like))
        && before.decisions.differing(&now.decisions).is_some_and(|pairs| pairs.iter().all(is_dated_alike))
        && before
            .products
            .differing(&now.products)
            .is_some_and(|pairs| pairs.iter().all(|(a, b)| is_listed_alike(a, b)))
}

/// True where neither an [`super::Index`] nor a plan can tell the two products apart.
fn is_listed_alike(before: &Product, now: &Product) -> bool {
    // Every member is named, so that a new one has to be thought of.
    let Product {
        code,
        slug,
        former_slugs,
        name,
        summary: _,
        aliases: _,
        producer,
        place,
        present,
        village: _,
        group,
        certifications,
        packages,
        label: _,
        making: _,
        standards: _,
        ip: _,
        traceability: _,
        photos,
        sold,
        story: _,
        sources: _,
        file,
    } = before;
    let gtins = |packages: &[Package]| packages.iter().map(|package| package.gtin).collect::<Vec<_>>();
    (code, slug, former_slugs, name) == (&now.code, &now.slug, &now.former_slugs, &now.name)
        && (producer, place, present, group) == (&now.producer, &now.place, &now.present, &now.group)
        && are_alike(certifications, &now.certifications, certified_alike)
        && gtins(packages) == gtins(&now.packages)
        && photos == &now.photos
        && sold.sales_points == now.sold.sales_points
        && file == &now.file
}

fn certified_alike(before: &Certification, now: &Certification) -> bool {
    before.stars == now.stars
        && before.dated == now.dated
        && before.decision == now.decision
        && before.level == now.level
        && before.criteria == now.criteria
        && before.potential_five == now.potential_five
        && before.ending == now.ending
        && before.withdrawn == now.withdrawn
}

fn are_alike<T>(before: &[T], now: &[T], is_alike: impl Fn(&T, &T) -> bool) -> bool {
    before.len() == now.len() && before.iter().zip(now).all(|(before, now)| is_alike(before, now))
}
