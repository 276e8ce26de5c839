//! The ideas of the domain as values of a record: each is turned from text or number into its type once, here.

use serde_json::json;
use toml::de::DeValue;

use crate::diag::Diag;
use crate::diag::code::{DATE, GTIN, NUMBER, PRICE, PRICE_LOW, PRODUCT_ID, QUANTITY, SCORE, SLUG, STARS};
use crate::model::{
    BadGtin, Criteria, Day, Dong, Gtin, IpKind, Level, PartialDate, PartnerKind, PlaceType, Printable, ProducerType,
    ProductCode, Quantity, Score, ShownAs, Slug, StandardKind, Stars, slugify,
};

use super::reader::{Field, Node, Reader, Shape};

/// Prices below this are told: they are mostly thousands written short.
const LOW_PRICE: u64 = 500;

fn words(schema: serde_json::Value, words: &str) -> Shape {
    Shape { schema, words: words.into(), record: None }
}

impl Field for Stars {
    fn shape() -> Shape {
        words(json!({ "enum": [3, 4, 5] }), "3, 4 or 5")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let count = i64::read(node, reader)?;
        let stars = Stars::try_from(count).ok();
        if stars.is_none() {
            reader.refuse(
                &STARS,
                node,
                format!("a certified product has 3, 4 or 5 stars, found {count}"),
                "copy the number of stars from the certificate; leave the certification out for products without one",
            );
        }
        stars
    }
}

impl Field for Score {
    fn shape() -> Shape {
        words(json!({ "type": "number", "minimum": 0, "maximum": 100 }), "number from 0 to 100")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let points = f64::read(node, reader)?;
        let score = Score::new(points);
        if score.is_none() {
            reader.refuse(
                &SCORE,
                node,
                format!("a score lies between 0 and 100 points, found {points}"),
                "copy the score from the decision, with a decimal point",
            );
        }
        score
    }
}

impl Field for Gtin {
    fn shape() -> Shape {
        words(
            json!({ "type": "string", "pattern": "^([0-9]{8}|[0-9]{12,14})$" }),
            "barcode number: 8, 12, 13 or 14 digits in quotes",
        )
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = if let DeValue::Integer(number) = node.get_ref() {
            number.as_str().to_owned()
        } else {
            reader.string(node, "a barcode number in quotes")?
        };
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        match digits.parse() {
            Ok(gtin) => Some(gtin),
            Err(problem) => {
                let (message, help) = match problem {
                    BadGtin::NotDigits => (
                        format!("a barcode number has digits only, found \"{text}\""),
                        "copy the number under the bars".to_owned(),
                    ),
                    BadGtin::Length(found) => (
                        format!("a barcode number has 8, 12, 13 or 14 digits, found {found}"),
                        "count the digits under the bars; zeros in front belong to it".to_owned(),
                    ),
                    BadGtin::CheckDigit(right) => (
                        format!("the last digit of the barcode number {digits} does not fit the others"),
                        format!(
                            "compare each digit with those under the bars; if all the others are right, the last one is {right}"
                        ),
                    ),
                };
                reader.refuse(&GTIN, node, message, help);
                None
            }
        }
    }
}

impl Field for Dong {
    fn shape() -> Shape {
        words(json!({ "type": "integer", "minimum": 0 }), "whole number of đồng, taxes included")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let amount = i64::read(node, reader)?;
        let price = Dong::new(amount);
        match price {
            None => reader.refuse(
                &PRICE,
                node,
                format!("a price is not negative, found {amount}"),
                "write the price in whole đồng, as in 65000",
            ),
            Some(price) if price.amount() > 0 && price.amount() < LOW_PRICE => {
                let place = reader.at(node);
                let message = format!("the price is only {amount} đồng");
                reader.sink.push(
                    Diag::new(&PRICE_LOW, message)
                        .at(place, "this price")
                        .help(format!("write prices in full: {amount}000 if thousands are meant")),
                );
            }
            Some(_) => {}
        }
        price
    }
}

impl Field for Quantity {
    fn shape() -> Shape {
        words(json!({ "type": "string" }), "quantity such as `500 g`, `0.75 l`, `20 x 2 g`, `10 cái`")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(node, "a quantity such as \"500 g\"")?;
        let quantity = text.parse().ok();
        if quantity.is_none() {
            reader.refuse(
                &QUANTITY,
                node,
                format!("expected a number and a unit, found \"{text}\""),
                "write it as on the pack: \"500 g\", \"0.75 l\", \"20 x 2 g\" or \"10 cái\"",
            );
        }
        quantity
    }
}

impl Field for Slug {
    fn shape() -> Shape {
        words(
            json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
            "small letters a–z, digits and hyphens",
        )
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(node, "a name as it stands in an address")?;
        let slug = Slug::try_from(text.as_str()).ok();
        if slug.is_none() {
            reader.refuse(
                &SLUG,
                node,
                format!("`{text}` cannot stand in an address"),
                format!("use small letters a-z, digits and hyphens, for instance `{}`", slugify(&text)),
            );
        }
        slug
    }
}

impl Field for ProductCode {
    fn shape() -> Shape {
        words(json!({ "type": "string", "pattern": "^[a-z]{2,4}-[0-9]{1,8}$" }), "permanent code such as `bk-0012`")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.string(node, "a product code such as \"bk-0012\"")?;
        let code = ProductCode::try_from(text.as_str()).ok();
        if code.is_none() {
            reader.refuse(
                &PRODUCT_ID,
                node,
                format!("`{text}` is no product code"),
                "write two to four small letters, a hyphen and digits, as in bk-0012; it is printed and never changes",
            );
        }
        code
    }
}

impl Field for PartialDate {
    fn shape() -> Shape {
        words(
            json!({ "oneOf": [{ "type": "integer", "minimum": 1900, "maximum": 2200 }, { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" }] }),
            "year, \"year-month\" or day: `2021`, `\"2021-06\"`, `2021-06-30`",
        )
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let text = match node.get_ref() {
            DeValue::Integer(year) => year.as_str().to_owned(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            _ => {
                reader.wrong_type(node, "a date", "write a year (2021), a month (\"2021-06\") or a day (2021-06-30)");
                return None;
            }
        };
        let date = text.parse().ok();
        if date.is_none() {
            reader.refuse(
                &DATE,
                node,
                format!("`{text}` is not a date of the calendar"),
                "write a year (2021), a month (\"2021-06\") or a day (2021-06-30), year first",
            );
        }
        date
    }
}

impl Field for Day {
    fn shape() -> Shape {
        words(json!({ "type": "string", "format": "date" }), "day such as `2021-06-30`")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match PartialDate::read(node, reader)? {
            PartialDate::Day(day) => Some(day),
            other => {
                reader.refuse(
                    &DATE,
                    node,
                    format!("expected a whole date, found only {other}"),
                    "write year, month and day: 2021-06-30",
                );
                None
            }
        }
    }
}

/// Percent by volume.
#[derive(Clone, Copy, Debug)]
pub struct Percent(pub f64);

/// A weight, energy or other amount that is not negative.
#[derive(Clone, Copy, Debug)]
pub struct AmountOf(pub f64);

/// A count of things, not negative.
#[derive(Clone, Copy, Debug)]
pub struct Count(pub u64);

impl Field for Percent {
    fn shape() -> Shape {
        words(json!({ "type": "number", "minimum": 0, "maximum": 100 }), "number from 0 to 100")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = f64::read(node, reader)?;
        if (0.0..=100.0).contains(&value) {
            return Some(Self(value));
        }
        reader.refuse(
            &NUMBER,
            node,
            format!("a percentage lies between 0 and 100, found {value}"),
            "copy the number from the label",
        );
        None
    }
}

impl Field for AmountOf {
    fn shape() -> Shape {
        words(json!({ "type": "number", "minimum": 0 }), "number, not negative")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = f64::read(node, reader)?;
        if value >= 0.0 {
            return Some(Self(value));
        }
        reader.refuse(
            &NUMBER,
            node,
            format!("this amount cannot be negative, found {value}"),
            "copy the number from the label",
        );
        None
    }
}

impl Field for Count {
    fn shape() -> Shape {
        words(json!({ "type": "integer", "minimum": 0 }), "whole number, not negative")
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = i64::read(node, reader)?;
        if let Ok(count) = u64::try_from(value) {
            return Some(Self(count));
        }
        reader.refuse(
            &NUMBER,
            node,
            format!("a count cannot be negative, found {value}"),
            "copy the number from the report",
        );
        None
    }
}

/// The part of a picture that must stay visible: two numbers from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Focus(pub f32, pub f32);

impl Field for Focus {
    fn shape() -> Shape {
        words(
            json!({ "type": "array", "items": { "type": "number", "minimum": 0, "maximum": 1 }, "minItems": 2, "maxItems": 2 }),
            "two numbers from 0 to 1: from the left, from the top",
        )
    }

    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Array(items) = node.get_ref() else {
            reader.wrong_type(node, "two numbers", "write them as [0.5, 0.5]");
            return None;
        };
        let numbers: Vec<f64> = items.iter().filter_map(|item| f64::read(item, reader)).collect();
        match numbers[..] {
            #[allow(clippy::cast_possible_truncation, reason = "a position in a picture needs no more digits")]
            [x, y] if (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y) => Some(Self(x as f32, y as f32)),
            _ => {
                reader.refuse(
                    &NUMBER,
                    node,
                    "expected two numbers from 0 to 1",
                    "the first counts from the left edge, the second from the top: [0.5, 0.5] is the middle",
                );
                None
            }
        }
    }
}

macro_rules! choices {
    ($($kind:ty,)*) => {$(
        impl Field for $kind {
            fn shape() -> Shape {
                let names: Vec<&str> = <$kind>::NAMES.iter().map(|(name, _)| *name).collect();
                let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                words(json!({ "enum": names }), &format!("one of {}", quoted.join(", ")))
            }

            fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                reader.choice(node, <$kind>::NAMES)
            }
        }
    )*};
}

choices! { Level, Criteria, ProducerType, ShownAs, StandardKind, IpKind, PartnerKind, PlaceType, Printable, }
