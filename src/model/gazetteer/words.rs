//! A place as people write it: `xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn`, `TP. Bắc Kạn`, `Tan Cuong commune`.

use super::super::{PlaceType, clean, fold};

use PlaceType::{
    CentralCity, Commune, Province, ProvincialCity, RuralDistrict, SpecialZone, Town, Township, UrbanDistrict, Ward,
};

/// A place text taken apart. Each part is a text of its own, with or without the word for its type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceText {
    pub province: Option<String>,
    pub district: Option<String>,
    pub commune: Option<String>,
}

impl PlaceText {
    /// Takes one line apart at its commas (or hyphens between blanks). The last part is the province unless its word
    /// says otherwise; parts before the commune, such as a hamlet, are left out.
    #[must_use]
    pub fn parse(line: &str) -> Self {
        let line = line.replace(" - ", ",").replace(" – ", ",");
        let parts: Vec<&str> = line.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let mut text = Self::default();
        // From the largest: a part goes to the level its word names, or to the next smaller one.
        let mut next = 0;
        for part in parts.iter().rev() {
            let Some(level) = Reading::all(part)
                .iter()
                .find_map(Reading::level)
                .filter(|level| *level >= next)
                .or((next <= 2).then_some(next))
            else {
                break;
            };
            let slot = match level {
                0 => &mut text.province,
                1 => &mut text.district,
                _ => &mut text.commune,
            };
            *slot = Some((*part).to_owned());
            next = level + 1;
            if next > 2 {
                break;
            }
        }
        text
    }
}

/// One way to understand a part: its name, and the types that its word allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub name: String,
    /// Empty when no word was written.
    pub kinds: &'static [PlaceType],
}

impl Reading {
    /// All ways to understand a part, the most literal first. Without accents `Quan Hoa` may be the urban district
    /// Hoa or the district Quan Hóa.
    #[must_use]
    pub fn all(part: &str) -> Vec<Self> {
        let part = clean(part).0;
        let part = part.trim_matches(|c: char| c == '.' || c.is_whitespace());
        let bare = || Self { name: alias(part).unwrap_or(part).to_owned(), kinds: &[] };
        let mut readings = Vec::new();
        for (word, kinds) in WORDS {
            let Some((rest, accents)) = after_word(part, word) else { continue };
            readings.push(Self { name: alias(rest).unwrap_or(rest).to_owned(), kinds });
            // A word written with its accents leaves no doubt.
            if accents {
                return readings;
            }
        }
        for (word, kinds) in ENGLISH {
            let lower = part.to_lowercase();
            if let Some(rest) = lower.strip_suffix(word).filter(|rest| rest.ends_with(' ')) {
                readings.push(Self { name: part[..rest.trim_end().len()].to_owned(), kinds });
            }
        }
        readings.push(bare());
        readings
    }

    /// As [`level`](Self::level); a city is taken for one of a province.
    #[must_use]
    pub fn level_or_city(&self) -> Option<u8> {
        self.level().or((!self.kinds.is_empty()).then_some(1))
    }

    /// 0 for a province, 1 for a district, 2 for a commune; `None` when the word does not say.
    #[must_use]
    pub fn level(&self) -> Option<u8> {
        let first = self.kinds.first()?.depth();
        self.kinds.iter().all(|kind| kind.depth() == first).then_some(first)
    }
}

/// Words before a name, longest first. `TP` may be a city of either level.
const WORDS: &[(&str, &[PlaceType])] = &[
    ("thành phố", &[ProvincialCity, CentralCity]),
    ("thị trấn", &[Township]),
    ("đặc khu", &[SpecialZone]),
    ("thị xã", &[Town]),
    ("phường", &[Ward]),
    ("huyện", &[RuralDistrict]),
    ("quận", &[UrbanDistrict]),
    ("tỉnh", &[Province]),
    ("xã", &[Commune]),
    ("t.p", &[ProvincialCity, CentralCity]),
    ("tp.", &[ProvincialCity, CentralCity]),
    ("tx.", &[Town]),
    ("tt.", &[Township]),
    ("đk.", &[SpecialZone]),
    ("tp", &[ProvincialCity, CentralCity]),
    ("tx", &[Town]),
    ("tt", &[Township]),
    ("p.", &[Ward]),
    ("q.", &[UrbanDistrict]),
    ("h.", &[RuralDistrict]),
    ("x.", &[Commune]),
    ("t.", &[Province]),
    ("p", &[Ward]),
    ("q", &[UrbanDistrict]),
    ("h", &[RuralDistrict]),
];

/// English words behind a name.
const ENGLISH: &[(&str, &[PlaceType])] = &[
    ("special zone", &[SpecialZone]),
    ("district", &[RuralDistrict, UrbanDistrict]),
    ("province", &[Province]),
    ("townlet", &[Township]),
    ("township", &[Township]),
    ("commune", &[Commune]),
    ("ward", &[Ward]),
    ("town", &[Town, Township]),
    ("city", &[ProvincialCity, CentralCity]),
];

/// Short names of provinces.
fn alias(name: &str) -> Option<&'static str> {
    Some(match fold(name).replace([' ', '.', '-'], "").as_str() {
        "hcm" | "hochiminhcity" | "saigon" => "Hồ Chí Minh",
        "hn" | "hanoicity" => "Hà Nội",
        "brvt" => "Bà Rịa - Vũng Tàu",
        "tthue" => "Thừa Thiên Huế",
        _ => return None,
    })
}

/// What follows a word at the beginning of a part, and whether the word was written with its accents. It ends with a
/// dot, a blank, or before a digit (`P1`).
fn after_word<'p>(part: &'p str, word: &str) -> Option<(&'p str, bool)> {
    let mut rest = part.chars();
    let mut accents = false;
    for letter in word.chars() {
        let next = rest.next()?.to_lowercase().next()?;
        let unmarked = fold(letter.encode_utf8(&mut [0; 4]));
        if next == letter {
            accents |= !letter.is_ascii();
        } else if !unmarked.starts_with(next) {
            return None;
        }
    }
    let rest = rest.as_str();
    let ends = word.ends_with('.') || rest.starts_with(|c: char| c == '.' || c.is_whitespace() || c.is_ascii_digit());
    let rest = rest.trim_start_matches(|c: char| c == '.' || c.is_whitespace());
    (ends && !rest.is_empty()).then_some((rest, accents))
}
