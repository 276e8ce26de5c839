//! `site`.

use super::{Code, Level};

pub const SITE: Code = Code {
    id: "site",
    level: Level::Error,
    about: "`ocop.toml`, which describes the site, is missing or cannot be used.",
    example: r##"-- ocop.toml --
base_url = "ocop.example"
languages = ["vi", "en"]
title = { vi = "Thử", en = "Test" }
"##,
};
