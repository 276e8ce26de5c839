//! Members of a portal: loose texts of other offices become types, and stars those of the day of the portal.
//!
//! Another office's data is not trusted: texts are cleaned, and only addresses below the member's own are kept.

use std::collections::BTreeMap;

use crate::diag::code::{ID_CLASH, MEMBER_DAMAGED, MEMBER_OUTDATED};
use crate::diag::{Diag, Place, Sink};
use crate::load::member::{CertificateData, LoadedMember, ProductData, Texts};
use crate::load::{Url, records::MemberRecord};
use crate::model::{Day, Group, GroupId, Languages, Member, MemberProduct, PartialDate, Slug, Stars, Text, clean};

/// Days after which a live member is told to be older than the newest: certificates end and begin in that time.
const OLD_DAYS: i32 = 45;

/// What members are read with.
pub struct Known<'a> {
    pub languages: &'a Languages,
    pub groups: &'a [Group],
    pub today: Day,
}

pub fn resolve(loaded: Vec<LoadedMember>, known: &Known<'_>, sink: &mut Sink) -> Vec<Member> {
    let mut ids: BTreeMap<Slug, Place> = BTreeMap::new();
    let mut urls: BTreeMap<String, Place> = BTreeMap::new();
    let mut members = Vec::new();
    for one in loaded {
        let (id, place) = (one.record.id.value.clone(), one.record.id.place);
        let clash = |message: String, first: Place| {
            let diag = Diag::new(&ID_CLASH, message).at(place, "used again here").at(first, "used first here");
            diag.help("every catalogue takes part once, under a name of its own")
        };
        if let Some(first) = ids.get(&id) {
            sink.push(clash(format!("two members are called `{id}`"), *first));
            continue;
        }
        let Some(member) = member(one, known, sink) else { continue };
        if let Some(first) = urls.get(&member.url) {
            sink.push(clash(
                format!("{} takes part twice, so its products would be counted twice", member.url),
                *first,
            ));
            continue;
        }
        ids.insert(id, place);
        urls.insert(member.url.clone(), place);
        members.push(member);
    }
    old(&members, sink);
    members
}

fn member(loaded: LoadedMember, known: &Known<'_>, sink: &mut Sink) -> Option<Member> {
    let LoadedMember { record: MemberRecord { id, title, folder, at: _ }, data, index } = loaded;
    let mut damaged = |message: String| {
        let help = "ask the office to build its site anew, then copy it again";
        sink.push(Diag::new(&MEMBER_DAMAGED, message).at(folder.place, "this folder").help(help));
    };
    // A name before the host makes an address look like that of somebody else.
    let address = Url::parse(&data.url).filter(|url| url.0.ends_with('/') && !url.0.contains('@'));
    let as_of: Option<Day> = data.as_of.parse().ok();
    let name = title.or_else(|| text(&data.title, known.languages));
    let (Some(url), Some(as_of), Some(title)) = (address, as_of, name) else {
        damaged(format!(
            "the list in `{}` has no address, no day or no title that can be read, so the catalogue is left out",
            folder.value
        ));
        return None;
    };
    let all = data.products.len();
    let read = |one: &ProductData| product(one, &url.0, known);
    let products: Vec<MemberProduct> = data.products.iter().filter_map(read).collect();
    if products.len() < all {
        let first = data.products.iter().find(|one| read(one).is_none()).map_or("", |one| &*one.id);
        let left_out = all - products.len();
        damaged(format!(
            "{left_out} products of the list in `{}` have no name, impossible stars or an address outside {}, so they are left out; the first is `{first}`",
            folder.value, url.0
        ));
    }
    let notice = data.notice.as_ref().and_then(|notice| text(notice, known.languages));
    let Url(url) = url;
    Some(Member { id: id.value, title, notice, url, as_of, edition: data.edition, products, index, place: id.place })
}

fn product(data: &ProductData, base: &str, known: &Known<'_>) -> Option<MemberProduct> {
    let languages = known.languages;
    let below = |url: &str| Url::parse(url).filter(|url| url.0.starts_with(base)).map(|url| url.0);
    let any = data.urls.values().next()?;
    let urls: Option<Box<[String]>> =
        languages.iter().map(|language| below(data.urls.get(&*language.tag).unwrap_or(any))).collect();
    Some(MemberProduct {
        name: text(&data.name, languages)?,
        producer: text(&data.producer.name, languages)?,
        stars: stars(&data.certificate, known.today)?,
        group: group(&data.group, known.groups),
        urls: urls?,
    })
}

/// Stars that are certainly valid on a day: a list may be older than the portal. `None` for stars that do not exist.
fn stars(certificate: &CertificateData, today: Day) -> Option<u8> {
    let held = matches!(&*certificate.status, "valid" | "expiring");
    let until: Option<PartialDate> = certificate.valid_until.as_ref().and_then(|until| until.parse().ok());
    match certificate.stars {
        Some(stars) if held => {
            let stars = Stars::try_from(i64::from(stars)).ok()?;
            Some(if until?.first() >= today { stars.count() } else { 0 })
        }
        _ => Some(0),
    }
}

/// The group itself, or the nearest above it that the portal knows.
fn group(id: &str, groups: &[Group]) -> Option<GroupId> {
    let mut id = id;
    loop {
        if let Some(index) = groups.iter().position(|group| group.id == id) {
            return Some(GroupId::from(index));
        }
        id = id.rsplit_once('.')?.0;
    }
}

/// A text of another catalogue, which may have other languages; what the portal's first language lacks is given in any.
fn text(texts: &Texts, languages: &Languages) -> Option<Text> {
    let cleaned: BTreeMap<&str, String> =
        texts.iter().map(|(tag, text)| (&**tag, clean(text).0)).filter(|(_, text)| !text.is_empty()).collect();
    let any = cleaned.values().next()?;
    if cleaned.len() > 1 && cleaned.values().all(|text| text == any) {
        return Some(Text::bare(any, languages));
    }
    let main = &languages.iter().next()?.tag;
    let mut given: Vec<_> = languages
        .iter()
        .filter_map(|language| cleaned.get(&*language.tag).map(|text| (language.id, text.clone())))
        .collect();
    if !cleaned.contains_key(&**main) {
        given.push((languages.default_id(), any.clone()));
    }
    Text::translated(given, languages)
}

/// Tells of live members that were made long before the newest; an edition is meant to stay as it is.
fn old(members: &[Member], sink: &mut Sink) {
    let Some(newest) = members.iter().max_by_key(|member| member.as_of) else { return };
    for member in members.iter().filter(|member| !member.edition) {
        let days = member.as_of.days_until(newest.as_of);
        if days > OLD_DAYS {
            let message = format!(
                "`{}` is as of {}, {days} days older than `{}`: what it certified since is missing, and certificates that ended are not shown as held",
                member.id, member.as_of, newest.id
            );
            let diag = Diag::new(&MEMBER_OUTDATED, message).at(member.place, "this catalogue");
            sink.push(diag.help("ask the office to build its site anew, then copy it again"));
        }
    }
}
