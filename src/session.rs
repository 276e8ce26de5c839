//! One catalogue, read and shown again and again while somebody writes it.
//!
//! In: what has changed. Out: all messages, and a site whose files are made when they are asked for. What is the same as
//! before is neither read nor linked again. Must not know the command line. Start at [`Session::show`].

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::Sink;
use crate::render::{Live, Pictures};
use crate::resolve::{self, Choices};
use crate::timings::Timings;
use crate::{Again, Checked, Former, PICTURE_CACHE, PRINT_CACHE, Planned, link};
use crate::{load, model, office, plan};

/// A catalogue that is read again and again while somebody writes it.
pub struct Session {
    root: PathBuf,
    kept: load::Kept,
    resolved: resolve::Kept,
    /// With what was chosen then.
    former: Option<(Choices, Former)>,
}

impl Session {
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), kept: load::Kept::new(), resolved: resolve::Kept::default(), former: None }
    }

    /// As [`crate::check`], but only what has changed is read and linked; gives the site as well, as far as it can be made:
    /// records with mistakes are left out.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn show(&mut self, choices: &Choices, changed: &load::Changed) -> anyhow::Result<(Checked, Option<Showcase>)> {
        let is_little = self.kept.forget(changed);
        let former = self.former.take().filter(|(chosen, _)| is_little && chosen == choices).map(|(_, former)| former);
        let (mut sink, timings) = (Sink::new(), Timings::default());
        let records = timings.stage("load", || load::again(&self.root, Some(&mut self.kept), &mut sink))?;
        let again = Again { resolved: &mut self.resolved, former: former.as_ref() };
        let (mut checked, heard) = link(&self.root, records, choices, Some(again), sink, timings);
        let Some(planned) = checked.planned.take().map(Arc::new) else { return Ok((checked, None)) };
        self.former = Some((choices.clone(), Former { planned: planned.clone(), heard }));
        let pictures = Pictures::cached_in(self.root.join(PICTURE_CACHE));
        let live = planned
            .engine
            .clone()
            .map(|engine| Live::new(planned.input(), engine, pictures, self.root.join(PRINT_CACHE)));
        Ok((checked, live.map(|live| Showcase { planned, live })))
    }
}

/// A product in a list of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentioned {
    pub name: String,
    /// Path of its record below the root.
    pub record: String,
    pub url: Option<String>,
    pub note: Option<String>,
}

/// A site whose files are made when they are asked for.
pub struct Showcase {
    planned: Arc<Planned>,
    live: Live,
}

impl Showcase {
    /// Whether there is a file at this path (relative, `/` between the parts).
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.live.has(self.planned.input(), path)
    }

    /// The bytes of a file, `None` where the site has none at this path.
    ///
    /// # Errors
    /// When a template cannot be filled, a photo or the disk fails.
    pub fn file(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        self.live.file(self.planned.input(), path)
    }

    /// What the office has to do, each product with its name, its record and its page in the main language.
    #[must_use]
    pub fn todo(&self) -> Vec<(office::todo::Task, Vec<Mentioned>)> {
        let Planned { catalogue, plan, .. } = &*self.planned;
        let lang = catalogue.site.languages.default_id();
        let mention = |(id, note): &(model::ProductId, Option<String>)| {
            let product = &catalogue.products[*id];
            Mentioned {
                name: product.name.get(lang).text.to_owned(),
                record: catalogue.files.path(product.file).to_owned(),
                url: plan.url(&plan::Route::new("product", lang, plan::Subject::Product(*id))),
                note: note.clone(),
            }
        };
        let tasks = office::todo::tasks(&office::todo::todo(catalogue)).into_iter();
        tasks
            .map(|task| {
                let products = task.products.iter().map(mention).collect();
                (task, products)
            })
            .collect()
    }

    /// The ends of all current certificates as a calendar.
    #[must_use]
    pub fn calendar(&self) -> String {
        office::todo::calendar(&self.planned.catalogue)
    }

    /// Why finished pictures could not be kept so far.
    #[must_use]
    pub fn cache_trouble(&self) -> Option<&str> {
        self.live.cache_trouble()
    }

    /// The path of the site on its host: `/` or `/catalogue/`.
    #[must_use]
    pub fn base_path(&self) -> &str {
        self.planned.plan.base_path()
    }

    /// How many files the site has.
    #[must_use]
    pub fn files(&self) -> usize {
        self.planned.files()
    }
}
