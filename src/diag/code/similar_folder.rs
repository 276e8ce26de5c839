//! `similar-folder`.

use super::{Code, Level};

pub const SIMILAR_FOLDER: Code = Code {
    id: "similar-folder",
    level: Level::Warning,
    about: "The folders of two products, and so their addresses, look the same to the eye: `l` and `1`, `o` and `0`, `rn` and `m`, `vv` and `w`. Somebody who reads one from paper gets to the other.",
    example: r#"-- content/products/tra-1/product.toml --
id = "tn-0002"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"

-- content/products/tra-l/product.toml --
id = "tn-0003"
name = { vi = "Trà xanh", en = "Green tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#,
};
