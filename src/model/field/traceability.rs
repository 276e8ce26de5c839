//! Tracing the product.

use super::{Field, Section, Value};

pub const TRACEABILITY: Field = Field {
    key: "traceability",
    record: "traceability",
    section: Some(Section::Traceability),
    sheet: false,
    search: Some(1),
    filter: None,
    schema_org: None,
    read: |product| product.traceability.as_ref().map(Value::Trace),
};
