//! Former addresses of products lead to the present ones.

use serde::Serialize;

use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::Scribe;
use super::parts::frame::Head;

pub struct Redirect;

#[derive(Serialize)]
struct Body<'a> {
    url: String,
    label: &'a str,
}

impl Kind for Redirect {
    fn name(&self) -> &'static str {
        "redirect"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let mut routes = Vec::new();
        for lang in catalogue.site.languages.ids() {
            let base = planning.theme.texts(lang).get("path_products");
            for (id, product) in catalogue.products.iter() {
                for (index, slug) in (0_u32..).zip(&product.former_slugs) {
                    routes.push((
                        Route::new("redirect", lang, Subject::Former(id, index)),
                        crate::plan::in_language(catalogue, lang, &format!("{base}/{slug}")),
                    ));
                }
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("former addresses have a language"));
        let Subject::Former(id, _) = job.route.subject else { unreachable!("redirects are about a former address") };
        let name = &rendering.catalogue.products[id].name;
        let mut head = Head::new(scribe.own(scribe.t("redirect_heading")), scribe.words(name));
        head.robots = Some("noindex");
        scribe.view(
            job,
            "products",
            head,
            Body { url: scribe.url("product", Subject::Product(id)), label: scribe.words(name) },
        )
    }
}
