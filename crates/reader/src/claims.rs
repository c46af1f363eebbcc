//! What was said: stretches of speech with their type, speaker, addressee and topics.

mod actors;
mod candidates;
mod items;
mod matters;
mod quotes;

use std::ops::Range;

use document::PartialDate;
use packs::{ClaimType, Kind, Layer, Level, Link, Party, Rule, Topics, Value};

pub(crate) use self::candidates::{Candidate, candidates};
pub(crate) use self::matters::note_topics;
pub(crate) use self::quotes::{behind_quote, belongs, first_person, keep_speaker, note_speaker, quote_ahead};

use self::actors::actors;
use self::matters::{AMONG, named_in, topics, what};
use crate::accounts::{Voice, voice as heard};
use crate::addressees::addressees;
use crate::drafts::Draft;
use crate::features::settle;
use crate::figures::amount;
use crate::handles::{self, Body};
use crate::mentions::Mention;
use crate::page::Sentence;
use crate::scene::Side;
use crate::story::Story;
use crate::stretches::{Said, listing};

#[cfg(test)]
mod tests;

/// Within so many tokens behind what says that something is still to come its verb stands.
const ACT: u32 = 3;
/// How certain it is that an act of which only its matter is told makes a claim.
const ACTED: f32 = 0.5;
/// How certain it is that a line of a list is of its type.
const LISTED: f32 = 0.7;
/// Within so many tokens a small word leads to a matter.
const MATTER: u32 = 4;

/// A claim as it is found.
#[derive(Clone, Debug)]
pub(crate) struct DraftClaim {
    pub(crate) kind: ClaimType,
    pub(crate) actors: Vec<Party>,
    pub(crate) addressees: Vec<Party>,
    pub(crate) topics: Topics,
    pub(crate) evidence: Range<u32>,
    pub(crate) rule: Rule,
    pub(crate) strength: u8,
    pub(crate) certainty: f32,
    pub(crate) amount: Option<f64>,
    pub(crate) unit: Option<String>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) what: Option<Range<u32>>,
    pub(crate) instruments: Vec<u16>,
    /// Those named beside actors and addressees.
    pub(crate) bodies: Vec<Body>,
    pub(crate) session: Option<u16>,
    pub(crate) years: Option<[i16; 2]>,
    pub(crate) level: Option<handles::Comes>,
    pub(crate) level_parties: Vec<Party>,
    pub(crate) level_date: Option<PartialDate>,
    /// What it says of whom the one acts for who says it.
    pub(crate) voice: Option<Voice>,
}

/// The claim that a piece makes, if any.
pub(crate) fn claim(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
) -> Option<DraftClaim> {
    if leads_on(sentence, candidate) || items::heads(sentence, candidate) {
        return None;
    }
    let class = class(story, sentence, mentions, candidate).or_else(|| acted(sentence, mentions, candidate));
    let (class, certainty) = class?;
    let mut kind = ClaimType::ALL[class];
    if kind == ClaimType::Pledge && announces(story, sentence, candidate) {
        return None;
    }
    let part = candidate.tokens.clone();
    let (amount, unit) =
        amount(sentence, part.clone()).map_or((None, None), |(amount, unit)| (Some(amount), Some(unit)));
    if kind == ClaimType::Target && amount.is_none() {
        kind = settle(candidate);
    }
    let actors = actors(story, sentence, mentions, candidate, kind);
    let addressees = if candidate.joint || !addressed(kind) {
        Vec::new()
    } else {
        addressees(story, sentence, mentions, candidate, &actors)
    };
    // By when a figure is to be reached stands behind the verb.
    let from =
        candidate.said.filter(|_| kind == ClaimType::Target).map_or(part.start, |said| said.mark.start.max(part.start));
    let dates = sentence.dates().iter().filter(|date| (from..part.end).contains(&date.start));
    let date = dates.filter_map(|date| story.clock.resolve(date, None, true)).map(|(_, end)| end).next_back();
    // What is marked without its years tells nothing.
    let reached = handles::reached(sentence, part.clone()).filter(|reached| !reached.marked || reached.since.is_some());
    let current = story.current.map(|index| story.drafts[index].rule);
    let mut bodies = handles::bodies(sentence, part.clone());
    bodies.retain(
        |body| !matches!(body, Body::Organisation(party) if actors.contains(party) || addressees.contains(party)),
    );
    Some(DraftClaim {
        kind,
        actors,
        addressees,
        topics: topics(story, sentence, mentions, part.clone(), kind),
        rule: candidate.said.map(|said| said.rule).or(current).unwrap_or_default(),
        strength: candidate.said.map_or(2, |said| said.speech.strength),
        certainty: if candidate.actor.referred { certainty * 0.9 } else { certainty },
        amount: amount.filter(|_| kind == ClaimType::Target),
        unit: unit.filter(|_| kind == ClaimType::Target),
        date: date.filter(|_| matches!(kind, ClaimType::Target | ClaimType::NextStep)),
        what: what(sentence, mentions, candidate, kind),
        instruments: handles::instruments(sentence, part.clone()),
        bodies,
        session: handles::session(sentence, part.clone()).number,
        years: handles::years(sentence, part.clone()),
        level: reached.as_ref().map(|reached| reached.comes),
        level_date: reached.as_ref().and_then(|reached| reached.since.map_or(date, PartialDate::year)),
        level_parties: reached.map(|reached| reached.whose).unwrap_or_default(),
        voice: heard(sentence, mentions, story.people, candidate, kind),
        evidence: part,
    })
}

/// The class of a piece: of one that goes on with a list of what is agreed, asked or pledged the list's.
fn class(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
) -> Option<(usize, f32)> {
    if let Some(kind) = candidate.listed {
        return Some((kind as usize, LISTED));
    }
    let classify = |candidate: &Candidate| story.kept.weighed.classify(sentence, mentions, candidate);
    let listed = candidate.under.clone().and_then(|tokens| classify(&Candidate { tokens, ..candidate.clone() }));
    listed.filter(|(class, _)| listing(ClaimType::ALL[*class])).or_else(|| classify(candidate))
}

/// "He *will be received* by the President", "*will call on* the Speaker": whether what is still to come is an engagement that the
/// sentence tells of, and nothing that somebody promises.
fn announces(story: &Story<'_, '_>, sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let Some(said) = candidate.said.filter(|said| said.speech.level.is_none()) else { return false };
    let verb = said.mark.start..said.mark.end + ACT;
    let told = |draft: &Draft| {
        let opens = verb.contains(&draft.words.start) || draft.words.contains(&said.mark.start);
        sentence.tokens.contains(&draft.evidence.start) && opens
    };
    story.drafts[story.recent()].iter().any(told)
}

/// What an act itself says where nobody says anything and its matter is named: what is signed is agreed ("*signed a memorandum on
/// archives*"), and what one talks on is a topic ("*held talks with X on fishing rights*").
fn acted(sentence: &Sentence<'_>, mentions: &[Mention], candidate: &Candidate) -> Option<(usize, f32)> {
    if candidate.said.is_some() {
        return None;
    }
    let opening = |(mark, value): (packs::Mark, &Value)| match value {
        Value::Trigger(trigger) if trigger.opens() => Some((mark, trigger.kind)),
        _ => None,
    };
    let (mark, kind) = sentence.within(Layer::Triggers, candidate.tokens.clone()).find_map(opening)?;
    let says = match kind {
        Kind::Signing => !named_in(sentence, mentions, candidate.tokens.clone()).is_empty(),
        Kind::Meeting | Kind::Call | Kind::Consultation => talks_on(sentence, mentions, mark.end..candidate.tokens.end),
        _ => false,
    };
    let class = if kind == Kind::Signing { ClaimType::Agreement } else { ClaimType::Topic };
    says.then_some((class as usize, ACTED))
}

/// Whether words behind talks lead to a matter: "with Minister X *on fishing rights*"; not "who is *on a visit*".
fn talks_on(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> bool {
    let ends = |at: &u32| {
        !sentence.is_link(*at, Link::Who) && !sentence.is_link(*at, Link::When) && !sentence.is_link(*at, Link::After)
    };
    let frames = |at: u32| sentence.at(Layer::Occasions, at).next().is_some();
    let matter = |next: u32| named_in(sentence, mentions, next..(next + MATTER).min(tokens.end)).without(AMONG);
    let leads =
        |at: u32| sentence.link(at, Link::Over).filter(|_| !frames(at)).is_some_and(|next| !matter(next).is_empty());
    tokens.clone().take_while(ends).any(leads)
}

/// Whether a report only leads to what is said behind it: "In response to queries, the Spokesperson *said:*".
fn leads_on(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let last = sentence.tokens.end - 1;
    let report = |said: Said| said.speech.level == Some(Level::Report) && said.mark.end == last;
    sentence.is(last, ":") && candidate.said.is_some_and(report)
}

fn addressed(kind: ClaimType) -> bool {
    matches!(
        kind,
        ClaimType::Request | ClaimType::Pledge | ClaimType::Courtesy | ClaimType::Invitation | ClaimType::Support
    )
}

fn is_joint(story: &Story<'_, '_>, actor: &Side) -> bool {
    actor.all || actor.is_joint(story.people)
}
