//! Warnings.

use super::{Field, Section, Value};

pub const WARNINGS: Field = Field {
    key: "warnings",
    record: "label.warnings",
    section: Some(Section::Label),
    sheet: true,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.label.warnings.as_ref().map(Value::Text),
};
