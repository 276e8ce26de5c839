//! The same catalogue gives the same bytes on two machines, however they differ.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{row, tree};

/// A folder of files, made in the given order.
fn lay_out(files: &[(PathBuf, Vec<u8>)], to: &Path, backwards: bool) {
    let mut order: Vec<usize> = (0..files.len()).collect();
    if backwards {
        order.reverse();
    }
    for index in order {
        let (path, bytes) = &files[index];
        let path = to.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("make it");
        std::fs::write(path, bytes).expect("write it");
    }
}

/// The catalogue of this repository, or the small one in English, as far as a build reads it.
fn catalogue(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for name in ["ocop.toml", "content", "static", "themes", "overrides"] {
        let path = folder.join(name);
        // The theme of the program is inside it.
        if path.is_file() {
            files.push((PathBuf::from(name), std::fs::read(path).expect("read it")));
        } else if path.is_dir() && !path.join("gido").exists() {
            files.extend(tree(&path).into_iter().map(|(below, bytes)| (Path::new(name).join(below), bytes)));
        }
    }
    assert!(files.len() > 3, "{}", folder.display());
    files
}

/// A machine: everything that differs between two and must not matter.
struct Machine {
    folder: tempfile::TempDir,
    root: PathBuf,
    environment: &'static [(&'static str, &'static str)],
    umask: &'static str,
    backwards: bool,
}

fn machines() -> [Machine; 2] {
    let memory = Path::new("/dev/shm");
    let one = tempfile::tempdir().expect("a folder");
    let mut name = tempfile::Builder::new();
    name.prefix("máy hai ");
    // Another kind of disk, where there is one.
    let two = if memory.is_dir() { name.tempdir_in(memory) } else { name.tempdir() }.expect("a folder");
    [
        Machine {
            root: one.path().join("a"),
            folder: one,
            environment: &[("LANG", "C"), ("LC_ALL", "C"), ("TZ", "UTC"), ("RAYON_NUM_THREADS", "1")],
            umask: "022",
            backwards: false,
        },
        Machine {
            root: two.path().join("một thư mục/rất sâu/danh-muc"),
            folder: two,
            environment: &[
                ("LANG", "vi_VN.UTF-8"),
                ("LC_ALL", "tr_TR.UTF-8"),
                ("TZ", "Pacific/Kiritimati"),
                ("RAYON_NUM_THREADS", "4"),
                ("HOME", "/khong-co"),
            ],
            umask: "077",
            backwards: true,
        },
    ]
}

impl Machine {
    fn ocop(&self, arguments: &[&str], codes: &[i32]) {
        let program = std::env::var("OCOP_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_ocop").to_owned());
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("umask {}; exec \"$0\" \"$@\"", self.umask), &program]).args(arguments);
        shell.current_dir(&self.root).env_remove("SOURCE_DATE_EPOCH").envs(self.environment.iter().copied());
        let output = shell.stdin(Stdio::null()).output().expect("the program starts");
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some_and(|code| codes.contains(&code)), "{arguments:?}: {text}");
    }
}

/// Path and mode of everything in a published site.
fn modes(site: &Path) -> BTreeMap<String, u32> {
    let walk = walkdir::WalkDir::new(site).into_iter().map(|entry| entry.expect("list"));
    walk.map(|entry| {
        let path = entry.path().strip_prefix(site).expect("below").display().to_string();
        (path, entry.metadata().expect("its mode").permissions().mode() & 0o777)
    })
    .collect()
}

#[test]
fn two_machines_make_the_same_site_and_the_same_tables() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The sample has photos of many megabytes: in the long form.
    let long = std::env::var("OCOP_FAULT_TRIES").is_ok();
    let folders = if long { vec![repository.to_owned()] } else { Vec::new() };
    for folder in folders.into_iter().chain([repository.join("tests/sites/english")]) {
        let files = catalogue(&folder);
        let mut made = Vec::new();
        for machine in machines() {
            lay_out(&files, &machine.root, machine.backwards);
            machine.ocop(&["build", "--today", "2025-07-31"], &[0]);
            for format in ["json", "csv", "xlsx"] {
                let to = format!("catalogue.{format}");
                machine.ocop(&["export", "--today", "2025-07-31", "--format", format, "-o", &to], &[0]);
            }
            machine.ocop(&["todo", "--today", "2025-07-31", "--ics", "todo.ics"], &[0]);
            let public = machine.root.join("public");
            let modes = modes(&public);
            // A web server is another user, whatever the umask of the one who builds.
            assert!(
                modes.iter().all(|(path, mode)| *mode == if public.join(path).is_dir() { 0o755 } else { 0o644 }),
                "{modes:?}"
            );
            let mut all = tree(&public);
            assert!(all.len() > 40, "{} files", all.len());
            for name in ["catalogue.json", "catalogue.csv", "catalogue.xlsx", "todo.ics"] {
                all.insert(name.to_owned(), std::fs::read(machine.root.join(name)).expect("a table"));
            }
            made.push((all, modes));
            drop(machine.folder);
        }
        let differ: Vec<&String> = made[0]
            .0
            .iter()
            .filter(|(path, bytes)| made[1].0.get(*path) != Some(*bytes))
            .map(|(path, _)| path)
            .collect();
        assert!(differ.is_empty() && made[0].0.len() == made[1].0.len(), "{differ:?}");
        assert_eq!(made[0].1, made[1].1);
    }
    row(
        "two machines: site and exports",
        if long { 2 } else { 1 },
        if long { 2 } else { 1 },
        "the same bytes, files 644 in folders 755",
    );
}

#[test]
fn two_machines_make_the_same_records_of_a_list() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = std::fs::read(repository.join("tests/it/list.csv")).expect("a list");
    let settings = "base_url = \"https://ocop.example/\"\nlanguages = [\"vi\", \"en\"]\ntitle = \"Danh mục\"\n";
    let files: Vec<(PathBuf, Vec<u8>)> = vec![("ocop.toml".into(), settings.into()), ("danh-sach.csv".into(), list)];
    let mut made = Vec::new();
    for machine in machines() {
        lay_out(&files, &machine.root, machine.backwards);
        // The names of photos come from the disk in its own order.
        let photos: Vec<(PathBuf, Vec<u8>)> = ["bk-0001.png", "bk-0002.png", "la-0001.png"]
            .iter()
            .map(|name| (Path::new("anh").join(name), png()))
            .collect();
        lay_out(&photos, &machine.root, machine.backwards);
        machine.ocop(&["import", "danh-sach.csv", "--photos", "anh"], &[0, 1]);
        let mut all = tree(&machine.root);
        all.retain(|path, _| !path.starts_with(".ocop/"));
        made.push(all);
        drop(machine.folder);
    }
    assert!(made[0].len() > 100, "{} files", made[0].len());
    let differ: Vec<&String> =
        made[0].iter().filter(|(path, bytes)| made[1].get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    assert!(differ.is_empty() && made[0].len() == made[1].len(), "{differ:?}");
    row("two machines: records and report of an import", 1, 1, "the same bytes");
}

/// A picture of one point.
fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let point = image::RgbImage::from_pixel(8, 6, image::Rgb([200, 60, 40]));
    point.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}
