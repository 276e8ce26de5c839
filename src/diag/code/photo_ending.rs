//! `photo-ending`.

use super::{Code, Level};

pub const PHOTO_ENDING: Code = Code {
    id: "photo-ending",
    level: Level::Warning,
    about: "The end of the file name says another format than the file has, as happens when a picture is renamed instead of saved anew. It is shown all the same; other programs may refuse it.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[photo]]
file = "front.jpg"
alt = { vi = "Hộp trà", en = "Tea box" }
-- content/products/tra/front.jpg --
\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cch\x00\x00\x00\x82\x00\x81w\xcdr\xb6\x00\x00\x00\x00IEND\xaeB`\x82
"#,
};
