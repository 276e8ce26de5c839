//! English names by rule.

use super::super::{Day, PlaceType};
use super::{Gazetteer, UnitId};

/// Cities that English has a name of its own for (docs/domain.md, "Places").
const SETTLED: &[(&str, &str)] = &[("Hà Nội", "Hanoi"), ("Hải Phòng", "Haiphong")];

/// Cities whose English name keeps the word.
const WITH_CITY: &[&str] = &["Hồ Chí Minh", "Huế"];

impl Gazetteer {
    /// The name in plain letters with the English word for its type: `Con Minh Commune`, `Hanoi`, `Ho Chi Minh City`.
    #[must_use]
    pub fn english(&self, id: UnitId, day: Day) -> String {
        let name = self.unit(id).name;
        let kind = self.kind(id, day);
        if kind == PlaceType::CentralCity {
            if let Some((_, english)) = SETTLED.iter().find(|(vietnamese, _)| *vietnamese == name) {
                return (*english).to_owned();
            }
            if WITH_CITY.contains(&name) {
                return format!("{} City", plain(name));
            }
        }
        format!("{} {}", plain(name), word(kind))
    }
}

fn word(kind: PlaceType) -> &'static str {
    match kind {
        PlaceType::Commune => "Commune",
        PlaceType::Ward => "Ward",
        PlaceType::Township => "Township",
        PlaceType::SpecialZone => "Special Zone",
        PlaceType::RuralDistrict | PlaceType::UrbanDistrict => "District",
        PlaceType::Town => "Town",
        PlaceType::ProvincialCity | PlaceType::CentralCity => "City",
        PlaceType::Province => "Province",
    }
}

/// Marks off, capitals and apostrophes kept.
fn plain(name: &str) -> String {
    use icu_normalizer::DecomposingNormalizerBorrowed;

    let letters = DecomposingNormalizerBorrowed::new_nfd().normalize(name).into_owned();
    let letters = letters.chars().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}'));
    letters
        .map(|letter| match letter {
            'đ' => 'd',
            'Đ' => 'D',
            other => other,
        })
        .collect()
}
