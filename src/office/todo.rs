//! What the office has to do: certificates that end soon, products that lack something; and the calendar of ends.

use std::fmt::Write as _;

use crate::model::{Catalogue, Day, PartialDate, Product, ProductId, Standing};

/// Products by what is to be done about them, each list by date or in the order of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Todo {
    /// The certificate may end within 90 days: last day and product.
    pub expiring: Vec<(PartialDate, ProductId)>,
    pub without_photo: Vec<ProductId>,
    pub without_story: Vec<ProductId>,
    pub without_english: Vec<ProductId>,
    pub without_price: Vec<ProductId>,
}

#[must_use]
pub fn todo(catalogue: &Catalogue) -> Todo {
    let mut todo = Todo::default();
    let main = catalogue.site.languages.default_id();
    let english = catalogue.site.languages.by_tag("en");
    for (id, product) in catalogue.products.iter() {
        if let Some((_, Standing::Expiring { until })) = catalogue.standing(id) {
            todo.expiring.push((until, id));
        }
        if product.photos.is_empty() {
            todo.without_photo.push(id);
        }
        if !product.story.has(main) {
            todo.without_story.push(id);
        }
        if english.is_some_and(|english| product.name.lacks(english)) {
            todo.without_english.push(id);
        }
        if product.packages.iter().all(|package| package.price.is_none()) {
            todo.without_price.push(id);
        }
    }
    todo.expiring.sort_by_key(|(until, id)| (until.last(), *id));
    todo
}

/// One kind of thing to do, with the products it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub what: &'static str,
    pub remedy: &'static str,
    /// Each with what there is to say about it, such as a last day.
    pub products: Vec<(ProductId, Option<String>)>,
}

/// What is to be done, most pressing first; kinds of which there is nothing are left out.
#[must_use]
pub fn tasks(todo: &Todo) -> Vec<Task> {
    let plain = |ids: &[ProductId]| ids.iter().map(|id| (*id, None)).collect();
    let expiring = todo.expiring.iter().map(|(until, id)| (*id, Some(format!("ends {until}")))).collect();
    let task = |what, remedy, products| Task { what, remedy, products };
    let mut tasks = vec![
        task(
            "certificate ends within 90 days",
            "prepare the dossier; enter the new decision when it is there",
            expiring,
        ),
        task("no photo", "put a picture into the folder and name it under [[photo]]", plain(&todo.without_photo)),
        task("no story", "write story.<language>.md in the main language", plain(&todo.without_story)),
        task("no English name", "add en = \"…\" to the name", plain(&todo.without_english)),
        task("no price", "add price and unit to a [[package]]", plain(&todo.without_price)),
    ];
    tasks.retain(|task| !task.products.is_empty());
    tasks
}

/// Names shown of each kind; the rest is counted.
const SHOWN: usize = 8;

/// As lines for the terminal; empty when nothing is to be done.
#[must_use]
pub fn words(todo: &Todo, catalogue: &Catalogue) -> String {
    let slug = |id: &ProductId| catalogue.products[*id].slug.to_string();
    let mut out = String::new();
    let mut line = |what: &str, names: Vec<String>| {
        if !names.is_empty() {
            let more = names.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let _ =
                writeln!(out, "  {what}: {}{more}", names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", "));
        }
    };
    line(
        "certificate ends within 90 days",
        todo.expiring.iter().map(|(until, id)| format!("{} ({until})", slug(id))).collect(),
    );
    line("no photo", todo.without_photo.iter().map(slug).collect());
    line("no story", todo.without_story.iter().map(slug).collect());
    line("no English name", todo.without_english.iter().map(slug).collect());
    line("no price", todo.without_price.iter().map(slug).collect());
    if out.is_empty() { out } else { format!("\nto do\n{out}") }
}

/// In one line for the end of a check; empty when nothing is to be done.
#[must_use]
pub fn summary(todo: &Todo) -> String {
    let parts = [
        ("certificates end within 90 days", todo.expiring.len()),
        ("without photo", todo.without_photo.len()),
        ("without story", todo.without_story.len()),
        ("without English name", todo.without_english.len()),
        ("without price", todo.without_price.len()),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what} {count}")).collect();
    if parts.is_empty() { String::new() } else { format!("\nto do: {}; `ocop todo` names them\n", parts.join(", ")) }
}

/// Every known last day of a current certificate as a day of a calendar (iCalendar, RFC 5545), with a reminder 90 days
/// before: time enough for the dossier.
#[must_use]
pub fn calendar(catalogue: &Catalogue) -> String {
    let mut ends: Vec<(Day, &Product)> = Vec::new();
    for (id, product) in catalogue.products.iter() {
        if let Some((_, Standing::Valid { until } | Standing::Expiring { until })) = catalogue.standing(id) {
            // Known to the month or year, the first day is the one to act by.
            ends.push((until.first(), product));
        }
    }
    ends.sort_by(|a, b| (a.0, &a.1.code).cmp(&(b.0, &b.1.code)));
    let mut out =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ocop//certificates//EN\r\nCALSCALE:GREGORIAN\r\n");
    let stamp = |day: Day| day.to_string().replace('-', "");
    for (day, product) in ends {
        let name = product.name.all().next().unwrap_or_default();
        let mut line = |text: String| out.push_str(&folded(&text));
        line("BEGIN:VEVENT".into());
        line(format!("UID:{}@certificates.ocop", product.code));
        line(format!("DTSTAMP:{}T000000Z", stamp(catalogue.today())));
        line(format!("DTSTART;VALUE=DATE:{}", stamp(day)));
        line(format!("SUMMARY:{}", escaped(&format!("OCOP: {name} – {day}"))));
        line("BEGIN:VALARM".into());
        line("ACTION:DISPLAY".into());
        line("TRIGGER:-P90D".into());
        line(format!("DESCRIPTION:{}", escaped(name)));
        line("END:VALARM".into());
        line("END:VEVENT".into());
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Lines of at most 75 bytes; the rest goes on behind a blank.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            bytes = 1;
        }
        out.push(letter);
        bytes += letter.len_utf8();
    }
    out + "\r\n"
}
