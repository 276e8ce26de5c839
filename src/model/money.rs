//! Money. Việt Nam's đồng has no smaller unit, so a price is a whole number.

/// A price in whole đồng, taxes included (Law on Prices 2023; docs/domain.md, "Prices").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dong(u64);

impl Dong {
    /// `None` when negative.
    #[must_use]
    pub fn new(amount: i64) -> Option<Self> {
        u64::try_from(amount).ok().map(Self)
    }

    #[must_use]
    pub fn amount(self) -> u64 {
        self.0
    }
}
