//! Files for robots and for the host that serves the site.

use serde::Serialize;

use crate::model::LangId;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

pub struct Robots;
pub struct Headers;

#[derive(Serialize)]
struct RobotsBody {
    sitemap: String,
}

#[derive(Serialize)]
struct HeadersBody<'a> {
    base_path: &'a str,
    /// Hosts of joined catalogues, whose pictures stand beside what the search finds.
    pictures_from: Vec<&'a str>,
}

impl Kind for Robots {
    fn name(&self) -> &'static str {
        "robots"
    }

    fn format(&self) -> &'static str {
        "text"
    }

    fn routes(&self, _planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        vec![(Route::shared("robots", Subject::Site), SitePath::file("robots.txt"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        let body = RobotsBody { sitemap: rendering.plan.full("sitemap.xml") };
        View {
            template: "text/robots.txt".into(),
            lang: LangId::DEFAULT,
            section: "home",
            page: Box::new(()),
            view: Box::new(body),
        }
    }
}

impl Kind for Headers {
    fn name(&self) -> &'static str {
        "headers"
    }

    fn format(&self) -> &'static str {
        "text"
    }

    fn routes(&self, _planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        vec![(Route::shared("headers", Subject::Site), SitePath::file("_headers"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        let members = rendering.catalogue.members.iter().filter(|_| rendering.plan.joins);
        let mut pictures_from: Vec<&str> = members.map(|(_, member)| member.origin()).collect();
        pictures_from.sort_unstable();
        pictures_from.dedup();
        let body = HeadersBody { base_path: rendering.plan.base_path(), pictures_from };
        View {
            template: "text/headers.txt".into(),
            lang: LangId::DEFAULT,
            section: "home",
            page: Box::new(()),
            view: Box::new(body),
        }
    }
}
