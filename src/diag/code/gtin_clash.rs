//! `gtin-clash`.

use super::{Code, Level};

pub const GTIN_CLASH: Code = Code {
    id: "gtin-clash",
    level: Level::Error,
    about: "Two packages have the same barcode number. A scanner at the till could mean either of them; every pack size has a number of its own.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[package]]
gtin = "8930000000002"

-- content/products/tra-xanh/product.toml --
id = "tn-0002"
name = { vi = "Trà xanh", en = "Green tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[package]]
gtin = "8930000000002"
"#,
};
