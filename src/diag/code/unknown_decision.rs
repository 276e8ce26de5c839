//! `unknown-decision`.

use super::{Code, Level};

pub const UNKNOWN_DECISION: Code = Code {
    id: "unknown-decision",
    level: Level::Error,
    about: "The record names a decision that is not in `content/decisions.toml`.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 4
decision = "tn-999"
"#,
};
