//! Publishing: whole or not at all, only over what `ocop` made, the same bytes every time.

use std::collections::BTreeMap;
use std::path::Path;

use crate::site::{Site, TODAY};

/// Every file below a folder with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("list the folder"));
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (
                entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned(),
                std::fs::read(entry.path()).expect("read"),
            )
        })
        .collect()
}

fn build(site: &Site, more: &[&str]) -> std::process::Output {
    let mut arguments = vec!["build", "--today", TODAY];
    arguments.extend(more);
    site.run(&arguments)
}

#[test]
fn a_build_publishes_the_site_and_says_how_much() {
    let site = Site::new("");
    let output = build(&site, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains(" files, "));
    assert!(site.path("public/vi/san-pham/tra/index.html").exists());
}

#[test]
fn what_is_no_longer_in_the_catalogue_is_no_longer_in_the_site() {
    let site = Site::new("");
    build(&site, &[]);
    std::fs::rename(site.path("content/products/tra"), site.path("content/products/tra-moi")).expect("rename");
    build(&site, &[]);
    assert!(site.path("public/vi/san-pham/tra-moi/index.html").exists());
    assert!(!site.path("public/vi/san-pham/tra").exists());
}

#[test]
fn a_mistake_leaves_the_published_site_as_it_was() {
    let site = Site::new("");
    build(&site, &[]);
    let before = tree(&site.path("public"));
    site.edit("content/products/tra/product.toml", "id = 5\n");
    let output = build(&site, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing was published"));
    assert_eq!(tree(&site.path("public")), before);
}

#[test]
fn strict_takes_warnings_for_mistakes() {
    let site = Site::product("[[package]]\nprice = 65\n");
    assert_eq!(build(&site, &["--strict"]).status.code(), Some(1));
    assert!(!site.path("public").exists());
    assert_eq!(build(&site, &[]).status.code(), Some(0));
}

#[test]
fn a_folder_that_ocop_did_not_make_is_never_touched() {
    let site = Site::new("-- public/thu-quan-trong.txt --\nkhông được mất\n");
    let output = build(&site, &[]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(
        std::fs::read_to_string(site.path("public/thu-quan-trong.txt")).expect("still there"),
        "không được mất\n"
    );
    assert!(!site.path("public/vi").exists());
}

#[test]
fn nothing_but_the_site_and_the_cache_is_left_behind() {
    let site = Site::new("");
    build(&site, &[]);
    let names: Vec<String> = std::fs::read_dir(site.root())
        .expect("list")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    let strange: Vec<&String> =
        names.iter().filter(|name| !["ocop.toml", "content", "public", ".ocop"].contains(&name.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?}");
}

#[test]
fn the_same_catalogue_gives_the_same_bytes_with_any_number_of_threads() {
    let site = Site::product("[[photo]]\nfile = \"front.jpg\"\nalt = \"Hộp\"\n");
    site.picture("content/products/tra/front.jpg", 1000, 700);
    build(&site, &["--jobs", "1", "--output", "one"]);
    std::fs::remove_dir_all(site.path(".ocop")).expect("the cache is there");
    build(&site, &["--jobs", "7", "--output", "seven"]);
    let (one, seven) = (tree(&site.path("one")), tree(&site.path("seven")));
    assert!(one.len() > 40);
    assert_eq!(one, seven);
}

#[test]
fn the_day_can_come_from_the_environment() {
    let site = Site::product("[[certification]]\nstars = 4\ndate = 2024-03-02\nlevel = \"province\"\n");
    let run = |epoch: &str| {
        let status = std::process::Command::new(env!("CARGO_BIN_EXE_ocop"))
            .arg("build")
            .current_dir(site.root())
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .expect("run")
            .status;
        assert!(status.success());
        std::fs::read_to_string(site.path("public/vi/san-pham/tra/index.html")).expect("page")
    };
    assert!(run("1753900000").contains("Còn hiệu lực đến 02/03/2027"));
    assert!(run("1900000000").contains("Đã hết hiệu lực"));
}

#[test]
fn files_of_static_are_copied_as_they_are() {
    let site = Site::new("-- static/tai-lieu/qd.txt --\nQuyết định\n");
    assert_eq!(site.build().text("tai-lieu/qd.txt"), "Quyết định\n");
}
