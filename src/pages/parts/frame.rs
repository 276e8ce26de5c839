//! The frame of a page: what it says about itself in its head, and the menus around it.

use serde::Serialize;

use crate::model::{ArticleKind, LangId, Photo, ProductId, SpeaksAsOf};
use crate::pages::manifest::touch_icon;
use crate::pages::share;
use crate::plan::{Job, Rendering, Route, Subject, View};

use super::jsonld::{Crumb, JsonLd};
use super::picture::OgImage;
use super::{Html, Link, Scribe, TextView};

/// What the templates get as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct PageView<'a> {
    pub kind: &'static str,
    pub section: &'static str,
    pub lang: &'a str,
    pub title: String,
    pub heading: TextView<'a>,
    pub description: String,
    pub canonical: String,
    pub alternates: Vec<Alternate<'a>>,
    pub x_default: Option<String>,
    pub languages: Vec<LanguageLink<'a>>,
    pub breadcrumbs: Vec<Breadcrumb>,
    pub image: Option<OgImage<'a>>,
    pub jsonld: Option<Html<'a>>,
    pub robots: Option<&'static str>,
    pub fallback_notice: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Alternate<'a> {
    pub lang: &'a str,
    pub url: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink<'a> {
    pub code: &'a str,
    pub name: &'a str,
    pub url: String,
    pub current: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Breadcrumb {
    pub label: String,
    pub url: Option<String>,
}

/// What the templates get as `site`.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView<'a> {
    pub lang: &'a str,
    pub title: &'a str,
    pub tagline: &'a str,
    pub home_url: String,
    pub base_path: &'a str,
    pub organisation: Option<OrganisationView<'a>>,
    pub nav: Vec<NavItem>,
    pub footer_nav: Vec<Link>,
    pub notice: Option<&'a str>,
    pub edition: Option<String>,
    pub feed_url: Option<String>,
    /// The script that keeps pages for reading without a network; nothing where the site does not want that.
    pub worker: Option<String>,
    /// `None` where the site has no search.
    pub search: Option<SearchView>,
    pub assets: AssetsView,
}

#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// The search page.
    pub url: String,
    /// Address of the file that a search begins with.
    pub manifest: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct OrganisationView<'a> {
    pub name: &'a str,
    pub url: Option<&'a str>,
    pub address: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub email: Option<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    pub label: String,
    pub url: String,
    pub section: &'static str,
    pub current: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct AssetsView {
    pub css: String,
    pub paper: String,
    pub js: String,
    pub manifest: String,
    pub icon: String,
    pub touch_icon: Option<String>,
    pub logo: String,
    pub band: String,
    pub preload: Vec<String>,
}

/// What a page kind says about its page; the rest of the frame follows from the plan.
pub struct Head<'a> {
    pub heading: TextView<'a>,
    pub description: String,
    /// Pages above this one, the home page left out.
    pub above: Vec<Link>,
    pub image: Option<&'a Photo>,
    /// The product whose picture for sharing comes before `image`.
    pub shared: Option<ProductId>,
    pub jsonld: Vec<JsonLd<'a>>,
    pub robots: Option<&'static str>,
    /// The page whose second form this one is, such as the product of a sheet: search engines are sent there.
    pub form_of: Option<Route>,
    /// Set where the main text falls back to another language.
    pub falls_back_to: Option<LangId>,
    /// Beats the title made of heading and site name.
    pub title: Option<String>,
}

impl<'a> Head<'a> {
    #[must_use]
    pub fn new(heading: TextView<'a>, description: impl Into<String>) -> Self {
        Self {
            heading,
            description: description.into(),
            above: Vec::new(),
            image: None,
            shared: None,
            jsonld: Vec::new(),
            robots: None,
            form_of: None,
            falls_back_to: None,
            title: None,
        }
    }
}

/// Longest description in characters: search engines cut about here.
const DESCRIPTION: usize = 160;

impl<'a> Scribe<'a> {
    /// Puts a page together: frame and what it is about.
    #[must_use]
    pub fn view(&self, job: &Job, section: &'static str, head: Head<'a>, view: impl Serialize + 'a) -> View<'a> {
        View {
            template: format!("pages/{}.html", job.route.kind),
            lang: self.lang,
            section,
            page: Box::new(self.page(job, section, head)),
            view: Box::new(view),
        }
    }

    fn page(&self, job: &Job, section: &'static str, head: Head<'a>) -> PageView<'a> {
        let plan = self.plan();
        let languages = &self.catalogue().site.languages;
        let route = job.route;
        let own = plan.full_url(&route).expect("plan holds the page that is being filled");
        let canonical = head.form_of.and_then(|main| plan.full_url(&main)).unwrap_or_else(|| own.clone());
        // The choice of a language stands for the home pages.
        let family = if route.kind == "language_choice" { Route::shared("home", Subject::Site) } else { route };
        let others: Vec<(LangId, String)> =
            languages.ids().filter_map(|lang| plan.full_url(&family.lang(lang)).map(|url| (lang, url))).collect();
        let indexed = head.robots.is_none() && head.form_of.is_none();
        let alternates = if indexed {
            others.iter().map(|(lang, url)| Alternate { lang: languages.tag(*lang), url: url.clone() }).collect()
        } else {
            Vec::new()
        };
        let x_default = indexed.then(|| {
            if family.kind == "home" && languages.len() > 1 {
                plan.full("")
            } else {
                others.first().map(|(_, url)| url.clone()).unwrap_or_default()
            }
        });
        let switch = languages
            .iter()
            .filter_map(|language| {
                let url = plan.url(&route.lang(language.id))?;
                let name = self.rendering.theme.texts(language.id).get("language_name");
                Some(LanguageLink { code: &language.tag, name, url, current: language.id == self.lang })
            })
            .collect();
        let site_title = self.words(&self.catalogue().site.title);
        let number = self.number(route.page as usize);
        let title = head.title.unwrap_or_else(|| {
            let args = [("heading", &*head.heading.text), ("site", site_title), ("page", &number)];
            self.texts().format(if route.page > 1 { "title_paged" } else { "title_page" }, &args)
        });
        let crumbs = self.breadcrumbs(&route, &head.above, &head.heading.text);
        let mut blocks = head.jsonld;
        if crumbs.len() > 1 {
            blocks.push(JsonLd::breadcrumbs(crumbs.iter().map(|crumb| Crumb {
                name: crumb.label.clone(),
                url: crumb.url.as_ref().map_or_else(|| own.clone(), |url| format!("{}{url}", plan.origin())),
            })));
        }
        let fallback_notice = head.falls_back_to.map(|to| {
            let name = |lang: LangId| self.t(&format!("language_{}", languages.tag(lang)));
            self.texts().format("fallback_notice", &[("language", name(self.lang)), ("default", name(to))])
        });
        PageView {
            kind: route.kind,
            section,
            lang: self.tag(),
            title,
            heading: head.heading,
            description: shortened(&self.paged(&route, head.description), DESCRIPTION),
            canonical,
            alternates,
            x_default,
            languages: if route.lang.is_some() { switch } else { Vec::new() },
            breadcrumbs: crumbs,
            image: head
                .shared
                .and_then(|id| self.share_image(id))
                .or_else(|| head.image.and_then(|photo| self.og_image(photo)))
                .or_else(|| self.default_image()),
            jsonld: JsonLd::all(blocks).map(|json| Html(json.into())),
            robots: head.robots,
            fallback_notice,
        }
    }

    /// Later pages of a list say so, so that no two pages have the same description.
    fn paged(&self, route: &Route, description: String) -> String {
        if route.page == 1 {
            return description;
        }
        let page = self.texts().format("paged", &[("page", &self.number(route.page as usize))]);
        format!("{} – {description}", super::text::capitalised(&page))
    }

    fn breadcrumbs(&self, route: &Route, above: &[Link], heading: &str) -> Vec<Breadcrumb> {
        if route.kind == "home" || route.lang.is_none() {
            return Vec::new();
        }
        let mut crumbs =
            vec![Breadcrumb { label: self.t("home").to_owned(), url: Some(self.url("home", Subject::Site)) }];
        crumbs.extend(above.iter().map(|link| Breadcrumb { label: link.label.clone(), url: Some(link.url.clone()) }));
        if route.page > 1 {
            crumbs.push(Breadcrumb { label: heading.to_owned(), url: self.plan().url(&route.page(1)) });
            let page = self.texts().format("paged", &[("page", &self.number(route.page as usize))]);
            crumbs.push(Breadcrumb { label: super::text::capitalised(&page), url: None });
        } else {
            crumbs.push(Breadcrumb { label: heading.to_owned(), url: None });
        }
        crumbs
    }

    /// The picture of the whole site: the one that it brings, else the one with its name.
    fn default_image(&self) -> Option<OgImage<'a>> {
        let plan = self.plan();
        let url = if plan.publishes(share::OWN) {
            plan.full(share::OWN)
        } else {
            plan.full_url(&Route::new("share", self.lang, Subject::Site))?
        };
        let alt = self.words(&self.catalogue().site.title);
        Some(OgImage { url, width: share::WIDTH, height: share::HEIGHT, alt })
    }
}

/// The frame around all pages of one part of the menu in one language.
#[must_use]
pub fn site<'a>(rendering: &'a Rendering<'a>, lang: LangId, section: &str) -> SiteView<'a> {
    let scribe = Scribe::new(rendering, lang);
    let catalogue = rendering.catalogue;
    let plan = rendering.plan;
    let asset = |path: &str| plan.theme_assets.files.get(path).map(|path| plan.local(path)).unwrap_or_default();
    let mut nav = Vec::new();
    for (kind, key) in [
        ("members", "nav_members"),
        ("products", "nav_products"),
        ("groups", "nav_groups"),
        ("places", "nav_places"),
        ("producers", "nav_producers"),
        ("sales_points", "nav_sales_points"),
        ("verify", "nav_verify"),
        ("news", "nav_news"),
    ] {
        if let Some(url) = scribe.maybe_url(kind, Subject::Site) {
            nav.push(NavItem { label: scribe.t(key).to_owned(), url, section: kind, current: kind == section });
        }
    }
    let mut footer_nav: Vec<Link> = catalogue
        .articles_of(ArticleKind::Page)
        .map(|(id, article)| scribe.link("page", Subject::Article(id), article.title(lang).1))
        .collect();
    if catalogue.is_pages_alone() {
        // Pages are all there is, so they are the menu.
        let pages = footer_nav.drain(..);
        let items = pages.map(|Link { label, url }| NavItem { label, url, section: "page", current: false });
        nav.splice(0..0, items);
    }
    for (kind, key) in [
        ("search", "search"),
        ("decisions", "nav_decisions"),
        ("stars_index", "nav_stars"),
        ("figures", "nav_figures"),
        ("partners", "nav_partners"),
        ("offline", "nav_offline"),
        ("pdf_book", "book_pdf"),
    ] {
        if let Some(url) = scribe.maybe_url(kind, Subject::Site) {
            footer_nav.push(Link { label: scribe.t(key).to_owned(), url });
        }
    }
    let organisation = catalogue.site.organisation.as_ref().map(|organisation| OrganisationView {
        name: scribe.words(&organisation.name),
        url: organisation.url.as_deref(),
        address: organisation.address.as_ref().map(|address| scribe.words(address)),
        phone: organisation.phone.as_deref(),
        email: organisation.email.as_deref(),
    });
    let edition = match catalogue.site.speaks {
        SpeaksAsOf::Edition(day) => Some(scribe.texts().format("edition_text", &[("date", &scribe.texts().day(day))])),
        SpeaksAsOf::Live(_) => None,
    };
    SiteView {
        lang: scribe.tag(),
        title: scribe.words(&catalogue.site.title),
        tagline: catalogue.site.tagline.as_ref().map_or("", |tagline| scribe.words(tagline)),
        home_url: scribe.url("home", Subject::Site),
        base_path: plan.base_path(),
        organisation,
        nav,
        footer_nav,
        notice: scribe.notice(),
        edition,
        feed_url: scribe.maybe_url("feed", Subject::Site),
        worker: plan.url(&Route::shared("worker", Subject::Site)).filter(|_| catalogue.site.offline),
        search: plan
            .search_manifest()
            .map(|path| SearchView { url: scribe.url("search", Subject::Site), manifest: plan.local(path) }),
        assets: AssetsView {
            css: plan.local(&plan.theme_assets.css),
            paper: plan.local(&plan.theme_assets.paper),
            js: plan.local(&plan.theme_assets.js),
            manifest: scribe.url("manifest", Subject::Site),
            icon: asset("img/icon.svg"),
            touch_icon: touch_icon(rendering).map(|path| plan.local(path)),
            logo: asset("img/logo.svg"),
            band: asset("img/band.svg"),
            preload: plan.theme_assets.preload.iter().map(|path| plan.local(path)).collect(),
        },
    }
}

/// At most so many characters, cut after a word.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', ' ', '–']))
}
