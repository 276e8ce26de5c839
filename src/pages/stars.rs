//! Products by stars; only current certificates count.

use serde::Serialize;

use crate::model::{Standing, Stars};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::listing::{self, Slice};
use super::parts::Scribe;
use super::parts::frame::Head;

pub struct StarsIndex;
pub struct StarsPage;

#[derive(Serialize)]
struct IndexBody<'a> {
    levels: Vec<Level<'a>>,
    others: Vec<Other<'a>>,
    as_of_text: Option<String>,
}

#[derive(Serialize)]
struct Level<'a> {
    count: u8,
    label: String,
    url: String,
    count_text: String,
    meaning: &'a str,
}

#[derive(Serialize)]
struct Other<'a> {
    label: &'a str,
    count_text: String,
    meaning: &'a str,
}

#[derive(Serialize)]
struct Body<'a> {
    count: u8,
    meaning: &'a str,
    as_of_text: Option<String>,
    #[serde(flatten)]
    slice: Slice<'a>,
}

impl Kind for StarsIndex {
    fn name(&self) -> &'static str {
        "stars_index"
    }

    fn lists_records(&self) -> bool {
        true
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let path =
            |lang| crate::plan::in_language(planning.catalogue, lang, planning.theme.texts(lang).get("path_stars"));
        planning
            .catalogue
            .site
            .languages
            .ids()
            .map(|lang| (Route::new("stars_index", lang, Subject::Site), path(lang)))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let levels = Stars::ALL
            .into_iter()
            .map(|stars| Level {
                count: stars.count(),
                label: heading(&scribe, stars.count()),
                url: scribe.url("stars", Subject::Stars(stars.count())),
                count_text: scribe.products_count(rendering.index.with_stars(stars.count()).len()),
                meaning: scribe.t(&format!("stars_meaning_{}", stars.count())),
            })
            .collect();
        let standing = |id| rendering.catalogue.standing(id).map(|(_, standing)| standing);
        let count = |wanted: fn(Standing) -> bool| {
            rendering.catalogue.products.ids().filter(|id| standing(*id).is_some_and(wanted)).count()
        };
        let unknown = count(|standing| standing == Standing::Unknown);
        let ended = count(|standing| matches!(standing, Standing::Expired { .. } | Standing::Withdrawn { .. }));
        let others = [("unknown", unknown), ("expired", ended)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| Other {
                label: scribe.kind_name("status_word", key),
                count_text: scribe.products_count(count),
                meaning: scribe.kind_name("stars_meaning", key),
            })
            .collect();
        let head = Head::new(scribe.own(scribe.t("stars_index_heading")), scribe.t("description_stars_index"));
        scribe.view(job, "stars_index", head, IndexBody { levels, others, as_of_text: scribe.as_of_text() })
    }
}

impl Kind for StarsPage {
    fn name(&self) -> &'static str {
        "stars"
    }

    fn lists_records(&self) -> bool {
        true
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let mut routes = Vec::new();
        for lang in planning.catalogue.site.languages.ids() {
            let base = planning.theme.texts(lang).get("path_stars");
            for stars in Stars::ALL {
                let count = planning.index.with_stars(stars.count()).len();
                routes.extend(listing::routes(
                    planning,
                    "stars",
                    lang,
                    Subject::Stars(stars.count()),
                    &format!("{base}/{}", stars.count()),
                    count,
                ));
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let Subject::Stars(count) = job.route.subject else { unreachable!("star lists are about stars") };
        let sorted = rendering.index.with_stars(count).in_order(scribe.lang);
        let mut slice = listing::slice(&scribe, job.route, sorted);
        let description = scribe.texts().format("description_stars", &[("stars", &count.to_string())]);
        let mut head = Head::new(scribe.own(heading(&scribe, count)), description);
        head.above = vec![scribe.link("stars_index", Subject::Site, scribe.t("nav_stars"))];
        head.jsonld.extend(slice.jsonld.take());
        let body = Body {
            count,
            meaning: scribe.t(&format!("stars_meaning_{count}")),
            as_of_text: scribe.as_of_text(),
            slice,
        };
        scribe.view(job, "stars_index", head, body)
    }
}

fn heading(scribe: &Scribe<'_>, count: u8) -> String {
    scribe.texts().format("stars_heading", &[("stars", &count.to_string())])
}
