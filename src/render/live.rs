//! Any file of the site, made when it is asked for: what the preview shows.
//!
//! In: what rendering looks at, and a path. Out: the same bytes as those of a build, except that the tones of photos that
//! have not been made yet are missing. Nothing is kept but what many pages share. Start at [`Live::file`].

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use anyhow::anyhow;

use crate::model::{PhotoContent, ProductId, Tone};
use crate::plan::{Encoding, NoCards, Plan, Rendering, SearchFiles, Source};
use crate::print::published::order;
use crate::search;

use super::cards::{Made, OnDemand};
use super::engine::{Engine, Unfilled};
use super::{Input, Pictures, code, content, document, format, page};

/// What many files of a site share, made when it is first needed.
pub struct Live {
    engine: Arc<Engine>,
    photos: HashMap<PhotoContent, usize>,
    cards: Made,
    search: OnceLock<HashMap<String, Vec<u8>>>,
    pictures: Pictures,
    documents: PathBuf,
}

impl Live {
    /// Nothing is made yet.
    #[must_use]
    pub fn new(input: Input<'_>, engine: Arc<Engine>, pictures: Pictures, documents: PathBuf) -> Self {
        let Input { catalogue, plan, .. } = input;
        Self {
            cards: Made::none(engine.clone(), catalogue),
            engine,
            photos: plan.photos.iter().enumerate().map(|(index, job)| (job.content, index)).collect(),
            search: OnceLock::new(),
            pictures,
            documents,
        }
    }

    /// Why finished pictures could not be kept so far.
    #[must_use]
    pub fn cache_trouble(&self) -> Option<&str> {
        self.pictures.trouble()
    }

    /// Whether the site has a file at this path (relative, `/` between the parts, as planned).
    #[must_use]
    pub fn has(&self, input: Input<'_>, path: &str) -> bool {
        input.plan.source(path).is_some() || (input.plan.search.is_some() && SearchFiles::owns(path))
    }

    /// The bytes of a file, `None` where the site has none at this path.
    ///
    /// # Errors
    /// When a template cannot be filled, a photo or the disk fails.
    pub fn file(&self, input: Input<'_>, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        match input.plan.source(path) {
            Some(Source::Page(index)) => self.page(input, index).map(Some),
            Some(Source::Asset(index)) => content(input.catalogue, &input.plan.assets[index].1).map(Some),
            Some(Source::Photo(index, position)) => {
                self.pictures.file(input, &input.plan.photos[index], position).map(Some)
            }
            None if input.plan.search.is_some() && SearchFiles::owns(path) => {
                Ok(self.search(input)?.get(path).cloned())
            }
            None => Ok(None),
        }
    }

    fn page(&self, input: Input<'_>, index: usize) -> anyhow::Result<Vec<u8>> {
        let job = &input.plan.jobs[index];
        match format::by_name(input.kinds[job.kind].format()).encoding() {
            Encoding::Picture => {
                let lang = job.route.lang.expect("pictures for sharing have a language");
                let picture = self.pictures.share(input, lang, job.route.subject)?;
                picture.ok_or_else(|| anyhow!("the theme has no letters for pictures that are shared"))
            }
            Encoding::Document => {
                let order = order(input.catalogue, input.index, &job.route).expect("planned documents have an order");
                document(input, &self.pictures, &self.documents, &order)
            }
            Encoding::Markup | Encoding::Plain | Encoding::Json | Encoding::Verbatim => self
                .with(input, |rendering| page(&self.engine, rendering, input.kinds, job))?
                .map_err(|unfilled| anyhow!(told(&unfilled))),
        }
    }

    fn search(&self, input: Input<'_>) -> anyhow::Result<&HashMap<String, Vec<u8>>> {
        if self.search.get().is_none() {
            let files = self.with(input, |rendering| search::all(rendering, &|_| None))?;
            let files = files.into_iter().map(|search::File { path, content, .. }| match content {
                search::Content::New(bytes) => (path, bytes),
                search::Content::Published(_) => unreachable!("a preview has nothing published"),
            });
            // Another request may have been quicker.
            let _ = self.search.set(files.collect());
        }
        Ok(self.search.get().expect("just made"))
    }

    /// Does something with all that rendering looks at.
    ///
    /// # Errors
    /// When the template of a card cannot be filled.
    fn with<T>(&self, input: Input<'_>, work: impl FnOnce(&Rendering<'_>) -> T) -> anyhow::Result<T> {
        let Input { catalogue, index, theme, plan, .. } = input;
        let code = |id: ProductId| code(plan, id).svg();
        let tone = |photo: PhotoContent| self.tone(plan, photo);
        let bare = Rendering { catalogue, index, theme, plan, cards: &NoCards, tone: &tone, code: &code };
        let done = work(&Rendering { cards: &OnDemand { made: &self.cards, bare: &bare }, ..bare });
        self.cards.failed().map_or(Ok(done), |unfilled| Err(anyhow!(told(unfilled))))
    }

    fn tone(&self, plan: &Plan, photo: PhotoContent) -> Option<Tone> {
        self.pictures.known_tone(&plan.photos[*self.photos.get(&photo)?])
    }
}

fn told(unfilled: &Unfilled) -> String {
    format!("the template {} cannot be filled: {}", unfilled.template, unfilled.why)
}
