//! Rows below a heading become lines, one for each product; headings of groups give their meaning to what follows.

use std::collections::BTreeMap;

use super::header::Header;
use super::map::Map;
use super::role::{Role, plain};
use super::values;
use crate::model::gazetteer::Reading;
use crate::office::book::Sheet;

/// One product of a list, as it is written there.
#[derive(Clone, Debug)]
pub struct Line {
    /// Index of the sheet, row counted from 0.
    pub sheet: usize,
    pub row: usize,
    /// Text and column of each role; the column is missing where a heading or the map gave the text.
    pub values: BTreeMap<Role, (String, Option<usize>)>,
}

impl Line {
    #[must_use]
    pub fn text(&self, role: Role) -> Option<&str> {
        self.values.get(&role).map(|(text, _)| text.as_str())
    }

    /// The column of a role, or that of the name where the text came from elsewhere.
    #[must_use]
    pub fn column(&self, role: Role) -> usize {
        let of = |role: Role| self.values.get(&role).and_then(|(_, column)| *column);
        of(role).or(of(Role::Name)).or(of(Role::NameEn)).unwrap_or(0)
    }
}

/// A row that is no product, and why it was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    pub sheet: usize,
    pub row: usize,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A heading that gives these values to the rows below.
    Heading(Vec<(Role, String)>),
    /// Alone in its row, and not understood.
    UnknownHeading(String),
    Total,
}

/// Reads the rows of one sheet.
pub fn read(index: usize, sheet: &Sheet, header: &Header, map: &Map, lines: &mut Vec<Line>, passed: &mut Vec<Passed>) {
    let mut heading: BTreeMap<Role, String> = BTreeMap::new();
    let mut above: BTreeMap<Role, String> = BTreeMap::new();
    for row in header.first..sheet.rows.len() {
        let cells: Vec<&str> = (0..sheet.width()).map(|column| sheet.cell(row, column)).collect();
        if cells.iter().all(|cell| cell.is_empty()) || repeats_heading(sheet, header, row) {
            continue;
        }
        let mut told = |why| passed.push(Passed { sheet: index, row, why });
        if is_total(&cells, header) {
            told(Why::Total);
            continue;
        }
        if let Some(text) = alone(&cells, header) {
            let values = meaning(text);
            if values.is_empty() {
                told(Why::UnknownHeading(text.to_owned()));
            } else {
                for (role, value) in &values {
                    // A district begins a new list of communes.
                    match role {
                        Role::Province => heading.retain(|role, _| !matches!(role, Role::District | Role::Commune)),
                        Role::District => drop(heading.remove(&Role::Commune)),
                        _ => {}
                    }
                    heading.insert(*role, value.clone());
                }
                told(Why::Heading(values));
            }
            continue;
        }
        let mut values: BTreeMap<Role, (String, Option<usize>)> = BTreeMap::new();
        for (role, column) in &header.columns {
            let cell = cells.get(*column).copied().unwrap_or_default();
            if !is_nothing(cell) {
                values.insert(*role, (cell.to_owned(), Some(*column)));
                above.insert(*role, cell.to_owned());
            } else if map.fill_down.contains(role)
                && let Some(text) = above.get(role)
            {
                values.insert(*role, (text.clone(), Some(*column)));
            }
        }
        for (role, text) in &heading {
            values.entry(*role).or_insert_with(|| (text.clone(), None));
        }
        for (role, value) in &map.defaults {
            values.entry(*role).or_insert_with(|| (value.to_string(), None));
        }
        let whole = Line { sheet: index, row, values };
        lines.extend(split(&whole));
    }
}

/// Several products in the lines of one cell become several lines; other cells with as many lines are divided with
/// them, the rest counts for each.
fn split(whole: &Line) -> Vec<Line> {
    let Some((names, _)) = whole.values.get(&Role::Name) else { return vec![whole.clone()] };
    let names: Vec<&str> = names.lines().collect();
    // A long name may run on into a second line: only items with a sign, or as many as another cell has, are several.
    let listed = names.len() > 1 && names.iter().all(|name| item(name).is_some());
    let same =
        |role: &Role| *role != Role::Name && whole.text(*role).is_some_and(|text| text.lines().count() == names.len());
    let paired = names.len() > 1
        && [Role::Stars, Role::Score, Role::Group, Role::Net, Role::Code, Role::Decision].iter().any(same);
    if !listed && !paired {
        let mut one = whole.clone();
        for (role, (text, _)) in &mut one.values {
            let own = if *role == Role::Name { item(text) } else { None };
            // Sources stand one to a line.
            let between = if *role == Role::Source { "\n" } else { " " };
            *text = own.unwrap_or(text.as_str()).replace('\n', between);
        }
        return vec![one];
    }
    (0..names.len())
        .map(|index| {
            let mut one = whole.clone();
            for (role, (text, _)) in &mut one.values {
                let lines: Vec<&str> = text.lines().collect();
                let own = if lines.len() == names.len() { lines[index].to_owned() } else { lines.join(" ") };
                *text = if *role == Role::Name { item(&own).unwrap_or(&own).to_owned() } else { own };
            }
            one
        })
        .collect()
}

/// `- Miến dong`, `+ …`, `1. …`, `a) …` without the sign.
fn item(line: &str) -> Option<&str> {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix(['-', '–', '•', '+', '*']) {
        return Some(rest.trim_start_matches([';', ' ']).trim_end_matches(';').trim());
    }
    let (number, rest) = line.split_once(['.', ')', '/'])?;
    let short =
        number.len() <= 2 && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
    (short && rest.starts_with(' ')).then(|| rest.trim_end_matches(';').trim())
}

/// Signs that offices write into empty cells.
fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.trim(),
        "" | "-" | "–" | "—" | "x" | "X" | "//" | "\"" | "." | "..." | "…" | "N/A" | "n/a" | "không" | "Không"
    )
}

fn repeats_heading(sheet: &Sheet, header: &Header, row: usize) -> bool {
    let column = header.columns.get(&Role::Name).or(header.columns.get(&Role::NameEn));
    column.is_some_and(|column| {
        let cell = sheet.cell(row, *column);
        !cell.is_empty() && header.rows.clone().any(|above| plain(sheet.cell(above, *column)) == plain(cell))
    })
}

fn is_total(cells: &[&str], header: &Header) -> bool {
    let number = header.columns.get(&Role::Number).map_or("", |column| cells.get(*column).copied().unwrap_or_default());
    if number.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| {
        let text = plain(cell);
        ["tong cong", "tong so", "tong", "cong", "total", "grand total"].contains(&text.as_str())
            || text.starts_with("tong cong")
            || text.starts_with("tong so")
    })
}

/// The text of a row that says only one thing, perhaps after a number such as `I` or `A`.
fn alone<'c>(cells: &[&'c str], header: &Header) -> Option<&'c str> {
    let mut texts: Vec<&str> = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        if !texts.contains(cell) {
            texts.push(cell);
        }
    }
    let column =
        |role: Role| header.columns.get(&role).and_then(|column| cells.get(*column)).copied().unwrap_or_default();
    let numbered_product = column(Role::Number).bytes().any(|b| b.is_ascii_digit());
    let ordinal = |text: &str| {
        let text = text.trim_end_matches(['.', ')']);
        !text.is_empty() && text.len() <= 4 && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'A'..='H'))
    };
    match texts[..] {
        [text] if !numbered_product && (header.columns.len() > 2) => Some(text),
        [number, text] if ordinal(number) => Some(text),
        // A count of products behind the name of the group: "Huyện Na Rì | 12".
        [text, count]
            if !numbered_product
                && count.bytes().all(|b| b.is_ascii_digit())
                && !meaning(text).is_empty()
                && column(Role::Producer).is_empty() =>
        {
            Some(text)
        }
        _ => None,
    }
}

/// What a heading says about the rows below: a place, a group, stars, a year.
fn meaning(text: &str) -> Vec<(Role, String)> {
    let text = text
        .split_once(['.', ')'])
        .filter(|(number, _)| number.len() <= 4 && number.chars().all(|c| c.is_ascii_alphanumeric()))
        .map_or(text, |(_, rest)| rest.trim());
    let text = text.trim_end_matches(':').trim();
    let mut out = Vec::new();
    if let Some(level) = Reading::all(text).iter().find_map(Reading::level_or_city) {
        let role = [Role::Province, Role::District, Role::Commune][usize::from(level)];
        // "Huyện Na Rì (12 sản phẩm)"
        out.push((role, text.split(['(', ':']).next().unwrap_or(text).trim().to_owned()));
        return out;
    }
    let words = plain(text);
    if values::group(text).is_some_and(|group| group.is_named) {
        out.push((Role::Group, text.to_owned()));
    }
    if words.contains("sao")
        && let Some(stars) = values::stars_in(text)
    {
        out.push((Role::Stars, stars.to_string()));
    }
    if let Some(year) = words
        .split(' ')
        .skip_while(|word| *word != "nam")
        .nth(1)
        .filter(|year| year.len() == 4 && year.starts_with("20"))
    {
        out.push((Role::Date, year.to_owned()));
    }
    out
}
