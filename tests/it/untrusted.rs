//! Text of records is untrusted.

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
