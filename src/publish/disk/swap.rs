//! The one step in which a new site takes the place of the old one.
//!
//! In: two directories on one file system. Out: the new one under the name of the old one. Knows names, not contents.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

/// Exchanges `new` and `current` in one system call; afterwards the old site is called `new`.
///
/// Where the file system cannot do that (some network and FUSE file systems), `current` steps aside to `aside` first and
/// `new` follows. Between these two steps there is no site under the name; a build killed just there leaves a whole old
/// site in `aside`, and the next build puts it back.
pub(super) fn exchange(new: &Path, current: &Path, aside: &Path) -> io::Result<()> {
    match renameat_with(CWD, new, CWD, current, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => in_two_steps(new, current, aside),
        exchanged => Ok(exchanged?),
    }
}

/// Makes sure that the names in these directories outlive a power cut. File systems that cannot do that for directories
/// are taken at their word.
pub(super) fn confirm(directories: &[&Path]) -> io::Result<()> {
    directories.iter().try_for_each(|dir| match File::open(dir).and_then(|dir| dir.sync_all()) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    })
}

fn in_two_steps(new: &Path, current: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(current, aside)?;
    fs::rename(new, current).inspect_err(|_| {
        // Fails only when the disk has just failed; then `aside` stays whole and the next build tries again.
        let _ = fs::rename(aside, current);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sites(folder: &Path) -> [std::path::PathBuf; 3] {
        let paths = ["new", "public", "old"].map(|name| folder.join(name));
        for (path, text) in [(&paths[0], "mới"), (&paths[1], "cũ")] {
            fs::create_dir(path).unwrap();
            fs::write(path.join("index.html"), text).unwrap();
        }
        paths
    }

    fn text(site: &Path) -> Option<String> {
        fs::read_to_string(site.join("index.html")).ok()
    }

    #[test]
    fn an_exchange_leaves_the_old_site_under_the_new_name() {
        let folder = tempfile::tempdir().unwrap();
        let [new, public, old] = sites(folder.path());
        exchange(&new, &public, &old).unwrap();
        assert_eq!([&new, &public, &old].map(|site| text(site)), [Some("cũ".into()), Some("mới".into()), None]);
    }

    #[test]
    fn two_steps_leave_the_old_site_aside() {
        let folder = tempfile::tempdir().unwrap();
        let [new, public, old] = sites(folder.path());
        in_two_steps(&new, &public, &old).unwrap();
        assert_eq!([&new, &public, &old].map(|site| text(site)), [None, Some("mới".into()), Some("cũ".into())]);
    }

    #[test]
    fn a_failed_second_step_takes_back_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let [new, public, old] = sites(folder.path());
        fs::remove_dir_all(&new).unwrap();
        assert!(in_two_steps(&new, &public, &old).is_err());
        assert_eq!([&new, &public, &old].map(|site| text(site)), [None, Some("cũ".into()), None]);
    }
}
