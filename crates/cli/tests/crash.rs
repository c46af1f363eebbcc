//! The program killed at any moment while it adds and rules: what it had said to be kept is kept, and the register is whole.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use register::{AccountId, Decision, Deposit, DocumentId, FieldValue, Origin, PackReader, Read, Register, Sqlite};

/// How often the program is killed while it adds, and how often while documents and rulings come in turn.
const KILLS: [usize; 2] = [100, 100];
/// Tells a process of this test which register to change.
const CHILD: &str = "CHANCERY_CRASH_TEST";

/// SplitMix64: the same moments in every run, as far as the machine allows.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ mixed >> 27) % limit
    }
}

/// Three writers tell of each meeting, one of them of another day.
fn texts() -> Vec<String> {
    let ministers = [
        ("Japan", "Takeshi Moriyama", "Norway", "Ingrid Solvang", "Oslo"),
        ("Peru", "Rosa Quispe", "Finland", "Elina Hakala", "Helsinki"),
        ("Kenya", "James Okello", "Sweden", "Maria Lindqvist", "Stockholm"),
        ("Chile", "Pedro Araya", "Vietnam", "Bui Thanh Son", "Hanoi"),
    ];
    let text = |n: usize| {
        let (guest, visitor, host, minister, city) = ministers[n % 4];
        let day = 1 + n / 12 + usize::from(n % 12 > 7);
        format!(
            "Bulletin {n}.\n\nOn {day} May 2024, Foreign Minister {minister} of {host} met with Foreign Minister {visitor} of \
             {guest} in {city}. The two sides agreed to expand cooperation in energy. {visitor} invited {minister} to visit {guest}.\n"
        )
    };
    (0..48).map(text).collect()
}

fn deposit(text: &str) -> Deposit {
    let origin = Origin { name: "bulletin".to_owned(), ..Origin::default() };
    Deposit::new(text, origin, 0)
}

fn open(file: &Path) -> Register {
    let store = Sqlite::open(file, Duration::from_secs(60)).expect("it can be opened");
    Register::new(Box::new(store)).expect("it can be read")
}

/// Adds all documents one by one and rules on each, going on where another was killed; prints what is kept.
#[expect(clippy::print_stdout, reason = "the process that kills this one reads from it what is kept")]
fn add_and_rule(file: &Path) {
    let packs = embedded::packs();
    let reader = PackReader::new(&packs, NonZeroUsize::MIN);
    let mut register = open(file);
    for (n, text) in texts().iter().enumerate() {
        let deposit = deposit(text);
        let id = deposit.id();
        register.add(vec![Read { deposit, reading: None }], &reader, 1000).expect("it can be added");
        println!("kept {id}");
        if register.store().rulings().expect("it can be read").len() <= n {
            let account = register.anchor(AccountId { document: id, index: 1 }).expect("it was read");
            let value = FieldValue::parse("city", "Geneva").expect("it is a city");
            let decision = match n % 3 {
                0 => Decision::Set { account, value },
                1 => Decision::Confirm { account },
                _ => Decision::Reject { account },
            };
            println!("ruled {}", register.rule(decision, "tester", "", 2000).expect("it can be ruled"));
        }
        if n % 7 == 6 && register.store().rulings().expect("it can be read")[n].undone.is_none() {
            register.undo(n as u64 + 1, "tester", 3000).expect("it can be undone");
        }
    }
}

/// Everything that a register says.
fn told(register: &Register) -> BTreeSet<String> {
    let store = register.store();
    let mut told = BTreeSet::new();
    for row in store.rows(None, 10_000).expect("it can be read") {
        told.insert(format!("{row:?} {:?}", store.members(row.id).expect("it can be read")));
    }
    told.extend(store.people(None).expect("it can be read").iter().map(|person| format!("{person:?}")));
    told.extend(store.matters(None).expect("it can be read").iter().map(|matter| format!("{matter:?}")));
    told.extend(store.rulings().expect("it can be read").iter().map(|ruling| format!("{ruling:?}")));
    told
}

/// Runs a command until it ends, or kills it after some time; gives the lines that it had printed, and whether it ended.
#[expect(clippy::zombie_processes, reason = "the loop ends when the process has been waited for")]
fn run(command: &mut Command, kill: Option<Duration>) -> (Vec<String>, bool) {
    let mut process =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let out = process.stdout.take().expect("it is piped");
    let lines = thread::spawn(move || BufReader::new(out).lines().map_while(Result::ok).collect::<Vec<_>>());
    let began = Instant::now();
    let mut ended = None;
    while ended.is_none() {
        ended = process.try_wait().expect("it can be waited for");
        if kill.is_some_and(|kill| began.elapsed() >= kill) {
            // On Unix this is SIGKILL.
            let _ = process.kill();
            ended = Some(process.wait().expect("it can be waited for"));
        }
        thread::sleep(Duration::from_micros(200));
    }
    (lines.join().expect("reading does not fail"), ended.is_some_and(|ended| ended.success()))
}

/// Kills what `command` starts so often, at moments all over its run; whenever it comes to its end, a new register is begun.
fn kill(name: &str, times: usize, command: impl Fn(&Path) -> Command) {
    let folder = env::temp_dir().join(format!("chancery-crash-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
    let undisturbed = folder.join("undisturbed.db");
    let began = Instant::now();
    assert!(run(&mut command(&undisturbed), None).1, "{name} fails undisturbed");
    let whole = began.elapsed();
    let expected = told(&open(&undisturbed));
    let mut seeded = Seeded(7);
    let (mut file, mut killed, mut ends) = (folder.join("0.db"), 0, 0);
    let (mut kept, mut ruled) = (BTreeSet::new(), 0);
    while killed < times {
        let after = Duration::from_micros(seeded.below(whole.as_micros() as u64 / 2 + 1000));
        let (lines, ended) = run(&mut command(&file), Some(after));
        for line in &lines {
            let mut words = line.split(' ');
            match (words.next(), words.next()) {
                (Some("kept"), Some(id)) => drop(kept.insert(id.to_owned())),
                (Some("ruled"), Some(n)) => ruled = n.parse().expect("it is a number"),
                (Some(id), Some(_)) if id.parse::<DocumentId>().is_ok() => drop(kept.insert(id.to_owned())),
                _ => {}
            }
        }
        killed += usize::from(!ended);
        if !file.exists() {
            continue;
        }
        let register = open(&file);
        let checked = register.check(|_| ()).expect("it can be read");
        assert_eq!(checked.faults, Vec::<String>::new(), "after {killed} kills");
        let there = register.store().documents(None, 10_000).expect("it can be read");
        let there: BTreeSet<String> = there.iter().map(ToString::to_string).collect();
        assert!(kept.is_subset(&there), "after {killed} kills: {:?} lost", kept.difference(&there));
        assert!(
            register.store().rulings().expect("it can be read").len() >= ruled,
            "after {killed} kills: a ruling lost"
        );
        if ended {
            assert_eq!(told(&register), expected);
            ends += 1;
            file = folder.join(format!("{ends}.db"));
            (kept, ruled) = (BTreeSet::new(), 0);
        }
    }
    assert!(run(&mut command(&file), None).1, "{name} does not end");
    assert_eq!(told(&open(&file)), expected, "after all kills");
    fs::remove_dir_all(&folder).expect("it is ours");
}

#[test]
fn adding_can_be_killed_at_any_moment() {
    let archive = env::temp_dir().join(format!("chancery-crash-{}.jsonl", std::process::id()));
    let line = |text: &String| serde_json::json!({ "text": text, "name": "bulletin" }).to_string() + "\n";
    fs::write(&archive, texts().iter().map(line).collect::<String>()).expect("can write there");
    kill("add", KILLS[0], |file| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.args(["add", "--list", "--batch", "3", "--register"]).arg(file).arg(&archive);
        command
    });
    fs::remove_file(&archive).expect("it is ours");
}

#[test]
fn ruling_can_be_killed_at_any_moment() {
    let this: PathBuf = env::current_exe().expect("it runs");
    kill("rule", KILLS[1], |file| {
        let mut command = Command::new(&this);
        command.args(["--exact", "adds_and_rules_for_the_others", "--nocapture"]).env(CHILD, file);
        command
    });
}

/// No test by itself: what the one above starts and kills.
#[test]
fn adds_and_rules_for_the_others() {
    if let Some(file) = env::var_os(CHILD) {
        add_and_rule(Path::new(&file));
    }
}
