//! `ocop print`: names on the command line become an order, and the order a PDF.

use anyhow::bail;

use crate::diag::{did_you_mean, listed};
use crate::model::{ArticleKind, LangId, ProductId, SalesPointId, Stock, StockForm};
use crate::print::document::{Order, Printable, STOCK};
use crate::print::paper::Paper;
use crate::{PDF, Planned};

use super::args::{CatalogueArgs, PrintArgs, What};
use super::commands::{Outcome, choices, tell};

pub fn print(what: What, catalogue: &CatalogueArgs, choice: &PrintArgs) -> anyhow::Result<Outcome> {
    if !PDF {
        bail!(
            "this program was built without PDF. Everything that can be printed is also a page of the site: run \
             `ocop serve`, open a product sheet or the print pack of a sales point, and print it from the browser. For PDF \
             take a released program, or build one with `cargo build --release --features pdf`"
        );
    }
    let checked = crate::check(&catalogue.root, &choices(catalogue)?)?;
    tell(&checked)?;
    if !checked.is_publishable(false) {
        return Ok(Outcome::Mistakes);
    }
    let planned = checked.planned.as_ref().expect("a publishable catalogue is planned");
    let order = order(what, planned, choice)?;
    let path = choice.output.clone().unwrap_or_else(|| format!("{}.pdf", order.what.name()).into());
    let bytes = crate::typeset(&catalogue.root, planned, &order)?;
    crate::office::store::write(&path, &bytes)?;
    println(&format!("{}, {:.1} MB", path.display(), bytes.len() as f64 / 1_000_000.0))?;
    Ok(Outcome::Done)
}

fn println(text: &str) -> anyhow::Result<()> {
    use std::io::Write as _;
    Ok(writeln!(std::io::stdout(), "{text}")?)
}

fn order(what: What, planned: &Planned, choice: &PrintArgs) -> anyhow::Result<Order> {
    let what = match what {
        What::Sheets => Printable::Sheets,
        What::Labels => Printable::Labels,
        What::Prices => Printable::Prices,
        What::Book => Printable::Book,
    };
    let languages = languages(planned, choice.lang.as_deref())?;
    let sales_point = choice.sales_point.as_deref().map(|slug| sales_point(planned, slug)).transpose()?;
    let products = products(planned, languages[0], sales_point, &choice.product)?;
    if products.is_empty() {
        bail!("there is no product to print");
    }
    let (paper, stock) = paper(planned, what, choice.paper.as_deref())?;
    if let Some(page) = &choice.foreword {
        let mut pages = planned.catalogue.articles_of(ArticleKind::Page).map(|(_, article)| article.slug.as_str());
        if !pages.any(|slug| slug == page) {
            let known = planned.catalogue.articles_of(ArticleKind::Page).map(|(_, article)| article.slug.as_str());
            bail!("there is no page `{page}`; {}", suggestion(page, &known.collect::<Vec<_>>()));
        }
    }
    let Stock { form, .. } = stock;
    if form == StockForm::Sheet && choice.start > stock.per_page() {
        bail!("a sheet `{}` has {} labels, so none begins at {}", stock.id, stock.per_page(), choice.start);
    }
    Ok(Order {
        what,
        languages,
        paper,
        sales_point,
        products,
        stock,
        start: choice.start,
        copies: choice.copies,
        bars: choice.barcode,
        bleed: choice.bleed,
        foreword: choice.foreword.clone(),
    })
}

fn suggestion(name: &str, known: &[&str]) -> String {
    did_you_mean(name, known.iter().copied())
        .unwrap_or_else(|| format!("known here: {}", listed(known.iter().copied())))
}

fn languages(planned: &Planned, asked: Option<&str>) -> anyhow::Result<Vec<LangId>> {
    let Some(asked) = asked else { return Ok(vec![LangId::DEFAULT]) };
    let languages = &planned.catalogue.site.languages;
    let tags: Vec<&str> = languages.iter().map(|language| &*language.tag).collect();
    let mut chosen = Vec::new();
    for tag in asked.split('+') {
        match languages.by_tag(tag) {
            Some(lang) if !chosen.contains(&lang) => chosen.push(lang),
            Some(_) => {}
            None => bail!("the catalogue has no language `{tag}`; {}", suggestion(tag, &tags)),
        }
    }
    Ok(chosen)
}

fn sales_point(planned: &Planned, slug: &str) -> anyhow::Result<SalesPointId> {
    let mut points = planned.catalogue.sales_points.iter();
    if let Some((id, _)) = points.find(|(_, point)| point.slug.as_str() == slug) {
        return Ok(id);
    }
    let known: Vec<&str> = planned.catalogue.sales_points.iter().map(|(_, point)| point.slug.as_str()).collect();
    bail!("there is no sales point `{slug}`; {}", suggestion(slug, &known))
}

/// In the order of the lists of the site, or as they were named.
fn products(
    planned: &Planned,
    lang: LangId,
    sales_point: Option<SalesPointId>,
    named: &[String],
) -> anyhow::Result<Vec<ProductId>> {
    let catalogue = &planned.catalogue;
    let all: Vec<ProductId> = match sales_point {
        Some(point) => planned.index.at_sales_point(point).in_order(lang).to_vec(),
        None => planned.index.all(lang).to_vec(),
    };
    if named.is_empty() {
        return Ok(all);
    }
    let find = |name: &String| {
        let is = |id: &&ProductId| {
            catalogue.products[**id].code.as_str() == name || catalogue.products[**id].slug.as_str() == name
        };
        if let Some(id) = all.iter().find(is) {
            return Ok(*id);
        }
        let known: Vec<&str> = all.iter().map(|id| catalogue.products[*id].slug.as_str()).collect();
        let help =
            did_you_mean(name, known.iter().copied()).unwrap_or_else(|| "name it by its code or its folder".into());
        bail!("there is no product `{name}` to print; {help}")
    };
    named.iter().map(find).collect()
}

fn paper(planned: &Planned, what: Printable, asked: Option<&str>) -> anyhow::Result<(Paper, Stock)> {
    let stocks = &planned.catalogue.site.print.stocks;
    let stock = |id: &str| stocks.iter().find(|stock| stock.id == id).cloned();
    let usual = || stock(STOCK).expect("every site knows this stock");
    let Some(asked) = asked else { return Ok((Paper::A4, usual())) };
    if what == Printable::Labels {
        let known: Vec<&str> = stocks.iter().map(|stock| stock.id.as_str()).collect();
        let Some(stock) = stock(asked) else {
            bail!("there is no label stock `{asked}`; {}", suggestion(asked, &known))
        };
        return Ok((Paper::A4, stock));
    }
    match Paper::by_name(asked) {
        Some(paper) if what != Printable::Prices || paper == Paper::A4 => Ok((paper, usual())),
        Some(_) => bail!("price lists are printed on a4"),
        None => bail!("there is no paper `{asked}`; known here: a4, a5"),
    }
}
