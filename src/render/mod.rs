//! Makes the bytes of every file of the site, in parallel, and hands each over as soon as it is made.
//!
//! In: the plan and the catalogue. Out: artifacts, path and bytes. Must not know: where they go. Start at [`all`].

mod cards;
pub mod engine;
pub mod format;
mod kept;
mod live;
#[cfg(feature = "pdf")]
mod pdf;
pub mod photo;
mod pictures;
pub mod share;

use std::cell::Cell;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use anyhow::Context;
use rayon::prelude::*;

use crate::diag::code::THEME;
use crate::diag::{Diag, Sink};
use crate::load::Theme;
use crate::model::{Catalogue, PhotoContent, ProductId};
use crate::plan::{Asset, Encoding, Job, Kind, NoCards, Plan, Rendering, Route, Subject};
use crate::print::code::Modules;
#[cfg(feature = "pdf")]
use crate::print::document::Document;
use crate::print::document::Order;
use crate::print::published::order;
use crate::reads;
use crate::resolve::Index;
use crate::search;
use crate::timings::Timings;

use engine::{Engine, Unfilled};

use cards::{Made, OnDemand};
use kept::{IndexFile, Ledger, Parts, looked_at};

pub use kept::Kept;
pub use live::Live;
pub use pictures::Pictures;

/// A finished file: its path in the site and its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Everything that rendering looks at.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    pub catalogue: &'a Catalogue,
    pub index: &'a Index,
    pub theme: &'a Theme,
    pub plan: &'a Plan,
    pub kinds: &'static [&'static dyn Kind],
}

/// Where finished files go, and who is told of progress. Called from many threads.
pub struct Output<'a> {
    pub put: &'a (dyn Fn(Artifact) -> anyhow::Result<()> + Sync),
    /// Takes files over from the former site as they are, or none of them where one is not what was put there then.
    pub keep: &'a (dyn Fn(&[&str]) -> anyhow::Result<bool> + Sync),
    /// Called once for every finished file.
    pub tick: &'a (dyn Fn() + Sync),
    pub timings: &'a Timings,
}

/// Renders the whole site; `documents` is where finished PDFs are kept. A template that cannot be filled is a message; rendering
/// goes on with the other pages. What `former` shows to be the same as in the former site is not made again.
///
/// Gives what the next build may begin with, if it may.
///
/// # Errors
/// When a file cannot be read or put away.
pub fn all(
    input: Input<'_>,
    engine: &Arc<Engine>,
    pictures: &Pictures,
    documents: &Path,
    former: Option<&Kept>,
    output: &Output<'_>,
    sink: &mut Sink,
) -> anyhow::Result<Option<Kept>> {
    let timings = output.timings;
    let codes: Vec<OnceLock<Modules>> = input.catalogue.products.ids().map(|_| OnceLock::new()).collect();
    let code = |id: ProductId| codes[usize::from(id)].get_or_init(|| code(input.plan, id)).svg();
    // First, since pages show the tone of a photo until it has come.
    let tones = timings.stage("pictures", || pictures.render(input, output, sink))?;
    let bare = Rendering {
        catalogue: input.catalogue,
        index: input.index,
        theme: input.theme,
        plan: input.plan,
        cards: &NoCards,
        tone: &|photo: PhotoContent| tones.get(&photo).copied(),
        code: &code,
    };
    let cards = Made::none(engine.clone(), input.catalogue);
    let rendering = Rendering { cards: &OnDemand { made: &cards, bare: &bare }, ..bare };
    let ledger = timings.stage("compare", || Ledger::open(input, &tones, former));
    let failed: Mutex<Vec<(usize, Unfilled)>> = Mutex::default();
    let broken = AtomicBool::new(false);
    let encoding = |job: &Job| format::by_name(input.kinds[job.kind].format()).encoding();
    let put = |job: &Job, bytes: Vec<u8>| {
        let size = bytes.len();
        (output.put)(Artifact { path: job.path.as_str().to_owned(), bytes }).map(|()| size)
    };
    // How many bytes were written, and what was looked at.
    let make = |index: usize, job: &Job| -> anyhow::Result<(usize, Parts)> {
        if encoding(job) == Encoding::Document {
            let order = order(input.catalogue, input.index, &job.route).expect("planned documents have an order");
            let bytes = document(input, pictures, documents, &order)?;
            return Ok((put(job, bytes)?, Parts::default()));
        }
        let (made, parts) = reads::of(|| page(engine, &rendering, input.kinds, job));
        match made {
            Ok(bytes) => Ok((put(job, bytes)?, looked_at(&parts))),
            Err(unfilled) => {
                failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, unfilled));
                Ok((0, Parts::default()))
            }
        }
    };
    let keep_or_make = |index: usize, job: &Job| -> anyhow::Result<Parts> {
        if broken.load(Ordering::Relaxed) {
            return Ok(Parts::default());
        }
        if let Some(parts) = ledger.as_ref().and_then(|ledger| ledger.same(index))
            && (output.keep)(&[job.path.as_str()])?
        {
            return Ok(parts);
        }
        let mut parts = Parts::default();
        timings.file(input.kinds[job.kind].name(), || {
            make(index, job).map(|(size, looked_at)| {
                parts = looked_at;
                size
            })
        })?;
        Ok(parts)
    };
    let pages: Vec<Parts> = timings.stage("pages", || {
        let jobs = input.plan.jobs.par_iter().enumerate();
        jobs.map(|(index, job)| {
            if encoding(job) == Encoding::Picture {
                return Ok(Parts::default());
            }
            let parts = keep_or_make(index, job).inspect_err(|_| broken.store(true, Ordering::Relaxed))?;
            (output.tick)();
            Ok(parts)
        })
        .collect::<anyhow::Result<_>>()
    })?;
    let mut failed = failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    failed.sort_by_key(|(index, _)| *index);
    // One message per template: a mistake in one shows on all its pages.
    failed.dedup_by(|a, b| a.1.template == b.1.template);
    for (index, unfilled) in failed {
        sink.push(message(&unfilled, Some(&input.plan.jobs[index])));
    }
    if let Some(unfilled) = cards.failed() {
        sink.push(message(unfilled, None));
    }
    timings.stage("files", || files(input, output))?;
    let mut search = Vec::new();
    if input.plan.search.is_some() {
        // Nothing of it is made of cards, which take much room where there are many products.
        drop(cards);
        search = timings.stage("search", || search_index(&bare, ledger.as_ref(), output))?;
    }
    Ok(ledger.map(|ledger| ledger.close(pages, search)))
}

/// What is published as it is: files of the theme and of `static/`.
fn files(input: Input<'_>, output: &Output<'_>) -> anyhow::Result<()> {
    for (path, asset) in &input.plan.assets {
        (output.put)(Artifact { path: path.as_str().to_owned(), bytes: content(input.catalogue, asset)? })?;
        (output.tick)();
    }
    Ok(())
}

/// The manifest comes last, after all that it names. Gives what the next build may know again.
fn search_index(
    rendering: &Rendering<'_>,
    ledger: Option<&Ledger<'_>>,
    output: &Output<'_>,
) -> anyhow::Result<Vec<IndexFile>> {
    let keep = |paths: &[&str]| (output.keep)(paths);
    if let Some(same) = ledger.and_then(Ledger::same_search)
        && keep(&same.iter().map(|file| file.path.as_str()).collect::<Vec<_>>())?
    {
        (output.tick)();
        return Ok(same.to_vec());
    }
    let failed = OnceLock::new();
    let published = |digest| {
        let known = ledger?.index_file(digest)?;
        let kept = keep(&[&known.path]).unwrap_or_else(|error| {
            let _ = failed.set(error);
            false
        });
        kept.then(|| (known.path.clone(), known.size))
    };
    let files = search::all(rendering, &published);
    failed.into_inner().map_or(Ok(()), Err)?;
    let mut index = Vec::with_capacity(files.len());
    for search::File { path, digest, content } in files {
        let size = match content {
            search::Content::New(bytes) => {
                let size = bytes.len();
                (output.put)(Artifact { path: path.clone(), bytes })?;
                size
            }
            search::Content::Published(size) => size,
        };
        index.push(IndexFile { path, digest, size });
    }
    (output.tick)();
    Ok(index)
}

/// The bytes of a file that is not rendered.
fn content(catalogue: &Catalogue, asset: &Asset) -> anyhow::Result<Vec<u8>> {
    match asset {
        Asset::Bytes(bytes) => Ok(bytes.to_vec()),
        Asset::Copy(file) => {
            let from = catalogue.files.absolute(*file);
            std::fs::read(&from).with_context(|| format!("cannot read {}", from.display()))
        }
    }
}

fn message(unfilled: &Unfilled, job: Option<&Job>) -> Diag {
    let page = job.map(|job| format!(" (first for /{})", job.path.url())).unwrap_or_default();
    Diag::new(&THEME, format!("the template {} cannot be filled{page}: {}", unfilled.template, unfilled.why))
        .help("compare it with the same file of the theme `gido` and with its CONTRACT.md")
}

/// A document as PDF, from the cache where nothing has changed since it was set.
///
/// # Errors
/// When a photo cannot be read, or the theme has a mistake.
#[cfg(feature = "pdf")]
pub fn document(input: Input<'_>, pictures: &Pictures, cache: &Path, order: &Order) -> anyhow::Result<Vec<u8>> {
    let Input { catalogue, index, theme, plan, .. } = input;
    let drawing = |id: ProductId| code(plan, id).svg();
    let address = |id: ProductId| coded(plan, id);
    let drawn = Rendering { catalogue, index, theme, plan, cards: &NoCards, tone: &|_| None, code: &drawing };
    // A document in which nothing has changed is known by what its codes say: drawing them takes a fifth of finding that out.
    let named = Rendering { code: &address, ..drawn };
    let said = Document::of(&named, order);
    pdf::kept(cache, theme, &said, catalogue, &|trouble| pictures.note(trouble), || {
        let document = Document::of(&drawn, order);
        let photos = document.photos.par_iter();
        let photos = photos.map(|(name, file)| Ok((name.clone(), pictures.fallback(input, *file)?)));
        let photos = photos.collect::<anyhow::Result<_>>()?;
        Ok((document, photos))
    })
}

/// A program without PDF plans no documents.
#[cfg(not(feature = "pdf"))]
fn document(_: Input<'_>, _: &Pictures, _: &Path, _: &Order) -> anyhow::Result<Vec<u8>> {
    anyhow::bail!("this program was built without PDF")
}

/// The code of the permanent address of a product: made once, drawn on pages and sheets in all languages.
fn code(plan: &Plan, id: ProductId) -> Modules {
    Modules::of(&coded(plan, id))
}

/// What that code says.
fn coded(plan: &Plan, id: ProductId) -> String {
    let route = Route::shared("permanent", Subject::Product(id));
    plan.full_url(&route).expect("every product has a permanent address")
}

thread_local! {
    /// Where a thread makes its pages: a buffer that grows anew for each costs more than the copy at the end.
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Nearly all pages are smaller.
const LARGE: usize = 512 * 1024;

/// The bytes of one page.
fn page(
    engine: &Engine,
    rendering: &Rendering<'_>,
    kinds: &'static [&'static dyn Kind],
    job: &Job,
) -> Result<Vec<u8>, Unfilled> {
    let kind = kinds[job.kind];
    let view = kind.view(rendering, job);
    let encoding = format::by_name(kind.format()).encoding();
    // Written where the page before it was, then handed over in its own size.
    let mut out = SCRATCH.take();
    out.clear();
    match encoding {
        Encoding::Json => {
            serde_json::to_writer(&mut out, &view.view)
                .map_err(|error| Unfilled { template: kind.name().to_owned(), why: error.to_string() })?;
            out.push(b'\n');
        }
        Encoding::Verbatim => {
            let text = serde_json::to_value(&view.view).ok();
            let text = text.as_ref().and_then(serde_json::Value::as_str).expect("the view of such a format is a text");
            out.extend_from_slice(text.as_bytes());
        }
        Encoding::Picture => unreachable!("pictures are drawn with the photos they are made of"),
        Encoding::Document => unreachable!("documents are set, not filled"),
        Encoding::Markup | Encoding::Plain => {
            engine.fill(&view, job.route.kind, encoding, rendering, &mut out)?;
        }
    }
    if out.len() > LARGE {
        return Ok(out);
    }
    let bytes = out.clone();
    SCRATCH.set(out);
    Ok(bytes)
}
