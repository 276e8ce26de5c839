//! `unknown-producer`.

use super::{Code, Level};

pub const UNKNOWN_PRODUCER: Code = Code {
    id: "unknown-producer",
    level: Level::Error,
    about: "The record names a producer that has no folder under `content/producers/`.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = "Trà hoa vàng"
producer = "htx-b"
place = "xa-tan-cuong"
group = "drink.tea"
"#,
};
