//! The site: what `ocop.toml` decides, after defaults.

use super::{Day, Languages, Stock, Text};

#[derive(Clone, Debug, Hash)]
pub struct Site {
    /// Scheme and host without a slash at the end: `https://ocop.example`.
    pub origin: String,
    /// Path under which the site lives, with slashes around it: `/` or `/catalogue/`.
    pub base_path: String,
    pub languages: Languages,
    pub title: Text,
    pub tagline: Option<Text>,
    pub description: Option<Text>,
    /// Shown on every page, for instance that this is a sample.
    pub notice: Option<Text>,
    pub organisation: Option<Organisation>,
    pub theme: String,
    pub speaks: SpeaksAsOf,
    /// Products on one page of a list.
    pub per_page: usize,
    /// Whether visitors' browsers keep pages for reading without a network.
    pub offline: bool,
    /// Whether the site has a search index.
    pub search: bool,
    pub photos: PhotoSettings,
    pub print: PrintChoices,
}

/// What is made of photos besides what every site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PhotoSettings {
    /// Every size also as AVIF.
    pub avif: bool,
    /// A picture for each product and language that is shown where its address is shared.
    pub share: bool,
}

/// How the catalogue is printed.
#[derive(Clone, Debug, Hash)]
pub struct PrintChoices {
    /// Codes of packages with a number are GS1 Digital Links.
    pub digital_link: bool,
    /// Documents that the site offers as PDF.
    pub publish: Vec<Printable>,
    /// Label stocks: those that every site knows, then the site's own.
    pub stocks: Vec<Stock>,
}

/// What can be set as PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Printable {
    Sheets,
    Labels,
    Prices,
    Book,
}

impl Printable {
    pub const NAMES: &'static [(&'static str, Printable)] = &[
        ("sheets", Printable::Sheets),
        ("labels", Printable::Labels),
        ("prices", Printable::Prices),
        ("book", Printable::Book),
    ];

    /// As in `ocop.toml` and on the command line; also the name of the template: `print/<name>.typ` of the theme.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, what)| *what == self).map_or("", |(name, _)| name)
    }
}

#[derive(Clone, Debug, Hash)]
pub struct Organisation {
    pub name: Text,
    pub url: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub address: Option<Text>,
}

/// The date as of which the catalogue speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeaksAsOf {
    /// Today; pages stay true in the browser after the build.
    Live(Day),
    /// Frozen like a printed book: every page says so.
    Edition(Day),
}

impl SpeaksAsOf {
    #[must_use]
    pub fn day(self) -> Day {
        match self {
            SpeaksAsOf::Live(day) | SpeaksAsOf::Edition(day) => day,
        }
    }
}
