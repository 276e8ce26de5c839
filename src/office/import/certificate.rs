//! The certificate of a row, as it is written into a record.

use toml_edit::Value;

use super::item::Item;
use super::known::{Known, KnownDecision, number_key};
use super::values::DecisionText;
use crate::model::gazetteer::gazetteer;
use crate::model::{Day, Level, PartialDate, Stars, authority};

/// A decision that is to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    pub id: String,
    pub number: String,
    pub date: Day,
    pub issuer_vi: String,
    pub issuer_en: Option<String>,
    pub level: Level,
}

/// Keys and values of one `[[certification]]`.
pub type Fields = Vec<(&'static str, Value)>;

/// The certificate that a row speaks of; `None` without stars. New decisions are added to `decisions`.
#[must_use]
pub fn fields(item: &Item, known: &Known, decisions: &mut Vec<NewDecision>) -> Option<Fields> {
    let stars = item.stars?;
    let mut fields: Fields = vec![("stars", Value::from(i64::from(stars.count())))];
    let decision = item.decision.as_ref().and_then(|text| recorded(text, item, stars, known, decisions));
    let date = item.date.or(item.decision.as_ref().and_then(|decision| decision.date));
    if let Some(id) = &decision {
        fields.push(("decision", Value::from(id.as_str())));
    } else if let Some(date) = date {
        fields.push(("date", date_value(date)));
        if let Some(level) = level(item, stars, date) {
            fields.push(("level", Value::from(level.name())));
        }
    } else if let Some(listed) = item.listed {
        fields.push(("listed", date_value(listed)));
    }
    if let Some(score) = item.score {
        fields.push(("score", Value::from(score)));
    }
    if item.potential_five {
        fields.push(("potential_five", Value::from(true)));
    }
    if let Some(withdrawn) = item.withdrawn {
        fields.push(("withdrawn", date_value(withdrawn)));
    }
    if let Some(valid_until) = item.valid_until {
        fields.push(("valid_until", date_value(valid_until)));
    }
    if let (None, Some(text)) = (&decision, &item.decision) {
        // Without its day a decision cannot be recorded; its number is kept where people see it.
        let mut note = toml_edit::InlineTable::new();
        if known.languages.iter().any(|tag| tag == "vi") {
            note.insert("vi", format!("Quyết định số {}", text.number).into());
            if known.languages.iter().any(|tag| tag == "en") {
                note.insert("en", format!("Decision No. {}", text.number).into());
            }
            fields.push(("note", Value::InlineTable(note)));
        } else {
            fields.push(("note", Value::from(format!("Decision No. {}", text.number))));
        }
    }
    Some(fields)
}

/// What tells certificates of one product apart: the year; `none` where it is not known.
#[must_use]
pub fn key(get: &dyn Fn(&str) -> Option<String>, decisions: &[NewDecision], known: &Known) -> String {
    let decided = get("decision").and_then(|id| {
        let old = known.decisions.iter().find(|decision| decision.id == id).map(|decision| decision.date);
        old.or_else(|| decisions.iter().find(|decision| decision.id == id).map(|decision| decision.date))
    });
    let year = decided.map(Day::year).or_else(|| Some(get("date")?.parse::<PartialDate>().ok()?.year()));
    year.map_or_else(|| "none".to_owned(), |year| year.to_string())
}

fn level(item: &Item, stars: Stars, date: PartialDate) -> Option<Level> {
    let (first, last) = (authority(stars, date.first()), authority(stars, date.last()));
    item.level.or((first == last).then_some(first))
}

/// The id of the decision, recorded already or from now on. A decision needs its day and its office.
fn recorded(
    text: &DecisionText,
    item: &Item,
    stars: Stars,
    known: &Known,
    decisions: &mut Vec<NewDecision>,
) -> Option<String> {
    let Some(PartialDate::Day(date)) = text.date else { return None };
    let number = number_key(&text.number);
    let same = |known: &&KnownDecision| known.number == number && known.date == date;
    if let Some(known) = known.decisions.iter().find(same) {
        return Some(known.id.clone());
    }
    if let Some(new) = decisions.iter().find(|new| number_key(&new.number) == number && new.date == date) {
        return Some(new.id.clone());
    }
    let suffix = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let central = suffix.contains("bnn") || suffix.contains("vpdp");
    let level = if central { Level::Central } else { item.level.unwrap_or(authority(stars, date)) };
    let (issuer_vi, issuer_en) = match (&item.issuer, level) {
        (Some(issuer), _) => (issuer.clone(), None),
        (None, Level::Central) if suffix.contains("bnnmt") => {
            ("Bộ Nông nghiệp và Môi trường".to_owned(), Some("Ministry of Agriculture and Environment".to_owned()))
        }
        (None, Level::Central) if central => (
            "Bộ Nông nghiệp và Phát triển nông thôn".to_owned(),
            Some("Ministry of Agriculture and Rural Development".to_owned()),
        ),
        (None, Level::Province) => {
            let unit = item.place.as_ref().and_then(|place| gazetteer().get(&place.id))?;
            let province = gazetteer().lineage(unit).last()?;
            (
                format!("Ủy ban nhân dân {}", gazetteer().words(province)),
                Some(format!("{} Provincial People’s Committee", gazetteer().unit(province).name)),
            )
        }
        (None, _) => return None,
    };
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let base = item.decision_id.clone().unwrap_or_else(|| format!("qd-{digits}-{}", date.year()));
    let taken =
        |id: &str| known.decisions.iter().any(|known| known.id == id) || decisions.iter().any(|new| new.id == id);
    let id = if taken(&base) {
        (2..u32::MAX).map(|number| format!("{base}-{number}")).find(|id| !taken(id)).expect("numbers do not end")
    } else {
        base
    };
    decisions.push(NewDecision { id: id.clone(), number: text.number.clone(), date, issuer_vi, issuer_en, level });
    Some(id)
}

/// A year as a number, a month in quotes, a day as a date.
#[must_use]
pub fn date_value(date: PartialDate) -> Value {
    match date {
        PartialDate::Year(year) => Value::from(i64::from(year)),
        PartialDate::Month(..) => Value::from(date.to_string()),
        PartialDate::Day(_) => Value::from(
            date.to_string().parse::<toml_edit::Datetime>().expect("a day of the calendar is a date of TOML"),
        ),
    }
}
