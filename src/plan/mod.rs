//! Decides every path of the site before a byte is made: two owners of a path are a message.
//!
//! In: the catalogue, the page kinds, the theme. Out: [`Plan`]. Must not know: templates, bytes, the disk.
//! Owns the traits [`Kind`] and [`Format`], so it imports no list of either. Start at [`all`].

mod assets;
mod kind;
mod paper;
mod photos;
mod route;
mod search;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::diag::code::PATH_CLASH;
use crate::diag::{Diag, FileId, Place, Sink};
use crate::load::Theme;
use crate::model::{Catalogue, LangId};
use crate::resolve::{Index, Statics};

pub use assets::Assets;
pub use kind::{Cards, Encoding, Format, Kind, Planning, Rendering, View};
pub use photos::{Coding, FALLBACK_WIDTH, PhotoJob, PhotoSet, PhotoVariant};
pub use route::{Route, SitePath, Subject};
pub use search::SearchFiles;

/// A page to be made.
#[derive(Clone, Debug)]
pub struct Job {
    pub route: Route,
    pub path: SitePath,
    /// Index into the list of kinds.
    pub kind: usize,
}

/// A file that is not rendered.
#[derive(Clone, Debug)]
pub enum Asset {
    Bytes(Arc<[u8]>),
    Copy(FileId),
}

/// Everything the site consists of.
pub struct Plan {
    pub jobs: Vec<Job>,
    pub assets: Vec<(SitePath, Asset)>,
    pub photos: Vec<PhotoJob>,
    pub theme_assets: Assets,
    /// `None` where the site has no search.
    pub search: Option<SearchFiles>,
    photo_sets: HashMap<FileId, PhotoSet>,
    paths: HashMap<Route, SitePath>,
    urls: HashSet<String>,
    origin: String,
    base_path: String,
}

impl Plan {
    /// Address of a page from the root of its host, base path included. Only planned pages have one.
    #[must_use]
    pub fn url(&self, route: &Route) -> Option<String> {
        self.paths.get(route).map(|path| self.local(path.url()))
    }

    /// The whole address of a page.
    #[must_use]
    pub fn full_url(&self, route: &Route) -> Option<String> {
        self.url(route).map(|url| format!("{}{url}", self.origin))
    }

    #[must_use]
    pub fn has(&self, route: &Route) -> bool {
        self.paths.contains_key(route)
    }

    /// A path of the site with the base path in front.
    #[must_use]
    pub fn local(&self, path: &str) -> String {
        format!("{}{path}", self.base_path)
    }

    /// A path of the site as a whole address.
    #[must_use]
    pub fn full(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.base_path)
    }

    #[must_use]
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The sizes in which a picture is published.
    #[must_use]
    pub fn photo(&self, file: FileId) -> Option<&PhotoSet> {
        self.photo_sets.get(&file)
    }

    /// True when a page or file of the site has this address (without base path and slash in front).
    #[must_use]
    pub fn publishes(&self, url: &str) -> bool {
        self.urls.contains(url)
    }

    /// Path of the file that a search begins with.
    #[must_use]
    pub fn search_manifest(&self) -> Option<&'static str> {
        self.search.map(|_| SearchFiles::MANIFEST)
    }

    /// The files of the search index whose names are known before it is made.
    fn search_files(&self) -> &[&str] {
        if self.search.is_some() { &[SearchFiles::MANIFEST, SearchFiles::OFFLINE] } else { &[] }
    }

    /// Every path, sorted; of the search index only what it begins with, since the names of its parts come with their content.
    #[must_use]
    pub fn all_paths(&self) -> Vec<&str> {
        let pages = self.jobs.iter().map(|job| job.path.as_str());
        let assets = self.assets.iter().map(|(path, _)| path.as_str());
        let photos = self.photos.iter().flat_map(|job| job.set.paths());
        let mut all: Vec<&str> = pages.chain(assets).chain(photos).chain(self.search_files().iter().copied()).collect();
        all.sort_unstable();
        all
    }
}

/// Plans the whole site. Where two things claim one path, the first keeps it and a message names both.
pub fn all(
    catalogue: &Catalogue,
    index: &Index,
    theme: &Theme,
    kinds: &'static [&'static dyn Kind],
    statics: &Statics,
    sink: &mut Sink,
) -> Plan {
    let planning = Planning { catalogue, index, theme };
    let theme_assets = assets::plan(theme, &catalogue.site.print.stocks);
    let mut plan = Plan {
        jobs: Vec::new(),
        assets: Vec::new(),
        photos: Vec::new(),
        search: (catalogue.site.search && !catalogue.is_pages_alone()).then_some(SearchFiles),
        photo_sets: HashMap::new(),
        paths: HashMap::new(),
        urls: HashSet::new(),
        origin: catalogue.site.origin.clone(),
        base_path: catalogue.site.base_path.clone(),
        theme_assets: theme_assets.0,
    };
    let mut claims = Claims::default();
    let wanted = |kind: &dyn Kind| !(catalogue.is_pages_alone() && kind.lists_records());
    for (index, kind) in kinds.iter().enumerate().filter(|(_, kind)| wanted(**kind)) {
        for (route, path) in kind.routes(&planning) {
            let place = route.subject.place(catalogue);
            if claims.claim(path.as_str(), &format!("the page `{}`", kind.name()), place, sink) {
                plan.paths.insert(route, path.clone());
                plan.jobs.push(Job { route, path, kind: index });
            }
        }
    }
    for (path, bytes) in theme_assets.1 {
        if claims.claim(path.as_str(), "a file of the theme", None, sink) {
            plan.assets.push((path, Asset::Bytes(bytes)));
        }
    }
    for (path, file) in statics {
        let place = Place::top(*file);
        if plan.search.is_some() && SearchFiles::owns(path) {
            Claims::clash(path, "a file of static/", Some(place), ("the search index", None), sink);
        } else if claims.claim(path, "a file of static/", Some(place), sink) {
            plan.assets.push((SitePath::file(path), Asset::Copy(*file)));
        }
    }
    for job in photos::plan(catalogue) {
        plan.photo_sets.insert(job.file, job.set.clone());
        // The same picture in two folders has the same content and so the same address.
        if job.set.paths().all(|path| claims.paths.insert(path.to_owned(), ("a picture".into(), None)).is_none()) {
            plan.photos.push(job);
        }
    }
    let pages = plan.jobs.iter().map(|job| job.path.url());
    let files = plan.assets.iter().map(|(path, _)| path.as_str()).chain(plan.search_files().iter().copied());
    plan.urls = pages.chain(files).map(str::to_owned).collect();
    plan
}

/// Who owns a path.
#[derive(Default)]
struct Claims {
    paths: BTreeMap<String, (String, Option<Place>)>,
}

impl Claims {
    fn claim(&mut self, path: &str, what: &str, place: Option<Place>, sink: &mut Sink) -> bool {
        if let Some((owner, first)) = self.paths.get(path) {
            Self::clash(path, what, place, (owner, *first), sink);
            return false;
        }
        self.paths.insert(path.to_owned(), (what.to_owned(), place));
        true
    }

    fn clash(path: &str, what: &str, place: Option<Place>, (owner, first): (&str, Option<Place>), sink: &mut Sink) {
        let mut diag = Diag::new(&PATH_CLASH, format!("{what} and {owner} both claim the address /{path}"));
        for (place, label) in [(place, "claimed here"), (first, "claimed first here")] {
            if let Some(place) = place {
                diag = diag.at(place, label);
            }
        }
        sink.push(diag.help("rename one of the two"));
    }
}

/// Path of a page in a language: `vi/san-pham/…/`.
#[must_use]
pub fn in_language(catalogue: &Catalogue, lang: LangId, rest: &str) -> SitePath {
    SitePath::page(&format!("{}/{rest}", catalogue.site.languages.tag(lang)))
}
