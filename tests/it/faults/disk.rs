//! A disk that is full, or can only be read, at every stage: the site and the records stay as they were, the message says
//! what to do, and with room again all goes through.

use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use super::build::{build, edit};
use super::import::{MAP, import, list};
use super::{SmallDisk, ended, leftovers, ocop, quiet, row, run, tree, tries};
use crate::site::{Site, TODAY};

/// What `du` counts: whole blocks.
fn blocks(files: &std::collections::BTreeMap<String, Vec<u8>>) -> u64 {
    files.values().map(|bytes| (bytes.len() as u64).div_ceil(4096) * 4096).sum()
}

#[test]
fn a_disk_that_is_full_at_any_moment_of_a_build_leaves_the_published_site() {
    let site = Site::new("");
    let Some(disk) = SmallDisk::mount(&site.path("disk"), 16_384) else { return };
    edit(&site, "version-a");
    assert!(build(&site, "disk/public").status().expect("it starts").success());
    let old = tree(&disk.0.join("public"));
    edit(&site, "version-b");
    assert!(build(&site, "elsewhere").status().expect("it starts").success());
    let new = tree(&site.path("elsewhere"));
    // A file that has not changed is not written again, so it needs no room.
    let need = blocks(&new.clone().into_iter().filter(|(path, bytes)| old.get(path) != Some(bytes)).collect());
    let steps = tries(8).min(100);
    let mut full = 0;
    for step in 0..steps {
        disk.fill(need * u64::from(step) / u64::from(steps));
        let (code, text) =
            ended(&ocop(&site, &["build", "--today", TODAY, "--output", "disk/public"]).output().expect("run"));
        if code == 2 {
            full += 1;
            assert!(text.contains("the disk is full: free some space") && text.contains("public"), "{text}");
            assert!(tree(&disk.0.join("public")) == old, "step {step}: the published site is another");
        }
        assert!(code == 2 || step > steps / 2, "step {step}: {code} {text}");
        let mut names: Vec<_> =
            std::fs::read_dir(&disk.0).expect("list").map(|entry| entry.expect("entry").file_name()).collect();
        names.sort();
        assert_eq!(names, [".ballast", "public"], "step {step}");
        if code == 0 {
            break;
        }
    }
    disk.empty();
    assert!(build(&site, "disk/public").status().expect("it starts").success());
    assert!(tree(&disk.0.join("public")) == new);
    row("full disk under the site", steps, full, "free space from nothing to almost enough");
}

#[test]
fn a_cache_that_cannot_be_written_costs_time_and_is_told() {
    let site = Site::new("");
    edit(&site, "version-a");
    assert!(build(&site, "well").status().expect("it starts").success());
    std::fs::remove_dir_all(site.path(".ocop")).expect("a cache");
    let Some(disk) = SmallDisk::mount(&site.path(".ocop"), 1024) else { return };
    let mut tried = 0;
    for free in [0, 4096, 8192, 16_384] {
        disk.fill(free);
        let output = ["build", "--today", TODAY, "--output", "ill"];
        let text = run(&site, &output, 0);
        assert!(text.contains("cannot keep photos in `./.ocop/cache/photos`: No space left"), "{text}");
        assert!(text.contains("the site is whole, but the next build has to make these files again"), "{text}");
        assert!(tree(&site.path("well")) == tree(&site.path("ill")));
        tried += 1;
    }
    disk.empty();
    disk.make_read_only();
    let text = run(&site, &["build", "--today", TODAY, "--output", "ill"], 0);
    assert!(text.contains("Read-only file system"), "{text}");
    assert!(tree(&site.path("well")) == tree(&site.path("ill")));
    row("full or read-only disk under the cache", tried + 1, tried + 1, "the site is whole, the next build slower");
}

#[test]
fn a_disk_that_is_full_at_any_moment_of_an_import_leaves_all_records_as_they_were() {
    let ground = Site::new("");
    let Some(disk) = SmallDisk::mount(&ground.path("disk"), 4096) else { return };
    let copy = |to: &std::path::Path| {
        for (path, bytes) in tree(ground.root()).into_iter().filter(|(path, _)| !path.starts_with("disk")) {
            let path = to.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("make it");
            std::fs::write(path, bytes).expect("write it");
        }
        std::fs::write(to.join("one.csv"), list(false)).expect("write the list");
        std::fs::write(to.join("map.toml"), MAP).expect("write the map");
    };
    let well = tempfile::tempdir().expect("a folder");
    copy(well.path());
    let mut arguments = import("one.csv").to_vec();
    let go = |folder: &std::path::Path, arguments: &[&str]| {
        ended(&ocop(&ground, arguments).current_dir(folder).output().expect("the program starts"))
    };
    assert_eq!(go(well.path(), &arguments).0, 0);
    let expected = tree(&well.path().join("content"));

    let root = disk.0.join("catalogue");
    let (mut full, mut part) = (0, 0);
    let steps = tries(10).min(60);
    for step in 0..steps {
        let _ = std::fs::remove_dir_all(&root);
        copy(&root);
        let before = tree(&root.join("content"));
        let folders = walkdir::WalkDir::new(root.join("content")).into_iter().count();
        // From nothing to what the whole import needs: journal, staged records, report.
        disk.fill(u64::from(step) * 240_000 / u64::from(steps));
        let (code, text) = go(&root, &arguments);
        let now = tree(&root.join("content"));
        if code == 2 {
            full += 1;
            assert!(text.contains("the disk is full: free some space"), "step {step}: {text}");
            if text.contains("nothing was imported") || text.contains("import.lock") {
                assert!(now == before, "step {step}: records have changed: {text}");
                assert_eq!(walkdir::WalkDir::new(root.join("content")).into_iter().count(), folders, "step {step}");
                assert!(!root.join(".ocop/import-journal.json").exists() && !root.join("imported.toml").exists());
            } else {
                // The records are written; only the report had no room.
                part += 1;
                assert!(text.contains("one-report.xlsx"), "step {step}: {text}");
                assert!(now == expected, "step {step}: {text}");
            }
        } else {
            assert!(now == expected, "step {step}: {text}");
        }
        disk.empty();
        assert_eq!(go(&root, &arguments).0, 0, "step {step}: with room again");
        assert!(tree(&root.join("content")) == expected, "step {step}");
    }
    assert!(full > 2, "the disk was full {full} times");
    row("full disk under an import", steps, full, &format!("{part} times only the report had no room"));

    // Killed, and then the disk is full for the import that would complete it.
    let mut waiting = 0;
    for _ in 0..20 {
        let _ = std::fs::remove_dir_all(&root);
        copy(&root);
        let mut child = quiet(ocop(&ground, &arguments)).current_dir(&root).spawn().expect("the program starts");
        super::wait_for_journal(&mut child, &root);
        super::kill(child);
        if !root.join(".ocop/import-journal.json").exists() || tree(&root.join("content")) == expected {
            continue;
        }
        waiting += 1;
        let path = root.join("content/products/tra/product.toml");
        let mut text = std::fs::read_to_string(&path).expect("a record");
        text.push_str("# viết tay\n");
        std::fs::write(&path, &text).expect("saved");
        disk.fill(0);
        let (code, printed) = go(&root, &arguments);
        if code == 2 {
            assert!(printed.contains("the disk is full: free some space"), "{printed}");
        }
        assert!(std::fs::read_to_string(&path).expect("a record").contains("# viết tay"));
        disk.empty();
        arguments.truncate(4);
        assert_eq!(go(&root, &arguments).0, 0);
        assert!(std::fs::read_to_string(&path).expect("a record").contains("# viết tay"));
    }
    row("full disk under the completion of a killed import", 20, waiting, "an edited record in between");
}

#[test]
fn an_export_that_finds_no_room_leaves_the_one_before() {
    let site = Site::new("");
    let Some(disk) = SmallDisk::mount(&site.path("disk"), 256) else { return };
    let mut tried = 0;
    for format in ["xlsx", "csv", "json"] {
        let path = format!("disk/catalogue.{format}");
        let arguments = ["export", "--format", format, "-o", &path];
        run(&site, &arguments, 0);
        let before = tree(&disk.0);
        disk.fill(0);
        let text = run(&site, &arguments, 2);
        assert!(text.contains(&path) && text.contains("the disk is full: free some space"), "{text}");
        disk.empty();
        assert!(tree(&disk.0) == before, "{format}");
        tried += 1;
    }
    disk.fill(0);
    std::os::unix::fs::symlink(site.path("content"), disk.0.join("content")).expect("a link");
    let text = run(&site, &["todo", "--ics", "disk/todo.ics"], 2);
    assert!(text.contains("todo.ics") && !disk.0.join("todo.ics").exists(), "{text}");
    row("full disk under an export", tried + 1, tried + 1, "the export of before is as it was");
}

#[test]
fn a_new_record_that_finds_no_room_leaves_nothing() {
    let site = Site::new("");
    let Some(disk) = SmallDisk::mount(&site.path("content/products/cam"), 64) else { return };
    // The folder is there and full; a new product beside it has room.
    disk.fill(0);
    std::os::unix::fs::symlink(&disk.0, site.path("content/sales-points")).expect("a link");
    let text = run(&site, &["new", "sales-point", "cho-que"], 2);
    assert!(text.contains("the disk is full: free some space"), "{text}");
    assert!(!disk.0.join("cho-que").exists());
    disk.empty();
    run(&site, &["new", "sales-point", "cho-que"], 0);
    row("full disk under `new`", 1, 1, "");
}

#[test]
fn what_is_printed_to_a_full_disk_is_a_failure_too() {
    if !std::path::Path::new("/dev/full").exists() {
        println!("skipped: there is no /dev/full here");
        return;
    }
    let site = Site::new("");
    let commands: [&[&str]; 6] = [
        &["list"],
        &["check"],
        &["stats"],
        &["export", "--format", "json"],
        &["export", "--format", "csv"],
        &["export", "--format", "xlsx"],
    ];
    for arguments in commands {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a device");
        let output = ocop(&site, arguments).stdout(Stdio::from(full)).stderr(Stdio::piped()).output().expect("run");
        let (code, text) = ended(&output);
        assert_eq!(code, 2, "{arguments:?}: {text}");
        assert!(text.contains("the disk is full"), "{arguments:?}: {text}");
    }
    row("standard output on a full disk", 6, 6, "");
}

#[test]
fn an_output_that_can_only_be_read_is_told_and_left() {
    let site = Site::new("");
    assert!(build(&site, "elsewhere").status().expect("it starts").success());
    if let Some(disk) = SmallDisk::mount(&site.path("disk"), 16_384) {
        assert!(build(&site, "disk/public").status().expect("it starts").success());
        disk.make_read_only();
        let before = tree(&disk.0);
        let text = run(&site, &["build", "--today", TODAY, "--output", "disk/public"], 2);
        assert!(text.contains("cannot write beside `disk/public`") && text.contains("Read-only file system"), "{text}");
        assert!(text.contains("the disk can only be read"), "{text}");
        assert!(tree(&disk.0) == before);
    }
    // As a user without the right to write there.
    let parent = site.path("srv");
    std::fs::create_dir(&parent).expect("make it");
    let Some(mut command) = as_somebody(&site, &["build", "--today", TODAY, "--output", "srv/public"]) else { return };
    std::fs::set_permissions(&parent, PermissionsExt::from_mode(0o555)).expect("its mode");
    let (code, text) = ended(&command.output().expect("run"));
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("cannot write beside `srv/public`") && text.contains("this user may not do that"), "{text}");
    assert_eq!(std::fs::read_dir(&parent).expect("list").count(), 0);
    let _ = std::fs::set_permissions(&parent, PermissionsExt::from_mode(0o755));
    assert_eq!(leftovers(&site, &["elsewhere", "disk", "srv"]), Vec::<String>::new());
    row("output that can only be read", 2, 2, "a disk mounted read-only; a folder of another user");
}

/// The program as a user to whom modes mean something: root runs it as `nobody`, who may read the catalogue then.
pub fn as_somebody(site: &Site, arguments: &[&str]) -> Option<Command> {
    let probe = site.path("probe");
    std::fs::write(&probe, "").expect("write it");
    std::fs::set_permissions(&probe, PermissionsExt::from_mode(0o000)).expect("its mode");
    let is_root = std::fs::read(&probe).is_ok();
    std::fs::remove_file(&probe).expect("removed");
    let plain = ocop(site, arguments);
    if !is_root {
        return Some(plain);
    }
    std::fs::set_permissions(site.root(), PermissionsExt::from_mode(0o755)).expect("its mode");
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(plain.get_program());
    let works = quiet(Command::new("setpriv"))
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(plain.get_program())
        .arg("--version")
        .current_dir(site.root())
        .status()
        .is_ok_and(|status| status.success());
    if !works {
        println!("skipped: the program cannot be run as another user here");
        return None;
    }
    command.args(arguments).current_dir(site.root()).env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
    Some(command)
}
