//! The whole preview over a real connection, without a browser and without a catalogue.

use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::*;
use crate::publish::memory::Memory;

/// Serves until the test process ends.
fn serving(preview: &Arc<Preview>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let preview = Arc::clone(preview);
    thread::spawn(move || run(listener, preview));
    address
}

fn show(preview: &Preview, text: &str) {
    let page = format!("<body>{text}</body>");
    preview.rebuild(&mut |_| Ok(sound([("vi/index.html".to_owned(), page.as_bytes())])), &load::Changed::Anything);
}

fn sound<const N: usize>(files: [(String, &[u8]); N]) -> Rebuilt {
    let site: Memory = files.into_iter().collect();
    Rebuilt { site: Some(Box::new(site)), errors: 0, messages: String::new(), base_path: "/".to_owned() }
}

fn send(to: SocketAddr, method: &str, path: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(to).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", to.port()).unwrap();
    BufReader::new(stream)
}

fn receive(mut answer: BufReader<TcpStream>) -> String {
    let mut text = String::new();
    answer.read_to_string(&mut text).unwrap();
    text
}

/// The token in the page at `path`.
fn token(to: SocketAddr, path: &str) -> String {
    let page = receive(send(to, "GET", path));
    let (_, rest) = page.split_once("data-build=\"").expect("every page carries its token");
    rest.split_once('"').unwrap().0.to_owned()
}

/// The next line of data of an event of this name; without a name, the token.
fn next_of(events: &mut BufReader<TcpStream>, name: &str) -> String {
    let mut of = String::new();
    loop {
        let mut line = String::new();
        events.read_line(&mut line).unwrap();
        let line = line.trim_end();
        if let Some(name) = line.strip_prefix("event: ") {
            name.clone_into(&mut of);
        } else if let Some(data) = line.strip_prefix("data:").filter(|_| of == name) {
            return data.trim_start().to_owned();
        } else if line.is_empty() {
            of.clear();
        }
    }
}

fn next_event(events: &mut BufReader<TcpStream>) -> String {
    next_of(events, "")
}

#[test]
fn an_open_page_hears_of_every_new_site_and_then_finds_it() {
    let preview = Arc::new(Preview::default());
    let to = serving(&preview);
    // Before the first site: the page that waits must not load itself again and again.
    let mut events = send(to, "GET", answer::EVENTS);
    assert_eq!(next_event(&mut events), token(to, "/"));
    let mut last = token(to, "/");
    for text in ["Chè", "Miến dong"] {
        show(&preview, text);
        let heard = next_event(&mut events);
        assert_ne!(heard, last);
        last = heard;
        let page = receive(send(to, "GET", "/vi/"));
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.contains(&format!("<body>{text}<script")), "{page}");
        assert_eq!(token(to, "/vi/"), last);
    }
}

#[test]
fn an_open_page_hears_of_mistakes_and_that_they_are_mended() {
    let preview = Arc::new(Preview::default());
    let to = serving(&preview);
    show(&preview, "Chè");
    let mut events = send(to, "GET", answer::EVENTS);
    assert_eq!(next_of(&mut events, "mistakes"), "\"\"");
    let broken =
        Rebuilt { site: None, errors: 1, messages: "thiếu tên\nở đây".to_owned(), base_path: "/".to_owned() };
    let mut broken = Some(broken);
    preview.rebuild(&mut |_| Ok(broken.take().unwrap()), &load::Changed::Anything);
    assert_eq!(next_of(&mut events, "mistakes"), "\"thiếu tên\\nở đây\"");
    assert!(receive(send(to, "GET", "/vi/")).contains("Chè<script"), "the last good page stays");
    show(&preview, "Miến dong");
    assert_eq!(next_of(&mut events, "mistakes"), "\"\"");
}

#[test]
fn a_head_request_gets_the_head_only() {
    let preview = Arc::new(Preview::default());
    let to = serving(&preview);
    show(&preview, "Chè");
    let head = receive(send(to, "HEAD", "/vi/"));
    let length = receive(send(to, "GET", "/vi/")).split_once("\r\n\r\n").unwrap().1.len();
    assert!(head.ends_with("\r\n\r\n") && head.contains(&format!("content-length: {length}\r\n")), "{head}");
    assert!(receive(send(to, "POST", "/vi/")).starts_with("HTTP/1.1 405 "));
}

#[test]
fn what_is_saved_reaches_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let record = folder.path().join("content/product.toml");
    std::fs::create_dir(folder.path().join("content")).unwrap();
    std::fs::write(&record, "Chè").unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let options = ServeOptions {
        port: Some(port),
        open: false,
        watch: vec![folder.path().join("content")],
        ignore: vec![],
        also: |_| Vec::new(),
        root: folder.path().to_owned(),
    };
    let source = record.clone();
    let build = move |_: &load::Changed| Ok(sound([("index.html".to_owned(), &std::fs::read(&source)?)]));
    thread::spawn(move || serve(&options, build).unwrap());
    let to = SocketAddr::from(([127, 0, 0, 1], port));
    let begin = std::time::Instant::now();
    while TcpStream::connect(to).is_err() {
        assert!(begin.elapsed() < Duration::from_secs(10), "the preview does not start");
        thread::sleep(Duration::from_millis(10));
    }
    let mut events = send(to, "GET", answer::EVENTS);
    let first = next_event(&mut events);
    assert!(receive(send(to, "GET", "/")).contains("Chè<script"));
    std::fs::write(&record, "Miến dong").unwrap();
    assert_ne!(next_event(&mut events), first);
    assert!(receive(send(to, "GET", "/")).contains("Miến dong<script"));
}
