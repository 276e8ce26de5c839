//! `ocop import`: shows what it understood, writes, and reports.

use std::io::{IsTerminal as _, Write as _, stderr, stdout};
use std::path::{Path, PathBuf};

use crate::diag::emit;
use crate::office::import::{self, Options, Planned, report};

use super::commands::{Outcome, style};

/// # Errors
/// When the list cannot be read or the disk fails.
pub fn import(root: &Path, file: &Path, options: &Options, to: Option<PathBuf>) -> anyhow::Result<Outcome> {
    let import = match import::import(root, file, options)? {
        Planned::Import(import) => import,
        Planned::Mistakes(sink, files) => {
            stderr().write_all(emit::human(&sink, &files, style(stderr().is_terminal())).as_bytes())?;
            writeln!(stderr(), "nothing was imported: the catalogue must be read first; mend it and import again")?;
            return Ok(Outcome::Mistakes);
        }
    };
    if import.recovered {
        writeln!(stdout(), "an interrupted import was carried out first")?;
    }
    write!(stdout(), "{}", report::understood(&import))?;
    let mut left_alone = Vec::new();
    if options.dry_run {
        writeln!(stdout(), "nothing was written: this is a trial")?;
    } else {
        left_alone = import.write()?;
    }
    write!(stdout(), "{}", report::result(&import))?;
    for path in &left_alone {
        writeln!(stdout(), "  {path} was changed by somebody at the same time and was left alone; import again")?;
    }
    let to = to.or_else(|| (!options.dry_run).then(|| beside(file)));
    if let Some(to) = to {
        report::workbook(&import, &to)?;
        writeln!(stdout(), "report: {}", to.display())?;
    }
    Ok(if import.is_clean() && left_alone.is_empty() { Outcome::Done } else { Outcome::Mistakes })
}

/// `danh-sach.xlsx` is reported in `danh-sach-report.xlsx`.
fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}-report.xlsx"))
}
