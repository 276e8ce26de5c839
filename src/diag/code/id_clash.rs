//! `id-clash`.

use super::{Code, Level};

pub const ID_CLASH: Code = Code {
    id: "id-clash",
    level: Level::Error,
    about: "Two records use the same identifier. Printed codes and references could mean either of them.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"

-- content/products/tra-xanh/product.toml --
id = "tn-0001"
name = { vi = "Trà xanh", en = "Green tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#,
};
