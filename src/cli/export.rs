//! `ocop export`: the catalogue as a table or as data.

use std::io::{IsTerminal as _, Write as _, stdout};
use std::path::Path;

use anyhow::bail;

use crate::office::{export, store};

use super::args::{CatalogueArgs, TableFormat};
use super::commands::{Outcome, choices, tell};

/// Writes to a file, or to the terminal where that is a pipe.
///
/// # Errors
/// When the disk fails.
pub fn export(catalogue: &CatalogueArgs, format: TableFormat, to: Option<&Path>) -> anyhow::Result<Outcome> {
    let checked = crate::check(&catalogue.root, &choices(catalogue)?)?;
    tell(&checked)?;
    // A table with records left out would be taken for the whole.
    let (Some(planned), true) = (&checked.planned, checked.is_publishable(false)) else { return Ok(Outcome::Mistakes) };
    let tables = export::tables(&planned.catalogue);
    let bytes = match format {
        TableFormat::Xlsx => export::xlsx(&tables)?,
        TableFormat::Csv => export::csv(&tables[0])?,
        TableFormat::Json => export::json(&tables)?,
    };
    match to {
        Some(path) => {
            store::write(path, &bytes)?;
            let rows: Vec<String> =
                tables.iter().map(|table| format!("{} {}", table.rows.len(), table.name.to_lowercase())).collect();
            writeln!(stdout(), "{}: rows of {}", path.display(), rows.join(", "))?;
        }
        None if format == TableFormat::Xlsx && stdout().is_terminal() => {
            bail!("say where the workbook goes: -o catalogue.xlsx")
        }
        None => stdout().write_all(&bytes)?,
    }
    Ok(Outcome::Done)
}
