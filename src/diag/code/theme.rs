//! `theme`.

use super::{Code, Level};

pub const THEME: Code = Code {
    id: "theme",
    level: Level::Error,
    about: "The theme is incomplete or one of its files cannot be used: a template with a mistake, a text missing in one language.",
    example: r#"-- themes/own/theme.toml --
name = "own"
extends = "gidoo"
-- ocop.toml --
base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Thử", en = "Test" }
theme = "own"
"#,
};
