//! Finds the files of a catalogue. The order is that of the names, whatever the disk gives.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;

use crate::diag::code::UNREADABLE;
use crate::diag::{Diag, FileId, Files, Place, Sink};

use super::stray;

/// The files of `content/` and `static/`, sorted into kinds.
#[derive(Clone, Default)]
pub struct Tree {
    pub products: Vec<Folder>,
    pub producers: Vec<Folder>,
    pub sales_points: Vec<Folder>,
    pub pages: Vec<Folder>,
    pub news: Vec<Folder>,
    pub decisions: Option<FileId>,
    pub places: Option<FileId>,
    pub programme: Option<FileId>,
    pub partners: Option<FileId>,
    pub statics: Vec<(String, FileId)>,
}

impl Tree {
    /// Whether a file is among them.
    #[must_use]
    pub fn lists(&self, path: &str, id: FileId) -> bool {
        let folders = [&self.products, &self.producers, &self.sales_points, &self.pages, &self.news];
        let holds = |folder: &Folder| folder.files.iter().any(|(_, known)| *known == id);
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["static", ..] => self.statics.iter().any(|(_, known)| *known == id),
            ["content", _, name, _] => folders.into_iter().flatten().any(|folder| folder.name == name && holds(folder)),
            _ => [self.decisions, self.places, self.programme, self.partners].contains(&Some(id)),
        }
    }
}

/// The folder of one record: its name and the files in it, by name.
#[derive(Clone)]
pub struct Folder {
    pub name: String,
    pub files: Vec<(String, FileId)>,
}

impl Folder {
    #[must_use]
    pub fn file(&self, name: &str) -> Option<FileId> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, id)| *id)
    }
}

/// Lists `content/` and `static/` under `root`. Hidden files and those that systems leave behind are passed over.
///
/// # Errors
/// When a folder cannot be listed.
pub fn content(root: &Path, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Tree> {
    let mut tree = Tree::default();
    for path in listing(root, "content")? {
        let id = files.add(format!("content/{path}"));
        let parts: Vec<&str> = path.split('/').collect();
        let folders = match parts[0] {
            "products" => &mut tree.products,
            "producers" => &mut tree.producers,
            "sales-points" => &mut tree.sales_points,
            "pages" => &mut tree.pages,
            "news" => &mut tree.news,
            _ => {
                match path.as_str() {
                    "decisions.toml" => tree.decisions = Some(id),
                    "places.toml" => tree.places = Some(id),
                    "programme.toml" => tree.programme = Some(id),
                    "partners.toml" => tree.partners = Some(id),
                    _ => sink.push(stray(id, "content/ holds products/, producers/, sales-points/, pages/, news/ and decisions.toml, places.toml, programme.toml, partners.toml")),
                }
                continue;
            }
        };
        match parts[..] {
            [_, folder, name] => add(folders, folder, name, id),
            _ => sink.push(stray(id, format!("every record has a folder of its own: content/{}/<name>/", parts[0]))),
        }
    }
    for path in listing(root, "static")? {
        let id = files.add(format!("static/{path}"));
        tree.statics.push((path, id));
    }
    Ok(tree)
}

fn add(folders: &mut Vec<Folder>, folder: &str, name: &str, id: FileId) {
    // Files come sorted by path, so those of one folder follow each other.
    if folders.last().is_none_or(|last| last.name != folder) {
        folders.push(Folder { name: folder.to_owned(), files: Vec::new() });
    }
    folders.last_mut().expect("just made").files.push((name.to_owned(), id));
}

/// Every file under a folder of the root, relative to that folder, sorted; an absent folder has none.
///
/// # Errors
/// When the disk fails.
pub fn listing(root: &Path, folder: &str) -> anyhow::Result<Vec<String>> {
    let base = root.join(folder);
    if !base.exists() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in walkdir::WalkDir::new(&base)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_litter(entry.path()))
    {
        let entry = match entry {
            // Editors mark a file that is open by a link that leads nowhere.
            Err(error) if error.depth() > 0 && error.path().is_some_and(is_litter) => continue,
            entry => entry.with_context(|| format!("cannot list {}", base.display()))?,
        };
        if entry.file_type().is_file() {
            let relative = entry.path().strip_prefix(&base).expect("walking stays below its base");
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            paths.push(parts.join("/"));
        }
    }
    // By folder and then by name, so that `tra` comes before `tra-xanh`.
    paths.sort_by(|a: &String, b: &String| a.split('/').cmp(b.split('/')));
    Ok(paths)
}

fn is_litter(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(&*name, "Thumbs.db" | "desktop.ini")
}

/// A file as text; a message when it is none. A mark at the beginning (BOM) is taken off by blanks of the same length,
/// so that places stay right.
pub fn text(files: &Files, id: FileId, sink: &mut Sink) -> Option<String> {
    let (problem, help) = match std::fs::read(files.absolute(id)) {
        Ok(bytes) => {
            if let Ok(text) = String::from_utf8(bytes) {
                return Some(match text.strip_prefix('\u{feff}') {
                    Some(rest) => format!("   {rest}"),
                    None => text,
                });
            }
            let help = "open it in an editor and save it with the encoding UTF-8";
            ("the file is not text in UTF-8".to_owned(), help)
        }
        Err(error) => (format!("the file cannot be read: {error}"), unreadable(&error)),
    };
    sink.push(Diag::new(&UNREADABLE, problem).at(Place::top(id), "this file").help(help));
    None
}

/// What to do about a file of the catalogue that was found and cannot be read.
pub fn unreadable(error: &std::io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "it was moved or deleted just now: run the command again",
        ErrorKind::PermissionDenied => "this user may not read it: give yourself the right to",
        ErrorKind::IsADirectory => "a folder stands where a file is expected: move it away",
        _ => "look whether the disk is sound, and copy the file anew",
    }
}
