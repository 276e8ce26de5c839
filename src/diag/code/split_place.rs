//! `split-place`.

use super::{Code, Level};

pub const SPLIT_PLACE: Code = Code {
    id: "split-place",
    level: Level::Warning,
    about: "The former unit was split between several units of today, so the present place of the product is not certain. All candidates are shown until `place_now` names the right one.",
    example: r#"-- content/places.toml --
[[place]]
id = "xa-tan-cuong"
name = "Tân Cương"
type = "commune"
until = 2025-06-30
now = ["x", "y"]
[[place]]
id = "x"
name = "X"
type = "commune"
[[place]]
id = "y"
name = "Y"
type = "commune"
-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#,
};
