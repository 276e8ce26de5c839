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
