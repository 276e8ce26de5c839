//! Takes connections and answers the requests on them, and lets nobody hold the preview up.
//!
//! In: an open port and a function from request to answer. Out: answers, until Ctrl-C. A head that is long or comes
//! slowly, a reader that stands still and more connections than a browser opens are cut off, so the memory that
//! strangers can take is bounded: see [`Bounds`]. Must not know what is shown.

use std::convert::Infallible;
use std::future::Future;
use std::io::{Error, ErrorKind, IoSlice, Result as IoResult};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context as Task, Poll};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Response};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{Sleep, sleep};

/// What one client, and all together, may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// At the same time. A browser opens six to one host; every further window that listens for changes takes one.
    pub(super) connections: usize,
    /// Bytes of a request up to its empty line.
    pub(super) head: usize,
    /// How long a request may take to arrive, and a connection stay open without one.
    pub(super) to_ask: Duration,
    /// How long an answer may lie without being fetched.
    pub(super) to_fetch: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { connections: 128, head: 16 * 1024, to_ask: Duration::from_secs(10), to_fetch: Duration::from_secs(20) }
    }
}

/// Headers of one request; browsers send about twenty.
const MOST_HEADERS: usize = 64;

/// How long to wait when the system has no place for a further connection.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers for ever. What goes wrong on one connection ends that connection and nothing else.
pub(super) async fn answer<A>(
    listener: TcpListener,
    bounds: Bounds,
    answer: impl Fn(Request<Body>) -> A + Clone + Send + 'static,
) where
    A: Future<Output = Response<Body>> + Send,
{
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(bounds.to_ask)
        .max_headers(MOST_HEADERS)
        .max_buf_size(bounds.head);
    let places = Arc::new(Semaphore::new(bounds.connections));
    loop {
        // Without a free place, the system lets the next ones wait; places get free, since nobody may idle.
        let place = Arc::clone(&places).acquire_owned().await.expect("the semaphore is never closed");
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        // A late answer is worse than a small packet, and a failure here changes nothing else.
        let _ = stream.set_nodelay(true);
        let answer = answer.clone();
        let service = service_fn(move |request: Request<hyper::body::Incoming>| {
            let answered = answer(request.map(Body::new));
            async move { Ok::<_, Infallible>(answered.await) }
        });
        let connection = http.serve_connection(TokioIo::new(Fetched::new(stream, bounds.to_fetch)), service);
        tokio::spawn(async move {
            // A client that goes away or is cut off is no news.
            let _ = connection.await;
            drop(place);
        });
    }
}

/// A connection that ends when the other side does not take what is written for a while.
struct Fetched {
    stream: TcpStream,
    patience: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Fetched {
    fn new(stream: TcpStream, patience: Duration) -> Self {
        Self { stream, patience, waiting: None }
    }

    /// The outcome of a write; an error once writing has stood still for too long.
    fn watched<T>(&mut self, written: Poll<IoResult<T>>, task: &mut Task<'_>) -> Poll<IoResult<T>> {
        if written.is_ready() {
            self.waiting = None;
            return written;
        }
        let patience = self.patience;
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(patience)));
        waiting.as_mut().poll(task).map(|()| Err(Error::from(ErrorKind::TimedOut)))
    }
}

impl AsyncRead for Fetched {
    fn poll_read(mut self: Pin<&mut Self>, task: &mut Task<'_>, buffer: &mut ReadBuf<'_>) -> Poll<IoResult<()>> {
        Pin::new(&mut self.stream).poll_read(task, buffer)
    }
}

impl AsyncWrite for Fetched {
    fn poll_write(mut self: Pin<&mut Self>, task: &mut Task<'_>, bytes: &[u8]) -> Poll<IoResult<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(task, bytes);
        self.watched(written, task)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        task: &mut Task<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<IoResult<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(task, pieces);
        self.watched(written, task)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<IoResult<()>> {
        Pin::new(&mut self.stream).poll_flush(task)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<IoResult<()>> {
        Pin::new(&mut self.stream).poll_shutdown(task)
    }
}

#[cfg(test)]
mod tests;
