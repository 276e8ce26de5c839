//! Edits one record file without touching what people wrote: their comments, order and values stay.

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

use super::provenance::Written;

/// What tells a table of a list from the others, made from its values.
pub type KeyOf<'k> = &'k dyn Fn(&dyn Fn(&str) -> Option<String>) -> String;

/// A record file in work.
pub struct Record {
    /// Relative to the catalogue.
    pub path: String,
    /// What the file holds now; none for a new one.
    pub before: Option<String>,
    doc: DocumentMut,
}

/// What became of one wanted value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Unchanged,
    /// The value was written.
    Written,
    /// Somebody wrote another value by hand; it stays.
    Kept {
        field: String,
        found: String,
        wanted: String,
    },
}

impl Record {
    #[must_use]
    pub fn new(path: String) -> Self {
        Self { path, before: None, doc: DocumentMut::new() }
    }

    /// # Errors
    /// When the text is no TOML.
    pub fn existing(path: String, text: String) -> Result<Self, toml_edit::TomlError> {
        let doc = text.parse()?;
        Ok(Self { path, before: Some(text), doc })
    }

    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.doc.to_string();
        if self.before.is_none() {
            // A line between the head and each table reads better.
            text = text.replace("\n[[", "\n\n[[").replace("\n\n\n", "\n\n");
        }
        text
    }

    /// Sets a value, `name.vi` for one language of a text.
    pub fn set(&mut self, field: &str, wanted: &Value, written: &mut Written) -> Change {
        let wanted_text = canon(wanted);
        let found = self.get(field);
        let found_text = found.as_ref().map(canon);
        let before = written.fields.get(field).cloned();
        match (found_text, before) {
            (Some(found), before) if found == wanted_text => {
                if before.is_some() {
                    written.fields.insert(field.to_owned(), wanted_text);
                }
                Change::Unchanged
            }
            (None, None) => {
                self.put(field, wanted.clone());
                written.fields.insert(field.to_owned(), wanted_text);
                Change::Written
            }
            (Some(found), Some(before)) if found == before => {
                self.put(field, wanted.clone());
                written.fields.insert(field.to_owned(), wanted_text);
                Change::Written
            }
            // Edited since, but the list says what it said before: nothing new to tell.
            (_, Some(before)) if before == wanted_text => Change::Unchanged,
            (found, _) => Change::Kept {
                field: field.to_owned(),
                found: found.unwrap_or_else(|| "taken out".into()),
                wanted: wanted_text,
            },
        }
    }

    /// Puts a comment before a key; it goes when the key goes.
    pub fn comment(&mut self, field: &str, words: &str) {
        if let Some(mut key) = self.doc.key_mut(field) {
            let line: String = words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
            key.leaf_decor_mut().set_prefix(format!("# {line}\n"));
        }
    }

    /// Takes out a flag that an import set and nobody touched.
    pub fn unset(&mut self, field: &str, written: &mut Written) -> Change {
        let found = self.get(field).as_ref().map(canon);
        if found.is_some() && written.fields.get(field) == found.as_ref() {
            self.doc.remove(field);
            written.fields.remove(field);
            return Change::Written;
        }
        Change::Unchanged
    }

    /// Adds texts to a list; one that somebody took out is not put back.
    pub fn add_texts(&mut self, field: &str, texts: &[String], written: &mut Written) -> Change {
        let mut change = Change::Unchanged;
        for text in texts {
            let mark = format!("{field}[{text}]");
            let array = self.doc.get(field).and_then(Item::as_array);
            let there = array.is_some_and(|array| array.iter().any(|one| one.as_str() == Some(text)));
            if there || written.fields.contains_key(&mark) {
                continue;
            }
            if self.doc.get(field).is_none() {
                self.put(field, Value::Array(toml_edit::Array::new()));
            }
            if let Some(array) = self.doc.get_mut(field).and_then(Item::as_array_mut) {
                array.push(text.as_str());
                written.fields.insert(mark, String::new());
                change = Change::Written;
            }
        }
        change
    }

    /// Adds or changes a table of a list such as `[[certification]]`. `key` tells tables of the list apart.
    pub fn set_table(
        &mut self,
        list: &str,
        key: &str,
        wanted: &[(&str, Value)],
        keys: KeyOf<'_>,
        written: &mut Written,
    ) -> Change {
        let mark = format!("{list}[{key}]");
        let wanted_text = canon_table(wanted);
        let before = written.fields.get(&mark).cloned();
        let index = self.position(list, key, keys);
        let Some(index) = index else {
            return match before {
                None => {
                    self.push_table(list, wanted);
                    written.fields.insert(mark, wanted_text);
                    Change::Written
                }
                Some(before) if before == wanted_text => Change::Unchanged,
                Some(_) => Change::Kept { field: mark, found: "taken out".into(), wanted: wanted_text },
            };
        };
        let found = self.table(list, index);
        let found_text = canon_pairs(&found);
        if found_text == wanted_text {
            if before.is_some() {
                written.fields.insert(mark, wanted_text);
            }
            return Change::Unchanged;
        }
        match before {
            Some(before) if before == found_text => {
                self.change_table(list, index, &found, wanted);
                written.fields.insert(mark, wanted_text);
                Change::Written
            }
            Some(before) if before == wanted_text => Change::Unchanged,
            // Written by hand, and it says all that the list says.
            None if wanted
                .iter()
                .all(|(name, value)| found.iter().any(|(known, text)| known == name && *text == canon(value))) =>
            {
                Change::Unchanged
            }
            _ => Change::Kept { field: mark, found: found_text, wanted: wanted_text },
        }
    }

    fn get(&self, field: &str) -> Option<Value> {
        let Some((outer, inner)) = field.split_once('.') else { return self.doc.get(field)?.as_value().cloned() };
        let item = self.doc.get(outer)?;
        // A bare text is the same in all languages.
        if item.is_str() && outer != field {
            return item.as_value().cloned();
        }
        item.as_table_like()?.get(inner)?.as_value().cloned()
    }

    fn put(&mut self, field: &str, value: Value) {
        let Some((outer, inner)) = field.split_once('.') else {
            replace(self.doc.entry(field).or_insert(Item::None), value);
            return;
        };
        let item = self.doc.entry(outer).or_insert_with(|| Item::Value(Value::InlineTable(InlineTable::new())));
        if item.is_str() {
            replace(item, value);
        } else if let Some(table) = item.as_table_like_mut() {
            replace(table.entry(inner).or_insert(Item::None), value);
        }
    }

    fn position(&self, list: &str, key: &str, keys: KeyOf<'_>) -> Option<usize> {
        let count = match self.doc.get(list) {
            Some(Item::ArrayOfTables(tables)) => tables.len(),
            Some(Item::Value(Value::Array(array))) => array.len(),
            _ => 0,
        };
        (0..count).find(|index| {
            let table = self.table(list, *index);
            keys(&|name| table.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone())) == key
        })
    }

    /// Names and values of one table.
    fn table(&self, list: &str, index: usize) -> Vec<(String, String)> {
        let pairs = |table: &dyn toml_edit::TableLike| {
            table.iter().filter_map(|(name, item)| Some((name.to_owned(), canon(item.as_value()?)))).collect()
        };
        match self.doc.get(list) {
            Some(Item::ArrayOfTables(tables)) => tables.get(index).map(|table| pairs(table)).unwrap_or_default(),
            Some(Item::Value(Value::Array(array))) => {
                array.get(index).and_then(Value::as_inline_table).map(|table| pairs(table)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    fn push_table(&mut self, list: &str, wanted: &[(&str, Value)]) {
        let item = self.doc.entry(list).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        match item {
            Item::ArrayOfTables(tables) => {
                let mut table = Table::new();
                for (name, value) in wanted {
                    table.insert(name, Item::Value(value.clone()));
                }
                if self.before.is_some() {
                    table.decor_mut().set_prefix("\n");
                }
                tables.push(table);
            }
            Item::Value(Value::Array(array)) => {
                let mut table = InlineTable::new();
                for (name, value) in wanted {
                    table.insert(*name, value.clone());
                }
                array.push(table);
            }
            _ => {}
        }
    }

    fn change_table(&mut self, list: &str, index: usize, found: &[(String, String)], wanted: &[(&str, Value)]) {
        let table: Option<&mut dyn toml_edit::TableLike> = match self.doc.get_mut(list) {
            Some(Item::ArrayOfTables(tables)) => {
                tables.get_mut(index).map(|table| table as &mut dyn toml_edit::TableLike)
            }
            Some(Item::Value(Value::Array(array))) => array
                .get_mut(index)
                .and_then(Value::as_inline_table_mut)
                .map(|table| table as &mut dyn toml_edit::TableLike),
            _ => None,
        };
        let Some(table) = table else { return };
        for (name, _) in found {
            if wanted.iter().all(|(known, _)| known != name) {
                table.remove(name);
            }
        }
        for (name, value) in wanted {
            replace(table.entry(name).or_insert(Item::None), value.clone());
        }
    }
}

/// Puts a value where another stood, with the blanks and the comment behind it.
fn replace(item: &mut Item, mut value: Value) {
    if let Some(old) = item.as_value() {
        *value.decor_mut() = old.decor().clone();
    }
    *item = Item::Value(value);
}

/// A value in one form, however it is written.
#[must_use]
pub fn canon(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        Value::Integer(number) => number.value().to_string(),
        Value::Float(number) => number.value().to_string(),
        Value::Boolean(yes) => yes.value().to_string(),
        Value::Datetime(date) => date.value().to_string(),
        Value::Array(array) => array.iter().map(canon).collect::<Vec<_>>().join("; "),
        Value::InlineTable(table) => {
            let pairs: Vec<(String, String)> =
                table.iter().map(|(name, value)| (name.to_owned(), canon(value))).collect();
            canon_pairs(&pairs)
        }
    }
}

fn canon_table(pairs: &[(&str, Value)]) -> String {
    let pairs: Vec<(String, String)> = pairs.iter().map(|(name, value)| ((*name).to_owned(), canon(value))).collect();
    canon_pairs(&pairs)
}

fn canon_pairs(pairs: &[(String, String)]) -> String {
    let mut pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    pairs.sort();
    pairs.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(get: &dyn Fn(&str) -> Option<String>) -> String {
        get("date").unwrap_or_default()
    }

    #[test]
    fn only_what_an_import_wrote_and_nobody_edited_is_changed() {
        let mut written = Written::default();
        let mut record = Record::new("a.toml".into());
        assert_eq!(record.set("name.vi", &"Trà".into(), &mut written), Change::Written);
        assert_eq!(record.set("group", &"food".into(), &mut written), Change::Written);
        let first = record.text();
        assert_eq!(first, "name = { vi = \"Trà\" }\ngroup = \"food\"\n");

        let edited = "# mine\nname = { vi = 'Trà', en = \"Tea\" } # both\ngroup = \"drink.tea\"\n";
        let mut record = Record::existing("a.toml".into(), edited.into()).expect("TOML");
        assert_eq!(record.set("name.vi", &"Trà xanh".into(), &mut written), Change::Written);
        assert_eq!(record.set("group", &"food".into(), &mut written), Change::Unchanged, "the list says what it said");
        let kept = record.set("group", &"craft".into(), &mut written);
        assert_eq!(kept, Change::Kept { field: "group".into(), found: "drink.tea".into(), wanted: "craft".into() });
        assert_eq!(record.text(), "# mine\nname = { vi = \"Trà xanh\", en = \"Tea\" } # both\ngroup = \"drink.tea\"\n");
    }

    #[test]
    fn tables_of_a_history_are_added_changed_and_left_alone_by_the_same_rule() {
        let mut written = Written::default();
        let mut record = Record::new("a.toml".into());
        let three = [("stars", Value::from(3)), ("date", Value::from(2021))];
        assert_eq!(record.set_table("certification", "2021", &three, &year, &mut written), Change::Written);
        let mut again = Record::existing("a.toml".into(), record.text()).expect("TOML");
        assert_eq!(again.set_table("certification", "2021", &three, &year, &mut written), Change::Unchanged);
        let four = [("stars", Value::from(4)), ("date", Value::from(2021))];
        assert_eq!(again.set_table("certification", "2021", &four, &year, &mut written), Change::Written);
        assert_eq!(again.text(), "[[certification]]\nstars = 4\ndate = 2021\n");
        let mut by_hand =
            Record::existing("a.toml".into(), "[[certification]]\nstars = 5\ndate = 2021\n".into()).expect("TOML");
        assert!(matches!(by_hand.set_table("certification", "2021", &three, &year, &mut written), Change::Kept { .. }));
        let mut taken_out = Record::existing("a.toml".into(), String::new()).expect("TOML");
        assert_eq!(taken_out.set_table("certification", "2021", &four, &year, &mut written), Change::Unchanged);
        assert_eq!(taken_out.text(), "");
    }
}
