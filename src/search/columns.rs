//! Cards as columns of text: values of one kind stand together and are written out, which compresses better than rows.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::words;

/// Between the values of a column; in a value it is a blank.
const SEPARATOR: &str = "\n";

/// Takes the place of a name in the address of its page.
const NAMED: char = '=';

#[derive(Serialize)]
pub struct Columns {
    /// In front of all addresses.
    base: String,
    /// Values by column; a column without any is left out.
    #[serde(flatten)]
    columns: BTreeMap<&'static str, String>,
}

/// A column and its value; an empty value is none.
pub type Row = Vec<(&'static str, String)>;

/// Rows have the same columns in the same order, among them `name` and `url`.
pub fn columns(rows: &[&Row]) -> Columns {
    let base = base(rows.iter().map(|row| value(row, "url")));
    let mut columns = BTreeMap::new();
    for index in 0..rows.first().map_or(0, |row| row.len()) {
        let key = rows[0][index].0;
        if rows.iter().any(|row| !row[index].1.is_empty()) {
            let mut values = String::new();
            for (position, row) in rows.iter().enumerate() {
                if position > 0 {
                    values.push_str(SEPARATOR);
                }
                let written = &row[index].1;
                match key {
                    "url" => values.push_str(&shortened(&written[base.len()..], value(row, "name"))),
                    _ if written.contains(SEPARATOR) => values.push_str(&written.replace(SEPARATOR, " ")),
                    _ => values.push_str(written),
                }
            }
            columns.insert(key, values);
        }
    }
    Columns { base, columns }
}

fn value<'r>(row: &'r Row, key: &str) -> &'r str {
    row.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| value)
}

/// What all addresses begin with, up to a slash.
fn base<'a>(mut urls: impl Iterator<Item = &'a str>) -> String {
    let first = urls.next().unwrap_or_default();
    let same = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let length = urls.fold(first.len(), |length, url| length.min(same(first, url)));
    // Slashes are no part of a longer letter, so this never cuts one.
    let end = first.as_bytes()[..length].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    first[..end].to_owned()
}

/// Most addresses repeat the name: `mien-dong-12/` of "Miến dong" is `=-12/`.
fn shortened(url: &str, name: &str) -> String {
    let words: Vec<String> = words(name).into_iter().map(|word| word.folded).collect();
    match url.strip_prefix(&words.join("-")) {
        Some(rest) if !words.is_empty() => format!("{NAMED}{rest}"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_one_kind_stand_together() {
        let row = |name: &str, url: &str, stars: &str| {
            vec![
                ("name", name.to_owned()),
                ("url", url.to_owned()),
                ("none", String::new()),
                ("stars", stars.to_owned()),
            ]
        };
        let rows = [
            row("Miến dong", "/a/vi/mien-dong-12/", "3"),
            row("Đường phèn", "/a/vi/duong/", ""),
            row("★", "/a/vi/sao/", ""),
        ];
        let made = columns(&rows.iter().collect::<Vec<_>>());
        let json = serde_json::to_value(made).expect("JSON");
        assert_eq!(
            json,
            serde_json::json!({
                "base": "/a/vi/", "name": "Miến dong\nĐường phèn\n★", "url": "=-12/\nduong/\nsao/", "stars": "3\n\n"
            })
        );
    }

    #[test]
    fn one_address_keeps_its_last_part() {
        assert_eq!(base(["/vi/a/"].into_iter()), "/vi/a/");
        assert_eq!(base(["/vi/ab/", "/vi/ac/"].into_iter()), "/vi/");
        assert_eq!(base(std::iter::empty()), "");
    }
}
