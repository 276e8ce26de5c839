//! A small catalogue in a folder of its own, and what a user does with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ocop::diag::Level;
use ocop::diag::emit::{self, Style};
use ocop::publish::memory::Memory;
use ocop::resolve::Choices;
use ocop::{Checked, Progress};

/// A sound catalogue that tests lay their own files over: one producer, one product, places of both times.
const GROUND: &str = r#"
-- ocop.toml --
base_url = "https://ocop.example/"
languages = ["vi", "en"]
title = { vi = "Đặc sản thử", en = "Test specialities" }
-- content/places.toml --
[[place]]
id = "tinh-thai-nguyen"
name = "Thái Nguyên"
type = "province"
code = "19"
[[place]]
id = "xa-tan-cuong"
name = "Tân Cương"
type = "commune"
code = "05488"
parent = "tinh-thai-nguyen"
-- content/producers/htx-a/producer.toml --
name = "Hợp tác xã A"
type = "cooperative"
place = "xa-tan-cuong"
-- content/products/tra/product.toml --
id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#;

/// The day on which tests take place, unless they say otherwise.
pub const TODAY: &str = "2025-07-31";

pub struct Site {
    folder: tempfile::TempDir,
    today: String,
    base_url: Option<String>,
    drafts: bool,
}

impl Site {
    /// The sound catalogue with the given files laid over it: `-- path --` lines, each followed by the file;
    /// `-- path -> target --` is a symbolic link.
    pub fn new(files: &str) -> Self {
        Self::empty(GROUND).with(files)
    }

    /// Only the given files.
    pub fn empty(files: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder, today: TODAY.into(), base_url: None, drafts: false }.with(files)
    }

    /// A product whose record has these further lines.
    pub fn product(lines: &str) -> Self {
        Self::new(&format!("-- content/products/tra/product.toml --\n{PRODUCT}{lines}"))
    }

    pub fn with(self, files: &str) -> Self {
        for (path, text) in split(files) {
            match path.split_once(" -> ") {
                Some((link, target)) => self.link(link, target),
                None => self.edit(&path, &text),
            }
        }
        self
    }

    pub fn today(mut self, day: &str) -> Self {
        self.today = day.into();
        self
    }

    pub fn base_url(mut self, url: &str) -> Self {
        self.base_url = Some(url.into());
        self
    }

    pub fn drafts(mut self) -> Self {
        self.drafts = true;
        self
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file; `\xff` in the text stands for that byte.
    pub fn edit(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("make the folder");
        let mut bytes = Vec::new();
        let mut rest = text;
        while let Some(index) = rest.find("\\x") {
            bytes.extend_from_slice(&rest.as_bytes()[..index]);
            bytes.push(u8::from_str_radix(&rest[index + 2..index + 4], 16).expect("two hexadecimal digits"));
            rest = &rest[index + 4..];
        }
        bytes.extend_from_slice(rest.as_bytes());
        std::fs::write(path, bytes).expect("write the file");
    }

    /// A symbolic link.
    pub fn link(&self, path: &str, target: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("make the folder");
        std::os::unix::fs::symlink(target, path).expect("make the link");
    }

    /// A small picture of one colour.
    pub fn picture(&self, path: &str, width: u32, height: u32) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("make the folder");
        image::RgbImage::from_pixel(width, height, image::Rgb([200, 60, 40])).save(path).expect("write the picture");
    }

    pub fn choices(&self) -> Choices {
        Choices { today: self.today.parse().expect("a day"), base_url: self.base_url.clone(), drafts: self.drafts }
    }

    pub fn check(&self) -> Seen {
        Seen(ocop::check(self.root(), &self.choices()).expect("the disk works"))
    }

    /// Renders the whole site, which must be without mistakes.
    pub fn build(&self) -> Built {
        let (checked, memory) = ocop::preview(self.root(), &self.choices(), &Silent).expect("the disk works");
        let seen = Seen(checked);
        assert_eq!(seen.0.sink.count(Level::Error), 0, "{}", seen.messages());
        Built { memory }
    }

    /// Renders what can be rendered, as the preview does.
    pub fn build_anyway(&self) -> Built {
        Built { memory: ocop::preview(self.root(), &self.choices(), &Silent).expect("the disk works").1 }
    }

    /// Runs the program in the folder of the catalogue.
    pub fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_ocop"))
            .args(arguments)
            .current_dir(self.root())
            .env_remove("SOURCE_DATE_EPOCH")
            .env("NO_COLOR", "1")
            .output()
            .expect("the program starts")
    }
}

/// Lines of the product that [`Site::product`] begins with.
const PRODUCT: &str = r#"id = "tn-0001"
name = { vi = "Trà hoa vàng", en = "Golden camellia tea" }
producer = "htx-a"
place = "xa-tan-cuong"
group = "drink.tea"
"#;

/// `-- path --` sections of a text.
pub fn split(files: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in files.lines() {
        if let Some(path) = line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            out.push((path.to_owned(), String::new()));
        } else if let Some((_, text)) = out.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    out
}

/// What a check found.
pub struct Seen(pub Checked);

impl Seen {
    /// All messages as a person reads them.
    pub fn messages(&self) -> String {
        emit::human(&self.0.sink, self.0.files(), Style::Plain)
    }

    /// The codes of all messages, sorted, each once.
    pub fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<_> = self.0.sink.sorted(self.0.files()).iter().map(|diag| diag.code.id).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

/// A rendered site.
pub struct Built {
    memory: Memory,
}

impl Built {
    pub fn has(&self, path: &str) -> bool {
        self.memory.get(path).is_some()
    }

    /// A file as text.
    #[track_caller]
    pub fn text(&self, path: &str) -> String {
        let Some(file) = self.memory.get(path) else {
            let all: Vec<&str> = self.memory.paths().collect();
            panic!("no {path} among:\n{}", all.join("\n"));
        };
        String::from_utf8(file.bytes.to_vec()).expect("text")
    }

    /// What a compressed file (gzip without a name) holds.
    #[track_caller]
    pub fn unpacked(&self, path: &str) -> Vec<u8> {
        const HEAD: usize = 10;
        const TAIL: usize = 8;
        let bytes = &self.memory.get(path).unwrap_or_else(|| panic!("no {path}")).bytes;
        miniz_oxide::inflate::decompress_to_vec(&bytes[HEAD..bytes.len() - TAIL]).expect("a compressed file")
    }

    /// Only what is inside `<main>`, so that a new footer breaks one test and not eighty.
    #[track_caller]
    pub fn main(&self, path: &str) -> String {
        let text = self.text(path);
        let start = text.find("<main").expect("a page has a main part");
        let end = text.find("</main>").expect("a page has a main part");
        text[start..end].to_owned()
    }

    /// The words of the main part of a page, without markup, blanks made one.
    #[track_caller]
    pub fn words(&self, path: &str) -> String {
        words(&self.main(path))
    }

    #[track_caller]
    pub fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.text(path)).expect("valid JSON")
    }

    /// The structured data of a page.
    #[track_caller]
    pub fn jsonld(&self, path: &str) -> serde_json::Value {
        let text = self.text(path);
        let start = text.find("<script type=\"application/ld+json\">").expect("a page with structured data") + 35;
        let end = start + text[start..].find("</script>").expect("the script ends");
        serde_json::from_str(&text[start..end]).expect("valid JSON")
    }

    pub fn paths(&self) -> Vec<String> {
        self.memory.paths().map(str::to_owned).collect()
    }

    /// Every file with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.memory
            .paths()
            .map(|path| (path.to_owned(), self.memory.get(path).expect("listed").bytes.to_vec()))
            .collect()
    }
}

/// Markup taken off, entities read, blanks made one.
pub fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => {
                inside = true;
                out.push(' ');
            }
            '>' => inside = false,
            _ if !inside => out.push(letter),
            _ => {}
        }
    }
    let out = out
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace('\u{a0}', " ");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _files: usize) {}
    fn tick(&self) {}
    fn end(&self) {}
}
