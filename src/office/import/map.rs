//! `MAP.toml`: what a person knows about a list that the program cannot guess.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;

use super::role::Role;

/// Every key is optional; `docs/office.md` explains each.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// Only these sheets.
    #[serde(default)]
    pub sheets: Vec<String>,
    /// Row of the header, counted from 1.
    pub header: Option<usize>,
    /// What a column holds: heading or letter of the column for each role.
    #[serde(default)]
    pub columns: BTreeMap<Role, String>,
    /// Columns that mean nothing, by heading or letter.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// Values for cells that are empty.
    #[serde(default)]
    pub defaults: BTreeMap<Role, Plain>,
    /// Roles whose empty cells repeat the cell above.
    #[serde(default)]
    pub fill_down: Vec<Role>,
    /// Group ids for the words of the list.
    #[serde(default)]
    pub groups: BTreeMap<String, String>,
    /// Folder names of producers for their names in the list.
    #[serde(default)]
    pub producers: BTreeMap<String, String>,
    /// Show the names of household businesses.
    #[serde(default)]
    pub household_names: bool,
}

/// A value of `[defaults]`: a text, a number or a date.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Plain {
    Number(i64),
    Date(toml::value::Datetime),
    Text(String),
}

impl std::fmt::Display for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Plain::Number(number) => number.fmt(f),
            Plain::Date(date) => date.fmt(f),
            Plain::Text(text) => f.write_str(text),
        }
    }
}

/// # Errors
/// When the file cannot be read or says something that is not understood; the message names the line.
pub fn read(path: &Path) -> anyhow::Result<Map> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} cannot be understood", path.display()))
}
