//! What a page is about, and where it lies.

use std::borrow::Borrow;
use std::sync::Arc;

use crate::diag::Place;
use crate::model::{
    ArticleId, Catalogue, DecisionId, GroupId, LangId, MemberId, PlaceId, ProducerId, ProductId, SalesPointId,
};

/// Names a page: its kind, its language (none for pages that serve all), its subject and the number of the page of a
/// list, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    pub kind: &'static str,
    pub lang: Option<LangId>,
    pub subject: Subject,
    pub page: u32,
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Site,
    Product(ProductId),
    /// One package of a product, by its position.
    Package(ProductId, u32),
    /// A former address of a product, by its position.
    Former(ProductId, u32),
    Producer(ProducerId),
    Place(PlaceId),
    Group(GroupId),
    Stars(u8),
    SalesPoint(SalesPointId),
    Article(ArticleId),
    Decision(DecisionId),
    Member(MemberId),
    /// A part of a list that is cut into files, from 1.
    Part(u32),
}

impl Route {
    #[must_use]
    pub fn new(kind: &'static str, lang: LangId, subject: Subject) -> Self {
        Self { kind, lang: Some(lang), subject, page: 1 }
    }

    /// A page for all languages.
    #[must_use]
    pub fn shared(kind: &'static str, subject: Subject) -> Self {
        Self { kind, lang: None, subject, page: 1 }
    }

    #[must_use]
    pub fn page(self, page: u32) -> Self {
        Self { page, ..self }
    }

    #[must_use]
    pub fn lang(self, lang: LangId) -> Self {
        Self { lang: Some(lang), ..self }
    }
}

impl Subject {
    /// Where the record behind the page begins.
    #[must_use]
    pub fn place(self, catalogue: &Catalogue) -> Option<Place> {
        Some(match self {
            Subject::Site | Subject::Stars(_) | Subject::Group(_) | Subject::Part(_) => return None,
            Subject::Product(id) | Subject::Package(id, _) | Subject::Former(id, _) => {
                Place::top(catalogue.products[id].file)
            }
            Subject::Producer(id) => Place::top(catalogue.producers[id].file),
            Subject::Place(id) => catalogue.places[id].place,
            Subject::SalesPoint(id) => Place::top(catalogue.sales_points[id].file),
            Subject::Article(id) => Place::top(catalogue.articles[id].file),
            Subject::Member(id) => catalogue.members[id].place,
            Subject::Decision(id) => catalogue.decisions[id].place,
        })
    }
}

/// Path of a file of the site, relative to its root, with `/`: `vi/san-pham/tra/index.html`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// A page that is addressed by its folder. Empty for the root.
    #[must_use]
    pub fn page(folder: &str) -> Self {
        let folder = folder.trim_matches('/');
        Self(if folder.is_empty() { "index.html".into() } else { format!("{folder}/index.html").into() })
    }

    #[must_use]
    pub fn file(path: &str) -> Self {
        Self(path.trim_start_matches('/').into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it stands in an address, without a slash in front: `index.html` at the end is left out.
    #[must_use]
    pub fn url(&self) -> &str {
        if &*self.0 == "index.html" {
            return "";
        }
        if self.0.ends_with("/index.html") { &self.0[..self.0.len() - "index.html".len()] } else { &self.0 }
    }
}

impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_addressed_by_their_folder() {
        assert_eq!(SitePath::page("/vi/san-pham/").as_str(), "vi/san-pham/index.html");
        assert_eq!(SitePath::page("/vi/san-pham/").url(), "vi/san-pham/");
        assert_eq!(SitePath::page("").url(), "");
        assert_eq!(SitePath::file("/404.html").url(), "404.html");
    }
}
