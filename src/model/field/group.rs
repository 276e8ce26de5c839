//! Product group.

use super::{Field, Filter, Value};

pub const GROUP: Field = Field {
    key: "group",
    record: "group",
    section: None,
    sheet: true,
    search: Some(4),
    filter: Some(Filter::Terms),
    schema_org: Some("category"),
    read: |product| Some(Value::Group(product.group)),
};
