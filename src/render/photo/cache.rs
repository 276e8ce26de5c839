//! Finished photos from earlier builds.
//!
//! In: a key, made of a photo and a recipe. Out: what is made of them, from the disk where it is known. A cache is not output:
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

use crate::model::{PhotoContent, Tone};

use super::{Encoded, Quality, Recipe, Size};

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
    /// Neither where the catalogue lies nor when a file was written is part of it, so a cache may be carried to a fresh
    /// clone.
    #[must_use]
    pub fn new(photo: PhotoContent, recipe: &Recipe) -> Self {
        let mut hasher = Self::begin();
        let Recipe { pictures, quality: Quality { webp, avif, jpeg } } = recipe;
        for (Size { width, height }, coding) in pictures {
            hasher.update(format!("{width}x{height} {} ", coding.ending()).as_bytes());
        }
        hasher.update(format!("{webp} {avif} {jpeg}\0").as_bytes());
        hasher.update(photo.as_bytes());
        Self(hasher.finalize().into())
    }

    /// The key of a picture for sharing: `card` stands for everything on it but the photo, `photo` for what `recipe` is
    /// made of.
    #[must_use]
    pub fn of_share(photo: PhotoContent, recipe: &Recipe, card: PhotoContent) -> Self {
        let mut hasher = Self::begin();
        hasher.update(b"share 1\0");
        hasher.update(&Self::new(photo, recipe).0);
        hasher.update(card.as_bytes());
        Self(hasher.finalize().into())
    }

    /// The key of a picture for sharing that has words alone.
    #[must_use]
    pub fn of_card(card: PhotoContent) -> Self {
        let mut hasher = Self::begin();
        hasher.update(b"card 1\0");
        hasher.update(card.as_bytes());
        Self(hasher.finalize().into())
    }

    fn begin() -> blake3::Hasher {
        let mut hasher = blake3::Hasher::new();
        // A new version of ocop may bring a new encoder; making the photos again then is cheaper than asking which.
        hasher.update(concat!("ocop photo 2 ", env!("CARGO_PKG_VERSION"), "\0").as_bytes());
        hasher
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

    /// What was stored under a key, or else what `make` makes, which is stored then.
    ///
    /// # Errors
    /// Those of `make`. A cache that cannot be written is no error, see [`PhotoCache::trouble`].
    pub fn get_or_make<E>(&self, key: PhotoKey, make: impl FnOnce() -> Result<Encoded, E>) -> Result<Encoded, E> {
        if let Some(known) = self.get(key) {
            return Ok(known);
        }
        let made = make()?;
        if let Err(error) = self.put(key, &made) {
            self.note(format!("cannot keep photos in `{}`: {error}", self.dir.display()));
        }
        Ok(made)
    }

    /// The first failure to store something: the next build will be slow, and the reader is told why.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.get().map(String::as_str)
    }

    pub(in crate::render) fn note(&self, trouble: String) {
        let _ = self.trouble.set(trouble);
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

    /// The tone of what was stored under a key.
    #[must_use]
    pub fn tone(&self, key: PhotoKey) -> Option<Tone> {
        self.get(key)?.tone
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

/// Checksum of all that follows (32 bytes) · tone (7, or zeros) · for each file: length (4, big endian), bytes.
fn pack(encoded: &Encoded) -> Vec<u8> {
    let mut entry = vec![0; CHECKSUM];
    entry.extend(encoded.tone.as_ref().map_or(&[0; TONE][..], |tone| tone.as_str().as_bytes()));
    for file in &encoded.files {
        let length = u32::try_from(file.len()).expect("a picture of 16,383 pixels a side stays below 4 GB");
        entry.extend(length.to_be_bytes());
        entry.extend(file);
    }
    let checksum = blake3::hash(&entry[CHECKSUM..]);
    entry[..CHECKSUM].copy_from_slice(checksum.as_bytes());
    entry
}

const CHECKSUM: usize = 32;
const TONE: usize = 7;

fn unpack(entry: &[u8]) -> Option<Encoded> {
    let (checksum, rest) = entry.split_first_chunk::<CHECKSUM>()?;
    if blake3::hash(rest) != *checksum {
        return None;
    }
    let (tone, mut rest) = rest.split_first_chunk::<TONE>()?;
    let tone = if *tone == [0; TONE] { None } else { Some(Tone::read(tone)?) };
    let mut files = Vec::new();
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (file, after) = after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        files.push(file.to_vec());
        rest = after;
    }
    Some(Encoded { tone, files }).filter(|encoded| !encoded.files.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Coding;
    use crate::render::photo::{develop, encode};

    fn photo(shade: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        image::RgbImage::from_pixel(40, 30, image::Rgb([shade, 90, 20])).write_with_encoder(encoder).unwrap();
        bytes
    }

    fn recipe() -> Recipe {
        let size = |width| Size { width, height: width * 3 / 4 };
        Recipe {
            pictures: vec![(size(12), Coding::WebP), (size(20), Coding::WebP), (size(20), Coding::Jpeg)],
            quality: Quality::PAGE,
        }
    }

    fn encoded(cache: &PhotoCache, photo: &[u8]) -> (PhotoKey, Encoded) {
        let key = PhotoKey::new(PhotoContent::of(photo), &recipe());
        let make = || develop(photo, recipe().largest()).map(|pixels| encode(pixels, &recipe()));
        (key, cache.get_or_make(key, make).unwrap())
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
        let (key, made) = encoded(&cache, &photo(1));
        let again = PhotoCache::open(&cache.dir).get_or_make(key, || Err("made again"));
        assert_eq!(again, Ok(made));
        assert_eq!(entries(&cache), [cache.dir.join(format!("{key}.photo"))]);
        assert_eq!(cache.trouble(), None);
    }

    #[test]
    fn a_photo_without_a_tone_comes_back_without_one() {
        let folder = tempfile::tempdir().unwrap();
        let cache = PhotoCache::open(folder.path());
        let cut_out = Encoded { tone: None, files: vec![vec![1, 2], vec![]] };
        let key = PhotoKey::new(PhotoContent::of(b"cut out"), &recipe());
        cache.get_or_make(key, || Ok::<_, ()>(cut_out.clone())).unwrap();
        assert_eq!(cache.get(key), Some(cut_out));
    }

    #[test]
    fn content_and_recipe_make_the_key() {
        let size = Size { width: 8, height: 6 };
        let (first, second) = (PhotoContent::of(&photo(1)), PhotoContent::of(&photo(2)));
        let quality = |quality| Recipe { quality, ..recipe() };
        let pictures = |coding| Recipe { pictures: vec![(size, coding)], ..recipe() };
        let keys: BTreeSet<_> = [
            PhotoKey::new(first, &recipe()),
            PhotoKey::new(second, &recipe()),
            PhotoKey::new(first, &pictures(Coding::WebP)),
            PhotoKey::new(first, &pictures(Coding::Avif)),
            PhotoKey::new(first, &quality(Quality { webp: 74, ..Quality::PAGE })),
            PhotoKey::new(first, &quality(Quality { avif: 10, ..Quality::PAGE })),
            PhotoKey::new(first, &quality(Quality { jpeg: 10, ..Quality::PAGE })),
        ]
        .into();
        assert_eq!(keys.len(), 7);
        assert_eq!(keys.first().unwrap().to_string().len(), 64);
    }

    #[test]
    fn a_damaged_entry_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let cache = PhotoCache::open(folder.path());
        let (key, made) = encoded(&cache, &photo(1));
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
            assert_eq!(encoded(&cache, &photo(1)), (key, made.clone()));
            assert_eq!(fs::read(&path).unwrap(), sound);
        }
    }

    #[test]
    fn no_entry_makes_the_reader_stumble() {
        let sealed = |rest: &[u8]| [blake3::hash(rest).as_bytes(), rest].concat();
        for rest in [
            &b""[..],
            b"aiq",
            b"aiqCHMR",
            b"no tone\0\0\0\x01a",
            b"aiqCHMR\0\0",
            b"aiqCHMR\0\0\0\x07short",
            b"aiqCHMR\xff\xff\xff\xffshort",
        ] {
            assert_eq!(unpack(&sealed(rest)), None, "{rest:?}");
        }
    }

    #[test]
    fn a_sweep_keeps_what_was_used_and_what_is_not_ours() {
        let folder = tempfile::tempdir().unwrap();
        let cache = PhotoCache::open(folder.path());
        let (used, _) = encoded(&cache, &photo(1));
        encoded(&cache, &photo(2));
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
        encoded(&cache, &photo(1));
        assert!(cache.trouble().unwrap().starts_with("cannot keep photos in `"));
    }
}
