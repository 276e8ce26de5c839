//! `unseen-sign`.

use super::{Code, Level};

pub const UNSEEN_SIGN: Code = Code {
    id: "unseen-sign",
    level: Level::Warning,
    about: "The text holds a sign that takes no room, such as a blank without width or one that turns the direction of reading. It comes along when text is copied from a web page or a document, and may make a text look like another one. Names and facts are shown without it; mend the record too.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
village = "thôn Nam\u202E Đồng"
"#,
};
