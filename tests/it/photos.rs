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
    let srcset = &main[main.find("srcset=\"").expect("sizes") + 8..];
    let srcset = &srcset[..srcset.find('"').expect("the end")];
    let widths: Vec<&str> = srcset.split(", ").filter_map(|part| part.split(' ').nth(1)).collect();
    assert_eq!(widths, ["480w", "960w", "1600w"]);
    for part in srcset.split(", ") {
        let path = part.split(' ').next().expect("an address").trim_start_matches('/');
        assert!(built.has(path), "{path}");
    }
    assert!(main.contains("alt=\"Tea box\"") && main.contains("width=\"960\" height=\"640\""), "{main}");
    assert!(
        built.text("en/products/tra/index.html").contains("og:image\" content=\"https://ocop.example/assets/photos-1/")
    );
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
    for (content, word) in
        [("not a picture", "not a picture"), ("GIF89a", "browsers do not all show"), ("", "not a picture")]
    {
        site.edit("content/products/tra/front.jpg", content);
        let seen = site.check();
        assert_eq!(seen.codes(), ["photo-unreadable"], "{content}");
        assert!(seen.messages().contains(word), "{}", seen.messages());
    }
}

#[test]
fn a_picture_with_a_wrong_ending_is_taken_for_what_it_is() {
    let site = with_photo();
    site.picture("content/products/tra/front.png", 600, 400);
    std::fs::rename(site.path("content/products/tra/front.png"), site.path("content/products/tra/front.jpg"))
        .expect("rename");
    assert_eq!(site.check().messages(), "no mistakes found\n");
    assert!(site.build().main("vi/san-pham/tra/index.html").contains("width=\"600\""));
}
