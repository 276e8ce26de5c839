//! Colours of a photo: from what the camera meant to what browsers assume, and the tone that stands in for them.
//!
//! In: pixels and the colour profile that came with them. Out: sRGB pixels. Telephones tag their photos "Display P3";
//! without the tag, which is dropped with all metadata, the reds of such a photo would turn dull.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions, Xyzd};

use crate::model::Tone;

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

/// RGB pixels from the four inks of print (cyan, magenta, yellow, black; 255 is full ink), as their profile says.
///
/// Without a profile that can be read, inks are taken for pure: only as good as printing without colour management.
pub(super) fn of_inks(inks: &[u8], profile: Option<&[u8]>) -> Vec<u8> {
    let mut pixels = vec![0; inks.len() / 4 * 3];
    let profile = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok());
    if let Some(profile) = profile.filter(|profile| profile.color_space == DataColorSpace::Cmyk) {
        let srgb = ColorProfile::new_srgb();
        let transform = profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgb, TransformOptions::default());
        if transform.is_ok_and(|transform| transform.transform(inks, &mut pixels).is_ok()) {
            return pixels;
        }
    }
    for (pixel, [cyan, magenta, yellow, black]) in pixels.as_chunks_mut::<3>().0.iter_mut().zip(inks.as_chunks::<4>().0)
    {
        let paper = |ink: &u8| 255 - u32::from(*ink);
        *pixel = [cyan, magenta, yellow].map(|ink| {
            let light = (paper(ink) * paper(black) + 127) / 255;
            u8::try_from(light).expect("a product of two parts of 255")
        });
    }
    pixels
}

/// The mean colours of the quarters of a picture.
pub(super) fn tone(picture: &DynamicImage) -> Tone {
    let pixels = on_white(picture);
    let (width, height) = pixels.dimensions();
    let mut sums = [[0u64; 4]; 4];
    for (x, y, pixel) in pixels.enumerate_pixels() {
        let quarter = usize::from(2 * y >= height) * 2 + usize::from(2 * x >= width);
        let [red, green, blue] = pixel.0.map(u64::from);
        for (sum, part) in sums[quarter].iter_mut().zip([red, green, blue, 1]) {
            *sum += part;
        }
    }
    // A picture one pixel wide has no right half; it looks like the left one.
    for (empty, other) in [(1, 0), (3, 2), (2, 0), (3, 1)] {
        if sums[empty][3] == 0 {
            sums[empty] = sums[other];
        }
    }
    Tone::of(sums.map(|[red, green, blue, count]| {
        [red, green, blue].map(|sum| u8::try_from((sum + count / 2) / count).expect("the mean of bytes is a byte"))
    }))
}

/// The picture without transparency.
pub(crate) fn on_white(picture: &DynamicImage) -> image::RgbImage {
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
    use image::{Rgb, RgbImage};

    fn plain(colour: [u8; 3]) -> DynamicImage {
        RgbImage::from_pixel(4, 3, Rgb(colour)).into()
    }

    #[test]
    fn the_tone_sees_the_quarters_of_a_picture() {
        let lit = RgbImage::from_fn(20, 10, |x, y| Rgb(if x < 10 && y < 5 { [255; 3] } else { [40; 3] }));
        assert_eq!(tone(&lit.into()).as_str(), "dltEFKP", "light only top left");
        assert_eq!(tone(&RgbImage::from_pixel(1, 1, Rgb([0, 0, 0])).into()).as_str(), "aiqCHMR");
    }

    #[test]
    fn inks_become_the_colours_that_they_print() {
        let inks = [[0, 0, 0, 0], [255, 0, 0, 0], [0, 255, 255, 0], [0, 0, 0, 255], [0, 0, 0, 128]].concat();
        let printed = [[255, 255, 255], [0, 255, 255], [255, 0, 0], [0, 0, 0], [127, 127, 127]].concat();
        assert_eq!(of_inks(&inks, None), printed);
        assert_eq!(of_inks(&inks, Some(b"not a profile")), printed);
    }

    #[test]
    fn adobe_rgb_becomes_srgb_too() {
        // The green of Adobe RGB lies outside sRGB; the nearest is full green without red.
        let wide = ColorProfile::new_adobe_rgb().encode().unwrap();
        let DynamicImage::ImageRgb8(converted) = to_srgb(plain([144, 238, 144]), Some(&wide)) else {
            panic!("still RGB")
        };
        let Rgb([red, green, blue]) = *converted.get_pixel(0, 0);
        assert!(red < 110 && green > 236 && blue > 130, "{red} {green} {blue}");
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
