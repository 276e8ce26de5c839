//! A table for spreadsheets: the finished text of the view.

use crate::plan::{Encoding, Format};

pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn encoding(&self) -> Encoding {
        Encoding::Verbatim
    }
}
