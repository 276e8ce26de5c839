//! `quantity`.

use super::{Code, Level};

pub const QUANTITY: Code = Code {
    id: "quantity",
    level: Level::Error,
    about: "A net quantity is a number and a metric unit (`500 g`, `0.75 l`), a count (`10 cái`) or several packs (`20 x 2 g`).",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[package]]
net = "half a kilo"
"#,
};
