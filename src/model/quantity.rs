//! Net quantities as labels give them.

use std::str::FromStr;

/// Metric units of labels (docs/domain.md, "Labels"): mass or volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    Milligram,
    Gram,
    Kilogram,
    Millilitre,
    Centilitre,
    Litre,
}

impl Unit {
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Unit::Milligram => "mg",
            Unit::Gram => "g",
            Unit::Kilogram => "kg",
            Unit::Millilitre => "mL",
            Unit::Centilitre => "cL",
            Unit::Litre => "L",
        }
    }

    /// UN/CEFACT code, as schema.org wants it.
    #[must_use]
    pub fn un_code(self) -> &'static str {
        match self {
            Unit::Milligram => "MGM",
            Unit::Gram => "GRM",
            Unit::Kilogram => "KGM",
            Unit::Millilitre => "MLT",
            Unit::Centilitre => "CLT",
            Unit::Litre => "LTR",
        }
    }

    fn from_symbol(text: &str) -> Option<Self> {
        Some(match text.to_lowercase().as_str() {
            "mg" => Unit::Milligram,
            "g" | "gr" | "gram" => Unit::Gram,
            "kg" => Unit::Kilogram,
            "ml" => Unit::Millilitre,
            "cl" => Unit::Centilitre,
            "l" | "lít" | "lit" => Unit::Litre,
            _ => return None,
        })
    }
}

/// What a pack holds: `500 g`, twenty bags of `2 g`, or ten pieces.
#[derive(Clone, Debug, PartialEq)]
pub enum Quantity {
    Amount { packs: u32, each: f64, unit: Unit },
    Pieces { count: u32, of: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAQuantity;

impl FromStr for Quantity {
    type Err = NotAQuantity;

    /// Reads `500 g`, `0.75 l`, `0,75 l`, `20 x 2 g`, `20 gói × 2 g`, `10 cái`.
    fn from_str(text: &str) -> Result<Self, NotAQuantity> {
        let text = text.trim();
        if let Some((packs, each)) = split_packs(text) {
            let count_end = packs.find(|c: char| !c.is_ascii_digit()).unwrap_or(packs.len());
            let packs: u32 = packs[..count_end].parse().map_err(|_| NotAQuantity)?;
            return match each.trim().parse()? {
                Quantity::Amount { packs: 1, each, unit } if packs > 0 => Ok(Quantity::Amount { packs, each, unit }),
                _ => Err(NotAQuantity),
            };
        }
        let number_end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).ok_or(NotAQuantity)?;
        let (number, unit) = text.split_at(number_end);
        let number: f64 = number.replace(',', ".").parse().map_err(|_| NotAQuantity)?;
        let unit = unit.trim();
        if !(number > 0.0 && number.is_finite()) || unit.is_empty() {
            return Err(NotAQuantity);
        }
        match Unit::from_symbol(unit) {
            Some(unit) => Ok(Quantity::Amount { packs: 1, each: number, unit }),
            None if number.fract() == 0.0 && number <= f64::from(u32::MAX) && unit.starts_with(char::is_alphabetic) =>
            {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
                Ok(Quantity::Pieces { count: number as u32, of: unit.to_owned() })
            }
            None => Err(NotAQuantity),
        }
    }
}

impl std::fmt::Display for Quantity {
    /// As records write it, so that reading it again gives the same.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Quantity::Amount { packs: 1, each, unit } => write!(f, "{each} {}", unit.symbol()),
            Quantity::Amount { packs, each, unit } => write!(f, "{packs} x {each} {}", unit.symbol()),
            Quantity::Pieces { count, of } => write!(f, "{count} {of}"),
        }
    }
}

/// "20 x 2 g" and "20 gói × 2 g" before and after the sign; an `x` counts only between blanks.
fn split_packs(text: &str) -> Option<(&str, &str)> {
    text.split_once('×').or_else(|| text.split_once(" x "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_as_labels_write_them() {
        let amount = |packs, each, unit| Ok(Quantity::Amount { packs, each, unit });
        assert_eq!("500 g".parse(), amount(1, 500.0, Unit::Gram));
        assert_eq!("0,75 L".parse(), amount(1, 0.75, Unit::Litre));
        assert_eq!("500ml".parse(), amount(1, 500.0, Unit::Millilitre));
        assert_eq!("20 x 2 g".parse(), amount(20, 2.0, Unit::Gram));
        assert_eq!("20 gói × 2 g".parse(), amount(20, 2.0, Unit::Gram));
        assert_eq!("10 cái".parse(), Ok(Quantity::Pieces { count: 10, of: "cái".into() }));
        for bad in ["", "g", "500", "half a kilo", "0 g", "-5 g", "1.5 cái", "x 2 g", "5 / g"] {
            assert_eq!(bad.parse::<Quantity>(), Err(NotAQuantity), "{bad}");
        }
    }
}
