//! `pdf-missing`.

use super::{Code, Level};

pub const PDF_MISSING: Code = Code {
    id: "pdf-missing",
    level: Level::Warning,
    about: "`[print] publish` asks for documents as PDF, but this program was built without PDF, which triples the time to compile. The site is made without them and without links to them. Sheets, labels and price lists are pages that a browser prints all the same.",
    example: r#"-- ocop.toml --
base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Đặc sản thử", en = "Test specialities" }
[print]
publish = ["sheets", "book"]
"#,
};
