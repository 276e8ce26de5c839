//! Edits as people make them, sound and unsound, drawn from a fixed sequence.

use std::path::PathBuf;

use crate::site::Site;

/// Marsaglia's xorshift.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("small")
    }
}

const SLUGS: [&str; 8] = ["tra", "mien-dong", "mat-ong", "com-chay", "gao-nep", "gio-coi", "nuoc-mam", "chao"];
const GROUPS: [&str; 4] = ["drink.tea", "food.raw.grain", "food.spice.sauce", "craft.household"];
const PLACES: [&str; 2] = ["xa-tan-cuong", "tinh-thai-nguyen"];
const PRODUCERS: [&str; 3] = ["htx-a", "htx-b", "co-so-c"];

/// One edit; the paths that the system would tell of.
pub fn edit(site: &Site, dice: &mut Dice, number: usize) -> Vec<PathBuf> {
    let slug = SLUGS[dice.roll(SLUGS.len())];
    let producer = PRODUCERS[dice.roll(PRODUCERS.len())];
    let (group, place) = (GROUPS[dice.roll(GROUPS.len())], PLACES[dice.roll(PLACES.len())]);
    let folder = format!("content/products/{slug}");
    let record = format!("{folder}/product.toml");
    let text = |name: &str| {
        format!(
            "id = \"tn-{:04}\"\nname = {{ vi = \"{name} {number}\", en = \"Name {number}\" }}\nproducer = \"{producer}\"\n\
             place = \"{place}\"\ngroup = \"{group}\"\n[[certification]]\nstars = {}\ndate = 2025-01-{:02}\n",
            SLUGS.iter().position(|known| *known == slug).expect("one of them"),
            3 + number % 3,
            1 + number % 28,
        )
    };
    let write = |path: &str, text: &str| {
        site.edit(path, text);
        vec![site.path(path)]
    };
    match dice.roll(34) {
        // One that goes elsewhere, and stays all else that it is.
        28..=33 => {
            let Ok(known) = std::fs::read_to_string(site.path(&record)) else { return Vec::new() };
            let moved = known.lines().map(|line| match line.split_once(" = ") {
                Some(("producer", _)) if number.is_multiple_of(3) => format!("producer = \"{producer}\""),
                Some(("group", _)) if number % 3 == 1 => format!("group = \"{group}\""),
                Some(("place", _)) if number % 3 == 2 => format!("place = \"{place}\""),
                _ => line.to_owned(),
            });
            let moved: Vec<String> = moved.collect();
            write(&record, &(moved.join("\n") + "\n"))
        }
        // Nothing that a list shows or an address is made of.
        16..=21 => {
            let Ok(known) = std::fs::read_to_string(site.path(&record)) else { return Vec::new() };
            let line = format!("summary = {{ vi = \"Câu {number}\", en = \"Line {number}\" }}\nid = ");
            let rest = known.split_once("id = ").map_or(&*known, |(_, rest)| rest);
            let price = format!("[[package]]\nnet = \"100 g\"\nprice = {}\n", 1000 * (1 + number));
            let rest = rest.split_once("[[package]]").map_or(rest, |(rest, _)| rest);
            write(&record, &format!("{line}{rest}{price}"))
        }
        0..=3 => write(&record, &text("Trà")),
        4 => write(&record, "id = \"broken\nname = "),
        5 => write(&record, &text("Ðường").replace("group = \"", "group = \"x")),
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
                    "base_url = \"https://ocop.example/\"\nlanguages = [{languages}]\ntitle = \"Đặc sản {number}\"\n[lists]\nper_page = {}\n",
                    2 + number % 3
                ),
            )
        }
        22 => write(
            "content/decisions.toml",
            &format!(
                "[[decision]]\nid = \"qd-1\"\nnumber = \"{number}/QĐ-UBND\"\ndate = 2024-01-{:02}\n\
                 issuer = {{ vi = \"Ủy ban {number}\", en = \"Committee {number}\" }}\nlevel = \"province\"\n",
                1 + number % 28,
            ),
        ),
        23 => write(
            &record,
            &text("Mật")
                .replace(
                    "[[certification]]",
                    "[sold]\nsales_points = [\"cho-hom\"]\n[[certification]]\ndecision = \"qd-1\"",
                )
                .replace("date =", "# date ="),
        ),
        24 => write(
            "content/sales-points/cho-hom/sales-point.toml",
            &format!("name = \"Chợ Hôm {number}\"\nplace = \"xa-tan-cuong\"\naddress = \"{number} đường Chợ\"\n"),
        ),
        25 => {
            site.picture(&format!("{folder}/anh.png"), 40, 30 + u32::try_from(dice.roll(3)).expect("small"));
            let picture =
                format!("[[photo]]\nfile = \"anh.png\"\nalt = {{ vi = \"Ảnh {number}\", en = \"Photo {number}\" }}\n");
            let mut paths = write(&record, &format!("{}{picture}", text("Trà")));
            paths.push(site.path(&format!("{folder}/anh.png")));
            paths
        }
        26 => write(
            &format!("content/news/2025-01-0{}-tin/post.vi.md", 1 + dice.roll(3)),
            &format!("+++\ntitle = \"Tin {number}\"\n+++\nCâu {number}.\n"),
        ),
        27 => write("overrides/css/pages/own.css", &format!(".own {{ order: {number}; }}\n")),
        _ => write("overrides/templates/partials/footer.html", &format!("<footer>{number}</footer>\n")),
    }
}
