//! Places of real lists, looked up in the gazetteer: right, or candidates, and never silently wrong.

use std::collections::BTreeSet;

use ocop::model::gazetteer::{Became, PlaceText, UnitId, gazetteer};

/// Codes of the units of today.
fn today(id: UnitId) -> BTreeSet<&'static str> {
    let gazetteer = gazetteer();
    let code = |id: UnitId| gazetteer.unit(id).code;
    match gazetteer.became(id) {
        Became::Itself => BTreeSet::from([code(id)]),
        Became::One(one) => BTreeSet::from([code(one)]),
        Became::OneOf(several) => several.into_iter().map(code).collect(),
    }
}

#[test]
fn places_of_real_lists_are_found_or_asked_about() {
    let table = include_str!("places-of-lists.tsv");
    let (mut known, mut found, mut wrong) = (0, 0, Vec::new());
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [province, district, commune, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line}");
        };
        let part = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let text = PlaceText { province: part(province), district: part(district), commune: part(commune) };
        let looked_up = gazetteer().find(&text, None);
        let answers = looked_up.unit.map(today);
        if expected == "-" {
            assert_eq!(answers, None, "{line}");
            continue;
        }
        known += 1;
        let right: BTreeSet<&str> = expected.split(',').collect();
        match answers {
            // Candidates hold the right unit; a single answer is it.
            Some(answers) if expected == "?" => {
                if answers.len() > 1 {
                    found += 1;
                } else {
                    wrong.push(format!("{line}: {answers:?}"));
                }
            }
            Some(answers) if answers.is_superset(&right) && (answers.len() > 1 || right.len() == 1) => found += 1,
            Some(answers) => wrong.push(format!("{line}: {answers:?}")),
            None => {
                let candidates: BTreeSet<&str> = looked_up.candidates.iter().flat_map(|id| today(*id)).collect();
                if candidates.is_superset(&right) {
                    found += 1;
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "silently wrong");
    assert_eq!(known, 236);
    assert!(found * 100 >= known * 95, "{found} of {known}");
}
