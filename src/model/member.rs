//! Another office's published catalogue that a portal joins: what its export says, and where its search index lies.

use crate::diag::{FileId, Place};

use super::{Day, GroupId, LangId, Slug, Text};

/// The form of `api/catalogue.json`. Changes when a reader of the former one would read it wrongly.
pub const DATA_FORMAT: u32 = 1;

/// The form of the search index. Changes with it, so that nobody reads an index that they do not know.
pub const INDEX_FORMAT: u32 = 2;

/// A catalogue that takes part in a portal.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name in addresses of the portal.
    pub id: Slug,
    pub title: Text,
    /// What it says on all its pages, such as that it is a sample.
    pub notice: Option<Text>,
    /// Address of its site, with a slash at the end. Every address of a product begins with it.
    pub url: String,
    /// The day on which it was made, or as of which its edition speaks.
    pub as_of: Day,
    pub edition: bool,
    pub products: Vec<MemberProduct>,
    /// `None` where what was fetched of its index is not whole: its products are listed but not found.
    pub index: Option<MemberIndex>,
    /// Where the portal names it.
    pub place: Place,
}

/// A product of a member.
#[derive(Clone, Debug)]
pub struct MemberProduct {
    pub name: Text,
    pub producer: Text,
    /// Stars that are certainly valid on the day of the portal; 0 without.
    pub stars: u8,
    /// The nearest group that the portal knows.
    pub group: Option<GroupId>,
    /// Its page, per language of the portal.
    pub urls: Box<[String]>,
}

impl MemberProduct {
    #[must_use]
    pub fn url(&self, lang: LangId) -> &str {
        &self.urls[lang.index()]
    }
}

/// The files of a search index: the one that a search begins with, and those that it names.
#[derive(Clone, Debug)]
pub struct MemberIndex {
    pub manifest: FileId,
    /// Names below `search/parts/`.
    pub parts: Vec<(String, FileId)>,
}

impl Member {
    /// Scheme and host of its site.
    #[must_use]
    pub fn origin(&self) -> &str {
        let host = self.url.find("://").map_or(0, |at| at + 3);
        let end = self.url[host..].find('/').map_or(self.url.len(), |at| host + at);
        &self.url[..end]
    }
}
