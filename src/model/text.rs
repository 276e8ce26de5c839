//! Text of the catalogue: cleaned once, given in some of the languages.

use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::{LangId, Languages};
use crate::diag::unseen;

/// One text in the languages in which the author wrote it; the default language is always there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    by_lang: Box<[Option<Arc<str>>]>,
    /// Written as a bare string: a proper name, the same in all languages, so not a missing translation.
    bare: bool,
}

/// A text together with the language it is really in, which may not be the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localised<'t> {
    pub text: &'t str,
    pub lang: LangId,
}

impl Text {
    /// A proper name, the same in all languages.
    #[must_use]
    pub fn bare(text: &str, languages: &Languages) -> Self {
        let mut by_lang = vec![None; languages.len()];
        by_lang[languages.default_id().index()] = Some(Arc::from(text));
        Self { by_lang: by_lang.into(), bare: true }
    }

    /// `None` when the default language is not among the texts.
    #[must_use]
    pub fn translated(texts: Vec<(LangId, String)>, languages: &Languages) -> Option<Self> {
        let mut by_lang: Vec<Option<Arc<str>>> = vec![None; languages.len()];
        for (lang, text) in texts {
            by_lang[lang.index()] = Some(Arc::from(text));
        }
        by_lang[languages.default_id().index()].is_some().then(|| Self { by_lang: by_lang.into(), bare: false })
    }

    /// The text in `lang`, or else in the default language.
    #[must_use]
    pub fn get(&self, lang: LangId) -> Localised<'_> {
        if let Some(text) = &self.by_lang[lang.index()] {
            return Localised { text, lang };
        }
        let text = self.by_lang[0].as_deref().expect("a text is given in the default language");
        Localised { text, lang: LangId::DEFAULT }
    }

    /// True when `lang` shows another language's words although they should be translated.
    #[must_use]
    pub fn lacks(&self, lang: LangId) -> bool {
        !self.bare && self.by_lang[lang.index()].is_none()
    }

    /// Every text there is, for search and checks.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.by_lang.iter().flatten().map(|text| &**text)
    }
}

/// What [`clean`] had to repair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Ð (Eth, U+00D0) stood for Đ.
    pub eth: bool,
    /// The same text wrote its apostrophes both as ' and as ’.
    pub apostrophes: bool,
}

/// Code points that stand for no character; XML refuses some of them, so a feed would be broken.
fn is_no_character(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

/// A text without control characters and signs that hide something. Joiners belong to other scripts and to emojis.
fn shown(raw: &str) -> String {
    let mut kept = String::with_capacity(raw.len());
    for letter in raw.chars() {
        let is_hidden = unseen::name(letter).is_some() || unseen::is_joiner(letter) && kept.ends_with(unseen::is_latin);
        let is_control = letter.is_control() && !matches!(letter, '\n' | '\t');
        if !is_hidden && !is_control && !is_no_character(letter) {
            kept.push(letter);
        }
    }
    kept
}

/// Composed letters. What was taken out may have kept a mark from its letter, so this comes after it.
fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Brings a text into the form in which it is stored and compared: NFC, Đ for Eth, one kind of apostrophe, no
/// control characters, no signs that hide something, no blanks at the ends.
///
/// Rule: docs/domain.md, "Vietnamese text".
#[must_use]
pub fn clean(raw: &str) -> (String, Repairs) {
    let mut repairs = Repairs::default();
    let mut composed = composed(&shown(raw));
    // Composing puts marks in another order, so that a joiner may stand behind a Latin one only now.
    while composed.contains(unseen::is_joiner) {
        let again = self::composed(&shown(&composed));
        if again == composed {
            break;
        }
        composed = again;
    }
    let between_letters = |text: &str, mark: char| {
        let mut chars = text.chars().peekable();
        let mut before = ' ';
        while let Some(this) = chars.next() {
            if this == mark && before.is_alphabetic() && chars.peek().is_some_and(|next| next.is_alphabetic()) {
                return true;
            }
            before = this;
        }
        false
    };
    repairs.apostrophes = between_letters(&composed, '\'') && between_letters(&composed, '’');
    let mut out = String::with_capacity(composed.len());
    for letter in composed.trim().chars() {
        match letter {
            'Ð' => {
                repairs.eth = true;
                out.push('Đ');
            }
            '\'' if repairs.apostrophes => out.push('’'),
            _ => out.push(letter),
        }
    }
    (out, repairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_composed_and_eth_becomes_d_with_stroke() {
        let decomposed = "Ðại Vie\u{323}\u{302}t";
        let (text, repairs) = clean(decomposed);
        assert_eq!(text, "Đại Việt");
        assert!(repairs.eth);
        assert!(!repairs.apostrophes);
    }

    #[test]
    fn a_clean_text_stays_as_it_is() {
        // The marks change places when they are composed, and only then the joiner stands behind one of Latin letters.
        let (text, _) = clean("\u{345}\u{745}\u{200c} chè");
        assert_eq!(text, "\u{745}\u{345} chè");
        assert_eq!(clean(&text).0, text);
    }

    #[test]
    fn mixed_apostrophes_are_made_one_kind() {
        let (text, repairs) = clean("Cư M'gar và Ea H’Leo");
        assert_eq!(text, "Cư M’gar và Ea H’Leo");
        assert!(repairs.apostrophes);
        assert_eq!(clean("Cư M'gar").0, "Cư M'gar");
    }

    #[test]
    fn a_missing_language_falls_back_to_the_default_one() {
        let languages = Languages::new(&["vi", "en"]).expect("two languages");
        let (vi, en) = (languages.by_tag("vi").expect("vi"), languages.by_tag("en").expect("en"));
        let text = Text::translated(vec![(vi, "Miến dong".into())], &languages).expect("default given");
        assert_eq!(text.get(en), Localised { text: "Miến dong", lang: vi });
        assert!(text.lacks(en));
        assert!(!Text::bare("HTX Tài Hoan", &languages).lacks(en));
    }
}
