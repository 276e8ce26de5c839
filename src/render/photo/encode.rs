//! From the bytes of a photo to all its pictures: unpacked once, then made smaller step by step.
//!
//! In: bytes and a [`Recipe`]. Out: [`Encoded`] or [`PhotoError`]. One call uses one thread; callers run many calls.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{Encoded, PhotoError, Recipe, Size, colour, resample::resample};

/// Makes every picture of `recipe`, turned as the camera says, in sRGB, without metadata.
///
/// # Errors
/// When the bytes are no whole photo; see [`PhotoError`].
pub fn encode(bytes: &[u8], recipe: &Recipe) -> Result<Encoded, PhotoError> {
    let mut source = unpack(bytes)?;
    let sizes: Vec<Size> = recipe.webp.iter().copied().chain([recipe.jpeg]).collect();
    if sizes.iter().any(|size| size.width.max(size.height) > MAX_SIDE) {
        return Err(source.too_large());
    }

    // Largest first, each made of the one before: the first step does nearly all of the work. Turning and colours come
    // after it, when there are ten times fewer pixels.
    let largest_first: BTreeSet<Reverse<Size>> = sizes.iter().copied().map(Reverse).collect();
    let mut made: Vec<(Size, DynamicImage)> = Vec::with_capacity(sizes.len());
    for Reverse(size) in largest_first {
        let pixels = if let Some((_, larger)) = made.last() {
            resample(larger, size)
        } else {
            let lying = if source.is_turned() { Size { width: size.height, height: size.width } } else { size };
            if lying != source.size {
                source.pixels = resample(&source.pixels, lying);
            }
            let mut pixels = colour::to_srgb(std::mem::take(&mut source.pixels), source.profile.as_deref());
            pixels.apply_orientation(source.orientation);
            pixels
        };
        made.push((size, pixels));
    }

    let pixels = |size: Size| {
        let found = made.iter().find(|(known, _)| *known == size);
        &found.expect("every size of the recipe was made").1
    };
    let smallest = made.last().expect("a recipe has a JPEG, so at least one size");
    Ok(Encoded {
        colour: colour::average(&smallest.1),
        webp: recipe.webp.iter().map(|size| webp(pixels(*size), recipe.webp_quality)).collect(),
        jpeg: jpeg(pixels(recipe.jpeg), recipe.jpeg_quality),
    })
}

/// Longest side that WebP can hold.
const MAX_SIDE: u32 = 16_383;

/// Unpacked, 100 million pixels take 400 MB; the loader refuses more, and so does this guard for a file that changed
/// since.
const MAX_PIXELS: u64 = 100_000_000;
const MAX_BYTES: u64 = MAX_PIXELS * 4;

/// A photo with its pixels as they lie in the file.
struct Source {
    /// `ImageRgb8` or, only where the file has transparency, `ImageRgba8`.
    pixels: DynamicImage,
    size: Size,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

impl Source {
    /// Whether width and height change places when the photo is looked at.
    fn is_turned(&self) -> bool {
        self.orientation.to_exif() >= 5
    }

    fn too_large(&self) -> PhotoError {
        let Size { width, height } = self.size;
        if self.is_turned() {
            PhotoError::TooLarge { width: height, height: width }
        } else {
            PhotoError::TooLarge { width, height }
        }
    }
}

fn unpack(bytes: &[u8]) -> Result<Source, PhotoError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| damaged(&error))?;
    let format = reader.format();
    if !matches!(format, Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(PhotoError::Unsupported(name_of(format, bytes)));
    }
    if format == Some(ImageFormat::Jpeg) && !ends_like_a_jpeg(bytes) {
        return Err(PhotoError::Damaged("its end is missing".to_owned()));
    }
    let mut decoder = reader.into_decoder().map_err(|error| damaged(&error))?;
    let (width, height) = decoder.dimensions();
    let too_large = PhotoError::TooLarge { width, height };
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_BYTES);
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.set_limits(limits).is_err() {
        return Err(too_large);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = match DynamicImage::from_decoder(decoder) {
        Err(ImageError::Limits(_)) => return Err(too_large),
        unpacked => unpacked.map_err(|error| damaged(&error))?,
    };
    // Grey and 16-bit pictures become what both encoders take.
    let pixels = if pixels.color().has_alpha() { pixels.into_rgba8().into() } else { pixels.into_rgb8().into() };
    Ok(Source { pixels, size: Size { width, height }, orientation, profile })
}

fn damaged(error: &impl ToString) -> PhotoError {
    PhotoError::Damaged(error.to_string())
}

/// The JPEG decoder fills what is missing with grey and says nothing, so half a photo has to be found out here: a whole
/// one has an end mark after its picture data (cameras may append more, so it need not come last).
fn ends_like_a_jpeg(bytes: &[u8]) -> bool {
    // Segments up to the picture data: FF, kind, length of the rest in two bytes. Skipped, because the preview inside
    // the metadata has an end mark too.
    let mut at = 2;
    while let Some(&[0xff, kind, high, low]) = bytes.get(at..at + 4) {
        match kind {
            0xff => at += 1,
            START_OF_SCAN => break,
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
    bytes.get(at..).is_some_and(|data| data.windows(2).rev().any(|window| window == [0xff, 0xd9]))
}

const START_OF_SCAN: u8 = 0xda;

/// A name for the message, where the kind of file is known.
fn name_of(format: Option<ImageFormat>, bytes: &[u8]) -> Option<&'static str> {
    match format {
        Some(ImageFormat::Gif) => Some("GIF"),
        Some(ImageFormat::Tiff) => Some("TIFF"),
        Some(ImageFormat::Bmp) => Some("BMP"),
        Some(ImageFormat::Avif) => Some("AVIF"),
        Some(ImageFormat::Ico) => Some("ICO"),
        _ if bytes.get(4..8) == Some(b"ftyp") => Some("HEIC"),
        _ if bytes.starts_with(b"%PDF") => Some("PDF"),
        _ => None,
    }
}

fn webp(picture: &DynamicImage, quality: u8) -> Vec<u8> {
    let encoder = match picture {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, pixels.width(), pixels.height()),
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, pixels.width(), pixels.height()),
        _ => unreachable!("`unpack` makes RGB and RGBA only"),
    };
    // Everything but the quality is libwebp's own default: method 4, as `cwebp` and sharp have it.
    let encoded = encoder.encode_simple(false, f32::from(quality.min(100)));
    encoded.expect("WebP holds every picture of up to 16,383 pixels a side").to_vec()
}

fn jpeg(picture: &DynamicImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality.clamp(1, 100));
    colour::on_white(picture).write_with_encoder(encoder).expect("JPEG holds every RGB picture of this size");
    bytes
}

#[cfg(test)]
mod tests;
