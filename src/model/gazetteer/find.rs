//! Which unit a place text means. Never silently wrong: what is not certain comes back as candidates.

use std::collections::BTreeSet;

use super::super::{PlaceType, sound};
use super::words::{PlaceText, Reading};
use super::{Became, Gazetteer, Layer, UnitId, compact};

/// What a place text means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The unit, where there is no doubt.
    pub unit: Option<UnitId>,
    /// The units it may be, where there is.
    pub candidates: Vec<UnitId>,
    /// The larger unit that is certain, where the smallest one is not.
    pub within: Option<UnitId>,
    pub remarks: Vec<Remark>,
}

/// Something in a place text that its author may want to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Nothing has this name there.
    NotFound(String),
    /// Found under another spelling of its name.
    Spelling { written: String, unit: UnitId },
    /// The word for the type is another one.
    Type { written: String, unit: UnitId },
    /// A commune of today was named together with a district of before.
    MixedTimes(UnitId),
}

impl std::fmt::Display for Remark {
    /// As a line for people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = |unit: &UnitId| super::gazetteer().words(*unit);
        match self {
            Remark::NotFound(part) => write!(f, "nothing is called \"{part}\" there"),
            Remark::Spelling { written, unit } => write!(f, "\"{written}\" is taken for {}", words(unit)),
            Remark::Type { written, unit } => write!(f, "\"{written}\" is {} in the official list", words(unit)),
            Remark::MixedTimes(unit) => {
                write!(f, "a unit of today was named with one of before: {}", words(unit))
            }
        }
    }
}

/// How well a unit fits a part, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    OtherType,
    /// Written without any accent.
    Plain,
    PlainOtherType,
    /// The accents contradict each other.
    OtherAccents,
    /// A letter or two differ.
    Near,
}

#[derive(Clone)]
struct Matches {
    fit: Fit,
    units: Vec<UnitId>,
}

impl Gazetteer {
    /// Looks a place up. `year` is that of the certificate, where it is known: it decides between a unit of before and
    /// the one of today only where both are the same today.
    #[must_use]
    pub fn find(&self, text: &PlaceText, year: Option<i16>) -> Found {
        let mut found = Found::default();
        let provinces = match &text.province {
            Some(part) => {
                let matches = self.matches(part, &|id| self.depth(id) == 0);
                if matches.units.is_empty() {
                    found.remarks.push(Remark::NotFound(part.clone()));
                    found.candidates = self.near(part, &|id| self.depth(id) == 0);
                    return found;
                }
                if matches.fit >= Fit::OtherAccents && text.district.is_none() && text.commune.is_none() {
                    return self.settle(part, &matches, None, year, found);
                }
                Some(matches)
            }
            None => None,
        };
        let area = provinces.as_ref().map(|matches| self.with_later_names(matches.clone()));
        let in_province = |id: UnitId| {
            area.as_ref().is_none_or(|matches| self.lineage(id).any(|larger| matches.units.contains(&larger)))
        };
        let districts = text.district.as_ref().map(|part| {
            let matches = self.matches(part, &|id| self.depth(id) == 1 && in_province(id));
            if matches.units.is_empty() {
                found.remarks.push(Remark::NotFound(part.clone()));
            }
            self.prefer(matches, &[&[Layer::Before], &[Layer::Older]])
        });
        let district = districts.as_ref().filter(|matches| !matches.units.is_empty());
        let province = provinces.as_ref().and_then(|matches| self.one(matches, year));
        let Some(part) = &text.commune else {
            return match (district, &text.district, &provinces, &text.province) {
                (Some(district), Some(part), ..) => self.settle(part, district, province, year, found),
                (None, Some(part), ..) => {
                    found.candidates = self.near(part, &|id| self.depth(id) == 1 && in_province(id));
                    found.within = province;
                    found
                }
                (_, None, Some(provinces), Some(part)) => self.settle(part, provinces, None, year, found),
                _ => found,
            };
        };
        found.within = district.and_then(|matches| self.one(matches, year)).or(province);
        let doubtful = text.district.is_some() && district.is_none();
        self.communes(part, area.as_ref(), district, doubtful, year, found)
    }

    fn communes(
        &self,
        part: &str,
        provinces: Option<&Matches>,
        district: Option<&Matches>,
        doubtful: bool,
        year: Option<i16>,
        mut found: Found,
    ) -> Found {
        let inside = |id: UnitId| {
            self.depth(id) == 2
                && match (district, provinces) {
                    (Some(matches), _) => self.unit(id).parent.is_some_and(|parent| matches.units.contains(&parent)),
                    (None, Some(matches)) => self.lineage(id).any(|larger| matches.units.contains(&larger)),
                    (None, None) => true,
                }
        };
        // "xã Hoằng Hải, Hoằng Thanh": the product comes from two.
        let names: Vec<&str> = part.split([',', '+', '&']).map(str::trim).filter(|name| !name.is_empty()).collect();
        if names.len() > 1 {
            found.candidates = names.iter().flat_map(|name| self.matches(name, &inside).units).collect();
            return found;
        }
        let mut matches = self.matches(part, &inside);
        if district.is_some() {
            matches = self.prefer(matches, &[&[Layer::Before], &[Layer::Older]]);
        } else {
            self.add_namesakes(part, &inside, &mut matches);
        }
        if !matches.units.is_empty() {
            let certain_area = district.is_some_and(|district| district.units.len() == 1);
            let doubtful = doubtful || (matches.fit >= Fit::OtherAccents && !certain_area);
            if doubtful {
                found.candidates = matches.units;
                return found;
            }
            return self.settle(part, &matches, found.within, year, found);
        }
        // A commune of today, named with what was the district or province around it.
        let around: BTreeSet<UnitId> = self.today_of(district.or(provinces));
        let mixed = self.matches(part, &|id| around.contains(&id));
        if let ([unit], true) = (&mixed.units[..], mixed.fit <= Fit::PlainOtherType && !doubtful) {
            found.unit = Some(*unit);
            found.remarks.push(Remark::MixedTimes(*unit));
            return found;
        }
        found.remarks.push(Remark::NotFound(part.to_owned()));
        let elsewhere = |id: UnitId| {
            self.depth(id) == 2
                && provinces.is_some_and(|matches| self.lineage(id).any(|larger| matches.units.contains(&larger)))
        };
        found.candidates = mixed.units;
        if found.candidates.is_empty() {
            found.candidates = self.matches(part, &elsewhere).units;
        }
        if found.candidates.is_empty() {
            found.candidates = self.near(part, &inside);
        }
        found
    }

    /// A province that only had another name takes in what lies under its later one.
    fn with_later_names(&self, mut matches: Matches) -> Matches {
        for id in matches.units.clone() {
            if let (Layer::Older, Became::One(later)) = (self.unit(id).layer, self.became(id)) {
                matches.units.push(later);
            }
        }
        matches
    }

    /// One unit, or candidates.
    fn settle(
        &self,
        part: &str,
        matches: &Matches,
        within: Option<UnitId>,
        year: Option<i16>,
        mut found: Found,
    ) -> Found {
        let Some(unit) = self.one(matches, year) else {
            found.candidates.clone_from(&matches.units);
            found.within = within;
            return found;
        };
        match matches.fit {
            Fit::Exact | Fit::Plain => {}
            Fit::OtherType | Fit::PlainOtherType => found.remarks.push(Remark::Type { written: part.to_owned(), unit }),
            Fit::OtherAccents | Fit::Near => found.remarks.push(Remark::Spelling { written: part.to_owned(), unit }),
        }
        found.unit = Some(unit);
        found
    }

    /// The only unit, or the one of several that are the same today which the year chooses.
    fn one(&self, matches: &Matches, year: Option<i16>) -> Option<UnitId> {
        if let [one] = matches.units[..] {
            return Some(one);
        }
        let present = |id: UnitId| match self.became(id) {
            Became::Itself => Some(id),
            Became::One(id) => Some(id),
            Became::OneOf(_) => None,
        };
        let first = matches.units.first().and_then(|id| present(*id))?;
        if !matches.units.iter().all(|id| present(*id) == Some(first)) {
            return None;
        }
        let wanted = |layer: Layer| {
            if year.is_some_and(|year| year < 2025) { layer != Layer::Today } else { layer == Layer::Today }
        };
        let mut chosen = matches.units.iter().copied().filter(|id| wanted(self.unit(*id).layer));
        match (chosen.next(), chosen.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }

    /// Units that fit best among those that `inside` allows.
    fn matches(&self, part: &str, inside: &dyn Fn(UnitId) -> bool) -> Matches {
        let mut best = Matches { fit: Fit::Near, units: Vec::new() };
        for reading in Reading::all(part) {
            let Some(same_key) = self.by_name().get(&compact(&reading.name)) else { continue };
            for id in same_key.iter().copied().filter(|id| inside(*id)) {
                let fit = self.fit(&reading, id);
                if fit < best.fit {
                    best = Matches { fit, units: vec![id] };
                } else if fit == best.fit && !best.units.contains(&id) {
                    best.units.push(id);
                }
            }
        }
        best
    }

    fn fit(&self, reading: &Reading, id: UnitId) -> Fit {
        let unit = self.unit(id);
        let allowed = |kind: PlaceType| reading.kinds.is_empty() || reading.kinds.contains(&kind);
        // A type may be written as it was before a change; a city is one of either level.
        let same_type = allowed(unit.kind) || unit.former_kind.is_some_and(|(kind, _)| allowed(kind));
        let same_name = sound(&reading.name) == sound(unit.name);
        let plain = reading.name.is_ascii();
        match (same_name, plain, same_type) {
            (true, _, true) => Fit::Exact,
            (true, _, false) => Fit::OtherType,
            (false, true, true) => Fit::Plain,
            (false, true, false) => Fit::PlainOtherType,
            (false, false, _) => Fit::OtherAccents,
        }
    }

    /// Without a district, units of the same name but another type or time may be meant as well: types changed over the
    /// years. One that kept its code is the same unit.
    fn add_namesakes(&self, part: &str, inside: &dyn Fn(UnitId) -> bool, matches: &mut Matches) {
        let wanted = match matches.fit {
            Fit::Exact | Fit::OtherType => [Fit::Exact, Fit::OtherType],
            Fit::Plain | Fit::PlainOtherType => [Fit::Plain, Fit::PlainOtherType],
            Fit::OtherAccents | Fit::Near => return,
        };
        for reading in Reading::all(part) {
            let ids = self.by_name().get(&compact(&reading.name)).into_iter().flatten().copied();
            for id in ids.filter(|id| inside(*id) && wanted.contains(&self.fit(&reading, *id))) {
                let code = self.unit(id).code;
                let older = self.unit(id).layer == Layer::Older;
                let same_unit = |known: &UnitId| *known == id || (older && self.unit(*known).code == code);
                if !matches.units.iter().any(same_unit) {
                    matches.units.push(id);
                }
            }
        }
    }

    /// Only the units of the first layers that have any.
    fn prefer(&self, mut matches: Matches, layers: &[&[Layer]]) -> Matches {
        for wanted in layers {
            if matches.units.iter().any(|id| wanted.contains(&self.unit(*id).layer)) {
                matches.units.retain(|id| wanted.contains(&self.unit(*id).layer));
                break;
            }
        }
        matches
    }

    /// Names that differ by a letter or two, for "did you mean".
    fn near(&self, part: &str, inside: &dyn Fn(UnitId) -> bool) -> Vec<UnitId> {
        let keys: Vec<String> = Reading::all(part).iter().map(|reading| compact(&reading.name)).collect();
        let is_near = |name: &str| {
            keys.iter().any(|key| strsim::damerau_levenshtein(key, name) <= if key.len() > 8 { 2 } else { 1 })
        };
        let names = self.by_name().iter().filter(|(name, _)| is_near(name));
        names.flat_map(|(_, ids)| ids).copied().filter(|id| inside(*id)).take(8).collect()
    }

    /// The communes of today in an area of before.
    fn today_of(&self, area: Option<&Matches>) -> BTreeSet<UnitId> {
        let Some(area) = area else { return BTreeSet::new() };
        let mut today = BTreeSet::new();
        for id in self.ids().filter(|id| self.depth(*id) == 2) {
            if self.lineage(id).skip(1).any(|larger| area.units.contains(&larger)) {
                match self.became(id) {
                    Became::Itself => drop(today.insert(id)),
                    Became::One(one) => drop(today.insert(one)),
                    Became::OneOf(several) => today.extend(several),
                }
            }
        }
        today
    }

    fn depth(&self, id: UnitId) -> u8 {
        self.unit(id).kind.depth()
    }
}
