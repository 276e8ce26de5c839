//! Files become records: typed, each value with its place. Needs one file at a time and knows no other.
//!
//! In: a folder. Out: [`Records`]. Must not know: other records, addresses. Start at [`all`]; what an author may
//! write is in [`records`], how a value is read in [`reader`].

mod article;
mod folder;
mod photo;
pub mod reader;
pub(crate) mod record;
pub mod records;
pub mod reference;
mod site;
pub mod texts;
pub mod theme;
mod values;
mod walk;

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use crate::diag::code::STRAY_FILE;
use crate::diag::{Diag, FileId, Files, Place, Sink};
use crate::model::{ArticleKind, Day, Languages, Photo, Prose, Slug};

use reader::{Field, Reader};
use records::{
    ArticleHead, DecisionsFile, PartnersFile, PhotoRecord, PlacesFile, ProducerRecord, ProductRecord, ProgrammeFile,
    SalesPointRecord, SiteRecord,
};
use walk::Folder;

pub use theme::Theme;
pub use values::Url;

/// Everything that was read, as it was written.
pub struct Records {
    pub files: Files,
    pub languages: Languages,
    pub site: (FileId, SiteRecord),
    pub products: Vec<Loaded<ProductRecord>>,
    pub producers: Vec<Loaded<ProducerRecord>>,
    pub sales_points: Vec<Loaded<SalesPointRecord>>,
    pub articles: Vec<LoadedArticle>,
    pub decisions: DecisionsFile,
    pub places: PlacesFile,
    pub programme: ProgrammeFile,
    pub partners: PartnersFile,
    /// Files of `static/`, copied as they are: path in the site and file.
    pub statics: Vec<(String, FileId)>,
    pub theme: Theme,
    pub written: Written,
}

/// Every name that stands in the catalogue, also of records that could not be read: nobody needs to be told that a
/// producer is missing whose own mistake is told already.
#[derive(Default)]
pub struct Written {
    pub producers: BTreeSet<String>,
    pub sales_points: BTreeSet<String>,
    pub decisions: BTreeSet<String>,
    pub places: BTreeSet<String>,
}

/// A record with a folder of its own.
pub struct Loaded<R> {
    pub slug: Slug,
    pub file: FileId,
    pub record: R,
    pub prose: Prose,
    pub photos: Vec<Photo>,
}

/// A page or post with one file per language.
pub struct LoadedArticle {
    pub kind: ArticleKind,
    pub slug: Slug,
    pub date: Option<Day>,
    pub heads: Vec<(crate::model::LangId, ArticleHead)>,
    pub prose: Prose,
    pub file: FileId,
}

/// A kind of record that lives in folders.
pub(crate) trait InFolder: Field + Send {
    /// Name of the record file, without ending.
    const FILE: &'static str;
    /// Name of the prose files, without language and ending.
    const PROSE: &'static str;

    fn photos(&self) -> &[PhotoRecord];
}

impl InFolder for ProductRecord {
    const FILE: &'static str = "product";
    const PROSE: &'static str = "story";

    fn photos(&self) -> &[PhotoRecord] {
        &self.photo
    }
}

impl InFolder for ProducerRecord {
    const FILE: &'static str = "producer";
    const PROSE: &'static str = "about";

    fn photos(&self) -> &[PhotoRecord] {
        &self.photo
    }
}

impl InFolder for SalesPointRecord {
    const FILE: &'static str = "sales-point";
    const PROSE: &'static str = "about";

    fn photos(&self) -> &[PhotoRecord] {
        &self.photo
    }
}

/// Reads the catalogue under `root`. `None` after messages where there is no site to speak of.
///
/// # Errors
/// When the disk fails: a folder that cannot be listed. A file that is not text is a message instead.
pub fn all(root: &Path, sink: &mut Sink) -> anyhow::Result<Option<Records>> {
    let mut files = Files::new(root);
    let Some((site, languages)) = site::read(&mut files, sink) else { return Ok(None) };
    let tree = walk::content(root, &mut files, sink)?;
    let theme_name = site.1.theme.as_ref().map_or("gido", |name| &name.value);
    let theme_at = site.1.theme.as_ref().map_or(Place::top(site.0), |name| name.place);
    let theme = theme::read(root, theme_name, theme_at, &languages, sink)?;
    let read = Read { files: &files, languages: &languages };
    let products = read.folders(&tree.products, sink);
    let producers = read.folders(&tree.producers, sink);
    let sales_points = read.folders(&tree.sales_points, sink);
    let mut articles = read.articles(&tree.pages, ArticleKind::Page, sink);
    articles.append(&mut read.articles(&tree.news, ArticleKind::Post, sink));
    let names = |folders: &[Folder]| folders.iter().map(|folder| folder.name.clone()).collect();
    let written = Written {
        producers: names(&tree.producers),
        sales_points: names(&tree.sales_points),
        decisions: read.ids(tree.decisions, "decision"),
        places: read.ids(tree.places, "place"),
    };
    let decisions = read
        .table(tree.decisions, sink)
        .unwrap_or_else(|| DecisionsFile { at: Place::top(site.0), decision: Vec::new() });
    let places =
        read.table(tree.places, sink).unwrap_or_else(|| PlacesFile { at: Place::top(site.0), place: Vec::new() });
    let programme = read
        .table(tree.programme, sink)
        .unwrap_or_else(|| ProgrammeFile { at: Place::top(site.0), figure: Vec::new() });
    let partners =
        read.table(tree.partners, sink).unwrap_or_else(|| PartnersFile { at: Place::top(site.0), partner: Vec::new() });
    let statics = tree.statics;
    Ok(Some(Records {
        files,
        languages,
        site,
        products,
        producers,
        sales_points,
        articles,
        decisions,
        places,
        programme,
        partners,
        statics,
        theme,
        written,
    }))
}

struct Read<'a> {
    files: &'a Files,
    languages: &'a Languages,
}

impl Read<'_> {
    /// In parallel; messages and records in the order of the folders.
    fn folders<R: InFolder>(&self, folders: &[Folder], sink: &mut Sink) -> Vec<Loaded<R>> {
        let read: Vec<(Option<Loaded<R>>, Sink)> =
            folders.par_iter().map(|folder| folder::read(folder, self.files, self.languages)).collect();
        collect(read, sink)
    }

    fn articles(&self, folders: &[Folder], kind: ArticleKind, sink: &mut Sink) -> Vec<LoadedArticle> {
        let read: Vec<(Option<LoadedArticle>, Sink)> =
            folders.par_iter().map(|folder| article::read(folder, kind, self.files, self.languages)).collect();
        collect(read, sink)
    }

    /// The ids that a file of tables gives, whether the tables are sound or not.
    fn ids(&self, file: Option<FileId>, key: &str) -> BTreeSet<String> {
        let Some(text) = file.and_then(|file| walk::text(self.files, file, &mut Sink::new())) else {
            return BTreeSet::new();
        };
        let (table, _) = toml::de::DeTable::parse_recoverable(&text);
        let entries = table.get_ref().get(key).and_then(|node| node.get_ref().as_array());
        let ids = entries.into_iter().flat_map(|entries| entries.iter()).filter_map(|entry| entry.get_ref().get("id"));
        ids.filter_map(|id| id.get_ref().as_str().map(str::to_owned)).collect()
    }

    /// A file that holds a whole table; an absent one is fine.
    fn table<R: Field>(&self, file: Option<FileId>, sink: &mut Sink) -> Option<R> {
        let file = file?;
        let text = walk::text(self.files, file, sink)?;
        let mut reader = Reader::new(file, self.languages);
        let record = reader.document(&text);
        sink.append(reader.sink);
        record
    }
}

fn collect<T>(read: Vec<(Option<T>, Sink)>, sink: &mut Sink) -> Vec<T> {
    let mut all = Vec::with_capacity(read.len());
    for (record, messages) in read {
        sink.append(messages);
        all.extend(record);
    }
    all
}

/// The message that a file has no meaning where it lies.
fn stray(file: FileId, help: impl Into<String>) -> Diag {
    Diag::new(&STRAY_FILE, "this file is not one that ocop reads here, so it has no effect")
        .at(Place::top(file), "this file")
        .help(help)
}
