//! Cells become values of the domain. What cannot be understood is a reason, never a guess.

use std::str::FromStr;

use super::role::plain;
use crate::model::{Day, PartialDate, ProducerType, Stars, former_group, known_groups, sound};

/// The number of stars a text names, from 0 to 9: `4`, `4 sao`, `★★★★`, `OCOP 4 sao cấp tỉnh`, `4*`.
#[must_use]
pub fn stars_in(text: &str) -> Option<u8> {
    let drawn = text.chars().filter(|c| matches!(c, '★' | '⭐')).count();
    if drawn > 0 {
        return u8::try_from(drawn).ok();
    }
    if let Ok(number) = text.trim().parse::<f64>() {
        return (number.fract() == 0.0 && (0.0..10.0).contains(&number)).then_some(number as u8);
    }
    let words = plain(&text.replace('*', " sao "));
    let words: Vec<&str> = words.split(' ').collect();
    let spelled = |word: &str| match word {
        "ba" | "three" => Some(3),
        "bon" | "four" => Some(4),
        "nam" | "five" => Some(5),
        _ => word.parse::<u8>().ok().filter(|number| *number < 10),
    };
    let star = words.iter().position(|word| matches!(*word, "sao" | "star" | "stars"))?;
    words[..star].iter().rev().chain(&words[star + 1..]).find_map(|word| spelled(word))
}

/// Stars of a cell. `Ok(None)` for a product without a certificate.
///
/// # Errors
/// With the reason, when the cell holds something else.
pub fn stars(text: &str) -> Result<(Option<Stars>, bool), String> {
    let words = plain(text);
    let potential =
        words.contains("tiem nang 5") || words.contains("tiem nang nam") || words.contains("potential five");
    if potential {
        return Ok((Some(Stars::Four), true));
    }
    if ["chua danh gia", "chua phan hang", "chua dat", "khong dat", "chua co"].iter().any(|none| words.contains(none)) {
        return Ok((None, false));
    }
    match stars_in(text) {
        Some(count) => match Stars::try_from(i64::from(count)) {
            Ok(stars) => Ok((Some(stars), false)),
            Err(_) if count <= 2 => Ok((None, false)),
            Err(_) => Err(format!("a certified product has 3, 4 or 5 stars, found \"{text}\"")),
        },
        None => Err(format!("no number of stars is found in \"{text}\"")),
    }
}

/// A date as exact as it is written: `2021`, `năm 2021`, `12/03/2021`, `12-3-2021`, `ngày 12 tháng 3 năm 2021`, `3/2021`,
/// `2021-03-12`. Days come before months, as in Việt Nam.
#[must_use]
pub fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if let Ok(date) = PartialDate::from_str(text) {
        return Some(date);
    }
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |text: &str| text.parse::<i16>().ok();
    let year = |text: &str| number(text).filter(|year| (2018..=2100).contains(year));
    match numbers[..] {
        [y] => year(y).filter(|_| y.len() == 4).map(PartialDate::Year),
        [m, y] if y.len() == 4 => {
            let month = i8::try_from(number(m)?).ok().filter(|month| (1..=12).contains(month))?;
            year(y).map(|year| PartialDate::Month(year, month))
        }
        [d, m, y] if y.len() == 4 => {
            let (day, month) = (i8::try_from(number(d)?).ok()?, i8::try_from(number(m)?).ok()?);
            Day::new(year(y)?, month, day).map(PartialDate::Day)
        }
        _ => None,
    }
}

/// A decision as a list names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionText {
    pub number: String,
    pub date: Option<PartialDate>,
}

/// `1114/QĐ-UBND ngày 12/3/2021`, `QĐ số 377`, `Quyết định số 715/QĐ – UBND`.
#[must_use]
pub fn decision(text: &str) -> Option<DecisionText> {
    let lower = text.to_lowercase();
    let split = ["ngày", "ngay ", "(", " dated "].iter().filter_map(|word| lower.find(word)).min();
    // Lowering keeps the length of Vietnamese letters.
    let (head, tail) = split.filter(|at| text.is_char_boundary(*at)).map_or((text, ""), |at| text.split_at(at));
    let start = head.find(|c: char| c.is_ascii_digit())?;
    let number: String = head[start..]
        .trim()
        .trim_end_matches([',', ';', '.'])
        .replace(" – ", "-")
        .replace(" - ", "-")
        .replace('–', "-");
    Some(DecisionText { number, date: date(tail) })
}

/// Which kind of producer a word or a name tells.
#[must_use]
pub fn producer_type(text: &str) -> Option<ProducerType> {
    let words = format!(" {} ", plain(text));
    let kinds = [
        (ProducerType::CooperativeGroup, &["to hop tac", "tht", "cooperative group"][..]),
        (ProducerType::Cooperative, &["hop tac xa", "htx", "lien hiep hop tac xa", "cooperative"]),
        (
            ProducerType::Company,
            &[
                "cong ty",
                "cty",
                "doanh nghiep",
                "company",
                "dntn",
                "tnhh",
                "co ltd",
                "limited",
                "tap doan",
                "enterprise",
            ],
        ),
        (ProducerType::Establishment, &["co so", "cssx", "establishment", "xuong"]),
        (
            ProducerType::Household,
            &["ho kinh doanh", "ho san xuat", "hkd", "ho sxkd", "ho gia dinh", "household", "ho", "ca the"],
        ),
        (ProducerType::FarmersAssociation, &["hoi nong dan"]),
        (ProducerType::CraftVillage, &["lang nghe"]),
        (ProducerType::ManagementBoard, &["ban quan ly"]),
    ];
    kinds
        .iter()
        .find(|(_, words_of)| words_of.iter().any(|word| words.contains(&format!(" {word} "))))
        .map(|(kind, _)| *kind)
}

/// The type that a column of types names, also as records and other programs write it.
#[must_use]
pub fn producer_type_word(text: &str) -> Option<ProducerType> {
    let word = text.trim().to_lowercase().replace(['_', ' '], "-");
    ProducerType::NAMES.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind).or_else(|| producer_type(text))
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupChoice {
    pub id: String,
    /// True when the text names the group, false when it was told from a word of a product name.
    pub is_named: bool,
}

/// The product group that a text names: an id, or the words of QĐ 148 or QĐ 1048.
#[must_use]
pub fn group(text: &str) -> Option<GroupChoice> {
    let id = text.trim();
    if known_groups().contains(&id) || former_group(id).is_some() {
        return Some(GroupChoice { id: id.to_owned(), is_named: true });
    }
    let words = format!(" {} ", plain(text).trim_start_matches("nhom ").trim_start_matches("nganh hang "));
    let named: &[(&str, &[&str])] = &[
        ("ornamental", &[" sinh vat canh "]),
        ("tourism", &[" dich vu du lich ", " du lich cong dong ", " du lich nong thon ", " diem du lich "]),
        ("medicinal", &[" duoc lieu ", " thao duoc "]),
        ("1048.fabric", &[" vai va may mac ", " vai may mac "]),
        ("1048.souvenir", &[" luu niem "]),
        ("craft", &[" thu cong my nghe "]),
        ("food.fresh", &[" thuc pham tuoi song "]),
        ("food.processed", &[" thuc pham che bien "]),
        ("food.raw", &[" thuc pham tho "]),
        ("food", &[" thuc pham "]),
        ("drink.alcohol", &[" do uong co con "]),
        ("drink.soft", &[" do uong khong con "]),
        ("drink", &[" do uong "]),
    ];
    let found = named.iter().find(|(_, texts)| texts.iter().any(|text| words.starts_with(text)));
    found.map(|(id, _)| GroupChoice { id: (*id).to_owned(), is_named: true })
}

/// The group that the name of a product suggests, for lists that do not give it. `None` when no word tells.
#[must_use]
pub fn group_of_name(name: &str) -> Option<&'static str> {
    let words = format!(" {} ", sound(name));
    // The first that fits: what a product is comes before what it is made of. With accents: `giò` is no `giỏ`.
    let told: &[(&str, &[&str])] = &[
        // Before `nếp`, `chè` and the like: what smells of a dish is not one.
        ("medicinal.cosmetic", &["dầu gội", "mặt nạ dưỡng da", "sữa tắm", "kem dưỡng da", "son môi"]),
        ("craft", &["hương trầm", "hương thẻ", "hương quế", "nhang"]),
        ("tourism", &["homestay", "du lịch", "khu sinh thái", "làng văn hóa"]),
        ("drink.alcohol.spirit", &["rượu"]),
        ("medicinal.oil", &["tinh dầu"]),
        (
            "medicinal",
            &["cao cà gai leo", "đông trùng", "nano curcumin", "viên nghệ", "cao xương", "cao ban long", "nhung hươu"],
        ),
        ("drink.coffee", &["cà phê", "ca cao"]),
        ("drink.tea", &["trà", "chè", "tea"]),
        ("drink.soft.water", &["nước khoáng", "nước uống"]),
        ("food.spice.sauce", &["nước mắm", "mắm", "tương", "nước chấm"]),
        ("food.raw.honey", &["mật ong", "honey"]),
        ("food.raw.grain", &["gạo", "nếp"]),
        ("food.processed.cereal", &["miến", "bún", "phở", "bánh", "ngũ cốc"]),
        ("food.processed.meat", &["giò", "chả", "nem", "lạp sườn", "lạp xưởng", "xúc xích", "ruốc"]),
        ("craft.textile", &["thổ cẩm", "khăn lụa", "áo dài", "sà rông"]),
        (
            "craft",
            &[
                "chiếu",
                "gốm",
                "lọ lục bình",
                "mây tre",
                "ống hút tre",
                "ngọc trai",
                "giỏ",
                "nôi tre",
                "chổi",
                "thảm",
                "thạp",
                "bộ dụng cụ",
            ],
        ),
        ("ornamental.flower", &["lan hồ điệp"]),
        ("ornamental.plant", &["mai vàng", "bon sai", "bonsai", "cây cảnh"]),
    ];
    let holds = |word: &&str| words.contains(&format!(" {} ", sound(word)));
    told.iter().find(|(_, texts)| texts.iter().any(&holds)).map(|(id, _)| *id)
}

/// Whole đồng: `65.000`, `65,000 đ`, `65000`. `None` for ranges, words and thousands written short.
#[must_use]
pub fn price(text: &str) -> Option<i64> {
    let digits: String =
        text.trim().trim_end_matches(['đ', '₫', ' ']).replace("đồng", "").replace("VND", "").replace("VNĐ", "");
    let digits = digits.split('/').next().unwrap_or_default().trim();
    let plain: String = digits.chars().filter(|c| !matches!(c, '.' | ',' | ' ')).collect();
    let price: i64 = plain.parse().ok()?;
    (price >= 500).then_some(price)
}

/// Points: `86,5` or `86.5`.
#[must_use]
pub fn score(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches("điểm").trim().replace(',', ".");
    text.parse().ok().filter(|points: &f64| (0.0..=100.0).contains(points))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_read_however_they_are_written() {
        for (text, expected) in [
            ("4", Some(4)),
            ("4.0", Some(4)),
            ("4 sao", Some(4)),
            ("OCOP 4 sao cấp tỉnh", Some(4)),
            ("★★★", Some(3)),
            ("4*", Some(4)),
            ("Hạng sao: 5", Some(5)),
            ("năm sao", Some(5)),
            ("5-star", Some(5)),
        ] {
            assert_eq!(stars(text).map(|(stars, _)| stars.map(Stars::count)), Ok(expected), "{text}");
        }
        assert_eq!(stars("tiềm năng 5 sao"), Ok((Some(Stars::Four), true)));
        assert_eq!(stars("chưa phân hạng"), Ok((None, false)));
        assert_eq!(stars("2 sao"), Ok((None, false)), "below three there is no certificate");
        assert!(stars("6").is_err() && stars("đạt").is_err() && stars("3,5").is_err());
    }

    #[test]
    fn dates_are_read_day_first_and_as_exact_as_they_are() {
        for (text, expected) in [
            ("2021", "2021"),
            ("năm 2021", "2021"),
            ("12/03/2021", "2021-03-12"),
            ("12-3-2021", "2021-03-12"),
            ("ngày 12 tháng 3 năm 2021", "2021-03-12"),
            ("3/2021", "2021-03"),
            ("2021-03-12", "2021-03-12"),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
        }
        for bad in ["31/02/2021", "12/13/2021", "12/3/21", "đợt 1", ""] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }

    #[test]
    fn decisions_groups_types_and_prices_are_understood() {
        let found = decision("Quyết định số 1114/QĐ-UBND ngày 12/3/2021").expect("a decision");
        assert_eq!(
            (found.number.as_str(), found.date.map(|date| date.to_string()).as_deref()),
            ("1114/QĐ-UBND", Some("2021-03-12"))
        );
        assert_eq!(decision("715/QĐ – UBND").map(|found| found.number).as_deref(), Some("715/QĐ-UBND"));
        assert_eq!(decision("chưa có"), None);
        let id = |text: &str| group(text).map(|group| group.id);
        assert_eq!(id("Nhóm Thực phẩm").as_deref(), Some("food"));
        assert_eq!(id("Dược liệu và sản phẩm từ dược liệu").as_deref(), Some("medicinal"));
        assert_eq!(id("Vải và may mặc").as_deref(), Some("1048.fabric"));
        assert_eq!(id("Đồ uống").as_deref(), Some("drink"));
        assert_eq!(id("Miến dong"), None);
        assert_eq!(producer_type("HTX chè Hảo Đạt"), Some(ProducerType::Cooperative));
        assert_eq!(producer_type("Tổ hợp tác Quân Hà"), Some(ProducerType::CooperativeGroup));
        assert_eq!(producer_type_word("cooperative_group"), Some(ProducerType::CooperativeGroup));
        assert_eq!(producer_type("Hộ kinh doanh Nguyễn Văn A"), Some(ProducerType::Household));
        assert_eq!(price("65.000 đ"), Some(65_000));
        assert_eq!(price("65"), None);
        assert_eq!(price("50.000-60.000"), None);
        assert_eq!(group_of_name("trà nụ vối"), Some("drink.tea"));
        assert_eq!(group_of_name("Xà phòng"), None);
        assert_eq!(group_of_name("Nôi tre đặt võng Huyền Anh"), Some("craft"));
        assert_eq!(group_of_name("hương trầm Quốc Thạch"), Some("craft"));
        assert_eq!(group_of_name("nấm hương"), None, "the mushroom is no incense");
        assert_eq!(group_of_name("dầu gội Hương Hồi Long"), Some("medicinal.cosmetic"));
    }
}
