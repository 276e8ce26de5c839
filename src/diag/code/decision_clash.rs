//! `decision-clash`.

use super::{Code, Level};

pub const DECISION_CLASH: Code = Code {
    id: "decision-clash",
    level: Level::Error,
    about: "Two decisions have the same issuing body, number and date. Numbers start again each year and for each body, so these three together name a decision.",
    example: r#"-- content/decisions.toml --
[[decision]]
id = "a"
number = "377/QĐ-UBND"
date = 2025-01-17
issuer = "UBND tỉnh Thái Nguyên"
level = "province"
[[decision]]
id = "b"
number = "377/QĐ – UBND"
date = 2025-01-17
issuer = "UBND tỉnh Thái Nguyên"
level = "province"
"#,
};
