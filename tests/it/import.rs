//! Lists of offices become records, and what people wrote stays.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::site::Site;

const SITE: &str = "-- ocop.toml --
base_url = \"https://ocop.example/\"
languages = [\"vi\", \"en\"]
title = { vi = \"Danh mục\", en = \"Catalogue\" }
";

/// 140 rows of a list gathered from public pages, without remarks; no private person is named.
const REAL: &[u8] = include_bytes!("list.csv");

fn empty() -> Site {
    Site::empty(SITE)
}

/// What the program prints; it must end with `code`.
#[track_caller]
fn run(site: &Site, arguments: &[&str], code: i32) -> String {
    let output = site.run(arguments);
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

fn list(site: &Site, rows: &str) {
    std::fs::write(site.path("list.csv"), rows).expect("write the list");
}

fn record(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the catalogue with its text, without the reports.
fn files(root: &Path) -> BTreeMap<String, String> {
    let walk = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("list").into_path());
    let kept = walk.filter(|path| path.is_file() && !path.to_string_lossy().contains("report"));
    kept.map(|path| {
        let text = String::from_utf8_lossy(&std::fs::read(&path).expect("read")).into_owned();
        (path.strip_prefix(root).expect("below").to_string_lossy().into_owned(), text)
    })
    .collect()
}

#[test]
fn a_real_list_becomes_a_catalogue_that_can_be_published() {
    let site = empty();
    std::fs::write(site.path("list.csv"), REAL).expect("write the list");
    let printed = run(&site, &["import", "list.csv"], 0);
    let rows = std::str::from_utf8(REAL).expect("UTF-8").lines().count() - 1;
    assert!(printed.contains(&format!("{rows} rows: ")) && printed.contains(" 0 refused"), "{printed}");
    let seen = site.check();
    assert!(!seen.messages().contains('×'), "{}", seen.messages());
    let built = site.build();
    assert!(built.paths().iter().filter(|path| path.starts_with("vi/san-pham/")).count() > 80);
    // "HTX", "Hợp tác xã (HTX)" and other capitals are one producer, in four rows.
    let products = files(&site.path("content/products"));
    let of =
        |producer: &str| products.values().filter(|text| text.contains(&format!("producer = \"{producer}\""))).count();
    assert_eq!(of("htx-che-hao-dat"), 5);
    assert!(!site.path("content/producers/htx-che-hao-dat-2").exists());
    // A slip of the pen is told, not joined.
    assert!(printed.contains("perhaps the same") && printed.contains("Curmin Bắc Hà"), "{printed}");
}

#[test]
fn importing_twice_changes_no_byte() {
    let site = empty();
    std::fs::write(site.path("list.csv"), REAL).expect("write the list");
    run(&site, &["import", "list.csv"], 0);
    let first = files(site.root());
    let printed = run(&site, &["import", "list.csv"], 0);
    assert!(printed.contains("0 created, 0 joined to another row, 0 updated"), "{printed}");
    assert_eq!(files(site.root()), first);
}

#[test]
fn a_trial_writes_nothing() {
    let site = empty();
    std::fs::write(site.path("list.csv"), REAL).expect("write the list");
    let before = files(site.root());
    let printed = run(&site, &["import", "list.csv", "--dry-run"], 0);
    assert!(printed.contains("nothing was written"), "{printed}");
    assert_eq!(files(site.root()), before);
    assert!(!site.path("list-report.xlsx").exists());
}

#[test]
fn a_workbook_gives_the_same_records_as_the_text() {
    let text = empty();
    std::fs::write(text.path("list.csv"), REAL).expect("write the list");
    run(&text, &["import", "list.csv"], 0);
    let workbook = empty();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&REAL[3..]);
    for (row, record) in reader.records().enumerate() {
        for (column, cell) in record.expect("a row").iter().enumerate() {
            let (row, column) = (row as u32, column as u16);
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).expect("write"),
                Err(_) => sheet.write_string(row, column, cell).expect("write"),
            };
        }
    }
    book.save(workbook.path("list.xlsx")).expect("save");
    run(&workbook, &["import", "list.xlsx"], 0);
    assert_eq!(files(&text.path("content")), files(&workbook.path("content")));
}

/// Title rows, a heading of two rows with merged cells, headings of groups, numbering, merged producers, several
/// products in one cell, dates as dates, a sum.
fn messy(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    sheet.set_name("Năm 2021").expect("name");
    sheet.merge_range(0, 0, 0, 8, "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", &plain).expect("merge");
    sheet.merge_range(1, 0, 1, 8, "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN", &plain).expect("merge");
    for (column, text) in [(0, "STT"), (1, "Tên sản phẩm"), (2, "Chủ thể"), (3, "Địa chỉ"), (8, "Ghi chú")]
    {
        sheet.merge_range(3, column, 4, column, text, &plain).expect("merge");
    }
    sheet.merge_range(3, 4, 3, 5, "Kết quả", &plain).expect("merge");
    sheet.write_string(4, 4, "Điểm").expect("write");
    sheet.write_string(4, 5, "Hạng sao").expect("write");
    sheet.merge_range(3, 6, 3, 7, "Quyết định", &plain).expect("merge");
    sheet.write_string(4, 6, "Số QĐ").expect("write");
    sheet.write_string(4, 7, "Ngày ký").expect("write");
    for column in 0..9u16 {
        sheet.write_string(5, column, format!("({})", column + 1)).expect("write");
    }
    sheet.merge_range(6, 0, 6, 8, "I. HUYỆN NA RÌ", &plain).expect("merge");
    let signed = ExcelDateTime::from_ymd(2021, 12, 31).expect("a day");
    sheet.write_number(7, 0, 1).expect("write");
    sheet.write_string(7, 1, "Miến dong Tài Hoan").expect("write");
    sheet.merge_range(7, 2, 8, 2, "HTX Tài Hoan", &plain).expect("merge");
    sheet.write_string(7, 3, "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn").expect("write");
    sheet.write_number(7, 4, 86.5).expect("write");
    sheet.write_string(7, 5, "4 sao").expect("write");
    sheet.write_string(7, 6, "2616/QĐ-UBND").expect("write");
    sheet.write_datetime_with_format(7, 7, &signed, &date).expect("write");
    sheet.write_number(8, 0, 2).expect("write");
    sheet.write_string(8, 1, "- Bột dong\n- Bún khô").expect("write");
    sheet.write_string(8, 3, "xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn").expect("write");
    sheet.write_string(8, 5, "★★★").expect("write");
    sheet.write_string(8, 6, "2616/QĐ-UBND").expect("write");
    sheet.write_datetime_with_format(8, 7, &signed, &date).expect("write");
    sheet.merge_range(9, 0, 9, 8, "II. Nhóm đồ uống", &plain).expect("merge");
    sheet.write_number(10, 0, 3).expect("write");
    sheet.write_string(10, 1, "Chè Shan tuyết").expect("write");
    sheet.write_string(10, 2, "Hộ kinh doanh Nguyễn Thị Mẫu").expect("write");
    sheet.write_string(10, 3, "xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn").expect("write");
    sheet.write_number(10, 5, 6).expect("write");
    sheet.write_number(11, 0, 4).expect("write");
    sheet.write_string(11, 1, "Rượu ngô").expect("write");
    sheet.write_string(11, 2, "Hộ kinh doanh Nguyễn Thị Mẫu").expect("write");
    sheet.write_string(11, 3, "xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn").expect("write");
    sheet.write_string(12, 1, "Tổng cộng: 5 sản phẩm").expect("write");
    book.save(path).expect("save");
}

#[test]
fn old_excel_and_libreoffice_give_the_same_records_as_new_excel() {
    let new = empty();
    messy(&new.path("list.xlsx"));
    let printed = run(&new, &["import", "list.xlsx"], 1);
    for file in ["list.xls", "list.ods"] {
        let site = empty();
        let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/lists").join(file);
        std::fs::copy(made, site.path(file)).expect("copy the list");
        assert_eq!(run(&site, &["import", file], 1), printed, "{file}");
        assert_eq!(files(&site.path("content")), files(&new.path("content")), "{file}");
    }
}

#[test]
fn a_list_as_offices_keep_them_is_understood() {
    let site = empty();
    messy(&site.path("ds.xlsx"));
    // The row with six stars is refused, so the program says that something is left to do.
    let printed = run(&site, &["import", "ds.xlsx"], 1);
    assert!(
        printed.contains("5 rows: 4 created, 0 joined to another row, 0 updated, 0 unchanged, 1 refused"),
        "{printed}"
    );
    assert!(
        printed.contains("refused: Năm 2021 F11: a certified product has 3, 4 or 5 stars, found \"6\""),
        "{printed}"
    );
    assert!(printed.contains("row 7 of Năm 2021 speaks of the rows below: district = HUYỆN NA RÌ"), "{printed}");
    assert!(printed.contains("is a sum"), "{printed}");
    assert_eq!(
        record(&site, "content/products/mien-dong-tai-hoan/product.toml"),
        "id = \"bk-0001\"
name = { vi = \"Miến dong Tài Hoan\" }
producer = \"htx-tai-hoan\"
place = \"xa-con-minh-02173-cu\"
group = \"food.processed.cereal\"

[[certification]]
stars = 4
decision = \"qd-2616-2021\"
score = 86.5
"
    );
    assert_eq!(
        record(&site, "content/decisions.toml"),
        "[[decision]]
id = \"qd-2616-2021\"
number = \"2616/QĐ-UBND\"
date = 2021-12-31
issuer = { vi = \"Ủy ban nhân dân tỉnh Bắc Kạn\", en = \"Bắc Kạn Provincial People’s Committee\" }
level = \"province\"
"
    );
    for (slug, stars) in [("bot-dong", "stars = 3"), ("bun-kho", "stars = 3")] {
        let text = record(&site, &format!("content/products/{slug}/product.toml"));
        assert!(text.contains(stars) && text.contains("htx-tai-hoan"), "{text}");
    }
    let draft = record(&site, "content/products/ruou-ngo/product.toml");
    assert!(draft.contains("draft = true") && draft.contains("group = \"drink\""), "{draft}");
    assert!(site.path("ds-report.xlsx").exists());
    assert!(!site.check().messages().contains('×'), "{}", site.check().messages());
}

#[test]
fn the_name_of_a_household_business_is_kept_out_of_pages_and_addresses() {
    let site = empty();
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm\nChè Shan,Hộ kinh doanh Nguyễn Thị Mẫu,Hà Giang,3,2022\n");
    run(&site, &["import", "list.csv"], 0);
    for (path, bytes) in site.build().files() {
        assert!(!path.contains("nguyen-thi-mau"), "{path}");
        assert!(!String::from_utf8_lossy(&bytes).contains("Nguyễn Thị Mẫu"), "{path}");
    }
    let asked = empty();
    list(&asked, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm\nChè Shan,Hộ kinh doanh Nguyễn Thị Mẫu,Hà Giang,3,2022\n");
    run(&asked, &["import", "list.csv", "--household-names"], 0);
    assert!(asked.build().words("vi/san-pham/che-shan/index.html").contains("Nguyễn Thị Mẫu"));
}

#[test]
fn what_a_list_says_without_stars_stays_in_the_draft_until_the_stars_come() {
    let site = empty();
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm,Quyết định\nTrà lá sen,HTX A,Đồng Tháp,,2019,1580/QĐ-UBND-HC\n");
    run(&site, &["import", "list.csv"], 0);
    let path = "content/products/tra-la-sen/product.toml";
    let comment = "# The list gives no stars; it says: 2019, decision 1580/QĐ-UBND-HC\ndraft = true\n";
    assert!(record(&site, path).contains(comment), "{}", record(&site, path));
    let before = files(&site.path("content"));
    run(&site, &["import", "list.csv"], 0);
    assert_eq!(files(&site.path("content")), before, "importing twice changes no byte");
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm,Quyết định\nTrà lá sen,HTX A,Đồng Tháp,3,2019,1580/QĐ-UBND-HC\n");
    run(&site, &["import", "list.csv"], 0);
    let text = record(&site, path);
    assert!(!text.contains("draft") && !text.contains('#') && text.contains("stars = 3"), "{text}");
}

#[test]
fn lists_of_several_years_become_one_history() {
    let site = empty();
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm\nMiến dong,HTX Tài Hoan,Bắc Kạn,3,2019\n");
    run(&site, &["import", "list.csv"], 0);
    list(&site, "Tên sản phẩm;Đơn vị;Tỉnh;Hạng sao;Năm\nMIẾN DONG;Hợp tác xã Tài Hoan;Thái Nguyên;5;2026\n");
    let printed = run(&site, &["import", "list.csv"], 0);
    assert!(printed.contains("0 created") && printed.contains("1 updated"), "{printed}");
    let text = record(&site, "content/products/mien-dong/product.toml");
    assert!(text.contains("stars = 3\ndate = 2019") && text.contains("stars = 5\ndate = 2026"), "{text}");
    // An older list after a newer one adds to the history and changes nothing else.
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Xã,Huyện,Số sao,Năm\nmiến dong,HTX Tài Hoan,Bắc Kạn,,,4,2022\n");
    run(&site, &["import", "list.csv"], 0);
    let text = record(&site, "content/products/mien-dong/product.toml");
    assert!(text.contains("stars = 4\ndate = 2022") && text.contains("name = { vi = \"MIẾN DONG\" }"), "{text}");
    // The same year with other stars contradicts itself.
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm\nTrà,HTX A,Bắc Kạn,3,2022\nTrà,HTX A,Bắc Kạn,4,2022\n");
    let printed = run(&site, &["import", "list.csv"], 1);
    assert!(printed.contains("the same product has 3 stars in row 2 for the same time"), "{printed}");
}

#[test]
fn what_people_wrote_stays_and_is_told() {
    let site = empty();
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm,Nhóm\nMiến dong,HTX Tài Hoan,Bắc Kạn,3,2021,Thực phẩm\n");
    run(&site, &["import", "list.csv"], 0);
    let path = "content/products/mien-dong/product.toml";
    let edited = record(&site, path)
        .replace("group = \"food\"", "group = \"food.processed.cereal\" # từ bột dong riềng")
        .replace(
            "name = { vi = \"Miến dong\" }",
            "# tên trên giấy\nname = { vi = \"Miến dong\", en = \"Canna vermicelli\" }",
        )
        + "\n[[package]]\nnet = \"500 g\"\nprice = 65000\n";
    std::fs::write(site.path(path), &edited).expect("edit");
    site.edit("content/products/mien-dong/story.vi.md", "Chuyện của chúng tôi.\n");
    // The same list again: nothing to say.
    let printed = run(&site, &["import", "list.csv"], 0);
    assert!(printed.contains("1 unchanged"), "{printed}");
    assert_eq!(record(&site, path), edited);
    // A corrected list: the untouched name follows, the edited group stays and is told.
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm,Nhóm\nmiến dong,HTX Tài Hoan,Bắc Kạn,4,2021,Đồ uống\n");
    let printed = run(&site, &["import", "list.csv"], 1);
    assert!(printed.contains("`group` stays \"food.processed.cereal\", the list says \"drink\""), "{printed}");
    let expected = edited.replace("vi = \"Miến dong\"", "vi = \"miến dong\"").replace("stars = 3", "stars = 4");
    assert_eq!(record(&site, path), expected);
    assert_eq!(record(&site, "content/products/mien-dong/story.vi.md"), "Chuyện của chúng tôi.\n");
}

#[test]
fn a_record_made_by_hand_is_only_added_to() {
    let site = Site::new("");
    let hand = record(&site, "content/products/tra/product.toml");
    list(&site, "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm,Nhóm\nTrà hoa vàng,HTX A,Thái Nguyên,4,2024,Thực phẩm\n");
    let map = "[producers]\n\"HTX A\" = \"htx-a\"\n";
    std::fs::write(site.path("map.toml"), map).expect("write the map");
    let printed = run(&site, &["import", "list.csv", "--map", "map.toml"], 1);
    assert!(printed.contains("`group` stays \"drink.tea\""), "{printed}");
    let text = record(&site, "content/products/tra/product.toml");
    assert!(text.starts_with(&hand) && text.contains("stars = 4\ndate = 2024"), "{text}");
}

#[test]
fn a_map_tells_what_cannot_be_guessed() {
    let site = empty();
    list(&site, "Danh mục\nA,B,C\nMiến dong,Tài Hoan,bốn sao\n,,\nBún khô,,ba sao\n");
    let printed = run(&site, &["import", "list.csv"], 2);
    assert!(printed.contains("no row names its columns"), "{printed}");
    let map = "header = 2
fill_down = [\"producer\"]
[columns]
name = \"A\"
producer = \"B\"
stars = \"C\"
[defaults]
province = \"Bắc Kạn\"
date = 2021
producer_type = \"cooperative\"
group = \"food\"
";
    std::fs::write(site.path("map.toml"), map).expect("write the map");
    run(&site, &["import", "list.csv", "--map", "map.toml"], 0);
    let text = record(&site, "content/products/bun-kho/product.toml");
    assert!(text.contains("producer = \"htx-tai-hoan\"") && text.contains("stars = 3\ndate = 2021"), "{text}");
    std::fs::write(site.path("map.toml"), "hedaer = 2\n").expect("write the map");
    let printed = run(&site, &["import", "list.csv", "--map", "map.toml"], 2);
    assert!(printed.contains("map.toml") && printed.contains("hedaer"), "{printed}");
}

#[test]
fn photos_find_their_products_by_name_or_id() {
    let site = empty();
    list(
        &site,
        "Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Năm\nMiến dong Tài Hoan,HTX Tài Hoan,Bắc Kạn,3,2021\nTrà,HTX A,Bắc Kạn,3,2021\n",
    );
    for name in ["Miến dong Tài Hoan.png", "mien-dong-tai-hoan-2.png", "bk-0002.png", "IMG_0001.png"] {
        site.picture(&format!("anh/{name}"), 40, 30);
    }
    let printed = run(&site, &["import", "list.csv", "--photos", "anh"], 0);
    assert!(printed.contains("photos 3") && printed.contains("IMG_0001.png has the name of no product"), "{printed}");
    let text = record(&site, "content/products/mien-dong-tai-hoan/product.toml");
    assert!(
        text.contains("file = \"mien-dong-tai-hoan.png\"") && text.contains("file = \"mien-dong-tai-hoan-2.png\""),
        "{text}"
    );
    assert_eq!(site.check().messages(), "no mistakes found\n");
    let before = files(site.root());
    run(&site, &["import", "list.csv", "--photos", "anh"], 0);
    assert_eq!(files(site.root()), before);
}

#[test]
fn an_import_into_a_broken_catalogue_is_not_begun() {
    let site = Site::product("stars = 6\n");
    list(&site, "Tên sản phẩm,Chủ thể\nTrà,HTX A\n");
    let printed = run(&site, &["import", "list.csv"], 1);
    assert!(printed.contains("unknown-key") && printed.contains("nothing was imported"), "{printed}");
    assert!(!site.path("imported.toml").exists());
}

#[test]
fn an_import_that_is_killed_loses_nothing_and_the_next_one_completes_it() {
    let whole = empty();
    std::fs::write(whole.path("list.csv"), REAL).expect("write the list");
    run(&whole, &["import", "list.csv"], 0);
    let expected = files(whole.root());
    for after in 0..5u64 {
        let site = empty();
        std::fs::write(site.path("list.csv"), REAL).expect("write the list");
        site.edit("content/pages/about/page.vi.md", "+++\ntitle = \"Của tôi\"\n+++\nViết tay.\n");
        let mut import = Command::new(env!("CARGO_BIN_EXE_ocop"))
            .args(["import", "list.csv"])
            .current_dir(site.root())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(std::time::Duration::from_millis(15 + after * 90));
        let _ = import.kill();
        let _ = import.wait();
        assert_eq!(record(&site, "content/pages/about/page.vi.md"), "+++\ntitle = \"Của tôi\"\n+++\nViết tay.\n");
        run(&site, &["import", "list.csv"], 0);
        let mut found = files(site.root());
        found.retain(|path, _| !path.contains("pages") && !path.starts_with(".ocop/"));
        assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "killed after {after}");
        assert!(found == expected, "killed after {after}");
    }
}
