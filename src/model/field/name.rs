//! Name as on the certificate.

use super::{Field, Value};

pub const NAME: Field = Field {
    key: "name",
    record: "name",
    section: None,
    sheet: true,
    search: Some(10),
    filter: None,
    schema_org: Some("name"),
    read: |product| Some(Value::Text(&product.name)),
};
