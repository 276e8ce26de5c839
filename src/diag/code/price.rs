//! `price`.

use super::{Code, Level};

pub const PRICE: Code = Code {
    id: "price",
    level: Level::Error,
    about: "A price is a whole number of đồng, taxes included, without dots and not negative (Law on Prices 2023: 65000, not 65 or 65k).",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[package]]
price = -5
"#,
};
