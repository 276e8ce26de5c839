//! The promises of a file that is put in its place, with a person who edits at the worst moment.

use super::*;

fn staged(path: &Path, before: Option<&str>, after: &str) -> Staged {
    match Staged::beside(path, before, after.as_bytes().to_vec(), &mut BTreeSet::new()).unwrap() {
        Step::Staged(staged) => staged,
        Step::Done | Step::Foreign => panic!("nobody else wrote"),
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_file_appears_with_its_folders_and_an_old_one_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("products/tra/product.toml");
    let new = staged(&path, None, "một");
    assert!(!path.exists());
    assert!(new.place().unwrap());
    assert!(staged(&path, Some("một"), "hai").place().unwrap());
    assert_eq!(text(&path), "hai");
    assert_eq!(names(path.parent().unwrap()), ["product.toml"]);
}

#[test]
fn what_somebody_saves_before_the_file_is_placed_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    let new = staged(&path, None, "của máy");
    fs::write(&path, "viết tay").unwrap();
    assert!(!new.place().unwrap());
    let change = staged(&path, Some("viết tay"), "của máy");
    fs::write(&path, "viết tay nữa").unwrap();
    assert!(!change.place().unwrap());
    let change = staged(&path, Some("viết tay nữa"), "của máy");
    fs::remove_file(&path).unwrap();
    assert!(!change.place().unwrap());
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_is_saved_in_the_instant_of_an_exchange_is_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    fs::write(&path, "trước").unwrap();
    let change = staged(&path, Some("trước"), "sau");
    // As after the exchange, when somebody saved just before it; then the process is killed.
    fs::write(&path, "sau").unwrap();
    fs::write(beside(&path), "viết tay").unwrap();
    drop(change);
    let again = Staged::beside(&path, Some("trước"), b"sau".to_vec(), &mut BTreeSet::new()).unwrap();
    assert!(matches!(again, Step::Foreign));
    assert_eq!(text(&path), "viết tay");
    // Saved a second time after the exchange: both are kept.
    fs::write(&path, "viết tay, lần hai").unwrap();
    fs::write(beside(&path), "viết tay, lần một").unwrap();
    let again = Staged::beside(&path, Some("trước"), b"sau".to_vec(), &mut BTreeSet::new()).unwrap();
    assert!(matches!(again, Step::Foreign));
    assert_eq!(text(&path), "viết tay, lần hai");
    assert_eq!(text(&folder.path().join("a.toml~")), "viết tay, lần một");
}

#[test]
fn what_a_kill_left_half_written_is_no_work_of_a_person() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    fs::write(&path, "trước").unwrap();
    for left in ["", "sa", "sau", "trước"] {
        fs::write(&path, "trước").unwrap();
        fs::write(beside(&path), left).unwrap();
        assert!(staged(&path, Some("trước"), "sau").place().unwrap());
        assert_eq!((text(&path), names(folder.path())), ("sau".into(), vec!["a.toml".into()]));
    }
}

#[test]
fn an_editor_that_saves_all_the_time_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    fs::write(&path, "0").unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let editor = scope.spawn(|| {
            let mut lost = 0;
            for number in 0..400 {
                // As editors save: a file of their own, renamed.
                let own = folder.path().join("editor");
                let mine = format!("người viết, lần {number}");
                fs::write(&own, &mine).unwrap();
                fs::rename(&own, &path).unwrap();
                std::thread::yield_now();
                // An import may have read what was saved and added to it; then it begins with it.
                let mut found = String::new();
                for _ in 0..200 {
                    found = fs::read_to_string(&path).unwrap_or_default();
                    if found.starts_with(&mine) {
                        break;
                    }
                    std::thread::sleep(std::time::Duration::from_millis(1));
                }
                lost += u32::from(!found.starts_with(&mine));
            }
            done.store(true, std::sync::atomic::Ordering::Relaxed);
            lost
        });
        let mut placed = 0;
        while !done.load(std::sync::atomic::Ordering::Relaxed) {
            let Some(before) = read(&path).unwrap() else { continue };
            let before = String::from_utf8(before).unwrap();
            let after = format!("{before}\nnhập");
            let step = Staged::beside(&path, Some(&before), after.into_bytes(), &mut BTreeSet::new()).unwrap();
            if let Step::Staged(staged) = step {
                placed += u32::from(staged.place().unwrap());
            }
        }
        assert_eq!(editor.join().unwrap(), 0, "lost, of 400; {placed} imports in between");
    });
}

#[test]
fn a_link_stays_a_link_and_a_file_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.toml"), folder.path().join("link.toml"));
    fs::write(&real, "trước").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o664)).unwrap();
    std::os::unix::fs::symlink("real.toml", &link).unwrap();
    assert!(staged(&link, Some("trước"), "sau").place().unwrap());
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(text(&real), "sau");
    write(&link, b"nua").unwrap();
    assert_eq!(text(&real), "nua");
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o664);
    assert_eq!(names(folder.path()), ["link.toml", "real.toml"]);
}
