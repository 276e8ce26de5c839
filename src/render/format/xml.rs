//! Sitemaps and feeds: a template, values escaped.

use crate::plan::{Encoding, Format};

pub struct Xml;

impl Format for Xml {
    fn name(&self) -> &'static str {
        "xml"
    }

    fn encoding(&self) -> Encoding {
        Encoding::Markup
    }
}
