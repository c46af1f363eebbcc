//! What was said: stretches of speech with their type, speaker, addressee and topics.

mod items;

use std::ops::Range;

use document::{PartialDate, Shape};
use packs::{ClaimType, Form, Kind, Layer, Level, Link, Party, Reference, Rule, Topics, Value};

use crate::accounts::{Voice, voice as heard};
use crate::addressees::{addressees, sides};
use crate::drafts::Draft;
use crate::features::settle;
use crate::figures::amount;
use crate::handles::{self, Body};
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::places::{headed, place};
use crate::scene::{Side, side};
use crate::speakers::{speakers, subject};
use crate::story::Story;
use crate::stretches::{Said, Stretch, listing, lists, parts, speech_marks, trim};

/// Among so many engagements the one that a document itself is comes first.
const EARLY: usize = 4;

/// Within so many sentences a quote names who says it.
const QUOTE: usize = 6;

/// The most tokens from the sign behind a clause to the verb that says something, and the fewest of such a clause.
const NEAR: u32 = 7;
const CLAUSE: u32 = 5;

/// How strong what is agreed is.
const AGREED: u8 = 5;
/// Within so many tokens behind what says that something is still to come its verb stands.
const ACT: u32 = 3;

/// How certain it is that an act of which only its matter is told makes a claim.
const ACTED: f32 = 0.5;
/// Within so many tokens whoever does something of whom nothing says that they say it is named.
const HEAD: u32 = 8;
/// How certain it is that a line of a list is of its type.
const LISTED: f32 = 0.7;
/// Within so many tokens a small word leads to a matter.
const MATTER: u32 = 4;

/// Within so many tokens behind the verb stands whose help it asks for or thanks for.
const GIVEN: u32 = 3;
/// Within so many tokens behind somebody stands what is to be done with them.
const DONE: u32 = 6;

/// What a claim is about where nothing tells.
const DEFAULT: Topics = Topics(1 << packs::Topic::Relations as u64);

/// What says among whom something is rather than what it is about.
const AMONG: Topics = Topics(
    1 << packs::Topic::Relations as u64
        | 1 << packs::Topic::Multilateral as u64
        | 1 << packs::Topic::Regional as u64
        | 1 << packs::Topic::Visits as u64
        | 1 << packs::Topic::Protocol as u64,
);

/// Beside so many matters that tells nothing more.
const MATTERS: usize = 3;

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

/// A piece of a sentence that may make a claim.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Its words.
    pub(crate) tokens: Range<u32>,
    /// The mark that gives its type, where there is one.
    pub(crate) said: Option<Said>,
    /// The type that the marks give.
    pub(crate) kind: Option<ClaimType>,
    /// Who says it.
    pub(crate) actor: Side,
    /// Whether a verb says that somebody says or does it.
    pub(crate) spoken: bool,
    /// Whether the sentence itself says who.
    pub(crate) told: bool,
    /// Who is asked, where the words before the mark say so ("*the rebels* must leave").
    pub(crate) asked: Side,
    /// Whether the sides say it together.
    pub(crate) joint: bool,
    /// Whether it is in somebody's own words.
    pub(crate) quoted: bool,
    /// The words with which a list of what somebody agrees on, asks or pledges begins that goes on here.
    pub(crate) under: Option<Range<u32>>,
    /// The type of the list of which it is a line.
    pub(crate) listed: Option<ClaimType>,
}

/// Before the pieces of a sentence are weighed: somebody's own words leave the speaker as before, in an interview
/// whoever gives it.
pub(crate) fn keep_speaker(story: &mut Story<'_, '_>, sentence: &Sentence<'_>, first_person: bool, before: &Side) {
    let interview = interview(story);
    story.own_words = interview.is_some() && first_person;
    if !quoted(story, sentence) {
        return;
    }
    let states = |&index: &usize| story.drafts[index].kind == Kind::Statement;
    let current = story.current.filter(states);
    // "“We want no conditions”, Minister X told reporters *after the talks*", which are spoken of then.
    let here = |&index: &usize| sentence.tokens.contains(&story.drafts[index].evidence.start);
    let made = story.recent().rev().find(|index| here(index) && states(index));
    let statement = interview.filter(|_| story.own_words).or(made).or(current).map(|index| &story.drafts[index]);
    story.focus.subject = match statement {
        Some(draft) if draft.parties.len() == 1 => {
            Side { people: draft.people.clone(), parties: draft.parties.clone(), ..Side::default() }
        }
        _ => before.clone(),
    };
}

/// The interview or speech that a document gives: its first statement.
fn interview(story: &Story<'_, '_>) -> Option<usize> {
    let first = story.drafts.iter().take(EARLY).position(|draft| draft.kind == Kind::Statement && !draft.background)?;
    let own = |draft: &Draft| draft.parties.len() == 1 && (draft.voiced || !draft.people.is_empty());
    Some(first).filter(|&first| own(&story.drafts[first]))
}

/// Where a claim belongs: to the interview whose words it is in, else to the engagement spoken of.
pub(crate) fn belongs(story: &Story<'_, '_>) -> Option<usize> {
    interview(story).filter(|_| story.own_words).or(story.current)
}

/// The blocks in which somebody says "I" or "we" outside quotation marks.
pub(crate) fn first_person(sentences: &[Sentence<'_>], found: &[Vec<Mention>]) -> Vec<u32> {
    let mut rest = found;
    let blocks = sentences.chunk_by(|one, next| one.block_index == next.block_index);
    let blocks = blocks.filter(|block| {
        let (of_block, behind) = rest.split_at(block.len());
        rest = behind;
        is_first_person(block, of_block)
    });
    blocks.map(|block| block[0].block_index).collect()
}

/// Whether somebody says "I" or "we" in a block outside quotation marks.
fn is_first_person(block: &[Sentence<'_>], found: &[Vec<Mention>]) -> bool {
    let own =
        found.iter().flatten().filter(|mention| matches!(mention.who, Who::Reference(Reference::I | Reference::We, _)));
    let mut own = own.map(|mention| mention.tokens.start).peekable();
    let mut inside = false;
    for sentence in block {
        for at in sentence.tokens.clone() {
            if own.peek().is_none() {
                return false;
            }
            inside ^= sentence.token(at).shape == Shape::Punctuation
                && matches!(sentence.word(at), "\"" | "“" | "”" | "„" | "«" | "»");
            if own.next_if_eq(&at).is_some() && !inside {
                return true;
            }
        }
    }
    false
}

/// After a sentence: whoever spoke or acted last is the "he" of the next; where both sides did, whoever was it before.
pub(crate) fn note_speaker(
    story: &mut Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidates: &[Candidate],
    before: Side,
) {
    if items::note(story, sentence, candidates) {
        return;
    }
    let says = |candidate: &&Candidate| {
        candidate.told && candidate.said.is_some_and(|said| said.speech.level.is_some()) && !candidate.actor.is_empty()
    };
    let spoke = candidates.iter().rev().find(says).map(|candidate| candidate.actor.clone());
    let acted = || if quoted(story, sentence) { None } else { subject(story, sentence, mentions) };
    if let Some(subject) = spoke.or_else(acted) {
        note_called(story, mentions, &subject);
        story.focus.subject = subject;
    }
    if story.focus.subject.people.is_empty() && !before.people.is_empty() && is_joint(story, &story.focus.subject) {
        story.focus.subject = before;
    }
}

/// Remembers whether a subject was "he" or "she".
fn note_called(story: &mut Story<'_, '_>, mentions: &[Mention], subject: &Side) {
    let gender = mentions.iter().find_map(|mention| match mention.who {
        Who::Reference(Reference::He | Reference::She, gender) => Some(gender),
        _ => None,
    });
    if let (Some(Some(gender)), [person], true) = (gender, subject.people.as_slice(), subject.referred) {
        story.focus.called = Some((*person, gender));
    }
}

/// The pieces of a sentence that may make a claim each.
pub(crate) fn candidates(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Vec<Candidate> {
    if let Some(item) = items::item(story, sentence, mentions) {
        return vec![item];
    }
    let stretches = &story.kept.stretches[sentence.index];
    let actors = speakers(story, sentence, mentions, stretches);
    let quoted = quoted(story, sentence);
    // "“…”, Yoon said": whoever is named behind speaks the words before.
    let attributed = stretches
        .iter()
        .zip(&actors)
        .rev()
        .find(|(stretch, actor)| stretch.lead.mark.start > stretch.said.mark.start && !actor.is_empty());
    let attributed = attributed.map(|(_, actor)| actor.clone());
    let speaker = attributed.as_ref().unwrap_or(&story.focus.subject);
    let mut out: Vec<Candidate> = Vec::new();
    let ahead = stretches.first().and_then(|first| clause_ahead(sentence, first));
    if let Some(end) = ahead {
        out.extend(bare(story, sentence, mentions, sentence.dateline_end()..end, quoted));
    }
    for (stretch, found) in stretches.iter().zip(actors) {
        let voice = voice(speaker, stretch, &found, quoted || attributed.is_some());
        let told = voice.is_some() || !found.is_empty();
        let (actor, asked) = match voice {
            Some(voice) => (voice.clone(), found),
            None if told => (found, Side::default()),
            None if listed(story, sentence, &stretch.lead) => {
                (Side { all: true, referred: true, ..Side::default() }, Side::default())
            }
            None => (story.focus.subject.clone(), Side::default()),
        };
        let joint = is_joint(story, &actor);
        let of = |said: &Said| if joint { said.speech.joint } else { said.speech.claim };
        let behind = ahead.map_or(stretch.tokens.clone(), |end| end.max(stretch.tokens.start)..stretch.tokens.end);
        let parts = parts(sentence, &Stretch { tokens: behind, ..stretch.clone() }, of(&stretch.said));
        let each = std::iter::repeat_n((actor, asked), parts.len());
        // Where nothing marks a verb, what follows it may be more of its object.
        let marked = |first: &Range<u32>| first.clone().any(|at| sentence.link(at, Link::Infinitive).is_some());
        let first = parts.first().cloned().filter(|first| first.contains(&stretch.said.mark.start) && marked(first));
        for (tokens, (actor, asked)) in parts.into_iter().zip(each) {
            let said = part_said(sentence, stretch, &tokens);
            let goes_on = said.mark == stretch.said.mark && lists(sentence, tokens.start);
            out.push(Candidate {
                under: first.clone().filter(|first| tokens.start >= first.end && goes_on),
                tokens,
                said: Some(said),
                kind: Some(of(&said)),
                actor,
                spoken: stretch.lead.speech.level.is_some() || said.speech.level.is_some(),
                told,
                asked,
                joint,
                quoted,
                listed: None,
            });
        }
    }
    if out.is_empty() {
        out.extend(bare(story, sentence, mentions, sentence.tokens.clone(), quoted));
    }
    out
}

/// Where a clause of its own ends in which nothing says that somebody says something: "The talks are on the right track, *and
/// the Minister* thanked Peru".
fn clause_ahead(sentence: &Sentence<'_>, first: &Stretch) -> Option<u32> {
    let mark = first.lead.mark.start;
    let from = mark.saturating_sub(NEAR).max(sentence.dateline_end() + CLAUSE);
    if first.tokens.start > sentence.tokens.start {
        return None;
    }
    (from..mark).rev().find(|&at| {
        sentence.is(at, ";") || sentence.is(at, ",") && sentence.link(at + 1, Link::And).is_some_and(|end| end <= mark)
    })
}

/// Whether a summary of talks lists what the sides said: "• *Welcomed* the rise in trade. • *Agreed* to open an office."
fn listed(story: &Story<'_, '_>, sentence: &Sentence<'_>, lead: &Said) -> bool {
    let first = sentence.tokens.start + 1;
    let item =
        sentence.heads_block() && sentence.token(first - 1).shape == Shape::Punctuation && lead.mark.start == first;
    let talks = |kind: Kind| matches!(kind, Kind::Meeting | Kind::Call | Kind::Consultation);
    let of = lead.speech;
    let shared = matches!(of.claim, ClaimType::Assessment | ClaimType::Position | ClaimType::Topic)
        || of.joint == ClaimType::Agreement && of.strength == AGREED;
    item && shared && story.current.is_some_and(|current| talks(story.drafts[current].kind))
}

/// Who speaks, where that is not the subject of the words: in somebody's own words, and where a cue says what
/// others should do.
fn voice<'s>(speaker: &'s Side, stretch: &Stretch, found: &Side, quoted: bool) -> Option<&'s Side> {
    if stretch.lead.speech.level.is_some() || found.all {
        return None;
    }
    let asks = stretch.said.speech.claim == ClaimType::Request && !found.referred && !found.is_empty();
    (quoted || asks).then_some(speaker).filter(|side| !side.is_empty())
}

/// Words in which nothing says that somebody says something.
fn bare(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    tokens: Range<u32>,
    quoted: bool,
) -> Option<Candidate> {
    story.current?;
    let tokens = trim(sentence, tokens);
    if tokens.len() < 4 || sentence.is(sentence.tokens.end - 1, "?") {
        return None;
    }
    let first = side(sentence, mentions, story.people, &story.focus, acting(sentence, mentions, tokens.clone()));
    let told = !quoted && !first.is_empty();
    let actor = if told { first } else { story.focus.subject.clone() };
    let joint = !quoted && is_joint(story, &actor);
    Some(Candidate {
        tokens,
        said: None,
        kind: None,
        actor,
        spoken: false,
        told,
        asked: Side::default(),
        joint,
        quoted,
        under: None,
        listed: None,
    })
}

/// Where at the head of some words whoever does something stands: the first who are named, and whoever is joined to them.
fn acting(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Range<u32> {
    let head = tokens.start..tokens.end.min(tokens.start + HEAD);
    let joins = |at: u32| sentence.is(at, ",") || sentence.link(at, Link::And).is_some();
    let mut named = mentions.iter().filter(|mention| head.contains(&mention.tokens.start));
    let Some(first) = named.next() else { return head };
    let joined = named.try_fold(first.tokens.end, |end, next| {
        let gap = end..next.tokens.start;
        if gap.clone().all(joins) { Ok(next.tokens.end.max(end)) } else { Err(end) }
    });
    head.start..joined.unwrap_or_else(|end| end)
}

/// Whether a sentence begins with a sign of somebody's own words.
fn opens_quote(sentence: &Sentence<'_>) -> bool {
    let first = sentence.tokens.start;
    sentence.token(first).shape == Shape::Punctuation
        && matches!(sentence.word(first), "\"" | "“" | "”" | "–" | "—" | "-" | "«" | "„" | "»" | "‘")
}

/// Where the sentence goes on behind the quote that it begins, before a token: "“We want no conditions”, *Minister X told …*".
pub(crate) fn behind_quote(sentence: &Sentence<'_>, until: u32) -> Option<u32> {
    let closes = |at: &u32| matches!(sentence.word(*at), "\"" | "”" | "“" | "»" | "«");
    let inside = (sentence.tokens.start + 1..until).rev();
    inside.into_iter().find(closes).filter(|_| opens_quote(sentence)).map(|at| at + 1)
}

/// Who says a quote that a sentence begins, and the later sentence of its block that tells: "– We had good talks. Now we go on,
/// *says Minister X*."
pub(crate) fn quote_ahead(sentences: &[Sentence<'_>], found: &[Vec<Mention>], index: usize) -> Option<(usize, usize)> {
    let block = sentences[index].block_index;
    if index > 0 && sentences[index - 1].block_index == block || !opens_quote(&sentences[index]) {
        return None;
    }
    let behind = (index + 1..sentences.len().min(index + QUOTE)).take_while(|&at| sentences[at].block_index == block);
    behind.into_iter().find_map(|at| Some((at, quote_ends(&sentences[at], &found[at])?)))
}

/// Who is named right behind the verb with which a quote ends.
fn quote_ends(sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<usize> {
    let person = |mention: &Mention| if let Who::Person(person) = mention.who { Some(person) } else { None };
    let mut said = sentence.marks(Layer::Speech).filter(|(mark, value)| {
        let report = matches!(value, Value::Speech(speech) if speech.level == Some(Level::Report));
        let ends = mark.start > sentence.tokens.start && sentence.token(mark.start - 1).shape == Shape::Punctuation;
        report && ends
    });
    said.find_map(|(mark, _)| {
        let beside = |mention: &&Mention| (mark.start + 1..mark.end + 2).contains(&mention.tokens.start);
        mentions.iter().find(beside).and_then(person)
    })
}

/// Whether a sentence stands in quotation marks, or is what an interview's speaker says.
fn quoted(story: &Story<'_, '_>, sentence: &Sentence<'_>) -> bool {
    opens_quote(sentence)
        || story.own_words
        || story.current.is_some_and(|current| story.drafts[current].kind == Kind::Statement)
}

fn is_joint(story: &Story<'_, '_>, actor: &Side) -> bool {
    actor.all || actor.is_joint(story.people)
}

/// What gives the type of one part: in reported speech the first act or cue of the part itself, unless a verb goes on with the
/// list: "said she hopes that the two sides will …; *promote* meetings to discuss …".
fn part_said(sentence: &Sentence<'_>, stretch: &Stretch, part: &Range<u32>) -> Said {
    if stretch.lead.speech.level != Some(Level::Report)
        || part.contains(&stretch.said.mark.start)
        || (stretch.said.mark.start < part.start && lists(sentence, part.start))
    {
        return stretch.said;
    }
    speech_marks(sentence, part.clone())
        .into_iter()
        .find(|said| said.mark.start > stretch.lead.mark.start)
        .unwrap_or(stretch.lead)
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
    let mut actors = if candidate.actor.all { sides(story) } else { candidate.actor.all_parties(story.people) };
    // "The situation in … was also raised": all speak of it.
    let nobody = !candidate.told
        && !candidate.quoted
        && matches!(kind, ClaimType::Topic | ClaimType::NextStep | ClaimType::Agreement);
    if let Some(others) = unnamed_agent(story, sentence, mentions, candidate) {
        actors = others;
    } else if actors.is_empty() || nobody {
        actors = sides(story);
    } else if let Some(sides) = together(story, candidate, kind, &actors) {
        actors = sides;
    }
    // "He thanked Norway": whoever "he" is, it is not Norway.
    let other = other_speaker(story, sentence, mentions, candidate, &actors);
    if let Some(other) =
        other.or_else(|| pledger(story, mentions, candidate, kind)).or_else(|| outsider(story, candidate))
    {
        actors = vec![other];
    }
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
        sentence.link(*at, Link::Who).is_none()
            && sentence.link(*at, Link::When).is_none()
            && sentence.link(*at, Link::After).is_none()
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

/// Both sides of talks, where one of them tells what was talked about or agreed.
fn together(story: &Story<'_, '_>, candidate: &Candidate, kind: ClaimType, actors: &[Party]) -> Option<Vec<Party>> {
    // "*Informed* Minister X of the reforms".
    let told = kind == ClaimType::Topic && candidate.said.is_some_and(|said| said.speech.own);
    let shared = matches!(kind, ClaimType::Topic | ClaimType::Agreement) && !told;
    let sides = if shared { sides(story) } else { Vec::new() };
    let talks = story.current.is_some_and(|current| story.drafts[current].kind != Kind::Statement);
    (talks && sides.len() == 2 && actors.len() == 1 && sides.contains(&actors[0])).then_some(sides)
}

/// Who says it, where a passive names only to whom: "*Peru was asked* to vote for it" is said by the others.
fn unnamed_agent(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
) -> Option<Vec<Party>> {
    let said = candidate.said.filter(|said| said.speech.passive && !candidate.told)?;
    let before = candidate.tokens.start..said.mark.start;
    let named = side(sentence, mentions, story.people, &story.focus, before).all_parties(story.people);
    let mut others = sides(story);
    others.retain(|party| !named.contains(party));
    Some(others).filter(|others| !others.is_empty() && !named.is_empty())
}

/// The other side, where a pronoun, or somebody whose party nobody told, says something to the very party that they
/// were taken for.
fn other_speaker(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
    actors: &[Party],
) -> Option<Party> {
    let ([actor], true) = (actors, guessed(story, &candidate.actor)) else { return None };
    let end = candidate.said.filter(|said| said.speech.level == Some(Level::Act))?.mark.end;
    let near = |reach: u32| mentions.iter().find(|mention| (end..end + reach).contains(&mention.tokens.start));
    let theirs = near(GIVEN).is_some_and(|mention| gives(sentence, candidate, end, mention, *actor));
    let object = near(if theirs { GIVEN } else { 2 })?;
    // "She promised *that Sweden* opens an embassy": who acts in a clause of its own is no object, but is asked in "asked *that Sweden*
    // open one".
    let asks = candidate.kind == Some(ClaimType::Request);
    if !asks && (end.saturating_sub(1)..object.tokens.start).any(|at| sentence.link(at, Link::That).is_some()) {
        return None;
    }
    let same = matches!(object.who, Who::Party(Form::Name)) && object.party == Some(*actor) || theirs;
    let mut others = story.drafts[story.current?].parties.iter().copied().filter(|party| party != actor);
    let other = others.next().filter(|_| others.next().is_none());
    other.filter(|_| same)
}

/// Whether a party gives what is asked for or thanked for behind a verb, so that it does neither itself: "thanked for the
/// *Swedish* help", "asked for *Swedish* help"; not "asked for *Swedish* workers to be let in", "the thanks of the *Swedish* people".
fn gives(sentence: &Sentence<'_>, candidate: &Candidate, end: u32, mention: &Mention, party: Party) -> bool {
    let link = |tokens: Range<u32>, link: Link| tokens.clone().any(|at| sentence.link(at, link).is_some());
    let before = end.saturating_sub(1)..mention.tokens.start;
    let behind = mention.tokens.end..(mention.tokens.end + DONE).min(candidate.tokens.end);
    let asked = match candidate.kind {
        Some(ClaimType::Courtesy) => true,
        Some(ClaimType::Request) => !link(before.clone(), Link::That) && !link(behind, Link::Infinitive),
        _ => false,
    };
    let form = matches!(mention.who, Who::Party(Form::Adjective | Form::Genitive));
    asked && form && mention.party == Some(party) && !link(before, Link::Of)
}

/// Whether nothing told for whom those speak who say it.
fn guessed(story: &Story<'_, '_>, actor: &Side) -> bool {
    let told = || actor.people.iter().any(|&person| story.people.all[person].said);
    actor.referred || (!actor.people.is_empty() && !told())
}

/// "The minister promised that Sweden will": whoever pledges for a state speaks for it.
fn pledger(story: &Story<'_, '_>, mentions: &[Mention], candidate: &Candidate, kind: ClaimType) -> Option<Party> {
    let said = candidate.said.filter(|_| kind == ClaimType::Pledge && !candidate.joint)?;
    if !candidate.told || candidate.actor.people.len() != 1 || !guessed(story, &candidate.actor) {
        return None;
    }
    // "*Will stand by* Ukraine": behind what only shows the pledge stands to whom it is made.
    let behind = if said.speech.level.is_some() { 3 } else { 0 };
    let near = said.mark.start..said.mark.end + behind;
    let named = mentions.iter().find(|mention| near.contains(&mention.tokens.start))?;
    named.party.filter(|_| matches!(named.who, Who::Party(Form::Name) | Who::Reference(Reference::Side, _)))
}

/// The side of whoever is named only where they speak: the one of two for which nobody else is named.
fn outsider(story: &Story<'_, '_>, candidate: &Candidate) -> Option<Party> {
    let ([person], false) = (candidate.actor.people.as_slice(), candidate.actor.referred) else { return None };
    let draft = &story.drafts[story.current?];
    let talks = matches!(draft.kind, Kind::Meeting | Kind::Call | Kind::Consultation | Kind::Signing);
    if !talks || story.people.all[*person].said || draft.people.is_empty() || draft.people.contains(person) {
        return None;
    }
    let named = |party: &Party| draft.people.iter().any(|&other| story.people.all[other].party == Some(*party));
    let sides = sides(story);
    let mut alone = sides.iter().copied().filter(|party| !named(party));
    let side = alone.next().filter(|_| sides.len() == 2);
    side.filter(|_| alone.next().is_none())
}

fn addressed(kind: ClaimType) -> bool {
    matches!(
        kind,
        ClaimType::Request | ClaimType::Pledge | ClaimType::Courtesy | ClaimType::Invitation | ClaimType::Support
    )
}

/// What it is about: by its own words, else by those before it in the sentence, else as what was spoken of before.
fn topics(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    tokens: Range<u32>,
    kind: ClaimType,
) -> Topics {
    let of = |tokens: Range<u32>| named_in(sentence, mentions, tokens);
    let own = of(tokens.clone());
    if !own.is_empty() {
        return narrowed(own);
    }
    if kind == ClaimType::Invitation {
        return Topics::default().with(packs::Topic::Visits);
    }
    let around = [sentence.tokens.start..tokens.start, tokens.end..sentence.tokens.end].map(of);
    if let Some(around) = around.into_iter().find(|topics| !topics.is_empty()) {
        return around;
    }
    if let Some((_, topics)) = story.heard.filter(|(block, _)| *block == sentence.block_index) {
        return topics;
    }
    match kind {
        ClaimType::Courtesy => Topics::default().with(packs::Topic::Protocol),
        ClaimType::NextStep => story.theme.unwrap_or(DEFAULT),
        _ => told_of(story),
    }
}

/// The topics that some words name.
fn named_in(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Topics {
    // "The *Trade* Minister" says nothing of the matter.
    let office = |at: u32| {
        mentions
            .iter()
            .any(|mention| mention.tokens.contains(&at) && matches!(mention.who, Who::Person(_) | Who::Office(_)))
    };
    let marks = sentence.within(Layer::Topics, tokens).filter(|(mark, _)| !office(mark.start));
    marks.fold(Topics::default(), |all, (_, value)| match value {
        Value::Topic(topics) => all.and(*topics),
        _ => all,
    })
}

/// Without what only says among whom something is, where two or more matters are named beside it.
fn narrowed(topics: Topics) -> Topics {
    let matters = topics.without(AMONG);
    if matters.iter().count() >= MATTERS { matters } else { topics }
}

/// After a sentence: what it speaks of, for what names nothing behind it in its paragraph.
pub(crate) fn note_topics(story: &mut Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) {
    let topics = named_in(sentence, mentions, sentence.tokens.clone());
    if !topics.is_empty() {
        story.heard = Some((sentence.block_index, topics));
    }
}

/// What the document speaks of most, else the last claim of what is spoken of that has a matter of its own.
fn told_of(story: &Story<'_, '_>) -> Topics {
    let claims = belongs(story).map_or(&[][..], |index| &story.drafts[index].claims);
    let plain = [DEFAULT, Topics::default().with(packs::Topic::Protocol), Topics::default().with(packs::Topic::Visits)];
    let told = || claims.iter().rev().map(|claim| claim.topics).find(|topics| !plain.contains(topics));
    story.theme.or_else(told).unwrap_or(DEFAULT)
}

/// For a next step its session, for an invitation or support where to or what for.
fn what(sentence: &Sentence<'_>, mentions: &[Mention], candidate: &Candidate, kind: ClaimType) -> Option<Range<u32>> {
    let tokens = candidate.tokens.clone();
    let from = candidate.said.map_or(tokens.start, |said| said.mark.end.clamp(tokens.start, tokens.end));
    match kind {
        ClaimType::NextStep => headed(sentence, tokens),
        ClaimType::Support => {
            // "Supports Timor-Leste's *accession to* ASEAN": a cue is of what it is for, and so is whose it is.
            let inside = |said: &Said| {
                said.speech.level.is_none() || said.mark.end > said.mark.start + 2 || from + 3 > tokens.end
            };
            let cue = candidate
                .said
                .filter(inside)
                .map(|said| said.mark.start.max(tokens.start) + u32::from(said.speech.level.is_some()));
            let whose = |at: u32| {
                mentions
                    .iter()
                    .find(|mention| mention.tokens.end == at)
                    .map_or(at, |mention| mention.tokens.start.max(tokens.start))
            };
            Some(trim(sentence, cue.map_or(from, whose)..tokens.end)).filter(|tokens| !tokens.is_empty())
        }
        ClaimType::Invitation => {
            place(sentence, tokens.clone(), &[Link::In, Link::To])?;
            // Who is invited stands first.
            let guest = mentions
                .iter()
                .find(|mention| (from..from + 2).contains(&mention.tokens.start))
                .map_or(from, |mention| mention.tokens.end.min(tokens.end));
            Some(trim(sentence, guest..tokens.end)).filter(|tokens| !tokens.is_empty())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use packs::Packs;

    use crate::fixtures::{claims, phrases, read};

    #[test]
    fn what_names_no_matter_is_of_that_of_its_paragraph() {
        let check = |text: &str| -> Vec<String> {
            let opening = "Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova in Oslo.";
            let reading = read(phrases(), "en", &format!("{opening}\n\n{text}"));
            claims(&reading).map(|claim| format!("{} {}", claim.kind, claim.topics.join(","))).collect()
        };
        let cases: [(&str, &[&str]); 3] = [
            (
                "Popescu asked for larger catches of cod. Huitfeldt promised an answer.",
                &["request fisheries", "pledge fisheries"],
            ),
            // Nothing was told before it in its paragraph, nor is it in the document.
            ("Popescu thanked Norway for its kindness.", &["courtesy protocol"]),
            // Among whom something is counts for less than what it is about.
            (
                "Popescu proposed that the two countries develop relations in tourism, fisheries and education.",
                &["request education,tourism,fisheries"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(check(text), expected, "{text}");
        }
    }

    #[test]
    fn what_goes_on_with_a_list_is_of_its_type() {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs"));
        let mut files = packs::files(root).expect("the packs are there");
        files.retain(|file| !file.path.ends_with("model.tsv") || file.path.ends_with("en/model.tsv"));
        let model = files.iter_mut().find(|file| file.path.ends_with("model.tsv")).expect("English has one");
        // Whatever begins amid a sentence is none, for this model.
        model.text = "feature\tclass\tweight\nsignal before\tnone\t9\nsignal act:agreement\tagreement\t3\nsignal always\tnone\t1\n".to_owned();
        let packs = Packs::from_files(&files).expect("the packs load");
        let text = "Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova in Oslo.\n\nThe two \
                    sides agreed to open a port, promote tourism between the coasts, and strengthen the work of engineers; many \
                    guests were there.";
        let reading = read(&packs, "en", text);
        let quotes: Vec<&str> = claims(&reading).map(|claim| claim.evidence.as_str()).collect();
        let list = [
            "The two sides agreed to open a port",
            "promote tourism between the coasts",
            "strengthen the work of engineers",
        ];
        assert_eq!(quotes, list);
    }
}
