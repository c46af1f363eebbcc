//! Levels of relations: which one two parties have reached, since when, and its anniversaries; and whether they were broken off.

use document::PartialDate;
use jiff::civil::Date;
use packs::Turn;
use register::matters::{Matter, Sought, State};
use register::{Register, StoreError, date, day};

use crate::anniversaries::falls;
use crate::error::PressError;
use crate::paper::Sentence;
use crate::period::Period;
use crate::teller::{Teller, sentence};
use crate::words::{Arg, Args};

/// Keys of levels begin so.
const KIND: &str = "level";
/// So many levels are fetched at once.
const BATCH: usize = 500;
/// The first to agree stands among so many lines.
const LINES: usize = 500;
/// Whose level it is: not more parties than these are told by name.
const PARTIES: usize = 4;

/// A level that is reached, or what else became of relations.
pub(crate) struct Level {
    /// Its matter.
    pub(crate) matter: Matter,
    /// Since when: a day, month or year.
    pub(crate) since: PartialDate,
}

impl Level {
    /// The level of a matter; `None` where it is none, or is not reached yet: "agreed to raise relations by 2030".
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn of(register: &Register, matter: Matter) -> Result<Option<Self>, StoreError> {
        if !matter.is_reached() {
            return Ok(None);
        }
        let since = match matter.due {
            Some(since) => since,
            // Where no words tell since when: since it was agreed, else since it was first spoken of.
            None => {
                let lines = register.store().lines(&matter.key, LINES)?;
                let agreed = lines.iter().find(|line| line.actors.len() > 1).map(|line| line.day);
                date(agreed.unwrap_or(matter.first)).into()
            }
        };
        Ok(Some(Self { matter, since }))
    }

    /// The code of the level.
    fn code(&self) -> &str {
        self.matter.key.rsplit('/').next().unwrap_or_default()
    }

    /// What else became of relations, where it is no level.
    fn turn(&self) -> Option<Turn> {
        Turn::parse(self.code())
    }
}

/// All levels that are reached, of one party where it is given.
///
/// # Errors
///
/// Where the register fails.
pub(crate) fn levels(register: &Register, party: Option<&str>) -> Result<Vec<Level>, StoreError> {
    let (mut levels, mut after) = (Vec::new(), format!("{KIND}/"));
    loop {
        let matters = register.store().matters_after(&after, BATCH)?;
        let Some(last) = matters.last() else { return Ok(levels) };
        let is_end = last.kind() != KIND;
        after.clone_from(&last.key);
        for matter in matters {
            if party.is_none_or(|party| matter.parties.iter().any(|of| of == party)) {
                levels.extend(Level::of(register, matter)?);
            }
        }
        if is_end {
            return Ok(levels);
        }
    }
}

/// The levels that two parties have reached with each other.
///
/// # Errors
///
/// Where the register fails.
pub(crate) fn levels_between(
    register: &Register,
    teller: &Teller<'_>,
    (a, b): (&str, &str),
    today: Date,
) -> Result<Vec<Level>, StoreError> {
    let states = &[State::Agreed, State::Delivered];
    let sought = Sought { today: day(today), parties: vec![a, b], kind: Some(KIND), states, ..Sought::default() };
    let mut levels = Vec::new();
    for matter in register.store().matters_sought(&sought, 0, usize::MAX)? {
        if teller.is_between(&matter, (a, b)) {
            levels.extend(Level::of(register, matter)?);
        }
    }
    Ok(levels)
}

/// What became of relations, as messages take it.
pub(crate) fn turn_arg(turn: Turn) -> (&'static str, Arg) {
    ("turn", turn.as_str().into())
}

impl Teller<'_> {
    /// How relations stand: at the highest level that was reached since they were last broken off, and since when; when they were
    /// last broken off or lowered, and when they were restored.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn standing(&mut self, register: &Register, levels: &[Level]) -> Result<Vec<Sentence>, PressError> {
        let since = |level: &&Level| level.since.first_day();
        let last = |is: fn(Turn) -> bool| levels.iter().filter(|level| level.turn().is_some_and(is)).max_by_key(since);
        let (ended, fallen) = (last(Turn::ends), last(Turn::is_fall));
        let restored = last(|turn| !turn.is_fall());
        let holds = |level: &&Level| level.turn().is_none() && ended.is_none_or(|ended| since(&ended) <= since(level));
        let rank = |level: &&Level| self.words.packs.world.relations_level(level.code());
        let highest = levels.iter().filter(holds).max_by_key(rank);
        let restored = restored.filter(|restored| fallen.is_none_or(|fallen| since(&fallen) <= since(restored)));
        let mut standing = Vec::new();
        for level in [highest, fallen, restored].into_iter().flatten() {
            standing.push(match level.turn() {
                Some(turn) => {
                    let when = self.words.when(level.since.into(), None);
                    let text = self.words.sentence("brief-turn", vec![turn_arg(turn), ("when", when.into())]);
                    sentence(&text, self.matter_notes(register, &level.matter)?)
                }
                None => self.at_level(register, level)?,
            });
        }
        Ok(standing)
    }

    /// At which level relations are, and since when.
    fn at_level(&mut self, register: &Register, level: &Level) -> Result<Sentence, PressError> {
        let date = self.words.date(level.since.into(), None);
        let precision = match (level.since.as_day(), level.since.months()) {
            (Some(_), _) => "day",
            (None, Some(_)) => "month",
            (None, None) => "year",
        };
        let since = self.words.say("level-since", vec![("date", date.into()), ("precision", precision.into())]);
        let mut args: Args<'_> = self.words.level(level.code()).into();
        args.push(("since", since.into()));
        let text = self.words.sentence("brief-level", args);
        Ok(sentence(&text, self.matter_notes(register, &level.matter)?))
    }

    /// The anniversaries of levels that fall into a period, with the day on which each begins: so many at most, the next first.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn level_anniversaries(
        &mut self,
        register: &Register,
        levels: &[Level],
        period: Period,
        most: usize,
    ) -> Result<Vec<(Date, Vec<Sentence>)>, PressError> {
        let mut falling: Vec<(PartialDate, i16, &Level)> = levels
            .iter()
            .filter(|level| level.turn().is_none())
            .filter_map(|level| falls(level.since, period).map(|(falls, years)| (falls, years, level)))
            .collect();
        falling.sort_by_key(|(falls, _, level)| (falls.first_day(), level.matter.key.clone()));
        let mut items = Vec::new();
        for (falls, years, level) in falling.into_iter().take(most) {
            let whose = self.words.codes(level.matter.key.split('/').nth(1).unwrap_or_default());
            let mut args: Args<'_> = self.words.level(level.code()).into();
            args.extend([
                ("date", Arg::from(self.words.date(falls.into(), self.year))),
                ("years", Arg::Number(f64::from(years))),
                ("ordinal", self.words.ordinal(years.unsigned_abs()).into()),
                ("parties", self.words.parties(&self.seen(&whose), PARTIES).into()),
            ]);
            let text = self.words.sentence("anniversary-level", args);
            let notes = self.matter_notes(register, &level.matter)?;
            items.push((falls.first_day(), vec![sentence(&text, notes)]));
        }
        Ok(items)
    }
}
