//! Finished photos from earlier builds.
//!
//! In: a photo and a recipe. Out: what [`encode`] makes of them, from the disk where it is known. A cache is not output:
//! this is the one file of its layer that touches the disk, it never fails a build, and deleting it loses only time.
//!
//! One entry is one file with all pictures of a photo, named by its key and written under another name first, so that a
//! killed build leaves no half entry. An entry carries a checksum of itself; one that does not match is made anew.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Colour, Encoded, PhotoError, Recipe, Size, encode};

/// A directory of finished photos. All methods may be called from many threads, and by many builds at once.
#[derive(Debug)]
pub struct PhotoCache {
    dir: PathBuf,
    temporary: AtomicU64,
    trouble: OnceLock<String>,
}

/// Stands for a photo's content, the recipe and the encoder. Displays as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhotoKey([u8; 32]);

impl PhotoKey {
    #[must_use]
    pub fn new(photo: &[u8], recipe: &Recipe) -> Self {
        let mut hasher = blake3::Hasher::new();
        // A new version of ocop may bring a new encoder; making the photos again then is cheaper than asking which.
        hasher.update(concat!("ocop photo 1 ", env!("CARGO_PKG_VERSION"), "\0").as_bytes());
        let Recipe { webp, jpeg, webp_quality, jpeg_quality } = recipe;
        for Size { width, height } in webp.iter().chain([jpeg]) {
            hasher.update(format!("{width}x{height} ").as_bytes());
        }
        hasher.update(format!("{webp_quality} {jpeg_quality}\0").as_bytes());
        hasher.update(photo);
        Self(hasher.finalize().into())
    }
}

impl fmt::Display for PhotoKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl PhotoCache {
    /// Makes nothing yet: the directory appears with its first entry.
    #[must_use]
    pub fn open(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), temporary: AtomicU64::new(0), trouble: OnceLock::new() }
    }

    /// All pictures of a photo, from the cache or made now.
    ///
    /// # Errors
    /// When the photo cannot be encoded; nothing is stored then. A cache that cannot be written is no error, see
    /// [`PhotoCache::trouble`].
    pub fn encoded(&self, photo: &[u8], recipe: &Recipe) -> Result<(PhotoKey, Encoded), PhotoError> {
        let key = PhotoKey::new(photo, recipe);
        if let Some(known) = self.get(key) {
            return Ok((key, known));
        }
        let made = encode(photo, recipe)?;
        if let Err(error) = self.put(key, &made) {
            let _ = self.trouble.set(format!("cannot keep photos in `{}`: {error}", self.dir.display()));
        }
        Ok((key, made))
    }

    /// The first failure to store something: the next build will be slow, and the reader should know why.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.get().map(String::as_str)
    }

    /// Removes every entry that is not in `used`, and what killed builds left. Call it after a successful build.
    ///
    /// # Errors
    /// When the directory cannot be read or an entry cannot be removed.
    pub fn sweep(&self, used: &BTreeSet<PhotoKey>) -> io::Result<()> {
        let listing = match fs::read_dir(&self.dir) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            listing => listing?,
        };
        let used: BTreeSet<String> = used.iter().map(|key| entry_name(*key)).collect();
        for entry in listing {
            let name = entry?.file_name();
            let is_ours = name.to_str().is_some_and(|name| name.ends_with(ENDING) || name.ends_with(UNFINISHED));
            if is_ours && name.to_str().is_none_or(|name| !used.contains(name)) {
                match fs::remove_file(self.dir.join(name)) {
                    // Another build sweeps too.
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    removed => removed?,
                }
            }
        }
        Ok(())
    }

    fn get(&self, key: PhotoKey) -> Option<Encoded> {
        unpack(&fs::read(self.dir.join(entry_name(key))).ok()?)
    }

    fn put(&self, key: PhotoKey, encoded: &Encoded) -> io::Result<()> {
        fs::create_dir_all(&self.dir)?;
        let number = self.temporary.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.dir.join(format!("{key}-{}-{number}{UNFINISHED}", std::process::id()));
        let stored = fs::write(&unfinished, pack(encoded))
            .and_then(|()| fs::rename(&unfinished, self.dir.join(entry_name(key))));
        stored.inspect_err(|_| {
            // The first error is the one to tell; `sweep` removes what stays.
            let _ = fs::remove_file(&unfinished);
        })
    }
}

const ENDING: &str = ".photo";
const UNFINISHED: &str = ".unfinished";

fn entry_name(key: PhotoKey) -> String {
    format!("{key}{ENDING}")
}

/// Checksum of all that follows (32 bytes) · colour (3) · for each file, the JPEG last: length (4, big endian), bytes.
fn pack(encoded: &Encoded) -> Vec<u8> {
    let mut entry = vec![0; CHECKSUM];
    entry.extend(encoded.colour.0);
    for file in encoded.webp.iter().chain([&encoded.jpeg]) {
        let length = u32::try_from(file.len()).expect("a picture of 16,383 pixels a side stays below 4 GB");
        entry.extend(length.to_be_bytes());
        entry.extend(file);
    }
    let checksum = blake3::hash(&entry[CHECKSUM..]);
    entry[..CHECKSUM].copy_from_slice(checksum.as_bytes());
    entry
}

const CHECKSUM: usize = 32;

fn unpack(entry: &[u8]) -> Option<Encoded> {
    let (checksum, rest) = entry.split_first_chunk::<CHECKSUM>()?;
    if blake3::hash(rest) != *checksum {
        return None;
    }
    let (colour, mut rest) = rest.split_first_chunk::<3>()?;
    let mut files = Vec::new();
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (file, after) = after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        files.push(file.to_vec());
        rest = after;
    }
    let jpeg = files.pop()?;
    Some(Encoded { colour: Colour(*colour), webp: files, jpeg })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(shade: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        image::RgbImage::from_pixel(40, 30, image::Rgb([shade, 90, 20])).write_with_encoder(encoder).unwrap();
        bytes
    }

    fn recipe() -> Recipe {
        let size = |width| Size { width, height: width * 3 / 4 };
        Recipe { webp: vec![size(12), size(20)], jpeg: size(20), webp_quality: 75, jpeg_quality: 80 }
    }

    fn entries(cache: &PhotoCache) -> Vec<PathBuf> {
        let mut paths: Vec<_> = fs::read_dir(&cache.dir).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    }

    #[test]
    fn the_second_time_comes_from_the_disk_and_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let cache = PhotoCache::open(folder.path().join("cache/photos"));
        let (key, made) = cache.encoded(&photo(1), &recipe()).unwrap();
        assert_eq!(cache.get(key), Some(made.clone()));
        assert_eq!(PhotoCache::open(&cache.dir).encoded(&photo(1), &recipe()).unwrap(), (key, made));
        assert_eq!(entries(&cache), [cache.dir.join(format!("{key}.photo"))]);
        assert_eq!(cache.trouble(), None);
    }

    #[test]
    fn content_and_recipe_make_the_key() {
        let keys: BTreeSet<_> = [
            PhotoKey::new(&photo(1), &recipe()),
            PhotoKey::new(&photo(2), &recipe()),
            PhotoKey::new(&photo(1), &Recipe { webp: vec![], ..recipe() }),
            PhotoKey::new(&photo(1), &Recipe { webp_quality: 74, ..recipe() }),
            PhotoKey::new(&photo(1), &Recipe { jpeg: Size { width: 8, height: 6 }, ..recipe() }),
            PhotoKey::new(&photo(1), &Recipe { jpeg_quality: 10, ..recipe() }),
        ]
        .into();
        assert_eq!(keys.len(), 6);
        assert_eq!(keys.first().unwrap().to_string().len(), 64);
    }

    #[test]
    fn a_damaged_entry_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let cache = PhotoCache::open(folder.path());
        let (key, made) = cache.encoded(&photo(1), &recipe()).unwrap();
        let path = folder.path().join(entry_name(key));
        let sound = fs::read(&path).unwrap();
        let flipped = |at: usize| {
            let mut entry = sound.clone();
            entry[at] ^= 1;
            entry
        };
        let cut = |to: usize| sound[..to].to_vec();
        for damaged in [flipped(0), flipped(33), flipped(sound.len() - 1), cut(0), cut(20), cut(sound.len() - 1)] {
            fs::write(&path, damaged).unwrap();
            assert_eq!(cache.get(key), None);
            assert_eq!(cache.encoded(&photo(1), &recipe()).unwrap(), (key, made.clone()));
            assert_eq!(fs::read(&path).unwrap(), sound);
        }
    }

    #[test]
    fn no_entry_makes_the_reader_stumble() {
        let sealed = |rest: &[u8]| [blake3::hash(rest).as_bytes(), rest].concat();
        for rest in [&b""[..], b"ab", b"rgb", b"rgb\0\0", b"rgb\0\0\0\x07short", b"rgb\xff\xff\xff\xffshort"] {
            assert_eq!(unpack(&sealed(rest)), None, "{rest:?}");
        }
    }

    #[test]
    fn a_sweep_keeps_what_was_used_and_what_is_not_ours() {
        let folder = tempfile::tempdir().unwrap();
        let cache = PhotoCache::open(folder.path());
        let (used, _) = cache.encoded(&photo(1), &recipe()).unwrap();
        cache.encoded(&photo(2), &recipe()).unwrap();
        fs::write(folder.path().join("0-4711-0.unfinished"), "nửa chừng").unwrap();
        fs::write(folder.path().join("README.md"), "").unwrap();
        cache.sweep(&[used].into()).unwrap();
        let kept: BTreeSet<_> = ["README.md".into(), entry_name(used)].map(|name| folder.path().join(name)).into();
        assert_eq!(entries(&cache), Vec::from_iter(kept));
        PhotoCache::open(folder.path().join("not there")).sweep(&BTreeSet::new()).unwrap();
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_told_but_does_not_fail() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("cache"), "a file, not a directory").unwrap();
        let cache = PhotoCache::open(folder.path().join("cache"));
        cache.encoded(&photo(1), &recipe()).unwrap();
        assert!(cache.trouble().unwrap().starts_with("cannot keep photos in `"));
    }
}
