//! From the bytes of a photo to its pixels: upright, in sRGB, not much larger than they are wanted.
//!
//! In: bytes and a size. Out: a picture of that size, or [`PhotoError`]. The one place that reads files of strangers, so
//! it decides from the head of a file how much memory it may cost.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{PhotoError, Size, colour, jpeg, resample::resample};

/// Longest side that WebP can hold.
const MAX_SIDE: u32 = 16_383;

/// Unpacked, 100 million pixels take 400 MB; the loader refuses more, and so does this guard for a file that changed
/// since.
const MAX_PIXELS: u64 = 100_000_000;
const MAX_BYTES: u64 = MAX_PIXELS * 4;

/// What stands before the pixels, unpacked.
const MAX_HEAD: u64 = 32_000_000;

/// A photo in the size `to`, turned as the camera says, in sRGB: `ImageRgb8` or, only where the file has transparency,
/// `ImageRgba8`.
///
/// # Errors
/// When the bytes are no whole photo; see [`PhotoError`].
pub fn develop(bytes: &[u8], to: Size) -> Result<DynamicImage, PhotoError> {
    let source = unpack(bytes, to)?;
    // Turning and colours come after making it smaller, when there are many times fewer pixels.
    let lying = if source.is_turned() { to.turned() } else { to };
    let pixels = resample(source.pixels, lying);
    let mut pixels = colour::to_srgb(pixels, source.profile.as_deref());
    pixels.apply_orientation(source.orientation);
    Ok(pixels)
}

/// A photo with its pixels as they lie in the file.
struct Source {
    pixels: DynamicImage,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

impl Source {
    /// Whether width and height change places when the photo is looked at.
    fn is_turned(&self) -> bool {
        turned(self.orientation)
    }
}

fn turned(orientation: Orientation) -> bool {
    orientation.to_exif() >= 5
}

fn unpack(bytes: &[u8], to: Size) -> Result<Source, PhotoError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| damaged(&error))?;
    let format = reader.format();
    if !matches!(format, Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(PhotoError::Unsupported);
    }
    // A colour profile is packed and may be made to unpack without end; a large one has 4 MB.
    let mut head = Limits::default();
    head.max_alloc = Some(MAX_HEAD);
    reader.limits(head);
    let mut decoder = reader.into_decoder().map_err(|error| damaged(&error))?;
    let (width, height) = decoder.dimensions();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let too_large = |Size { width, height }: Size| PhotoError::TooLarge { width, height };
    let size = if turned(orientation) { Size { width, height }.turned() } else { Size { width, height } };
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_BYTES);
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.set_limits(limits).is_err() {
        return Err(too_large(size));
    }
    if to.width.max(to.height) > MAX_SIDE {
        return Err(too_large(to));
    }
    let profile = decoder.icc_profile().ok().flatten();
    if format == Some(ImageFormat::Jpeg) {
        drop(decoder);
        let lying = if turned(orientation) { to.turned() } else { to };
        return Ok(Source { pixels: jpeg::unpack(bytes, lying, profile.as_deref())?, orientation, profile });
    }
    let pixels = match DynamicImage::from_decoder(decoder) {
        Err(ImageError::Limits(_)) => return Err(too_large(size)),
        unpacked => unpacked.map_err(|error| damaged(&error))?,
    };
    // Grey and 16-bit pictures become what all encoders take; an alpha channel that hides nothing is left out.
    let clear =
        pixels.color().has_alpha().then(|| pixels.to_rgba8()).filter(|pixels| pixels.pixels().any(|p| p.0[3] < 255));
    let pixels = clear.map_or_else(|| pixels.into_rgb8().into(), DynamicImage::from);
    Ok(Source { pixels, orientation, profile })
}

pub(super) fn damaged(error: &impl ToString) -> PhotoError {
    PhotoError::Damaged(error.to_string())
}
