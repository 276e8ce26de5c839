//! Certificates and their stars.

use super::{Field, Filter, Value, nonempty};

pub const STARS: Field = Field {
    key: "stars",
    record: "certification",
    section: None,
    sheet: true,
    search: Some(3),
    filter: Some(Filter::Terms),
    schema_org: None,
    read: |product| nonempty(&product.certifications).map(Value::Certifications),
};
