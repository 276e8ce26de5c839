//! Certificates of a product: dates from decisions, and the rules that a certificate must follow.

use crate::diag::code::{
    AUTHORITY, CERTIFICATE_ORDER, CRITERIA, DATE_ORDER, FUTURE_DATE, POTENTIAL_FIVE, SCORE, UNDATED, UNKNOWN_DECISION,
};
use crate::diag::{Diag, Place, Sink};
use crate::load::reader::At;
use crate::load::records::CertificationRecord;
use crate::model::{
    Certification, Criteria, Dated, Day, Decision, DecisionId, Ending, PartialDate, Stars, Table, authority,
};

use super::names::Names;
use super::products::fitted;

/// What is needed to judge a certificate.
pub struct Rules<'a> {
    pub decisions: &'a Table<DecisionId, Decision>,
    pub names: &'a Names<DecisionId>,
    pub today: Day,
    pub edition: bool,
}

pub fn resolve(records: Vec<CertificationRecord>, rules: &Rules<'_>, sink: &mut Sink) -> Vec<Certification> {
    let history: Vec<Certification> = fitted(records.into_iter().map(|record| one(record, rules, sink)));
    ambiguous_order(&history, sink);
    history
}

fn one(record: CertificationRecord, rules: &Rules<'_>, sink: &mut Sink) -> Certification {
    let at = record.at;
    let decision = record.decision.as_ref().and_then(|name| {
        rules.names.find(name, &UNKNOWN_DECISION, "decision", "add it to content/decisions.toml", sink)
    });
    let decided = decision.map(|id| &rules.decisions[id]);
    let dated = match (decided, &record.date, &record.listed) {
        (Some(decision), _, _) => Dated::On(PartialDate::Day(decision.date)),
        (None, Some(date), _) => Dated::On(date.value),
        (None, None, Some(listed)) => Dated::By(listed.value),
        (None, None, None) => Dated::Unknown,
    };
    let level = record.level.as_ref().map(|level| level.value).or(decided.map(|decision| decision.level));
    if dated == Dated::Unknown && record.decision.is_none() {
        sink.push(
            Diag::new(&UNDATED, "this certification has no date, so its validity is not known")
                .at(at, "this certification")
                .help("add decision = \"…\", date = …, or listed = … for the time of a list that names it"),
        );
    }
    let ending = Ending::derive(record.valid_until.as_ref().map(|date| date.value), dated);
    let criteria = record
        .criteria
        .as_ref()
        .map(|criteria| criteria.value)
        .or(decided.and_then(|decision| decision.criteria))
        .or_else(|| derived_criteria(dated));
    check_dates(&record, decided, dated, rules, sink);
    check_criteria(record.criteria.as_ref(), dated, sink);
    check_authority(record.stars, level, record.level.as_ref().map_or(at, |level| level.place), dated, sink);
    check_score(&record, sink);
    if record.potential_five && record.stars != Stars::Four {
        sink.push(
            Diag::new(
                &POTENTIAL_FIVE,
                format!(
                    "only a four-star certificate can be potential five-star, this one has {}",
                    record.stars.count()
                ),
            )
            .at(at, "this certification")
            .help("write stars = 4, or leave potential_five out"),
        );
    }
    Certification {
        stars: record.stars,
        dated,
        decision,
        level,
        criteria,
        score: record.score.map(|score| score.value),
        potential_five: record.potential_five && record.stars == Stars::Four,
        ending,
        withdrawn: record.withdrawn.map(|date| date.value),
        note: record.note,
        place: at,
    }
}

/// Only where all days the date can mean fall under the same set.
fn derived_criteria(dated: Dated) -> Option<Criteria> {
    let Dated::On(date) = dated else { return None };
    let criteria = Criteria::on(date.first());
    (criteria == Criteria::on(date.last())).then_some(criteria)
}

fn check_dates(
    record: &CertificationRecord,
    decided: Option<&Decision>,
    dated: Dated,
    rules: &Rules<'_>,
    sink: &mut Sink,
) {
    let mut order = |later: &At<PartialDate>, message: String, help: &str| {
        sink.push(Diag::new(&DATE_ORDER, message).at(later.place, "this date").help(help));
    };
    if let Some(begin) = dated.earliest() {
        if let Some(end) = record.valid_until.as_ref().filter(|end| end.value.last() < begin) {
            order(
                end,
                format!("the certificate ends on {} before it began on {begin}", end.value),
                "compare both dates with the certificate",
            );
        }
        if let Some(withdrawn) = record.withdrawn.as_ref().filter(|date| date.value.last() < begin) {
            order(
                withdrawn,
                format!("the certificate was withdrawn in {} before it began on {begin}", withdrawn.value),
                "compare both dates with the decisions",
            );
        }
    }
    if let (Some(decision), Some(date)) = (decided, &record.date)
        && (decision.date < date.value.first() || decision.date > date.value.last())
    {
        order(
            date,
            format!("the decision is of {}, but the certification says {}", decision.date, date.value),
            "leave `date` out where a decision is named",
        );
    }
    let issued = record.date.as_ref().or(record.listed.as_ref());
    if let Some(date) = issued.filter(|date| date.value.first() > rules.today) {
        let when = if rules.edition { "the day of this edition" } else { "today" };
        sink.push(
            Diag::new(&FUTURE_DATE, format!("{} lies after {when}, {}", date.value, rules.today))
                .at(date.place, "this date")
                .help("the certificate is not shown as current; correct the date if it is wrong"),
        );
    }
}

fn check_criteria(given: Option<&At<Criteria>>, dated: Dated, sink: &mut Sink) {
    if let (Some(given), Some(right)) = (given, derived_criteria(dated))
        && given.value != right
    {
        sink.push(
            Diag::new(
                &CRITERIA,
                format!("at that date certificates followed QĐ {}, not QĐ {}", right.number(), given.value.number()),
            )
            .at(given.place, "this criteria set")
            .help("leave `criteria` out: it follows from the date"),
        );
    }
}

/// Only where every day the date can mean gives the same answer.
fn check_authority(stars: Stars, level: Option<crate::model::Level>, at: Place, dated: Dated, sink: &mut Sink) {
    let (Some(level), Dated::On(date)) = (level, dated) else { return };
    let (first, last) = (authority(stars, date.first()), authority(stars, date.last()));
    if first == last && first != level {
        sink.push(
            Diag::new(
                &AUTHORITY,
                format!(
                    "in {date} products with {} stars were certified by the {} level, not the {} level",
                    stars.count(),
                    first.name(),
                    level.name()
                ),
            )
            .at(at, "this level")
            .help("compare stars, level and date with the certificate"),
        );
    }
}

fn check_score(record: &CertificationRecord, sink: &mut Sink) {
    let Some(score) = &record.score else { return };
    if !score.value.fits(record.stars) {
        let (low, high) = record.stars.band();
        let band = if high == 100 { format!("from {low} to 100") } else { format!("from {low} to below {high}") };
        sink.push(
            Diag::new(
                &SCORE,
                format!("{} stars take {band} points, found {}", record.stars.count(), score.value.points()),
            )
            .at(score.place, "this score")
            .help("compare score and stars with the certificate"),
        );
    }
}

fn ambiguous_order(history: &[Certification], sink: &mut Sink) {
    for (index, later) in history.iter().enumerate() {
        for earlier in &history[..index] {
            let (Dated::On(a), Dated::On(b)) = (earlier.dated, later.dated) else { continue };
            let overlap = a.first() <= b.last() && b.first() <= a.last();
            if overlap && earlier.stars != later.stars {
                sink.push(
                    Diag::new(
                        &CERTIFICATE_ORDER,
                        format!(
                            "nobody can tell whether the {} or the {} stars came later",
                            earlier.stars.count(),
                            later.stars.count()
                        ),
                    )
                    .at(later.place, "this certification")
                    .at(earlier.place, "and this one")
                    .help("give the month or the day: date = \"2021-06\" or 2021-06-30"),
                );
            }
        }
    }
}
