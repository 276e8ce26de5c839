//! Prints messages: for people (with the source line), as JSON, and as GitHub annotations.
//!
//! The only file that knows miette.

mod sources;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError, MietteSpanContents, Severity,
    SourceCode, SourceSpan, SpanContents,
};
use serde_json::json;

use super::{Code, Diag, Files, Level, Sink};
use sources::{Source, Sources, spelled};

/// Colours and line drawing, or plain text for a pipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Colour,
    Plain,
}

/// Of one code so many messages are printed for people; further ones are counted.
const MOST_PRINTED: usize = 50;

/// All messages as text for people, each with its line of the file, then one line that counts them. Of a mistake that
/// was made very often, the first places are printed.
#[must_use]
pub fn human(sink: &Sink, files: &Files, style: Style) -> String {
    let theme = if style == Style::Colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler =
        GraphicalReportHandler::new_themed(theme).with_links(false).with_wrap_lines(false).without_cause_chain();
    let mut sources = Sources::new(files);
    let mut printed: BTreeMap<&str, (usize, &'static Code)> = BTreeMap::new();
    let mut out = String::new();
    for diag in sink.sorted(files) {
        let so_far = &mut printed.entry(diag.code.id).or_insert((0, diag.code)).0;
        if *so_far < MOST_PRINTED {
            *so_far += 1;
            one(&handler, diag, files, &mut sources, &mut out);
        }
    }
    let mut is_cut = false;
    for (id, (so_far, code)) in printed {
        let more = sink.count_of(code) - so_far;
        if more > 0 {
            is_cut = true;
            let _ = writeln!(out, "and {more} more with the code {id}");
        }
    }
    if is_cut {
        out.push_str("mend these first: one cause often makes many; `ocop check --format json` lists more\n\n");
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

fn one(handler: &GraphicalReportHandler, diag: &Diag, files: &Files, sources: &mut Sources<'_>, out: &mut String) {
    let severity = if diag.level() == Level::Error { Severity::Error } else { Severity::Warning };
    let mut report =
        MietteDiagnostic::new(format!("{}: {}", diag.code.id, spelled(&diag.message))).with_severity(severity);
    let mut help = diag.help.clone();
    let first = diag.labels.first().map(|(place, _)| place.file);
    for (place, label) in &diag.labels {
        if Some(place.file) == first {
            let length = (place.end.saturating_sub(place.start) as usize).min(MOST_MARKED);
            let span = SourceSpan::new((place.start as usize).into(), length);
            report = report.and_label(LabeledSpan::new_with_span(Some(label.clone()), span));
        } else {
            // miette shows one file per report, so a place in another file is told in words.
            let at = sources.of(place.file).position(place.start as usize);
            let told = format!("{label}: {}:{}:{}", files.path(place.file), at.line, at.column);
            help = Some(help.map_or_else(|| told.clone(), |help| format!("{help}\n{told}")));
        }
    }
    if let Some(help) = help {
        report = report.with_help(spelled(&help));
    }
    let result = match first {
        Some(file) => {
            let name = spelled(files.path(file));
            let shown = Shown { name: &name, source: sources.of(file) };
            handler.render_report(out, &Report { report: &report, shown: &shown })
        }
        None => handler.render_report(out, &report),
    };
    result.expect("writing into a String cannot fail");
    out.push('\n');
}

/// A message together with the text it points into.
#[derive(Debug)]
struct Report<'a> {
    report: &'a MietteDiagnostic,
    shown: &'a Shown<'a>,
}

impl std::fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.report.fmt(f)
    }
}

impl std::error::Error for Report<'_> {}

impl miette::Diagnostic for Report<'_> {
    fn severity(&self) -> Option<Severity> {
        self.report.severity()
    }

    fn help<'h>(&'h self) -> Option<Box<dyn std::fmt::Display + 'h>> {
        self.report.help()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.report.labels()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.shown)
    }
}

/// A mark under more than this says no more than one under its beginning.
const MOST_MARKED: usize = 2_000;

/// So many bytes of a text are shown, from a little before a mark on: some lines are ten megabytes long.
const MOST_SHOWN: usize = 6_000;
const SHOWN_BEFORE: usize = 200;

/// The lines around a place.
#[derive(Debug)]
struct Shown<'a> {
    name: &'a str,
    source: &'a Source,
}

impl SourceCode for Shown<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (source, text) = (self.source, self.source.text());
        let start = source.floor(span.offset());
        let last = (span.offset() + span.len()).saturating_sub(1);
        if last > text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let line = source.line(start);
        let contents = |start: usize, end: usize, line: usize, column: usize, count: usize| {
            let data = &text.as_bytes()[start..end];
            let span = SourceSpan::new(start.into(), end - start);
            Ok(Box::new(MietteSpanContents::new_named(self.name.to_owned(), data, span, line, column, count)) as Box<_>)
        };
        if lines_before == 0 {
            return contents(start, source.floor(last + 1), line, start - source.start(line), line);
        }
        // A span that ends with the end of a line reaches to the next one, as miette has it.
        let last_line = source.line(last) + usize::from(text.as_bytes().get(last) == Some(&b'\n'));
        let first_line = line.saturating_sub(lines_before);
        let (mut from, mut to) = (source.start(first_line), source.start(last_line + lines_after + 1));
        let mut top = first_line;
        if to - from > MOST_SHOWN {
            from = from.max(source.floor(start.saturating_sub(SHOWN_BEFORE)));
            top = source.line(from);
            to = source.floor(to.min(from + MOST_SHOWN));
        }
        contents(from, to, top, from - source.start(top), source.line(to))
    }
}

/// All messages as one JSON array: `level`, `code`, `message`, `help`, `labels` (`file`, `line`, `column`, `text`).
#[must_use]
pub fn json(sink: &Sink, files: &Files) -> String {
    let mut sources = Sources::new(files);
    let entries: Vec<_> = sink.sorted(files).iter().map(|diag| entry(diag, files, &mut sources)).collect();
    let mut text = serde_json::to_string_pretty(&entries).expect("messages are plain text and numbers");
    text.push('\n');
    text
}

fn entry(diag: &Diag, files: &Files, sources: &mut Sources<'_>) -> serde_json::Value {
    let labels: Vec<_> = diag
        .labels
        .iter()
        .map(|(place, label)| {
            let source = sources.of(place.file);
            let start = source.position(place.start as usize);
            let end = source.end(place.end as usize);
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
    let mut sources = Sources::new(files);
    let mut out = String::new();
    for diag in sink.sorted(files) {
        let mut message = spelled(&diag.message);
        if let Some(help) = &diag.help {
            let _ = write!(message, "\n{}", spelled(help));
        }
        let place = diag.labels.first().map(|(place, _)| {
            let at = sources.of(place.file).position(place.start as usize);
            format!("file={},line={},col={},", property(files.path(place.file)), at.line, at.column)
        });
        let place = place.unwrap_or_default();
        let _ = writeln!(out, "::{} {place}title={}::{}", diag.level().word(), property(diag.code.id), data(&message));
    }
    out
}
