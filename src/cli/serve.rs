//! The preview: shows the site on this machine and shows it again when a file changes.
//!
//! In: a way to read the catalogue anew. Out: pages on 127.0.0.1, made when they are asked for, and lines in the terminal.
//! Writes nothing to disk but finished pictures. Must not know how a site is made. Start at [`serve`]; who answers a request
//! is in [`answer`], who may ask how much in [`connections`], what is shown to whom in [`preview`], what counts as a change
//! in [`watch`].
//!
//! Three at work: one thread answers requests, one waits for changes and builds, and one (of `notify`) collects events.
//! A change during a build waits in its queue, so it is built next and not lost.

mod address;
mod answer;
mod connections;
mod preview;
mod rules;
mod todo;
mod watch;

use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use axum::extract::State;

use crate::office::todo::Task;
use crate::{Mentioned, load};
use connections::Bounds;
use preview::Preview;
use watch::Watch;

/// What was asked on the command line, and where the catalogue lies.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// The port, or `None` for the first free one from 1111.
    pub port: Option<u16>,
    /// Shows the site in the browser as soon as it is ready.
    pub open: bool,
    /// Files and directories that the site is made from; those that do not exist yet are waited for.
    pub watch: Vec<PathBuf>,
    /// Directories in which changes mean nothing, such as the output.
    pub ignore: Vec<PathBuf>,
    /// Asked before every reading: what else the site is made from now.
    pub also: fn(&Path) -> Vec<PathBuf>,
    pub root: PathBuf,
}

/// One reading of the catalogue. Its messages are printed by whoever read it.
pub struct Rebuilt {
    /// `None` where there is nothing to show.
    pub site: Option<Box<dyn Site>>,
    /// Mistakes in the catalogue. With any, the last site without one stays, if there is one.
    pub errors: usize,
    /// The mistakes in words, as in the terminal.
    pub messages: String,
    /// The path of the site on its host, as in its addresses: `/` or `/catalogue/`.
    pub base_path: String,
}

/// A site whose files can be asked for; paths are relative, with `/` between the parts.
pub trait Site: Send + Sync {
    fn has(&self, path: &str) -> bool;

    /// The bytes of a file, `None` where the site has none at this path.
    ///
    /// # Errors
    /// When it cannot be made.
    fn file(&self, path: &str) -> Result<Option<Vec<u8>>>;

    /// How many files there are.
    fn files(&self) -> usize;

    /// What the office has to do.
    fn todo(&self) -> Vec<(Task, Vec<Mentioned>)> {
        Vec::new()
    }

    /// The ends of certificates as a calendar.
    fn calendar(&self) -> String {
        String::new()
    }

    /// Why finished pictures could not be kept so far.
    fn cache_trouble(&self) -> Option<String> {
        None
    }
}

impl Site for crate::Showcase {
    fn has(&self, path: &str) -> bool {
        crate::Showcase::has(self, path)
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>> {
        crate::Showcase::file(self, path)
    }

    fn files(&self) -> usize {
        crate::Showcase::files(self)
    }

    fn todo(&self) -> Vec<(Task, Vec<Mentioned>)> {
        crate::Showcase::todo(self)
    }

    fn calendar(&self) -> String {
        crate::Showcase::calendar(self)
    }

    fn cache_trouble(&self) -> Option<String> {
        crate::Showcase::cache_trouble(self).map(str::to_owned)
    }
}

/// A site that is whole before it is shown.
impl Site for crate::publish::memory::Memory {
    fn has(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.get(path).map(|file| file.bytes.to_vec()))
    }

    fn files(&self) -> usize {
        self.len()
    }
}

/// Reads the catalogue with `build`, shows it, and reads it again after every change, until Ctrl-C.
///
/// # Errors
/// When no port can be had or changes cannot be watched. A reading that fails is a message; the preview goes on.
pub fn serve(
    options: &ServeOptions,
    mut build: impl FnMut(&load::Changed) -> Result<Rebuilt> + Send + 'static,
) -> Result<()> {
    let listener = address::listen(options.port)?;
    let port = listener.local_addr().context("cannot read the port")?.port();
    // Before the first build: what is saved while it runs counts.
    let mut watch = Watch::begin(&options.watch, &options.ignore)?;
    let preview = Arc::new(Preview::default());
    let (also, root) = (options.also, options.root.clone());
    watch.follow(&also(&root))?;

    tell(&preview.rebuild(&mut build, &load::Changed::Anything));
    let address = format!("http://127.0.0.1:{port}{}", preview.shown().base_url());
    let todo = format!("http://127.0.0.1:{port}{}", todo::PAGE);
    let line = format!("the site is at {address} on this machine; press Ctrl-C to end\nwhat is left to do: {todo}\n");
    say(&mut std::io::stdout(), &line);
    if options.open {
        open(&address);
    }

    let shown = Arc::clone(&preview);
    thread::spawn(move || {
        while let Some(changed) = watch.next() {
            if let Err(error) = watch.follow(&also(&root)) {
                tell(&format!("{error:#}; press Ctrl-C and begin again to see changes of all members"));
            }
            tell(&format!("{changed}: {}", preview.rebuild(&mut build, &changed.to_read())));
        }
    });
    run(listener, shown)
}

/// Answers requests until Ctrl-C. Open connections are cut then: pages that listen for changes never end by themselves.
fn run(listener: TcpListener, preview: Arc<Preview>) -> Result<()> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start the server")?;
    let served = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let answer = move |request| preview::handle(State(Arc::clone(&preview)), request);
        tokio::select! {
            () = connections::answer(listener, Bounds::default(), answer) => Ok(()),
            interrupted = tokio::signal::ctrl_c() => interrupted,
        }
    });
    runtime.shutdown_background();
    served.context("the server has stopped")
}

/// What the preview of a site of one page says to a request, or `None` when it is none. For throwing noise at it.
#[must_use]
pub fn answered(method: &str, target: &str, headers: &[(&str, &str)]) -> Option<Answered> {
    let mut request = axum::http::Request::builder().method(method).uri(target);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (request, ()) = request.body(()).ok()?.into_parts();
    let files = [("index.html".to_owned(), &b"<body>"[..]), ("vi/index.html".to_owned(), b"")];
    let site: crate::publish::memory::Memory = files.into_iter().collect();
    let shown = answer::Shown { site: Some(Box::new(site)), ..answer::Shown::default() };
    let answer = answer::refuse(&request).unwrap_or_else(|| answer::answer(&shown, &request));
    let location = answer.headers().get("location").map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    Some(Answered { status: answer.status().as_u16(), location, bytes: answer.into_body().to_vec() })
}

/// An answer of the preview.
pub struct Answered {
    pub status: u16,
    pub location: Option<String>,
    pub bytes: Vec<u8>,
}

/// Shows an address in the browser that the system prefers. Without one, the address in the terminal must do.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let quiet =
        Command::new(opener).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if quiet.is_err() {
        tell("no browser was found, please open the address yourself");
    }
}

/// A line for the person at the terminal.
fn tell(line: &str) {
    say(&mut std::io::stderr(), &format!("{line}\n"));
}

/// A closed terminal is no reason to stop the preview.
fn say(to: &mut impl Write, text: &str) {
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

#[cfg(test)]
mod tests;
