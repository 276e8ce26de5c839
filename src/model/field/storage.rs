//! Storage.

use super::{Field, Section, Value};

pub const STORAGE: Field = Field {
    key: "storage",
    record: "label.storage",
    section: Some(Section::Label),
    sheet: true,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.label.storage.as_ref().map(Value::Text),
};
