//! Plain text: a template, values as they are.

use crate::plan::{Encoding, Format};

pub struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn encoding(&self) -> Encoding {
        Encoding::Plain
    }
}
