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

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

pub use args::Args;

/// Mistakes in the catalogue.
const MISTAKES: u8 = 1;
/// Wrong command line, or the world failed.
const FAILED: u8 = 2;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    match commands::run(args) {
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
            ExitCode::from(FAILED)
        }
    }
}
