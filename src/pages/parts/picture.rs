//! Pictures in their published sizes.

use std::fmt::Write as _;

use serde::Serialize;

use crate::model::{Photo, ProductId};
use crate::pages::share;
use crate::plan::{PhotoVariant, Route, Subject};

use super::Scribe;

#[derive(Clone, Debug, Serialize)]
pub struct Picture<'a> {
    /// For programs that know neither WebP nor AVIF.
    pub src: String,
    pub webp: String,
    pub avif: Option<String>,
    /// The largest size, for looking at it closely.
    pub large: String,
    pub width: u32,
    pub height: u32,
    pub alt: &'a str,
    pub lang: Option<&'a str>,
    pub credit: Option<&'a str>,
    pub illustration: bool,
    pub tone: Option<String>,
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
    /// The picture in all its sizes.
    #[must_use]
    pub fn picture(&self, photo: &'a Photo) -> Option<Picture<'a>> {
        let set = self.plan().photo(photo.file)?;
        let alt = self.text(&photo.alt);
        let (x, y) = photo.focus.unwrap_or((0.5, 0.5));
        Some(Picture {
            src: self.plan().local(&set.fallback.path),
            webp: self.srcset(&set.webp),
            avif: (!set.avif.is_empty()).then(|| self.srcset(&set.avif)),
            large: self.plan().local(&set.webp[set.webp.len() - 1].path),
            width: set.fallback.width,
            height: set.fallback.height,
            alt: self.words(&photo.alt),
            lang: alt.lang,
            credit: photo.credit.as_ref().map(|credit| self.words(credit)),
            illustration: photo.illustration,
            tone: (self.rendering.tone)(photo.content).map(|tone| tone.as_str().to_owned()),
            focus_x: quarter(x),
            focus_y: quarter(y),
        })
    }

    fn srcset(&self, variants: &[PhotoVariant]) -> String {
        let mut srcset = String::new();
        for variant in variants {
            let separator = if srcset.is_empty() { "" } else { ", " };
            let _ = write!(srcset, "{separator}{} {}w", self.plan().local(&variant.path), variant.width);
        }
        srcset
    }

    /// The picture that is drawn for sharing a product; `None` where there is none.
    #[must_use]
    pub fn share_image(&self, id: ProductId) -> Option<OgImage<'a>> {
        let url = self.plan().full_url(&Route::new("share", self.lang, Subject::Product(id)))?;
        let alt = self.words(&self.catalogue().products[id].name);
        Some(OgImage { url, width: share::WIDTH, height: share::HEIGHT, alt })
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
