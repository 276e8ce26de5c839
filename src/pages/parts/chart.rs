//! Charts as inline SVG that any policy for styles allows: positions are attributes, colours come from classes of the
//! style sheet. Widths are per cent and heights pixels, so a chart fills its column and its letters keep their size.
//!
//! A chart never stands alone: the same numbers are in a table beside it.

use std::fmt::Write as _;

use super::{Html, escaped};

/// One part of a bar: the class that gives its colour, and how long it is.
pub type Part = (&'static str, u64);

/// A column of a chart over time.
#[derive(Clone, Debug)]
pub struct Column {
    pub label: String,
    /// Written above it.
    pub value: String,
    /// From the ground up.
    pub parts: Vec<Part>,
}

const BAR: f64 = 12.0;
/// Heights of a chart of columns: where the ground is, and all of it; above is room for a number.
const GROUND: f64 = 172.0;
const HEIGHT: f64 = 200.0;
const NUMBER: f64 = 20.0;
/// Per cent of the width.
const WIDEST: f64 = 11.0;
/// More labels do not fit side by side on a small phone.
const LABELS: usize = 9;

/// A lying bar of several parts; `most` fills the whole width. The number stands beside it, so it is not read aloud.
#[must_use]
pub fn bar(parts: &[Part], most: u64) -> Html<'static> {
    let mut svg =
        format!("<svg class=\"bar\" width=\"100%\" height=\"{BAR}\" aria-hidden=\"true\" focusable=\"false\">");
    let mut x = 0.0;
    for (class, count) in parts.iter().filter(|(_, count)| *count > 0) {
        let width = 100.0 * share(*count, most);
        let _ = write!(svg, "<rect class=\"{class}\" x=\"{x:.2}%\" width=\"{width:.2}%\" height=\"{BAR}\"/>");
        x += width;
    }
    svg.push_str("</svg>");
    Html(svg.into())
}

/// Standing columns in the order of time. `name` says what the chart shows.
#[must_use]
pub fn columns(name: &str, columns: &[Column]) -> Html<'static> {
    let most = columns.iter().map(height_of).max().unwrap_or(0);
    let step = 100.0 / columns.len().max(1) as f64;
    let width = (step * 0.66).min(WIDEST);
    let every = columns.len().div_ceil(LABELS).max(1);
    let mut svg = format!(
        "<svg class=\"chart\" width=\"100%\" height=\"{HEIGHT}\" role=\"img\" aria-label=\"{}\" focusable=\"false\">",
        escaped(name)
    );
    for (index, column) in columns.iter().enumerate() {
        let centre = step * (index as f64 + 0.5);
        let mut y = GROUND;
        for (class, count) in column.parts.iter().filter(|(_, count)| *count > 0) {
            let height = (GROUND - NUMBER) * share(*count, most);
            y -= height;
            let x = centre - width / 2.0;
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{x:.2}%\" y=\"{y:.1}\" width=\"{width:.2}%\" height=\"{height:.1}\"/>"
            );
        }
        let _ = write!(
            svg,
            "<text class=\"chart-value\" x=\"{centre:.2}%\" y=\"{:.1}\">{}</text>",
            y - 5.0,
            escaped(&column.value)
        );
        // The last one always has its label.
        if (columns.len() - 1 - index).is_multiple_of(every) {
            let _ =
                write!(svg, "<text x=\"{centre:.2}%\" y=\"{:.1}\">{}</text>", GROUND + 18.0, escaped(&column.label));
        }
    }
    let _ = write!(svg, "<line x1=\"0\" x2=\"100%\" y1=\"{GROUND}\" y2=\"{GROUND}\"/></svg>");
    Html(svg.into())
}

fn height_of(column: &Column) -> u64 {
    column.parts.iter().map(|(_, count)| count).sum()
}

fn share(count: u64, most: u64) -> f64 {
    if most == 0 { 0.0 } else { count as f64 / most as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let Html(svg) = bar(&[("s5", 3), ("s4", 0), ("s3", 69)], 144);
        assert!(svg.contains("class=\"s5\" x=\"0.00%\" width=\"2.08%\""), "{svg}");
        assert!(svg.contains("class=\"s3\" x=\"2.08%\" width=\"47.92%\""), "{svg}");
        assert!(!svg.contains("s4") && !svg.contains("style"), "{svg}");
        assert!(bar(&[("s5", 0)], 0).0.ends_with("\"false\"></svg>"));
    }

    #[test]
    fn the_highest_column_fills_the_chart_and_names_are_escaped() {
        let column = |label: &str, count: u64| Column {
            label: label.into(),
            value: count.to_string(),
            parts: vec![("s3", count)],
        };
        let Html(svg) = columns("A & \"B\"", &[column("2019", 35), column("<2020>", 70)]);
        assert!(svg.contains("aria-label=\"A &amp; &quot;B&quot;\""), "{svg}");
        assert!(svg.contains("y=\"96.0\" width=\"11.00%\" height=\"76.0\""), "{svg}");
        assert!(svg.contains("y=\"20.0\" width=\"11.00%\" height=\"152.0\""), "{svg}");
        assert!(svg.contains("&lt;2020&gt;"), "{svg}");
    }

    #[test]
    fn labels_of_many_columns_do_not_run_into_each_other() {
        let many: Vec<Column> = (2000..2020)
            .map(|year| Column { label: year.to_string(), value: "1".into(), parts: vec![("s3", 1)] })
            .collect();
        let Html(svg) = columns("x", &many);
        let labels = many.iter().filter(|column| svg.contains(&format!(">{}<", column.label))).count();
        assert!((2..=LABELS).contains(&labels) && svg.contains(">2019<"), "{labels}");
    }
}
