//! Matters: the threads that run through the claims of many accounts, and how they stand.

use std::collections::BTreeMap;

use document::PartialDate;
use packs::{ClaimType, Turn};
use reader::{Claim, Span};
use serde::{Deserialize, Serialize};

use crate::engagement::Account;
use crate::id::AccountId;
use crate::ruling::Decisions;
use crate::sketch::{Day, day};

/// How a matter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Raised, and no more.
    Open,
    /// The other side has taken note.
    Acknowledged,
    /// Both sides agree, or the side that was asked has promised.
    Agreed,
    /// It was done: signed, held, visited.
    Delivered,
    /// Its day is past, and nobody has spoken of it.
    Lapsed,
    /// Another has taken its place.
    Replaced,
}

impl State {
    /// All states, in their order.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Acknowledged, Self::Agreed, Self::Delivered, Self::Lapsed, Self::Replaced];

    /// Those in which something is still to be done.
    pub const PENDING: [Self; 3] = [Self::Open, Self::Acknowledged, Self::Agreed];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Acknowledged => "acknowledged",
            Self::Agreed => "agreed",
            Self::Delivered => "delivered",
            Self::Lapsed => "lapsed",
            Self::Replaced => "replaced",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// What was said or done of a matter in one account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Line {
    /// The account.
    pub account: AccountId,
    /// Where the words stand: of the claim, or of the engagement that delivers.
    #[cfg_attr(feature = "openapi", schema(value_type = [u32; 2]))]
    pub span: Span,
    /// The day: of the engagement, else of the publication.
    #[serde(with = "crate::sketch::as_date")]
    #[cfg_attr(feature = "openapi", schema(value_type = document::PartialDate))]
    pub day: Day,
    /// The type of the claim, or `held`, `visited`, `signed` for an engagement that delivers.
    pub said: String,
    /// Who says it.
    pub actors: Vec<String>,
    /// To whom.
    pub addressees: Vec<String>,
    /// How strongly, 1 to 5.
    pub strength: u8,
    /// For a target: the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// For a target: of what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// When it falls due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
}

/// A matter: what it is about and how it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matter {
    /// Its key, see [`keys`].
    pub key: String,
    /// Codes of all parties that have spoken of it or to whom it was said, in order.
    pub parties: Vec<String>,
    /// How it stands, as far as was said; see [`Matter::at`].
    pub state: State,
    /// The ruling that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruled: Option<u64>,
    /// When it falls due, by the last word on it.
    pub due: Option<PartialDate>,
    /// The first day on which it is told of.
    #[serde(with = "crate::sketch::as_date")]
    #[cfg_attr(feature = "openapi", schema(value_type = document::PartialDate))]
    pub first: Day,
    /// The last.
    #[serde(with = "crate::sketch::as_date")]
    #[cfg_attr(feature = "openapi", schema(value_type = document::PartialDate))]
    pub last: Day,
    /// How many lines it has.
    pub n_lines: u32,
}

/// After so many days beyond its due day without a word, a matter has lapsed.
const GRACE: Day = 180;

impl Matter {
    /// What the key begins with: one of [`KINDS`].
    pub fn kind(&self) -> &str {
        self.key.split('/').next().unwrap_or_default()
    }

    /// How it stands on a day.
    pub fn at(&self, today: Day) -> State {
        if self.lapses().is_some_and(|last| today > last) { State::Lapsed } else { self.state }
    }

    /// The day after which it has lapsed, if nobody speaks of it; `None` where it cannot lapse.
    pub fn lapses(&self) -> Option<Day> {
        let open = self.ruled.is_none() && self.state < State::Delivered && !self.is_reached();
        self.due.filter(|_| open).map(|due| day(due.last_day()).max(self.last) + GRACE)
    }

    /// Whether it is a level of relations that is agreed on and reached: "agreed today to raise relations", but not "by 2030".
    pub fn is_reached(&self) -> bool {
        let due = self.due.is_none_or(|due| day(due.first_day()) <= self.last);
        is_level(&self.key) && due && matches!(self.state, State::Agreed | State::Delivered)
    }

    /// Whether its day is past, but it has neither come about nor lapsed.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.at(today) < State::Delivered
            && !self.is_reached()
            && self.due.is_some_and(|due| day(due.last_day()) < today)
    }
}

/// Which matters are looked for, as they stand on a day. What is empty or `None` asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought<'a> {
    /// The day.
    pub today: Day,
    /// Codes of parties, all of which must be in it.
    pub parties: Vec<&'a str>,
    /// One of [`KINDS`].
    pub kind: Option<&'a str>,
    /// How they stand: in any of these.
    pub states: &'a [State],
    /// They fall due on this day or later.
    pub from: Option<Day>,
    /// They fall due on this day or earlier.
    pub to: Option<Day>,
}

/// The kinds of matters: what their keys begin with.
pub const KINDS: [&str; 8] =
    ["instrument", "level", "candidacy", "target", "session", "invitation", "next-step", "topic"];

/// Whether a text has the form of a matter's key: a kind, then what it is about.
pub fn is_key(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    parts.len() >= 2 && KINDS.contains(&parts[0]) && parts.iter().all(|part| !part.trim().is_empty())
}

/// Types of claim that move a matter on which the sides have no name in common.
const MOVING: [ClaimType; 4] = [ClaimType::Request, ClaimType::Pledge, ClaimType::Agreement, ClaimType::Invitation];

/// The matters to which an account adds, each with its line.
///
/// Keys are the same in every language:
/// `instrument/EVIPA`, `level/JP-VN/strategic-partnership` (that relations are raised to it), `level/CO-IL/broken-off`, `candidacy/ITLOS/2026-2035`, `target/KH-VN/USD/20000000000`, `session/KH-VN/21`,
/// `invitation/VN/JP` (who invites whom), `next-step/JP-VN/2026-05` (what has a date and no other name),
/// `topic/JP-VN/energy`.
pub fn lines(account: &Account, decisions: &Decisions) -> Vec<(String, Line)> {
    let engagement = &account.engagement;
    let Some(day) = account.told_on() else { return Vec::new() };
    let mut lines = Vec::new();
    for claim in &engagement.claims {
        let mut keys = keys(claim, &engagement.parties);
        if let Some(links) = decisions.links.get(&(account.id, claim.span)) {
            keys.retain(|key| links.get(key) != Some(&false));
            keys.extend(links.iter().filter(|(_, linked)| **linked).map(|(key, _)| key.clone()));
            keys.sort_unstable();
            keys.dedup();
        }
        lines.extend(keys.into_iter().map(|key| (key, line(account.id, day, claim))));
    }
    if !account.is_ahead() {
        lines.extend(delivered(account.id, day, engagement));
    }
    lines
}

fn line(account: AccountId, day: Day, claim: &Claim) -> Line {
    Line {
        account,
        span: claim.span,
        day,
        said: claim.kind.clone(),
        actors: claim.actors.clone(),
        addressees: claim.addressees.clone(),
        strength: claim.strength,
        amount: claim.amount,
        unit: claim.unit.clone(),
        due: claim.date.or(claim.level_date).or_else(|| claim.by.as_ref()?.parse().ok()),
    }
}

/// The keys of the matters to which a claim of an engagement of some parties belongs.
pub fn keys(claim: &Claim, parties: &[String]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    let kind = ClaimType::parse(&claim.kind);
    let said_by = joined(claim.actors.iter().chain(&claim.addressees));
    let between = joined(parties);
    let pair = || Some(between.clone()).filter(|between| between.contains('-')).unwrap_or_else(|| said_by.clone());
    let period = claim.years.map(|[from, to]| format!("{from}-{to}"));
    if (kind == Some(ClaimType::Support) || period.is_some()) && !claim.bodies.is_empty() {
        for body in &claim.bodies {
            let whose = period.clone().unwrap_or_else(&pair);
            keys.push(format!("candidacy/{body}/{whose}"));
        }
    }
    if let (Some(ClaimType::Target), Some(amount), Some(unit)) = (kind, claim.amount, &claim.unit) {
        keys.push(format!("target/{}/{unit}/{amount}", pair()));
    }
    if let Some(number) = claim.session.filter(|_| between.contains('-') || said_by.contains('-')) {
        keys.push(format!("session/{}/{number}", pair()));
    }
    if kind == Some(ClaimType::Invitation) {
        let by = joined(&claim.actors);
        keys.extend(claim.invited.iter().filter(|_| !by.is_empty()).map(|guest| format!("invitation/{by}/{guest}")));
    }
    if kind.is_some_and(|kind| kind != ClaimType::Courtesy) {
        keys.extend(claim.instruments.iter().map(|code| format!("instrument/{code}")));
    }
    if let Some(level) = &claim.level {
        let whose = whose(claim).unwrap_or_else(pair);
        keys.extend(whose.contains('-').then(|| format!("level/{whose}/{level}")));
    }
    if let (true, Some(ClaimType::NextStep), Some(date)) = (keys.is_empty(), kind, claim.date)
        && !pair().is_empty()
    {
        keys.push(format!("next-step/{}/{date}", pair()));
    }
    if keys.is_empty() && kind.is_some_and(|kind| MOVING.contains(&kind)) && pair().contains('-') {
        keys.extend(claim.topics.first().map(|topic| format!("topic/{}/{topic}", pair())));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whose relations a claim speaks of: those whom its words name, else, of several who meet, those who say it. Where the words
/// name one alone, it is of whoever has it with them: "urged Oman to sever relations with *Fiji*", "raised relations with *Fiji*".
fn whose(claim: &Claim) -> Option<String> {
    let asked = ClaimType::parse(&claim.kind) == Some(ClaimType::Request);
    let other = |side: &[String], one: &String| match side {
        [other] if other != one => Some(other.clone()),
        _ => None,
    };
    let pair = match claim.level_parties.as_slice() {
        [one] => {
            let (first, then) =
                if asked { (&claim.addressees, &claim.actors) } else { (&claim.actors, &claim.addressees) };
            other(first, one).or_else(|| other(then, one)).map(|other| joined([one, &other]))
        }
        named => Some(joined(named)),
    };
    let is_pair = |whose: &String| whose.contains('-');
    pair.filter(is_pair).or_else(|| Some(joined(&claim.actors)).filter(is_pair))
}

/// With more parties than this, what is agreed is not a pair's.
const MANY: usize = 3;

/// Codes in their order, joined; empty where they are many.
fn joined<'a>(codes: impl IntoIterator<Item = &'a String>) -> String {
    let mut codes: Vec<&str> = codes.into_iter().map(String::as_str).collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.len() > MANY { String::new() } else { codes.join("-") }
}

/// What an engagement itself brings about.
fn delivered(account: AccountId, day: Day, engagement: &reader::Engagement) -> Vec<(String, Line)> {
    let line = |said: &str| Line {
        account,
        span: engagement.span,
        day,
        said: said.to_owned(),
        actors: engagement.parties.clone(),
        addressees: Vec::new(),
        strength: 5,
        amount: None,
        unit: None,
        due: None,
    };
    let mut lines = Vec::new();
    if let Some(level) = &engagement.level {
        let between = match (Turn::parse(level).is_some_and(Turn::is_fall), engagement.parties.as_slice()) {
            // One state recalls its ambassadors from several, and these have done nothing together.
            (true, [one, others @ ..]) => others.iter().map(|other| joined([one, other])).collect(),
            (_, parties) => vec![joined(parties)],
        };
        let between = between.into_iter().filter(|between| between.contains('-'));
        let line = Line { due: engagement.start, ..line("signed") };
        lines.extend(between.map(|between| (format!("level/{between}/{level}"), line.clone())));
    }
    match (engagement.kind.as_str(), engagement.session) {
        ("consultation" | "conference", Some(number)) => {
            let between = joined(&engagement.parties);
            if between.contains('-') {
                lines.push((format!("session/{between}/{number}"), line("held")));
            }
        }
        ("visit", _) => {
            let host = engagement.country.iter();
            for host in host.filter(|host| engagement.parties.contains(host)) {
                let guests = engagement.parties.iter().filter(|party| *party != host);
                lines.extend(guests.map(|guest| (format!("invitation/{host}/{guest}"), line("visited"))));
            }
        }
        ("signing", _) => {
            let mut codes: Vec<&String> = engagement.claims.iter().flat_map(|claim| &claim.instruments).collect();
            codes.sort_unstable();
            codes.dedup();
            lines.extend(codes.into_iter().map(|code| (format!("instrument/{code}"), line("signed"))));
        }
        _ => {}
    }
    lines
}

/// The key that all figures of one target share: without the figure.
pub fn family(key: &str) -> Option<&str> {
    key.strip_prefix("target/")?;
    key.rsplit_once('/').map(|(family, _)| family)
}

/// Whether somebody has spoken of a matter, for an engagement alone is none; what begins relations needs no more words.
fn is_spoken_of(key: &str, lines: &[Line]) -> bool {
    is_level(key) || lines.iter().any(|line| ClaimType::parse(&line.said).is_some())
}

/// Whether a matter is the level of somebody's relations.
fn is_level(key: &str) -> bool {
    key.starts_with("level/")
}

/// The matter of some lines; `None` where nobody speaks of it. `newer` is the day of a later figure that takes its place.
pub fn matter(key: &str, mut lines: Vec<Line>, newer: Option<Day>, decisions: &Decisions) -> Option<Matter> {
    lines.sort_by(|a, b| (a.day, a.account, a.span, &a.said).cmp(&(b.day, b.account, b.span, &b.said)));
    if !is_spoken_of(key, &lines) {
        return None;
    }
    let first = lines.first()?.day;
    let last = lines.last()?.day;
    let mut parties: Vec<String> =
        lines.iter().flat_map(|line| line.actors.iter().chain(&line.addressees)).cloned().collect();
    parties.sort_unstable();
    parties.dedup();
    let mut state = stand(key, &lines);
    if newer.is_some_and(|newer| newer > last) && state < State::Delivered {
        state = State::Replaced;
    }
    let ruled = decisions.states.get(key);
    Some(Matter {
        key: key.to_owned(),
        parties,
        state: ruled.map_or(state, |(_, state)| *state),
        ruled: ruled.map(|(n, _)| *n),
        due: lines.iter().rev().find_map(|line| line.due).or_else(|| period(key)),
        first,
        last,
        n_lines: lines.len() as u32,
    })
}

/// The year in which the period of a candidacy begins.
fn period(key: &str) -> Option<PartialDate> {
    let years = key.strip_prefix("candidacy/")?.rsplit_once('/')?.1;
    years.split_once('-')?.0.parse().ok()
}

/// How lines, in the order of their days, leave a matter.
fn stand(key: &str, lines: &[Line]) -> State {
    if is_level(key) {
        let turn = key.rsplit('/').next().and_then(Turn::parse);
        return exchange(lines).max(lines.iter().map(|line| raised(line, turn)).max().unwrap_or(State::Open));
    }
    match candidate(key, lines) {
        Some(candidate) => lines.iter().map(|line| backing(line, candidate)).max().unwrap_or(State::Open),
        None => exchange(lines),
    }
}

/// For a candidacy: the party that most lines name, as who asks or as whom others back; of several whoever speaks first.
fn candidate<'a>(key: &str, lines: &'a [Line]) -> Option<&'a String> {
    key.strip_prefix("candidacy/")?;
    let mut named: BTreeMap<&String, usize> = BTreeMap::new();
    lines
        .iter()
        .flat_map(|line| line.actors.iter().chain(&line.addressees))
        .for_each(|party| *named.entry(party).or_default() += 1);
    let most = named.values().max().copied()?;
    let order = lines.iter().flat_map(|line| line.actors.iter().chain(&line.addressees));
    order.into_iter().find(|party| named.get(party) == Some(&most))
}

/// What one line tells of a level of relations: whoever praises it, or names a day before, speaks of what was done, and to
/// break relations off one needs no other.
fn raised(line: &Line, turn: Option<Turn>) -> State {
    let before = line.due.is_some_and(|due| day(due.last_day()) < line.day);
    match ClaimType::parse(&line.said) {
        Some(ClaimType::Position) if turn.is_some_and(Turn::is_fall) => State::Delivered,
        None | Some(ClaimType::Assessment | ClaimType::Courtesy) => State::Delivered,
        Some(_) if before => State::Delivered,
        Some(ClaimType::Agreement) => State::Agreed,
        Some(_) => State::Open,
    }
}

/// From this strength on, support is promised; below, it is noted.
const PROMISED: u8 = 4;

/// What one line means to a candidate.
fn backing(line: &Line, candidate: &String) -> State {
    let alone = line.actors.iter().all(|actor| actor == candidate);
    match ClaimType::parse(&line.said) {
        None => State::Delivered,
        Some(_) if alone => State::Open,
        Some(ClaimType::Agreement) => State::Agreed,
        Some(ClaimType::Support | ClaimType::Pledge) if line.strength >= PROMISED => State::Agreed,
        Some(_) => State::Acknowledged,
    }
}

/// How requests and their answers leave a matter.
fn exchange(lines: &[Line]) -> State {
    let mut state = State::Open;
    // Who has asked or offered; others answer.
    let mut raised_by: Vec<&String> = Vec::new();
    let mut asked: Vec<&String> = Vec::new();
    for line in lines {
        let others = !raised_by.is_empty() && line.actors.iter().any(|actor| !raised_by.contains(&actor));
        let joint = line.actors.len() > 1;
        let answers = line.actors.iter().any(|actor| asked.contains(&actor));
        match ClaimType::parse(&line.said) {
            None => state = State::Delivered,
            Some(ClaimType::Agreement) => state = state.max(State::Agreed),
            Some(ClaimType::NextStep | ClaimType::Target) if joint => state = state.max(State::Agreed),
            Some(ClaimType::Pledge | ClaimType::Support) if answers || joint => state = state.max(State::Agreed),
            Some(
                ClaimType::Request | ClaimType::Support | ClaimType::Invitation | ClaimType::Pledge | ClaimType::Target,
            ) => {
                // What was delivered is raised anew.
                if state == State::Delivered && line.said != ClaimType::Pledge.as_str() {
                    state = State::Open;
                }
                raised_by.extend(&line.actors);
                asked.extend(&line.addressees);
            }
            Some(_) if others => state = state.max(State::Acknowledged),
            Some(_) => {}
        }
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::claim;

    fn line(day: Day, said: &str, actors: &str, addressees: &str, strength: u8) -> Line {
        let codes = |codes: &str| codes.split_whitespace().map(str::to_owned).collect();
        let account = AccountId { document: crate::id::DocumentId::of(said.as_bytes()), index: 1 };
        Line {
            account,
            span: [0, 1],
            day,
            said: said.to_owned(),
            actors: codes(actors),
            addressees: codes(addressees),
            strength,
            amount: None,
            unit: None,
            due: None,
        }
    }

    fn state(key: &str, lines: &[Line], newer: Option<Day>) -> Option<State> {
        matter(key, lines.to_vec(), newer, &Decisions::default()).map(|matter| matter.state)
    }

    #[test]
    fn knows_a_matter_in_any_language() {
        let check = |line: &str, parties: &[&str], change: fn(&mut Claim)| {
            let mut claim = claim(line);
            change(&mut claim);
            keys(&claim, &parties.iter().map(|&party| party.to_owned()).collect::<Vec<_>>()).join(" ")
        };
        assert_eq!(
            check("request VN>EU investment", &["VN", "EU"], |c| c.instruments = vec!["EVIPA".to_owned()]),
            "instrument/EVIPA"
        );
        assert_eq!(check("courtesy VN>EU investment", &["VN", "EU"], |c| c.instruments = vec!["EVIPA".to_owned()]), "");
        let seat: fn(&mut Claim) = |c| (c.bodies, c.years) = (vec!["ITLOS".to_owned()], Some([2026, 2035]));
        assert_eq!(check("support VN>JP multilateral", &["VN", "JP"], seat), "candidacy/ITLOS/2026-2035");
        assert_eq!(check("position PK> multilateral", &["VN", "PK"], seat), "candidacy/ITLOS/2026-2035");
        let figure: fn(&mut Claim) = |c| (c.amount, c.unit) = (Some(18e9), Some("USD".to_owned()));
        assert_eq!(check("target VN> trade", &["VN", "ID"], figure), "target/ID-VN/USD/18000000000");
        assert_eq!(check("agreement VN,KH> trade", &["VN", "KH"], |c| c.session = Some(21)), "session/KH-VN/21");
        assert_eq!(
            check("invitation VN>JP visits", &["VN", "JP"], |c| c.invited = vec!["JP".to_owned()]),
            "invitation/VN/JP"
        );
        assert_eq!(
            check("next-step VN,JP> visits", &["VN", "JP"], |c| c.date = "2026-03".parse().ok()),
            "next-step/JP-VN/2026-03"
        );
        assert_eq!(check("next-step VN,JP> visits", &["VN", "JP"], |_| ()), "", "without a day nothing falls due");
        let level: fn(&mut Claim) = |c| c.level = Some("strategic-partnership".to_owned());
        assert_eq!(
            check("agreement VN,JP> relations", &["JP", "KR", "VN"], level),
            "level/JP-VN/strategic-partnership",
            "of several who meet, those who agree"
        );
        assert_eq!(check("request VN> relations", &["JP", "VN"], level), "level/JP-VN/strategic-partnership");
        assert_eq!(check("position VN> relations", &["VN"], level), "", "nobody raises relations alone");
        let with_peru: fn(&mut Claim) = |c| {
            (c.level, c.level_parties) = (Some("broken-off".to_owned()), vec!["PE".to_owned()]);
        };
        assert_eq!(
            check("position VN> relations", &["VN"], with_peru),
            "level/PE-VN/broken-off",
            "the words name whose"
        );
        assert_eq!(check("request VN>JP relations", &["JP", "VN"], with_peru), "level/JP-PE/broken-off");
        assert_eq!(check("position PE> relations", &["PE", "VN"], with_peru), "level/PE-VN/broken-off");
        assert_eq!(check("request VN>JP energy,trade", &["VN", "JP"], |_| ()), "topic/JP-VN/energy");
        assert_eq!(check("position VN> energy", &["VN", "JP"], |_| ()), "", "what is only held is no matter");
        assert_eq!(
            check("agreement VN,JP,CN,KR> trade", &["VN", "JP", "CN", "KR"], |_| ()),
            "",
            "nor what many agree on"
        );
    }

    #[test]
    fn stands_as_the_sides_left_it() {
        let ask = line(1, "request", "VN", "EU", 4);
        let check = |lines: &[&Line]| {
            state("instrument/EVIPA", &lines.iter().map(|&line| line.clone()).collect::<Vec<_>>(), None)
        };
        assert_eq!(check(&[&ask]), Some(State::Open));
        assert_eq!(check(&[&ask, &line(2, "position", "EU", "", 3)]), Some(State::Acknowledged));
        assert_eq!(
            check(&[&ask, &line(2, "position", "VN", "", 3)]),
            Some(State::Open),
            "whoever asks does not answer"
        );
        assert_eq!(check(&[&ask, &line(2, "pledge", "EU", "VN", 4)]), Some(State::Agreed));
        assert_eq!(check(&[&line(2, "pledge", "EU", "VN", 4)]), Some(State::Open), "an offer is not agreed yet");
        assert_eq!(check(&[&line(2, "agreement", "EU VN", "", 5)]), Some(State::Agreed));
        assert_eq!(check(&[&ask, &line(3, "signed", "EU VN", "", 5)]), Some(State::Delivered));
        assert_eq!(check(&[&line(3, "signed", "EU VN", "", 5)]), None, "nobody has spoken of it");
        assert_eq!(check(&[&line(3, "signed", "EU VN", "", 5), &line(4, "request", "VN", "EU", 4)]), Some(State::Open));
    }

    #[test]
    fn a_candidate_asks_and_others_back() {
        let asked = line(2, "support", "VN", "JP", 4);
        let noted = line(1, "support", "PK", "VN", 3);
        let backed = line(3, "support", "JP", "VN", 4);
        let key = "candidacy/ITLOS/2026-2035";
        assert_eq!(state(key, std::slice::from_ref(&asked), None), Some(State::Open));
        assert_eq!(state(key, &[asked.clone(), noted.clone()], None), Some(State::Acknowledged));
        assert_eq!(state(key, &[asked, noted, backed], None), Some(State::Agreed));
    }

    #[test]
    fn relations_are_raised_as_told() {
        let key = "level/JP-VN/strategic-partnership";
        let asked = line(1000, "request", "VN", "JP", 4);
        let agreed = line(1001, "agreement", "JP VN", "", 5);
        let praised = line(1002, "assessment", "JP", "", 3);
        let began = line(1001, "signed", "JP VN", "", 5);
        let due = |date: &str, line: &Line| Line { due: date.parse().ok(), ..line.clone() };
        assert_eq!(state(key, std::slice::from_ref(&asked), None), Some(State::Open));
        assert_eq!(state(key, &[asked.clone(), agreed.clone()], None), Some(State::Agreed));
        assert_eq!(state(key, &[due("1971", &agreed)], None), Some(State::Delivered), "it was done before");
        assert_eq!(state(key, &[due("1980", &asked)], None), Some(State::Open), "it is to be done");
        assert_eq!(state(key, &[agreed, praised], None), Some(State::Delivered));
        assert_eq!(state(key, &[began], None), Some(State::Delivered), "a signing needs no more words");
        let raised = |due: &str| {
            let agreed = Line { due: due.parse().ok(), ..line(1001, "agreement", "JP VN", "", 5) };
            matter(key, vec![agreed], None, &Decisions::default()).unwrap().at(9000)
        };
        assert_eq!(raised("1972-09-28"), State::Agreed, "agreed on that day, it stays so");
        assert_eq!(raised("1980"), State::Lapsed, "it was to be done by then");
    }

    #[test]
    fn relations_are_broken_off_by_one_and_restored_by_both() {
        let told = line(1000, "position", "VN", "", 2);
        let asked = line(1001, "request", "VN", "JP", 4);
        let agreed = line(1002, "agreement", "JP VN", "", 5);
        let check = |turn: &str, line: &Line| state(&format!("level/JP-VN/{turn}"), std::slice::from_ref(line), None);
        assert_eq!(check("broken-off", &told), Some(State::Delivered));
        assert_eq!(check("restored", &told), Some(State::Open));
        assert_eq!(check("broken-off", &asked), Some(State::Open));
        assert_eq!(check("restored", &agreed), Some(State::Agreed));
    }

    #[test]
    fn one_recalls_its_ambassadors_from_each() {
        let engagement = reader::Engagement {
            kind: "event".to_owned(),
            level: Some("recalled".to_owned()),
            parties: ["VN", "JP", "PE"].map(str::to_owned).to_vec(),
            ..crate::fixtures::engagement("event 2025-07-10 VN,JP,PE -")
        };
        let id = AccountId { document: crate::id::DocumentId::of(b"recalled"), index: 1 };
        let keys: Vec<String> = delivered(id, 1, &engagement).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["level/JP-VN/recalled", "level/PE-VN/recalled"]);
    }

    #[test]
    fn falls_due_and_lapses() {
        let mut target = line(100, "target", "ID VN", "", 4);
        target.due = "1971".parse().ok();
        let key = "target/ID-VN/USD/18000000000";
        let matter = matter(key, vec![target.clone()], None, &Decisions::default()).unwrap();
        assert_eq!((matter.at(600), matter.is_overdue(600)), (State::Agreed, false));
        assert_eq!((matter.at(800), matter.is_overdue(800)), (State::Agreed, true));
        assert_eq!((matter.at(1000), matter.is_overdue(1000)), (State::Lapsed, false));
        assert_eq!(state(key, &[target], Some(200)), Some(State::Replaced));
    }
}
