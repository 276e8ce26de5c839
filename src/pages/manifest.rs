//! The web app manifest of each language: name, icons and ways in for a home screen.

use serde::Serialize;

use crate::load::Theme;
use crate::model::LangId;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::Scribe;

pub struct Manifest;

/// The icon that scales, and the drawings of it in fixed sizes that some systems want.
const SCALABLE: &str = "img/icon.svg";
const DRAWN: [(&str, &str, &str); 3] = [
    ("img/icon-192.png", "192x192", "any"),
    ("img/icon-512.png", "512x512", "any"),
    // Cut to a circle or a drop by the system, so its border is empty.
    ("img/icon-maskable-512.png", "512x512", "maskable"),
];

#[derive(Serialize)]
struct Body<'a> {
    /// The same in every language: switching it is no second app.
    id: &'a str,
    name: &'a str,
    short_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: &'a str,
    dir: &'static str,
    start_url: String,
    scope: &'a str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    categories: [&'static str; 3],
    icons: Vec<Icon>,
    shortcuts: Vec<Shortcut<'a>>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
struct Shortcut<'a> {
    name: &'a str,
    url: String,
}

impl Kind for Manifest {
    fn name(&self) -> &'static str {
        "manifest"
    }

    fn format(&self) -> &'static str {
        "json"
    }

    /// The main language has the usual name at the root, where robots and hosts look for it.
    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let languages = planning.catalogue.site.languages.iter();
        languages
            .map(|language| {
                let folder = if language.id == LangId::DEFAULT { String::new() } else { format!("{}/", language.tag) };
                let path = SitePath::file(&format!("{folder}manifest.webmanifest"));
                (Route::new("manifest", language.id, Subject::Site), path)
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("each language has its manifest"));
        let site = &rendering.catalogue.site;
        let name = scribe.words(&site.title);
        let address = |path: &str| rendering.plan.theme_assets.files.get(path).map(|path| rendering.plan.local(path));
        let scalable = address(SCALABLE).map(|src| Icon { src, sizes: "any", kind: "image/svg+xml", purpose: "any" });
        let drawn = DRAWN
            .iter()
            .filter(|(path, ..)| draws_the_icon(rendering.theme, path))
            .filter_map(|(path, sizes, purpose)| Some(Icon { src: address(path)?, sizes, kind: "image/png", purpose }));
        let shortcuts = [("products", "nav_products"), ("groups", "nav_groups"), ("sales_points", "nav_sales_points")]
            .into_iter()
            .filter_map(|(kind, key)| {
                Some(Shortcut { name: scribe.t(key), url: scribe.maybe_url(kind, Subject::Site)? })
            });
        let body = Body {
            id: rendering.plan.base_path(),
            name,
            short_name: name,
            description: site.description.as_ref().map(|description| scribe.words(description)),
            lang: scribe.tag(),
            dir: "ltr",
            start_url: scribe.url("home", Subject::Site),
            scope: rendering.plan.base_path(),
            display: "minimal-ui",
            background_color: "#fbf7ef",
            theme_color: "#fbf7ef",
            categories: ["food", "shopping", "government"],
            icons: drawn.chain(scalable).collect(),
            shortcuts: shortcuts.collect(),
        };
        View { template: String::new(), lang: scribe.lang, section: "home", page: Box::new(()), view: Box::new(body) }
    }
}

/// The icon for systems that read no manifest: path in the site.
#[must_use]
pub fn touch_icon<'a>(rendering: &'a Rendering<'a>) -> Option<&'a str> {
    let path = "img/icon-192.png";
    let files = &rendering.plan.theme_assets.files;
    files.get(path).filter(|_| draws_the_icon(rendering.theme, path)).map(String::as_str)
}

/// A site that has its own `icon.svg` and no drawings of it must not show those of the theme.
fn draws_the_icon(theme: &Theme, drawing: &str) -> bool {
    theme.step(drawing) >= theme.step(SCALABLE)
}
