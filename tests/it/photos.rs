//! Pictures: in several sizes, with alternative text, told when they cannot be used.

use crate::site::Site;

fn with_photo() -> Site {
    Site::product(
        "[[photo]]\nfile = \"front.jpg\"\nalt = { vi = \"Hộp trà\", en = \"Tea box\" }\ncredit = \"HTX A\"\nillustration = true\n",
    )
}

#[test]
fn a_picture_is_published_in_sizes_for_phone_tablet_and_desktop() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 1800, 1200);
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let built = site.build();
    let main = built.main("en/products/tra/index.html");
    let srcset = &main[main.find("type=\"image/webp\" srcset=\"").expect("sizes") + 26..];
    let srcset = &srcset[..srcset.find('"').expect("the end")];
    let widths: Vec<&str> = srcset.split(", ").filter_map(|part| part.split(' ').nth(1)).collect();
    assert_eq!(widths, ["480w", "800w", "1600w"]);
    for part in srcset.split(", ") {
        let path = part.split(' ').next().expect("an address").trim_start_matches('/');
        assert!(built.has(path), "{path}");
    }
    assert!(main.contains("alt=\"Tea box\"") && main.contains("width=\"800\" height=\"533\""), "{main}");
    assert!(!main.contains("avif"), "only where the site asks for it");
}

#[test]
fn programs_that_know_no_webp_get_a_jpeg() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 1800, 1200);
    let built = site.build();
    let jpeg = built.files().into_iter().find(|(path, _)| path.ends_with("-800.jpg")).expect("a JPEG");
    assert!(built.main("en/products/tra/index.html").contains(&format!("<img src=\"/{}\"", jpeg.0)));
    assert!(jpeg.1.starts_with(&[0xff, 0xd8]));
}

#[test]
fn a_cut_out_picture_falls_back_to_a_png_and_nothing_shines_through_it() {
    let site = Site::product("[[photo]]\nfile = \"front.png\"\nalt = { vi = \"Hộp trà\", en = \"Tea box\" }\n");
    let clear = image::Rgba([200, 60, 40, 0]);
    image::RgbaImage::from_pixel(600, 400, clear).save(site.path("content/products/tra/front.png")).expect("write");
    let main = site.build().main("vi/san-pham/tra/index.html");
    assert!(main.contains("-600.png\" width=\"600\"") && !main.contains("data-tone"), "{main}");
}

#[test]
fn a_photo_has_a_tone_until_it_has_come() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 600, 400);
    let main = site.build().main("vi/san-pham/tra/index.html");
    let tone = &main[main.find(" data-tone=\"").expect("a tone") + 12..];
    assert_eq!(&tone[1..8], "krCHMR\"", "a dull red, as light in every corner");
}

#[test]
fn avif_comes_where_the_site_asks_for_it() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 500, 300);
    let text = std::fs::read_to_string(site.path("ocop.toml")).expect("read");
    site.edit("ocop.toml", &format!("{text}[photos]\navif = true\n"));
    if cfg!(feature = "avif") {
        let built = site.build();
        assert!(built.main("vi/san-pham/tra/index.html").contains("<source type=\"image/avif\""));
        assert_eq!(built.paths().iter().filter(|path| path.ends_with(".avif")).count(), 2);
    } else {
        let seen = site.check();
        assert_eq!(seen.codes(), ["site"]);
        assert!(seen.messages().contains("--features avif"), "{}", seen.messages());
    }
}

#[test]
fn an_illustration_is_said_to_be_one() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 600, 400);
    assert!(site.build().words("vi/san-pham/tra/index.html").contains("Hình minh họa"));
}

#[test]
fn a_small_picture_is_never_enlarged() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 300, 200);
    let main = site.build().main("vi/san-pham/tra/index.html");
    assert!(main.contains("width=\"300\" height=\"200\""), "{main}");
}

#[test]
fn a_picture_that_is_none_is_told_and_not_crashed_on() {
    let site = with_photo();
    for (content, word) in [("not a picture", "not a picture"), ("GIF89a", "a picture in GIF"), ("", "not a picture")] {
        site.edit("content/products/tra/front.jpg", content);
        let seen = site.check();
        assert_eq!(seen.codes(), ["photo-unreadable"], "{content}");
        assert!(seen.messages().contains(word), "{}", seen.messages());
    }
}

#[test]
fn a_picture_with_a_wrong_ending_is_shown_and_told() {
    let site = with_photo();
    site.picture("content/products/tra/front.png", 600, 400);
    std::fs::rename(site.path("content/products/tra/front.png"), site.path("content/products/tra/front.jpg"))
        .expect("rename");
    insta::assert_snapshot!(site.check().messages());
    assert!(site.build().main("vi/san-pham/tra/index.html").contains("width=\"600\""));
}

#[test]
fn a_photo_from_an_iphone_is_told_how_to_become_a_jpeg() {
    let site = with_photo();
    site.edit("content/products/tra/front.jpg", "\\x00\\x00\\x00\\x18ftypheic\\x00\\x00\\x00\\x00mif1heic");
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn half_a_photo_is_told_before_anything_is_made() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 600, 400);
    let path = site.path("content/products/tra/front.jpg");
    let whole = std::fs::read(&path).expect("read");
    std::fs::write(&path, &whole[..whole.len() / 2]).expect("write");
    insta::assert_snapshot!(site.check().messages());
}

#[test]
fn an_animation_shows_its_first_picture() {
    // Red, then blue.
    let frame = |colour| image::RgbaImage::from_pixel(60, 40, image::Rgba(colour));
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 60, 40);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_animated(2, 0).expect("two frames");
    let mut writer = encoder.write_header().expect("write");
    for colour in [[200, 0, 0, 255], [0, 0, 200, 255]] {
        writer.write_image_data(&frame(colour)).expect("write");
    }
    writer.finish().expect("write");
    let site = Site::product("[[photo]]\nfile = \"front.png\"\nalt = { vi = \"Hộp trà\", en = \"Tea box\" }\n");
    std::fs::write(site.path("content/products/tra/front.png"), bytes).expect("write");
    assert_eq!(site.check().codes(), ["photo-animated"]);
    assert!(site.build().main("vi/san-pham/tra/index.html").contains("data-tone=\"fiqCHMR\""));
}

#[test]
fn a_carried_cache_saves_a_fresh_clone_the_work() {
    let site = with_photo();
    site.picture("content/products/tra/front.jpg", 700, 500);
    let first = site.build().files();
    // A clone has other paths and other times; a mark in the cached entry shows that it was used.
    let clone = with_photo();
    site.picture("content/products/tra/front.jpg", 700, 500);
    std::fs::copy(site.path("content/products/tra/front.jpg"), clone.path("content/products/tra/front.jpg"))
        .expect("copy");
    let cache = |site: &Site| site.path(".ocop/cache/photos");
    std::fs::create_dir_all(cache(&clone)).expect("make");
    let entries: Vec<_> =
        std::fs::read_dir(cache(&site)).expect("a cache").map(|entry| entry.expect("read").path()).collect();
    assert!(!entries.is_empty());
    for entry in &entries {
        let target = cache(&clone).join(entry.file_name().expect("a name"));
        std::fs::copy(entry, &target).expect("copy");
        let mut permissions = std::fs::metadata(&target).expect("read").permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&target, permissions).expect("seal");
    }
    assert_eq!(clone.build().files(), first);
    for entry in &entries {
        let target = cache(&clone).join(entry.file_name().expect("a name"));
        assert!(std::fs::metadata(target).expect("still there").permissions().readonly(), "an entry was made again");
    }
}

#[test]
fn a_message_about_a_picture_names_the_file_and_prints_none_of_its_bytes() {
    let site = Site::product("");
    site.picture("content/products/tra/extra.jpg", 800, 600);
    insta::assert_snapshot!(site.check().messages());
}
