//! Clients that hold on to what they got, as a broken proxy or a stranger does.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream as Client};
use std::thread;
use std::time::Instant;

use super::*;

const SHORT: Bounds = Bounds {
    connections: 4,
    head: 16 * 1024,
    to_ask: Duration::from_millis(300),
    to_fetch: Duration::from_millis(300),
};

/// Answers with `size` bytes until the test process ends.
fn serving(bounds: Bounds, size: usize) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).unwrap();
            answer(listener, bounds, move |_| async move { Response::new(Body::from(vec![b'x'; size])) }).await;
        });
    });
    address
}

fn open(to: SocketAddr) -> Client {
    let client = Client::connect(to).unwrap();
    client.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    client
}

/// What comes back for a text, until the other side ends the connection.
fn say(mut client: &Client, text: &str) -> String {
    // A connection that is cut off in the middle is an answer too.
    let _ = client.write_all(text.as_bytes());
    let mut heard = Vec::new();
    let _ = client.read_to_end(&mut heard);
    String::from_utf8_lossy(&heard).into_owned()
}

const ASKED: &str = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

#[test]
fn a_client_that_never_asks_is_cut_off() {
    let to = serving(SHORT, 1);
    for beginning in
        ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"]
    {
        let begin = Instant::now();
        let client = open(to);
        say(&client, beginning);
        assert!(begin.elapsed() < Duration::from_secs(5), "`{beginning}` may stay");
    }
}

#[test]
fn slow_clients_in_every_place_delay_others_but_do_not_keep_them_out() {
    let to = serving(SHORT, 1);
    let idle: Vec<Client> = (0..SHORT.connections * 3).map(|_| open(to)).collect();
    for mut client in &idle {
        client.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
    }
    let begin = Instant::now();
    assert!(say(&open(to), ASKED).starts_with("HTTP/1.1 200 "));
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
}

#[test]
fn a_client_that_does_not_fetch_its_answer_is_cut_off() {
    // More than the system keeps for one connection.
    let to = serving(SHORT, 64 * 1024 * 1024);
    let idle: Vec<Client> = (0..SHORT.connections).map(|_| open(to)).collect();
    for mut client in &idle {
        client.write_all(ASKED.as_bytes()).unwrap();
    }
    thread::sleep(Duration::from_millis(100));
    let begin = Instant::now();
    let mut next = open(to);
    next.write_all(ASKED.as_bytes()).unwrap();
    let mut first = [0; 12];
    next.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
}

#[test]
fn a_head_that_is_too_long_is_refused_and_not_kept() {
    let to = serving(Bounds { to_ask: Duration::from_secs(10), ..SHORT }, 1);
    let long = "x".repeat(SHORT.head + 1);
    let many = "X: y\r\n".repeat(MOST_HEADERS + 1);
    for (head, status) in [
        (format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"), ["414", "431"]),
        (format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"), ["431", "431"]),
        (format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"), ["431", "431"]),
    ] {
        let heard = say(&open(to), &head);
        assert!(status.iter().any(|status| heard.starts_with(&format!("HTTP/1.1 {status} "))), "{heard}");
    }
    assert!(say(&open(to), ASKED).starts_with("HTTP/1.1 200 "), "others are still answered");
}

#[test]
fn what_is_no_request_is_refused() {
    let to = serving(SHORT, 1);
    for noise in
        ["\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"]
    {
        let heard = say(&open(to), noise);
        assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 400 "), "{noise:?}: {heard}");
    }
}
