//! The site with its defaults, and the product groups it knows.

use crate::diag::code::{NOT_ALLOWED, NUMBER, SITE};
use crate::diag::{Diag, FileId, Place, Sink, did_you_mean, listed};
use crate::load::records::{PhotosRecord, SiteRecord};
use crate::model::{Group, GroupId, Languages, Organisation, PhotoSettings, Site, SpeaksAsOf, Text, known_groups};

use super::Choices;

const PER_PAGE: usize = 24;

pub fn resolve(
    (file, record): (FileId, SiteRecord),
    languages: Languages,
    choices: &Choices,
    sink: &mut Sink,
) -> (Site, Vec<Group>) {
    let (base, at) = match &choices.base_url {
        Some(given) => (given.clone(), Place::top(file)),
        None => (record.base_url.value.0.clone(), record.base_url.place),
    };
    let (origin, base_path) = split(&base).unwrap_or_else(|| {
        sink.push(
            Diag::new(&SITE, format!("`{base}` is not the address of a site"))
                .at(at, "this address")
                .help("write it like https://ocop.example/ or https://ocop.example/catalogue/"),
        );
        ("https://site.invalid".into(), "/".into())
    });
    let per_page = record.lists.as_ref().and_then(|lists| lists.per_page.as_ref()).map_or(PER_PAGE, |given| {
        if let Ok(count @ 1..=500) = usize::try_from(given.value) {
            count
        } else {
            sink.push(
                Diag::new(&NUMBER, format!("a page of a list holds 1 to 500 products, found {}", given.value))
                    .at(given.place, "this number")
                    .help("24 is usual"),
            );
            PER_PAGE
        }
    });
    let mut groups: Vec<Group> = Vec::new();
    for id in known_groups() {
        add(&mut groups, id, None);
    }
    for own in record.group {
        let id = own.id.value;
        let parent = id.rsplit_once('.').map(|(parent, _)| parent);
        if groups.iter().any(|group| group.id == id) {
            // A site may call a known group by another name.
            groups.iter_mut().filter(|group| group.id == id).for_each(|group| group.name = Some(own.name.clone()));
        } else if id.split('.').all(|part| {
            part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
                && !part.is_empty()
        }) && parent.is_some_and(|parent| groups.iter().any(|group| group.id == parent))
        {
            add(&mut groups, &id, Some(own.name));
        } else {
            let known = || known_groups().iter().copied();
            let help = did_you_mean(&id, known()).unwrap_or_else(|| {
                format!("begin the id with a known group and a dot: {}", listed(known().filter(|id| !id.contains('.'))))
            });
            sink.push(
                Diag::new(&NOT_ALLOWED, format!("the group `{id}` is not a part of a known group"))
                    .at(own.id.place, "this id")
                    .help(help),
            );
        }
    }
    let organisation = record.organisation.map(|organisation| Organisation {
        name: organisation.name,
        url: organisation.url.map(|url| url.0),
        email: organisation.email,
        phone: organisation.phone,
        address: organisation.address,
    });
    let print = super::print::resolve(record.print, sink);
    let edition = record.catalogue.and_then(|catalogue| catalogue.edition);
    let speaks = edition.map_or(SpeaksAsOf::Live(choices.today), SpeaksAsOf::Edition);
    let site = Site {
        origin,
        base_path,
        languages,
        title: record.title,
        tagline: record.tagline,
        description: record.description,
        notice: record.notice,
        organisation,
        theme: record.theme.map_or_else(|| crate::load::theme::BUILT_IN.to_owned(), |theme| theme.value),
        speaks,
        per_page,
        offline: record.offline.and_then(|offline| offline.enabled).unwrap_or(true),
        search: record.search.and_then(|search| search.enabled).unwrap_or(true),
        photos: photos(record.photos, sink),
        print,
    };
    (site, groups)
}

fn photos(record: Option<PhotosRecord>, sink: &mut Sink) -> PhotoSettings {
    let share = record.as_ref().and_then(|record| record.og).unwrap_or(true);
    let avif = record.and_then(|record| record.avif);
    if let Some(asked) = &avif
        && asked.value
        && !cfg!(feature = "avif")
    {
        sink.push(
            Diag::new(&SITE, "this `ocop` was built without AVIF")
                .at(asked.place, "asked for here")
                .help("take avif = true out, or build ocop with: cargo build --release --features avif"),
        );
    }
    PhotoSettings { avif: cfg!(feature = "avif") && avif.is_some_and(|asked| asked.value), share }
}

fn add(groups: &mut Vec<Group>, id: &str, name: Option<Text>) {
    let parent = id.rsplit_once('.').and_then(|(parent, _)| groups.iter().position(|group| group.id == parent));
    groups.push(Group { id: id.to_owned(), name, parent: parent.map(GroupId::from) });
}

/// Origin without a slash at the end, and path with slashes around it. `None` when it is no http address.
fn split(base: &str) -> Option<(String, String)> {
    let scheme_end = base.find("://").map(|index| index + 3)?;
    if !matches!(&base[..scheme_end], "http://" | "https://") || base.contains(['?', '#', ' ', '"', '<', '>']) {
        return None;
    }
    let path_start = base[scheme_end..].find('/').map_or(base.len(), |index| scheme_end + index);
    let (origin, path) = base.split_at(path_start);
    if origin.len() == scheme_end {
        return None;
    }
    let path = path.trim_matches('/');
    Some((origin.to_owned(), if path.is_empty() { "/".into() } else { format!("/{path}/") }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_address_gives_origin_and_path() {
        let parts = |base: &str| split(base);
        assert_eq!(parts("https://ocop.example"), Some(("https://ocop.example".into(), "/".into())));
        assert_eq!(parts("https://ocop.example/a/b"), Some(("https://ocop.example".into(), "/a/b/".into())));
        assert_eq!(parts("http://localhost:1111/"), Some(("http://localhost:1111".into(), "/".into())));
        assert_eq!(parts("ftp://x/"), None);
        assert_eq!(parts("https:///x"), None);
    }
}
