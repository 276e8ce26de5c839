//! What lies in each administrative unit, and beside it.

use std::collections::BTreeMap;

use crate::model::{Catalogue, PlaceId, ProducerId, SalesPointId};

/// Units beside one that are known.
const BESIDE: usize = 12;

/// What lies in one administrative unit.
#[derive(Clone, Debug, Default, Hash)]
pub struct Land {
    /// Units directly in it, of its own time or a former one.
    pub children: Vec<PlaceId>,
    /// Some of the units beside it, of its own time and with products: those whose official codes are nearest. Codes were given
    /// district by district, so these mostly lie near it.
    pub beside: Vec<PlaceId>,
    /// Former units that became this one, wholly or in part.
    pub formerly: Vec<PlaceId>,
    /// Producers and sales points in it or in any unit below it.
    pub producers: Vec<ProducerId>,
    pub sales_points: Vec<SalesPointId>,
}

/// One entry per place.
#[derive(Default)]
pub(super) struct Territory(pub Vec<Land>);

impl Territory {
    pub(super) fn new(catalogue: &Catalogue, has_products: &dyn Fn(PlaceId) -> bool) -> Self {
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
        // Units of one parent and one time, by their codes.
        let mut together: BTreeMap<(Option<PlaceId>, bool), Vec<PlaceId>> = BTreeMap::new();
        for (id, place) in catalogue.places.iter() {
            together.entry((place.parent, place.is_former(catalogue.today()))).or_default().push(id);
        }
        for mut units in together.into_values() {
            units.sort_by(|a, b| catalogue.places[*a].code.cmp(&catalogue.places[*b].code).then(a.cmp(b)));
            let found: Vec<PlaceId> = units.iter().copied().filter(|id| has_products(*id)).collect();
            let mut at = 0;
            for id in units {
                land[usize::from(id)].beside = nearest(&found, at, id);
                at += usize::from(found.get(at) == Some(&id));
            }
        }
        Self(land)
    }
}

/// A window of `units` around the position `at`, which is that of `id` or would be.
fn nearest(units: &[PlaceId], at: usize, id: PlaceId) -> Vec<PlaceId> {
    let all = units.len() + usize::from(units.get(at) != Some(&id));
    let first = at.saturating_sub(BESIDE / 2).min(all.saturating_sub(BESIDE + 1));
    units[first..].iter().copied().filter(|other| *other != id).take(BESIDE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_with_the_nearest_codes_are_beside_one() {
        let units: Vec<PlaceId> = (0..40).step_by(2).map(PlaceId::from).collect();
        let beside = |id: usize| -> Vec<usize> {
            let at = units.partition_point(|unit| usize::from(*unit) < id);
            nearest(&units, at, PlaceId::from(id)).into_iter().map(usize::from).collect()
        };
        let evens =
            |from: usize, to: usize, but: usize| (from..=to).step_by(2).filter(|id| *id != but).collect::<Vec<_>>();
        assert_eq!(beside(20), evens(8, 32, 20));
        assert_eq!(beside(21), evens(10, 32, 21));
        assert_eq!(beside(0), evens(2, 24, 0));
        assert_eq!(beside(38), evens(14, 36, 38));
        assert_eq!(beside(39), evens(16, 38, 39));
        assert_eq!(nearest(&units[..1], 0, units[0]), []);
    }
}
