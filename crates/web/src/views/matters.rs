//! Matters: all of them as a board, and one with everything that was said of it.

use document::PartialDate;
use register::matters::{KINDS, Line, Sought, State};
use register::{AccountId, Day, Register};

use super::MatterLine;
use crate::problem::Problem;

/// So many lines of a matter.
const LINES: usize = 200;

/// Matters by how they stand, and those of two kinds with figures of their own.
#[derive(Debug)]
pub(crate) struct Board {
    /// A column a state, in the order of the states.
    pub(crate) columns: Vec<Column>,
    /// How many there are of each kind.
    pub(crate) kinds: Vec<(&'static str, usize)>,
    /// How many there are in all.
    pub(crate) total: usize,
}

/// Matters that stand alike.
#[derive(Debug)]
pub(crate) struct Column {
    /// How they stand.
    pub(crate) state: State,
    /// How many there are.
    pub(crate) n: usize,
    /// The first of them: those that fall due by their day, then those that were heard of last.
    pub(crate) matters: Vec<MatterLine>,
}

/// The board of the matters of a party, or of all, that are of a kind, where one is given; with so many of each state at most.
pub(crate) fn board(
    register: &Register,
    party: Option<&str>,
    kind: Option<&str>,
    most: usize,
    today: Day,
) -> Result<Board, Problem> {
    let store = register.store();
    let all = Sought { today, parties: party.into_iter().collect(), ..Sought::default() };
    let counts = store.count_matters(&all)?;
    let sum = |fits: &dyn Fn(&str, State) -> bool| -> usize {
        counts.iter().filter(|(kind, state, _)| fits(kind, *state)).map(|(_, _, n)| n).sum()
    };
    let kinds = KINDS.iter().map(|kind| (*kind, sum(&|of, _| of == *kind))).filter(|(_, n)| *n > 0).collect();
    let fits = |of: &str| kind.is_none_or(|kind| kind == of);
    let mut columns = Vec::new();
    for state in State::ALL {
        let n = sum(&|of, stands| fits(of) && stands == state);
        if n > 0 {
            let sought = Sought { kind, states: &[state], ..all.clone() };
            columns.push(Column { state, n, matters: listed(register, &sought, 0, most)? });
        }
    }
    Ok(Board { columns, kinds, total: sum(&|of, _| fits(of)) })
}

/// So many of the matters that are looked for, behind the first so many, in the order of [`register::Store::matters_sought`].
pub(crate) fn listed(
    register: &Register,
    sought: &Sought<'_>,
    skip: usize,
    limit: usize,
) -> Result<Vec<MatterLine>, Problem> {
    let matters = register.store().matters_sought(sought, skip, limit)?;
    Ok(matters.iter().map(|matter| MatterLine::of(matter, sought.today)).collect())
}

/// A matter, and what was said of it.
#[derive(Debug)]
pub(crate) struct MatterView {
    /// How it stands.
    pub(crate) line: MatterLine,
    /// What was said and done, the latest first.
    pub(crate) lines: Vec<LineView>,
}

/// What was said or done of a matter in one account.
#[derive(Debug)]
pub(crate) struct LineView {
    /// The account.
    pub(crate) account: AccountId,
    /// The day.
    pub(crate) day: PartialDate,
    /// The type of the claim, or `held`, `visited`, `signed`.
    pub(crate) said: String,
    /// Who says it.
    pub(crate) actors: Vec<String>,
    /// To whom.
    pub(crate) addressees: Vec<String>,
    /// How strongly, 1 to 5.
    pub(crate) strength: u8,
    /// When it falls due.
    pub(crate) due: Option<PartialDate>,
    /// The words.
    pub(crate) quote: String,
    /// Their language.
    pub(crate) language: Option<String>,
    /// Who published them.
    pub(crate) publisher: String,
}

/// The matter of a key, or of the beginning of one.
pub(crate) fn matter(register: &Register, key: &str, today: Day) -> Result<MatterView, Problem> {
    let matter = register.matter_named(key)?;
    let mut lines = Vec::new();
    for line in register.store().lines(&matter.key, LINES)?.into_iter().rev() {
        lines.push(line_view(register, line)?);
    }
    Ok(MatterView { line: MatterLine::of(&matter, today), lines })
}

fn line_view(register: &Register, line: Line) -> Result<LineView, Problem> {
    let account = register.account(line.account)?;
    let claim = account.engagement.claims.iter().find(|claim| claim.span == line.span);
    Ok(LineView {
        quote: claim.map_or(&account.engagement.evidence, |claim| &claim.evidence).clone(),
        language: account.language.clone(),
        publisher: press::source(&account),
        account: line.account,
        day: register::date(line.day).into(),
        said: line.said,
        actors: line.actors,
        addressees: line.addressees,
        strength: line.strength,
        due: line.due,
    })
}
