//! A module of the theme with everything it imports, as one module without comments.
//!
//! Not a bundler: it understands modules that are written plainly (imports of one line by their own names, one folder, no
//! name at the top of two modules) and leaves all others as they are; they work the same, with more requests.

use std::collections::BTreeSet;

/// A module and those that went into it.
pub struct Joined {
    pub bytes: Vec<u8>,
    /// Paths in the theme, the entry left out.
    pub parts: BTreeSet<String>,
}

/// The joined module, or `None` where one of its parts is not written plainly.
pub fn modules(scripts: &[(&str, &Vec<u8>)], entry: &str) -> Option<Joined> {
    let (folder, _) = entry.rsplit_once('/')?;
    let mut join = Join { scripts, folder, done: BTreeSet::new(), names: BTreeSet::new(), out: String::new() };
    join.add(entry, true)?;
    join.done.remove(entry);
    Some(Joined { bytes: join.out.into_bytes(), parts: join.done })
}

struct Join<'a> {
    scripts: &'a [(&'a str, &'a Vec<u8>)],
    folder: &'a str,
    done: BTreeSet<String>,
    names: BTreeSet<String>,
    out: String,
}

impl Join<'_> {
    /// Imported modules come before those that need them.
    fn add(&mut self, path: &str, is_entry: bool) -> Option<()> {
        if !self.done.insert(path.to_owned()) {
            return Some(());
        }
        let (_, bytes) = self.scripts.iter().find(|(name, _)| *name == path)?;
        let text = std::str::from_utf8(bytes).ok()?;
        let mut body = String::with_capacity(text.len());
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
                let module = imported(line)?;
                self.add(&format!("{}/{module}", self.folder), false)?;
                continue;
            }
            let own = if is_entry { line } else { line.strip_prefix("export ").unwrap_or(line) };
            if own.starts_with("export {") || own.starts_with("export default") || own.starts_with("export *") {
                return None;
            }
            if let Some(name) = declared(line)
                && !self.names.insert(name.to_owned())
            {
                return None;
            }
            body.push_str(own.trim());
            body.push('\n');
        }
        self.out.push_str(&body);
        Some(())
    }
}

/// `store.js` of `import { Store } from './store.js';`.
fn imported(line: &str) -> Option<&str> {
    let names = line.strip_prefix("import {")?;
    let (names, module) = names.split_once("} from './")?;
    let module = module.strip_suffix("';")?;
    (!names.contains(" as ") && !module.contains('/')).then_some(module)
}

/// The name that a line at the top of a module declares.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("export ").unwrap_or(line);
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = ["const ", "let ", "class ", "function "].into_iter().find_map(|word| line.strip_prefix(word))?;
    Some(&rest[..rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(rest.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(files: &[(&str, &str)]) -> Option<String> {
        let bytes: Vec<(&str, Vec<u8>)> = files.iter().map(|(path, text)| (*path, text.as_bytes().to_vec())).collect();
        let scripts: Vec<(&str, &Vec<u8>)> = bytes.iter().map(|(path, bytes)| (*path, bytes)).collect();
        modules(&scripts, "js/a.js").map(|joined| String::from_utf8(joined.bytes).expect("text"))
    }

    #[test]
    fn a_module_is_published_with_what_it_imports() {
        let files = [
            (
                "js/a.js",
                "// A\nimport { b } from './b.js';\nimport { c } from './c.js';\nexport const a = () => b + c;\n",
            ),
            ("js/b.js", "import { c } from './c.js';\n/**\n * B\n */\nexport const b = c;\n"),
            ("js/c.js", "export const c = 1; // one\n"),
        ];
        assert_eq!(
            joined(&files).as_deref(),
            Some("const c = 1; // one\nconst b = c;\nexport const a = () => b + c;\n")
        );
    }

    #[test]
    fn modules_that_are_not_written_plainly_stay_as_they_are() {
        let with = |a: &str, b: &str| joined(&[("js/a.js", a), ("js/b.js", b)]);
        assert_eq!(with("import { b as c } from './b.js';\n", "export const b = 1;\n"), None);
        assert_eq!(with("import b from './b.js';\n", "export default 1;\n"), None);
        assert_eq!(with("import { b } from './b.js';\nconst d = 1;\n", "const d = 2;\nexport const b = d;\n"), None);
        assert_eq!(with("import { b } from './gone.js';\n", ""), None);
        assert_eq!(with("import { b } from '../b.js';\n", ""), None);
        assert!(with("import { b } from './b.js';\n", "export const b = 1;\n").is_some());
    }
}
