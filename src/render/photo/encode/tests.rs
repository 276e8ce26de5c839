//! Photos are drawn here, so that each test shows all there is to know about its photo.

use super::*;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use rayon::prelude::*;

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
    let webp: Vec<Size> = sizes.iter().map(|&(width, height)| Size { width, height }).collect();
    Recipe { jpeg: *webp.last().unwrap(), webp, webp_quality: 75, jpeg_quality: 80 }
}

fn unpacked(picture: &[u8]) -> RgbImage {
    image::load_from_memory(picture).unwrap().to_rgb8()
}

fn is_red(pixel: Rgb<u8>) -> bool {
    pixel.0[0] > 150 && pixel.0[2] < 90
}

#[test]
fn every_size_comes_as_webp_and_one_as_jpeg() {
    let (sizes, jpeg) = ([(40, 30), (100, 75), (200, 150)], Size { width: 160, height: 120 });
    let photo = as_jpeg(&red_and_blue(400, 300), None, None);
    let encoded = encode(&photo, &Recipe { jpeg, ..recipe(&sizes) }).unwrap();
    assert!(encoded.jpeg.starts_with(&[0xff, 0xd8]));
    assert!(encoded.webp.iter().all(|file| file.starts_with(b"RIFF") && &file[8..12] == b"WEBP"));
    let files: Vec<_> = encoded.into_files().map(|file| unpacked(&file)).collect();
    assert_eq!(
        files.iter().map(RgbImage::dimensions).collect::<Vec<_>>(),
        [(40, 30), (100, 75), (200, 150), (160, 120)]
    );
    for pixels in files {
        assert!(is_red(*pixels.get_pixel(2, 2)) && !is_red(*pixels.get_pixel(pixels.width() - 3, 2)));
    }
}

#[test]
fn the_full_size_and_sizes_in_any_order_are_fine() {
    let encoded = encode(&as_jpeg(&red_and_blue(40, 30), None, None), &recipe(&[(40, 30), (12, 9), (20, 15)])).unwrap();
    let widths: Vec<_> = encoded.into_files().map(|file| unpacked(&file).width()).collect();
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
        let encoded = encode(&photo, &recipe(&[(width / 2, height / 2), (width, height)])).unwrap();
        let largest = unpacked(&encoded.webp[1]);
        assert_eq!(largest.dimensions(), (width, height), "orientation {orientation}");
        assert!(is_red(*largest.get_pixel(red_at.0, red_at.1)), "orientation {orientation}");
        assert!(!is_red(*largest.get_pixel(width - 1 - red_at.0, height - 1 - red_at.1)), "orientation {orientation}");
    }
}

#[test]
fn metadata_does_not_survive() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let photo = as_jpeg(&red_and_blue(160, 120), Some(6), Some(profile));
    for file in encode(&photo, &recipe(&[(60, 80)])).unwrap().into_files() {
        for mark in [&b"Exif"[..], b"EXIF", b"ICC_PROFILE", b"ICCP", b"http"] {
            assert!(!file.windows(mark.len()).any(|window| window == mark), "{mark:?}");
        }
    }
}

#[test]
fn png_with_transparency_and_grey_and_sixteen_bits_are_photos_too() {
    let glass = RgbaImage::from_fn(60, 40, |x, _| if x < 30 { Rgba([0, 0, 0, 0]) } else { Rgba([200, 0, 0, 255]) });
    let grey = image::ImageBuffer::from_pixel(60, 40, image::Luma([40_000u16]));
    for (picture, colour) in [(DynamicImage::from(glass), "#e48080"), (DynamicImage::from(grey), "#9c9c9c")] {
        let mut png = Vec::new();
        picture.write_with_encoder(PngEncoder::new(&mut png)).unwrap();
        let encoded = encode(&png, &recipe(&[(30, 20)])).unwrap();
        assert_eq!(encoded.colour.to_string(), colour);
        let webp = image::load_from_memory(&encoded.webp[0]).unwrap();
        assert_eq!(webp.color().has_alpha(), picture.color().has_alpha());
        let corner = unpacked(&encoded.jpeg).get_pixel(0, 0).0;
        assert!(corner.iter().all(|part| *part > 140), "nothing turns black: {corner:?}");
    }
}

#[test]
fn webp_is_a_photo_too() {
    let mut webp = Vec::new();
    red_and_blue(80, 60).write_with_encoder(WebPEncoder::new_lossless(&mut webp)).unwrap();
    assert_eq!(unpacked(&encode(&webp, &recipe(&[(40, 30)])).unwrap().jpeg).dimensions(), (40, 30));
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
        assert!(encode(&whole, &recipe(&[(40, 30)])).is_ok(), "{name}");
        for part in [whole.len() * 9 / 10, whole.len() / 2, 40] {
            let found = encode(&whole[..part], &recipe(&[(40, 30)]));
            assert!(matches!(found, Err(PhotoError::Damaged(_))), "{name}, {part} bytes: {found:?}");
        }
    }
}

#[test]
fn a_photo_may_carry_more_after_its_end() {
    let mut photo = as_jpeg(&red_and_blue(160, 120), None, None);
    photo.extend(b"MotionPhoto_Data and a short film");
    assert!(encode(&photo, &recipe(&[(40, 30)])).is_ok());
}

#[test]
fn other_kinds_of_files_are_named() {
    for (bytes, expected) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], Some("HEIC")),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", Some("AVIF")),
        (b"GIF89a\x01\0\x01\0\0\0\0", Some("GIF")),
        (b"II*\0\x08\0\0\0", Some("TIFF")),
        (b"%PDF-1.7", Some("PDF")),
        ("Đây là chữ".as_bytes(), None),
        (b"", None),
    ] {
        assert_eq!(encode(bytes, &recipe(&[(40, 30)])), Err(PhotoError::Unsupported(expected)), "{bytes:?}");
    }
    let message = PhotoError::Unsupported(Some("HEIC")).to_string();
    assert_eq!(message, "a photo is JPEG, PNG or WebP, found HEIC");
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
    assert_eq!(encode(&png, &recipe(&[(40, 30)])), Err(expected.clone()));
    assert_eq!(expected.to_string(), "a photo has at most 100 million pixels, found 20000 × 20000");
}

#[test]
fn a_picture_too_long_for_webp_is_refused() {
    let photo = as_jpeg(&RgbImage::new(2, 20_000), None, None);
    assert_eq!(encode(&photo, &recipe(&[(2, 20_000)])), Err(PhotoError::TooLarge { width: 2, height: 20_000 }));
}

#[test]
fn the_bytes_do_not_depend_on_the_number_of_threads() {
    let photo = as_jpeg(&red_and_blue(300, 200), Some(6), None);
    let alone = encode(&photo, &recipe(&[(60, 90), (120, 180)])).unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build().unwrap();
    let many: Vec<_> =
        pool.install(|| (0..12).into_par_iter().map(|_| encode(&photo, &recipe(&[(60, 90), (120, 180)]))).collect());
    assert!(many.into_iter().all(|encoded| encoded.as_ref() == Ok(&alone)));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
