//! Writes AVIF: smaller than WebP, and about twenty times slower to make, so only sites that ask for it have it.

use image::DynamicImage;
use ravif::{Encoder, Img, RGB8, RGBA8};

/// Of 1 (slow) to 10: the last step before files grow by a sixth.
const SPEED: u8 = 9;

/// One thread, since the encoder cuts a picture into as many tiles as it has threads, and bytes may not depend on that.
pub(super) fn avif(picture: &DynamicImage, quality: u8) -> Vec<u8> {
    let encoder = Encoder::new().with_quality(f32::from(quality)).with_speed(SPEED).with_num_threads(Some(1));
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let encoded = match picture {
        DynamicImage::ImageRgba8(pixels) => {
            let pixels: Vec<RGBA8> = pixels.pixels().map(|pixel| RGBA8::from(pixel.0)).collect();
            encoder.encode_rgba(Img::new(&pixels, width, height))
        }
        DynamicImage::ImageRgb8(pixels) => {
            let pixels: Vec<RGB8> = pixels.pixels().map(|pixel| RGB8::from(pixel.0)).collect();
            encoder.encode_rgb(Img::new(&pixels, width, height))
        }
        _ => unreachable!("`develop` makes RGB and RGBA only"),
    };
    encoded.expect("AVIF holds every picture of up to 16,383 pixels a side").avif_file
}
