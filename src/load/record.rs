//! Tables of typed keys. One definition gives the Rust type, the reader with all its messages, the JSON Schema and
//! the record reference.

/// Defines a record:
///
/// ```text
/// record! {
///     /// One way in which the product is packed.
///     pub struct PackageRecord {
///         /// Net quantity, such as `500 g`.
///         net: optional At<Quantity>,
///     }
/// }
/// ```
/// Each key is `required`, `optional`, a `list` (missing means empty) or a `flag` (missing means `false`).
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $name:ident { $($(#[doc = $key_doc:literal])* $key:ident: $need:ident $(<$kind:ty>)?,)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where the table stands.
            pub at: $crate::diag::Place,
            $($(#[doc = $key_doc])* pub $key: $crate::load::record::member_type!($need $(<$kind>)?),)*
        }

        impl $crate::load::reader::Field for $name {
            fn shape() -> $crate::load::reader::Shape {
                let keys = vec![$($crate::load::reader::KeyShape {
                    key: $crate::load::record::plain(stringify!($key)),
                    doc: $crate::load::record::paragraph(&[$($key_doc),*]),
                    required: $crate::load::record::is_required(stringify!($need)),
                    shape: $crate::load::record::member_shape!($need $(<$kind>)?),
                },)*];
                $crate::load::record::table_shape($crate::load::record::paragraph(&[$($doc),*]), keys)
            }

            fn read(node: &$crate::load::reader::Node<'_>, reader: &mut $crate::load::reader::Reader<'_>) -> Option<Self> {
                let table = reader.table(node, "a table")?;
                reader.unknown_keys(table, &[$($crate::load::record::plain(stringify!($key))),*]);
                let at = reader.at(node);
                $(let $key = $crate::load::record::member_read!($need $(<$kind>)?, node, table, $crate::load::record::plain(stringify!($key)), reader);)*
                Some(Self { at, $($key: $crate::load::record::member_value!($need, $key),)* })
            }
        }
    };
}

macro_rules! member_type {
    (required <$kind:ty>) => { $kind };
    (optional <$kind:ty>) => { Option<$kind> };
    (list <$kind:ty>) => { Vec<$kind> };
    (flag) => { bool };
}

macro_rules! member_shape {
    (list <$kind:ty>) => {
        $crate::load::record::list_shape(<$kind as $crate::load::reader::Field>::shape())
    };
    (flag) => {
        <bool as $crate::load::reader::Field>::shape()
    };
    ($need:ident <$kind:ty>) => {
        <$kind as $crate::load::reader::Field>::shape()
    };
}

macro_rules! member_read {
    (required <$kind:ty>, $node:ident, $table:ident, $key:expr, $reader:ident) => {
        $crate::load::record::required::<$kind>($node, $table, $key, $reader)
    };
    (optional <$kind:ty>, $node:ident, $table:ident, $key:expr, $reader:ident) => {
        $crate::load::record::optional::<$kind>($table, $key, $reader)
    };
    (list <$kind:ty>, $node:ident, $table:ident, $key:expr, $reader:ident) => {
        $crate::load::record::list::<$kind>($table, $key, $reader)
    };
    (flag, $node:ident, $table:ident, $key:expr, $reader:ident) => {
        $crate::load::record::optional::<bool>($table, $key, $reader).unwrap_or(false)
    };
}

macro_rules! member_value {
    (required, $key:ident) => {
        $key?
    };
    ($need:ident, $key:ident) => {
        $key
    };
}

pub(crate) use {member_read, member_shape, member_type, member_value, record};

use serde_json::{Map, Value as Json, json};
use toml::de::DeTable;

use super::reader::{Field, KeyShape, Node, Reader, RecordShape, Shape};

/// The key without the mark that lets a Rust keyword be a name.
pub fn plain(name: &'static str) -> &'static str {
    name.strip_prefix("r#").unwrap_or(name)
}

pub fn is_required(need: &str) -> bool {
    need == "required"
}

/// Doc lines as one paragraph.
pub fn paragraph(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

pub fn list_shape(item: Shape) -> Shape {
    Shape {
        schema: json!({ "type": "array", "items": item.schema }),
        words: format!("list: {}", item.words),
        record: item.record,
    }
}

pub fn table_shape(doc: String, keys: Vec<KeyShape>) -> Shape {
    let mut properties = Map::new();
    for key in &keys {
        let mut schema = key.shape.schema.clone();
        if let Json::Object(schema) = &mut schema {
            schema.insert("description".into(), Json::String(key.doc.clone()));
        }
        properties.insert(key.key.into(), schema);
    }
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.key).collect();
    let schema =
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false });
    Shape { schema, words: "table".into(), record: Some(RecordShape { doc, keys }) }
}

pub fn required<T: Field>(
    node: &Node<'_>,
    table: &DeTable<'_>,
    key: &'static str,
    reader: &mut Reader<'_>,
) -> Option<T> {
    if let Some(value) = table.get(key) {
        T::read(value, reader)
    } else {
        reader.missing(node, key, &T::shape().words);
        None
    }
}

pub fn optional<T: Field>(table: &DeTable<'_>, key: &str, reader: &mut Reader<'_>) -> Option<T> {
    table.get(key).and_then(|value| T::read(value, reader))
}

pub fn list<T: Field>(table: &DeTable<'_>, key: &str, reader: &mut Reader<'_>) -> Vec<T> {
    let Some(value) = table.get(key) else { return Vec::new() };
    if let toml::de::DeValue::Array(items) = value.get_ref() {
        items.iter().filter_map(|item| T::read(item, reader)).collect()
    } else {
        reader.wrong_type(
            value,
            "a list",
            "write it between square brackets, or under [[double brackets]] for a list of tables",
        );
        Vec::new()
    }
}
