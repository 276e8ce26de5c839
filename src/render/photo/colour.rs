//! Colours of a photo: from what the camera meant to what browsers assume, and their average.
//!
//! In: pixels and the colour profile that came with them. Out: sRGB pixels. Telephones tag their photos "Display P3";
//! without the tag, which is dropped with all metadata, the reds of such a photo would turn dull.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions, Xyzd};

use super::Colour;

/// Converts to sRGB. A profile that is damaged, or not about RGB, leaves the pixels as they are.
pub(super) fn to_srgb(picture: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let Some(profile) = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok()) else {
        return picture;
    };
    let srgb = ColorProfile::new_srgb();
    if profile.color_space != DataColorSpace::Rgb || is_near(&profile, &srgb) {
        return picture;
    }
    let layout = if picture.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()) else {
        return picture;
    };
    let mut converted = picture.clone();
    let done = match (&picture, &mut converted) {
        (DynamicImage::ImageRgb8(from), DynamicImage::ImageRgb8(to)) => transform.transform(from, to),
        (DynamicImage::ImageRgba8(from), DynamicImage::ImageRgba8(to)) => transform.transform(from, to),
        _ => return picture,
    };
    if done.is_ok() { converted } else { picture }
}

/// Whether the primary colours are those of sRGB. Most profiles say nothing else, and rounding them costs quality.
fn is_near(profile: &ColorProfile, srgb: &ColorProfile) -> bool {
    let near = |left: Xyzd, right: Xyzd| {
        [left.x - right.x, left.y - right.y, left.z - right.z].iter().all(|distance| distance.abs() < 0.01)
    };
    near(profile.red_colorant, srgb.red_colorant)
        && near(profile.green_colorant, srgb.green_colorant)
        && near(profile.blue_colorant, srgb.blue_colorant)
}

/// The mean of all pixels; what is transparent counts as white, the colour of the page.
pub(super) fn average(picture: &DynamicImage) -> Colour {
    let mut sums = [0u64; 3];
    let mut count = 0u64;
    for pixel in on_white(picture).as_raw().as_chunks::<3>().0 {
        for (sum, part) in sums.iter_mut().zip(pixel) {
            *sum += u64::from(*part);
        }
        count += 1;
    }
    let count = count.max(1);
    Colour(sums.map(|sum| u8::try_from((sum + count / 2) / count).expect("the mean of bytes is a byte")))
}

/// The picture without transparency.
pub(super) fn on_white(picture: &DynamicImage) -> image::RgbImage {
    let DynamicImage::ImageRgba8(transparent) = picture else {
        return picture.to_rgb8();
    };
    let blended = transparent.as_raw().as_chunks::<4>().0.iter().flat_map(|[red, green, blue, alpha]| {
        let alpha = u32::from(*alpha);
        [red, green, blue].map(|part| {
            let sum = u32::from(*part) * alpha + 255 * (255 - alpha);
            u8::try_from((sum + 127) / 255).expect("a mixture of bytes is a byte")
        })
    });
    let (width, height) = transparent.dimensions();
    image::RgbImage::from_raw(width, height, blended.collect()).expect("three bytes for each pixel")
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    fn plain(colour: [u8; 3]) -> DynamicImage {
        RgbImage::from_pixel(4, 3, Rgb(colour)).into()
    }

    #[test]
    fn the_average_takes_transparent_for_white() {
        assert_eq!(average(&plain([200, 16, 46])), Colour([200, 16, 46]));
        let half = RgbaImage::from_fn(2, 1, |x, _| if x == 0 { Rgba([0, 0, 0, 0]) } else { Rgba([100, 50, 0, 255]) });
        assert_eq!(average(&half.into()), Colour([178, 153, 128]));
    }

    #[test]
    fn the_red_of_a_telephone_becomes_the_same_red_in_srgb() {
        // Display P3 (234, 51, 35) is the red that sRGB writes as about (255, 0, 0).
        let p3 = ColorProfile::new_display_p3().encode().unwrap();
        let DynamicImage::ImageRgb8(converted) = to_srgb(plain([234, 51, 35]), Some(&p3)) else { panic!("still RGB") };
        let Rgb([red, green, blue]) = *converted.get_pixel(0, 0);
        assert!(red >= 253 && green <= 12 && blue <= 12, "{red} {green} {blue}");
    }

    #[test]
    fn srgb_no_profile_and_a_damaged_profile_change_nothing() {
        let srgb = ColorProfile::new_srgb().encode().unwrap();
        for profile in [Some(&srgb[..]), None, Some(b"not a profile")] {
            assert_eq!(to_srgb(plain([1, 127, 254]), profile), plain([1, 127, 254]));
        }
    }
}
