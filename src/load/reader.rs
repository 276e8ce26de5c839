//! Reads typed values out of a TOML file and remembers where each stood.
//!
//! A value that cannot be used is a message, never an early return: reading goes on with the next key. Start at
//! [`Field`], which each kind of value implements, and at `load::record` for tables made of them.

use serde_json::{Value as Json, json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diag::code::{APOSTROPHE, LANGUAGE, LETTER_ETH, MISSING_KEY, NOT_ALLOWED, SYNTAX, UNKNOWN_KEY, WRONG_TYPE};
use crate::diag::{Code, Diag, FileId, Place, Sink, did_you_mean, listed};
use crate::model::{Languages, Text, clean};

pub type Node<'i> = Spanned<DeValue<'i>>;

/// A value with the place where it was written.
#[derive(Clone, Debug)]
pub struct At<T> {
    pub value: T,
    pub place: Place,
}

/// What a key may hold, for the JSON Schema and the record reference.
#[derive(Clone, Debug)]
pub struct Shape {
    /// JSON Schema of the value.
    pub schema: Json,
    /// For people: "text", "list of texts", "whole number".
    pub words: String,
    /// The keys, where the value is a table of its own.
    pub record: Option<RecordShape>,
}

/// The keys of one kind of table.
#[derive(Clone, Debug)]
pub struct RecordShape {
    pub doc: String,
    pub keys: Vec<KeyShape>,
}

#[derive(Clone, Debug)]
pub struct KeyShape {
    pub key: &'static str,
    pub doc: String,
    pub required: bool,
    pub shape: Shape,
}

/// A kind of value that can stand behind a key.
pub trait Field: Sized {
    fn shape() -> Shape;

    /// `None` after a message that says why.
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;
}

/// Reads one file.
pub struct Reader<'a> {
    pub file: FileId,
    pub languages: &'a Languages,
    pub sink: Sink,
    /// Where the TOML begins in the file; not 0 for front matter.
    pub offset: usize,
}

impl<'a> Reader<'a> {
    #[must_use]
    pub fn new(file: FileId, languages: &'a Languages) -> Self {
        Self { file, languages, sink: Sink::new(), offset: 0 }
    }

    /// Reads a whole file (or its front matter) as one record. Mistakes in the TOML itself are told, and what could
    /// still be understood is read.
    pub fn document<T: Field>(&mut self, text: &str) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let span = table.span();
        let top = span.start..span.start;
        let record = Spanned::new(top, DeValue::Table(table.into_inner()));
        let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
        let Some(error) = first else { return T::read(&record, self) };
        // What follows a missing quote or bracket is understood wrongly, so only the first such mistake is told, and
        // of the others those that stand before it and are not that something is missing.
        let span = error.span().unwrap_or(0..0);
        let here = self.place(span.clone());
        let _ = T::read(&record, self);
        self.sink.retain(|diag| {
            diag.code != &MISSING_KEY && diag.labels.first().is_some_and(|(place, _)| place.end <= here.start)
        });
        let (message, help) = syntax(error.message(), text, span.start);
        self.sink.push(Diag::new(&SYNTAX, message).at(here, "here").help(help));
        None
    }

    #[must_use]
    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::new(self.file, span.start + self.offset..span.end + self.offset)
    }

    #[must_use]
    pub fn at(&self, node: &Node<'_>) -> Place {
        self.place(node.span())
    }

    /// Adds a message about a value.
    pub fn refuse(
        &mut self,
        code: &'static Code,
        node: &Node<'_>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = self.at(node);
        self.sink.push(Diag::new(code, message).at(place, "this value").help(help));
    }

    /// Adds the message that the kind of value is wrong.
    pub fn wrong_type(&mut self, node: &Node<'_>, expected: &str, help: &str) {
        let message = format!("expected {expected}, found {}", describe(node.get_ref()));
        self.refuse(&WRONG_TYPE, node, message, help);
    }

    /// The value as cleaned text; messages for what had to be repaired.
    pub fn string(&mut self, node: &Node<'_>, expected: &str) -> Option<String> {
        let Some(raw) = node.get_ref().as_str() else {
            self.wrong_type(node, expected, "write it between double quotes");
            return None;
        };
        let (text, repairs) = clean(raw);
        let place = self.at(node);
        super::walk::unseen(raw, &mut self.sink, |_, _| place);
        if repairs.eth {
            let diag = Diag::new(&LETTER_ETH, "found the Icelandic letter Ð (Eth) where Vietnamese has Đ")
                .at(place, "in this text");
            self.sink.push(diag.help("type Đ (D with stroke) instead; pages already show it so"));
        }
        if repairs.apostrophes {
            let diag =
                Diag::new(&APOSTROPHE, "this text has both kinds of apostrophe, ' and ’").at(place, "in this text");
            self.sink.push(diag.help("write the same one everywhere"));
        }
        if text.is_empty() {
            self.refuse(
                &WRONG_TYPE,
                node,
                format!("expected {expected}, found an empty text"),
                "leave the line out where the text is not known",
            );
            return None;
        }
        Some(text)
    }

    /// One of the given names.
    pub fn choice<T: Copy>(&mut self, node: &Node<'_>, names: &[(&'static str, T)]) -> Option<T> {
        let text = self.string(node, "one of the fixed words")?;
        if let Some((_, value)) = names.iter().find(|(name, _)| *name == text) {
            return Some(*value);
        }
        let known = || names.iter().map(|(name, _)| *name);
        let help = did_you_mean(&text, known()).unwrap_or_else(|| "use one of these words".into());
        self.refuse(&NOT_ALLOWED, node, format!("`{text}` is not known here; expected {}", listed(known())), help);
        None
    }

    /// The table behind a node.
    pub fn table<'n, 'i>(&mut self, node: &'n Node<'i>, expected: &str) -> Option<&'n DeTable<'i>> {
        if let DeValue::Table(table) = node.get_ref() {
            Some(table)
        } else {
            self.wrong_type(
                node,
                expected,
                "write it as a table, for instance { vi = \"…\", en = \"…\" } or under a [heading]",
            );
            None
        }
    }

    /// Tells about every key that is not among `known`.
    pub fn unknown_keys(&mut self, table: &DeTable<'_>, known: &[&'static str]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let place = self.place(key.span());
                let help = did_you_mean(name, known.iter().copied())
                    .unwrap_or_else(|| format!("known here: {}", listed(known.iter().copied())));
                self.sink.push(
                    Diag::new(&UNKNOWN_KEY, format!("the key `{name}` is not known here"))
                        .at(place, "this key")
                        .help(help),
                );
            }
        }
    }

    pub fn missing(&mut self, node: &Node<'_>, key: &str, words: &str) {
        let place = self.at(node);
        self.sink.push(
            Diag::new(&MISSING_KEY, format!("the key `{key}` is missing"))
                .at(place, "in this record")
                .help(format!("add a line `{key} = …` ({words})")),
        );
    }
}

/// A mistake in the TOML itself in words a shopkeeper knows, and its remedy.
fn syntax(found: &str, text: &str, at: usize) -> (String, String) {
    let line = text[..at.min(text.len())].lines().count().max(1);
    let quote = (
        "a text has no double quote at its end".to_owned(),
        "every text stands between two double quotes on one line: name = \"Miến dong\"".to_owned(),
    );
    let first = found.lines().next().unwrap_or(found).trim();
    match first {
        _ if first.contains("basic string") || first.contains("literal string") => quote,
        _ if first.contains("duplicate key") => {
            ("this key stands twice in the same table".into(), "keep one of the two lines".into())
        }
        _ if first.contains("extra `=`")
            || first.contains("string values must be quoted")
            || first.contains("missing value") =>
        {
            (
                format!("this line cannot be understood: {first}"),
                "write key = \"text\", with the text between double quotes".into(),
            )
        }
        _ if first.contains("unclosed") || first.contains("expected `}`") || first.contains("expected `]`") => {
            (format!("a bracket is not closed: {first}"), "every { needs a } and every [ a ] behind it".into())
        }
        _ => (
            format!("line {line} cannot be understood: {first}"),
            "compare it with the lines around it and with the same line of another record".into(),
        ),
    }
}

/// A kind of TOML value in words a shopkeeper knows.
fn describe(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text \"{}\"", shorten(text)),
        DeValue::Integer(number) => format!("the whole number {}", number.as_str()),
        DeValue::Float(number) => format!("the number {}", number.as_str()),
        DeValue::Boolean(yes) => format!("`{yes}`"),
        DeValue::Datetime(date) => format!("the date {date}"),
        DeValue::Array(_) => "a list".into(),
        DeValue::Table(_) => "a table".into(),
    }
}

fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

impl<T: Field> Field for At<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let place = reader.at(node);
        T::read(node, reader).map(|value| At { value, place })
    }
}

impl Field for String {
    fn shape() -> Shape {
        Shape { schema: json!({ "type": "string", "minLength": 1 }), words: "text".into(), record: None }
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        reader.string(node, "a text")
    }
}

impl Field for bool {
    fn shape() -> Shape {
        Shape { schema: json!({ "type": "boolean" }), words: "`true` or `false`".into(), record: None }
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = node.get_ref().as_bool();
        if value.is_none() {
            reader.wrong_type(node, "`true` or `false`", "write it without quotes");
        }
        value
    }
}

impl Field for i64 {
    fn shape() -> Shape {
        Shape { schema: json!({ "type": "integer" }), words: "whole number".into(), record: None }
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value =
            node.get_ref().as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if value.is_none() {
            reader.wrong_type(node, "a whole number", "write digits only, without quotes, dots or commas");
        }
        value
    }
}

impl Field for f64 {
    fn shape() -> Shape {
        Shape { schema: json!({ "type": "number" }), words: "number".into(), record: None }
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = match node.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok().filter(|value: &f64| value.is_finite()),
            #[allow(clippy::cast_precision_loss, reason = "no quantity of a label has sixteen digits")]
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).ok().map(|value| value as f64)
            }
            _ => None,
        };
        if value.is_none() {
            reader.wrong_type(node, "a number", "write it without quotes and with a decimal point, as in 2.5");
        }
        value
    }
}

impl Field for Text {
    fn shape() -> Shape {
        let schema = json!({ "oneOf": [
            { "type": "string", "minLength": 1 },
            { "type": "object", "additionalProperties": { "type": "string", "minLength": 1 }, "minProperties": 1 }
        ] });
        Shape { schema, words: "text, or `{ vi = \"…\", en = \"…\" }`".into(), record: None }
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if node.get_ref().is_str() {
            return reader.string(node, "a text").map(|text| Text::bare(&text, reader.languages));
        }
        let table = reader.table(node, "a text, or one text for each language")?;
        let languages = reader.languages;
        let mut texts = Vec::new();
        let mut whole = true;
        for (key, value) in table {
            let tag: &str = key.get_ref();
            if let Some(lang) = languages.by_tag(tag) {
                match reader.string(value, "a text") {
                    Some(text) => texts.push((lang, text)),
                    None => whole = false,
                }
            } else {
                let place = reader.place(key.span());
                let known = || languages.iter().map(|language| language.tag.as_str());
                reader.sink.push(
                    Diag::new(&LANGUAGE, format!("`{tag}` is not a language of this site"))
                        .at(place, "this language")
                        .help(format!("the languages in ocop.toml are {}", listed(known()))),
                );
            }
        }
        if !whole {
            return None;
        }
        let text = Text::translated(texts, languages);
        if text.is_none() {
            let first = languages.tag(languages.default_id());
            reader.refuse(
                &LANGUAGE,
                node,
                format!("this text has no `{first}`"),
                format!("add {first} = \"…\": the other languages fall back to it"),
            );
        }
        text
    }
}
