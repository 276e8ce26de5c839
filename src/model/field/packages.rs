//! Packages with barcode and price.

use super::{Field, Filter, Value, nonempty};

pub const PACKAGES: Field = Field {
    key: "packages",
    record: "package",
    section: None,
    sheet: true,
    search: Some(3),
    filter: Some(Filter::Range),
    schema_org: Some("offers"),
    read: |product| nonempty(&product.packages).map(Value::Packages),
};
