//! The product sheet, ready to print on A4.

use serde::Serialize;

use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::facts::Fact;
use super::parts::frame::Head;
use super::parts::picture::Picture;
use super::parts::place::PlaceView;
use super::parts::price::PackageView;
use super::parts::stars::StarsView;
use super::parts::{Html, Scribe, TextView};
use super::product::{NameOther, PermanentView, folder, name_other, permanent};

/// Longest story on a sheet, in characters: about a third of the page.
const STORY: usize = 480;

pub struct Sheet;

#[derive(Serialize)]
struct Body<'a> {
    id: &'a str,
    name: TextView<'a>,
    name_other: Vec<NameOther<'a>>,
    summary: Option<TextView<'a>>,
    picture: Option<Picture<'a>>,
    stars: StarsView<'a>,
    group: &'a str,
    producer: Maker<'a>,
    place: Option<PlaceView>,
    story: Option<TextView<'a>>,
    packages: Vec<PackageView<'a>>,
    facts: Vec<Fact<'a>>,
    permanent: PermanentView,
    qr: Html<'a>,
    qr_label: String,
    product_url: String,
}

#[derive(Serialize)]
struct Maker<'a> {
    name: TextView<'a>,
    #[serde(rename = "type")]
    kind: &'a str,
    place: Option<String>,
    contact: Vec<&'a str>,
}

impl Kind for Sheet {
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
        let producer = &rendering.catalogue.producers[product.producer];
        let name = scribe.text(&product.name);
        let permanent = permanent(&scribe, id);
        let story = product.story.get(scribe.lang).map(|(lang, markdown)| TextView {
            text: super::prose::excerpt(markdown, STORY).into(),
            lang: super::parts::text::other_lang(&rendering.catalogue.site.languages, lang, scribe.lang),
        });
        let contact = [producer.phone.as_deref(), producer.email.as_deref(), producer.website.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        let body = Body {
            id: product.code.as_str(),
            name: name.clone(),
            name_other: name_other(&scribe, id),
            summary: product.summary.as_ref().map(|summary| scribe.text(summary)),
            picture: product.photos.first().and_then(|photo| scribe.picture(photo)),
            stars: scribe.stars(id),
            group: scribe.group_name(product.group),
            producer: Maker {
                name: scribe.text(producer.public_name()),
                kind: scribe.kind_name("producer_type", producer.kind.name()),
                place: scribe.place_today(producer.place, &producer.present),
                contact,
            },
            place: scribe.place(product.place, &product.present, product.village.as_ref()),
            story,
            packages: scribe.packages(&product.packages),
            facts: scribe.sheet_facts(product),
            qr: Html((rendering.code)(id).into()),
            qr_label: scribe.texts().format("qr_label", &[("address", &permanent.text)]),
            permanent,
            product_url: scribe.url("product", Subject::Product(id)),
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
        scribe.view(job, "products", head, body)
    }
}
