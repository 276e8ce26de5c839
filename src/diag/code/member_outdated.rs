//! `member-outdated`.

use super::{Code, Level};

pub const MEMBER_OUTDATED: Code = Code {
    id: "member-outdated",
    level: Level::Warning,
    about: "A catalogue was made by another version of ocop, whose files this one does not read, or long before the newest of the portal.",
    example: r#"-- ocop.toml --
base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Đặc sản thử", en = "Test specialities" }
[[federation.member]]
id = "ha-tinh"
folder = "members/ha-tinh"
-- members/ha-tinh/api/catalogue.json --
{ "title": { "vi": "OCOP Hà Tĩnh" }, "products": [] }
"#,
};
