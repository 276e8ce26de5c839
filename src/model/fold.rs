//! Vietnamese letters without their marks: for addresses and for comparing what people type.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Lower case, marks off, `đ` and Eth as `d`, apostrophes dropped; other characters stay.
///
/// Rule: docs/domain.md, "Vietnamese text" (đ does not decompose, so it is folded by name).
#[must_use]
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut out = String::with_capacity(lower.len());
    for letter in DecomposingNormalizerBorrowed::new_nfd().normalize(&lower).chars() {
        match letter {
            'đ' | 'ð' => out.push('d'),
            '\'' | '’' | '‘' | 'ʼ' => {}
            '\u{300}'..='\u{36f}' => {}
            _ => out.push(letter),
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_marks_off_and_knows_d_with_stroke() {
        assert_eq!(fold("Đường thốt nốt"), "duong thot not");
        assert_eq!(fold("Ðại Việt"), "dai viet");
        assert_eq!(fold("hòa"), fold("hoà"));
        assert_eq!(fold("Vie\u{323}\u{302}t"), "viet");
        assert_eq!(fold("Cư M’gar"), fold("Cư M'gar"));
    }

    #[test]
    fn addresses_are_made_from_names() {
        assert_eq!(slugify("Nước mắm Lê Gia - Cốt đặc biệt 40N"), "nuoc-mam-le-gia-cot-dac-biet-40n");
        assert_eq!(slugify("“7777777” & Bạn"), "7777777-ban");
        assert_eq!(slugify("???"), "");
    }
}
