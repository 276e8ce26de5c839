//! Partners of the programme, by what they are.

use serde::Serialize;

use crate::model::PartnerKind;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::frame::Head;
use super::parts::{Scribe, TextView};

pub struct Partners;

#[derive(Serialize)]
struct Body<'a> {
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    label: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    name: TextView<'a>,
    url: Option<&'a str>,
    description: Option<TextView<'a>>,
}

impl Kind for Partners {
    fn name(&self) -> &'static str {
        "partners"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        if planning.catalogue.partners.is_empty() {
            return Vec::new();
        }
        let path =
            |lang| crate::plan::in_language(planning.catalogue, lang, planning.theme.texts(lang).get("path_partners"));
        planning
            .catalogue
            .site
            .languages
            .ids()
            .map(|lang| (Route::new("partners", lang, Subject::Site), path(lang)))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("the page has a language"));
        let groups = PartnerKind::NAMES.iter().map(|(name, kind)| {
            let items: Vec<Item<'a>> = rendering
                .catalogue
                .partners
                .iter()
                .filter(|partner| partner.kind == *kind)
                .map(|partner| Item {
                    name: scribe.text(&partner.name),
                    url: partner.url.as_deref(),
                    description: partner.description.as_ref().map(|text| scribe.text(text)),
                })
                .collect();
            Group { label: scribe.kind_name("partner_kind", name), items }
        });
        let body = Body { groups: groups.filter(|group| !group.items.is_empty()).collect() };
        let head = Head::new(scribe.own(scribe.t("partners_heading")), scribe.t("description_partners"));
        scribe.view(job, "partners", head, body)
    }
}
