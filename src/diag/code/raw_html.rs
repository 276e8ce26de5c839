//! `raw-html`.

use super::{Code, Level};

pub const RAW_HTML: Code = Code {
    id: "raw-html",
    level: Level::Warning,
    about: "The text contains HTML that is not allowed in pages (scripts, frames, styles); it was left out.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
-- content/products/tra/story.vi.md --
Trà <script>alert(1)</script> ngon.
"#,
};
