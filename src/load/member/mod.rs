//! What was fetched of another published catalogue: its exported list (`api/catalogue.json`) and its search index.
//!
//! In: a folder of the portal. Out: [`LoadedMember`], still loose text. A portal does not fail because of one of its
//! members: what cannot be read is told and left out. Start at [`all`].

mod index;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::diag::code::{MEMBER_DAMAGED, MEMBER_MISSING, MEMBER_OUTDATED};
use crate::diag::{Diag, FileId, Files, Place, Sink};
use crate::model::{DATA_FORMAT, MemberIndex};

use super::records::{FederationRecord, MemberRecord};

/// The list that every published catalogue exports, below its root.
const DATA: &str = "api/catalogue.json";

const FETCH: &str =
    "copy the published site of that catalogue into this folder again, at least its folders api and search";

/// What a portal below `root` reads of its members, as its `ocop.toml` has it now; nothing where that cannot be read.
#[must_use]
pub fn sources(root: &Path) -> Vec<PathBuf> {
    let site = super::site::read(&mut Files::new(root), &mut Sink::new());
    let members = site.and_then(|((_, site), _)| site.federation).into_iter().flat_map(|record| record.member);
    let parts = members.flat_map(|member| [DATA, "search"].map(|part| root.join(&member.folder.value).join(part)));
    parts.collect()
}

/// A catalogue as it was fetched.
pub struct LoadedMember {
    pub record: MemberRecord,
    pub data: MemberData,
    pub index: Option<MemberIndex>,
}

/// A text per language tag.
pub type Texts = BTreeMap<String, String>;

/// `api/catalogue.json`, as far as a portal needs it.
#[derive(Deserialize)]
pub struct MemberData {
    pub url: String,
    pub title: Texts,
    pub notice: Option<Texts>,
    pub as_of: String,
    pub edition: bool,
    pub products: Vec<ProductData>,
}

#[derive(Deserialize)]
pub struct ProductData {
    pub id: String,
    pub name: Texts,
    pub certificate: CertificateData,
    pub producer: ProducerData,
    pub group: String,
    pub urls: Texts,
}

#[derive(Deserialize)]
pub struct ProducerData {
    pub name: Texts,
}

#[derive(Deserialize)]
pub struct CertificateData {
    pub status: String,
    pub stars: Option<u8>,
    pub valid_until: Option<String>,
}

/// Read before all else: another form would fail in ways that say nothing.
#[derive(Deserialize)]
struct Form {
    #[serde(default)]
    format: u32,
}

/// Reads every member that is there.
///
/// # Errors
/// When a folder cannot be listed.
pub fn all(record: Option<FederationRecord>, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Vec<LoadedMember>> {
    let mut members = Vec::new();
    for member in record.into_iter().flat_map(|record| record.member) {
        let folder = member.folder.value.trim_end_matches('/').to_owned();
        let file = files.add(format!("{folder}/{DATA}"));
        if !files.absolute(file).is_file() {
            let message = format!("`{folder}` holds no {DATA}, so the catalogue `{}` is left out", member.id.value);
            sink.push(Diag::new(&MEMBER_MISSING, message).at(member.folder.place, "this folder").help(FETCH));
            continue;
        }
        let Some(data) = data(file, member.folder.place, files, sink) else { continue };
        let index = index::read(
            &folder,
            &index::Of { products: data.products.len(), place: member.folder.place },
            files,
            sink,
        )?;
        members.push(LoadedMember { record: member, data, index });
    }
    Ok(members)
}

/// Messages point to where the portal names the folder: the list itself is one line without end.
fn data(file: FileId, place: Place, files: &Files, sink: &mut Sink) -> Option<MemberData> {
    let path = files.path(file);
    let damaged = |what: String| {
        let message = format!("`{path}` {what}, so the catalogue is left out");
        Diag::new(&MEMBER_DAMAGED, message).at(place, "this folder").help(FETCH)
    };
    let read = std::fs::read(files.absolute(file));
    let text = read.map_err(|error| sink.push(damaged(format!("cannot be read: {error}")))).ok()?;
    let broken =
        |error: &serde_json::Error| damaged(format!("is not the list of a catalogue as ocop exports it ({error})"));
    let form: Form = serde_json::from_slice(&text).map_err(|error| sink.push(broken(&error))).ok()?;
    if form.format != DATA_FORMAT {
        let found = form.format;
        let message = format!(
            "`{path}` was written by another version of ocop (form {found}, this one reads {DATA_FORMAT}), so the catalogue is left out"
        );
        let help = "ask the office to build its site with the same version of ocop as the portal, then copy it again";
        sink.push(Diag::new(&MEMBER_OUTDATED, message).at(place, "this folder").help(help));
        return None;
    }
    serde_json::from_slice(&text).map_err(|error| sink.push(broken(&error))).ok()
}
