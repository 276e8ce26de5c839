//! Heads of good and bad pictures, drawn here.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, GrayAlphaImage, LumaA, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;

fn picture() -> RgbImage {
    RgbImage::from_fn(64, 48, |x, y| Rgb([(x * 3) as u8, (y * 5) as u8, 90]))
}

fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    picture().write_with_encoder(JpegEncoder::new(&mut bytes)).unwrap();
    bytes
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

fn webp(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(WebPEncoder::new_lossless(&mut bytes)).unwrap();
    bytes
}

#[test]
fn only_pixels_tell_whether_something_shines_through() {
    let solid = DynamicImage::from(RgbaImage::from_pixel(30, 20, Rgba([9, 9, 9, 255])));
    let mut one_clear_pixel = RgbaImage::from_pixel(30, 20, Rgba([9, 9, 9, 255]));
    one_clear_pixel.put_pixel(29, 19, Rgba([9, 9, 9, 254]));
    let grey = GrayAlphaImage::from_pixel(30, 20, LumaA([9, 0]));
    for (picture, expected) in
        [(solid, false), (one_clear_pixel.into(), true), (grey.into(), true), (picture().into(), false)]
    {
        assert_eq!(look(&png(&picture)).unwrap().transparent, expected, "{:?}", picture.color());
    }
    assert!(!look(&jpeg()).unwrap().transparent);
    assert!(look(&webp(&RgbaImage::from_pixel(30, 20, Rgba([9, 9, 9, 0])).into())).unwrap().transparent);
}

#[test]
fn a_picture_without_its_end_is_cut_off() {
    for (name, whole) in [("JPEG", jpeg()), ("PNG", png(&picture().into())), ("WebP", webp(&picture().into()))] {
        assert!(look(&whole).is_ok(), "{name}");
        for rest in [1, 20, whole.len() / 2] {
            let found = look(&whole[..whole.len() - rest]);
            assert!(matches!(found, Err(BadPhoto::CutOff | BadPhoto::Damaged(_))), "{name} without {rest}: {found:?}");
        }
    }
}

#[test]
fn heads_that_promise_too_much_are_refused_at_once() {
    let mut bomb = png(&picture().into());
    bomb[16..24].copy_from_slice(&[0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20]);
    let checksum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    assert!(matches!(look(&bomb), Err(BadPhoto::TooManyPixels(20_000, 20_000))));

    let mut bomb = jpeg();
    let frame = bomb.windows(2).position(|mark| mark == [0xff, 0xc0]).unwrap();
    bomb[frame + 5..frame + 9].copy_from_slice(&[0xea, 0x60, 0xea, 0x60]);
    assert!(matches!(look(&bomb), Err(BadPhoto::TooManyPixels(60_000, 60_000))));

    // Width and height, 14 bits each, behind the sign of lossless WebP.
    let mut bomb = webp(&picture().into());
    let at = bomb.windows(4).position(|kind| kind == b"VP8L").unwrap() + 9;
    bomb[at..at + 4].copy_from_slice(&[0xfe, 0xbf, 0xff, 0x0f]);
    assert!(matches!(look(&bomb), Err(BadPhoto::TooManyPixels(16_383, 16_383))));
    // One more and the decoder counts from zero again.
    bomb[at..at + 4].copy_from_slice(&[0xff, 0xff, 0xff, 0x0f]);
    assert!(matches!(look(&bomb), Err(BadPhoto::Damaged(_))));

    let long = png(&RgbImage::new(2, 20_000).into());
    assert!(matches!(look(&long), Err(BadPhoto::TooLong(2, 20_000))));
}

#[test]
fn other_kinds_of_files_are_named() {
    for (bytes, expected) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], Some("HEIC")),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Some("HEIC")),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", Some("AVIF")),
        (b"\0\0\0\x1cftypisom\0\0\0\0", Some("MP4 (a film)")),
        (b"GIF89a\x01\0\x01\0\0\0\0", Some("GIF")),
        (b"II*\0\x08\0\0\0", Some("TIFF")),
        (b"%PDF-1.7", Some("PDF")),
        ("Đây là chữ".as_bytes(), None),
        (b"", None),
    ] {
        let found = match look(bytes) {
            Err(BadPhoto::OtherFormat(name)) => Some(name),
            Err(BadPhoto::NotAPicture) => None,
            other => panic!("{other:?}"),
        };
        assert_eq!(found, expected, "{bytes:?}");
    }
}

#[test]
fn names_are_compared_with_the_format() {
    let probe = look(&jpeg()).unwrap();
    let better: Vec<_> = ["a.jpg", "a.JPEG", "a.png", "a.gif", "a"].map(|name| probe.better_ending(name)).into();
    assert_eq!(better, [None, None, Some("jpg"), Some("jpg"), Some("jpg")]);
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
