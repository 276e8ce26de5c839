//! Cards are drawn and looked at by their pixels.

use ab_glyph::Font;
use image::{Rgb, RgbImage};

use super::*;

const LETTERS: [&[u8]; 2] = [
    include_bytes!("../../../themes/gido/share/be-vietnam-pro-400.ttf"),
    include_bytes!("../../../themes/gido/share/be-vietnam-pro-600.ttf"),
];

fn card() -> ShareCard {
    ShareCard {
        photo: Some([0; 32]),
        focus: (0.5, 0.5),
        name: "Miến dong Tài Hoan".into(),
        by: "Hợp tác xã Tài Hoan".into(),
        place: Some("Thái Nguyên".into()),
        stars: Some(ShareStars { count: 4, until: "Còn hiệu lực đến 30/06/2027".into() }),
        site: "Đặc sản Bắc Kạn".into(),
        note: None,
    }
}

/// Red on the left, blue on the right, green in the middle.
fn photo() -> DynamicImage {
    let colour = |x: u32| match x {
        ..100 => [220, 0, 0],
        100..300 => [0, 160, 0],
        _ => [0, 0, 220],
    };
    RgbImage::from_fn(400, 300, |x, _| Rgb(colour(x))).into()
}

fn drawn(card: &ShareCard) -> RgbImage {
    let fonts = Fonts::new(LETTERS[0], LETTERS[1]).unwrap();
    let bytes = draw(card, card.photo.map(|_| photo()).as_ref(), &fonts);
    assert!(bytes.len() < 100_000, "{} bytes", bytes.len());
    image::load_from_memory(&bytes).unwrap().to_rgb8()
}

/// Pixels of the column of words that are nearly of a colour.
fn count(picture: &RgbImage, Paint(paint): Paint) -> usize {
    let near = |pixel: &Rgb<u8>| pixel.0.iter().zip(paint).all(|(part, paint)| part.abs_diff(paint) < 24);
    picture.enumerate_pixels().filter(|(x, y, pixel)| *x > HEIGHT && (60..580).contains(y) && near(pixel)).count()
}

#[test]
fn a_card_has_photo_name_and_stars() {
    let picture = drawn(&card());
    assert_eq!(picture.dimensions(), (1200, 630));
    assert!(picture.get_pixel(300, 300).0[1] > 130, "the middle of the photo");
    assert!(count(&picture, INK) > 3000 && count(&picture, SOFT) > 500 && count(&picture, LEAF) > 500);
    let four = count(&picture, GOLD);
    let three =
        count(&drawn(&ShareCard { stars: Some(ShareStars { count: 3, ..card().stars.unwrap() }), ..card() }), GOLD);
    assert!(four > 1500 && three * 4 > four * 3 - 600 && three < four, "{three} {four}");
}

#[test]
fn without_a_certain_certificate_there_is_no_gold() {
    assert_eq!(count(&drawn(&ShareCard { stars: None, ..card() }), GOLD), 0);
}

#[test]
fn the_focus_decides_what_of_the_photo_is_shown() {
    let seen = |focus| drawn(&ShareCard { focus, ..card() }).get_pixel(20, 300).0;
    assert!(seen((0.0, 0.5))[0] > 180, "the left of the photo");
    let right = drawn(&ShareCard { focus: (1.0, 0.5), ..card() });
    assert!(right.get_pixel(600, 300).0[2] > 180, "the right of the photo");
}

#[test]
fn without_a_photo_the_words_have_the_whole_picture() {
    let site = ShareCard {
        photo: None,
        name: "Danh mục sản phẩm OCOP huyện Na Rì".into(),
        by: "Đặc sản của các xã, phường".into(),
        place: None,
        stars: None,
        site: String::new(),
        note: None,
        ..card()
    };
    let picture = drawn(&site);
    let inked = |pixel: &Rgb<u8>| pixel.0.iter().zip(INK.0).all(|(part, ink)| part.abs_diff(ink) < 24);
    let left = picture.enumerate_pixels().filter(|(x, _, pixel)| *x < HEIGHT && inked(pixel)).count();
    assert!(left > 4000, "{left} dark pixels where a photo would be");
    assert!(count(&picture, INK) > 2000, "the name goes on to the right");
    let paper = |pixel: &Rgb<u8>| pixel.0.iter().zip(PAPER.0).all(|(part, paper)| part.abs_diff(paper) < 40);
    assert!(
        (44..586).all(|y| paper(picture.get_pixel(60, y)) && paper(picture.get_pixel(1140, y))),
        "borders are free"
    );
}

#[test]
fn a_long_name_stays_between_the_bands_and_within_the_picture() {
    let name = "Thịt trâu gác bếp hun khói bã mía và gia vị mắc khén của bản Nà Hồng Trên".to_owned();
    let by = "Hợp tác xã Dịch vụ Nông nghiệp Tổng hợp và Du lịch Cộng đồng Phja Đén".to_owned();
    let site = "Danh mục sản phẩm OCOP huyện Na Rì và các xã lân cận";
    let picture = drawn(&ShareCard {
        name,
        by,
        site: site.into(),
        note: Some("Hình minh họa · Tính đến 31/07/2025".into()),
        ..card()
    });
    let paper = |pixel: &Rgb<u8>| pixel.0.iter().zip(PAPER.0).all(|(part, paper)| part.abs_diff(paper) < 40);
    assert!((44..586).all(|y| paper(picture.get_pixel(1180, y))), "nothing at the right edge");
    assert!((640..1200).all(|x| paper(picture.get_pixel(x, 586))), "nothing just above the lower band");
    assert!((640..1200).all(|x| (606..630).all(|y| paper(picture.get_pixel(x, y)))), "nothing below it");
}

#[test]
fn every_vietnamese_letter_has_a_form_of_its_own() {
    let fonts = Fonts::new(LETTERS[0], LETTERS[1]).unwrap();
    for letter in "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ–·…₫“”’".chars()
    {
        for letter in letter.to_uppercase().chain([letter]) {
            for font in [&fonts.regular, &fonts.bold] {
                assert_ne!(font.glyph_id(letter).0, 0, "{letter}");
            }
        }
    }
}

#[test]
fn a_photo_full_of_grain_stays_light() {
    let grain = |x: u32, y: u32| ((x * 7919 + y * 104_729 + (x * y) % 251 * 31) % 61) as u8;
    let photo = RgbImage::from_fn(800, 630, |x, y| Rgb([90 + grain(x, y), 110 + grain(y, x) / 2, 60 + grain(x, y)]));
    let fonts = Fonts::new(LETTERS[0], LETTERS[1]).unwrap();
    let lightest = jpeg(&square(&photo.clone().into(), (0.5, 0.5)), QUALITIES[4]).len();
    let heavy = jpeg(&square(&photo.clone().into(), (0.5, 0.5)), QUALITIES[0]).len();
    let made = draw(&card(), Some(&photo.into()), &fonts).len();
    assert!(heavy > MOST && made < heavy && made < lightest + 60_000, "{lightest} {made} {heavy}");
}

#[test]
fn the_same_card_gives_the_same_bytes() {
    let fonts = Fonts::new(LETTERS[0], LETTERS[1]).unwrap();
    assert_eq!(draw(&card(), Some(&photo()), &fonts), draw(&card(), Some(&photo()), &fonts));
}
