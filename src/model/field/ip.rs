//! Protected names and marks.

use super::{Field, Section, Value, nonempty};

pub const IP: Field = Field {
    key: "ip",
    record: "ip",
    section: Some(Section::Ip),
    sheet: true,
    search: Some(3),
    filter: None,
    schema_org: None,
    read: |product| nonempty(&product.ip).map(Value::Marks),
};
