//! `number`.

use super::{Code, Level};

pub const NUMBER: Code = Code {
    id: "number",
    level: Level::Error,
    about: "The number is outside what makes sense here, for instance a negative weight, or a focal point beyond the edge of the picture.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[label.nutrition]
fat_g = -1
"#,
};
