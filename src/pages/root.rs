//! The page at `/`: the choice of a language, made by the reader and never by a script. Where there is but one, it leads on
//! to the home page.

use serde::Serialize;

use crate::model::LangId;
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::Scribe;
use super::parts::frame::Head;

pub struct LanguageChoice;

#[derive(Serialize)]
struct Body<'a> {
    languages: Vec<Language<'a>>,
}

#[derive(Serialize)]
struct Language<'a> {
    code: &'a str,
    name: &'a str,
    home_url: String,
    title: &'a str,
    tagline: &'a str,
    notice: Option<&'a str>,
}

impl Kind for LanguageChoice {
    fn name(&self) -> &'static str {
        "language_choice"
    }

    fn routes(&self, _planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        vec![(Route::shared("language_choice", Subject::Site), SitePath::page(""))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let site = &rendering.catalogue.site;
        let languages = site.languages.iter().map(|language| {
            let scribe = Scribe::new(rendering, language.id);
            Language {
                code: &language.tag,
                name: scribe.t("language_name"),
                home_url: scribe.url("home", Subject::Site),
                title: scribe.words(&site.title),
                tagline: site.tagline.as_ref().map_or("", |tagline| scribe.words(tagline)),
                notice: scribe.notice(),
            }
        });
        let scribe = Scribe::new(rendering, LangId::DEFAULT);
        let description = site
            .languages
            .ids()
            .map(|lang| site.description.as_ref().map_or_else(|| site.title.get(lang).text, |text| text.get(lang).text))
            .collect::<Vec<_>>()
            .join(" – ");
        let mut head = Head::new(scribe.text(&site.title), description);
        let titles: Vec<&str> = site.languages.ids().map(|lang| site.title.get(lang).text).collect();
        head.title = Some(titles.join(" – "));
        head.form_of = (site.languages.len() == 1).then(|| Route::new("home", LangId::DEFAULT, Subject::Site));
        scribe.view(job, "home", head, Body { languages: languages.collect() })
    }
}
