//! The number under a barcode.

use std::fmt;
use std::str::FromStr;

/// A GTIN of 8, 12, 13 or 14 digits, stored as 14 with zeros in front. Holding one means its check digit is right.
///
/// The prefix 893 says that the company registered with GS1 Việt Nam, not where the goods are made
/// (docs/domain.md, "Barcodes").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gtin {
    digits: [u8; 14],
    written: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadGtin {
    NotDigits,
    /// How many digits were found.
    Length(usize),
    /// The digit that would be right.
    CheckDigit(u8),
}

impl Gtin {
    /// All 14 digits, as GS1 Digital Link writes them.
    #[must_use]
    pub fn padded(&self) -> String {
        self.digits.iter().map(|digit| char::from(b'0' + digit)).collect()
    }
}

impl fmt::Display for Gtin {
    /// As many digits as the author wrote.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.padded()[14 - usize::from(self.written)..])
    }
}

impl FromStr for Gtin {
    type Err = BadGtin;

    fn from_str(text: &str) -> Result<Self, BadGtin> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BadGtin::NotDigits);
        }
        if !matches!(text.len(), 8 | 12 | 13 | 14) {
            return Err(BadGtin::Length(text.len()));
        }
        let mut digits = [0; 14];
        for (slot, byte) in digits.iter_mut().rev().zip(text.bytes().rev()) {
            *slot = byte - b'0';
        }
        let weights = [3, 1].into_iter().cycle();
        let sum: u32 = digits.iter().zip(weights).take(13).map(|(digit, weight)| u32::from(*digit) * weight).sum();
        let check = u8::try_from((10 - sum % 10) % 10).expect("one digit");
        if check == digits[13] {
            Ok(Gtin { digits, written: u8::try_from(text.len()).expect("at most 14") })
        } else {
            Err(BadGtin::CheckDigit(check))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gtins_of_every_length_are_read_and_checked() {
        // Check digits computed by hand with weights 3, 1 from the right.
        for (text, padded) in [
            ("96385074", "00000096385074"),
            ("036000291452", "00036000291452"),
            ("4006381333931", "04006381333931"),
            ("10614141000415", "10614141000415"),
        ] {
            let gtin: Gtin = text.parse().expect(text);
            assert_eq!(gtin.padded(), padded);
            assert_eq!(gtin.to_string(), text);
        }
        assert_eq!("4006381333932".parse::<Gtin>(), Err(BadGtin::CheckDigit(1)));
        assert_eq!("123456789".parse::<Gtin>(), Err(BadGtin::Length(9)));
        assert_eq!("893600 123456".parse::<Gtin>(), Err(BadGtin::NotDigits));
        assert_eq!("".parse::<Gtin>(), Err(BadGtin::Length(0)));
    }
}
