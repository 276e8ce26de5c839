//! `date-order`.

use super::{Code, Level};

pub const DATE_ORDER: Code = Code {
    id: "date-order",
    level: Level::Error,
    about: "One date comes before another one that it must follow, for instance a certificate that ends before it began.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 4
date = 2024-05-01
valid_until = 2023-05-01
level = "province"
"#,
};
