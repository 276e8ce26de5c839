//! The record formats: what an author may write in each file. `docs/records.md` and the JSON Schemas are made from
//! these definitions.

use crate::model::{
    Criteria, Day, Dong, Gtin, IpKind, Level, PartialDate, PartnerKind, PlaceType, Printable, ProducerType,
    ProductCode, Quantity, Score, ShownAs, Slug, StandardKind, Stars, Text,
};

use super::reader::{At, Field, Shape};
use super::record::record;
use super::values::{AmountOf, Count, Focus, Percent, Url};

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

record! {
    /// `content/producers/<slug>/producer.toml`: a producer (chủ thể OCOP). A text about it stands beside it in `about.<lang>.md`.
    pub struct ProducerRecord {
        /// Registered name.
        name: required <Text>,
        /// Type of producer.
        r#type: required <ProducerType>,
        /// Trade name.
        brand: optional <Text>,
        /// `brand` shows a household business by its brand only.
        show: optional <At<ShownAs>>,
        /// Id in `content/places.toml`.
        place: optional <At<String>>,
        /// Id of the unit of today, where `place` was split.
        place_now: optional <At<String>>,
        /// Village or hamlet.
        village: optional <Text>,
        /// Street address.
        address: optional <Text>,
        /// When it was founded.
        founded: optional <PartialDate>,
        /// Members and workers.
        members: optional <Text>,
        /// Charter capital, with its year.
        capital: optional <Text>,
        /// Revenue, with its year.
        revenue: optional <Text>,
        /// Web site.
        website: optional <Url>,
        /// Business telephone.
        phone: optional <String>,
        /// Business e-mail.
        email: optional <String>,
        /// Pictures in the folder.
        photo: list <PhotoRecord>,
        /// Where the facts were taken from.
        sources: list <String>,
    }
}

record! {
    /// `content/sales-points/<slug>/sales-point.toml`: a place that shows and sells OCOP products. A text about it stands beside it in `about.<lang>.md`.
    pub struct SalesPointRecord {
        /// Name.
        name: required <Text>,
        /// Who runs it.
        operator: optional <Text>,
        /// Street address.
        address: optional <Text>,
        /// Id in `content/places.toml`.
        place: optional <At<String>>,
        /// Id of the unit of today, where `place` was split.
        place_now: optional <At<String>>,
        /// When it opened.
        opened: optional <PartialDate>,
        /// Opening hours.
        hours: optional <Text>,
        /// Telephone of the shop.
        phone: optional <String>,
        /// Web site.
        website: optional <Url>,
        /// What it offers.
        offer: optional <Text>,
        /// A remark.
        note: optional <Text>,
        /// Pictures in the folder.
        photo: list <PhotoRecord>,
        /// Where the facts were taken from.
        sources: list <String>,
    }
}

record! {
    /// `content/decisions.toml`: each recognition decision once.
    pub struct DecisionsFile {
        /// The decisions.
        decision: list <DecisionRecord>,
    }
}

record! {
    /// A recognition decision. Issuing body, number and date together name it.
    pub struct DecisionRecord {
        /// What certifications write in `decision`; also the end of the address of its page.
        id: required <At<Slug>>,
        /// Number with the suffix of the office, such as `377/QĐ-BNN-VPĐP`.
        number: required <String>,
        /// Day of signing.
        date: required <At<Day>>,
        /// Issuing body, with its name at that time.
        issuer: required <Text>,
        /// Level of government.
        level: required <Level>,
        /// Criteria set; derived from the date where it is left out.
        criteria: optional <At<Criteria>>,
        /// Address of the document.
        url: optional <Url>,
        /// Where the facts were taken from.
        sources: list <String>,
    }
}

record! {
    /// `content/places.toml`: administrative units used, of today and former ones.
    pub struct PlacesFile {
        /// The units.
        place: list <PlaceRecord>,
    }
}

record! {
    /// An administrative unit in the time in which it existed.
    pub struct PlaceRecord {
        /// What records write in `place`; also part of the address of its page.
        id: required <At<Slug>>,
        /// Name without the word for its type.
        name: required <Text>,
        /// Type of the unit in that time.
        r#type: required <PlaceType>,
        /// Official code in that time.
        code: optional <At<String>>,
        /// Id of the unit it belongs to.
        parent: optional <At<String>>,
        /// First day.
        since: optional <Day>,
        /// Last day of a former unit.
        until: optional <Day>,
        /// Ids of the units of today that a former one became; several where it was split.
        now: list <At<String>>,
        /// Other spellings and earlier names, for search.
        alternatives: list <String>,
    }
}

record! {
    /// `content/programme.toml`: figures of the programme.
    pub struct ProgrammeFile {
        /// The figures.
        figure: list <FigureRecord>,
    }
}

record! {
    /// Figures of one area at one time.
    pub struct FigureRecord {
        /// Id in `content/places.toml`, or `vn` for the whole country.
        area: required <At<String>>,
        /// Year.
        year: required <i64>,
        /// As of which date, where the year is not enough.
        as_of: optional <PartialDate>,
        /// Round of evaluation.
        round: optional <Text>,
        /// Id in `content/decisions.toml`.
        decision: optional <At<String>>,
        /// Targets for the year.
        targets: list <Text>,
        /// Ideas registered.
        ideas: optional <Count>,
        /// Appraised by the district.
        appraised: optional <Count>,
        /// Accepted by the province.
        accepted: optional <Count>,
        /// Certified products in all.
        certified_total: optional <Count>,
        /// Certified for the first time.
        certified_new: optional <Count>,
        /// Certified again.
        recertified: optional <Count>,
        /// Raised to more stars.
        upgraded: optional <Count>,
        /// Certificates ended.
        expired: optional <Count>,
        /// Certificates withdrawn.
        withdrawn: optional <Count>,
        /// Products with three stars.
        stars_3: optional <Count>,
        /// Products with four stars.
        stars_4: optional <Count>,
        /// Products with five stars.
        stars_5: optional <Count>,
        /// Three stars in this round.
        round_stars_3: optional <Count>,
        /// Four stars in this round.
        round_stars_4: optional <Count>,
        /// Five stars in this round.
        round_stars_5: optional <Count>,
        /// Producers in all.
        producers_total: optional <Count>,
        /// Cooperatives.
        producers_cooperative: optional <Count>,
        /// Cooperative groups.
        producers_cooperative_group: optional <Count>,
        /// Companies.
        producers_company: optional <Count>,
        /// Household businesses.
        producers_household: optional <Count>,
        /// Sales points.
        sales_points: optional <Count>,
        /// Products taking part.
        participating: optional <Count>,
        /// A remark.
        note: optional <Text>,
        /// Where the figures were taken from.
        sources: list <String>,
    }
}

record! {
    /// `content/partners.toml`: consultancies, agencies, design centres.
    pub struct PartnersFile {
        /// The partners.
        partner: list <PartnerRecord>,
    }
}

record! {
    /// A partner of the programme.
    pub struct PartnerRecord {
        /// Name.
        name: required <Text>,
        /// What it is.
        kind: required <PartnerKind>,
        /// Web site.
        url: optional <Url>,
        /// What it does.
        description: optional <Text>,
    }
}

record! {
    /// The head of `page.<lang>.md` and `post.<lang>.md`, between two lines `+++`; the text follows as Markdown.
    pub struct ArticleHead {
        /// Title.
        title: required <String>,
        /// One or two sentences for lists and search engines.
        summary: optional <String>,
        /// Position among the pages in the footer; pages without it come last.
        nav: optional <i64>,
        /// Where the facts were taken from.
        sources: list <String>,
    }
}

record! {
    /// `ocop.toml`: the site.
    pub struct SiteRecord {
        /// Address under which the site is published, such as `https://ocop.example/`.
        base_url: required <At<Url>>,
        /// Language tags; the first is the default.
        languages: list <String>,
        /// Name of the site.
        title: required <Text>,
        /// A few words beside the name.
        tagline: optional <Text>,
        /// What the catalogue is, in one or two sentences.
        description: optional <Text>,
        /// Shown on every page.
        notice: optional <Text>,
        /// Folder under `themes/`.
        theme: optional <At<String>>,
        /// Who publishes the catalogue.
        organisation: optional <OrganisationRecord>,
        /// What the catalogue covers.
        catalogue: optional <CatalogueRecord>,
        /// Lists of products.
        lists: optional <ListsRecord>,
        /// Reading without a network.
        offline: optional <OfflineRecord>,
        /// The search.
        search: optional <SearchRecord>,
        /// What is made of photos.
        photos: optional <PhotosRecord>,
        /// Sheets, labels and other things on paper.
        print: optional <PrintRecord>,
        /// Product groups besides those that every site has.
        group: list <GroupRecord>,
    }
}

record! {
    /// Who publishes the catalogue.
    pub struct OrganisationRecord {
        /// Name.
        name: required <Text>,
        /// Web site.
        url: optional <Url>,
        /// E-mail.
        email: optional <String>,
        /// Telephone.
        phone: optional <String>,
        /// Address.
        address: optional <Text>,
    }
}

record! {
    /// The search.
    pub struct SearchRecord {
        /// `false` leaves the search and its index out.
        enabled: optional <bool>,
    }
}

record! {
    /// What the catalogue covers.
    pub struct CatalogueRecord {
        /// An edition is frozen like a printed book and speaks as of this day; left out, the catalogue is live.
        edition: optional <Day>,
    }
}

record! {
    /// Sheets, labels and other things on paper.
    pub struct PrintRecord {
        /// `true` makes the code of a package with a barcode number a GS1 Digital Link.
        digital_link: flag,
        /// Documents that the site offers as PDF in every language: a sheet for each product, labels and prices of each sales
        /// point, the book. Needs a program built with PDF.
        publish: list <At<Printable>>,
        /// Label sheets besides those that every site knows.
        label: list <LabelStockRecord>,
    }
}

record! {
    /// A sheet of A4 with labels; all measures in millimetres.
    pub struct LabelStockRecord {
        /// Short name: small letters a–z, digits and hyphens.
        id: required <At<Slug>>,
        /// Labels beside each other.
        columns: required <Count>,
        /// Labels below each other.
        rows: required <Count>,
        /// Width of a label.
        width: required <AmountOf>,
        /// Height of a label.
        height: required <AmountOf>,
        /// Blank between two columns.
        gap_x: optional <AmountOf>,
        /// Blank between two rows.
        gap_y: optional <AmountOf>,
        /// Blank left of the first column; left out, the labels stand in the middle.
        left: optional <AmountOf>,
        /// Blank above the first row; left out, the labels stand in the middle.
        top: optional <AmountOf>,
    }
}

record! {
    /// Lists of products.
    pub struct ListsRecord {
        /// Products on one page; 24 unless said.
        per_page: optional <At<i64>>,
    }
}

record! {
    /// Reading without a network.
    pub struct OfflineRecord {
        /// `false` publishes a site that browsers do not keep, and makes those that have kept it forget it; `true` unless said.
        enabled: optional <bool>,
    }
}

record! {
    /// What is made of photos.
    pub struct PhotosRecord {
        /// `true` publishes every photo also as AVIF: smaller for visitors, much slower to make the first time.
        avif: optional <At<bool>>,
        /// `false` makes no pictures with photo, name and stars for sharing; networks then show the photo alone. `true` unless said.
        og: optional <bool>,
    }
}

record! {
    /// A product group of this site, a part of a known one.
    pub struct GroupRecord {
        /// Id that begins with the id of a known group, such as `food.spice.chilli`.
        id: required <At<String>>,
        /// Name.
        name: required <Text>,
    }
}

/// The record formats with the names of their schemas, in the order of the reference.
#[must_use]
pub fn formats() -> Vec<(&'static str, Shape)> {
    vec![
        ("site", SiteRecord::shape()),
        ("product", ProductRecord::shape()),
        ("producer", ProducerRecord::shape()),
        ("sales-point", SalesPointRecord::shape()),
        ("decisions", DecisionsFile::shape()),
        ("places", PlacesFile::shape()),
        ("programme", ProgrammeFile::shape()),
        ("partners", PartnersFile::shape()),
        ("article", ArticleHead::shape()),
    ]
}
