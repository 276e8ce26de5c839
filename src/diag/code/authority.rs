//! `authority`.

use super::{Code, Level};

pub const AUTHORITY: Code = Code {
    id: "authority",
    level: Level::Warning,
    about: "At that date another level of government certified products with so many stars: 3 stars the province until 02/2023, the district until 07/2025, then again the province; 4 stars the province; 5 stars the central level (QĐ 1048, 148 and 1489/QĐ-TTg).",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 5
date = 2024
level = "province"
"#,
};
