//! Structured data for search engines (schema.org as JSON-LD).
//!
//! Only what the catalogue knows: no ratings made of stars, no offers without a price. An ended certificate is not
//! marked up.

use serde_json::{Value as Json, json};

use crate::model::field::{FIELDS, Value};
use crate::model::{ArticleId, ProducerId, Product, ProductId, Quantity, SalesPointId, Standard, Standing};
use crate::plan::{Route, Subject};

use super::Scribe;

/// One block.
#[derive(Clone, Debug)]
pub struct JsonLd(pub Json);

/// One step of the way to a page.
pub struct Crumb {
    pub name: String,
    pub url: String,
}

impl JsonLd {
    /// All blocks of a page as one text that can stand in a script element; `None` without any.
    #[must_use]
    pub fn all(blocks: Vec<JsonLd>) -> Option<String> {
        if blocks.is_empty() {
            return None;
        }
        let mut graph: Vec<Json> = blocks.into_iter().map(|block| block.0).collect();
        let whole = if graph.len() == 1 {
            let mut only = graph.remove(0);
            if let Json::Object(map) = &mut only {
                map.shift_insert(0, "@context".into(), "https://schema.org".into());
            }
            only
        } else {
            json!({ "@context": "https://schema.org", "@graph": graph })
        };
        Some(whole.to_string().replace('<', "\\u003c"))
    }

    #[must_use]
    pub fn breadcrumbs(crumbs: impl Iterator<Item = Crumb>) -> Self {
        let items: Vec<Json> = crumbs
            .enumerate()
            .map(|(index, crumb)| json!({ "@type": "ListItem", "position": index + 1, "name": crumb.name, "item": crumb.url }))
            .collect();
        Self(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }
}

impl<'a> Scribe<'a> {
    /// A product: identity and address, and every row of the field table that schema.org has a property for.
    #[must_use]
    pub fn jsonld_product(&self, id: ProductId) -> JsonLd {
        let product = &self.catalogue().products[id];
        let url = self.full("product", Subject::Product(id));
        let producer = &self.catalogue().producers[product.producer];
        let mut data = json!({
            "@type": "Product",
            "@id": format!("{url}#product"),
            "url": url,
            "productID": product.code.as_str(),
            "brand": { "@type": "Brand", "name": self.words(producer.brand.as_ref().unwrap_or(producer.public_name())) },
            "countryOfOrigin": { "@type": "Country", "name": "Việt Nam" },
        });
        let map = data.as_object_mut().expect("made as an object");
        for field in FIELDS {
            let (Some(property), Some(value)) = (field.schema_org, (field.read)(product)) else { continue };
            if let Some(value) = self.schema_org(value, product, &url) {
                map.insert(property.into(), value);
            }
        }
        // Names in other languages stand beside the aliases.
        let shown = self.words(&product.name);
        let mut others: Vec<&str> = product.name.all().filter(|name| *name != shown).collect();
        others.extend(product.aliases.iter().map(String::as_str));
        if !others.is_empty() {
            map.insert("alternateName".into(), json!(others));
        }
        let images: Vec<String> =
            product.photos.iter().filter_map(|photo| self.og_image(photo)).map(|image| image.url).collect();
        if !images.is_empty() {
            map.insert("image".into(), json!(images));
        }
        if let Some(gtin) = product.packages.iter().find_map(|package| package.gtin) {
            map.insert("gtin".into(), gtin.padded().into());
        }
        let mut certifications: Vec<Json> = self.jsonld_stars(id).into_iter().collect();
        if let Some(Json::Array(standards)) = map.remove("hasCertification") {
            certifications.extend(standards);
        }
        if !certifications.is_empty() {
            map.insert("hasCertification".into(), json!(certifications));
        }
        JsonLd(data)
    }

    /// A value of the field table as schema.org writes it.
    fn schema_org(&self, value: Value<'a>, product: &Product, url: &str) -> Option<Json> {
        Some(match value {
            Value::Text(text) => self.words(text).into(),
            Value::Names(names) => json!(names),
            Value::List(texts) | Value::Steps(texts) => {
                json!(texts.iter().map(|text| self.words(text)).collect::<Vec<_>>())
            }
            Value::Producer(id) => json!({
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
                json!(offers)
            }
            Value::Standards(standards) => {
                json!(standards.iter().filter_map(|standard| self.jsonld_standard(standard)).collect::<Vec<_>>())
            }
            _ => return None,
        })
    }

    /// The stars, only while they are current.
    fn jsonld_stars(&self, id: ProductId) -> Option<Json> {
        let (certification, standing) = self.catalogue().standing(id)?;
        let (Standing::Valid { until } | Standing::Expiring { until }) = standing else { return None };
        let stars = certification.stars.count();
        let mut data = json!({
            "@type": "Certification",
            "name": self.texts().format("stars_label", &[("stars", &stars.to_string())]) + " OCOP",
            "certificationRating": { "@type": "Rating", "ratingValue": stars, "bestRating": 5, "worstRating": 3 },
            "certificationStatus": "https://schema.org/CertificationActive",
            "expires": until.to_string(),
        });
        if let Some(decision) = certification.decision.map(|id| &self.catalogue().decisions[id]) {
            data["certificationIdentification"] = decision.number.clone().into();
            data["validFrom"] = decision.date.to_string().into();
            data["issuedBy"] = json!({ "@type": "Organization", "name": self.words(&decision.issuer) });
        }
        Some(data)
    }

    /// A standard that has not ended.
    fn jsonld_standard(&self, standard: &'a Standard) -> Option<Json> {
        if standard.expires.is_some_and(|date| date.last() < self.catalogue().today()) {
            return None;
        }
        let kind = || self.kind_name("standard", standard.kind.name());
        let name = standard.name.as_ref().map_or_else(kind, |name| self.words(name));
        let mut data = json!({ "@type": "Certification", "name": name });
        if let Some(number) = &standard.number {
            data["certificationIdentification"] = number.clone().into();
        }
        Some(data)
    }

    fn jsonld_offers(product: &Product, url: &str) -> Vec<Json> {
        let priced = product.packages.iter().filter_map(|package| package.price.map(|price| (package, price)));
        priced
            .map(|(package, price)| {
                let mut data = json!({ "@type": "Offer", "price": price.amount(), "priceCurrency": "VND", "url": url });
                if let Some(gtin) = package.gtin {
                    data["gtin"] = gtin.padded().into();
                }
                if let Some(Quantity::Amount { packs, each, unit }) = &package.net {
                    data["eligibleQuantity"] = json!({ "@type": "QuantitativeValue", "value": each * f64::from(*packs), "unitCode": unit.un_code() });
                }
                data
            })
            .collect()
    }

    #[must_use]
    pub fn jsonld_producer(&self, id: ProducerId) -> JsonLd {
        let producer = &self.catalogue().producers[id];
        let mut data = json!({
            "@type": "Organization",
            "name": self.words(producer.public_name()),
            "url": self.full("producer", Subject::Producer(id)),
        });
        let map = data.as_object_mut().expect("made as an object");
        if let Some(date) = producer.founded {
            map.insert("foundingDate".into(), date.to_string().into());
        }
        if let Some(place) = producer.place {
            map.insert(
                "address".into(),
                json!({ "@type": "PostalAddress", "addressCountry": "VN", "addressLocality": self.place_line(place) }),
            );
        }
        for (key, value) in [("sameAs", &producer.website), ("telephone", &producer.phone), ("email", &producer.email)]
        {
            if let Some(value) = value {
                map.insert(key.into(), value.clone().into());
            }
        }
        JsonLd(data)
    }

    #[must_use]
    pub fn jsonld_sales_point(&self, id: SalesPointId) -> JsonLd {
        let point = &self.catalogue().sales_points[id];
        let mut address = json!({ "@type": "PostalAddress", "addressCountry": "VN" });
        if let Some(street) = &point.address {
            address["streetAddress"] = self.words(street).into();
        }
        if let Some(place) = point.place {
            address["addressLocality"] = self.place_line(place).into();
        }
        let mut data = json!({ "@type": "Store", "name": self.words(&point.name), "url": self.full("sales_point", Subject::SalesPoint(id)), "address": address });
        if let Some(phone) = &point.phone {
            data["telephone"] = phone.clone().into();
        }
        JsonLd(data)
    }

    #[must_use]
    pub fn jsonld_post(&self, id: ArticleId) -> JsonLd {
        let article = &self.catalogue().articles[id];
        let date = article.date.expect("posts have a date").to_string();
        JsonLd(json!({
            "@type": "NewsArticle",
            "headline": article.title(self.lang).1,
            "datePublished": date,
            "inLanguage": self.tag(),
            "url": self.full("post", Subject::Article(id)),
            "publisher": { "@type": "Organization", "name": self.publisher() },
            "author": { "@type": "Organization", "name": self.publisher() },
        }))
    }

    #[must_use]
    pub fn jsonld_site(&self) -> JsonLd {
        JsonLd(json!({
            "@type": "WebSite",
            "name": self.words(&self.catalogue().site.title),
            "url": self.full("home", Subject::Site),
            "inLanguage": self.tag(),
            "publisher": { "@type": "Organization", "name": self.publisher() },
        }))
    }

    /// The products of one page of a list; nothing for an empty one.
    #[must_use]
    pub fn jsonld_list(&self, products: &[ProductId], first: usize) -> Option<JsonLd> {
        if products.is_empty() {
            return None;
        }
        let items: Vec<Json> = products
            .iter()
            .enumerate()
            .map(|(index, id)| {
                json!({ "@type": "ListItem", "position": first + index + 1, "name": self.words(&self.catalogue().products[*id].name), "url": self.full("product", Subject::Product(*id)) })
            })
            .collect();
        Some(JsonLd(json!({ "@type": "ItemList", "itemListElement": items })))
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
