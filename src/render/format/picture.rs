//! Pictures: drawn together with the photo they are made of, by `render::pictures`.

use crate::plan::{Encoding, Format};

pub struct Picture;

impl Format for Picture {
    fn name(&self) -> &'static str {
        "picture"
    }

    fn encoding(&self) -> Encoding {
        Encoding::Picture
    }
}
