//! How much room a text takes, told from the widths of letters without drawing it.
//!
//! The widths are those of Be Vietnam Pro, the font of sheets and labels. Another font of a site's own theme differs by a
//! few percent; what follows from that is a smaller or larger blank at the bottom of a page, never lost text, since pages
//! flow on.

use std::sync::LazyLock;

use crate::model::fold;

/// Millimetres in a point.
pub const POINT: f64 = 25.4 / 72.0;

/// Advance of the characters from U+0020 to U+007E in Be Vietnam Pro Regular, in thousandths of the size.
const WIDTHS: [u16; 95] = [
    230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503, 676, 676, 676, 676, 676, 676, 676,
    676, 676, 676, 286, 303, 556, 726, 556, 573, 1005, 736, 674, 775, 728, 620, 633, 783, 709, 258, 465, 679, 624, 853,
    732, 826, 644, 822, 668, 635, 650, 725, 706, 1005, 720, 665, 660, 459, 485, 459, 559, 702, 202, 642, 652, 613, 652,
    599, 386, 643, 583, 264, 274, 555, 255, 893, 573, 642, 652, 652, 392, 508, 428, 566, 576, 870, 559, 583, 502, 426,
    408, 426, 468,
];

/// Bold is that much wider than Regular.
const BOLD: f64 = 1.03;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// Width of a text set in one line, in millimetres; `size` in points.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    millimetres(text.chars().map(advance).sum(), size, weight)
}

fn millimetres(thousandths: u64, size: f64, weight: Weight) -> f64 {
    let factor = if weight == Weight::Bold { BOLD } else { 1.0 };
    thousandths as f64 / 1000.0 * size * POINT * factor
}

/// The words of a text, measured once, to be set in many sizes and columns.
#[derive(Clone, Debug)]
pub struct Words {
    /// Width of each word, in thousandths of the size.
    words: Vec<u64>,
    /// Of all of them with a blank between two.
    together: u64,
}

/// Sums of widths are exact to far more than this.
const ROUNDING: f64 = 1e-9;

impl Words {
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Vec::with_capacity(text.len() / 4);
        let (mut here, mut inside) = (0, false);
        for letter in text.chars() {
            if !letter.is_whitespace() {
                here += advance(letter);
                inside = true;
            } else if inside {
                words.push(here);
                (here, inside) = (0, false);
            }
        }
        if inside {
            words.push(here);
        }
        let blanks = words.len().saturating_sub(1) as u64 * u64::from(WIDTHS[0]);
        Self { together: words.iter().sum::<u64>() + blanks, words }
    }

    /// Lines that they take in a column of so many millimetres, broken between words; at least one.
    #[must_use]
    pub fn lines(&self, size: f64, weight: Weight, column: f64) -> usize {
        let width = |thousandths: u64| millimetres(thousandths, size, weight);
        if width(self.together) <= column * (1.0 - ROUNDING) {
            return 1;
        }
        let blank = width(u64::from(WIDTHS[0]));
        let mut lines = 1;
        let mut used = 0.0;
        for word in &self.words {
            let word = width(*word);
            if used > 0.0 && used + blank + word > column {
                lines += 1;
                used = word;
            } else {
                used += if used > 0.0 { blank + word } else { word };
            }
            // A word longer than the column is broken.
            while used > column {
                lines += 1;
                used -= column;
            }
        }
        lines
    }
}

/// Advances of the letters from U+00C0 to U+1EFF: marks change no width, and the horns of ơ and ư hardly do.
static MARKED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let letters = ('\u{c0}'..='\u{1eff}').map(|letter| {
        let plain = fold(&letter.to_string()).chars().next().filter(char::is_ascii_alphabetic)?;
        let plain = if letter.is_uppercase() { plain.to_ascii_uppercase() } else { plain };
        Some((f64::from(WIDTHS[plain as usize - 0x20]) * 1.02) as u16)
    });
    letters.map(|width| width.unwrap_or(700)).collect()
});

fn advance(letter: char) -> u64 {
    u64::from(match letter {
        ' '..='~' => WIDTHS[letter as usize - 0x20],
        '\u{a0}' | '\u{202f}' => WIDTHS[0],
        '\u{c0}'..='\u{1eff}' => MARKED[letter as usize - 0xc0],
        '—' | '…' => 868,
        _ => 700,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        // Measured with fontTools in fonts/print/be-vietnam-pro-400.ttf: H 709, a 642, space 230.
        assert!((width("Ha a", 10.0, Weight::Regular) - (709.0 + 642.0 + 230.0 + 642.0) / 100.0 * POINT).abs() < 1e-9);
        let marked = width("Miến dong", 10.0, Weight::Regular);
        let bare = width("Mien dong", 10.0, Weight::Regular);
        assert!((marked - bare).abs() / bare < 0.02, "{marked} {bare}");
    }

    fn lines(text: &str, size: f64, weight: Weight, column: f64) -> usize {
        Words::of(text).lines(size, weight, column)
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(lines("", 10.0, Weight::Regular, 50.0), 1);
        assert_eq!(lines("một hai ba", 10.0, Weight::Regular, 50.0), 1);
        assert_eq!(lines("một hai ba", 10.0, Weight::Regular, 8.0), 3);
        assert!(lines(&"m".repeat(100), 10.0, Weight::Regular, 50.0) >= 6);
    }

    #[test]
    fn what_is_as_wide_as_its_column_to_the_last_is_one_line() {
        let text = "Miến dong  Na Rì\u{a0}500 g\n";
        let words = Words::of(text);
        assert_eq!(words.words.len(), 6, "blanks of all kinds part words, also two of them");
        let whole = width("Miến dong Na Rì 500 g", 10.0, Weight::Bold);
        assert_eq!(words.lines(10.0, Weight::Bold, whole * 1.0001), 1);
        assert_eq!(words.lines(10.0, Weight::Bold, whole * 0.9999), 2);
        assert_eq!(words.lines(10.0, Weight::Bold, whole / 2.0 - 1.0), 3);
    }
}
