//! `label-stock`.

use super::{Code, Level};

pub const LABEL_STOCK: Code = Code {
    id: "label-stock",
    level: Level::Error,
    about: "The measures of a label sheet cannot be right: the labels do not fit on A4, lie over each other, or are too small for a code. Labels printed with them would miss the stickers, so nothing is guessed. All measures are millimetres.",
    example: r#"-- ocop.toml --
base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Đặc sản thử", en = "Test specialities" }
[[print.label]]
id = "nha-in-5x10"
columns = 5
rows = 10
width = 48.5
height = 25.4
"#,
};
