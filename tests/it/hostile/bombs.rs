//! Pictures made to explode or to run.

use std::io::Write as _;

use super::{SOON, bounded};
use crate::site::Site;

const PHOTO: &str = "[[photo]]\nfile = \"front.png\"\nalt = \"Hộp trà\"\n";

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    out.extend(u32::try_from(data.len()).expect("a small chunk").to_be_bytes());
    let begin = out.len();
    out.extend(kind);
    out.extend(data);
    out.extend(crc32fast::hash(&out[begin..]).to_be_bytes());
}

/// A PNG of a size, with further chunks before its picture data, which unpack to so many zeros.
fn png(width: u32, height: u32, colour: u8, further: &[(&[u8; 4], Vec<u8>)], zeros: usize) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend([8, colour, 0, 0, 0]);
    chunk(&mut out, *b"IHDR", &head);
    for (kind, data) in further {
        chunk(&mut out, **kind, data);
    }
    chunk(&mut out, *b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; zeros], 6));
    chunk(&mut out, *b"IEND", b"");
    out
}

/// A picture may take 400 MB, which the largest one does, and the program a little more.
const MOST: u64 = 600;

/// What becomes of a catalogue whose photo has these bytes.
#[track_caller]
fn told(bytes: &[u8], megabytes: u64) -> String {
    let site = Site::product(PHOTO);
    std::fs::File::create(site.path("content/products/tra/front.png"))
        .and_then(|mut file| file.write_all(bytes))
        .expect("write the picture");
    let checked = bounded(&site, &["check"], SOON, megabytes);
    bounded(&site, &["build"], SOON, megabytes);
    String::from_utf8_lossy(&checked.stdout).into_owned()
}

#[test]
fn pictures_of_too_many_pixels_are_refused_from_their_head() {
    for (width, height, words) in [
        (100_000, 100_000, "more than 100 million"),
        (u32::MAX >> 1, u32::MAX >> 1, "photo-unreadable"),
        (16_000, 16_000, "more than 100 million"),
        (1, 2_000_000, "a side of more than"),
        (0, 0, "photo-unreadable"),
        (0, 5, "photo-unreadable"),
    ] {
        let told = told(&png(width, height, 2, &[], 10_000), 250);
        assert!(told.contains(words) && told.contains("photo-unreadable"), "{width} × {height}: {told}");
    }
}

#[test]
fn a_picture_of_the_largest_size_is_shown_within_the_memory() {
    // 100 million pixels of one colour: 300 kB on the disk, 400 MB unpacked.
    let bytes = png(10_000, 10_000, 6, &[], (4 * 10_000 + 1) * 10_000);
    assert!(bytes.len() < 1_000_000);
    told(&bytes, 1_500);
}

#[test]
fn a_picture_that_unpacks_to_more_than_it_says_takes_no_more() {
    told(&png(10, 10, 2, &[], 300_000_000), MOST);
    told(&png(10, 10, 2, &[], 5), MOST);
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 300_000_000], 6);
    let profile = [b"x\0\0", &packed[..]].concat();
    let text = [b"x\0\0\0\0\0\0", &packed[..]].concat();
    told(&png(10, 10, 2, &[(b"iCCP", profile.clone())], 310), MOST);
    told(&png(10, 10, 2, &[(b"iTXt", text.clone()), (b"zTXt", text), (b"eXIf", vec![b'I'; 100_000])], 310), MOST);
    // A moving picture that says it has four thousand million frames.
    told(&png(10, 10, 2, &[(b"acTL", [u32::MAX.to_be_bytes(), [0; 4]].concat())], 310), MOST);
}

#[test]
fn what_is_no_photo_is_refused_whatever_it_is_called() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"__pwned(1)\"><script>__pwned(2)</script></svg>";
    let html = "<!doctype html><script>__pwned(1)</script>";
    let polyglot = "GIF89a/*<svg/onload=__pwned(1)>*/=1;".to_owned();
    for bytes in [
        svg.as_bytes(),
        html.as_bytes(),
        polyglot.as_bytes(),
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\xff\xff\xff\xffWEBPVP8 ",
    ] {
        let told = told(bytes, 250);
        assert!(told.contains("photo-unreadable"), "{told}");
        assert!(!told.contains("__pwned"), "no bytes of a picture are printed: {told}");
    }
    let site = Site::new(&format!("-- content/products/tra/front.svg --\n{svg}\n"));
    assert!(
        site.build().paths().iter().all(|path| !path.contains("front")),
        "a file that is no photo is not published"
    );
}

#[test]
fn a_photo_keeps_its_pixels_and_nothing_else() {
    // What follows the end of a picture, or stands in its texts, is not published: only what is made from its pixels.
    let site = Site::product("[[photo]]\nfile = \"front.png\"\nalt = \"Hộp trà\"\n");
    let mut bytes = png(40, 30, 2, &[(b"tEXt", b"Comment\0<script>__pwned(1)</script>".to_vec())], (3 * 40 + 1) * 30);
    bytes.extend(b"<script>__pwned(2)</script>");
    std::fs::write(site.path("content/products/tra/front.png"), bytes).expect("write the picture");
    for (path, bytes) in site.build().files() {
        assert!(!bytes.windows(7).any(|window| window == b"__pwned"), "{path}");
    }
}
