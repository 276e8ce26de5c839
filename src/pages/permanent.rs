//! The permanent addresses that printed codes lead to: `/p/<id>/`, and `/01/<gtin>/` (GS1 Digital Link).
//!
//! They serve all languages and answer one question at once: is the certificate still valid?

use serde::Serialize;

use crate::model::{LangId, ProductId};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::frame::Head;
use super::parts::picture::Picture;
use super::parts::place::PlaceView;
use super::parts::stars::StarsView;
use super::parts::{Scribe, TextView};

pub struct Permanent;
pub struct DigitalLink;

#[derive(Serialize)]
struct Body<'a> {
    id: &'a str,
    picture: Option<Picture<'a>>,
    languages: Vec<Language<'a>>,
}

#[derive(Serialize)]
struct Language<'a> {
    code: &'a str,
    name: TextView<'a>,
    url: String,
    stars: StarsView<'a>,
    producer: TextView<'a>,
    place: PlaceView,
    decision: Option<DecisionLink<'a>>,
    verify_url: String,
    notice: Option<&'a str>,
}

/// The decision behind the stars, in its parts: a scanner compares them with the pack one by one.
#[derive(Serialize)]
struct DecisionLink<'a> {
    number: &'a str,
    date: String,
    url: Option<String>,
}

impl Kind for Permanent {
    fn name(&self) -> &'static str {
        "permanent"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let products = planning.catalogue.products.iter();
        products
            .map(|(id, product)| {
                (Route::shared("permanent", Subject::Product(id)), SitePath::page(&format!("p/{}", product.code)))
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let Subject::Product(id) = job.route.subject else { unreachable!("permanent addresses are about a product") };
        view(rendering, job, id)
    }
}

impl Kind for DigitalLink {
    fn name(&self) -> &'static str {
        "digital_link"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let mut routes = Vec::new();
        for (id, product) in planning.catalogue.products.iter() {
            for (index, package) in (0_u32..).zip(&product.packages) {
                if let Some(gtin) = package.gtin {
                    routes.push((
                        Route::shared("digital_link", Subject::Package(id, index)),
                        SitePath::page(&format!("01/{}", gtin.padded())),
                    ));
                }
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let Subject::Package(id, _) = job.route.subject else { unreachable!("digital links are about a package") };
        view(rendering, job, id)
    }
}

fn view<'a>(rendering: &'a Rendering<'a>, job: &Job, id: ProductId) -> View<'a> {
    let catalogue = rendering.catalogue;
    let product = &catalogue.products[id];
    let default = Scribe::new(rendering, LangId::DEFAULT);
    let languages = catalogue
        .site
        .languages
        .iter()
        .map(|language| {
            let scribe = Scribe::new(rendering, language.id);
            let place = scribe.place(product.place, &product.present, product.village.as_ref());
            Language {
                code: &language.tag,
                name: scribe.text(&product.name),
                url: scribe.url("product", Subject::Product(id)),
                stars: scribe.stars(id),
                producer: scribe.text(catalogue.producers[product.producer].public_name()),
                place: place.unwrap_or(PlaceView { printed: String::new(), url: None, now: None }),
                decision: decision(&scribe, id),
                verify_url: scribe.url("verify", Subject::Site),
                notice: scribe.notice(),
            }
        })
        .collect();
    let body = Body {
        id: product.code.as_str(),
        picture: product.photos.first().and_then(|photo| default.picture(photo)),
        languages,
    };
    let name = default.text(&product.name);
    let stars = default.stars(id);
    let mut head = Head::new(name.clone(), format!("{}: {}", name.text, stars.status_text));
    head.title = Some(default.texts().format(
        "title_page",
        &[
            ("heading", &format!("{}: {}", default.t("verify_heading"), name.text)),
            ("site", default.words(&catalogue.site.title)),
        ],
    ));
    head.robots = Some("noindex");
    head.image = product.photos.first();
    let mut view = default.view(job, "products", head, body);
    view.template = "pages/permanent.html".into();
    view
}

fn decision<'a>(scribe: &Scribe<'a>, id: ProductId) -> Option<DecisionLink<'a>> {
    let (certification, _) = scribe.catalogue().standing(id)?;
    let decision = certification.decision?;
    let row = &scribe.catalogue().decisions[decision];
    Some(DecisionLink {
        number: &row.number,
        date: scribe.texts().day(row.date),
        url: scribe.maybe_url("decision", Subject::Decision(decision)),
    })
}
