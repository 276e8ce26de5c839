//! `linked-file`.

use super::{Code, Level};

pub const LINKED_FILE: Code = Code {
    id: "linked-file",
    level: Level::Error,
    about: "A symbolic link in the catalogue leads out of its folder, in a ring, or to nothing. Links to files outside are not followed, so that nobody who gives you a catalogue can publish other files of your machine.",
    example: r"-- content/products/tra/story.vi.md -> ../../../../outside.md --
",
};
