//! Shapes that several page kinds share: texts, stars, pictures, places, prices, facts, cards, the frame of a page.

pub mod card;
pub mod chart;
pub mod facts;
pub mod frame;
pub mod items;
pub mod jsonld;
mod node;
pub mod picture;
pub mod place;
pub mod price;
mod scribe;
pub mod stars;
pub mod text;

pub use scribe::{Body, Scribe};
pub use text::{Html, Link, Source, TextView, escaped, source};
