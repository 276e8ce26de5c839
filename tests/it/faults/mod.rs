//! What can go wrong in the world around the program: a killed process, a full disk, files that go away while they are
//! read, two programs at once, a power cut. What is promised for each is in `docs/reliability.md`.
//!
//! A few tries in a normal run. All of it, with the rows of the table in `docs/reliability.md`:
//! `OCOP_FAULT_TRIES=1000 cargo test --release faults -- --nocapture`. `OCOP_PROGRAM` names another program to be tried.
//!
//! The moments are drawn from a fixed sequence; what the program does at a moment differs from run to run.

mod build;
mod disk;
mod import;
mod inputs;
mod order;
mod same;
mod serve;
mod two;

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::site::Site;

/// As many as were asked for, else `few`.
fn tries(few: u32) -> u32 {
    std::env::var("OCOP_FAULT_TRIES").map_or(few, |tries| tries.parse().expect("OCOP_FAULT_TRIES is a number"))
}

/// The program, run in the folder of a catalogue.
fn ocop(site: &Site, arguments: &[&str]) -> Command {
    let program = std::env::var("OCOP_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_ocop").to_owned());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(site.root());
    command.env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

/// A command that nobody listens to.
fn quiet(mut command: Command) -> Command {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// All that a command printed, and its exit code.
fn ended(output: &Output) -> (i32, String) {
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(!text.contains("panicked"), "{text}");
    (output.status.code().expect("it was not killed"), text)
}

/// Runs a command that must end with `code`; what it printed.
#[track_caller]
fn run(site: &Site, arguments: &[&str], code: i32) -> String {
    let (found, text) = ended(&ocop(site, arguments).output().expect("the program starts"));
    assert_eq!(found, code, "{arguments:?}: {text}");
    text
}

/// Kills a process. True when it was still at work.
fn kill(mut child: Child) -> bool {
    child.kill().expect("it can be killed");
    child.wait().expect("it has ended").signal() == Some(9)
}

/// Waits until an import has begun to write. It may end before that is seen.
fn wait_for_journal(import: &mut Child, root: &Path) {
    let journal = root.join(".ocop/import-journal.json");
    wait_until(Duration::from_secs(10), || journal.exists() || import.try_wait().expect("it is there").is_some());
}

/// Every file below a folder with its bytes. Links are not followed.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("the folder can be listed");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("it lies in the folder");
            files.insert(path.display().to_string(), std::fs::read(entry.path()).expect("it can be read"));
        }
    }
    files
}

/// Waits, looking again and again, until something is true. False when that takes too long.
fn wait_until(most: Duration, mut is_true: impl FnMut() -> bool) -> bool {
    let begin = Instant::now();
    while !is_true() {
        if begin.elapsed() > most {
            return false;
        }
        std::thread::sleep(Duration::from_micros(100));
    }
    true
}

/// Marsaglia's xorshift: enough to spread moments, and the same ones every time.
struct Moments(u64);

impl Moments {
    fn number(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    /// A moment within `most`.
    fn next(&mut self, most: Duration) -> Duration {
        most.mul_f64(self.number() as f64 / (1u64 << 53) as f64)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.number()).expect("64 bits") % count
    }
}

/// A row of the table in `docs/reliability.md`. Who comes so far has lost nothing: every loss ends a test.
fn row(fault: &str, tries: u32, hit: u32, seen: &str) {
    println!("| {fault} | {tries} | {hit} | 0 | {seen} |");
}

/// A file system in memory, of so many KB. Only root can make one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None`, with a word about it, where that is not permitted.
    fn mount(at: &Path, kilobytes: u32) -> Option<Self> {
        std::fs::create_dir_all(at).expect("make the folder");
        let size = format!("size={kilobytes}k,mode=755");
        let mounted = mount(&["-t", "tmpfs", "-o", &size, "tmpfs"], at);
        if !mounted {
            println!("skipped: mounting a small disk is not permitted here");
        }
        mounted.then(|| Self(at.to_owned()))
    }

    fn free(&self) -> u64 {
        let found = rustix::fs::statvfs(&self.0).expect("the disk is there");
        found.f_bavail * found.f_frsize
    }

    /// Leaves only so many bytes free.
    fn fill(&self, leave: u64) {
        let ballast = self.0.join(".ballast");
        let _ = std::fs::remove_file(&ballast);
        let size = self.free().saturating_sub(leave);
        std::fs::write(ballast, vec![b'x'; usize::try_from(size).expect("a small disk")]).expect("it fits");
    }

    fn empty(&self) {
        std::fs::remove_file(self.0.join(".ballast")).expect("the ballast is there");
    }

    fn make_read_only(&self) {
        assert!(mount(&["-o", "remount,ro"], &self.0), "a mounted disk can be made read-only");
    }
}

fn mount(arguments: &[&str], at: &Path) -> bool {
    quiet(Command::new("mount")).args(arguments).arg(at).status().is_ok_and(|status| status.success())
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = quiet(Command::new("umount")).arg("-l").arg(&self.0).status();
    }
}

/// The catalogue's own files and what a build makes; anything else is a leftover.
fn leftovers(site: &Site, known: &[&str]) -> Vec<String> {
    let names = std::fs::read_dir(site.root()).expect("list").map(|entry| entry.expect("entry").file_name());
    let usual = ["ocop.toml", "content", "public", ".ocop"];
    let mut left: Vec<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| !usual.contains(&name.as_str()) && !known.contains(&name.as_str()))
        .collect();
    for entry in walkdir::WalkDir::new(site.root()) {
        let path = entry.expect("the folder can be listed").into_path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if [".ocop-new", ".unfinished", ".part"].iter().any(|ending| name.ends_with(ending))
            || name == "import-journal.json"
        {
            left.push(path.display().to_string());
        }
    }
    left
}
