//! Finds the files of a catalogue. The order is that of the names, whatever the disk gives.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;

use crate::diag::code::{LINKED_FILE, MIXED_SCRIPT, UNREADABLE, UNSEEN_SIGN};
use crate::diag::{Diag, FileId, Files, MOST_BYTES, Place, Sink, unseen};

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
    /// Some of them are links, so that a file may change under another path.
    pub has_links: bool,
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
    let mut has_links = false;
    let mut listed = |folder: &str, files: &mut Files, sink: &mut Sink| -> anyhow::Result<Vec<String>> {
        let listing = listing(root, folder)?;
        has_links |= listing.has_links;
        for (path, problem) in &listing.refused {
            let id = files.add(format!("{folder}/{path}"));
            sink.push(problem.diag(&format!("{folder}/{path}")).at(Place::top(id), "this link"));
        }
        Ok(listing.paths)
    };
    for path in listed("content", files, sink)? {
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
    for path in listed("static", files, sink)? {
        let id = files.add(format!("static/{path}"));
        tree.statics.push((path, id));
    }
    tree.has_links = has_links;
    Ok(tree)
}

fn add(folders: &mut Vec<Folder>, folder: &str, name: &str, id: FileId) {
    // Files come sorted by path, so those of one folder follow each other.
    if folders.last().is_none_or(|last| last.name != folder) {
        folders.push(Folder { name: folder.to_owned(), files: Vec::new() });
    }
    folders.last_mut().expect("just made").files.push((name.to_owned(), id));
}

/// What lies in a folder.
#[derive(Default)]
pub struct Listing {
    /// Every file, relative to the folder, sorted.
    pub paths: Vec<String>,
    /// Links that are not followed.
    pub refused: Vec<(String, BadLink)>,
    /// There are links, whether they are followed or not.
    pub has_links: bool,
}

/// Why a link of the file system is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLink {
    /// Whoever gives away a catalogue must not be able to publish other files of this machine.
    LeadsOut,
    Ring,
    LeadsNowhere,
}

impl BadLink {
    /// The message, without a place.
    pub fn diag(self, path: &str) -> Diag {
        let why = match self {
            BadLink::LeadsOut => "leads out of the folder of the catalogue, so it is not followed",
            BadLink::Ring => "leads back to a folder in which it lies",
            BadLink::LeadsNowhere => "leads to something that does not exist",
        };
        Diag::new(&LINKED_FILE, format!("the link `{path}` {why}"))
            .help("put the file itself there in place of the link, or delete the link")
    }
}

/// Every file under a folder of the root; an absent folder has none.
///
/// # Errors
/// When the disk fails.
pub fn listing(root: &Path, folder: &str) -> anyhow::Result<Listing> {
    let base = root.join(folder);
    let mut listing = Listing::default();
    if base.symlink_metadata().is_err() {
        return Ok(listing);
    }
    let inside = root.canonicalize().with_context(|| format!("cannot find {}", root.display()))?;
    // Without one there is nothing to walk through; the link itself is told.
    let place = base.canonicalize().unwrap_or_else(|_| base.clone());
    let relative = |path: &Path| {
        let relative = path.strip_prefix(&base).expect("walking stays below its base");
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    };
    let mut walk = walkdir::WalkDir::new(&base).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(&base).to_owned();
                let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
                let why = if error.loop_ancestor().is_some() { BadLink::Ring } else { BadLink::LeadsNowhere };
                listing.has_links |= is_link;
                if !is_link {
                    return Err(error).with_context(|| format!("cannot list {}", base.display()));
                }
                if !is_litter(&path.file_name().unwrap_or_default().to_string_lossy()) {
                    listing.refused.push((relative(&path), why));
                }
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        if entry.depth() > 0 && is_litter(&entry.file_name().to_string_lossy()) {
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        listing.has_links |= entry.path_is_symlink();
        let refused = entry.path_is_symlink().then(|| match entry.path().canonicalize() {
            Ok(target) if !target.starts_with(&inside) => Some(BadLink::LeadsOut),
            // Walking sees a ring only once it has come back to a folder in which it was.
            Ok(target) if place.starts_with(&target) => Some(BadLink::Ring),
            Ok(_) => None,
            Err(_) => Some(BadLink::LeadsNowhere),
        });
        if let Some(why) = refused.flatten() {
            listing.refused.push((relative(entry.path()), why));
            if is_folder {
                walk.skip_current_dir();
            }
        } else if entry.file_type().is_file() {
            listing.paths.push(relative(entry.path()));
        }
    }
    // By folder and then by name, so that `tra` comes before `tra-xanh`.
    listing.paths.sort_by(|a: &String, b: &String| a.split('/').cmp(b.split('/')));
    Ok(listing)
}

fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// A file as text; a message when it is none. A mark at the beginning (BOM) is taken off by blanks of the same length,
/// so that places stay right.
pub fn text(files: &Files, id: FileId, sink: &mut Sink) -> Option<String> {
    let path = files.absolute(id);
    let save = "open it in an editor and save it with the encoding UTF-8";
    let length = std::fs::metadata(&path).map(|metadata| metadata.len());
    let (problem, help) = match length
        .and_then(|length| if length > MOST_BYTES { Ok(Err(length)) } else { std::fs::read(&path).map(Ok) })
    {
        Ok(Ok(bytes)) => match String::from_utf8(bytes) {
            Ok(text) => {
                return Some(match text.strip_prefix('\u{feff}') {
                    Some(rest) => format!("   {rest}"),
                    None => text,
                });
            }
            Err(_) => ("the file is not text in UTF-8".to_owned(), save),
        },
        Ok(Err(length)) => (
            format!("the file has {} MB, more than any text of a catalogue", length / 1_000_000),
            "look into it with an editor: it is probably something else",
        ),
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

/// The Markdown of an author without control characters, each replaced by a blank, so that places stay right; a message
/// for signs that cannot be seen.
pub fn prose(text: &str, at: Place, sink: &mut Sink) -> String {
    unseen(text, sink, |from, to| Place { start: at.start + from as u32, end: at.start + to as u32, ..at });
    text.chars()
        .map(|letter| {
            if letter.is_control() && !matches!(letter, '\n' | '\r' | '\t') {
                if letter.len_utf8() == 1 { ' ' } else { '\u{a0}' }
            } else {
                letter
            }
        })
        .collect()
}

/// Tells about the first sign of a text that cannot be seen, and the first word of mixed scripts; `place` makes a place
/// of a range of bytes.
pub fn unseen(text: &str, sink: &mut Sink, place: impl Fn(usize, usize) -> Place) {
    if text.is_ascii() {
        return;
    }
    if let Some((at, letter, what)) = unseen::first(text) {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let before: String = text[line..at].chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        let after = if before.trim().is_empty() { String::new() } else { format!(" after “{}”", before.trim()) };
        sink.push(
            Diag::new(&UNSEEN_SIGN, format!("there is a sign{after} that {what} (U+{:04X})", u32::from(letter)))
                .at(place(at, at + letter.len_utf8()), "here")
                .help("delete the words around it and type them again; such signs come along when text is copied"),
        );
    }
    if let Some((word, letter, script)) = unseen::mixed_word(text) {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        sink.push(
            Diag::new(
                &MIXED_SCRIPT,
                format!("in `{word}` the letter {letter} is {script} and only looks like a Latin one"),
            )
            .at(place(at, at + word.len()), "this word")
            .help("type the word again: nobody who searches for it finds it as it is"),
        );
    }
}
