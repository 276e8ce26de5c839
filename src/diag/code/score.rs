//! `score`.

use super::{Code, Level};

pub const SCORE: Code = Code {
    id: "score",
    level: Level::Error,
    about: "The score does not lie in the band of the stars: 50 to 69 points for 3 stars, 70 to 89 for 4, 90 to 100 for 5 (QĐ 1048/QĐ-TTg; with decimals up to the next band in QĐ 148/QĐ-TTg).",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 4
score = 91.14
date = 2024
level = "province"
"#,
};
