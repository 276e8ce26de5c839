//! `photo-unreadable`.

use super::{Code, Level};

pub const PHOTO_UNREADABLE: Code = Code {
    id: "photo-unreadable",
    level: Level::Error,
    about: "The picture is damaged, too large to be opened safely, or of a kind that browsers and printers do not show. JPEG, PNG and WebP work.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[photo]]
file = "front.jpg"
alt = { vi = "Hộp trà", en = "Tea box" }
-- content/products/tra/front.jpg --
not a picture
"#,
};
