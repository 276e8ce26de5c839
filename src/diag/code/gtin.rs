//! `gtin`.

use super::{Code, Level};

pub const GTIN: Code = Code {
    id: "gtin",
    level: Level::Error,
    about: "A barcode number (GTIN) has 8, 12, 13 or 14 digits, the last of which is a check digit; a wrong digit would lead a scanner to another product.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[package]]
gtin = "8930000000001"
"#,
};
