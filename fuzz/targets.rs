//! What reads bytes of strangers, and what must hold whatever the bytes are: for `cargo fuzz` and for the tests
//! (`tests/it/hostile/noise.rs`), which throw changed seeds at the same functions.

use std::io::{Cursor, Write as _};
use std::path::Path;

use ocop::diag::{FileId, Files, Sink, emit};
use ocop::load::reader::{Field, Reader};
use ocop::load::records::{ArticleHead, DecisionsFile, PlacesFile, ProducerRecord, ProductRecord, SiteRecord};
use ocop::model::{Gtin, Languages, Slug, clean, fold, slugify, words};
use ocop::pages::prose;
use ocop::render::photo::{Size, develop};

/// Panics where something does not hold.
pub type Target = fn(&[u8]);

/// Name, seeds and function of every target.
pub const ALL: [(&str, Target); 9] = [
    ("records", records),
    ("front_matter", front_matter),
    ("markdown", markdown),
    ("folding", folding),
    ("gtin", gtin),
    ("import_csv", import_csv),
    ("import_xlsx", import_xlsx),
    ("images", images),
    ("requests", requests),
];

fn languages() -> Languages {
    Languages::new(&["vi", "en"]).expect("two languages")
}

fn record<T: Field>(text: &str, languages: &Languages) -> Sink {
    let mut reader = Reader::new(FileId(0), languages);
    let _: Option<T> = reader.document(text);
    reader.sink
}

/// A record of any kind; every message points into the file.
pub fn records(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let languages = languages();
    for sink in [
        record::<ProductRecord>(text, &languages),
        record::<ProducerRecord>(text, &languages),
        record::<SiteRecord>(text, &languages),
        record::<DecisionsFile>(text, &languages),
        record::<PlacesFile>(text, &languages),
    ] {
        printed(&sink, text.len());
    }
}

/// The head of a page and what follows.
pub fn front_matter(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut sink = Sink::new();
    if let Some((_, body)) = ocop::load::front_matter(text, FileId(0), &languages(), &mut sink) {
        assert!(text.is_char_boundary(body));
    }
    printed(&sink, text.len());
    let _: Sink = record::<ArticleHead>(text, &languages());
}

fn printed(sink: &Sink, length: usize) {
    let mut files = Files::new(Path::new("/nonexistent"));
    files.add("x.toml");
    for diag in sink.sorted(&files) {
        assert!(!diag.message.is_empty());
        for (place, _) in &diag.labels {
            assert!(
                place.start <= place.end && place.end as usize <= length,
                "{place:?} in {length}: {}",
                diag.message
            );
        }
    }
    let said = emit::human(sink, &files, emit::Style::Plain);
    assert!(said.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')), "{said:?}");
    assert!(emit::github(sink, &files).lines().count() <= emit::json(sink, &files).lines().count());
}

/// Markup of a text holds nothing that runs.
pub fn markdown(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let resolve = |target: &str| {
        if target.starts_with("https://") {
            prose::Target::Good(target.to_owned().into())
        } else {
            prose::Target::Refused
        }
    };
    let html = prose::html(text, resolve);
    for tag in html.split('<').skip(1) {
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        assert!(
            !["script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "base", "link", "meta"]
                .contains(&name.as_str()),
            "{tag}"
        );
        // Names of attributes stand outside of quotes.
        let attributes: String =
            tag.split('>').next().unwrap_or("").split('"').step_by(2).collect::<Vec<_>>().join("\"");
        // Outside of tags they are letters.
        let inside = tag.split('>').next().unwrap_or("").to_ascii_lowercase();
        for bad in ["href=\"javascript:", "href=\"data:", "href=\"vbscript:"] {
            assert!(!inside.contains(bad), "{html}");
        }
        assert!(!attributes.to_ascii_lowercase().split_whitespace().skip(1).any(|one| one.starts_with("on")), "{tag}");
    }
    let short = prose::excerpt(text, 100);
    assert!(short.chars().count() <= 101, "{short}");
}

/// Folding is stable, and so are texts and slugs made of anything.
pub fn folding(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let folded = fold(&text);
    assert_eq!(fold(&folded), folded, "{text:?}");
    for word in words(&text) {
        assert!(!word.folded.is_empty());
    }
    let slug = slugify(&text);
    assert!(slug.is_empty() || Slug::try_from(slug.as_str()).is_ok(), "{slug}");
    assert_eq!(slugify(&slug), slug);
    let (cleaned, _) = clean(&text);
    assert_eq!(clean(&cleaned).0, cleaned, "{text:?}");
    assert!(cleaned.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')), "{cleaned:?}");
}

/// A number that is read is written the same way.
pub fn gtin(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(gtin) = text.parse::<Gtin>() {
        assert!(gtin.padded().ends_with(&*text) && gtin.padded().len() == 14, "{text}");
    }
}

pub fn import_csv(data: &[u8]) {
    table(data, "csv");
}

/// Workbooks of all kinds: the beginning does not tell which one was meant. `-- name --` begins the parts of an archive that
/// is still to be packed, so that changed parts get past its sums.
pub fn import_xlsx(data: &[u8]) {
    let packed;
    let data = if data.starts_with(b"-- ") {
        packed = pack(&String::from_utf8_lossy(data));
        &packed
    } else {
        data
    };
    table(data, "xlsx");
    table(data, "ods");
    table(data, "xls");
}

fn pack(parts: &str) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for part in parts.split("\n-- ").take(20) {
        let Some((name, text)) = part.trim_start_matches("-- ").split_once(" --\n") else { continue };
        // A name that is there already is no part.
        if out.start_file(name, stored).is_ok() {
            out.write_all(text.as_bytes()).expect("memory takes everything");
        }
    }
    out.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn table(data: &[u8], ending: &str) {
    let folder = tempfile::tempdir().expect("a folder for the list");
    let path = folder.path().join(format!("list.{ending}"));
    std::fs::write(&path, data).expect("write the list");
    if let Ok(sheets) = ocop::office::book::read(&path) {
        for sheet in sheets {
            assert!(sheet.rows.len() <= 200_000 && sheet.width() <= 300, "{}", sheet.name);
        }
    }
}

/// A picture that is unpacked has the size that was asked for.
pub fn images(data: &[u8]) {
    let wanted = Size { width: 40, height: 30 };
    if let Ok(picture) = develop(data, wanted) {
        assert_eq!((picture.width(), picture.height()), (wanted.width, wanted.height));
    }
    if let Ok(probe) = ocop::load::look_at_photo(data) {
        assert!(probe.width > 0 && u64::from(probe.width) * u64::from(probe.height) <= 100_000_000);
    }
}

/// A request as three parts: method, target, headers as lines.
pub fn requests(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.lines();
    let first = lines.next().unwrap_or("");
    let (method, target) = first.split_once(' ').unwrap_or((first, "/"));
    let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(": ")).collect();
    if let Some(answer) = ocop::cli::answered(method, target, &headers) {
        assert!(!String::from_utf8_lossy(&answer.bytes).contains("root:"), "{text}");
        assert!(matches!(answer.status, 200 | 301 | 302 | 400 | 403 | 404 | 405 | 413), "{}: {text}", answer.status);
        if let Some(to) = answer.location {
            assert!(
                to.starts_with('/') && !to.starts_with("//") && to.bytes().all(|byte| byte.is_ascii_graphic()),
                "{to}"
            );
        }
    }
}
