//! The search index of a member: which files it names, and whether each is there as it was made. The form is in
//! docs/search.md, "Files".

use std::collections::BTreeMap;

use anyhow::Context;
use rayon::prelude::*;
use serde::Deserialize;

use crate::diag::code::{MEMBER_DAMAGED, MEMBER_MISSING, MEMBER_OUTDATED};
use crate::diag::{Diag, FileId, Files, Place, Sink};
use crate::load::walk;
use crate::model::{INDEX_FORMAT, MemberIndex};

use super::FETCH;

const MANIFEST: &str = "search/manifest.bin";
const PARTS: &str = "search/parts";

/// No manifest is larger when it is unpacked: one of 100,000 products has 8 MB.
const MOST: usize = 100_000_000;

/// Letters of the hash in the names of files.
const HASH: usize = 10;

/// What the manifest says of the other files.
#[derive(Deserialize)]
struct Head {
    languages: Vec<String>,
    products: usize,
    cards: Vec<Vec<Vec<String>>>,
    others: Vec<Vec<String>>,
    facets: Vec<String>,
    postings: Vec<(u32, String)>,
    codes: Vec<(String, String)>,
    prose: Vec<String>,
}

#[derive(Deserialize)]
struct Form {
    format: u32,
}

/// Whose index it is.
pub struct Of {
    pub products: usize,
    /// Where the portal names the folder.
    pub place: Place,
}

/// The index below `folder`; `None` after a message where it is not whole.
///
/// # Errors
/// When the folder cannot be listed, or a file of it cannot be read.
pub fn read(folder: &str, of: &Of, files: &mut Files, sink: &mut Sink) -> anyhow::Result<Option<MemberIndex>> {
    let products = of.products;
    let manifest = files.add(format!("{folder}/{MANIFEST}"));
    let without = "so its products are listed and counted, but the search does not find them";
    let mut tell = |code, message: &str| {
        sink.push(Diag::new(code, format!("{message}, {without}")).at(of.place, "this folder").help(FETCH));
    };
    if !files.absolute(manifest).is_file() {
        tell(&MEMBER_MISSING, &format!("the search index `{folder}/{MANIFEST}` is missing"));
        return Ok(None);
    }
    let head = match head(&bytes(files, manifest)?) {
        Ok(head) => head,
        Err(None) => {
            tell(&MEMBER_DAMAGED, &format!("`{folder}/{MANIFEST}` is not the beginning of a search index"));
            return Ok(None);
        }
        Err(Some(found)) => {
            let message = format!(
                "`{folder}/{MANIFEST}` was made by another version of ocop (form {found}, this one reads {INDEX_FORMAT})"
            );
            tell(&MEMBER_OUTDATED, &message);
            return Ok(None);
        }
    };
    if head.products != products {
        let message = format!(
            "the search index in `{folder}` has {} products and the list has {products}: they were copied from different builds",
            head.products
        );
        tell(&MEMBER_DAMAGED, &message);
        return Ok(None);
    }
    let there: BTreeMap<String, FileId> = walk::listing(files.root(), &format!("{folder}/{PARTS}"))?
        .paths
        .into_iter()
        .map(|name| (name.clone(), files.add(format!("{folder}/{PARTS}/{name}"))))
        .collect();
    let mut parts = Vec::new();
    let mut missing = Vec::new();
    for name in head.names() {
        match there.get(&name) {
            Some(file) => parts.push((name, *file)),
            None => missing.push(name),
        }
    }
    let known: &Files = files;
    let whole: Vec<bool> = parts
        .par_iter()
        .map(|(name, file)| Ok(is_as_made(name, &bytes(known, *file)?)))
        .collect::<anyhow::Result<_>>()?;
    let broken = parts.iter().zip(whole).filter(|(_, whole)| !whole).map(|((name, _), _)| name);
    let bad: Vec<&str> = missing.iter().chain(broken).map(String::as_str).collect();
    if let Some(first) = bad.first() {
        let message = format!(
            "{} files of the search index are missing or damaged, the first is `{folder}/{PARTS}/{first}`",
            bad.len()
        );
        tell(&MEMBER_DAMAGED, &message);
        return Ok(None);
    }
    Ok(Some(MemberIndex { manifest, parts }))
}

fn bytes(files: &Files, file: FileId) -> anyhow::Result<Vec<u8>> {
    let path = files.absolute(file);
    std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// The names of files end with the hash of their content.
fn is_as_made(name: &str, content: &[u8]) -> bool {
    let hash = name.strip_suffix(".bin").and_then(|name| name.rsplit_once('.')).map(|(_, hash)| hash);
    hash == Some(&blake3::hash(content).to_hex()[..HASH])
}

/// The head of a manifest. Fails with its form where that is another one, with nothing where it is no manifest.
fn head(packed: &[u8]) -> Result<Head, Option<u32>> {
    // Ten bytes of gzip before, eight after: the indexer writes neither name nor time.
    let body = packed.strip_prefix(&[0x1f, 0x8b, 8, 0]).and_then(|rest| rest.get(6..rest.len().checked_sub(8)?));
    let content =
        body.and_then(|body| miniz_oxide::inflate::decompress_to_vec_with_limit(body, MOST).ok()).ok_or(None)?;
    let mut length = 0_usize;
    let mut at = 0;
    loop {
        let byte = *content.get(at).filter(|_| at < 4).ok_or(None)?;
        length |= usize::from(byte & 0x7f) << (7 * at);
        at += 1;
        if byte < 0x80 {
            break;
        }
    }
    let head = content.get(at..at + length).ok_or(None)?;
    let Form { format } = serde_json::from_slice(head).map_err(|_| None)?;
    if format != INDEX_FORMAT {
        return Err(Some(format));
    }
    serde_json::from_slice(head).map_err(|_| None)
}

impl Head {
    /// Every file that a search may ask for.
    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut add = |name: String, hash: &str| names.push(format!("{name}.{hash}.bin"));
        for (lang, tag) in self.languages.iter().enumerate() {
            for (order, files) in self.cards.get(lang).into_iter().flatten().enumerate() {
                files.iter().enumerate().for_each(|(n, hash)| add(format!("cards-{tag}-{order}-{n}"), hash));
            }
            let others = self.others.get(lang).into_iter().flatten().enumerate();
            others.for_each(|(n, hash)| add(format!("others-{tag}-{n}"), hash));
            self.facets.get(lang).into_iter().for_each(|hash| add(format!("facets-{tag}"), hash));
        }
        self.postings.iter().enumerate().for_each(|(n, (_, hash))| add(format!("postings-{n}"), hash));
        self.codes.iter().enumerate().for_each(|(n, (_, hash))| add(format!("codes-{n}"), hash));
        self.prose.iter().enumerate().for_each(|(n, hash)| add(format!("prose-{n}"), hash));
        names
    }
}
