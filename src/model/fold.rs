//! Vietnamese letters without their marks: for addresses, for search, for comparing what people type.
//!
//! The rules stand in docs/search.md, "Folding"; the browser follows them in `themes/gido/js/search/fold.js`, and both
//! are tested with the same vectors.

use std::sync::LazyLock;

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
    each_word(text, |folded, form| out.push(Word { folded: folded.to_owned(), form }));
    out
}

/// The same, one by one, for texts of a whole catalogue: a word is there until the next one comes.
pub fn each_word(text: &str, mut put: impl FnMut(&str, Form)) {
    let mut word = Marked::default();
    // No sign reaches over a blank, so what stands between two is either simple or not.
    for run in text.split_ascii_whitespace() {
        if run.chars().all(|letter| !matches!(simple(letter), Simple::Not)) {
            for letter in run.chars() {
                match simple(letter) {
                    Simple::Letter { base, shape, tone } => word.simple(base, shape, tone),
                    Simple::Gap => word.finish(&mut put),
                    Simple::Apostrophe | Simple::Not => {}
                }
            }
        } else {
            word.read(run, &mut put);
        }
        word.finish(&mut put);
    }
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

/// What folding makes of one character, where that does not depend on its neighbours.
#[derive(Clone, Copy)]
enum Simple {
    /// A letter or digit of ASCII with its marks as numbers.
    Letter {
        base: u8,
        shape: u8,
        tone: u8,
    },
    /// Between words.
    Gap,
    Apostrophe,
    Not,
}

/// Where Vietnamese letters are, and the signs between its words.
const SIMPLE: [std::ops::Range<u32>; 3] = [0..0x250, 0x1e00..0x1f00, 0x2000..0x2070];

fn simple(letter: char) -> Simple {
    static KNOWN: LazyLock<[Vec<Simple>; 3]> = LazyLock::new(|| SIMPLE.map(|range| range.map(look).collect()));
    let number = letter as u32;
    let at = |index: usize| KNOWN[index][(number - SIMPLE[index].start) as usize];
    match number {
        0..0x250 => at(0),
        0x1e00..0x1f00 => at(1),
        0x2000..0x2070 => at(2),
        _ => Simple::Not,
    }
}

/// Folds one character as any text.
fn look(number: u32) -> Simple {
    let Some(letter) = char::from_u32(number) else { return Simple::Not };
    let letters = Letters::of(letter.encode_utf8(&mut [0; 4]));
    match letters.split_first() {
        Some((Letter::Base(base, shape), marks)) if base.is_ascii_alphanumeric() => {
            let mut word = Marked::default();
            word.letter(*base, *shape);
            for mark in marks {
                let Letter::Mark(mark) = mark else { return Simple::Not };
                word.mark(*mark);
            }
            let number = |number: u32| u8::try_from(number).expect("few shapes and tones");
            Simple::Letter { base: *base as u8, shape: number(word.letters[0].1), tone: number(word.tone) }
        }
        Some((Letter::Base(base, _), [])) if !base.is_alphanumeric() => Simple::Gap,
        Some((Letter::Apostrophe, [])) => Simple::Apostrophe,
        _ => Simple::Not,
    }
}

/// A word that is being read.
#[derive(Default)]
struct Marked {
    letters: Vec<(char, u32)>,
    tone: u32,
    /// Where the folded word is put together.
    folded: String,
}

impl Marked {
    /// Folds any text; its last word is still being read.
    fn read(&mut self, text: &str, put: &mut impl FnMut(&str, Form)) {
        for letter in Letters::of(text) {
            match letter {
                Letter::Base(letter, shape) if letter.is_alphanumeric() => self.letter(letter, shape),
                Letter::Mark(mark) => self.mark(mark),
                Letter::Apostrophe => {}
                Letter::Base(..) => self.finish(put),
            }
        }
    }

    fn letter(&mut self, letter: char, shape: u32) {
        self.letters.push((letter, shape));
    }

    fn simple(&mut self, base: u8, shape: u8, tone: u8) {
        self.letter(char::from(base), shape.into());
        if tone > 0 {
            self.tone = tone.into();
        }
    }

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

    fn finish(&mut self, put: &mut impl FnMut(&str, Form)) {
        let tone = std::mem::take(&mut self.tone);
        if self.letters.is_empty() {
            return;
        }
        let form = if self.letters.len() > LONGEST_SYLLABLE {
            0
        } else {
            let shapes = self.letters.iter().fold(0, |form, (letter, shape)| form * shapes_of(*letter) + shape);
            shapes * 6 + tone
        };
        self.folded.clear();
        self.folded.extend(self.letters.drain(..).map(|(letter, _)| letter));
        put(&self.folded, form);
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
