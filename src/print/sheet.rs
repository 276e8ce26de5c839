//! What a product sheet says: one product, in one language or in two.

use serde::Serialize;

use crate::model::{LangId, Package, ProductId, SpeaksAsOf};
use crate::pages::parts::facts::Fact;
use crate::pages::parts::picture::Picture;
use crate::pages::parts::place::PlaceView;
use crate::pages::parts::price::{PackageView, PriceView};
use crate::pages::parts::stars::StarsView;
use crate::pages::parts::text::other_lang;
use crate::pages::parts::{Html, Scribe, TextView};
use crate::pages::product::{NameOther, PermanentView, name_other, permanent};
use crate::pages::prose;
use crate::plan::{Rendering, Route, Subject};

use super::code::{Bars, Modules};

/// Longest story on a sheet, in characters; it ends with a sentence. The first one of two languages is shorter.
const STORY: usize = 480;
pub const STORY_OF_TWO: usize = 300;

/// A sheet before it is laid on a paper.
#[derive(Clone, Debug, Serialize)]
pub struct Sheet<'a> {
    pub id: &'a str,
    pub picture: Option<Picture<'a>>,
    /// One for each language of the sheet, the first one leading.
    pub versions: Vec<Version<'a>>,
    /// The name in the languages that the sheet does not speak.
    pub name_other: Vec<NameOther<'a>>,
    pub permanent: PermanentView,
    /// The code of the permanent address, or the GS1 Digital Link of the package where the site asks for it.
    pub qr: Html<'a>,
    pub qr_label: String,
    pub barcode: Option<Barcode<'a>>,
    /// Whose catalogue the sheet is from, as of when, and what the site wants said.
    pub imprint: Vec<String>,
}

/// The words of a sheet in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Version<'a> {
    pub lang: &'a str,
    pub name: TextView<'a>,
    pub stars: StarsView<'a>,
    pub group: &'a str,
    pub producer: TextView<'a>,
    pub contact: Vec<&'a str>,
    pub place: Option<PlaceView>,
    pub story: Option<TextView<'a>>,
    /// All of it, for a sheet in two languages.
    #[serde(skip)]
    pub told: Option<Story<'a>>,
    pub price: Option<PriceView>,
    pub packages: Vec<PackageView<'a>>,
    pub facts: Vec<Row<'a>>,
    /// What decides how much room the certificate and the rows below it take; templates have these texts themselves.
    #[serde(skip)]
    pub measured: Measured<'a>,
}

/// Interface texts that take room.
#[derive(Clone, Debug)]
pub struct Measured<'a> {
    /// Why no stars are printed.
    pub no_stars: Option<&'a str>,
    pub producer: &'a str,
    pub place: &'a str,
    pub group: &'a str,
}

/// A fact as a line of text: paper has no folding lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row<'a> {
    pub key: String,
    pub label: &'a str,
    pub text: String,
    pub lang: Option<&'a str>,
}

/// The bar code of a package.
#[derive(Clone, Debug, Serialize)]
pub struct Barcode<'a> {
    pub digits: String,
    pub kind: &'static str,
    pub svg: Html<'a>,
    /// Of the whole drawing, in millimetres: smaller ones are read badly.
    pub width_mm: f64,
}

/// Height of bar codes in millimetres, digits included: a little less than the full 25.9 mm, and no more than the QR code
/// beside it takes on any paper. The higher, the better a code is read that is not held straight, most of all ITF-14.
pub const BARS_MM: f64 = 23.0;

impl<'a> Sheet<'a> {
    /// The sheet of a product in these languages, at least one.
    #[must_use]
    pub fn of(rendering: &'a Rendering<'a>, languages: &[LangId], id: ProductId) -> Self {
        let product = &rendering.catalogue.products[id];
        let scribe = Scribe::new(rendering, languages[0]);
        let permanent = permanent(&scribe, id);
        let story = if languages.len() > 1 { STORY_OF_TWO } else { STORY };
        let package = coded(&product.packages);
        Self {
            id: product.code.as_str(),
            picture: product.photos.first().and_then(|photo| scribe.picture(photo)),
            versions: languages.iter().map(|lang| Version::of(rendering, *lang, id, story)).collect(),
            name_other: if languages.len() > 1 { Vec::new() } else { name_other(&scribe, id) },
            qr: qr(&scribe, id, package),
            qr_label: scribe.texts().format("qr_label", &[("address", &permanent.text)]),
            permanent,
            barcode: package.and_then(|index| barcode(&product.packages[index])),
            imprint: imprint(&scribe),
        }
    }
}

/// The small print: title and date of the catalogue, and its notice.
fn imprint(scribe: &Scribe<'_>) -> Vec<String> {
    let site = &scribe.catalogue().site;
    let title = scribe.words(&site.title);
    let texts = scribe.texts();
    let first = match site.speaks {
        SpeaksAsOf::Edition(day) => format!("{title} · {}", texts.format("edition_text", &[("date", &texts.day(day))])),
        SpeaksAsOf::Live(_) => title.to_owned(),
    };
    std::iter::once(first).chain(scribe.notice().map(str::to_owned)).collect()
}

/// The package whose number stands on the sheet: the first that has one.
#[must_use]
pub fn coded(packages: &[Package]) -> Option<usize> {
    packages.iter().position(|package| package.gtin.is_some())
}

/// The QR code of a product, or of one of its packages where the site asks for GS1 Digital Links.
#[must_use]
pub fn qr<'a>(scribe: &Scribe<'a>, id: ProductId, package: Option<usize>) -> Html<'a> {
    let link = package.filter(|_| scribe.catalogue().site.print.digital_link).and_then(|index| {
        let package = u32::try_from(index).expect("few packages");
        scribe.plan().full_url(&Route::shared("digital_link", Subject::Package(id, package)))
    });
    Html(match link {
        Some(url) => Modules::of(&url).svg().into(),
        None => (scribe.rendering.code)(id).into(),
    })
}

/// The bar code of a package, where it has a number.
#[must_use]
fn barcode<'a>(package: &Package) -> Option<Barcode<'a>> {
    Some(Barcode::of(&Bars::of(package.gtin?), BARS_MM))
}

impl Barcode<'_> {
    /// A bar code so many millimetres high, digits included.
    #[must_use]
    pub fn of(bars: &Bars, height_mm: f64) -> Self {
        Self {
            digits: bars.digits().to_owned(),
            kind: bars.symbology.name(),
            svg: Html(bars.svg(height_mm).into()),
            width_mm: bars.width_mm(),
        }
    }
}

impl<'a> Version<'a> {
    /// The words of a product in a language; its story is at most so many characters long.
    #[must_use]
    pub fn of(rendering: &'a Rendering<'a>, lang: LangId, id: ProductId, longest: usize) -> Self {
        let scribe = Scribe::new(rendering, lang);
        let product = &rendering.catalogue.products[id];
        let producer = &rendering.catalogue.producers[product.producer];
        let told = Story::of(rendering, lang, id);
        let stars = scribe.stars(id);
        let no_stars = match stars.status {
            "expired" | "withdrawn" => Some(scribe.t("sheet_not_certified")),
            "unknown" => Some(scribe.t("sheet_not_certain")),
            _ => None,
        };
        Self {
            measured: Measured {
                no_stars,
                producer: scribe.t("producer"),
                place: scribe.t("place"),
                group: scribe.t("group"),
            },
            lang: scribe.tag(),
            name: scribe.text(&product.name),
            stars,
            group: scribe.group_name(product.group),
            producer: scribe.text(producer.public_name()),
            contact: [producer.phone.as_deref(), producer.email.as_deref(), producer.website.as_deref()]
                .into_iter()
                .flatten()
                .collect(),
            place: scribe.place(product.place, &product.present, product.village.as_ref()),
            story: told.as_ref().map(|story| story.beginning(longest)),
            told,
            price: scribe.price(&product.packages),
            packages: scribe.packages(&product.packages),
            facts: scribe.sheet_facts(product).into_iter().flat_map(rows).collect(),
        }
    }
}

/// What a sheet tells of a product in a language, read once for sheets of one language and of two.
#[derive(Clone, Debug)]
pub struct Story<'a> {
    text: TextView<'a>,
    /// A summary is short already.
    whole: bool,
}

impl<'a> Story<'a> {
    /// The story, or else the summary.
    #[must_use]
    pub fn of(rendering: &'a Rendering<'a>, lang: LangId, id: ProductId) -> Option<Self> {
        let product = &rendering.catalogue.products[id];
        let story = product.story.get(lang).map(|(has, markdown)| TextView {
            text: prose::plain(markdown).into(),
            lang: other_lang(&rendering.catalogue.site.languages, has, lang),
        });
        let summary = product.summary.as_ref();
        story
            .map(|text| Self { text, whole: false })
            .or_else(|| summary.map(|summary| Self { text: Scribe::new(rendering, lang).text(summary), whole: true }))
    }

    /// The beginning, at most so many characters.
    #[must_use]
    pub fn beginning(&self, longest: usize) -> TextView<'a> {
        if self.whole {
            return self.text.clone();
        }
        TextView { text: prose::beginning(&self.text.text, longest).into(), lang: self.text.lang }
    }
}

/// Entries of a list that stand in one row; longer lists go on in further rows, so that a page can end between them.
const ENTRIES: usize = 6;
/// Keys of further rows of a list; more than 60 entries stay in the last one.
const FURTHER: [&str; 10] = ["", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".9", ".10"];

/// A fact as rows of text: lists are joined, tables are read row by row.
fn rows(mut fact: Fact<'_>) -> Vec<Row<'_>> {
    if fact.items.len() <= ENTRIES {
        return vec![row(fact, "")];
    }
    let items = std::mem::take(&mut fact.items);
    let parts = items.chunks(ENTRIES.max(items.len().div_ceil(FURTHER.len())));
    let further = parts.zip(FURTHER).map(|(items, further)| {
        let label = if further.is_empty() { fact.label } else { "" };
        row(Fact { items: items.to_vec(), label, kind: fact.kind, key: fact.key, ..Fact::default() }, further)
    });
    further.collect()
}

fn row<'a>(fact: Fact<'a>, further: &str) -> Row<'a> {
    let noted = |text: &str, note: Option<&str>| match note {
        Some(note) => format!("{text} ({note})"),
        None => text.to_owned(),
    };
    let (text, lang) = match fact.kind {
        "text" => {
            let value = fact.value.as_ref().expect("a fact of this kind has a text");
            (noted(&value.text, fact.note.as_deref()), value.lang)
        }
        "table" => {
            let cells = fact.rows.iter().map(|row| format!("{} {}", row.head, row.cells.join(" ")));
            let rows = cells.collect::<Vec<_>>().join("; ");
            (fact.caption.map_or_else(|| rows.clone(), |caption| format!("{caption}: {rows}")), None)
        }
        _ => {
            let items = fact.items.iter().map(|item| noted(&item.text, item.note.as_deref()));
            let lang = fact.items.iter().map(|item| item.lang).reduce(|a, b| if a == b { a } else { None }).flatten();
            (items.collect::<Vec<_>>().join("; "), lang)
        }
    };
    Row { key: format!("{}{further}", fact.key), label: fact.label, text, lang }
}
