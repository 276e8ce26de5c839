//! How the catalogue is printed: defaults, and the label stocks that the site adds.

use crate::diag::code::{ID_CLASH, LABEL_STOCK, PDF_MISSING};
use crate::diag::{Diag, Sink};
use crate::load::records::{LabelStockRecord, PrintRecord};
use crate::model::{BadGrid, PrintChoices, Stock};

pub fn resolve(record: Option<PrintRecord>, sink: &mut Sink) -> PrintChoices {
    let mut choices = PrintChoices { digital_link: false, publish: Vec::new(), stocks: Stock::known() };
    let Some(record) = record else { return choices };
    choices.digital_link = record.digital_link;
    for asked in &record.publish {
        if !choices.publish.contains(&asked.value) {
            choices.publish.push(asked.value);
        }
    }
    if let Some(first) = record.publish.first().filter(|_| !cfg!(feature = "pdf")) {
        choices.publish.clear();
        sink.push(
            Diag::new(&PDF_MISSING, "this program was built without PDF, so the site gets no documents to download")
                .at(first.place, "asked for here")
                .help(
                    "build one with `cargo build --release --features pdf`; every document is also a page that a browser \
                     prints",
                ),
        );
    }
    for own in &record.label {
        let id = own.id.value.as_str();
        if choices.stocks.iter().any(|stock| stock.id == id) {
            sink.push(
                Diag::new(&ID_CLASH, format!("there is a label sheet `{id}` already"))
                    .at(own.id.place, "this name")
                    .help("give it a name of its own; 3x8, 3x7, 2x7, roll-58 and roll-80 are known to every site"),
            );
            continue;
        }
        match stock(own) {
            Ok(stock) => choices.stocks.push(stock),
            Err(problem) => {
                let (message, help) = told(problem);
                sink.push(Diag::new(&LABEL_STOCK, message).at(own.at, "this label sheet").help(help));
            }
        }
    }
    choices
}

fn stock(own: &LabelStockRecord) -> Result<Stock, BadGrid> {
    let count = |count: u64| u32::try_from(count).map_err(|_| BadGrid::Count);
    let [gap_x, gap_y, left, top] = [own.gap_x, own.gap_y, own.left, own.top].map(|given| given.map(|given| given.0));
    let or_none = |given: Option<f64>| given.unwrap_or_default();
    let margins = (left.is_some() || top.is_some()).then(|| (or_none(left), or_none(top)));
    let (size, gaps) = ((own.width.0, own.height.0), (or_none(gap_x), or_none(gap_y)));
    Stock::grid(own.id.value.as_str(), count(own.columns.0)?, count(own.rows.0)?, size, gaps, margins)
}

fn told(problem: BadGrid) -> (&'static str, &'static str) {
    match problem {
        BadGrid::Count => ("a label sheet has 1 to 20 columns and 1 to 40 rows", "count the labels of one sheet"),
        BadGrid::Small => (
            "a label is at least 38 mm wide and 21 mm high, else a price and a code that scanners read have no room",
            "measure one label in millimetres: width first, then height",
        ),
        BadGrid::Overlap => ("the labels lie over each other", "measure from the edge of one label to the next"),
        BadGrid::Edge => (
            "the labels reach over the edge of A4, which is 210 × 297 mm",
            "measure left and top in millimetres from the edge of the paper, or leave both out",
        ),
    }
}
