//! Publish: the only layer that touches the place where a site appears.
//!
//! In: finished files (path and bytes). Out: a directory ([`disk`]) or a map in memory ([`memory`], for the preview).
//! Must not know what a file is about: no page kind, no template, no record. Start at [`disk::Staging`].

pub mod disk;
pub mod media_type;
pub mod memory;
