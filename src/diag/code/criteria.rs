//! `criteria`.

use super::{Code, Level};

pub const CRITERIA: Code = Code {
    id: "criteria",
    level: Level::Warning,
    about: "The criteria set does not fit the date: certificates until 23/02/2023 follow QĐ 1048/QĐ-TTg, later ones QĐ 148/QĐ-TTg.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 4
date = 2020
criteria = "148"
level = "province"
"#,
};
