//! The office: lists become records, and records become lists.
//!
//! In: a table from an office (`.xlsx`, `.xls`, `.ods`, `.csv`) and the catalogue as it is. Out: records in `content/`,
//! changed only where nobody wrote by hand, and a report for every row; or the catalogue as a table.
//! Must not know: addresses, templates, the command line. Start at [`import::import`].

pub mod blank;
pub mod book;
pub mod export;
pub mod import;
mod journal;
pub mod stats;
pub mod store;
pub mod todo;
