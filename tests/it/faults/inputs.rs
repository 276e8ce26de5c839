//! Files that go away, change, turn into folders or cannot be read while the catalogue is read.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::build::{build, edit};
use super::disk::as_somebody;
use super::{Moments, ended, leftovers, ocop, row, run, tree, tries};
use crate::site::{Site, TODAY};

const BUILD: [&str; 3] = ["build", "--today", TODAY];

#[test]
fn inputs_that_change_while_they_are_read_never_break_the_published_site() {
    let tries = tries(10).min(300);
    let site = Site::new("-- static/tai-lieu/qd.txt --\nQuyết định\n");
    edit(&site, "version-a");
    for number in 0..30 {
        site.edit(
            &format!("content/products/p{number}/product.toml"),
            &format!(
                "id = \"tn-01{number:02}\"\nname = {{ vi = \"Chè {number}\", en = \"Tea {number}\" }}\nproducer = \"htx-a\"\n\
                 place = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n"
            ),
        );
    }
    assert!(build(&site, "public").status().expect("the program starts").success());
    let mut published = tree(&site.path("public"));
    let content = tree(&site.path("content"));
    let restore = || {
        let _ = std::fs::remove_dir_all(site.path("content"));
        for (path, bytes) in &content {
            let path = site.path("content").join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("make it");
            std::fs::write(path, bytes).expect("write it");
        }
    };
    let mut moments = Moments(0x1279_0075);
    let (mut told, mut failed) = (0, 0);
    let paths: Vec<&String> = content.keys().collect();
    for number in 0..tries {
        let done = AtomicBool::new(false);
        let (code, text) = std::thread::scope(|scope| {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    std::thread::sleep(moments.next(Duration::from_millis(12)));
                    let path = site.path("content").join(paths[moments.below(paths.len())]);
                    let _ = match moments.below(5) {
                        0 => std::fs::remove_file(&path),
                        1 => std::fs::write(&path, b"n\xff"),
                        2 => std::fs::remove_file(&path).and_then(|()| std::fs::create_dir(&path)),
                        3 => std::fs::remove_dir_all(path.parent().expect("a folder")),
                        _ => std::fs::remove_file(&path).and_then(|()| std::os::unix::fs::symlink("khong-co", &path)),
                    };
                }
            });
            let ended = ended(&ocop(&site, &BUILD).output().expect("the program starts"));
            done.store(true, Ordering::Relaxed);
            ended
        });
        let now = tree(&site.path("public"));
        match code {
            0 => published = now,
            1 => {
                told += 1;
                assert!(text.contains("nothing was published") && text.contains("help:"), "try {number}: {text}");
                assert!(now == published, "try {number}: {text}");
            }
            _ => {
                failed += 1;
                assert!(
                    text.starts_with("ocop: cannot ") || text.contains("was changed while the site was made"),
                    "try {number}: {text}"
                );
                assert!(now == published, "try {number}: {text}");
            }
        }
        restore();
        assert_eq!(leftovers(&site, &["static"]), Vec::<String>::new(), "try {number}");
    }
    assert!(build(&site, "public").status().expect("the program starts").success());
    row(
        "inputs that go away, change or turn into folders while they are read",
        tries,
        told + failed,
        &format!("{told} ended with messages, {failed} with a failure, each with the old site"),
    );
}

#[test]
fn what_cannot_be_read_is_named_with_a_remedy_that_fits() {
    let site = Site::new("-- content/products/tra/story.vi.md --\nChuyện.\n");
    site.picture("content/products/tra/front.png", 40, 30);
    site.edit(
        "content/products/tra/product.toml",
        "id = \"tn-0001\"\nname = \"Trà\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n\
         [[photo]]\nfile = \"front.png\"\nalt = \"Hộp\"\n",
    );
    let Some(mut check) = as_somebody(&site, &["check"]) else { return };
    let mode = |path: &str, mode: u32| {
        std::fs::set_permissions(site.path(path), std::os::unix::fs::PermissionsExt::from_mode(mode))
            .expect("its mode");
    };
    for path in ["content/products/tra/story.vi.md", "content/products/tra/front.png", "ocop.toml"] {
        mode(path, 0o000);
        let (code, text) = ended(&check.output().expect("run"));
        mode(path, 0o644);
        assert_eq!(code, 1, "{text}");
        let name = path.rsplit('/').next().expect("a name");
        assert!(text.contains(name) && text.contains("Permission denied"), "{text}");
        assert!(text.contains("this user may not read it: give yourself the right to"), "{text}");
        assert!(!text.contains("UTF-8"), "{text}");
    }
    mode("content/products/tra", 0o000);
    let (code, text) = ended(&check.output().expect("run"));
    mode("content/products/tra", 0o755);
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("content/products/tra") && text.contains("this user may not do that"), "{text}");
    row("inputs that may not be read", 4, 4, "text, photo, settings, folder");
}

#[test]
fn the_mark_of_an_editor_beside_an_open_file_is_no_fault() {
    let site = Site::new("");
    // Emacs: a link that leads nowhere.
    std::os::unix::fs::symlink("nguoi@may.4711:1", site.path("content/products/tra/.#product.toml")).expect("a link");
    run(&site, &["check"], 0);
    std::os::unix::fs::symlink("khong-co", site.path("content/products/tra/anh.png")).expect("a link");
    let text = run(&site, &["check"], 1);
    assert!(text.contains("anh.png") && text.contains("help:"), "{text}");
}

#[test]
fn a_preview_outlives_inputs_that_go_away() {
    let site = Site::new("");
    let mut child = ocop(&site, &["serve", "--today", TODAY])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let lines = std::sync::Mutex::new(Vec::<String>::new());
    std::thread::scope(|scope| {
        let mut stderr = child.stderr.take().expect("it is read");
        let lines = &lines;
        scope.spawn(move || {
            for line in std::io::BufRead::lines(std::io::BufReader::new(&mut stderr)).map_while(Result::ok) {
                lines.lock().expect("lines").push(line);
            }
        });
        let said = |what: &str| {
            super::wait_until(Duration::from_secs(30), || {
                lines.lock().expect("lines").iter().any(|line| line.contains(what))
            })
        };
        assert!(said(" files in "), "{lines:?}");
        std::fs::rename(site.path("content"), site.path("away")).expect("moved");
        std::fs::rename(site.path("ocop.toml"), site.path("away.toml")).expect("moved");
        let there = said("is still shown");
        lines.lock().expect("lines").clear();
        std::fs::rename(site.path("away"), site.path("content")).expect("moved");
        std::fs::rename(site.path("away.toml"), site.path("ocop.toml")).expect("moved");
        let back = said(" files in ");
        let alive = super::kill(child);
        assert!(there && back && alive, "{lines:?}");
    });
    row("all inputs of a preview away and back", 1, 1, "");
}
