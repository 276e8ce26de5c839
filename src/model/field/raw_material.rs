//! Where the raw material comes from.

use super::{Field, Section, Value};

pub const RAW_MATERIAL: Field = Field {
    key: "raw_material",
    record: "making.raw_material",
    section: Some(Section::Making),
    sheet: false,
    search: Some(2),
    filter: None,
    schema_org: None,
    read: |product| product.making.raw_material.as_ref().map(Value::Text),
};
