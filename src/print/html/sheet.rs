//! The sheet of one product: A4, or with a choice in the browser A5, and with the words of a second language.

use serde::Serialize;

use crate::model::LangId;
use crate::pages::parts::Scribe;
use crate::pages::parts::frame::Head;
use crate::pages::product::folder;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};
use crate::print::document::Printable;
use crate::print::fit::{Fit, Measured};
use crate::print::paper::Paper;
use crate::print::published;
use crate::print::sheet::{Row, STORY_OF_TWO, Sheet, Version};

pub struct SheetPage;

/// A sheet as its template gets it, laid out for A4.
#[derive(Serialize)]
pub struct Laid<'a> {
    pub sheet: Sheet<'a>,
    /// Facts of each page.
    leaves: Vec<Vec<Row<'a>>>,
    step: usize,
    small_name: bool,
    /// The packages stand on the second page.
    packages_later: bool,
    /// For the script: how the sheet lies on each paper, alone and with the second language.
    a4: String,
    a5: String,
    a4_both: Option<String>,
    a5_both: Option<String>,
}

#[derive(Serialize)]
struct Body<'a> {
    sheet: Laid<'a>,
    product_url: String,
    /// The sheet as PDF, where the site offers it.
    pdf_url: Option<String>,
    /// The same sheet in the other language of the site.
    other_url: Option<String>,
    other_name: Option<&'a str>,
}

impl<'a> Laid<'a> {
    /// Lays a sheet out in one language, ready for a second one.
    #[must_use]
    pub fn of(rendering: &'a Rendering<'a>, lang: LangId, id: crate::model::ProductId) -> Self {
        let sheet = Sheet::of(rendering, &[lang], id);
        let alone = Measured::of(&sheet);
        let both = second(rendering, lang).map(|other| {
            let story = sheet.versions[0].told.as_ref().map(|story| story.beginning(STORY_OF_TWO));
            Measured::with(&sheet, story.as_ref(), &Version::of(rendering, other, id, STORY_OF_TWO))
        });
        let both = |paper| both.as_ref().map(|both| both.fit(paper).attribute());
        let a4 = alone.fit(Paper::A4);
        Self {
            leaves: leaves(&sheet.versions[0].facts, &a4),
            step: a4.step,
            small_name: a4.small_name,
            packages_later: a4.packages_later,
            a5: alone.fit(Paper::A5).attribute(),
            a4: a4.attribute(),
            a4_both: both(Paper::A4),
            a5_both: both(Paper::A5),
            sheet,
        }
    }
}

/// The language that a sheet can also carry: the second of the site, on its own sheets the first.
fn second(rendering: &Rendering<'_>, lang: LangId) -> Option<LangId> {
    rendering.catalogue.site.languages.ids().find(|other| *other != lang)
}

fn leaves<'a>(facts: &[Row<'a>], fit: &Fit) -> Vec<Vec<Row<'a>>> {
    let mut rest = facts;
    let mut leaves = Vec::new();
    for count in &fit.breaks {
        let (here, after) = rest.split_at(*count);
        leaves.push(here.to_vec());
        rest = after;
    }
    leaves.push(rest.to_vec());
    leaves
}

impl Kind for SheetPage {
    fn name(&self) -> &'static str {
        "sheet"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let mut routes = Vec::new();
        for lang in catalogue.site.languages.ids() {
            let segment = planning.theme.texts(lang).get("path_sheet");
            for id in catalogue.products.ids() {
                let path =
                    crate::plan::in_language(catalogue, lang, &format!("{}/{segment}", folder(planning, lang, id)));
                routes.push((Route::new("sheet", lang, Subject::Product(id)), path));
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("sheets have a language"));
        let Subject::Product(id) = job.route.subject else { unreachable!("sheets are about a product") };
        let product = &rendering.catalogue.products[id];
        let name = scribe.text(&product.name);
        let other = second(rendering, scribe.lang);
        let body = Body {
            sheet: Laid::of(rendering, scribe.lang, id),
            pdf_url: published::url(&scribe, Printable::Sheets, Subject::Product(id)),
            product_url: scribe.url("product", Subject::Product(id)),
            other_url: other.and_then(|other| scribe.plan().url(&job.route.lang(other))),
            other_name: other.map(|other| rendering.theme.texts(other).get("language_name")),
        };
        let description = scribe.texts().format("description_sheet", &[("name", &name.text)]);
        let title = scribe.texts().format(
            "title_page",
            &[
                ("heading", &format!("{}: {}", scribe.t("product_sheet"), name.text)),
                ("site", scribe.words(&rendering.catalogue.site.title)),
            ],
        );
        let mut head = Head::new(name, description);
        head.title = Some(title);
        head.above = vec![scribe.link("products", Subject::Site, scribe.t("nav_products"))];
        head.image = product.photos.first();
        head.form_of = Some(Route::new("product", scribe.lang, Subject::Product(id)));
        let mut view = scribe.view(job, "products", head, body);
        view.template = "sheets/product.html".into();
        view
    }
}
