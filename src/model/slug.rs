//! The part of an address that names a record.

use std::fmt;
use std::sync::Arc;

/// Small letters a–z, digits and single hyphens, such as `mien-dong-tai-hoan`; never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(Arc<str>);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("only small letters a-z, digits and single hyphens can stand in an address")]
pub struct NotASlug;

impl Slug {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same for slugs that look the same to the eye.
    #[must_use]
    pub fn skeleton(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        for letter in self.0.chars() {
            match (letter, out.chars().next_back()) {
                ('1', _) => out.push('l'),
                ('0', _) => out.push('o'),
                ('n', Some('r')) => out.replace_range(out.len() - 1.., "m"),
                ('v', Some('v')) => out.replace_range(out.len() - 1.., "w"),
                _ => out.push(letter),
            }
        }
        out
    }
}

impl TryFrom<&str> for Slug {
    type Error = NotASlug;

    fn try_from(text: &str) -> Result<Self, NotASlug> {
        let good = !text.is_empty()
            && text
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if good { Ok(Self(Arc::from(text))) } else { Err(NotASlug) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_that_look_the_same_have_one_skeleton() {
        let skeleton = |slug: &str| Slug::try_from(slug).expect("a slug").skeleton();
        for (one, other) in [("tra-1", "tra-l"), ("ocop", "0c0p"), ("mam-tom", "rnam-torn"), ("vvorld-10", "world-lo")]
        {
            assert_eq!(skeleton(one), skeleton(other));
        }
        for (one, other) in [("tra-1", "tra-2"), ("tra-i", "tra-l"), ("nam-r-n", "nam-m"), ("ba", "ab")] {
            assert_ne!(skeleton(one), skeleton(other));
        }
    }

    #[test]
    fn slugs_hold_small_letters_digits_and_single_hyphens() {
        for good in ["a", "mien-dong", "st25", "10-nam"] {
            assert!(Slug::try_from(good).is_ok(), "{good}");
        }
        for bad in ["", "Mien", "miến", "a--b", "-a", "a-", "a b", "a/b", ".."] {
            assert!(Slug::try_from(bad).is_err(), "{bad}");
        }
    }
}
