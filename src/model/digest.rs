//! Hashes of types that hold fractions: by their bits, so that what hashes the same is written the same.
//!
//! Every member is named, so that a new one has to be thought of.

use std::hash::{Hash, Hasher};

use super::{Label, Nutrition, Photo, Quantity, Stock};

impl Hash for Label {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { ingredients, usage, storage, shelf_life, warnings, origin, alcohol, nutrition } = self;
        (ingredients, usage, storage, shelf_life, warnings, origin).hash(state);
        (alcohol.map(f64::to_bits), nutrition).hash(state);
    }
}

impl Hash for Nutrition {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { per, energy_kcal, protein_g, carbohydrate_g, sugars_g, fat_g, saturated_fat_g, sodium_mg } = self;
        per.hash(state);
        [energy_kcal, protein_g, carbohydrate_g, sugars_g, fat_g, saturated_fat_g, sodium_mg]
            .map(|row| row.map(f64::to_bits))
            .hash(state);
    }
}

impl Hash for Quantity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Amount { packs, each, unit } => (0, packs, each.to_bits(), unit).hash(state),
            Self::Pieces { count, of } => (1, count, of).hash(state),
        }
    }
}

impl Hash for Photo {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { file, width, height, format, transparent, content, alt, credit, illustration, focus } = self;
        (file, width, height, format, transparent, content, alt, credit, illustration).hash(state);
        focus.map(|(x, y)| (x.to_bits(), y.to_bits())).hash(state);
    }
}

impl Hash for Stock {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { id, form, columns, rows, width, height, left, top, step_x, step_y } = self;
        (id, form, columns, rows).hash(state);
        [width, height, left, top, step_x, step_y].map(|length| length.to_bits()).hash(state);
    }
}
