//! Lays a sheet on a paper: how small the type gets, and what goes on to further pages.
//!
//! Decided from the measures of [`Design`] before anything is drawn, so that the page in the browser, the PDF and `check`
//! agree. Type shrinks in steps; what then has no room goes to the next page, row by row.

use std::fmt::Write as _;

use serde::Serialize;

use crate::pages::parts::TextView;
use crate::pages::parts::price::PackageView;

use super::measure::{POINT, Weight, Words};
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

/// Lays a sheet on a paper.
#[must_use]
pub fn fit(sheet: &Sheet<'_>, paper: Paper) -> Fit {
    Measured::of(sheet).fit(paper)
}

/// The texts of a sheet, measured once for all papers and all sizes of type.
pub struct Measured {
    /// The name in every language, the leading one first.
    name: Words,
    other_names: Vec<Words>,
    /// Whether there is a picture, and whether a line below it says that it is an illustration.
    picture: Option<bool>,
    who: Who,
    stories: Vec<Words>,
    packages: Vec<Words>,
    /// Label and text of each fact, in every language.
    facts: Vec<Vec<(Words, Words)>>,
    languages: usize,
    foot: Foot,
}

/// Certificate, producer, place and group beside the photo, in all languages of the sheet.
struct Who {
    current: bool,
    /// Status and the lines below it.
    certificates: Vec<(Words, Vec<Words>)>,
    /// Label and lines of producer, place and group in every language.
    rows: [Vec<(Words, Vec<Words>)>; 3],
}

/// The line with price, small print and codes.
struct Foot {
    barcode_mm: Option<f64>,
    /// The amount with its unit, and what stands below.
    price: Option<(Words, Words)>,
    imprint: Vec<Words>,
    check: Words,
}

impl Measured {
    #[must_use]
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let versions: Vec<_> = sheet.versions.iter().map(|version| (version, version.story.as_ref())).collect();
        let others = sheet.name_other.iter().map(|other| other.text);
        Self::new(sheet, &versions, others)
    }

    /// The same sheet with the words of a second language, and with a shorter story in the first.
    #[must_use]
    pub fn with(sheet: &Sheet<'_>, story: Option<&TextView<'_>>, other: &Version<'_>) -> Self {
        Self::new(sheet, &[(&sheet.versions[0], story), (other, other.story.as_ref())], std::iter::empty())
    }

    fn new<'a>(
        sheet: &Sheet<'_>,
        versions: &[(&'a Version<'a>, Option<&TextView<'_>>)],
        names: impl Iterator<Item = &'a str>,
    ) -> Self {
        let first = versions[0].0;
        let others = versions[1..].iter().map(|(version, _)| &*version.name.text);
        let facts = |index: usize| {
            let rows = versions.iter().filter_map(move |(version, _)| version.facts.get(index));
            rows.map(|row| (Words::of(row.label), Words::of(&row.text))).collect()
        };
        let package = |package: &PackageView<'_>| {
            let kind = package.kind.as_ref().map_or("", |kind| &kind.text);
            let (net, gtin) = (package.net.as_deref().unwrap_or_default(), package.gtin.as_deref());
            Words::of(&format!("{net}, {kind}{}", gtin.map_or(String::new(), |gtin| format!(" GTIN {gtin}"))))
        };
        Self {
            name: Words::of(&first.name.text),
            other_names: others.chain(names).map(Words::of).collect(),
            picture: sheet.picture.as_ref().map(|picture| picture.illustration),
            who: Who::of(&versions.iter().map(|(version, _)| *version).collect::<Vec<_>>()),
            stories: versions.iter().filter_map(|(_, story)| *story).map(|story| Words::of(&story.text)).collect(),
            packages: first.packages.iter().map(package).collect(),
            facts: (0..first.facts.len()).map(facts).collect(),
            languages: versions.len(),
            foot: Foot::of(sheet, first),
        }
    }

    /// The largest step at which the sheet is one page; else the smallest, with breaks.
    #[must_use]
    pub fn fit(&self, paper: Paper) -> Fit {
        let design = paper.design();
        let small_name = self.name.lines(design.name, Weight::Bold, design.width) >= NAME_LINES;
        let room = design.height - self.foot.height(&design) - design.gap;
        for (step, scale) in STEPS.into_iter().enumerate() {
            let Heights { head, packages, facts } = self.heights(&design, scale, small_name);
            if head + packages + facts.iter().sum::<f64>() <= room {
                return Fit { paper, step, small_name, packages_later: false, breaks: Vec::new() };
            }
        }
        let step = STEPS.len() - 1;
        let Heights { head, packages, facts } = self.heights(&design, STEPS[step], small_name);
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

    fn heights(&self, design: &Design, scale: f64, small_name: bool) -> Heights {
        let text = design.text * scale;
        let block = |words: &Words, size: f64, weight, width: f64, leading: f64| {
            words.lines(size, weight, width) as f64 * size * POINT * leading
        };
        let running = |words: &Words, width: f64| block(words, text, Weight::Regular, width, LEADING);
        let reserve = if self.languages > 1 { RESERVE_OF_TWO } else { RESERVE };
        let name = if small_name { design.name * NAME_SMALLER } else { design.name };
        // The woven band, then the name in every language.
        let mut head = 3.0 + design.gap + block(&self.name, name, Weight::Bold, design.width, LEADING_NAME);
        for other in &self.other_names {
            head += block(other, design.other, Weight::Regular, design.width, LEADING);
        }
        head += design.gap;
        let smallest = scale <= STEPS[STEPS.len() - 1];
        let photo = if smallest { PHOTO_SMALLER } else { 1.0 };
        let beside =
            if self.picture.is_some() { design.width - design.photo.0 * photo - design.gap } else { design.width };
        let picture =
            self.picture.map_or(0.0, |illustration| design.photo.1 * photo + if illustration { 4.0 } else { 0.0 });
        head += picture.max(self.who.height(beside, text, design) + 8.0) + design.gap;
        for story in &self.stories {
            head += running(story, design.width) + design.gap;
        }
        let mut packages = 0.0;
        if !self.packages.is_empty() {
            let row = |words| running(words, design.width * 0.33) * self.languages as f64 + 1.6;
            let rows: f64 = self.packages.iter().map(row).sum();
            // The heads of the columns may take two lines.
            packages = 2.0 * text * POINT * LEADING + 2.0 + rows + design.gap;
        }
        let fact = |fact: &Vec<(Words, Words)>| {
            let values: f64 = fact.iter().map(|(_, words)| running(words, design.width - design.label - 2.0)).sum();
            let labels: f64 =
                fact.iter().map(|(label, _)| block(label, text, Weight::Bold, design.label, LEADING)).sum();
            (values.max(labels) + 1.4) * reserve
        };
        Heights { head: head * reserve, packages: packages * reserve, facts: self.facts.iter().map(fact).collect() }
    }
}

/// Heights of the parts of a sheet above its foot, in millimetres.
struct Heights {
    /// All that stands above the packages.
    head: f64,
    packages: f64,
    facts: Vec<f64>,
}

impl Foot {
    fn of(sheet: &Sheet<'_>, first: &Version<'_>) -> Self {
        let price = first.price.as_ref().map(|price| {
            let unit = price.unit.as_deref().unwrap_or_default();
            // The amount is twice as large as the unit behind it.
            let amount = Words::of(&format!("{0}{0} {unit}", price.amount));
            (amount, Words::of(&format!("{} {PRICE_NOTE}", price.date.as_deref().unwrap_or_default())))
        });
        Self {
            barcode_mm: sheet.barcode.as_ref().map(|bars| bars.width_mm),
            price,
            imprint: sheet.imprint.iter().map(|words| Words::of(words)).collect(),
            check: Words::of(&format!("{CHECK_NOTE} {}", sheet.permanent.text)),
        }
    }

    fn height(&self, design: &Design) -> f64 {
        let (mut bars, mut below) = (self.barcode_mm.map_or(0.0, |width| width + 3.0), 0.0);
        if design.width - design.qr - bars < LEAST_PRICE {
            (bars, below) = (0.0, BARS_MM + 1.0);
        }
        let column = design.width - design.qr - bars - 3.0;
        let small = |words: &Words| words.lines(SMALL, Weight::Regular, column) as f64 * SMALL * POINT * LEADING_SMALL;
        let price = self.price.as_ref().map_or(0.0, |(amount, note)| {
            let lines = amount.lines(design.text * 1.1, Weight::Bold, column) as f64;
            lines * design.text * 2.0 * POINT * LEADING_SMALL + small(note)
        });
        let print: f64 = self.imprint.iter().map(small).sum();
        // The address is set a quarter larger.
        let check = small(&self.check) * 1.25;
        design.qr.max(price + print + check) + below + 3.0
    }
}

impl Who {
    fn of(versions: &[&Version<'_>]) -> Self {
        let certificate = |version: &Version<'_>| {
            let stars = &version.stars;
            let last = version.measured.no_stars.or(stars.as_of_text.as_deref());
            let others = [stars.decision_text.as_deref(), stars.issuer.or(stars.level_text.as_deref()), last];
            (Words::of(&stars.status_text), others.into_iter().flatten().map(Words::of).collect())
        };
        let row = |read: &dyn Fn(&Version<'_>) -> Option<(Words, String)>| {
            let sides = versions.iter().filter_map(|version| read(version));
            sides.map(|(label, value)| (label, value.lines().map(Words::of).collect())).collect()
        };
        let producer = row(&|version| {
            let value = format!("{}\n{}", version.producer.text, version.contact.join("\n"));
            Some((Words::of(version.measured.producer), value))
        });
        let place = row(&|version| {
            let place = version.place.as_ref()?;
            let now = place.now.as_ref().map_or(String::new(), |now| format!(" ({})", now.label));
            Some((Words::of(version.measured.place), format!("{}{now}", place.printed)))
        });
        let group = row(&|version| Some((Words::of(version.measured.group), version.group.to_owned())));
        Self {
            current: versions[0].stars.current,
            certificates: versions.iter().map(|version| certificate(version)).collect(),
            rows: [producer, place, group],
        }
    }

    fn height(&self, width: f64, text: f64, design: &Design) -> f64 {
        let inner = width - 9.0;
        let line =
            |words: &Words, width: f64| words.lines(text, Weight::Regular, width) as f64 * text * POINT * LEADING;
        let mut height = if self.current { text * 1.9 * POINT } else { 0.0 };
        for (status, others) in &self.certificates {
            height += line(status, inner - 6.0) * 1.15;
            height += others.iter().map(|words| line(words, inner)).sum::<f64>();
        }
        // Labels stand beside the values, one language below the other in both columns.
        let (label, value) = (design.label * 0.8, width - design.label * 0.8 - 2.0);
        for row in &self.rows {
            let (labels, values) = row.iter().fold((0.0, 0.0), |(labels, values), (mine, theirs)| {
                (labels + line(mine, label), values + theirs.iter().map(|words| line(words, value)).sum::<f64>())
            });
            height += f64::max(labels, values);
        }
        height + 4.0
    }
}
