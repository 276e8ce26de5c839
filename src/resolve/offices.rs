//! Decisions, programme figures and partners.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::code::{DECISION_CLASH, FUTURE_DATE, UNKNOWN_DECISION, UNKNOWN_PLACE};
use crate::diag::{Diag, Place, Sink};
use crate::load::records::{DecisionRecord, FigureRecord, PartnerRecord};
use crate::model::{Criteria, Day, Decision, DecisionId, Figure, FigureId, Partner, PlaceId, Table, fold};

use super::names::Names;
use super::places::clash;

pub fn decisions(
    records: Vec<DecisionRecord>,
    written: BTreeSet<String>,
    today: Day,
    sink: &mut Sink,
) -> (Table<DecisionId, Decision>, Names<DecisionId>) {
    let mut names = Names::new(written);
    let mut rows: Vec<Decision> = Vec::new();
    let mut identities: BTreeMap<(String, String, String), Place> = BTreeMap::new();
    for record in records {
        let place = record.id.place;
        if let Err(first) = names.insert(record.id.value.as_str(), DecisionId::from(rows.len()), place) {
            clash(record.id.value.as_str(), place, first, sink);
            continue;
        }
        // Offices write the same number with and without blanks and with other dashes.
        let number: String = fold(&record.number).chars().filter(|c| c.is_alphanumeric()).collect();
        let issuer = fold(record.issuer.all().next().unwrap_or_default());
        if let Some(first) = identities.insert((issuer, number, record.date.value.to_string()), place) {
            sink.push(
                Diag::new(
                    &DECISION_CLASH,
                    format!("the decision {} of {} is recorded twice", record.number, record.date.value),
                )
                .at(place, "recorded again here")
                .at(first, "first recorded here")
                .help("keep one of the two and name it everywhere"),
            );
        }
        if record.date.value > today {
            sink.push(
                Diag::new(&FUTURE_DATE, format!("the decision is dated {}, after {today}", record.date.value))
                    .at(record.date.place, "this date")
                    .help("certificates by it are not shown as current; correct the date if it is wrong"),
            );
        }
        rows.push(Decision {
            slug: record.id.value,
            number: record.number,
            date: record.date.value,
            issuer: record.issuer,
            level: record.level,
            criteria: record.criteria.map(|criteria| criteria.value).or(Some(Criteria::on(record.date.value))),
            url: record.url.map(|url| url.0),
            sources: record.sources,
            place,
        });
    }
    (Table::new(rows), names)
}

/// How the record says "the whole country".
const COUNTRY: &str = "vn";

pub fn figures(
    records: Vec<FigureRecord>,
    places: &Names<PlaceId>,
    decisions: &Names<DecisionId>,
    sink: &mut Sink,
) -> Table<FigureId, Figure> {
    let mut rows = Vec::new();
    for record in records {
        let area = if record.area.value == COUNTRY {
            None
        } else {
            match places.find(
                &record.area,
                &UNKNOWN_PLACE,
                "place",
                "add it to content/places.toml, or write `vn` for the whole country",
                sink,
            ) {
                Some(area) => Some(area),
                None => continue,
            }
        };
        let decision = record.decision.as_ref().and_then(|name| {
            decisions.find(name, &UNKNOWN_DECISION, "decision", "add it to content/decisions.toml", sink)
        });
        let counts = counts(&record);
        let year = i16::try_from(record.year).unwrap_or(i16::MAX);
        rows.push(Figure {
            area,
            year,
            as_of: record.as_of,
            round: record.round,
            decision,
            targets: record.targets,
            counts,
            note: record.note,
            sources: record.sources,
        });
    }
    Table::new(rows)
}

fn counts(record: &FigureRecord) -> Vec<(&'static str, u64)> {
    macro_rules! given {
        ($($key:ident)*) => { [$((stringify!($key), record.$key)),*] };
    }
    let all = given!(
        ideas appraised accepted certified_total certified_new recertified upgraded expired withdrawn
        stars_3 stars_4 stars_5 round_stars_3 round_stars_4 round_stars_5
        producers_total producers_cooperative producers_cooperative_group producers_company producers_household
        sales_points participating
    );
    all.into_iter().filter_map(|(key, count)| count.map(|count| (key, count.0))).collect()
}

pub fn partners(records: Vec<PartnerRecord>) -> Vec<Partner> {
    records
        .into_iter()
        .map(|record| Partner {
            name: record.name,
            kind: record.kind,
            url: record.url.map(|url| url.0),
            description: record.description,
        })
        .collect()
}
