//! The home page of each language: what this catalogue is, within five seconds.

use serde::Serialize;

use crate::model::{PlaceId, ProductId, Stars};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};
use crate::resolve::Layer;

use super::figures::panel::Panel;
use super::member;
use super::parts::frame::Head;
use super::parts::items::{Counted, PageItem, PostItem, SalesPointItem, Tile};
use super::parts::picture::Picture;
use super::parts::stars::StarsView;
use super::parts::{Html, Scribe, TextView};

/// Newly recognised products on the page.
const NEW: usize = 8;
/// Places, sales points and posts on the page.
const PLACES: usize = 12;
const SALES_POINTS: usize = 4;
const POSTS: usize = 3;

pub struct Home;

#[derive(Serialize)]
struct Body<'a> {
    lead: &'a str,
    figures: Vec<FigureView>,
    levels: Vec<LevelView>,
    feature: Option<Feature<'a>>,
    groups: Vec<Tile<'a>>,
    cards: Vec<Html<'a>>,
    products_url: Option<String>,
    places: Vec<Counted>,
    places_url: Option<String>,
    verify_url: Option<String>,
    sales_points: Vec<SalesPointItem<'a>>,
    sales_points_url: Option<String>,
    posts: Vec<PostItem<'a>>,
    news_url: Option<String>,
    /// Catalogues that take part in a portal.
    members: Option<Panel<'a>>,
    members_url: Option<String>,
    /// The pages of the site, where it has nothing else.
    pages: Vec<PageItem<'a>>,
}

#[derive(Serialize)]
struct FigureView {
    value: String,
    label: String,
    url: Option<String>,
}

/// Products that hold so many stars today.
#[derive(Serialize)]
struct LevelView {
    count: u8,
    value: String,
    label: String,
    url: String,
}

#[derive(Serialize)]
struct Feature<'a> {
    name: TextView<'a>,
    url: String,
    picture: Picture<'a>,
    stars: StarsView<'a>,
    producer: TextView<'a>,
    place: Option<String>,
}

impl Kind for Home {
    fn name(&self) -> &'static str {
        "home"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        catalogue
            .site
            .languages
            .ids()
            .map(|lang| (Route::new("home", lang, Subject::Site), crate::plan::in_language(catalogue, lang, "")))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("home pages have a language"));
        let catalogue = rendering.catalogue;
        let lead = catalogue.site.description.as_ref().map_or_else(|| scribe.t("home_what"), |text| scribe.words(text));
        let new = newest(rendering, scribe.lang);
        let featured = new.iter().copied().find(|id| !catalogue.products[*id].photos.is_empty());
        let feature = featured.and_then(|id| feature(&scribe, id));
        let cards: Vec<ProductId> = new.into_iter().filter(|id| Some(*id) != featured).take(NEW).collect();
        let groups = catalogue
            .groups
            .iter()
            .filter(|(id, group)| group.parent.is_none() && !rendering.index.in_group(*id).is_empty())
            .map(|(id, _)| scribe.tile(id))
            .collect();
        let body = Body {
            lead,
            figures: figures(&scribe),
            levels: levels(&scribe),
            feature,
            groups,
            cards: scribe.cards(&cards),
            products_url: scribe.maybe_url("products", Subject::Site),
            places: provinces(&scribe).into_iter().take(PLACES).map(|id| scribe.counted_place(id, false)).collect(),
            places_url: scribe.maybe_url("places", Subject::Site),
            verify_url: scribe.maybe_url("verify", Subject::Site),
            sales_points: catalogue
                .sales_points
                .ids()
                .take(SALES_POINTS)
                .map(|id| scribe.sales_point_item(id))
                .collect(),
            sales_points_url: scribe.maybe_url("sales_points", Subject::Site),
            posts: catalogue
                .articles_of(crate::model::ArticleKind::Post)
                .take(POSTS)
                .map(|(id, _)| scribe.post_item(id))
                .collect(),
            pages: if catalogue.is_pages_alone() { scribe.page_items() } else { Vec::new() },
            members: (!catalogue.members.is_empty()).then(|| member::by_member(&scribe)),
            members_url: scribe.maybe_url("members", Subject::Site),
            news_url: scribe.maybe_url("news", Subject::Site),
        };
        let title = scribe.words(&catalogue.site.title);
        let mut head = Head::new(scribe.text(&catalogue.site.title), lead);
        head.title = Some(
            catalogue
                .site
                .tagline
                .as_ref()
                .map_or_else(|| title.to_owned(), |tagline| format!("{title} – {}", scribe.words(tagline))),
        );
        head.jsonld = vec![scribe.jsonld_site()];
        scribe.view(job, "home", head, body)
    }
}

/// Products with a current certificate, the latest first; among those of the same day, by stars and name.
fn newest(rendering: &Rendering<'_>, lang: crate::model::LangId) -> Vec<ProductId> {
    let mut dated: Vec<(std::cmp::Reverse<crate::model::Day>, ProductId)> = rendering
        .index
        .all(lang)
        .iter()
        .filter_map(|id| {
            let (certification, standing) = rendering.catalogue.standing(*id)?;
            let day = certification.dated.earliest().filter(|_| standing.is_current())?;
            Some((std::cmp::Reverse(day), *id))
        })
        .collect();
    // The list is in the order of stars and name already, and sorting keeps that among equals.
    dated.sort_by_key(|(day, _)| *day);
    dated.into_iter().map(|(_, id)| id).collect()
}

fn feature<'a>(scribe: &Scribe<'a>, id: ProductId) -> Option<Feature<'a>> {
    let product = &scribe.catalogue().products[id];
    Some(Feature {
        name: scribe.text(&product.name),
        url: scribe.url("product", Subject::Product(id)),
        picture: product.photos.first().and_then(|photo| scribe.picture(photo))?,
        stars: scribe.stars(id),
        producer: scribe.text(scribe.catalogue().producers[product.producer].public_name()),
        place: scribe.place_today(product.place, &product.present),
    })
}

fn figures(scribe: &Scribe<'_>) -> Vec<FigureView> {
    let catalogue = scribe.catalogue();
    let figure = |count: usize, key: &str, kind| FigureView {
        value: scribe.number(count),
        label: scribe.texts().counted(key, count),
        url: scribe.maybe_url(kind, Subject::Site),
    };
    if catalogue.is_pages_alone() {
        let all: usize = catalogue.members.iter().map(|(_, member)| member.products.len()).sum();
        let joined = [("figure_members", catalogue.members.len()), ("figure_products", all)];
        let joined = joined.into_iter().filter(|_| !catalogue.members.is_empty());
        return joined.map(|(key, count)| figure(count, key, "members")).collect();
    }
    let mut all = vec![
        figure(catalogue.products.len(), "figure_products", "products"),
        figure(catalogue.producers.len(), "figure_producers", "producers"),
    ];
    if !catalogue.sales_points.is_empty() {
        all.push(figure(catalogue.sales_points.len(), "figure_sales_points", "sales_points"));
    }
    all
}

/// Most stars first; numbers of stars that no product holds are left out.
fn levels(scribe: &Scribe<'_>) -> Vec<LevelView> {
    let count = |stars: &Stars| scribe.rendering.index.with_stars(stars.count()).len();
    Stars::ALL
        .into_iter()
        .filter(|stars| count(stars) > 0)
        .map(|stars| LevelView {
            count: stars.count(),
            value: scribe.number(count(&stars)),
            label: scribe.texts().format(
                "figure_stars",
                &[("stars", &stars.count().to_string()), ("count", &count(&stars).to_string())],
            ),
            url: scribe.url("stars", Subject::Stars(stars.count())),
        })
        .collect()
}

/// Provinces of today with products, those with most first.
fn provinces(scribe: &Scribe<'_>) -> Vec<PlaceId> {
    let mut provinces = scribe.rendering.index.top_places(Layer::Present, scribe.lang).to_vec();
    provinces.sort_by_key(|id| std::cmp::Reverse(scribe.rendering.index.in_place(*id).len()));
    provinces
}
