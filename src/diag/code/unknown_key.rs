//! `unknown-key`.

use super::{Code, Level};

pub const UNKNOWN_KEY: Code = Code {
    id: "unknown-key",
    level: Level::Error,
    about: "The record has a key that `ocop` does not know, mostly a spelling mistake. A key that is not known would be left out of the site without a word, so it is a mistake.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
produccer = "htx-a"
"#,
};
