//! Requests to a site of a few pages, as browsers, scripts and strangers send them.

use super::*;
use crate::publish::memory::Memory;
use axum::http::Request;

const TOKEN: &str = "7-3";

fn shown(base: &str) -> Shown {
    let files = [
        ("index.html", "<body>chọn ngôn ngữ</body>"),
        ("404.html", "<body>không có trang này</body>"),
        ("en/404.html", "<body>no such page</body>"),
        ("vi/index.html", "<!doctype html><body><p>Trang chủ</p></BODY>\n"),
        ("vi/san-pham/index.html", "<p>không có thẻ đóng"),
        ("vi/chè/index.html", "<body></body>"),
        ("assets/site.css", "body { color: black }"),
        ("sitemap.xml", "<urlset/>"),
        ("_headers", ""),
    ];
    let site: Memory = files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes())).collect();
    let rules = Rules::read("/*\n  X-Content-Type-Options: nosniff\n");
    Shown { site: Some(Box::new(site)), base: base.to_owned(), rules, token: TOKEN.to_owned(), is_sound: true }
}

fn request(method: &str, target: &str, host: Option<&str>) -> Parts {
    let mut request = Request::builder().method(method).uri(target);
    if let Some(host) = host {
        request = request.header(HOST, host);
    }
    request.body(()).unwrap().into_parts().0
}

fn get(base: &str, target: &str) -> Response<Bytes> {
    answer(&shown(base), &request("GET", target, Some("127.0.0.1:1111")))
}

fn header<'r>(response: &'r Response<Bytes>, name: &str) -> &'r str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

fn body(response: &Response<Bytes>) -> &str {
    str::from_utf8(response.body()).unwrap()
}

#[test]
fn only_a_file_that_is_named_by_its_content_is_kept_by_the_browser() {
    for (path, kept) in [
        ("assets/site.715b7ee207.css", true),
        ("assets/js.2029c1ed07/search/engine.js", true),
        ("assets/photos-2/93ab01ffe1c2-480.webp", true),
        ("assets/logo.png", false),
        ("assets/decade-2020.css", false),
        ("search/manifest.bin", false),
        ("vi/0123456789abcdef/index.html", false),
    ] {
        assert_eq!(is_named_by_content(path), kept, "{path}");
    }
}

#[test]
fn a_path_leads_to_its_file_with_its_type() {
    for (target, status, media_type, text) in [
        ("/", 200, "text/html; charset=utf-8", "chọn ngôn ngữ"),
        ("/vi/", 200, "text/html; charset=utf-8", "Trang chủ"),
        ("/vi/index.html", 200, "text/html; charset=utf-8", "Trang chủ"),
        ("/vi/ch%C3%A8/", 200, "text/html; charset=utf-8", ""),
        ("/assets/site.css?v=1", 200, "text/css; charset=utf-8", "color"),
        ("/sitemap.xml", 200, "application/xml; charset=utf-8", "urlset"),
        ("/vi/khong-co/", 404, "text/html; charset=utf-8", "không có trang này"),
        ("/en/x/y", 404, "text/html; charset=utf-8", "no such page"),
        ("/sitemap.xml/", 404, "text/html; charset=utf-8", "không có trang này"),
    ] {
        let response = get("", target);
        assert_eq!(response.status(), status, "{target}");
        assert_eq!(header(&response, "content-type"), media_type, "{target}");
        assert_eq!(header(&response, "cache-control"), "no-cache", "{target}");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff", "{target}");
        assert!(body(&response).contains(text), "{target}: {}", body(&response));
    }
}

#[test]
fn a_missing_slash_is_put_right_and_the_query_kept() {
    for (target, location) in [
        ("/vi", "/vi/"),
        ("/vi/san-pham?q=ch%C3%A8&sao=4", "/vi/san-pham/?q=ch%C3%A8&sao=4"),
        ("/vi/ch%c3%a8", "/vi/ch%C3%A8/"),
    ] {
        let response = get("", target);
        assert_eq!(response.status(), 301, "{target}");
        assert_eq!(header(&response, "location"), location);
    }
}

#[test]
fn no_path_leads_out_of_the_site_or_to_another_host() {
    for target in [
        "/../../etc/passwd",
        "/vi/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/vi/..%2f..%2fetc%2fpasswd",
        "//evil.example/vi",
        "/\\evil.example",
        "/vi//",
        "/vi/%00",
        "/%252e%252e/",
        "/%252e%252e%252f%252e%252e%252fetc/passwd",
        "/..%5c..%5cwindows%5cwin.ini",
        "/..\\..\\windows\\win.ini",
        "/C:/windows/win.ini",
        "/C:%5cwindows%5cwin.ini",
        "/%5c%5cserver%5cshare",
        "/vi/index.html::$DATA",
        "/CON",
        "/vi/%e2%80%ae/",
        "/etc/passwd",
        "/%2fetc/passwd",
        "/file:///etc/passwd",
        "/.git/config",
        "/%2e/%2e%2e/ocop.toml",
    ] {
        let response = get("", target);
        assert_eq!(response.status(), 404, "{target}");
        assert_eq!(header(&response, "location"), "", "{target}");
    }
    for target in ["/%ff", "/%c3", "/%", "/%4", "/%zz", "/%+1", "/vi/%c0%ae%c0%ae/"] {
        assert_eq!(get("", target).status(), 400, "{target}");
    }
}

#[test]
fn a_site_below_a_path_answers_there_and_sends_its_visitors_there() {
    for (target, status, location) in [
        ("/catalogue/vi/", 200, ""),
        ("/catalogue/", 200, ""),
        ("/catalogue/vi", 301, "/catalogue/vi/"),
        ("/catalogue", 302, "/catalogue/"),
        ("/", 302, "/catalogue/"),
        ("/vi/", 404, ""),
        ("/catalogueue/", 404, ""),
    ] {
        let response = get("catalogue", target);
        assert_eq!((response.status().as_u16(), header(&response, "location")), (status, location), "{target}");
    }
}

#[test]
fn only_pages_get_the_script_that_listens() {
    let script = r#"<script src="/__ocop/reload.js" data-build="7-3" defer></script>"#;
    for (target, expected) in [
        ("/vi/", format!("<!doctype html><body><p>Trang chủ</p>{script}</BODY>\n")),
        ("/vi/san-pham/", format!("<p>không có thẻ đóng{script}")),
        ("/khong-co", format!("<body>không có trang này{script}</body>")),
        ("/assets/site.css", "body { color: black }".to_owned()),
    ] {
        assert_eq!(body(&get("", target)), expected);
    }
    let script = get("catalogue", "/__ocop/reload.js");
    assert_eq!(header(&script, "content-type"), "text/javascript; charset=utf-8");
    assert!(body(&script).contains("/__ocop/events"));
}

#[test]
fn before_the_first_site_every_path_says_so_and_listens() {
    let response = answer(&Shown { token: TOKEN.to_owned(), ..Shown::default() }, &request("GET", "/vi/", None));
    assert_eq!(response.status(), 503);
    assert!(body(&response).contains("There is no site to show yet") && body(&response).contains("data-build=\"7-3\""));
}

#[test]
fn only_the_names_of_this_machine_are_served() {
    for host in ["127.0.0.1", "127.0.0.1:1111", "localhost:8080", "LocalHost", "[::1]:1111", "[::1]"] {
        assert!(refuse(&request("GET", "/", Some(host))).is_none(), "{host}");
    }
    for host in [
        "evil.example",
        "127.0.0.1.evil.example:1111",
        "localhost.evil.example",
        "127.0.0.1:evil",
        "127.0.0.2",
        "",
        "::1",
    ] {
        assert_eq!(
            refuse(&request("GET", "/", Some(host))).map(|refusal| refusal.status().as_u16()),
            Some(403),
            "{host}"
        );
    }
    let mut twice = request("GET", "/", Some("localhost"));
    twice.headers.append(HOST, HeaderValue::from_static("localhost"));
    assert!(refuse(&twice).is_some(), "two names, of which another program might read the other");
    assert!(refuse(&request("GET", "/", None)).is_some());
    assert!(refuse(&request("GET", "http://evil.example/", Some("127.0.0.1"))).is_some());
}

#[test]
fn the_preview_can_only_be_read() {
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let refusal = refuse(&request(method, "/", Some("localhost"))).unwrap();
        assert_eq!((refusal.status().as_u16(), header(&refusal, "allow")), (405, "GET, HEAD"));
    }
    assert!(refuse(&request("HEAD", "/", Some("localhost"))).is_none());
}

#[test]
fn pages_of_other_sites_are_not_answered_but_links_to_the_preview_work() {
    let status = |headers: &[(&'static str, &'static str)]| {
        let mut request = request("GET", "/vi/", Some("localhost:1111"));
        for (name, value) in headers {
            request.headers.insert(*name, HeaderValue::from_static(value));
        }
        refuse(&request).map_or(200, |refusal| refusal.status().as_u16())
    };
    for headers in [
        &[][..],
        &[("origin", "http://localhost:1111")],
        &[("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate")],
        &[("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "cors"), ("origin", "http://localhost:1111")],
        &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")],
    ] {
        assert_eq!(status(headers), 200, "{headers:?}");
    }
    for headers in [
        &[("origin", "http://evil.example")][..],
        &[("origin", "null")],
        &[("origin", "http://localhost:3000")],
        &[("origin", "http://localhost:1111.evil.example")],
        &[("origin", "localhost:1111")],
        &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")],
        &[("sec-fetch-site", "same-site"), ("sec-fetch-mode", "no-cors")],
        &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("origin", "http://evil.example")],
    ] {
        assert_eq!(status(headers), 403, "{headers:?}");
    }
}

#[test]
fn a_request_that_brings_something_is_refused() {
    for (name, value) in [("content-length", "1"), ("content-length", "99999999999"), ("transfer-encoding", "chunked")]
    {
        let mut request = request("GET", "/", Some("localhost"));
        request.headers.insert(name, HeaderValue::from_static(value));
        assert_eq!(refuse(&request).map(|refusal| refusal.status().as_u16()), Some(413), "{name}: {value}");
    }
    let mut request = request("GET", "/", Some("localhost"));
    request.headers.insert("content-length", HeaderValue::from_static("0"));
    assert!(refuse(&request).is_none());
}
