//! Decides every path of the site before a byte is made: two owners of a path are a message.
//!
//! In: the catalogue, the page kinds, the theme. Out: [`Plan`]. Must not know: templates, bytes, the disk.
//! Owns the traits [`Kind`] and [`Format`], so it imports no list of either. Start at [`all`].

mod assets;
mod directory;
mod kind;
mod paper;
mod photos;
mod route;
mod search;

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use rayon::prelude::*;

use crate::diag::code::PATH_CLASH;
use crate::diag::{Diag, FileId, Place, Sink};
use crate::load::Theme;
use crate::model::{Catalogue, LangId};
use crate::reads::digest;
use crate::resolve::{Index, Statics};

use directory::Directory;

pub use assets::Assets;
pub use kind::{Cards, Encoding, Format, Kind, NoCards, Planning, Rendering, View};
pub use photos::{Coding, FALLBACK_WIDTH, PhotoJob, PhotoSet, PhotoVariant};
pub use route::{Route, SitePath, Subject};
pub use search::SearchFiles;

/// A page to be made.
#[derive(Clone, Debug, Hash)]
pub struct Job {
    pub route: Route,
    pub path: SitePath,
    /// Index into the list of kinds.
    pub kind: usize,
}

/// A file that is not rendered.
#[derive(Clone, Debug, Hash)]
pub enum Asset {
    Bytes(Arc<[u8]>),
    Copy(FileId),
}

/// What a path is made of: positions in the lists of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Page(usize),
    Asset(usize),
    /// A photo, and which of its files.
    Photo(usize, usize),
}

/// Everything the site consists of.
pub struct Plan {
    pub jobs: Vec<Job>,
    pub assets: Vec<(SitePath, Asset)>,
    pub photos: Vec<PhotoJob>,
    pub theme_assets: Assets,
    /// `None` where the site has no search.
    pub search: Option<SearchFiles>,
    /// True where the search is over other catalogues too.
    pub joins: bool,
    photo_sets: HashMap<FileId, PhotoSet>,
    directory: Directory,
    /// Of all that is no page.
    sources: HashMap<SitePath, Source, RandomState>,
    origin: String,
    base_path: String,
}

impl Plan {
    /// Address of a page from the root of its host, base path included. Only planned pages have one.
    #[must_use]
    pub fn url(&self, route: &Route) -> Option<String> {
        self.job(route).map(|job| self.local(job.path.url()))
    }

    /// The whole address of a page.
    #[must_use]
    pub fn full_url(&self, route: &Route) -> Option<String> {
        self.job(route).map(|job| self.full(job.path.url()))
    }

    #[must_use]
    pub fn has(&self, route: &Route) -> bool {
        self.job(route).is_some()
    }

    fn job(&self, route: &Route) -> Option<&Job> {
        self.directory.by_route(route, &self.jobs)
    }

    /// A path of the site with the base path in front.
    #[must_use]
    pub fn local(&self, path: &str) -> String {
        [&*self.base_path, path].concat()
    }

    /// A path of the site as a whole address.
    #[must_use]
    pub fn full(&self, path: &str) -> String {
        [&*self.origin, &*self.base_path, path].concat()
    }

    /// Names all that pages may learn of it.
    #[must_use]
    pub fn digest(&self) -> u128 {
        let Self { jobs, assets, photos, theme_assets: _, search, joins, photo_sets: _, .. } = self;
        let Self { directory: _, sources: _, origin, base_path, .. } = self;
        digest(&(jobs, assets, photos, search.is_some(), joins, origin, base_path))
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

    /// What is to be made for a path.
    #[must_use]
    pub fn source(&self, path: &str) -> Option<Source> {
        let page = self.directory.by_path(path, &self.jobs).map(Source::Page);
        page.or_else(|| self.sources.get(path).copied())
    }

    /// True when a page or file of the site has this address (without base path and slash in front).
    #[must_use]
    pub fn publishes(&self, url: &str) -> bool {
        let is_folder = url.is_empty() || url.ends_with('/');
        let source = if is_folder { self.source(&format!("{url}index.html")) } else { self.source(url) };
        match source {
            // A page has one address, that of its folder.
            Some(Source::Page(index)) => self.jobs[index].path.url() == url,
            Some(Source::Asset(_)) => true,
            Some(Source::Photo(..)) => false,
            None => self.search_files().contains(&url),
        }
    }

    /// Path of the file that a search begins with.
    #[must_use]
    pub fn search_manifest(&self) -> Option<&'static str> {
        if self.joins { Some(SearchFiles::MEMBERS) } else { self.search.map(|_| SearchFiles::MANIFEST) }
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
    let planning = Planning { catalogue, index, theme, statics };
    let theme_assets = assets::plan(theme, &catalogue.site.print.stocks);
    let mut plan = Plan {
        jobs: Vec::new(),
        assets: Vec::new(),
        photos: Vec::new(),
        search: (catalogue.site.search && !catalogue.is_pages_alone()).then_some(SearchFiles),
        joins: catalogue.site.search && catalogue.joins_indexes(),
        photo_sets: HashMap::new(),
        directory: Directory::default(),
        sources: HashMap::default(),
        origin: catalogue.site.origin.clone(),
        base_path: catalogue.site.base_path.clone(),
        theme_assets: theme_assets.0,
    };
    let wanted = |kind: &dyn Kind| !(catalogue.is_pages_alone() && kind.lists_records());
    let routes: Vec<(usize, Vec<(Route, SitePath)>)> = kinds
        .par_iter()
        .enumerate()
        .filter(|(_, kind)| wanted(**kind))
        .map(|(index, kind)| (index, kind.routes(&planning)))
        .collect();
    let pages = routes.iter().map(|(_, routes)| routes.len()).sum();
    plan.jobs.reserve(pages);
    plan.directory.reserve(pages, &[]);
    for (kind, routes) in routes {
        for (route, path) in routes {
            if let Some(owner) = plan.source(path.as_str()) {
                let what = format!("the page `{}`", kinds[kind].name());
                let first = plan.described(owner, kinds, catalogue);
                clash(path.as_str(), &what, route.subject.place(catalogue), first, sink);
            } else {
                plan.jobs.push(Job { route, path, kind });
                plan.directory.enter_last(&plan.jobs);
            }
        }
    }
    for (path, bytes) in theme_assets.1 {
        if let Some(owner) = plan.claim(&path, Source::Asset(plan.assets.len())) {
            let first = plan.described(owner, kinds, catalogue);
            clash(path.as_str(), "a file of the theme", None, first, sink);
        } else {
            plan.assets.push((path, Asset::Bytes(bytes)));
        }
    }
    if plan.joins {
        for (_, member) in catalogue.members.iter() {
            let Some(index) = &member.index else { continue };
            let parts = index.parts.iter().map(|(name, file)| (SearchFiles::part_of_member(&member.id, name), *file));
            // The manifest comes last, after all that it names.
            for (path, file) in parts.chain([(SearchFiles::of_member(&member.id), index.manifest)]) {
                let site_path = SitePath::file(&path);
                if let Some(owner) = plan.claim(&site_path, Source::Asset(plan.assets.len())) {
                    let first = plan.described(owner, kinds, catalogue);
                    clash(&path, "the search index of a member", Some(member.place), first, sink);
                } else {
                    plan.assets.push((site_path, Asset::Copy(file)));
                }
            }
        }
    }
    for (path, file) in statics {
        let place = Some(Place::top(*file));
        let site_path = SitePath::file(path);
        if (plan.joins || plan.search.is_some()) && SearchFiles::owns(path) {
            clash(path, "a file of static/", place, ("the search index".to_owned(), None), sink);
        } else if let Some(owner) = plan.claim(&site_path, Source::Asset(plan.assets.len())) {
            let first = plan.described(owner, kinds, catalogue);
            clash(path, "a file of static/", place, first, sink);
        } else {
            plan.assets.push((site_path, Asset::Copy(*file)));
        }
    }
    for job in photos::plan(catalogue) {
        plan.photo_sets.insert(job.file, job.set.clone());
        // The same picture in two folders has the same content and so the same address.
        if job.set.paths().all(|path| plan.source(path).is_none()) {
            for (position, path) in job.set.paths().enumerate() {
                plan.sources.insert(SitePath::file(path), Source::Photo(plan.photos.len(), position));
            }
            plan.photos.push(job);
        }
    }
    plan
}

impl Plan {
    /// Makes something that is no page the owner of a path, unless there is one; then that is returned.
    fn claim(&mut self, path: &SitePath, source: Source) -> Option<Source> {
        let owner = self.source(path.as_str());
        if owner.is_none() {
            self.sources.insert(path.clone(), source);
        }
        owner
    }

    /// The owner of a path in words, and where it is written.
    fn described(
        &self,
        owner: Source,
        kinds: &'static [&'static dyn Kind],
        catalogue: &Catalogue,
    ) -> (String, Option<Place>) {
        match owner {
            Source::Page(index) => {
                let job = &self.jobs[index];
                (format!("the page `{}`", kinds[job.kind].name()), job.route.subject.place(catalogue))
            }
            Source::Asset(index) => match &self.assets[index].1 {
                Asset::Bytes(_) => ("a file of the theme".to_owned(), None),
                Asset::Copy(file) => ("a file of static/".to_owned(), Some(Place::top(*file))),
            },
            Source::Photo(..) => ("a picture".to_owned(), None),
        }
    }
}

fn clash(path: &str, what: &str, place: Option<Place>, (owner, first): (String, Option<Place>), sink: &mut Sink) {
    let mut diag = Diag::new(&PATH_CLASH, format!("{what} and {owner} both claim the address /{path}"));
    for (place, label) in [(place, "claimed here"), (first, "claimed first here")] {
        if let Some(place) = place {
            diag = diag.at(place, label);
        }
    }
    sink.push(diag.help("rename one of the two"));
}

/// Path of a page in a language: `vi/san-pham/…/`.
#[must_use]
pub fn in_language(catalogue: &Catalogue, lang: LangId, rest: &str) -> SitePath {
    SitePath::page(&format!("{}/{rest}", catalogue.site.languages.tag(lang)))
}
