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
    fn slugs_hold_small_letters_digits_and_single_hyphens() {
        for good in ["a", "mien-dong", "st25", "10-nam"] {
            assert!(Slug::try_from(good).is_ok(), "{good}");
        }
        for bad in ["", "Mien", "miến", "a--b", "-a", "a-", "a b", "a/b", ".."] {
            assert!(Slug::try_from(bad).is_err(), "{bad}");
        }
    }
}
