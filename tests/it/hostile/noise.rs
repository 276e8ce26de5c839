//! Throws changed seeds at everything that reads bytes of strangers: the targets of `fuzz/`, with changes that are the
//! same in every run.
//!
//! `OCOP_NOISE_SECONDS=1200 cargo test --release noise` throws for twenty minutes at each target, with other changes every
//! time (`OCOP_NOISE_SEED` repeats a run). What broke something becomes a seed, so that it is thrown again for ever.

#[path = "../../../fuzz/targets.rs"]
mod targets;

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What one input may take, in a run of tests on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// In the normal run, for each target.
const SHORT: Duration = Duration::from_millis(1_500);

fn seeds(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(name);
    let walk = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = walk.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.map(|path| (path.clone(), std::fs::read(&path).expect("read the seed"))).collect()
}

/// A stream of numbers that look random (xorshift64*).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Pieces that mean something to one of the readers.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"'",
    b"[",
    b"]",
    b"[[",
    b"{",
    b"}",
    b"=",
    b".",
    b"\n",
    b"\r\n",
    b"\0",
    b"+++\n",
    b"\"\"\"",
    b"'''",
    b"#",
    b"\\u0000",
    b"\\UFFFFFFFF",
    b"9999999999999999999",
    b"-1",
    b"1e999",
    b"nan",
    b"2024-02-30",
    b"\xff",
    b"\xc3",
    b"\xe2\x80\xae",
    b"\xcc\xa3",
    b"\xc4\x90",
    b"\xef\xbb\xbf",
    b"](",
    b"![",
    b"> ",
    b"- ",
    b"`",
    b"<script>",
    b"<b onclick=x>",
    b"javascript:",
    b"&#0;",
    b"|",
    b"../",
    b"%2e%2e%2f",
    b"%00",
    b"Host: localhost\n",
    b"Host: evil.example\n",
    b"Origin: null\n",
    b"IHDR",
    b"IDAT",
    b"\xff\xd9",
    b"\xff\xda",
    b"RIFF",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"<c r=\"A1\"",
    b"<row",
    b"</",
];

fn change(seed: &[u8], others: &[(PathBuf, Vec<u8>)], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=numbers.below(8) {
        let at = numbers.below(bytes.len() + 1);
        let to = (at + numbers.below(64)).min(bytes.len());
        match numbers.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << numbers.below(8),
            1 if at < bytes.len() => bytes[at] = numbers.below(256) as u8,
            2 => drop(bytes.drain(at..to)),
            3 => {
                let piece = bytes[at..to].to_vec();
                let times = 1 + numbers.below(40);
                let place = numbers.below(bytes.len() + 1);
                bytes.splice(place..place, piece.repeat(times));
            }
            4 => {
                let (_, other) = &others[numbers.below(others.len())];
                let from = numbers.below(other.len() + 1);
                let end = (from + numbers.below(200)).min(other.len());
                bytes.splice(at..to, other[from..end].iter().copied());
            }
            5 if at + 4 <= bytes.len() => {
                let extreme = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff_u32][numbers.below(5)];
                bytes[at..at + 4].copy_from_slice(&if numbers.below(2) == 0 {
                    extreme.to_be_bytes()
                } else {
                    extreme.to_le_bytes()
                });
            }
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
        bytes.truncate(200_000);
    }
    bytes
}

/// Another number in every run.
fn any() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// `Err` with what went wrong.
fn thrown(target: fn(&[u8]), bytes: &[u8]) -> Result<(), String> {
    let begin = Instant::now();
    let done = catch_unwind(AssertUnwindSafe(|| target(bytes)));
    if let Err(panic) = done {
        let said = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        return Err(said.unwrap_or_else(|| "a panic".to_owned()));
    }
    if begin.elapsed() > PATIENCE { Err(format!("it took {:?}", begin.elapsed())) } else { Ok(()) }
}

#[test]
fn every_seed_is_read() {
    for (name, target) in targets::ALL {
        let seeds = seeds(name);
        assert!(seeds.len() >= 2, "fuzz/seeds/{name} holds seeds");
        for (path, bytes) in seeds {
            if let Err(why) = thrown(target, &bytes) {
                panic!("{}: {why}", path.display());
            }
        }
    }
}

#[test]
fn noise_breaks_nothing() {
    let seconds = std::env::var("OCOP_NOISE_SECONDS").ok().and_then(|text| text.parse().ok());
    let time = seconds.map_or(SHORT, Duration::from_secs);
    let fixed = std::env::var("OCOP_NOISE_SEED").ok().and_then(|text| text.parse().ok());
    let begin_with: u64 = fixed.unwrap_or_else(|| if seconds.is_some() { any() } else { 0x0C0F });
    let only = std::env::var("OCOP_NOISE_TARGET").ok();
    let kept = tempfile::tempdir().expect("a folder for what breaks something");
    let mut broken = Vec::new();
    for (index, (name, target)) in targets::ALL.into_iter().enumerate() {
        if only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        let seeds = seeds(name);
        let mut numbers = Numbers((begin_with ^ (index as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)) | 1);
        let begin = Instant::now();
        let mut times = 0_u64;
        while begin.elapsed() < time {
            let (_, seed) = &seeds[numbers.below(seeds.len())];
            let bytes = change(seed, &seeds, &mut numbers);
            times += 1;
            if let Err(why) = thrown(target, &bytes) {
                let kept = kept.path().join(format!("{name}-{times}"));
                std::fs::write(&kept, &bytes).expect("keep what broke it");
                broken.push(format!("{name}: {why}\n  kept as {}", kept.display()));
                if broken.len() > 5 {
                    break;
                }
            }
        }
        eprintln!("{name}: {times} times in {:.0?}, begun with {begin_with}", begin.elapsed());
    }
    if !broken.is_empty() {
        let folder = kept.keep();
        panic!("{}\nkept in {}", broken.join("\n"), folder.display());
    }
}
