//! The page of the office in the preview: what is left to do, with ways to the pages and records it is about.

use std::fmt::Write as _;

use crate::Mentioned;
use crate::office::todo::Task;
use crate::pages::parts::escaped;

pub(super) const PAGE: &str = "/__ocop/todo";
pub(super) const CALENDAR: &str = "/__ocop/certificates.ics";

const STYLE: &str = "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif;color:#221c15;background:#fcf8ef}\
h1{font-size:1.8rem;line-height:1.25}h2{margin:2rem 0 .25rem;font-size:1.2rem}p{margin:.25rem 0 .75rem}\
table{width:100%;border-collapse:collapse}td{padding:.4rem .75rem .4rem 0;border-top:1px solid #d9cfbb;vertical-align:top}\
td:last-child{padding-inline-end:0;text-align:end;white-space:nowrap}code{font-size:.9em;overflow-wrap:anywhere}a{color:#8a1c1c}\
.count{display:inline-block;min-width:1.6em;padding:0 .4em;border-radius:1em;background:#221c15;color:#fff;text-align:center}\
@media(max-width:35rem){td{display:block;border:0;padding:0}td:first-child{border-top:1px solid #d9cfbb;padding-top:.5rem}td:last-child{text-align:start;padding-bottom:.5rem}}\
@media(prefers-color-scheme:dark){body{color:#f3ece0;background:#1c1712}a{color:#ffb4a8}td,td:first-child{border-color:#4a4136}.count{background:#f3ece0;color:#1c1712}}";

/// The whole page.
pub(super) fn page(tasks: &[(Task, Vec<Mentioned>)]) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>ocop: to do</title><style>{STYLE}</style></head>\n<body>\n<main>\n<h1>What is left to do</h1>\n\
         <p><a href=\"/\">The site</a> · <a href=\"{CALENDAR}\">Calendar of the ends of certificates</a> (.ics)</p>\n"
    );
    if tasks.is_empty() {
        out.push_str("<p>Nothing: every product has a photo, a story, an English name and a price, and no certificate ends within 90 days.</p>\n");
    }
    for (task, products) in tasks {
        let _ = write!(
            out,
            "<section>\n<h2>{} <span class=\"count\">{}</span></h2>\n<p>{}</p>\n<table>\n",
            escaped(task.what),
            products.len(),
            escaped(task.remedy)
        );
        for Mentioned { name, record, url, note } in products {
            let name = match url {
                Some(url) => format!("<a href=\"{}\">{}</a>", escaped(url), escaped(name)),
                None => escaped(name),
            };
            let note = note.as_deref().map(escaped).unwrap_or_default();
            let _ = writeln!(out, "<tr><td>{name}</td><td><code>{}</code></td><td>{note}</td></tr>", escaped(record));
        }
        out.push_str("</table>\n</section>\n");
    }
    out + "</main>\n</body>\n</html>\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ProductId;

    #[test]
    fn the_page_names_products_with_their_pages_and_records() {
        let task = Task { what: "no photo", remedy: "take one", products: vec![(ProductId::from(0), None)] };
        let product = Mentioned {
            name: "Chè <xanh>".into(),
            record: "content/products/che/product.toml".into(),
            url: Some("/vi/san-pham/che/".into()),
            note: None,
        };
        let page = page(&[(task, vec![product])]);
        for part in [
            "no photo <span class=\"count\">1</span>",
            "<a href=\"/vi/san-pham/che/\">Chè &lt;xanh&gt;</a>",
            "content/products/che/product.toml",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn nothing_to_do_is_said() {
        assert!(super::page(&[]).contains("Nothing: every product has a photo"));
    }
}
