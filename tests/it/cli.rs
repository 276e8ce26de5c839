//! Promises of the command line.

use crate::site::{Site, TODAY};

#[test]
fn exit_codes_tell_done_mistakes_and_failure_apart() {
    assert_eq!(Site::new("").run(&["check", "--today", TODAY]).status.code(), Some(0));
    assert_eq!(Site::product("price = 5\n").run(&["check"]).status.code(), Some(1));
    assert_eq!(Site::new("").run(&["chekc"]).status.code(), Some(2));
    assert_eq!(Site::new("").run(&["build", "--today", "hôm nay"]).status.code(), Some(2));
    assert_eq!(Site::empty("-- x --\n").run(&["build"]).status.code(), Some(1));
}

#[test]
fn check_writes_nothing() {
    let site = Site::new("");
    site.run(&["check"]);
    assert_eq!(std::fs::read_dir(site.root()).expect("list").count(), 2, "ocop.toml and content");
}

#[test]
fn a_build_tells_where_its_time_went() {
    let site = Site::new("");
    let output = site.run(&["build", "--today", TODAY, "--timings"]);
    let told = String::from_utf8(output.stdout).expect("text");
    let line =
        |begin: &str| told.lines().find(|line| line.starts_with(begin)).unwrap_or_else(|| panic!("{begin}: {told}"));
    for stage in ["read the records", "make and write the pages", "  product", "make and write the search index", "all"]
    {
        line(stage);
    }
    let files = told.split(' ').next().expect("the number of files");
    let columns: Vec<&str> = line("all").split_whitespace().collect();
    assert_eq!(columns[3], files, "the sum of the table is what was published: {told}");

    let output = site.run(&["build", "--today", TODAY, "--fresh", "--timings=json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("nothing but JSON");
    let stages = told["stages"].as_array().expect("a list");
    let count = |stage: &serde_json::Value| stage["files"].as_u64().expect("a number");
    assert_eq!(stages.iter().map(count).sum::<u64>().to_string(), files);
    let pages = stages.iter().find(|stage| stage["name"] == "pages").expect("pages are made");
    let kinds = pages["kinds"].as_object().expect("by kind");
    assert_eq!(kinds.values().map(count).sum::<u64>(), count(pages));
    assert_eq!(count(&kinds["product"]), 2, "one in each language");
    assert!(pages["wall"].as_f64().is_some_and(|seconds| seconds > 0.0));
    assert!(cfg!(not(target_os = "linux")) || told["memory"].as_u64().is_some_and(|bytes| bytes > 1_000_000));
}

#[test]
fn a_build_that_says_nothing_of_time_was_not_asked() {
    let told = Site::new("").run(&["build", "--today", TODAY]).stdout;
    assert_eq!(String::from_utf8(told).expect("text").lines().count(), 1);
}

#[test]
fn list_names_every_path_of_the_site() {
    let site = Site::new("");
    let output = site.run(&["list", "--today", TODAY]);
    let listed: Vec<String> = String::from_utf8(output.stdout).expect("text").lines().map(str::to_owned).collect();
    // The parts of the search index are named after their content, so they are known only when they are made.
    let mut made = site.build().paths();
    made.retain(|path| !path.starts_with("search/parts/"));
    assert_eq!(listed, made);
}

#[test]
fn schemas_describe_what_the_program_reads() {
    let site = Site::new("");
    let output = site.run(&["schema", "schemas"]);
    assert_eq!(output.status.code(), Some(0));
    let text = std::fs::read_to_string(site.path("schemas/product.schema.json")).expect("written");
    let schema: serde_json::Value = serde_json::from_str(&text).expect("valid JSON");
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(
        schema["properties"]["certification"]["items"]["properties"]["stars"]["enum"],
        serde_json::json!([3, 4, 5])
    );
    assert!(schema["properties"]["place"]["description"].as_str().is_some_and(|text| text.contains("certificate")));
    assert_eq!(schema["required"], serde_json::json!(["id", "name", "producer", "group"]));
}

#[test]
fn completions_are_written_for_a_shell() {
    let output = Site::new("").run(&["completions", "bash"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("ocop"));
}

#[test]
fn print_without_pdf_says_what_to_do_and_with_it_sets_a_document() {
    let site = Site::new("");
    let output = site.run(&["print", "sheets", "--today", TODAY, "-o", "phieu.pdf"]);
    if !ocop::PDF {
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8(output.stderr).expect("text");
        assert!(told.contains("print it from the browser") && told.contains("--features pdf"), "{told}");
        return;
    }
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let first = std::fs::read(site.path("phieu.pdf")).expect("written");
    assert!(first.starts_with(b"%PDF-"), "a PDF");
    // Set anew, not taken from the cache: the same bytes.
    std::fs::remove_dir_all(site.path(".ocop/cache/print")).expect("documents are kept");
    site.run(&["print", "sheets", "--today", TODAY, "-o", "phieu.pdf"]);
    assert!(std::fs::read(site.path("phieu.pdf")).expect("written") == first, "the same bytes");
}

#[test]
fn print_asks_about_names_that_are_not_there() {
    if !ocop::PDF {
        return;
    }
    let site = Site::new("");
    let told = |arguments: &[&str]| {
        let output = site.run(&[&["print"], arguments, &["--today", TODAY]].concat());
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).expect("text")
    };
    assert!(told(&["sheets", "--product", "tr"]).contains("no product `tr`"));
    assert!(told(&["prices", "--sales-point", "cho"]).contains("no sales point `cho`"));
    assert!(told(&["sheets", "--lang", "fr"]).contains("no language `fr`"));
    assert!(told(&["sheets", "--paper", "a3"]).contains("no paper `a3`"));
    assert!(told(&["labels", "--paper", "9x9"]).contains("no label stock `9x9`"));
    assert!(told(&["labels", "--start", "25"]).contains("24 labels"));
    assert!(told(&["book", "--foreword", "loi-noi-dau"]).contains("no page `loi-noi-dau`"));
}

#[test]
fn a_catalogue_that_is_just_begun_is_told_how_to_go_on() {
    let site = Site::empty("-- ocop.toml --\nbase_url = \"https://ocop.example/\"\ntitle = \"Đặc sản\"\n");
    let told = site.run(&["check"]);
    assert!(told.status.success());
    let words = String::from_utf8_lossy(&told.stdout).into_owned() + &String::from_utf8_lossy(&told.stderr);
    assert!(words.contains("no mistakes") && !words.contains("translated"), "{words}");
    let words = String::from_utf8_lossy(&site.run(&["doctor"]).stdout).into_owned();
    assert!(words.contains("no product is shown") && words.contains("ocop import LIST"), "{words}");
}
