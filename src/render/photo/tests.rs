//! Photos are drawn here, so that each test shows all there is to know about its photo.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use rayon::prelude::*;

use super::resample::resample;
use super::*;
use crate::plan::PhotoVariant;

/// Red on the left, blue on the right, with some texture so that coders have something to do.
fn red_and_blue(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = u8::try_from((x * 7 + y * 13) % 24).unwrap();
        if x < width / 2 { Rgb([220, grain, grain]) } else { Rgb([grain, grain, 220]) }
    })
}

fn as_jpeg(picture: &RgbImage, orientation: Option<u16>, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 92);
    if let Some(orientation) = orientation {
        // The smallest EXIF there is: one directory with one entry, tag 0x0112, type SHORT.
        let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        exif.extend(orientation.to_le_bytes());
        exif.extend([0; 6]);
        encoder.set_exif_metadata(exif).unwrap();
    }
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    picture.write_with_encoder(encoder).unwrap();
    bytes
}

/// WebP in `sizes`, JPEG in the last of them.
fn recipe(sizes: &[(u32, u32)]) -> Recipe {
    let sizes = sizes.iter().map(|&(width, height)| Size { width, height });
    let last = sizes.clone().next_back().unwrap();
    let webp = sizes.map(|size| (size, Coding::WebP));
    Recipe { pictures: webp.chain([(last, Coding::Jpeg)]).collect(), quality: Quality::PAGE }
}

/// What a build does with a photo that is not in the cache.
fn made(photo: &[u8], recipe: &Recipe) -> Result<Encoded, PhotoError> {
    develop(photo, recipe.largest()).map(|pixels| encode(pixels, recipe))
}

fn as_png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

fn unpacked(picture: &[u8]) -> RgbImage {
    image::load_from_memory(picture).unwrap().to_rgb8()
}

fn is_red(pixel: Rgb<u8>) -> bool {
    pixel.0[0] > 150 && pixel.0[2] < 90
}

#[test]
fn every_size_comes_as_webp_and_one_as_jpeg() {
    let mut wanted = recipe(&[(40, 30), (100, 75), (200, 150)]);
    wanted.pictures[3].0 = Size { width: 160, height: 120 };
    let encoded = made(&as_jpeg(&red_and_blue(400, 300), None, None), &wanted).unwrap();
    let (jpeg, webp) = encoded.files.split_last().unwrap();
    assert!(jpeg.starts_with(&[0xff, 0xd8]));
    assert!(webp.iter().all(|file| file.starts_with(b"RIFF") && &file[8..12] == b"WEBP"));
    let files: Vec<_> = encoded.files.iter().map(|file| unpacked(file)).collect();
    assert_eq!(
        files.iter().map(RgbImage::dimensions).collect::<Vec<_>>(),
        [(40, 30), (100, 75), (200, 150), (160, 120)]
    );
    for pixels in files {
        assert!(is_red(*pixels.get_pixel(2, 2)) && !is_red(*pixels.get_pixel(pixels.width() - 3, 2)));
    }
}

#[test]
fn a_large_photo_is_unpacked_smaller_and_looks_the_same() {
    // Twelve times as wide as it is wanted, so an eighth of it is unpacked.
    let photo = red_and_blue(1920, 1440);
    let wanted = Size { width: 160, height: 120 };
    let through_blocks = develop(&as_jpeg(&photo, None, None), wanted).unwrap().to_rgb8();
    let through_pixels = resample(photo.into(), wanted).to_rgb8();
    let sum: u64 = through_blocks.iter().zip(through_pixels.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    let mean = sum as f64 / f64::from(160 * 120 * 3);
    assert!(mean < 3.0, "{mean}");
}

#[test]
fn the_full_size_and_sizes_in_any_order_are_fine() {
    let encoded = made(&as_jpeg(&red_and_blue(40, 30), None, None), &recipe(&[(40, 30), (12, 9), (20, 15)])).unwrap();
    let widths: Vec<_> = encoded.files.iter().map(|file| unpacked(file).width()).collect();
    assert_eq!(widths, [40, 12, 20, 20]);
}

#[test]
fn the_photo_is_turned_as_the_camera_says() {
    // Where the red half, left in the file, has to end up for each of the eight orientations.
    for (orientation, (width, height), red_at) in [
        (1, (80, 60), (5, 30)),
        (2, (80, 60), (75, 30)),
        (3, (80, 60), (75, 30)),
        (4, (80, 60), (5, 30)),
        (5, (60, 80), (30, 5)),
        (6, (60, 80), (30, 5)),
        (7, (60, 80), (30, 75)),
        (8, (60, 80), (30, 75)),
    ] {
        let photo = as_jpeg(&red_and_blue(160, 120), Some(orientation), None);
        let encoded = made(&photo, &recipe(&[(width / 2, height / 2), (width, height)])).unwrap();
        let largest = unpacked(&encoded.files[1]);
        assert_eq!(largest.dimensions(), (width, height), "orientation {orientation}");
        assert!(is_red(*largest.get_pixel(red_at.0, red_at.1)), "orientation {orientation}");
        assert!(!is_red(*largest.get_pixel(width - 1 - red_at.0, height - 1 - red_at.1)), "orientation {orientation}");
    }
}

#[test]
fn metadata_does_not_survive() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let photo = as_jpeg(&red_and_blue(160, 120), Some(6), Some(profile));
    for file in made(&photo, &recipe(&[(60, 80)])).unwrap().files {
        for mark in [&b"Exif"[..], b"EXIF", b"ICC_PROFILE", b"ICCP", b"http"] {
            assert!(!file.windows(mark.len()).any(|window| window == mark), "{mark:?}");
        }
    }
}

#[test]
fn what_is_clear_stays_clear_and_has_no_tone() {
    let glass = RgbaImage::from_fn(60, 40, |x, _| if x < 30 { Rgba([0, 0, 0, 0]) } else { Rgba([200, 0, 0, 255]) });
    let mut wanted = recipe(&[(30, 20)]);
    wanted.pictures.push((Size { width: 30, height: 20 }, Coding::Png));
    let encoded = made(&as_png(&glass.into()), &wanted).unwrap();
    assert_eq!(encoded.tone, None);
    for file in [&encoded.files[0], &encoded.files[2]] {
        let pixels = image::load_from_memory(file).unwrap().to_rgba8();
        assert_eq!((pixels.get_pixel(2, 2).0[3], pixels.get_pixel(27, 2).0[3]), (0, 255));
    }
    assert_eq!(&encoded.files[2][1..4], b"PNG");
    let on_jpeg = unpacked(&encoded.files[1]).get_pixel(2, 2).0;
    assert!(on_jpeg.iter().all(|part| *part > 240), "nothing turns black: {on_jpeg:?}");
}

#[test]
fn grey_and_sixteen_bits_are_photos_too() {
    let grey = image::ImageBuffer::from_pixel(60, 40, image::Luma([40_000u16]));
    let encoded = made(&as_png(&grey.into()), &recipe(&[(30, 20)])).unwrap();
    assert_eq!(encoded.tone.unwrap().as_str(), "emuCHMR");
    assert!(unpacked(&encoded.files[1]).get_pixel(9, 9).0.iter().all(|part| part.abs_diff(156) < 3));
    let mut jpeg = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    encoder.encode(&[90; 64 * 48], 64, 48, jpeg_encoder::ColorType::Luma).unwrap();
    let grey = unpacked(&made(&jpeg, &recipe(&[(30, 20)])).unwrap().files[1]);
    assert!(grey.pixels().all(|pixel| pixel.0.iter().all(|part| part.abs_diff(90) < 3)));
}

#[test]
fn a_jpeg_for_print_with_four_inks_has_its_colours() {
    // Magenta and yellow make red; a touch of black makes it darker.
    let inks = [0u8, 255, 255, 51].repeat(64 * 48);
    for kind in [jpeg_encoder::ColorType::Cmyk, jpeg_encoder::ColorType::CmykAsYcck] {
        let mut jpeg = Vec::new();
        jpeg_encoder::Encoder::new(&mut jpeg, 95).encode(&inks, 64, 48, kind).unwrap();
        let red = unpacked(&made(&jpeg, &recipe(&[(32, 24)])).unwrap().files[1]).get_pixel(9, 9).0;
        assert!(red[0].abs_diff(204) < 6 && red[1] < 10 && red[2] < 10, "{kind:?}: {red:?}");
    }
}

#[test]
fn progressive_jpeg_is_a_photo_too() {
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    encoder.set_progressive(true);
    encoder.encode(red_and_blue(320, 240).as_raw(), 320, 240, jpeg_encoder::ColorType::Rgb).unwrap();
    assert!(is_red(*unpacked(&made(&jpeg, &recipe(&[(80, 60)])).unwrap().files[1]).get_pixel(9, 9)));
}

#[test]
fn webp_is_a_photo_too() {
    let mut webp = Vec::new();
    red_and_blue(80, 60).write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    assert_eq!(unpacked(&made(&webp, &recipe(&[(40, 30)])).unwrap().files[1]).dimensions(), (40, 30));
}

#[cfg(feature = "avif")]
#[test]
fn avif_is_made_where_it_is_asked_for_and_clear_stays_clear() {
    let size = Size { width: 64, height: 48 };
    let wanted = Recipe { pictures: vec![(size, Coding::Avif)], quality: Quality::PAGE };
    let solid = made(&as_jpeg(&red_and_blue(160, 120), None, None), &wanted).unwrap().files.remove(0);
    assert_eq!(&solid[4..12], b"ftypavif");
    let glass = RgbaImage::from_pixel(64, 48, Rgba([200, 0, 0, 90]));
    let clear = made(&as_png(&glass.into()), &wanted).unwrap().files.remove(0);
    let says = |file: &[u8], word: &[u8]| file.windows(word.len()).any(|window| window == word);
    assert!(says(&clear, b"auxl") && !says(&solid, b"auxl"), "only a clear picture has a second one for transparency");
}

#[test]
fn half_a_photo_is_damaged() {
    let picture = red_and_blue(160, 120);
    let jpeg = as_jpeg(&picture, Some(1), None);
    let mut png = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut png)).unwrap();
    let mut webp = Vec::new();
    picture.write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    for (name, whole) in [("JPEG", jpeg), ("PNG", png), ("WebP", webp)] {
        assert!(made(&whole, &recipe(&[(40, 30)])).is_ok(), "{name}");
        for part in [whole.len() * 9 / 10, whole.len() / 2, 40] {
            let found = made(&whole[..part], &recipe(&[(40, 30)]));
            assert!(matches!(found, Err(PhotoError::Damaged(_))), "{name}, {part} bytes: {found:?}");
        }
    }
}

#[test]
fn a_photo_may_carry_more_after_its_end() {
    let mut photo = as_jpeg(&red_and_blue(160, 120), None, None);
    photo.extend(b"MotionPhoto_Data and a short film");
    assert!(made(&photo, &recipe(&[(40, 30)])).is_ok());
}

#[test]
fn other_files_are_refused() {
    for bytes in [&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], b"GIF89a\x01\0\x01\0\0\0\0", "Đây là chữ".as_bytes(), b""]
    {
        assert_eq!(made(bytes, &recipe(&[(40, 30)])), Err(PhotoError::Unsupported), "{bytes:?}");
    }
}

#[test]
fn a_photo_that_would_fill_the_memory_is_refused_by_its_head() {
    // A PNG head that promises 20,000 × 20,000 pixels.
    let mut png = Vec::new();
    RgbImage::new(1, 1).write_with_encoder(PngEncoder::new(&mut png)).unwrap();
    png[16..24].copy_from_slice(&[0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20]);
    let head = png[12..29].to_vec();
    png[29..33].copy_from_slice(&crc32(&head).to_be_bytes());
    let expected = PhotoError::TooLarge { width: 20_000, height: 20_000 };
    assert_eq!(made(&png, &recipe(&[(40, 30)])), Err(expected.clone()));
    assert_eq!(expected.to_string(), "a photo has at most 100 million pixels, found 20000 × 20000");
}

#[test]
fn a_picture_too_long_for_webp_is_refused() {
    let photo = as_jpeg(&RgbImage::new(2, 20_000), None, None);
    assert_eq!(made(&photo, &recipe(&[(2, 20_000)])), Err(PhotoError::TooLarge { width: 2, height: 20_000 }));
}

#[test]
fn the_bytes_do_not_depend_on_the_number_of_threads() {
    let photo = as_jpeg(&red_and_blue(300, 200), Some(6), None);
    let alone = made(&photo, &recipe(&[(60, 90), (120, 180)])).unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build().unwrap();
    let many: Vec<_> =
        pool.install(|| (0..12).into_par_iter().map(|_| made(&photo, &recipe(&[(60, 90), (120, 180)]))).collect());
    assert!(many.into_iter().all(|encoded| encoded.as_ref() == Ok(&alone)));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[test]
fn a_recipe_keeps_the_planned_pictures_in_their_order() {
    let variant = |width, coding| PhotoVariant { width, height: width / 2, coding, path: format!("{width}") };
    let set = PhotoSet {
        webp: vec![variant(480, Coding::WebP), variant(960, Coding::WebP)],
        avif: vec![],
        fallback: variant(900, Coding::Jpeg),
    };
    let recipe = Recipe::of(&set);
    let widths: Vec<_> = recipe.pictures.iter().map(|(size, coding)| (size.width, *coding)).collect();
    assert_eq!(widths, [(480, Coding::WebP), (960, Coding::WebP), (900, Coding::Jpeg)]);
    assert_eq!(recipe.largest(), Size { width: 960, height: 480 });
}
