//! `ocop new`: a record to fill in.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

use anyhow::bail;

use crate::model::{Slug, slugify};
use crate::office::blank::{self, Kind};
use crate::office::store::{self, Staged, Step};

use super::args::{CatalogueArgs, NewKind};
use super::commands::{Outcome, choices, tell};

/// Writes the record; a file that is there is never touched.
///
/// # Errors
/// When the name cannot stand in an address, the record exists, or the disk fails.
pub fn new(catalogue: &CatalogueArgs, kind: NewKind, name: &str) -> anyhow::Result<Outcome> {
    let Ok(slug) = Slug::try_from(name) else {
        bail!("`{name}` cannot stand in an address; write it as `{}`", slugify(name));
    };
    let kind = match kind {
        NewKind::Product => Kind::Product,
        NewKind::Producer => Kind::Producer,
        NewKind::SalesPoint => Kind::SalesPoint,
        NewKind::Post => Kind::Post,
    };
    // Drafts count too: their ids are taken.
    let mut choices = choices(catalogue)?;
    choices.drafts = true;
    let checked = crate::check(&catalogue.root, &choices)?;
    let Some(planned) = &checked.planned else {
        tell(&checked)?;
        return Ok(Outcome::Mistakes);
    };
    let files = blank::blank(kind, &slug, &planned.catalogue, choices.today);
    if let Some((taken, _)) = files.iter().find(|(path, _)| catalogue.root.join(path).exists()) {
        bail!("{taken} exists already; it was left as it is");
    }
    for (path, text) in &files {
        write(&catalogue.root.join(path), text)?;
        writeln!(std::io::stdout(), "{path}")?;
    }
    Ok(Outcome::Done)
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut made = BTreeSet::new();
    let staged = Staged::beside(path, None, text.as_bytes().to_vec(), &mut made);
    match staged.inspect_err(|_| store::remove_folders(&made))? {
        Step::Staged(staged) if staged.place()? => Ok(()),
        _ => bail!("{} exists already; it was left as it is", path.display()),
    }
}
