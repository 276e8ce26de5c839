//! `date`.

use super::{Code, Level};

pub const DATE: Code = Code {
    id: "date",
    level: Level::Error,
    about: "A date is a year (2021), a month (\"2021-06\") or a day (2021-06-30), and must exist in the calendar.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 4
date = "2021-13"
level = "province"
"#,
};
