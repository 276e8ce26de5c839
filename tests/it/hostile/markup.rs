//! Text of records is untrusted.

use super::{attacked, attacked_portal};
use crate::site::Site;

#[test]
fn markup_in_facts_is_shown_as_letters() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"<script>alert(1)</script> & \\\"trà\\\"\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n",
    );
    for (path, bytes) in site.build().files() {
        if path.ends_with(".html") || path.ends_with(".xml") {
            assert!(!String::from_utf8_lossy(&bytes).contains("<script>alert"), "{path}");
        }
    }
}

#[test]
fn html_in_stories_is_sanitised_and_told() {
    let site = Site::new(
        "-- content/products/tra/story.vi.md --\nTrà <script>alert(1)</script> <b onclick=\"x()\">ngon</b> và <em>thơm</em>.\n\n[x](javascript:alert(2)) [y](https://example.com)\n",
    );
    assert_eq!(site.check().codes(), ["raw-html", "url"]);
    site.edit(
        "content/products/tra/story.vi.md",
        "Trà <script>alert(1)</script> <b onclick=\"x()\">ngon</b> và <em>thơm</em>. [y](https://example.com)\n",
    );
    let main = site.build().main("vi/san-pham/tra/index.html");
    assert!(!main.contains("alert(1)") && !main.contains("onclick"), "{main}");
    assert!(main.contains("<em>thơm</em>") && main.contains("href=\"https://example.com\""), "{main}");
}

#[test]
fn a_marked_beginning_of_a_text_is_no_way_around_escaping() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"\\u0000<i>x</i>\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n-- content/products/tra/story.vi.md --\nx\n",
    );
    let seen = site.check();
    if seen.0.is_publishable(false) {
        for (path, bytes) in site.build().files() {
            assert!(!path.ends_with(".html") || !String::from_utf8_lossy(&bytes).contains("<i>x</i>"), "{path}");
        }
    }
}

#[test]
fn a_script_cannot_end_the_structured_data() {
    let site = Site::new(
        "-- content/products/tra/product.toml --\nid = \"tn-0001\"\nname = \"</script><script>alert(1)\"\nproducer = \"htx-a\"\nplace = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n",
    );
    let built = site.build();
    assert_eq!(built.jsonld("vi/san-pham/tra/index.html")["@graph"][0]["name"], "</script><script>alert(1)");
}

#[test]
fn pages_need_no_inline_script_or_style() {
    for (path, bytes) in Site::new("").build().files() {
        if path.ends_with(".html") {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(" style=") && !text.contains("<style") && !text.contains(" onclick="), "{path}");
            for (index, _) in text.match_indices("<script") {
                let tag = &text[index..index + text[index..].find('>').expect("the tag ends")];
                assert!(tag.contains(" src=") || tag.contains("application/ld+json"), "{path}: {tag}");
            }
        }
    }
}

#[test]
fn links_to_records_lead_to_their_pages() {
    let site = Site::new(
        "-- content/products/tra/story.vi.md --\nCủa [hợp tác xã](producer:htx-a), xem [danh mục](/vi/san-pham/).\n",
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let main = site.build().main("vi/san-pham/tra/index.html");
    assert!(
        main.contains("<a href=\"/vi/chu-the/htx-a/\">hợp tác xã</a>")
            && main.contains("<a href=\"/vi/san-pham/\">danh mục</a>")
    );
}

/// The pieces of a page in which markup is data: structured data and the rest of the page.
fn pieces(html: &str) -> (Vec<&str>, String) {
    let mut data = Vec::new();
    let mut rest = String::new();
    let mut left = html;
    while let Some(start) = left.find("<script type=\"application/ld+json\">") {
        let (before, after) = left.split_at(start + 35);
        rest.push_str(before);
        let end = after.find("</script>").expect("a script ends");
        data.push(&after[..end]);
        left = &after[end..];
    }
    rest.push_str(left);
    (data, rest)
}

#[test]
fn no_text_of_a_catalogue_gets_out_of_its_place() {
    let site = attacked();
    let seen = site.check();
    assert!(seen.0.is_publishable(false), "{}", seen.messages());
    let files = site.build().files();
    assert!(files.len() > 100);
    let seen_in_pages = stays_in_its_place(&files);
    assert!(seen_in_pages > 1000, "the payloads are in the pages, as letters: {seen_in_pages}");
}

#[test]
fn no_text_of_a_member_of_a_portal_gets_out_of_its_place() {
    let portal = attacked_portal();
    let seen = portal.check();
    assert!(seen.0.is_publishable(false), "{}", seen.messages());
    let mut files = portal.build().files();
    assert!(files.iter().any(|(path, _)| path.starts_with("search/members/")), "its index is joined");
    files.retain(|path, _| {
        path.contains("/thanh-vien/") || path.contains("/members/") || path.ends_with("i/index.html")
    });
    assert!(files.len() >= 5, "the pages of the portal and its home");
    assert!(stays_in_its_place(&files) > 20, "the payloads are in the pages of the member");
}

#[test]
fn no_address_of_a_member_gets_out_of_its_place() {
    for bad in [
        "javascript:__pwned(8)",
        "JAVASCRIPT:__pwned(8)//https://ke-gian.example/",
        "data:text/html,<script>__pwned(1)</script>",
        "https://ke-gian.example.evil.example/x/",
        "https://ke-gian.example@evil.example/x/",
        "//evil.example/x/",
        "https://ke-gian.example/x/\"onmouseover=\"__pwned(4)",
        "https://ke-gian.example/x/'><img src=x onerror=__pwned(2)>",
        "https://ke-gian.example/x/ onfocus=__pwned(4) autofocus",
    ] {
        let portal = attacked_portal();
        let list = portal.path("members/cho/api/catalogue.json");
        let mut data: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&list).expect("the list")).expect("a list");
        for product in data["products"].as_array_mut().expect("products") {
            product["urls"] = serde_json::json!({ "vi": bad, "en": bad });
        }
        portal.edit("members/cho/api/catalogue.json", &data.to_string());
        assert!(portal.check().codes().contains(&"member-damaged"), "{bad}");
        data["url"] = bad.into();
        portal.edit("members/cho/api/catalogue.json", &data.to_string());
        let files = portal.build_anyway().files();
        stays_in_its_place(&files);
        for (path, bytes) in &files {
            let text = String::from_utf8_lossy(bytes);
            let gets_out = text.contains("__pwned") || text.contains(['<', '"', '@']);
            assert!(!path.ends_with("_headers") || !gets_out, "{bad}: {text}");
        }
    }
}

/// How often the payload stands in pages; fails where it is anything but letters.
#[track_caller]
fn stays_in_its_place(files: &std::collections::BTreeMap<String, Vec<u8>>) -> usize {
    let mut seen_in_pages = 0;
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(bytes);
        if path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".svg") {
            let (data, rest) = pieces(&text);
            for bad in ["<script>__pwned", "<img src=x", "<svg/", "<!--", "]]>"] {
                assert!(!rest.contains(bad), "{path}: {bad} in {}", around(&rest, bad));
            }
            for name in attributes(&rest) {
                assert!(!name.starts_with("on") && !["style", "autofocus", "srcdoc"].contains(&name), "{path}: {name}");
            }
            for data in data {
                let _: serde_json::Value = serde_json::from_str(data).unwrap_or_else(|error| panic!("{path}: {error}"));
                assert!(!data.contains('<'), "{path}: {data}");
            }
            for bad in [
                "onerror=\"",
                "onbegin",
                "<iframe",
                "<base",
                "<math",
                "<noscript><p title",
                "<img src=\"x",
                "javascript:",
            ] {
                assert!(!rest.contains(bad), "{path}: {bad} in {}", around(&rest, bad));
            }
            // The braces are still there, so no template engine has read them.
            seen_in_pages += rest.matches("{{7*7777}}").count();
        } else if path.ends_with(".json") || path.ends_with(".webmanifest") {
            let _: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        } else if path.ends_with("_headers") || path.ends_with(".txt") || path.ends_with(".css") {
            assert!(!text.contains("__pwned"), "{path}");
        }
    }
    seen_in_pages
}

/// Names of all attributes, read as a browser reads them.
fn attributes(html: &str) -> Vec<&str> {
    let bytes = html.as_bytes();
    let mut names = Vec::new();
    let mut at = 0;
    let until = |from: usize, stop: &dyn Fn(u8) -> bool| {
        bytes[from..].iter().position(|byte| stop(*byte)).map_or(bytes.len(), |length| from + length)
    };
    while let Some(start) = html[at..].find('<').map(|found| at + found + 1) {
        at = start;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        at = until(at, &|byte| byte.is_ascii_whitespace() || byte == b'/' || byte == b'>');
        loop {
            at = until(at, &|byte| !byte.is_ascii_whitespace() && byte != b'/');
            if bytes.get(at).is_none_or(|byte| *byte == b'>') {
                break;
            }
            let end = until(at, &|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/'));
            names.push(&html[at..end]);
            at = end;
            if bytes.get(at) == Some(&b'=') {
                at = match bytes.get(at + 1) {
                    Some(quote @ (b'"' | b'\'')) => until(at + 2, &|byte| byte == *quote) + 1,
                    _ => until(at + 1, &|byte| byte.is_ascii_whitespace() || byte == b'>'),
                };
            } else if at == end && names.last().is_none_or(|name| name.is_empty()) {
                at += 1;
            }
            if at >= bytes.len() {
                break;
            }
        }
        at = at.min(bytes.len());
    }
    names
}

#[test]
fn attributes_are_read_as_a_browser_reads_them() {
    let html = "<a href=\"x>y\" title='\"onclick=\"' hidden data-x=1>\"onclick=\" <br/><img onload=\"é\"/>";
    assert_eq!(attributes(html), ["href", "title", "hidden", "data-x", "onload"]);
}

fn around<'t>(text: &'t str, bad: &str) -> &'t str {
    let at = text.find(bad).unwrap_or(0);
    let begin = (at.saturating_sub(120)..=at).find(|begin| text.is_char_boundary(*begin)).unwrap_or(at);
    let end = (at + 120..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
    &text[begin..end]
}

/// Keys of a format that hold text, those of the tables in it among them.
fn texts(shape: &ocop::load::reader::RecordShape, keys: &mut Vec<&'static str>) {
    for key in &shape.keys {
        match &key.shape.record {
            Some(inner) => texts(inner, keys),
            None if key.shape.words.contains("text, or") => keys.push(key.key),
            None => {}
        }
    }
}

/// A record gets a new key, and the attack does not know it: then this fails.
#[test]
fn every_text_of_every_record_is_attacked() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/hostile");
    let mut all = String::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.path().is_file())
    {
        all.push_str(&std::fs::read_to_string(entry.path()).expect("read the file"));
    }
    let mut keys = Vec::new();
    for (_, shape) in ocop::load::records::formats() {
        texts(shape.record.as_ref().expect("a table"), &mut keys);
    }
    assert!(keys.len() > 40);
    for key in keys {
        let attacked = all.lines().any(|line| {
            line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
                && line.contains('☠')
        });
        assert!(attacked, "no ☠ behind `{key}` in tests/sites/hostile");
    }
}

#[test]
fn a_story_that_begins_with_the_sign_of_markup_is_still_text() {
    let site = Site::new("");
    site.edit("content/products/tra/story.vi.md", "\0\\<script\\>alert(1)\\</script\\>\n\n\u{1}\\<b onclick=x\\>\n");
    for (path, bytes) in site.build().files() {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") || path.ends_with(".xml") {
            assert!(!text.contains("<script>alert") && !text.contains("<b onclick"), "{path}");
            assert!(!text.contains('\0'), "{path}");
        }
    }
}

#[test]
fn addresses_that_run_something_are_refused() {
    for bad in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example/",
        "https:///evil",
        "https://a b",
        "https://x.example/\\\"onclick=\\\"y",
        "file:///etc/passwd",
    ] {
        let site = Site::product(&format!("[traceability]\nurl = \"{bad}\"\n"));
        assert_eq!(site.check().codes(), ["url"], "{bad}");
        let site = Site::new(&format!("-- content/products/tra/story.vi.md --\n[x](<{bad}>)\n"));
        let main = site.build_anyway().main("vi/san-pham/tra/index.html");
        let is_strange =
            |rest: &&str| rest.starts_with("//") || !rest.starts_with(['/', '#']) && !rest.starts_with("https://");
        let address = main.split("href=\"").skip(1).find(is_strange);
        assert_eq!(address, None, "{bad}");
    }
}
