//! `future-date`.

use super::{Code, Level};

pub const FUTURE_DATE: Code = Code {
    id: "future-date",
    level: Level::Warning,
    about: "The date lies after the date as of which the catalogue speaks. An edition must not tell what happened later.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 4
date = 2031
level = "province"
"#,
};
