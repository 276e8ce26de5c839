//! Origin phrase.

use super::{Field, Section, Value};

pub const ORIGIN: Field = Field {
    key: "origin",
    record: "label.origin",
    section: Some(Section::Label),
    sheet: true,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.label.origin.as_ref().map(Value::Text),
};
