//! `syntax`.

use super::{Code, Level};

pub const SYNTAX: Code = Code {
    id: "syntax",
    level: Level::Error,
    about: "The file is not valid TOML at this place: a quote, a bracket or an equals sign is missing or one too many. Text stands between double quotes, a list between square brackets.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
village = "thôn Nam Đồng
"#,
};
