//! The sample catalogue of the repository.

use std::path::Path;

use ocop::model::Standing;

use crate::site::Silent;

fn checked() -> ocop::Checked {
    let choices = ocop::resolve::Choices { today: "2030-01-01".parse().expect("a day"), base_url: None, drafts: false };
    ocop::check(Path::new(env!("CARGO_MANIFEST_DIR")), &choices).expect("the disk works")
}

#[test]
fn the_sample_is_sound_and_whole_in_both_languages() {
    let checked = checked();
    assert_eq!(ocop::diag::emit::summary(&checked.sink), "no mistakes found\n");
    for row in checked.coverage() {
        assert_eq!(row.missing, Vec::<String>::new(), "{}", row.kind);
    }
}

#[test]
fn the_sample_shows_every_standing_as_of_its_edition() {
    let checked = checked();
    let catalogue = &checked.planned.as_ref().expect("a catalogue").catalogue;
    assert_eq!(catalogue.products.len(), 37);
    let standings: Vec<Option<Standing>> =
        catalogue.products.ids().map(|id| catalogue.standing(id).map(|(_, standing)| standing)).collect();
    let count = |wanted: fn(&Standing) -> bool| standings.iter().flatten().filter(|standing| wanted(standing)).count();
    assert_eq!(count(|standing| standing.is_current()), 14, "certainly valid on 31/07/2025");
    assert!(count(|standing| matches!(standing, Standing::Expired { .. })) > 5);
    assert!(count(|standing| *standing == Standing::Unknown) > 2);
    assert!(standings.iter().any(Option::is_none), "some have no known certificate");
}

#[test]
fn stories_have_the_length_of_a_page() {
    let checked = checked();
    let catalogue = &checked.planned.as_ref().expect("a catalogue").catalogue;
    for (_, product) in catalogue.products.iter() {
        assert_eq!(product.story.iter().count(), 2, "{}", product.slug);
        for (_, markdown, _) in product.story.iter() {
            let words = markdown.split_whitespace().count();
            assert!((80..=260).contains(&words), "{}: {words} words", product.slug);
        }
        assert!(!product.sources.is_empty(), "{} names its sources", product.slug);
        assert!(product.photos.iter().all(|photo| photo.illustration), "{}: pictures are illustrations", product.slug);
        assert!(!product.photos.is_empty(), "{} has a picture", product.slug);
    }
}

#[test]
fn every_page_of_the_sample_says_that_it_is_one() {
    let checked = checked();
    let choices = ocop::resolve::Choices { today: "2030-01-01".parse().expect("a day"), base_url: None, drafts: false };
    drop(checked);
    let (_, memory) = ocop::preview(Path::new(env!("CARGO_MANIFEST_DIR")), &choices, &Silent).expect("the disk works");
    for path in memory.paths().filter(|path| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(&memory.get(path).expect("listed").bytes).into_owned();
        assert!(text.contains("danh mục mẫu") || text.contains("sample compiled"), "{path}");
    }
}
