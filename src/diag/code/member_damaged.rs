//! `member-damaged`.

use super::{Code, Level};

pub const MEMBER_DAMAGED: Code = Code {
    id: "member-damaged",
    level: Level::Warning,
    about: "What was copied of a catalogue is not whole: a transfer broke off, or files of two builds were mixed. The portal is built with what can be trusted; the message says what is left out.",
    example: r#"-- ocop.toml --
base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Đặc sản thử", en = "Test specialities" }
[[federation.member]]
id = "ha-tinh"
folder = "members/ha-tinh"
-- members/ha-tinh/api/catalogue.json --
{ "format": 1, "url": "https://ha-tinh.example/", "title": { "vi": "OCOP Hà Tĩnh"
"#,
};
