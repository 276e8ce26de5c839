//! Where the time of a build went, as a table for people or as data.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value as Json, json};

use crate::timings::{Stage, Work};

/// In plain words; a stage without any is called by its name.
const WORDS: &[(&str, &str)] = &[
    ("load", "read the records"),
    ("resolve", "link them"),
    ("index", "sort the lists"),
    ("plan", "plan every address"),
    ("links", "check the links in texts"),
    ("sheets", "check what fits on paper"),
    ("theme", "check the theme"),
    ("begin", "prepare the folder"),
    ("pictures", "make the pictures"),
    ("compare", "look for what has changed"),
    ("pages", "make and write the pages"),
    ("files", "write the files of theme and static/"),
    ("search", "make and write the search index"),
    ("publish", "put the new site in place"),
    ("remember", "note what was looked at"),
];

/// A table: a line for each stage, below it one for each kind of page, then the sum, and what a file of the site took.
#[must_use]
pub fn table(stages: &[Stage], files: u64, memory: Option<u64>) -> String {
    let mut rows = vec![["", "seconds", "processor", "written", "MB"].map(str::to_owned)];
    for stage in stages {
        let words = WORDS.iter().find(|(name, _)| *name == stage.name).map_or(stage.name, |(_, words)| words);
        rows.push(row(words.to_owned(), Some(stage.wall), &stage.work));
        let mut kinds: Vec<_> = stage.kinds.iter().collect();
        kinds.sort_by_key(|(name, work)| (std::cmp::Reverse(work.processor), **name));
        rows.extend(kinds.into_iter().map(|(name, work)| row(format!("  {}", name.replace('_', " ")), None, work)));
    }
    let (wall, work) = sum(stages);
    rows.push(row("all".to_owned(), Some(wall), &work));
    let widths: Vec<usize> =
        (0..5).map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0)).collect();
    let mut out = String::from("\n");
    for row in rows {
        let mut line = format!("{:<width$}", row[0], width = widths[0]);
        for (cell, width) in row[1..].iter().zip(&widths[1..]) {
            let _ = write!(line, "  {cell:>width$}");
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    if files > 0 {
        let each = work.processor.as_secs_f64() * 1e6 / files as f64;
        let _ = write!(out, "\n{each:.0} microseconds of processor time for each file of the site");
        let memory = memory.map(|bytes| format!("; at most {} MB of memory", bytes / 1_000_000));
        let _ = writeln!(out, "{}", memory.unwrap_or_default());
    }
    out
}

/// The same as JSON; seconds, and names that do not change.
#[must_use]
pub fn json(stages: &[Stage], memory: Option<u64>) -> String {
    let work = |work: &Work| -> Json {
        json!({ "processor": work.processor.as_secs_f64(), "files": work.files, "bytes": work.bytes })
    };
    let stages: Vec<Json> = stages
        .iter()
        .map(|stage| {
            let kinds: serde_json::Map<String, Json> =
                stage.kinds.iter().map(|(name, kind)| ((*name).to_owned(), work(kind))).collect();
            let mut one = work(&stage.work);
            let map = one.as_object_mut().expect("made as an object");
            map.insert("name".into(), stage.name.into());
            map.insert("wall".into(), stage.wall.as_secs_f64().into());
            map.insert("kinds".into(), kinds.into());
            one
        })
        .collect();
    format!("{}\n", json!({ "stages": stages, "memory": memory }))
}

fn row(label: String, wall: Option<Duration>, work: &Work) -> [String; 5] {
    let seconds = |time: Duration| format!("{:.2}", time.as_secs_f64());
    let some = |count: u64, text: String| if count > 0 { text } else { String::new() };
    [
        label,
        wall.map(seconds).unwrap_or_default(),
        seconds(work.processor),
        some(work.files, work.files.to_string()),
        some(work.bytes, format!("{:.1}", work.bytes as f64 / 1e6)),
    ]
}

fn sum(stages: &[Stage]) -> (Duration, Work) {
    let mut work = Work::default();
    for stage in stages {
        work.processor += stage.work.processor;
        work.files += stage.work.files;
        work.bytes += stage.work.bytes;
    }
    (stages.iter().map(|stage| stage.wall).sum(), work)
}

/// The most memory that this process has had, where the system tells.
#[must_use]
pub fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
