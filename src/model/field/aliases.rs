//! Other names that buyers type.

use super::{Field, Value, nonempty};

pub const ALIASES: Field = Field {
    key: "aliases",
    record: "aliases",
    section: None,
    sheet: false,
    search: Some(8),
    filter: None,
    schema_org: Some("alternateName"),
    read: |product| nonempty(&product.aliases).map(Value::Names),
};
