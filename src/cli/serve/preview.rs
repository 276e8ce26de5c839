//! What is shown now, and the pages that wait for the next.
//!
//! In: readings of the catalogue, requests. Out: answers, and an event to every open page when the site or its mistakes have
//! changed. Start at [`Preview::rebuild`]. A reading replaces the site as a whole; one that fails replaces nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::Response;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{StreamExt as _, stream};
use tokio::sync::watch;

use super::answer::{self, EVENTS, Shown};
use super::rules::Rules;
use super::{Rebuilt, Site};
use crate::load::Changed;
use crate::publish::memory::Shelf;

/// The site that is shown. Shared by the thread that builds and the one that answers.
pub(super) struct Preview {
    shelf: Shelf<Shown>,
    /// For the pages that wait.
    news: watch::Sender<News>,
    /// The last reading broke off, so nobody knows what it kept.
    is_unsure: AtomicBool,
    /// What was said last about pictures that cannot be kept.
    told: Mutex<Option<String>>,
}

/// What open pages are told.
#[derive(Clone, Default)]
struct News {
    /// The number of the site that is shown.
    number: u64,
    /// Mistakes that keep a newer site from being shown, or are missing in this one; empty where there are none.
    mistakes: Arc<str>,
}

impl Default for Preview {
    /// Shows a page that says to wait for a first build without mistakes.
    fn default() -> Self {
        let nothing = Shown { token: token(0), ..Shown::default() };
        Self {
            shelf: Shelf::new(nothing),
            news: watch::Sender::new(News::default()),
            is_unsure: AtomicBool::default(),
            told: Mutex::default(),
        }
    }
}

impl Preview {
    pub(super) fn shown(&self) -> Arc<Shown> {
        self.shelf.shown()
    }

    /// A line for the terminal the first time that pictures cannot be kept, and whenever there is another reason.
    fn cache_trouble(&self, shown: &Shown) -> Option<String> {
        let trouble = shown.site.as_ref()?.cache_trouble()?;
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.as_ref() == Some(&trouble) {
            return None;
        }
        let line = format!("{trouble}; pages are shown all the same, but their pictures are made again each time");
        *told = Some(trouble);
        Some(line)
    }

    /// Builds once more and shows the result, if it may be shown. Returns a line about it for the terminal.
    ///
    /// A site with mistakes (its broken records are missing) is shown only while there is no better one.
    pub(super) fn rebuild(&self, build: &mut impl FnMut(&Changed) -> Result<Rebuilt>, changed: &Changed) -> String {
        let begin = Instant::now();
        let changed = if self.is_unsure.swap(true, Ordering::Relaxed) { &Changed::Anything } else { changed };
        // A bug met while building is printed by Rust itself; the preview outlives it.
        let built = catch_unwind(AssertUnwindSafe(|| build(changed)))
            .unwrap_or_else(|_| Err(anyhow::anyhow!("ocop has met a bug")));
        self.is_unsure.store(built.is_err(), Ordering::Relaxed);
        let time = format!("{:.2} s", begin.elapsed().as_secs_f64());
        let shown = self.shown();
        let stays = match (shown.is_sound, shown.site.is_none()) {
            (true, _) => "the last site without mistakes is still shown",
            (false, false) => "the site from before is still shown",
            (false, true) => "there is no site to show yet",
        };
        match built {
            Err(error) => {
                let line = format!("could not build: {error:#}; {stays}");
                self.news.send_modify(|news| news.mistakes = line.as_str().into());
                line
            }
            Ok(Rebuilt { site: None, errors, messages, .. }) => self.keep(errors, &messages, stays),
            Ok(built) if built.errors > 0 && shown.is_sound => self.keep(built.errors, &built.messages, stays),
            Ok(Rebuilt { site: Some(site), errors, messages, base_path }) => {
                let files = counted(site.files(), "file");
                let is_sound = errors == 0;
                self.show(site, &base_path, is_sound, &messages);
                let but = if is_sound {
                    String::new()
                } else {
                    format!(", but the catalogue has {}", counted(errors, "mistake"))
                };
                format!("{files} in {time}{but}")
            }
        }
    }

    /// Goes on showing what is shown, and says why.
    fn keep(&self, errors: usize, messages: &str, stays: &str) -> String {
        self.news.send_modify(|news| news.mistakes = messages.into());
        format!("the catalogue has {}; {stays}", counted(errors, "mistake"))
    }

    fn show(&self, site: Box<dyn Site>, base_path: &str, is_sound: bool, messages: &str) {
        let number = self.news.borrow().number + 1;
        let rules = site.file("_headers").ok().flatten();
        let rules = rules.map(|bytes| Rules::read(&String::from_utf8_lossy(&bytes))).unwrap_or_default();
        let former = self.shelf.swap(Shown {
            site: Some(site),
            base: base_path.trim_matches('/').to_owned(),
            rules,
            token: token(number),
            is_sound,
        });
        // After the swap: whoever hears of the number finds its site.
        self.news.send_replace(News { number, mistakes: messages.into() });
        drop(former);
    }

    /// Two events now and after every change: the token of the site that is shown then, and its mistakes.
    fn events(&self) -> impl IntoResponse + use<> {
        let seen = (self.news.subscribe(), true);
        let told = stream::unfold(seen, |(mut news, is_first)| async move {
            if !is_first {
                news.changed().await.ok()?;
            }
            let News { number, mistakes } = news.borrow_and_update().clone();
            let mistakes = Event::default().event("mistakes").data(serde_json::Value::from(&*mistakes).to_string());
            Some(([Event::default().retry(RETRY).data(token(number)), mistakes], (news, false)))
        });
        let events = told.flat_map(|events| stream::iter(events.map(Ok::<_, std::convert::Infallible>)));
        Sse::new(events).keep_alive(KeepAlive::default())
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
        // A page is made now, which takes a moment; others are answered meanwhile.
        None => {
            let shown = preview.shown();
            let answer = tokio::task::spawn_blocking(move || {
                let answer = answer::answer(&shown, &head);
                if let Some(line) = preview.cache_trouble(&shown) {
                    super::tell(&line);
                }
                answer
            })
            .await;
            answer.unwrap_or_else(|_| answer::bug()).map(Body::from)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::memory::Memory;

    #[allow(clippy::unnecessary_wraps, reason = "stands for a build, which may fail")]
    fn built(text: &str, errors: usize) -> Result<Rebuilt> {
        let site: Memory = [("vi/index.html".to_owned(), text.as_bytes())].into_iter().collect();
        let messages = if errors == 0 { String::new() } else { format!("mistakes of {text}") };
        Ok(Rebuilt { site: Some(Box::new(site)), errors, messages, base_path: "/catalogue/".to_owned() })
    }

    fn page(preview: &Preview) -> String {
        let shown = preview.shown();
        let file = shown.site.as_ref().and_then(|site| site.file("vi/index.html").unwrap());
        file.map_or_else(String::new, |bytes| String::from_utf8(bytes).unwrap())
    }

    /// What is shown, its number, and the mistakes that open pages are told.
    fn state(preview: &Preview) -> (String, u64, String) {
        let news = preview.news.borrow().clone();
        (page(preview), news.number, news.mistakes.to_string())
    }

    fn is(page: &str, number: u64, mistakes: &str) -> (String, u64, String) {
        (page.to_owned(), number, mistakes.to_owned())
    }

    fn rebuild(preview: &Preview, mut build: impl FnMut(&Changed) -> Result<Rebuilt>) -> String {
        preview.rebuild(&mut build, &Changed::Paths(vec!["/a".into()]))
    }

    #[test]
    fn the_last_site_without_mistakes_stays() {
        let preview = Preview::default();
        let line = "could not build: the disk is gone; there is no site to show yet";
        assert_eq!(rebuild(&preview, |_| anyhow::bail!("the disk is gone")), line);
        assert_eq!(state(&preview), is("", 0, line));

        let line = rebuild(&preview, |_| built("có lỗi", 2));
        assert!(line.starts_with("1 file in ") && line.ends_with(" s, but the catalogue has 2 mistakes"), "{line}");
        assert_eq!(state(&preview), is("có lỗi", 1, "mistakes of có lỗi"));
        assert!(rebuild(&preview, |_| anyhow::bail!("no")).ends_with("the site from before is still shown"));

        rebuild(&preview, |_| built("tốt", 0));
        assert_eq!(state(&preview), is("tốt", 2, ""));
        assert_eq!(preview.shown().base_url(), "/catalogue/");

        let line = rebuild(&preview, |_| built("lại có lỗi", 1));
        assert_eq!(line, "the catalogue has 1 mistake; the last site without mistakes is still shown");
        assert_eq!(state(&preview), is("tốt", 2, "mistakes of lại có lỗi"));

        rebuild(&preview, |_| built("tốt hơn", 0));
        assert_eq!(state(&preview), is("tốt hơn", 3, ""));
    }

    #[test]
    fn a_bug_in_the_build_does_not_end_the_preview() {
        let preview = Preview::default();
        rebuild(&preview, |_| built("tốt", 0));
        let line = rebuild(&preview, |_| panic!("expected by this test"));
        assert_eq!(line, "could not build: ocop has met a bug; the last site without mistakes is still shown");
        assert_eq!(page(&preview), "tốt");
        // Nobody knows how far the reading came, so the next one begins anew.
        rebuild(&preview, |changed| {
            assert_eq!(*changed, Changed::Anything);
            built("lại tốt", 0)
        });
        rebuild(&preview, |changed| {
            assert_eq!(*changed, Changed::Paths(vec!["/a".into()]));
            built("tốt hơn", 0)
        });
        assert_eq!(page(&preview), "tốt hơn");
    }

    struct Uncached(&'static str);

    impl super::super::Site for Uncached {
        fn has(&self, _: &str) -> bool {
            true
        }

        fn file(&self, _: &str) -> Result<Option<Vec<u8>>> {
            Ok(Some(Vec::new()))
        }

        fn files(&self) -> usize {
            1
        }

        fn cache_trouble(&self) -> Option<String> {
            (!self.0.is_empty()).then(|| self.0.to_owned())
        }
    }

    #[test]
    fn pictures_that_cannot_be_kept_are_told_once() {
        let preview = Preview::default();
        let said = |why: &'static str| {
            rebuild(&preview, |_| Ok(Rebuilt { site: Some(Box::new(Uncached(why))), ..built("", 0)? }));
            preview.cache_trouble(&preview.shown())
        };
        assert_eq!(said(""), None);
        let line = said("cannot write .ocop: the disk is full").expect("a line");
        assert_eq!(
            line,
            "cannot write .ocop: the disk is full; pages are shown all the same, but their pictures are made again each time"
        );
        assert_eq!(said("cannot write .ocop: the disk is full"), None);
        assert!(said("cannot write .ocop: no permission").is_some());
    }
}
