//! `broken-link`.

use super::{Code, Level};

pub const BROKEN_LINK: Code = Code {
    id: "broken-link",
    level: Level::Error,
    about: "A link in a text leads to a page of this site that does not exist.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
-- content/products/tra/story.vi.md --
Xem [trà khác](product:tra-khac).
"#,
};
