//! Prints messages: for people (with the source line), as JSON, and as GitHub annotations.
//!
//! The only file that knows miette.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Severity, SourceSpan,
};
use serde_json::json;

use super::{Diag, FileId, Files, Level, Position, Sink};

/// Colours and line drawing, or plain text for a pipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Colour,
    Plain,
}

/// All messages as text for people, each with its line of the file, then one line that counts them.
#[must_use]
pub fn human(sink: &Sink, files: &Files, style: Style) -> String {
    let theme = if style == Style::Colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler =
        GraphicalReportHandler::new_themed(theme).with_links(false).with_wrap_lines(false).without_cause_chain();
    let mut texts: BTreeMap<FileId, String> = BTreeMap::new();
    let mut out = String::new();
    for diag in sink.sorted(files) {
        if let Some((place, _)) = diag.labels.first() {
            texts.entry(place.file).or_insert_with(|| files.text(place.file));
        }
        one(&handler, diag, files, &texts, &mut out);
    }
    out.push_str(&summary(sink));
    out
}

/// "2 mistakes, 1 warning", or that there is none.
#[must_use]
pub fn summary(sink: &Sink) -> String {
    let many = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
    match (sink.count(Level::Error), sink.count(Level::Warning)) {
        (0, 0) => "no mistakes found\n".into(),
        (errors, 0) => format!("{}\n", many(errors, "mistake", "mistakes")),
        (0, warnings) => format!("no mistakes, {}\n", many(warnings, "warning", "warnings")),
        (errors, warnings) => {
            format!("{}, {}\n", many(errors, "mistake", "mistakes"), many(warnings, "warning", "warnings"))
        }
    }
}

fn one(
    handler: &GraphicalReportHandler,
    diag: &Diag,
    files: &Files,
    texts: &BTreeMap<FileId, String>,
    out: &mut String,
) {
    let severity = if diag.level() == Level::Error { Severity::Error } else { Severity::Warning };
    let mut report = MietteDiagnostic::new(format!("{}: {}", diag.code.id, diag.message)).with_severity(severity);
    let mut help = diag.help.clone();
    let first = diag.labels.first().map(|(place, _)| place.file);
    for (place, label) in &diag.labels {
        if Some(place.file) == first {
            let length = (place.end.saturating_sub(place.start)) as usize;
            let span = SourceSpan::new((place.start as usize).into(), length);
            report = report.and_label(LabeledSpan::new_with_span(Some(label.clone()), span));
        } else {
            // miette shows one file per report, so a place in another file is told in words.
            let at = Position::of(&files.text(place.file), place.start as usize);
            let told = format!("{label}: {}:{}:{}", files.path(place.file), at.line, at.column);
            help = Some(help.map_or_else(|| told.clone(), |help| format!("{help}\n{told}")));
        }
    }
    if let Some(help) = help {
        report = report.with_help(help);
    }
    let result = match first {
        Some(file) => {
            let text = texts.get(&file).cloned().unwrap_or_default();
            let report = miette::Report::new(report).with_source_code(NamedSource::new(files.path(file), text));
            handler.render_report(out, report.as_ref())
        }
        None => handler.render_report(out, &report),
    };
    result.expect("writing into a String cannot fail");
    out.push('\n');
}

/// All messages as one JSON array: `level`, `code`, `message`, `help`, `labels` (`file`, `line`, `column`, `text`).
#[must_use]
pub fn json(sink: &Sink, files: &Files) -> String {
    let entries: Vec<_> = sink.sorted(files).iter().map(|diag| entry(diag, files)).collect();
    let mut text = serde_json::to_string_pretty(&entries).expect("messages are plain text and numbers");
    text.push('\n');
    text
}

fn entry(diag: &Diag, files: &Files) -> serde_json::Value {
    let labels: Vec<_> = diag
        .labels
        .iter()
        .map(|(place, label)| {
            let text = files.text(place.file);
            let start = Position::of(&text, place.start as usize);
            let end = Position::of(&text, place.end as usize);
            json!({ "file": files.path(place.file), "line": start.line, "column": start.column,
                    "end_line": end.line, "end_column": end.column, "text": label })
        })
        .collect();
    json!({ "level": diag.level().word(), "code": diag.code.id, "message": diag.message, "help": diag.help, "labels": labels })
}

/// One `::error file=…` line per message, as GitHub Actions reads them.
#[must_use]
pub fn github(sink: &Sink, files: &Files) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for diag in sink.sorted(files) {
        let mut message = diag.message.clone();
        if let Some(help) = &diag.help {
            let _ = write!(message, "\n{help}");
        }
        let place = diag.labels.first().map(|(place, _)| {
            let text = files.text(place.file);
            let at = Position::of(&text, place.start as usize);
            format!("file={},line={},col={},", property(files.path(place.file)), at.line, at.column)
        });
        let place = place.unwrap_or_default();
        let _ = writeln!(out, "::{} {place}title={}::{}", diag.level().word(), property(diag.code.id), data(&message));
    }
    out
}
