//! What an author writes of all that stands around the products: producers, sales points, decisions, places, the programme,
//! partners, articles.

use crate::model::{Criteria, Day, Level, PartialDate, PartnerKind, PlaceType, ProducerType, ShownAs, Slug, Text};

use super::product::PhotoRecord;
use crate::load::reader::At;
use crate::load::record::record;
use crate::load::url::Url;
use crate::load::values::Count;

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
