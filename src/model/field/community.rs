//! Ethnic community or craft village.

use super::{Field, Section, Value};

pub const COMMUNITY: Field = Field {
    key: "community",
    record: "making.community",
    section: Some(Section::Making),
    sheet: false,
    search: Some(2),
    filter: None,
    schema_org: None,
    read: |product| product.making.community.as_ref().map(Value::Text),
};
