//! The web app manifest: name and icon for a home screen.

use serde::Serialize;

use crate::model::LangId;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::Scribe;

pub struct Manifest;

#[derive(Serialize)]
struct Body<'a> {
    name: &'a str,
    short_name: &'a str,
    lang: &'a str,
    start_url: String,
    scope: &'a str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
}

impl Kind for Manifest {
    fn name(&self) -> &'static str {
        "manifest"
    }

    fn format(&self) -> &'static str {
        "json"
    }

    fn routes(&self, _planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        vec![(Route::shared("manifest", Subject::Site), SitePath::file("manifest.webmanifest"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, LangId::DEFAULT);
        let name = scribe.words(&rendering.catalogue.site.title);
        let icon = rendering.plan.theme_assets.files.get("img/icon.svg").map(|path| Icon {
            src: rendering.plan.local(path),
            sizes: "any",
            kind: "image/svg+xml",
        });
        let body = Body {
            name,
            short_name: name,
            lang: scribe.tag(),
            start_url: scribe.url("home", Subject::Site),
            scope: rendering.plan.base_path(),
            display: "minimal-ui",
            background_color: "#fbf7ef",
            theme_color: "#fbf7ef",
            icons: icon.into_iter().collect(),
        };
        View {
            template: String::new(),
            lang: LangId::DEFAULT,
            section: "home",
            page: Box::new(()),
            view: Box::new(body),
        }
    }
}
