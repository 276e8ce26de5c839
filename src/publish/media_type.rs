//! Which media type a file is served as, by the end of its name.
//!
//! In: a path. Out: the text of a `Content-Type` header. Knows only the kinds of files a site consists of.

/// The media type of `path`; `application/octet-stream` for an unknown or missing extension.
///
/// Text types carry their character set: every text file that `ocop` writes is UTF-8.
#[must_use]
pub fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((_, extension)) = name.rsplit_once('.') else {
        return UNKNOWN;
    };
    let extension = extension.to_ascii_lowercase();
    TYPES.iter().find(|(known, _)| *known == extension).map_or(UNKNOWN, |(_, media_type)| media_type)
}

const UNKNOWN: &str = "application/octet-stream";

const TYPES: &[(&str, &str)] = &[
    ("atom", "application/atom+xml; charset=utf-8"),
    ("avif", "image/avif"),
    ("bin", "application/octet-stream"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("gif", "image/gif"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("map", "application/json; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("rss", "application/rss+xml; charset=utf-8"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("webp", "image/webp"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml; charset=utf-8"),
    ("xsl", "application/xslt+xml; charset=utf-8"),
    ("zip", "application/zip"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_extension_decides() {
        for (path, expected) in [
            ("vi/san-pham/che-tan-cuong/index.html", "text/html; charset=utf-8"),
            ("manifest.webmanifest", "application/manifest+json; charset=utf-8"),
            ("fonts/be-vietnam-pro.abc123.woff2", "font/woff2"),
            ("photos/0a1b-800.webp", "image/webp"),
            ("photos/0a1b.AVIF", "image/avif"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("vi/tin-tuc/feed.atom", "application/atom+xml; charset=utf-8"),
            ("_headers", UNKNOWN),
            ("v1.2/unknown", UNKNOWN),
            ("", UNKNOWN),
        ] {
            assert_eq!(media_type(path), expected, "{path}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_has_no_extension_twice() {
        assert!(TYPES.is_sorted_by(|left, right| left.0 < right.0));
    }
}
