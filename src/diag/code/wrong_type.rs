//! `wrong-type`.

use super::{Code, Level};

pub const WRONG_TYPE: Code = Code {
    id: "wrong-type",
    level: Level::Error,
    about: "The value is of another kind than expected, for instance a number in quotes or a text where a list stands.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[package]]
price = "65.000"
"#,
};
