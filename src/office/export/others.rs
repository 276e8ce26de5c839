//! Producers, sales points, decisions and places.

use super::{Cell, Table, in_language, main};
use crate::model::{Catalogue, Text};

pub fn tables(catalogue: &Catalogue) -> Vec<Table> {
    vec![producers(catalogue), sales_points(catalogue), decisions(catalogue), places(catalogue)]
}

fn producers(catalogue: &Catalogue) -> Table {
    let text = |text: &Option<Text>| Cell::maybe(text.as_ref(), |text| main(text, catalogue));
    // What a producer does not show in public stays out of tables that are passed on.
    let rows = catalogue.producers.iter().map(|(_, producer)| {
        vec![
            Cell::text(producer.slug.as_str()),
            main(producer.public_name(), catalogue),
            in_language(producer.public_name(), "en", catalogue),
            Cell::text(producer.kind.name()),
            Cell::maybe(producer.place, |id| Cell::text(catalogue.places[id].key.clone())),
            text(&producer.village),
            text(&producer.address),
            Cell::maybe(producer.founded, Cell::Date),
            Cell::maybe(producer.phone.clone(), Cell::text),
            Cell::maybe(producer.email.clone(), Cell::text),
            Cell::maybe(producer.website.clone(), Cell::text),
        ]
    });
    Table {
        name: "Producers",
        columns: vec![
            "Folder",
            "Producer",
            "Producer (en)",
            "Producer type",
            "Place id",
            "Village",
            "Address",
            "Founded",
            "Phone",
            "E-mail",
            "Website",
        ],
        rows: rows.collect(),
    }
}

fn sales_points(catalogue: &Catalogue) -> Table {
    let text = |text: &Option<Text>| Cell::maybe(text.as_ref(), |text| main(text, catalogue));
    let rows = catalogue.sales_points.iter().map(|(id, point)| {
        let offered = catalogue.products.iter().filter(|(_, product)| product.sold.sales_points.contains(&id)).count();
        vec![
            Cell::text(point.slug.as_str()),
            main(&point.name, catalogue),
            text(&point.operator),
            text(&point.address),
            Cell::maybe(point.place, |id| Cell::text(catalogue.places[id].key.clone())),
            text(&point.hours),
            Cell::maybe(point.phone.clone(), Cell::text),
            Cell::maybe(point.website.clone(), Cell::text),
            Cell::Whole(i64::try_from(offered).unwrap_or(i64::MAX)),
        ]
    });
    Table {
        name: "Sales points",
        columns: vec![
            "Folder",
            "Sales point",
            "Operator",
            "Address",
            "Place id",
            "Hours",
            "Phone",
            "Website",
            "Products sold",
        ],
        rows: rows.collect(),
    }
}

fn decisions(catalogue: &Catalogue) -> Table {
    let rows = catalogue.decisions.iter().map(|(id, decision)| {
        let of = |product: &crate::model::Product| product.certifications.iter().any(|one| one.decision == Some(id));
        let count = catalogue.products.iter().filter(|(_, product)| of(product)).count();
        vec![
            Cell::text(decision.slug.as_str()),
            Cell::text(decision.number.clone()),
            Cell::Date(crate::model::PartialDate::Day(decision.date)),
            main(&decision.issuer, catalogue),
            Cell::text(decision.level.name()),
            Cell::maybe(decision.url.clone(), Cell::text),
            Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX)),
        ]
    });
    Table {
        name: "Decisions",
        columns: vec![
            "Id",
            "Decision",
            "Decision date",
            "Decision issuer",
            "Level",
            "Address of the document",
            "Certificates",
        ],
        rows: rows.collect(),
    }
}

fn places(catalogue: &Catalogue) -> Table {
    let rows = catalogue.places.iter().map(|(_, place)| {
        let key = |id: crate::model::PlaceId| catalogue.places[id].key.clone();
        vec![
            Cell::text(place.key.clone()),
            main(&place.name, catalogue),
            Cell::text(place.kind.name()),
            Cell::maybe(place.code.clone(), Cell::text),
            Cell::maybe(place.parent, |id| Cell::text(key(id))),
            Cell::maybe(place.until, |day| Cell::Date(crate::model::PartialDate::Day(day))),
            Cell::text(place.now.iter().map(|id| key(*id)).collect::<Vec<_>>().join(" ")),
        ]
    });
    Table {
        name: "Places",
        columns: vec!["Place id", "Unit", "Kind", "Official number", "Lies in", "Until", "Now"],
        rows: rows.collect(),
    }
}
