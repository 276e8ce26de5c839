//! `slug`.

use super::{Code, Level};

pub const SLUG: Code = Code {
    id: "slug",
    level: Level::Error,
    about: "The name of a folder becomes part of the address of a page and may only hold small letters a–z, digits and single hyphens.",
    example: r#"-- content/products/Trà Hoa Vàng/product.toml --
id = "tn-0001"
name = "Trà hoa vàng"
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#,
};
