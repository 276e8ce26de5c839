//! The counter page of a sales point: its products one after the other, full-screen on a tablet, read from two metres.
//!
//! Without a script the products stand below each other, each as high as the screen.

use serde::Serialize;

use crate::model::ProductId;
use crate::pages::parts::frame::Head;
use crate::pages::parts::{Scribe, TextView};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};
use crate::print::sheet::Sheet;

use super::pack::routes_of;

pub struct Counter;

#[derive(Serialize)]
struct Body<'a> {
    point: TextView<'a>,
    point_url: String,
    products: Vec<Sheet<'a>>,
}

impl Kind for Counter {
    fn name(&self) -> &'static str {
        "counter"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        routes_of(planning, "counter", "path_counter")
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("counter pages have a language"));
        let Subject::SalesPoint(id) = job.route.subject else { unreachable!("counter pages are about a sales point") };
        let ids: &[ProductId] = rendering.index.at_sales_point(id).in_order(scribe.lang);
        let point = scribe.text(&rendering.catalogue.sales_points[id].name);
        let body = Body {
            point: point.clone(),
            point_url: scribe.url("sales_point", Subject::SalesPoint(id)),
            products: ids.iter().map(|product| Sheet::of(rendering, &[scribe.lang], *product)).collect(),
        };
        let heading = scribe.texts().format("counter_heading", &[("name", &point.text)]);
        let description = scribe.texts().format("description_counter", &[("name", &point.text)]);
        let mut head = Head::new(scribe.own(heading), description);
        head.above = vec![
            scribe.link("sales_points", Subject::Site, scribe.t("nav_sales_points")),
            scribe.link("sales_point", Subject::SalesPoint(id), point.text.to_string()),
        ];
        head.robots = Some("noindex");
        let mut view = scribe.view(job, "sales_points", head, body);
        view.template = "sheets/counter.html".into();
        view
    }
}
