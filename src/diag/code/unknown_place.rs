//! `unknown-place`.

use super::{Code, Level};

pub const UNKNOWN_PLACE: Code = Code {
    id: "unknown-place",
    level: Level::Warning,
    about: "The record names a place that is not in `content/places.toml`. The page is made without it; names of places change often, so this never stops a build.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = "Trà hoa vàng"
producer = "htx-a"
place = "xa-tan-cuongg"
group = "drink.tea"
"#,
};
