//! Languages are data: only [`Languages`] makes a [`LangId`], so a lookup by one cannot fail.

/// A language of the site; an index into [`Languages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LangId(u8);

impl LangId {
    /// The first language of `ocop.toml`, in which every text is given.
    pub const DEFAULT: LangId = LangId(0);

    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One language: its tag as in `ocop.toml` and its position there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    pub id: LangId,
    /// BCP 47 tag, such as `vi`.
    pub tag: String,
}

/// The languages of a site in the order of `ocop.toml`, at least one; the first is the default.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// Fails (`None`) on an empty list; repeated tags are taken once.
    #[must_use]
    pub fn new<S: AsRef<str>>(tags: &[S]) -> Option<Self> {
        let mut languages: Vec<Language> = Vec::new();
        for tag in tags {
            if languages.iter().all(|known| known.tag != tag.as_ref()) {
                let id = LangId(u8::try_from(languages.len()).ok()?);
                languages.push(Language { id, tag: tag.as_ref().to_owned() });
            }
        }
        (!languages.is_empty()).then_some(Self(languages))
    }

    #[must_use]
    pub fn default_id(&self) -> LangId {
        LangId::DEFAULT
    }

    pub fn ids(&self) -> impl Iterator<Item = LangId> + '_ {
        self.0.iter().map(|language| language.id)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Language> {
        self.0.iter()
    }

    #[must_use]
    pub fn tag(&self, id: LangId) -> &str {
        &self.0[id.index()].tag
    }

    #[must_use]
    pub fn by_tag(&self, tag: &str) -> Option<LangId> {
        self.0.iter().find(|language| language.tag == tag).map(|language| language.id)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        false
    }
}
