//! Administrative units: who lies in whom, and what became of former units.
//!
//! Those of `places.toml` come first; what records name besides them is taken from the gazetteer, with all that it lies
//! in and all that it became.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::{ID_CLASH, PLACE_CLASH, PLACE_PARENT, SPLIT_PLACE, UNKNOWN_PLACE};
use crate::diag::{Diag, Place, Sink};
use crate::load::reader::At;
use crate::load::records::PlaceRecord;
use crate::model::gazetteer::{Became, Gazetteer, PlaceText, UnitId, gazetteer};
use crate::model::{AdminPlace, Day, Languages, PlaceId, Present, Table, Text};

use super::names::Names;

const REMEDY: &str = "write the id of a unit of the gazetteer (`ocop place \"xã …, tỉnh …\"` finds it), or add it to content/places.toml";

pub type Places = Table<PlaceId, AdminPlace>;

/// What the gazetteer is asked for.
pub struct Asked<'a> {
    /// Names that records use for places, each with the first place where it stands.
    pub wanted: BTreeMap<&'a str, Place>,
    pub languages: &'a Languages,
    /// Types are those of this day.
    pub today: Day,
}

pub fn resolve(
    records: Vec<PlaceRecord>,
    written: BTreeSet<String>,
    asked: &Asked<'_>,
    sink: &mut Sink,
) -> (Places, Names<PlaceId>) {
    let mut names = Names::new(written);
    let mut kept: Vec<PlaceRecord> = Vec::new();
    for record in records {
        match names.insert(record.id.value.as_str(), PlaceId::from(kept.len()), record.id.place) {
            Ok(()) => kept.push(record),
            Err(first) => clash(&record.id.value.to_string(), record.id.place, first, sink),
        }
    }
    let named = kept.iter().flat_map(|record| record.parent.iter().chain(&record.now));
    let wanted = named.map(|name| (name.value.as_str(), name.place)).chain(asked.wanted.clone());
    let wanted: Vec<(&str, Place)> = wanted.filter(|(name, _)| names.get(name).is_none()).collect();
    let mut taken = Taken { asked, rows: Vec::new(), first: kept.len() };
    for (name, place) in wanted {
        if let Some(unit) = gazetteer().get(name) {
            taken.take(gazetteer(), unit, place, &mut names);
        }
    }
    let mut rows: Vec<AdminPlace> = Vec::new();
    for record in &kept {
        let parent =
            record.parent.as_ref().and_then(|parent| names.find(parent, &UNKNOWN_PLACE, "place", REMEDY, sink));
        let now = record.now.iter().filter_map(|now| names.find(now, &UNKNOWN_PLACE, "place", REMEDY, sink)).collect();
        rows.push(AdminPlace {
            key: record.id.value.to_string(),
            name: record.name.clone(),
            kind: record.r#type,
            code: record.code.as_ref().map(|code| code.value.clone()),
            parent,
            since: record.since,
            until: record.until,
            now,
            alternatives: record.alternatives.clone(),
            place: record.id.place,
        });
    }
    code_clashes(&rows, &kept, sink);
    rows.append(&mut taken.rows);
    for index in 0..kept.len() {
        if let Some(parent) = rows[index].parent
            && rows[usize::from(parent)].kind.depth() >= rows[index].kind.depth()
        {
            let at = kept[index].parent.as_ref().map_or(rows[index].place, |parent| parent.place);
            let (small, large) = (rows[index].kind.name(), rows[usize::from(parent)].kind.name());
            sink.push(
                Diag::new(&PLACE_PARENT, format!("a {small} cannot lie in a {large}"))
                    .at(at, "this unit")
                    .help("name the district or province it belongs to"),
            );
            rows[index].parent = None;
        }
    }
    (Table::new(rows), names)
}

/// Units taken from the gazetteer; their ids follow those of `places.toml`.
struct Taken<'a> {
    asked: &'a Asked<'a>,
    rows: Vec<AdminPlace>,
    first: usize,
}

impl Taken<'_> {
    /// The unit as a place of the catalogue, with what it lies in and what it became. A place of `places.toml` with the
    /// same id stands for the unit.
    fn take(&mut self, gazetteer: &Gazetteer, unit: UnitId, place: Place, names: &mut Names<PlaceId>) -> PlaceId {
        let key = gazetteer.key(unit);
        if let Some(known) = names.get(&key) {
            return known;
        }
        let parent = gazetteer.unit(unit).parent.map(|parent| self.take(gazetteer, parent, place, names));
        let now = match gazetteer.became(unit) {
            Became::Itself => Vec::new(),
            Became::One(one) => vec![one],
            Became::OneOf(several) => several,
        };
        let now = now.into_iter().map(|unit| self.take(gazetteer, unit, place, names)).collect();
        let id = PlaceId::from(self.first + self.rows.len());
        names.insert(&key, id, place).expect("just looked for");
        let english = gazetteer.english(unit, self.asked.today);
        let settled = ["Hanoi", "Haiphong"].contains(&english.as_str()).then_some(english);
        self.rows.push(AdminPlace {
            key,
            name: Text::bare(gazetteer.unit(unit).name, self.asked.languages),
            kind: gazetteer.kind(unit, self.kind_as_of(gazetteer, unit)),
            code: Some(gazetteer.unit(unit).code.to_owned()),
            parent,
            since: None,
            until: gazetteer.until(unit),
            now,
            alternatives: settled.into_iter().collect(),
            place,
        });
        id
    }

    /// A unit that has ended keeps the type of its last day.
    fn kind_as_of(&self, gazetteer: &Gazetteer, unit: UnitId) -> Day {
        gazetteer.until(unit).unwrap_or(self.asked.today)
    }
}

/// The same code may be given again after a reorganisation, but not to two units at a time.
fn code_clashes(rows: &[AdminPlace], records: &[PlaceRecord], sink: &mut Sink) {
    let mut owners: BTreeMap<(&str, u8), Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(code) = &row.code else { continue };
        let same = owners.entry((code, row.kind.depth())).or_default();
        let overlaps = |other: &AdminPlace| {
            let is_former = |place: &AdminPlace| place.until.is_some() || !place.now.is_empty();
            match (row.until, other.until) {
                (Some(end), _) if other.since.is_some_and(|since| since > end) => false,
                (_, Some(end)) if row.since.is_some_and(|since| since > end) => false,
                _ => is_former(row) == is_former(other),
            }
        };
        if let Some(first) = same.iter().copied().find(|first| overlaps(&rows[*first])) {
            let place = |index: usize| records[index].code.as_ref().map_or(rows[index].place, |code| code.place);
            sink.push(
                Diag::new(&PLACE_CLASH, format!("the code {code} is given to two units at the same time"))
                    .at(place(index), "this code")
                    .at(place(first), "first used here")
                    .help("compare with the official list; a former unit needs `until`, a new one `since`"),
            );
        }
        same.push(index);
    }
}

/// A message that two records have the same identifier.
pub fn clash(key: &str, second: Place, first: Place, sink: &mut Sink) {
    sink.push(
        Diag::new(&ID_CLASH, format!("the identifier `{key}` is used twice"))
            .at(second, "used again here")
            .at(first, "first used here")
            .help("give one of the two another identifier"),
    );
}

/// For a place written as on a certificate, the id that the gazetteer gives it.
fn remedy(name: &At<String>, names: &Names<PlaceId>) -> String {
    if names.get(&name.value).is_some() || !name.value.contains(' ') {
        return REMEDY.to_owned();
    }
    let found = gazetteer().find(&PlaceText::parse(&name.value), None);
    let keys: Vec<String> = found.unit.iter().chain(&found.candidates).take(6).map(|id| gazetteer().key(*id)).collect();
    if keys.is_empty() { REMEDY.to_owned() } else { format!("write its id: {}", keys.join(" or ")) }
}

/// The place a record names and the place of today it stands for.
pub fn printed(
    place: Option<&At<String>>,
    now: Option<&At<String>>,
    places: &Places,
    names: &Names<PlaceId>,
    sink: &mut Sink,
) -> (Option<PlaceId>, Present) {
    let printed = place.and_then(|place| names.find(place, &UNKNOWN_PLACE, "place", &remedy(place, names), sink));
    let chosen = now.and_then(|now| names.find(now, &UNKNOWN_PLACE, "place", &remedy(now, names), sink));
    let Some(id) = printed else { return (None, chosen.map_or(Present::Unknown, Present::Became)) };
    let row = &places[id];
    let present = match (chosen, &row.now[..]) {
        (Some(chosen), _) => Present::Became(chosen),
        (None, []) if row.until.is_some() => Present::Unknown,
        (None, []) => Present::Same,
        (None, [one]) => Present::Became(*one),
        (None, several) => {
            let at = place.map_or(row.place, |place| place.place);
            sink.push(
                Diag::new(&SPLIT_PLACE, format!("`{}` was split between {} units of today", row.key, several.len()))
                    .at(at, "this place")
                    .help(format!(
                        "add a line place_now = \"…\" with one of: {}",
                        several.iter().map(|id| places[*id].key.as_str()).collect::<Vec<_>>().join(", ")
                    )),
            );
            Present::OneOf(several.to_vec())
        }
    };
    (Some(id), present)
}
