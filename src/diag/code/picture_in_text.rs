//! `picture-in-text`.

use super::{Code, Level};

pub const PICTURE_IN_TEXT: Code = Code {
    id: "picture-in-text",
    level: Level::Warning,
    about: "A text shows a picture with Markdown. Pictures belong to the record, where they have a size and an alternative text; in the text only the words in brackets are kept.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
-- content/products/tra/story.vi.md --
Hộp trà ![hộp](front.jpg) đẹp.
"#,
};
