//! A portal of several catalogues: who takes part, what they have together, a page for each, and where the search finds
//! their indexes.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::model::{Collation, GroupId, LangId, Member, MemberId, Stars};
use crate::office::stats::Held;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SearchFiles, SitePath, Subject, View, in_language};

use super::figures::panel::{Column, Panel, Row, percent};
use super::parts::chart::bar;
use super::parts::frame::Head;
use super::parts::{Scribe, TextView};

/// Products of a member on its page; its own site has all.
const SHOWN: usize = 48;

pub struct Members;
pub struct MemberPage;
pub struct MemberIndexes;

#[derive(Serialize)]
struct Body<'a> {
    as_of_text: String,
    panels: Vec<Panel<'a>>,
}

#[derive(Serialize)]
struct MemberBody<'a> {
    url: &'a str,
    visit_text: String,
    as_of_text: String,
    notice: Option<TextView<'a>>,
    count_text: String,
    /// False where its index could not be joined.
    searched: bool,
    panels: Vec<Panel<'a>>,
    products: Vec<ProductItem<'a>>,
    more_text: Option<String>,
}

#[derive(Serialize)]
struct ProductItem<'a> {
    name: TextView<'a>,
    url: &'a str,
    producer: TextView<'a>,
    /// Nothing without valid stars.
    stars_text: Option<String>,
}

impl Kind for Members {
    fn name(&self) -> &'static str {
        "members"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let path = |lang| in_language(planning.catalogue, lang, planning.theme.texts(lang).get("path_members"));
        let languages = planning.catalogue.site.languages.ids();
        let languages = languages.filter(|_| !planning.catalogue.members.is_empty());
        languages.map(|lang| (Route::new("members", lang, Subject::Site), path(lang))).collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("the page has a language"));
        let members: Vec<&Member> = rendering.catalogue.members.iter().map(|(_, member)| member).collect();
        let body = Body {
            as_of_text: as_of(&scribe, rendering.catalogue.today()),
            panels: vec![by_member(&scribe), by_stars(&scribe, &members), by_group(&scribe, &members)],
        };
        let head = Head::new(scribe.own(scribe.t("members_heading")), scribe.t("description_members"));
        scribe.view(job, "members", head, body)
    }
}

impl Kind for MemberPage {
    fn name(&self) -> &'static str {
        "member"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let members = catalogue.members.iter().flat_map(|(id, member)| {
            catalogue.site.languages.ids().map(move |lang| {
                let path = format!("{}/{}", planning.theme.texts(lang).get("path_members"), member.id);
                (Route::new("member", lang, Subject::Member(id)), in_language(catalogue, lang, &path))
            })
        });
        members.collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("the page has a language"));
        let Subject::Member(id) = job.route.subject else { unreachable!("the page of a member is about one") };
        let member = &rendering.catalogue.members[id];
        let title = scribe.words(&member.title);
        let count_text = scribe.products_count(member.products.len());
        let texts = scribe.texts();
        let body = MemberBody {
            url: &member.url,
            visit_text: texts.format("member_visit", &[("name", title)]),
            as_of_text: as_of(&scribe, member.as_of),
            notice: member.notice.as_ref().map(|notice| scribe.text(notice)),
            searched: member.index.is_some(),
            panels: vec![by_stars(&scribe, &[member]), by_group(&scribe, &[member])],
            products: products(&scribe, member),
            more_text: (member.products.len() > SHOWN)
                .then(|| texts.format("member_more", &[("number", &scribe.number(member.products.len() - SHOWN))])),
            count_text: count_text.clone(),
        };
        let description = texts.format("description_member", &[("name", title), ("products", &count_text)]);
        let mut head = Head::new(scribe.text(&member.title), description);
        head.above = vec![scribe.link("members", Subject::Site, scribe.t("nav_members"))];
        scribe.view(job, "members", head, body)
    }
}

impl Kind for MemberIndexes {
    fn name(&self) -> &'static str {
        "member_indexes"
    }

    fn format(&self) -> &'static str {
        "json"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let planned = catalogue.site.search && catalogue.joins_indexes();
        let route = (Route::shared("member_indexes", Subject::Site), SitePath::file(SearchFiles::MEMBERS));
        if planned { vec![route] } else { Vec::new() }
    }

    /// `manifest` is an address as seen from this file, `parts` as seen from the manifest; `site` is where the cards belong.
    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        let own = rendering.plan.search.map(|_| json!({ "manifest": "manifest.bin", "parts": "parts/" }));
        let members = rendering.catalogue.members.iter().filter(|(_, member)| member.index.is_some()).map(|(_, member)| {
            let id = &member.id;
            json!({ "manifest": format!("members/{id}.bin"), "parts": format!("../parts/{id}/"), "site": member.url })
        });
        let list: Vec<_> = own.into_iter().chain(members).collect();
        View {
            template: String::new(),
            lang: LangId::DEFAULT,
            section: "home",
            page: Box::new(()),
            view: Box::new(list),
        }
    }
}

/// Every member with its products by valid stars: what a reader of the portal asks first.
#[must_use]
pub fn by_member<'a>(scribe: &Scribe<'a>) -> Panel<'a> {
    let members = &scribe.catalogue().members;
    let held: Vec<(MemberId, Held)> = members.iter().map(|(id, member)| (id, held([member]))).collect();
    let most = held.iter().map(|(_, held)| held.total()).max().unwrap_or(0);
    let mut panel = panel(scribe, "members");
    panel.columns.push(Column { label: scribe.t("member_day").to_owned(), colour: None });
    for (id, held) in &held {
        let member = &members[*id];
        let url = scribe.maybe_url("member", Subject::Member(*id));
        let mut row = scribe.held_row(scribe.text(&member.title), url, held, most);
        row.cells.push(scribe.texts().day(member.as_of));
        panel.rows.push(row);
    }
    let mut sum = sum(scribe, held.iter().map(|(_, held)| *held));
    sum.cells.push(String::new());
    panel.sum = Some(sum);
    panel
}

fn by_stars<'a>(scribe: &Scribe<'a>, members: &[&'a Member]) -> Panel<'a> {
    let held = held(members.iter().copied());
    let mut panel = panel(scribe, "member_stars");
    panel.columns = ["figures_products", "figures_share"]
        .map(|key| Column { label: scribe.t(key).to_owned(), colour: None })
        .into();
    let total = held.total();
    let row = |label: TextView<'a>, class, count: usize| Row {
        bar: Some(bar(&[(class, count as u64)], total as u64)),
        ..Row::new(label, vec![scribe.number(count), percent(scribe, count, total)])
    };
    for ((stars, class), count) in Stars::ALL.into_iter().zip(super::figures::panel::STARS).zip(held.stars) {
        let label = scribe.texts().format("figures_valid_stars", &[("stars", &stars.count().to_string())]);
        panel.rows.push(row(scribe.own(label), class, count));
    }
    panel.rows.push(row(scribe.own(scribe.t("figures_rest")), super::figures::panel::REST, held.rest));
    let cells = vec![scribe.number(total), percent(scribe, total, total)];
    panel.sum = Some(Row::new(scribe.own(scribe.t("figures_sum")), cells));
    panel
}

/// Products by the large groups.
fn by_group<'a>(scribe: &Scribe<'a>, members: &[&'a Member]) -> Panel<'a> {
    let catalogue = scribe.catalogue();
    let mut groups: BTreeMap<Option<GroupId>, Held> = BTreeMap::new();
    for product in members.iter().flat_map(|member| &member.products) {
        let large = product.group.and_then(|group| catalogue.group_line(group).last().copied());
        groups.entry(large).or_default().add(product.stars);
    }
    let most = groups.values().map(Held::total).max().unwrap_or(0);
    let mut panel = panel(scribe, "member_groups");
    for (group, held) in &groups {
        let label = group.map_or_else(|| scribe.t("figures_unknown"), |group| scribe.group_name(group));
        panel.rows.push(scribe.held_row(scribe.own(label), None, held, most));
    }
    panel.sum = Some(sum(scribe, groups.values().copied()));
    panel
}

fn panel<'a>(scribe: &Scribe<'a>, id: &str) -> Panel<'a> {
    Panel {
        id: id.replace('_', "-"),
        heading: scribe.kind_name("figures", id).to_owned(),
        rule: scribe.kind_name("figures_rule", id),
        chart: None,
        columns: scribe.held_columns(),
        rows: Vec::new(),
        sum: None,
    }
}

fn sum<'a>(scribe: &Scribe<'a>, rows: impl Iterator<Item = Held>) -> Row<'a> {
    let mut all = Held::default();
    for held in rows {
        all.stars.iter_mut().zip(held.stars).for_each(|(sum, count)| *sum += count);
        all.rest += held.rest;
    }
    Row::new(scribe.own(scribe.t("figures_sum")), scribe.held_cells(&all))
}

fn held<'m>(members: impl IntoIterator<Item = &'m Member>) -> Held {
    let mut held = Held::default();
    members.into_iter().flat_map(|member| &member.products).for_each(|product| held.add(product.stars));
    held
}

/// The first products in the order of lists: most valid stars first, then name.
fn products<'a>(scribe: &Scribe<'a>, member: &'a Member) -> Vec<ProductItem<'a>> {
    let names: Vec<&str> = member.products.iter().map(|product| product.name.get(scribe.lang).text).collect();
    let ranks = Collation::new(scribe.tag()).ranks(&names);
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(member.products[*at].stars), ranks[*at], *at));
    let items = order.into_iter().take(SHOWN).map(|at| {
        let product = &member.products[at];
        let stars = |count: u8| scribe.texts().format("stars_label", &[("stars", &count.to_string())]);
        ProductItem {
            name: scribe.text(&product.name),
            url: product.url(scribe.lang),
            producer: scribe.text(&product.producer),
            stars_text: (product.stars > 0).then(|| stars(product.stars)),
        }
    });
    items.collect()
}

fn as_of(scribe: &Scribe<'_>, day: crate::model::Day) -> String {
    scribe.texts().format("figures_as_of", &[("date", &scribe.texts().day(day))])
}
