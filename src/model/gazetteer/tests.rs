//! The gazetteer against the official counts, and place texts as people write them.

use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn present_key(gazetteer: &Gazetteer, id: UnitId) -> String {
    match gazetteer.became(id) {
        Became::Itself => gazetteer.key(id),
        Became::One(one) => gazetteer.key(one),
        Became::OneOf(several) => format!("one of {}", several.len()),
    }
}

/// What a line leads to: the unit and the one of today, or the candidates.
fn looked_up(line: &str) -> String {
    let gazetteer = gazetteer();
    let found = gazetteer.find(&PlaceText::parse(line), None);
    if let Some(unit) = found.unit {
        format!("{} = {}", gazetteer.key(unit), present_key(gazetteer, unit))
    } else {
        let keys: Vec<String> = found.candidates.iter().map(|id| gazetteer.key(*id)).collect();
        format!("? {}", keys.join(" "))
    }
}

#[test]
fn the_units_of_today_and_their_types_count_as_the_resolutions_say() {
    let gazetteer = gazetteer();
    let count = |on: &str, kind: PlaceType| {
        let today = gazetteer.ids().filter(|id| gazetteer.unit(*id).layer == Layer::Today);
        today.filter(|id| gazetteer.kind(*id, day(on)) == kind).count()
    };
    let all = |on: &str| {
        [PlaceType::CentralCity, PlaceType::Province, PlaceType::Commune, PlaceType::Ward, PlaceType::SpecialZone]
            .map(|kind| count(on, kind))
    };
    assert_eq!(all("2025-07-01"), [6, 28, 2621, 687, 13]);
    assert_eq!(all("2026-04-30"), [7, 27, 2611, 697, 13]);
    assert_eq!(all("2026-09-20"), [9, 25, 2599, 709, 13]);
}

#[test]
fn every_unit_of_before_leads_to_units_of_today_and_each_of_those_is_reached() {
    let gazetteer = gazetteer();
    let mut reached = std::collections::BTreeSet::new();
    let (mut whole, mut split) = (0, 0);
    for id in
        gazetteer.ids().filter(|id| gazetteer.unit(*id).layer == Layer::Before && gazetteer.unit(*id).code.len() == 5)
    {
        match gazetteer.became(id) {
            Became::One(one) => {
                whole += 1;
                reached.insert(one);
            }
            Became::OneOf(several) => {
                assert!(several.len() > 1, "{}", gazetteer.key(id));
                split += 1;
                reached.extend(several);
            }
            Became::Itself => panic!("{} has ended", gazetteer.key(id)),
        }
    }
    assert_eq!((whole, split), (9562, 473));
    // The special zones of five island districts had no communes before.
    assert_eq!(reached.len(), 3321 - 5);
    for id in gazetteer.ids() {
        let key = gazetteer.key(id);
        assert_eq!(gazetteer.get(&key), Some(id), "{key}");
        assert!(crate::model::Slug::try_from(key.as_str()).is_ok(), "{key}");
        assert_ne!(gazetteer.became(id), Became::OneOf(Vec::new()), "{key}");
    }
}

#[test]
fn a_text_from_a_certificate_gives_the_unit_of_its_time_and_of_today() {
    for (line, expected) in [
        ("xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn", "xa-con-minh-02173-cu = xa-con-minh-02185"),
        ("XÃ CÔN MINH - HUYỆN NA RÌ - TỈNH BẮC KẠN", "xa-con-minh-02173-cu = xa-con-minh-02185"),
        ("xa Con Minh, huyen Na Ri, tinh Bac Kan", "xa-con-minh-02173-cu = xa-con-minh-02185"),
        ("thôn Chè Cọ, xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn", "xa-con-minh-02173-cu = xa-con-minh-02185"),
        ("xã Nông Thượng, TP. Bắc Kạn, Bắc Kạn", "xa-nong-thuong-01852-cu = phuong-bac-kan-01843"),
        ("X. Nông Thượng, TP.Bắc Kạn, T. Bắc Kạn", "xa-nong-thuong-01852-cu = phuong-bac-kan-01843"),
        ("P.1, Q.3, TP.HCM", "phuong-1-27160-cu = phuong-ban-co-27154"),
        ("xã Côn Minh, tỉnh Thái Nguyên", "xa-con-minh-02185 = xa-con-minh-02185"),
        ("thị trấn Phố Châu, huyện Hương Sơn, Hà Tĩnh", "thi-tran-pho-chau-18133-cu = xa-huong-son-18133"),
        ("Hoằng Hoá, Thanh Hoá", "huyen-hoang-hoa-399-cu = tinh-thanh-hoa-38"),
        ("Krông Ana, Đắk Lắk", "huyen-krong-a-na-655-cu = tinh-dak-lak-66"),
        ("Phu Long townlet, Ham Thuan Bac district, Binh Thuan", "thi-tran-phu-long-23062-cu = phuong-ham-thang-22933"),
        ("Quan Hóa, Thanh Hóa", "huyen-quan-hoa-385-cu = tinh-thanh-hoa-38"),
        ("tinh Ha Tinh", "tinh-ha-tinh-42 = tinh-ha-tinh-42"),
        ("Bắc Giang", "tinh-bac-giang-24-cu = tinh-bac-ninh-24"),
        ("đặc khu Phú Quốc, An Giang", "dac-khu-phu-quoc-31078 = dac-khu-phu-quoc-31078"),
        ("huyện Lý Sơn, Quảng Ngãi", "huyen-ly-son-536-cu = dac-khu-ly-son-21548"),
        ("tỉnh Thừa Thiên Huế", "tinh-thua-thien-hue-46-cu-2021 = thanh-pho-hue-46"),
    ] {
        assert_eq!(looked_up(line), expected, "{line}");
    }
}

#[test]
fn what_is_not_certain_comes_back_as_candidates() {
    // Two communes of before have this name in the province, and the district is not given.
    assert_eq!(looked_up("xã Tân Tiến, tỉnh Bắc Giang").chars().next(), Some('?'));
    // A split commune: the unit is certain, its place of today is not.
    assert!(looked_up("phường Cam Giá, TP Thái Nguyên, Thái Nguyên").ends_with("= one of 2"));
    // Nothing has this name; the district is still known.
    let gazetteer = gazetteer();
    let found = gazetteer.find(&PlaceText::parse("xã Rã Bản, huyện Chợ Đồn, tỉnh Bắc Kạn"), None);
    assert_eq!(found.unit, None);
    assert_eq!(found.within.map(|id| gazetteer.key(id)).as_deref(), Some("huyen-cho-don-064-cu"));
    assert_eq!(found.remarks, [Remark::NotFound("xã Rã Bản".into())]);
    // A letter is wrong: asked, not taken.
    assert_eq!(looked_up("xã Côn Minhh, huyện Na Rì, tỉnh Bắc Kạn"), "? xa-con-minh-02173-cu");
    // The accents say something else, and no district is named.
    assert!(looked_up("xã Con Mình, tỉnh Bắc Kạn").starts_with("? "));
}

#[test]
fn names_in_english_follow_a_rule() {
    let gazetteer = gazetteer();
    for (key, on, expected) in [
        ("xa-con-minh-02185", "2026-01-01", "Con Minh Commune"),
        ("thanh-pho-ha-noi-01", "2026-01-01", "Hanoi"),
        ("thanh-pho-ho-chi-minh-79", "2026-01-01", "Ho Chi Minh City"),
        ("tinh-dong-nai-75", "2026-01-01", "Dong Nai Province"),
        ("tinh-dong-nai-75", "2026-05-01", "Dong Nai City"),
        ("thi-tran-pho-chau-18133-cu", "2026-01-01", "Pho Chau Township"),
    ] {
        assert_eq!(gazetteer.english(gazetteer.get(key).expect(key), day(on)), expected);
    }
}
