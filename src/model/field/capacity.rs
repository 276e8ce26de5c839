//! Output.

use super::{Field, Section, Value};

pub const CAPACITY: Field = Field {
    key: "capacity",
    record: "making.capacity",
    section: Some(Section::Making),
    sheet: false,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.making.capacity.as_ref().map(Value::Text),
};
