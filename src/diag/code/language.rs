//! `language`.

use super::{Code, Level};

pub const LANGUAGE: Code = Code {
    id: "language",
    level: Level::Error,
    about: "A text is given in a language that the site does not have, or it has no text in the first language of `ocop.toml`, from which the other languages fall back.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#,
};
