//! The guide for offices: what it says is done here, step by step, in an empty folder, in each of its languages. And the
//! example site in English alone.

use std::path::{Path, PathBuf};
use std::process::Command;

use ocop::resolve::Choices;

use crate::site::{Silent, TODAY};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A block of code of the guide: what stands behind its fence, and its lines.
struct Block {
    info: String,
    text: String,
}

/// The pages of the guide in one language in the order of its menu, as blocks.
fn blocks(lang: &str) -> Vec<Block> {
    let folder = repository().join("docs/guide/content/pages");
    let mut pages: Vec<(i64, String)> = std::fs::read_dir(folder)
        .expect("the guide")
        .map(|entry| {
            let path = entry.expect("a page").path().join(format!("page.{lang}.md"));
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let nav = text.lines().find_map(|line| line.strip_prefix("nav     = ")).expect("each page has its place");
            (nav.parse().expect("a number"), text)
        })
        .collect();
    pages.sort();
    let mut blocks = Vec::new();
    for (_, text) in pages {
        let mut open: Option<Block> = None;
        for line in text.lines() {
            match (line.strip_prefix("```"), open.take()) {
                (Some(info), None) => open = Some(Block { info: info.to_owned(), text: String::new() }),
                (Some(_), Some(block)) => blocks.push(block),
                (None, Some(mut block)) => {
                    block.text.push_str(line);
                    block.text.push('\n');
                    open = Some(block);
                }
                (None, None) => {}
            }
        }
        assert!(open.is_none(), "a block is closed");
    }
    blocks
}

/// Runs a command of the guide as a person with nothing but the program would; gives what it printed.
fn run(command: &str, folder: &Path) -> String {
    let mut words: Vec<String> = Vec::new();
    for (index, part) in command.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    assert_eq!(words[0], "ocop", "{command}: the guide needs no other program");
    let output = Command::new(env!("CARGO_BIN_EXE_ocop"))
        .args(&words[1..])
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .env("SOURCE_DATE_EPOCH", "1784512000") // 20 July 2026, when the certificates of the guide hold
        .output()
        .expect("the program starts");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{command}\n{printed}");
    printed
}

fn follow(lang: &str) -> (tempfile::TempDir, Vec<(String, String)>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut done = Vec::new();
    for block in blocks(lang) {
        match block.info.split_once(' ') {
            Some((_, path)) => {
                let path: PathBuf = folder.path().join(path);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
                std::fs::write(&path, block.text).expect("write the file");
            }
            None if block.info == "console" => {
                for line in block.text.lines() {
                    let command = line.strip_prefix("$ ").expect("commands begin with a dollar sign");
                    // Runs until it is stopped; the preview has tests of its own.
                    if command != "ocop serve" {
                        done.push((command.to_owned(), run(command, folder.path())));
                    }
                }
            }
            None => panic!("a block is a file with its name or commands: {}", block.info),
        }
    }
    (folder, done)
}

#[test]
fn who_follows_the_guide_ends_with_a_catalogue_that_can_be_published() {
    for lang in ["vi", "en"] {
        let (folder, done) = follow(lang);
        let printed = |command: &str| &done.iter().rev().find(|(ran, _)| ran == command).expect(command).1;
        assert!(printed("ocop import danh-sach.csv --dry-run").contains("nothing was written"), "{lang}");
        assert!(printed("ocop import danh-sach.csv").contains("3 unchanged"), "the second import changes nothing");
        assert!(printed("ocop check").starts_with("no mistakes found"), "{}", printed("ocop check"));
        assert!(printed("ocop stats").contains("3  products"), "two of the list and one by hand; one is a draft");
        for path in [
            "public/index.html",
            "public/vi/san-pham/mien-dong-khe-mit/index.html",
            "public/en/products/banh-gio-na-ri/index.html",
            "public/vi/so-lieu/index.html",
            "public/p/bk-0004/index.html",
            "danh-sach-report.xlsx",
            "han-chung-nhan.ics",
            "danh-muc.xlsx",
            "imported.toml",
        ] {
            assert!(folder.path().join(path).exists(), "{lang}: {path}");
        }
        let page =
            std::fs::read_to_string(folder.path().join("public/vi/san-pham/banh-gio-na-ri/index.html")).expect("read");
        assert!(page.contains("gói bằng lá chít") && page.contains("50.000"), "the product by hand is whole");
        assert!(!folder.path().join("public/vi/san-pham/mat-ong-rung-ban-po").exists(), "drafts stay at home");
        let everything = std::fs::read_to_string(folder.path().join("public/api/catalogue.json")).expect("read");
        assert!(!everything.contains("Hoàng Thị Bản"), "the name of a household stays at home");
    }
}

#[test]
fn both_languages_of_the_guide_say_the_same_commands_and_files() {
    let all = |lang: &str| blocks(lang).into_iter().map(|block| (block.info, block.text)).collect::<Vec<_>>();
    assert_eq!(all("vi"), all("en"));
}

fn choices() -> Choices {
    Choices { today: TODAY.parse().expect("a day"), base_url: None, drafts: false }
}

#[test]
fn the_guide_is_a_site_of_pages_alone() {
    let (checked, site) = ocop::preview(&repository().join("docs/guide"), &choices(), &Silent).expect("the disk works");
    assert_eq!(ocop::diag::emit::summary(&checked.sink), "no mistakes found\n");
    for row in checked.coverage() {
        assert_eq!(row.missing, Vec::<String>::new(), "{}", row.kind);
    }
    let page = |path: &str| String::from_utf8(site.get(path).expect(path).bytes.to_vec()).expect("text");
    let home = page("vi/index.html");
    assert!(home.contains("<h2><a href=\"/vi/trang/tu-danh-sach/\">Từ danh sách Excel</a></h2>"), "{home}");
    assert!(!home.contains("/vi/san-pham/") && !home.contains("search-hero"), "{home}");
    for empty in ["vi/san-pham/index.html", "vi/tim-kiem/index.html", "vi/tin-tuc/index.html", "search/manifest.json"] {
        assert!(site.get(empty).is_none(), "{empty}");
    }
}

#[test]
fn a_site_in_english_alone_needs_no_vietnamese() {
    let (checked, site) =
        ocop::preview(&repository().join("tests/sites/english"), &choices(), &Silent).expect("the disk works");
    assert_eq!(ocop::diag::emit::summary(&checked.sink), "no mistakes found\n");
    let vietnamese = |letter: char| "ăâđêôơưĂÂĐÊÔƠƯ".contains(letter) || ('\u{1ea0}'..='\u{1ef9}').contains(&letter);
    let mut pages = 0;
    for path in site.paths().filter(|path| !path.starts_with("assets/")) {
        if ![".html", ".json", ".xml", ".csv", ".webmanifest", ".txt"].iter().any(|ending| path.ends_with(ending)) {
            continue;
        }
        pages += 1;
        let text = String::from_utf8(site.get(path).expect("listed").bytes.to_vec()).expect("text");
        // The name of the country, and the number of the decision that orders the criteria.
        let text = text.replace("Việt Nam", "").replace("/QĐ-TTg", "");
        let word = text.split_whitespace().find(|word| word.contains(vietnamese));
        assert_eq!(word, None, "{path}");
        assert!(!text.contains("lang=\"vi\""), "{path}");
    }
    assert!(pages > 40, "{pages}");
    let honey = String::from_utf8(site.get("en/products/hill-honey/index.html").expect("the page").bytes.to_vec());
    let honey = honey.expect("text");
    assert!(honey.contains("Valid until 20\u{a0}November\u{a0}2027") && honey.contains("VND\u{a0}180,000"), "{honey}");
}
