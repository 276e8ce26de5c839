//! Pages and news posts.

use serde::Serialize;

use crate::model::{Article, ArticleId, ArticleKind};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::listing;
use super::parts::frame::Head;
use super::parts::items::{Pager, PostItem};
use super::parts::text::other_lang;
use super::parts::{Body as Prose, Link, Scribe, Source, TextView, source};

pub struct News;
pub struct Post;
pub struct Page;

#[derive(Serialize)]
struct NewsBody<'a> {
    posts: Vec<PostItem<'a>>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct PostBody<'a> {
    date: String,
    date_iso: String,
    summary: Option<TextView<'a>>,
    body: Option<Prose<'a>>,
    sources: Vec<Source<'a>>,
    newer: Option<Link>,
    older: Option<Link>,
}

#[derive(Serialize)]
struct PageBody<'a> {
    summary: Option<TextView<'a>>,
    body: Option<Prose<'a>>,
    sources: Vec<Source<'a>>,
}

/// Routes of all articles of a kind, below a path segment.
fn routes(planning: &Planning<'_>, kind: &'static str, which: ArticleKind, segment: &str) -> Vec<(Route, SitePath)> {
    let catalogue = planning.catalogue;
    let mut routes = Vec::new();
    for lang in catalogue.site.languages.ids() {
        let base = planning.theme.texts(lang).get(segment);
        for (id, article) in catalogue.articles_of(which) {
            routes.push((
                Route::new(kind, lang, Subject::Article(id)),
                crate::plan::in_language(catalogue, lang, &format!("{base}/{}", article.slug)),
            ));
        }
    }
    routes
}

/// Heading and description of an article, and the language it falls back to.
fn head<'a>(scribe: &Scribe<'a>, article: &'a Article) -> Head<'a> {
    let languages = &scribe.catalogue().site.languages;
    let (lang, title) = article.title(scribe.lang);
    let description = article.summary(scribe.lang).map(|(_, text)| text.to_owned());
    let description = description
        .or_else(|| article.prose.get(scribe.lang).map(|(_, markdown)| super::prose::excerpt(markdown, 160)));
    let mut head = Head::new(
        TextView { text: title.into(), lang: other_lang(languages, lang, scribe.lang) },
        description.unwrap_or_default(),
    );
    head.falls_back_to = (lang != scribe.lang).then_some(lang);
    head
}

fn summary<'a>(scribe: &Scribe<'a>, article: &'a Article) -> Option<TextView<'a>> {
    let languages = &scribe.catalogue().site.languages;
    article
        .summary(scribe.lang)
        .map(|(lang, text)| TextView { text: text.into(), lang: other_lang(languages, lang, scribe.lang) })
}

impl Kind for News {
    fn name(&self) -> &'static str {
        "news"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let count = catalogue.articles_of(ArticleKind::Post).count();
        if count == 0 && catalogue.is_pages_alone() {
            return Vec::new();
        }
        let base = |lang| planning.theme.texts(lang).get("path_news");
        catalogue
            .site
            .languages
            .ids()
            .flat_map(|lang| listing::routes(planning, "news", lang, Subject::Site, base(lang), count))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("news pages have a language"));
        let all: Vec<ArticleId> = rendering.catalogue.articles_of(ArticleKind::Post).map(|(id, _)| id).collect();
        let per_page = rendering.catalogue.site.per_page;
        let first = (job.route.page as usize - 1) * per_page;
        let posts = all.iter().skip(first).take(per_page).map(|id| scribe.post_item(*id)).collect();
        let body = NewsBody { posts, pager: scribe.pager(job.route, listing::pages(all.len(), per_page)) };
        let head = Head::new(scribe.own(scribe.t("news_heading")), scribe.t("description_news"));
        scribe.view(job, "news", head, body)
    }
}

impl Kind for Post {
    fn name(&self) -> &'static str {
        "post"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        routes(planning, "post", ArticleKind::Post, "path_news")
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("posts have a language"));
        let Subject::Article(id) = job.route.subject else { unreachable!("posts are about an article") };
        let article = &rendering.catalogue.articles[id];
        let date = article.date.expect("posts have a date");
        let all: Vec<ArticleId> = rendering.catalogue.articles_of(ArticleKind::Post).map(|(id, _)| id).collect();
        let at = all.iter().position(|other| *other == id).expect("the post is among the posts");
        let neighbour = |index: Option<usize>| {
            let other = *all.get(index?)?;
            Some(scribe.link("post", Subject::Article(other), rendering.catalogue.articles[other].title(scribe.lang).1))
        };
        let body = PostBody {
            date: scribe.texts().day(date),
            date_iso: date.to_string(),
            summary: summary(&scribe, article),
            body: scribe.body(&article.prose),
            sources: article.sources.iter().map(|text| source(text)).collect(),
            newer: neighbour(at.checked_sub(1)),
            older: neighbour(Some(at + 1)),
        };
        let mut head = head(&scribe, article);
        head.above = vec![scribe.link("news", Subject::Site, scribe.t("nav_news"))];
        head.jsonld = vec![scribe.jsonld_post(id)];
        scribe.view(job, "news", head, body)
    }
}

impl Kind for Page {
    fn name(&self) -> &'static str {
        "page"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        routes(planning, "page", ArticleKind::Page, "path_pages")
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("pages have a language"));
        let Subject::Article(id) = job.route.subject else { unreachable!("pages are about an article") };
        let article = &rendering.catalogue.articles[id];
        let body = PageBody {
            summary: summary(&scribe, article),
            body: scribe.body(&article.prose),
            sources: article.sources.iter().map(|text| source(text)).collect(),
        };
        let head = head(&scribe, article);
        scribe.view(job, "page", head, body)
    }
}
