//! Reads the lines of `data/gazetteer/units.txt`; what they mean is in `data/gazetteer/README.md`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Day, Gazetteer, Layer, PlaceType, Unit, UnitId};

/// The file is part of the program, so a line that cannot be read is a broken program.
const SOUND: &str = "every line of the gazetteer is sound";

pub fn all(text: &'static str) -> Gazetteer {
    let mut units: Vec<Unit> = Vec::with_capacity(16_000);
    let mut by_code = BTreeMap::new();
    let mut layer = Layer::Today;
    let mut province = None;
    let mut district = None;
    for line in text.lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some(day) = line.strip_prefix("= ") {
            layer = match day {
                "2025-07-01" => Layer::Today,
                "2025-06-30" => Layer::Before,
                _ => Layer::Older,
            };
            (province, district) = (None, None);
            continue;
        }
        // A larger unit that June 2025 still had.
        if let Some(code) = line.strip_prefix('@') {
            let id = *by_code.get(&(Layer::Before, code)).expect(SOUND);
            if code.len() == 2 {
                (province, district) = (Some(id), None);
            } else {
                district = Some(id);
            }
            continue;
        }
        let mut unit = unit(line, layer);
        unit.parent = match unit.code.len() {
            2 => None,
            3 => province,
            _ => district.or(province),
        };
        // A province that took in no other is the same one as today.
        let same = (layer == Layer::Before && unit.code.len() == 2)
            .then(|| by_code.get(&(Layer::Today, unit.now)).copied())
            .flatten()
            .filter(|id: &UnitId| units[id.0 as usize].name == unit.name && takes_in_one(text, unit.now));
        let id = same.unwrap_or_else(|| UnitId(u32::try_from(units.len()).expect(SOUND)));
        match unit.code.len() {
            2 => (province, district) = (Some(id), None),
            3 => district = Some(id),
            _ => {}
        }
        by_code.insert((layer, unit.code), id);
        if same.is_none() {
            units.push(unit);
        }
    }
    Gazetteer { units, by_code, by_name: OnceLock::new() }
}

/// `x02173 Côn Minh>02185`, `C24 Bắc Ninh<T2026-09-20`, `x09901 Phượng Cách?04930,09895`.
fn unit(line: &'static str, layer: Layer) -> Unit {
    let (head, rest) = line.split_once(' ').expect(SOUND);
    let sign = rest.find(['<', '>', '?']).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(sign);
    let former_kind = rest.strip_prefix('<').map(|rest| (kind(rest), rest[1..].parse::<Day>().expect(SOUND)));
    let now = rest.strip_prefix(['>', '?']).unwrap_or("");
    Unit {
        layer,
        name,
        code: &head[1..],
        parent: None,
        kind: kind(head),
        former_kind,
        now,
        now_is_certain: rest.starts_with('>'),
    }
}

fn takes_in_one(text: &str, code: &str) -> bool {
    let end = format!(">{code}");
    let provinces = text.lines().skip_while(|line| *line != "= 2025-06-30").take_while(|line| *line != "= 2021");
    provinces.filter(|line| line.starts_with(['T', 'C']) && line.ends_with(&end)).count() == 1
}

fn kind(head: &str) -> PlaceType {
    match head.as_bytes()[0] {
        b'T' => PlaceType::Province,
        b'C' => PlaceType::CentralCity,
        b'h' => PlaceType::RuralDistrict,
        b'q' => PlaceType::UrbanDistrict,
        b't' => PlaceType::Town,
        b'c' => PlaceType::ProvincialCity,
        b'x' => PlaceType::Commune,
        b'p' => PlaceType::Ward,
        b'r' => PlaceType::Township,
        b'd' => PlaceType::SpecialZone,
        other => unreachable!("{SOUND}: {other}"),
    }
}
