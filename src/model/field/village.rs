//! Village or hamlet.

use super::{Field, Value};

pub const VILLAGE: Field = Field {
    key: "village",
    record: "village",
    section: None,
    sheet: true,
    search: Some(4),
    filter: None,
    schema_org: None,
    read: |product| product.village.as_ref().map(Value::Text),
};
