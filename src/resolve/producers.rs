//! Producers and sales points.

use std::collections::BTreeSet;

use crate::diag::{Place, Sink};
use crate::load::Loaded;
use crate::load::records::{ProducerRecord, SalesPointRecord};
use crate::model::{PlaceId, Producer, ProducerId, SalesPoint, SalesPointId, ShownAs, Table};

use super::names::Names;
use super::places::{Places, printed};

pub fn resolve(
    records: Vec<Loaded<ProducerRecord>>,
    written: BTreeSet<String>,
    places: &Places,
    names: &Names<PlaceId>,
    sink: &mut Sink,
) -> (Table<ProducerId, Producer>, Names<ProducerId>) {
    let mut own_names = Names::new(written);
    let mut rows = Vec::new();
    for Loaded { slug, file, record, prose, photos } in records {
        // Folder names are unique, so this cannot clash.
        let _ = own_names.insert(slug.as_str(), ProducerId::from(rows.len()), Place::top(file));
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
        rows.push(Producer {
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
        });
    }
    (Table::new(rows), own_names)
}

pub fn sales_points(
    records: Vec<Loaded<SalesPointRecord>>,
    written: BTreeSet<String>,
    places: &Places,
    names: &Names<PlaceId>,
    sink: &mut Sink,
) -> (Table<SalesPointId, SalesPoint>, Names<SalesPointId>) {
    let mut own_names = Names::new(written);
    let mut rows = Vec::new();
    for Loaded { slug, file, record, prose, photos } in records {
        let _ = own_names.insert(slug.as_str(), SalesPointId::from(rows.len()), Place::top(file));
        let (place, present) = printed(record.place.as_ref(), record.place_now.as_ref(), places, names, sink);
        rows.push(SalesPoint {
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
        });
    }
    (Table::new(rows), own_names)
}
