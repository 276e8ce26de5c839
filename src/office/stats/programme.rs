//! Figures of the programme as sources printed them, by area and in the order of time.

use crate::model::{Catalogue, Figure, FigureId, PlaceId};

/// Figures of one area, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// `None` is the whole country.
    pub place: Option<PlaceId>,
    pub figures: Vec<FigureId>,
}

/// The whole country first, then areas in the order of the file.
#[must_use]
pub fn areas(catalogue: &Catalogue) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for (id, figure) in catalogue.figures.iter() {
        match areas.iter_mut().find(|area| area.place == figure.area) {
            Some(area) => area.figures.push(id),
            None => areas.push(Area { place: figure.area, figures: vec![id] }),
        }
    }
    for area in &mut areas {
        area.figures.sort_by_key(|id| catalogue.figures[*id].day());
    }
    areas.sort_by_key(|area| area.place.is_some());
    areas
}

/// Steps of the way from an idea to a certificate; the last one counts the products of the round where the source says
/// so, else all that are certified. Empty where a source gives fewer than two steps.
#[must_use]
pub fn funnel(figure: &Figure) -> Vec<(&'static str, u64)> {
    let step = |key: &'static str| figure.count(key).map(|count| (key, count));
    let certified = step("certified_new").or_else(|| step("certified_total"));
    let steps: Vec<_> = ["ideas", "appraised", "accepted"].into_iter().map(step).chain([certified]).flatten().collect();
    let from_ideas = steps.iter().any(|(key, _)| !key.starts_with("certified"));
    if steps.len() > 1 && from_ideas { steps } else { Vec::new() }
}

/// What was reached of targets: all figures of the same area that speak of that year; where there are none, those of
/// the next year that has some.
#[must_use]
pub fn results(catalogue: &Catalogue, area: &Area, year: i16) -> Vec<FigureId> {
    let counted = |id: &&FigureId| RESULTS.iter().any(|key| catalogue.figures[**id].count(key).is_some());
    let all: Vec<FigureId> = area.figures.iter().filter(counted).copied().collect();
    let next = all.iter().map(|id| catalogue.figures[*id].year).filter(|found| *found >= year).min();
    all.into_iter().filter(|id| Some(catalogue.figures[*id].year) == next).collect()
}

/// Counts that can stand against a target.
pub const RESULTS: [&str; 10] = [
    "certified_total",
    "certified_new",
    "recertified",
    "upgraded",
    "stars_5",
    "stars_4",
    "stars_3",
    "producers_total",
    "sales_points",
    "participating",
];
