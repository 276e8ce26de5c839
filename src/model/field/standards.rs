//! Standards met and certificates held.

use super::{Field, Section, Value, nonempty};

pub const STANDARDS: Field = Field {
    key: "standards",
    record: "standard",
    section: Some(Section::Standards),
    sheet: true,
    search: Some(3),
    filter: None,
    schema_org: Some("hasCertification"),
    read: |product| nonempty(&product.standards).map(Value::Standards),
};
