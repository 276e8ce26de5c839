//! A catalogue that is read again after every edit says and shows the same as one that is read for the first time.
//!
//! Sixty edits in a normal run; `OCOP_SESSION_EDITS=2000` for a long one. They are drawn from a fixed sequence.

use std::collections::BTreeMap;

use ocop::diag::emit::{self, Style};
use ocop::load::Changed;
use ocop::{Checked, Session};

use crate::edits::{Dice, edit};
use crate::site::{Silent, Site};

pub fn words(checked: &Checked) -> String {
    emit::human(&checked.sink, checked.files(), Style::Plain)
}

/// Where two files part, and how they go on.
fn difference(left: &[u8], right: &[u8]) -> String {
    let same = left.iter().zip(right).take_while(|(left, right)| left == right).count();
    let after = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes[same.saturating_sub(60)..bytes.len().min(same + 80)]).into_owned()
    };
    format!("{}\n  but anew\n{}", after(left), after(right))
}

#[test]
fn what_is_read_again_is_what_would_be_read_anew() {
    let edits: usize =
        std::env::var("OCOP_SESSION_EDITS").map_or(60, |edits| edits.parse().expect("OCOP_SESSION_EDITS is a number"));
    let site = Site::new("");
    let root = site.root().canonicalize().expect("it is there");
    let mut session = Session::new(site.root());
    let mut dice = Dice(0x0c0b_2026);
    let mut changed = Changed::Anything;
    for number in 0..edits {
        let (again, shown) = session.show(&site.choices(), &changed).expect("the disk works");
        let (anew, whole) = ocop::preview(site.root(), &site.choices(), &Silent).expect("the disk works");
        let expected: BTreeMap<&str, &[u8]> =
            whole.paths().map(|path| (path, &*whole.get(path).expect("listed").bytes)).collect();
        match shown {
            None => assert!(expected.is_empty(), "edit {number}: nothing is shown of {} files", expected.len()),
            Some(shown) => {
                for (path, bytes) in &expected {
                    let file = shown.file(path).expect("it can be made");
                    let file = file.unwrap_or_default();
                    assert!(file == *bytes, "edit {number} ({changed:?}): {path}: {}", difference(&file, bytes));
                }
            }
        }
        assert_eq!(words(&again), words(&anew), "edit {number} ({changed:?})");
        let mut paths = Vec::new();
        for _ in 0..=dice.roll(3) {
            paths.extend(edit(&site, &mut dice, number));
        }
        let real = paths.iter().map(|path| root.join(path.strip_prefix(site.root()).expect("below the root")));
        changed = Changed::Paths(real.collect());
    }
}

#[cfg(unix)]
#[test]
fn a_story_that_is_a_link_follows_the_file_it_leads_to() {
    let site = Site::new("-- content/pages/gioi-thieu/page.vi.md --\n+++\ntitle = \"Giới thiệu\"\n+++\nMột.\n");
    let (story, page) = ("content/products/tra/story.vi.md", "content/pages/gioi-thieu/page.vi.md");
    std::os::unix::fs::symlink(site.path(page), site.path(story)).expect("make a link");
    let mut session = Session::new(site.root());
    let mut shown = |changed: &Changed| {
        let (_, shown) = session.show(&site.choices(), changed).expect("the disk works");
        let page = shown.expect("there is a site").file("vi/san-pham/tra/index.html").expect("it can be made");
        String::from_utf8(page.expect("it is there")).expect("pages are UTF-8")
    };
    assert!(shown(&Changed::Anything).contains("Một."));
    site.edit(page, "+++\ntitle = \"Giới thiệu\"\n+++\nHai.\n");
    let real = site.path(page).canonicalize().expect("it is there");
    assert!(shown(&Changed::Paths(vec![real])).contains("Hai."), "the story is read again");
}
