//! Facts of the field table as templates get them: by the kind of value, without knowing the field.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::field::{FIELDS, Field, Section, Value};
use crate::model::{Nutrition, Product, Standard, Text};

use super::{Scribe, TextView};

#[derive(Clone, Debug, Default, Serialize)]
pub struct Fact<'a> {
    pub key: &'a str,
    pub label: &'a str,
    pub kind: &'static str,
    pub value: Option<TextView<'a>>,
    pub items: Vec<Item<'a>>,
    pub caption: Option<String>,
    pub columns: Vec<&'a str>,
    pub rows: Vec<Row<'a>>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Item<'a> {
    pub text: Cow<'a, str>,
    pub lang: Option<&'a str>,
    pub url: Option<&'a str>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Row<'a> {
    pub head: &'a str,
    pub cells: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SectionView<'a> {
    pub key: &'static str,
    pub label: &'a str,
    pub facts: Vec<Fact<'a>>,
}

impl<'a> Scribe<'a> {
    /// The lists of facts of a product page; empty ones are left out.
    #[must_use]
    pub fn sections(&self, product: &'a Product) -> Vec<SectionView<'a>> {
        Section::ALL
            .into_iter()
            .filter_map(|section| {
                let rows = FIELDS.iter().filter(|field| field.section == Some(section));
                let facts: Vec<Fact<'a>> = rows.filter_map(|field| self.fact_of(field, product)).collect();
                (!facts.is_empty()).then(|| SectionView {
                    key: section.key(),
                    label: self.kind_name("section", section.key()),
                    facts,
                })
            })
            .collect()
    }

    /// The facts that the printed sheet shows as rows.
    #[must_use]
    pub fn sheet_facts(&self, product: &'a Product) -> Vec<Fact<'a>> {
        let rows = FIELDS.iter().filter(|field| field.sheet && field.section.is_some());
        rows.filter_map(|field| self.fact_of(field, product)).collect()
    }

    /// One row of the table, or `None` where the record does not say.
    #[must_use]
    pub fn fact_of(&self, field: &Field, product: &'a Product) -> Option<Fact<'a>> {
        let value = (field.read)(product)?;
        let label = self.kind_name("field", field.key);
        let base = Fact { key: field.key, label, kind: "text", ..Fact::default() };
        Some(match value {
            Value::Text(text) => Fact { value: Some(self.text(text)), ..base },
            Value::Percent(number) => {
                let number = self.texts().decimal(number);
                Fact { value: Some(self.own(self.texts().format("percent_vol", &[("number", &number)]))), ..base }
            }
            Value::List(texts) => Fact { kind: "list", items: self.items(texts), ..base },
            Value::Steps(texts) => Fact { kind: "steps", items: self.items(texts), ..base },
            Value::Names(names) => Fact { value: Some(self.own(names.join(self.t("list_separator")))), ..base },
            Value::Nutrition(table) => self.nutrition(base, table),
            Value::Standards(standards) => {
                Fact { kind: "list", items: standards.iter().map(|standard| self.standard(standard)).collect(), ..base }
            }
            Value::Marks(marks) => Fact {
                kind: "list",
                items: marks
                    .iter()
                    .map(|mark| {
                        let name = self.text(&mark.name);
                        let registered = mark
                            .registered
                            .map(|date| self.texts().format("ip_registered", &[("date", &self.texts().date(date))]));
                        let note = mark.note.as_ref().map(|note| self.words(note).to_owned());
                        Item {
                            text: format!("{}: {}", self.kind_name("ip", mark.kind.name()), name.text).into(),
                            lang: None,
                            url: None,
                            note: joined([registered, note], "; "),
                        }
                    })
                    .collect(),
                ..base
            },
            Value::Trace(trace) => {
                let code = trace.code.as_deref().map(|code| Item {
                    text: format!("{}: {code}", self.t("field_traceability_code")).into(),
                    lang: None,
                    url: None,
                    note: None,
                });
                let url = trace.url.as_deref().map(|url| Item {
                    text: self.t("field_traceability_url").into(),
                    lang: None,
                    url: Some(url),
                    note: None,
                });
                let note = trace.note.as_ref().map(|note| self.item(note));
                Fact { kind: "links", items: [note, code, url].into_iter().flatten().collect(), ..base }
            }
            // These have blocks of their own on every page.
            Value::Packages(_)
            | Value::Certifications(_)
            | Value::Producer(_)
            | Value::Place(_)
            | Value::Group(_)
            | Value::SalesPoints(_)
            | Value::Shops(_) => return None,
        })
    }

    /// A row that is not of the field table: facts of producers and sales points.
    #[must_use]
    pub fn fact(&self, key: &'static str, value: Option<TextView<'a>>) -> Option<Fact<'a>> {
        value.map(|value| Fact {
            key,
            label: self.kind_name("field", key),
            kind: "text",
            value: Some(value),
            ..Fact::default()
        })
    }

    /// A row with one link.
    #[must_use]
    pub fn link_fact(&self, key: &'static str, url: Option<&'a str>) -> Option<Fact<'a>> {
        let url = url?;
        let text = url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
        let items = vec![Item { text: Cow::Borrowed(text), lang: None, url: Some(url), note: None }];
        Some(Fact { key, label: self.kind_name("field", key), kind: "links", items, ..Fact::default() })
    }

    fn item(&self, text: &'a Text) -> Item<'a> {
        let view = self.text(text);
        Item { text: view.text, lang: view.lang, url: None, note: None }
    }

    fn items(&self, texts: &'a [Text]) -> Vec<Item<'a>> {
        texts.iter().map(|text| self.item(text)).collect()
    }

    fn standard(&self, standard: &'a Standard) -> Item<'a> {
        let texts = self.texts();
        let name = standard.name.as_ref().map(|name| self.text(name));
        let (text, lang) = match name {
            Some(name) => (name.text, name.lang),
            None => (Cow::Borrowed(self.kind_name("standard", standard.kind.name())), None),
        };
        let number = standard.number.as_deref().map(|number| texts.format("standard_number", &[("number", number)]));
        let issuer =
            standard.issuer.as_ref().map(|issuer| texts.format("standard_issuer", &[("issuer", self.words(issuer))]));
        let issued = standard.issued.map(|date| texts.format("standard_issued", &[("date", &texts.date(date))]));
        let expires = standard.expires.map(|date| texts.format("standard_expires", &[("date", &texts.date(date))]));
        Item { text, lang, url: None, note: joined([number, issuer, issued, expires], self.t("list_separator")) }
    }

    fn nutrition(&self, base: Fact<'a>, table: &'a Nutrition) -> Fact<'a> {
        let rows = [
            ("energy_kcal", table.energy_kcal, "kcal"),
            ("protein_g", table.protein_g, "g"),
            ("carbohydrate_g", table.carbohydrate_g, "g"),
            ("sugars_g", table.sugars_g, "g"),
            ("fat_g", table.fat_g, "g"),
            ("saturated_fat_g", table.saturated_fat_g, "g"),
            ("sodium_mg", table.sodium_mg, "mg"),
        ];
        let rows = rows
            .into_iter()
            .filter_map(|(key, amount, unit)| {
                amount.map(|amount| Row {
                    head: self.kind_name("field", key),
                    cells: vec![format!("{}\u{a0}{unit}", self.texts().decimal(amount))],
                })
            })
            .collect();
        let per = table.per.as_ref().map_or_else(|| format!("100\u{a0}{}", "g"), |per| self.texts().quantity(per));
        Fact {
            kind: "table",
            caption: Some(self.texts().format("field_nutrition_per", &[("per", &per)])),
            columns: vec![self.t("field_nutrient"), self.t("field_amount")],
            rows,
            ..base
        }
    }
}

fn joined<const N: usize>(parts: [Option<String>; N], separator: &str) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(separator))
}
