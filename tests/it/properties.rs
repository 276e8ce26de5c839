//! What must hold for all values, not only for examples: every syllable of Vietnamese, every day of a certificate.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use ocop::diag::{FileId, Place};
use ocop::model::{
    Certification, Collation, Dated, Day, Ending, PartialDate, Slug, Stars, clean, current, fold, slugify, sound, words,
};

const INITIALS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

/// Nuclei, the letter that bears the tone in today's school spelling and, where it differs, in the older one.
const NUCLEI: [(&str, usize, usize); 39] = [
    ("a", 0, 0),
    ("ă", 0, 0),
    ("â", 0, 0),
    ("e", 0, 0),
    ("ê", 0, 0),
    ("i", 0, 0),
    ("o", 0, 0),
    ("ô", 0, 0),
    ("ơ", 0, 0),
    ("u", 0, 0),
    ("ư", 0, 0),
    ("y", 0, 0),
    ("ai", 0, 0),
    ("ao", 0, 0),
    ("au", 0, 0),
    ("ay", 0, 0),
    ("âu", 0, 0),
    ("ây", 0, 0),
    ("eo", 0, 0),
    ("êu", 0, 0),
    ("ia", 0, 0),
    ("iê", 1, 1),
    ("iêu", 1, 1),
    ("iu", 0, 0),
    ("oa", 1, 0),
    ("oai", 1, 1),
    ("oe", 1, 0),
    ("oi", 0, 0),
    ("ôi", 0, 0),
    ("ơi", 0, 0),
    ("ua", 0, 0),
    ("uô", 1, 1),
    ("uôi", 1, 1),
    ("ưa", 0, 0),
    ("ươ", 1, 1),
    ("ươi", 1, 1),
    ("uy", 1, 0),
    ("uyê", 2, 2),
    ("yê", 1, 1),
];
const FINALS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
const TONES: [&str; 6] = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];

fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

fn decomposed(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

/// Every way of writing a syllable with a tone: both places of the tone, composed and decomposed, the tone before or
/// after the mark of the vowel, small and capital letters.
fn ways(initial: &str, (nucleus, new, old): (&str, usize, usize), last: &str, tone: &str) -> Vec<String> {
    let mut ways = BTreeSet::new();
    for place in [new, old] {
        let mut text = initial.to_owned();
        let mut early = initial.to_owned();
        for (index, vowel) in nucleus.chars().enumerate() {
            let here = if index == place { tone } else { "" };
            text.push(vowel);
            text.push_str(here);
            let mut parts = decomposed(vowel.encode_utf8(&mut [0; 4])).chars().collect::<Vec<_>>().into_iter();
            early.extend(parts.next());
            early.push_str(here);
            early.extend(parts);
        }
        for text in [text + last, early + last] {
            let mut first = text.chars();
            let title = first.next().into_iter().flat_map(char::to_uppercase).chain(first).collect();
            for text in [text.to_uppercase(), title, text] {
                ways.insert(composed(&text));
                ways.insert(decomposed(&text));
                ways.insert(text);
            }
        }
    }
    ways.into_iter().collect()
}

fn plain(initial: &str, nucleus: &str, last: &str) -> String {
    let base = |letter: char| match letter {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        other => other,
    };
    format!("{initial}{nucleus}{last}").chars().map(base).collect()
}

#[test]
fn every_syllable_is_found_in_every_way_of_writing_it() {
    let mut seen = 0;
    let mut shapes = BTreeSet::new();
    for initial in INITIALS {
        for nucleus in NUCLEI {
            for last in FINALS {
                for tone in TONES {
                    let expected = plain(initial, nucleus.0, last);
                    let ways = ways(initial, nucleus, last, tone);
                    let first = words(&ways[0]);
                    let sounds = sound(&ways[0]);
                    let address = slugify(&ways[0]);
                    assert_eq!(first.len(), 1, "{}", ways[0]);
                    shapes.insert((expected.clone(), first[0].form));
                    for way in &ways {
                        seen += 1;
                        assert_eq!(fold(way), expected, "{way}");
                        assert_eq!(words(way), first, "{way}");
                        assert_eq!(sound(way), sounds, "{way}");
                        assert_eq!(slugify(way), address, "{way}");
                        let (cleaned, _) = clean(way);
                        assert_eq!(words(&cleaned), first, "{way}");
                    }
                    assert_eq!(Slug::try_from(address.as_str()).map(|slug| slug.to_string()), Ok(expected));
                }
            }
        }
    }
    assert!(seen > 400_000, "{seen}");
    // Two syllables with different marks are never one word to the search, but for those that one spelling joins.
    assert!(shapes.len() > 50_000, "{}", shapes.len());
}

/// The browser folds every syllable as the program does, whichever way it is written.
#[test]
fn the_browser_folds_every_syllable_as_the_program_does() {
    let mut texts = Vec::new();
    for (index, initial) in INITIALS.into_iter().enumerate() {
        for (other, nucleus) in NUCLEI.into_iter().enumerate() {
            for (number, last) in FINALS.into_iter().enumerate() {
                for (tone_number, tone) in TONES.into_iter().enumerate() {
                    // One way of each syllable, another one each time: all of them together are forty megabytes.
                    let ways = ways(initial, nucleus, last, tone);
                    texts.push(ways[(index * 31 + other * 17 + number * 7 + tone_number) % ways.len()].clone());
                }
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("texts.json");
    std::fs::write(&list, serde_json::to_string(&texts).expect("texts are JSON")).expect("write the texts");
    let script = format!(
        "import {{ words }} from 'file://{}';\nimport {{ readFileSync }} from 'node:fs';\nconst texts = JSON.parse(readFileSync(process.argv[1], 'utf8'));\nprocess.stdout.write(texts.map((text) => words(text).map(({{ folded, form }}) => folded + ' ' + form).join(' ')).join('\\n'));\n",
        root.join("themes/gido/js/search/fold.js").display()
    );
    let output =
        Command::new("node").args(["--input-type=module", "-e", &script]).arg(&list).stderr(Stdio::inherit()).output();
    let Ok(output) = output else {
        assert!(std::env::var_os("CI").is_none(), "node is there where all tests run");
        return;
    };
    assert!(output.status.success());
    let folded = String::from_utf8(output.stdout).expect("text");
    let folded: Vec<&str> = folded.lines().collect();
    assert_eq!(folded.len(), texts.len());
    for (text, browser) in texts.iter().zip(folded) {
        let mut program = String::new();
        for word in words(text) {
            let _ = write!(program, "{}{} {}", if program.is_empty() { "" } else { " " }, word.folded, word.form);
        }
        assert_eq!(browser, program, "{text}");
    }
}

#[test]
fn alphabetical_order_is_an_order_and_ranks_follow_it() {
    let mut names: Vec<String> = Vec::new();
    for (index, initial) in INITIALS.into_iter().enumerate() {
        for (other, nucleus) in NUCLEI.into_iter().enumerate() {
            let tone = TONES[(index + other) % TONES.len()];
            let ways = ways(initial, nucleus, FINALS[(index * 5 + other) % FINALS.len()], tone);
            names.push(ways[(index + other * 3) % ways.len()].clone());
        }
    }
    names.extend(["", " ", "2", "10", "Ω", "茶", "a b", "ab", "a-b"].map(str::to_owned));
    for tag in ["vi", "en", "zz"] {
        let collation = Collation::new(tag);
        let texts: Vec<&str> = names.iter().map(String::as_str).collect();
        let ranks = collation.ranks(&texts);
        assert_eq!(ranks.iter().collect::<BTreeSet<_>>().len(), ranks.len(), "every text has a rank of its own");
        for (a, b) in texts.iter().zip(&ranks) {
            for (c, d) in texts.iter().zip(&ranks).step_by(7) {
                let order = collation.compare(a, c);
                assert_eq!(order, collation.compare(c, a).reverse(), "{a} {c}");
                // Equal texts only stand in the order in which they came.
                assert!(order == b.cmp(d) || order == Ordering::Equal && a == c, "{a} {c}");
            }
        }
        let backwards: Vec<&str> = texts.iter().rev().copied().collect();
        let sorted = |texts: &[&str]| {
            let mut sorted: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            sorted.sort_by(|a, b| collation.compare(a, b));
            sorted
        };
        assert_eq!(sorted(&texts), sorted(&backwards), "whatever the order before");
    }
}

fn certification(
    stars: Stars,
    dated: Dated,
    valid_until: Option<PartialDate>,
    withdrawn: Option<PartialDate>,
) -> Certification {
    Certification {
        stars,
        dated,
        decision: None,
        level: None,
        criteria: None,
        score: None,
        potential_five: false,
        ending: Ending::derive(valid_until, dated),
        withdrawn,
        note: None,
        place: Place::top(FileId(0)),
    }
}

/// As exact as records are, and not known.
fn dates(year: i16) -> Vec<PartialDate> {
    [format!("{year}"), format!("{year}-02"), format!("{year}-12"), format!("{year}-02-28"), format!("{year}-12-31")]
        .iter()
        .map(|text| text.parse().expect("a date"))
        .collect()
}

/// A certificate that has certainly ended, or was withdrawn, is never again valid without a new one.
#[test]
fn stars_never_come_back_without_a_new_certificate() {
    let first: Day = "2017-12-01".parse().expect("a day");
    let mut histories: Vec<Vec<Certification>> = Vec::new();
    let mut one: Vec<Certification> = Vec::new();
    for date in dates(2018) {
        for dated in [Dated::On(date), Dated::By(date), Dated::Unknown] {
            for until in std::iter::once(None).chain(dates(2020).into_iter().map(Some)) {
                for withdrawn in std::iter::once(None).chain(dates(2019).into_iter().map(Some)) {
                    one.push(certification(Stars::Four, dated, until, withdrawn));
                }
            }
        }
    }
    histories.extend(one.iter().map(|certificate| vec![certificate.clone()]));
    for (index, certificate) in one.iter().enumerate().step_by(11) {
        for date in dates(2020) {
            for dated in [Dated::On(date), Dated::By(date)] {
                histories.push(vec![certificate.clone(), certification(Stars::Three, dated, None, None)]);
                histories
                    .push(vec![certification(Stars::Five, dated, None, None), one[(index * 7) % one.len()].clone()]);
            }
        }
    }
    assert!(histories.len() > 1_000);
    for history in &histories {
        let mut ended: Vec<(Dated, Ending)> = Vec::new();
        // Every third day for eight years, and the days around the ends of months.
        for day in (0..365 * 8).filter(|day| day % 3 == 0 || day % 30 < 2).map(|days| first.plus_days(days)) {
            let Some(certificate) = current(history, day) else { continue };
            let key = (certificate.dated, certificate.ending);
            let is_current = certificate.standing(day).is_current();
            assert!(!is_current || !ended.contains(&key), "{certificate:?} on {day}");
            if is_current {
                assert!(certificate.existed(day), "{certificate:?} on {day}");
            } else if !ended.contains(&key) && certificate.dated.latest().is_none_or(|latest| latest <= day) {
                ended.push(key);
            }
        }
    }
}
