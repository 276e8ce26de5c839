//! `unreadable`.

use super::{Code, Level};

pub const UNREADABLE: Code = Code {
    id: "unreadable",
    level: Level::Error,
    about: "The file cannot be read as text in UTF-8, or not at all. Save it again with the encoding UTF-8 (in most editors: Save as, Encoding).",
    example: r"-- content/products/tra/story.vi.md --
\xff\xfe
",
};
