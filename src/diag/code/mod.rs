//! Every kind of message, one file each. A code never changes its meaning.
//!
//! To add one: a file here, its `mod` line, its line in [`CODES`]; then `docs/diagnostics.md` is made anew by the tests.

mod apostrophe;
mod authority;
mod broken_link;
mod certificate_order;
mod criteria;
mod date;
mod date_order;
mod decision_clash;
mod former_slug;
mod front_matter;
mod future_date;
mod gtin;
mod gtin_clash;
mod id_clash;
mod label_stock;
mod language;
mod letter_eth;
mod linked_file;
mod member_damaged;
mod member_missing;
mod member_outdated;
mod missing_key;
mod mixed_script;
mod not_allowed;
mod number;
mod path_clash;
mod pdf_missing;
mod photo_animated;
mod photo_ending;
mod photo_missing;
mod photo_unreadable;
mod photo_unused;
mod picture_in_text;
mod place_clash;
mod place_parent;
mod potential_five;
mod price;
mod price_low;
mod product_id;
mod quantity;
mod raw_html;
mod score;
mod sheet_long;
mod similar_folder;
mod site;
mod slug;
mod split_place;
mod stars;
mod stray_file;
mod syntax;
mod theme;
mod undated;
mod unknown_decision;
mod unknown_group;
mod unknown_key;
mod unknown_place;
mod unknown_producer;
mod unknown_sales_point;
mod unreadable;
mod unseen_sign;
mod url;
mod wrong_type;

pub use apostrophe::APOSTROPHE;
pub use authority::AUTHORITY;
pub use broken_link::BROKEN_LINK;
pub use certificate_order::CERTIFICATE_ORDER;
pub use criteria::CRITERIA;
pub use date::DATE;
pub use date_order::DATE_ORDER;
pub use decision_clash::DECISION_CLASH;
pub use former_slug::FORMER_SLUG;
pub use front_matter::FRONT_MATTER;
pub use future_date::FUTURE_DATE;
pub use gtin::GTIN;
pub use gtin_clash::GTIN_CLASH;
pub use id_clash::ID_CLASH;
pub use label_stock::LABEL_STOCK;
pub use language::LANGUAGE;
pub use letter_eth::LETTER_ETH;
pub use linked_file::LINKED_FILE;
pub use member_damaged::MEMBER_DAMAGED;
pub use member_missing::MEMBER_MISSING;
pub use member_outdated::MEMBER_OUTDATED;
pub use missing_key::MISSING_KEY;
pub use mixed_script::MIXED_SCRIPT;
pub use not_allowed::NOT_ALLOWED;
pub use number::NUMBER;
pub use path_clash::PATH_CLASH;
pub use pdf_missing::PDF_MISSING;
pub use photo_animated::PHOTO_ANIMATED;
pub use photo_ending::PHOTO_ENDING;
pub use photo_missing::PHOTO_MISSING;
pub use photo_unreadable::PHOTO_UNREADABLE;
pub use photo_unused::PHOTO_UNUSED;
pub use picture_in_text::PICTURE_IN_TEXT;
pub use place_clash::PLACE_CLASH;
pub use place_parent::PLACE_PARENT;
pub use potential_five::POTENTIAL_FIVE;
pub use price::PRICE;
pub use price_low::PRICE_LOW;
pub use product_id::PRODUCT_ID;
pub use quantity::QUANTITY;
pub use raw_html::RAW_HTML;
pub use score::SCORE;
pub use sheet_long::SHEET_LONG;
pub use similar_folder::SIMILAR_FOLDER;
pub use site::SITE;
pub use slug::SLUG;
pub use split_place::SPLIT_PLACE;
pub use stars::STARS;
pub use stray_file::STRAY_FILE;
pub use syntax::SYNTAX;
pub use theme::THEME;
pub use undated::UNDATED;
pub use unknown_decision::UNKNOWN_DECISION;
pub use unknown_group::UNKNOWN_GROUP;
pub use unknown_key::UNKNOWN_KEY;
pub use unknown_place::UNKNOWN_PLACE;
pub use unknown_producer::UNKNOWN_PRODUCER;
pub use unknown_sales_point::UNKNOWN_SALES_POINT;
pub use unreadable::UNREADABLE;
pub use unseen_sign::UNSEEN_SIGN;
pub use url::URL;
pub use wrong_type::WRONG_TYPE;

/// How much a message weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The site is not published until it is mended.
    Error,
    /// Worth knowing; the site is published.
    Warning,
}

impl Level {
    /// The word used in machine-readable output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
        }
    }
}

/// One kind of message.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Stable name, shown first in every message.
    pub id: &'static str,
    pub level: Level,
    /// A paragraph for the reference: what it means, why it matters, what to do.
    pub about: &'static str,
    /// Files (each after a line `-- path --`) that, laid over a small sound catalogue, bring up this message.
    pub example: &'static str,
}

/// The register: every code there is.
pub const CODES: &[&Code] = &[
    &APOSTROPHE,
    &AUTHORITY,
    &BROKEN_LINK,
    &CERTIFICATE_ORDER,
    &CRITERIA,
    &DATE,
    &DATE_ORDER,
    &DECISION_CLASH,
    &FORMER_SLUG,
    &FRONT_MATTER,
    &FUTURE_DATE,
    &GTIN,
    &GTIN_CLASH,
    &ID_CLASH,
    &LABEL_STOCK,
    &LANGUAGE,
    &LETTER_ETH,
    &LINKED_FILE,
    &MEMBER_DAMAGED,
    &MEMBER_MISSING,
    &MEMBER_OUTDATED,
    &MISSING_KEY,
    &MIXED_SCRIPT,
    &NOT_ALLOWED,
    &NUMBER,
    &PATH_CLASH,
    &PHOTO_ANIMATED,
    &PHOTO_ENDING,
    &PHOTO_MISSING,
    &PHOTO_UNREADABLE,
    &PDF_MISSING,
    &PHOTO_UNUSED,
    &PICTURE_IN_TEXT,
    &PLACE_CLASH,
    &PLACE_PARENT,
    &POTENTIAL_FIVE,
    &PRICE,
    &PRICE_LOW,
    &PRODUCT_ID,
    &QUANTITY,
    &RAW_HTML,
    &SCORE,
    &SHEET_LONG,
    &SIMILAR_FOLDER,
    &SITE,
    &SLUG,
    &SPLIT_PLACE,
    &STARS,
    &STRAY_FILE,
    &SYNTAX,
    &THEME,
    &UNDATED,
    &UNKNOWN_DECISION,
    &UNKNOWN_GROUP,
    &UNKNOWN_KEY,
    &UNKNOWN_PLACE,
    &UNKNOWN_PRODUCER,
    &UNKNOWN_SALES_POINT,
    &UNREADABLE,
    &UNSEEN_SIGN,
    &URL,
    &WRONG_TYPE,
];
