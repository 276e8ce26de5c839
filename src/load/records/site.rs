//! What an author writes in `ocop.toml`.

use crate::model::{Day, Printable, Slug, Text};

use crate::load::reader::At;
use crate::load::record::record;
use crate::load::url::Url;
use crate::load::values::{AmountOf, Count};

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
        /// Several catalogues as one portal.
        federation: optional <FederationRecord>,
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
    /// Several catalogues as one portal.
    pub struct FederationRecord {
        /// The catalogues that take part.
        member: list <MemberRecord>,
    }
}

record! {
    /// A catalogue that another office publishes.
    pub struct MemberRecord {
        /// Short name: small letters a–z, digits and hyphens; stands in addresses of the portal.
        id: required <At<Slug>>,
        /// Folder with what was fetched of its site: at least `api/catalogue.json` and `search/`.
        folder: required <At<String>>,
        /// Name on the portal; the title of that catalogue unless said.
        title: optional <Text>,
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
