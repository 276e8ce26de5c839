//! `missing-key`.

use super::{Code, Level};

pub const MISSING_KEY: Code = Code {
    id: "missing-key",
    level: Level::Error,
    about: "The record lacks a key without which it cannot be shown. The message names the key and what it holds.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
producer = "htx-a"
group = "drink.tea"
"#,
};
