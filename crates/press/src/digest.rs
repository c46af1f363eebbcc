//! The digest: what happened in a period, as round-ups of foreign affairs are built.

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::{Kind, OfficeKind, Packs};
use register::matters::{Matter, Sought, State};
use register::{AccountId, Readings, Register, Row};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::anniversaries;
use crate::chosen::Chosen;
use crate::error::PressError;
use crate::levels::levels;
use crate::outcomes::Outcome;
use crate::paper::{Block, Paper, Section, Sentence};
use crate::period::{Period, PeriodOptions, each_row, empty, rows_of, title};
use crate::story::Story;
use crate::teller::{Teller, documents, sentence};
use crate::words::Arg;

/// Offices whose holders lead a country.
const LEADERS: [OfficeKind; 4] =
    [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment, OfficeKind::PartyLeader, OfficeKind::LegislatureHead];
/// Kinds in which nobody meets anybody.
const OTHER: [Kind; 4] = [Kind::Statement, Kind::Event, Kind::Publication, Kind::Message];
/// With more parties an engagement is nobody's with nobody.
const PAIR: usize = 3;
/// So many sentences tell what came of an engagement.
const OUTCOMES: usize = 2;
/// A sentence that says what somebody spoke about rests on so many notes.
const NOTES: usize = 6;
/// What is expected so many days after the period is told.
const AHEAD_DAYS: i64 = 400;
/// Engagements that were announced, and anniversaries, so many days after the period.
const ANNOUNCED_DAYS: i64 = 31;
/// So much is told of what is coming.
const COMING: usize = 12;

/// How much a story must say to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Least {
    /// That somebody did something.
    Anything,
    /// Where that was, or something that was said there: so much of those who lead.
    Somewhere,
    /// With whom, or something that came of it.
    Something,
}

/// A part of a digest, in the order of the parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Leaders,
    Minister,
    /// By the partner, or by both parties where nobody's view is taken: the place in the alphabet, and the heading.
    Bilateral(Vec<usize>, String),
    Multilateral,
    Other,
}

/// Prints the digest of a period; where `chosen` are given, of these engagements alone and the matters of which they tell.
///
/// # Errors
///
/// Where the language has no messages, the party is unknown, the period ends before it begins, or the register fails.
pub fn digest(
    register: &Register,
    packs: &Packs,
    options: &PeriodOptions,
    chosen: Option<&[AccountId]>,
) -> Result<Paper, PressError> {
    let (period, view, words) = options.checked(packs)?;
    let chosen = Chosen::new(chosen);
    let title = title(&words, ("digest-title", "digest-title-for"), view.as_deref());
    let mut teller = Teller::new(&words, "digest", &title, view, period.year());
    teller.builder.subtitle(words.period(period.from, period.to));
    let gathered = gather(register, packs, &teller, period, &chosen)?;
    let (found, mut left_out) = (gathered.stories.len(), gathered.left_out);
    let faint = left_out;
    let read: FxHashSet<_> = gathered.stories.iter().flat_map(|(_, story)| documents(&story.engagement)).collect();
    let mut sections = told(&mut teller, gathered.stories, &mut left_out);
    let engagements = found - (left_out - faint);
    sections.extend(coming(register, &mut teller, period, &chosen)?);
    if engagements == 0 {
        sections.insert(0, empty(&words, period));
    }
    sections.into_iter().for_each(|section| teller.builder.section(section));
    teller.foot(engagements, read.len(), left_out);
    Ok(teller.builder.finish()?)
}

impl Teller<'_> {
    /// Says at the foot what the paper was made from.
    pub(crate) fn foot(&mut self, engagements: usize, documents: usize, left_out: usize) {
        let mut foot =
            self.words.sentence("foot", vec![("engagements", engagements.into()), ("documents", documents.into())]);
        let figure = self.words.count(left_out);
        if left_out > 0 {
            let args = vec![("n", left_out.into()), ("figure", figure.into())];
            foot = format!("{foot} {}", self.words.sentence("foot-left-out", args));
        }
        let gaps = self.words.gaps();
        if !gaps.is_empty() {
            let args = vec![("names", Arg::from(self.words.list(&gaps)))];
            foot = format!("{foot} {}", self.words.sentence("foot-gaps", args));
        }
        self.builder.foot(foot);
    }

    /// What a story says by itself: neither “the same day” nor a name without office.
    fn alone(&self, story: &Story) -> Option<String> {
        let mut alone = Teller::new(self.words, "digest", "", self.view.clone(), self.year);
        alone.fact(story, story.outcomes(self.packs())).map(|fact| fact.text)
    }

    /// A story as a paragraph: what happened, then what came of it. `None` where nobody took part, or where that says less than `least`.
    pub(crate) fn paragraph(&mut self, story: &Story, most: usize, least: Least) -> Option<Vec<Sentence>> {
        let outcomes = story.outcomes(self.packs());
        let Some(fact) = self.fact(story, outcomes) else {
            self.undo_story();
            return None;
        };
        let tells = match least {
            Least::Anything => true,
            Least::Somewhere => !fact.hollow || !outcomes.is_empty(),
            Least::Something => !fact.bare || outcomes.iter().any(Outcome::is_telling),
        };
        if !tells {
            self.undo_story();
            return None;
        }
        let stated = self.stated(story, outcomes);
        let mut notes = self.fact_notes(story);
        for outcome in &stated {
            notes.extend(self.outcome_notes(&story.accounts, outcome));
        }
        notes.truncate(NOTES);
        let mut sentences = vec![sentence(&fact.text, notes)];
        // What somebody spoke about is said once.
        let others = outcomes.iter().filter(|outcome| stated.iter().all(|known| !std::ptr::eq(*known, *outcome)));
        sentences.extend(self.outcomes(story, &others.collect::<Vec<_>>(), most));
        Some(sentences)
    }
}

/// The stories of a period by the parts in which they are told, and how many are not.
struct Gathered {
    stories: Vec<(Part, Story)>,
    left_out: usize,
}

fn gather(
    register: &Register,
    packs: &Packs,
    teller: &Teller<'_>,
    period: Period,
    chosen: &Chosen,
) -> Result<Gathered, PressError> {
    let is_seen = |row: &Row| teller.view.as_ref().is_none_or(|view| row.parties.contains(view));
    let mut gathered = Gathered { stories: Vec::new(), left_out: 0 };
    let mut readings = Readings::default();
    for row in rows_of(register, period)?.iter().filter(|row| chosen.holds(row.id) && is_seen(row)) {
        let Some(mut story) = Story::gathered(register, row.id, &mut readings)? else { continue };
        teller.name_people(register, &mut story)?;
        if story.is_faint() {
            gathered.left_out += 1;
        } else {
            gathered.stories.push((part(packs, teller, &story), story));
        }
    }
    let view = teller.view.as_deref();
    gathered.stories.sort_by(|(part, a), (other, b)| {
        // Of one day the journey comes before whom one met on it, and these by their rank.
        let day = |story: &Story| (story.start(), story.kind() != Some(Kind::Visit), story.rank(None));
        // Leaders come by their rank, and what each of them did by its day: whoever reads on goes forward in time.
        let order = match part {
            Part::Leaders => (a.rank(view), day(a)).cmp(&(b.rank(view), day(b))),
            _ => day(a).cmp(&day(b)),
        };
        part.cmp(other).then(order).then(a.engagement.id.cmp(&b.engagement.id))
    });
    Ok(gathered)
}

/// Where a story is told.
fn part(packs: &Packs, teller: &Teller<'_>, story: &Story) -> Part {
    let view = teller.view.as_deref();
    let kind = story.kind();
    let is_other = kind.is_some_and(|kind| OTHER.contains(&kind));
    if story.has_office(view, &LEADERS) {
        return Part::Leaders;
    }
    if story.has_office(view, &[OfficeKind::ForeignMinister]) {
        return Part::Minister;
    }
    if is_other {
        return Part::Other;
    }
    let sides = story.sides(packs, view);
    let states: Vec<&String> = sides.others.iter().filter(|code| packs.world.is_state_code(code)).collect();
    match states.as_slice() {
        [partner] if kind != Some(Kind::Conference) && story.engagement.parties.len() <= PAIR => {
            let words = teller.words;
            let mut pair = [&sides.lead, *partner];
            pair.sort_by_key(|code| words.order_of(code));
            let [a, b] = pair.map(|code| words.party(code));
            match view {
                Some(_) => Part::Bilateral(words.order_of(partner), words.heading(&words.party(partner))),
                None => {
                    let order = pair.iter().flat_map(|code| words.order_of(code)).collect();
                    Part::Bilateral(order, words.sentence("pair", vec![("a", a.into()), ("b", b.into())]))
                }
            }
        }
        [] if sides.others.is_empty() => Part::Other,
        _ => Part::Multilateral,
    }
}

/// The parts with their stories, each story once.
fn told(teller: &mut Teller<'_>, stories: Vec<(Part, Story)>, left_out: &mut usize) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut before: Option<Part> = None;
    // Two entries of which the same is to be said are one paragraph: part of the section, and block in it. As they
    // stand, the second says “the same day”.
    let mut facts: FxHashMap<(Option<PartialDate>, String), (usize, usize)> = FxHashMap::default();
    for (part, story) in stories {
        if before.as_ref() != Some(&part) {
            open(teller, &mut sections, before.as_ref(), &part);
            before = Some(part.clone());
            teller.begin_part();
        }
        let leading = matches!(part, Part::Leaders | Part::Minister);
        let least = if leading { Least::Somewhere } else { Least::Something };
        let Some(sentences) = teller.paragraph(&story, OUTCOMES, least) else {
            *left_out += 1;
            continue;
        };
        let fact = (story.start(), teller.alone(&story).unwrap_or_default());
        let here = sections.len() - 1;
        match facts.get(&fact) {
            Some(&(section, block)) => {
                add(&mut sections[section].blocks[block], sentences);
                teller.forget_last();
            }
            None => {
                facts.insert(fact, (here, sections[here].blocks.len()));
                sections[here].blocks.push(Block::Paragraph { sentences });
            }
        }
    }
    sections
}

/// Adds to a paragraph what another with the same first sentence says beyond it.
fn add(block: &mut Block, sentences: Vec<Sentence>) {
    let Block::Paragraph { sentences: known } = block else { return };
    for (at, sentence) in sentences.into_iter().enumerate() {
        let has_room = known.len() <= OUTCOMES;
        // The first says what happened: here perhaps “the same day”.
        let is_known = |other: &Sentence| at == 0 || other.text() == sentence.text();
        match known.iter_mut().find(|known| is_known(known)) {
            Some(known) => {
                let new: Vec<_> = sentence.notes.into_iter().filter(|note| !known.notes.contains(note)).collect();
                known.notes.extend(new);
            }
            None if has_room => known.push(sentence),
            None => {}
        }
    }
}

/// Begins the part, with a heading of its own for each partner.
fn open(teller: &Teller<'_>, sections: &mut Vec<Section>, before: Option<&Part>, part: &Part) {
    let seen = teller.view.is_some();
    let id = match part {
        Part::Leaders if seen => "section-leaders",
        Part::Leaders => "section-leaders-all",
        Part::Minister if seen => "section-minister",
        Part::Minister => "section-ministers",
        Part::Bilateral(..) => "section-bilateral",
        Part::Multilateral => "section-multilateral",
        Part::Other => "section-other",
    };
    let within = matches!((before, part), (Some(Part::Bilateral(..)), Part::Bilateral(..)));
    if !within {
        let heading = teller.words.sentence(id, Vec::new());
        sections.push(Section { level: 1, heading, blocks: Vec::new() });
    }
    if let Part::Bilateral(_, partner) = part {
        sections.push(Section { level: 2, heading: partner.clone(), blocks: Vec::new() });
    }
}

/// What is coming up: what was announced, and what falls due.
fn coming(
    register: &Register,
    teller: &mut Teller<'_>,
    period: Period,
    chosen: &Chosen,
) -> Result<Option<Section>, PressError> {
    let rows = after(register, teller, period, chosen)?;
    let mut items = teller.announced(register, &rows, period.to, COMING)?;
    items.extend(anniversaries(register, teller, period, chosen)?);
    let until = period.to.checked_add(AHEAD_DAYS.days()).unwrap_or(Date::MAX);
    let heard = register::day(period.to);
    let sought = Sought {
        today: heard,
        parties: teller.view.as_deref().into_iter().collect(),
        states: &State::PENDING,
        from: Some(heard + 1),
        to: Some(register::day(until)),
        ..Sought::default()
    };
    let mut matters = register.store().matters_sought(&sought, 0, usize::MAX)?;
    matters.retain(|matter| matter.first <= heard && is_awaited(teller, matter) && teller.is_own(matter));
    let mut matters = chosen.of_matters(register, matters)?;
    matters.sort_by_key(|matter| (matter.due.map(|due| due.last_day()), matter.key.clone()));
    let mut n_told = 0;
    for matter in &matters {
        if n_told == COMING {
            break;
        }
        let Some(due) = matter.due else { continue };
        if !teller.is_telling(register, matter)? {
            continue;
        }
        n_told += 1;
        let name = teller.matter_name(register, matter)?;
        let date = teller.words.date(due.into(), teller.year);
        let text = teller.words.sentence("coming-matter", vec![("matter", name.into()), ("date", date.into())]);
        let notes = teller.matter_notes(register, matter)?;
        items.push((due.last_day(), vec![sentence(&text, notes)]));
    }
    items.sort_by_key(|(day, sentences)| (*day, sentences[0].text()));
    items.truncate(COMING);
    let items: Vec<Vec<Sentence>> = items.into_iter().map(|(_, sentences)| sentences).collect();
    let heading = teller.words.sentence("section-coming", Vec::new());
    Ok((!items.is_empty()).then(|| Section { level: 1, heading, blocks: vec![Block::List { items }] }))
}

/// Whether a matter tells what is to come: a step that has no name needs two who take it, and more than a year.
fn is_awaited(teller: &Teller<'_>, matter: &Matter) -> bool {
    let whose = matter.key.split('/').nth(1).unwrap_or_default();
    let told = || matter.due.is_some_and(|due| due.months().is_some()) && teller.words.codes(whose).len() > 1;
    matter.kind() != "next-step" || told()
}

/// The anniversaries of some days after a period: of relations and of what was signed, of the party of the view where there is one.
fn anniversaries(
    register: &Register,
    teller: &mut Teller<'_>,
    period: Period,
    chosen: &Chosen,
) -> Result<Vec<(Date, Vec<Sentence>)>, PressError> {
    let Some(after) = after_days(period) else { return Ok(Vec::new()) };
    let mut rows = anniversaries::of_period(register, after)?;
    let view = teller.view.as_ref();
    rows.retain(|row| chosen.holds(row.id) && view.is_none_or(|view| row.parties.contains(view)));
    let mut chosen_levels = Vec::new();
    for level in levels(register, view.map(String::as_str))? {
        if chosen.holds_matter(register, &level.matter.key)? {
            chosen_levels.push(level);
        }
    }
    let mut items = teller.anniversaries(register, &rows, after, COMING)?;
    items.extend(teller.level_anniversaries(register, &chosen_levels, after, COMING)?);
    Ok(items)
}

/// The days after a period for which announcements are told.
fn after_days(period: Period) -> Option<Period> {
    Period::new(period.to.tomorrow().ok()?, period.to.checked_add(ANNOUNCED_DAYS.days()).ok()?).ok()
}

/// What is of the days after a period, of the party of the view where there is one.
fn after(register: &Register, teller: &Teller<'_>, period: Period, chosen: &Chosen) -> Result<Vec<Row>, PressError> {
    let Some(after) = after_days(period) else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    each_row(register, Some(after.from), after.to, |row| {
        let seen = teller.view.as_ref().is_none_or(|view| row.parties.contains(view));
        // What has begun already is told above.
        if seen && chosen.holds(row.id) && after.holds(row) && !period.holds(row) {
            rows.push(row.clone());
        }
        Ok(())
    })?;
    Ok(rows)
}
