//! Matters: all of them as a board, and one with everything that was said of it.

use document::PartialDate;
use register::matters::{KINDS, Line, Matter, State};
use register::{AccountId, Day, Register};

use super::MatterLine;
use crate::problem::Problem;

/// So many lines of a matter.
const LINES: usize = 200;

/// Which matters are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct MattersAsked {
    /// The code of a party.
    pub(crate) party: Option<String>,
    /// A further party that must be in it.
    pub(crate) other: Option<String>,
    /// The kind: what their keys begin with.
    pub(crate) kind: Option<String>,
}

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

/// The board of a register on a day, with so many matters of each state at most.
pub(crate) fn board(register: &Register, asked: &MattersAsked, most: usize, today: Day) -> Result<Board, Problem> {
    let mut matters = register.store().matters(asked.party.as_deref())?;
    let has = |matter: &Matter, code: &String| matter.parties.contains(code);
    matters.retain(|matter| asked.other.as_ref().is_none_or(|other| has(matter, other)));
    let of_kind = |kind: &str| matters.iter().filter(|matter| matter.kind() == kind).count();
    let kinds = KINDS.iter().map(|kind| (*kind, of_kind(kind))).filter(|(_, n)| *n > 0).collect();
    matters.retain(|matter| asked.kind.as_ref().is_none_or(|kind| matter.kind() == kind));
    matters.sort_by_key(|matter| {
        let due = matter.due.map(|due| due.last_day());
        (due.is_none(), due, std::cmp::Reverse(matter.last), matter.key.clone())
    });
    let column = |state: State| {
        let of_state: Vec<&Matter> = matters.iter().filter(|matter| matter.at(today) == state).collect();
        let shown = of_state.iter().take(most).map(|matter| MatterLine::of(matter, today)).collect();
        Column { state, n: of_state.len(), matters: shown }
    };
    let columns = State::ALL.into_iter().map(column).filter(|column| column.n > 0).collect();
    Ok(Board { columns, kinds, total: matters.len() })
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
