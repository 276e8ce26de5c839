//! JSON that is made to be written once: keys are words of the program, texts are borrowed, nothing is copied.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    Text(Cow<'a, str>),
    Whole(u64),
    Number(f64),
    List(Vec<Node<'a>>),
    Object(Object<'a>),
}

/// Members in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object<'a>(Vec<(&'static str, Node<'a>)>);

/// An object: `object! { "@type": "Place", "name": name }`.
macro_rules! object {
    ($($key:literal : $value:expr),* $(,)?) => {{
        let mut object = $crate::pages::parts::node::Object::default();
        $(object.set($key, $value);)*
        object
    }};
}
pub(super) use object;

impl<'a> Object<'a> {
    /// A member that is there already stays where it is and gets the new value.
    pub fn set(&mut self, key: &'static str, value: impl Into<Node<'a>>) {
        let value = value.into();
        match self.0.iter_mut().find(|(has, _)| *has == key) {
            Some((_, has)) => *has = value,
            None => self.0.push((key, value)),
        }
    }

    pub fn set_first(&mut self, key: &'static str, value: impl Into<Node<'a>>) {
        self.0.insert(0, (key, value.into()));
    }

    /// Takes a member out; the last one comes in its place.
    pub fn take(&mut self, key: &str) -> Option<Node<'a>> {
        let at = self.0.iter().position(|(has, _)| *has == key)?;
        Some(self.0.swap_remove(at).1)
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Text(text) => serializer.serialize_str(text),
            Node::Whole(number) => serializer.serialize_u64(*number),
            Node::Number(number) => serializer.serialize_f64(*number),
            Node::List(list) => serializer.collect_seq(list),
            Node::Object(object) => object.serialize(serializer),
        }
    }
}

impl<'a> From<&'a str> for Node<'a> {
    fn from(text: &'a str) -> Self {
        Node::Text(text.into())
    }
}

impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Node::Text(text.into())
    }
}

impl From<u64> for Node<'_> {
    fn from(number: u64) -> Self {
        Node::Whole(number)
    }
}

impl From<usize> for Node<'_> {
    fn from(number: usize) -> Self {
        Node::Whole(number as u64)
    }
}

impl From<f64> for Node<'_> {
    fn from(number: f64) -> Self {
        Node::Number(number)
    }
}

impl<'a> From<Object<'a>> for Node<'a> {
    fn from(object: Object<'a>) -> Self {
        Node::Object(object)
    }
}

impl<'a, T: Into<Node<'a>>> From<Vec<T>> for Node<'a> {
    fn from(list: Vec<T>) -> Self {
        Node::List(list.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_written_in_their_order_and_once() {
        let mut object = object! { "name": "Miến \"dong\"", "price": 45_000_u64, "weight": 0.5 };
        object.set("offers", vec![object! { "url": String::from("/a") }]);
        object.set("name", "Trà");
        object.set_first("@context", "https://schema.org");
        let written = serde_json::to_string(&object).unwrap();
        let expected =
            r#"{"@context":"https://schema.org","name":"Trà","price":45000,"weight":0.5,"offers":[{"url":"/a"}]}"#;
        assert_eq!(written, expected);
        assert_eq!(object.take("name"), Some(Node::from("Trà")));
        assert_eq!(object.take("name"), None);
        assert!(serde_json::to_string(&object).unwrap().starts_with(r#"{"@context":"https://schema.org","offers""#));
    }
}
