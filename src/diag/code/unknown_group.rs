//! `unknown-group`.

use super::{Code, Level};

pub const UNKNOWN_GROUP: Code = Code {
    id: "unknown-group",
    level: Level::Error,
    about: "The product group is none of those of QĐ 148/QĐ-TTg or QĐ 1048/QĐ-TTg.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = "Trà hoa vàng"
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tee"
"#,
};
