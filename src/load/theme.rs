//! Reads a theme: templates, styles, scripts, texts, fonts and pictures.
//!
//! A file is looked for in three steps: in the site (`overrides/`), in the theme (`themes/<name>/`), in the theme it
//! extends, down to the one that is built in. So a site replaces one partial or adds one rule and copies nothing.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use include_dir::{Dir, include_dir};

use crate::diag::code::THEME;
use crate::diag::{Diag, Place, Sink, did_you_mean};
use crate::model::{LangId, Languages, Slug};
use crate::reads::digest;

use super::texts::Texts;
use super::walk;

/// The name of the theme that comes with the program.
pub const BUILT_IN: &str = "gido";

static BUILT_IN_FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/gido");

/// Where a site puts what it changes of its theme.
const OVERRIDES: &str = "overrides";

/// Version of what templates are given: `themes/gido/CONTRACT.md`.
const CONTRACT: i64 = 1;

/// A theme as far as it can extend others; more would be a ring.
const MAX_DEPTH: usize = 8;

/// A theme, all steps put together.
pub struct Theme {
    pub name: String,
    /// Path below `templates/` and text. A template that another one replaced is also here, as `<theme>/<path>`, so
    /// that the new one can extend or include it.
    pub templates: BTreeMap<String, String>,
    /// Paths below the theme (`css/…`, `js/…`, `fonts/…`, `img/…`) and contents.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Fonts that pages ask for at once.
    pub preload: Vec<String>,
    texts: Vec<Texts>,
    /// From which step each of `files` is, counted from the theme that all others extend.
    steps: BTreeMap<String, usize>,
    /// Of all files of all steps.
    digest: u128,
}

impl Theme {
    /// Names the content of all its files.
    #[must_use]
    pub fn digest(&self) -> u128 {
        self.digest
    }

    #[must_use]
    pub fn texts(&self, lang: LangId) -> &Texts {
        &self.texts[lang.index()]
    }

    /// From which of the three steps a file is; the higher, the nearer to the site. `None` when there is none.
    #[must_use]
    pub fn step(&self, path: &str) -> Option<usize> {
        self.steps.get(path).copied()
    }
}

/// One folder of the three steps: its name and its files.
#[derive(Hash)]
struct Layer {
    name: String,
    files: BTreeMap<String, Vec<u8>>,
}

/// Reads the theme of a site. Mistakes in it are messages; a theme that cannot be found is replaced by the one that
/// is built in, so that the other mistakes of the catalogue are still told.
///
/// # Errors
/// When the disk fails.
pub fn read(root: &Path, name: &str, at: Place, languages: &Languages, sink: &mut Sink) -> anyhow::Result<Theme> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next.take() {
        let Some(files) = folder(root, &name, at, sink)? else {
            let known = known_themes(root)?;
            let help = did_you_mean(&name, known.iter().map(String::as_str))
                .unwrap_or_else(|| format!("themes here: {}", known.join(", ")));
            sink.push(Diag::new(&THEME, format!("there is no theme `{name}`")).at(at, "named here").help(help));
            if name != BUILT_IN {
                next = Some(BUILT_IN.to_owned());
            }
            continue;
        };
        next = extends(&name, &files, at, sink).filter(|_| layers.len() < MAX_DEPTH);
        layers.push(Layer { name, files });
    }
    let mut theme = Theme {
        name: name.to_owned(),
        templates: BTreeMap::new(),
        files: BTreeMap::new(),
        preload: Vec::new(),
        texts: Vec::new(),
        steps: BTreeMap::new(),
        digest: 0,
    };
    let mut sources: BTreeMap<String, Vec<String>> = BTreeMap::new();
    layers.reverse();
    let overrides = Layer { name: OVERRIDES.into(), files: listing(root, OVERRIDES, at, sink)? };
    layers.push(overrides);
    theme.digest = digest(&layers);
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for (step, layer) in layers.into_iter().enumerate() {
        for path in layer.files.keys() {
            theme.steps.insert(path.clone(), step);
        }
        lay(layer, &mut theme, &mut sources, &mut owners, at, sink);
    }
    read_texts(&mut theme, &sources, languages, at, sink);
    Ok(theme)
}

/// Lays one step over the ones before it.
fn lay(
    layer: Layer,
    theme: &mut Theme,
    sources: &mut BTreeMap<String, Vec<String>>,
    owners: &mut BTreeMap<String, String>,
    at: Place,
    sink: &mut Sink,
) {
    for (path, bytes) in layer.files {
        let text = |bytes: &[u8], sink: &mut Sink| {
            String::from_utf8(bytes.to_vec())
                .map_err(|_| {
                    sink.push(
                        Diag::new(&THEME, format!("{}/{path} of the theme is not text in UTF-8", layer.name))
                            .at(at, "theme named here")
                            .help("save the file with the encoding UTF-8"),
                    );
                })
                .ok()
        };
        if let Some(template) = path.strip_prefix("templates/") {
            let Some(text) = text(&bytes, sink) else { continue };
            if let Some(former) = theme.templates.insert(template.to_owned(), text) {
                // A component has one definition only, so a replaced one is gone.
                if !former.contains("component ") {
                    let owner = owners.get(template).cloned().unwrap_or_default();
                    theme.templates.insert(format!("{owner}/{template}"), former);
                }
            }
            owners.insert(template.to_owned(), layer.name.clone());
        } else if let Some(tag) = path.strip_prefix("i18n/").and_then(|name| name.strip_suffix(".ftl")) {
            if let Some(text) = text(&bytes, sink) {
                sources.entry(tag.to_owned()).or_default().push(text);
            }
        } else if path == "theme.toml" {
            if let Some(preload) =
                settings(&bytes).and_then(|table| table.get("preload").and_then(|list| list.as_array()).cloned())
            {
                theme.preload = preload.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect();
            }
        } else if ["css/", "js/", "fonts/", "img/", "print/", "share/"].iter().any(|folder| path.starts_with(folder)) {
            theme.files.insert(path, bytes);
        }
    }
}

fn read_texts(
    theme: &mut Theme,
    sources: &BTreeMap<String, Vec<String>>,
    languages: &Languages,
    at: Place,
    sink: &mut Sink,
) {
    let mut refuse =
        |message: String, help: &str| sink.push(Diag::new(&THEME, message).at(at, "theme named here").help(help));
    for language in languages.iter() {
        let own = sources.get(&language.tag);
        if own.is_none() {
            refuse(
                format!("the theme has no interface texts for the language `{}`", language.tag),
                "copy i18n/en.ftl of the theme to overrides/i18n/<language>.ftl and translate it",
            );
        }
        // Until there are texts, those of the first language stand in, so that no further mistake hides behind this one.
        let stand_in = sources.get(languages.tag(languages.default_id()));
        let (texts, problems) = Texts::new(&language.tag, own.or(stand_in).map_or(&[], Vec::as_slice));
        for problem in problems {
            refuse(
                format!("the interface texts cannot be read: {problem}"),
                "compare the line with the same one in the other language",
            );
        }
        for (key, value) in texts.plain().iter().filter(|(key, _)| key.starts_with("path_")) {
            if Slug::try_from(value.as_str()).is_err() {
                refuse(
                    format!("the text `{key}` of `{}` is `{value}`, which cannot stand in an address", language.tag),
                    "use small letters a-z, digits and hyphens",
                );
            }
        }
        theme.texts.push(texts);
    }
    let first: std::collections::BTreeSet<String> = theme.texts[0].keys().map(str::to_owned).collect();
    for texts in theme.texts.iter().skip(1).filter(|texts| texts.keys().next().is_some()) {
        let keys: std::collections::BTreeSet<String> = texts.keys().map(str::to_owned).collect();
        for (missing, lacking) in
            [(first.difference(&keys), &texts.tag), (keys.difference(&first), &theme.texts[0].tag)]
        {
            for key in missing {
                sink.push(
                    Diag::new(&THEME, format!("the interface text `{key}` is missing in `{lacking}`"))
                        .at(at, "theme named here")
                        .help(format!("add a line `{key} = …` to i18n/{lacking}.ftl")),
                );
            }
        }
    }
}

fn extends(name: &str, files: &BTreeMap<String, Vec<u8>>, at: Place, sink: &mut Sink) -> Option<String> {
    let Some(table) = files.get("theme.toml").and_then(|bytes| settings(bytes)) else {
        sink.push(
            Diag::new(&THEME, format!("themes/{name}/theme.toml is missing or is not valid TOML"))
                .at(at, "theme named here")
                .help(format!("write name = \"{name}\" and extends = \"{BUILT_IN}\" into it")),
        );
        return (name != BUILT_IN).then(|| BUILT_IN.to_owned());
    };
    if let Some(contract) =
        table.get("contract").and_then(toml::Value::as_integer).filter(|contract| *contract != CONTRACT)
    {
        sink.push(
            Diag::new(
                &THEME,
                format!("the theme `{name}` is made for contract {contract}, this program has contract {CONTRACT}"),
            )
            .at(at, "theme named here")
            .help("use the version of the theme that is made for this program"),
        );
    }
    table.get("extends").and_then(|parent| parent.as_str()).map(str::to_owned)
}

fn settings(bytes: &[u8]) -> Option<toml::Table> {
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

/// The files of a theme: from `themes/` of the site, or else built in.
fn folder(root: &Path, name: &str, at: Place, sink: &mut Sink) -> anyhow::Result<Option<BTreeMap<String, Vec<u8>>>> {
    let good_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if good_name && root.join("themes").join(name).is_dir() {
        return listing(root, &format!("themes/{name}"), at, sink).map(Some);
    }
    Ok((name == BUILT_IN).then(built_in))
}

fn built_in() -> BTreeMap<String, Vec<u8>> {
    fn add(dir: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
        for file in dir.files() {
            files.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents().to_vec());
        }
        for dir in dir.dirs() {
            add(dir, files);
        }
    }
    let mut files = BTreeMap::new();
    add(&BUILT_IN_FILES, &mut files);
    files
}

fn listing(root: &Path, folder: &str, at: Place, sink: &mut Sink) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let listing = walk::listing(root, folder)?;
    for (path, problem) in listing.refused {
        sink.push(problem.diag(&format!("{folder}/{path}")).at(at, "theme named here"));
    }
    for path in listing.paths {
        let file = root.join(folder).join(&path);
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        files.insert(path, bytes);
    }
    Ok(files)
}

fn known_themes(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = vec![BUILT_IN.to_owned()];
    let base = root.join("themes");
    if base.is_dir() {
        for entry in std::fs::read_dir(&base).with_context(|| format!("cannot list {}", base.display()))? {
            let entry = entry.with_context(|| format!("cannot list {}", base.display()))?;
            if entry.path().is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}
