//! The command line as types.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::model::Day;

/// Builds catalogues of OCOP products from small records: a bilingual web site and print-ready sheets.
#[derive(Debug, Parser)]
#[command(name = "ocop", version, propagate_version = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the whole site into a folder.
    Build {
        #[command(flatten)]
        catalogue: CatalogueArgs,
        /// Folder to publish into, `public` of the catalogue unless said.
        #[arg(long, short, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Number of threads; as many as the machine has cores unless said.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
        jobs: Option<u16>,
        /// Do not publish while there are warnings.
        #[arg(long)]
        strict: bool,
    },
    /// Show the site on this machine and reload it when a file changes.
    Serve {
        #[command(flatten)]
        catalogue: CatalogueArgs,
        /// Port to listen on; the next free one from 1111 unless said.
        #[arg(long, value_name = "N")]
        port: Option<u16>,
        /// Open the browser.
        #[arg(long)]
        open: bool,
    },
    /// Tell about every mistake and about the translation; write nothing.
    Check {
        #[command(flatten)]
        catalogue: CatalogueArgs,
        /// How messages are written.
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// Let warnings count as mistakes.
        #[arg(long)]
        strict: bool,
    },
    /// List every path of the site; write nothing.
    List {
        #[command(flatten)]
        catalogue: CatalogueArgs,
    },
    /// Turn an office list (.xlsx, .xls, .ods, .csv) into records; what was written by hand stays.
    Import {
        /// Folder of the catalogue, where `ocop.toml` is.
        #[arg(long, value_name = "DIR", default_value = ".")]
        root: PathBuf,
        /// The list.
        file: PathBuf,
        /// What the program cannot guess about the list.
        #[arg(long, value_name = "MAP.toml")]
        map: Option<PathBuf>,
        /// Photos named like products, ids or barcode numbers.
        #[arg(long, value_name = "DIR")]
        photos: Option<PathBuf>,
        /// Show what would be done; write nothing.
        #[arg(long)]
        dry_run: bool,
        /// Show the names of household businesses, which are mostly those of private persons.
        #[arg(long)]
        household_names: bool,
        /// Where the report goes; beside the list unless said.
        #[arg(long, value_name = "FILE.xlsx")]
        report: Option<PathBuf>,
    },
    /// Find the id of a place, such as "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn", and what it is today.
    Place {
        /// The place as it stands on a certificate, smallest unit first.
        text: String,
    },
    /// Write the JSON Schema of every record kind, for completion in editors.
    Schema {
        /// Folder to write them into.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Write shell completions to the terminal.
    Completions {
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// Which catalogue, and as of when.
#[derive(Clone, Debug, clap::Args)]
pub struct CatalogueArgs {
    /// Folder of the catalogue, where `ocop.toml` is.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// Address of the published site, instead of the one in `ocop.toml`.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Today's date, such as 2025-07-31; else `SOURCE_DATE_EPOCH`, else the clock. An edition speaks as of its own date.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Day>,
    /// Show records marked as drafts.
    #[arg(long)]
    pub drafts: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with the line of the file.
    Human,
    /// For programs.
    Json,
    /// For GitHub Actions.
    Github,
}

fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|_| "write a day as year-month-day, for instance 2025-07-31".to_owned())
}
