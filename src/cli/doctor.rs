//! `ocop doctor`: what is wrong with the set-up, in plain words.

use std::io::Write as _;
use std::path::Path;

use crate::diag::Level;
use crate::office::import;

use super::args::CatalogueArgs;
use super::commands::{Outcome, choices};

/// One thing that was looked at.
struct Finding {
    is_well: bool,
    text: String,
    /// What to do about it.
    remedy: &'static str,
}

/// Looks at the folder, not at the records: those are what `ocop check` is for.
///
/// # Errors
/// When the terminal is closed.
pub fn doctor(catalogue: &CatalogueArgs) -> anyhow::Result<Outcome> {
    let root = &catalogue.root;
    let mut found = vec![Finding { is_well: true, text: format!("ocop {}", env!("CARGO_PKG_VERSION")), remedy: "" }];
    let mut look = |is_well: bool, well: String, ill: String, remedy: &'static str| {
        found.push(Finding { is_well, text: if is_well { well } else { ill }, remedy });
    };
    let shown = root.display();
    let site = root.join("ocop.toml");
    look(
        site.is_file(),
        format!("{} is there", site.display()),
        format!("there is no {}", site.display()),
        "go to the folder of the catalogue, or say where it is: --root FOLDER",
    );
    look(
        root.join("content").is_dir(),
        "the folder content is there".into(),
        "there is no folder content, so the site has no products".into(),
        "begin with `ocop new producer NAME` and `ocop new product NAME`, or with `ocop import LIST.xlsx`",
    );
    look(
        is_writable(root),
        format!("files can be written in {shown}"),
        format!("files cannot be written in {shown}"),
        "move the catalogue to a folder of your own, or ask for the right to write there",
    );
    look(
        !import::is_interrupted(root),
        "no import was interrupted".into(),
        "an import was interrupted".into(),
        "run the import again: it first completes the one that was interrupted",
    );
    match choices(catalogue) {
        Ok(choices) => look(
            choices.today.year() >= 2018,
            format!("today is {}", choices.today),
            format!("the clock says {}, before there was OCOP", choices.today),
            "set the clock of the machine, or give --today",
        ),
        Err(error) => look(
            false,
            String::new(),
            format!("the date is not known: {error:#}"),
            "set the clock of the machine, or give --today",
        ),
    }
    if site.is_file()
        && let Ok(choices) = choices(catalogue)
    {
        match crate::check(root, &choices) {
            Err(error) => look(
                false,
                String::new(),
                format!("the catalogue cannot be read: {error:#}"),
                "look whether the disk is there and the files may be read",
            ),
            Ok(checked) => {
                let errors = checked.sink.count(Level::Error);
                look(
                    errors == 0,
                    "the records have no mistakes".into(),
                    format!("the records have {errors} mistakes"),
                    "`ocop check` shows each with its line",
                );
                if let Some(planned) = &checked.planned {
                    let url = format!("{}{}", planned.catalogue.site.origin, planned.catalogue.site.base_path);
                    look(
                        !url.contains("example"),
                        format!("the site will be at {url}"),
                        format!("the address of the site is {url}, which is only an example"),
                        "write the real address into base_url of ocop.toml before you publish: printed codes lead there",
                    );
                    let products = planned.catalogue.products.len();
                    look(
                        products > 0,
                        format!("{products} products are shown"),
                        "no product is shown".into(),
                        "begin with `ocop import LIST` or `ocop new product NAME`; drafts are left out, so take `draft = true` \
                         out of records that are ready",
                    );
                }
            }
        }
    }
    let output = root.join("public");
    look(
        !output.exists() || output.join(".ocop-site").exists(),
        "the folder public is free for the site".into(),
        "the folder public was not made by ocop, so it will not be replaced".into(),
        "move what is in it away, or build elsewhere: ocop build --output FOLDER",
    );
    let mut out = std::io::stdout().lock();
    for finding in &found {
        if finding.is_well {
            writeln!(out, "  well   {}", finding.text)?;
        } else {
            writeln!(out, "  ill    {}\n         {}", finding.text, finding.remedy)?;
        }
    }
    Ok(if found.iter().all(|finding| finding.is_well) { Outcome::Done } else { Outcome::Mistakes })
}

fn is_writable(root: &Path) -> bool {
    let trial = root.join(".ocop-trial");
    let written = std::fs::write(&trial, b"").is_ok();
    let _ = std::fs::remove_file(&trial);
    written
}
