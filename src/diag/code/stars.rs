//! `stars`.

use super::{Code, Level};

pub const STARS: Code = Code {
    id: "stars",
    level: Level::Error,
    about: "A certified product has 3, 4 or 5 stars. One and two stars are ranks without a certificate and are not shown as OCOP products (QĐ 148/QĐ-TTg).",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 6
date = 2023
level = "province"
"#,
};
