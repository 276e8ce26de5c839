//! Markets at home.

use super::{Field, Value};

pub const MARKETS: Field = Field {
    key: "markets",
    record: "sold.markets",
    section: None,
    sheet: false,
    search: None,
    filter: None,
    schema_org: None,
    read: |product| product.sold.markets.as_ref().map(Value::Text),
};
