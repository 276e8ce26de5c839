//! `photo-unused`.

use super::{Code, Level};

pub const PHOTO_UNUSED: Code = Code {
    id: "photo-unused",
    level: Level::Warning,
    about: "The folder holds a picture that the record does not name, so it is not shown.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
-- content/products/tra/front.jpg --
not a picture
"#,
};
