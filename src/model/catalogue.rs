//! Everything that is published, linked: no loose names, no missing parts.

use std::hash::Hash;
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Files;
use crate::reads::{self, Part, Shelf};

use super::{
    AdminPlace, Article, ArticleKind, Certification, Day, Decision, Figure, Group, Member, Partner, PlaceType, Present,
    Producer, Product, SalesPoint, Site, Standing, current,
};

/// Numbers the rows of a table.
pub trait Id: From<usize> + Into<usize> + Copy {
    /// Where it is noted who looks at a row; the rows of other tables are never looked at alone.
    const SHELF: Option<Shelf>;
}

macro_rules! ids {
    ($($name:ident $shelf:expr;)*) => {$(
        impl Id for $name {
            const SHELF: Option<Shelf> = $shelf;
        }

        /// An index into one table of the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                Self(u32::try_from(index).expect("a table has fewer than four thousand million rows"))
            }
        }

        impl From<$name> for usize {
            fn from(id: $name) -> usize {
                id.0 as usize
            }
        }
    )*};
}

ids! {
    ProductId Some(Shelf::Products);
    ProducerId Some(Shelf::Producers);
    PlaceId Some(Shelf::Places);
    GroupId None;
    SalesPointId Some(Shelf::SalesPoints);
    DecisionId Some(Shelf::Decisions);
    FigureId None;
    ArticleId None;
    MemberId None;
}

/// Rows that are looked up by an id of their own type. Catalogues that are read one after the other share those that are
/// the same.
#[derive(Debug)]
pub struct Table<I, T> {
    rows: Vec<Arc<T>>,
    id: PhantomData<I>,
}

impl<I: Id, T> Table<I, T> {
    #[must_use]
    pub fn new(rows: Vec<T>) -> Self {
        Self::shared(rows.into_iter().map(Arc::new).collect())
    }

    #[must_use]
    pub fn shared(rows: Vec<Arc<T>>) -> Self {
        Self { rows, id: PhantomData }
    }

    /// Both rows of every place where the tables do not share one; `None` where one table is longer.
    #[must_use]
    pub fn differing<'a>(&'a self, other: &'a Self) -> Option<Vec<(&'a T, &'a T)>> {
        let pairs = self.rows.iter().zip(&other.rows);
        let differing = pairs.filter(|(left, right)| !Arc::ptr_eq(left, right));
        (self.rows.len() == other.rows.len()).then(|| differing.map(|(left, right)| (&**left, &**right)).collect())
    }

    pub fn ids(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.rows.len()).map(I::from)
    }

    pub fn iter(&self) -> impl Iterator<Item = (I, &T)> {
        if let Some(shelf) = I::SHELF {
            reads::note(Part::whole(shelf));
        }
        self.rows.iter().enumerate().map(|(index, row)| (I::from(index), &**row))
    }

    /// Digest of each row, in parallel.
    #[must_use]
    pub fn digests(&self) -> Vec<u128>
    where
        T: Hash + Send + Sync,
    {
        self.rows.par_iter().map(|row| reads::digest(&**row)).collect()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<I, T> Clone for Table<I, T> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), id: PhantomData }
    }
}

impl<I: Id, T> Default for Table<I, T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        let row = id.into();
        if let Some(shelf) = I::SHELF {
            reads::note(Part::row(shelf, row));
        }
        &self.rows[row]
    }
}

/// The whole catalogue. Complete when it exists; nothing fills it in later.
#[derive(Debug)]
pub struct Catalogue {
    pub files: Files,
    pub site: Site,
    pub products: Table<ProductId, Product>,
    pub producers: Table<ProducerId, Producer>,
    pub places: Table<PlaceId, AdminPlace>,
    pub groups: Table<GroupId, Group>,
    pub sales_points: Table<SalesPointId, SalesPoint>,
    pub decisions: Table<DecisionId, Decision>,
    pub figures: Table<FigureId, Figure>,
    pub articles: Table<ArticleId, Article>,
    pub partners: Vec<Partner>,
    /// Catalogues of other offices that this one joins.
    pub members: Table<MemberId, Member>,
}

impl Catalogue {
    /// Digests of the tables whose rows are noted when somebody looks at them.
    #[must_use]
    pub fn digests(&self) -> Vec<(Shelf, Vec<u128>)> {
        vec![
            (Shelf::Products, self.products.digests()),
            (Shelf::Producers, self.producers.digests()),
            (Shelf::Places, self.places.digests()),
            (Shelf::SalesPoints, self.sales_points.digests()),
            (Shelf::Decisions, self.decisions.digests()),
        ]
    }

    /// Digest of all the rest, and of how long the tables are. `None` where catalogues of others are joined.
    #[must_use]
    pub fn ground(&self) -> Option<u128> {
        let Self { files, site, groups, figures, articles, partners, members, .. } = self;
        let lengths = (self.products.len(), self.producers.len(), self.places.len());
        let lengths = (lengths, self.sales_points.len(), self.decisions.len());
        let tables = (groups.digests(), figures.digests(), articles.digests(), partners);
        members.is_empty().then(|| reads::digest(&(lengths, site, tables, files.paths())))
    }

    /// True where there is an index of another catalogue to search.
    #[must_use]
    pub fn joins_indexes(&self) -> bool {
        self.members.iter().any(|(_, member)| member.index.is_some())
    }

    /// True for a site without records of its own: pages and news, such as a guide, or a portal of other catalogues. One that
    /// is just begun has none of them either.
    #[must_use]
    pub fn is_pages_alone(&self) -> bool {
        let records = self.products.len() + self.producers.len() + self.sales_points.len();
        records == 0 && !(self.articles.is_empty() && self.members.is_empty())
    }

    /// The day as of which the catalogue speaks.
    #[must_use]
    pub fn today(&self) -> Day {
        self.site.speaks.day()
    }

    /// The current certificate of a product and what can be said of it today; `None` if it never had one.
    #[must_use]
    pub fn standing(&self, id: ProductId) -> Option<(&Certification, Standing)> {
        let today = self.today();
        current(&self.products[id].certifications, today)
            .map(|certification| (certification, certification.standing(today)))
    }

    /// The stars that may be shown as current; 0 for an ended, withdrawn, uncertain or absent certificate.
    #[must_use]
    pub fn current_stars(&self, id: ProductId) -> u8 {
        match self.standing(id) {
            Some((certification, standing)) if standing.is_current() => certification.stars.count(),
            _ => 0,
        }
    }

    /// The place and all that it lies in, smallest first.
    #[must_use]
    pub fn lineage(&self, id: PlaceId) -> Vec<PlaceId> {
        let mut line = vec![id];
        while let Some(parent) = self.places[*line.last().expect("never empty")].parent {
            line.push(parent);
        }
        line
    }

    /// The province (or centrally run city) a place lies in, if the records say so.
    #[must_use]
    pub fn province(&self, id: PlaceId) -> Option<PlaceId> {
        self.lineage(id)
            .into_iter()
            .find(|place| matches!(self.places[*place].kind, PlaceType::Province | PlaceType::CentralCity))
    }

    /// Every place under which a product is found: as printed and as of today, with all larger units of both.
    #[must_use]
    pub fn places_of(&self, printed: Option<PlaceId>, present: &Present) -> Vec<PlaceId> {
        let mut all: Vec<PlaceId> = printed.iter().flat_map(|id| self.lineage(*id)).collect();
        match present {
            Present::Became(id) => all.extend(self.lineage(*id)),
            // A split unit lies in one of the candidates; certain is only what all of them lie in.
            Present::OneOf(candidates) => {
                let lines: Vec<Vec<PlaceId>> = candidates.iter().map(|id| self.lineage(*id).split_off(1)).collect();
                let shared =
                    lines.first().into_iter().flatten().filter(|id| lines.iter().all(|line| line.contains(id)));
                all.extend(shared);
            }
            Present::Same | Present::Unknown => {}
        }
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|id| seen.insert(*id));
        all
    }

    /// The group and all it is a part of, smallest first.
    #[must_use]
    pub fn group_line(&self, id: GroupId) -> Vec<GroupId> {
        let mut line = vec![id];
        while let Some(parent) = self.groups[*line.last().expect("never empty")].parent {
            line.push(parent);
        }
        line
    }

    /// Articles of one kind, in the order of the table.
    pub fn articles_of(&self, kind: ArticleKind) -> impl Iterator<Item = (ArticleId, &Article)> {
        self.articles.iter().filter(move |(_, article)| article.kind == kind)
    }
}
