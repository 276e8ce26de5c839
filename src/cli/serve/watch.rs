//! What counts as a change, and when it is over.
//!
//! In: the files and directories that a site is made from. Out: one [`Changed`] for each burst of changes, as soon as it is
//! over. Knows nothing of builds. Start at [`Watch::next`].

use std::collections::BTreeSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::event::{Event, EventKind};
use notify::{ErrorKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// An editor saves in a burst: a temporary file, a rename, a change of mode. This much silence ends it.
const SILENCE: Duration = Duration::from_millis(40);

/// A copy of a thousand photos has no silence; it is shown in between.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often files are looked at where the system cannot tell of changes.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Watches files and directories. Dropping it ends the watching.
pub(super) struct Watch {
    watcher: Box<dyn Watcher + Send>,
    sources: Sources,
    news: Receiver<News>,
    /// What everything looked like when the system last lost count.
    fingerprint: Option<u64>,
}

/// The changed files of one burst. Displays as the first one and how many more.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Changed(BTreeSet<PathBuf>);

enum News {
    Path(PathBuf),
    /// There was more than the system could keep; anything may have changed.
    Lost,
}

impl Watch {
    /// Begins to watch. Changes from now on are kept until they are asked for.
    ///
    /// # Errors
    /// When a directory cannot be watched in any way.
    pub(super) fn begin(watch: &[PathBuf], ignore: &[PathBuf]) -> Result<Self> {
        let sources = Sources::new(watch, ignore)?;
        let (sender, news) = mpsc::channel();
        let handler = {
            let sources = sources.clone();
            move |event: notify::Result<Event>| {
                for news in sources.news(event) {
                    // Fails only when nobody waits any more.
                    let _ = sender.send(news);
                }
            }
        };
        let watcher: Box<dyn Watcher + Send> = match RecommendedWatcher::new(handler.clone(), notify::Config::default())
        {
            Ok(watcher) => Box::new(watcher),
            Err(_) => Box::new(look_again_and_again(handler.clone())?),
        };
        let mut watch = Self { watcher, sources, news, fingerprint: None };
        match watch.attach() {
            // Each directory takes one of the watches that the system gives to a user, often some 65,000.
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                watch.watcher = Box::new(look_again_and_again(handler)?);
                watch.attach()
            }
            attached => attached,
        }
        .context("cannot watch the catalogue for changes")?;
        Ok(watch)
    }

    /// Waits for a change and for the end of its burst. `None` when there is nothing to wait for any more.
    pub(super) fn next(&mut self) -> Option<Changed> {
        loop {
            let mut paths = BTreeSet::new();
            let mut lost = false;
            let mut news = self.news.recv().ok()?;
            let begin = Instant::now();
            loop {
                match news {
                    News::Path(path) => _ = paths.insert(path),
                    News::Lost => lost = true,
                }
                if begin.elapsed() > PATIENCE {
                    break;
                }
                news = match self.news.recv_timeout(SILENCE) {
                    Ok(more) => more,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                };
            }
            // A directory that was moved away or has come (back) is watched under its name from now on. Watching it
            // again does no harm, and one that cannot be watched shows itself by standing still.
            if lost || self.sources.roots.iter().any(|root| paths.contains(root)) {
                let _ = self.attach();
            }
            // Reading the whole catalogue makes events too, so a build may be what made the system lose count. Then
            // nothing has changed, and building again would go on for ever.
            if lost {
                let now = Some(self.sources.fingerprint());
                if std::mem::replace(&mut self.fingerprint, now) == now && paths.is_empty() {
                    continue;
                }
            }
            return Some(Changed(paths.iter().map(|path| self.sources.shown(path)).collect()));
        }
    }

    fn attach(&mut self) -> notify::Result<()> {
        // The directories around first: they tell of files that are replaced and of directories that come later.
        for root in &self.sources.roots {
            if let Some(parent) =
                root.parent().filter(|parent| !self.sources.roots.iter().any(|other| parent.starts_with(other)))
            {
                self.watcher.watch(parent, RecursiveMode::NonRecursive)?;
            }
        }
        for root in self.sources.roots.iter().filter(|root| root.is_dir()) {
            self.watcher.watch(root, RecursiveMode::Recursive)?;
        }
        Ok(())
    }
}

fn look_again_and_again(handler: impl notify::EventHandler) -> Result<PollWatcher> {
    let config = notify::Config::default().with_poll_interval(LOOK_EVERY);
    PollWatcher::new(handler, config).context("cannot watch the catalogue for changes")
}

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.first(), self.0.len()) {
            (Some(first), 1) => write!(f, "{}", first.display()),
            (Some(first), count) => write!(f, "{} and {} more", first.display(), count - 1),
            (None, _) => write!(f, "many files"),
        }
    }
}

/// What is watched, as absolute paths.
#[derive(Clone, Debug)]
struct Sources {
    roots: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
    here: PathBuf,
}

impl Sources {
    fn new(watch: &[PathBuf], ignore: &[PathBuf]) -> Result<Self> {
        let real = |paths: &[PathBuf]| paths.iter().map(|path| real(path)).collect::<Result<Vec<_>>>();
        let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
        Ok(Self { roots: real(watch)?, ignored: real(ignore)?, here })
    }

    fn news(&self, event: notify::Result<Event>) -> Vec<News> {
        match event {
            Ok(event) if event.need_rescan() => vec![News::Lost],
            // Reading is no change; and the end of a write follows its beginning, which is one.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => Vec::new(),
            Ok(event) => event.paths.into_iter().filter(|path| self.counts(path)).map(News::Path).collect(),
            Err(_) => vec![News::Lost],
        }
    }

    /// Whether a change of this file changes the site.
    fn counts(&self, path: &Path) -> bool {
        if self.ignored.iter().any(|ignored| path.starts_with(ignored)) {
            return false;
        }
        self.roots.iter().filter_map(|root| path.strip_prefix(root).ok()).any(|inside| {
            let mut parts = inside.components().filter_map(|part| match part {
                Component::Normal(name) => Some(name.to_string_lossy()),
                _ => None,
            });
            let is_of_tools = parts.clone().next().is_some_and(|first| matches!(&*first, "target" | "node_modules"));
            !is_of_tools && !parts.any(|part| is_temporary(&part))
        })
    }

    /// Path, size and time of every file that counts, in one number.
    fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for entry in self.roots.iter().flat_map(|root| walkdir::WalkDir::new(root).sort_by_file_name()).flatten() {
            if self.counts(entry.path()) && !entry.file_type().is_dir() {
                let found = entry.metadata().ok();
                (entry.path(), found.as_ref().map(std::fs::Metadata::len)).hash(&mut hasher);
                found.and_then(|found| found.modified().ok()).hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    /// The path as it reads from where the user is.
    fn shown(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.here).unwrap_or(path).to_owned()
    }
}

/// The absolute path behind all links; of something that does not exist, as far as it does.
fn real(path: &Path) -> Result<PathBuf> {
    if let Ok(real) = std::fs::canonicalize(path) {
        return Ok(real);
    }
    let absolute = std::path::absolute(path).with_context(|| format!("`{}` is not a path", path.display()))?;
    Ok(match (absolute.parent(), absolute.file_name()) {
        (Some(parent), Some(name)) => real(parent)?.join(name),
        _ => absolute,
    })
}

/// Files that editors and office programs put beside a file while it is open, and everything hidden (`.git`, `.ocop`).
fn is_temporary(name: &str) -> bool {
    name.starts_with(['.', '#', '~'])
        || name.ends_with(['~', '#'])
        || name == "4913" // Vim asks with this name whether it may write.
        || name.contains("___jb_")
        || name.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "tmp" | "temp" | "swp" | "swx" | "part" | "crdownload"))
}

#[cfg(test)]
mod tests {
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
                changed.0.iter().map(|path| path.strip_prefix(&real).unwrap().to_str().unwrap().to_owned()).collect()
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
                !catalogue.watch.sources.counts(&catalogue.folder.path().canonicalize().unwrap().join(path)),
                "{path}"
            );
        }
        catalogue.write("README.md", "");
        catalogue.write("content/products/mien-dong/product.toml~", "");
        catalogue.write("content/products/mien-dong/.product.toml.swp", "");
        assert!(catalogue.is_quiet());
    }

    #[test]
    fn when_the_system_loses_count_only_a_real_change_is_one() {
        let mut catalogue = Catalogue::new();
        let (sender, news) = mpsc::channel();
        catalogue.watch.news = news;
        sender.send(News::Lost).unwrap();
        assert_eq!(catalogue.watch.next(), Some(Changed(BTreeSet::new())));
        // The same again, and then silence: nothing to build.
        sender.send(News::Lost).unwrap();
        let later = sender.clone();
        let waiter = std::thread::spawn(move || {
            std::thread::sleep(SILENCE * 4);
            later.send(News::Path("/x".into())).unwrap();
        });
        assert_eq!(catalogue.watch.next(), Some(Changed([PathBuf::from("/x")].into())));
        waiter.join().unwrap();
        catalogue.write("content/products/mien-dong/product.toml", "name = 'Miến dong'");
        sender.send(News::Lost).unwrap();
        assert_eq!(catalogue.watch.next().unwrap().to_string(), "many files");
    }

    #[test]
    fn a_change_reads_as_one_line() {
        let changed = |paths: &[&str]| Changed(paths.iter().map(PathBuf::from).collect()).to_string();
        assert_eq!(changed(&["content/places.toml"]), "content/places.toml");
        assert_eq!(changed(&["b.toml", "a.toml", "c.toml"]), "a.toml and 2 more");
    }
}
