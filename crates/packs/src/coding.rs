//! What engagements and claims are in the event codes of others: PLOVER and CAMEO.

use crate::blob::{Reader, Writer};
use crate::error::PackError;
use crate::table::{PackFile, Row, rows};
use crate::vocabulary::{ClaimType, Kind};
use crate::world::World;

/// Event types of PLOVER, each with its modes.
///
/// As the POLECAT data have them: Halterman et al., PLOVER and POLECAT, 2023, <https://osf.io/preprints/socarxiv/rm5dw/>.
const PLOVER: [(&str, &[&str]); 16] = [
    ("AGREE", &[]),
    ("CONSULT", &["visit", "third-party", "multilateral", "phone"]),
    ("SUPPORT", &[]),
    ("CONCEDE", &[]),
    ("COOPERATE", &[]),
    ("AID", &[]),
    ("RETREAT", &["withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"]),
    ("REQUEST", &["assist", "change", "yield", "meet"]),
    ("ACCUSE", &["disapprove", "investigate", "allege"]),
    ("REJECT", &["assist", "change", "yield", "meet"]),
    ("THREATEN", &["restrict", "ban", "arrest", "relations", "expel", "territory", "violence"]),
    ("PROTEST", &["demo", "riot", "strike", "hunger", "boycott", "obstruct"]),
    ("SANCTION", &["convict", "expel", "withdraw", "discontinue"]),
    ("MOBILIZE", &["troops", "weapons", "police", "militia"]),
    (
        "COERCE",
        &[
            "seize",
            "restrict",
            "ban",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ],
    ),
    (
        "ASSAULT",
        &[
            "abduct",
            "beat",
            "torture",
            "execute",
            "sexual",
            "assassinate",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "cleansing",
            "massacre",
            "unconventional",
        ],
    ),
];

/// The strengths that a claim may have.
const STRENGTHS: [u8; 2] = [1, 5];

/// Where and among how many an engagement took place, as far as event codes tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Between two, in the country of one of them.
    Home,
    /// Between two, in a country that is neither's.
    Third,
    /// Among more than two.
    Many,
}

impl Setting {
    const ALL: [(&'static str, Self); 3] = [("home", Self::Home), ("third", Self::Third), ("many", Self::Many)];
}

/// How a kind of engagement or a type of claim is coded; one line of `world/plover.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// A kind or a type of claim.
    pub of: String,
    /// Where it holds for engagements of one setting alone.
    pub setting: Option<Setting>,
    /// Least and greatest strength of the claims for which it holds.
    pub strengths: [u8; 2],
    /// Event type of PLOVER; empty where none fits.
    pub plover: String,
    /// Its mode; empty where none fits.
    pub mode: String,
    /// Code of CAMEO; empty where none fits.
    pub cameo: String,
}

impl World {
    /// How an engagement is coded: the first line that fits.
    pub fn coding_of_kind(&self, kind: &str, setting: Option<Setting>) -> Option<&Coding> {
        let fits = |coding: &&Coding| coding.of == kind && (coding.setting.is_none() || coding.setting == setting);
        self.codings.iter().find(fits)
    }

    /// How a claim is coded: the first line that fits.
    pub fn coding_of_claim(&self, claim: &str, strength: u8) -> Option<&Coding> {
        let fits =
            |coding: &&Coding| coding.of == claim && (coding.strengths[0]..=coding.strengths[1]).contains(&strength);
        self.codings.iter().find(fits)
    }

    pub(crate) fn add_codings(&mut self, file: &PackFile, errors: &mut Vec<PackError>) {
        for row in rows(file, &["of", "when", "plover", "mode", "cameo", "note"], 1, errors) {
            match coding(&row) {
                Ok(coding) => self.codings.push(coding),
                Err(error) => errors.push(error),
            }
        }
        let words = Kind::ALL.iter().map(|kind| kind.as_str()).chain(ClaimType::ALL.iter().map(|kind| kind.as_str()));
        for word in words.filter(|word| !self.codings.iter().any(|coding| coding.of == *word)) {
            let problem = format!("says nothing of `{word}`");
            let mend = "add a line for it, with empty codes where none fits".to_owned();
            errors.push(PackError::Line { path: file.path.clone(), line: 1, problem, mend });
        }
    }
}

fn coding(row: &Row<'_>) -> Result<Coding, PackError> {
    let &[of, when, plover, mode, cameo, _] = &row.cells[..] else { unreachable!("six columns are asked for") };
    let claim = ClaimType::parse(of).is_some();
    if !claim && Kind::parse(of).is_none() {
        return Err(row.error(
            format!("`{of}` is no kind and no type of claim"),
            "write one of world/kinds.txt or world/claim-types.txt",
        ));
    }
    let modes = PLOVER.iter().find(|(name, _)| *name == plover).map(|(_, modes)| *modes);
    if !plover.is_empty() && modes.is_none() {
        let all: Vec<&str> = PLOVER.iter().map(|(name, _)| *name).collect();
        return Err(
            row.error(format!("`{plover}` is no event type of PLOVER"), format!("write one of: {}", all.join(", ")))
        );
    }
    if !mode.is_empty() && !modes.is_some_and(|modes| modes.contains(&mode)) {
        let all = modes.unwrap_or_default().join(", ");
        return Err(row.error(format!("`{mode}` is no mode of `{plover}`"), format!("write nothing, or one of: {all}")));
    }
    let is_code = (2..=4).contains(&cameo.len()) && cameo.bytes().all(|b| b.is_ascii_digit());
    if !cameo.is_empty() && !is_code {
        return Err(row.error(format!("`{cameo}` is no code of CAMEO"), "write its two to four digits: 041"));
    }
    let (setting, strengths) = condition(row, when, claim)?;
    let text = str::to_owned;
    Ok(Coding { of: text(of), setting, strengths, plover: text(plover), mode: text(mode), cameo: text(cameo) })
}

/// What the column `when` says: a setting of engagements, or the strengths of claims.
fn condition(row: &Row<'_>, when: &str, claim: bool) -> Result<(Option<Setting>, [u8; 2]), PackError> {
    if when.is_empty() {
        return Ok((None, STRENGTHS));
    }
    if !claim {
        let found = Setting::ALL.iter().find(|(word, _)| *word == when);
        let wrong = || row.error(format!("`{when}` is no setting"), "write home, third or many, or nothing");
        return Ok((Some(found.ok_or_else(wrong)?.1), STRENGTHS));
    }
    let (least, greatest) = when.split_once('-').unwrap_or((when, when));
    match (least.parse(), greatest.parse()) {
        (Ok(least), Ok(greatest)) if STRENGTHS[0] <= least && least <= greatest && greatest <= STRENGTHS[1] => {
            Ok((None, [least, greatest]))
        }
        _ => Err(row.error(format!("`{when}` is no strength"), "write one from 1 to 5, or two with a dash: 4-5")),
    }
}

pub(crate) fn write_codings(codings: &[Coding], out: &mut Writer) {
    out.list(codings, |out, coding| {
        out.text(&coding.of);
        let setting = Setting::ALL.iter().position(|(_, setting)| Some(*setting) == coding.setting);
        out.maybe(setting.map(|place| place as u32));
        coding.strengths.iter().for_each(|strength| out.number((*strength).into()));
        [&coding.plover, &coding.mode, &coding.cameo].into_iter().for_each(|code| out.text(code));
    });
}

pub(crate) fn read_codings(from: &mut Reader<'_>) -> Vec<Coding> {
    from.list(|from| Coding {
        of: from.string(),
        setting: from.maybe().and_then(|place| Some(Setting::ALL.get(place as usize)?.1)),
        strengths: [from.number() as u8, from.number() as u8],
        plover: from.string(),
        mode: from.string(),
        cameo: from.string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(lines: &str) -> (World, Vec<String>) {
        let text = format!("of\twhen\tplover\tmode\tcameo\tnote\n{lines}");
        let (mut world, mut errors) = (World::default(), Vec::new());
        world.add_codings(&PackFile { path: "world/plover.tsv".to_owned(), text }, &mut errors);
        let errors = errors.iter().map(ToString::to_string).filter(|error| !error.contains("says nothing of"));
        (world, errors.collect())
    }

    #[test]
    fn takes_the_first_line_that_fits() {
        let (world, errors) = world(
            "meeting\tmany\tCONSULT\tmultilateral\t040\nmeeting\t\tCONSULT\t\t040\nrequest\t5\tREQUEST\t\t100\nrequest\t\tREQUEST\t\t020",
        );
        assert_eq!(errors, [] as [&str; 0]);
        let mode = |setting| world.coding_of_kind("meeting", setting).map(|coding| coding.mode.as_str());
        assert_eq!(
            (mode(Some(Setting::Many)), mode(Some(Setting::Home)), mode(None)),
            (Some("multilateral"), Some(""), Some(""))
        );
        let cameo = |strength| world.coding_of_claim("request", strength).map(|coding| coding.cameo.as_str());
        assert_eq!((cameo(5), cameo(4)), (Some("100"), Some("020")));
        assert_eq!(world.coding_of_claim("pledge", 3), None);
    }

    #[test]
    fn every_kind_and_type_has_a_line() {
        let mut errors = Vec::new();
        let text = "of\twhen\tplover\tmode\tcameo\tnote\nmeeting\t\tCONSULT".to_owned();
        World::default().add_codings(&PackFile { path: "world/plover.tsv".to_owned(), text }, &mut errors);
        assert_eq!(errors.len(), Kind::ALL.len() + ClaimType::ALL.len() - 1);
        assert!(errors[0].to_string().contains("says nothing of `call`"), "{}", errors[0]);
    }

    #[test]
    fn refuses_what_is_no_code() {
        for (line, said) in [
            ("visitation\t\tCONSULT", "is no kind and no type of claim"),
            ("visit\t\tVISIT", "is no event type of PLOVER"),
            ("visit\t\tCONSULT\tflight", "is no mode of `CONSULT`"),
            ("visit\t\tCONSULT\tvisit\t4x", "is no code of CAMEO"),
            ("visit\tabroad\tCONSULT", "is no setting"),
            ("request\t3-9\tREQUEST", "is no strength"),
        ] {
            let (_, errors) = world(line);
            assert!(errors.len() == 1 && errors[0].contains(said), "{errors:?}");
        }
    }
}
