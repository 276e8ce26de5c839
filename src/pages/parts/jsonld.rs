//! Structured data for search engines (schema.org as JSON-LD).
//!
//! Only what the catalogue knows: no ratings made of stars, no offers without a price. An ended certificate is not
//! marked up.

use crate::model::field::{FIELDS, Value};
use crate::model::{ArticleId, ProducerId, Product, ProductId, Quantity, SalesPointId, Standard, Standing};
use crate::plan::{Route, Subject};

use super::Scribe;
use super::node::{Node, Object, object};

/// One block.
#[derive(Clone, Debug)]
pub struct JsonLd<'a>(Object<'a>);

/// Where the words come from.
const CONTEXT: &str = "https://schema.org";

/// A block takes as much and more.
const USUAL: usize = 1024;

/// One step of the way to a page.
pub struct Crumb {
    pub name: String,
    pub url: String,
}

impl JsonLd<'_> {
    /// All blocks of a page as one text that can stand in a script element; `None` without any.
    #[must_use]
    pub fn all(mut blocks: Vec<Self>) -> Option<String> {
        let whole = if blocks.len() > 1 {
            let graph: Vec<Object<'_>> = blocks.into_iter().map(|block| block.0).collect();
            object! { "@context": CONTEXT, "@graph": graph }
        } else {
            let mut only = blocks.pop()?.0;
            only.set_first("@context", CONTEXT);
            only
        };
        let mut text = Vec::with_capacity(USUAL);
        serde_json::to_writer(&mut text, &whole).expect("members are texts and numbers");
        let text = String::from_utf8(text).expect("JSON is UTF-8");
        Some(if text.contains('<') { text.replace('<', "\\u003c") } else { text })
    }

    #[must_use]
    pub fn breadcrumbs(crumbs: impl Iterator<Item = Crumb>) -> Self {
        let item = |(index, crumb): (usize, Crumb)| object! { "@type": "ListItem", "position": index + 1, "name": crumb.name, "item": crumb.url };
        let items: Vec<Object<'_>> = crumbs.enumerate().map(item).collect();
        Self(object! { "@type": "BreadcrumbList", "itemListElement": items })
    }
}

impl<'a> Scribe<'a> {
    /// A product: identity and address, and every row of the field table that schema.org has a property for.
    #[must_use]
    pub fn jsonld_product(&self, id: ProductId) -> JsonLd<'a> {
        let product = &self.catalogue().products[id];
        let url = self.full("product", Subject::Product(id));
        let producer = &self.catalogue().producers[product.producer];
        let mut data = object! {
            "@type": "Product",
            "@id": format!("{url}#product"),
            "url": url.clone(),
            "productID": product.code.as_str(),
            "brand": object! { "@type": "Brand", "name": self.words(producer.brand.as_ref().unwrap_or(producer.public_name())) },
            "countryOfOrigin": object! { "@type": "Country", "name": "Việt Nam" },
        };
        for field in FIELDS {
            let (Some(property), Some(value)) = (field.schema_org, (field.read)(product)) else { continue };
            if let Some(value) = self.schema_org(value, product, &url) {
                data.set(property, value);
            }
        }
        // Names in other languages stand beside the aliases.
        let shown = self.words(&product.name);
        let mut others: Vec<&str> = product.name.all().filter(|name| *name != shown).collect();
        others.extend(product.aliases.iter().map(String::as_str));
        if !others.is_empty() {
            data.set("alternateName", others);
        }
        let images: Vec<String> =
            product.photos.iter().filter_map(|photo| self.og_image(photo)).map(|image| image.url).collect();
        if !images.is_empty() {
            data.set("image", images);
        }
        if let Some(gtin) = product.packages.iter().find_map(|package| package.gtin) {
            data.set("gtin", gtin.padded());
        }
        let mut certifications: Vec<Node<'_>> = self.jsonld_stars(id).map(Node::from).into_iter().collect();
        if let Some(Node::List(standards)) = data.take("hasCertification") {
            certifications.extend(standards);
        }
        if !certifications.is_empty() {
            data.set("hasCertification", certifications);
        }
        JsonLd(data)
    }

    /// A value of the field table as schema.org writes it.
    fn schema_org(&self, value: Value<'a>, product: &Product, url: &str) -> Option<Node<'a>> {
        Some(match value {
            Value::Text(text) => self.words(text).into(),
            Value::Names(names) => names.iter().map(String::as_str).collect::<Vec<_>>().into(),
            Value::List(texts) | Value::Steps(texts) => {
                texts.iter().map(|text| self.words(text)).collect::<Vec<_>>().into()
            }
            Value::Producer(id) => Node::from(object! {
                "@type": "Organization",
                "name": self.words(self.catalogue().producers[id].public_name()),
                "url": self.full("producer", Subject::Producer(id)),
            }),
            Value::Group(id) => self.group_name(id).into(),
            Value::Packages(_) => {
                let offers = Self::jsonld_offers(product, url);
                if offers.is_empty() {
                    return None;
                }
                offers.into()
            }
            Value::Standards(standards) => {
                standards.iter().filter_map(|standard| self.jsonld_standard(standard)).collect::<Vec<_>>().into()
            }
            _ => return None,
        })
    }

    /// The stars, only while they are current.
    fn jsonld_stars(&self, id: ProductId) -> Option<Object<'a>> {
        let (certification, standing) = self.catalogue().standing(id)?;
        let (Standing::Valid { until } | Standing::Expiring { until }) = standing else { return None };
        let stars = certification.stars.count();
        let mut data = object! {
            "@type": "Certification",
            "name": self.texts().format("stars_label", &[("stars", &stars.to_string())]) + " OCOP",
            "certificationRating": object! { "@type": "Rating", "ratingValue": u64::from(stars), "bestRating": 5_u64, "worstRating": 3_u64 },
            "certificationStatus": "https://schema.org/CertificationActive",
            "expires": until.to_string(),
        };
        if let Some(decision) = certification.decision.map(|id| &self.catalogue().decisions[id]) {
            data.set("certificationIdentification", &*decision.number);
            data.set("validFrom", decision.date.to_string());
            data.set("issuedBy", object! { "@type": "Organization", "name": self.words(&decision.issuer) });
        }
        Some(data)
    }

    /// A standard that has not ended.
    fn jsonld_standard(&self, standard: &'a Standard) -> Option<Object<'a>> {
        if standard.expires.is_some_and(|date| date.last() < self.catalogue().today()) {
            return None;
        }
        let kind = || self.kind_name("standard", standard.kind.name());
        let name = standard.name.as_ref().map_or_else(kind, |name| self.words(name));
        let mut data = object! { "@type": "Certification", "name": name };
        if let Some(number) = &standard.number {
            data.set("certificationIdentification", &**number);
        }
        Some(data)
    }

    fn jsonld_offers(product: &Product, url: &str) -> Vec<Object<'a>> {
        let priced = product.packages.iter().filter_map(|package| package.price.map(|price| (package, price)));
        priced
            .map(|(package, price)| {
                let mut data = object! { "@type": "Offer", "price": price.amount(), "priceCurrency": "VND", "url": url.to_owned() };
                if let Some(gtin) = package.gtin {
                    data.set("gtin", gtin.padded());
                }
                if let Some(Quantity::Amount { packs, each, unit }) = &package.net {
                    let value = each * f64::from(*packs);
                    data.set("eligibleQuantity", object! { "@type": "QuantitativeValue", "value": value, "unitCode": unit.un_code() });
                }
                data
            })
            .collect()
    }

    #[must_use]
    pub fn jsonld_producer(&self, id: ProducerId) -> JsonLd<'a> {
        let producer = &self.catalogue().producers[id];
        let mut data = object! {
            "@type": "Organization",
            "name": self.words(producer.public_name()),
            "url": self.full("producer", Subject::Producer(id)),
        };
        if let Some(date) = producer.founded {
            data.set("foundingDate", date.to_string());
        }
        if let Some(place) = producer.place {
            data.set(
                "address",
                object! { "@type": "PostalAddress", "addressCountry": "VN", "addressLocality": self.place_line(place) },
            );
        }
        for (key, value) in [("sameAs", &producer.website), ("telephone", &producer.phone), ("email", &producer.email)]
        {
            if let Some(value) = value {
                data.set(key, &**value);
            }
        }
        JsonLd(data)
    }

    #[must_use]
    pub fn jsonld_sales_point(&self, id: SalesPointId) -> JsonLd<'a> {
        let point = &self.catalogue().sales_points[id];
        let mut address = object! { "@type": "PostalAddress", "addressCountry": "VN" };
        if let Some(street) = &point.address {
            address.set("streetAddress", self.words(street));
        }
        if let Some(place) = point.place {
            address.set("addressLocality", self.place_line(place));
        }
        let mut data = object! { "@type": "Store", "name": self.words(&point.name), "url": self.full("sales_point", Subject::SalesPoint(id)), "address": address };
        if let Some(phone) = &point.phone {
            data.set("telephone", &**phone);
        }
        JsonLd(data)
    }

    #[must_use]
    pub fn jsonld_post(&self, id: ArticleId) -> JsonLd<'a> {
        let article = &self.catalogue().articles[id];
        let date = article.date.expect("posts have a date").to_string();
        JsonLd(object! {
            "@type": "NewsArticle",
            "headline": article.title(self.lang).1,
            "datePublished": date,
            "inLanguage": self.tag(),
            "url": self.full("post", Subject::Article(id)),
            "publisher": object! { "@type": "Organization", "name": self.publisher() },
            "author": object! { "@type": "Organization", "name": self.publisher() },
        })
    }

    #[must_use]
    pub fn jsonld_site(&self) -> JsonLd<'a> {
        JsonLd(object! {
            "@type": "WebSite",
            "name": self.words(&self.catalogue().site.title),
            "url": self.full("home", Subject::Site),
            "inLanguage": self.tag(),
            "publisher": object! { "@type": "Organization", "name": self.publisher() },
        })
    }

    /// The products of one page of a list; nothing for an empty one.
    #[must_use]
    pub fn jsonld_list(&self, products: &[ProductId], first: usize) -> Option<JsonLd<'a>> {
        if products.is_empty() {
            return None;
        }
        let items: Vec<Object<'_>> = products
            .iter()
            .enumerate()
            .map(|(index, id)| {
                object! { "@type": "ListItem", "position": first + index + 1, "name": self.words(&self.catalogue().products[*id].name), "url": self.full("product", Subject::Product(*id)) }
            })
            .collect();
        Some(JsonLd(object! { "@type": "ItemList", "itemListElement": items }))
    }

    fn publisher(&self) -> &'a str {
        let site = &self.catalogue().site;
        site.organisation
            .as_ref()
            .map_or_else(|| self.words(&site.title), |organisation| self.words(&organisation.name))
    }

    fn full(&self, kind: &'static str, subject: Subject) -> String {
        self.plan().full_url(&Route::new(kind, self.lang, subject)).expect("plan holds every route that pages made")
    }
}
