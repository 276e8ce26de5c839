//! Ingredients.

use super::{Field, Section, Value};

pub const INGREDIENTS: Field = Field {
    key: "ingredients",
    record: "label.ingredients",
    section: Some(Section::Label),
    sheet: true,
    search: Some(2),
    filter: None,
    schema_org: None,
    read: |product| product.label.ingredients.as_ref().map(Value::Text),
};
