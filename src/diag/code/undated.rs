//! `undated`.

use super::{Code, Level};

pub const UNDATED: Code = Code {
    id: "undated",
    level: Level::Warning,
    about: "The certification has neither a decision, a date, nor a time at which a source lists it. The page can only say that its validity is not known.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 3
level = "province"
"#,
};
