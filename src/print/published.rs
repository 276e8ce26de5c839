//! Documents that the site offers as PDF: where each lies, and what stands in it.
//!
//! In: what `[print] publish` asks for. Out: routes, and the order that `render` sets. They are planned like pages, so that
//! two files never claim one path and a link leads only to what there is.

use crate::model::{Catalogue, LangId, Printable};
use crate::pages::parts::Scribe;
use crate::pages::product::folder;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};
use crate::resolve::Index;

use super::document::Order;

/// One kind of document, a file for each language and subject.
pub struct Published(pub Printable);

/// The register: what can be published.
pub const KINDS: &[&dyn Kind] = &[
    &Published(Printable::Sheets),
    &Published(Printable::Labels),
    &Published(Printable::Prices),
    &Published(Printable::Book),
];

fn kind(what: Printable) -> &'static str {
    match what {
        Printable::Sheets => "pdf_sheets",
        Printable::Labels => "pdf_labels",
        Printable::Prices => "pdf_prices",
        Printable::Book => "pdf_book",
    }
}

/// The address of a published document; none where the site does not publish it.
#[must_use]
pub fn url(scribe: &Scribe<'_>, what: Printable, subject: Subject) -> Option<String> {
    scribe.plan().url(&Route::new(kind(what), scribe.lang, subject))
}

/// What is set for a planned document; none for other routes.
#[must_use]
pub fn order(catalogue: &Catalogue, index: &Index, route: &Route) -> Option<Order> {
    let (_, what) = Printable::NAMES.iter().find(|(_, what)| kind(*what) == route.kind)?;
    let lang = route.lang?;
    let stocks = &catalogue.site.print.stocks;
    Some(match route.subject {
        Subject::Product(id) => Order::usual(*what, lang, vec![id], stocks),
        Subject::SalesPoint(id) => Order {
            sales_point: Some(id),
            ..Order::usual(*what, lang, index.at_sales_point(id).in_order(lang).to_vec(), stocks)
        },
        _ => Order::usual(*what, lang, index.all(lang).to_vec(), stocks),
    })
}

impl Published {
    fn subjects(&self, planning: &Planning<'_>, lang: LangId) -> Vec<(Subject, String)> {
        let Planning { catalogue, index, theme, .. } = planning;
        let texts = theme.texts(lang);
        let points = |name: &str| {
            let sells = catalogue.sales_points.ids().filter(|id| !index.at_sales_point(*id).is_empty());
            let at = texts.get("path_sales_points");
            sells
                .map(|id| (Subject::SalesPoint(id), format!("{at}/{}/{name}", catalogue.sales_points[id].slug)))
                .collect()
        };
        match self.0 {
            Printable::Sheets => {
                let sheet = texts.get("path_sheet");
                let path = |id| (Subject::Product(id), format!("{}/{sheet}", folder(planning, lang, id)));
                catalogue.products.ids().map(path).collect()
            }
            Printable::Labels => points(texts.get("path_labels")),
            Printable::Prices => points(texts.get("path_prices")),
            Printable::Book if catalogue.products.is_empty() => Vec::new(),
            Printable::Book => vec![(Subject::Site, texts.get("path_book").to_owned())],
        }
    }
}

impl Kind for Published {
    fn name(&self) -> &'static str {
        kind(self.0)
    }

    fn format(&self) -> &'static str {
        "pdf"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        if !catalogue.site.print.publish.contains(&self.0) {
            return Vec::new();
        }
        let mut routes = Vec::new();
        for lang in catalogue.site.languages.ids() {
            let tag = catalogue.site.languages.tag(lang);
            for (subject, path) in self.subjects(planning, lang) {
                routes.push((Route::new(self.name(), lang, subject), SitePath::file(&format!("{tag}/{path}.pdf"))));
            }
        }
        routes
    }

    /// Nothing: the typesetter gets a [`super::document::Document`].
    fn view<'a>(&self, _: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let lang = job.route.lang.expect("documents have a language");
        View { template: String::new(), lang, section: "products", page: Box::new(()), view: Box::new(()) }
    }
}
