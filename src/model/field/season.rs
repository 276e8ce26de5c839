//! Season.

use super::{Field, Section, Value};

pub const SEASON: Field = Field {
    key: "season",
    record: "making.season",
    section: Some(Section::Making),
    sheet: true,
    search: Some(1),
    filter: None,
    schema_org: None,
    read: |product| product.making.season.as_ref().map(Value::Text),
};
