//! Output formats, one file each. To add one: a file here, its `mod` line, its line in [`FORMATS`].

mod csv;
mod html;
mod json;
mod pdf;
mod picture;
mod text;
mod xml;

use crate::plan::Format;

/// The register: every output format there is.
pub const FORMATS: &[&dyn Format] =
    &[&html::Html, &xml::Xml, &json::Json, &csv::Csv, &pdf::Pdf, &picture::Picture, &text::Text];

/// The format of a name that a page kind gives.
#[must_use]
pub fn by_name(name: &str) -> &'static dyn Format {
    FORMATS.iter().copied().find(|format| format.name() == name).expect("a kind names a format of the register")
}
