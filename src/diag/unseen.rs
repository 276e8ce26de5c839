//! Signs that take no room on a page and change what a reader sees or a search finds.

/// What an invisible sign does, or `None` for signs that can be seen. Control characters are not among them.
///
/// The joiners U+200C and U+200D belong to some scripts and to emoji; between letters of Latin they hide.
#[must_use]
pub fn name(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            "turns the direction in which the text is read"
        }
        '\u{200b}' | '\u{2060}' | '\u{180e}' | '\u{feff}' => "is a blank without width",
        '\u{ad}' => "is a hyphen that is shown only at the end of a line",
        '\u{2061}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}' => "cannot be seen",
        '\u{e0000}'..='\u{e007f}' => "is a letter that cannot be seen",
        _ => return None,
    })
}

/// The first sign of a text that hides something, with its place in bytes and what it does.
#[must_use]
pub fn first(text: &str) -> Option<(usize, char, &'static str)> {
    let mut before = ' ';
    for (index, letter) in text.char_indices() {
        if is_seen(letter) {
            before = letter;
            continue;
        }
        if let Some(what) = name(letter) {
            return Some((index, letter, what));
        }
        if is_joiner(letter) && is_latin(before) {
            return Some((index, letter, "cannot be seen between Latin letters"));
        }
        before = letter;
    }
    None
}

/// Nearly all letters of nearly all texts; asking for each whether it is one of those above took a tenth of reading.
fn is_seen(letter: char) -> bool {
    matches!(letter, '\0'..='\u{ac}' | '\u{ae}'..='\u{61b}' | '\u{1e00}'..='\u{1fff}')
}

/// Joiners of letters, which Latin does not have.
#[must_use]
pub fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

#[must_use]
pub fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

/// A word whose letters look alike but are of different scripts, and the letter that does not belong: `Тrà` with a
/// Cyrillic Т. Nobody finds it, and it may pass for another name.
#[must_use]
pub fn mixed_word(text: &str) -> Option<(&str, char, &'static str)> {
    // Letters of Greek and Cyrillic begin with one of these bytes, and no other letter has them.
    if !text.bytes().any(|byte| (0xcd..=0xd4).contains(&byte)) {
        return None;
    }
    text.split(|letter: char| !letter.is_alphabetic() && !matches!(letter, '\u{300}'..='\u{36f}'))
        .filter(|word| !word.is_ascii() && word.chars().any(is_latin))
        .find_map(|word| word.chars().find_map(|letter| lookalike(letter).map(|script| (word, letter, script))))
}

const CYRILLIC: &str = "АВСЕНІЈКМОРЅТУХаеіјорсухѕһԁԛԝѵ";
const GREEK: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικυ";

/// The script of a letter that looks like a Latin one.
fn lookalike(letter: char) -> Option<&'static str> {
    if CYRILLIC.contains(letter) {
        Some("Cyrillic")
    } else if GREEK.contains(letter) {
        Some("Greek")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_another_script_are_found_within_a_word() {
        assert_eq!(mixed_word("hộp \u{422}rà xanh"), Some(("\u{422}rà", '\u{422}', "Cyrillic")));
        assert_eq!(mixed_word("\u{39f}COP"), Some(("\u{39f}COP", '\u{39f}', "Greek")));
        for fine in ["Trà Đinh 3★", "Москва", "10 μg, β-caroten, 5 Ω", "Trà Москва", "H’Leo", "茶 trà"]
        {
            assert_eq!(mixed_word(fine), None, "{fine}");
        }
    }

    #[test]
    fn every_lookalike_is_found_and_every_hidden_sign_is_looked_for() {
        for letter in CYRILLIC.chars().chain(GREEK.chars()) {
            let text = format!("trà x{letter}à");
            assert_eq!(mixed_word(&text).map(|(_, found, _)| found), Some(letter), "{text}");
        }
        let hidden = ('\0'..=char::MAX).filter(|letter| name(*letter).is_some() || is_joiner(*letter));
        for letter in hidden {
            assert_eq!(
                first(&format!("trà{letter}")).map(|(_, found, _)| found),
                Some(letter),
                "{}",
                letter.escape_unicode()
            );
        }
    }

    #[test]
    fn joiners_belong_to_other_scripts_and_hide_in_latin() {
        assert!(first("👩\u{200d}🌾").is_none());
        assert_eq!(first("tr\u{200d}à").map(|found| found.0), Some(2));
        assert_eq!(first("trà\u{202e}").map(|found| found.1), Some('\u{202e}'));
    }
}
