//! The pages for addresses that do not exist: one per language, and one for hosts that know only one.

use serde::Serialize;

use crate::model::LangId;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::frame::Head;
use super::parts::{Link, Scribe};

pub struct NotFound;
pub struct NotFoundRoot;

#[derive(Serialize)]
struct Body {
    links: Vec<Link>,
}

#[derive(Serialize)]
struct RootBody<'a> {
    languages: Vec<Language<'a>>,
}

#[derive(Serialize)]
struct Language<'a> {
    code: &'a str,
    name: &'a str,
    home_url: String,
    links: Vec<Link>,
    notice: Option<&'a str>,
}

/// Where a lost reader may go on.
fn ways_out(scribe: &Scribe<'_>) -> Vec<Link> {
    let mut links = vec![scribe.link("home", Subject::Site, scribe.t("home"))];
    for (kind, key) in [
        ("products", "nav_products"),
        ("groups", "nav_groups"),
        ("places", "nav_places"),
        ("producers", "nav_producers"),
    ] {
        if let Some(url) = scribe.maybe_url(kind, Subject::Site) {
            links.push(Link { label: scribe.t(key).to_owned(), url });
        }
    }
    links
}

fn head<'a>(scribe: &Scribe<'a>) -> Head<'a> {
    let mut head = Head::new(scribe.own(scribe.t("not_found_heading")), scribe.t("not_found_text"));
    head.robots = Some("noindex");
    head
}

impl Kind for NotFound {
    fn name(&self) -> &'static str {
        "not_found"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let languages = &planning.catalogue.site.languages;
        languages
            .iter()
            .map(|language| {
                (
                    Route::new("not_found", language.id, Subject::Site),
                    SitePath::file(&format!("{}/404.html", language.tag)),
                )
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("the page has a language"));
        scribe.view(job, "not_found", head(&scribe), Body { links: ways_out(&scribe) })
    }
}

impl Kind for NotFoundRoot {
    fn name(&self) -> &'static str {
        "not_found_root"
    }

    fn routes(&self, _planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        vec![(Route::shared("not_found_root", Subject::Site), SitePath::file("404.html"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let languages = rendering.catalogue.site.languages.iter();
        let languages = languages
            .map(|language| {
                let scribe = Scribe::new(rendering, language.id);
                Language {
                    code: &language.tag,
                    name: scribe.t("language_name"),
                    home_url: scribe.url("home", Subject::Site),
                    links: ways_out(&scribe),
                    notice: scribe.notice(),
                }
            })
            .collect();
        let scribe = Scribe::new(rendering, LangId::DEFAULT);
        scribe.view(job, "not_found", head(&scribe), RootBody { languages })
    }
}
