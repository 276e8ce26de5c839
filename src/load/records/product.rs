//! What an author writes of a product: `product.toml`, and what producers and sales points share with it.

use crate::model::{
    Criteria, Dong, Gtin, IpKind, Level, PartialDate, ProductCode, Quantity, Score, Slug, StandardKind, Stars, Text,
};

use crate::load::reader::At;
use crate::load::record::record;
use crate::load::url::Url;
use crate::load::values::{AmountOf, Focus, Percent};

record! {
    /// `content/products/<slug>/product.toml`: one product, facts stated once for all languages. The name of the folder is the slug; stories stand beside it in `story.<lang>.md`.
    pub struct ProductRecord {
        /// Permanent short code, printed as a QR code; it never changes, whatever the slug.
        id: required <At<ProductCode>>,
        /// Name as on the certificate.
        name: required <Text>,
        /// One plain sentence for cards and search engines.
        summary: optional <Text>,
        /// Other names that buyers type.
        aliases: list <String>,
        /// Former folder names; their addresses lead here.
        former_slugs: list <At<Slug>>,
        /// Folder name under `content/producers/`.
        producer: required <At<String>>,
        /// Id in `content/places.toml`: the place as printed on the certificate.
        place: optional <At<String>>,
        /// Id of the unit of today, where the printed one was split and the author knows which part.
        place_now: optional <At<String>>,
        /// Village or hamlet, as printed.
        village: optional <Text>,
        /// Product group of QĐ 148/QĐ-TTg, or `1048.…` as on older certificates.
        group: required <At<String>>,
        /// Recognitions, in any order; the current one is derived.
        certification: list <CertificationRecord>,
        /// Ways in which the product is packed and sold.
        package: list <PackageRecord>,
        /// What the label says.
        label: optional <LabelRecord>,
        /// How it is made.
        making: optional <MakingRecord>,
        /// Standards met and certificates held, besides the OCOP one.
        standard: list <StandardRecord>,
        /// Geographical indications, marks and trademarks.
        ip: list <IpRecord>,
        /// Code and address for tracing the product.
        traceability: optional <TraceabilityRecord>,
        /// Pictures in the folder of the product, the main one first.
        photo: list <PhotoRecord>,
        /// Where it is sold.
        sold: optional <SoldRecord>,
        /// Where the facts were taken from: addresses are linked, other text is shown as it is.
        sources: list <String>,
        /// `true` keeps the product out of the site.
        draft: flag,
    }
}

record! {
    /// One certificate of the history. Give a `decision`, or a `date` and a `level`, or only `listed`.
    pub struct CertificationRecord {
        /// Stars on the certificate.
        stars: required <Stars>,
        /// Id in `content/decisions.toml`; gives date, level and criteria set.
        decision: optional <At<String>>,
        /// Date of the recognition, as far as it is known.
        date: optional <At<PartialDate>>,
        /// Level of government that certified.
        level: optional <At<Level>>,
        /// The date itself is not known, but a source of this time lists the certificate.
        listed: optional <At<PartialDate>>,
        /// Criteria set; derived from the date where it is left out.
        criteria: optional <At<Criteria>>,
        /// Points of the evaluation.
        score: optional <At<Score>>,
        /// Potential five-star: a note on a four-star certificate.
        potential_five: flag,
        /// Last day of validity, only where a source prints it; else 36 months are counted.
        valid_until: optional <At<PartialDate>>,
        /// Date of the withdrawal.
        withdrawn: optional <At<PartialDate>>,
        /// A short remark, such as that the product was recognised again.
        note: optional <Text>,
    }
}

record! {
    /// One way in which the product is packed and sold.
    pub struct PackageRecord {
        /// Net quantity.
        net: optional <Quantity>,
        /// Kind of packaging.
        kind: optional <Text>,
        /// Number under the barcode.
        gtin: optional <At<Gtin>>,
        /// Price in whole đồng, taxes included.
        price: optional <At<Dong>>,
        /// What the price is for, where that is not the package itself.
        unit: optional <Text>,
        /// When the price was valid.
        price_date: optional <PartialDate>,
    }
}

record! {
    /// What the label says (Decree 37/2026/NĐ-CP).
    pub struct LabelRecord {
        /// Ingredients.
        ingredients: optional <Text>,
        /// Directions for use.
        usage: optional <Text>,
        /// Storage.
        storage: optional <Text>,
        /// How long it keeps.
        shelf_life: optional <Text>,
        /// Warnings.
        warnings: optional <Text>,
        /// Origin phrase, such as “Sản xuất tại Việt Nam”.
        origin: optional <Text>,
        /// Alcohol, percent by volume.
        alcohol: optional <Percent>,
        /// Nutrition table.
        nutrition: optional <NutritionRecord>,
    }
}

record! {
    /// Nutrition table (Thông tư 29/2023/TT-BYT), per 100 g unless `per` says otherwise.
    pub struct NutritionRecord {
        /// Quantity for which the rows hold.
        per: optional <Quantity>,
        /// Energy in kilocalories.
        energy_kcal: optional <AmountOf>,
        /// Protein in grams.
        protein_g: optional <AmountOf>,
        /// Carbohydrate in grams.
        carbohydrate_g: optional <AmountOf>,
        /// Total sugars in grams.
        sugars_g: optional <AmountOf>,
        /// Fat in grams.
        fat_g: optional <AmountOf>,
        /// Saturated fat in grams.
        saturated_fat_g: optional <AmountOf>,
        /// Sodium in milligrams.
        sodium_mg: optional <AmountOf>,
    }
}

record! {
    /// How the product is made.
    pub struct MakingRecord {
        /// Steps in order.
        process: list <Text>,
        /// Where the raw material comes from.
        raw_material: optional <Text>,
        /// Output, with its year.
        capacity: optional <Text>,
        /// When it is made or in season.
        season: optional <Text>,
        /// Ethnic community or craft village.
        community: optional <Text>,
        /// What is offered, for tourism services.
        services: list <Text>,
        /// Prizes and titles.
        awards: list <Text>,
    }
}

record! {
    /// A standard met or a certificate held.
    pub struct StandardRecord {
        /// Which one.
        kind: required <At<StandardKind>>,
        /// Its name, where the kind alone does not say it; needed for `other`.
        name: optional <Text>,
        /// Number of the certificate.
        number: optional <String>,
        /// Who issued it.
        issuer: optional <Text>,
        /// When it was issued.
        issued: optional <At<PartialDate>>,
        /// Last day of its validity.
        expires: optional <At<PartialDate>>,
    }
}

record! {
    /// A protected name or mark.
    pub struct IpRecord {
        /// Which kind of protection.
        kind: required <IpKind>,
        /// The protected name.
        name: required <Text>,
        /// When it was registered.
        registered: optional <PartialDate>,
        /// For instance that it belongs to a whole area.
        note: optional <Text>,
    }
}

record! {
    /// Tracing the product.
    pub struct TraceabilityRecord {
        /// Trace code.
        code: optional <String>,
        /// Address of the trace page.
        url: optional <Url>,
        /// How the product is traced.
        note: optional <Text>,
    }
}

record! {
    /// A picture in the folder of the record.
    pub struct PhotoRecord {
        /// File name, such as `front.jpg`.
        file: required <At<String>>,
        /// What the picture shows, for those who do not see it.
        alt: required <Text>,
        /// Who made it and who owns it.
        credit: optional <Text>,
        /// A drawing that stands in for a photo; pages say so.
        illustration: flag,
        /// The part that must stay visible when the picture is cropped.
        focus: optional <Focus>,
    }
}

record! {
    /// Where the product is sold.
    pub struct SoldRecord {
        /// Folder names under `content/sales-points/`.
        sales_points: list <At<String>>,
        /// Online shops.
        online: list <ShopRecord>,
        /// Countries it is exported to.
        exports: list <Text>,
        /// Markets at home, in words.
        markets: optional <Text>,
    }
}

record! {
    /// An online shop.
    pub struct ShopRecord {
        /// Name of the shop.
        name: required <Text>,
        /// Address of the product there.
        url: required <Url>,
    }
}
