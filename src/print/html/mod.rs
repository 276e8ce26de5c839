//! Pages that a browser prints: their paths, and the models laid out for their templates.

mod counter;
mod pack;
mod sheet;

use crate::plan::Kind;

/// The register: every kind of page made for paper.
pub const KINDS: &[&dyn Kind] = &[&sheet::SheetPage, &pack::Pack, &counter::Counter];
