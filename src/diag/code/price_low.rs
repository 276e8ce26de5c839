//! `price-low`.

use super::{Code, Level};

pub const PRICE_LOW: Code = Code {
    id: "price-low",
    level: Level::Warning,
    about: "The price is below 500 đồng, which is probably a number of thousands. Prices are written in full.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[package]]
price = 65
"#,
};
