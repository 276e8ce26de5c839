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
pub mod reads;
pub mod render;
pub mod resolve;
pub mod search;
pub mod timings;

pub mod cli;

mod handover;
mod session;

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};

use diag::{Files, Level, Sink};
use handover::Handover;
use model::Catalogue;
use plan::Plan;
use publish::disk::{Report, Staging};
use publish::memory::Memory;
use render::engine::Engine;
use render::{Input, Output, Pictures};
use resolve::{Choices, Coverage, Index};
use timings::Timings;

pub use session::{Mentioned, Session, Showcase};

/// Every kind of page there is, on screen and on paper.
static KINDS: LazyLock<Vec<&'static dyn plan::Kind>> = LazyLock::new(|| [pages::KINDS, &print::KINDS].concat());

/// Where finished pictures are kept between builds, below the root.
const PICTURE_CACHE: &str = ".ocop/cache/photos";

/// A catalogue that was read and planned, with everything there is to say about it.
pub struct Planned {
    pub catalogue: Catalogue,
    pub index: Arc<Index>,
    pub theme: Arc<load::Theme>,
    pub plan: Arc<Plan>,
    /// The templates, unless they have mistakes.
    engine: Option<Arc<Engine>>,
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
    Ok(link(root, records, choices, None, sink, timings).0)
}

/// What an earlier run over the same catalogue left for this one.
struct Again<'a> {
    resolved: &'a mut resolve::Kept,
    /// What may be shown again, as far as nothing but files of records has changed since.
    former: Option<&'a Former>,
}

/// A catalogue that was planned, for the next one.
struct Former {
    planned: Arc<Planned>,
    heard: Heard,
}

/// What was said about a plan.
#[derive(Clone, Default)]
struct Heard {
    plan: Sink,
    has_broken_links: bool,
}

/// Everything after reading.
fn link(
    root: &Path,
    records: Option<load::Records>,
    choices: &Choices,
    again: Option<Again<'_>>,
    mut sink: Sink,
    timings: Timings,
) -> (Checked, Heard) {
    let Some(records) = records else {
        let mut files = Files::new(root);
        files.add("ocop.toml");
        return (Checked { planned: None, sink, files, cache_trouble: None, timings }, Heard::default());
    };
    let files = records.files.clone();
    let (kept, former) = again.map_or((None, None), |again| (Some(again.resolved), again.former));
    let (catalogue, theme, statics) = timings.stage("resolve", || resolve::again(records, choices, kept, &mut sink));
    // The catalogues of others may change whenever they are read.
    let former = former.filter(|_| catalogue.members.is_empty());
    let alike = former.filter(|former| resolve::are_listed_alike(&former.planned.catalogue, &catalogue));
    let index = timings.stage("index", || {
        alike.map_or_else(|| Arc::new(Index::new(&catalogue)), |former| former.planned.index.clone())
    });
    let mut heard = alike.map_or_else(Heard::default, |former| former.heard.clone());
    let plan = timings.stage("plan", || {
        alike.map_or_else(
            || Arc::new(plan::all(&catalogue, &index, &theme, &KINDS, &statics, &mut heard.plan)),
            |former| former.planned.plan.clone(),
        )
    });
    sink.append(heard.plan.clone());
    let links = pages::prose::Links { catalogue: &catalogue, index: &index, plan: &plan };
    timings.stage("links", || {
        let mut broken = Sink::new();
        match alike.filter(|former| !former.heard.has_broken_links) {
            Some(former) => pages::prose::check_changed(&links, &former.planned.catalogue, &mut broken),
            None => pages::prose::check(&links, &mut broken),
        }
        heard.has_broken_links = !broken.is_empty();
        sink.append(broken);
    });
    let checking = print::Checking { catalogue: &catalogue, index: &index, theme: &theme, plan: &plan };
    timings.stage("sheets", || print::check(&checking, &mut sink));
    let engine = timings.stage("theme", || {
        let known = former.filter(|former| Arc::ptr_eq(&former.planned.theme, &theme));
        known.map_or_else(
            || Engine::new(&theme, catalogue.site.languages.ids(), &mut sink).map(Arc::new),
            |former| former.planned.engine.clone(),
        )
    });
    let planned = Planned { catalogue, index, theme, plan, engine };
    (Checked { planned: Some(planned), sink, files, cache_trouble: None, timings }, heard)
}

/// What a build wrote.
pub struct Built {
    pub checked: Checked,
    /// `None` when mistakes kept the site from being published; what was published before is untouched then.
    pub report: Option<Report>,
}

/// How a site is to be built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Demands {
    /// Warnings keep the site from being published, too.
    pub strict: bool,
    /// Everything is made anew, whatever the last build left.
    pub fresh: bool,
}

/// Builds the site under `root` into `output`, in one step that nobody sees half done. Pages that would come out as the
/// last build made them are taken from the published site.
///
/// # Errors
/// When the disk fails; what was published before is untouched then.
pub fn build(
    root: &Path,
    output: &Path,
    choices: &Choices,
    demands: Demands,
    progress: &dyn Progress,
) -> anyhow::Result<Built> {
    let Demands { strict, fresh } = demands;
    let mut checked = check(root, choices)?;
    if !checked.is_publishable(strict) {
        return Ok(Built { checked, report: None });
    }
    let timings = std::mem::take(&mut checked.timings);
    let (staging, former) = timings.stage("begin", || -> anyhow::Result<_> {
        let former = if fresh { None } else { Handover::find(root, output) };
        let former = former.map(|Handover { made, stamps }| (made, stamps));
        let (made, stamps) = former.unzip();
        Ok((Staging::begin(output, root)?.knowing(stamps), made))
    })?;
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
        planned.engine.as_ref().expect("a publishable catalogue has templates"),
        &pictures,
        &root.join(PRINT_CACHE),
        former.as_ref(),
        &Output { put: &put, keep: &|paths| staging.keep(paths), tick: &|| progress.tick(), timings: &timings },
        &mut sink,
    );
    progress.end();
    drop(former);
    let made = rendered?;
    checked.sink = sink;
    checked.cache_trouble = pictures.trouble().map(str::to_owned);
    let publish = || if checked.is_publishable(strict) { staging.commit().map(Some) } else { Ok(None) };
    let mut report = timings.stage("publish", publish)?;
    if let (Some(report), Some(made)) = (&mut report, made) {
        let left = Handover { made, stamps: std::mem::take(&mut report.stamps) };
        if let Err(error) = timings.stage("remember", || left.leave(root, output)) {
            let folder = root.join(handover::FOLDER);
            let trouble = format!("cannot leave anything for the next build in `{}`: {error}", folder.display());
            checked.cache_trouble.get_or_insert(trouble);
        }
    }
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
    if let Some((planned, engine)) =
        checked.planned.as_ref().and_then(|planned| Some((planned, planned.engine.as_ref()?)))
    {
        let put = |artifact: render::Artifact| {
            made.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(artifact);
            Ok(())
        };
        progress.begin(planned.files());
        let rendered = render::all(
            planned.input(),
            engine,
            &pictures,
            &root.join(PRINT_CACHE),
            None,
            &Output { put: &put, keep: &|_| Ok(false), tick: &|| progress.tick(), timings: &checked.timings },
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
