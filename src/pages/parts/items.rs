//! Entries of lists: counted links, tiles, producers, sales points, posts; and the pages a list is cut into.

use serde::Serialize;

use crate::model::{ArticleId, ArticleKind, GroupId, PlaceId, ProducerId, ProductId, SalesPointId};
use crate::plan::{Route, Subject};

use super::picture::Picture;
use super::{Scribe, TextView};

#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    pub label: String,
    pub url: String,
    pub count: String,
    pub current: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Tile<'a> {
    pub id: String,
    pub label: &'a str,
    pub url: String,
    pub count_text: String,
    pub picture: Option<Picture<'a>>,
    pub children: Vec<Counted>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ProducerItem<'a> {
    pub name: TextView<'a>,
    pub url: String,
    #[serde(rename = "type")]
    pub kind: &'a str,
    pub place: Option<String>,
    pub count_text: String,
    pub picture: Option<Picture<'a>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SalesPointItem<'a> {
    pub name: TextView<'a>,
    pub url: String,
    pub address: Option<&'a str>,
    pub place: Option<String>,
    pub hours: Option<TextView<'a>>,
    pub count_text: Option<String>,
    pub picture: Option<Picture<'a>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PageItem<'a> {
    pub title: TextView<'a>,
    pub url: String,
    pub summary: Option<TextView<'a>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PostItem<'a> {
    pub title: TextView<'a>,
    pub url: String,
    pub date: String,
    pub date_iso: String,
    pub summary: Option<TextView<'a>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    pub prev: Option<String>,
    pub next: Option<String>,
    pub pages: Vec<PageLink>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    pub label: String,
    pub name: String,
    pub url: String,
    pub current: bool,
    /// Pages were left out before this one.
    pub gap: bool,
}

impl<'a> Scribe<'a> {
    #[must_use]
    pub fn products_count(&self, count: usize) -> String {
        self.texts().counted("products_count", count)
    }

    #[must_use]
    pub fn number(&self, count: usize) -> String {
        self.texts().number(count as u64)
    }

    #[must_use]
    pub fn counted_group(&self, id: GroupId, current: bool) -> Counted {
        Counted {
            label: self.group_name(id).to_owned(),
            url: self.url("group", Subject::Group(id)),
            count: self.number(self.rendering.index.in_group(id).len()),
            current,
        }
    }

    #[must_use]
    pub fn counted_place(&self, id: PlaceId, current: bool) -> Counted {
        Counted {
            label: self.place_title(id),
            url: self.url("place", Subject::Place(id)),
            count: self.number(self.rendering.index.in_place(id).len()),
            current,
        }
    }

    /// The picture of the first product of a list that has one.
    #[must_use]
    pub fn first_picture(&self, products: &[ProductId]) -> Option<Picture<'a>> {
        let catalogue = self.catalogue();
        products.iter().find_map(|id| catalogue.products[*id].photos.first()).and_then(|photo| self.picture(photo))
    }

    #[must_use]
    pub fn tile(&self, id: GroupId) -> Tile<'a> {
        let products = self.rendering.index.in_group(id).in_order(self.lang);
        let groups = &self.catalogue().groups;
        let children = groups
            .iter()
            .filter(|(child, group)| group.parent == Some(id) && !self.rendering.index.in_group(*child).is_empty());
        Tile {
            id: groups[id].address(),
            label: self.group_name(id),
            url: self.url("group", Subject::Group(id)),
            count_text: self.products_count(products.len()),
            picture: self.first_picture(products),
            children: children.map(|(child, _)| self.counted_group(child, false)).collect(),
        }
    }

    #[must_use]
    pub fn producer_item(&self, id: ProducerId) -> ProducerItem<'a> {
        let producer = &self.catalogue().producers[id];
        let products = self.rendering.index.of_producer(id);
        ProducerItem {
            name: self.text(producer.public_name()),
            url: self.url("producer", Subject::Producer(id)),
            kind: self.kind_name("producer_type", producer.kind.name()),
            place: self.place_today(producer.place, &producer.present),
            count_text: self.products_count(products.len()),
            picture: producer
                .photos
                .first()
                .and_then(|photo| self.picture(photo))
                .or_else(|| self.first_picture(products)),
        }
    }

    #[must_use]
    pub fn sales_point_item(&self, id: SalesPointId) -> SalesPointItem<'a> {
        let point = &self.catalogue().sales_points[id];
        let count = self.rendering.index.at_sales_point(id).len();
        SalesPointItem {
            name: self.text(&point.name),
            url: self.url("sales_point", Subject::SalesPoint(id)),
            address: point.address.as_ref().map(|address| self.words(address)),
            place: self.place_after(point.place, &point.present, point.address.is_some()),
            hours: point.hours.as_ref().map(|hours| self.text(hours)),
            count_text: (count > 0).then(|| self.products_count(count)),
            picture: point.photos.first().and_then(|photo| self.picture(photo)),
        }
    }

    /// All pages of the site, in the order of the menu.
    #[must_use]
    pub fn page_items(&self) -> Vec<PageItem<'a>> {
        let languages = &self.catalogue().site.languages;
        let view = |(lang, text): (crate::model::LangId, &'a str)| TextView {
            text: text.into(),
            lang: super::text::other_lang(languages, lang, self.lang),
        };
        let pages = self.catalogue().articles_of(ArticleKind::Page);
        pages
            .map(|(id, article)| PageItem {
                title: view(article.title(self.lang)),
                url: self.url("page", Subject::Article(id)),
                summary: article.summary(self.lang).map(view),
            })
            .collect()
    }

    #[must_use]
    pub fn post_item(&self, id: ArticleId) -> PostItem<'a> {
        let article = &self.catalogue().articles[id];
        let date = article.date.expect("posts have a date");
        let languages = &self.catalogue().site.languages;
        let view = |(lang, text): (crate::model::LangId, &'a str)| TextView {
            text: text.into(),
            lang: super::text::other_lang(languages, lang, self.lang),
        };
        PostItem {
            title: view(article.title(self.lang)),
            url: self.url("post", Subject::Article(id)),
            date: self.texts().day(date),
            date_iso: date.to_string(),
            summary: article.summary(self.lang).map(view),
        }
    }

    /// The links between the pages of a list; `None` where one page is enough.
    #[must_use]
    pub fn pager(&self, route: Route, pages: u32) -> Option<Pager> {
        if pages < 2 {
            return None;
        }
        let url = |page: u32| self.plan().url(&route.page(page)).expect("plan holds every page of a list");
        let mut links = Vec::new();
        let mut last = 0;
        for page in (1..=pages).filter(|page| *page == 1 || *page == pages || page.abs_diff(route.page) <= 2) {
            let label = self.number(page as usize);
            links.push(PageLink {
                name: self.texts().format("page_number", &[("page", &label)]),
                label,
                url: url(page),
                current: page == route.page,
                gap: page > last + 1,
            });
            last = page;
        }
        Some(Pager {
            prev: (route.page > 1).then(|| url(route.page - 1)),
            next: (route.page < pages).then(|| url(route.page + 1)),
            pages: links,
        })
    }
}
