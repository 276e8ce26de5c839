//! One sentence for cards.

use super::{Field, Value};

pub const SUMMARY: Field = Field {
    key: "summary",
    record: "summary",
    section: None,
    sheet: false,
    search: Some(2),
    filter: None,
    schema_org: Some("description"),
    read: |product| product.summary.as_ref().map(Value::Text),
};
