//! Vietnamese letters without their marks: for addresses, for search, for comparing what people type.
//!
//! The rules stand in docs/search.md, "Folding"; the browser follows them in `themes/gido/js/search/fold.js`, and both
//! are tested with the same vectors.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A word of a text as search knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, marks off.
    pub folded: String,
    /// The marks that folding took off; 0 where there were none.
    pub form: Form,
}

/// The marks of a folded word as one number: the shape of each vowel and of `d` from left to right, then the tone of
/// the whole word. So the place of the tone does not count: `hòa` and `hoà` are one form.
pub type Form = u32;

/// A Vietnamese syllable has at most seven letters (nghiêng); longer words keep no marks.
const LONGEST_SYLLABLE: usize = 7;

/// The words of a text, in order. Words are runs of letters and digits; apostrophes inside them vanish.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut word = Marked::default();
    for letter in Letters::of(text) {
        match letter {
            Letter::Base(letter, shape) if letter.is_alphanumeric() => word.letters.push((letter, shape)),
            Letter::Mark(mark) => word.mark(mark),
            Letter::Apostrophe => {}
            Letter::Base(..) => word.finish(&mut out),
        }
    }
    word.finish(&mut out);
    out
}

/// Lower case, marks off, `đ` and Eth as `d`, apostrophes dropped; other characters stay.
///
/// Rule: docs/domain.md, "Vietnamese text" (đ does not decompose, so it is folded by name).
#[must_use]
pub fn fold(text: &str) -> String {
    let letters = Letters::of(text).into_iter();
    letters
        .filter_map(|letter| match letter {
            Letter::Base(letter, _) => Some(letter),
            Letter::Mark(_) | Letter::Apostrophe => None,
        })
        .collect()
}

/// A name as it sounds: lower case, each tone behind its syllable, so that `Hòa` and `Hoà` are one; no signs.
#[must_use]
pub fn sound(name: &str) -> String {
    let mut out = String::new();
    let mut tone = None;
    for letter in DecomposingNormalizerBorrowed::new_nfd().normalize(&name.to_lowercase()).chars() {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(letter),
            _ if letter.is_alphanumeric() || matches!(letter, '\u{302}' | '\u{306}' | '\u{31b}') => out.push(letter),
            '\'' | '’' | '‘' | 'ʼ' => {}
            _ => {
                out.extend(tone.take());
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
        }
    }
    out.extend(tone);
    out.trim_end().to_owned()
}

/// The folded text as an address: everything but a–z and 0–9 becomes one hyphen. May be empty.
#[must_use]
pub fn slugify(text: &str) -> String {
    let mut out = String::new();
    for letter in fold(text).chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

enum Letter {
    /// A character without its marks; the shape is 1 for `đ`, marks of other letters follow on their own.
    Base(char, u32),
    Mark(char),
    Apostrophe,
}

struct Letters;

impl Letters {
    fn of(text: &str) -> Vec<Letter> {
        let lower = text.to_lowercase();
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
        let letter = |letter| match letter {
            'đ' | 'ð' => Letter::Base('d', 1),
            '\'' | '’' | '‘' | 'ʼ' => Letter::Apostrophe,
            '\u{300}'..='\u{36f}' => Letter::Mark(letter),
            _ => Letter::Base(letter, 0),
        };
        decomposed.chars().map(letter).collect()
    }
}

/// A word that is being read.
#[derive(Default)]
struct Marked {
    letters: Vec<(char, u32)>,
    tone: u32,
}

impl Marked {
    /// Marks that Vietnamese does not know are taken off and forgotten.
    fn mark(&mut self, mark: char) {
        let tone = match mark {
            '\u{300}' => 1,
            '\u{309}' => 2,
            '\u{303}' => 3,
            '\u{301}' => 4,
            '\u{323}' => 5,
            _ => 0,
        };
        if tone > 0 {
            self.tone = tone;
        } else if let Some((letter, shape)) = self.letters.last_mut() {
            *shape = match (*letter, mark) {
                ('a', '\u{306}') => 1,
                ('a', '\u{302}') => 2,
                ('e' | 'o', '\u{302}') => 1,
                ('o', '\u{31b}') => 2,
                ('u', '\u{31b}') => 1,
                _ => *shape,
            };
        }
    }

    fn finish(&mut self, out: &mut Vec<Word>) {
        if self.letters.is_empty() {
            self.tone = 0;
            return;
        }
        let form = if self.letters.len() > LONGEST_SYLLABLE {
            0
        } else {
            let shapes = self.letters.iter().fold(0, |form, (letter, shape)| form * shapes_of(*letter) + shape);
            shapes * 6 + self.tone
        };
        out.push(Word { folded: self.letters.iter().map(|(letter, _)| *letter).collect(), form });
        *self = Self::default();
    }
}

/// In how many shapes Vietnamese writes a letter: a ă â, e ê, o ô ơ, u ư, d đ.
fn shapes_of(letter: char) -> u32 {
    match letter {
        'a' | 'o' => 3,
        'e' | 'u' | 'd' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests;
