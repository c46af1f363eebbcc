//! `find` from end to end: what is printed of a small register, and what is said where there is nothing.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use insta::assert_snapshot;

const JAPAN: &str = "On 10 July 2025, in Kuala Lumpur, Foreign Minister Bui Thanh Son of Vietnam held a meeting with Japanese Foreign \
    Minister Takeshi Iwaya. At the meeting, the two ministers agreed to step up cooperation in semiconductors and the \
    energy transition.";
const SWISS: &str = "Den 10 juli 2025 höll Vietnams utrikesminister Bui Thanh Son samtal med Schweiz utrikesminister Ignazio Cassis \
    i Kuala Lumpur. Ministrarna enades om att fördjupa samarbetet om handel och energi.";

/// A register in a folder of its own, which is gone when the test is over.
struct Register(PathBuf);

impl Register {
    fn new(name: &str, documents: &[(&str, &str)]) -> Self {
        let register = Self(std::env::temp_dir().join(format!("chancery-find-{name}-{}", std::process::id())));
        let _ = fs::remove_dir_all(&register.0);
        fs::create_dir_all(&register.0).expect("can write to the folder for temporary files");
        for (name, text) in documents {
            fs::write(register.0.join(name), text).expect("can write there");
            register.run(&["add", name]);
        }
        register
    }

    /// What a command prints, says and gives back.
    fn run(&self, arguments: &[&str]) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_chancery"))
            .current_dir(&self.0)
            .env("CHANCERY_REGISTER", self.0.join("register.db"))
            .env_remove("NO_COLOR")
            .args(arguments)
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        let said: String = said.lines().map(|line| format!("! {line}\n")).collect();
        let printed = String::from_utf8_lossy(&output.stdout).into_owned() + &said;
        let code = output.status.code().map_or_else(|| "killed".to_owned(), |code| code.to_string());
        format!("{printed}= {code}").replace(&self.0.display().to_string(), "DIR")
    }
}

impl Drop for Register {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn finds() {
    let register = Register::new("finds", &[("japan.txt", JAPAN), ("swiss.txt", SWISS)]);
    let find = |arguments: &[&str]| register.run(&[&["find"], arguments].concat());
    assert_snapshot!("words", find(&["energi"]));
    assert_snapshot!("parties", find(&["--party", "Japan", "--party", "Việt Nam", "--kind", "meeting"]));
    assert_snapshot!("claims", find(&["--in", "claims", "--party", "CH"]));
    assert_snapshot!("people", find(&["--in", "people", "Bùi Thanh Sơn"]));
    assert_snapshot!("documents", find(&["--in", "documents,matters", "samtal"]));
    assert_snapshot!("counts", find(&["--facets", "--limit", "1", "--sort", "date"]));
    assert_snapshot!("json", find(&["--json", "--facets", "transition"]));
    assert_snapshot!("coloured", find(&["--color", "always", "transition"]).replace('\u{1b}', "␛"));
    assert_snapshot!("nothing", find(&["pineapples"]));
    assert_snapshot!("past", find(&["--as-of", "2001-01-01"]));
    assert_snapshot!("wrong_query", find(&["energy", "party:Atlantis"]));
    assert_snapshot!("wrong_flag", find(&["--kind", "party"]));
}

#[test]
fn says_what_to_do_first() {
    let register = Register::new("none", &[]);
    assert_snapshot!(register.run(&["find", "energy"]), @r"
    ! chancery: DIR/register.db: there is no register here yet; `chancery add FILE...` makes one
    = 1
    ");
}
