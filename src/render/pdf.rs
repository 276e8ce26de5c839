//! Typesets documents as PDF, the only file that knows Typst.
//!
//! In: a [`Document`], the theme, finished photos. Out: the bytes of a PDF: tagged, with its language, fonts embedded, the
//! same bytes for the same input. Nothing is read from the disk or the network: a template sees its data, the files of
//! `print/` and the photos, no more.

use std::collections::{BTreeSet, HashMap};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::load::Theme;
use crate::model::Catalogue;
use crate::print::document::Document;

/// Fonts of the theme that documents are set in.
const FONTS: &str = "fonts/print/";
/// Templates of the theme.
const TEMPLATES: &str = "print/";
/// As much is hashed at a time.
const AT_ONCE: usize = 64 * 1024;
/// How often memory is cleared while a document is set.
const EVICT_EVERY: Duration = Duration::from_millis(100);
/// Where a template finds what it sets, and whether names run at the head of all further pages.
const DATA: &str = "data.json";
const RUNNING: &str = "running.json";

/// The document from the cache, or set now and kept. What it is made of is its name there: data, templates, fonts, photos.
/// In `said` each code of a product stands as what it says; `drawn` gives the document itself, with its photos.
///
/// # Errors
/// As [`typeset`]; and when the cache cannot be written.
pub fn kept<'a>(
    cache: &Path,
    theme: &Theme,
    said: &Document<'_>,
    catalogue: &Catalogue,
    trouble: &dyn Fn(String),
    drawn: impl FnOnce() -> anyhow::Result<(Document<'a>, HashMap<String, Vec<u8>>)>,
) -> anyhow::Result<Vec<u8>> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes()).update(said.what.name().as_bytes());
    // The data of 1,000 sheets has many megabytes, and mostly nobody needs more than their hash.
    let mut out = BufWriter::with_capacity(AT_ONCE, &mut hasher);
    serde_json::to_writer(&mut out, &said.data).context("a document is plain data")?;
    out.flush()?;
    drop(out);
    for (path, bytes) in theme.files.iter().filter(|(path, _)| path.starts_with(TEMPLATES) || path.starts_with(FONTS)) {
        hasher.update(path.as_bytes()).update(bytes);
    }
    let shown: BTreeSet<_> = said.photos.values().collect();
    let all = catalogue.products.iter().flat_map(|(_, product)| &product.photos);
    for photo in all.filter(|photo| shown.contains(&photo.file)) {
        hasher.update(photo.content.as_bytes());
    }
    let path = cache.join(format!("{}.pdf", &hasher.finalize().to_hex()[..32]));
    // A power cut may leave the name of a file without what was in it.
    let is_whole = |bytes: &Vec<u8>| bytes.starts_with(b"%PDF") && bytes.trim_ascii_end().ends_with(b"%%EOF");
    if let Some(bytes) = std::fs::read(&path).ok().filter(is_whole) {
        return Ok(bytes);
    }
    let (document, photos) = drawn()?;
    let data = serde_json::to_vec(&document.data).context("a document is plain data")?;
    let bytes = typeset(theme, &document, data, photos)?;
    remove_halves(cache);
    // Two builds may make the same document at once.
    let half = path.with_extension(format!("{}.part", std::process::id()));
    let stored = std::fs::create_dir_all(cache)
        .and_then(|()| std::fs::write(&half, &bytes))
        .and_then(|()| std::fs::rename(&half, &path));
    if let Err(error) = stored {
        let _ = std::fs::remove_file(&half);
        trouble(format!("cannot keep documents in `{}`: {error}", cache.display()));
    }
    Ok(bytes)
}

/// Removes what builds that were killed left half written: `….<process>.part` of a process that is no more.
fn remove_halves(cache: &Path) {
    for entry in std::fs::read_dir(cache).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_suffix(".part")).map(|rest| rest.rsplit('.').next());
        if let Some(Some(process)) = process
            && Path::new("/proc/self").exists()
            && !Path::new("/proc").join(process).exists()
        {
            let _ = std::fs::remove_file(cache.join(&name));
        }
    }
}

/// Sets a document with the template of the theme that has its name.
///
/// # Errors
/// When the theme has no such template, or the template has a mistake: then with its file and line.
fn typeset(
    theme: &Theme,
    document: &Document<'_>,
    data: Vec<u8>,
    photos: HashMap<String, Vec<u8>>,
) -> anyhow::Result<Vec<u8>> {
    let mut desk = Desk::new(theme, document.what.name(), data, photos)?;
    let mut pages = compile(&desk).map_err(|mistakes| desk.told(&mistakes))?;
    // A name at the head of further pages costs the typesetter a second round, so at first only those sheets have one that
    // the model lays on several pages. Where a theme takes more room than the model, all of them need it.
    if document.pages.is_some_and(|expected| expected != pages.pages().len()) {
        desk.files.insert(id(RUNNING)?, Bytes::new(b"true"));
        pages = compile(&desk).map_err(|mistakes| desk.told(&mistakes))?;
    }
    let noon = Datetime::from_ymd_hms(
        i32::from(document.date.year()),
        u8::try_from(document.date.month()).expect("a month"),
        u8::try_from(document.date.day()).expect("a day"),
        12,
        0,
        0,
    );
    let options = PdfOptions {
        creator: typst::foundations::Smart::Custom(Some(format!("ocop {}", env!("CARGO_PKG_VERSION")))),
        timestamp: noon.map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| anyhow!("{error:?}"))?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|mistakes| desk.told(&mistakes))
}

/// Sets the pages. What the typesetter keeps for setting the same again is thrown away all the time: that takes about as
/// long, and 1,000 sheets need 0.6 GB instead of 0.85.
fn compile(desk: &Desk) -> Result<PagedDocument, EcoVec<SourceDiagnostic>> {
    let (done, running) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while running.recv_timeout(EVICT_EVERY) == Err(RecvTimeoutError::Timeout) {
                comemo::evict(0);
            }
        });
        let set = typst::compile::<PagedDocument>(desk);
        drop(done);
        comemo::evict(0);
        set.output
    })
}

/// Everything that a template can reach.
struct Desk {
    functions: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    fn new(theme: &Theme, name: &str, data: Vec<u8>, photos: HashMap<String, Vec<u8>>) -> anyhow::Result<Self> {
        let below = |folder: &'static str| theme.files.iter().filter(move |(path, _)| path.starts_with(folder));
        let fonts: Vec<Font> = below(FONTS).flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.clone()))).collect();
        let main = format!("{TEMPLATES}{name}.typ");
        if !theme.files.contains_key(&main) {
            return Err(anyhow!("the theme `{}` has no {main}", theme.name));
        }
        let mut sources = HashMap::new();
        let mut files = HashMap::new();
        for (path, bytes) in below(TEMPLATES) {
            let id = id(path)?;
            if path.ends_with(".typ") {
                let text = String::from_utf8(bytes.clone()).with_context(|| format!("{path} is not text in UTF-8"))?;
                sources.insert(id, Source::new(id, text));
            }
            files.insert(id, Bytes::new(bytes.clone()));
        }
        for (path, bytes) in photos {
            files.insert(id(&path)?, Bytes::new(bytes));
        }
        files.insert(id(DATA)?, Bytes::new(data));
        files.insert(id(RUNNING)?, Bytes::new(b"false"));
        Ok(Self {
            functions: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: id(&main)?,
            sources,
            files,
        })
    }

    /// The mistakes of a template, with file and line.
    fn told(&self, mistakes: &[SourceDiagnostic]) -> anyhow::Error {
        let lines = mistakes.iter().take(5).map(|mistake| {
            let place = mistake.span.id().and_then(|id| {
                let source = self.sources.get(&id)?;
                let range = typst::WorldExt::range(self, mistake.span)?;
                let line = source.lines().byte_to_line(range.start)? + 1;
                Some(format!("{}:{line}: ", id.vpath().get_without_slash()))
            });
            format!("{}{}", place.unwrap_or_default(), mistake.message)
        });
        anyhow!("the document cannot be set: {}", lines.collect::<Vec<_>>().join("; "))
    }
}

fn id(path: &str) -> anyhow::Result<FileId> {
    let path = VirtualPath::new(path).map_err(|error| anyhow!("{path}: {error}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.functions
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Documents get their date as data, so that the same input gives the same bytes.
    fn today(&self, _offset: Option<typst::foundations::Duration>) -> Option<Datetime> {
        None
    }
}
