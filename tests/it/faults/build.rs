//! A build that is killed leaves the whole old or the whole new site, and nothing that the next build does not clear.

use std::process::Command;
use std::time::{Duration, Instant};

use super::{Moments, kill, leftovers, ocop, quiet, row, tree, tries};
use crate::site::{Site, TODAY};

/// One product beside that of the ground, with a photo; both names carry the version, and through them most pages.
pub fn edit(site: &Site, version: &str) {
    for (slug, id, name) in [("tra", "tn-0001", "Trà hoa vàng"), ("mien-dong", "tn-0002", "Miến dong")] {
        let photo = format!("[[photo]]\nfile = \"{version}.png\"\nalt = \"Hộp\"\n");
        site.edit(
            &format!("content/products/{slug}/product.toml"),
            &format!(
                "id = \"{id}\"\nname = {{ vi = \"{name} {version}\", en = \"{slug} {version}\" }}\nproducer = \"htx-a\"\n\
                 place = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n{}",
                if slug == "tra" { &photo } else { "" }
            ),
        );
    }
    let _ = std::fs::remove_file(site.path("content/products/tra/version-a.png"));
    let _ = std::fs::remove_file(site.path("content/products/tra/version-b.png"));
    let width = if version == "version-a" { 300 } else { 400 };
    site.picture(&format!("content/products/tra/{version}.png"), width, 200);
}

pub fn build(site: &Site, output: &str) -> Command {
    quiet(ocop(site, &["build", "--today", TODAY, "--output", output]))
}

#[test]
fn a_killed_build_leaves_the_whole_old_or_the_whole_new_site() {
    let tries = tries(12);
    let site = Site::new("");
    let mut whole = Vec::new();
    let mut length = Duration::ZERO;
    for version in ["version-a", "version-b"] {
        edit(&site, version);
        let begin = Instant::now();
        assert!(build(&site, version).status().expect("the program starts").success());
        length = begin.elapsed();
        whole.push(tree(&site.path(version)));
    }
    let carrying = whole[0].iter().filter(|(path, bytes)| whole[1].get(*path) != Some(*bytes)).count();
    assert!(carrying >= 8, "only {carrying} files tell the versions apart");
    assert!(build(&site, "public").status().expect("the program starts").success());

    let public = site.path("public");
    let known = ["version-a", "version-b"];
    let mut moments = Moments(0x0c0b_2025);
    let (mut killed, mut left, mut changed) = (0, 0, 0);
    let mut published = 1;
    for number in 0..tries {
        let wanted = usize::from(number % 2 == 1);
        edit(&site, known[wanted]);
        let child = build(&site, "public").spawn().expect("the program starts");
        std::thread::sleep(moments.next(length.mul_f64(1.2)));
        killed += u32::from(kill(child));
        left += u32::from(!leftovers(&site, &known).is_empty());

        let found = tree(&public);
        let version = whole.iter().position(|whole| *whole == found);
        let version = version.unwrap_or_else(|| panic!("try {number}: neither site is whole: {:?}", found.keys()));
        assert!(version == published || version == wanted, "try {number}: a site of long ago");
        changed += u32::from(version != published);
        published = version;

        if number % 3 == 2 {
            assert!(
                build(&site, "public").status().expect("the program starts").success(),
                "try {number}: no build after it"
            );
            assert_eq!(leftovers(&site, &known), Vec::<String>::new(), "try {number}");
            assert!(tree(&public) == whole[wanted], "try {number}: the next build published another site");
            published = wanted;
        }
    }
    row(
        "`kill -9` of `build`",
        tries,
        killed,
        &format!("{left} left something to clear, {changed} were killed after the swap"),
    );
    assert!(killed > 0, "no build was slow enough to be killed");
}
