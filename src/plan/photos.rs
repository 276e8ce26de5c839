//! The sizes in which pictures are published.

use std::fmt::Write as _;

use crate::diag::FileId;
use crate::model::{Catalogue, Photo};

/// Widths in pixels of the published sizes: a phone, a tablet or a sharp phone, a desktop or print.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Width in pixels of the JPEG for programs that know no WebP.
pub const FALLBACK_WIDTH: u32 = 960;

/// Browsers keep pictures for good, so the number goes up when sizes stay and quality or encoder change.
const FOLDER: &str = "assets/photos-1";

/// One published size; `path` in the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoVariant {
    pub width: u32,
    pub height: u32,
    pub path: String,
}

/// All published sizes of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoSet {
    /// WebP, narrowest first; never wider than the picture itself; at least one.
    pub webp: Vec<PhotoVariant>,
    /// JPEG for feeds, previews and old programs.
    pub fallback: PhotoVariant,
}

impl PhotoSet {
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.webp.iter().chain([&self.fallback]).map(|variant| variant.path.as_str())
    }
}

/// A picture to be made in all its sizes.
#[derive(Clone, Debug)]
pub struct PhotoJob {
    pub file: FileId,
    pub set: PhotoSet,
}

/// One job for every picture of the catalogue.
pub fn plan(catalogue: &Catalogue) -> Vec<PhotoJob> {
    let products = catalogue.products.iter().flat_map(|(_, product)| &product.photos);
    let producers = catalogue.producers.iter().flat_map(|(_, producer)| &producer.photos);
    let points = catalogue.sales_points.iter().flat_map(|(_, point)| &point.photos);
    products.chain(producers).chain(points).map(|photo| PhotoJob { file: photo.file, set: set(photo) }).collect()
}

fn set(photo: &Photo) -> PhotoSet {
    let mut hash = String::new();
    for byte in photo.hash {
        let _ = write!(hash, "{byte:02x}");
    }
    let variant = |width: u32, ending: &str| {
        let height =
            (u64::from(width) * u64::from(photo.height) + u64::from(photo.width) / 2) / u64::from(photo.width.max(1));
        let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
        PhotoVariant { width, height, path: format!("{FOLDER}/{hash}-{width}.{ending}") }
    };
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < photo.width).collect();
    if photo.width <= WIDTHS[WIDTHS.len() - 1] {
        widths.push(photo.width);
    }
    PhotoSet {
        webp: widths.into_iter().map(|width| variant(width, "webp")).collect(),
        fallback: variant(FALLBACK_WIDTH.min(photo.width), "jpg"),
    }
}
