//! Unpacks a JPEG no larger than it is wanted.
//!
//! In: the bytes of a JPEG and a size. Out: RGB pixels of at least that size. A JPEG holds its picture as blocks of 8 × 8
//! frequencies; leaving out the high ones gives 4 × 4, 2 × 2 or single pixels, so that a photo of twelve million pixels
//! is unpacked as the three million that a page can use, in three quarters of the time. The decoder is built without
//! code for single processors (`platform_independent`): the same photo gives the same pixels on every machine.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, ImageReader, RgbImage};
use jpeg_decoder::{Decoder, Error, PixelFormat};

use super::{PhotoError, Size, colour, unpack::damaged};

/// Pixels as they lie in the file, before turning; `to` lies as they do.
pub(super) fn unpack(bytes: &[u8], to: Size, profile: Option<&[u8]>) -> Result<DynamicImage, PhotoError> {
    if !has_an_end(bytes) {
        return Err(PhotoError::Damaged("its end is missing".to_owned()));
    }
    let mut decoder = Decoder::new(Cursor::new(bytes));
    let side = |pixels: u32| u16::try_from(pixels).unwrap_or(u16::MAX);
    let unpacked = decoder.scale(side(to.width), side(to.height)).and_then(|size| Ok((size, decoder.decode()?)));
    let ((width, height), pixels) = match unpacked {
        Ok(unpacked) => unpacked,
        // Rare kinds, such as sides that are halved unevenly.
        Err(Error::Unsupported(_)) => return whole(bytes),
        Err(error) => return Err(damaged(&error)),
    };
    let (width, height) = (u32::from(width), u32::from(height));
    let format = decoder.info().expect("known after unpacking").pixel_format;
    let picture: Option<DynamicImage> = match format {
        PixelFormat::L8 => {
            GrayImage::from_raw(width, height, pixels).map(|grey| DynamicImage::from(grey).into_rgb8().into())
        }
        PixelFormat::RGB24 => RgbImage::from_raw(width, height, pixels).map(Into::into),
        PixelFormat::CMYK32 => RgbImage::from_raw(width, height, colour::of_inks(&pixels, profile)).map(Into::into),
        PixelFormat::L16 => return whole(bytes),
    };
    picture.ok_or_else(|| PhotoError::Damaged("it holds fewer pixels than it says".to_owned()))
}

/// Unpacks a JPEG of a kind that cannot be unpacked smaller.
fn whole(bytes: &[u8]) -> Result<DynamicImage, PhotoError> {
    let decoder = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Jpeg).into_decoder();
    let decoder = decoder.map_err(|error| damaged(&error))?;
    Ok(DynamicImage::from_decoder(decoder).map_err(|error| damaged(&error))?.into_rgb8().into())
}

/// Whether there is an end mark after the picture data; cameras may append more, so it need not come last. A decoder may
/// fill what is missing with grey and say nothing.
fn has_an_end(bytes: &[u8]) -> bool {
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
