//! Producers and sales points.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Place, Sink};
use crate::load::Loaded;
use crate::load::records::{ProducerRecord, SalesPointRecord};
use crate::model::{PlaceId, Producer, ProducerId, SalesPoint, SalesPointId, ShownAs, Table};

use super::kept::{Rows, rows};
use super::names::Names;
use super::places::{Places, printed};

pub fn resolve(
    records: Vec<Arc<Loaded<ProducerRecord>>>,
    written: BTreeSet<String>,
    places: &Places,
    names: &Names<PlaceId>,
    kept: Option<(&mut Rows<ProducerRecord, Producer>, bool)>,
    sink: &mut Sink,
) -> (Table<ProducerId, Producer>, Names<ProducerId>) {
    let own_names = own_names(&records, written);
    let one = |loaded: Loaded<ProducerRecord>, sink: &mut Sink| {
        let Loaded { slug, file, record, prose, photos } = loaded;
        let (place, present) = printed(record.place.as_ref(), record.place_now.as_ref(), places, names, sink);
        if let (Some(show), None) = (record.show.as_ref().filter(|show| show.value == ShownAs::Brand), &record.brand) {
            sink.push(
                crate::diag::Diag::new(
                    &crate::diag::code::MISSING_KEY,
                    "the producer is shown by its brand, but the key `brand` is missing",
                )
                .at(show.place, "asked for here")
                .help("add a line brand = \"…\""),
            );
        }
        Some(Producer {
            slug,
            name: record.name,
            kind: record.r#type,
            brand: record.brand,
            shown_as: record.show.map(|show| show.value).unwrap_or_default(),
            place,
            present,
            village: record.village,
            address: record.address,
            founded: record.founded,
            members: record.members,
            capital: record.capital,
            revenue: record.revenue,
            website: record.website.map(|url| url.0),
            phone: record.phone,
            email: record.email,
            about: prose,
            photos,
            sources: record.sources,
            file,
        })
    };
    (Table::shared(rows(kept, records, one, sink)), own_names)
}

pub fn sales_points(
    records: Vec<Arc<Loaded<SalesPointRecord>>>,
    written: BTreeSet<String>,
    places: &Places,
    names: &Names<PlaceId>,
    kept: Option<(&mut Rows<SalesPointRecord, SalesPoint>, bool)>,
    sink: &mut Sink,
) -> (Table<SalesPointId, SalesPoint>, Names<SalesPointId>) {
    let own_names = own_names(&records, written);
    let one = |loaded: Loaded<SalesPointRecord>, sink: &mut Sink| {
        let Loaded { slug, file, record, prose, photos } = loaded;
        let (place, present) = printed(record.place.as_ref(), record.place_now.as_ref(), places, names, sink);
        Some(SalesPoint {
            slug,
            name: record.name,
            operator: record.operator,
            address: record.address,
            place,
            present,
            opened: record.opened,
            hours: record.hours,
            phone: record.phone,
            website: record.website.map(|url| url.0),
            offer: record.offer,
            note: record.note,
            about: prose,
            photos,
            sources: record.sources,
            file,
        })
    };
    (Table::shared(rows(kept, records, one, sink)), own_names)
}

/// The names of records by their folders, in their order. No two folders have one name, so nothing clashes.
fn own_names<R, I: Copy + From<usize>>(records: &[Arc<Loaded<R>>], written: BTreeSet<String>) -> Names<I> {
    let mut names = Names::new(written);
    for (index, record) in records.iter().enumerate() {
        let _ = names.insert(record.slug.as_str(), I::from(index), Place::top(record.file));
    }
    names
}
