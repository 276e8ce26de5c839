//! `former-slug`.

use super::{Code, Level};

pub const FORMER_SLUG: Code = Code {
    id: "former-slug",
    level: Level::Error,
    about: "An old address of a product is the present address of another one, or of two products at once, so it cannot lead to both.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"

-- content/products/tra-xanh/product.toml --
id = "tn-0002"
name = { vi = "Trà xanh", en = "Green tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
former_slugs = ["tra"]
"#,
};
