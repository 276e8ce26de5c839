//! From an unpacked photo to all its pictures, each made of the next larger one.
//!
//! In: pixels and a [`Recipe`]. Out: [`Encoded`]. One call uses one thread; callers run many calls.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, RgbImage};
use jpeg_encoder::{ColorType, SamplingFactor};

use crate::plan::Coding;

use super::{Encoded, Quality, Recipe, Size, colour, resample::resample};

/// Makes every picture of `recipe` from what [`super::develop`] made in its largest size.
#[must_use]
pub fn encode(photo: DynamicImage, recipe: &Recipe) -> Encoded {
    // Largest first: the first step does nearly all of the work.
    let sizes: BTreeSet<Reverse<Size>> = recipe.pictures.iter().map(|(size, _)| Reverse(*size)).collect();
    let mut made: BTreeMap<Size, DynamicImage> = BTreeMap::new();
    let mut last = photo;
    for Reverse(size) in sizes {
        let pixels = resample(last, size);
        made.insert(size, pixels.clone());
        last = pixels;
    }
    let write = |(size, coding): &(Size, Coding)| written(&made[size], *coding, recipe.quality);
    Encoded {
        tone: (!last.color().has_alpha()).then(|| colour::tone(&last)),
        files: recipe.pictures.iter().map(write).collect(),
    }
}

fn written(picture: &DynamicImage, coding: Coding, quality: Quality) -> Vec<u8> {
    match coding {
        Coding::WebP => webp(picture, quality.webp),
        #[cfg(feature = "avif")]
        Coding::Avif => super::avif::avif(picture, quality.avif),
        #[cfg(not(feature = "avif"))]
        Coding::Avif => unreachable!("a site is not planned with AVIF by a program that cannot write it"),
        Coding::Jpeg => jpeg(&colour::on_white(picture), quality.jpeg),
        Coding::Png => png(picture),
    }
}

fn webp(picture: &DynamicImage, quality: u8) -> Vec<u8> {
    let encoder = match picture {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, pixels.width(), pixels.height()),
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, pixels.width(), pixels.height()),
        _ => unreachable!("`develop` makes RGB and RGBA only"),
    };
    // Everything but the quality is libwebp's own default: method 4, as `cwebp` and sharp have it.
    let encoded = encoder.encode_simple(false, f32::from(quality.min(100)));
    encoded.expect("WebP holds every picture of up to 16,383 pixels a side").to_vec()
}

/// JPEG with half the colour resolution, as cameras have it.
pub(crate) fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let side = |pixels: u32| u16::try_from(pixels).expect("a picture has up to 16,383 pixels a side");
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, quality.clamp(1, 100));
    encoder.set_sampling_factor(SamplingFactor::F_2_2);

    encoder
        .encode(picture.as_raw(), side(picture.width()), side(picture.height()), ColorType::Rgb)
        .expect("JPEG holds every RGB picture of this size");
    bytes
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    picture.write_with_encoder(encoder).expect("PNG holds every picture");
    bytes
}
