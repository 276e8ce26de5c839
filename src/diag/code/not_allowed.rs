//! `not-allowed`.

use super::{Code, Level};

pub const NOT_ALLOWED: Code = Code {
    id: "not-allowed",
    level: Level::Error,
    about: "The value is not one of those that this key allows. The message lists the words that are.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[ip]]
kind = "patent"
name = "Tân Cương"
"#,
};
