//! Reads the folder of one record: its TOML file, its prose per language, its pictures.

use crate::diag::code::{LANGUAGE, PHOTO_ANIMATED, PHOTO_ENDING, PHOTO_MISSING, PHOTO_UNREADABLE, PHOTO_UNUSED, SLUG};
use crate::diag::{Diag, FileId, Files, Place, Sink, did_you_mean, listed};
use crate::model::{Languages, Photo, Prose, Slug, slugify};

use super::reader::Reader;
use super::records::PhotoRecord;
use super::walk::{self, Folder};
use super::{InFolder, Loaded, photo, stray};

/// The record of a folder, or `None` after messages.
pub fn read<R: InFolder>(folder: &Folder, files: &Files, languages: &Languages) -> (Option<Loaded<R>>, Sink) {
    let mut sink = Sink::new();
    let record_name = format!("{}.toml", R::FILE);
    let Some(file) = folder.file(&record_name) else {
        for (_, id) in &folder.files {
            sink.push(stray(
                *id,
                format!("the folder `{}` has no {record_name}; every record begins with that file", folder.name),
            ));
        }
        return (None, sink);
    };
    let slug = slug(folder, file, &mut sink);
    let prose = prose(folder, R::PROSE, files, languages, &mut sink);
    let record = walk::text(files, file, &mut sink).and_then(|text| {
        let mut reader = Reader::new(file, languages);
        let record: Option<R> = reader.document(&text);
        sink.append(std::mem::take(&mut reader.sink));
        record
    });
    let photos = record.as_ref().map(|record| photos(record.photos(), folder, files, &mut sink)).unwrap_or_default();
    strays::<R>(folder, record.is_some(), record.as_ref().map_or(&[], |record| record.photos()), languages, &mut sink);
    let loaded = slug.zip(record).map(|(slug, record)| Loaded { slug, file, record, prose, photos });
    (loaded, sink)
}

/// The slug that the name of a folder gives.
pub fn slug(folder: &Folder, file: FileId, sink: &mut Sink) -> Option<Slug> {
    let slug = Slug::try_from(folder.name.as_str()).ok();
    if slug.is_none() {
        let better = slugify(&folder.name);
        let help = if better.is_empty() {
            "use small letters a-z, digits and hyphens".into()
        } else {
            format!("rename the folder to `{better}`")
        };
        sink.push(
            Diag::new(&SLUG, format!("the folder name `{}` cannot stand in an address", folder.name))
                .at(Place::top(file), "in this folder")
                .help(help),
        );
    }
    slug
}

/// `<stem>.<lang>.md` of every language of the site.
pub fn prose(folder: &Folder, stem: &str, files: &Files, languages: &Languages, sink: &mut Sink) -> Prose {
    let mut prose = Prose::default();
    for language in languages.iter() {
        if let Some(id) = folder.file(&format!("{stem}.{}.md", language.tag))
            && let Some(text) = walk::text(files, id, sink)
            && !text.trim().is_empty()
        {
            let at = Place::new(id, 0..text.len());
            prose.insert(language.id, &walk::prose(&text, at, sink), at);
        }
    }
    prose
}

fn photos(records: &[PhotoRecord], folder: &Folder, files: &Files, sink: &mut Sink) -> Vec<Photo> {
    let mut photos = Vec::new();
    for record in records {
        let name = &record.file.value;
        let Some(file) = folder.file(name) else {
            let pictures: Vec<&str> =
                folder.files.iter().map(|(name, _)| name.as_str()).filter(|name| photo::looks_like_one(name)).collect();
            let help = did_you_mean(name, pictures.iter().copied()).unwrap_or_else(|| {
                if pictures.is_empty() {
                    format!("put the picture into the folder `{}`", folder.name)
                } else {
                    format!("pictures in the folder: {}", listed(pictures))
                }
            });
            sink.push(
                Diag::new(&PHOTO_MISSING, format!("the picture `{name}` is not in the folder of this record"))
                    .at(record.file.place, "this picture")
                    .help(help),
            );
            continue;
        };
        match photo::probe(&files.absolute(file)) {
            Ok(probe) => {
                oddities(name, &probe, record.file.place, sink);
                photos.push(Photo {
                    file,
                    width: probe.width,
                    height: probe.height,
                    format: probe.format,
                    transparent: probe.transparent,
                    content: probe.content,
                    alt: record.alt.clone(),
                    credit: record.credit.clone(),
                    illustration: record.illustration,
                    focus: record.focus.map(|focus| (focus.0, focus.1)),
                });
            }
            Err(problem) => {
                let (message, help) = problem.words(name);
                sink.push(Diag::new(&PHOTO_UNREADABLE, message).at(record.file.place, "this picture").help(help));
            }
        }
    }
    photos
}

/// Tells what is odd about a picture that can be used all the same.
fn oddities(name: &str, probe: &photo::Probe, at: Place, sink: &mut Sink) {
    if let Some(ending) = probe.better_ending(name) {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        sink.push(
            Diag::new(&PHOTO_ENDING, format!("`{name}` is a {} picture under another name", ending.to_uppercase()))
                .at(at, "this picture")
                .help(format!(
                    "it is shown; rename the file to `{stem}.{ending}`, here too, so that all programs open it"
                )),
        );
    }
    if probe.animated {
        sink.push(
            Diag::new(&PHOTO_ANIMATED, format!("`{name}` moves; only its first picture is shown"))
                .at(at, "this picture")
                .help("put a picture in its place that stands still"),
        );
    }
}

/// Tells about files of the folder that nothing uses.
fn strays<R: InFolder>(
    folder: &Folder,
    record_is_sound: bool,
    used: &[PhotoRecord],
    languages: &Languages,
    sink: &mut Sink,
) {
    for (name, id) in &folder.files {
        let parts: Vec<&str> = name.split('.').collect();
        match parts[..] {
            [stem, "toml"] if stem == R::FILE => {}
            [stem, tag, "md"] if stem == R::PROSE => {
                if languages.by_tag(tag).is_none() {
                    let known = || languages.iter().map(|language| language.tag.as_str());
                    sink.push(
                        Diag::new(&LANGUAGE, format!("`{tag}` is not a language of this site"))
                            .at(Place::top(*id), "this file")
                            .help(format!("the languages in ocop.toml are {}", listed(known()))),
                    );
                }
            }
            _ if photo::looks_like_one(name) => {
                if record_is_sound && used.iter().all(|photo| photo.file.value != *name) {
                    sink.push(
                        Diag::new(
                            &PHOTO_UNUSED,
                            format!("the picture `{name}` is not shown: the record does not name it"),
                        )
                        .at(Place::top(*id), "this file")
                        .help(format!(
                            "add a [[photo]] with file = \"{name}\" and alt to {}.toml, or delete the picture",
                            R::FILE
                        )),
                    );
                }
            }
            _ => sink.push(stray(
                *id,
                format!("this folder holds {0}.toml, {1}.<language>.md and pictures", R::FILE, R::PROSE),
            )),
        }
    }
}
