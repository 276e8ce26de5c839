//! Product groups of both criteria sets.

use super::{GroupId, Text};

/// A product group or one of its parts; part ids begin with the id of the whole (`food.processed.cereal`).
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Group {
    pub id: String,
    /// Name from `ocop.toml`; the interface texts name the groups that every site has.
    pub name: Option<Text>,
    pub parent: Option<GroupId>,
}

impl Group {
    /// The id as it stands in addresses: `food-processed-cereal`.
    #[must_use]
    pub fn address(&self) -> String {
        self.id.replace('.', "-")
    }
}

/// The groups of QĐ 148/QĐ-TTg and QĐ 919/QĐ-TTg with the parts that public sources name, in official order.
/// A site may add parts of its own (docs/domain.md, "Product groups").
#[must_use]
pub fn known_groups() -> &'static [&'static str] {
    &[
        "food",
        "food.fresh",
        "food.fresh.vegetables",
        "food.fresh.meat",
        "food.raw",
        "food.raw.grain",
        "food.raw.honey",
        "food.processed",
        "food.processed.instant",
        "food.processed.cereal",
        "food.processed.vegetable",
        "food.processed.meat",
        "food.spice",
        "food.spice.sauce",
        "drink",
        "drink.tea",
        "drink.tea.other",
        "drink.coffee",
        "drink.alcohol",
        "drink.alcohol.spirit",
        "drink.soft",
        "drink.soft.water",
        "medicinal",
        "medicinal.functional",
        "medicinal.cosmetic",
        "medicinal.oil",
        "craft",
        "craft.household",
        "craft.textile",
        "ornamental",
        "ornamental.flower",
        "ornamental.plant",
        "ornamental.animal",
        "tourism",
    ]
}

/// The present group of a group name of QĐ 1048/QĐ-TTg (`1048.fabric`), which certificates until 02/2023 carry.
///
/// Rule: docs/domain.md, "Product groups": fabrics and souvenirs became handicrafts; ornamental plants and animals
/// have no parent there.
#[must_use]
pub fn former_group(id: &str) -> Option<&'static str> {
    Some(match id {
        "1048.food" => "food",
        "1048.drink" => "drink",
        "1048.herbal" => "medicinal",
        "1048.fabric" => "craft.textile",
        "1048.souvenir" => "craft",
        "1048.tourism" => "tourism",
        _ => return None,
    })
}

/// The names of QĐ 1048/QĐ-TTg as records write them.
pub const FORMER_GROUPS: &[&str] =
    &["1048.food", "1048.drink", "1048.herbal", "1048.fabric", "1048.souvenir", "1048.tourism"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_whole_and_every_former_group_a_present_one() {
        for id in known_groups() {
            if let Some((parent, _)) = id.rsplit_once('.') {
                assert!(known_groups().contains(&parent), "{id}");
            }
        }
        for id in FORMER_GROUPS {
            assert!(former_group(id).is_some_and(|present| known_groups().contains(&present)), "{id}");
        }
        assert_eq!(former_group("1048.ornamental"), None);
    }
}
