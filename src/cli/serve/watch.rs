//! What counts as a change, and when it is over.
//!
//! In: the files and directories that a site is made from. Out: one [`Changed`] for each burst of changes, as soon as it is
//! over. Knows nothing of builds. Start at [`Watch::next`].

use std::collections::BTreeSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::event::{Event, EventKind};
use notify::{ErrorKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load;

/// An editor saves in a burst: a temporary file, a rename, a change of mode. This much silence ends it.
const SILENCE: Duration = Duration::from_millis(25);

/// A copy of a thousand photos has no silence; it is shown in between.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often files are looked at where the system cannot tell of changes.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Watches files and directories. Dropping it ends the watching.
pub(super) struct Watch {
    watcher: Box<dyn Watcher + Send>,
    /// Also read by the thread that collects events.
    sources: Arc<RwLock<Sources>>,
    news: Receiver<News>,
    /// What everything looked like when the system last lost count.
    fingerprint: Option<u64>,
}

/// The changed files of one burst. Displays as the first one and how many more, as they read from where the user is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Changed {
    paths: BTreeSet<PathBuf>,
    /// There was more than these.
    lost: bool,
    here: PathBuf,
}

impl Changed {
    /// What has to be read again.
    pub(super) fn to_read(&self) -> load::Changed {
        if self.lost || self.paths.is_empty() {
            return load::Changed::Anything;
        }
        load::Changed::Paths(self.paths.iter().cloned().collect())
    }
}

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
        let sources = Arc::new(RwLock::new(Sources::new(watch, ignore)?));
        let (sender, news) = mpsc::channel();
        let handler = {
            let sources = Arc::clone(&sources);
            move |event: notify::Result<Event>| {
                for news in sources.read().unwrap_or_else(PoisonError::into_inner).news(event) {
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

    /// Watches these as well from now on, and no longer what an earlier call named. Only they count in the folders around
    /// them, which may be large, and may come and go.
    ///
    /// # Errors
    /// When one of them cannot be watched.
    pub(super) fn follow(&mut self, also: &[PathBuf]) -> Result<()> {
        let also = also.iter().map(|path| real(path)).collect::<Result<Vec<_>>>()?;
        if self.sources().also == also {
            return Ok(());
        }
        self.sources.write().unwrap_or_else(PoisonError::into_inner).also = also;
        self.attach().context("cannot watch the members of the portal for changes")
    }

    fn sources(&self) -> Sources {
        self.sources.read().unwrap_or_else(PoisonError::into_inner).clone()
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
            let sources = self.sources();
            if lost
                || sources.roots.iter().chain(&sources.also).any(|root| root.ancestors().any(|at| paths.contains(at)))
            {
                let _ = self.attach();
            }
            // Reading the whole catalogue makes events too, so a build may be what made the system lose count. Then
            // nothing has changed, and building again would go on for ever.
            if lost {
                let now = Some(sources.fingerprint());
                if std::mem::replace(&mut self.fingerprint, now) == now && paths.is_empty() {
                    continue;
                }
            }
            return Some(Changed { paths, lost, here: sources.here });
        }
    }

    fn attach(&mut self) -> notify::Result<()> {
        let sources = self.sources();
        // The directories around first: they tell of files that are replaced and of directories that come later.
        for root in &sources.roots {
            if let Some(parent) =
                root.parent().filter(|parent| !sources.roots.iter().any(|other| parent.starts_with(other)))
            {
                self.watcher.watch(parent, RecursiveMode::NonRecursive)?;
            }
        }
        // A member is replaced as a whole folder, or comes later.
        for around in sources.around() {
            self.watcher.watch(&around, RecursiveMode::NonRecursive)?;
        }
        for root in sources.roots.iter().chain(&sources.also).filter(|root| root.is_dir()) {
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
        let first = self.paths.first().map(|path| path.strip_prefix(&self.here).unwrap_or(path).display());
        match (first, self.paths.len()) {
            (Some(first), 1) => write!(f, "{first}"),
            (Some(first), count) => write!(f, "{first} and {} more", count - 1),
            (None, _) => write!(f, "many files"),
        }
    }
}

/// What is watched, as absolute paths.
#[derive(Clone, Debug)]
struct Sources {
    roots: Vec<PathBuf>,
    /// Files and directories in folders that do not count otherwise.
    also: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
    here: PathBuf,
}

impl Sources {
    fn new(watch: &[PathBuf], ignore: &[PathBuf]) -> Result<Self> {
        let real = |paths: &[PathBuf]| paths.iter().map(|path| real(path)).collect::<Result<Vec<_>>>();
        let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
        Ok(Self { roots: real(watch)?, also: Vec::new(), ignored: real(ignore)?, here })
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

    /// The directories around what is watched besides the roots, as far as they are there, from the folder of the roots on.
    fn around(&self) -> BTreeSet<PathBuf> {
        let outside =
            |path: &Path| self.roots.iter().any(|root| root.parent().is_some_and(|parent| parent.starts_with(path)));
        let above = self.also.iter().flat_map(|one| one.ancestors().skip(1).take_while(|path| !outside(path)));
        above.filter(|path| path.is_dir()).map(Path::to_owned).collect()
    }

    /// Whether a change of this file changes the site.
    fn counts(&self, path: &Path) -> bool {
        if self.ignored.iter().any(|ignored| path.starts_with(ignored)) {
            return false;
        }
        if self.also.iter().any(|one| one.starts_with(path)) {
            return true;
        }
        self.roots.iter().chain(&self.also).filter_map(|root| path.strip_prefix(root).ok()).any(|inside| {
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
        for entry in self
            .roots
            .iter()
            .chain(&self.also)
            .flat_map(|root| walkdir::WalkDir::new(root).sort_by_file_name())
            .flatten()
        {
            if self.counts(entry.path()) && !entry.file_type().is_dir() {
                let found = entry.metadata().ok();
                (entry.path(), found.as_ref().map(std::fs::Metadata::len)).hash(&mut hasher);
                found.and_then(|found| found.modified().ok()).hash(&mut hasher);
            }
        }
        hasher.finish()
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
mod tests;
