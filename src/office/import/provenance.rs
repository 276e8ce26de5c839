//! What imports wrote, field by field, so that the next import can tell its own work from that of people.
//!
//! Kept in `imported.toml` beside `ocop.toml`. Without it nothing is lost: every field then counts as written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::office::journal::{LeftAlone, Why};

pub const FILE: &str = "imported.toml";

const HEAD: &str = "# What `ocop import` wrote. Keep this file with the catalogue: the next import changes only what is still as it says
# here, and never what somebody wrote by hand. Not to be edited.

";

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// By product id, which never changes.
    #[serde(default)]
    pub products: BTreeMap<String, Written>,
    /// By folder name.
    #[serde(default)]
    pub producers: BTreeMap<String, Written>,
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// What lists call it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub keys: BTreeSet<String>,
    /// Values as imported, by key of the record.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// # Errors
/// When the file exists and cannot be read.
pub fn read(root: &Path) -> anyhow::Result<(Provenance, Option<String>)> {
    let path = root.join(FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok((parse(&text).with_context(|| damaged(&path))?, Some(text))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((Provenance::default(), None)),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// The ledger when some files of an import were left alone: it must not tell that an import wrote what it did not.
///
/// What `now` says of other records stays, since it may have come from another machine in the meantime.
///
/// # Errors
/// When what stands there now is damaged.
pub fn amended(planned: &str, now: Option<&str>, left: &[LeftAlone]) -> anyhow::Result<String> {
    let planned = parse(planned).context("the plan of an import is sound")?;
    let mut ledger = parse(now.unwrap_or_default()).with_context(|| damaged(Path::new(FILE)))?;
    let (mut products, mut producers) = (BTreeSet::new(), BTreeSet::new());
    for file in left.iter().filter(|file| file.why == Why::Changed) {
        match file.path.split('/').collect::<Vec<_>>()[..] {
            ["content", "products", _, _] => products.extend(id(&file.planned)),
            ["content", "producers", slug, _] => _ = producers.insert(slug.to_owned()),
            _ => {}
        }
    }
    ledger.products.extend(planned.products.into_iter().filter(|(id, _)| !products.contains(id)));
    ledger.producers.extend(planned.producers.into_iter().filter(|(slug, _)| !producers.contains(slug)));
    text(&ledger)
}

/// The id in the text of a product record.
fn id(record: &str) -> Option<String> {
    let record: toml_edit::DocumentMut = record.parse().ok()?;
    Some(record.get("id")?.as_str()?.to_owned())
}

fn parse(text: &str) -> Result<Provenance, toml::de::Error> {
    toml::from_str(text)
}

fn damaged(path: &Path) -> String {
    format!(
        "{} is damaged: take it from a backup, or delete it; every value then counts as written by hand",
        path.display()
    )
}

/// # Errors
/// Never for what this program makes.
pub fn text(provenance: &Provenance) -> anyhow::Result<String> {
    Ok(format!("{HEAD}{}", toml::to_string(provenance).context("provenance is plain data")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_that_was_left_alone_is_told_as_it_was() {
        let entry = |value: &str| format!("[products.a.fields]\ngroup = \"{value}\"\n");
        let left =
            |why| [LeftAlone { path: "content/products/tra/product.toml".into(), why, planned: "id = \"a\"\n".into() }];
        let group = |text: &str| parse(text).unwrap().products.get("a").map(|entry| entry.fields["group"].clone());
        let now = entry("food");
        let amend = |now, why| group(&amended(&entry("drink"), now, &left(why)).unwrap());
        assert_eq!(amend(Some(now.as_str()), Why::Changed).as_deref(), Some("food"));
        assert_eq!(amend(None, Why::Changed), None);
        assert_eq!(amend(Some(now.as_str()), Why::ChangedSince).as_deref(), Some("drink"));
        // What has come from elsewhere in the meantime stays.
        let elsewhere = "[producers.htx-b.fields]\nname = \"HTX B\"\n";
        let text = amended(&entry("drink"), Some(elsewhere), &[]).unwrap();
        assert!(parse(&text).unwrap().producers.contains_key("htx-b"));
        assert!(format!("{:#}", amended(&now, Some("[a"), &[]).unwrap_err()).contains("take it from a backup"));
    }
}
