//! Prizes and titles.

use super::{Field, Section, Value, nonempty};

pub const AWARDS: Field = Field {
    key: "awards",
    record: "making.awards",
    section: Some(Section::Making),
    sheet: false,
    search: Some(1),
    filter: None,
    schema_org: Some("award"),
    read: |product| nonempty(&product.making.awards).map(Value::List),
};
