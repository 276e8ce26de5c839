//! `unknown-sales-point`.

use super::{Code, Level};

pub const UNKNOWN_SALES_POINT: Code = Code {
    id: "unknown-sales-point",
    level: Level::Error,
    about: "The product is said to be sold at a sales point that has no folder under `content/sales-points/`.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[sold]
sales_points = ["cho-que"]
"#,
};
