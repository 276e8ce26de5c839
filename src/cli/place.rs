//! `ocop place`: looks a place up in the gazetteer, for the id that records write.

use std::io::Write as _;

use crate::model::gazetteer::{Became, PlaceText, UnitId, gazetteer};

use super::commands::Outcome;

/// Prints the unit a text means, what it is today, and the ids; candidates where the text leaves a doubt.
///
/// # Errors
/// When the terminal is closed.
pub fn place(text: &str) -> anyhow::Result<Outcome> {
    let gazetteer = gazetteer();
    let found = gazetteer.find(&PlaceText::parse(text), None);
    let mut out = std::io::stdout().lock();
    for remark in &found.remarks {
        writeln!(out, "{remark}")?;
    }
    let line = |id: UnitId| format!("{:<36} {}", gazetteer.key(id), gazetteer.words(id));
    if let Some(unit) = found.unit {
        writeln!(out, "{}", line(unit))?;
        let (heading, units) = match gazetteer.became(unit) {
            Became::Itself => return Ok(Outcome::Done),
            Became::One(one) => ("today:", vec![one]),
            Became::OneOf(several) => ("today one of these; `place_now` in the record says which:", several),
        };
        writeln!(out, "{heading}")?;
        for unit in units {
            writeln!(out, "{}", line(unit))?;
        }
        return Ok(Outcome::Done);
    }
    if found.candidates.is_empty() {
        writeln!(out, "no unit of today or of before is called so there")?;
    } else {
        writeln!(out, "it may be one of these:")?;
        for unit in &found.candidates {
            writeln!(out, "{}", line(*unit))?;
        }
    }
    if let Some(within) = found.within {
        writeln!(out, "certain is only:\n{}", line(within))?;
    }
    Ok(Outcome::Mistakes)
}
