//! The template engine, the only file that knows it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::Write;
use std::sync::{PoisonError, RwLock};

use erased_serde::Serialize;
use tera::{Context, Tera, Value};

use crate::diag::code::THEME;
use crate::diag::{Diag, Sink};
use crate::load::Theme;
use crate::model::LangId;
use crate::pages::parts::{Html, frame};
use crate::plan::{Encoding, Rendering, View};
use crate::reads::{self, Part};

/// Templates of a theme, ready to be filled.
pub struct Engine {
    markup: Tera,
    plain: Tera,
    /// Interface texts per language, converted once.
    texts: Vec<Value>,
    /// The same by language tag, for pages that serve all languages.
    all_texts: Value,
    sites: RwLock<BTreeMap<(LangId, &'static str), Shared>>,
    /// Paths of the partials that are filled once for each [`Frame`].
    kept: Vec<String>,
    frames: RwLock<BTreeMap<Frame, Shared>>,
}

/// What a kept partial may depend on: language, part of the menu, kind of page.
type Frame = (LangId, &'static str, &'static str);

/// With this begins a partial that is filled once for each [`Frame`] and stands on all its pages.
const KEPT: &str = "{# kept:";

/// A template that could not be filled.
#[derive(Debug)]
pub struct Unfilled {
    pub template: String,
    pub why: String,
}

impl Engine {
    /// Compiles all templates; mistakes in them are messages, and then there is no engine.
    #[must_use]
    pub fn new(theme: &Theme, languages: impl Iterator<Item = LangId>, sink: &mut Sink) -> Option<Self> {
        let mut markup = Tera::new();
        markup.autoescape_on(["html", "xml"]);
        markup.set_escape_fn(escape);
        let mut plain = Tera::new();
        plain.autoescape_on(Vec::<&str>::new());
        let templates = theme.templates.iter().map(|(path, source)| (path.clone(), source.as_ref()));
        let (text, mut rest): (Vec<(String, &str)>, Vec<_>) =
            templates.partition(|(path, _)| path.starts_with("text/"));
        let kept: Vec<String> =
            rest.iter().filter(|(_, source)| source.starts_with(KEPT)).map(|(path, _)| path.clone()).collect();
        // Who includes one gets what was made of it.
        let stand_ins: Vec<String> = kept.iter().map(|path| format!("{{{{ kept[\"{path}\"] }}}}")).collect();
        for (path, stand_in) in kept.iter().zip(&stand_ins) {
            let at = rest.iter().position(|(has, _)| has == path).expect("found there");
            let source = std::mem::replace(&mut rest[at].1, stand_in);
            rest.push((once(path), source));
        }
        for (engine, templates) in [(&mut markup, rest), (&mut plain, text)] {
            if let Err(error) = engine.add_raw_templates(templates) {
                sink.push(
                    Diag::new(
                        &THEME,
                        format!("a template of the theme `{}` has a mistake: {}", theme.name, chain(&error)),
                    )
                    .help("compare it with the same file of the theme `gido`"),
                );
                return None;
            }
        }
        let tagged: Vec<(&str, Value)> = languages
            .map(|lang| (theme.texts(lang).tag.as_str(), Value::from_serializable(theme.texts(lang).plain())))
            .collect();
        let all_texts =
            Value::from_serializable(&tagged.iter().map(|(tag, texts)| (*tag, texts)).collect::<BTreeMap<_, _>>());
        let texts = tagged.into_iter().map(|(_, texts)| texts).collect();
        Some(Self { markup, plain, texts, all_texts, sites: RwLock::default(), kept, frames: RwLock::default() })
    }

    /// Fills the template of a page of a kind.
    ///
    /// # Errors
    /// When the template asks for something that the page does not have.
    pub fn fill(
        &self,
        view: &View<'_>,
        kind: &'static str,
        encoding: Encoding,
        rendering: &Rendering<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), Unfilled> {
        let mut context = Context::new();
        context.insert_value("t", self.texts[view.lang.index()].clone());
        context.insert_value("texts", self.all_texts.clone());
        context.insert_value("site", self.site(view.lang, view.section, rendering));
        context.insert_value("page", value(&*view.page));
        context.insert_value("view", value(&*view.view));
        if encoding == Encoding::Plain {
            return self.run(&self.plain, &view.template, &context, out);
        }
        context.insert_value("kept", self.frame((view.lang, view.section, kind), rendering)?);
        self.run(&self.markup, &view.template, &context, out)
    }

    /// Fills the partial of a product card.
    ///
    /// # Errors
    /// As [`Self::fill`].
    pub fn card(&self, card: &dyn Serialize, lang: LangId) -> Result<String, Unfilled> {
        let mut context = Context::new();
        context.insert_value("t", self.texts[lang.index()].clone());
        context.insert_value("card", value(card));
        let mut out = Vec::new();
        self.run(&self.markup, "partials/card.html", &context, &mut out)?;
        Ok(String::from_utf8(out).expect("templates and texts are UTF-8"))
    }

    #[allow(clippy::unused_self, reason = "one way to run a template")]
    fn run(&self, engine: &Tera, template: &str, context: &Context, out: &mut Vec<u8>) -> Result<(), Unfilled> {
        engine
            .render_to(template, context, out)
            .map_err(|error| Unfilled { template: template.to_owned(), why: chain(&error) })
    }

    /// The kept partials, filled.
    fn frame(&self, frame: Frame, rendering: &Rendering<'_>) -> Result<Value, Unfilled> {
        if let Some(kept) = self.frames.read().unwrap_or_else(PoisonError::into_inner).get(&frame) {
            return Ok(kept.again());
        }
        let (lang, section, kind) = frame;
        let mut context = Context::new();
        context.insert_value("t", self.texts[lang.index()].clone());
        context.insert_value("site", self.site(lang, section, rendering));
        context.insert_value("page", Value::from_serializable(&BTreeMap::from([("kind", kind)])));
        let fill = |path: &String| {
            let mut out = Vec::new();
            self.run(&self.markup, &once(path), &context, &mut out).map_err(|Unfilled { why, .. }| Unfilled {
                template: path.clone(),
                why: format!("{why} (it begins with `{KEPT}`, so it gets nothing of single pages)"),
            })?;
            let markup = String::from_utf8(out).expect("templates and texts are UTF-8");
            Ok((path.clone(), Html(markup.into())))
        };
        let kept = Shared::of(|| {
            let kept: BTreeMap<String, Html<'_>> = self.kept.iter().map(fill).collect::<Result<_, Unfilled>>()?;
            Ok(Value::from_serializable(&kept))
        })?;
        let again = kept.again();
        self.frames.write().unwrap_or_else(PoisonError::into_inner).insert(frame, kept);
        Ok(again)
    }

    fn site(&self, lang: LangId, section: &'static str, rendering: &Rendering<'_>) -> Value {
        if let Some(site) = self.sites.read().unwrap_or_else(PoisonError::into_inner).get(&(lang, section)) {
            return site.again();
        }
        let Ok(site) =
            Shared::of(|| Ok::<_, Infallible>(Value::from_serializable(&frame::site(rendering, lang, section))));
        let again = site.again();
        self.sites.write().unwrap_or_else(PoisonError::into_inner).insert((lang, section), site);
        again
    }
}

/// What many pages share, with what it was made of, and so each of them.
struct Shared {
    value: Value,
    parts: Box<[Part]>,
}

impl Shared {
    fn of<E>(make: impl FnOnce() -> Result<Value, E>) -> Result<Self, E> {
        let (value, parts) = reads::of(make);
        Ok(Self { value: value?, parts: parts.into() })
    }

    fn again(&self) -> Value {
        reads::note_all(&self.parts);
        self.value.clone()
    }
}

/// The name under which a kept partial is filled.
fn once(path: &str) -> String {
    format!("once/{path}")
}

fn value(data: &dyn Serialize) -> Value {
    Value::from_serializable(&data)
}

/// Markup that pages made stands as it is; all else is escaped.
fn escape(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    match text.strip_prefix(Html::MARK) {
        Some(markup) => out.write_all(markup.as_bytes()),
        None => tera::escape_html(text, out),
    }
}

/// An error with all its causes.
fn chain(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
