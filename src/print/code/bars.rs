//! Bar codes of trade numbers: EAN-13, UPC-A, EAN-8 and ITF-14.
//!
//! Rule: GS1 General Specifications, section 5.2 (EAN/UPC) and 5.3 (ITF-14): patterns, quiet zones, sizes.

use std::fmt::Write as _;

use crate::model::Gtin;

use super::push;

/// Which drawing a number of a length has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbology {
    Ean8,
    UpcA,
    Ean13,
    Itf14,
}

impl Symbology {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Symbology::Ean8 => "EAN-8",
            Symbology::UpcA => "UPC-A",
            Symbology::Ean13 => "EAN-13",
            Symbology::Itf14 => "ITF-14",
        }
    }

    /// Width in millimetres of one unit of the drawing: a module of EAN and UPC at 100 %, half a module of ITF-14 at the
    /// smallest size allowed outside of production lines (0.495 mm), since half modules make its wide bars 2.5 wide.
    #[must_use]
    pub fn unit_mm(self) -> f64 {
        match self {
            Symbology::Itf14 => 0.2475,
            _ => 0.33,
        }
    }

    /// Units on the left and on the right: blank ones, and the frame of ITF-14.
    fn quiet(self) -> (u32, u32) {
        match self {
            Symbology::Ean8 => (7, 7),
            Symbology::UpcA => (9, 9),
            Symbology::Ean13 => (11, 7),
            Symbology::Itf14 => (20 + BEARER, 20 + BEARER),
        }
    }
}

/// A bar code, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    pub symbology: Symbology,
    digits: String,
    /// Units from left to right, dark ones true; without the quiet zones.
    modules: Vec<bool>,
}

/// Set A of EAN/UPC, three dark and light runs as bits; set C is its negative, set B the mirror of set C.
const SET_A: [u8; 10] = [
    0b000_1101, 0b001_1001, 0b001_0011, 0b011_1101, 0b010_0011, 0b011_0001, 0b010_1111, 0b011_1011, 0b011_0111,
    0b000_1011,
];

/// Which of the six digits on the left are of set B; tells the first digit of an EAN-13.
const PARITY: [u8; 10] =
    [0b00_0000, 0b00_1011, 0b00_1101, 0b00_1110, 0b01_0011, 0b01_1001, 0b01_1100, 0b01_0101, 0b01_0110, 0b01_1010];

/// Wide elements of interleaved 2 of 5.
const WIDE: [u8; 10] = [0b00110, 0b10001, 0b01001, 0b11000, 0b00101, 0b10100, 0b01100, 0b00011, 0b10010, 0b01010];

/// Narrow and wide elements of ITF-14 in half modules: 2.5 to 1, as the specification aims at.
const ITF_NARROW: usize = 2;
const ITF_WIDE: usize = 5;
/// Thickness of the frame around ITF-14: two modules at least, in half modules.
const BEARER: u32 = 4;

impl Bars {
    /// The drawing that belongs to the number as its author wrote it: 8, 12, 13 or 14 digits.
    #[must_use]
    pub fn of(gtin: Gtin) -> Self {
        let digits = gtin.to_string();
        let values: Vec<u8> = digits.bytes().map(|digit| digit - b'0').collect();
        let (symbology, modules) = match values.len() {
            8 => (Symbology::Ean8, ean_upc(&values[..4], 0, &values[4..])),
            12 => (Symbology::UpcA, ean_upc(&values[..6], 0, &values[6..])),
            13 => (Symbology::Ean13, ean_upc(&values[1..7], PARITY[usize::from(values[0])], &values[7..])),
            _ => (Symbology::Itf14, itf(&values)),
        };
        Self { symbology, digits, modules }
    }

    /// The number, as its author wrote it.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The units as a text of ones and zeros, for comparing with the specification.
    #[must_use]
    pub fn pattern(&self) -> String {
        self.modules.iter().map(|dark| if *dark { '1' } else { '0' }).collect()
    }

    /// Width with quiet zones, in units.
    #[must_use]
    pub fn width(&self) -> u32 {
        let (left, right) = self.symbology.quiet();
        left + u32::try_from(self.modules.len()).expect("a few hundred") + right
    }

    /// Width in millimetres with quiet zones, at 100 %.
    #[must_use]
    pub fn width_mm(&self) -> f64 {
        f64::from(self.width()) * self.symbology.unit_mm()
    }

    /// The drawing, black on white, so many millimetres high at 100 % with the digits below the bars. It has no size of its
    /// own: the page gives it [`Self::width_mm`]. Digits stand one by one, so that no font moves them away from their bars.
    #[must_use]
    pub fn svg(&self, height_mm: f64) -> String {
        let unit = self.symbology.unit_mm();
        let (left, width) = (self.symbology.quiet().0, self.width());
        let units = |millimetres: f64| (millimetres / unit).round();
        // Digits of OCR-B are 2.75 mm high; guards reach half way down between them.
        let (height, digits) = (units(height_mm), units(2.9));
        let (short, long) = (height - digits, height - digits + units(1.4));
        let mut path = String::new();
        let mut column = 0;
        while column < self.modules.len() {
            let dark = self.modules[column];
            let run = self.modules[column..].iter().take_while(|unit| **unit == dark).count();
            if dark {
                let tall = if self.is_guard(column) { long } else { short };
                let numbers = [("M", column + left as usize), (" 0h", run), ("v", tall as usize), ("h-", run)];
                for (before, number) in numbers {
                    path.push_str(before);
                    push(&mut path, number);
                }
                path.push('z');
            }
            column += run;
        }
        if self.symbology == Symbology::Itf14 {
            // Bearer bars keep a scanner from reading a part of the code; the whole frame also tells it where the blank begins.
            let (b, inner, high) = (BEARER, width - 2 * BEARER, short - f64::from(2 * BEARER));
            let _ = write!(path, "M0 0h{width}v{short}h-{width}zM{b} {b}v{high}h{inner}v-{high}z");
        }
        let mut text = String::new();
        for (digit, x) in self.digits.chars().zip(self.digit_centres()) {
            let _ = write!(text, "<text x=\"{x}\" y=\"{}\">{digit}</text>", height - units(0.2));
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">\
             <path fill=\"#fff\" d=\"M0 0h{width}v{height}H0z\"/><path fill=\"#000\" shape-rendering=\"crispEdges\" d=\"{path}\"/>\
             <g font-family=\"Be Vietnam Pro\" font-size=\"{}\" text-anchor=\"middle\" fill=\"#000\">{text}</g></svg>",
            units(2.7),
        )
    }

    /// Guards of EAN and UPC reach down between the digits; of UPC-A also the first and the last digit.
    fn is_guard(&self, column: usize) -> bool {
        match self.symbology {
            Symbology::Ean8 => column < 3 || (31..36).contains(&column) || column >= 64,
            Symbology::Ean13 => column < 3 || (45..50).contains(&column) || column >= 92,
            Symbology::UpcA => column < 10 || (45..50).contains(&column) || column >= 85,
            Symbology::Itf14 => false,
        }
    }

    /// The middle of each digit, in modules from the left edge of the drawing.
    fn digit_centres(&self) -> Vec<f64> {
        let left = f64::from(self.symbology.quiet().0);
        let block = |start: f64, count: usize| (0..count).map(move |index| left + start + 7.0 * index as f64 + 3.5);
        match self.symbology {
            Symbology::Ean8 => block(3.0, 4).chain(block(36.0, 4)).collect(),
            Symbology::Ean13 => std::iter::once(left - 6.5).chain(block(3.0, 6)).chain(block(50.0, 6)).collect(),
            Symbology::UpcA => {
                let middle = block(10.0, 5).chain(block(50.0, 5));
                std::iter::once(left - 5.0).chain(middle).chain([left + 95.0 + 5.0]).collect()
            }
            Symbology::Itf14 => {
                let step = self.modules.len() as f64 / 14.0;
                (0..14).map(|index| left + step * (f64::from(index) + 0.5)).collect()
            }
        }
    }
}

fn ean_upc(left: &[u8], parity: u8, right: &[u8]) -> Vec<bool> {
    let mut modules = Vec::with_capacity(95);
    let mut bits = |pattern: u8, count: u32| (0..count).rev().for_each(|bit| modules.push(pattern >> bit & 1 == 1));
    bits(0b101, 3);
    for (index, digit) in left.iter().enumerate() {
        let a = SET_A[usize::from(*digit)];
        let is_b = parity >> (left.len() - 1 - index) & 1 == 1;
        bits(if is_b { (!a & 0x7f).reverse_bits() >> 1 } else { a }, 7);
    }
    bits(0b01010, 5);
    for digit in right {
        bits(!SET_A[usize::from(*digit)] & 0x7f, 7);
    }
    bits(0b101, 3);
    modules
}

fn itf(digits: &[u8]) -> Vec<bool> {
    let mut units = Vec::with_capacity(241);
    let mut put = |dark: bool, width: usize| units.extend(std::iter::repeat_n(dark, width));
    for dark in [true, false, true, false] {
        put(dark, ITF_NARROW);
    }
    for pair in digits.chunks_exact(2) {
        let (bar, space) = (WIDE[usize::from(pair[0])], WIDE[usize::from(pair[1])]);
        for bit in (0..5).rev() {
            for (pattern, dark) in [(bar, true), (space, false)] {
                put(dark, if pattern >> bit & 1 == 1 { ITF_WIDE } else { ITF_NARROW });
            }
        }
    }
    put(true, ITF_WIDE);
    put(false, ITF_NARROW);
    put(true, ITF_NARROW);
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(number: &str) -> Bars {
        Bars::of(number.parse().expect(number))
    }

    /// Patterns of the GS1 General Specifications, put together by hand from its tables of sets A, B and C.
    #[test]
    fn ean_13_is_drawn_as_the_specification_says() {
        // 4006381333931: the first digit 4 gives the sets A B A A B B.
        let left = ["0001101", "0100111", "0101111", "0111101", "0001001", "0110011"];
        let right = ["1000010", "1000010", "1000010", "1110100", "1000010", "1100110"];
        let pattern = format!("101{}01010{}101", left.concat(), right.concat());
        assert_eq!(bars("4006381333931").pattern(), pattern);
        assert_eq!(bars("4006381333931").width(), 113);
    }

    #[test]
    fn ean_8_and_upc_a_have_no_parity() {
        let left = ["0001011", "0101111", "0111101", "0110111"];
        let right = ["1001110", "1110010", "1000100", "1011100"];
        // 96385074 is the example of the specification.
        assert_eq!(bars("96385074").pattern(), format!("101{}01010{}101", left.concat(), right.concat()));
        let upc = bars("036000291452").pattern();
        assert!(upc.starts_with("1010001101") && upc.len() == 95, "{upc}");
        assert_eq!(bars("036000291452").symbology, Symbology::UpcA);
    }

    #[test]
    fn itf_14_interleaves_pairs() {
        let bars = bars("10614141000415");
        let runs: Vec<usize> = bars.modules.chunk_by(|a, b| a == b).map(<[bool]>::len).collect();
        // Start; then 1 in bars (wide narrow narrow narrow wide) and 0 in spaces (narrow narrow wide wide narrow); stop.
        assert_eq!(runs[..4], [2, 2, 2, 2]);
        assert_eq!(runs[4..14], [5, 2, 2, 2, 2, 5, 2, 5, 5, 2]);
        assert_eq!(runs[74..], [5, 2, 2]);
        assert_eq!(bars.modules.len(), 241);
        assert!((bars.width_mm() - 71.5).abs() < 0.1, "{}", bars.width_mm());
    }

    #[test]
    fn the_digits_stand_below_the_bars_one_by_one() {
        let svg = bars("4006381333931").svg(16.0);
        assert_eq!(svg.matches("<text").count(), 13);
        assert!(svg.contains("<text x=\"4.5\" y=\"47\">4</text>"), "{svg}");
    }
}
