//! What whoever speaks brings into a story: a statement, a message, a meeting with them, or a part in what was told.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{ClaimType, Kind, Layer, Level, Link, Mark, OfficeKind, Offices, Party, Reference, Rule, Value, Weights};

use super::{Story, one};
use crate::begins::Begins;
use crate::claims::{Candidate, DraftClaim};
use crate::drafts::Draft;
use crate::kinds;
use crate::mentions::{Mention, Who};
use crate::occasions::framed;
use crate::page::Sentence;
use crate::places::place;
use crate::scene::{Side, side};

/// How likely it must be by its words that a sentence tells of a statement, where somebody speaks in it whom nothing else
/// brings in.
const LIKELY: f32 = 0.1;
/// Within so many tokens behind a verb of saying stands to whom it is said.
const TOLD: u32 = 4;
/// So many tokens before a verb of saying the aside about its subject ends.
const ASIDE: u32 = 2;
/// Within so many blocks behind what is told of a gathering others speak there.
const GATHERED: u32 = 1;

impl Story<'_, '_> {
    /// The words from here to a later sentence are somebody's: opens the statement of which that sentence tells.
    pub(crate) fn speaks_from_here(&mut self, told: &Sentence<'_>, mentions: &[Mention], person: usize) {
        if told.marks(Layer::Triggers).any(|(_, value)| states(value)) {
            self.sentence(told, mentions);
        }
        self.focus.subject = Side { people: vec![person], ..Side::default() };
    }

    /// Notes questions, and who answers: "Ambassador X: …" at the head of a paragraph.
    pub(crate) fn hear(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        self.questions += u32::from(sentence.is(sentence.tokens.end - 1, "?"));
        self.interview |=
            self.questions > 1 && self.current.is_some_and(|current| self.drafts[current].kind == Kind::Statement);
        let start = sentence.tokens.start;
        let head = mentions
            .first()
            .filter(|mention| mention.tokens.start <= start + 1 && sentence.is(mention.tokens.end, ":"));
        // "Minister X: *meeting* with Minister Y", a line of a diary.
        let says = |head: &&Mention| {
            let behind = head.tokens.end + 1;
            !sentence.begins(behind, Begins::layer(Layer::Triggers)) || sentence.token(behind).shape != Shape::Lower
        };
        let told = sentence.block == BlockKind::Paragraph && sentence.tokens.len() > 4;
        let Some(head) = head.filter(|_| told).filter(says) else {
            return;
        };
        let speaker = side(sentence, mentions, self.people, &self.focus, head.tokens.clone());
        let Some(&person) = speaker.people.first() else { return };
        self.focus.subject = speaker;
        let told = self
            .recent()
            .find(|&index| self.drafts[index].kind == Kind::Statement && self.drafts[index].people.contains(&person));
        self.interview = true;
        match told {
            Some(index) => self.make_current(index),
            None => self.give_voice(sentence, head.tokens.clone(), person, 0.7),
        }
    }

    /// Opens the statement that a document, or an answer in it, is: a speech, an article, a letter by somebody whom a line
    /// names.
    pub(crate) fn give_voice(&mut self, sentence: &Sentence<'_>, evidence: Range<u32>, person: usize, certainty: f32) {
        let days = self.days_before(false);
        self.push(Draft {
            people: vec![person],
            parties: self.people.all[person].party.into_iter().collect(),
            certainty,
            ..Draft::new(Kind::Statement, days, evidence, sentence.block_index, sentence.language.acts.rule())
        });
        self.focus.subject = Side { people: vec![person], ..Side::default() };
    }

    /// Makes what somebody says in a document of their own a letter to somebody.
    pub(crate) fn address(&mut self, head: &Sentence<'_>, to: &Side) {
        let Some(letter) = self.current.map(|current| &mut self.drafts[current]) else { return };
        letter.kind = Kind::Message;
        letter.people.extend(&to.people);
        letter.parties.extend(&to.parties);
        (letter.evidence, letter.block) = (head.tokens.clone(), head.block_index);
    }

    /// "Speech by *the Minister for Development* at …": opens the statement of a heading that names only the office of whoever
    /// makes it, for the state where that is held, else the page's own; gives whether it does.
    pub(crate) fn give_office_voice(&mut self, heading: &Sentence<'_>, mentions: &[Mention]) -> bool {
        let Some((speech, maker)) = made_in_office(heading, mentions) else { return false };
        let Some(party) = maker.party.or(self.people.home) else { return false };
        let days = self.days_before(false);
        self.push(Draft {
            parties: vec![party],
            voiced: true,
            certainty: 0.6,
            ..Draft::new(Kind::Statement, days, heading.tokens.clone(), heading.block_index, heading.entry(speech).rule)
        });
        self.focus.subject = Side { parties: vec![party], unnamed: true, ..Side::default() };
        true
    }

    /// Opens a meeting where people of two parties agree on or say something together, and none is told of yet.
    pub(crate) fn speak_together(&mut self, sentence: &Sentence<'_>, candidate: &Candidate) {
        let Some(said) = candidate.said.filter(|said| said.speech.level.is_some()) else { return };
        let [one, other] = candidate.actor.people[..] else { return };
        let parties = [one, other].map(|person| self.people.all[person].party);
        let ([Some(first), Some(second)], false) = (parties, candidate.actor.referred) else { return };
        let together = |draft: &Draft| candidate.actor.people.iter().all(|person| draft.people.contains(person));
        if first == second
            || sentence.block != BlockKind::Paragraph
            || self.drafts[self.recent()]
                .iter()
                .any(|draft| !draft.background && (together(draft) || draft.kind == Kind::Conference))
        {
            return;
        }
        let days = self.days_by(sentence);
        self.push(Draft {
            people: vec![one, other],
            parties: vec![first, second],
            place: place(sentence, sentence.tokens.clone(), &[Link::In]).unwrap_or_default(),
            occasion: framed(sentence),
            certainty: 0.5,
            ..Draft::new(
                self.kind_of_session(Kind::Meeting, sentence, false),
                days,
                candidate.tokens.clone(),
                sentence.block_index,
                said.rule,
            )
        });
    }

    /// "*In a telephone conversation*, X and Y discussed …", "*The eighth session* was held in Lubango. Minister X led the
    /// delegation of …": the kind of what those do who are then named, by words before that name nobody. What `guessed` opens
    /// may be of a session told of one block before.
    pub(crate) fn kind_of_session(&self, kind: Kind, sentence: &Sentence<'_>, guessed: bool) -> Kind {
        let told = self.waiting.session.filter(|&(told, at, block)| match told {
            _ if kind != Kind::Meeting => false,
            Kind::Call => sentence.tokens.contains(&at),
            _ => guessed && sentence.block_index <= block + 1,
        });
        told.map_or(kind, |(kind, ..)| kind)
    }

    /// Opens a message where somebody thanks, congratulates or consoles a party that takes part in nothing told yet; gives
    /// that party.
    pub(crate) fn sends(
        &mut self,
        sentence: &Sentence<'_>,
        mentions: &[Mention],
        candidate: &Candidate,
        claim: &DraftClaim,
    ) -> Option<Party> {
        let (Some(said), [person, ..]) = (candidate.said, candidate.actor.people.as_slice()) else { return None };
        let party = self.people.all[*person].party?;
        let to = side(sentence, mentions, self.people, &self.focus, said.mark.end..sentence.tokens.end);
        let other = to.all_parties(self.people).into_iter().find(|other| *other != party);
        let apart = self.drafts[self.recent()].iter().all(|draft| !draft.people.contains(person));
        // Who thanks at a ceremony or a signing sends nothing.
        let gathers = |draft: &Draft| {
            matches!(draft.kind, Kind::Event | Kind::Conference | Kind::Signing)
                && !draft.background
                && draft.block == sentence.block_index
        };
        let there = self.current.is_some_and(|current| gathers(&self.drafts[current]));
        let courteous = claim.kind == ClaimType::Courtesy && said.speech.level == Some(Level::Act) && !there;
        let other = other.filter(|_| courteous && apart && !candidate.joint && !candidate.quoted)?;
        let days = self.days_by(sentence);
        let addressee = to.people.iter().copied().find(|&person| self.people.all[person].party == Some(other));
        self.push(Draft {
            people: std::iter::once(*person).chain(addressee).collect(),
            parties: vec![party, other],
            ..Draft::new(Kind::Message, days, candidate.tokens.clone(), sentence.block_index, said.rule)
        });
        Some(other)
    }

    /// Opens a statement where somebody speaks who takes no part in the engagement spoken of.
    pub(crate) fn speaks_alone(
        &mut self,
        sentence: &Sentence<'_>,
        mentions: &[Mention],
        scores: Option<&Weights>,
        candidate: &Candidate,
    ) -> bool {
        let (Some(said), [person, ..]) = (candidate.said, candidate.actor.people.as_slice()) else { return false };
        if candidate.joint || !candidate.spoken {
            return false;
        }
        let behind = said.mark.end..said.mark.end + TOLD;
        let conveys = matches!(candidate.kind, Some(ClaimType::Invitation | ClaimType::Courtesy));
        let host = if conveys { None } else { self.hears(sentence, mentions, *person, behind.clone()) };
        if let Some(host) = host {
            return self.receives(sentence, (host, Some(*person)), said.rule);
        }
        if candidate.actor.referred {
            return false;
        }
        let Some(party) = self.people.all[*person].party else {
            return self.receives(sentence, (*person, None), said.rule);
        };
        // "President Y *told her* that …".
        let named = mentions.iter().find(|mention| one(mention) == Some(*person));
        let verb = named.map_or(behind.start, |named| named.tokens.end + 1);
        let told = [behind.start, verb].into_iter().any(|at| calls(sentence, mentions, at))
            && mentions.iter().filter_map(one).count() == 1;
        let guest = self.traveller().filter(|&(guest, country)| told && self.is_of_host(*person, guest, country));
        if self.receives(sentence, (*person, guest.map(|(guest, _)| guest)), said.rule) {
            return true;
        }
        if self.domestic && !self.is_weighty(*person) {
            return false;
        }
        let gathering =
            |draft: &Draft| draft.kind == Kind::Conference || (draft.kind == Kind::Event && !draft.background);
        if let Some(current) = self.current.filter(|&current| gathering(&self.drafts[current])) {
            self.join(current, *person);
            return false;
        }
        let passing = self.comes_in_passing(sentence, mentions, *person, said.mark.start).filter(|_| !conveys);
        if let Some(current) = self.current.filter(|&current| passing != Some(current)) {
            let current = &self.drafts[current];
            let apart = current.kind == Kind::Statement || !current.parties.contains(&party);
            if current.people.contains(person) || !apart {
                return false;
            }
        }
        let told = self
            .recent()
            .rev()
            .filter(|&index| passing != Some(index))
            .find(|&index| self.drafts[index].people.contains(person) && !self.drafts[index].background);
        if let Some(index) = told {
            self.make_current(index);
            return false;
        }
        // "The President, who arrived in Lima today, condemns the attack": a sentence that tells of something in passing is not
        // weighed; on a page of reactions he says it to the press.
        let reacts = self.current.is_some_and(|current| self.drafts[current].kind == Kind::Statement);
        // "At the summit … Two of them met aside … *Brazil's President Y reaffirmed* that": whoever speaks at a gathering told of
        // before takes part there.
        let gathered = |index: &usize| {
            let draft = &self.drafts[*index];
            draft.kind == Kind::Conference && !draft.background && draft.block + GATHERED >= sentence.block_index
        };
        if let Some(index) = self.recent().rev().find(gathered) {
            self.join(index, *person);
            return false;
        }
        let apart =
            self.current.is_some_and(|current| !matches!(self.drafts[current].kind, Kind::Meeting | Kind::Visit));
        let titled = apart && self.is_weighty(*person) && titles(mentions, *person);
        let likely = if titled { LIKELY / 2.0 } else { LIKELY };
        if scores.map_or(!reacts && passing.is_none(), |scores| kinds::alone(scores) < likely) {
            return false;
        }
        // The day of an aside is that of the journey.
        let page = || self.clock.day().map(|day| ((day.into(), day.into()), "page"));
        let before = passing.is_some() && sentence.dates().iter().all(|date| date.start < said.mark.start);
        let days = if before { page() } else { self.days_by(sentence) };
        self.push(Draft {
            people: vec![*person],
            parties: vec![party],
            ..Draft::new(Kind::Statement, days, candidate.tokens.clone(), sentence.block_index, said.rule)
        });
        true
    }

    /// "The President, *who arrived in Lima today*, condemns the attack", "the Minister, *on a visit to Doha*, says that …": the
    /// journey that only an aside right behind its subject tells of, set off by commas from the verb of saying.
    fn comes_in_passing(
        &self,
        sentence: &Sentence<'_>,
        mentions: &[Mention],
        person: usize,
        said: u32,
    ) -> Option<usize> {
        let comma = |mut tokens: Range<u32>| tokens.any(|at| sentence.is(at, ","));
        let named = mentions.iter().find(|mention| one(mention) == Some(person))?.tokens.end;
        let aside = |index: &usize| {
            let visit = &self.drafts[*index];
            let words = &visit.words;
            // "Said that Peru *supports* it": what comes first behind the aside is what is said.
            let first = sentence.within(Layer::Speech, words.end..said).map(|(mark, _)| mark.start).next();
            let verb = first.unwrap_or(said);
            visit.kind == Kind::Visit
                && visit.people.first() == Some(&person)
                && sentence.tokens.contains(&words.start)
                && (named..said).contains(&words.start)
                && comma(named..words.start)
                && comma(words.end..verb)
                && comma(verb.saturating_sub(ASIDE)..verb)
        };
        self.recent().rev().find(aside)
    }

    /// "She voiced concern *to President Y*": who of the country visited is spoken to by a guest, and takes part in nothing told.
    pub(super) fn hears(
        &self,
        sentence: &Sentence<'_>,
        mentions: &[Mention],
        guest: usize,
        behind: Range<u32>,
    ) -> Option<usize> {
        // Who conveys an invitation of his President's to another speaks for him.
        let mut named =
            mentions.iter().filter(|mention| mention.tokens.start >= behind.start && one(mention).is_some());
        let mention = named.next().filter(|mention| behind.contains(&mention.tokens.start))?;
        let at = mention.tokens.start;
        if named.next().is_some() {
            return None;
        }
        let led = at == behind.start || sentence.link(at - 1, Link::To) == Some(at);
        let host = one(mention).filter(|&host| led && host != guest)?;
        let (traveller, country) = self.traveller()?;
        (traveller == guest && self.is_of_host(host, guest, country)).then_some(host)
    }

    /// Whose journey is told of, and to which country, where it, or what happened there, was told last.
    pub(super) fn traveller(&self) -> Option<(usize, Party)> {
        let current = &self.drafts[self.current?];
        let talks = matches!(current.kind, Kind::Visit | Kind::Meeting | Kind::Call) && !current.background;
        let told = self.drafts[self.recent()].iter().rev();
        let mut visits = told.filter(|draft| draft.kind == Kind::Visit && !draft.background);
        let visit = visits.find(|visit| visit.people.iter().any(|guest| current.people.contains(guest)))?;
        let (guest, country) = (visit.people.first().copied()?, visit.place.country?);
        (talks && self.people.all[guest].party != Some(country)).then_some((guest, country))
    }

    /// Whether somebody is of the country to which a guest came, or nothing says that he is of the guest's.
    pub(super) fn is_of_host(&self, person: usize, guest: usize, country: Party) -> bool {
        let (known, guest) = (&self.people.all[person], &self.people.all[guest]);
        known.party == Some(country)
            || !known.said
                && known.party == guest.party
                && known.offices.0 & guest.offices.0 == 0
                && self.is_weighty(person)
    }

    /// "Minister X visited Beijing. *Her Chinese counterpart Y asked* the EU …": on a journey of which the words before tell, who
    /// speaks for the country visited was met there; opens that meeting. So was who speaks to the guest, or is spoken to.
    pub(super) fn receives(
        &mut self,
        sentence: &Sentence<'_>,
        (person, guest): (usize, Option<usize>),
        rule: Rule,
    ) -> bool {
        let Some(current) = self.current.map(|current| &self.drafts[current]) else { return false };
        let party = self.people.all[person].party;
        let goes = |guest: usize| {
            move |visit: &&Draft| visit.kind == Kind::Visit && !visit.background && visit.people.contains(&guest)
        };
        let visits = |visit: &Draft| {
            // Of whom nothing tells whose he is, is of the country visited.
            let there = party.is_none() || visit.place.country == party;
            visit.kind == Kind::Visit && !visit.background && visit.place.country.is_some() && there
        };
        let visit = match (guest, &current.people[..]) {
            (Some(guest), _) => self.drafts[self.recent()].iter().rev().find(goes(guest)).map(|visit| (visit, guest)),
            (None, &[guest]) if visits(current) => Some((current, guest)),
            _ => None,
        };
        let Some((visit, traveller)) = visit else { return false };
        let near = guest.is_some() || sentence.block_index <= visit.block + 1;
        let told = self.drafts[self.recent()].iter().any(|draft| draft.people.contains(&person));
        let party = visit.place.country;
        if !near || told || self.people.all[traveller].party == party || !self.is_weighty(person) {
            return false;
        }
        let days = self.days_in(sentence).map(|days| (days, "sentence")).or(visit.days.zip(visit.days_basis));
        let (place, parties) = (visit.place, [self.people.all[traveller].party, party]);
        self.push(Draft {
            people: vec![traveller, person],
            parties: parties.into_iter().flatten().collect(),
            place,
            certainty: 0.5,
            ..Draft::new(Kind::Meeting, days, sentence.tokens.clone(), sentence.block_index, rule)
        });
        true
    }

    /// Whether a sentence may tell of something by its words alone: not "The mayor thinks …", on a page about the town alone.
    pub(crate) fn bears(&self, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
        let named = || side(sentence, mentions, self.people, &self.focus, sentence.tokens.clone());
        !self.domestic || named().people.iter().any(|&person| self.is_weighty(person))
    }

    /// Whether somebody holds an office in which one speaks for a state or a body.
    pub(super) fn is_weighty(&self, person: usize) -> bool {
        !self.people.all[person].offices.iter().all(is_plain)
    }

    /// In a round-up turns to the meeting with whoever speaks for the first time; gives whether there was one.
    pub(crate) fn turns_to(&mut self, candidate: &Candidate) -> bool {
        let [person, ..] = candidate.actor.people.as_slice() else { return false };
        let Some(party) = self.people.all[*person].party else { return false };
        let known = self.drafts[self.recent()].iter().any(|draft| draft.people.contains(person));
        let here = self.current.is_some_and(|current| self.drafts[current].parties.contains(&party));
        if known || here || candidate.actor.referred || candidate.joint || !candidate.spoken {
            return false;
        }
        if let Some(index) = self.met_with(party) {
            self.join(index, *person);
            self.make_current(index);
            return true;
        }
        let met = self.met_among(*person, party);
        let turns = met.is_some();
        met.into_iter().for_each(|meeting| self.push(meeting));
        turns
    }

    /// "Met the leaders of Peru and Oman. *Omani Minister X* thanked …": the meeting in which nobody of a party is named yet.
    pub(super) fn met_with(&self, party: Party) -> Option<usize> {
        let current = &self.drafts[self.current?];
        let of = |person: &usize| self.people.all[*person].party == Some(party);
        self.recent().rev().find(|&index| {
            let draft = &self.drafts[index];
            draft.kind == Kind::Meeting
                && draft.kind == current.kind
                && !draft.background
                && draft.parties.contains(&party)
                && !draft.people.iter().any(of)
                && draft.people.iter().any(|person| current.people.contains(person))
        })
    }

    /// "Met leaders of ASEAN members. *Lao Prime Minister X* thanked …": a meeting of its own with one whose party is of an
    /// organisation met.
    pub(super) fn met_among(&self, person: usize, party: Party) -> Option<Draft> {
        let current = &self.drafts[self.current?];
        let members = |other: &Party| self.page.world().info(*other).members.contains(&party);
        let met = self.recent().rev().map(|index| &self.drafts[index]).find(|draft| {
            draft.kind == Kind::Meeting
                && draft.kind == current.kind
                && draft.aside
                && draft.people.len() == 1
                && draft.people.iter().any(|person| current.people.contains(person))
                && draft.parties.iter().any(members)
        })?;
        let mut meeting = Draft { claims: Vec::new(), people: [&*met.people, &[person]].concat(), ..met.clone() };
        meeting.parties.retain(|other| !members(other));
        meeting.parties.push(party);
        Some(meeting)
    }
}

/// Whether an office is none in which one speaks for a state or a body.
fn is_plain(office: OfficeKind) -> bool {
    matches!(office, OfficeKind::Official | OfficeKind::Spouse)
}

/// The words of a heading that announce a statement, and the office behind them of whoever makes it, where nobody is named with
/// it.
pub(crate) fn made_in_office<'m>(heading: &Sentence<'_>, mentions: &'m [Mention]) -> Option<(Mark, &'m Mention)> {
    let (speech, _) = heading.at(Layer::Triggers, heading.tokens.start).find(|(_, value)| states(value))?;
    let near = speech.end..=speech.end + TOLD;
    let maker = mentions.iter().find(|mention| near.contains(&mention.tokens.start))?;
    let weighty = |offices: Offices| offices.iter().any(|office| !is_plain(office));
    matches!(maker.who, Who::Office(offices) if weighty(offices)).then_some((speech, maker))
}

/// Whether a phrase opens a statement.
fn states(value: &Value) -> bool {
    matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Statement && trigger.opens())
}

/// Whether a word for somebody told of before stands at a token, to whom something is said: "told *him* that", "asked *her* for".
fn calls(sentence: &Sentence<'_>, mentions: &[Mention], at: u32) -> bool {
    let pronoun = |mention: &Mention| {
        mention.tokens.start == at && matches!(mention.who, Who::Reference(Reference::He | Reference::She, _))
    };
    // In some languages the same word is a possessive too, of what would stand behind it.
    let leads = [Link::That, Link::To, Link::Of, Link::In, Link::About, Link::With];
    let small = |at: u32| {
        sentence.tokens.contains(&at)
            && sentence.language.is_function_word(sentence.word(at))
            && sentence.within(Layer::Links, at..at + 1).next().is_none()
    };
    mentions.iter().any(pronoun) || small(at) && leads.into_iter().any(|link| sentence.is_link(at + 1, link))
}

/// Whether somebody is named with an office or a party.
fn titles(mentions: &[Mention], person: usize) -> bool {
    let named = |mention: &&Mention| one(mention) == Some(person);
    mentions.iter().find(named).is_some_and(|mention| mention.tokens.len() > 3)
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    #[test]
    fn a_journey_told_in_an_aside_takes_no_statement() {
        let kinds = |told: &str| -> Vec<String> {
            let text = format!("STOCKHOLM, 6 mars 2025\n\n{told}");
            read(phrases(), "sv", &text).engagements.into_iter().map(|told| told.kind).collect()
        };
        let came = "Perus president Alonso Quiroga, som i tisdags anlände till Oslo,";
        let mut both = kinds(&format!("{came} manar alla länder att avstå från militärt samarbete."));
        both.sort();
        assert_eq!(both, ["statement", "visit"]);
        // Whoever speaks on a journey, and of whom nothing tells whose he is, was met there.
        let went = "Perus president Alonso Quiroga besökte Tokyo i går.";
        assert_eq!(kinds(&format!("{went} Premiärminister Kenta Mori erbjöd sig att köpa gas.")), ["visit", "meeting"]);
        // His colleague has the office that he has.
        let hers = "Hans japanska kollega Kenta Mori efterlyste mer handel.";
        assert_eq!(kinds(&format!("{went} {hers}")), ["visit", "meeting"]);
        // What he says to his hosts is of the journey.
        assert_eq!(kinds(&format!("{came} tackade Norge för hjälpen.")), ["visit"]);
        assert_eq!(
            kinds("Perus president Alonso Quiroga kom i går till Oslo, där han krävde att EU agerar."),
            ["visit"]
        );
    }
}
