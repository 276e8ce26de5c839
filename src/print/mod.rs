//! What stands on paper: sheets, labels, price lists and packs of a sales point, made from the catalogue.
//!
//! In: the catalogue, the plan, the words of `pages`. Out: typed models (a [`sheet::Sheet`], a [`label::Label`]) that both
//! the pages a browser prints and the PDF show, and page kinds for the former ([`html`]). What fits where is decided here,
//! by measures and before anything is drawn. Must not know: the template engine, the typesetter, bytes.

pub mod book;
mod check;
pub mod code;
pub mod document;
pub mod fit;
pub mod html;
pub mod label;
pub mod measure;
pub mod paper;
pub mod prices;
pub mod published;
pub mod sheet;

use std::sync::LazyLock;

pub use check::{Checking, check};

use crate::plan::Kind;

/// The register: every kind of page made for paper, and the documents that a site can offer.
pub static KINDS: LazyLock<Vec<&'static dyn Kind>> = LazyLock::new(|| [html::KINDS, published::KINDS].concat());
