//! `place-parent`.

use super::{Code, Level};

pub const PLACE_PARENT: Code = Code {
    id: "place-parent",
    level: Level::Error,
    about: "Administrative units contain each other in a ring, or a unit lies in one that is no larger.",
    example: r#"-- content/places.toml --
[[place]]
id = "a"
name = "A"
type = "commune"
parent = "b"
[[place]]
id = "b"
name = "B"
type = "commune"
parent = "a"
"#,
};
