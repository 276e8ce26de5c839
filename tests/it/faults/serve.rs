//! A preview that is killed leaves nothing: the published site is untouched, the next preview and the next build work.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::build::{build, edit};
use super::{Moments, kill, leftovers, ocop, row, tree, tries};
use crate::site::{Site, TODAY};

fn serve(site: &Site) -> Child {
    let mut command = ocop(site, &["serve", "--today", TODAY]);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts")
}

/// The port, as soon as the site is shown.
fn port(child: &mut Child) -> u16 {
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().expect("it is read")).read_line(&mut line).expect("a line");
    let rest = line.split("127.0.0.1:").nth(1).unwrap_or_else(|| panic!("no address: {line}"));
    rest.split('/').next().expect("a port").parse().expect("a port")
}

fn page(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the preview listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    answer
}

#[test]
fn a_killed_preview_leaves_nothing() {
    let tries = tries(6);
    let site = Site::new("");
    edit(&site, "version-a");
    assert!(build(&site, "public").status().expect("the program starts").success());
    let public = tree(&site.path("public"));
    let begin = Instant::now();
    let mut first = serve(&site);
    port(&mut first);
    let length = begin.elapsed();
    assert!(kill(first));

    let mut moments = Moments(0x5e42_7e00);
    let (mut killed, mut shown) = (0, 0);
    for number in 0..tries {
        let mut child = serve(&site);
        // While it begins, or while it builds again after an edit.
        if number % 2 == 0 {
            std::thread::sleep(moments.next(length.mul_f64(1.2)));
        } else {
            port(&mut child);
            shown += 1;
            edit(&site, ["version-a", "version-b"][moments.below(2)]);
            std::thread::sleep(moments.next(length + Duration::from_millis(60)));
        }
        killed += u32::from(kill(child));
        assert!(tree(&site.path("public")) == public, "try {number}: a preview has changed the published site");

        if number % 6 == 5 {
            edit(&site, "version-b");
            let mut next = serve(&site);
            let port = port(&mut next);
            let answer = page(port, "/vi/san-pham/tra/");
            assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("version-b"), "try {number}: {answer}");
            assert!(kill(next));
            assert!(build(&site, "other").status().expect("the program starts").success(), "try {number}");
            assert_eq!(leftovers(&site, &["other"]), Vec::<String>::new(), "try {number}");
            assert!(tree(&site.path("public")) == public, "try {number}");
        }
    }
    row("`kill -9` of `serve`", tries, killed, &format!("{shown} while it showed the site and built again"));
    assert_eq!(killed, tries, "a preview does not end by itself");
}
