//! The print pack of a sales point: the sheets, labels and price list of what it sells, on one page that a browser prints.
//!
//! Without a script everything is printed once. A script lets the shop choose, and keeps the choice in the address.

use serde::Serialize;

use crate::model::{ProductId, Stock, StockForm};
use crate::pages::parts::frame::Head;
use crate::pages::parts::{Scribe, TextView};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};
use crate::print::document::{Printable, STOCK};
use crate::print::label::Label;
use crate::print::prices::PriceList;
use crate::print::published;

use super::sheet::Laid;

pub struct Pack;

#[derive(Serialize)]
struct Body<'a> {
    point: TextView<'a>,
    point_url: String,
    prices: PriceList<'a>,
    /// One for each product, in the order of the sales point.
    products: Vec<Product<'a>>,
    stocks: Vec<StockView<'a>>,
    /// Labels on the default stock, page by page.
    label_pages: Vec<Vec<Label<'a>>>,
    stock: &'static str,
    room: &'static str,
    /// Documents that the site offers.
    documents: Vec<Download<'a>>,
}

#[derive(Serialize)]
struct Download<'a> {
    label: &'a str,
    url: String,
}

#[derive(Serialize)]
struct Product<'a> {
    id: &'a str,
    name: TextView<'a>,
    sheet: Laid<'a>,
    /// Labels of its packages, for the list to choose from.
    choices: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    key: String,
    label: String,
}

#[derive(Serialize)]
struct StockView<'a> {
    id: &'a str,
    label: String,
    per_page: u32,
    room: &'static str,
}

/// Pages of a kind for every sales point that sells something; one without products has nothing to show.
pub fn routes_of(planning: &Planning<'_>, kind: &'static str, segment: &str) -> Vec<(Route, SitePath)> {
    let catalogue = planning.catalogue;
    let mut routes = Vec::new();
    for lang in catalogue.site.languages.ids() {
        let texts = planning.theme.texts(lang);
        for id in catalogue.sales_points.ids().filter(|id| !planning.index.at_sales_point(*id).is_empty()) {
            let slug = &catalogue.sales_points[id].slug;
            let path = format!("{}/{slug}/{}", texts.get("path_sales_points"), texts.get(segment));
            routes.push((
                Route::new(kind, lang, Subject::SalesPoint(id)),
                crate::plan::in_language(catalogue, lang, &path),
            ));
        }
    }
    routes
}

impl Kind for Pack {
    fn name(&self) -> &'static str {
        "pack"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        routes_of(planning, "pack", "path_pack")
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("packs have a language"));
        let Subject::SalesPoint(id) = job.route.subject else { unreachable!("packs are about a sales point") };
        let ids: &[ProductId] = rendering.index.at_sales_point(id).in_order(scribe.lang);
        let labels: Vec<Vec<Label<'a>>> =
            ids.iter().map(|product| Label::all_of(rendering, scribe.lang, *product)).collect();
        let products = ids.iter().zip(&labels).map(|(product, labels)| Product {
            id: rendering.catalogue.products[*product].code.as_str(),
            name: scribe.text(&rendering.catalogue.products[*product].name),
            sheet: Laid::of(rendering, scribe.lang, *product),
            choices: labels.iter().map(choice).collect(),
        });
        let stocks = &rendering.catalogue.site.print.stocks;
        let usual = stocks.iter().find(|stock| stock.id == STOCK).expect("every site knows this stock");
        let products = products.collect();
        let all: Vec<Label<'a>> = labels.into_iter().flatten().collect();
        let point = scribe.text(&rendering.catalogue.sales_points[id].name);
        let body = Body {
            point: point.clone(),
            point_url: scribe.url("sales_point", Subject::SalesPoint(id)),
            prices: PriceList::of(rendering, scribe.lang, id, ids),
            products,
            stocks: stocks.iter().map(|stock| view_of(&scribe, stock)).collect(),
            label_pages: all.chunks(usual.per_page() as usize).map(<[_]>::to_vec).collect(),
            stock: STOCK,
            room: usual.room().name(),
            documents: [(Printable::Prices, "price_list"), (Printable::Labels, "pack_labels")]
                .into_iter()
                .filter_map(|(what, key)| {
                    let url = published::url(&scribe, what, Subject::SalesPoint(id))?;
                    Some(Download { label: scribe.t(key), url })
                })
                .collect(),
        };
        let heading = scribe.texts().format("pack_heading", &[("name", &point.text)]);
        let mut head =
            Head::new(scribe.own(heading), scribe.texts().format("description_pack", &[("name", &point.text)]));
        head.above = vec![
            scribe.link("sales_points", Subject::Site, scribe.t("nav_sales_points")),
            scribe.link("sales_point", Subject::SalesPoint(id), point.text.to_string()),
        ];
        head.robots = Some("noindex");
        let mut view = scribe.view(job, "sales_points", head, body);
        view.template = "sheets/pack.html".into();
        view
    }
}

fn choice(label: &Label<'_>) -> Choice {
    let parts = [Some(label.package.clone()).filter(|text| !text.is_empty()), label.price.clone()];
    Choice { key: label.key.clone(), label: parts.into_iter().flatten().collect::<Vec<_>>().join(" · ") }
}

fn view_of<'a>(scribe: &Scribe<'_>, stock: &'a Stock) -> StockView<'a> {
    let size = format!("{} × {}", scribe.texts().decimal(stock.width), scribe.texts().decimal(stock.height));
    let count = format!("{} × {}", stock.columns, stock.rows);
    let label = match stock.form {
        StockForm::Sheet => scribe.texts().format("stock_sheet", &[("count", &count), ("size", &size)]),
        StockForm::Roll => scribe.texts().format("stock_roll", &[("size", &size)]),
    };
    StockView { id: &stock.id, label, per_page: stock.per_page(), room: stock.room().name() }
}
