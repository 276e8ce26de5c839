//! Markdown of authors as markup that is safe to publish.
//!
//! Raw HTML is taken out of the text or sanitised, addresses are limited to http, https, mailto, tel and pages of the
//! site. Links to records are written `product:<slug>`, `producer:…`, `sales-point:…`, `page:…`, `post:…`.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html as write};

use crate::diag::code::{BROKEN_LINK, PICTURE_IN_TEXT, RAW_HTML, URL};
use crate::diag::{Diag, Place, Sink, did_you_mean};
use crate::model::{ArticleKind, Catalogue, LangId, Prose};
use crate::plan::{Plan, Route, Subject};
use crate::resolve::Index;

/// What became of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'t> {
    /// An address that can be published.
    Good(Cow<'t, str>),
    /// A page of this site that does not exist; with the names there are.
    Missing,
    /// A kind of address that is not published.
    Refused,
}

/// Tags of HTML in one text. Elements in elements take the time of their number squared to be made safe.
const MOST_TAGS: usize = 2_000;

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION
}

/// Markup of a text. Headings begin at the second level: the page has the first. Links that lead nowhere are left as
/// plain text; [`check`] tells about them.
#[must_use]
pub fn html<'m>(markdown: &'m str, resolve: impl Fn(&str) -> Target<'static>) -> String {
    let mut raw = false;
    let mut dropped = 0_usize;
    let mut tags = 0_usize;
    let events: Vec<Event<'m>> = Parser::new_ext(markdown, options())
        .filter_map(|event| match event {
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                Some(Event::Start(Tag::Heading { level: lowered(level), id, classes, attrs }))
            }
            Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lowered(level)))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let target = if link_type == LinkType::Email {
                    Target::Good(format!("mailto:{dest_url}").into())
                } else {
                    resolve(&dest_url)
                };
                if let Target::Good(url) = target {
                    Some(Event::Start(Tag::Link {
                        link_type: LinkType::Inline,
                        dest_url: CowStr::from(url.into_owned()),
                        title,
                        id,
                    }))
                } else {
                    dropped += 1;
                    None
                }
            }
            Event::End(TagEnd::Link) if dropped > 0 => {
                dropped -= 1;
                None
            }
            // Pictures belong to records, where they have a size and an alternative text.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
            Event::Html(ref piece) | Event::InlineHtml(ref piece) => {
                raw = true;
                tags += piece.matches('<').count();
                (tags <= MOST_TAGS).then_some(event)
            }
            other => Some(other),
        })
        .collect();
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    write::push_html(&mut out, events.into_iter());
    if raw {
        // Pictures of other hosts would tell them who reads.
        ammonia::Builder::default()
            .rm_tags(["img"])
            .url_relative(ammonia::UrlRelative::PassThrough)
            .clean(&out)
            .to_string()
    } else {
        out
    }
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        other => other,
    }
}

/// The words of a text without markup, for excerpts and descriptions; headings are left out.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut out = String::new();
    let mut heading = false;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = true,
            Event::End(TagEnd::Heading(_)) => heading = false,
            Event::Text(text) | Event::Code(text) if !heading => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) if !heading => {
                out.push(' ');
            }
            _ => {}
        }
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    words.join(" ")
}

/// The beginning of a text, at most so many characters, ending with a sentence where there is one.
#[must_use]
pub fn excerpt(markdown: &str, most: usize) -> String {
    beginning(&plain(markdown), most)
}

/// The same of a text without markup.
#[must_use]
pub fn beginning(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rmatch_indices(['.', '!', '?', '…']).map(|(index, mark)| index + mark.len()).find(|end| {
        let after = cut[*end..].chars().next();
        // A dot inside a number or an abbreviation is not the end of a sentence.
        after.is_none_or(|next| next.is_whitespace() || "”\"»)".contains(next))
    });
    match end {
        Some(end) => cut[..end].to_owned(),
        None => super::parts::frame::shortened(text, most),
    }
}

/// A link names a record that is not in the catalogue.
struct NoSuchRecord;

/// What links of authors can lead to.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    pub catalogue: &'a Catalogue,
    pub index: &'a Index,
    pub plan: &'a Plan,
}

impl Links<'_> {
    /// Where a link in a text of a language leads.
    #[must_use]
    pub fn resolve(&self, target: &str, lang: LangId) -> Target<'static> {
        if let Some(route) = self.record(target, lang) {
            return route
                .ok()
                .and_then(|route| self.plan.url(&route))
                .map_or(Target::Missing, |url| Target::Good(url.into()));
        }
        if let Some((scheme, rest)) = target.split_once(':') {
            let known = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel");
            let plain = !rest.contains(|c: char| c.is_control() || c.is_whitespace());
            return if known && plain { Target::Good(Cow::Owned(target.to_owned())) } else { Target::Refused };
        }
        match target.strip_prefix('/') {
            // Two slashes lead to another host.
            Some(path) if path.starts_with('/') => Target::Refused,
            Some(path) if self.plan.publishes(path.split(['#', '?']).next().unwrap_or(path)) => {
                Target::Good(self.plan.local(path).into())
            }
            None if target.starts_with('#') => Target::Good(Cow::Owned(target.to_owned())),
            _ => Target::Missing,
        }
    }

    /// `Some(Err)` is a link to a record that does not exist; `None` is no link to a record.
    fn record(&self, target: &str, lang: LangId) -> Option<Result<Route, NoSuchRecord>> {
        let (kind, slug) = target.split_once(':')?;
        let route = |kind, subject| Route::new(kind, lang, subject);
        let article = |kind| {
            self.catalogue
                .articles_of(kind)
                .find(|(_, row)| row.slug.as_str() == slug)
                .map(|(id, _)| Subject::Article(id))
        };
        let route = match kind {
            "product" => self.index.product(slug).map(|id| route("product", Subject::Product(id))),
            "producer" => self.index.producer(slug).map(|id| route("producer", Subject::Producer(id))),
            "sales-point" => self
                .catalogue
                .sales_points
                .iter()
                .find(|(_, row)| row.slug.as_str() == slug)
                .map(|(id, _)| route("sales_point", Subject::SalesPoint(id))),
            "page" => article(ArticleKind::Page).map(|subject| route("page", subject)),
            "post" => article(ArticleKind::Post).map(|subject| route("post", subject)),
            _ => return None,
        };
        Some(route.ok_or(NoSuchRecord))
    }
}

/// Tells about links that lead nowhere and HTML that is not published, in every text of the catalogue.
pub fn check(links: &Links<'_>, sink: &mut Sink) {
    let catalogue = links.catalogue;
    let stories = catalogue.products.iter().map(|(_, row)| &row.story);
    let producers = catalogue.producers.iter().map(|(_, row)| &row.about);
    let points = catalogue.sales_points.iter().map(|(_, row)| &row.about);
    let articles = catalogue.articles.iter().map(|(_, row)| &row.prose);
    for prose in stories.chain(producers).chain(points).chain(articles) {
        check_one(prose, links, sink);
    }
}

/// As [`check`] for the stories of products that differ from those of a former catalogue, whose addresses are the same
/// and whose links are all sound.
pub fn check_changed(links: &Links<'_>, former: &Catalogue, sink: &mut Sink) {
    for (_, product) in former.products.differing(&links.catalogue.products).expect("as many products") {
        check_one(&product.story, links, sink);
    }
}

fn check_one(prose: &Prose, links: &Links<'_>, sink: &mut Sink) {
    let catalogue = links.catalogue;
    for (lang, markdown, at) in prose.iter() {
        // Most texts have neither links nor HTML; they are not parsed twice.
        if !markdown.contains("](") && !markdown.contains('<') && !markdown.contains("]:") {
            continue;
        }
        let mut tags = 0_usize;
        for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
            let place = Place::new(at.file, at.start as usize + range.start..at.start as usize + range.end);
            match event {
                Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Email => match links
                    .resolve(&dest_url, lang)
                {
                    Target::Good(_) => {}
                    Target::Missing => {
                        let known: Vec<String> = catalogue
                            .products
                            .iter()
                            .map(|(_, row)| format!("product:{}", row.slug))
                            .chain(catalogue.producers.iter().map(|(_, row)| format!("producer:{}", row.slug)))
                            .chain(
                                catalogue.articles_of(ArticleKind::Page).map(|(_, row)| format!("page:{}", row.slug)),
                            )
                            .collect();
                        let help = did_you_mean(&dest_url, known.iter().map(String::as_str)).unwrap_or_else(|| "link to a record as product:<folder name>, producer:<folder name> or page:<folder name>".into());
                        sink.push(
                            Diag::new(&BROKEN_LINK, format!("`{dest_url}` leads to no page of this site"))
                                .at(place, "this link")
                                .help(help),
                        );
                    }
                    Target::Refused => {
                        sink.push(
                            Diag::new(&URL, format!("`{dest_url}` is a kind of address that is not put into pages"))
                                .at(place, "this link")
                                .help("use an address that begins with https://"),
                        );
                    }
                },
                Event::Start(Tag::Image { .. }) => {
                    sink.push(
                        Diag::new(&PICTURE_IN_TEXT, "a picture in the text is not shown")
                            .at(place, "this picture")
                            .help("put the picture into the folder of the record and add a [[photo]] to its TOML file"),
                    );
                }
                Event::Html(raw) | Event::InlineHtml(raw)
                    if is_refused(&raw)
                        || tags <= MOST_TAGS && {
                            tags += raw.matches('<').count();
                            tags > MOST_TAGS
                        } =>
                {
                    sink.push(
                        Diag::new(&RAW_HTML, "this HTML is not put into pages")
                            .at(place, "left out")
                            .help("write the text with Markdown only"),
                    );
                }
                _ => {}
            }
        }
    }
}

/// True when sanitising changes the piece.
fn is_refused(raw: &str) -> bool {
    let lower = raw.to_lowercase();
    [
        "<script",
        "<style",
        "<iframe",
        "<img",
        "<object",
        "<embed",
        "<form",
        "<input",
        "<svg",
        "<math",
        "<link",
        "<meta",
        " on",
        "style=",
        "javascript:",
    ]
    .iter()
    .any(|bad| lower.contains(bad))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anywhere(target: &str) -> Target<'static> {
        Target::Good(Cow::Owned(target.to_owned()))
    }

    #[test]
    fn headings_begin_at_the_second_level() {
        assert_eq!(html("# Miến\n\nNgon.", anywhere), "<h2>Miến</h2>\n<p>Ngon.</p>\n");
    }

    #[test]
    fn scripts_and_their_tricks_do_not_get_through() {
        for bad in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<svg onload=alert(1)>",
        ] {
            let out = html(bad, anywhere);
            assert!(!out.contains("alert(1)") || !out.contains('<') || !out.contains("on"), "{out}");
            assert!(!out.contains("javascript:") && !out.contains("onerror") && !out.contains("<script"), "{out}");
            assert!(!out.contains("<img"), "no picture of another host is asked for: {out}");
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_stays_as_words() {
        assert_eq!(html("Xem [trà](product:x).", |_| Target::Missing), "<p>Xem trà.</p>\n");
    }

    #[test]
    fn an_excerpt_ends_with_a_sentence() {
        let text = "Câu một có 1.250 chữ. Câu hai dài hơn một chút. Câu ba.";
        assert_eq!(excerpt(text, 30), "Câu một có 1.250 chữ.");
        assert_eq!(excerpt(text, 200), text);
        assert_eq!(excerpt("Không có dấu chấm nào trong câu rất dài này", 20), "Không có dấu chấm…");
    }
}
