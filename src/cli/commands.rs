//! One function per command.

use std::io::{IsTerminal as _, Write as _, stderr, stdout};
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use clap::CommandFactory as _;

use crate::diag::Level;
use crate::diag::emit::{self, Style};
use crate::model::Day;
use crate::office::store;
use crate::resolve::{Choices, Coverage};
use crate::{Checked, Demands, load, output_or_default};

use super::args::{Args, CatalogueArgs, Command, Format, TimingsFormat};
use super::progress::Bar;
use super::serve::{Rebuilt, ServeOptions};
use super::timings::{json, peak_memory, table};

/// How a command ended that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// There are mistakes in the catalogue.
    Mistakes,
}

/// Does what was asked.
///
/// # Errors
/// When the world fails: the disk, a port.
pub fn run(args: Args) -> anyhow::Result<Outcome> {
    match args.command {
        Command::Build { catalogue, output, jobs, strict, fresh, timings } => {
            if let Some(jobs) = jobs {
                rayon::ThreadPoolBuilder::new()
                    .num_threads(usize::from(jobs))
                    .build_global()
                    .context("cannot start the threads")?;
            }
            build(&catalogue, &output_or_default(&catalogue.root, output), Demands { strict, fresh }, timings)
        }
        Command::Serve { catalogue, port, open } => serve(catalogue, port, open),
        Command::Check { catalogue, format, strict } => check(&catalogue, format, strict),
        Command::List { catalogue } => list(&catalogue),
        Command::Import { root, file, map, photos, dry_run, household_names, report } => {
            let options = crate::office::import::Options { map, photos, household_names };
            super::import::import(&root, &file, &options, report, dry_run)
        }
        Command::Export { catalogue, format, output } => super::export::export(&catalogue, format, output.as_deref()),
        Command::New { catalogue, kind, name } => super::new::new(&catalogue, kind, &name),
        Command::Stats { catalogue } => stats(&catalogue),
        Command::Todo { catalogue, ics } => todo(&catalogue, ics.as_deref()),
        Command::Doctor { catalogue } => super::doctor::doctor(&catalogue),
        Command::Place { text } => super::place::place(&text),
        Command::Print { what, catalogue, choice } => super::print::print(what, &catalogue, &choice),
        Command::Schema { folder } => schema(&folder),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "ocop", &mut stdout());
            Ok(Outcome::Done)
        }
    }
}

fn build(
    catalogue: &CatalogueArgs,
    output: &Path,
    demands: Demands,
    timings: Option<TimingsFormat>,
) -> anyhow::Result<Outcome> {
    let begin = Instant::now();
    let built = crate::build(&catalogue.root, output, &choices(catalogue)?, demands, &Bar::new())?;
    tell(&built.checked)?;
    let Some(report) = built.report else {
        writeln!(stderr(), "nothing was published; {} is as it was", output.display())?;
        return Ok(Outcome::Mistakes);
    };
    if let Some(problem) = &report.not_removed {
        writeln!(stderr(), "the site is published, but something of the old one is left: {problem:#}")?;
    }
    if timings == Some(TimingsFormat::Json) {
        stdout().write_all(json(&built.checked.timings.stages(), peak_memory()).as_bytes())?;
        return Ok(Outcome::Done);
    }
    let megabytes = report.bytes as f64 / 1_000_000.0;
    let changed = if report.unchanged > 0 {
        format!(", {} of them new or changed", report.files - report.unchanged)
    } else {
        String::new()
    };
    writeln!(
        stdout(),
        "{} files{changed}, {megabytes:.1} MB in {:.1} s: {}",
        report.files,
        begin.elapsed().as_secs_f64(),
        output.display()
    )?;
    if timings.is_some() {
        stdout().write_all(table(&built.checked.timings.stages(), report.files, peak_memory()).as_bytes())?;
    }
    Ok(Outcome::Done)
}

/// The mistakes in words as the terminal has them, or nothing where there is none.
fn mistakes(checked: &Checked) -> String {
    let mut mistakes = checked.sink.clone();
    mistakes.retain(|diag| diag.level() == Level::Error);
    if mistakes.is_empty() { String::new() } else { emit::human(&mistakes, checked.files(), Style::Plain) }
}

/// What of a catalogue's folder a preview is made from.
const WATCHED: &[&str] = &["ocop.toml", "content", "static", "themes", "overrides"];

fn serve(catalogue: CatalogueArgs, port: Option<u16>, open: bool) -> anyhow::Result<Outcome> {
    let root = catalogue.root.clone();
    let options = ServeOptions {
        port,
        open,
        watch: WATCHED.iter().map(|name| root.join(name)).collect(),
        ignore: vec![root.join("public"), root.join(".ocop")],
        also: crate::load::member::sources,
        root,
    };
    let mut session = crate::Session::new(&catalogue.root);
    super::serve::serve(&options, move |changed| {
        let (checked, site) = session.show(&choices(&catalogue)?, changed)?;
        tell(&checked)?;
        let base_path = site.as_ref().map_or("/", |site| site.base_path()).to_owned();
        Ok(Rebuilt {
            site: site.map(|site| Box::new(site) as Box<dyn super::serve::Site>),
            errors: checked.sink.count(Level::Error),
            messages: mistakes(&checked),
            base_path,
        })
    })?;
    Ok(Outcome::Done)
}

fn check(catalogue: &CatalogueArgs, format: Format, strict: bool) -> anyhow::Result<Outcome> {
    let checked = crate::check(&catalogue.root, &choices(catalogue)?)?;
    let files = checked.files();
    let text = match format {
        Format::Human => emit::human(&checked.sink, files, style(stdout().is_terminal())),
        Format::Json => emit::json(&checked.sink, files),
        Format::Github => emit::github(&checked.sink, files),
    };
    stdout().write_all(text.as_bytes())?;
    tell_interrupted(&checked)?;
    if format == Format::Human {
        stdout().write_all(coverage(&checked).as_bytes())?;
        if let Some(planned) = &checked.planned {
            let todo = crate::office::todo::todo(&planned.catalogue);
            stdout().write_all(crate::office::todo::summary(&todo).as_bytes())?;
        }
    }
    Ok(if checked.is_publishable(strict) { Outcome::Done } else { Outcome::Mistakes })
}

/// A table of what is translated; empty for a site in one language, and where there is nothing yet.
fn coverage(checked: &Checked) -> String {
    use std::fmt::Write as _;

    let Some(planned) = &checked.planned else { return String::new() };
    let languages = &planned.catalogue.site.languages;
    if languages.len() < 2 {
        return String::new();
    }
    let rows = checked.coverage();
    if rows.iter().all(|row| row.all == 0) {
        return String::new();
    }
    let mut out = String::from("\ntranslated\n");
    for language in languages.iter() {
        let parts: Vec<String> = rows.iter().filter(|row| row.lang == language.id && row.all > 0).map(share).collect();
        let _ = writeln!(out, "  {:<4}{}", language.tag, parts.join(", "));
    }
    for row in rows.iter().filter(|row| !row.missing.is_empty()) {
        let shown = row.missing.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
        let more = row.missing.len().saturating_sub(8);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let _ = writeln!(out, "  missing in {}, {}: {shown}{more}", languages.tag(row.lang), row.kind);
    }
    out
}

fn share(row: &Coverage) -> String {
    format!("{} {}/{}", row.kind, row.done, row.all)
}

fn list(catalogue: &CatalogueArgs) -> anyhow::Result<Outcome> {
    let checked = crate::check(&catalogue.root, &choices(catalogue)?)?;
    tell(&checked)?;
    let Some(planned) = &checked.planned else { return Ok(Outcome::Mistakes) };
    let mut out = stdout().lock();
    for path in planned.plan.all_paths() {
        writeln!(out, "{path}")?;
    }
    Ok(if checked.is_publishable(false) { Outcome::Done } else { Outcome::Mistakes })
}

fn schema(folder: &Path) -> anyhow::Result<Outcome> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for (name, schema) in load::reference::schemas() {
        let path = folder.join(name);
        let text = serde_json::to_string_pretty(&schema).context("a schema is plain data")? + "\n";
        store::write(&path, text.as_bytes())?;
        writeln!(stdout(), "{}", path.display())?;
    }
    Ok(Outcome::Done)
}

fn stats(catalogue: &CatalogueArgs) -> anyhow::Result<Outcome> {
    let checked = crate::check(&catalogue.root, &choices(catalogue)?)?;
    tell(&checked)?;
    let Some(planned) = &checked.planned else { return Ok(Outcome::Mistakes) };
    write!(stdout(), "{}", crate::office::stats::words(&planned.catalogue))?;
    Ok(Outcome::Done)
}

fn todo(catalogue: &CatalogueArgs, ics: Option<&Path>) -> anyhow::Result<Outcome> {
    use crate::office::todo;

    let checked = crate::check(&catalogue.root, &choices(catalogue)?)?;
    tell(&checked)?;
    let Some(planned) = &checked.planned else { return Ok(Outcome::Mistakes) };
    let words = todo::words(&todo::todo(&planned.catalogue), &planned.catalogue);
    write!(stdout(), "{}", if words.is_empty() { "nothing to do\n" } else { words.trim_start() })?;
    if let Some(path) = ics {
        store::write(path, todo::calendar(&planned.catalogue).as_bytes())?;
        writeln!(stdout(), "calendar: {}", path.display())?;
    }
    Ok(Outcome::Done)
}

/// Prints the messages of a run, if there are any.
pub fn tell(checked: &Checked) -> anyhow::Result<()> {
    if !checked.sink.is_empty() {
        stderr().write_all(emit::human(&checked.sink, checked.files(), style(stderr().is_terminal())).as_bytes())?;
    }
    // It makes the next build slow and nothing worse.
    if let Some(trouble) = &checked.cache_trouble {
        writeln!(stderr(), "{trouble}; the site is whole, but the next build has to make these files again")?;
    }
    tell_interrupted(checked)
}

/// Half an import may be why records do not fit together.
fn tell_interrupted(checked: &Checked) -> anyhow::Result<()> {
    if crate::office::import::is_interrupted(checked.files().root()) {
        writeln!(
            stderr(),
            "an import is at work or was interrupted, so records may be missing: `ocop import` completes it"
        )?;
    }
    Ok(())
}

/// Colours for a terminal, unless somebody does not want them.
pub fn style(terminal: bool) -> Style {
    if terminal && std::env::var_os("NO_COLOR").is_none() { Style::Colour } else { Style::Plain }
}

/// What the command line decides, with the date from it, from `SOURCE_DATE_EPOCH` or from the clock.
pub fn choices(catalogue: &CatalogueArgs) -> anyhow::Result<Choices> {
    let today = match (catalogue.today, std::env::var("SOURCE_DATE_EPOCH")) {
        (Some(day), _) => day,
        (None, Ok(seconds)) => seconds
            .parse()
            .ok()
            .and_then(Day::in_vietnam)
            .context("SOURCE_DATE_EPOCH is not a number of seconds since 1970")?,
        (None, Err(_)) => {
            #[allow(clippy::disallowed_methods, reason = "the one place that reads the clock")]
            let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
            i64::try_from(seconds)
                .ok()
                .and_then(Day::in_vietnam)
                .context("the clock of this machine shows no possible date; give --today")?
        }
    };
    Ok(Choices { today, base_url: catalogue.base_url.clone(), drafts: catalogue.drafts })
}
