//! Reading without a network: the page that lists what a browser has kept, and the service worker that keeps it.
//!
//! The worker is one script at the root of the site, so that it may answer for every page. What it does is in
//! `themes/gido/templates/text/sw`; what it must know of the site is [`Settings`], written into it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::LangId;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SearchFiles, SitePath, Subject, View, in_language};

use super::parts::Scribe;
use super::parts::frame::Head;

pub struct Offline;
pub struct Worker;

/// Pages of the list of all products that are kept without having been seen; the search has the rest.
const LIST_PAGES: u32 = 4;

impl Kind for Offline {
    fn name(&self) -> &'static str {
        "offline"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let site = &planning.catalogue.site;
        let languages = site.languages.ids().filter(|_| site.offline);
        languages
            .map(|lang| {
                let path = planning.theme.texts(lang).get("path_offline");
                (Route::new("offline", lang, Subject::Site), in_language(planning.catalogue, lang, path))
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("the page has a language"));
        let mut head = Head::new(scribe.own(scribe.t("offline_heading")), scribe.t("offline_lead"));
        head.robots = Some("noindex");
        scribe.view(job, "offline", head, ())
    }
}

#[derive(Serialize)]
struct Body {
    /// [`Settings`] as JSON.
    settings: String,
}

/// What the worker knows of the site. Addresses begin with the base path.
#[derive(Serialize)]
struct Settings<'a> {
    base: &'a str,
    /// Folders whose files never change under their name.
    lasting: Vec<String>,
    /// What every page needs to look right.
    frame: Vec<String>,
    /// Further scripts, which pages load when something is done with them.
    scripts: Vec<String>,
    search: Option<Search>,
    main_language: &'a str,
    languages: BTreeMap<&'a str, Words<'a>>,
}

/// Where the files of the search lie.
#[derive(Serialize)]
struct Search {
    map: String,
    list: String,
    parts: String,
}

/// What the worker says and keeps in one language.
#[derive(Serialize)]
struct Words<'a> {
    offline: String,
    /// Pages that are kept before they are seen, the home page first.
    core: Vec<String>,
    kept: String,
    slow: String,
    newer: &'a str,
    missing: &'a str,
    /// The form of a date, with `{d}`, `{dd}`, `{m}`, `{mm}`, `{month}`, `{yyyy}` for its parts.
    date: String,
    months: Vec<&'a str>,
}

impl Kind for Worker {
    fn name(&self) -> &'static str {
        "worker"
    }

    fn format(&self) -> &'static str {
        "text"
    }

    /// Always there: a site that switches this off must tell browsers so, and its address never changes.
    fn routes(&self, _planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        vec![(Route::shared("worker", Subject::Site), SitePath::file("sw.js"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        let settings = serde_json::to_string(&settings(rendering)).expect("strings and lists become JSON");
        let template = if rendering.catalogue.site.offline { "text/sw/worker.js" } else { "text/sw/undo.js" };
        View {
            template: template.into(),
            lang: LangId::DEFAULT,
            section: "offline",
            page: Box::new(()),
            view: Box::new(Body { settings }),
        }
    }
}

fn settings<'a>(rendering: &'a Rendering<'a>) -> Settings<'a> {
    let plan = rendering.plan;
    let assets = &plan.theme_assets;
    let languages = &rendering.catalogue.site.languages;
    let (scripts, behaviours): (Vec<_>, Vec<_>) =
        assets.scripts.iter().partition(|path| is_loaded_late(&assets.js, path));
    let files = ["icon.svg", "logo.svg", "band.svg"].map(|name| assets.files.get(&format!("img/{name}")));
    let fonts = assets.files.iter().filter(|(path, _)| path.starts_with("fonts/")).map(|(_, path)| path);
    let frame = std::iter::once(&assets.css).chain(behaviours).chain(fonts).chain(files.into_iter().flatten());
    let parts = format!("{}/", SearchFiles::FOLDER);
    let search = plan.search.map(|_| Search {
        map: plan.local(SearchFiles::MANIFEST),
        list: plan.local(SearchFiles::OFFLINE),
        parts: plan.local(&parts),
    });
    let words = languages.iter().filter(|_| rendering.catalogue.site.offline);
    Settings {
        base: plan.base_path(),
        lasting: ["assets/", &parts].map(|folder| plan.local(folder)).into(),
        frame: frame.filter(|path| !path.is_empty()).map(|path| plan.local(path)).collect(),
        scripts: scripts.into_iter().map(|path| plan.local(path)).collect(),
        search,
        main_language: languages.tag(LangId::DEFAULT),
        languages: words.map(|language| (&*language.tag, words_in(&Scribe::new(rendering, language.id)))).collect(),
    }
}

/// Scripts in a folder below the main script are loaded by others when they are needed.
fn is_loaded_late(main: &str, path: &str) -> bool {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    path.strip_prefix(folder).is_some_and(|rest| rest.trim_start_matches('/').contains('/'))
}

fn words_in<'a>(scribe: &Scribe<'a>) -> Words<'a> {
    let texts = scribe.texts();
    let parts = ["d", "dd", "m", "mm", "month", "yyyy"].map(|part| (part, format!("{{{part}}}")));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(part, hole)| (*part, hole.as_str())).collect();
    let list = (1..=LIST_PAGES)
        .map_while(|page| scribe.plan().url(&Route::new("products", scribe.lang, Subject::Site).page(page)));
    let core = std::iter::once(scribe.url("home", Subject::Site)).chain(list);
    Words {
        offline: scribe.url("offline", Subject::Site),
        core: core.chain(scribe.maybe_url("search", Subject::Site)).collect(),
        kept: texts.format("offline_kept", &[("date", "{date}")]),
        slow: texts.format("offline_slow", &[("date", "{date}")]),
        newer: scribe.t("offline_newer"),
        missing: scribe.t("offline_missing"),
        date: texts.format("date_day", &parts),
        months: MONTHS.iter().map(|key| scribe.t(key)).collect(),
    }
}

const MONTHS: [&str; 12] = [
    "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8", "month_9", "month_10",
    "month_11", "month_12",
];
