//! Alphabetical order as each language has it (ICU), never by code points.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

/// The alphabet of one language: `a ă â b c d đ …` and the tones in their order for Vietnamese.
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// An unknown language tag gives the order of Unicode, which is fair to all.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let collator = Collator::try_new(locale.into(), CollatorOptions::default())
            .or_else(|_| Collator::try_new(Locale::UNKNOWN.into(), CollatorOptions::default()))
            .expect("the order of Unicode is compiled in");
        Self(collator)
    }

    /// Compares as a dictionary does; equal words are told apart by their letters so that the order is always the same.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b).then_with(|| a.cmp(b))
    }

    /// The rank of each text in alphabetical order, for sorting by many keys without comparing texts again.
    #[must_use]
    pub fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by(|a, b| self.compare(texts[*a], texts[*b]).then(a.cmp(b)));
        let mut ranks = vec![0; texts.len()];
        for (rank, index) in order.into_iter().enumerate() {
            ranks[index] = u32::try_from(rank).expect("fewer than four thousand million texts");
        }
        ranks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_words_stand_in_vietnamese_order() {
        let collation = Collation::new("vi");
        let sorted = |words: &[&'static str]| {
            let mut words = words.to_vec();
            words.sort_by(|a, b| collation.compare(a, b));
            words
        };
        // Expected orders: docs/domain.md, "Vietnamese text" (ICU 78).
        assert_eq!(sorted(&["ạ", "á", "ã", "ả", "à", "a"]), ["a", "à", "ả", "ã", "á", "ạ"]);
        assert_eq!(sorted(&["đa", "Dồng", "Dạ"]), ["Dạ", "Dồng", "đa"]);
        assert_eq!(sorted(&["mă", "mac", "mạ"]), ["mạ", "mac", "mă"]);
        assert_eq!(
            sorted(&["o", "ơ", "ô", "u", "ư", "z", "đ", "d", "e"]),
            ["d", "đ", "e", "o", "ô", "ơ", "u", "ư", "z"]
        );
    }

    #[test]
    fn ranks_follow_the_order() {
        assert_eq!(Collation::new("vi").ranks(&["đường", "chè", "dừa"]), [2, 0, 1]);
    }
}
