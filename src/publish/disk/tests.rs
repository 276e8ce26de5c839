//! The promises of [`Staging`], each shown on a site of three files.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;

use super::*;

/// A catalogue directory with an output inside it, as users have it.
struct Shop {
    folder: tempfile::TempDir,
}

const PATHS: [&str; 3] = ["index.html", "vi/index.html", "vi/san-pham/mien-dong-tai-hoan/index.html"];

impl Shop {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    fn begin(&self) -> Result<Staging> {
        Staging::begin(&self.public(), &self.root().join("content"))
    }

    fn stage(&self, version: &str) -> Staging {
        let staging = self.begin().unwrap();
        for path in PATHS {
            staging.put(path, version.as_bytes()).unwrap();
        }
        staging
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The message of a failure, without the path of this test.
    fn said<T>(&self, result: Result<T>) -> String {
        let Err(error) = result else { panic!("this was expected to fail") };
        format!("{error:#}").replace(&self.root().display().to_string(), "…")
    }
}

/// Path → text of every file in `dir` without the marker; panics when the marker is not there.
fn published(dir: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dir) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            files.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
    assert!(files.remove(Marker::NAME).is_some());
    files
}

fn whole(version: &str) -> BTreeMap<String, String> {
    PATHS.iter().map(|path| ((*path).to_owned(), version.to_owned())).collect()
}

#[test]
fn a_commit_publishes_the_first_and_every_later_site_and_leaves_nothing_else() {
    let shop = Shop::new();
    for version in ["một", "hai", "ba"] {
        let report = shop.stage(version).commit().unwrap();
        assert_eq!((report.files, report.bytes), (3, 3 * version.len() as u64));
        assert!(report.not_removed.is_none());
        assert_eq!(published(&shop.public()), whole(version));
        assert_eq!(shop.names(), ["public"]);
    }
    let marker = fs::read_to_string(shop.public().join(".ocop-site")).unwrap();
    assert_eq!(
        marker,
        "Made by ocop. Every build replaces this directory as a whole: keep nothing of your own here.\nvi/\n"
    );
}

#[test]
fn a_file_of_the_old_site_does_not_survive() {
    let shop = Shop::new();
    let staging = shop.stage("một");
    staging.put("vi/san-pham/ngung-ban/index.html", b"").unwrap();
    staging.commit().unwrap();
    shop.stage("hai").commit().unwrap();
    assert_eq!(published(&shop.public()), whole("hai"));
}

#[test]
fn a_site_that_is_not_committed_leaves_no_trace() {
    let shop = Shop::new();
    drop(shop.stage("một"));
    assert!(shop.names().is_empty());
    shop.stage("một").commit().unwrap();
    drop(shop.stage("hai"));
    assert_eq!(published(&shop.public()), whole("một"));
    assert_eq!(shop.names(), ["public"]);
}

#[test]
fn what_a_killed_build_left_is_removed_by_the_next() {
    let shop = Shop::new();
    shop.stage("một").commit().unwrap();
    // What the system leaves of a killed process: its files, without its lock.
    let workspace = shop.root().join(".public.ocop-build");
    for left in ["new/vi", "gone/vi/san-pham", "old"] {
        fs::create_dir_all(workspace.join(left)).unwrap();
        fs::write(workspace.join(left).join("index.html"), "nửa chừng").unwrap();
    }
    fs::write(workspace.join("lock"), "4711").unwrap();
    shop.stage("hai").commit().unwrap();
    assert_eq!(published(&shop.public()), whole("hai"));
    assert_eq!(shop.names(), ["public"]);
}

#[test]
fn a_directory_that_ocop_did_not_make_is_untouched() {
    let shop = Shop::new();
    fs::create_dir(shop.public()).unwrap();
    fs::write(shop.public().join("luận văn.docx"), "của tôi").unwrap();
    let message = shop.said(shop.begin());
    assert!(message.starts_with("`…/public` holds other files (such as `luận văn.docx`)"), "{message}");
    assert_eq!(fs::read_to_string(shop.public().join("luận văn.docx")).unwrap(), "của tôi");
    assert_eq!(shop.names(), ["public"]);
}

#[test]
fn a_directory_that_appears_during_the_build_is_untouched_too() {
    let shop = Shop::new();
    let staging = shop.stage("một");
    fs::create_dir_all(shop.public()).unwrap();
    fs::write(shop.public().join("ghi chú.txt"), "của tôi").unwrap();
    assert!(shop.said(staging.commit()).contains("was not made by ocop"));
    assert_eq!(fs::read_to_string(shop.public().join("ghi chú.txt")).unwrap(), "của tôi");
    assert_eq!(shop.names(), ["public"]);
}

#[test]
fn an_empty_directory_is_replaced() {
    let shop = Shop::new();
    fs::create_dir(shop.public()).unwrap();
    shop.stage("một").commit().unwrap();
    assert_eq!(published(&shop.public()), whole("một"));
}

#[test]
fn the_output_may_be_a_link() {
    let shop = Shop::new();
    let www = shop.root().join("srv/www");
    fs::create_dir_all(&www).unwrap();
    std::os::unix::fs::symlink("srv/www", shop.public()).unwrap();
    for version in ["một", "hai"] {
        shop.stage(version).commit().unwrap();
        assert_eq!(published(&www), whole(version));
        assert!(fs::symlink_metadata(shop.public()).unwrap().is_symlink());
    }
    assert_eq!(shop.names(), ["public", "srv"]);
    assert_eq!(fs::read_dir(shop.root().join("srv")).unwrap().count(), 1);
}

#[test]
fn two_builds_do_not_mix() {
    let shop = Shop::new();
    let first = shop.stage("một");
    let message = shop.said(shop.begin());
    assert_eq!(
        message,
        format!("another build (process {}) is writing to `…/public`: wait until it has ended", std::process::id())
    );
    first.commit().unwrap();
    shop.stage("hai").commit().unwrap();
    assert_eq!(published(&shop.public()), whole("hai"));
}

/// A day long ago, as the date of a file.
fn long_ago() -> std::time::SystemTime {
    std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000)
}

fn date(path: &Path) -> std::time::SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

#[test]
fn a_file_that_has_not_changed_keeps_its_date() {
    let shop = Shop::new();
    shop.stage("một").commit().unwrap();
    for path in PATHS {
        File::open(shop.public().join(path)).unwrap().set_modified(long_ago()).unwrap();
    }
    let staging = shop.begin().unwrap();
    staging.put(PATHS[0], "hai".as_bytes()).unwrap();
    staging.put(PATHS[1], "một".as_bytes()).unwrap();
    staging.put("moi.txt", "một".as_bytes()).unwrap();
    let report = staging.commit().unwrap();
    assert_eq!((report.files, report.unchanged), (3, 1));
    assert!(date(&shop.public().join(PATHS[0])) > long_ago());
    assert_eq!(date(&shop.public().join(PATHS[1])), long_ago());
    assert!(date(&shop.public().join("moi.txt")) > long_ago());
    assert!(!shop.public().join(PATHS[2]).exists());
}

#[test]
fn the_bytes_decide_whether_a_published_file_has_changed() {
    let shop = Shop::new();
    shop.stage("một").commit().unwrap();
    let [by_hand, link, closed] = PATHS.map(|path| shop.public().join(path));
    // The same length and date, but other bytes; a link to the same bytes; a file that others may not read.
    fs::write(&by_hand, "mốt").unwrap();
    File::open(&by_hand).unwrap().set_modified(long_ago()).unwrap();
    let elsewhere = shop.root().join("elsewhere");
    fs::write(&elsewhere, "một").unwrap();
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    fs::set_permissions(&closed, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let report = shop.stage("một").commit().unwrap();
    assert_eq!(report.unchanged, 0);
    assert_eq!(published(&shop.public()), whole("một"));
    assert!(date(&by_hand) > long_ago());
    assert!(!fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&closed).unwrap().permissions()) & 0o777, 0o644);
}

#[test]
fn a_file_that_two_sites_share_survives_a_build_that_fails() {
    let shop = Shop::new();
    shop.stage("một").commit().unwrap();
    let staging = shop.begin().unwrap();
    staging.put(PATHS[0], "một".as_bytes()).unwrap();
    assert!(shop.said(staging.put(PATHS[0], "một".as_bytes())).starts_with("cannot write `…/public/index.html`"));
    drop(staging);
    assert_eq!(published(&shop.public()), whole("một"));
}

#[test]
fn a_file_is_copied_and_never_shares_its_contents() {
    let shop = Shop::new();
    let photo = shop.root().join("chè.jpg");
    fs::write(&photo, "ảnh").unwrap();
    let staging = shop.begin().unwrap();
    staging.copy("photos/che.jpg", &photo).unwrap();
    let message = shop.said(staging.copy("photos/b.jpg", &shop.root().join("không có.jpg")));
    assert_eq!(message, "cannot read `…/không có.jpg`: No such file or directory (os error 2)");
    let report = staging.commit().unwrap();
    assert_eq!((report.files, report.bytes), (1, "ảnh".len() as u64));
    fs::write(shop.public().join("photos/che.jpg"), "khác").unwrap();
    assert_eq!(fs::read_to_string(&photo).unwrap(), "ảnh");
}

#[test]
fn a_second_file_at_one_path_is_an_error_that_names_it() {
    let shop = Shop::new();
    let staging = shop.stage("một");
    assert_eq!(
        shop.said(staging.put("vi/index.html", b"")),
        "cannot write `…/public/vi/index.html`, the published site is unchanged: File exists (os error 17)"
    );
}

#[test]
fn a_reader_finds_the_page_at_every_instant() {
    let shop = Shop::new();
    shop.stage("0").commit().unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut last = 0;
            while !done.load(Ordering::Relaxed) {
                let text = fs::read_to_string(shop.public().join("vi/index.html")).expect("the page is always there");
                let version: u32 = text.parse().expect("the page is always whole");
                assert!(version >= last, "the old site came back");
                last = version;
            }
            last
        });
        for version in 1..=40 {
            shop.stage(&version.to_string()).commit().unwrap();
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
}

/// A file system of 1 MB. Only root can make one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(at).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then(|| Self(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_leaves_the_published_site_and_no_half_written_one() {
    let shop = Shop::new();
    let Some(disk) = SmallDisk::mount(&shop.root().join("disk")) else {
        eprintln!("skipped: mounting a small disk is not permitted here");
        return;
    };
    let public = disk.0.join("public");
    let fill = |staging: &Staging| -> Result<()> {
        (0..64).try_for_each(|n| staging.put(&format!("vi/san-pham/{n}/index.html"), &vec![b'x'; 40_000]))
    };
    let staging = Staging::begin(&public, shop.root()).unwrap();
    PATHS.iter().try_for_each(|path| staging.put(path, b"0")).unwrap();
    staging.commit().unwrap();

    for _ in 0..3 {
        let staging = Staging::begin(&public, shop.root()).unwrap();
        let message = shop.said(fill(&staging));
        assert!(message.starts_with("cannot write `…/disk/public/vi/san-pham/"), "{message}");
        assert!(
            message.ends_with("the published site is unchanged: No space left on device (os error 28)"),
            "{message}"
        );
        drop(staging);
        assert_eq!(published(&public), whole("0"));
        assert_eq!(fs::read_dir(&disk.0).unwrap().count(), 1, "only `public` is left");
    }
    // With room again, the next build goes through.
    let staging = Staging::begin(&public, shop.root()).unwrap();
    PATHS.iter().try_for_each(|path| staging.put(path, b"1")).unwrap();
    staging.commit().unwrap();
    assert_eq!(published(&public), whole("1"));
}

#[test]
fn a_mount_point_is_refused_before_any_work() {
    let shop = Shop::new();
    let Some(_disk) = SmallDisk::mount(&shop.public()) else {
        eprintln!("skipped: mounting a small disk is not permitted here");
        return;
    };
    assert_eq!(
        shop.said(shop.begin()),
        "`…/public` is a mount point, which cannot be replaced in one step: choose a directory inside it"
    );
}

#[test]
fn a_parent_that_cannot_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let shop = Shop::new();
    let parent = shop.root().join("chỉ đọc");
    fs::create_dir(&parent).unwrap();
    fs::set_permissions(&parent, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(parent.join("probe"), "").is_ok() {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    assert_eq!(
        shop.said(Staging::begin(&parent.join("public"), &shop.root().join("content"))),
        "cannot write beside `…/chỉ đọc/public`: a new site grows in `…/chỉ đọc/.public.ocop-build` and is then put in \
         its place: Permission denied (os error 13)"
    );
}
