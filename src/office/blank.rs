//! Records to fill in, with what each line is for.

use crate::model::{Catalogue, Day, Slug};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Product,
    Producer,
    SalesPoint,
    Post,
}

/// A new file, relative to the catalogue, and its text.
pub type Blank = (String, String);

/// The files of a new record. Products get the next free id and are drafts until they are filled in.
#[must_use]
pub fn blank(kind: Kind, slug: &Slug, catalogue: &Catalogue, today: Day) -> Vec<Blank> {
    let tags: Vec<String> = catalogue.site.languages.iter().map(|language| language.tag.clone()).collect();
    let text = |words: &str| {
        let each: Vec<String> = tags.iter().map(|tag| format!("{tag} = \"{words}\"")).collect();
        format!("{{ {} }}", each.join(", "))
    };
    match kind {
        Kind::Product => {
            vec![(format!("content/products/{slug}/product.toml"), product(&next_id(catalogue), &text("…"), catalogue))]
        }
        Kind::Producer => vec![(
            format!("content/producers/{slug}/producer.toml"),
            "name  = \"…\"                # as registered
type  = \"cooperative\"      # cooperative, cooperative-group, company, household, establishment, other …
# brand = \"…\"              # with show = \"brand\", pages give only this: for names of private persons
# show  = \"brand\"
# place = \"…\"              # `ocop place \"xã …, huyện …, tỉnh …\"` finds the id
# address = \"…\"
# phone   = \"…\"            # of the business
# sources = [\"https://…\"]
"
            .into(),
        )],
        Kind::SalesPoint => vec![(
            format!("content/sales-points/{slug}/sales-point.toml"),
            format!(
                "name = {}
# address = \"…\"
# place   = \"…\"            # `ocop place \"phường …, tỉnh …\"` finds the id
# hours   = {}
# phone   = \"…\"
# website = \"https://…\"
",
                text("…"),
                text("…")
            ),
        )],
        Kind::Post => tags
            .iter()
            .map(|tag| {
                let path = format!("content/news/{today}-{slug}/post.{tag}.md");
                (path, "+++\ntitle   = \"…\"\nsummary = \"…\"\n# sources = [\"https://…\"]\n+++\n…\n".to_owned())
            })
            .collect(),
    }
}

fn product(id: &str, text: &str, catalogue: &Catalogue) -> String {
    // A name that exists, so that the record is sound from the beginning.
    let producer = catalogue.producers.iter().next().map_or("…", |(_, producer)| producer.slug.as_str());
    format!(
        "id       = \"{id}\"          # printed codes use it: it never changes
name     = {text}
producer = \"{producer}\"        # a folder under content/producers
group    = \"food\"             # docs/records.md lists the groups
draft    = true               # take this line out when the record is ready
# summary = {text}
# place   = \"…\"               # as on the certificate; `ocop place \"xã …, huyện …, tỉnh …\"` finds the id
# sources = [\"https://…\"]

# [[certification]]           # one for each certificate, the old ones too
# stars    = 3
# decision = \"…\"              # an id in content/decisions.toml; or else: date = 2025, level = \"province\"

# [[package]]
# net        = \"500 g\"
# price      = 65000
# price_date = \"2025-06\"

# [[photo]]
# file = \"front.jpg\"
# alt  = {text}
"
    )
}

/// The next number behind the letters that most products of the catalogue have.
#[must_use]
pub fn next_id(catalogue: &Catalogue) -> String {
    let mut letters: std::collections::BTreeMap<&str, (usize, u32)> = std::collections::BTreeMap::new();
    for (_, product) in catalogue.products.iter() {
        if let Some((prefix, digits)) = product.code.as_str().split_once('-') {
            let of_prefix = letters.entry(prefix).or_default();
            of_prefix.0 += 1;
            of_prefix.1 = of_prefix.1.max(digits.parse().unwrap_or(0));
        }
    }
    let (prefix, last) =
        letters.iter().max_by_key(|(_, (count, _))| *count).map_or(("sp", 0), |(prefix, (_, last))| (*prefix, *last));
    format!("{prefix}-{:04}", last + 1)
}
