//! Pictures in the sizes that pages ask for.
//!
//! In: the bytes of a photo and a [`Recipe`], which the plan has decided. Out: an [`Encoded`] photo: the bytes of each of
//! its files, and the tone to show while they load. [`develop`] unpacks a photo, once; [`encode`] writes all that is
//! made of it; [`PhotoCache`] saves doing it again. Must not know: records, pages, addresses. Same photo and recipe, same
//! bytes, on any number of threads.
//!
//! Metadata does not survive: where and with which telephone a photo was taken is nobody's business. What it said about
//! orientation and colours is carried out instead.

#[cfg(feature = "avif")]
mod avif;
mod cache;
mod colour;
mod encode;
mod jpeg;
mod resample;
mod unpack;

pub use cache::{PhotoCache, PhotoKey};
pub(super) use colour::on_white;
pub use encode::encode;
pub(super) use encode::jpeg;
pub(super) use resample::resample;
pub use unpack::develop;

use crate::model::Tone;
use crate::plan::{Coding, PhotoSet};

/// What is made of a photo: the pictures of [`PhotoSet::variants`], in that order. Part of the cache key, so changing it
/// makes everything anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    pub pictures: Vec<(Size, Coding)>,
    pub quality: Quality,
}

/// How much of a photo its pictures keep: 1 to 100 each, on scales of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quality {
    pub webp: u8,
    pub avif: u8,
    pub jpeg: u8,
}

impl Quality {
    /// Serves photos on a page well.
    pub const PAGE: Self = Self { webp: 75, avif: 60, jpeg: 80 };
}

impl Recipe {
    /// The planned sizes.
    #[must_use]
    pub fn of(set: &PhotoSet) -> Self {
        let pictures =
            set.variants().map(|variant| (Size { width: variant.width, height: variant.height }, variant.coding));
        Self { pictures: pictures.collect(), quality: Quality::PAGE }
    }

    /// The largest of the sizes: what a photo has to be unpacked for.
    #[must_use]
    pub fn largest(&self) -> Size {
        self.pictures.iter().map(|(size, _)| *size).max().expect("a recipe has a fallback, so at least one size")
    }
}

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// Lying on its side.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// A photo, ready to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// `None` where something shines through the photo: the tone would, too.
    pub tone: Option<Tone>,
    /// The bytes of each picture, in the order of the recipe.
    pub files: Vec<Vec<u8>>,
}

/// Why a photo cannot be shown. Holds data; whoever knows the place of the photo makes a diagnostic of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// Not JPEG, PNG or WebP.
    #[error("a photo is JPEG, PNG or WebP, this is something else")]
    Unsupported,
    /// More pixels than are unpacked, or so long that no picture format holds it.
    #[error("a photo has at most 100 million pixels, found {width} × {height}")]
    TooLarge { width: u32, height: u32 },
    /// Begins like a photo and breaks off or makes no sense.
    #[error("the photo is damaged: {0}")]
    Damaged(String),
}

#[cfg(test)]
mod tests;
