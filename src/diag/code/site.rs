//! `site`.

use super::{Code, Level};

pub const SITE: Code = Code {
    id: "site",
    level: Level::Error,
    about: "`ocop.toml`, which describes the site, is missing or cannot be used.",
    example: r#"-- ocop.toml --
base_url = "https://ocop.example/"
languages = "vi"
title = { vi = "Thử", en = "Test" }
"#,
};
