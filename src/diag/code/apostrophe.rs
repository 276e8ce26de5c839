//! `apostrophe`.

use super::{Code, Level};

pub const APOSTROPHE: Code = Code {
    id: "apostrophe",
    level: Level::Warning,
    about: "One record writes the same apostrophe in two ways (' and ’). `ocop` uses ’ in the pages; write one kind in the record.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
village = "buôn Cư M'gar, Ea H’Leo"
"#,
};
