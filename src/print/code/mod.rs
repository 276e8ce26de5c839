//! Codes that scanners read, as vector drawings: no resolution, so no blur at any size.

mod bars;
pub mod qr;

pub use bars::{Bars, Symbology};
pub use qr::Modules;
