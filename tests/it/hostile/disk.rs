//! Names and links that lead out of the catalogue.

use crate::site::Site;

const SECRET: &str = "mật khẩu của người khác";

/// A catalogue beside a file that is not its own.
fn beside_a_secret() -> (Site, tempfile::TempDir) {
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("secret.md"), SECRET).expect("write the file");
    std::fs::write(outside.path().join("theme.toml"), "name = \"x\"\n").expect("write the file");
    (Site::new(""), outside)
}

#[test]
fn links_out_of_the_catalogue_are_told_and_not_followed() {
    let (site, outside) = beside_a_secret();
    let to = |name: &str| outside.path().join(name).to_string_lossy().into_owned();
    for (link, target) in [
        ("content/products/tra/story.vi.md", to("secret.md")),
        ("content/products/mat-ong", to("")),
        ("static/secret.txt", to("secret.md")),
        ("static/folder", to("")),
        ("static/far", "/etc".to_owned()),
        ("themes/xa", to("")),
        ("overrides/templates", to("")),
    ] {
        let site = Site::new(&format!("-- {link} -> {target} --\n"));
        if link.starts_with("themes/") {
            site.edit("ocop.toml", "base_url = \"https://ocop.example/\"\ntitle = \"x\"\ntheme = \"xa\"\n");
        }
        let seen = site.check();
        assert!(seen.codes().contains(&"linked-file"), "{link}: {}", seen.messages());
        assert!(seen.messages().contains("leads out of the folder of the catalogue"), "{}", seen.messages());
        for (path, bytes) in site.build_anyway().files() {
            assert!(!String::from_utf8_lossy(&bytes).contains(SECRET), "{link}: {path}");
        }
    }
    drop(site);
}

#[test]
fn links_within_the_catalogue_work() {
    let site = Site::new(
        "-- content/chung.md --\nChung một câu chuyện.\n-- content/products/tra/story.vi.md -> ../../chung.md --\n-- content/products/tra/story.en.md -> ../../../content/chung.md --\n",
    );
    let seen = site.check();
    assert_eq!(seen.codes(), ["stray-file"], "only that content/ holds other things: {}", seen.messages());
    assert!(site.build().words("vi/san-pham/tra/index.html").contains("Chung một câu chuyện."));
    // A catalogue that is itself reached by a link is a catalogue.
    let elsewhere = tempfile::tempdir().expect("a folder");
    let link = elsewhere.path().join("danh-muc");
    std::os::unix::fs::symlink(site.root(), &link).expect("make the link");
    let checked = ocop::check(&link, &site.choices()).expect("the disk works");
    assert!(checked.is_publishable(false));
}

#[test]
fn rings_and_links_to_nothing_are_told() {
    for (link, target, words) in [
        ("content/products/vong", "..", "leads back to a folder in which it lies"),
        ("content/products/tra/vong", "../../..", "leads back to a folder in which it lies"),
        ("static/a", "a", "leads to something that does not exist"),
        ("static/b", "khong-co.txt", "leads to something that does not exist"),
    ] {
        let site = Site::new(&format!("-- {link} -> {target} --\n"));
        let told = site.check().messages();
        assert!(told.contains(words) && told.contains(&format!("the link `{link}`")), "{told}");
        assert!(told.contains("delete the link"), "{told}");
    }
    // What an editor leaves while a file is open is no mistake.
    let site = Site::new("-- content/products/tra/.#product.toml -> me@host.1234 --\n");
    assert_eq!(site.check().messages(), "no mistakes found\n");
}

#[test]
fn things_that_are_no_files_are_passed_over() {
    let site = Site::new("-- static/null -> /dev/zero --\n-- content/products/tra/null.jpg -> /dev/random --\n");
    let made = std::process::Command::new("mkfifo").arg(site.path("content/products/tra/story.vi.md")).status();
    assert!(made.expect("mkfifo starts").success());
    // Reading any of them would never end.
    let seen = site.check();
    assert_eq!(seen.codes(), ["linked-file"], "{}", seen.messages());
}

#[test]
fn names_that_lead_elsewhere_are_no_names() {
    for (lines, code) in [
        ("former_slugs = [\"../../etc\"]\n", "slug"),
        ("former_slugs = [\"/etc\"]\n", "slug"),
        ("former_slugs = [\"..\"]\n", "slug"),
        ("former_slugs = [\"tr\u{0430}\"]\n", "slug"),
        ("[[photo]]\nfile = \"../../../etc/passwd\"\nalt = \"x\"\n", "photo-missing"),
        ("[[photo]]\nfile = \"/etc/passwd\"\nalt = \"x\"\n", "photo-missing"),
        ("[[photo]]\nfile = \"..\\\\..\\\\anh.jpg\"\nalt = \"x\"\n", "photo-missing"),
        ("[[photo]]\nfile = \"product.toml\"\nalt = \"x\"\n", "photo-unreadable"),
        ("[[certification]]\nstars = 3\ndecision = \"../x\"\n", "unknown-decision"),
    ] {
        let seen = Site::product(lines).check();
        assert!(seen.codes().contains(&code), "{lines}: {}", seen.messages());
    }
    for theme in ["../../etc", "/etc", "..", ".", "gido/../../x", "gido\\\\anh", ""] {
        let site = Site::new(&format!(
            "-- ocop.toml --\nbase_url = \"https://ocop.example/\"\ntitle = \"x\"\ntheme = \"{theme}\"\n"
        ));
        let seen = site.check();
        assert!(seen.0.sink.count(ocop::diag::Level::Error) > 0, "{theme}: {}", seen.messages());
    }
}

#[test]
fn a_folder_whose_name_only_looks_like_a_word_is_refused_with_a_better_name() {
    for (folder, better) in [
        ("tr\u{0430}", "tr"),
        ("Trà Hoa", "tra-hoa"),
        ("tra\u{200b}xanh", "tra"),
        ("tra_xanh", "tra-xanh"),
        ("t\u{301}", "t"),
    ] {
        let site = Site::new(&format!(
            "-- content/products/{folder}/product.toml --\nid = \"tn-0002\"\nname = \"x\"\nproducer = \"htx-a\"\ngroup = \"drink.tea\"\n"
        ));
        let told = site.check().messages();
        assert!(told.contains("cannot stand in an address") && told.contains(&format!("`{better}")), "{told}");
    }
}

#[test]
fn a_list_cannot_write_outside_of_the_catalogue() {
    let site = Site::new("");
    site.edit("ds.csv", "STT,Tên sản phẩm,Chủ thể,Số sao,Ảnh,Mã\n1,../../../x,../../etc,3,../../x.jpg,../../tn-1\n2,/etc/cron.d/x,\u{202e}HTX,4,/etc/passwd,tn-0001/../..\n");
    let before = std::fs::read_dir(site.root().parent().expect("a parent")).expect("list").count();
    site.run(&["import", "ds.csv"]);
    for entry in walkdir::WalkDir::new(site.path("content")).into_iter().filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(name.bytes().all(|byte| byte.is_ascii_graphic()), "{name}");
    }
    assert!(!site.root().parent().expect("a parent").join("x").exists());
    // Other tests make their folders there too, but none of them is called so.
    let _ = before;
}

#[test]
fn a_journal_that_came_along_with_a_catalogue_writes_and_fetches_nothing_else() {
    let outside = tempfile::tempdir().expect("a folder");
    let secret = outside.path().join("secret.md");
    std::fs::write(&secret, SECRET).expect("write the file");
    let target = outside.path().join("evil.txt");
    for (path, after) in [
        (target.to_string_lossy().into_owned(), r#"{"Text":"x"}"#.to_owned()),
        ("../evil.txt".to_owned(), r#"{"Text":"x"}"#.to_owned()),
        ("content/../../evil.txt".to_owned(), r#"{"Text":"x"}"#.to_owned()),
        ("content/products/tra/x.jpg".to_owned(), format!("{{\"Copy\":\"{}\"}}", secret.display())),
    ] {
        let site = Site::new("");
        let change = format!("{{\"path\":\"{path}\",\"before\":null,\"after\":{after}}}");
        site.edit(".ocop/import-journal.json", &format!("{{\"changes\":[{change}]}}"));
        site.edit("ds.csv", "STT,Tên sản phẩm,Chủ thể,Số sao\n1,Trà,HTX,3\n");
        let output = site.run(&["import", "ds.csv"]);
        assert_ne!(output.status.code(), Some(0), "{path}");
        assert!(!target.exists() && !site.root().join("../evil.txt").exists(), "{path}");
        assert!(!site.path("content/products/tra/x.jpg").exists(), "{path}");
    }
}
