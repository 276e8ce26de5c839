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
        /// Make every page anew, whatever the last build left.
        #[arg(long)]
        fresh: bool,
        /// Show where the time went, stage by stage.
        #[arg(long, value_enum, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "table")]
        timings: Option<TimingsFormat>,
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
    /// Write the catalogue as a workbook, a table or data.
    Export {
        #[command(flatten)]
        catalogue: CatalogueArgs,
        #[arg(long, value_enum, default_value_t = TableFormat::Xlsx)]
        format: TableFormat,
        /// Where it goes; to the terminal or a pipe unless said.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Begin a record: a commented file to fill in, with the next free id.
    New {
        #[command(flatten)]
        catalogue: CatalogueArgs,
        #[arg(value_enum)]
        kind: NewKind,
        /// Name of its folder: small letters a-z, digits and hyphens.
        name: String,
    },
    /// Show figures of the catalogue.
    Stats {
        #[command(flatten)]
        catalogue: CatalogueArgs,
    },
    /// Show what the office has to do: certificates that end soon, products that lack something.
    Todo {
        #[command(flatten)]
        catalogue: CatalogueArgs,
        /// Also write the ends of all current certificates as a calendar.
        #[arg(long, value_name = "FILE.ics")]
        ics: Option<PathBuf>,
    },
    /// Say what is wrong with the set-up.
    Doctor {
        #[command(flatten)]
        catalogue: CatalogueArgs,
    },
    /// Find the id of a place, such as "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn", and what it is today.
    Place {
        /// The place as it stands on a certificate, smallest unit first.
        text: String,
    },
    /// Typeset sheets, labels, a price list or the whole catalogue as PDF.
    Print {
        /// What to print.
        #[arg(value_enum)]
        what: What,
        #[command(flatten)]
        catalogue: CatalogueArgs,
        #[command(flatten)]
        choice: PrintArgs,
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
pub enum What {
    /// A sheet for each product.
    Sheets,
    /// A shelf label for each package.
    Labels,
    /// The price list of a sales point, or of the whole catalogue.
    Prices,
    /// The whole catalogue as a book.
    Book,
}

/// What of the catalogue is printed, and on what.
#[derive(Clone, Debug, clap::Args)]
pub struct PrintArgs {
    /// Only what this sales point sells; its folder name.
    #[arg(long, value_name = "SLUG")]
    pub sales_point: Option<String>,
    /// Only these products; their codes or folder names.
    #[arg(long, value_name = "PRODUCT", num_args = 1..)]
    pub product: Vec<String>,
    /// Language, or two with a plus: `vi`, `en`, `vi+en`. The first language of the catalogue unless said.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// `a4` or `a5` for sheets and the book; for labels their stock, such as `3x8`, `2x7`, `roll-58` or one of `ocop.toml`.
    #[arg(long, value_name = "PAPER")]
    pub paper: Option<String>,
    /// Position of the first free label on a half-used sheet.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=800))]
    pub start: u32,
    /// Labels of each package.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=999))]
    pub copies: u32,
    /// Put the barcode of a package on its label, where it has one, instead of the QR code.
    #[arg(long)]
    pub barcode: bool,
    /// Give the book 3 mm of bleed and crop marks.
    #[arg(long)]
    pub bleed: bool,
    /// Page of the catalogue that opens the book; its folder name under `content/pages/`.
    #[arg(long, value_name = "PAGE")]
    pub foreword: Option<String>,
    /// File to write; the name of what is printed unless said.
    #[arg(long, short, value_name = "FILE.pdf")]
    pub output: Option<PathBuf>,
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

/// How the times of a build are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TimingsFormat {
    /// For people.
    Table,
    /// For programs; nothing else is written to standard output.
    Json,
}

/// Formats of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// A workbook with a sheet for each kind of record.
    Xlsx,
    /// The products as text with commas.
    Csv,
    /// All tables as data.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NewKind {
    Product,
    Producer,
    SalesPoint,
    Post,
}

fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|_| "write a day as year-month-day, for instance 2025-07-31".to_owned())
}
