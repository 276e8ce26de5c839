//! How long it keeps.

use super::{Field, Section, Value};

pub const SHELF_LIFE: Field = Field {
    key: "shelf_life",
    record: "label.shelf_life",
    section: Some(Section::Label),
    sheet: true,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.label.shelf_life.as_ref().map(Value::Text),
};
