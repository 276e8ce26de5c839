//! The command line: what was typed becomes a run of the pipeline, and what it found becomes text and an exit code.
//!
//! In: arguments. Out: exit code 0 (done), 1 (mistakes in the catalogue), 2 (wrong command line, or the disk failed).

mod args;
mod commands;
mod doctor;
mod export;
mod import;
mod new;
mod place;
mod print;
mod progress;
mod serve;
mod timings;

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

pub use args::Args;
pub use serve::{Answered, answered};

/// Mistakes in the catalogue.
const MISTAKES: u8 = 1;
/// Wrong command line, or the world failed.
const FAILED: u8 = 2;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    // What waits for the end of a line is written now, while a full disk can still be told.
    let done = commands::run(args).and_then(|outcome| {
        std::io::stdout().flush()?;
        Ok(outcome)
    });
    match done {
        Ok(commands::Outcome::Done) => ExitCode::SUCCESS,
        Ok(commands::Outcome::Mistakes) => ExitCode::from(MISTAKES),
        Err(error) => {
            // A closed pipe is the reader's choice, not a failure.
            if error
                .downcast_ref::<std::io::Error>()
                .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
            {
                return ExitCode::SUCCESS;
            }
            let _ = writeln!(std::io::stderr(), "ocop: {error:#}");
            if let Some(remedy) = remedy(&error) {
                let _ = writeln!(std::io::stderr(), "  help: {remedy}");
            }
            ExitCode::from(FAILED)
        }
    }
}

/// What to do about a failure of the world, where that is plain.
fn remedy(error: &anyhow::Error) -> Option<&'static str> {
    let cause = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>())?;
    Some(match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "the disk is full: free some space, then run the same command again"
        }
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read: write to another one, or make it writable",
        ErrorKind::PermissionDenied => {
            "this user may not do that: ask for the right to, or take a folder (or a port) of your own"
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            "look whether the name is right and the disk is there; if a file was just moved or saved, run the command again"
        }
        _ => return None,
    })
}
