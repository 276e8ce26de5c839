//! `letter-eth`.

use super::{Code, Level};

pub const LETTER_ETH: Code = Code {
    id: "letter-eth",
    level: Level::Warning,
    about: "The text contains the Icelandic letter Eth (Ð, U+00D0), which looks like the Vietnamese Đ (U+0110) but is never found by a search. `ocop` repairs it in the pages; mend it in the record too.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
village = "thôn Nam Ðồng"
"#,
};
