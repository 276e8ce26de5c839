//! A build that begins with what the last one left makes the same site as one that begins with nothing.
//!
//! A hundred edits in a normal run; `OCOP_SESSION_EDITS=2000` for a long one. They are drawn from a fixed sequence.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use ocop::{Built, Demands};

use crate::edits::{Dice, edit};
use crate::publishing::tree;
use crate::session::words;
use crate::site::{Silent, Site, TODAY};

/// Every file of a site but the marker.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(folder);
    files.retain(|path, _| !path.ends_with(".ocop-site"));
    files
}

fn build(site: &Site) -> Built {
    ocop::build(site.root(), &site.path("public"), &site.choices(), Demands::default(), &Silent)
        .expect("the disk works")
}

fn text(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.path(path)).expect("it is there")
}

/// What an author wrote, file by file.
fn written(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let all = files(site.root()).into_iter();
    all.filter(|(path, _)| !["public/", ".ocop/"].iter().any(|folder| path.starts_with(folder))).collect()
}

/// Takes back all that was written since.
fn restore(site: &Site, former: &BTreeMap<String, Vec<u8>>) {
    for folder in ["content", "overrides", "static"] {
        let _ = std::fs::remove_dir_all(site.path(folder));
    }
    for (path, bytes) in former {
        site.edit(path, "");
        std::fs::write(site.path(path), bytes).expect("the disk works");
    }
}

/// How many pages were made.
fn made(built: &Built) -> u64 {
    made_in("pages", built)
}

fn made_in(stage: &str, built: &Built) -> u64 {
    let stages = built.checked.timings.stages();
    stages.iter().find(|one| one.name == stage).expect("there is such a stage").work.files
}

#[test]
fn a_build_upon_another_makes_what_a_first_one_makes() {
    let edits: usize =
        std::env::var("OCOP_SESSION_EDITS").map_or(100, |edits| edits.parse().expect("OCOP_SESSION_EDITS is a number"));
    let site = Site::new("");
    let mut dice = Dice(0x0c0b_2027);
    let (mut published, mut kept, mut of) = (0, 0, 0);
    let mut sound = written(&site);
    for number in 0..edits {
        let built = build(&site);
        let (anew, whole) = ocop::preview(site.root(), &site.choices(), &Silent).expect("the disk works");
        assert_eq!(words(&built.checked), words(&anew), "edit {number}");
        if let Some(report) = &built.report {
            published += 1;
            sound = written(&site);
            let expected: BTreeMap<String, Vec<u8>> =
                whole.paths().map(|path| (path.to_owned(), whole.get(path).expect("listed").bytes.to_vec())).collect();
            let found = files(&site.path("public"));
            for (path, bytes) in &expected {
                assert!(found.get(path) == Some(bytes), "edit {number}: {path} is not what it would be anew");
            }
            assert_eq!(found.len(), expected.len(), "edit {number}");
            of += report.files;
            kept += report.files - made(&built);
        } else if dice.roll(3) > 0 {
            restore(&site, &sound);
            continue;
        }
        for _ in 0..=dice.roll(2) {
            edit(&site, &mut dice, number);
        }
    }
    println!("{published} of {edits} builds were published; {kept} of {of} files were kept");
    assert!(published > edits / 5, "{published} of {edits} were published");
    assert!(kept * 5 > of, "only {kept} of {of} files were kept, so this shows nothing");
}

const TWO: &str = "\
-- content/products/gao/product.toml --
id = \"tn-0002\"
name = { vi = \"Gạo nếp\", en = \"Sticky rice\" }
producer = \"htx-a\"
place = \"xa-tan-cuong\"
group = \"food.raw.grain\"
";

#[test]
fn nothing_is_made_when_nothing_has_changed_and_little_when_a_price_has() {
    let site = Site::new(TWO);
    let first = build(&site);
    let all = made(&first);
    assert_eq!(made(&build(&site)), 0);
    let record = format!("{}[[package]]\nprice = 90000\n", text(&site, "content/products/gao/product.toml"));
    site.edit("content/products/gao/product.toml", &record);
    let built = build(&site);
    let few = made(&built);
    assert!(0 < few && few < all, "{few} of {all}");
    let [parts, changed] = [&first, &built].map(|built| made_in("search", built));
    assert!(0 < changed && changed < parts, "{changed} of {parts} files of the search index");
    let page = text(&site, "public/vi/san-pham/gao/index.html");
    assert!(page.contains("90.000"), "the page has the price");
}

#[test]
fn a_page_that_somebody_wrote_into_is_made_anew() {
    let site = Site::new(TWO);
    build(&site);
    let path = "public/vi/san-pham/gao/index.html";
    let page = text(&site, path);
    site.edit(path, &page.replace("Gạo", "Xạo"));
    assert_ne!(text(&site, path), page);
    assert_eq!(made(&build(&site)), 1);
    assert_eq!(text(&site, path), page);
    std::fs::remove_file(site.path(path)).expect("it is there");
    assert_eq!(made(&build(&site)), 1);
    assert_eq!(text(&site, path), page);
}

#[test]
fn everything_is_made_anew_on_demand() {
    let site = Site::new(TWO);
    let all = made(&build(&site));
    let fresh = Demands { fresh: true, ..Demands::default() };
    let built =
        ocop::build(site.root(), &site.path("public"), &site.choices(), fresh, &Silent).expect("the disk works");
    assert_eq!(made(&built), all);
    assert_eq!(made(&build(&site)), 0);
}

#[test]
fn what_was_left_is_of_no_use_for_another_day_or_theme_or_when_it_is_damaged() {
    let site = Site::new(TWO);
    let all = made(&build(&site));
    assert_eq!(made(&build(&site)), 0);
    site.edit("overrides/templates/partials/footer.html", "<footer>Khác</footer>\n");
    assert_eq!(made(&build(&site)), all);
    let site = site.today("2025-08-01");
    assert_eq!(made(&build(&site)), all);
    let folder = site.path(".ocop/cache/build");
    for entry in std::fs::read_dir(folder).expect("it is there") {
        std::fs::write(entry.expect("it can be listed").path(), "damaged").expect("the disk works");
    }
    assert_eq!(made(&build(&site)), all);
}

/// Another version may make other pages of the same records. It is known by its bytes, so one more byte makes another.
#[test]
fn another_program_makes_everything_anew() {
    let site = Site::new(TWO);
    let program = Path::new(env!("CARGO_BIN_EXE_ocop"));
    let other = site.path("other-ocop");
    std::fs::copy(program, &other).expect("the disk works");
    let mut bytes = std::fs::OpenOptions::new().append(true).open(&other).expect("the disk works");
    std::io::Write::write_all(&mut bytes, b"\n").expect("the disk works");
    drop(bytes);
    let pages = |program: &Path| {
        let output = Command::new(program)
            .args(["build", "--today", TODAY, "--timings=json"])
            .current_dir(site.root())
            .output()
            .expect("the program runs");
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("nothing but JSON");
        let stages = told["stages"].as_array().expect("a list");
        let pages = stages.iter().find(|stage| stage["name"] == "pages").expect("pages are made");
        pages["files"].as_u64().expect("a number")
    };
    let all = pages(program);
    assert!(all > 0);
    assert_eq!(pages(program), 0);
    assert_eq!(pages(&other), all);
    assert_eq!(pages(&other), 0);
}
