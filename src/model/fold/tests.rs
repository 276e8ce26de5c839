//! The vectors that the browser is tested with too, and all syllables in all ways of writing them.

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

#[test]
fn words_fold_as_the_shared_vectors_say() {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("../../../tests/search/fold.json")).expect("the vectors are JSON");
    let vectors = vectors.as_array().expect("a list");
    assert!(vectors.len() > 30, "the file holds the vectors");
    for vector in vectors {
        let text = vector["text"].as_str().expect("a text");
        let seen: Vec<serde_json::Value> =
            words(text).into_iter().map(|word| serde_json::json!([word.folded, word.form])).collect();
        assert_eq!(vector["words"], serde_json::Value::Array(seen), "{text}");
    }
}

const VOWELS: [(&str, &str); 12] = [
    ("a", "a"),
    ("ă", "a"),
    ("â", "a"),
    ("e", "e"),
    ("ê", "e"),
    ("i", "i"),
    ("o", "o"),
    ("ô", "o"),
    ("ơ", "o"),
    ("u", "u"),
    ("ư", "u"),
    ("y", "y"),
];
const TONES: [&str; 6] = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];

/// Every vowel and pair of vowels with every tone on either letter, between consonants, as NFC, as NFD, with the tone
/// before the other mark (which NFC does not repair), and in upper case: one word, one form.
#[test]
fn every_syllable_folds_alike_in_every_way_of_writing_it() {
    use icu_normalizer::ComposingNormalizerBorrowed;
    let nfd = |text: &str| DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned();
    let nfc = |text: &str| ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned();
    let mut seen = 0;
    for (first, _) in VOWELS {
        for second in std::iter::once("").chain(VOWELS.iter().map(|(vowel, _)| *vowel)) {
            for (number, tone) in TONES.iter().enumerate() {
                for (start, end) in [("", ""), ("đ", "ng"), ("qu", ""), ("th", "t")] {
                    let on_first = format!("{start}{first}{tone}{second}{end}");
                    let on_second = format!("{start}{first}{second}{tone}{end}");
                    let before = nfd(first);
                    let mut letters = before.chars();
                    let base = letters.next().expect("a vowel");
                    let marks_swapped = format!("{start}{base}{tone}{}{second}{end}", letters.as_str());
                    let expected = words(&nfc(&on_first));
                    assert_eq!(expected.len(), 1, "{on_first}");
                    assert_eq!(expected[0].form % 6, number as u32, "{on_first}");
                    for way in
                        [nfd(&on_first), nfc(&on_second), nfd(&on_second), marks_swapped, on_first.to_uppercase()]
                    {
                        assert_eq!(words(&way), expected, "{way}");
                        assert_eq!(fold(&way), expected[0].folded, "{way}");
                        seen += 1;
                    }
                }
            }
        }
    }
    assert_eq!(seen, 12 * 13 * 6 * 4 * 5);
}

#[test]
fn different_marks_are_different_forms_of_one_word() {
    let mut forms = std::collections::BTreeSet::new();
    for (vowel, base) in VOWELS.iter().filter(|(_, base)| *base == "o") {
        for tone in TONES {
            for start in ["d", "đ"] {
                let word = words(&format!("{start}{vowel}{tone}n")).remove(0);
                assert_eq!(word.folded, format!("d{base}n"));
                forms.insert(word.form);
            }
        }
    }
    assert_eq!(forms.len(), 3 * 6 * 2);
}

/// What a table answers must be what folding the whole text would.
#[test]
fn simple_letters_fold_as_all_others() {
    let whole = |text: &str| {
        let (mut word, mut out) = (Marked::default(), Vec::new());
        let mut put = |folded: &str, form| out.push(Word { folded: folded.to_owned(), form });
        word.read(text, &mut put);
        word.finish(&mut put);
        out
    };
    let mut simple_ones = 0;
    for letter in (0..0x3100).filter_map(char::from_u32) {
        simple_ones += usize::from(!matches!(simple(letter), Simple::Not));
        for around in [["", ""], ["hòa ", " nhã"], ["đườ", "ng"], ["a\u{301}", "\u{302}\u{301}x"], ["ΑΣ ", "ΑΣ"]]
        {
            let text = format!("{}{letter}{}", around[0], around[1]);
            assert_eq!(words(&text), whole(&text), "{text:?}");
        }
    }
    assert!(simple_ones > 700, "{simple_ones}");
}
