//! Files become records: typed, each value with its place. Needs one file at a time and knows no other.
//!
//! In: a folder. Out: [`Records`]. Must not know: other records, addresses. Start at [`all`]; what an author may
//! write is in [`records`], how a value is read in [`reader`].

mod article;
mod folder;
mod kept;
pub mod member;
mod photo;
pub mod reader;
pub(crate) mod record;
pub mod records;
pub mod reference;
mod site;
pub mod texts;
pub mod theme;
pub(crate) mod url;
mod values;
mod walk;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

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

pub use article::front_matter;
pub use kept::{Changed, Kept};
pub use photo::look as look_at_photo;
pub use theme::Theme;
pub use url::Url;

/// Everything that was read, as it was written.
pub struct Records {
    pub files: Files,
    pub languages: Languages,
    pub site: (FileId, SiteRecord),
    pub products: Vec<Arc<Loaded<ProductRecord>>>,
    pub producers: Vec<Arc<Loaded<ProducerRecord>>>,
    pub sales_points: Vec<Arc<Loaded<SalesPointRecord>>>,
    pub articles: Vec<LoadedArticle>,
    pub decisions: DecisionsFile,
    pub places: PlacesFile,
    pub programme: ProgrammeFile,
    pub partners: PartnersFile,
    pub members: Vec<member::LoadedMember>,
    /// Files of `static/`, copied as they are: path in the site and file.
    pub statics: Vec<(String, FileId)>,
    pub theme: Arc<Theme>,
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

/// What no folder of a record holds, without members, which lie elsewhere: it is read as a whole.
#[derive(Clone)]
pub(crate) struct Rest {
    site: (FileId, SiteRecord),
    languages: Languages,
    theme: Arc<Theme>,
    articles: Vec<LoadedArticle>,
    tables: Tables,
}

/// The files that hold a whole table each.
#[derive(Clone)]
pub(crate) struct Tables {
    decisions: DecisionsFile,
    places: PlacesFile,
    programme: ProgrammeFile,
    partners: PartnersFile,
    decision_ids: BTreeSet<String>,
    place_ids: BTreeSet<String>,
}

/// A record with a folder of its own.
#[derive(Clone)]
pub struct Loaded<R> {
    pub slug: Slug,
    pub file: FileId,
    pub record: R,
    pub prose: Prose,
    pub photos: Vec<Photo>,
}

/// A page or post with one file per language.
#[derive(Clone)]
pub struct LoadedArticle {
    pub kind: ArticleKind,
    pub slug: Slug,
    pub date: Option<Day>,
    pub heads: Vec<(crate::model::LangId, ArticleHead)>,
    pub prose: Prose,
    pub file: FileId,
}

/// A kind of record that lives in folders.
pub(crate) trait InFolder: Field + Clone + Send + Sync {
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
    again(root, None, sink)
}

/// Reads the catalogue anew, but takes what has not changed since from `kept`.
///
/// # Errors
/// As [`all`].
pub fn again(root: &Path, mut kept: Option<&mut Kept>, sink: &mut Sink) -> anyhow::Result<Option<Records>> {
    let mut files = kept.as_ref().map_or_else(|| Files::new(root), |kept| kept.files(root));
    let known = kept.as_mut().and_then(|kept| kept.rest.take());
    let Some((tree, rest, messages)) = rest(root, known, kept.as_deref_mut(), &mut files, sink)? else {
        return Ok(None);
    };
    let (kept_products, kept_producers, kept_sales_points) = match kept {
        Some(Kept { products, producers, sales_points, rest: kept, .. }) => {
            *kept = Some((rest.clone(), messages));
            (Some(products), Some(producers), Some(sales_points))
        }
        None => (None, None, None),
    };
    let Rest { mut site, languages, theme, articles, tables } = rest;
    let members = member::all(site.1.federation.take(), &mut files, sink)?;
    let read = Read { files: &files, languages: &languages };
    let products = read.folders(&tree.products, kept_products, sink);
    let producers = read.folders(&tree.producers, kept_producers, sink);
    let sales_points = read.folders(&tree.sales_points, kept_sales_points, sink);
    let names = |folders: &[Folder]| folders.iter().map(|folder| folder.name.clone()).collect();
    let Tables { decisions, places, programme, partners, decision_ids, place_ids } = tables;
    let written = Written {
        producers: names(&tree.producers),
        sales_points: names(&tree.sales_points),
        decisions: decision_ids,
        places: place_ids,
    };
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
        members,
        statics,
        theme,
        written,
    }))
}

/// The list of files and what no folder of a record holds, as it is known or read, with the messages about it.
/// `None` after messages where there is no site to speak of.
fn rest(
    root: &Path,
    known: Option<(Rest, Sink)>,
    kept: Option<&mut Kept>,
    files: &mut Files,
    sink: &mut Sink,
) -> anyhow::Result<Option<(walk::Tree, Rest, Sink)>> {
    let tree = |files: &mut Files, sink: &mut Sink| match kept {
        Some(kept) => kept.tree(root, files, sink),
        None => walk::content(root, files, sink),
    };
    if let Some((rest, messages)) = known {
        let tree = tree(files, sink)?;
        sink.append(messages.clone());
        return Ok(Some((tree, rest, messages)));
    }
    let mut messages = Sink::new();
    let Some((site, languages)) = site::read(files, &mut messages) else {
        sink.append(messages);
        return Ok(None);
    };
    let tree = tree(files, sink)?;
    let theme_name = site.1.theme.as_ref().map_or("gido", |name| &name.value);
    let theme_at = site.1.theme.as_ref().map_or(Place::top(site.0), |name| name.place);
    let theme = Arc::new(theme::read(root, theme_name, theme_at, &languages, &mut messages)?);
    let read = Read { files, languages: &languages };
    let mut articles = read.articles(&tree.pages, ArticleKind::Page, &mut messages);
    articles.append(&mut read.articles(&tree.news, ArticleKind::Post, &mut messages));
    let tables = read.tables(&tree, site.0, &mut messages);
    sink.append(messages.clone());
    Ok(Some((tree, Rest { site, languages, theme, articles, tables }, messages)))
}

struct Read<'a> {
    files: &'a Files,
    languages: &'a Languages,
}

impl Read<'_> {
    /// In parallel; messages and records in the order of the folders.
    fn folders<R: InFolder>(
        &self,
        folders: &[Folder],
        kept: Option<&mut kept::Folders<R>>,
        sink: &mut Sink,
    ) -> Vec<Arc<Loaded<R>>> {
        let fresh = |folder: &Folder| {
            let (record, messages) = folder::read(folder, self.files, self.languages);
            (record.map(Arc::new), messages)
        };
        let read = match kept {
            Some(kept) => kept.read(folders, fresh),
            None => folders.par_iter().map(fresh).collect(),
        };
        collect(read, sink)
    }

    fn articles(&self, folders: &[Folder], kind: ArticleKind, sink: &mut Sink) -> Vec<LoadedArticle> {
        let read: Vec<(Option<LoadedArticle>, Sink)> =
            folders.par_iter().map(|folder| article::read(folder, kind, self.files, self.languages)).collect();
        collect(read, sink)
    }

    fn tables(&self, tree: &walk::Tree, site: FileId, sink: &mut Sink) -> Tables {
        let top = |file: Option<FileId>| Place::top(file.unwrap_or(site));
        let empty = || DecisionsFile { at: top(tree.decisions), decision: Vec::new() };
        let ids = |file: &DecisionsFile| file.decision.iter().map(|row| row.id.value.to_string()).collect();
        let (decisions, decision_ids) = self.table(tree.decisions, "decision", empty, ids, sink);
        let empty = || PlacesFile { at: top(tree.places), place: Vec::new() };
        let ids = |file: &PlacesFile| file.place.iter().map(|row| row.id.value.to_string()).collect();
        let (places, place_ids) = self.table(tree.places, "place", empty, ids, sink);
        let empty = || ProgrammeFile { at: top(tree.programme), figure: Vec::new() };
        let (programme, _) = self.table(tree.programme, "figure", empty, |_| BTreeSet::new(), sink);
        let empty = || PartnersFile { at: top(tree.partners), partner: Vec::new() };
        let (partners, _) = self.table(tree.partners, "partner", empty, |_| BTreeSet::new(), sink);
        Tables { decisions, places, programme, partners, decision_ids, place_ids }
    }

    /// A file that holds a whole table, and the ids in it, also of rows that are not sound; an absent one is fine.
    fn table<R: Field>(
        &self,
        file: Option<FileId>,
        key: &str,
        empty: impl Fn() -> R,
        ids: impl Fn(&R) -> BTreeSet<String>,
        sink: &mut Sink,
    ) -> (R, BTreeSet<String>) {
        let Some((file, text)) = file.and_then(|file| Some((file, walk::text(self.files, file, sink)?))) else {
            return (empty(), BTreeSet::new());
        };
        let mut reader = Reader::new(file, self.languages);
        let record = reader.document(&text);
        let is_sound = reader.sink.is_empty();
        sink.append(reader.sink);
        match record {
            Some(record) if is_sound => {
                let ids = ids(&record);
                (record, ids)
            }
            record => (record.unwrap_or_else(empty), written_ids(&text, key)),
        }
    }
}

/// The ids of the rows under a key, whether the rows are sound or not.
fn written_ids(text: &str, key: &str) -> BTreeSet<String> {
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    let entries = table.get_ref().get(key).and_then(|node| node.get_ref().as_array());
    let ids = entries.into_iter().flat_map(|entries| entries.iter()).filter_map(|entry| entry.get_ref().get("id"));
    ids.filter_map(|id| id.get_ref().as_str().map(str::to_owned)).collect()
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
