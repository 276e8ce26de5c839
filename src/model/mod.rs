//! What a catalogue is: plain types of the domain, no disk, no address, no HTML.
//!
//! One idea per file. Start at [`Catalogue`] for what everything hangs together in, at [`Certification`] for the
//! rules about stars, and at [`field`] for the table of product facts.

mod article;
mod catalogue;
mod certification;
mod collate;
mod criteria;
mod day;
mod digest;
pub mod field;
mod fold;
pub mod gazetteer;
mod group;
mod gtin;
mod lang;
mod member;
mod money;
mod office;
mod photo;
mod place;
mod producer;
mod product;
mod programme;
mod quantity;
mod site;
mod slug;
mod stars;
mod stock;
mod text;

pub use article::{Article, ArticleKind, Prose};
pub use catalogue::{
    ArticleId, Catalogue, DecisionId, FigureId, GroupId, MemberId, PlaceId, ProducerId, ProductId, SalesPointId, Table,
};
pub use certification::{Certification, Dated, Ending, Standing, VALIDITY_MONTHS, current};
pub use collate::Collation;
pub use criteria::{Criteria, authority};
pub use day::{Day, NotADate, PartialDate};
pub use fold::{Form, Word, each_word, fold, slugify, sound, words};
pub use group::{FORMER_GROUPS, Group, former_group, known_groups};
pub use gtin::{BadGtin, Gtin};
pub use lang::{LangId, Language, Languages};
pub use member::{DATA_FORMAT, INDEX_FORMAT, Member, MemberIndex, MemberProduct};
pub use money::Dong;
pub use office::{Decision, Level};
pub use photo::{Photo, PhotoContent, PhotoFormat, Tone};
pub use place::{AdminPlace, PlaceType, Present};
pub use producer::{Producer, ProducerType, ShownAs};
pub use product::{
    Award, IntellectualProperty, IpKind, Label, Making, Nutrition, Package, Product, ProductCode, Shop, Sold, Standard,
    StandardKind, Traceability,
};
pub use programme::{Figure, Partner, PartnerKind, SalesPoint};
pub use quantity::{NotAQuantity, Quantity, Unit};
pub use site::{Organisation, PhotoSettings, PrintChoices, Printable, Site, SpeaksAsOf};
pub use slug::{NotASlug, Slug};
pub use stars::{NotAGrade, Score, Stars};
pub use stock::{BadGrid, Room, Stock, StockForm};
pub use text::{Localised, Repairs, Text, clean};
