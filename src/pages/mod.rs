//! Page kinds: one file each, with the paths of its pages and what stands on them.
//!
//! In: the catalogue, the plan. Out: views, borrowed data for templates. Must not know: the template engine, bytes.
//! To add a kind: a file here, its `mod` line, its line in [`KINDS`], a template of the same name. Shapes that several
//! kinds share are in [`parts`]; the contract with themes is `themes/gido/CONTRACT.md`.

mod api;
mod article;
mod decision;
mod feed;
mod figures;
mod group;
mod home;
mod listing;
mod live;
mod manifest;
mod member;
mod not_found;
mod offline;
mod partners;
pub mod parts;
mod permanent;
mod place;
mod plain;
mod producer;
pub mod product;
mod products;
pub mod prose;
mod redirect;
mod root;
mod sales_point;
mod search;
pub mod share;
mod sitemap;
mod stars;
mod verify;

use crate::plan::Kind;

pub use parts::card::{Card, card};

/// The register: every kind of page there is.
pub const KINDS: &[&dyn Kind] = &[
    &home::Home,
    &products::Products,
    &search::Search,
    &product::ProductPage,
    &share::Share,
    &stars::StarsIndex,
    &stars::StarsPage,
    &group::Groups,
    &group::GroupPage,
    &place::Places,
    &place::PlacePage,
    &producer::Producers,
    &producer::ProducerPage,
    &sales_point::SalesPoints,
    &sales_point::SalesPointPage,
    &article::News,
    &article::Post,
    &article::Page,
    &partners::Partners,
    &member::Members,
    &member::MemberPage,
    &member::MemberIndexes,
    &figures::Figures,
    &figures::FiguresData,
    &figures::FiguresTable,
    &not_found::NotFound,
    &not_found::NotFoundRoot,
    &root::LanguageChoice,
    &verify::Verify,
    &decision::Decisions,
    &decision::DecisionPage,
    &permanent::Permanent,
    &permanent::DigitalLink,
    &redirect::Redirect,
    &feed::Feed,
    &sitemap::Sitemap,
    &sitemap::SitemapIndex,
    &api::ApiCatalogue,
    &api::ApiProduct,
    &plain::Robots,
    &plain::Headers,
    &manifest::Manifest,
    &offline::Offline,
    &offline::Worker,
];
