//! `stray-file`.

use super::{Code, Level};

pub const STRAY_FILE: Code = Code {
    id: "stray-file",
    level: Level::Warning,
    about: "The file is not one that `ocop` reads at this place, so it has no effect. Mostly its name is misspelt.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
-- content/products/tra/story.md --
Câu chuyện
"#,
};
