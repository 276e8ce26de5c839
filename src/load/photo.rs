//! Looks at the head of a picture: kind, size and what is special about it, without unpacking it; and names its content.

mod png;

use std::io::Cursor;
use std::path::Path;

use image::{ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::model::{PhotoContent, PhotoFormat};

/// Pictures with more pixels are refused: unpacked they would fill the memory of a small machine.
const MAX_PIXELS: u64 = 100_000_000;

/// Longest side that WebP holds.
const MAX_SIDE: u32 = 16_383;

/// Larger files are not read. A photo of 100 million pixels has 20 to 60 MB.
const MAX_FILE: u64 = 300_000_000;

/// What stands before the pixels, unpacked; a large colour profile has 4 MB.
const MOST_HEAD: u64 = 32_000_000;

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
    pub content: PhotoContent,
    pub transparent: bool,
    /// It moves; only its first picture will be shown.
    pub animated: bool,
}

impl Probe {
    /// The ending that the file should have, where it has another one.
    #[must_use]
    pub fn better_ending(&self, name: &str) -> Option<&'static str> {
        let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
        let (fits, right): (&[&str], _) = match self.format {
            PhotoFormat::Jpeg => (&["jpg", "jpeg"], "jpg"),
            PhotoFormat::Png => (&["png"], "png"),
            PhotoFormat::WebP => (&["webp"], "webp"),
        };
        (!fits.contains(&ending.as_str())).then_some(right)
    }
}

/// Why a picture cannot be used.
#[derive(Debug)]
pub enum BadPhoto {
    NotAPicture,
    /// A format that browsers do not all show, by its name.
    OtherFormat(&'static str),
    TooManyPixels(u32, u32),
    TooLong(u32, u32),
    TooLargeFile(u64),
    Damaged(String),
    /// The file cannot be read.
    World(std::io::Error),
    CutOff,
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
            BadPhoto::OtherFormat("HEIC") => (
                format!("`{name}` is a picture in HEIC, the format of iPhones, which browsers do not all show"),
                "open it on the telephone or computer and save or share it as JPEG; on the iPhone, Settings > Camera > \
                 Formats > Most Compatible takes photos as JPEG from now on"
                    .into(),
            ),
            BadPhoto::OtherFormat(format) => (
                format!("`{name}` is a picture in {format}, a format that is not for photos on the web"),
                "save it as JPEG (photos) or PNG (drawings)".into(),
            ),
            BadPhoto::TooManyPixels(width, height) => (
                format!("`{name}` has {width} × {height} pixels, more than 100 million"),
                "make it smaller, 4000 pixels wide are enough for print".into(),
            ),
            BadPhoto::TooLong(width, height) => (
                format!("`{name}` has {width} × {height} pixels, a side of more than {MAX_SIDE}"),
                "cut the part out that shows the product".into(),
            ),
            BadPhoto::TooLargeFile(bytes) => (
                format!("`{name}` has {} MB, more than any photo needs", bytes / 1_000_000),
                "save it as JPEG, 4000 pixels wide are enough for print".into(),
            ),
            BadPhoto::Damaged(why) => {
                (format!("`{name}` is damaged: {why}"), "copy it again from the camera or telephone".into())
            }
            BadPhoto::World(error) => {
                (format!("`{name}` cannot be read: {error}"), super::walk::unreadable(error).into())
            }
            BadPhoto::CutOff => (
                format!("`{name}` is damaged: its end is missing"),
                "it was copied or downloaded only in part: copy it again from the camera or telephone".into(),
            ),
        }
    }
}

/// Reads the head of a picture, and makes sure that its end is there.
///
/// # Errors
/// When it is no picture that can be used.
pub fn probe(path: &Path) -> Result<Probe, BadPhoto> {
    let length = std::fs::metadata(path).map_err(BadPhoto::World)?.len();
    if length > MAX_FILE {
        return Err(BadPhoto::TooLargeFile(length));
    }
    look(&std::fs::read(path).map_err(BadPhoto::World)?)
}

/// Reads the head of a picture from the bytes of its file, and makes sure that its end is there.
///
/// # Errors
/// When they are no picture that can be used.
pub fn look(bytes: &[u8]) -> Result<Probe, BadPhoto> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| BadPhoto::Damaged(error.to_string()))?;
    let format = match reader.format() {
        Some(ImageFormat::Jpeg) => PhotoFormat::Jpeg,
        Some(ImageFormat::Png) => PhotoFormat::Png,
        Some(ImageFormat::WebP) => PhotoFormat::WebP,
        other => return Err(other_format(other, bytes).map_or(BadPhoto::NotAPicture, BadPhoto::OtherFormat)),
    };
    // Colour profiles and texts before the pixels are packed, and may be made to unpack without end.
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_HEAD);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        ImageError::Unsupported(_) => BadPhoto::Damaged("it is written in a way that is not known".into()),
        other => BadPhoto::Damaged(other.to_string()),
    })?;
    let (mut width, mut height) = decoder.dimensions();
    // A camera turned on its side says so in four of the eight orientations.
    let turned = decoder.orientation().is_ok_and(|orientation| orientation.to_exif() >= 5);
    if turned {
        std::mem::swap(&mut width, &mut height);
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(BadPhoto::TooManyPixels(width, height));
    }
    if width == 0 || height == 0 {
        return Err(BadPhoto::Damaged("it has no pixels".into()));
    }
    if width.max(height) > MAX_SIDE {
        return Err(BadPhoto::TooLong(width, height));
    }
    if !is_whole(format, bytes) {
        return Err(BadPhoto::CutOff);
    }
    let may_be_transparent = decoder.color_type().has_alpha();
    let transparent = may_be_transparent
        && match format {
            PhotoFormat::Png => png::is_transparent(bytes).map_err(BadPhoto::Damaged)?,
            _ => true,
        };
    let animated = match format {
        PhotoFormat::Jpeg => false,
        PhotoFormat::Png => png::is_animated(bytes),
        // Flags of the extended header.
        PhotoFormat::WebP => bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0),
    };
    Ok(Probe { width, height, format, content: PhotoContent::of(bytes), transparent, animated })
}

/// Whether the file says at its end that it is complete. A photo that was copied in part begins like a whole one.
fn is_whole(format: PhotoFormat, bytes: &[u8]) -> bool {
    match format {
        // The last picture data end with this mark; cameras may append more.
        PhotoFormat::Jpeg => bytes.windows(2).rev().any(|window| window == [0xff, 0xd9]),
        PhotoFormat::Png => png::has_an_end(bytes),
        // Bytes 4 to 7: how many follow.
        PhotoFormat::WebP => bytes
            .get(4..8)
            .and_then(|length| length.try_into().ok())
            .is_some_and(|length| bytes.len() as u64 >= u64::from(u32::from_le_bytes(length)) + 8),
    }
}

/// A name for the message, where the kind of file is known.
fn other_format(format: Option<ImageFormat>, bytes: &[u8]) -> Option<&'static str> {
    match format {
        Some(ImageFormat::Gif) => Some("GIF"),
        Some(ImageFormat::Tiff) => Some("TIFF"),
        Some(ImageFormat::Bmp) => Some("BMP"),
        Some(ImageFormat::Avif) => Some("AVIF"),
        Some(ImageFormat::Ico) => Some("ICO"),
        _ if bytes.get(4..8) == Some(b"ftyp") => Some(match bytes.get(8..12) {
            Some(b"avif" | b"avis") => "AVIF",
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1") => "HEIC",
            _ => "MP4 (a film)",
        }),
        _ if bytes.starts_with(b"%PDF") => Some("PDF"),
        _ if bytes.starts_with(b"8BPS") => Some("PSD"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
