//! Nutrition table.

use super::{Field, Section, Value};

pub const NUTRITION: Field = Field {
    key: "nutrition",
    record: "label.nutrition",
    section: Some(Section::Label),
    sheet: true,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.label.nutrition.as_ref().map(Value::Nutrition),
};
