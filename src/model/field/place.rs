//! Place as printed on the certificate.

use super::{Field, Filter, Value};

pub const PLACE: Field = Field {
    key: "place",
    record: "place",
    section: None,
    sheet: true,
    search: Some(5),
    filter: Some(Filter::Terms),
    schema_org: None,
    read: |product| product.place.map(Value::Place),
};
