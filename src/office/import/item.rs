//! A line of a list becomes a product with typed facts, or is refused with the cell and the reason.

use super::lines::Line;
use super::role::Role;
use super::values::{self, DecisionText};
use crate::model::gazetteer::{Found, PlaceText, gazetteer};
use crate::model::{Gtin, Level, PartialDate, ProducerType, ProductCode, Quantity, Slug, Stars};

/// What a line says, understood.
#[derive(Clone, Debug)]
pub struct Item {
    /// Row of its sheet, counted from 0, and the column of its stars.
    pub row: usize,
    pub stars_column: usize,
    pub name: String,
    pub name_en: Option<String>,
    /// `name` is English, since the list gives no other.
    pub english_only: bool,
    pub aliases: Vec<String>,
    pub producer: Option<String>,
    pub producer_type: Option<ProducerType>,
    pub stars: Option<Stars>,
    pub potential_five: bool,
    pub score: Option<f64>,
    pub date: Option<PartialDate>,
    pub listed: Option<PartialDate>,
    pub decision: Option<DecisionText>,
    pub issuer: Option<String>,
    pub level: Option<Level>,
    pub valid_until: Option<PartialDate>,
    pub place: Option<Place>,
    pub village: Option<String>,
    pub group: String,
    pub package: Package,
    /// Id of the product, where the list gives one of the form that records have.
    pub code: Option<String>,
    pub folder: Option<String>,
    pub producer_id: Option<String>,
    pub place_now: Option<String>,
    pub decision_id: Option<String>,
    pub withdrawn: Option<PartialDate>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub photo: Option<String>,
    pub sources: Vec<String>,
    /// What the author may want to look at.
    pub remarks: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    pub net: Option<String>,
    pub price: Option<i64>,
    pub gtin: Option<String>,
}

/// A place as an id, with the words of the list where the id is less exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub id: String,
    /// Id of the province, which tells namesakes apart.
    pub province: Option<String>,
    pub words: Option<String>,
}

/// Why a line makes no product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub column: usize,
    pub reason: String,
}

/// # Errors
/// When the line has no name, or a cell that cannot be understood and would make a certificate wrong.
pub fn read(line: &Line, groups: &std::collections::BTreeMap<String, String>) -> Result<Item, Refusal> {
    let mut remarks = Vec::new();
    let refuse = |role: Role, reason: String| Refusal { column: line.column(role), reason };
    let text = |role: Role| line.text(role).map(str::to_owned);
    let (name, name_en) = match (text(Role::Name), text(Role::NameEn)) {
        (Some(name), name_en) => (name, name_en),
        (None, Some(name_en)) => {
            remarks.push("only an English name is given; it stands for the name in all languages".to_owned());
            (name_en, None)
        }
        (None, None) => return Err(refuse(Role::Name, "the row has no name of a product".into())),
    };
    let (stars, potential_five) = match line.text(Role::Stars) {
        Some(text) => values::stars(text).map_err(|reason| refuse(Role::Stars, reason))?,
        None => (None, false),
    };
    let date = |role: Role, remarks: &mut Vec<String>| match line.text(role) {
        None => Ok(None),
        Some(text) => match values::date(text) {
            Some(date) => Ok(Some(date)),
            // A star with a date that cannot be read would be a certificate that is not the one of the list.
            None if stars.is_some() => {
                Err(refuse(role, format!("\"{text}\" is not a date; write 12/03/2021, 3/2021 or 2021")))
            }
            None => {
                remarks.push(format!("\"{text}\" is not a date and was left out"));
                Ok(None)
            }
        },
    };
    let recognised = date(Role::Date, &mut remarks)?;
    let signed = date(Role::DecisionDate, &mut remarks)?;
    let valid_until = date(Role::ValidUntil, &mut remarks)?;
    let listed = date(Role::Listed, &mut remarks)?;
    let withdrawn = date(Role::Withdrawn, &mut remarks)?;
    let mut decision = line.text(Role::Decision).and_then(values::decision);
    if let Some(decision) = &mut decision {
        // The year of the recognition is not the day of signing.
        decision.date = decision.date.or(signed);
    }
    if let (Some(PartialDate::Day(day)), None, Some(decision)) = (recognised, signed, &mut decision) {
        decision.date = decision.date.or(Some(PartialDate::Day(day)));
    }
    let score = line.text(Role::Score).and_then(|text| {
        let score = values::score(text);
        if score.is_none() {
            remarks.push(format!("the score \"{text}\" is not a number from 0 to 100 and was left out"));
        }
        score
    });
    let producer = text(Role::Producer);
    let producer_type = line
        .text(Role::ProducerType)
        .and_then(values::producer_type_word)
        .or_else(|| producer.as_deref().and_then(values::producer_type));
    let level = line.text(Role::Level).and_then(level);
    let (place, mut village) = place(line, recognised.map(PartialDate::year), &mut remarks);
    village = text(Role::Village).or(village);
    let group = group(line, &name, groups, &mut remarks);
    let package = package(line, &mut remarks);
    let source = text(Role::Source);
    let slug = |role: Role| text(role).filter(|text| Slug::try_from(text.as_str()).is_ok());
    Ok(Item {
        row: line.row,
        stars_column: line.column(Role::Stars),
        english_only: line.text(Role::Name).is_none(),
        name,
        name_en,
        aliases: text(Role::Aliases)
            .map(|text| text.split(';').map(|one| one.trim().to_owned()).collect())
            .unwrap_or_default(),
        producer,
        producer_type,
        stars,
        potential_five: potential_five || line.text(Role::PotentialFive).is_some(),
        score,
        date: recognised.or(signed),
        listed,
        decision,
        issuer: text(Role::Issuer),
        level,
        valid_until,
        place,
        village,
        group,
        package,
        code: text(Role::Code).filter(|code| ProductCode::try_from(code.as_str()).is_ok()),
        folder: slug(Role::Folder),
        producer_id: slug(Role::ProducerId),
        place_now: slug(Role::PlaceNowId),
        decision_id: slug(Role::DecisionId),
        withdrawn,
        phone: text(Role::Phone),
        website: text(Role::Website).filter(|text| text.starts_with("https://") || text.starts_with("http://")),
        photo: text(Role::Photo),
        sources: source.map(|text| text.lines().map(str::to_owned).collect()).unwrap_or_default(),
        remarks,
    })
}

fn level(text: &str) -> Option<Level> {
    let words = super::role::plain(text);
    let known = [
        (Level::Central, ["trung uong", "quoc gia", "central"]),
        (Level::Province, ["tinh", "thanh pho", "province"]),
        (Level::District, ["huyen", "district", "quan"]),
    ];
    known.iter().find(|(_, texts)| texts.iter().any(|text| words.contains(text))).map(|(level, _)| *level)
}

/// The place of a line, and its words where only a larger unit is certain.
fn place(line: &Line, year: Option<i16>, remarks: &mut Vec<String>) -> (Option<Place>, Option<String>) {
    let gazetteer = gazetteer();
    if let Some(id) = line.text(Role::PlaceId) {
        let province =
            gazetteer.get(id).and_then(|unit| gazetteer.lineage(unit).last()).map(|unit| gazetteer.key(unit));
        return (Some(Place { id: id.to_owned(), province, words: None }), None);
    }
    let text = |role: Role| line.text(role).map(str::to_owned);
    let mut parts =
        PlaceText { province: text(Role::Province), district: text(Role::District), commune: text(Role::Commune) };
    if let Some(address) = line.text(Role::Address) {
        let given = PlaceText::parse(address);
        // "Huyện Na Rì" alone is no province: what stands last counts for the smallest level that is open.
        parts.commune = parts.commune.or(given.commune);
        parts.district = parts.district.or(given.district);
        parts.province = parts.province.or(given.province);
    }
    if parts == PlaceText::default() {
        return (None, None);
    }
    let found: Found = gazetteer.find(&parts, year);
    let written = [&parts.commune, &parts.district, &parts.province]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    for remark in &found.remarks {
        remarks.push(remark.to_string());
    }
    let Some(unit) = found.unit.or(found.within) else {
        remarks.push(format!("the place \"{written}\" is in no list of units and was left out"));
        return (None, None);
    };
    let province = gazetteer.lineage(unit).last().map(|unit| gazetteer.key(unit));
    let mut words = None;
    if found.unit.is_none() {
        let candidates: Vec<String> = found
            .candidates
            .iter()
            .map(|unit| format!("{} ({})", gazetteer.key(*unit), gazetteer.words(*unit)))
            .collect();
        let larger = gazetteer.words(unit);
        remarks.push(if candidates.is_empty() {
            format!("of the place \"{written}\" only {larger} is certain")
        } else {
            format!("of the place \"{written}\" only {larger} is certain; it may be {}", candidates.join(" or "))
        });
        words.clone_from(&parts.commune);
    }
    (Some(Place { id: gazetteer.key(unit), province, words: words.clone() }), words)
}

fn group(
    line: &Line,
    name: &str,
    groups: &std::collections::BTreeMap<String, String>,
    remarks: &mut Vec<String>,
) -> String {
    if let Some(text) = line.text(Role::Group) {
        if let Some(id) = groups.get(text) {
            return id.clone();
        }
        if let Some(choice) = values::group(text) {
            return choice.id;
        }
        remarks.push(format!("the group \"{text}\" is not known; a line under [groups] of the map can name it"));
    }
    let told = values::group_of_name(name);
    remarks.push(match told {
        Some(id) => format!("the list gives no group; `{id}` is taken from the name"),
        None => {
            "the list gives no group and the name does not tell; `food` stands until somebody corrects it".to_owned()
        }
    });
    told.unwrap_or("food").to_owned()
}

fn package(line: &Line, remarks: &mut Vec<String>) -> Package {
    let mut package = Package::default();
    if let Some(text) = line.text(Role::Net) {
        match text.replace(',', ".").parse::<Quantity>() {
            Ok(_) => package.net = Some(text.replace(',', ".")),
            Err(_) => remarks.push(format!("\"{text}\" is not a quantity such as 500 g and was left out")),
        }
    }
    if let Some(text) = line.text(Role::Price) {
        package.price = values::price(text);
        if package.price.is_none() {
            remarks.push(format!("\"{text}\" is not a price in whole đồng and was left out"));
        }
    }
    if let Some(text) = line.text(Role::Gtin) {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        match digits.parse::<Gtin>() {
            Ok(_) => package.gtin = Some(digits),
            Err(_) => remarks.push(format!("\"{text}\" is not a barcode number and was left out")),
        }
    }
    package
}
