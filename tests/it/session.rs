//! A catalogue that is read again after every edit says and shows the same as one that is read for the first time.
//!
//! Sixty edits in a normal run; `OCOP_SESSION_EDITS=2000` for a long one. They are drawn from a fixed sequence.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ocop::diag::emit::{self, Style};
use ocop::load::Changed;
use ocop::{Checked, Session};

use crate::site::{Silent, Site};

/// Marsaglia's xorshift.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("small")
    }
}

fn words(checked: &Checked) -> String {
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

const SLUGS: [&str; 5] = ["tra", "mien-dong", "mat-ong", "com-chay", "gao-nep"];
const PRODUCERS: [&str; 3] = ["htx-a", "htx-b", "co-so-c"];

/// One edit; the paths that the system would tell of.
fn edit(site: &Site, dice: &mut Dice, number: usize) -> Vec<PathBuf> {
    let slug = SLUGS[dice.roll(SLUGS.len())];
    let producer = PRODUCERS[dice.roll(PRODUCERS.len())];
    let folder = format!("content/products/{slug}");
    let record = format!("{folder}/product.toml");
    let text = |name: &str| {
        format!(
            "id = \"tn-{:04}\"\nname = {{ vi = \"{name} {number}\", en = \"Name {number}\" }}\nproducer = \"{producer}\"\n\
             place = \"xa-tan-cuong\"\ngroup = \"drink.tea\"\n[[certification]]\nstars = {}\ndate = 2025-01-{:02}\n",
            SLUGS.iter().position(|known| *known == slug).expect("one of them"),
            3 + number % 3,
            1 + number % 28,
        )
    };
    let write = |path: &str, text: &str| {
        site.edit(path, text);
        vec![site.path(path)]
    };
    match dice.roll(20) {
        // Nothing that a list shows or an address is made of.
        16..=19 => {
            let Ok(known) = std::fs::read_to_string(site.path(&record)) else { return Vec::new() };
            let line = format!("summary = {{ vi = \"Câu {number}\", en = \"Line {number}\" }}\nid = ");
            let rest = known.split_once("id = ").map_or(&*known, |(_, rest)| rest);
            let price = format!("[[package]]\nnet = \"100 g\"\nprice = {}\n", 1000 * (1 + number));
            let rest = rest.split_once("[[package]]").map_or(rest, |(rest, _)| rest);
            write(&record, &format!("{line}{rest}{price}"))
        }
        0..=3 => write(&record, &text("Trà")),
        4 => write(&record, "id = \"broken\nname = "),
        5 => write(&record, &text("Ðường").replace("drink.tea", "drink.te")),
        6 => write(&format!("{folder}/story.vi.md"), &format!("Câu chuyện {number} ở [đây](/vi/san-pham/tra/).\n")),
        7 => write(&format!("{folder}/la.txt"), "stray"),
        8 => {
            let _ = std::fs::remove_file(site.path(&format!("{folder}/story.vi.md")));
            vec![site.path(&format!("{folder}/story.vi.md"))]
        }
        9 => {
            let _ = std::fs::remove_dir_all(site.path(&folder));
            vec![site.path(&folder)]
        }
        10 => {
            let to = format!("content/products/{}", SLUGS[dice.roll(SLUGS.len())]);
            if !site.path(&to).exists() {
                let _ = std::fs::rename(site.path(&folder), site.path(&to));
            }
            vec![site.path(&folder), site.path(&to)]
        }
        11 => write(
            &format!("content/producers/{producer}/producer.toml"),
            &format!("name = \"Hợp tác xã {number}\"\ntype = \"cooperative\"\nplace = \"xa-tan-cuong\"\n"),
        ),
        12 => write(
            "content/places.toml",
            &format!(
                "[[place]]\nid = \"tinh-thai-nguyen\"\nname = \"Thái Nguyên\"\ntype = \"province\"\ncode = \"19\"\n\
                 [[place]]\nid = \"xa-tan-cuong\"\nname = \"Tân Cương {number}\"\ntype = \"commune\"\ncode = \"05488\"\n\
                 parent = \"tinh-thai-nguyen\"\n{}",
                if dice.roll(3) == 0 { "oops = 1\n" } else { "" },
            ),
        ),
        13 => write(&format!("static/tep-{}.txt", dice.roll(3)), &format!("{number}")),
        14 => {
            let languages = ["\"vi\", \"en\"", "\"vi\""][dice.roll(2)];
            write(
                "ocop.toml",
                &format!(
                    "base_url = \"https://ocop.example/\"\nlanguages = [{languages}]\ntitle = \"Đặc sản {number}\"\n"
                ),
            )
        }
        _ => write("overrides/templates/partials/footer.html", &format!("<footer>{number}</footer>\n")),
    }
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
