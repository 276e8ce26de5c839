//! Puts the published sizes of every picture away, made now or taken from the cache.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, bail};
use image::DynamicImage;
use rayon::prelude::*;

use crate::diag::code::{PHOTO_UNREADABLE, THEME};
use crate::diag::{Diag, Level, Place, Sink};
use crate::model::{LangId, PhotoContent, Tone};
use crate::pages::share::{FONTS, ShareCard, card, card_of, letters, site_card};
use crate::plan::{PhotoJob, Subject};

use super::photo::{Encoded, PhotoCache, PhotoError, PhotoKey, Recipe, develop, encode};
use super::share::{self, Fonts};
use super::{Artifact, Input, Output};

/// Photos with more pixels than this are unpacked one at a time, so that a folder of them needs no more memory than one:
/// at most 400 MB, however many threads there are.
const LARGE: u64 = 30_000_000;

/// The pictures of one catalogue, with their cache.
pub struct Pictures {
    cache: PhotoCache,
    one_large: Mutex<()>,
}

/// What the threads find out together.
#[derive(Default)]
struct Found {
    tones: HashMap<PhotoContent, Tone>,
    failed: Vec<(usize, Diag)>,
    used: BTreeSet<PhotoKey>,
}

impl Pictures {
    /// Keeps finished pictures in a folder, so that an unchanged one is never made again.
    #[must_use]
    pub fn cached_in(folder: impl Into<PathBuf>) -> Self {
        Self { cache: PhotoCache::open(folder), one_large: Mutex::default() }
    }

    /// The first trouble is told.
    #[cfg(feature = "pdf")]
    pub fn note(&self, trouble: String) {
        self.cache.note(trouble);
    }

    /// The fallback of a planned picture (JPEG, or PNG where something shines through), as wide as print needs it.
    ///
    /// # Errors
    /// When it cannot be read, or is no picture.
    #[cfg(feature = "pdf")]
    pub fn fallback(&self, input: Input<'_>, file: crate::diag::FileId) -> anyhow::Result<Vec<u8>> {
        let set = input.plan.photo(file).expect("every photo of the catalogue is planned");
        let job = input.plan.photos.iter().find(|job| job.set == *set).expect("a planned photo is made");
        let (encoded, _) = self.make(input, job, &[], None).map_err(|failure| failure.told(input, job))?;
        Ok(encoded.files.into_iter().next_back().expect("the last file is the fallback"))
    }

    /// Makes all pictures of the plan and returns their tones. One that cannot be made is a message.
    ///
    /// # Errors
    /// When a picture cannot be read from the disk or put away.
    pub fn render(
        &self,
        input: Input<'_>,
        output: &Output<'_>,
        sink: &mut Sink,
    ) -> anyhow::Result<HashMap<PhotoContent, Tone>> {
        let found: Mutex<Found> = Mutex::default();
        let shares = shares(input);
        let lettering = lettering(input);
        let alone = alone(input);
        if lettering.is_none() && !(shares.is_empty() && alone.is_empty()) {
            let message = format!("{} and {} of the theme are not both letters in TrueType", FONTS[0], FONTS[1]);
            sink.push(Diag::new(&THEME, message).help("take the files of the theme `gido`, or others in this format"));
            return Ok(HashMap::new());
        }
        input.plan.photos.par_iter().enumerate().try_for_each(|(index, job)| -> anyhow::Result<()> {
            let cards = shares.get(&job.content).map_or(&[][..], Vec::as_slice);
            match self.make(input, job, cards, lettering.as_ref()) {
                Ok((encoded, shared)) => {
                    let mut found = locked(&found);
                    found.used.insert(PhotoKey::new(job.content, &Recipe::of(&job.set)));
                    found.used.extend(shared.iter().map(|(key, _)| *key));
                    found.tones.extend(encoded.tone.map(|tone| (job.content, tone)));
                    drop(found);
                    for (path, bytes) in job.set.paths().zip(encoded.files) {
                        (output.put)(Artifact { path: path.to_owned(), bytes })?;
                    }
                    for (_, artifact) in shared {
                        (output.put)(artifact)?;
                        (output.tick)();
                    }
                }
                Err(Failure::Photo(error)) => locked(&found).failed.push((index, unreadable(job, &error))),
                Err(Failure::Disk(error)) => return Err(error),
            }
            (output.tick)();
            Ok(())
        })?;
        for (path, card) in alone {
            let lettering = lettering.as_ref().expect("cards are planned where the theme has letters");
            let (key, bytes) = self.words(&card, lettering)?;
            locked(&found).used.insert(key);
            (output.put)(Artifact { path: path.to_owned(), bytes })?;
            (output.tick)();
        }
        let Found { tones, mut failed, used } = found.into_inner().unwrap_or_else(PoisonError::into_inner);
        failed.sort_by_key(|(index, _)| *index);
        let sound = failed.is_empty();
        for (_, diag) in failed {
            sink.push(diag);
        }
        // What no page shows any more is thrown away, unless a record with a mistake may still want it; a failure to
        // do so costs only space.
        if sound && sink.count(Level::Error) == 0 {
            let _ = self.cache.sweep(&used);
        }
        Ok(tones)
    }

    /// All pictures of one photo, and those for sharing it is wanted for.
    fn make(
        &self,
        input: Input<'_>,
        job: &PhotoJob,
        cards: &[(&str, ShareCard)],
        lettering: Option<&(Fonts<'_>, PhotoContent)>,
    ) -> Result<(Encoded, Vec<(PhotoKey, Artifact)>), Failure> {
        let recipe = Recipe::of(&job.set);
        // Unpacked when the first picture has to be made, and then for all of them.
        let mut photo = None;
        let key = PhotoKey::new(job.content, &recipe);
        let make = || Ok(encode(self.photo(input, job, &recipe, &mut photo)?, &recipe));
        let encoded = self.cache.get_or_make(key, make)?;
        let draw = |(path, card): &(&str, ShareCard)| {
            let (fonts, letters) = lettering.expect("cards are planned where the theme has letters");
            let key = PhotoKey::of_share(job.content, &recipe, card.content(letters));
            let make = || {
                let photo = self.photo(input, job, &recipe, &mut photo)?;
                Ok(Encoded { tone: None, files: vec![share::draw(card, Some(&photo), fonts)] })
            };
            let picture = self.cache.get_or_make(key, make)?.files.remove(0);
            Ok((key, Artifact { path: (*path).to_owned(), bytes: picture }))
        };
        let shared = cards.iter().map(draw).collect::<Result<Vec<_>, Failure>>()?;
        Ok((encoded, shared))
    }

    /// A picture for sharing that has words alone.
    fn words(
        &self,
        card: &ShareCard,
        (fonts, letters): &(Fonts<'_>, PhotoContent),
    ) -> anyhow::Result<(PhotoKey, Vec<u8>)> {
        let key = PhotoKey::of_card(card.content(letters));
        let make = || Ok::<_, anyhow::Error>(Encoded { tone: None, files: vec![share::draw(card, None, fonts)] });
        Ok((key, self.cache.get_or_make(key, make)?.files.remove(0)))
    }

    /// One planned file of a photo, by its position among those of the photo.
    ///
    /// # Errors
    /// When the photo cannot be read.
    pub fn file(&self, input: Input<'_>, job: &PhotoJob, position: usize) -> anyhow::Result<Vec<u8>> {
        let (encoded, _) = self.make(input, job, &[], None).map_err(|failure| failure.told(input, job))?;
        Ok(encoded.files.into_iter().nth(position).expect("a recipe has a file for each planned one"))
    }

    /// The picture for sharing a product, or the site, in a language; `None` where there is none.
    ///
    /// # Errors
    /// When the photo cannot be read.
    pub fn share(&self, input: Input<'_>, lang: LangId, subject: Subject) -> anyhow::Result<Option<Vec<u8>>> {
        let Some(card) = card_of(input.catalogue, input.theme, lang, subject) else { return Ok(None) };
        let Some(lettering) = lettering(input) else { return Ok(None) };
        let Some(content) = card.photo else { return Ok(Some(self.words(&card, &lettering)?.1)) };
        let job = input.plan.photos.iter().find(|job| *job.content.as_bytes() == content);
        let Some(job) = job else { return Ok(None) };
        let made = self.make(input, job, &[("", card)], Some(&lettering));
        let (_, shared) = made.map_err(|failure| failure.told(input, job))?;
        Ok(shared.into_iter().next().map(|(_, artifact)| artifact.bytes))
    }

    /// The tone of a photo whose pictures were made before.
    #[must_use]
    pub fn known_tone(&self, job: &PhotoJob) -> Option<Tone> {
        self.cache.tone(PhotoKey::new(job.content, &Recipe::of(&job.set)))
    }

    /// Why pictures cannot be kept, if so: the next build will be slow again, and the reader should know why.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.cache.trouble()
    }

    /// The photo in its largest published size; unpacked at the first call.
    fn photo(
        &self,
        input: Input<'_>,
        job: &PhotoJob,
        recipe: &Recipe,
        known: &mut Option<DynamicImage>,
    ) -> Result<DynamicImage, Failure> {
        if let Some(photo) = known {
            return Ok(photo.clone());
        }
        let bytes = read(input, job).map_err(Failure::Disk)?;
        let _turn = (job.pixels > LARGE).then(|| locked(&self.one_large));
        let photo = develop(&bytes, recipe.largest()).map_err(Failure::Photo)?;
        *known = Some(photo.clone());
        Ok(photo)
    }
}

/// The pictures for sharing that are made of each photo: path and card.
fn shares(input: Input<'_>) -> HashMap<PhotoContent, Vec<(&str, ShareCard)>> {
    let mut shares: HashMap<PhotoContent, Vec<(&str, ShareCard)>> = HashMap::new();
    for job in input.plan.jobs.iter().filter(|job| job.route.kind == "share") {
        let (Some(lang), Subject::Product(id)) = (job.route.lang, job.route.subject) else { continue };
        let photo = input.catalogue.products[id].photos.first();
        if let Some((photo, card)) = photo.zip(card(input.catalogue, input.theme, lang, id)) {
            shares.entry(photo.content).or_default().push((job.path.as_str(), card));
        }
    }
    shares
}

/// The letters of the theme, and what stands for them.
fn lettering(input: Input<'_>) -> Option<(Fonts<'_>, PhotoContent)> {
    let fonts = FONTS.map(|font| input.theme.files.get(font).map_or(&[][..], Vec::as_slice));
    Fonts::new(fonts[0], fonts[1]).zip(letters(input.theme))
}

/// The pictures for sharing that are made of words alone: path and card.
fn alone(input: Input<'_>) -> Vec<(&str, ShareCard)> {
    let jobs = input.plan.jobs.iter().filter(|job| job.route.kind == "share" && job.route.subject == Subject::Site);
    let cards = jobs.filter_map(|job| {
        let card = site_card(input.catalogue, input.theme, job.route.lang?)?;
        Some((job.path.as_str(), card))
    });
    cards.collect()
}

enum Failure {
    Photo(PhotoError),
    Disk(anyhow::Error),
}

impl Failure {
    fn told(self, input: Input<'_>, job: &PhotoJob) -> anyhow::Error {
        match self {
            Failure::Photo(error) => {
                anyhow::Error::new(error).context(input.catalogue.files.absolute(job.file).display().to_string())
            }
            Failure::Disk(error) => error,
        }
    }
}

fn unreadable(job: &PhotoJob, error: &PhotoError) -> Diag {
    Diag::new(&PHOTO_UNREADABLE, error.to_string())
        .at(Place::top(job.file), "this picture")
        .help("copy it again from the camera or telephone, or save it as JPEG")
}

/// The bytes of a photo, the same that were seen when the site was planned.
fn read(input: Input<'_>, job: &PhotoJob) -> anyhow::Result<Vec<u8>> {
    let path = input.catalogue.files.absolute(job.file);
    let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    if PhotoContent::of(&bytes) != job.content {
        bail!("{} was changed while the site was made; run the command again", path.display());
    }
    Ok(bytes)
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
