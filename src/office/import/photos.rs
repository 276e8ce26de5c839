//! Photos of a folder find their products by name, id or barcode number.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use toml_edit::{InlineTable, Value};

use super::apply::Applied;
use super::item::Item;
use super::known::Known;
use super::provenance::Provenance;
use crate::model::slugify;
use crate::office::journal::Journal;

#[derive(Default)]
pub struct Matched {
    pub placed: usize,
    /// Photos that fit no product, or several.
    pub left: Vec<String>,
}

/// Plans the copies and the `[[photo]]` entries. Only a whole name counts: `Miến dong.jpg`, `mien-dong-2.jpg`,
/// `bk-0012.png`, `8931234567890.jpg`.
///
/// # Errors
/// When the folder cannot be listed.
pub fn place(
    root: &Path,
    folder: &Path,
    items: &[Option<Item>],
    applied: &mut Applied,
    provenance: &mut Provenance,
    known: &Known,
    journal: &mut Journal,
) -> anyhow::Result<Matched> {
    let mut names: BTreeMap<String, Vec<(String, String, String)>> = BTreeMap::new();
    for (item, product) in items.iter().zip(&applied.products) {
        let (Some(item), Some((id, slug))) = (item, product) else { continue };
        let photo = item.photo.as_deref().map(|name| slugify(name.rsplit_once('.').map_or(name, |(stem, _)| stem)));
        let all = [Some(slugify(&item.name)), item.package.gtin.clone(), photo, Some(id.clone()), Some(slug.clone())];
        for name in all.into_iter().flatten() {
            let of_name = names.entry(name).or_default();
            let entry = (id.clone(), slug.clone(), item.name.clone());
            if of_name.iter().all(|(known, ..)| *known != entry.0) {
                of_name.push(entry);
            }
        }
    }
    let mut matched = Matched::default();
    // An interrupted import may be carried out from elsewhere.
    let folder = &std::fs::canonicalize(folder).with_context(|| format!("cannot find {}", folder.display()))?;
    let listing = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files =
        listing.collect::<Result<Vec<_>, _>>().with_context(|| format!("cannot list {}", folder.display()))?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files {
        let shown = file.file_name().to_string_lossy().into_owned();
        let Some((stem, ending)) = shown.rsplit_once('.') else { continue };
        let ending = ending.to_lowercase();
        if !matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "webp") {
            continue;
        }
        let whole = slugify(stem);
        let numbered = whole
            .rsplit_once('-')
            .filter(|(_, number)| number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()));
        let fits = names.get(&whole).or_else(|| names.get(numbered?.0));
        match fits.map(Vec::as_slice) {
            Some([(id, slug, product)]) => {
                let name = format!("{whole}.{ending}");
                let record_path = format!("content/products/{slug}/product.toml");
                let record = applied
                    .records
                    .iter_mut()
                    .find(|record| record.path == record_path)
                    .expect("matched products are in work");
                let written = provenance.products.get_mut(id).expect("products in work have an entry");
                let alt: Value = if known.languages.iter().any(|tag| tag == "vi") {
                    let mut alt = InlineTable::new();
                    alt.insert("vi", product.as_str().into());
                    Value::InlineTable(alt)
                } else {
                    product.as_str().into()
                };
                let fields = [("file", Value::from(name.as_str())), ("alt", alt)];
                let key = |get: &dyn Fn(&str) -> Option<String>| get("file").unwrap_or_default();
                record.set_table("photo", &name, &fields, &key, written);
                let target = format!("content/products/{slug}/{name}");
                if !root.join(&target).exists() {
                    journal.copy(target, file.path());
                }
                matched.placed += 1;
            }
            Some(several) => matched.left.push(format!(
                "{shown} may be of {}",
                several.iter().map(|(id, ..)| id.as_str()).collect::<Vec<_>>().join(" or ")
            )),
            None => matched.left.push(format!("{shown} has the name of no product of the list")),
        }
    }
    Ok(matched)
}
