//! Recognition decisions: their list, and a page for each with what it recognised and what holds of that today.

use serde::Serialize;

use crate::model::{Decision, DecisionId, ProductId};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::listing;
use super::parts::frame::Head;
use super::parts::items::Pager;
use super::parts::picture::Picture;
use super::parts::stars::{CertificateView, StarsView};
use super::parts::{Scribe, Source, TextView, source};

pub struct Decisions;
pub struct DecisionPage;

/// A decision in a list.
#[derive(Serialize)]
pub struct DecisionItem<'a> {
    number: &'a str,
    url: String,
    date: String,
    date_iso: String,
    issuer: TextView<'a>,
    count_text: String,
}

#[derive(Serialize)]
struct IndexBody<'a> {
    count_text: String,
    years: Vec<Year<'a>>,
    pager: Option<Pager>,
}

/// Decisions of one year, the latest first.
#[derive(Serialize)]
pub struct Year<'a> {
    label: String,
    decisions: Vec<DecisionItem<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    number: &'a str,
    date: String,
    date_iso: String,
    issuer: TextView<'a>,
    level_text: Option<String>,
    criteria: Option<&'a str>,
    /// Address of the document.
    document: Option<&'a str>,
    as_of_text: Option<String>,
    count_text: String,
    products: Vec<Recognised<'a>>,
    pager: Option<Pager>,
    sources: Vec<Source<'a>>,
}

/// A product as the decision recognised it, and as it stands today.
#[derive(Serialize)]
struct Recognised<'a> {
    name: TextView<'a>,
    url: String,
    picture: Option<Picture<'a>>,
    producer: TextView<'a>,
    place: Option<String>,
    certificate: CertificateView<'a>,
    /// What the product holds now: by this decision, or by a later one.
    stars: StarsView<'a>,
}

/// One list per year, for decisions in the order of [`Index::latest_decisions`](crate::resolve::Index::latest_decisions).
#[must_use]
pub fn by_year<'a>(scribe: &Scribe<'a>, decisions: &[DecisionId]) -> Vec<Year<'a>> {
    let decisions: Vec<(DecisionId, &Decision)> =
        decisions.iter().map(|id| (*id, &scribe.catalogue().decisions[*id])).collect();
    decisions
        .chunk_by(|(_, one), (_, next)| one.date.year() == next.date.year())
        .map(|year| Year {
            label: year[0].1.date.year().to_string(),
            decisions: year.iter().map(|(id, decision)| item(scribe, *id, decision)).collect(),
        })
        .collect()
}

fn item<'a>(scribe: &Scribe<'a>, id: DecisionId, decision: &'a Decision) -> DecisionItem<'a> {
    DecisionItem {
        number: &decision.number,
        url: scribe.url("decision", Subject::Decision(id)),
        date: scribe.texts().day(decision.date),
        date_iso: decision.date.to_string(),
        issuer: scribe.text(&decision.issuer),
        count_text: scribe.products_count(scribe.rendering.index.of_decision(id).len()),
    }
}

fn used(planning: &Planning<'_>) -> Vec<DecisionId> {
    planning.catalogue.decisions.ids().filter(|id| !planning.index.of_decision(*id).is_empty()).collect()
}

impl Kind for Decisions {
    fn name(&self) -> &'static str {
        "decisions"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let count = used(planning).len();
        if count == 0 {
            return Vec::new();
        }
        let base = |lang| planning.theme.texts(lang).get("path_decisions");
        let languages = planning.catalogue.site.languages.ids();
        languages
            .flat_map(|lang| listing::routes(planning, "decisions", lang, Subject::Site, base(lang), count))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let per_page = rendering.catalogue.site.per_page;
        let all = rendering.index.latest_decisions();
        let first = (job.route.page as usize - 1) * per_page;
        let shown: Vec<_> = all.iter().skip(first).take(per_page).copied().collect();
        let body = IndexBody {
            count_text: scribe.texts().counted("decisions_count", all.len()),
            years: by_year(&scribe, &shown),
            pager: scribe.pager(job.route, listing::pages(all.len(), per_page)),
        };
        let mut head = Head::new(scribe.own(scribe.t("decisions_heading")), scribe.t("description_decisions"));
        head.above = vec![scribe.link("verify", Subject::Site, scribe.t("nav_verify"))];
        scribe.view(job, "verify", head, body)
    }
}

impl Kind for DecisionPage {
    fn name(&self) -> &'static str {
        "decision"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let used = used(planning);
        let mut routes = Vec::new();
        for lang in planning.catalogue.site.languages.ids() {
            let base = planning.theme.texts(lang).get("path_decisions");
            for id in &used {
                let folder = format!("{base}/{}", planning.catalogue.decisions[*id].slug);
                let count = planning.index.of_decision(*id).len();
                routes.extend(listing::routes(planning, "decision", lang, Subject::Decision(*id), &folder, count));
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("decision pages have a language"));
        let Subject::Decision(id) = job.route.subject else { unreachable!("decision pages are about a decision") };
        let decision = &rendering.catalogue.decisions[id];
        let sorted = rendering.index.of_decision(id).in_order(scribe.lang);
        let per_page = rendering.catalogue.site.per_page;
        let first = (job.route.page as usize - 1) * per_page;
        let shown: Vec<ProductId> = sorted.iter().skip(first).take(per_page).copied().collect();
        let date = scribe.texts().day(decision.date);
        let count_text = scribe.products_count(sorted.len());
        let body = Body {
            number: &decision.number,
            date: date.clone(),
            date_iso: decision.date.to_string(),
            issuer: scribe.text(&decision.issuer),
            level_text: scribe.level_text(Some(decision.level)),
            criteria: decision.criteria.map(|criteria| scribe.criteria_text(criteria)),
            document: decision.url.as_deref(),
            as_of_text: scribe.as_of_text(),
            count_text: count_text.clone(),
            products: shown.iter().map(|product| recognised(&scribe, id, *product)).collect(),
            pager: scribe.pager(job.route, listing::pages(sorted.len(), per_page)),
            sources: decision.sources.iter().map(|text| source(text)).collect(),
        };
        let args = [("number", decision.number.as_str()), ("date", &date)];
        let mut head = Head::new(
            scribe.own(scribe.texts().format("decision_line", &args)),
            scribe.texts().format(
                "description_decision",
                &[args[0], args[1], ("issuer", scribe.words(&decision.issuer)), ("products", &count_text)],
            ),
        );
        head.above = vec![
            scribe.link("verify", Subject::Site, scribe.t("nav_verify")),
            scribe.link("decisions", Subject::Site, scribe.t("nav_decisions")),
        ];
        head.jsonld.extend(scribe.jsonld_list(&shown, first));
        scribe.view(job, "verify", head, body)
    }
}

fn recognised<'a>(scribe: &Scribe<'a>, decision: DecisionId, id: ProductId) -> Recognised<'a> {
    let catalogue = scribe.catalogue();
    let product = &catalogue.products[id];
    let by_it = product.certifications.iter().filter(|one| one.decision == Some(decision));
    let certification = by_it.max_by_key(|one| one.dated.latest()).expect("the index lists what a decision recognised");
    Recognised {
        name: scribe.text(&product.name),
        url: scribe.url("product", Subject::Product(id)),
        picture: product.photos.first().and_then(|photo| scribe.picture(photo)),
        producer: scribe.text(catalogue.producers[product.producer].public_name()),
        place: scribe.place_today(product.place, &product.present),
        certificate: scribe.certificate(id, certification),
        stars: scribe.stars(id),
    }
}
