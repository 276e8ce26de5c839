//! The administrative units of Việt Nam: those of today, those of June 2025, older ones, and what became of each.
//!
//! In: `data/gazetteer/units.txt`, which is part of the program and is read only when somebody asks. Out: units by
//! identifier ([`Gazetteer::get`]) or by a text as it stands on a certificate ([`Gazetteer::find`]).
//! Must not know: which places a catalogue uses. Start at [`gazetteer`].

mod english;
mod find;
mod read;
mod words;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Day, PlaceType, fold, slugify};

pub use find::{Found, Remark};
pub use words::{PlaceText, Reading};

/// The last day of the units of before. On the next day districts ended and provinces and communes were joined.
const LAST_DAY: (i16, i8, i8) = (2025, 6, 30);

/// Which time a unit is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Since 1 July 2025: 34 provinces and cities, 3,321 communes, wards and special zones.
    Today,
    /// The last day of three levels, 30 June 2025.
    Before,
    /// About 2021; only units that were gone or called otherwise by June 2025.
    Older,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(u32);

impl UnitId {
    fn index(self) -> usize {
        self.0 as usize
    }
}

/// A unit with its name and code in its time.
#[derive(Clone, Debug)]
pub struct Unit {
    pub layer: Layer,
    /// Without the word for the type.
    pub name: &'static str,
    /// Two digits for provinces, three for districts, five for communes. Codes are given again: only layer and code
    /// together name a unit.
    pub code: &'static str,
    pub parent: Option<UnitId>,
    kind: PlaceType,
    /// The type before a change, and the first day of the new one.
    former_kind: Option<(PlaceType, Day)>,
    /// Codes of the units of today that it became, with commas.
    now: &'static str,
    /// False where only the neighbourhood is known in which the unit was taken up.
    now_is_certain: bool,
}

/// What a unit is today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// It exists.
    Itself,
    One(UnitId),
    /// It was split, or nobody wrote down where it went: the units that may hold it, the likeliest first.
    OneOf(Vec<UnitId>),
}

/// All units, by layer and code.
pub struct Gazetteer {
    units: Vec<Unit>,
    by_code: BTreeMap<(Layer, &'static str), UnitId>,
    /// Names without marks, blanks and signs, each with its units; made when the first text is looked up.
    by_name: OnceLock<BTreeMap<String, Vec<UnitId>>>,
}

/// The gazetteer; reading it takes a few milliseconds, once.
#[must_use]
pub fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| read::all(include_str!("../../../data/gazetteer/units.txt")))
}

impl Gazetteer {
    #[must_use]
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.index()]
    }

    pub fn ids(&self) -> impl Iterator<Item = UnitId> {
        (0..self.units.len()).map(|index| UnitId(u32::try_from(index).expect("fewer than four thousand million units")))
    }

    /// What records write: type, name and code, then `-cu` for June 2025 and `-cu-2021` for older units, such as
    /// `xa-con-minh-02173-cu`. It keeps the type of July 2025, so that a record stays right when a type changes.
    #[must_use]
    pub fn key(&self, id: UnitId) -> String {
        let unit = self.unit(id);
        let kind = unit.former_kind.map_or(unit.kind, |(kind, _)| kind);
        let end = match unit.layer {
            Layer::Today => "",
            Layer::Before => "-cu",
            Layer::Older => "-cu-2021",
        };
        format!("{}-{}-{}{end}", slugify(kind.vietnamese()), slugify(unit.name), unit.code)
    }

    /// The unit behind a [`key`](Self::key).
    #[must_use]
    pub fn get(&self, key: &str) -> Option<UnitId> {
        let (layer, rest) = if let Some(rest) = key.strip_suffix("-cu-2021") {
            (Layer::Older, rest)
        } else if let Some(rest) = key.strip_suffix("-cu") {
            (Layer::Before, rest)
        } else {
            (Layer::Today, key)
        };
        let (_, code) = rest.rsplit_once('-')?;
        let id = *self.by_code.get(&(layer, code))?;
        (self.key(id) == key).then_some(id)
    }

    /// The type on a day.
    #[must_use]
    pub fn kind(&self, id: UnitId, day: Day) -> PlaceType {
        let unit = self.unit(id);
        match unit.former_kind {
            Some((former, first_day)) if day < first_day => former,
            _ => unit.kind,
        }
    }

    #[must_use]
    pub fn became(&self, id: UnitId) -> Became {
        let unit = self.unit(id);
        if unit.layer == Layer::Today {
            return Became::Itself;
        }
        let units: Vec<UnitId> =
            unit.now.split(',').filter_map(|code| self.by_code.get(&(Layer::Today, code))).copied().collect();
        match (&units[..], unit.parent) {
            ([one], _) if unit.now_is_certain => Became::One(*one),
            // Of a district only its province is one thing today.
            ([], Some(parent)) => match self.became(parent) {
                Became::Itself => Became::One(parent),
                other => other,
            },
            _ => Became::OneOf(units),
        }
    }

    /// The last day of a unit that has ended, where it is known.
    #[must_use]
    pub fn until(&self, id: UnitId) -> Option<Day> {
        let (year, month, day) = LAST_DAY;
        (self.unit(id).layer == Layer::Before).then(|| Day::new(year, month, day).expect("a day of the calendar"))
    }

    /// The unit and all that it lies in, smallest first.
    pub fn lineage(&self, id: UnitId) -> impl Iterator<Item = UnitId> {
        std::iter::successors(Some(id), |id| self.unit(*id).parent)
    }

    /// Name and type in Vietnamese with all larger units, as a certificate of that time writes it.
    #[must_use]
    pub fn words(&self, id: UnitId) -> String {
        let today = self.unit(id).layer == Layer::Today;
        let kind = |unit: &Unit| unit.former_kind.filter(|_| !today).map_or(unit.kind, |(kind, _)| kind);
        let names = self.lineage(id).map(|id| self.unit(id));
        names.map(|unit| format!("{} {}", kind(unit).vietnamese(), unit.name)).collect::<Vec<_>>().join(", ")
    }

    fn by_name(&self) -> &BTreeMap<String, Vec<UnitId>> {
        self.by_name.get_or_init(|| {
            let mut names: BTreeMap<String, Vec<UnitId>> = BTreeMap::new();
            for id in self.ids() {
                names.entry(compact(self.unit(id).name)).or_default().push(id);
            }
            names
        })
    }
}

/// Only letters a–z and digits: `Phan Rang - Tháp Chàm` and `Phan Rang-Tháp Chàm` are one name.
fn compact(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests;
