//! The catalogue as data: `/api/catalogue.json` and one file per product, made from the field table.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value as Json, json};

use crate::model::field::{FIELDS, Value};
use crate::model::{Catalogue, DATA_FORMAT, LangId, PartialDate, ProductId, SpeaksAsOf, Standing, Text};
use crate::plan::{Job, Kind, Planning, Rendering, Route, SitePath, Subject, View};

pub struct ApiCatalogue;
pub struct ApiProduct;

impl Kind for ApiCatalogue {
    fn name(&self) -> &'static str {
        "api_catalogue"
    }

    fn format(&self) -> &'static str {
        "json"
    }

    fn routes(&self, _planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        vec![(Route::shared("api_catalogue", Subject::Site), SitePath::file("api/catalogue.json"))]
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, _job: &Job) -> View<'a> {
        data(Whole { rendering })
    }
}

/// All products, each made when it is written: together they take a hundred times the room of one page.
struct Whole<'a> {
    rendering: &'a Rendering<'a>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Rendering { catalogue, index, plan, .. } = *self.rendering;
        let site = &catalogue.site;
        let products = index.all(LangId::DEFAULT);
        let mut whole = serializer.serialize_map(None)?;
        whole.serialize_entry("format", &DATA_FORMAT)?;
        whole.serialize_entry("url", &plan.full(""))?;
        whole.serialize_entry("title", &text(catalogue, &site.title))?;
        whole.serialize_entry("notice", &site.notice.as_ref().map(|notice| text(catalogue, notice)))?;
        whole.serialize_entry("as_of", &catalogue.today().to_string())?;
        whole.serialize_entry("edition", &matches!(site.speaks, SpeaksAsOf::Edition(_)))?;
        let languages = site.languages.iter().map(|language| &language.tag);
        whole.serialize_entry("languages", &languages.collect::<Vec<_>>())?;
        whole.serialize_entry("count", &products.len())?;
        whole.serialize_entry("products", &Each { rendering: self.rendering, products })?;
        whole.end()
    }
}

struct Each<'a> {
    rendering: &'a Rendering<'a>,
    products: &'a [ProductId],
}

impl Serialize for Each<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.products.iter().map(|id| summary(self.rendering, *id)))
    }
}

impl Kind for ApiProduct {
    fn name(&self) -> &'static str {
        "api_product"
    }

    fn format(&self) -> &'static str {
        "json"
    }

    fn routes(&self, planning: &Planning<'_>) -> Vec<(Route, SitePath)> {
        let products = planning.catalogue.products.iter();
        products
            .map(|(id, product)| {
                (
                    Route::shared("api_product", Subject::Product(id)),
                    SitePath::file(&format!("api/products/{}.json", product.code)),
                )
            })
            .collect()
    }

    fn view<'a>(&self, rendering: &'a Rendering<'a>, job: &Job) -> View<'a> {
        let Subject::Product(id) = job.route.subject else { unreachable!("product data is about a product") };
        let mut body = summary(rendering, id);
        let map = body.as_object_mut().expect("made as an object");
        let product = &rendering.catalogue.products[id];
        for field in FIELDS {
            if let Some(value) = (field.read)(product).and_then(|value| json_value(rendering, value)) {
                map.entry(field.key).or_insert(value);
            }
        }
        map.insert("sources".into(), json!(product.sources));
        data(body)
    }
}

fn data<'a>(body: impl Serialize + 'a) -> View<'a> {
    View { template: String::new(), lang: LangId::DEFAULT, section: "home", page: Box::new(()), view: Box::new(body) }
}

/// What lists of products need.
fn summary(rendering: &Rendering<'_>, id: ProductId) -> Json {
    let catalogue = rendering.catalogue;
    let product = &catalogue.products[id];
    let urls: Map<String, Json> = catalogue
        .site
        .languages
        .iter()
        .filter_map(|language| {
            rendering
                .plan
                .full_url(&Route::new("product", language.id, Subject::Product(id)))
                .map(|url| (language.tag.clone(), url.into()))
        })
        .collect();
    let places: Vec<&str> = catalogue
        .places_of(product.place, &product.present)
        .into_iter()
        .map(|id| catalogue.places[id].key.as_str())
        .collect();
    json!({
        "id": product.code.as_str(),
        "slug": product.slug.as_str(),
        "name": text(catalogue, &product.name),
        "certificate": certificate(catalogue, id),
        "producer": { "slug": catalogue.producers[product.producer].slug.as_str(), "name": text(catalogue, catalogue.producers[product.producer].public_name()) },
        "group": catalogue.groups[product.group].id,
        "places": places,
        "urls": urls,
        "permanent": rendering.plan.full_url(&Route::shared("permanent", Subject::Product(id))),
    })
}

/// The current certificate; `stars` only where they may be shown as current.
fn certificate(catalogue: &Catalogue, id: ProductId) -> Json {
    let Some((certification, standing)) = catalogue.standing(id) else { return json!({ "status": "none" }) };
    let date = |date: PartialDate| date.to_string();
    let (status, until) = match standing {
        Standing::Valid { until } => ("valid", Some(date(until))),
        Standing::Expiring { until } => ("expiring", Some(date(until))),
        Standing::Expired { until } => ("expired", Some(date(until))),
        Standing::Withdrawn { on } => ("withdrawn", Some(date(on))),
        Standing::Unknown => ("unknown", None),
    };
    let decision = certification.decision.map(|id| &catalogue.decisions[id]);
    let key = if standing.is_current() { "stars" } else { "last_known_stars" };
    let mut data = json!({
        "status": status,
        "potential_five": certification.potential_five,
        "decision": decision.map(|decision| json!({ "number": decision.number, "date": decision.date.to_string(), "issuer": text(catalogue, &decision.issuer) })),
    });
    let map = data.as_object_mut().expect("made as an object");
    map.insert(key.into(), certification.stars.count().into());
    let until_key = if status == "withdrawn" { "withdrawn_on" } else { "valid_until" };
    map.insert(until_key.into(), json!(until));
    data
}

fn text(catalogue: &Catalogue, text: &Text) -> Json {
    let languages = catalogue.site.languages.iter().filter(|language| !text.lacks(language.id));
    Json::Object(languages.map(|language| (language.tag.clone(), text.get(language.id).text.into())).collect())
}

/// A value of the field table as data; `None` for what the summary says already.
fn json_value(rendering: &Rendering<'_>, value: Value<'_>) -> Option<Json> {
    let catalogue = rendering.catalogue;
    let all = |texts: &[Text]| Json::Array(texts.iter().map(|one| text(catalogue, one)).collect());
    Some(match value {
        Value::Text(one) => text(catalogue, one),
        Value::Names(names) => json!(names),
        Value::List(texts) | Value::Steps(texts) => all(texts),
        Value::Percent(number) => json!(number),
        Value::Nutrition(table) => json!({
            "energy_kcal": table.energy_kcal, "protein_g": table.protein_g, "carbohydrate_g": table.carbohydrate_g, "sugars_g": table.sugars_g,
            "fat_g": table.fat_g, "saturated_fat_g": table.saturated_fat_g, "sodium_mg": table.sodium_mg,
        }),
        Value::Standards(standards) => Json::Array(
            standards
                .iter()
                .map(|standard| {
                    json!({ "kind": standard.kind.name(), "name": standard.name.as_ref().map(|name| text(catalogue, name)), "number": standard.number,
                            "issuer": standard.issuer.as_ref().map(|issuer| text(catalogue, issuer)), "issued": standard.issued.map(|date| date.to_string()),
                            "expires": standard.expires.map(|date| date.to_string()) })
                })
                .collect(),
        ),
        Value::Marks(marks) => Json::Array(
            marks.iter().map(|mark| json!({ "kind": mark.kind.name(), "name": text(catalogue, &mark.name), "registered": mark.registered.map(|date| date.to_string()) })).collect(),
        ),
        Value::Trace(trace) => json!({ "code": trace.code, "url": trace.url, "note": trace.note.as_ref().map(|note| text(catalogue, note)) }),
        Value::Packages(packages) => Json::Array(
            packages
                .iter()
                .map(|package| {
                    json!({ "net": package.net.as_ref().map(|net| rendering.theme.texts(LangId::DEFAULT).quantity(net)), "kind": package.kind.as_ref().map(|kind| text(catalogue, kind)),
                            "gtin": package.gtin.map(|gtin| gtin.padded()), "price": package.price.map(crate::model::Dong::amount), "currency": "VND",
                            "price_date": package.price_date.map(|date| date.to_string()) })
                })
                .collect(),
        ),
        Value::SalesPoints(points) => json!(points.iter().map(|id| catalogue.sales_points[*id].slug.as_str()).collect::<Vec<_>>()),
        Value::Shops(shops) => Json::Array(shops.iter().map(|shop| json!({ "name": text(catalogue, &shop.name), "url": shop.url })).collect()),
        Value::Certifications(history) => Json::Array(
            history
                .iter()
                .map(|certification| {
                    json!({ "stars": certification.stars.count(), "level": certification.level.map(crate::model::Level::name),
                            "decision": certification.decision.map(|id| catalogue.decisions[id].number.clone()),
                            "score": certification.score.map(crate::model::Score::points) })
                })
                .collect(),
        ),
        Value::Producer(_) | Value::Place(_) | Value::Group(_) => return None,
    })
}
