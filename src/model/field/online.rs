//! Online shops.

use super::{Field, Value, nonempty};

pub const ONLINE: Field = Field {
    key: "online",
    record: "sold.online",
    section: None,
    sheet: false,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| nonempty(&product.sold.online).map(Value::Shops),
};
