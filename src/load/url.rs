//! Addresses on the web that records name.

use serde_json::json;

use crate::diag::code::URL;

use super::reader::{Field, Node, Reader, Shape};

/// An address that may be put into a page: http or https.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(pub String);

impl Url {
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let good = host.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
            && !text.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c));
        good.then(|| Self(text.to_owned()))
    }
}

impl Field for Url {
    fn shape() -> Shape {
        Shape {
            schema: json!({ "type": "string", "pattern": "^https?://" }),
            words: "address beginning with http:// or https://".into(),
            record: None,
        }
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(node, "an address on the web")?;
        if let Some(url) = Url::parse(&text) {
            return Some(url);
        }
        reader.refuse(
            &URL,
            node,
            format!("`{text}` is not an address that can be opened"),
            "copy it from the address line of the browser; it begins with https:// or http://",
        );
        None
    }
}
