//! From a request to an answer, without a network.
//!
//! In: the head of a request and the site that is shown. Out: status, headers, bytes. A path is looked up in the plan of
//! the site, so none leads to another file of this machine. Start at [`answer`]; who is not answered at all is in [`refuse`].

use axum::body::Bytes;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HOST, LOCATION, TRANSFER_ENCODING};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Response, StatusCode};

use super::rules::Rules;
use super::{Site, todo};
use crate::pages::parts::escaped;
use crate::publish::media_type::media_type;

/// Where pages hear of changes.
pub(super) const EVENTS: &str = "/__ocop/events";

/// The script that listens there.
const SCRIPT: &str = "/__ocop/reload.js";

/// A site as it is shown.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) site: Option<Box<dyn Site>>,
    /// The path of the site on its host, without slashes at the ends; empty at the root.
    pub(super) base: String,
    pub(super) rules: Rules,
    /// Written into each page, which compares it with what it hears.
    pub(super) token: String,
    /// Whether the site was made without mistakes.
    pub(super) is_sound: bool,
}

impl Shown {
    /// The path of the first page: `/` or `/catalogue/`.
    pub(super) fn base_url(&self) -> String {
        if self.base.is_empty() { "/".to_owned() } else { format!("/{}/", self.base) }
    }
}

/// The answer to a request that must not be answered, if it is one.
///
/// Another site may point its own name at this machine and then read what is served here (DNS rebinding); its requests
/// carry its name, so only the names of this machine are served. Its pages may also ask this machine by its right name;
/// browsers then say where the request comes from. A preview shows drafts, which are nobody else's business.
pub(super) fn refuse(request: &Parts) -> Option<Response<Bytes>> {
    let mut hosts = request.headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let authority = request.uri.authority().map(axum::http::uri::Authority::as_str);
    if hosts.next().is_some() || !host.is_some_and(is_this_machine) || !authority.is_none_or(is_this_machine) {
        return Some(text(
            StatusCode::FORBIDDEN,
            "the preview is for this machine only: open it as http://127.0.0.1\n",
        ));
    }
    if comes_from_elsewhere(request, host) {
        return Some(text(
            StatusCode::FORBIDDEN,
            "the preview does not answer pages of other sites: open it in a window of its own\n",
        ));
    }
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let mut refusal = text(StatusCode::METHOD_NOT_ALLOWED, "the preview can only be read\n");
        refusal.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some(refusal);
    }
    let length = request.headers.get(CONTENT_LENGTH);
    if request.headers.contains_key(TRANSFER_ENCODING) || length.is_some_and(|length| length.as_bytes() != b"0") {
        return Some(text(StatusCode::PAYLOAD_TOO_LARGE, "the preview takes nothing: ask without a body\n"));
    }
    None
}

/// Whether a page of another site asks. Following a link from there is the visitor's own wish, so it is answered.
fn comes_from_elsewhere(request: &Parts, host: Option<&str>) -> bool {
    let said = |name: &str| request.headers.get(name).map(|value| value.to_str().unwrap_or("other"));
    let here = |origin: &str| origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")) == host;
    let follows = said("sec-fetch-mode") == Some("navigate");
    !said("origin").is_none_or(here)
        || !follows && said("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"))
}

/// Any port, since a tunnel may change it.
fn is_this_machine(authority: &str) -> bool {
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => authority,
    };
    name.eq_ignore_ascii_case("localhost") || matches!(name, "127.0.0.1" | "[::1]")
}

/// The file at the path of the request, as a static host would send it.
pub(super) fn answer(shown: &Shown, request: &Parts) -> Response<Bytes> {
    let path = request.uri.path();
    if path == SCRIPT {
        return response(
            StatusCode::OK,
            "text/javascript; charset=utf-8",
            Bytes::from_static(include_bytes!("reload.js")),
        );
    }
    let Some(site) = shown.site.as_deref() else {
        let page = listening(include_bytes!("waiting.html"), &shown.token);
        return response(StatusCode::SERVICE_UNAVAILABLE, "text/html; charset=utf-8", page);
    };
    if path == todo::PAGE {
        let page = listening(todo::page(&site.todo()).as_bytes(), &shown.token);
        return response(StatusCode::OK, "text/html; charset=utf-8", page);
    }
    if path == todo::CALENDAR {
        return response(StatusCode::OK, "text/calendar; charset=utf-8", site.calendar().into());
    }
    let Some(decoded) = decode(path) else {
        return text(StatusCode::BAD_REQUEST, "this address is not written correctly\n");
    };
    let base = shown.base_url();
    let mut answer = match decoded.strip_prefix(&base) {
        Some(key) => find(shown, site, key, request.uri.query()).unwrap_or_else(|error| trouble(&error, &shown.token)),
        None if decoded == "/" || format!("{decoded}/") == base => moved(StatusCode::FOUND, &base, request.uri.query()),
        None => text(StatusCode::NOT_FOUND, &format!("the site is at {base}\n")),
    };
    for (name, value) in shown.rules.of(&decoded) {
        answer.headers_mut().append(name, value.clone());
    }
    answer
}

fn find(shown: &Shown, site: &dyn Site, key: &str, query: Option<&str>) -> anyhow::Result<Response<Bytes>> {
    let index = format!("{key}index.html");
    let is_directory = key.is_empty() || key.ends_with('/');
    let path = if is_directory { &index } else { key };
    if let Some(bytes) = site.file(path)? {
        return Ok(serve(StatusCode::OK, path, bytes, &shown.token));
    }
    if !is_directory && site.has(&format!("{key}/index.html")) {
        return Ok(moved(StatusCode::MOVED_PERMANENTLY, &format!("{}{key}/", shown.base_url()), query));
    }
    // The nearest 404 page: the one of the language before the one of the site, as static hosts have it.
    let mut folder = key;
    loop {
        folder = folder.rfind('/').map_or("", |end| &folder[..end]);
        let page = if folder.is_empty() { "404.html".to_owned() } else { format!("{folder}/404.html") };
        match site.file(&page)? {
            Some(bytes) => return Ok(serve(StatusCode::NOT_FOUND, &page, bytes, &shown.token)),
            None if folder.is_empty() => return Ok(text(StatusCode::NOT_FOUND, "there is no page at this address\n")),
            None => {}
        }
    }
}

fn serve(status: StatusCode, path: &str, bytes: Vec<u8>, token: &str) -> Response<Bytes> {
    let media_type = media_type(path);
    let bytes = if media_type.starts_with("text/html") { listening(&bytes, token) } else { bytes.into() };
    let mut response = response(status, media_type, bytes);
    if is_named_by_content(path) {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("max-age=3600, immutable"));
    }
    response
}

/// Whether a file gets another name when its content changes, so that a page that is loaded again need not ask for it.
fn is_named_by_content(path: &str) -> bool {
    let is_hash = |part: &str| part.len() >= 10 && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    path.strip_prefix("assets/").is_some_and(|rest| rest.split(['/', '.', '-']).any(is_hash))
}

/// The answer when a page met a bug, which Rust itself has printed.
pub(super) fn bug() -> Response<Bytes> {
    text(StatusCode::INTERNAL_SERVER_ERROR, "ocop has met a bug; the terminal says more\n")
}

/// In the place of a page that could not be made; it listens, so that it gives way as soon as the page can be made.
fn trouble(error: &anyhow::Error, token: &str) -> Response<Bytes> {
    let why = escaped(&format!("{error:#}"));
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>ocop: this page cannot be made</title></head>\n\
         <body>\n<h1>This page cannot be made</h1>\n<p>{why}</p>\n</body>\n</html>\n"
    );
    response(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", listening(page.as_bytes(), token))
}

/// The page with the script that listens for changes. Only what is served carries it, never what is published.
fn listening(page: &[u8], token: &str) -> Bytes {
    const END: &[u8] = b"</body>";
    let script = format!(r#"<script src="{SCRIPT}" data-build="{token}" defer></script>"#);
    let at = page.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END)).unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat().into()
}

fn moved(status: StatusCode, to: &str, query: Option<&str>) -> Response<Bytes> {
    let query = query.map(|query| format!("?{}", query.escape_default())).unwrap_or_default();
    let location = HeaderValue::try_from(encode(to) + &query).expect("what is encoded and escaped is ASCII");
    let mut answer = text(status, "");
    answer.headers_mut().insert(LOCATION, location);
    answer
}

fn text(status: StatusCode, text: &str) -> Response<Bytes> {
    response(status, "text/plain; charset=utf-8", Bytes::copy_from_slice(text.as_bytes()))
}

fn response(status: StatusCode, media_type: &'static str, bytes: Bytes) -> Response<Bytes> {
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// Takes the percent signs out of a path, once. `None` when what they say is no UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'%' {
            let (digits, after) = rest.split_first_chunk::<2>()?;
            let digits =
                str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after;
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Puts percent signs into a path where a header needs them.
fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.extend(['%', hexadecimal(byte >> 4), hexadecimal(byte & 15)]),
        }
    }
    encoded
}

/// One digit, 0 to 15.
fn hexadecimal(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).expect("a half byte is one digit").to_ascii_uppercase()
}

#[cfg(test)]
mod tests;
