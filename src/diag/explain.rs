//! The reference of all messages, `docs/diagnostics.md`, made from the codes themselves.

use std::fmt::Write as _;

use super::code::{CODES, Level};

/// The text of `docs/diagnostics.md`: one paragraph and one example per code, in alphabetical order.
#[must_use]
pub fn reference() -> String {
    let mut out = String::from(
        "# Messages of `ocop`\n\n\
         Every message names its code, the file, line and column, and what to do. A code never changes its meaning.\n\
         An **error** keeps `ocop build` from publishing (what is published already stays) and ends it with exit code 1;\n\
         a **warning** does not (`--strict` counts it as an error). Each example below is a part of a catalogue that\n\
         brings up exactly this message; a test runs them all. This page is made from `src/diag/code/`.\n",
    );
    let mut codes: Vec<_> = CODES.iter().collect();
    codes.sort_by_key(|code| code.id);
    for code in codes {
        let level = if code.level == Level::Error { "error" } else { "warning" };
        let _ = write!(
            out,
            "\n## `{}`\n\n*{level}.* {}\n\n```\n{}\n```\n",
            code.id,
            code.about.trim(),
            code.example.trim()
        );
    }
    out
}
