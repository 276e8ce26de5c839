//! An Atom feed per language: news, and products as they are certified.

use serde::Serialize;

use crate::model::{ArticleKind, Day};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::Scribe;

/// Entries of a feed.
const ENTRIES: usize = 50;

pub struct Feed;

#[derive(Serialize)]
struct Body<'a> {
    lang: &'a str,
    id: String,
    title: &'a str,
    subtitle: Option<&'a str>,
    author: &'a str,
    self_url: String,
    home_url: String,
    updated: String,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: String,
    url: String,
    title: &'a str,
    updated: String,
    summary: String,
    #[serde(skip)]
    day: Day,
}

/// A day as the time that feeds ask for: midnight in Việt Nam.
fn time(day: Day) -> String {
    format!("{day}T00:00:00+07:00")
}

impl Kind for Feed {
    fn name(&self) -> &'static str {
        "feed"
    }

    fn format(&self) -> &'static str {
        "xml"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let languages = &planning.catalogue.site.languages;
        languages
            .iter()
            .map(|language| {
                (Route::new("feed", language.id, Subject::Site), SitePath::file(&format!("{}/atom.xml", language.tag)))
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("feeds have a language"));
        let catalogue = rendering.catalogue;
        let full = |kind, subject| {
            rendering
                .plan
                .full_url(&Route::new(kind, scribe.lang, subject))
                .expect("plan holds every route that pages made")
        };
        let mut entries: Vec<Entry<'a>> = Vec::new();
        for (id, article) in catalogue.articles_of(ArticleKind::Post) {
            let day = article.date.expect("posts have a date");
            let url = full("post", Subject::Article(id));
            let summary = article.summary(scribe.lang).map(|(_, text)| text.to_owned());
            let summary = summary
                .or_else(|| article.prose.get(scribe.lang).map(|(_, markdown)| super::prose::excerpt(markdown, 300)));
            entries.push(Entry {
                id: url.clone(),
                url,
                title: article.title(scribe.lang).1,
                updated: time(day),
                summary: summary.unwrap_or_default(),
                day,
            });
        }
        for (id, product) in catalogue.products.iter() {
            let Some((certification, standing)) = catalogue.standing(id) else { continue };
            // Only a certificate that is valid is news, and only where the day is known.
            let (true, crate::model::Dated::On(crate::model::PartialDate::Day(day))) =
                (standing.is_current(), certification.dated)
            else {
                continue;
            };
            let url = full("product", Subject::Product(id));
            let stars = scribe.stars(id);
            entries.push(Entry {
                id: format!("{url}#{day}"),
                url,
                title: scribe.words(&product.name),
                updated: time(day),
                summary: format!("{}. {}", stars.label, stars.status_text),
                day,
            });
        }
        entries.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.url.cmp(&b.url)));
        entries.truncate(ENTRIES);
        let home_url = full("home", Subject::Site);
        let self_url = full("feed", Subject::Site);
        let title = scribe.words(&catalogue.site.title);
        let body = Body {
            lang: scribe.tag(),
            id: home_url.clone(),
            title,
            subtitle: catalogue.site.tagline.as_ref().map(|tagline| scribe.words(tagline)),
            author: catalogue.site.organisation.as_ref().map_or(title, |organisation| scribe.words(&organisation.name)),
            self_url,
            home_url,
            // The newest entry, so that a build without news does not change the feed.
            updated: entries.first().map_or_else(|| time(catalogue.today()), |entry| entry.updated.clone()),
            entries,
        };
        View {
            template: "xml/feed.xml".into(),
            lang: scribe.lang,
            section: "home",
            page: Box::new(()),
            view: Box::new(body),
        }
    }
}
