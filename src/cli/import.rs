//! `ocop import`: shows what it understood, writes, and reports.

use std::io::{IsTerminal as _, Write as _, stderr, stdout};
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::diag::emit;
use crate::office::import::{self, LeftAlone, Options, Planned, Turn, WhyLeft, report};

use super::commands::{Outcome, style};

/// # Errors
/// When the list cannot be read or the disk fails.
pub fn import(
    root: &Path,
    file: &Path,
    options: &Options,
    to: Option<PathBuf>,
    dry_run: bool,
) -> anyhow::Result<Outcome> {
    let to = to.or_else(|| (!dry_run).then(|| beside(file)));
    if let Some(to) = to.as_deref().filter(|to| is_same(to, file)) {
        bail!("{} is the list itself: name another file for the report", to.display());
    }
    let turn = if dry_run {
        if import::is_interrupted(root) {
            bail!("an import is at work or was interrupted; import without --dry-run first, that completes it");
        }
        None
    } else {
        Some(Turn::take(root)?)
    };
    if let Some(left) = turn.as_ref().and_then(|turn| turn.recovered.as_ref()) {
        writeln!(stdout(), "an interrupted import was carried out first")?;
        for left in left {
            writeln!(stdout(), "  {}", words(left))?;
        }
    }
    let import = match import::import(root, file, options)? {
        Planned::Import(import) => import,
        Planned::Mistakes(sink, files) => {
            stderr().write_all(emit::human(&sink, &files, style(stderr().is_terminal())).as_bytes())?;
            writeln!(stderr(), "nothing was imported: the catalogue must be read first; mend it and import again")?;
            return Ok(Outcome::Mistakes);
        }
    };
    write!(stdout(), "{}", report::understood(&import))?;
    let left_alone = turn.as_ref().map(|turn| import.write(turn)).transpose()?.unwrap_or_default();
    if dry_run {
        writeln!(stdout(), "nothing was written: this is a trial")?;
    }
    write!(stdout(), "{}", report::result(&import))?;
    for left in &left_alone {
        writeln!(stdout(), "  {}; import again", words(left))?;
    }
    if let Some(to) = to {
        report::workbook(&import, &to)?;
        writeln!(stdout(), "report: {}", to.display())?;
    }
    Ok(if import.is_clean() && left_alone.is_empty() { Outcome::Done } else { Outcome::Mistakes })
}

fn words(left: &LeftAlone) -> String {
    let path = &left.path;
    match &left.why {
        WhyLeft::Changed => format!("{path} was changed by somebody at the same time and was left alone"),
        WhyLeft::ChangedSince => format!("{path} was changed by somebody since, and that stays"),
        WhyLeft::NoSource(from) => format!("{path} is missing: the picture {} has gone", from.display()),
    }
}

/// `danh-sach.xlsx` is reported in `danh-sach-report.xlsx`.
fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}-report.xlsx"))
}

fn is_same(a: &Path, b: &Path) -> bool {
    match (std::fs::canonicalize(a), std::fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
