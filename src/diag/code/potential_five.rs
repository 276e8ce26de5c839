//! `potential-five`.

use super::{Code, Level};

pub const POTENTIAL_FIVE: Code = Code {
    id: "potential-five",
    level: Level::Error,
    about: "“Potential five-star” is a note on a four-star certificate (90 points or more at the province, dossier sent to the central level), not a rank of its own.",
    example: r#"-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
[[certification]]
stars = 5
potential_five = true
date = 2024
level = "central"
"#,
};
