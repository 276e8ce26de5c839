//! Makes a picture smaller.
//!
//! In: pixels, 3 or 4 bytes each. Out: fewer of them, by Lanczos resampling with a radius of three pixels, the sharpest of
//! the usual filters. Knows neither files nor formats.
//!
//! Our own for two reasons. Pixels are added up in whole numbers, by code that does not depend on the processor: the same
//! picture gives the same bytes on every machine. And `fast_image_resize`, the quickest there is, costs 25 s of compile
//! time, since all its code is generic; here the coding of the results takes most of the time anyway.

use image::{DynamicImage, RgbImage, RgbaImage};

use super::Size;

/// The picture in the size `to`; as it is when it has that size.
///
/// # Panics
/// When the picture is not RGB or RGBA with 8 bits: unpacking makes no other.
pub(crate) fn resample(picture: DynamicImage, to: Size) -> DynamicImage {
    let from = Size { width: picture.width(), height: picture.height() };
    if from == to {
        return picture;
    }
    match picture {
        DynamicImage::ImageRgb8(pixels) => {
            let smaller = both_ways::<3>(pixels.as_raw(), from, to);
            RgbImage::from_raw(to.width, to.height, smaller).expect("three bytes for each pixel").into()
        }
        DynamicImage::ImageRgba8(pixels) => {
            // What is hidden must not shine through: colours count as much as they are seen.
            let mut weighed = pixels.into_raw();
            weighed.as_chunks_mut::<4>().0.iter_mut().for_each(weigh);
            let mut smaller = both_ways::<4>(&weighed, from, to);
            smaller.as_chunks_mut::<4>().0.iter_mut().for_each(unweigh);
            RgbaImage::from_raw(to.width, to.height, smaller).expect("four bytes for each pixel").into()
        }
        _ => unreachable!("unpacking makes RGB and RGBA only"),
    }
}

/// Weights are whole numbers in units of 1 / 2^14; those of one pixel add up to exactly 2^14, so that a plain colour
/// stays what it is.
const UNIT_BITS: u32 = 14;
const UNIT: i32 = 1 << UNIT_BITS;
const HALF: i32 = UNIT / 2;

fn both_ways<const CHANNELS: usize>(pixels: &[u8], from: Size, to: Size) -> Vec<u8> {
    let row = from.width as usize * CHANNELS;
    // Rows first: adding up whole rows is what processors do best, and it leaves less for the other direction.
    let fewer_rows = merge_rows(pixels, row, &weights(from.height, to.height));
    let columns = weights(from.width, to.width);
    let mut smaller = Vec::with_capacity(to.width as usize * to.height as usize * CHANNELS);
    // Four lanes for each pixel, whatever it has: that is what processors multiply at once. The sums are whole numbers
    // below 2^24, so they are exact.
    let mut wide = vec![[0.0_f32; 4]; from.width as usize];
    let mut line = vec![[0.0_f32; 4]; to.width as usize];
    for row in fewer_rows.chunks_exact(row) {
        for (wide, pixel) in wide.iter_mut().zip(row.as_chunks::<CHANNELS>().0) {
            for (wide, part) in wide.iter_mut().zip(pixel) {
                *wide = f32::from(*part);
            }
        }
        for (Weights { first, factors }, merged) in columns.iter().zip(&mut line) {
            let mut sums = [HALF as f32; 4];
            for (pixel, factor) in wide[*first..].iter().zip(factors) {
                let factor = f32::from(*factor);
                sums = std::array::from_fn(|lane| sums[lane] + factor * pixel[lane]);
            }
            *merged = sums;
        }
        for sums in &line {
            let parts = sums.map(|sum| settle(sum as i32));
            smaller.extend_from_slice(parts.first_chunk::<CHANNELS>().expect("a pixel has 3 or 4 parts"));
        }
    }
    smaller
}

fn merge_rows(pixels: &[u8], row: usize, weights: &[Weights]) -> Vec<u8> {
    let mut merged = Vec::with_capacity(weights.len() * row);
    let mut sums = vec![0; row];
    for Weights { first, factors } in weights {
        sums.fill(HALF);
        for (above, factor) in pixels[first * row..].chunks_exact(row).zip(factors) {
            for (sum, part) in sums.iter_mut().zip(above) {
                *sum += i32::from(*factor) * i32::from(*part);
            }
        }
        merged.extend(sums.iter().copied().map(settle));
    }
    merged
}

/// From a sum in units back to a byte; the filter overshoots at edges, hence the limits.
fn settle(sum: i32) -> u8 {
    u8::try_from((sum >> UNIT_BITS).clamp(0, 255)).expect("limited to a byte")
}

/// Which pixels of a line make up one new pixel, and how much each counts.
struct Weights {
    first: usize,
    factors: Vec<i16>,
}

/// Weights for each of the `to` new pixels of a line of `from` pixels.
fn weights(from: u32, to: u32) -> Vec<Weights> {
    let scale = f64::from(from) / f64::from(to);
    // Enlarging does not happen; the filter would only have to stay as wide as it is.
    let stretch = scale.max(1.0);
    let line = |position: u32| {
        let centre = (f64::from(position) + 0.5) * scale;
        let first = (centre - RADIUS * stretch).floor().max(0.0);
        let end = (centre + RADIUS * stretch).ceil().min(f64::from(from));
        let raw: Vec<f64> =
            (first as u32..end as u32).map(|at| lanczos((f64::from(at) + 0.5 - centre) / stretch)).collect();
        let sum: f64 = raw.iter().sum();
        let mut factors: Vec<i16> = raw.iter().map(|weight| (weight / sum * f64::from(UNIT)).round() as i16).collect();
        let rest = UNIT - factors.iter().copied().map(i32::from).sum::<i32>();
        let heaviest = factors.iter_mut().max().expect("every new pixel has an old one under it");
        *heaviest += rest as i16;
        Weights { first: first as usize, factors }
    };
    (0..to).map(line).collect()
}

const RADIUS: f64 = 3.0;

fn lanczos(distance: f64) -> f64 {
    if distance.abs() >= RADIUS { 0.0 } else { sinc(distance) * sinc(distance / RADIUS) }
}

fn sinc(distance: f64) -> f64 {
    let angle = distance * std::f64::consts::PI;
    if angle == 0.0 { 1.0 } else { angle.sin() / angle }
}

/// Multiplies the colours of a pixel by its opacity.
fn weigh([red, green, blue, alpha]: &mut [u8; 4]) {
    for part in [red, green, blue] {
        *part = byte((u32::from(*part) * u32::from(*alpha) + 127) / 255);
    }
}

/// Takes [`weigh`] back.
fn unweigh([red, green, blue, alpha]: &mut [u8; 4]) {
    if *alpha > 0 {
        let alpha = u32::from(*alpha);
        for part in [red, green, blue] {
            *part = byte((u32::from(*part) * 255 + alpha / 2) / alpha);
        }
    }
}

fn byte(number: u32) -> u8 {
    u8::try_from(number.min(255)).expect("limited to a byte")
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::imageops::FilterType;
    use image::{Rgb, Rgba};

    fn size(width: u32, height: u32) -> Size {
        Size { width, height }
    }

    /// Rings of growing fineness: every mistake in a filter shows in them.
    fn rings(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| {
            let wave = (f64::from(x * x + y * y) / 900.0).sin().mul_add(110.0, 128.0) as u8;
            Rgb([wave, 255 - wave, (x % 256) as u8])
        })
    }

    #[test]
    fn the_picture_is_the_one_that_exact_arithmetic_gives() {
        for (from, to) in [((300, 200), (120, 80)), ((301, 97), (100, 13)), ((64, 64), (63, 1)), ((9, 300), (1, 200))] {
            let picture = DynamicImage::from(rings(from.0, from.1));
            let exact = picture.resize_exact(to.0, to.1, FilterType::Lanczos3).to_rgb8();
            let ours = resample(picture, size(to.0, to.1)).to_rgb8();
            let worst = ours.iter().zip(exact.iter()).map(|(left, right)| left.abs_diff(*right)).max().unwrap();
            assert!(worst <= 2, "{from:?} to {to:?}: {worst}");
        }
    }

    #[test]
    fn a_plain_colour_stays_what_it_is() {
        for colour in [[0, 0, 0], [255, 255, 255], [200, 16, 46]] {
            let plain = DynamicImage::from(RgbImage::from_pixel(97, 61, Rgb(colour)));
            let smaller = resample(plain, size(31, 17)).to_rgb8();
            assert!(smaller.pixels().all(|pixel| pixel.0 == colour));
        }
    }

    #[test]
    fn what_is_hidden_does_not_shine_through() {
        let picture =
            RgbaImage::from_fn(80, 40, |x, _| if x < 40 { Rgba([0, 255, 0, 0]) } else { Rgba([200, 0, 0, 255]) });
        let smaller = resample(picture.into(), size(20, 10)).to_rgba8();
        assert!(smaller.pixels().filter(|pixel| pixel.0[3] > 0).all(|pixel| pixel.0[1] < 3 && pixel.0[0] > 190));
        assert_eq!(smaller.get_pixel(0, 0).0[3], 0);
        assert_eq!(smaller.get_pixel(19, 0).0, [200, 0, 0, 255]);
    }

    #[test]
    fn the_same_size_changes_nothing() {
        let picture = DynamicImage::from(rings(30, 20));
        assert_eq!(resample(picture.clone(), size(30, 20)), picture);
    }
}
