//! Pages and news.

use crate::diag::code::FUTURE_DATE;
use crate::diag::{Diag, Place, Sink};
use crate::load::LoadedArticle;
use crate::model::{Article, ArticleId, ArticleKind, Day, Table};

/// Pages first, by their place in the menu; then posts, newest first.
pub fn resolve(records: Vec<LoadedArticle>, today: Day, sink: &mut Sink) -> Table<ArticleId, Article> {
    let mut rows: Vec<Article> = Vec::new();
    for record in records {
        if let Some(date) = record.date.filter(|date| *date > today) {
            sink.push(
                Diag::new(&FUTURE_DATE, format!("the post is dated {date}, after {today}"))
                    .at(Place::top(record.file), "this post")
                    .help("it is left out until that day; correct the date in the folder name if it is wrong"),
            );
            continue;
        }
        let nav = record.heads.iter().find_map(|(_, head)| head.nav);
        let mut sources: Vec<String> = Vec::new();
        for source in record.heads.iter().flat_map(|(_, head)| &head.sources) {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        rows.push(Article {
            kind: record.kind,
            slug: record.slug,
            date: record.date,
            titles: record.heads.iter().map(|(lang, head)| (*lang, head.title.clone())).collect(),
            summaries: record
                .heads
                .iter()
                .filter_map(|(lang, head)| head.summary.clone().map(|summary| (*lang, summary)))
                .collect(),
            nav,
            prose: record.prose,
            sources,
            file: record.file,
        });
    }
    rows.sort_by(|a, b| {
        (a.kind, a.nav.is_none(), a.nav)
            .cmp(&(b.kind, b.nav.is_none(), b.nav))
            .then(b.date.cmp(&a.date))
            .then(a.slug.cmp(&b.slug))
    });
    debug_assert!(rows.iter().all(|row| row.kind == ArticleKind::Page || row.date.is_some()), "posts have a date");
    Table::new(rows)
}
