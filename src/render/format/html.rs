//! Web pages: a template, values escaped.

use crate::plan::{Encoding, Format};

pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn encoding(&self) -> Encoding {
        Encoding::Markup
    }
}
