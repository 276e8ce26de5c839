//! `place-clash`.

use super::{Code, Level};

pub const PLACE_CLASH: Code = Code {
    id: "place-clash",
    level: Level::Error,
    about: "Two places have the same official code in the same time. A code is given to one unit at a time; after a reorganisation it may be given again, so a former unit needs `until`.",
    example: r#"-- content/places.toml --
[[place]]
id = "a"
name = "A"
type = "commune"
code = "05488"
[[place]]
id = "b"
name = "B"
type = "commune"
code = "05488"
"#,
};
