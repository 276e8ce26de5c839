//! `mixed-script`.

use super::{Code, Level};

pub const MIXED_SCRIPT: Code = Code {
    id: "mixed-script",
    level: Level::Warning,
    about: "One word mixes Latin letters with letters of another script that look the same, such as a Cyrillic Т in `Тrà`. A search does not find the word, and it may pass for the name of somebody else.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
village = "thôn \u0422rà"
"#,
};
