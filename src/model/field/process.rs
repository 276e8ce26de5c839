//! Steps of making.

use super::{Field, Section, Value, nonempty};

pub const PROCESS: Field = Field {
    key: "process",
    record: "making.process",
    section: Some(Section::Making),
    sheet: false,
    search: Some(1),
    filter: None,
    schema_org: None,
    read: |product| nonempty(&product.making.process).map(Value::Steps),
};
