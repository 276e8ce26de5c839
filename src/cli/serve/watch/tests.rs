//! Saving as people and editors do it, each on a small catalogue.

use super::*;
use std::fs;

struct Catalogue {
    folder: tempfile::TempDir,
    watch: Watch,
}

impl Catalogue {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("content/products/mien-dong")).unwrap();
        fs::write(folder.path().join("ocop.toml"), "").unwrap();
        let path = |name| folder.path().join(name);
        let watch = [path("content"), path("ocop.toml"), path("themes")];
        let watch = Watch::begin(&watch, &[path("content/public")]).unwrap();
        Self { folder, watch }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The next burst, as paths in the catalogue. Fails the test when nothing comes.
    fn next(&mut self) -> Vec<String> {
        let real = self.folder.path().canonicalize().unwrap();
        let begin = Instant::now();
        // `next` would wait for ever; a change that nobody looks for ends it, late enough to tell.
        let watch = &mut self.watch;
        let late = real.join("content/late.toml");
        std::thread::scope(|scope| {
            let (done, waiting) = mpsc::channel::<()>();
            scope.spawn(move || {
                if waiting.recv_timeout(Duration::from_secs(10)) == Err(RecvTimeoutError::Timeout) {
                    fs::write(late, "").unwrap();
                }
            });
            let changed = watch.next().unwrap();
            drop(done);
            assert!(begin.elapsed() < Duration::from_secs(10), "nothing was noticed");
            changed.paths.iter().map(|path| path.strip_prefix(&real).unwrap().to_str().unwrap().to_owned()).collect()
        })
    }

    /// Nothing of what happened so far counts.
    fn is_quiet(&mut self) -> bool {
        self.write("content/asked.toml", "");
        self.next() == ["content/asked.toml"]
    }
}

#[test]
fn a_saved_file_is_noticed_and_reading_is_not() {
    let mut catalogue = Catalogue::new();
    catalogue.write("content/products/mien-dong/product.toml", "name = 'Miến dong'");
    assert_eq!(catalogue.next(), ["content/products/mien-dong/product.toml"]);
    fs::read(catalogue.folder.path().join("content/products/mien-dong/product.toml")).unwrap();
    fs::read_dir(catalogue.folder.path().join("content/products")).unwrap().count();
    assert!(catalogue.is_quiet());
}

#[test]
fn a_file_that_an_editor_replaces_is_noticed_every_time() {
    let mut catalogue = Catalogue::new();
    for text in ["title = 'một'", "title = 'hai'", "title = 'ba'"] {
        catalogue.write(".ocop.toml.swp", text);
        let root = catalogue.folder.path();
        fs::rename(root.join(".ocop.toml.swp"), root.join("ocop.toml")).unwrap();
        assert_eq!(catalogue.next(), ["ocop.toml"]);
    }
}

#[test]
fn new_directories_are_watched_too() {
    let mut catalogue = Catalogue::new();
    catalogue.write("content/products/che/product.toml", "");
    catalogue.next();
    catalogue.write("content/products/che/story.vi.md", "Chè");
    assert_eq!(catalogue.next(), ["content/products/che/story.vi.md"]);
    // One that was asked for and did not exist.
    catalogue.write("themes/own/theme.toml", "");
    catalogue.next();
    catalogue.write("themes/own/css/tokens.css", "");
    catalogue.next();
    catalogue.write("themes/own/css/tokens.css", ":root {}");
    assert_eq!(catalogue.next(), ["themes/own/css/tokens.css"]);
}

#[test]
fn a_deleted_and_a_renamed_file_are_noticed() {
    let mut catalogue = Catalogue::new();
    catalogue.write("content/decisions.toml", "");
    catalogue.next();
    let content = catalogue.folder.path().join("content");
    fs::rename(content.join("decisions.toml"), content.join("places.toml")).unwrap();
    assert_eq!(catalogue.next(), ["content/decisions.toml", "content/places.toml"]);
    fs::remove_file(content.join("places.toml")).unwrap();
    assert_eq!(catalogue.next(), ["content/places.toml"]);
}

#[test]
fn a_burst_is_one_change() {
    let mut catalogue = Catalogue::new();
    for name in ["a", "b", "c"] {
        catalogue.write(&format!("content/{name}.toml"), "");
    }
    assert_eq!(catalogue.next(), ["content/a.toml", "content/b.toml", "content/c.toml"]);
}

#[test]
fn what_is_not_of_the_catalogue_does_not_count() {
    let mut catalogue = Catalogue::new();
    for path in [
        "README.md",
        "public/index.html",
        "content/public/vi/index.html",
        "content/.public.ocop-build/new/vi/index.html",
        "content/.git/index",
        "content/target/debug/x",
        "content/products/mien-dong/.product.toml.swp",
        "content/products/mien-dong/product.toml~",
        "content/products/mien-dong/#product.toml#",
        "content/products/mien-dong/4913",
        "content/~$bảng giá.xlsx",
        "content/.~lock.bảng giá.xlsx#",
    ] {
        // The directories themselves would count.
        assert!(
            !catalogue.watch.sources().counts(&catalogue.folder.path().canonicalize().unwrap().join(path)),
            "{path}"
        );
    }
    catalogue.write("README.md", "");
    catalogue.write("content/products/mien-dong/product.toml~", "");
    catalogue.write("content/products/mien-dong/.product.toml.swp", "");
    assert!(catalogue.is_quiet());
}

fn of(paths: &[&str], lost: bool) -> Changed {
    Changed { paths: paths.iter().map(PathBuf::from).collect(), lost, here: PathBuf::new() }
}

#[test]
fn when_the_system_loses_count_only_a_real_change_is_one() {
    let mut catalogue = Catalogue::new();
    let (sender, news) = mpsc::channel();
    catalogue.watch.news = news;
    sender.send(News::Lost).unwrap();
    let here = catalogue.watch.sources().here;
    let of = |paths: &[&str], lost| Changed { here: here.clone(), ..of(paths, lost) };
    assert_eq!(catalogue.watch.next(), Some(of(&[], true)));
    // The same again, and then silence: nothing to build.
    sender.send(News::Lost).unwrap();
    let later = sender.clone();
    let waiter = std::thread::spawn(move || {
        std::thread::sleep(SILENCE * 4);
        later.send(News::Path("/x".into())).unwrap();
    });
    assert_eq!(catalogue.watch.next(), Some(of(&["/x"], false)));
    waiter.join().unwrap();
    catalogue.write("content/products/mien-dong/product.toml", "name = 'Miến dong'");
    sender.send(News::Lost).unwrap();
    assert_eq!(catalogue.watch.next().unwrap().to_string(), "many files");
}

#[test]
fn a_change_reads_as_one_line() {
    let changed = |paths: &[&str]| of(paths, false).to_string();
    assert_eq!(changed(&["content/places.toml"]), "content/places.toml");
    assert_eq!(changed(&["b.toml", "a.toml", "c.toml"]), "a.toml and 2 more");
    let here = Changed { here: "/home/a".into(), ..of(&["/home/a/content/places.toml"], false) };
    assert_eq!(here.to_string(), "content/places.toml");
}

#[test]
fn what_a_portal_reads_of_its_members_is_noticed_and_nothing_else_of_them() {
    let mut catalogue = Catalogue::new();
    let member = |part: &str| catalogue.folder.path().join("members/hue").join(part);
    let parts = [member("api/catalogue.json"), member("search")];
    catalogue.watch.follow(&parts).unwrap();
    // The folder comes later; until then its place is watched.
    catalogue.write("members/hue/api/catalogue.json", "{}");
    assert_eq!(catalogue.next(), ["members"]);
    catalogue.watch.follow(&parts).unwrap();
    catalogue.write("members/hue/vi/index.html", "a page of its own site");
    catalogue.write("members/hue/api/products.json", "a list that a portal does not read");
    assert!(catalogue.is_quiet());
    catalogue.write("members/hue/api/catalogue.json", "{ }");
    assert_eq!(catalogue.next(), ["members/hue/api/catalogue.json"]);
    catalogue.write("members/hue/search/manifest.bin", "x");
    assert!(catalogue.next().iter().all(|path| path.starts_with("members/hue/search")));
}

#[test]
fn a_member_that_is_replaced_as_a_whole_folder_is_noticed_every_time() {
    let mut catalogue = Catalogue::new();
    catalogue.write("members/hue/api/catalogue.json", "0");
    let parts = [catalogue.folder.path().join("members/hue/api/catalogue.json")];
    catalogue.watch.follow(&parts).unwrap();
    for round in 1..4 {
        catalogue.write("members-new/api/catalogue.json", &round.to_string());
        let path = |name: &str| catalogue.folder.path().join(name);
        fs::rename(path("members/hue"), path(&format!("old-{round}"))).unwrap();
        fs::rename(path("members-new"), path("members/hue")).unwrap();
        assert!(catalogue.next().contains(&"members/hue".to_owned()));
        catalogue.write("members/hue/api/catalogue.json", "edited");
        assert_eq!(catalogue.next(), ["members/hue/api/catalogue.json"]);
    }
    catalogue.watch.follow(&[]).unwrap();
    catalogue.write("members/hue/api/catalogue.json", "no member any more");
    assert!(catalogue.is_quiet());
}
