//! Directions for use.

use super::{Field, Section, Value};

pub const USAGE: Field = Field {
    key: "usage",
    record: "label.usage",
    section: Some(Section::Label),
    sheet: true,
    search: Some(1),
    filter: None,
    schema_org: None,
    read: |product| product.label.usage.as_ref().map(Value::Text),
};
