//! The sitemap, with every page in all its languages; cut into parts where it is long.

use serde::Serialize;

use crate::model::{LangId, Languages};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

/// Pages in one part. The format allows 50,000 addresses and 50 MB; with alternates a page takes about 500 bytes.
const PART: usize = 20_000;

/// Kinds that search engines are told about.
const LISTED: &[&str] = &[
    "language_choice",
    "home",
    "products",
    "search",
    "product",
    "stars_index",
    "stars",
    "groups",
    "group",
    "places",
    "place",
    "producers",
    "producer",
    "sales_points",
    "sales_point",
    "verify",
    "decisions",
    "decision",
    "news",
    "post",
    "page",
    "partners",
    "members",
    "member",
    "figures",
];

/// The page at `/` of a site in one language only leads on.
fn is_listed(job: &Job, languages: &Languages) -> bool {
    let kind = job.route.kind;
    LISTED.contains(&kind) && (kind != "language_choice" || languages.len() > 1)
}

pub struct Sitemap;
pub struct SitemapIndex;

#[derive(Serialize)]
struct Body<'a> {
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    url: String,
    alternates: Vec<Alternate<'a>>,
    x_default: String,
}

#[derive(Serialize)]
struct Alternate<'a> {
    lang: &'a str,
    url: String,
}

#[derive(Serialize)]
struct IndexBody {
    parts: Vec<String>,
}

/// An upper bound of the listed pages that needs no plan: each product has a page per language, and all lists together
/// are shorter than that again.
fn parts(planning: &Planning<'_>) -> u32 {
    let languages = planning.catalogue.site.languages.len();
    let pages = planning.catalogue.products.len() * languages * 3 + 1000;
    u32::try_from(pages.div_ceil(PART)).expect("fewer than four thousand million parts")
}

impl Kind for Sitemap {
    fn name(&self) -> &'static str {
        "sitemap"
    }

    fn format(&self) -> &'static str {
        "xml"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let parts = parts(planning);
        if parts == 1 {
            return vec![(Route::shared("sitemap", Subject::Part(1)), SitePath::file("sitemap.xml"))];
        }
        (1..=parts)
            .map(|part| (Route::shared("sitemap", Subject::Part(part)), SitePath::file(&format!("sitemap-{part}.xml"))))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let Subject::Part(part) = job.route.subject else { unreachable!("sitemaps come in parts") };
        let plan = rendering.plan;
        let languages = &rendering.catalogue.site.languages;
        let parts = plan.jobs.iter().filter(|job| job.route.kind == "sitemap").count();
        let listed: Vec<&Job> = plan.jobs.iter().filter(|job| is_listed(job, languages)).collect();
        let size = listed.len().div_ceil(parts);
        let entries = listed
            .into_iter()
            .skip((part as usize - 1) * size)
            .take(size)
            .map(|job| {
                let family =
                    if job.route.kind == "language_choice" { Route::shared("home", Subject::Site) } else { job.route };
                let others: Vec<(LangId, String)> = languages
                    .ids()
                    .filter_map(|lang| plan.full_url(&family.lang(lang)).map(|url| (lang, url)))
                    .collect();
                let x_default = if family.kind == "home" && languages.len() > 1 {
                    plan.full("")
                } else {
                    others.first().map(|(_, url)| url.clone()).unwrap_or_default()
                };
                Entry {
                    url: plan.full(job.path.url()),
                    alternates: others
                        .into_iter()
                        .map(|(lang, url)| Alternate { lang: languages.tag(lang), url })
                        .collect(),
                    x_default,
                }
            })
            .collect();
        View {
            template: "xml/sitemap.xml".into(),
            lang: LangId::DEFAULT,
            section: "home",
            page: Box::new(()),
            view: Box::new(Body { entries }),
        }
    }
}

impl Kind for SitemapIndex {
    fn name(&self) -> &'static str {
        "sitemap_index"
    }

    fn format(&self) -> &'static str {
        "xml"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        if parts(planning) == 1 {
            return Vec::new();
        }
        vec![(Route::shared("sitemap_index", Subject::Site), SitePath::file("sitemap.xml"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        let parts = rendering
            .plan
            .jobs
            .iter()
            .filter(|job| job.route.kind == "sitemap")
            .map(|job| rendering.plan.full(job.path.url()))
            .collect();
        View {
            template: "xml/sitemap_index.xml".into(),
            lang: LangId::DEFAULT,
            section: "home",
            page: Box::new(()),
            view: Box::new(IndexBody { parts }),
        }
    }
}
