//! A power cut: what is renamed must be on the disk before, and the new name before what it replaces is thrown away. The
//! calls that the program makes are looked at with `strace`, where there is one.

use std::path::Path;
use std::process::Command;

use super::build::edit;
use super::import::import;
use super::{ocop, row};
use crate::site::{Site, TODAY};

const CALLS: &str = "trace=fsync,fdatasync,syncfs,rename,renameat,renameat2,unlink,unlinkat,rmdir";

/// One call: its name, and the paths that it names, of descriptors too.
#[derive(Debug)]
struct Call {
    name: String,
    paths: Vec<String>,
    text: String,
}

/// The successful calls of a run, in their order. `None`, with a word about it, where they cannot be watched.
fn calls(site: &Site, arguments: &[&str]) -> Option<Vec<Call>> {
    let plain = ocop(site, arguments);
    let log = site.path("calls.log");
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-s", "4096", "-e", CALLS, "-o"]).arg(&log).arg(plain.get_program()).args(arguments);
    command.current_dir(site.root()).env_remove("SOURCE_DATE_EPOCH");
    let Ok(output) = command.output() else {
        println!("skipped: there is no strace here");
        return None;
    };
    let text = std::fs::read_to_string(&log).unwrap_or_default();
    if !text.contains("+++ exited with 0 +++") {
        assert!(!text.contains("rename"), "{}", String::from_utf8_lossy(&output.stderr));
        println!("skipped: strace may not look at programs here: {}", String::from_utf8_lossy(&output.stderr));
        return None;
    }
    // A call that was interrupted by another thread stands in two lines; the second one tells how it ended.
    let mut begun: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    let mut calls = Vec::new();
    for line in text.lines() {
        let (process, rest) = line.split_once(' ').expect("a process");
        let rest = rest.trim_start();
        let whole = if let Some(first) = rest.strip_suffix(" <unfinished ...>") {
            begun.insert(process.to_owned(), first.to_owned());
            continue;
        } else if let Some(end) = rest.strip_prefix("<... ") {
            let first = begun.remove(process).unwrap_or_default();
            first + end.split_once("resumed>").map_or("", |(_, end)| end)
        } else {
            rest.to_owned()
        };
        let Some((name, _)) = whole.split_once('(') else { continue };
        if whole.trim_end().ends_with("= 0") {
            calls.push(Call { name: name.to_owned(), paths: paths(&whole), text: whole.clone() });
        }
    }
    Some(calls)
}

/// Paths between quotes, and between angle brackets after a descriptor.
fn paths(call: &str) -> Vec<String> {
    let mut paths: Vec<String> = call.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    paths.extend(
        call.split('<')
            .skip(1)
            .filter_map(|rest| rest.split_once('>'))
            .map(|(path, _)| path.to_owned())
            .filter(|path| path.starts_with('/')),
    );
    paths
}

fn names(call: &Call, what: &str) -> bool {
    call.paths.iter().any(|path| path.ends_with(what))
}

fn is_sync(call: &Call) -> bool {
    call.name == "fsync" || call.name == "fdatasync"
}

fn is_rename(call: &Call) -> bool {
    call.name.starts_with("rename")
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[test]
fn a_power_cut_during_an_import_loses_no_record() {
    let site = super::import::site();
    let Some(calls) = calls(&site, &import("one.csv")) else { return };
    let find = |what: &dyn Fn(&Call) -> bool| calls.iter().position(what);
    let journal = find(&|call| is_rename(call) && names(call, "/.import-journal.json.ocop-new")).expect("a journal");
    let synced = find(&|call| is_sync(call) && names(call, "/.import-journal.json.ocop-new"));
    assert!(synced.is_some_and(|synced| synced < journal), "the journal is renamed before the disk has it");
    let removed =
        find(&|call| call.name.starts_with("unlink") && names(call, "/import-journal.json")).expect("removed");
    let records: Vec<usize> = (0..calls.len())
        .filter(|index| {
            is_rename(&calls[*index]) && *index != journal && names(&calls[*index], ".ocop-new") && *index < removed
        })
        .collect();
    assert!(records.len() > 12, "{} records were written", records.len());
    let known = (journal..records[0]).any(|index| is_sync(&calls[index]) && names(&calls[index], "/.ocop"));
    assert!(known, "a record is touched before the disk knows the journal");
    let root = site.root().canonicalize().expect("a folder");
    for record in &records {
        let new = calls[*record].paths.iter().find(|path| path.ends_with(".ocop-new")).expect("the new file");
        let synced = calls[..*record].iter().any(|call| is_sync(call) && names(call, &format!("/{}", file_name(new))));
        assert!(synced, "renamed before the disk has it: {}", calls[*record].text);
        let folder = root.join(new).parent().expect("a folder").to_owned();
        let is_it = |call: &Call| call.paths.iter().any(|path| Path::new(path) == folder);
        let kept = calls[*record..removed].iter().any(|call| is_sync(call) && is_it(call));
        assert!(kept, "the journal goes before the disk knows {}", folder.display());
    }
    let changed = records.iter().filter(|index| calls[**index].text.contains("RENAME_EXCHANGE")).count();
    let new = records.iter().filter(|index| calls[**index].text.contains("RENAME_NOREPLACE")).count();
    assert!(changed >= 1 && changed + new == records.len(), "{changed} changed, {new} new, of {}", records.len());
    row(
        "power cut during an import (order of calls)",
        1,
        1,
        &format!("{} renames, each after its `fsync`", records.len()),
    );
}

#[test]
fn a_power_cut_during_a_build_leaves_a_whole_site() {
    let site = Site::new("");
    edit(&site, "version-a");
    for turn in ["first", "second"] {
        edit(&site, if turn == "first" { "version-a" } else { "version-b" });
        let Some(calls) = calls(&site, &["build", "--today", TODAY]) else { return };
        let swap = calls.iter().position(|call| is_rename(call) && names(call, "/public")).expect("a swap");
        assert_eq!(calls[swap].text.contains("RENAME_EXCHANGE"), turn == "second", "{}", calls[swap].text);
        let synced = calls[..swap].iter().any(|call| call.name == "syncfs" && names(call, "/.public.ocop-build/new"));
        assert!(synced, "{turn}: the site is published before the disk has it");
        let root = site.root().canonicalize().expect("a folder");
        let known = calls[swap..]
            .iter()
            .position(|call| is_sync(call) && call.paths.iter().any(|path| Path::new(path) == root))
            .expect("the disk is asked to keep the new name");
        let is_removal = |call: &Call| call.name.starts_with("unlink") || call.name == "rmdir";
        let thrown = calls[swap..].iter().position(is_removal).expect("the workspace is removed");
        assert!(known < thrown, "{turn}: the old site goes before the disk knows the new one");
    }
    row(
        "power cut during a build (order of calls)",
        2,
        2,
        "`syncfs`, exchange, `fsync` of the folder, then the old site goes",
    );
}

#[test]
fn the_order_of_calls_would_be_noticed() {
    let call = |name: &str, text: &str| Call { name: name.into(), paths: paths(text), text: text.into() };
    let sync = call("fsync", "fsync(5</a/b/.x.toml.ocop-new>) = 0");
    assert!(is_sync(&sync) && names(&sync, "/.x.toml.ocop-new") && !names(&sync, "/b"));
    let rename = call(
        "renameat2",
        "renameat2(AT_FDCWD</a>, \"/a/b/.x.toml.ocop-new\", AT_FDCWD</a>, \"/a/b/x.toml\", RENAME_NOREPLACE) = 0",
    );
    assert!(is_rename(&rename) && names(&rename, "/x.toml") && names(&rename, "/a"));
}
