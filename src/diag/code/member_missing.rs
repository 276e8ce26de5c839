//! `member-missing`.

use super::{Code, Level};

pub const MEMBER_MISSING: Code = Code {
    id: "member-missing",
    level: Level::Warning,
    about: "A catalogue that takes part in the portal is not in its folder: nobody has copied it there yet, or the folder is called differently. The portal is built without it; with `--strict` it is not published.",
    example: r#"-- ocop.toml --
base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Đặc sản thử", en = "Test specialities" }
[[federation.member]]
id = "ha-tinh"
folder = "members/ha-tinh"
"#,
};
