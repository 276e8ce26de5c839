//! Very many mistakes at once.

use std::fmt::Write as _;

use super::{SOON, bounded};
use crate::site::Site;

#[test]
fn fifty_thousand_mistakes_are_summed_up() {
    let site = Site::new("");
    let mut lines = String::from(
        "id = \"tn-0001\"\nname = \"Trà\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n",
    );
    for index in 0..50_000 {
        let _ = writeln!(lines, "nam{index} = {index}");
    }
    site.edit("content/products/tra/product.toml", &lines);
    let output = bounded(&site, &["check"], SOON, 600);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("and 49950 more with the code unknown-key"), "{}", &said[said.len() - 600..]);
    assert!(said.contains("\n50000 mistakes"), "{}", &said[said.len() - 600..]);
    assert!(said.len() < 100_000, "{} bytes", said.len());
    for format in ["json", "github"] {
        let output = bounded(&site, &["check", "--format", format], SOON, 600);
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn fifty_thousand_records_with_mistakes_are_summed_up() {
    let mut decisions = String::new();
    for index in 0..50_000 {
        let _ = write!(
            decisions,
            "[[decision]]\nid = \"d-{index}\"\nnumber = \"{index}\"\ndate = \"x\"\nissuer = 1\nlevel = \"x\"\n"
        );
    }
    let site = Site::new("");
    site.edit("content/decisions.toml", &decisions);
    let output = bounded(&site, &["check"], SOON, 900);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("150000 mistakes"), "{}", &said[said.len().saturating_sub(600)..]);
}

#[test]
fn names_that_nobody_knows_are_looked_up_in_time() {
    let mut places =
        String::from("[[place]]\nid = \"tinh-thai-nguyen\"\nname = \"Thái Nguyên\"\ntype = \"province\"\n");
    for index in 0..3_000 {
        let _ = write!(
            places,
            "[[place]]\nid = \"xa-so-{index}\"\nname = \"Xã {index}\"\ntype = \"commune\"\nparent = \"tinh-thai-nguyem-{index}\"\n"
        );
    }
    let site = Site::new("");
    site.edit("content/places.toml", &places);
    let output = bounded(&site, &["check"], SOON, 600);
    assert!(String::from_utf8_lossy(&output.stdout).contains("more with the code unknown-place"));
}

#[test]
fn a_line_of_ten_megabytes_is_told_by_its_beginning() {
    let long = "x".repeat(10_000_000);
    for (path, text) in [
        ("content/products/tra/product.toml", format!("id = \"{long}\"\nname = 1\n")),
        ("content/products/tra/product.toml", format!("{long} = 1\nname = 1\n")),
        ("content/products/tra/product.toml", format!("id = [{}]\nname = 1\n", "1,".repeat(5_000_000))),
        ("content/products/tra/product.toml", format!("aliases = [{}]\nname = 1\n", "1,".repeat(5_000_000))),
        ("ocop.toml", format!("title = {long}\n")),
        ("content/pages/x/page.vi.md", long.clone()),
    ] {
        let site = Site::new("");
        site.edit(path, &text);
        let output = bounded(&site, &["check"], SOON, 2_500);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(output.stdout.len() < 500_000, "{path}: {} bytes", output.stdout.len());
    }
}

#[test]
fn a_file_that_is_too_large_for_a_text_is_not_read() {
    let site = Site::new("");
    let file = std::fs::File::create(site.path("content/places.toml")).expect("the file");
    file.set_len(60 * 1024 * 1024 * 1024).expect("a file with a hole");
    let output = bounded(&site, &["check"], SOON, 300);
    assert!(String::from_utf8_lossy(&output.stdout).contains("more than any text of a catalogue"));
}
