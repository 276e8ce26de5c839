//! Codes that scanners read, as vector drawings: no resolution, so no blur at any size.

mod bars;
pub mod qr;

pub use bars::{Bars, Symbology};
pub use qr::Modules;

/// A number in decimal digits. Drawings are numbers for the most part, and a product has several.
fn push(out: &mut String, number: usize) {
    if number >= 10 {
        push(out, number / 10);
    }
    out.push(char::from(b"0123456789"[number % 10]));
}
