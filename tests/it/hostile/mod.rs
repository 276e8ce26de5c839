//! Files of strangers, careless or hostile: nothing crashes, hangs, takes the memory or gets out unescaped.

mod bombs;
mod disk;
mod letters;
mod many;
mod markup;
mod nesting;
mod noise;
mod tables;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::site::Site;

/// What stands in place of every ☠ of `tests/sites/hostile`: ways out of elements, attributes, scripts, comments,
/// templates and data.
pub const PAYLOAD: &str = include_str!("../../sites/hostile/payload.txt").trim_ascii_end();

/// The catalogue in which every text is an attack, its interface texts among them.
pub fn attacked() -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/sites/hostile");
    let site = Site::empty("");
    let quoted = PAYLOAD.replace('\\', "\\\\").replace('"', "\\\"");
    for entry in
        walkdir::WalkDir::new(&folder).into_iter().filter_map(Result::ok).filter(|entry| entry.path().is_file())
    {
        let path = entry.path().strip_prefix(&folder).expect("below the folder").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(entry.path()).expect("read the file");
        let text = match text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")) {
            _ if path.ends_with(".toml") => text.replace('☠', &quoted),
            Some((head, body)) => format!("+++\n{}\n+++\n{}", head.replace('☠', &quoted), body.replace('☠', PAYLOAD)),
            None => text.replace('☠', PAYLOAD),
        };
        site.edit(&path, &text);
    }
    for lang in ["vi", "en"] {
        let texts = std::fs::read_to_string(root.join(format!("themes/gido/i18n/{lang}.ftl"))).expect("the texts");
        site.edit(&format!("overrides/i18n/{lang}.ftl"), &attacked_texts(&texts));
    }
    for picture in ["products/tra/front.png", "products/tra/back.png", "producers/htx-a/nha.png"] {
        site.picture(&format!("content/{picture}"), 40, 30);
    }
    site
}

/// The catalogue of [`attacked`] as a portal that one like it takes part in, published by somebody else.
pub fn attacked_portal() -> Site {
    let settings = |site: &Site| std::fs::read_to_string(site.path("ocop.toml")).expect("the settings");
    let member = attacked();
    member.edit("ocop.toml", &settings(&member).replace("https://cho.example/danh-muc/", "https://ke-gian.example/x/"));
    let portal = attacked();
    for (path, bytes) in member.build().files() {
        if path == "api/catalogue.json" || path.starts_with("search/") {
            let path = portal.path(&format!("members/cho/{path}"));
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
            std::fs::write(path, bytes).expect("write what was fetched");
        }
    }
    let title = PAYLOAD.replace('\\', "\\\\").replace('"', "\\\"");
    let joined = format!("\n[[federation.member]]\nid = \"cho\"\nfolder = \"members/cho\"\ntitle = \"Chợ {title}\"\n");
    portal.edit("ocop.toml", &(settings(&portal) + &joined));
    portal
}

/// Interface texts of one line, the payload behind each; what must stay a part of an address or a sign stays.
fn attacked_texts(texts: &str) -> String {
    let payload = PAYLOAD.replace('{', "\u{1}").replace('}', "{\"}\"}").replace('\u{1}', "{\"{\"}");
    let lines: Vec<&str> = texts.lines().collect();
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        let is_alone = lines.get(index + 1).is_none_or(|next| !next.starts_with(' '));
        if let Some((key, value)) = line.split_once(" = ")
            && is_alone
            && !value.contains('{')
            && !key.starts_with("path_")
            && !key.ends_with("_separator")
            && !key.starts_with([' ', '#'])
        {
            let _ = writeln!(out, "{key} = {value} {payload}");
        }
    }
    assert!(out.lines().count() > 300, "most texts are in the list");
    out
}

/// Runs the program in a catalogue; it must end in time and never hold more memory.
#[track_caller]
pub fn bounded(site: &Site, arguments: &[&str], time: Duration, megabytes: u64) -> Output {
    let output = site.path(".output");
    let errors = site.path(".errors");
    let mut child = Command::new(env!("CARGO_BIN_EXE_ocop"))
        .args(arguments)
        .current_dir(site.root())
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .stdout(std::fs::File::create(&output).expect("a file for the output"))
        .stderr(std::fs::File::create(&errors).expect("a file for the errors"))
        .spawn()
        .expect("the program starts");
    let begin = Instant::now();
    let mut most = 0;
    let status = loop {
        most = most.max(peak(child.id()));
        if let Some(status) = child.try_wait().expect("the program can be asked") {
            break status;
        }
        if begin.elapsed() > time || most > megabytes {
            child.kill().expect("the program can be ended");
            let status = child.wait().expect("the program ends");
            panic!("{arguments:?}: {:?}, {most} MB, {status}", begin.elapsed());
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let read = |path| std::fs::read(path).expect("what was said");
    let output = Output { status, stdout: read(&output), stderr: read(&errors) };
    // Anything else is a crash.
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(status.code(), Some(0..=2)) && !errors.contains("panicked"), "{status}: {errors}");
    output
}

/// The most memory that a process has held so far, in megabytes; 0 where the system does not tell.
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// For what takes a moment, on a machine that is busy with other tests.
pub const SOON: Duration = Duration::from_secs(60);
