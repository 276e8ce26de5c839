//! When two names are the same: certain where only spelling habits differ, a candidate where letters do.

use crate::model::{ProducerType, slugify, sound};

/// Abbreviations of Vietnamese business names with their words.
const SHORT: &[(&str, &str)] = &[
    ("htx", "hợp tác xã"),
    ("tht", "tổ hợp tác"),
    ("cty", "công ty"),
    ("ct", "công ty"),
    ("tnhh", "trách nhiệm hữu hạn"),
    ("cp", "cổ phần"),
    ("mtv", "một thành viên"),
    ("tm", "thương mại"),
    ("dv", "dịch vụ"),
    ("tmdv", "thương mại dịch vụ"),
    ("dvth", "dịch vụ tổng hợp"),
    ("sx", "sản xuất"),
    ("kd", "kinh doanh"),
    ("sxkd", "sản xuất kinh doanh"),
    ("xnk", "xuất nhập khẩu"),
    ("xk", "xuất khẩu"),
    ("nn", "nông nghiệp"),
    ("dvnn", "dịch vụ nông nghiệp"),
    ("xd", "xây dựng"),
    ("hkd", "hộ kinh doanh"),
    ("dntn", "doanh nghiệp tư nhân"),
];

/// The name of a producer as it sounds, abbreviations written out: `HTX chè Hảo Đạt`, `Hợp tác xã (HTX) Chè Hảo Đạt`
/// and `Hợp tác xã chè Hảo Đạt` are one. Accents count: other accents are another name.
#[must_use]
pub fn producer_key(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in sound(name).split(' ') {
        let long = SHORT.iter().find(|(short, _)| *short == word).map(|(_, long)| sound(long));
        match long {
            // "Hợp tác xã (HTX)": said twice.
            Some(long) if words.join(" ").ends_with(&long) => {}
            Some(long) => words.extend(long.split(' ').map(str::to_owned)),
            None if matches!(word, "và" | "") => {}
            None => words.push(word.to_owned()),
        }
    }
    let and = sound("và");
    words.retain(|word| *word != and);
    words.join(" ")
}

/// The name of a product as it sounds.
#[must_use]
pub fn product_key(name: &str) -> String {
    let key = sound(name);
    key.strip_prefix(&format!("{} ", sound("sản phẩm"))).map_or(key.clone(), str::to_owned)
}

/// Names so alike that one of them may be a slip of the pen: other accents, a letter or two in one word, or words that
/// say what a producer does left out (`HTX Tân Thành`, `HTX nông nghiệp Tân Thành`).
#[must_use]
pub fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (own_words(a), own_words(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('-').collect(), b.split('-').collect());
    if a == b {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < long.len() {
        return short.len() >= 2 && (long.ends_with(short) || long.starts_with(short));
    }
    let other: Vec<(&str, &str)> = a.iter().copied().zip(b.iter().copied()).filter(|(a, b)| a != b).collect();
    let [(a, b)] = other[..] else { return false };
    let letters = a.len().max(b.len());
    letters > 3 && strsim::damerau_levenshtein(a, b) <= (letters / 4).max(1)
}

/// The folder name of a producer, as short as its own words allow: `htx-hao-dat`, `cty-ha-diep`.
#[must_use]
pub fn producer_slug(name: &str, kind: ProducerType) -> String {
    let prefix = match kind {
        ProducerType::Cooperative => "htx",
        ProducerType::CooperativeGroup => "tht",
        ProducerType::Company => "cty",
        ProducerType::Household => "hkd",
        ProducerType::Establishment => "cs",
        _ => "ct",
    };
    short(&format!("{prefix}-{}", own_words(name)))
}

/// A name without the words for its legal form: `che-hao-dat`.
fn own_words(name: &str) -> String {
    let mut rest = slugify(&producer_key(name));
    let legal = [
        "hop-tac-xa",
        "to-hop-tac",
        "chi-nhanh",
        "cong-ty",
        "trach-nhiem-huu-han",
        "co-phan",
        "mot-thanh-vien",
        "ho-kinh-doanh",
        "ho-san-xuat",
        "co-so-san-xuat",
        "co-so",
        "doanh-nghiep-tu-nhan",
    ];
    loop {
        let shorter = legal.iter().find_map(|words| rest.strip_prefix(words)).and_then(|rest| rest.strip_prefix('-'));
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter.to_owned(),
            _ => break rest,
        }
    }
}

/// A folder name of at most 60 letters, cut between words.
#[must_use]
pub fn short(slug: &str) -> String {
    if slug.len() <= 60 {
        return slug.to_owned();
    }
    slug[..60].rsplit_once('-').map_or(&slug[..60], |(head, _)| head).to_owned()
}

/// A bare name that begins with one of the commonest family names and has no other word.
#[must_use]
pub fn looks_like_a_person(name: &str) -> bool {
    const FAMILIES: &[&str] = &[
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý", "Nông", "Triệu", "Lường", "Đinh", "Trương", "Đoàn", "Lương", "Cao", "Mai", "Tô", "Trịnh", "Hà",
    ];
    let words: Vec<&str> = name.trim_start_matches("Ông ").trim_start_matches("Bà ").split(' ').collect();
    (2..=4).contains(&words.len())
        && FAMILIES.contains(&words[0])
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_habits_make_no_other_producer_but_letters_do() {
        let same = |a: &str, b: &str| producer_key(a) == producer_key(b);
        assert!(same("HTX chè Hảo Đạt", "Hợp tác xã (HTX) chè Hảo Đạt"));
        assert!(same("HTX Chè Hảo Đạt", "hợp tác xã chè Hảo Đạt"));
        assert!(same("Công ty Cổ phần Nông nghiệp Hương Sơn", "Cty CP nông nghiệp Hương Sơn"));
        assert!(same(
            "Công ty CP Sản xuất & Thương mại Nhung hươu Việt",
            "Công ty cổ phần Sản xuất và Thương mại nhung hươu Việt"
        ));
        assert!(same("HTX Thuỷ Hoà", "HTX Thủy Hòa"));
        assert!(!same("Công ty TNHH Sâm Sâm", "Công ty TNHH Sam Sam"));
        assert!(!same("HTX Tân Thành", "HTX nông nghiệp Tân Thành"));
        assert!(alike("Công ty Cổ phần Curmin Bắc Hà", "Công ty cổ phần Curcumin Bắc Hà"));
        assert!(alike("HTX Tân Thành", "HTX nông nghiệp Tân Thành"));
        for (a, b) in
            [("HTX Tân Dân", "HTX Minh Anh"), ("HTX Cao Phong", "HTX Tân Phong"), ("HTX Hoàn Thành", "HTX Toàn Thắng")]
        {
            assert!(!alike(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn folder_names_are_short_and_persons_are_told_from_trade_names() {
        assert_eq!(producer_slug("Hợp tác xã (HTX) chè Hảo Đạt", ProducerType::Cooperative), "htx-che-hao-dat");
        assert_eq!(producer_slug("Công ty TNHH Hà Diệp", ProducerType::Company), "cty-ha-diep");
        assert!(looks_like_a_person("Nguyễn Thị Mẫu"));
        assert!(!looks_like_a_person("Hoàng Khanh Foods 24"));
        assert!(!looks_like_a_person("Công ty Nguyễn Mẫu"));
    }
}
