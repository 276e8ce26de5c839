//! `product-id`.

use super::{Code, Level};

pub const PRODUCT_ID: Code = Code {
    id: "product-id",
    level: Level::Error,
    about: "The permanent code of a product has two to four small letters, a hyphen and digits, as in `bk-0012`. It is printed as a QR code and never changes.",
    example: r#"-- content/products/tra/product.toml --
id = "Trà 1"
name = "Trà hoa vàng"
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#,
};
