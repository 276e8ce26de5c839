//! What a tourism service offers.

use super::{Field, Section, Value, nonempty};

pub const SERVICES: Field = Field {
    key: "services",
    record: "making.services",
    section: Some(Section::Service),
    sheet: true,
    search: Some(2),
    filter: None,
    schema_org: None,
    read: |product| nonempty(&product.making.services).map(Value::List),
};
