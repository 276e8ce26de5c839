//! Countries it is exported to.

use super::{Field, Value, nonempty};

pub const EXPORTS: Field = Field {
    key: "exports",
    record: "sold.exports",
    section: None,
    sheet: false,
    search: Some(1),
    filter: None,
    schema_org: None,
    read: |product| nonempty(&product.sold.exports).map(Value::List),
};
