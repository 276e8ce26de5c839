//! The few words that results need besides their own: for stars and status, which change with the day.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{LangId, Stars};
use crate::pages::parts::Scribe;
use crate::plan::Rendering;

/// Words of one language.
#[derive(Serialize)]
pub struct Labels<'a> {
    /// By number of stars: held, and last known where the certificate is no longer certain.
    stars: BTreeMap<u8, String>,
    last_known: BTreeMap<u8, String>,
    none: &'a str,
    status: BTreeMap<&'static str, &'a str>,
}

/// Statuses of a certificate, as style sheets know them.
const STATUS: [&str; 6] = ["valid", "expiring", "expired", "withdrawn", "unknown", "none"];

#[must_use]
pub fn labels<'a>(rendering: &'a Rendering<'a>, lang: LangId) -> Labels<'a> {
    let scribe = Scribe::new(rendering, lang);
    let by_stars = |key: &str| {
        let label = |stars: Stars| {
            let count = stars.count();
            (count, scribe.texts().format(key, &[("stars", &count.to_string())]))
        };
        Stars::ALL.into_iter().map(label).collect()
    };
    Labels {
        stars: by_stars("stars_label"),
        last_known: by_stars("stars_last_known"),
        none: scribe.t("stars_none"),
        status: STATUS.into_iter().map(|status| (status, scribe.kind_name("status_word", status))).collect(),
    }
}
