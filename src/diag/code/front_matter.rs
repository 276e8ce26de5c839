//! `front-matter`.

use super::{Code, Level};

pub const FRONT_MATTER: Code = Code {
    id: "front-matter",
    level: Level::Error,
    about: "A page or news post begins with its facts between two lines `+++`.",
    example: r"-- content/pages/gioi-thieu/page.vi.md --
Xin chào
",
};
