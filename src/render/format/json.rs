//! Data: the view itself.

use crate::plan::{Encoding, Format};

pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn encoding(&self) -> Encoding {
        Encoding::Json
    }
}
