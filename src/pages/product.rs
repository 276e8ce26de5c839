//! The page of one product.

use serde::Serialize;

use crate::model::{LangId, ProductId};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

use super::parts::facts::SectionView;
use super::parts::frame::Head;
use super::parts::items::SalesPointItem;
use super::parts::picture::Picture;
use super::parts::place::PlaceView;
use super::parts::price::{PackageView, PriceView};
use super::parts::stars::{CertificateView, StarsView};
use super::parts::{Html, Link, Scribe, Source, TextView, source};

/// Related products on a page.
const RELATED: usize = 4;

pub struct ProductPage;

#[derive(Serialize)]
struct Body<'a> {
    id: &'a str,
    name: TextView<'a>,
    name_other: Vec<NameOther<'a>>,
    summary: Option<TextView<'a>>,
    aliases: &'a [String],
    stars: StarsView<'a>,
    group: Link,
    photos: Vec<Picture<'a>>,
    producer: ProducerBox<'a>,
    place: Option<PlaceView>,
    price: Option<PriceView>,
    packages: Vec<PackageView<'a>>,
    story: Option<super::parts::Body<'a>>,
    sections: Vec<SectionView<'a>>,
    certificates: Vec<CertificateView<'a>>,
    #[serde(rename = "where")]
    sold: Sold<'a>,
    related: Vec<Html<'a>>,
    sources: Vec<Source<'a>>,
    permanent: PermanentView,
    qr: Html<'a>,
    qr_label: String,
    sheet_url: String,
    share: Vec<Share<'a>>,
}

/// The name in another language of the site.
#[derive(Clone, Debug, Serialize)]
pub struct NameOther<'a> {
    pub label: String,
    pub text: &'a str,
    pub lang: &'a str,
}

#[derive(Serialize)]
struct ProducerBox<'a> {
    name: TextView<'a>,
    url: String,
    #[serde(rename = "type")]
    kind: &'a str,
    place: Option<String>,
    founded: Option<String>,
    picture: Option<Picture<'a>>,
    count_text: String,
}

#[derive(Serialize)]
struct Sold<'a> {
    sales_points: Vec<SalesPointItem<'a>>,
    online: Vec<Link>,
    exports: Vec<TextView<'a>>,
    markets: Option<TextView<'a>>,
}

/// The short address that never changes.
#[derive(Clone, Debug, Serialize)]
pub struct PermanentView {
    pub url: String,
    /// Without the scheme, as it is printed.
    pub text: String,
}

#[derive(Serialize)]
struct Share<'a> {
    key: &'static str,
    label: &'a str,
    url: String,
}

/// Path of the folder of a product in a language.
#[must_use]
pub fn folder(planning: &Planning<'_>, lang: LangId, id: ProductId) -> String {
    format!("{}/{}", planning.theme.texts(lang).get("path_products"), planning.catalogue.products[id].slug)
}

impl Kind for ProductPage {
    fn name(&self) -> &'static str {
        "product"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let catalogue = planning.catalogue;
        let one = |lang, id| {
            (
                Route::new("product", lang, Subject::Product(id)),
                crate::plan::in_language(catalogue, lang, &folder(planning, lang, id)),
            )
        };
        catalogue
            .site
            .languages
            .ids()
            .flat_map(|lang| catalogue.products.ids().map(move |id| (lang, id)))
            .map(|(lang, id)| one(lang, id))
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let scribe = Scribe::new(rendering, job.route.lang.expect("product pages have a language"));
        let Subject::Product(id) = job.route.subject else { unreachable!("product pages are about a product") };
        let product = &rendering.catalogue.products[id];
        let producer = &rendering.catalogue.producers[product.producer];
        let name = scribe.text(&product.name);
        let permanent = permanent(&scribe, id);
        let body = Body {
            id: product.code.as_str(),
            name: name.clone(),
            name_other: name_other(&scribe, id),
            summary: product.summary.as_ref().map(|summary| scribe.text(summary)),
            aliases: &product.aliases,
            stars: scribe.stars(id),
            group: scribe.link("group", Subject::Group(product.group), scribe.group_name(product.group)),
            photos: product.photos.iter().filter_map(|photo| scribe.picture(photo)).collect(),
            producer: ProducerBox {
                name: scribe.text(producer.public_name()),
                url: scribe.url("producer", Subject::Producer(product.producer)),
                kind: scribe.kind_name("producer_type", producer.kind.name()),
                place: scribe.place_today(producer.place, &producer.present),
                founded: producer.founded.map(|date| scribe.texts().date(date)),
                picture: producer.photos.first().and_then(|photo| scribe.picture(photo)),
                count_text: scribe.products_count(rendering.index.of_producer(product.producer).len()),
            },
            place: scribe.place(product.place, &product.present, product.village.as_ref()),
            price: scribe.price(&product.packages),
            packages: scribe.packages(&product.packages),
            story: scribe.body(&product.story),
            sections: scribe.sections(product),
            certificates: scribe.certificates(id),
            sold: Sold {
                sales_points: product.sold.sales_points.iter().map(|id| scribe.sales_point_item(*id)).collect(),
                online: product
                    .sold
                    .online
                    .iter()
                    .map(|shop| Link { label: scribe.words(&shop.name).to_owned(), url: shop.url.clone() })
                    .collect(),
                exports: product.sold.exports.iter().map(|text| scribe.text(text)).collect(),
                markets: product.sold.markets.as_ref().map(|text| scribe.text(text)),
            },
            related: scribe.cards(&related(&scribe, id)),
            sources: product.sources.iter().map(|text| source(text)).collect(),
            qr: Html((rendering.code)(id).into()),
            qr_label: scribe.texts().format("qr_label", &[("address", &permanent.text)]),
            sheet_url: scribe.url("sheet", Subject::Product(id)),
            share: share(&scribe, &permanent.url),
            permanent,
        };
        let description = match (&product.summary, product.story.get(scribe.lang)) {
            (Some(summary), _) => scribe.words(summary).to_owned(),
            (None, Some((_, story))) => super::prose::excerpt(story, 160),
            (None, None) => format!("{} – {}", name.text, scribe.words(producer.public_name())),
        };
        let mut head = Head::new(name, description);
        head.above = vec![
            scribe.link("products", Subject::Site, scribe.t("nav_products")),
            scribe.link("group", Subject::Group(product.group), scribe.group_name(product.group)),
        ];
        head.image = product.photos.first();
        head.shared = Some(id);
        head.jsonld = vec![scribe.jsonld_product(id)];
        head.falls_back_to = falls_back(&scribe, id);
        scribe.view(job, "products", head, body)
    }
}

/// The language that the page shows instead, where name or story are not translated.
fn falls_back(scribe: &Scribe<'_>, id: ProductId) -> Option<LangId> {
    let product = &scribe.catalogue().products[id];
    let story = product.story.get(scribe.lang).map(|(lang, _)| lang).filter(|lang| *lang != scribe.lang);
    story.or_else(|| product.name.lacks(scribe.lang).then_some(LangId::DEFAULT))
}

/// The names in the other languages of the site, where they differ.
#[must_use]
pub fn name_other<'a>(scribe: &Scribe<'a>, id: ProductId) -> Vec<NameOther<'a>> {
    let name = &scribe.catalogue().products[id].name;
    let languages = &scribe.catalogue().site.languages;
    let shown = scribe.words(name);
    languages
        .iter()
        .filter(|language| language.id != scribe.lang && !name.lacks(language.id))
        .map(|language| (language, name.get(language.id).text))
        .filter(|(_, text)| *text != shown)
        .map(|(language, text)| NameOther {
            label: scribe.texts().format("name_in", &[("language", scribe.t(&format!("language_{}", language.tag)))]),
            text,
            lang: &language.tag,
        })
        .collect()
}

/// The permanent address of a product.
#[must_use]
pub fn permanent(scribe: &Scribe<'_>, id: ProductId) -> PermanentView {
    let url = scribe
        .plan()
        .full_url(&Route::shared("permanent", Subject::Product(id)))
        .expect("every product has a permanent address");
    let text = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).to_owned();
    PermanentView { url, text }
}

/// Others of the same producer first, then of the same group, in the order of lists.
fn related(scribe: &Scribe<'_>, id: ProductId) -> Vec<ProductId> {
    let index = scribe.rendering.index;
    let product = &scribe.catalogue().products[id];
    let mut related: Vec<ProductId> = Vec::new();
    let groups = scribe.catalogue().group_line(product.group);
    let lists =
        std::iter::once(index.of_producer(product.producer)).chain(groups.iter().map(|group| index.in_group(*group)));
    for list in lists {
        for candidate in nearest(list, id) {
            if related.len() == RELATED {
                return related;
            }
            if candidate != id && !related.contains(&candidate) {
                related.push(candidate);
            }
        }
    }
    related
}

/// A few entries of a list around one of them, so that long lists cost no more than short ones.
fn nearest(list: &[ProductId], id: ProductId) -> impl Iterator<Item = ProductId> + '_ {
    let at = list.partition_point(|other| *other < id);
    let after = list[at..].iter().skip(1).take(RELATED);
    let before = list[..at].iter().rev().take(RELATED);
    after.chain(before).copied()
}

fn share<'a>(scribe: &Scribe<'a>, url: &str) -> Vec<Share<'a>> {
    let address: String = url
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    vec![
        Share {
            key: "facebook",
            label: scribe.t("share_facebook"),
            url: format!("https://www.facebook.com/sharer/sharer.php?u={address}"),
        },
        Share { key: "zalo", label: scribe.t("share_zalo"), url: format!("https://zalo.me/share?u={address}") },
    ]
}
