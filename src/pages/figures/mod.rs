//! The figures of the programme: counted from the records, and as sources printed them; as a page, as CSV and as JSON.
//!
//! Counting is done by `office::stats`; here numbers get their words. Start at [`Figures`].

mod catalogue;
mod data;
pub mod panel;
mod programme;

use serde::Serialize;

use crate::office::stats::Stats;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::frame::Head;
use super::parts::{Link, Scribe};

pub use data::{FiguresData, FiguresTable};

pub struct Figures;

#[derive(Serialize)]
struct Body<'a> {
    /// Of which day the counted figures speak.
    as_of_text: String,
    /// The numbers that matter most.
    totals: Vec<Total>,
    panels: Vec<panel::Panel<'a>>,
    areas: Vec<programme::AreaView<'a>>,
    downloads: Vec<Link>,
}

#[derive(Serialize)]
struct Total {
    value: String,
    label: String,
    url: Option<String>,
}

/// True where there is anything to count.
fn planned(planning: &Planning<'_>) -> bool {
    !planning.catalogue.products.is_empty() || !planning.catalogue.figures.is_empty()
}

impl Kind for Figures {
    fn name(&self) -> &'static str {
        "figures"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        if !planned(planning) {
            return Vec::new();
        }
        let path =
            |lang| crate::plan::in_language(planning.catalogue, lang, planning.theme.texts(lang).get("path_figures"));
        let languages = planning.catalogue.site.languages.ids();
        languages.map(|lang| (Route::new("figures", lang, Subject::Site), path(lang))).collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("the page has a language"));
        let stats = Stats::of(rendering.catalogue);
        let day = scribe.texts().day(stats.as_of);
        let json = rendering.plan.url(&Route::shared("figures_data", Subject::Site));
        let body = Body {
            as_of_text: scribe.texts().format("figures_as_of", &[("date", &day)]),
            totals: totals(&scribe, &stats),
            panels: catalogue::panels(&scribe, &stats),
            areas: programme::areas(&scribe),
            downloads: vec![
                scribe.link("figures_table", Subject::Site, scribe.t("figures_csv")),
                Link {
                    label: scribe.t("figures_json").to_owned(),
                    url: json.expect("plan holds every route that pages made"),
                },
            ],
        };
        let description = scribe
            .texts()
            .format("description_figures", &[("date", &day), ("products", &scribe.products_count(stats.products))]);
        let head = Head::new(scribe.own(scribe.t("figures_heading")), description);
        scribe.view(job, "figures", head, body)
    }
}

fn totals(scribe: &Scribe<'_>, stats: &Stats) -> Vec<Total> {
    let valid = stats.stars.stars.iter().sum();
    let rows = [
        ("figure_products", stats.products, Some("products")),
        ("figure_valid", valid, Some("stars_index")),
        ("figure_producers", stats.producers, Some("producers")),
        ("figure_sales_points", stats.sales_points, Some("sales_points")),
    ];
    rows.into_iter()
        .filter(|(_, count, _)| *count > 0)
        .map(|(key, count, kind)| Total {
            value: scribe.number(count),
            label: scribe.texts().counted(key, count),
            url: kind.and_then(|kind| scribe.maybe_url(kind, Subject::Site)),
        })
        .collect()
}
