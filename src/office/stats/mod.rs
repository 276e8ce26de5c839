//! Figures: counted from the records as of the day of the catalogue, and those that sources printed about the programme.
//!
//! In: the catalogue. Out: counts by ids, without words. The page, its data files and the terminal say the same numbers,
//! since all of them are counted here. Must not know: languages. Start at [`Stats::of`].

mod programme;
mod words;

use std::collections::BTreeMap;

use crate::model::{
    Catalogue, Certification, Dated, Day, GroupId, PartialDate, PlaceId, Present, ProducerType, ProductId, Standing,
    Stars,
};

pub use programme::{Area, RESULTS, areas, funnel, results};
pub use words::words;

/// Numbers by stars in the order of [`Stars::ALL`]: five, four, three.
pub type ByStars = [usize; Stars::ALL.len()];

/// Products by the stars that are certainly valid today, and those without such stars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    pub stars: ByStars,
    pub rest: usize,
}

impl Held {
    #[must_use]
    pub fn total(&self) -> usize {
        self.stars.iter().sum::<usize>() + self.rest
    }

    /// One product more, with so many valid stars.
    pub fn add(&mut self, count: u8) {
        match Stars::ALL.iter().position(|stars| stars.count() == count) {
            Some(index) => self.stars[index] += 1,
            None => self.rest += 1,
        }
    }
}

/// What became of stars at a new certificate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub up: usize,
    pub same: usize,
    pub down: usize,
}

/// The last certificates of products by the year in which they end or ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    pub valid: usize,
    pub expired: usize,
}

/// Producers of one type, and their products.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Makers {
    pub producers: usize,
    pub products: Held,
}

/// Sales points of one province, and the products known to be sold there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points {
    pub points: usize,
    pub products: usize,
}

/// Rules: only certainly valid certificates count as stars (docs/domain.md, "Stars"); a product counts under the
/// province of today, a certificate under the year in which it was issued. Tables of products add up to all products.
#[derive(Clone, Debug)]
pub struct Stats {
    pub as_of: Day,
    pub products: usize,
    pub producers: usize,
    pub sales_points: usize,
    pub decisions: usize,
    /// Every key of [`STANDINGS`], in that order.
    pub standings: Vec<(&'static str, usize)>,
    pub stars: Held,
    /// Groups of the top level, largest first.
    pub groups: Vec<(GroupId, Held)>,
    /// `None` where the province of today is not certain.
    pub provinces: Vec<(Option<PlaceId>, Held)>,
    pub makers: Vec<(ProducerType, Makers)>,
    /// Certificates by the year of issue; `None` where that is not known.
    pub years: Vec<(Option<i16>, ByStars)>,
    pub ends: Vec<(i16, Ends)>,
    /// Certificates that may end within 90 days, with their last day; the first to end comes first.
    pub expiring: Vec<(PartialDate, ProductId)>,
    /// By the year of the later certificate.
    pub changes: Vec<(i16, Changes)>,
    pub points: Vec<(Option<PlaceId>, Points)>,
}

/// What can be said of the last certificate of a product, as data files and texts name it.
pub const STANDINGS: [&str; 6] = ["valid", "expiring", "expired", "withdrawn", "unknown", "none"];

fn standing_key(standing: Option<Standing>) -> &'static str {
    match standing {
        Some(Standing::Valid { .. }) => "valid",
        Some(Standing::Expiring { .. }) => "expiring",
        Some(Standing::Expired { .. }) => "expired",
        Some(Standing::Withdrawn { .. }) => "withdrawn",
        Some(Standing::Unknown) => "unknown",
        None => "none",
    }
}

impl Stats {
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut standings: BTreeMap<&str, usize> = BTreeMap::new();
        let mut stars = Held::default();
        let mut groups: BTreeMap<GroupId, Held> = BTreeMap::new();
        let mut provinces: BTreeMap<Option<PlaceId>, Held> = BTreeMap::new();
        let mut makers: BTreeMap<ProducerType, Makers> = BTreeMap::new();
        let mut years: BTreeMap<Option<i16>, ByStars> = BTreeMap::new();
        let mut ends: BTreeMap<i16, Ends> = BTreeMap::new();
        let mut changes: BTreeMap<i16, Changes> = BTreeMap::new();
        let mut expiring = Vec::new();
        for (id, product) in catalogue.products.iter() {
            let standing = catalogue.standing(id).map(|(_, standing)| standing);
            *standings.entry(standing_key(standing)).or_default() += 1;
            match standing {
                Some(Standing::Valid { until }) => ends.entry(until.year()).or_default().valid += 1,
                Some(Standing::Expiring { until }) => {
                    ends.entry(until.year()).or_default().valid += 1;
                    expiring.push((until, id));
                }
                Some(Standing::Expired { until }) => ends.entry(until.year()).or_default().expired += 1,
                Some(Standing::Withdrawn { .. } | Standing::Unknown) | None => {}
            }
            let held = catalogue.current_stars(id);
            stars.add(held);
            let group = *catalogue.group_line(product.group).last().expect("a group lies in its own line");
            groups.entry(group).or_default().add(held);
            provinces.entry(province(catalogue, product.place, &product.present)).or_default().add(held);
            makers.entry(catalogue.producers[product.producer].kind).or_default().products.add(held);
            let issued: Vec<&Certification> =
                product.certifications.iter().filter(|one| one.existed(catalogue.today())).collect();
            for one in &issued {
                let year = if let Dated::On(date) = one.dated { Some(date.year()) } else { None };
                let index = Stars::ALL.iter().position(|stars| *stars == one.stars).expect("a grade is one of all");
                years.entry(year).or_default()[index] += 1;
            }
            for (year, change) in steps(&issued) {
                let counted = changes.entry(year).or_default();
                match change {
                    std::cmp::Ordering::Greater => counted.up += 1,
                    std::cmp::Ordering::Equal => counted.same += 1,
                    std::cmp::Ordering::Less => counted.down += 1,
                }
            }
        }
        for (_, producer) in catalogue.producers.iter() {
            makers.entry(producer.kind).or_default().producers += 1;
        }
        expiring.sort_by_key(|(until, id)| (until.last(), *id));
        Self {
            as_of: catalogue.today(),
            products: catalogue.products.len(),
            producers: catalogue.producers.len(),
            sales_points: catalogue.sales_points.len(),
            decisions: catalogue.decisions.len(),
            standings: STANDINGS.iter().map(|key| (*key, standings.get(key).copied().unwrap_or(0))).collect(),
            stars,
            groups: largest(groups, Held::total),
            provinces: unknown_last(largest(provinces, Held::total)),
            makers: largest(makers, |makers| makers.products.total()),
            years: unknown_last(years.into_iter().collect()),
            ends: ends.into_iter().collect(),
            expiring,
            changes: changes.into_iter().collect(),
            points: points(catalogue),
        }
    }
}

/// The largest first; what is equally large in the order of the records.
fn largest<K: Ord, V>(rows: BTreeMap<K, V>, size: impl Fn(&V) -> usize) -> Vec<(K, V)> {
    let mut rows: Vec<(K, V)> = rows.into_iter().collect();
    rows.sort_by_key(|(_, row)| std::cmp::Reverse(size(row)));
    rows
}

fn unknown_last<K, V>(mut rows: Vec<(Option<K>, V)>) -> Vec<(Option<K>, V)> {
    rows.sort_by_key(|(key, _)| key.is_none());
    rows
}

/// The province of today, where that is certain.
fn province(catalogue: &Catalogue, place: Option<PlaceId>, present: &Present) -> Option<PlaceId> {
    catalogue.places_of(place, present).into_iter().rev().find(|id| {
        let place = &catalogue.places[*id];
        place.kind.depth() == 0 && !place.is_former(catalogue.today())
    })
}

/// The stars of a certificate against those of the one before it. Only where it is certain which of the two came first.
fn steps(issued: &[&Certification]) -> Vec<(i16, std::cmp::Ordering)> {
    let mut dated: Vec<(PartialDate, Stars)> = issued
        .iter()
        .filter_map(|one| if let Dated::On(date) = one.dated { Some((date, one.stars)) } else { None })
        .collect();
    dated.sort_by_key(|(date, _)| (date.first(), date.last()));
    let certain = dated.windows(2).filter(|pair| pair[0].0.last() < pair[1].0.first());
    certain.map(|pair| (pair[1].0.year(), pair[1].1.cmp(&pair[0].1))).collect()
}

fn points(catalogue: &Catalogue) -> Vec<(Option<PlaceId>, Points)> {
    let mut rows: BTreeMap<Option<PlaceId>, Points> = BTreeMap::new();
    let of_point: Vec<Option<PlaceId>> =
        catalogue.sales_points.iter().map(|(_, point)| province(catalogue, point.place, &point.present)).collect();
    for province in &of_point {
        rows.entry(*province).or_default().points += 1;
    }
    for (_, product) in catalogue.products.iter() {
        let mut sold: Vec<Option<PlaceId>> =
            product.sold.sales_points.iter().map(|id| of_point[usize::from(*id)]).collect();
        sold.sort_unstable();
        sold.dedup();
        for province in sold {
            rows.entry(province).or_default().products += 1;
        }
    }
    unknown_last(largest(rows, |row| row.points))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Place};
    use crate::model::Ending;

    fn certificate(stars: Stars, dated: Dated) -> Certification {
        Certification {
            stars,
            dated,
            decision: None,
            level: None,
            criteria: None,
            score: None,
            potential_five: false,
            ending: Ending::derive(None, dated),
            withdrawn: None,
            note: None,
            place: Place::top(FileId(0)),
        }
    }

    fn seen(history: &[(Stars, &str)]) -> Vec<(i16, std::cmp::Ordering)> {
        let history: Vec<Certification> =
            history.iter().map(|(stars, date)| certificate(*stars, Dated::On(date.parse().expect("a date")))).collect();
        steps(&history.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_step_needs_two_certificates_whose_order_is_certain() {
        use std::cmp::Ordering::{Equal, Greater, Less};
        assert_eq!(
            seen(&[(Stars::Four, "2022-06-01"), (Stars::Three, "2019"), (Stars::Three, "2025")]),
            [(2022, Greater), (2025, Less)]
        );
        assert_eq!(seen(&[(Stars::Three, "2021-03"), (Stars::Three, "2021-04-01")]), [(2021, Equal)]);
        assert_eq!(seen(&[(Stars::Three, "2021"), (Stars::Four, "2021-12")]), []);
        assert_eq!(seen(&[(Stars::Three, "2021")]), []);
        let listed = [certificate(Stars::Three, Dated::By("2020".parse().expect("a date")))];
        assert_eq!(steps(&listed.iter().collect::<Vec<_>>()), []);
    }
}
