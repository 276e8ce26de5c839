//! Lays a sheet on a paper: how small the type gets, and what goes on to further pages.
//!
//! Decided from the measures of [`Design`] before anything is drawn, so that the page in the browser, the PDF and `check`
//! agree. Type shrinks in steps; what then has no room goes to the next page, row by row.

use std::fmt::Write as _;

use serde::Serialize;

use super::measure::{POINT, Weight, lines};
use super::paper::{Design, Paper};
use super::sheet::{BARS_MM, Sheet, Version};

/// Size of running text in each step, as a part of the usual size: what says little is set large, since a sheet is read
/// standing. The smallest is 8.2 pt on A4 and 6.9 pt on A5, where a small letter is still 1.2 mm high.
pub const STEPS: [f64; 5] = [1.25, 1.12, 1.0, 0.91, 0.82];

/// The photo gives room in the smallest step.
const PHOTO_SMALLER: f64 = 0.75;

/// Heights are a little less exact than widths; what is told to fit must fit. Two languages are merged in the browser,
/// where the lines of one may push those of the other.
const RESERVE: f64 = 1.03;
const RESERVE_OF_TWO: f64 = 1.09;

/// Line heights, as in `css/paper/sheet.css`.
const LEADING: f64 = 1.45;
const LEADING_NAME: f64 = 1.2;

/// Small print, in points.
const SMALL: f64 = 7.0;
const LEADING_SMALL: f64 = 1.4;
/// As long as the interface texts `price_tax` and `sheet_footer` in the longest language.
const PRICE_NOTE: &str = "Giá đã gồm thuế, phí. Taxes";
const CHECK_NOTE: &str = "Kiểm tra hạng sao và hiệu lực mới nhất tại địa chỉ";

/// Bars go below where they would leave less than this for the price.
const LEAST_PRICE: f64 = 45.0;

/// Where the name of a sheet gets this many lines, it is set smaller.
const NAME_LINES: usize = 3;
const NAME_SMALLER: f64 = 0.78;

/// How a sheet lies on a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fit {
    pub paper: Paper,
    /// Index into [`STEPS`].
    pub step: usize,
    /// The name is set smaller.
    pub small_name: bool,
    /// The packages have no room on the first page and stand on the second.
    pub packages_later: bool,
    /// How many facts are on each page but the last; empty where one page is enough.
    pub breaks: Vec<usize>,
}

impl Fit {
    #[must_use]
    pub fn pages(&self) -> usize {
        self.breaks.len() + 1
    }

    /// As the script of the page reads it: step, `s` for a small name, `p` for packages on the second page, then the facts
    /// of each page but the last.
    #[must_use]
    pub fn attribute(&self) -> String {
        let (small, later) = (if self.small_name { "s" } else { "" }, if self.packages_later { "p" } else { "" });
        let mut text = format!("{}{small}{later}", self.step);
        for facts in &self.breaks {
            let _ = write!(text, " {facts}");
        }
        text
    }
}

/// The largest step at which the sheet is one page; else the smallest, with breaks.
#[must_use]
pub fn fit(sheet: &Sheet<'_>, paper: Paper) -> Fit {
    let design = paper.design();
    let name = &sheet.versions[0].name.text;
    let small_name = lines(name, design.name, Weight::Bold, design.width) >= NAME_LINES;
    let room = design.height - foot(sheet, &design) - design.gap;
    for (step, scale) in STEPS.into_iter().enumerate() {
        let Heights { head, packages, facts } = heights(sheet, &design, scale, small_name);
        if head + packages + facts.iter().sum::<f64>() <= room {
            return Fit { paper, step, small_name, packages_later: false, breaks: Vec::new() };
        }
    }
    let step = STEPS.len() - 1;
    let Heights { head, packages, facts } = heights(sheet, &design, STEPS[step], small_name);
    let packages_later = packages > 0.0 && head + packages > room;
    let mut breaks = Vec::new();
    let mut used = head + packages;
    let mut here = 0;
    // Further pages begin with the name of the product; only the first has the codes.
    let (mut room, next_room, next_head) = (room, design.height, design.other * POINT * 2.0 + design.gap * 2.0);
    if packages_later {
        breaks.push(0);
        (used, room) = (next_head + packages, next_room);
    }
    for height in facts {
        if used + height > room {
            breaks.push(here);
            (used, here, room) = (next_head, 0, next_room);
        }
        used += height;
        here += 1;
    }
    Fit { paper, step, small_name, packages_later, breaks }
}

/// Heights of the parts of a sheet above its foot, in millimetres.
struct Heights {
    /// All that stands above the packages.
    head: f64,
    packages: f64,
    facts: Vec<f64>,
}

fn heights(sheet: &Sheet<'_>, design: &Design, scale: f64, small_name: bool) -> Heights {
    let text = design.text * scale;
    let block = |words: &str, size: f64, weight, width: f64, leading: f64| {
        lines(words, size, weight, width) as f64 * size * POINT * leading
    };
    let running = |words: &str, width: f64| block(words, text, Weight::Regular, width, LEADING);
    let first = &sheet.versions[0];
    let reserve = if sheet.versions.len() > 1 { RESERVE_OF_TWO } else { RESERVE };
    let name = if small_name { design.name * NAME_SMALLER } else { design.name };
    // The woven band, then the name in every language.
    let mut head = 3.0 + design.gap + block(&first.name.text, name, Weight::Bold, design.width, LEADING_NAME);
    let versions = sheet.versions.iter().skip(1).map(|version| &*version.name.text);
    for other in versions.chain(sheet.name_other.iter().map(|other| other.text)) {
        head += block(other, design.other, Weight::Regular, design.width, LEADING);
    }
    head += design.gap;
    let smallest = scale <= STEPS[STEPS.len() - 1];
    let photo = if smallest { PHOTO_SMALLER } else { 1.0 };
    let beside =
        if sheet.picture.is_some() { design.width - design.photo.0 * photo - design.gap } else { design.width };
    let picture = sheet
        .picture
        .as_ref()
        .map_or(0.0, |picture| design.photo.1 * photo + if picture.illustration { 4.0 } else { 0.0 });
    let who = who(&sheet.versions, beside, text, design);
    head += picture.max(who + 8.0) + design.gap;
    for version in &sheet.versions {
        if let Some(story) = &version.story {
            head += running(&story.text, design.width) + design.gap;
        }
    }
    let mut packages = 0.0;
    if !first.packages.is_empty() {
        let rows: f64 = first
            .packages
            .iter()
            .map(|package| {
                let kind = package.kind.as_ref().map_or("", |kind| &kind.text);
                let (net, gtin) = (package.net.as_deref().unwrap_or_default(), package.gtin.as_deref());
                let words = format!("{net}, {kind}{}", gtin.map_or(String::new(), |gtin| format!(" GTIN {gtin}")));
                running(&words, design.width * 0.33) * sheet.versions.len() as f64 + 1.6
            })
            .sum();
        // The heads of the columns may take two lines.
        packages = 2.0 * text * POINT * LEADING + 2.0 + rows + design.gap;
    }
    let facts = (0..first.facts.len())
        .map(|index| {
            let words = sheet.versions.iter().filter_map(|version| version.facts.get(index));
            let values: f64 = words.map(|row| running(&row.text, design.width - design.label - 2.0)).sum();
            let labels: f64 = sheet
                .versions
                .iter()
                .filter_map(|version| version.facts.get(index))
                .map(|row| block(row.label, text, Weight::Bold, design.label, LEADING))
                .sum();
            (values.max(labels) + 1.4) * reserve
        })
        .collect();
    Heights { head: head * reserve, packages: packages * reserve, facts }
}

/// The line with price, small print and codes.
fn foot(sheet: &Sheet<'_>, design: &Design) -> f64 {
    let (mut bars, mut below) = (sheet.barcode.as_ref().map_or(0.0, |bars| bars.width_mm + 3.0), 0.0);
    if design.width - design.qr - bars < LEAST_PRICE {
        (bars, below) = (0.0, BARS_MM + 1.0);
    }
    let column = design.width - design.qr - bars - 3.0;
    let version = &sheet.versions[0];
    let small = |words: &str| lines(words, SMALL, Weight::Regular, column) as f64 * SMALL * POINT * LEADING_SMALL;
    let price = version.price.as_ref().map_or(0.0, |price| {
        let unit = price.unit.as_deref().unwrap_or_default();
        // The amount is twice as large as the unit behind it.
        let words = format!("{0}{0} {unit}", price.amount);
        let lines = lines(&words, design.text * 1.1, Weight::Bold, column) as f64;
        lines * design.text * 2.0 * POINT * LEADING_SMALL
            + small(&format!("{} {PRICE_NOTE}", price.date.as_deref().unwrap_or_default()))
    });
    let print: f64 = sheet.imprint.iter().map(|words| small(words)).sum();
    // The address is set a quarter larger.
    let check = small(&format!("{CHECK_NOTE} {}", sheet.permanent.text)) * 1.25;
    design.qr.max(price + print + check) + below + 3.0
}

/// Certificate, producer, place and group beside the photo, in all languages of the sheet.
fn who(versions: &[Version<'_>], width: f64, text: f64, design: &Design) -> f64 {
    let inner = width - 9.0;
    let line = |words: &str, width: f64| lines(words, text, Weight::Regular, width) as f64 * text * POINT * LEADING;
    let mut height = if versions[0].stars.current { text * 1.9 * POINT } else { 0.0 };
    for version in versions {
        let stars = &version.stars;
        height += line(&stars.status_text, inner - 6.0) * 1.15;
        let last = version.measured.no_stars.or(stars.as_of_text.as_deref());
        let others = [stars.decision_text.as_deref(), stars.issuer.or(stars.level_text.as_deref()), last];
        height += others.into_iter().flatten().map(|words| line(words, inner)).sum::<f64>();
    }
    // Labels stand beside the values, one language below the other in both columns.
    let (label, value) = (design.label * 0.8, width - design.label * 0.8 - 2.0);
    let row = |read: &dyn Fn(&Version<'_>) -> Option<(String, String)>| {
        let sides = versions.iter().filter_map(read);
        let (labels, values) = sides.fold((0.0, 0.0), |(labels, values), (mine, theirs)| {
            (labels + line(&mine, label), values + theirs.lines().map(|words| line(words, value)).sum::<f64>())
        });
        f64::max(labels, values)
    };
    height += row(&|version| {
        let contact = version.contact.join("\n");
        Some((version.measured.producer.to_owned(), format!("{}\n{contact}", version.producer.text)))
    });
    height += row(&|version| {
        let place = version.place.as_ref()?;
        let now = place.now.as_ref().map_or(String::new(), |now| format!(" ({})", now.label));
        Some((version.measured.place.to_owned(), format!("{}{now}", place.printed)))
    });
    height += row(&|version| Some((version.measured.group.to_owned(), version.group.to_owned())));
    height + 4.0
}
