//! Products by group.

use serde::Serialize;

use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::listing::{self, Slice};
use super::parts::Scribe;
use super::parts::frame::Head;
use super::parts::items::{Counted, Tile};

pub struct Groups;
pub struct GroupPage;

#[derive(Serialize)]
struct IndexBody<'a> {
    groups: Vec<Tile<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    children: Vec<Counted>,
    #[serde(flatten)]
    slice: Slice<'a>,
}

impl Kind for Groups {
    fn name(&self) -> &'static str {
        "groups"
    }

    fn lists_records(&self) -> bool {
        true
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let path =
            |lang| crate::plan::in_language(planning.catalogue, lang, planning.theme.texts(lang).get("path_groups"));
        planning
            .catalogue
            .site
            .languages
            .ids()
            .map(|lang| (Route::new("groups", lang, Subject::Site), path(lang)))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let groups = rendering.catalogue.groups.iter();
        let groups = groups
            .filter(|(id, group)| group.parent.is_none() && !rendering.index.in_group(*id).is_empty())
            .map(|(id, _)| scribe.tile(id))
            .collect();
        let head = Head::new(scribe.own(scribe.t("groups_heading")), scribe.t("description_groups"));
        scribe.view(job, "groups", head, IndexBody { groups })
    }
}

impl Kind for GroupPage {
    fn name(&self) -> &'static str {
        "group"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let mut routes = Vec::new();
        for lang in planning.catalogue.site.languages.ids() {
            let base = planning.theme.texts(lang).get("path_groups");
            for (id, group) in planning.catalogue.groups.iter() {
                let count = planning.index.in_group(id).len();
                if count > 0 {
                    routes.extend(listing::routes(
                        planning,
                        "group",
                        lang,
                        Subject::Group(id),
                        &format!("{base}/{}", group.address()),
                        count,
                    ));
                }
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("lists have a language"));
        let Subject::Group(id) = job.route.subject else { unreachable!("group lists are about a group") };
        let sorted = rendering.index.in_group(id).in_order(scribe.lang);
        let mut slice = listing::slice(&scribe, job.route, sorted);
        let name = scribe.group_name(id);
        let mut head = Head::new(scribe.own(name), scribe.texts().format("description_group", &[("group", name)]));
        let line = rendering.catalogue.group_line(id);
        head.above = vec![scribe.link("groups", Subject::Site, scribe.t("nav_groups"))];
        head.above.extend(
            line.iter().skip(1).rev().map(|id| scribe.link("group", Subject::Group(*id), scribe.group_name(*id))),
        );
        head.jsonld.extend(slice.jsonld.take());
        let children = rendering
            .catalogue
            .groups
            .iter()
            .filter(|(child, group)| group.parent == Some(id) && !rendering.index.in_group(*child).is_empty());
        let children = children.map(|(child, _)| scribe.counted_group(child, false)).collect();
        scribe.view(job, "groups", head, Body { children, slice })
    }
}
