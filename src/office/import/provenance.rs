//! What imports wrote, field by field, so that the next import can tell its own work from that of people.
//!
//! Kept in `imported.toml` beside `ocop.toml`. Without it nothing is lost: every field then counts as written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

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
        Ok(text) => {
            let read = toml::from_str(&text).with_context(|| format!("{} is damaged", path.display()))?;
            Ok((read, Some(text)))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((Provenance::default(), None)),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// # Errors
/// Never for what this program makes.
pub fn text(provenance: &Provenance) -> anyhow::Result<String> {
    Ok(format!("{HEAD}{}", toml::to_string(provenance).context("provenance is plain data")?))
}
