//! Two programs at work in one catalogue at once.

use std::process::Command;
use std::time::{Duration, Instant};

use super::build::{build, edit};
use super::import::import;
use super::{Moments, ended, leftovers, ocop, quiet, row, tree, tries, wait_until};
use crate::site::{Site, TODAY};

const BUILD: [&str; 3] = ["build", "--today", TODAY];

fn signal(process: u32, name: &str) {
    assert!(Command::new("kill").args([name, &process.to_string()]).status().expect("kill").success());
}

#[test]
fn two_builds_at_once_publish_one_whole_site() {
    let tries = tries(6).min(300);
    let site = Site::new("");
    edit(&site, "version-a");
    let begin = Instant::now();
    assert!(build(&site, "whole").status().expect("it starts").success());
    let length = begin.elapsed();
    let whole = tree(&site.path("whole"));
    let mut moments = Moments(0x2b01_1d5e);
    let (mut met, mut both) = (0, 0);
    for number in 0..tries {
        let start = || {
            let mut command = ocop(&site, &BUILD);
            command
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .expect("it starts")
        };
        if number % 2 == 0 {
            let _ = std::fs::remove_dir_all(site.path(".ocop"));
        }
        let first = start();
        std::thread::sleep(moments.next(length));
        let second = start();
        let outputs = [second, first].map(|child| ended(&child.wait_with_output().expect("it ends")));
        let mut codes = outputs.each_ref().map(|(code, _)| *code);
        codes.sort_unstable();
        assert!(codes == [0, 0] || codes == [0, 2], "try {number}: {outputs:?}");
        for (_, text) in outputs.iter().filter(|(code, _)| *code == 2) {
            met += 1;
            assert!(text.contains("another build") && text.contains("wait until it has ended"), "{text}");
        }
        both += u32::from(codes == [0, 0]);
        assert!(tree(&site.path("public")) == whole, "try {number}: the site is not whole");
        assert_eq!(leftovers(&site, &["whole"]), Vec::<String>::new(), "try {number}");
    }
    row("two builds into one output", tries, met, &format!("{both} times one after the other, both done"));
}

#[test]
fn the_second_build_is_refused_whichever_began_first() {
    let site = Site::new("");
    edit(&site, "version-a");
    let mut command = quiet(ocop(&site, &BUILD));
    let mut caught = false;
    for _ in 0..100 {
        let _ = std::fs::remove_dir_all(site.path(".ocop"));
        let mut first = command.spawn().expect("it starts");
        wait_until(Duration::from_secs(20), || site.path(".public.ocop-build/new").exists());
        signal(first.id(), "-STOP");
        if site.path(".public.ocop-build/lock").exists() {
            let (code, text) = ended(&ocop(&site, &BUILD).output().expect("run"));
            signal(first.id(), "-CONT");
            assert!(first.wait().expect("it ends").success());
            assert_eq!(code, 2, "{text}");
            assert!(text.contains(&format!("another build (process {})", first.id())), "{text}");
            caught = true;
            break;
        }
        signal(first.id(), "-CONT");
        let _ = first.wait();
    }
    assert!(caught, "no build was slow enough to be met");
    assert!(site.path("public/vi/san-pham/tra/index.html").exists());
    assert_eq!(leftovers(&site, &[]), Vec::<String>::new());
}

#[test]
fn two_imports_at_once_are_one_after_the_other() {
    let site = super::import::site();
    let mut command = quiet(ocop(&site, &import("one.csv")));
    let mut first = command.spawn().expect("it starts");
    // It writes its number into the lock that it holds.
    wait_until(Duration::from_secs(20), || {
        std::fs::metadata(site.path(".ocop/import.lock")).is_ok_and(|lock| lock.len() > 0)
    });
    signal(first.id(), "-STOP");
    let (code, text) = ended(&ocop(&site, &import("two.csv")).output().expect("run"));
    signal(first.id(), "-CONT");
    assert!(first.wait().expect("it ends").success());
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("another import") && text.contains("wait until it has ended"), "{text}");
    let (code, text) = ended(&ocop(&site, &import("two.csv")).output().expect("run"));
    assert!(code < 2, "{text}");
    super::run(&site, &["check"], 0);
    assert_eq!(leftovers(&site, &super::import::KNOWN), Vec::<String>::new());
    row("two imports into one catalogue", 1, 1, "the second is told to wait");
}
