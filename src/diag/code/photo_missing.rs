//! `photo-missing`.

use super::{Code, Level};

pub const PHOTO_MISSING: Code = Code {
    id: "photo-missing",
    level: Level::Error,
    about: "The record names a picture that is not in its folder. Mostly the name is misspelt, or the picture was not copied.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[photo]]
file = "front.jpg"
alt = { vi = "Hộp trà", en = "Tea box" }
"#,
};
