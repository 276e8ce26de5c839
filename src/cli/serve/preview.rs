//! What is shown now, and the pages that wait for the next.
//!
//! In: builds, requests. Out: answers, and an event to every open page when the site has changed.
//! Start at [`Preview::rebuild`]. A build replaces the site as a whole; a build that fails replaces nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::Response;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;
use tokio::sync::watch;

use super::Rebuilt;
use super::answer::{self, EVENTS, Shown};
use super::rules::Rules;
use crate::publish::memory::{Memory, Shelf};

/// The site that is shown. Shared by the thread that builds and the one that answers.
pub(super) struct Preview {
    shelf: Shelf<Shown>,
    /// The number of the site that is shown, for the pages that wait.
    number: watch::Sender<u64>,
}

impl Default for Preview {
    /// Shows a page that says to wait for a first build without mistakes.
    fn default() -> Self {
        let nothing = Shown { token: token(0), ..Shown::default() };
        Self { shelf: Shelf::new(nothing), number: watch::Sender::new(0) }
    }
}

impl Preview {
    pub(super) fn shown(&self) -> Arc<Shown> {
        self.shelf.shown()
    }

    /// Builds once more and shows the result, if it may be shown. Returns a line about it for the terminal.
    ///
    /// A site with mistakes (its broken records are missing) is shown only while there is no better one.
    pub(super) fn rebuild(&self, build: &impl Fn() -> Result<Rebuilt>) -> String {
        let begin = Instant::now();
        // A bug met while building is printed by Rust itself; the preview outlives it.
        let built =
            catch_unwind(AssertUnwindSafe(build)).unwrap_or_else(|_| Err(anyhow::anyhow!("ocop has met a bug")));
        let time = format!("{:.2} s", begin.elapsed().as_secs_f64());
        let shown = self.shown();
        let stays = match (shown.is_sound, shown.site.is_empty()) {
            (true, _) => "the last site without mistakes is still shown",
            (false, false) => "the site from before is still shown",
            (false, true) => "there is no site to show yet",
        };
        match built {
            Err(error) => format!("could not build: {error:#}; {stays}"),
            Ok(built) if built.errors > 0 && (shown.is_sound || built.site.is_empty()) => {
                format!("the catalogue has {}; {stays}", counted(built.errors, "mistake"))
            }
            Ok(built) => {
                let files = counted(built.site.len(), "file");
                let is_sound = built.errors == 0;
                self.show(built.site, &built.base_path, is_sound);
                let but = if is_sound {
                    String::new()
                } else {
                    format!(", but the catalogue has {}", counted(built.errors, "mistake"))
                };
                format!("{files} in {time}{but}")
            }
        }
    }

    fn show(&self, site: Memory, base_path: &str, is_sound: bool) {
        let number = *self.number.borrow() + 1;
        let rules =
            site.get("_headers").map(|file| Rules::read(&String::from_utf8_lossy(&file.bytes))).unwrap_or_default();
        self.shelf.swap(Shown {
            site,
            base: base_path.trim_matches('/').to_owned(),
            rules,
            token: token(number),
            is_sound,
        });
        // After the swap: whoever hears of the number finds its site.
        self.number.send_replace(number);
    }

    /// An event now and one after every change, each with the token of the site that is shown then.
    fn events(&self) -> impl IntoResponse + use<> {
        let seen = (self.number.subscribe(), true);
        let tokens = stream::unfold(seen, |(mut number, is_first)| async move {
            if !is_first {
                number.changed().await.ok()?;
            }
            let token = token(*number.borrow_and_update());
            Some((Ok::<_, std::convert::Infallible>(Event::default().retry(RETRY).data(token)), (number, false)))
        });
        Sse::new(tokens).keep_alive(KeepAlive::default())
    }
}

/// How long a page waits before it asks again, after the preview was ended and started anew.
const RETRY: Duration = Duration::from_millis(500);

/// Tells sites apart, also those of an earlier preview on the same port.
fn token(number: u64) -> String {
    format!("{}-{number}", std::process::id())
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// The one handler of the server.
pub(super) async fn handle(State(preview): State<Arc<Preview>>, request: Request) -> Response<Body> {
    let (head, _) = request.into_parts();
    match answer::refuse(&head) {
        Some(refusal) => refusal.map(Body::from),
        None if head.uri.path() == EVENTS => preview.events().into_response(),
        None => answer::answer(&preview.shown(), &head).map(Body::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::unnecessary_wraps, reason = "stands for a build, which may fail")]
    fn built(text: &str, errors: usize) -> Result<Rebuilt> {
        let site = [("vi/index.html".to_owned(), text.as_bytes())].into_iter().collect();
        Ok(Rebuilt { site, errors, base_path: "/catalogue/".to_owned() })
    }

    fn page(preview: &Preview) -> String {
        let shown = preview.shown();
        shown.site.get("vi/index.html").map_or_else(String::new, |file| String::from_utf8(file.bytes.to_vec()).unwrap())
    }

    #[test]
    fn the_last_site_without_mistakes_stays() {
        let preview = Preview::default();
        assert_eq!(
            preview.rebuild(&|| anyhow::bail!("the disk is gone")),
            "could not build: the disk is gone; there is no site to show yet"
        );
        assert_eq!((page(&preview).as_str(), *preview.number.borrow()), ("", 0));

        let line = preview.rebuild(&|| built("có lỗi", 2));
        assert!(line.starts_with("1 file in ") && line.ends_with(" s, but the catalogue has 2 mistakes"), "{line}");
        assert_eq!((page(&preview).as_str(), *preview.number.borrow()), ("có lỗi", 1));
        assert!(preview.rebuild(&|| anyhow::bail!("no")).ends_with("the site from before is still shown"));

        preview.rebuild(&|| built("tốt", 0));
        assert_eq!((page(&preview).as_str(), *preview.number.borrow()), ("tốt", 2));
        assert_eq!(preview.shown().base_url(), "/catalogue/");

        let line = preview.rebuild(&|| built("lại có lỗi", 1));
        assert_eq!(line, "the catalogue has 1 mistake; the last site without mistakes is still shown");
        preview.rebuild(&|| anyhow::bail!("the disk is gone"));
        assert_eq!((page(&preview).as_str(), *preview.number.borrow()), ("tốt", 2));

        preview.rebuild(&|| built("tốt hơn", 0));
        assert_eq!((page(&preview).as_str(), *preview.number.borrow()), ("tốt hơn", 3));
    }

    #[test]
    fn a_bug_in_the_build_does_not_end_the_preview() {
        let preview = Preview::default();
        preview.rebuild(&|| built("tốt", 0));
        let line = preview.rebuild(&|| panic!("expected by this test"));
        assert_eq!(line, "could not build: ocop has met a bug; the last site without mistakes is still shown");
        assert_eq!(page(&preview), "tốt");
    }
}
