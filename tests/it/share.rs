//! Pictures for sharing: what networks are told to show, and when there is none.

use crate::site::Site;

const PHOTO: &str = "[[photo]]\nfile = \"front.jpg\"\nalt = { vi = \"Hộp trà\", en = \"Tea box\" }\n";
const STARS: &str = "[[certification]]\ndate = 2024-05-20\nlevel = \"province\"\nstars = 4\n";

/// A catalogue with one photographed product; `more` is the rest of its record.
fn with_photo(more: &str) -> Site {
    let site = Site::product(&format!("{more}{PHOTO}"));
    site.picture("content/products/tra/front.jpg", 1800, 1200);
    site
}

/// Path of the picture that a page tells networks to show.
fn shown(page: &str) -> String {
    let rest = page.split("<meta property=\"og:image\" content=\"").nth(1).expect("a picture");
    let address = rest.split('"').next().expect("the end");
    address.splitn(4, '/').nth(3).expect("a path").to_owned()
}

#[test]
fn a_product_is_shared_with_a_picture_in_the_language_of_the_page() {
    let built = with_photo(STARS).build();
    let pages = ["vi/san-pham/tra/index.html", "en/products/tra/index.html"];
    let pictures = pages.map(|page| shown(&built.text(page)));
    assert_ne!(pictures[0], pictures[1]);
    for (path, language) in pictures.iter().zip(["vi", "en"]) {
        assert!(path.starts_with(&format!("assets/share-1/tn-0001-{language}-")), "{path}");
        let bytes = &built.files()[path];
        assert!(bytes.len() < 100_000, "{} bytes", bytes.len());
        let size = image::load_from_memory(bytes).expect("a picture");
        assert_eq!((size.width(), size.height()), (1200, 630));
    }
    assert!(built.text(pages[0]).contains("og:image:width\" content=\"1200\""));
}

#[test]
fn an_ended_certificate_changes_the_picture_and_its_address() {
    let held = shown(&with_photo(STARS).build().text("vi/san-pham/tra/index.html"));
    let ended = STARS.replace("2024", "2020");
    let ended = shown(&with_photo(&ended).build().text("vi/san-pham/tra/index.html"));
    let never = shown(&with_photo("").build().text("vi/san-pham/tra/index.html"));
    assert_ne!(held, ended);
    assert_eq!(ended, never, "no stars, whether they ended or never were");
}

#[test]
fn pages_without_a_photo_share_one_picture_with_the_name_of_the_site() {
    let built = Site::product(STARS).build();
    let pages = [
        "vi/index.html",
        "vi/san-pham/tra/index.html",
        "vi/chu-the/htx-a/index.html",
        "vi/san-pham/index.html",
        "index.html",
    ];
    let pictures = pages.map(|page| shown(&built.text(page)));
    assert!(pictures[0].starts_with("assets/share-1/vi-"), "{}", pictures[0]);
    assert!(pictures.iter().all(|picture| *picture == pictures[0]), "{pictures:?}");
    let size = image::load_from_memory(&built.files()[&pictures[0]]).expect("a picture");
    assert_eq!((size.width(), size.height()), (1200, 630));
    let english = shown(&built.text("en/index.html"));
    assert!(english.starts_with("assets/share-1/en-"), "{english}");
    assert!(built.text("en/index.html").contains("twitter:card"));
}

#[test]
fn a_picture_that_the_site_brings_takes_the_place_of_the_one_with_its_name() {
    let site = Site::product(STARS);
    site.picture("static/og-default.jpg", 1200, 630);
    let built = site.build();
    assert_eq!(shown(&built.text("vi/san-pham/tra/index.html")), "og-default.jpg");
    assert!(built.paths().iter().all(|path| !path.starts_with("assets/share")));
}

#[test]
fn a_site_that_wants_none_has_no_such_pictures() {
    let none = |site: &Site| site.build().paths().iter().all(|path| !path.starts_with("assets/share"));
    let site = with_photo(STARS);
    let text = std::fs::read_to_string(site.path("ocop.toml")).expect("read");
    site.edit("ocop.toml", &format!("{text}[photos]\nog = false\n"));
    assert!(none(&site));
    assert!(shown(&site.build().text("vi/san-pham/tra/index.html")).starts_with("assets/photos-"));
}

#[test]
fn letters_of_the_pictures_are_not_published_and_the_pictures_are_in_no_sitemap() {
    let built = with_photo(STARS).build();
    assert!(built.paths().iter().all(|path| !path.ends_with(".ttf")));
    assert!(!built.text("sitemap.xml").contains("assets/share"));
}
