//! Looks at the head of a picture: kind and size, without decoding it; and names its content by a hash.

use std::io::Cursor;
use std::path::Path;

use image::{ImageDecoder, ImageError, ImageFormat, ImageReader};

use crate::model::PhotoFormat;

/// Pictures with more pixels are refused: unpacked they would fill the memory of a small machine.
const MAX_PIXELS: u64 = 100_000_000;

/// Endings of files that are meant as pictures.
const ENDINGS: &[&str] = &["jpg", "jpeg", "png", "webp", "gif", "tif", "tiff", "bmp", "heic", "heif", "avif"];

#[must_use]
pub fn looks_like_one(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_lowercase().as_str()))
}

/// Size in pixels, after turning the picture the way the camera says.
#[derive(Clone, Copy, Debug)]
pub struct Probe {
    pub width: u32,
    pub height: u32,
    pub format: PhotoFormat,
    pub hash: [u8; 8],
}

/// Why a picture cannot be used.
#[derive(Debug)]
pub enum BadPhoto {
    NotAPicture,
    OtherFormat,
    TooLarge(u32, u32),
    Damaged(String),
}

impl BadPhoto {
    /// Message and remedy.
    #[must_use]
    pub fn words(&self, name: &str) -> (String, String) {
        match self {
            BadPhoto::NotAPicture => (
                format!("`{name}` is not a picture"),
                "open it to see what it is, and save the picture again as JPEG".into(),
            ),
            BadPhoto::OtherFormat => (
                format!("`{name}` is a kind of picture that browsers do not all show"),
                "save it as JPEG (photos) or PNG (drawings)".into(),
            ),
            BadPhoto::TooLarge(width, height) => (
                format!("`{name}` has {width} × {height} pixels, more than 100 million"),
                "make it smaller, 4000 pixels wide are enough for print".into(),
            ),
            BadPhoto::Damaged(why) => {
                (format!("`{name}` is damaged: {why}"), "copy it again from the camera or telephone".into())
            }
        }
    }
}

/// Reads the head of a picture.
///
/// # Errors
/// When it is no picture that can be used.
pub fn probe(path: &Path) -> Result<Probe, BadPhoto> {
    let bytes = std::fs::read(path).map_err(|error| BadPhoto::Damaged(error.to_string()))?;
    let hash = *blake3::hash(&bytes).as_bytes().first_chunk().expect("a hash has 32 bytes");
    let reader = ImageReader::new(Cursor::new(&bytes))
        .with_guessed_format()
        .map_err(|error| BadPhoto::Damaged(error.to_string()))?;
    let format = match reader.format() {
        Some(ImageFormat::Jpeg) => PhotoFormat::Jpeg,
        Some(ImageFormat::Png) => PhotoFormat::Png,
        Some(ImageFormat::WebP) => PhotoFormat::WebP,
        Some(_) => return Err(BadPhoto::OtherFormat),
        None => return Err(BadPhoto::NotAPicture),
    };
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        ImageError::Unsupported(_) => BadPhoto::OtherFormat,
        other => BadPhoto::Damaged(other.to_string()),
    })?;
    let (mut width, mut height) = decoder.dimensions();
    // A camera turned on its side says so in four of the eight orientations.
    let turned = decoder.orientation().is_ok_and(|orientation| orientation.to_exif() >= 5);
    if turned {
        std::mem::swap(&mut width, &mut height);
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(BadPhoto::TooLarge(width, height));
    }
    Ok(Probe { width, height, format, hash })
}
