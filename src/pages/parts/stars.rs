//! Stars, validity and decision as one block, the same on card, page, sheet and permanent address.

use serde::Serialize;

use crate::model::{Certification, Criteria, Dated, Level, PartialDate, ProductId, SpeaksAsOf, Standing};
use crate::plan::Subject;

use super::Scribe;

/// The current certificate of a product as every page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct StarsView<'a> {
    pub count: Option<u8>,
    /// Only then may the stars be shown as held.
    pub current: bool,
    pub status: &'static str,
    pub label: String,
    pub last_known_label: Option<String>,
    pub status_word: &'a str,
    pub status_text: String,
    /// The last day on which the page may call the certificate current without looking again.
    pub valid_until_iso: Option<String>,
    /// What the page says after that day.
    pub expired_text: Option<String>,
    /// Status and short word after that day: ended, or not certain.
    pub after_status: Option<&'static str>,
    pub expired_word: Option<&'a str>,
    pub as_of_text: Option<String>,
    pub decision_text: Option<String>,
    pub decision_url: Option<String>,
    pub issuer: Option<&'a str>,
    pub level_text: Option<String>,
    pub potential_five: bool,
}

/// One certificate of the history.
#[derive(Clone, Debug, Serialize)]
pub struct CertificateView<'a> {
    pub label: String,
    pub count: u8,
    pub current: bool,
    pub status: &'static str,
    pub status_text: String,
    pub decision_text: Option<String>,
    pub decision_url: Option<String>,
    pub issuer: Option<&'a str>,
    pub level_text: Option<String>,
    pub criteria: Option<&'a str>,
    pub score: Option<String>,
    pub note: Option<super::TextView<'a>>,
}

/// What a page says of a certificate when it is read after its last certain day.
struct After {
    last_day: String,
    status: &'static str,
    text: String,
}

/// Key of a standing in the interface texts and style sheets.
fn status(standing: Standing) -> &'static str {
    match standing {
        Standing::Valid { .. } => "valid",
        Standing::Expiring { .. } => "expiring",
        Standing::Expired { .. } => "expired",
        Standing::Withdrawn { .. } => "withdrawn",
        Standing::Unknown => "unknown",
    }
}

impl<'a> Scribe<'a> {
    /// The block of a product.
    #[must_use]
    pub fn stars(&self, id: ProductId) -> StarsView<'a> {
        let texts = self.texts();
        let as_of_text = self.as_of_text();
        let Some((certification, standing)) = self.catalogue().standing(id) else {
            return StarsView {
                count: None,
                current: false,
                status: "none",
                label: self.t("stars_none").to_owned(),
                last_known_label: None,
                status_word: self.t("status_word_none"),
                status_text: self.t("status_none").to_owned(),
                valid_until_iso: None,
                expired_text: None,
                after_status: None,
                expired_word: None,
                as_of_text,
                decision_text: None,
                decision_url: None,
                issuer: None,
                level_text: None,
                potential_five: false,
            };
        };
        let count = certification.stars.count().to_string();
        let status = status(standing);
        let after = self.after(standing);
        StarsView {
            count: Some(certification.stars.count()),
            current: standing.is_current(),
            status,
            label: texts.format("stars_label", &[("stars", &count)]),
            last_known_label: Some(texts.format("stars_last_known", &[("stars", &count)])),
            status_word: self.kind_name("status_word", status),
            status_text: self.status_text(standing),
            valid_until_iso: after.as_ref().map(|after| after.last_day.clone()),
            after_status: after.as_ref().map(|after| after.status),
            expired_word: after.as_ref().map(|after| self.kind_name("status_word", after.status)),
            expired_text: after.map(|after| after.text),
            as_of_text,
            decision_text: self.decision_text(certification),
            decision_url: self.decision_url(certification),
            issuer: self.issuer(certification),
            level_text: self.level_text(certification.level),
            potential_five: certification.potential_five && standing.is_current(),
        }
    }

    /// As of which day an edition speaks; nothing in a live catalogue.
    #[must_use]
    pub fn as_of_text(&self) -> Option<String> {
        match self.catalogue().site.speaks {
            SpeaksAsOf::Edition(day) => Some(self.texts().format("as_of", &[("date", &self.texts().day(day))])),
            SpeaksAsOf::Live(_) => None,
        }
    }

    /// The history of a product, newest first.
    #[must_use]
    pub fn certificates(&self, id: ProductId) -> Vec<CertificateView<'a>> {
        let today = self.catalogue().today();
        let certifications = self.catalogue().products[id].certifications.iter();
        let mut history: Vec<&Certification> = certifications.filter(|one| one.existed(today)).collect();
        history.sort_by_key(|certification| std::cmp::Reverse(certification.dated.latest()));
        history.into_iter().map(|certification| self.certificate(id, certification)).collect()
    }

    /// One certificate of a product, with what can be said of it today.
    #[must_use]
    pub fn certificate(&self, id: ProductId, certification: &'a Certification) -> CertificateView<'a> {
        let gives_stars = self.catalogue().standing(id).map(|(current, _)| current.place);
        let replaced = gives_stars != Some(certification.place);
        // An earlier certificate that a later one replaced is not in force, whatever its last day says.
        let (status, status_text) = match certification.standing(self.catalogue().today()) {
            standing if replaced && standing.is_current() => ("expired", self.t("status_replaced").to_owned()),
            Standing::Unknown if replaced => ("expired", self.t("status_replaced").to_owned()),
            standing => (status(standing), self.status_text(standing)),
        };
        CertificateView {
            label: self.texts().format("stars_label", &[("stars", &certification.stars.count().to_string())]),
            count: certification.stars.count(),
            current: !replaced,
            status,
            status_text,
            decision_text: self.decision_text(certification),
            decision_url: self.decision_url(certification),
            issuer: self.issuer(certification),
            level_text: self.level_text(certification.level),
            criteria: certification.criteria.map(|criteria| self.criteria_text(criteria)),
            score: certification
                .score
                .map(|score| self.texts().format("score_points", &[("number", &self.texts().decimal(score.points()))])),
            note: certification.note.as_ref().map(|note| self.text(note)),
        }
    }

    fn status_text(&self, standing: Standing) -> String {
        let texts = self.texts();
        let dated = |key: &str, date: PartialDate| texts.format(key, &[("date", &texts.date(date))]);
        match standing {
            Standing::Valid { until } => dated("status_valid", until),
            Standing::Expiring { until } => dated("status_expiring", until),
            Standing::Expired { until } => dated("status_expired", until),
            Standing::Withdrawn { on } => dated("status_withdrawn", on),
            Standing::Unknown => self.t("status_unknown").to_owned(),
        }
    }

    /// Until when a page may say "valid", and what it says then: a page outlives its build. Where the end is known
    /// only to the month or the year, the certificate is no longer certain from the first day that can be its end.
    fn after(&self, standing: Standing) -> Option<After> {
        let (Standing::Valid { until } | Standing::Expiring { until }) = standing else { return None };
        let (status, text) = match until {
            PartialDate::Day(_) => ("expired", self.status_text(Standing::Expired { until })),
            _ => ("unknown", self.texts().format("status_perhaps_expired", &[("date", &self.texts().date(until))])),
        };
        Some(After { last_day: until.first().to_string(), status, text })
    }

    fn decision_text(&self, certification: &Certification) -> Option<String> {
        let texts = self.texts();
        if let Some(id) = certification.decision {
            let decision = &self.catalogue().decisions[id];
            return Some(
                texts.format("decision_line", &[("number", &decision.number), ("date", &texts.day(decision.date))]),
            );
        }
        match certification.dated {
            Dated::On(date) => Some(texts.format("recognised_on", &[("date", &texts.date(date))])),
            Dated::By(date) => Some(texts.format("listed_on", &[("date", &texts.date(date))])),
            Dated::Unknown => None,
        }
    }

    /// The page of the decision. Only for certificates that exist today: others have none.
    fn decision_url(&self, certification: &Certification) -> Option<String> {
        certification.decision.and_then(|id| self.maybe_url("decision", Subject::Decision(id)))
    }

    #[must_use]
    pub fn criteria_text(&self, criteria: Criteria) -> &'a str {
        match criteria {
            Criteria::Qd1048 => self.t("criteria_1048"),
            Criteria::Qd148 => self.t("criteria_148"),
        }
    }

    fn issuer(&self, certification: &Certification) -> Option<&'a str> {
        certification.decision.map(|id| self.words(&self.catalogue().decisions[id].issuer))
    }

    #[must_use]
    pub fn level_text(&self, level: Option<Level>) -> Option<String> {
        level.map(|level| self.texts().format("level_line", &[("level", self.kind_name("level", level.name()))]))
    }
}
