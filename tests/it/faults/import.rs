//! An import that is killed at any moment, a person who edits in between, a corrected list: nothing written by hand is
//! lost, and the next import goes on.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::{Moments, kill, leftovers, ocop, quiet, row, run, tree, tries, wait_for_journal};
use crate::site::Site;

pub const MAP: &str = "[producers]\n\"HTX A\" = \"htx-a\"\n";

/// Ten new products of three producers, and stars of the product that somebody wrote by hand.
pub fn list(corrected: bool) -> String {
    let mut rows = String::from("Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm,Nhóm,Số QĐ,Ngày QĐ\n");
    let stars = if corrected { 4 } else { 3 };
    let _ = writeln!(rows, "Trà hoa vàng,HTX A,,{stars},2024,,12/QĐ-UBND,05/03/2024");
    for number in 0..10 {
        let group = if corrected && number % 3 == 0 { "Đồ uống" } else { "Thực phẩm" };
        let name = ["Miến dong", "Gạo nếp", "Mật ong", "Bún khô", "Chè búp"][number % 5];
        let maker = ["HTX Tài Hoan", "Công ty Bắc Hà", "HTX Na Rì"][number % 3];
        let _ = writeln!(
            rows,
            "{name} số {number},{maker},Bắc Kạn,{},2023,{group},{}/QĐ-UBND,0{}/06/2023",
            3 + (number + usize::from(corrected)) % 3,
            100 + number % 4,
            1 + number % 4
        );
    }
    if corrected {
        rows.push_str("Cao chè vằng,HTX Tài Hoan,Bắc Kạn,4,2025,Đồ uống,7/QĐ-UBND,01/02/2025\n");
    }
    rows
}

pub fn site() -> Site {
    let site = Site::new("-- content/pages/about/page.vi.md --\n+++\ntitle = \"Của tôi\"\n+++\nViết tay.\n");
    for (name, text) in [("one.csv", list(false)), ("two.csv", list(true)), ("map.toml", MAP.to_owned())] {
        std::fs::write(site.path(name), text).expect("write the list");
    }
    site
}

pub const KNOWN: [&str; 7] =
    ["one.csv", "two.csv", "map.toml", "imported.toml", "one-report.xlsx", "two-report.xlsx", "anh"];

pub fn import(list: &str) -> [&str; 4] {
    ["import", list, "--map", "map.toml"]
}

/// The records and what is known about them.
fn records(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(&site.path("content"));
    files.extend(std::fs::read(site.path("imported.toml")).ok().map(|bytes| ("imported.toml".to_owned(), bytes)));
    files
}

/// Appends lines to a record, as a person does.
fn write_by_hand(site: &Site, path: &str, lines: &str) {
    let path = site.path("content").join(path);
    let mut text = std::fs::read_to_string(&path).expect("a record");
    text.push_str(lines);
    std::fs::write(path, text).expect("saved");
}

fn journal(site: &Site) -> bool {
    site.path(".ocop/import-journal.json").exists()
}

#[test]
fn a_killed_import_loses_nothing_written_by_hand_and_the_next_one_goes_on() {
    let tries = tries(8);
    // What must come out where nobody edits: after both lists, or after the second when the first was killed early.
    let mut whole = Vec::new();
    let mut length = Duration::ZERO;
    for lists in [&["one.csv", "two.csv"][..], &["two.csv"]] {
        let site = site();
        for list in lists {
            let begin = Instant::now();
            assert!(quiet(ocop(&site, &import(list))).status().expect("it starts").code().is_some_and(|code| code < 2));
            length = begin.elapsed();
        }
        whole.push(records(&site));
    }
    let written = site();
    let hand = tree(&written.path("content"));

    let mut moments = Moments(0x1297_0e77);
    let (mut killed, mut waiting, mut twice, mut since) = (0, 0, 0, 0);
    for number in 0..tries {
        let site = site();
        // Half of the kills anywhere, half while records are written.
        let mut child = quiet(ocop(&site, &import("one.csv"))).spawn().expect("the program starts");
        if number % 2 == 0 {
            std::thread::sleep(moments.next(length.mul_f64(1.1)));
        } else {
            wait_for_journal(&mut child, site.root());
            std::thread::sleep(moments.next(length.mul_f64(0.4)));
        }
        killed += u32::from(kill(child));
        waiting += u32::from(journal(&site));

        // Somebody writes, in a record of their own or in one that the import has just made.
        let files: Vec<String> =
            tree(&site.path("content")).into_keys().filter(|path| path.ends_with("product.toml")).collect();
        let edited = files[moments.below(files.len())].clone();
        let lines = format!("\n[[package]]\nnet = \"{}50 g\" # cân tại xưởng\nprice = 65000\n", number + 1);
        write_by_hand(&site, &edited, &lines);
        let comment = format!("# viết tay, lần {number}\n");
        write_by_hand(&site, "producers/htx-a/producer.toml", &comment);
        let before = std::fs::read_to_string(site.path("content").join(&edited)).expect("a record");

        // The next import may be killed too.
        if number % 4 == 3 {
            let child = quiet(ocop(&site, &import("two.csv"))).spawn().expect("the program starts");
            std::thread::sleep(moments.next(length));
            twice += u32::from(kill(child));
        }
        let output = ocop(&site, &import("two.csv")).output().expect("the program starts");
        let (code, text) = super::ended(&output);
        assert!(code < 2, "try {number}: {text}");
        since += u32::from(text.contains("changed by somebody"));

        let now = records(&site);
        let of = |path: &str| String::from_utf8(now[path].clone()).expect("text");
        assert!(of(&edited).contains(&lines), "try {number}: {edited} has lost what was written: {}", of(&edited));
        for line in before.lines().filter(|line| line.contains('#')) {
            assert!(of(&edited).contains(line), "try {number}: {edited} has lost `{line}`");
        }
        for (path, bytes) in &hand {
            let found = &now[path];
            assert!(found.starts_with(bytes), "try {number}: {path} is no longer as it was written by hand");
        }
        assert!(of("producers/htx-a/producer.toml").contains(&comment), "try {number}");
        // All that nobody edited is as if nothing had happened.
        let others = |files: &BTreeMap<String, Vec<u8>>| {
            let mut files = files.clone();
            files.retain(|path, _| {
                ![edited.as_str(), "producers/htx-a/producer.toml", "imported.toml"].contains(&path.as_str())
            });
            files
        };
        assert!(whole.iter().any(|whole| others(whole) == others(&now)), "try {number}: {:?}", now.keys());
        // The corrected stars have come, also into the record that was edited.
        let stars = |text: &str| {
            text.lines().filter(|line| line.starts_with("stars = ")).map(str::to_owned).collect::<Vec<_>>()
        };
        assert!(
            whole.iter().any(|whole| stars(&String::from_utf8_lossy(&whole[&edited])) == stars(&of(&edited))),
            "try {number}: {edited} did not follow the list: {}\n{text}",
            of(&edited)
        );
        assert_eq!(leftovers(&site, &KNOWN), Vec::<String>::new(), "try {number}");

        run(&site, &import("two.csv"), code);
        assert!(records(&site) == now, "try {number}: importing again changes bytes");
        run(&site, &["check"], 0);
    }
    row(
        "`kill -9` of `import`, then edits by hand, then a corrected list",
        tries,
        killed,
        &format!("{waiting} left a journal, {since} met an edited record, {twice} were killed again"),
    );
    assert!(killed > 0, "no import was slow enough to be killed");
}

/// Stops an import in the middle: its journal is there, and `done` tells of the records which are written.
fn interrupted(site: &Site, list: &str, done: impl Fn(&Site) -> bool) -> bool {
    for _ in 0..200 {
        let mut child = quiet(ocop(site, &import(list))).spawn().expect("the program starts");
        wait_for_journal(&mut child, site.root());
        kill(child);
        if journal(site) && done(site) {
            return true;
        }
        // Too late or too early: once more from the beginning.
        for path in ["content/decisions.toml", "imported.toml", ".ocop/import-journal.json"] {
            let _ = std::fs::remove_file(site.path(path));
        }
        let fresh = super::import::site();
        std::fs::remove_dir_all(site.path("content")).expect("removed");
        for (path, bytes) in tree(&fresh.path("content")) {
            site.edit(&format!("content/{path}"), std::str::from_utf8(&bytes).expect("text"));
        }
    }
    false
}

#[test]
fn a_record_edited_before_it_could_be_written_is_told_and_still_follows_the_list() {
    let site = site();
    let path = "products/tra/product.toml";
    let old = std::fs::read_to_string(site.path("content").join(path)).expect("a record");
    let untouched =
        |site: &Site| std::fs::read_to_string(site.path("content").join(path)).is_ok_and(|text| text == old);
    assert!(interrupted(&site, "one.csv", untouched), "the import was never killed before it wrote the record");
    let printed = run(&site, &["doctor"], 1);
    assert!(printed.contains("an import was interrupted"), "{printed}");
    let printed = ocop(&site, &["check"]).output().expect("the program starts");
    assert!(String::from_utf8_lossy(&printed.stderr).contains("`ocop import` completes it"));
    write_by_hand(&site, path, "# viết tay\n");
    let printed = run(&site, &import("one.csv"), 0);
    assert!(printed.contains("an interrupted import was carried out first"), "{printed}");
    assert!(printed.contains("content/products/tra/product.toml was changed by somebody"), "{printed}");
    let now = std::fs::read_to_string(site.path("content").join(path)).expect("a record");
    assert!(now.starts_with(&old) && now.contains("# viết tay\n"), "{now}");
    assert!(now.contains("stars = 3"), "the list was forgotten: {now}");
    assert_eq!(leftovers(&site, &KNOWN), Vec::<String>::new());
}

#[test]
fn a_photo_that_has_gone_does_not_stop_the_next_import() {
    let site = site();
    site.picture("anh/mien-dong-so-0.png", 40, 30);
    let arguments = ["import", "one.csv", "--map", "map.toml", "--photos", "anh"];
    let mut caught = false;
    for _ in 0..50 {
        let mut child = quiet(ocop(&site, &arguments)).spawn().expect("the program starts");
        wait_for_journal(&mut child, site.root());
        kill(child);
        let copied = site.path("content/products/mien-dong-so-0/mien-dong-so-0.png").exists();
        if journal(&site) && !copied {
            caught = true;
            break;
        }
        let fresh = super::import::site();
        std::fs::remove_dir_all(site.path("content")).expect("removed");
        for (path, bytes) in tree(&fresh.path("content")) {
            site.edit(&format!("content/{path}"), std::str::from_utf8(&bytes).expect("text"));
        }
        for path in ["imported.toml", ".ocop/import-journal.json"] {
            let _ = std::fs::remove_file(site.path(path));
        }
    }
    assert!(caught, "the import was never killed before the photo was copied");
    std::fs::rename(site.path("anh"), site.path("content/../two-report.xlsx")).expect("the stick is pulled out");
    let printed = ocop(&site, &import("one.csv")).output().expect("the program starts");
    let (_, printed) = super::ended(&printed);
    assert!(printed.contains("mien-dong-so-0.png is missing: the picture "), "{printed}");
    let _ = std::fs::rename(site.path("two-report.xlsx"), site.path("anh"));
    run(&site, &arguments, 0);
    assert!(site.path("content/products/mien-dong-so-0/mien-dong-so-0.png").exists());
    assert_eq!(leftovers(&site, &KNOWN), Vec::<String>::new());
    run(&site, &["check"], 0);
}

#[test]
fn a_damaged_journal_or_ledger_is_told_with_what_to_do() {
    let site = site();
    site.edit(".ocop/import-journal.json", "{ nửa chừng");
    let printed = run(&site, &import("one.csv"), 2);
    assert!(printed.contains("delete that file and import the list again"), "{printed}");
    std::fs::remove_file(site.path(".ocop/import-journal.json")).expect("deleted");
    std::fs::write(site.path("imported.toml"), "[products\n").expect("damaged");
    let printed = run(&site, &import("one.csv"), 2);
    assert!(printed.contains("take it from a backup, or delete it"), "{printed}");
    assert!(!site.path("content/decisions.toml").exists());
}

#[test]
fn half_a_report_of_another_list_is_cleared() {
    let site = site();
    site.edit(".one-report.xlsx.ocop-new", "nửa chừng");
    run(&site, &import("two.csv"), 0);
    assert_eq!(leftovers(&site, &KNOWN), Vec::<String>::new());
}

#[test]
fn a_report_never_takes_the_place_of_the_list() {
    let site = site();
    let list = std::fs::read(site.path("one.csv")).expect("the list");
    let printed = run(&site, &["import", "one.csv", "--report", "./one.csv"], 2);
    assert!(printed.contains("is the list itself"), "{printed}");
    assert_eq!(std::fs::read(site.path("one.csv")).expect("the list"), list);
}
