//! The files of the theme: one style sheet, scripts, fonts, pictures, each under a name that changes with its content.

mod join;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::load::Theme;
use crate::model::Stock;

use super::SitePath;
use join::Joined;

const FOLDER: &str = "assets";

/// Published with all that it imports, so that a first answer costs one request for scripts and not one for each module.
const MAIN: &str = "js/main.js";
const SEARCH_ENGINE: &str = "js/search/engine.js";
/// Style sheets of pages made for paper.
const PAPER: &str = "css/paper/";

/// Fonts of documents typeset here; browsers get others.
const PRINT_FONTS: &str = "fonts/print/";

/// Where the files of the theme lie, for templates.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub css: String,
    /// The sheet of pages made for paper, which no other page loads.
    pub paper: String,
    /// The main script; empty when the theme has none.
    pub js: String,
    /// Every script that pages need, the main one too.
    pub scripts: Vec<String>,
    /// Path below the theme (`img/logo.svg`) → path in the site.
    pub files: BTreeMap<String, String>,
    pub preload: Vec<String>,
}

type Files = Vec<(SitePath, Arc<[u8]>)>;

/// Paths and contents of all files of the theme.
pub fn plan(theme: &Theme, stocks: &[Stock]) -> (Assets, Files) {
    let mut assets = Assets::default();
    let mut out: Files = Vec::new();
    for folder in ["fonts/", "img/"] {
        for (path, bytes) in
            files_in(theme, folder).filter(|(path, _)| !is_note(path) && !path.starts_with(PRINT_FONTS))
        {
            let hashed = format!("{FOLDER}/{}", hashed(path, &[bytes.as_slice()]));
            out.push((SitePath::file(&hashed), Arc::from(bytes.as_slice())));
            assets.files.insert(path.to_owned(), hashed);
        }
    }
    // Licences travel with the files they are for.
    for (path, bytes) in files_in(theme, "fonts/").filter(|(path, _)| path.ends_with(".txt")) {
        out.push((SitePath::file(&format!("{FOLDER}/{path}")), Arc::from(bytes.as_slice())));
    }
    let css = style_sheet(theme, &assets.files, |path| !path.starts_with(PAPER));
    assets.css = format!("{FOLDER}/{}", hashed("site.css", &[css.as_bytes()]));
    out.push((SitePath::file(&assets.css), Arc::from(css.as_bytes())));
    let mut css = style_sheet(theme, &assets.files, |path| path.starts_with(PAPER));
    for stock in stocks {
        css.push_str(&super::paper::css(stock));
    }
    assets.paper = format!("{FOLDER}/{}", hashed("paper.css", &[css.as_bytes()]));
    out.push((SitePath::file(&assets.paper), Arc::from(css.as_bytes())));
    let scripts: Vec<(&str, &Vec<u8>)> = files_in(theme, "js/").filter(|(path, _)| path.ends_with(".js")).collect();
    if !scripts.is_empty() {
        let joined = [MAIN, SEARCH_ENGINE].map(|entry| (entry, join::modules(&scripts, entry)));
        let joined: Vec<(&str, Joined)> = joined.into_iter().filter_map(|(entry, one)| Some((entry, one?))).collect();
        let whole = |path: &str| joined.iter().find(|(entry, _)| *entry == path).map(|(_, one)| one.bytes.as_slice());
        let scripts: Vec<(&str, &[u8])> =
            scripts.iter().map(|(path, bytes)| (*path, whole(path).unwrap_or(bytes.as_slice()))).collect();
        // Modules import each other by name, so the folder carries the hash of them all.
        let all: Vec<&[u8]> = scripts.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]).collect();
        let folder = format!("{FOLDER}/{}", hashed("js", &all));
        for (path, bytes) in scripts {
            let published = format!("{folder}/{}", path.trim_start_matches("js/"));
            out.push((SitePath::file(&published), Arc::from(bytes)));
            if !joined.iter().any(|(_, joined)| joined.parts.contains(path)) {
                assets.scripts.push(published);
            }
        }
        assets.js = format!("{folder}/{}", MAIN.trim_start_matches("js/"));
    }
    assets.preload = theme.preload.iter().filter_map(|path| assets.files.get(path).cloned()).collect();
    (assets, out)
}

fn files_in<'t>(theme: &'t Theme, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t Vec<u8>)> {
    theme.files.iter().filter(move |(path, _)| path.starts_with(folder)).map(|(path, bytes)| (path.as_str(), bytes))
}

fn is_note(path: &str) -> bool {
    [".txt", ".md", ".py"].iter().any(|ending| path.ends_with(ending))
}

/// `fonts/a.woff2` as `fonts/a.1a2b3c4d.woff2`.
fn hashed(path: &str, contents: &[&[u8]]) -> String {
    let mut hasher = blake3::Hasher::new();
    for content in contents {
        hasher.update(content);
    }
    let hash = &hasher.finalize().to_hex()[..10];
    match path.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
        None => format!("{path}.{hash}"),
    }
}

/// All sheets in one: tokens, base, parts, pages, print; then what the site adds.
fn style_sheet(theme: &Theme, files: &BTreeMap<String, String>, wanted: impl Fn(&str) -> bool) -> String {
    let order = |path: &str| match path {
        "css/tokens.css" => 0,
        "css/base.css" => 1,
        "css/print.css" => 4,
        _ if path.starts_with("css/parts/") => 2,
        _ if path.starts_with("css/pages/") => 3,
        _ => 5,
    };
    let mut sheets: Vec<(&str, &Vec<u8>)> =
        files_in(theme, "css/").filter(|(path, _)| path.ends_with(".css") && wanted(path)).collect();
    sheets.sort_by_key(|(path, _)| (order(path), *path));
    let mut css = String::new();
    for (_, bytes) in sheets {
        css.push_str(&squeeze(&String::from_utf8_lossy(bytes)));
    }
    for (path, hashed) in files {
        let target = hashed.trim_start_matches("assets/");
        for prefix in ["../../", "../"] {
            css = css.replace(&format!("{prefix}{path}"), target);
        }
    }
    css
}

/// Takes comments and indentation out; what is left is the same sheet, line by line.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    let mut lines = String::with_capacity(out.len());
    for line in out.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines.push_str(line);
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezing_keeps_rules_and_drops_comments() {
        assert_eq!(squeeze("/* a */\na {\n  color: red; /* b */\n}\n\n"), "a {\ncolor: red;\n}\n");
    }

    #[test]
    fn names_change_with_content() {
        assert_ne!(hashed("a.css", &[b"1"]), hashed("a.css", &[b"2"]));
        assert!(hashed("fonts/a.woff2", &[b"x"]).starts_with("fonts/a."));
    }
}
