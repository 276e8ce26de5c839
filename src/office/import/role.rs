//! What a column of a list can hold, and the words by which its heading tells.

use serde::Deserialize;

use crate::model::fold;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident $key:literal [$($word:literal),*],)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Role { $($(#[$doc])* $name,)* }

        impl Role {
            pub const ALL: &'static [Role] = &[$(Role::$name),*];

            /// As `MAP.toml` and the terminal write it.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Role::$name => $key),* }
            }

            /// Words of headings, without accents.
            fn words(self) -> &'static [&'static str] {
                match self { $(Role::$name => &[$($word),*]),* }
            }
        }
    };
}

roles! {
    /// The number of the row, which means nothing.
    Number "number" ["stt", "tt", "so tt", "no", "so thu tu"],
    Name "name" ["ten san pham", "san pham", "product name", "product name vi", "name vi", "product", "ten sp", "ten san pham dich vu", "ten hang hoa"],
    NameEn "name_en" ["ten tieng anh", "ten san pham tieng anh", "tieng anh", "product name en", "name en", "english name"],
    Aliases "aliases" ["ten khac", "ten goi khac", "aliases"],
    Producer "producer" ["chu the", "ten chu the", "chu the ocop", "chu the san xuat", "co so san xuat", "don vi san xuat", "don vi", "doanh nghiep", "to chuc ca nhan", "ten co so", "nha san xuat", "producer", "producer name", "chu the san pham"],
    ProducerType "producer_type" ["loai hinh", "loai chu the", "loai hinh chu the", "loai hinh to chuc", "producer type"],
    /// A person, kept out of the records.
    Person "person" ["nguoi dai dien", "dai dien", "giam doc", "chu nhiem", "ho va ten", "ho ten", "nguoi lien he", "representative", "contact"],
    Stars "stars" ["hang sao", "so sao", "xep hang", "phan hang", "hang", "sao", "stars", "star", "ket qua phan hang", "ket qua", "muc sao", "hang ocop", "ket qua danh gia"],
    Score "score" ["diem", "so diem", "tong diem", "score", "diem danh gia", "diem so"],
    /// Year or date of the recognition.
    Date "date" ["nam", "nam cong nhan", "ngay cong nhan", "year", "date", "nam danh gia", "nam dat", "ngay cap", "thoi gian cong nhan", "nam phan hang", "nam chung nhan"],
    Decision "decision" ["quyet dinh", "so quyet dinh", "so qd", "quyet dinh cong nhan", "decision", "decision number", "so quyet dinh cong nhan", "so hieu quyet dinh", "so ngay quyet dinh"],
    DecisionDate "decision_date" ["ngay quyet dinh", "ngay ky", "ngay ban hanh", "decision date", "ngay thang quyet dinh"],
    Issuer "issuer" ["co quan ban hanh", "co quan cap", "don vi cap", "issuer", "decision issuer", "co quan cong nhan"],
    Level "level" ["cap cong nhan", "cap chung nhan", "cap", "level"],
    ValidUntil "valid_until" ["hieu luc den", "thoi han", "han su dung giay chung nhan", "ngay het han", "het hieu luc", "valid until", "thoi han hieu luc", "ngay het hieu luc"],
    Listed "listed" ["listed"],
    Province "province" ["tinh", "tinh thanh", "tinh thanh pho", "tinh tp", "province"],
    District "district" ["huyen", "quan huyen", "huyen thi xa thanh pho", "huyen tp", "huyen tx tp", "district", "huyen thanh pho", "huyen thi"],
    Commune "commune" ["xa", "xa phuong", "phuong xa", "xa phuong thi tran", "xa phuong tt", "commune", "ward"],
    Village "village" ["thon", "thon ban", "thon xom", "ban", "ap", "village", "thon to"],
    Address "address" ["dia chi", "dia diem", "noi san xuat", "address", "dia chi san xuat", "dia ban", "dia chi chu the", "place"],
    /// Id of a place, as the export writes it.
    PlaceId "place_id" ["place id"],
    Group "group" ["nganh hang", "nhom san pham", "nhom", "nhom nganh", "group", "category", "bo san pham", "phan nhom", "nganh hang nhom san pham"],
    Net "net" ["quy cach", "khoi luong", "dung tich", "trong luong", "quy cach dong goi", "net", "package", "khoi luong tinh", "the tich"],
    Price "price" ["gia", "gia ban", "don gia", "price", "gia ban le", "gia niem yet", "gia thanh"],
    Gtin "gtin" ["ma vach", "ma so ma vach", "barcode", "gtin", "ma gtin"],
    /// Id of the product, as the export writes it.
    Code "code" ["ma san pham", "ma sp", "ma so", "code", "id"],
    /// Folder of the product.
    Folder "folder" ["folder"],
    /// Folder of the producer.
    ProducerId "producer_id" ["producer id"],
    PlaceNowId "place_now_id" ["place now id"],
    DecisionId "decision_id" ["decision id"],
    PotentialFive "potential_five" ["potential five", "tiem nang nam sao"],
    Withdrawn "withdrawn" ["withdrawn", "ngay thu hoi"],
    Phone "phone" ["dien thoai", "so dien thoai", "sdt", "phone", "dt", "lien he"],
    Website "website" ["website", "trang web", "web"],
    Photo "photo" ["anh", "hinh anh", "photo", "file anh"],
    Source "source" ["nguon", "nguon thong tin", "source", "source url", "sources"],
    Note "note" ["ghi chu", "note", "notes", "ghi chu khac", "remarks"],
}

impl Role {
    /// The role that a heading names, and how well: a heading that says nothing else fits better than one that
    /// contains the words. `None` when no words fit.
    #[must_use]
    pub fn of(heading: &str) -> Option<(Role, usize)> {
        let heading = plain(heading);
        if heading.is_empty() || heading.len() > 80 {
            return None;
        }
        let padded = format!(" {heading} ");
        let fits = Self::ALL.iter().flat_map(|role| role.words().iter().map(move |word| (*role, *word)));
        fits.filter_map(|(role, word)| {
            let score = if heading == word {
                1000 + word.len()
            } else if padded.starts_with(&format!(" {word} ")) {
                100 + word.len()
            } else if word.len() > 3 && padded.contains(&format!(" {word} ")) {
                word.len()
            } else {
                return None;
            };
            Some((role, score))
        })
        .max_by_key(|(role, score)| (*score, std::cmp::Reverse(*role)))
    }
}

/// Small letters without accents, words one blank apart, remarks in brackets left out.
#[must_use]
pub fn plain(text: &str) -> String {
    let before_bracket = text.split('(').next().unwrap_or_default();
    let text = if before_bracket.trim().is_empty() { text } else { before_bracket };
    let text: String = fold(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        for (heading, role) in [
            ("Tên sản phẩm", Role::Name),
            ("TÊN SẢN PHẨM\nOCOP", Role::Name),
            ("Ten san pham", Role::Name),
            ("Tên chủ thể (HTX, công ty, hộ KD)", Role::Producer),
            ("Số QĐ", Role::Decision),
            ("Số quyết định công nhận", Role::Decision),
            ("Ngày quyết định", Role::DecisionDate),
            ("Hạng sao", Role::Stars),
            ("Phân hạng (sao)", Role::Stars),
            ("Điểm", Role::Score),
            ("Năm công nhận", Role::Date),
            ("Huyện, thị xã, thành phố", Role::District),
            ("Xã/phường/thị trấn", Role::Commune),
            ("Địa chỉ", Role::Address),
            ("Ngành hàng", Role::Group),
            ("product_name_en", Role::NameEn),
            ("producer_type", Role::ProducerType),
            ("source_url", Role::Source),
            ("decision_number", Role::Decision),
            ("Điện thoại", Role::Phone),
            ("STT", Role::Number),
        ] {
            assert_eq!(Role::of(heading).map(|(role, _)| role), Some(role), "{heading}");
        }
        assert_eq!(Role::of("Miến dong Tài Hoan"), None);
        assert_eq!(Role::of(""), None);
    }
}
