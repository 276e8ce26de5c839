//! The sizes in which pictures are published.

use crate::diag::FileId;
use crate::model::{Catalogue, Photo, PhotoContent};

/// Widths in pixels of the published sizes: a phone, a tablet or a sharp phone, a desktop or print.
const WIDTHS: [u32; 3] = [480, 800, 1600];

/// Width in pixels of the picture for programs that know no WebP.
pub const FALLBACK_WIDTH: u32 = 800;

/// Browsers keep pictures for good, so the number goes up when sizes stay and quality or encoder change.
pub const FOLDER: &str = "assets/photos-2";

/// How a published picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    WebP,
    Avif,
    Jpeg,
    Png,
}

impl Coding {
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Coding::WebP => "webp",
            Coding::Avif => "avif",
            Coding::Jpeg => "jpg",
            Coding::Png => "png",
        }
    }
}

/// One published size; `path` in the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhotoVariant {
    pub width: u32,
    pub height: u32,
    pub coding: Coding,
    pub path: String,
}

/// All published sizes of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhotoSet {
    /// Narrowest first; never wider than the picture itself; at least one.
    pub webp: Vec<PhotoVariant>,
    /// The same sizes, or empty where the site does not ask for AVIF.
    pub avif: Vec<PhotoVariant>,
    /// JPEG for feeds, previews and old programs; PNG where something shines through the picture.
    pub fallback: PhotoVariant,
}

impl PhotoSet {
    pub fn variants(&self) -> impl Iterator<Item = &PhotoVariant> {
        self.webp.iter().chain(&self.avif).chain([&self.fallback])
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.variants().map(|variant| variant.path.as_str())
    }
}

/// A picture to be made in all its sizes.
#[derive(Clone, Debug, Hash)]
pub struct PhotoJob {
    pub file: FileId,
    pub content: PhotoContent,
    /// Pixels of the file as it lies.
    pub pixels: u64,
    pub set: PhotoSet,
}

/// One job for every picture of the catalogue.
pub fn plan(catalogue: &Catalogue) -> Vec<PhotoJob> {
    let products = catalogue.products.iter().flat_map(|(_, product)| &product.photos);
    let producers = catalogue.producers.iter().flat_map(|(_, producer)| &producer.photos);
    let points = catalogue.sales_points.iter().flat_map(|(_, point)| &point.photos);
    let job = |photo: &Photo| PhotoJob {
        file: photo.file,
        content: photo.content,
        pixels: u64::from(photo.width) * u64::from(photo.height),
        set: set(photo, catalogue.site.photos.avif),
    };
    products.chain(producers).chain(points).map(job).collect()
}

fn set(photo: &Photo, avif: bool) -> PhotoSet {
    let content = photo.content.short();
    let variant = |width: u32, coding: Coding| {
        let height =
            (u64::from(width) * u64::from(photo.height) + u64::from(photo.width) / 2) / u64::from(photo.width.max(1));
        let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
        PhotoVariant { width, height, coding, path: format!("{FOLDER}/{content}-{width}.{}", coding.ending()) }
    };
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < photo.width).collect();
    if photo.width <= WIDTHS[WIDTHS.len() - 1] {
        widths.push(photo.width);
    }
    let all = |coding: Coding| widths.iter().map(|width| variant(*width, coding)).collect();
    PhotoSet {
        webp: all(Coding::WebP),
        avif: if avif { all(Coding::Avif) } else { Vec::new() },
        fallback: variant(FALLBACK_WIDTH.min(photo.width), if photo.transparent { Coding::Png } else { Coding::Jpeg }),
    }
}
