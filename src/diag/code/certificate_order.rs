//! `certificate-order`.

use super::{Code, Level};

pub const CERTIFICATE_ORDER: Code = Code {
    id: "certificate-order",
    level: Level::Warning,
    about: "Two certifications of a product may be of the same time, so that nobody can tell which is the current one; the last in the file is taken. Give the month or the day.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 3
date = 2021
level = "province"
[[certification]]
stars = 4
date = 2021
level = "province"
"#,
};
