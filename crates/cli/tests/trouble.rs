//! Full disks, files that nobody may write, and several processes: what the program says, and that nothing is lost.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use register::{Register, Sqlite, Store as _};

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("chancery-{name}-{}", std::process::id())));
        let _ = fs::remove_dir_all(&folder.0);
        fs::create_dir_all(folder.0.join("there")).expect("can write to the folder for temporary files");
        let text = |n| {
            format!(
                "Bulletin {n}.\n\nOn {} May 2024, Foreign Minister Ingrid Solvang of Norway met with Foreign \
             Minister Takeshi Moriyama of Japan in Oslo.\n{}",
                1 + n % 28,
                noise(n)
            )
        };
        let line = |n| serde_json::json!({ "text": text(n), "name": "bulletin" }).to_string() + "\n";
        fs::write(folder.0.join("archive.jsonl"), (0..200).map(line).collect::<String>()).expect("can write there");
        folder
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// Runs a script of the shell, in which `$CHANCERY`, `$DIR` and `$ARCHIVE` are known.
    fn shell(&self, before: &[&str], script: &str) -> Output {
        let mut words = before.iter().copied().chain(["sh", "-c", script]);
        let mut command = Command::new(words.next().expect("there is one"));
        command.args(words).env("CHANCERY", env!("CARGO_BIN_EXE_chancery")).env("DIR", self.path("there"));
        command.env("ARCHIVE", self.path("archive.jsonl")).stdin(Stdio::null()).output().expect("there is a shell")
    }

    fn checked(&self) -> usize {
        let store = Sqlite::open(Path::new(&self.path("there/register.db")), Duration::ZERO).expect("it can be opened");
        let checked =
            Register::new(Box::new(store)).and_then(|register| register.check(|_| ())).expect("it can be read");
        assert_eq!(checked.faults, Vec::<String>::new());
        checked.documents
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Letters that hardly pack.
fn noise(seed: usize) -> String {
    let mut state = seed as u64 + 1;
    let letter = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + (state >> 33) as u8 % 26)
    };
    (0..4000).map(letter).collect()
}

/// A namespace of its own in which a test may mount; `None` where the system does not give one.
#[expect(clippy::print_stdout, reason = "a test that cannot be made says so")]
fn namespace() -> Option<&'static [&'static str]> {
    let unshare: &[&str] = if fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
    {
        &["unshare", "--mount"]
    } else {
        &["unshare", "--user", "--map-root-user", "--mount"]
    };
    let works = Command::new(unshare[0]).args(&unshare[1..]).args(["sh", "-c", "mount -t tmpfs none /mnt"]).output();
    if works.is_ok_and(|output| output.status.success()) {
        return Some(unshare);
    }
    println!("left out: this system lets no test mount a file system");
    None
}

fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const ADD: &str = r#""$CHANCERY" add --batch 5 --list --register "$DIR/register.db" "$ARCHIVE""#;

#[test]
fn a_file_that_may_not_grow() {
    let folder = Folder::new("limit");
    // Writing beyond the limit fails with "file too large" where the signal is not heard.
    let output = folder.shell(&[], &format!("trap '' XFSZ; ulimit -f 800; exec {ADD}"));
    let said = said(&output);
    assert!(said.contains("documents could not be added") && said.contains("see to its disk"), "{said}");
    let kept = String::from_utf8_lossy(&output.stdout).lines().count();
    assert!(0 < kept && kept < 200, "{kept}");
    assert!(folder.checked() >= kept);
    assert!(folder.shell(&[], ADD).status.success());
    assert_eq!(folder.checked(), 200);
}

#[test]
fn a_full_disk() {
    let Some(namespace) = namespace() else { return };
    let folder = Folder::new("full");
    let script = format!(r#"mount -t tmpfs -o size=1m none "$DIR" && {ADD}"#);
    let output = folder.shell(namespace, &script);
    let said = said(&output);
    assert!(said.contains("its disk is full: make room and do it again; what was reported as done is kept"), "{said}");
    assert!(!output.stdout.is_empty(), "some fit");
}

#[test]
fn a_folder_that_is_read_only() {
    let Some(namespace) = namespace() else { return };
    let folder = Folder::new("read-only");
    let read_only = r#"mount --bind "$DIR" "$DIR" && mount -o remount,ro,bind "$DIR""#;
    let none = said(&folder.shell(namespace, &format!("{read_only} && {ADD}")));
    assert!(none.contains("see that its folder is there and can be written"), "{none}");
    assert!(folder.shell(&[], ADD).status.success());
    let some = said(&folder.shell(namespace, &format!("{read_only} && {ADD}")));
    assert!(some.contains("read-only") && some.contains("--register FILE"), "{some}");
}

#[test]
fn a_second_writer_waits_or_says_who_writes() {
    let folder = Folder::new("second");
    let file = PathBuf::from(folder.path("there/register.db"));
    assert!(folder.shell(&[], ADD).status.success());
    let mut first = Sqlite::open(&file, Duration::ZERO).expect("it can be opened").doing("chancery rule");
    first.begin().expect("nobody else writes");
    let at_once = said(&folder.shell(&[], &format!("{ADD} --wait 0")));
    let holder = format!("process {} (chancery rule) is writing it; wait until it is done", std::process::id());
    assert!(at_once.contains(&holder), "{at_once}");

    // Whoever reads is not in the way, and sees what was there.
    let reader =
        Register::new(Box::new(Sqlite::open_to_read(&file).expect("it can be opened"))).expect("it can be read");
    first.forget().expect("it can be written");
    let row = reader.store().rows(None, 1).expect("it can be read").remove(0);
    assert!(reader.engagement(row.id).is_ok());

    let began = Instant::now();
    thread::scope(|scope| {
        let second = scope.spawn(|| folder.shell(&[], &format!("{ADD} --wait 60")));
        thread::sleep(Duration::from_millis(300));
        first.rollback().expect("it can be taken back");
        let second = second.join().expect("it ends");
        assert!(second.status.success(), "{second:?}");
    });
    assert!(began.elapsed() >= Duration::from_millis(300));
    assert_eq!(folder.checked(), 200);
}

#[test]
fn one_who_writes_again_and_again_lets_others_in() {
    let folder = Folder::new("turns");
    let file = PathBuf::from(folder.path("there/register.db"));
    let mut first = Sqlite::open(&file, Duration::from_secs(60)).expect("it can be opened");
    thread::scope(|scope| {
        first.begin().expect("nobody else writes");
        let second = scope.spawn(|| folder.shell(&[], &format!("{ADD} --wait 60")));
        while !second.is_finished() {
            thread::sleep(Duration::from_millis(30));
            first.commit().expect("it can be written");
            first.begin().expect("the other ends");
        }
        let second = second.join().expect("it ends");
        assert!(second.status.success(), "{second:?}");
    });
    first.rollback().expect("it can be taken back");
}
