//! Packages and prices: always in full đồng, for a quantity, with a date (Law on Prices 2023).

use serde::Serialize;

use crate::model::{Dong, Package, Quantity, Unit};

use super::{Scribe, TextView};

#[derive(Clone, Debug, Serialize)]
pub struct PriceView {
    pub amount: String,
    pub unit: Option<String>,
    pub per_unit: Option<String>,
    pub date: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PackageView<'a> {
    pub net: Option<String>,
    pub kind: Option<TextView<'a>>,
    pub price: Option<String>,
    pub unit: Option<String>,
    pub per_unit: Option<String>,
    pub date: Option<String>,
    pub gtin: Option<String>,
}

impl<'a> Scribe<'a> {
    /// The price of the first package that has one.
    #[must_use]
    pub fn price(&self, packages: &'a [Package]) -> Option<PriceView> {
        let package = packages.iter().find(|package| package.price.is_some())?;
        let price = package.price?;
        let what = package
            .unit
            .as_ref()
            .map(|unit| self.words(unit).to_owned())
            .or_else(|| package.net.as_ref().map(|net| self.texts().quantity(net)))
            .or_else(|| package.kind.as_ref().map(|kind| self.words(kind).to_owned()));
        Some(PriceView {
            amount: self.texts().money(price),
            unit: what.map(|unit| self.texts().format("money_unit", &[("unit", &unit)])),
            per_unit: self.per_unit(price, package.net.as_ref()),
            date: package.price_date.map(|date| self.texts().format("price_on", &[("date", &self.texts().date(date))])),
        })
    }

    #[must_use]
    pub fn packages(&self, packages: &'a [Package]) -> Vec<PackageView<'a>> {
        packages
            .iter()
            .map(|package| PackageView {
                net: package.net.as_ref().map(|net| self.texts().quantity(net)),
                kind: package.kind.as_ref().map(|kind| self.text(kind)),
                price: package.price.map(|price| self.texts().money(price)),
                unit: package
                    .unit
                    .as_ref()
                    .map(|unit| self.texts().format("money_unit", &[("unit", self.words(unit))])),
                per_unit: package.price.and_then(|price| self.per_unit(price, package.net.as_ref())),
                date: package.price_date.map(|date| self.texts().date(date)),
                gtin: package.gtin.map(|gtin| gtin.to_string()),
            })
            .collect()
    }

    /// For comparing packs: per kilogram or litre; nothing where the pack is exactly that, or is counted.
    fn per_unit(&self, price: Dong, net: Option<&Quantity>) -> Option<String> {
        let Some(Quantity::Amount { packs, each, unit }) = net else { return None };
        let total = each * f64::from(*packs);
        let (whole, measure) = match unit {
            Unit::Milligram => (total / 1_000_000.0, "kg"),
            Unit::Gram => (total / 1000.0, "kg"),
            Unit::Kilogram => (total, "kg"),
            Unit::Millilitre => (total / 1000.0, "L"),
            Unit::Centilitre => (total / 100.0, "L"),
            Unit::Litre => (total, "L"),
        };
        if price.amount() == 0 || (whole - 1.0).abs() < 1e-9 {
            return None;
        }
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            reason = "prices are far below 2^52 đồng"
        )]
        let each = Dong::new((price.amount() as f64 / whole).round() as i64)?;
        Some(self.texts().format("money_per", &[("price", &self.texts().money(each)), ("measure", measure)]))
    }
}
