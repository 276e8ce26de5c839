//! `ocop` turns one small record per product into a bilingual catalogue of OCOP products, as web site and as print.
//!
//! The pipeline, one verb per layer:
//!
//! ```text
//! files ─load─► Records ─resolve─► Catalogue ─plan─► Plan ─render─► Artifacts ─publish─► site
//! ```
//!
//! A command is the pipeline stopped early: [`check`] stops after the plan, [`build`] publishes to the disk,
//! [`preview`] into memory. Start reading here, then in `ARCHITECTURE.md`.

pub mod diag;
pub mod load;
pub mod model;
pub mod office;
pub mod pages;
pub mod plan;
pub mod print;
pub mod publish;
pub mod render;
pub mod resolve;
pub mod search;
pub mod timings;

pub mod cli;

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use diag::{Files, Level, Sink};
use model::Catalogue;
use plan::Plan;
use publish::disk::{Report, Staging};
use publish::memory::Memory;
use render::{Input, Live, Output, Pictures};
use resolve::{Choices, Coverage, Index};
use timings::Timings;

/// Every kind of page there is, on screen and on paper.
static KINDS: LazyLock<Vec<&'static dyn plan::Kind>> = LazyLock::new(|| [pages::KINDS, &print::KINDS].concat());

/// Where finished pictures are kept between builds, below the root.
const PICTURE_CACHE: &str = ".ocop/cache/photos";

/// A catalogue that was read and planned, with everything there is to say about it.
pub struct Planned {
    pub catalogue: Catalogue,
    pub index: Index,
    pub theme: load::Theme,
    pub plan: Plan,
}

/// What a run found: the catalogue where there is one, and all messages.
pub struct Checked {
    pub planned: Option<Planned>,
    pub sink: Sink,
    /// For printing messages where there is no catalogue.
    pub files: Files,
    /// Why finished files could not be kept for the next build; none while nothing was made.
    pub cache_trouble: Option<String>,
    pub timings: Timings,
}

impl Checked {
    /// The files that messages point to.
    #[must_use]
    pub fn files(&self) -> &Files {
        self.planned.as_ref().map_or(&self.files, |planned| &planned.catalogue.files)
    }

    /// How much is translated, per language and kind of record.
    #[must_use]
    pub fn coverage(&self) -> Vec<Coverage> {
        self.planned.as_ref().map(|planned| resolve::coverage(&planned.catalogue)).unwrap_or_default()
    }

    /// True when nothing stands against publishing; with `strict`, warnings do.
    #[must_use]
    pub fn is_publishable(&self, strict: bool) -> bool {
        self.planned.is_some() && self.sink.count(Level::Error) == 0 && !(strict && self.sink.count(Level::Warning) > 0)
    }
}

/// How far rendering has come; called from many threads.
pub trait Progress: Sync {
    /// So many files will be made.
    fn begin(&self, files: usize);
    fn tick(&self);
    fn end(&self);
}

/// Reads and plans the catalogue under `root`; writes nothing.
///
/// # Errors
/// When the disk fails. Mistakes in the catalogue are messages in the result.
pub fn check(root: &Path, choices: &Choices) -> anyhow::Result<Checked> {
    let (mut sink, timings) = (Sink::new(), Timings::default());
    let records = timings.stage("load", || load::all(root, &mut sink))?;
    Ok(link(root, records, choices, sink, timings))
}

/// Everything after reading.
fn link(root: &Path, records: Option<load::Records>, choices: &Choices, mut sink: Sink, timings: Timings) -> Checked {
    let Some(records) = records else {
        let mut files = Files::new(root);
        files.add("ocop.toml");
        return Checked { planned: None, sink, files, cache_trouble: None, timings };
    };
    let files = records.files.clone();
    let (catalogue, theme, statics) = timings.stage("resolve", || resolve::all(records, choices, &mut sink));
    let index = timings.stage("index", || Index::new(&catalogue));
    let plan = timings.stage("plan", || plan::all(&catalogue, &index, &theme, &KINDS, &statics, &mut sink));
    let links = pages::prose::Links { catalogue: &catalogue, index: &index, plan: &plan };
    timings.stage("links", || pages::prose::check(&links, &mut sink));
    let checking = print::Checking { catalogue: &catalogue, index: &index, theme: &theme, plan: &plan };
    timings.stage("sheets", || print::check(&checking, &mut sink));
    timings.stage("theme", || render::check(&theme, &catalogue, &mut sink));
    Checked { planned: Some(Planned { catalogue, index, theme, plan }), sink, files, cache_trouble: None, timings }
}

/// A catalogue that is read again and again while somebody writes it.
pub struct Session {
    root: PathBuf,
    kept: load::Kept,
}

impl Session {
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), kept: load::Kept::new() }
    }

    /// As [`check`], but only what has changed is read; gives the site as well, as far as it can be made: records with
    /// mistakes are left out.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn show(&mut self, choices: &Choices, changed: &load::Changed) -> anyhow::Result<(Checked, Option<Showcase>)> {
        self.kept.forget(changed);
        let mut sink = Sink::new();
        let records = load::again(&self.root, Some(&mut self.kept), &mut sink)?;
        let mut checked = link(&self.root, records, choices, sink, Timings::default());
        let Some(planned) = checked.planned.take() else { return Ok((checked, None)) };
        let pictures = Pictures::cached_in(self.root.join(PICTURE_CACHE));
        // Mistakes in templates were told by `link`.
        let live = Live::new(planned.input(), pictures, self.root.join(PRINT_CACHE), &mut Sink::new());
        Ok((checked, live.map(|live| Showcase { planned, live })))
    }
}

/// A product in a list of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentioned {
    pub name: String,
    /// Path of its record below the root.
    pub record: String,
    pub url: Option<String>,
    pub note: Option<String>,
}

/// A site whose files are made when they are asked for.
pub struct Showcase {
    planned: Planned,
    live: Live,
}

impl Showcase {
    /// Whether there is a file at this path (relative, `/` between the parts).
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.live.has(self.planned.input(), path)
    }

    /// The bytes of a file, `None` where the site has none at this path.
    ///
    /// # Errors
    /// When a template cannot be filled, a photo or the disk fails.
    pub fn file(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        self.live.file(self.planned.input(), path)
    }

    /// What the office has to do, each product with its name, its record and its page in the main language.
    #[must_use]
    pub fn todo(&self) -> Vec<(office::todo::Task, Vec<Mentioned>)> {
        let Planned { catalogue, plan, .. } = &self.planned;
        let lang = catalogue.site.languages.default_id();
        let mention = |(id, note): &(model::ProductId, Option<String>)| {
            let product = &catalogue.products[*id];
            Mentioned {
                name: product.name.get(lang).text.to_owned(),
                record: catalogue.files.path(product.file).to_owned(),
                url: plan.url(&plan::Route::new("product", lang, plan::Subject::Product(*id))),
                note: note.clone(),
            }
        };
        let tasks = office::todo::tasks(&office::todo::todo(catalogue)).into_iter();
        tasks
            .map(|task| {
                let products = task.products.iter().map(mention).collect();
                (task, products)
            })
            .collect()
    }

    /// The ends of all current certificates as a calendar.
    #[must_use]
    pub fn calendar(&self) -> String {
        office::todo::calendar(&self.planned.catalogue)
    }

    /// The path of the site on its host: `/` or `/catalogue/`.
    #[must_use]
    pub fn base_path(&self) -> &str {
        self.planned.plan.base_path()
    }

    /// How many files the site has.
    #[must_use]
    pub fn files(&self) -> usize {
        self.planned.files()
    }
}

/// What a build wrote.
pub struct Built {
    pub checked: Checked,
    /// `None` when mistakes kept the site from being published; what was published before is untouched then.
    pub report: Option<Report>,
}

/// Builds the site under `root` into `output`, in one step that nobody sees half done.
///
/// # Errors
/// When the disk fails; what was published before is untouched then.
pub fn build(
    root: &Path,
    output: &Path,
    choices: &Choices,
    strict: bool,
    progress: &dyn Progress,
) -> anyhow::Result<Built> {
    let mut checked = check(root, choices)?;
    if !checked.is_publishable(strict) {
        return Ok(Built { checked, report: None });
    }
    let timings = std::mem::take(&mut checked.timings);
    let staging = timings.stage("begin", || Staging::begin(output, root))?;
    let put = |artifact: render::Artifact| {
        timings.wrote(artifact.bytes.len());
        staging.put(&artifact.path, &artifact.bytes)
    };
    let mut sink = std::mem::take(&mut checked.sink);
    let planned = checked.planned.as_ref().expect("a publishable catalogue is planned");
    progress.begin(planned.files());
    let pictures = Pictures::cached_in(root.join(PICTURE_CACHE));
    let rendered = render::all(
        planned.input(),
        &pictures,
        &root.join(PRINT_CACHE),
        &Output { put: &put, tick: &|| progress.tick(), timings: &timings },
        &mut sink,
    );
    progress.end();
    rendered?;
    checked.sink = sink;
    checked.cache_trouble = pictures.trouble().map(str::to_owned);
    let publish = || if checked.is_publishable(strict) { staging.commit().map(Some) } else { Ok(None) };
    let report = timings.stage("publish", publish)?;
    checked.timings = timings;
    Ok(Built { checked, report })
}

/// The site in memory, as far as it can be made: records with mistakes are left out.
///
/// # Errors
/// When the disk fails.
pub fn preview(root: &Path, choices: &Choices, progress: &dyn Progress) -> anyhow::Result<(Checked, Memory)> {
    let mut checked = check(root, choices)?;
    let mut sink = std::mem::take(&mut checked.sink);
    let made: Mutex<Vec<render::Artifact>> = Mutex::default();
    let pictures = Pictures::cached_in(root.join(PICTURE_CACHE));
    if let Some(planned) = &checked.planned {
        let put = |artifact: render::Artifact| {
            made.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(artifact);
            Ok(())
        };
        progress.begin(planned.files());
        let rendered = render::all(
            planned.input(),
            &pictures,
            &root.join(PRINT_CACHE),
            &Output { put: &put, tick: &|| progress.tick(), timings: &checked.timings },
            &mut sink,
        );
        progress.end();
        rendered?;
    }
    checked.sink = sink;
    let made = made.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    checked.cache_trouble = pictures.trouble().map(str::to_owned);
    Ok((checked, made.into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect()))
}

impl Planned {
    fn input(&self) -> Input<'_> {
        Input { catalogue: &self.catalogue, index: &self.index, theme: &self.theme, plan: &self.plan, kinds: &KINDS }
    }

    fn files(&self) -> usize {
        let search = usize::from(self.plan.search.is_some());
        self.plan.jobs.len() + self.plan.assets.len() + self.plan.photos.len() + search
    }
}

/// Whether this program can typeset documents as PDF.
pub const PDF: bool = cfg!(feature = "pdf");

/// Where finished documents are kept, below the root.
const PRINT_CACHE: &str = ".ocop/cache/print";

/// Sets a document as PDF; one that was set before and has not changed comes from the cache.
///
/// # Errors
/// When a file cannot be read or written, or a template of the theme has a mistake.
#[cfg(feature = "pdf")]
pub fn typeset(root: &Path, planned: &Planned, order: &print::document::Order) -> anyhow::Result<Vec<u8>> {
    let pictures = Pictures::cached_in(root.join(PICTURE_CACHE));
    render::document(planned.input(), &pictures, &root.join(PRINT_CACHE), order)
}

/// A program without PDF sets no documents.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn typeset(_: &Path, _: &Planned, _: &print::document::Order) -> anyhow::Result<Vec<u8>> {
    anyhow::bail!("this program was built without PDF")
}

/// The folder of the catalogue that a command works on.
#[must_use]
pub fn output_or_default(root: &Path, output: Option<PathBuf>) -> PathBuf {
    output.unwrap_or_else(|| root.join("public"))
}
