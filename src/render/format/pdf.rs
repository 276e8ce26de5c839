//! PDF: set by `render::pdf`, in programs that have it.

use crate::plan::{Encoding, Format};

pub struct Pdf;

impl Format for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn encoding(&self) -> Encoding {
        Encoding::Document
    }
}
