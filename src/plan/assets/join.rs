//! A module of the theme with everything it imports, as one module without comments.
//!
//! Not a bundler: it understands modules that are written plainly (imports and exports of one line by name, one folder) and
//! leaves all others as they are; they work the same, with more requests. Each imported module becomes a function that
//! gives its exports, so that its own names stay its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A module and those that went into it.
pub struct Joined {
    pub bytes: Vec<u8>,
    /// Paths in the theme of the modules that are in it and that no other module asks for; the entry left out.
    pub parts: BTreeSet<String>,
}

/// The joined module, or `None` where one of its parts is not written plainly.
pub fn modules(scripts: &[(&str, &Vec<u8>)], entry: &str) -> Option<Joined> {
    let (folder, _) = entry.rsplit_once('/')?;
    let mut join = Join { scripts, folder, names: BTreeMap::new(), open: BTreeSet::new(), out: String::new() };
    let body = join.read(entry, true)?.body;
    join.out.push_str(&body);
    let inside = |path: &str| path == entry || join.names.contains_key(path);
    let others: Vec<(&str, &str)> = scripts
        .iter()
        .filter(|(path, _)| !inside(path))
        .map(|(path, bytes)| (*path, std::str::from_utf8(bytes).unwrap_or_default()))
        .collect();
    let parts = join.names.keys().filter(|path| !others.iter().any(|(other, text)| asks_for(other, text, path)));
    let parts = parts.cloned().collect();
    Some(Joined { bytes: join.out.into_bytes(), parts })
}

/// Whether a module names another one, in any kind of import: `'../typing.js'`.
fn asks_for(module: &str, text: &str, path: &str) -> bool {
    let Some((folder, _)) = module.rsplit_once('/') else { return false };
    text.split(['\'', '"', '`']).filter(|piece| piece.ends_with(".js") && piece.starts_with('.')).any(|piece| {
        let mut parts: Vec<&str> = folder.split('/').collect();
        for step in piece.split('/') {
            match step {
                "." => {}
                ".." => drop(parts.pop()),
                _ => parts.push(step),
            }
        }
        parts.join("/") == path
    })
}

struct Join<'a> {
    scripts: &'a [(&'a str, &'a Vec<u8>)],
    folder: &'a str,
    /// What the exports of a module that is in are called.
    names: BTreeMap<String, String>,
    /// Modules that are being read: one that imports itself in a circle is not written plainly.
    open: BTreeSet<String>,
    out: String,
}

/// A module without comments and imports.
struct Module {
    body: String,
    exports: Vec<String>,
}

impl Join<'_> {
    /// Imported modules come before those that need them.
    fn add(&mut self, path: &str) -> Option<String> {
        if let Some(name) = self.names.get(path) {
            return Some(name.clone());
        }
        let Module { body, exports } = self.read(path, false)?;
        let name = format!("m{}", self.names.len());
        let exports = exports.join(", ");
        write!(self.out, "const {name} = (() => {{\n{body}return {{ {exports} }};\n}})();\n").expect("memory takes it");
        self.names.insert(path.to_owned(), name.clone());
        Some(name)
    }

    fn read(&mut self, path: &str, is_entry: bool) -> Option<Module> {
        if !self.open.insert(path.to_owned()) {
            return None;
        }
        let (_, bytes) = self.scripts.iter().find(|(name, _)| *name == path)?;
        let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains("import.meta"))?;
        let mut module = Module { body: String::with_capacity(text.len()), exports: Vec::new() };
        let mut in_comment = false;
        for line in text.lines() {
            let code = line.trim();
            in_comment |= code.starts_with("/*");
            if in_comment {
                in_comment = !code.ends_with("*/");
                continue;
            }
            if code.is_empty() || code.starts_with("//") {
                continue;
            }
            if line.starts_with("import ") {
                let (names, file) = imported(line)?;
                let from = self.add(&format!("{}/{file}", self.folder))?;
                let names = names.replace(" as ", ": ");
                writeln!(module.body, "const {{{names}}} = {from};").expect("memory takes it");
                continue;
            }
            let mut own = line;
            if let Some(rest) = line.strip_prefix("export ") {
                module.exports.push(declared(rest)?.to_owned());
                own = if is_entry { line } else { rest };
            }
            module.body.push_str(own.trim());
            module.body.push('\n');
        }
        self.open.remove(path);
        Some(module)
    }
}

/// ` Store ` and `store.js` of `import { Store } from './store.js';`.
fn imported(line: &str) -> Option<(&str, &str)> {
    let (names, file) = line.strip_prefix("import {")?.split_once("} from './")?;
    let file = file.strip_suffix("';")?;
    (!file.contains('/')).then_some((names, file))
}

/// The name that the rest of an `export` declares, if its value cannot change after the module has run.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = ["const ", "class ", "function ", "function* "].into_iter().find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(files: &[(&str, &str)]) -> Option<(String, Vec<String>)> {
        let bytes: Vec<(&str, Vec<u8>)> = files.iter().map(|(path, text)| (*path, text.as_bytes().to_vec())).collect();
        let scripts: Vec<(&str, &Vec<u8>)> = bytes.iter().map(|(path, bytes)| (*path, bytes)).collect();
        modules(&scripts, "js/a.js")
            .map(|joined| (String::from_utf8(joined.bytes).expect("text"), joined.parts.into_iter().collect()))
    }

    #[test]
    fn a_module_is_published_with_what_it_imports() {
        let files = [
            (
                "js/a.js",
                "// A\nimport { b as d } from './b.js';\nimport { c } from './c.js';\nexport const a = () => d + c;\n",
            ),
            ("js/b.js", "import { c } from './c.js';\n/**\n * B\n */\nexport const b = c;\n"),
            ("js/c.js", "export const c = 1; // one\n"),
        ];
        let (text, parts) = joined(&files).expect("plain modules");
        assert_eq!(
            text,
            "const m0 = (() => {\nexport_c\n})();\n".replace("export_c", "const c = 1; // one\nreturn { c };")
                + "const m1 = (() => {\nconst { c } = m0;\nconst b = c;\nreturn { b };\n})();\n"
                + "const { b: d } = m1;\nconst { c } = m0;\nexport const a = () => d + c;\n"
        );
        assert_eq!(parts, ["js/b.js", "js/c.js"]);
    }

    #[test]
    fn a_module_that_others_ask_for_too_is_no_part_of_one_alone() {
        let files = [
            ("js/a.js", "import { b } from './b.js';\nimport { c } from './c.js';\nb(c);\n"),
            ("js/b.js", "export const b = 1;\n"),
            ("js/c.js", "export const c = 1;\n"),
            ("js/list/d.js", "import { b } from '../b.js';\n"),
        ];
        assert_eq!(joined(&files).expect("plain modules").1, ["js/c.js"]);
    }

    #[test]
    fn modules_that_are_not_written_plainly_stay_as_they_are() {
        let with = |a: &str, b: &str| joined(&[("js/a.js", a), ("js/b.js", b)]);
        assert_eq!(with("import b from './b.js';\n", "export default 1;\n"), None);
        assert_eq!(with("import { b } from './b.js';\n", "const b = 1;\nexport { b };\n"), None);
        assert_eq!(with("import { b } from './b.js';\n", "export let b = 1;\n"), None);
        assert_eq!(with("import { b } from './b.js';\n", "import { a } from './a.js';\nexport const b = 1;\n"), None);
        assert_eq!(with("import { b } from './gone.js';\n", ""), None);
        assert_eq!(with("import { b } from '../b.js';\n", ""), None);
        let (text, _) =
            with("import { b } from './b.js';\nconst d = 1;\n", "const d = 2;\nexport const b = d;\n").expect("plain");
        assert!(
            text.contains("const d = 2;") && text.contains("const d = 1;"),
            "names of a module are its own: {text}"
        );
    }
}
