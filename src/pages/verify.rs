//! The page for somebody who holds a product and asks: are these stars real, and do they still hold?
//!
//! With script it looks numbers and names up; without, it leads to every decision.

use serde::Serialize;

use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::decision::{self, Year};
use super::parts::Scribe;
use super::parts::frame::Head;

/// Decisions on the page; the list of all has the rest.
const DECISIONS: usize = 60;

pub struct Verify;

#[derive(Serialize)]
struct Body<'a> {
    /// What each standing means to a buyer.
    meanings: Vec<Meaning<'a>>,
    /// What can be typed, from the catalogue itself.
    example: Option<String>,
    as_of_text: Option<String>,
    years: Vec<Year<'a>>,
    /// Where there are more than the page shows.
    decisions_url: Option<String>,
    products_url: String,
}

#[derive(Serialize)]
struct Meaning<'a> {
    status: &'static str,
    label: &'a str,
    text: &'a str,
}

impl Kind for Verify {
    fn name(&self) -> &'static str {
        "verify"
    }

    fn lists_records(&self) -> bool {
        true
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let path = |lang| crate::plan::in_language(catalogue, lang, planning.theme.texts(lang).get("path_verify"));
        catalogue.site.languages.ids().map(|lang| (Route::new("verify", lang, Subject::Site), path(lang))).collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("verification pages have a language"));
        let all = rendering.index.latest_decisions();
        let catalogue = rendering.catalogue;
        let shown = &all[..all.len().min(DECISIONS)];
        let meaning = |status| Meaning {
            status,
            label: scribe.kind_name("status_word", status),
            text: scribe.kind_name("status_meaning", status),
        };
        let body = Body {
            meanings: ["valid", "expiring", "expired", "withdrawn", "unknown"].map(meaning).into(),
            example: example(&scribe, shown.first().map(|id| catalogue.decisions[*id].number.as_str())),
            as_of_text: scribe.as_of_text(),
            years: decision::by_year(&scribe, shown),
            decisions_url: scribe.maybe_url("decisions", Subject::Site).filter(|_| all.len() > shown.len()),
            products_url: scribe.url("products", Subject::Site),
        };
        let head = Head::new(scribe.own(scribe.t("verify_page_heading")), scribe.t("description_verify"));
        scribe.view(job, "verify", head, body)
    }
}

/// A decision number, a barcode and a product code, as far as the catalogue has them.
fn example(scribe: &Scribe<'_>, number: Option<&str>) -> Option<String> {
    let products = &scribe.catalogue().products;
    let code = products.iter().next().map(|(_, product)| product.code.as_str().to_owned());
    let mut packages = products.iter().flat_map(|(_, product)| &product.packages);
    let gtin = packages.find_map(|package| package.gtin).map(|gtin| gtin.to_string());
    let examples: Vec<String> = [number.map(str::to_owned), gtin, code].into_iter().flatten().collect();
    (!examples.is_empty())
        .then(|| scribe.texts().format("verify_example", &[("examples", &examples.join(scribe.t("list_separator")))]))
}
