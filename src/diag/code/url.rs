//! `url`.

use super::{Code, Level};

pub const URL: Code = Code {
    id: "url",
    level: Level::Error,
    about: "An address on the web begins with http:// or https://. Other kinds are not put into pages.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[traceability]
url = "javascript:alert(1)"
"#,
};
