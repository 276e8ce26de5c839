//! `path-clash`.

use super::{Code, Level};

pub const PATH_CLASH: Code = Code {
    id: "path-clash",
    level: Level::Error,
    about: "Two pages or files claim the same address in the site. Nothing is written until one of them has another name.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
-- static/vi/san-pham/tra/index.html --
x
"#,
};
