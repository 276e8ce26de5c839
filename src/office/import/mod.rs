//! From a list to records, in steps that can be looked at one by one:
//!
//! ```text
//! file ─book─► sheets ─header─► columns ─lines─► lines ─item─► items ─weave─► bundles ─apply─► records ─journal─► disk
//! ```
//!
//! Nothing is written before [`Import::write`]. Nothing that a person wrote is changed, ever: `record.rs` holds the rule.

mod apply;
mod certificate;
mod header;
mod identity;
mod item;
mod known;
mod lines;
mod map;
mod photos;
mod provenance;
mod record;
pub mod report;
pub mod role;
mod turn;
mod values;
mod weave;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::diag::{Files, Sink};
use crate::office::book::{self, Sheet};
use crate::office::journal::{self, Journal};

pub use crate::office::journal::{LeftAlone, Why as WhyLeft};
pub use apply::Outcome;
pub use header::Header;
pub use lines::{Passed, Why};
pub use turn::Turn;

use item::{Item, Refusal};
use lines::Line;
use map::Map;

/// True while an interrupted import waits to be completed.
#[must_use]
pub fn is_interrupted(root: &Path) -> bool {
    journal::is_waiting(root)
}

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub map: Option<PathBuf>,
    pub photos: Option<PathBuf>,
    /// Show the names of household businesses.
    pub household_names: bool,
}

/// An import, understood and planned.
pub struct Import {
    pub file: PathBuf,
    pub sheets: Vec<Understood>,
    pub rows: Vec<Row>,
    pub passed: Vec<Passed>,
    /// Names that may mean the same.
    pub candidates: Vec<String>,
    /// Photos that fit no product, or several.
    pub photos_left: Vec<String>,
    pub photos: usize,
    pub drafts: usize,
    pub new_producers: usize,
    pub new_decisions: usize,
    journal: Journal,
    root: PathBuf,
}

/// A sheet and what was understood of it.
pub struct Understood {
    pub sheet: Sheet,
    /// `None` where no row names products.
    pub header: Option<Header>,
}

/// A row and what became of it.
pub struct Row {
    pub sheet: usize,
    pub row: usize,
    pub name: String,
    pub outcome: Outcome,
    pub remarks: Vec<String>,
    /// Values that stay as people wrote them, although the list says otherwise.
    pub conflicts: Vec<String>,
    /// Id of the product.
    pub product: Option<String>,
}

/// Either a plan, or the messages that stand in its way.
pub enum Planned {
    Import(Box<Import>),
    Mistakes(Sink, Files),
}

/// Reads the list and the catalogue and plans what to write. Whoever will write holds a [`Turn`].
///
/// # Errors
/// When the list or the map cannot be read, or the disk fails.
pub fn import(root: &Path, file: &Path, options: &Options) -> anyhow::Result<Planned> {
    let mut map = options.map.as_deref().map(map::read).transpose()?.unwrap_or_default();
    map.household_names |= options.household_names;
    let sheets = understand(book::read(file)?, &map)?;
    if sheets.iter().all(|sheet| sheet.header.is_none()) {
        bail!(
            "{}: no row names its columns, such as \"Tên sản phẩm\" and \"Chủ thể\"; a map can tell where they are (docs/office.md)",
            file.display()
        );
    }
    let known = match known::read(root)? {
        Ok(known) => known,
        Err((sink, files)) => return Ok(Planned::Mistakes(sink, files)),
    };
    let (mut lines, mut passed) = (Vec::new(), Vec::new());
    for (index, understood) in sheets.iter().enumerate() {
        if let Some(header) = &understood.header {
            lines::read(index, &understood.sheet, header, &map, &mut lines, &mut passed);
        }
    }
    let read: Vec<Result<Item, Refusal>> =
        lines.iter().map(|line| item::read(line, &map.groups)).map(|read| known_group(read, &known)).collect();
    let refusals: Vec<Option<Refusal>> = read.iter().map(|item| item.as_ref().err().cloned()).collect();
    let items: Vec<Option<Item>> = read.into_iter().map(Result::ok).collect();
    let (mut provenance, provenance_before) = provenance::read(root)?;
    let woven = weave::weave(&items, &known, &provenance, &map);
    let mut applied = apply::apply(root, &items, &woven, &known, &mut provenance)?;
    let mut journal = Journal::default();
    let matched = match &options.photos {
        Some(folder) => photos::place(root, folder, &items, &mut applied, &mut provenance, &known, &mut journal)?,
        None => photos::Matched::default(),
    };
    for record in &applied.records {
        journal.text(record.path.clone(), record.before.as_deref(), record.text());
    }
    decisions(root, &applied.decisions, &known, &mut journal)?;
    if !journal.is_empty() || provenance_before.is_some() {
        journal.ledger(provenance::FILE.into(), provenance_before.as_deref(), provenance::text(&provenance)?);
    }
    let rows = rows(&lines, &items, refusals, &applied);
    Ok(Planned::Import(Box::new(Import {
        file: file.to_owned(),
        sheets,
        rows,
        passed,
        candidates: woven.candidates,
        photos_left: matched.left,
        photos: matched.placed,
        drafts: applied.drafts,
        new_producers: applied.new_producers,
        new_decisions: applied.decisions.len(),
        journal,
        root: root.to_owned(),
    })))
}

impl Import {
    /// Writes the plan, as one step. Files that somebody changed in the meantime are left alone and named.
    ///
    /// # Errors
    /// When the disk fails; running the import again goes on.
    pub fn write(&self, _: &Turn) -> anyhow::Result<Vec<LeftAlone>> {
        self.journal.carry_out(&self.root, provenance::amended)
    }

    /// Paths that [`write`](Self::write) writes.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.journal.paths()
    }

    #[must_use]
    pub fn count(&self, wanted: impl Fn(&Outcome) -> bool) -> usize {
        self.rows.iter().filter(|row| wanted(&row.outcome)).count()
    }

    /// True when every row was taken and nothing contradicts what people wrote.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.rows.iter().all(|row| !matches!(row.outcome, Outcome::Refused { .. }) && row.conflicts.is_empty())
    }
}

fn understand(sheets: Vec<Sheet>, map: &Map) -> anyhow::Result<Vec<Understood>> {
    if let Some(missing) = map.sheets.iter().find(|name| sheets.iter().all(|sheet| sheet.name != **name)) {
        bail!(
            "the map names the sheet `{missing}`, but the file has {}",
            crate::diag::listed(sheets.iter().map(|sheet| sheet.name.as_str()))
        );
    }
    let wanted = sheets.into_iter().filter(|sheet| map.sheets.is_empty() || map.sheets.contains(&sheet.name));
    wanted.map(|sheet| Ok(Understood { header: header::find(&sheet, map)?, sheet })).collect()
}

/// A group of the map or of the list that the site does not have.
fn known_group(read: Result<Item, Refusal>, known: &known::Known) -> Result<Item, Refusal> {
    let mut item = read?;
    if !known.groups.contains(&item.group) {
        item.remarks.push(format!("there is no group `{}`; `food` stands until somebody corrects it", item.group));
        item.group = "food".into();
    }
    Ok(item)
}

fn rows(lines: &[Line], items: &[Option<Item>], refusals: Vec<Option<Refusal>>, applied: &apply::Applied) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, (line, refusal)) in lines.iter().zip(refusals).enumerate() {
        let outcome = match refusal {
            Some(Refusal { column, reason }) => Outcome::Refused { column, reason },
            None => applied.outcomes[index].clone().expect("every row that was understood comes to something"),
        };
        let name = line.text(role::Role::Name).or(line.text(role::Role::NameEn)).unwrap_or_default().to_owned();
        let conflicts =
            applied.conflicts.iter().filter(|(row, _)| *row == index).map(|(_, text)| text.clone()).collect();
        rows.push(Row {
            sheet: line.sheet,
            row: line.row,
            name,
            outcome,
            remarks: items[index].as_ref().map(|item| item.remarks.clone()).unwrap_or_default(),
            conflicts,
            product: applied.products[index].as_ref().map(|(id, _)| id.clone()),
        });
    }
    rows
}

/// Adds new decisions at the end of `decisions.toml`.
fn decisions(
    root: &Path,
    new: &[certificate::NewDecision],
    known: &known::Known,
    journal: &mut Journal,
) -> anyhow::Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let path = root.join("content/decisions.toml");
    let before = match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
    };
    let mut text = before.clone().unwrap_or_default();
    for decision in new {
        if !text.is_empty() {
            text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        let quoted = |text: &str| toml_edit::Value::from(text).to_string();
        let issuer = match &decision.issuer_en {
            Some(en)
                if known.languages.iter().any(|tag| tag == "en") && known.languages.iter().any(|tag| tag == "vi") =>
            {
                format!("{{ vi = {}, en = {} }}", quoted(&decision.issuer_vi), quoted(en))
            }
            _ => quoted(&decision.issuer_vi),
        };
        let _ = write!(
            text,
            "[[decision]]\nid = {}\nnumber = {}\ndate = {}\nissuer = {issuer}\nlevel = {}\n",
            quoted(&decision.id),
            quoted(&decision.number),
            decision.date,
            quoted(decision.level.name()),
        );
    }
    journal.text("content/decisions.toml".into(), before.as_deref(), text);
    Ok(())
}
