//! The price list of a sales point (niêm yết giá).
//!
//! Rule: docs/domain.md, "Prices": in full đồng, taxes included, for a quantity, with its date.

use serde::Serialize;

use crate::model::{GroupId, LangId, ProductId, SalesPointId};
use crate::pages::parts::{Scribe, TextView};
use crate::plan::Rendering;

/// The price list of a sales point, or of the whole catalogue.
#[derive(Clone, Debug, Serialize)]
pub struct PriceList<'a> {
    /// Who sells at these prices.
    pub issuer: TextView<'a>,
    pub operator: Option<TextView<'a>>,
    pub address: Option<TextView<'a>>,
    pub phone: Option<&'a str>,
    /// The day as of which the list speaks.
    pub date: String,
    pub groups: Vec<PriceGroup<'a>>,
    /// Some package has no price yet; its line is left blank for writing.
    pub blank: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct PriceGroup<'a> {
    pub name: &'a str,
    pub lines: Vec<PriceLine<'a>>,
}

/// One package at its price.
#[derive(Clone, Debug, Serialize)]
pub struct PriceLine<'a> {
    /// As on labels: `bk-0012.1`.
    pub key: String,
    /// Position in the list; packages after the first have none, since they belong to the line above.
    pub number: Option<usize>,
    pub name: TextView<'a>,
    pub producer: TextView<'a>,
    /// Stars that may be printed.
    pub stars: Option<String>,
    /// Last day of the stars as an ISO date: a page that is printed later leaves them out.
    pub held_until: Option<String>,
    pub package: String,
    pub price: Option<String>,
    pub per_unit: Option<String>,
    pub date: Option<String>,
}

impl<'a> PriceList<'a> {
    /// The list of what a sales point sells, by main group in the order of the catalogue.
    #[must_use]
    pub fn of(rendering: &'a Rendering<'a>, lang: LangId, point: SalesPointId, products: &[ProductId]) -> Self {
        let scribe = Scribe::new(rendering, lang);
        let row = &rendering.catalogue.sales_points[point];
        let text = |text: &'a Option<crate::model::Text>| text.as_ref().map(|text| scribe.text(text));
        let place = || scribe.place_today(row.place, &row.present).map(|place| scribe.own(place));
        Self {
            issuer: scribe.text(&row.name),
            operator: text(&row.operator),
            address: text(&row.address).or_else(place),
            phone: row.phone.as_deref(),
            ..Self::listing(&scribe, products)
        }
    }

    /// The lines alone, issued by the site.
    #[must_use]
    pub fn listing(scribe: &Scribe<'a>, products: &[ProductId]) -> Self {
        let catalogue = scribe.catalogue();
        let site = &catalogue.site;
        let mut groups: Vec<PriceGroup<'a>> = Vec::new();
        let mut number = 0;
        for (main, _) in catalogue.groups.iter().filter(|(_, group)| group.parent.is_none()) {
            let inside = products.iter().filter(|id| main_group(scribe, **id) == main);
            let mut lines = Vec::new();
            for id in inside {
                number += 1;
                lines.extend(lines_of(scribe, *id, number));
            }
            if !lines.is_empty() {
                groups.push(PriceGroup { name: scribe.group_name(main), lines });
            }
        }
        let organisation = site.organisation.as_ref();
        Self {
            issuer: scribe.text(organisation.map_or(&site.title, |organisation| &organisation.name)),
            operator: None,
            address: organisation.and_then(|organisation| organisation.address.as_ref()).map(|text| scribe.text(text)),
            phone: organisation.and_then(|organisation| organisation.phone.as_deref()),
            date: scribe.texts().day(site.speaks.day()),
            blank: groups.iter().any(|group| group.lines.iter().any(|line| line.price.is_none())),
            groups,
        }
    }
}

/// The group at the top of a product's line of groups.
fn main_group(scribe: &Scribe<'_>, id: ProductId) -> GroupId {
    let catalogue = scribe.catalogue();
    let mut group = catalogue.products[id].group;
    while let Some(parent) = catalogue.groups[group].parent {
        group = parent;
    }
    group
}

fn lines_of<'a>(scribe: &Scribe<'a>, id: ProductId, number: usize) -> Vec<PriceLine<'a>> {
    let product = &scribe.catalogue().products[id];
    let stars = scribe.stars(id);
    let line = |index: usize| {
        let package = product.packages.get(index);
        let price = package.and_then(|package| scribe.price(std::slice::from_ref(package)));
        let view = package.map(|package| scribe.packages(std::slice::from_ref(package)).remove(0));
        let kind = view.as_ref().and_then(|view| view.kind.as_ref()).map(|kind| kind.text.to_string());
        let net = view.as_ref().and_then(|view| view.net.clone());
        let sold = [kind, net].into_iter().flatten().collect::<Vec<_>>().join(" ");
        PriceLine {
            key: format!("{}.{}", product.code, index + 1),
            number: (index == 0).then_some(number),
            name: scribe.text(&product.name),
            producer: scribe.text(scribe.catalogue().producers[product.producer].public_name()),
            stars: stars.current.then(|| stars.label.clone()),
            held_until: stars.valid_until_iso.clone(),
            package: match (&view, sold.is_empty()) {
                (Some(view), true) => view.unit.clone().unwrap_or_default().trim_start_matches("/ ").to_owned(),
                _ => sold,
            },
            per_unit: price.as_ref().and_then(|price| price.per_unit.clone()),
            date: view.and_then(|view| view.date),
            price: price.map(|price| price.amount),
        }
    };
    (0..product.packages.len().max(1)).map(line).collect()
}
