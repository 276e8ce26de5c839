//! Alcohol, percent by volume.

use super::{Field, Section, Value};

pub const ALCOHOL: Field = Field {
    key: "alcohol",
    record: "label.alcohol",
    section: Some(Section::Label),
    sheet: true,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.label.alcohol.map(Value::Percent),
};
