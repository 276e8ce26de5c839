//! Pictures in their published sizes.

use std::fmt::Write as _;

use serde::Serialize;

use crate::model::Photo;

use super::Scribe;

#[derive(Clone, Debug, Serialize)]
pub struct Picture<'a> {
    pub src: String,
    pub srcset: Option<String>,
    pub width: u32,
    pub height: u32,
    pub alt: &'a str,
    pub lang: Option<&'a str>,
    pub credit: Option<&'a str>,
    pub illustration: bool,
    pub placeholder_color: Option<String>,
    pub focus_x: u8,
    pub focus_y: u8,
}

/// A picture for previews in other programs.
#[derive(Clone, Debug, Serialize)]
pub struct OgImage<'a> {
    pub url: String,
    pub width: u32,
    pub height: u32,
    pub alt: &'a str,
}

impl<'a> Scribe<'a> {
    /// The picture with the middle of its sizes as the one for old programs.
    #[must_use]
    pub fn picture(&self, photo: &'a Photo) -> Option<Picture<'a>> {
        let set = self.plan().photo(photo.file)?;
        let middle = &set.webp[set.webp.len() / 2];
        let mut srcset = String::new();
        for variant in &set.webp {
            let separator = if srcset.is_empty() { "" } else { ", " };
            let _ = write!(srcset, "{separator}{} {}w", self.plan().local(&variant.path), variant.width);
        }
        let alt = self.text(&photo.alt);
        let (x, y) = photo.focus.unwrap_or((0.5, 0.5));
        Some(Picture {
            src: self.plan().local(&middle.path),
            srcset: (set.webp.len() > 1).then_some(srcset),
            width: middle.width,
            height: middle.height,
            alt: self.words(&photo.alt),
            lang: alt.lang,
            credit: photo.credit.as_ref().map(|credit| self.words(credit)),
            illustration: photo.illustration,
            placeholder_color: None,
            focus_x: quarter(x),
            focus_y: quarter(y),
        })
    }

    /// The picture as JPEG under its whole address.
    #[must_use]
    pub fn og_image(&self, photo: &'a Photo) -> Option<OgImage<'a>> {
        let fallback = &self.plan().photo(photo.file)?.fallback;
        Some(OgImage {
            url: self.plan().full(&fallback.path),
            width: fallback.width,
            height: fallback.height,
            alt: self.words(&photo.alt),
        })
    }
}

/// The nearest of 0, 25, 50, 75 and 100 percent: style sheets have a class for each.
fn quarter(part: f32) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
    let quarters = (part.clamp(0.0, 1.0) * 4.0).round() as u8;
    quarters * 25
}
