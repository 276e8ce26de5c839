//! Sales points.

use super::{Field, Filter, Value, nonempty};

pub const SALES_POINTS: Field = Field {
    key: "sales_points",
    record: "sold.sales_points",
    section: None,
    sheet: false,
    search: Some(3),
    filter: Some(Filter::Terms),
    schema_org: None,
    read: |product| nonempty(&product.sold.sales_points).map(Value::SalesPoints),
};
