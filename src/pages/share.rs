//! The picture that networks and telephones show where an address is shared: one for each product with a photo and each
//! language, and one for all other pages of a language, with the name of the site.
//!
//! The kind plans the paths; what stands on a picture is its [`ShareCard`]. The words are drawn into a file that others
//! keep for years, so stars stand on it only together with the day until which they hold.

use serde::Serialize;

use crate::load::Theme;
use crate::model::{Catalogue, LangId, Photo, PhotoContent, Present, ProductId, SpeaksAsOf, Standing};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

/// Others keep pictures for long, so the number goes up when cards stay and their drawing changes.
const FOLDER: &str = "assets/share-1";

/// Files of the theme with the letters of the cards.
pub const FONTS: [&str; 2] = ["share/be-vietnam-pro-400.ttf", "share/be-vietnam-pro-600.ttf"];

/// Size in pixels: what Facebook, Zalo and others show without cutting.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// A site may bring the picture for pages without one: this file of `static/`, in the same size.
pub const OWN: &str = "og-default.jpg";

pub struct Share;

/// All that is drawn on a picture in a language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareCard {
    /// Without one, the words have the whole picture.
    pub photo: Option<[u8; 32]>,
    /// The part of the photo that must stay visible, 0 to 1 from the left and the top.
    pub focus: (f32, f32),
    /// Of the product, or of the site.
    pub name: String,
    /// The producer, or what the site says of itself.
    pub by: String,
    /// The province.
    pub place: Option<String>,
    pub stars: Option<ShareStars>,
    /// Whose catalogue it is: above a product the title of the site, above the site its publisher.
    pub site: String,
    /// Says that the photo is a drawing, or of which day the catalogue speaks.
    pub note: Option<String>,
}

/// Stars that certainly hold on the day of the catalogue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareStars {
    pub count: u8,
    pub until: String,
}

/// The card of a product; `None` without a photo, or where the site wants no such pictures.
#[must_use]
pub fn card(catalogue: &Catalogue, theme: &Theme, lang: LangId, id: ProductId) -> Option<ShareCard> {
    let product = &catalogue.products[id];
    let photo: &Photo = product.photos.first().filter(|_| catalogue.site.photos.share)?;
    let texts = theme.texts(lang);
    let producer = catalogue.producers[product.producer].public_name().get(lang).text;
    let place = match &product.present {
        Present::Became(now) => Some(*now),
        _ => product.place,
    };
    let province = place.map(|place| catalogue.places[catalogue.province(place).unwrap_or(place)].name.get(lang).text);
    let stars = catalogue.standing(id).and_then(|(certification, standing)| match standing {
        Standing::Valid { until } | Standing::Expiring { until } => Some(ShareStars {
            count: certification.stars.count(),
            until: texts.format("status_valid", &[("date", &texts.date(until))]),
        }),
        _ => None,
    });
    let as_of = as_of(catalogue, theme, lang);
    let drawing = photo.illustration.then(|| texts.get("illustration").to_owned());
    let notes: Vec<String> = drawing.into_iter().chain(as_of).collect();
    Some(ShareCard {
        photo: Some(*photo.content.as_bytes()),
        focus: photo.focus.unwrap_or((0.5, 0.5)),
        name: product.name.get(lang).text.to_owned(),
        by: producer.to_owned(),
        place: province.map(str::to_owned),
        stars,
        site: catalogue.site.title.get(lang).text.to_owned(),
        note: (!notes.is_empty()).then(|| notes.join(" · ")),
    })
}

/// The card of a planned picture.
#[must_use]
pub fn card_of(catalogue: &Catalogue, theme: &Theme, lang: LangId, subject: Subject) -> Option<ShareCard> {
    match subject {
        Subject::Product(id) => card(catalogue, theme, lang, id),
        _ => site_card(catalogue, theme, lang),
    }
}

/// The card of the site, for pages that have no picture of their own; `None` where the site wants none.
#[must_use]
pub fn site_card(catalogue: &Catalogue, theme: &Theme, lang: LangId) -> Option<ShareCard> {
    let site = &catalogue.site;
    site.photos.share.then(|| ShareCard {
        photo: None,
        focus: (0.5, 0.5),
        name: site.title.get(lang).text.to_owned(),
        by: site.tagline.as_ref().map_or_else(String::new, |tagline| tagline.get(lang).text.to_owned()),
        place: None,
        stars: None,
        site: site.organisation.as_ref().map_or_else(String::new, |by| by.name.get(lang).text.to_owned()),
        note: as_of(catalogue, theme, lang),
    })
}

/// Of which day an edition speaks.
fn as_of(catalogue: &Catalogue, theme: &Theme, lang: LangId) -> Option<String> {
    let texts = theme.texts(lang);
    match catalogue.site.speaks {
        SpeaksAsOf::Edition(day) => Some(texts.format("as_of", &[("date", &texts.day(day))])),
        SpeaksAsOf::Live(_) => None,
    }
}

/// Stands for the letters of the theme; `None` where it has none, and then no cards.
#[must_use]
pub fn letters(theme: &Theme) -> Option<PhotoContent> {
    let files = FONTS.map(|font| theme.files.get(font).map(Vec::as_slice));
    let [Some(regular), Some(bold)] = files else { return None };
    Some(PhotoContent::of(&[regular, bold].concat()))
}

impl ShareCard {
    /// Stands for everything that is drawn; `letters` are those of [`letters`].
    #[must_use]
    pub fn content(&self, letters: &PhotoContent) -> PhotoContent {
        let mut all = serde_json::to_vec(self).expect("a card is plain data");
        all.extend_from_slice(letters.as_bytes());
        PhotoContent::of(&all)
    }
}

impl Kind for Share {
    fn name(&self) -> &'static str {
        "share"
    }

    fn format(&self) -> &'static str {
        "picture"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let Planning { catalogue, theme, statics, .. } = planning;
        if !catalogue.site.photos.share {
            return Vec::new();
        }
        let Some(letters) = letters(theme) else { return Vec::new() };
        let own = statics.iter().any(|(path, _)| path == OWN);
        let mut routes = Vec::new();
        for lang in catalogue.site.languages.ids() {
            if let Some(card) = site_card(catalogue, theme, lang).filter(|_| !own) {
                let tag = catalogue.site.languages.tag(lang);
                let path = format!("{FOLDER}/{tag}-{}.jpg", card.content(&letters).short());
                routes.push((Route::new("share", lang, Subject::Site), SitePath::file(&path)));
            }
            for id in catalogue.products.ids() {
                if let Some(card) = card(catalogue, theme, lang, id) {
                    let code = catalogue.products[id].code.as_str();
                    let tag = catalogue.site.languages.tag(lang);
                    let path = format!("{FOLDER}/{code}-{tag}-{}.jpg", card.content(&letters).short());
                    routes.push((Route::new("share", lang, Subject::Product(id)), SitePath::file(&path)));
                }
            }
        }
        routes
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let lang = job.route.lang.expect("pictures for sharing have a language");
        let card = card_of(rendering.catalogue, rendering.theme, lang, job.route.subject);
        let card = card.expect("planned where there is a card");
        View { template: String::new(), lang, section: "products", page: Box::new(()), view: Box::new(card) }
    }
}
