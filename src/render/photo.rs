//! Pictures in the sizes that pages ask for.
//!
//! In: the bytes of a photo and a [`Recipe`], which the plan has decided. Out: an [`Encoded`] photo: WebP in several
//! sizes, one JPEG for everything that does not know WebP, and the average colour to show while they load. Start at
//! [`encode`]; [`PhotoCache`] saves doing it again. Must not know: records, pages, addresses. Same photo and recipe, same
//! bytes, on any number of threads.
//!
//! Metadata does not survive: where and with which telephone a photo was taken is nobody's business. What it said about
//! orientation and colours is carried out instead.

mod cache;
mod colour;
mod encode;
mod resample;

use std::fmt;

pub use cache::{PhotoCache, PhotoKey};
pub use encode::encode;

use crate::plan::{PhotoSet, PhotoVariant};

/// What is made of a photo. Part of the cache key, so changing it makes everything anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Sizes of the photo as it is looked at, in the order in which the pictures are wanted.
    pub webp: Vec<Size>,
    pub jpeg: Size,
    /// 0 to 100.
    pub webp_quality: u8,
    /// 1 to 100.
    pub jpeg_quality: u8,
}

impl Recipe {
    /// The planned sizes, in the qualities that serve photos on a page well.
    #[must_use]
    pub fn of(set: &PhotoSet) -> Self {
        let size = |variant: &PhotoVariant| Size { width: variant.width, height: variant.height };
        Self {
            webp: set.webp.iter().map(size).collect(),
            jpeg: size(&set.fallback),
            webp_quality: 75,
            jpeg_quality: 80,
        }
    }
}

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// A photo, ready to publish: the bytes of each file, in the order of [`PhotoSet::paths`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    pub colour: Colour,
    pub webp: Vec<Vec<u8>>,
    pub jpeg: Vec<u8>,
}

impl Encoded {
    /// The files in the order of [`PhotoSet::paths`].
    pub fn into_files(self) -> impl Iterator<Item = Vec<u8>> {
        self.webp.into_iter().chain([self.jpeg])
    }
}

/// Red, green, blue. Displays as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Why a photo cannot be shown. Holds data; whoever knows the place of the photo makes a diagnostic of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// Not JPEG, PNG or WebP. The name of the format where it is a known one (`HEIC`, `GIF` …).
    #[error("a photo is JPEG, PNG or WebP, found {}", .0.unwrap_or("something else"))]
    Unsupported(Option<&'static str>),
    /// More pixels than are unpacked, or so long that no picture format holds it.
    #[error("a photo has at most 100 million pixels, found {width} × {height}")]
    TooLarge { width: u32, height: u32 },
    /// Begins like a photo and breaks off or makes no sense.
    #[error("the photo is damaged: {0}")]
    Damaged(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipe_keeps_the_planned_sizes_in_their_order() {
        let variant = |width| PhotoVariant { width, height: width / 2, path: format!("{width}") };
        let set = PhotoSet { webp: vec![variant(480), variant(960)], fallback: variant(900) };
        let recipe = Recipe::of(&set);
        assert_eq!(recipe.webp.iter().map(|size| size.width).collect::<Vec<_>>(), [480, 960]);
        assert_eq!(recipe.jpeg, Size { width: 900, height: 450 });

        let encoded = Encoded { colour: Colour([0; 3]), webp: vec![vec![1], vec![2]], jpeg: vec![3] };
        let files: Vec<_> = set.paths().zip(encoded.into_files()).collect();
        assert_eq!(files, [("480", vec![1]), ("960", vec![2]), ("900", vec![3])]);
    }

    #[test]
    fn a_colour_reads_as_in_css() {
        assert_eq!(Colour([9, 160, 255]).to_string(), "#09a0ff");
    }
}
