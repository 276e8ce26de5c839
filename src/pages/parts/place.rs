//! Places as printed on the certificate and as of today.

use serde::Serialize;

use crate::model::{PlaceId, Present, Text};
use crate::plan::Subject;

use super::Scribe;
use super::text::capitalised;

#[derive(Clone, Debug, Serialize)]
pub struct PlaceView {
    pub printed: String,
    pub url: Option<String>,
    pub now: Option<PlaceNow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PlaceNow {
    pub label: String,
    pub url: Option<String>,
}

impl<'a> Scribe<'a> {
    /// Name with the word for its type, for running text: `xã Côn Minh`, `Côn Minh Commune`.
    #[must_use]
    pub fn place_name(&self, id: PlaceId) -> String {
        let place = &self.catalogue().places[id];
        let name = self.words(&place.name);
        let key = format!("place_name_{}", place.kind.name().replace('-', "_"));
        let numbered = format!("{key}_numbered");
        let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        let text = if is_number { self.texts().format(&numbered, &[("name", name)]) } else { String::new() };
        if text.is_empty() { self.texts().format(&key, &[("name", name)]) } else { text }
    }

    /// The name standing alone, with a capital letter.
    #[must_use]
    pub fn place_title(&self, id: PlaceId) -> String {
        capitalised(&self.place_name(id))
    }

    /// With all that it lies in: `xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn`.
    #[must_use]
    pub fn place_line(&self, id: PlaceId) -> String {
        let separator = self.t("list_separator");
        self.catalogue().lineage(id).iter().map(|id| self.place_name(*id)).collect::<Vec<_>>().join(separator)
    }

    /// The unit and its province, without what lies between: enough for a card.
    #[must_use]
    pub fn place_short(&self, id: PlaceId) -> String {
        match self.catalogue().province(id).filter(|province| *province != id) {
            Some(province) => format!(
                "{}{}{}",
                self.place_title(id),
                self.t("list_separator"),
                self.words(&self.catalogue().places[province].name)
            ),
            None => self.place_title(id),
        }
    }

    /// The place of today, with a capital letter only where it begins a line.
    #[must_use]
    pub fn place_after(&self, printed: Option<PlaceId>, present: &Present, goes_on: bool) -> Option<String> {
        let short = self.place_today(printed, present)?;
        let id = match present {
            Present::Became(now) => *now,
            _ => printed?,
        };
        Some(if goes_on { short.replacen(&self.place_title(id), &self.place_name(id), 1) } else { short })
    }

    /// As printed and as of today. `None` when the record names no place.
    #[must_use]
    pub fn place(&self, printed: Option<PlaceId>, present: &Present, village: Option<&'a Text>) -> Option<PlaceView> {
        let id = printed?;
        let mut text = self.place_line(id);
        if let Some(village) = village {
            text = format!("{}{}{text}", self.words(village), self.t("list_separator"));
        }
        let now = match present {
            Present::Same | Present::Unknown => None,
            Present::Became(now) => Some(PlaceNow {
                label: self.texts().format("place_now", &[("place", &self.place_line(*now))]),
                url: self.maybe_url("place", Subject::Place(*now)),
            }),
            Present::OneOf(candidates) => {
                let names: Vec<String> = candidates.iter().map(|id| self.place_line(*id)).collect();
                Some(PlaceNow {
                    label: self.texts().format("place_now_one_of", &[("places", &names.join("; "))]),
                    url: None,
                })
            }
        };
        Some(PlaceView { printed: capitalised(&text), url: self.maybe_url("place", Subject::Place(id)), now })
    }

    /// The place of today in a few words, for cards; the printed one where today's is not known.
    #[must_use]
    pub fn place_today(&self, printed: Option<PlaceId>, present: &Present) -> Option<String> {
        match present {
            Present::Became(now) => Some(self.place_short(*now)),
            _ => printed.map(|id| self.place_short(id)),
        }
    }
}
