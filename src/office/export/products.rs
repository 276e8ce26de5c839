//! Products, one row for each certificate or package, whichever are more.

use super::{Cell, Table, in_language, main};
use crate::model::{Catalogue, Certification, Dated, Ending, Package, Product, ProductId, Standing, VALIDITY_MONTHS};

/// Headings that `ocop import` knows, with the ways to fill them.
const COLUMNS: &[&str] = &[
    "Id",
    "Folder",
    "Product name",
    "Product name en",
    "Aliases",
    "Producer",
    "Producer id",
    "Producer type",
    "Place id",
    "Place now id",
    "Village",
    "Group",
    "Stars",
    "Score",
    "Potential five",
    "Date",
    "Level",
    "Listed",
    "Decision",
    "Decision id",
    "Decision date",
    "Decision issuer",
    "Valid until",
    "Withdrawn",
    "Net",
    "Price",
    "Gtin",
    "Sources",
    "Standing",
    "Where",
];

/// Rule: an ended certificate is never given as current (docs/domain.md, "Stars"): `Standing` says what holds on the
/// day of the catalogue.
pub fn table(catalogue: &Catalogue) -> Table {
    let mut products: Vec<(ProductId, &Product)> = catalogue.products.iter().collect();
    products.sort_by(|a, b| a.1.code.cmp(&b.1.code));
    let rows = products.into_iter().flat_map(|(id, product)| rows(id, product, catalogue)).collect();
    Table { name: "Products", columns: COLUMNS.to_vec(), rows }
}

fn rows(id: ProductId, product: &Product, catalogue: &Catalogue) -> Vec<Vec<Cell>> {
    let count = product.certifications.len().max(product.packages.len()).max(1);
    (0..count)
        .map(|index| {
            let first = index == 0;
            let once = |cell: Cell| if first { cell } else { Cell::Empty };
            let producer = &catalogue.producers[product.producer];
            let place = |id| Cell::text(catalogue.places[id].key.clone());
            let now = match product.present {
                crate::model::Present::Became(now)
                    if product.place.is_some_and(|place| catalogue.places[place].now.len() > 1) =>
                {
                    place(now)
                }
                _ => Cell::Empty,
            };
            let mut row = vec![
                Cell::text(product.code.as_str()),
                Cell::text(product.slug.as_str()),
                main(&product.name, catalogue),
                in_language(&product.name, "en", catalogue),
                Cell::text(product.aliases.join("; ")),
                Cell::text(producer.public_name().get(catalogue.site.languages.default_id()).text),
                Cell::text(producer.slug.as_str()),
                Cell::text(producer.kind.name()),
                Cell::maybe(product.place, place),
                now,
                Cell::maybe(product.village.as_ref(), |village| main(village, catalogue)),
                Cell::text(catalogue.groups[product.group].id.clone()),
            ];
            row.extend(certificate(product.certifications.get(index), catalogue));
            row.extend(package(product.packages.get(index)));
            row.push(Cell::text(product.sources.join("\n")));
            row.push(once(Cell::text(standing(id, catalogue))));
            row.push(once(Cell::text(product.place.map(|place| words(place, catalogue)).unwrap_or_default())));
            row
        })
        .collect()
}

fn certificate(certification: Option<&Certification>, catalogue: &Catalogue) -> Vec<Cell> {
    let Some(certification) = certification else { return vec![Cell::Empty; 12] };
    let decision = certification.decision.map(|id| &catalogue.decisions[id]);
    let date = match certification.dated {
        Dated::On(date) if decision.is_none() => Cell::Date(date),
        _ => Cell::Empty,
    };
    let listed = match certification.dated {
        Dated::By(date) => Cell::Date(date),
        _ => Cell::Empty,
    };
    // Only a day that was written beside the rule of 36 months.
    let valid_until = match (certification.ending, certification.dated) {
        (Ending::At(end), Dated::On(date)) if end != date.plus_months(VALIDITY_MONTHS) => Cell::Date(end),
        (Ending::At(end), Dated::By(_) | Dated::Unknown) => Cell::Date(end),
        _ => Cell::Empty,
    };
    let level = certification.level.filter(|level| decision.is_none_or(|decision| decision.level != *level));
    vec![
        Cell::Whole(i64::from(certification.stars.count())),
        Cell::maybe(certification.score, |score| Cell::Number(score.points())),
        if certification.potential_five { Cell::text("yes") } else { Cell::Empty },
        date,
        Cell::maybe(level, |level| Cell::text(level.name())),
        listed,
        Cell::maybe(decision, |decision| Cell::text(decision.number.clone())),
        Cell::maybe(decision, |decision| Cell::text(decision.slug.as_str())),
        Cell::maybe(decision, |decision| Cell::Date(crate::model::PartialDate::Day(decision.date))),
        Cell::maybe(decision, |decision| main(&decision.issuer, catalogue)),
        valid_until,
        Cell::maybe(certification.withdrawn, Cell::Date),
    ]
}

fn package(package: Option<&Package>) -> Vec<Cell> {
    let Some(package) = package else { return vec![Cell::Empty; 3] };
    vec![
        Cell::maybe(package.net.as_ref(), |net| Cell::text(net.to_string())),
        Cell::maybe(package.price, |price| Cell::Money(i64::try_from(price.amount()).unwrap_or(i64::MAX))),
        Cell::maybe(package.gtin.as_ref(), |gtin| Cell::text(gtin.to_string())),
    ]
}

/// What holds on the day of the catalogue, in words that nobody takes for a certificate.
fn standing(id: ProductId, catalogue: &Catalogue) -> String {
    let Some((certification, standing)) = catalogue.standing(id) else { return "not rated".into() };
    let stars = certification.stars.count();
    match standing {
        Standing::Valid { until } => format!("{stars} stars valid to {until}"),
        Standing::Expiring { until } => format!("{stars} stars expiring {until}"),
        Standing::Expired { until } => format!("expired {until}"),
        Standing::Withdrawn { on } => format!("withdrawn {on}"),
        Standing::Unknown => "validity not known".into(),
    }
}

fn words(place: crate::model::PlaceId, catalogue: &Catalogue) -> String {
    let line = catalogue.lineage(place).into_iter().map(|id| &catalogue.places[id]);
    line.map(|unit| format!("{} {}", unit.kind.vietnamese(), unit.name.all().next().unwrap_or_default()))
        .collect::<Vec<_>>()
        .join(", ")
}
