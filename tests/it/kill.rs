//! A build that is killed leaves the whole old or the whole new site, and nothing that the next build does not clear.
//!
//! Twelve kills in a normal run; `OCOP_KILL_TRIES=200` for a long one. The moments are drawn from a fixed sequence, but
//! what the program does at a moment differs from run to run.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::site::{Site, TODAY};

/// One product beside that of the ground; both names carry the version, and through them most pages of the site.
fn edit(site: &Site, version: &str) {
    for (slug, id, name) in [("tra", "tn-0001", "Trà hoa vàng"), ("mien-dong", "tn-0002", "Miến dong")] {
        site.edit(
            &format!("content/products/{slug}/product.toml"),
            &format!(
                "id = \"{id}\"\nname = {{ vi = \"{name} {version}\", en = \"{slug} {version}\" }}\nproducer = \"htx-a\"\n\
                 place = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n"
            ),
        );
    }
}

fn build(site: &Site, output: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ocop"));
    command.args(["build", "--today", TODAY, "--output", output]).current_dir(site.root());
    command.env_remove("SOURCE_DATE_EPOCH").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("the published site can be listed");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("it lies in the folder");
            files.insert(path.display().to_string(), std::fs::read(entry.path()).expect("it can be read"));
        }
    }
    files
}

/// What lies beside the catalogue's own files.
fn leftovers(site: &Site) -> Vec<String> {
    let known = ["ocop.toml", "content", "public", "version-a", "version-b", ".ocop"];
    let names = std::fs::read_dir(site.root()).expect("list").map(|entry| entry.expect("entry").file_name());
    names.map(|name| name.to_string_lossy().into_owned()).filter(|name| !known.contains(&name.as_str())).collect()
}

/// Marsaglia's xorshift: enough to spread moments, and the same ones every time.
struct Moments(u64);

impl Moments {
    /// A moment within `most`.
    fn next(&mut self, most: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        most.mul_f64((self.0 >> 11) as f64 / (1u64 << 53) as f64)
    }
}

#[test]
fn a_killed_build_leaves_the_whole_old_or_the_whole_new_site() {
    let tries: u32 =
        std::env::var("OCOP_KILL_TRIES").map_or(12, |tries| tries.parse().expect("OCOP_KILL_TRIES is a number"));
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
    let mut moments = Moments(0x0c0b_2025);
    let (mut killed, mut left, mut changed) = (0, 0, 0);
    let mut published = 1;
    for number in 0..tries {
        let wanted = usize::from(number % 2 == 1);
        edit(&site, ["version-a", "version-b"][wanted]);
        let mut child = build(&site, "public").spawn().expect("the program starts");
        std::thread::sleep(moments.next(length.mul_f64(1.2)));
        child.kill().expect("it can be killed");
        killed += u32::from(child.wait().expect("it has ended").signal() == Some(9));
        left += u32::from(!leftovers(&site).is_empty());

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
            assert_eq!(leftovers(&site), Vec::<String>::new(), "try {number}");
            assert!(tree(&public) == whole[wanted], "try {number}: the next build published another site");
            published = wanted;
        }
    }
    println!("{tries} tries: {killed} killed in time, {left} with something left to clear, {changed} after the swap");
    assert!(killed > 0, "no build was slow enough to be killed");
}
