//! `photo-animated`.

use super::{Code, Level};

pub const PHOTO_ANIMATED: Code = Code {
    id: "photo-animated",
    level: Level::Warning,
    about: "The picture is an animation. A catalogue that is also printed shows its first picture only.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[photo]]
file = "front.png"
alt = { vi = "Hộp trà", en = "Tea box" }
-- content/products/tra/front.png --
\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x08acTL\x00\x00\x00\x01\x00\x00\x00\x00\xb4-\xe9\xa0\x00\x00\x00\x1afcTL\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x0a\x00\x00Z\x7f0\xd0\x00\x00\x00\x0aIDATx\x9cch\x00\x00\x00\x82\x00\x81w\xcdr\xb6\x00\x00\x00\x00IEND\xaeB`\x82
"#,
};
