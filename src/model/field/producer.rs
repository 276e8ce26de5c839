//! Who makes it.

use super::{Field, Filter, Value};

pub const PRODUCER: Field = Field {
    key: "producer",
    record: "producer",
    section: None,
    sheet: true,
    search: Some(6),
    filter: Some(Filter::Terms),
    schema_org: Some("manufacturer"),
    read: |product| Some(Value::Producer(product.producer)),
};
