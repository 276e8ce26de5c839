//! The headers that a site asks its host to send, from its own `_headers` file.
//!
//! In: the text of the file, in the form that Netlify and Cloudflare Pages share. Out: the headers for a path. So the
//! preview runs under the same Content-Security-Policy as the published site, and a script that it forbids fails here.

use axum::http::{HeaderName, HeaderValue};

/// Path patterns with their headers, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<(String, Vec<(HeaderName, HeaderValue)>)>);

impl Rules {
    /// A line that is no pattern and no header is left out: the file has been checked by whoever wrote it.
    pub(super) fn read(text: &str) -> Self {
        let mut rules = Self::default();
        for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
            if !line.starts_with([' ', '\t']) {
                if !line.trim().is_empty() {
                    rules.0.push((line.trim().to_owned(), Vec::new()));
                }
            } else if let (Some((_, headers)), Some((name, value))) = (rules.0.last_mut(), line.split_once(':')) {
                headers.extend(header(name.trim(), value.trim()));
            }
        }
        rules
    }

    /// The headers for a path, `/` first. Several rules may match.
    pub(super) fn of(&self, path: &str) -> impl Iterator<Item = &(HeaderName, HeaderValue)> {
        self.0.iter().filter(move |(pattern, _)| matches(pattern, path)).flat_map(|(_, headers)| headers)
    }
}

fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let name: HeaderName = name.parse().ok()?;
    let value = match name.as_str() {
        // For a published site; a preview must always be fresh, and has no HTTPS.
        "cache-control" | "strict-transport-security" => return None,
        "content-security-policy" => policy(value),
        _ => value.to_owned(),
    };
    Some((name, value.parse().ok()?))
}

/// The policy, with two things changed for the preview: pages may hear of changes, and stay on plain HTTP.
fn policy(published: &str) -> String {
    let mut directives: Vec<String> = published
        .split(';')
        .map(str::trim)
        .filter(|directive| !directive.is_empty() && *directive != "upgrade-insecure-requests")
        .map(str::to_owned)
        .collect();
    let find = |name: &str| directives.iter().position(|directive| directive.split_whitespace().next() == Some(name));
    let decides = find("connect-src").or_else(|| find("default-src"));
    if decides.is_some_and(|at| !directives[at].split_whitespace().any(|source| source == "'self'" || source == "*")) {
        match find("connect-src") {
            Some(at) => directives[at] = format!("{} 'self'", directives[at].replace("'none'", "").trim_end()),
            None => directives.push("connect-src 'self'".to_owned()),
        }
    }
    directives.join("; ")
}

/// `*` stands for anything, `:name` for one part of a path.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.find(['*', ':']) {
        None => pattern == path,
        Some(at) => {
            let Some(rest) = path.strip_prefix(&pattern[..at]) else {
                return false;
            };
            let one_part = pattern[at..].starts_with(':');
            let after = if one_part {
                pattern[at..].find('/').map_or("", |end| &pattern[at + end..])
            } else {
                &pattern[at + 1..]
            };
            let longest = if one_part { rest.find('/').unwrap_or(rest.len()) } else { rest.len() };
            let shortest = usize::from(one_part);
            (shortest..=longest).rev().filter(|end| rest.is_char_boundary(*end)).any(|end| matches(after, &rest[end..]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, path: &str) -> Vec<String> {
        let rules = Rules::read(text);
        rules.of(path).map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect()
    }

    #[test]
    fn every_matching_rule_counts() {
        let text = "# the whole site\n/*\n  X-Content-Type-Options: nosniff\n\n/assets/*\n\tLink: <a>; rel=\"x\"\n  not a header\n  bad name: x\n";
        assert_eq!(of(text, "/vi/"), ["x-content-type-options: nosniff"]);
        assert_eq!(of(text, "/assets/site.css"), ["x-content-type-options: nosniff", "link: <a>; rel=\"x\""]);
        assert!(of("  X-Lost: no pattern above\n", "/").is_empty());
    }

    #[test]
    fn what_only_a_published_site_needs_is_left_out() {
        let text = "/*\n  Cache-Control: public, max-age=31536000, immutable\n  Strict-Transport-Security: max-age=1\n";
        assert!(of(text, "/vi/").is_empty());
    }

    #[test]
    fn the_policy_lets_pages_hear_of_changes_and_nothing_more() {
        for (published, expected) in [
            ("default-src 'self'; base-uri 'none'", "default-src 'self'; base-uri 'none'"),
            ("default-src 'none'; script-src 'self';", "default-src 'none'; script-src 'self'; connect-src 'self'"),
            ("default-src 'self'; connect-src 'none'", "default-src 'self'; connect-src 'self'"),
            ("connect-src https://a.example", "connect-src https://a.example 'self'"),
            ("upgrade-insecure-requests; img-src *", "img-src *"),
        ] {
            assert_eq!(policy(published), expected);
        }
    }

    #[test]
    fn a_pattern_may_stand_for_many_paths() {
        for (pattern, path, expected) in [
            ("/*", "/", true),
            ("/vi/*", "/en/", false),
            ("/", "/vi/", false),
            ("/*.webp", "/assets/photos/a.webp", true),
            ("/*.webp", "/assets/photos/a.jpg", false),
            ("/:lang/", "/vi/", true),
            ("/:lang/", "/vi/san-pham/", false),
            ("/:lang/san-pham/*", "/vi/san-pham/chè/", true),
            ("/:lang/", "//", false),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }
}
