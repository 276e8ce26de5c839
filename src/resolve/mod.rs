//! Records become one linked catalogue: every name of another record becomes an id or a message.
//!
//! In: [`Records`]. Out: [`Catalogue`]. Must not know: addresses, templates, the disk. Start at [`all`].

mod articles;
mod certifications;
mod coverage;
pub mod index;
mod kept;
mod members;
mod names;
mod offices;
mod places;
mod print;
mod producers;
mod products;
mod site;
mod territory;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::diag::{Place, Sink};
use crate::load::records::{ProducerRecord, ProductRecord, ProgrammeFile, SalesPointRecord};
use crate::load::{Loaded, Records, Theme};
use crate::model::{Catalogue, SpeaksAsOf, Table};
use kept::PlaceGround;

pub use coverage::{Coverage, coverage};
pub use index::{Index, Layer};
pub use kept::{Kept, are_listed_alike};
pub use territory::Land;

/// What the command line decides about a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// Today, unless the catalogue is an edition.
    pub today: crate::model::Day,
    /// Beats `base_url` of `ocop.toml`.
    pub base_url: Option<String>,
    /// Show records marked `draft = true`.
    pub drafts: bool,
}

/// Files that go into the site as they are: path in the site and file.
pub type Statics = Vec<(String, crate::diag::FileId)>;

/// Links all records. Records with mistakes are left out or keep what is sound of them; every mistake is told.
pub fn all(records: Records, choices: &Choices, sink: &mut Sink) -> (Catalogue, Arc<Theme>, Statics) {
    again(records, choices, None, sink)
}

/// As [`all`], but takes rows from `kept` whose records have not changed since.
pub fn again(
    records: Records,
    choices: &Choices,
    mut kept: Option<&mut Kept>,
    sink: &mut Sink,
) -> (Catalogue, Arc<Theme>, Statics) {
    let Records {
        files,
        languages,
        site,
        products,
        producers,
        sales_points,
        articles,
        decisions,
        places,
        programme,
        partners,
        members,
        statics,
        theme,
        written,
    } = records;
    let site = site::resolve(site, languages, choices, sink);
    let groups = site.1;
    let site = site.0;
    let today = site.speaks.day();
    let edition = matches!(site.speaks, SpeaksAsOf::Edition(_));
    let wanted = places_wanted(&products, &producers, &sales_points, &programme);
    let asked = places::Asked { wanted, languages: &site.languages, today };
    let (places, place_names) = places::resolve(places.place, written.places, &asked, sink);
    let (decisions, decision_names) = offices::decisions(decisions.decision, written.decisions, today, sink);
    let on_places = kept
        .as_mut()
        .is_some_and(|kept| kept.stand_on_places(PlaceGround { names: place_names.clone(), places: places.clone() }));
    let kept_producers = kept.as_mut().map(|kept| (&mut kept.producers, on_places));
    let (producers, producer_names) =
        producers::resolve(producers, written.producers, &places, &place_names, kept_producers, sink);
    let kept_points = kept.as_mut().map(|kept| (&mut kept.sales_points, on_places));
    let (sales_points, sales_point_names) =
        producers::sales_points(sales_points, written.sales_points, &places, &place_names, kept_points, sink);
    let names = products::Names {
        producers: &producer_names,
        places: &place_names,
        decisions: &decision_names,
        sales_points: &sales_point_names,
        groups: &groups,
    };
    let known = products::Known { places: &places, decisions: &decisions, today, edition };
    let products = products::resolve(products, &names, &known, choices.drafts, kept, sink);
    let figures = offices::figures(programme.figure, &place_names, &decision_names, sink);
    let partners = offices::partners(partners.partner);
    let joined = members::Known { languages: &site.languages, groups: &groups, today };
    let members = members::resolve(members, &joined, sink);
    let articles = articles::resolve(articles, today, sink);
    let catalogue = Catalogue {
        files,
        site,
        products,
        producers,
        places,
        groups: Table::new(groups),
        sales_points,
        decisions,
        figures,
        articles,
        partners,
        members: Table::new(members),
    };
    (catalogue, theme, statics)
}

/// Names that records use for places, each with the first place where it stands.
fn places_wanted<'a>(
    products: &'a [Arc<Loaded<ProductRecord>>],
    producers: &'a [Arc<Loaded<ProducerRecord>>],
    sales_points: &'a [Arc<Loaded<SalesPointRecord>>],
    programme: &'a ProgrammeFile,
) -> BTreeMap<&'a str, Place> {
    let products = products.iter().flat_map(|loaded| [&loaded.record.place, &loaded.record.place_now]);
    let producers = producers.iter().flat_map(|loaded| [&loaded.record.place, &loaded.record.place_now]);
    let sales_points = sales_points.iter().flat_map(|loaded| [&loaded.record.place, &loaded.record.place_now]);
    let areas = programme.figure.iter().map(|figure| &figure.area);
    let mut wanted: HashMap<&str, Place, RandomState> = HashMap::default();
    for name in products.chain(producers).chain(sales_points).flatten().chain(areas) {
        wanted.entry(name.value.as_str()).or_insert(name.place);
    }
    wanted.into_iter().collect()
}
