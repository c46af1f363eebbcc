//! Acts of diplomacy: a trigger opens one, what follows belongs to it until the next.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Form, Kind, Layer, Level, Link, Mark, NumberKind, Occasion, OfficeKind, Party, Rule, Shape as Stands, Trigger, Value};

use crate::claims::{Candidate, DraftClaim};
use crate::dates::{Clock, Days};
use crate::kinds;
use crate::mentions::{Mention, Who};
use crate::page::{Page, Sentence};
use crate::people::People;
use crate::places::{Place, framed, headed, place};
use crate::scene::{Focus, Side, follows_verb, side};

/// Among how many engagements, from the last back, a text is taken to speak of one again, so that what a long document
/// takes grows no faster than it does.
const BACK: usize = 64;

/// An engagement as it grows.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: Kind,
    pub(crate) people: Vec<usize>,
    /// All parties, those of the people among them.
    pub(crate) parties: Vec<Party>,
    pub(crate) days: Option<Days>,
    pub(crate) days_basis: Option<&'static str>,
    pub(crate) place: Place,
    pub(crate) occasion: Option<Range<u32>>,
    pub(crate) evidence: Range<u32>,
    pub(crate) rule: Rule,
    pub(crate) background: bool,
    pub(crate) certainty: f32,
    pub(crate) block: u32,
    pub(crate) claims: Vec<DraftClaim>,
}

/// What the story has told so far.
pub(crate) struct Story<'a, 'p> {
    pub(crate) page: &'a Page<'p>,
    pub(crate) clock: &'a Clock,
    pub(crate) people: &'a People,
    pub(crate) drafts: Vec<Draft>,
    /// The engagement that claims belong to.
    pub(crate) current: Option<usize>,
    pub(crate) focus: Focus,
    /// Whether questions are asked and answered.
    pub(crate) interview: bool,
    questions: u32,
    /// Whether the sentence is in the words of whoever gives an interview or a speech.
    pub(crate) own_words: bool,
    /// How often an engagement was told of again.
    touched: usize,
    /// Whom the story is about: the person named most.
    lead: Option<usize>,
    /// The [`BACK`] people named last, the latest last.
    named: Vec<usize>,
    /// The day last spoken of in this block.
    context: Option<Days>,
    /// The first day of which the story speaks.
    opening: Option<Days>,
    block: u32,
}

/// A trigger with the words around it.
#[derive(Clone)]
struct Act<'s> {
    mark: Mark,
    /// Whether it stands in a clause about somebody ("who is on a tour of …").
    relative: bool,
    trigger: Trigger,
    rule: Rule,
    /// Words before it that belong to it.
    left: Range<u32>,
    /// Words after it that belong to it.
    right: Range<u32>,
    sentence: &'s Sentence<'s>,
}

impl<'a, 'p> Story<'a, 'p> {
    pub(crate) fn new(page: &'a Page<'p>, clock: &'a Clock, people: &'a People) -> Self {
        Self {
            page,
            clock,
            people,
            drafts: Vec::new(),
            current: None,
            focus: Focus::default(),
            own_words: false,
            lead: None,
            named: Vec::new(),
            interview: false,
            questions: 0,
            touched: 0,
            context: None,
            opening: None,
            block: u32::MAX,
        }
    }

    /// The engagements told last, [`BACK`] at most.
    pub(crate) fn recent(&self) -> Range<usize> {
        self.drafts.len().saturating_sub(BACK)..self.drafts.len()
    }

    /// Finds out whom the story is about.
    pub(crate) fn follow(&mut self, found: &[Vec<Mention>]) {
        let mut counts = vec![0_u32; self.people.all.len()];
        for mention in found.iter().flatten() {
            if let Who::Person(person) = mention.who {
                counts[person] += 1;
            }
        }
        // Of several the one named first.
        self.lead = (0..counts.len()).rev().max_by_key(|&person| counts[person]).filter(|&person| counts[person] > 1);
    }

    /// Reads the engagements of a sentence; those of captions and headings only in passing. Gives whether a trigger
    /// told of one, new or known.
    pub(crate) fn sentence(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
        let before = (self.drafts.len(), self.touched);
        if sentence.block_index != self.block {
            (self.block, self.context) = (sentence.block_index, None);
        }
        for mention in mentions {
            if let Who::Person(person) = mention.who {
                if let Some(place) = self.named.iter().rposition(|&named| named == person) {
                    self.named.remove(place);
                } else if self.named.len() == BACK {
                    self.named.remove(0);
                }
                self.named.push(person);
            }
        }
        self.hear(sentence, mentions);
        let acts = acts(sentence, mentions);
        let mut subject: Option<Side> = None;
        for act in &acts {
            let opened = self.act(act, mentions, subject.as_ref());
            subject = opened.or(subject);
        }
        if acts.is_empty() {
            self.note_dates(sentence);
            self.turn(sentence, mentions);
        }
        self.note_subject(sentence, mentions);
        before != (self.drafts.len(), self.touched)
    }

    /// Notes questions, and who answers: "Ambassador X: …" at the head of a paragraph.
    fn hear(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        self.questions += u32::from(sentence.is(sentence.tokens.end - 1, "?"));
        self.interview |= self.questions > 1 && self.current.is_some_and(|current| self.drafts[current].kind == Kind::Statement);
        let start = sentence.tokens.start;
        let head = mentions.first().filter(|mention| mention.tokens.start <= start + 1 && sentence.is(mention.tokens.end, ":"));
        let Some(head) = head.filter(|_| sentence.block == BlockKind::Paragraph && sentence.tokens.len() > 4) else { return };
        let speaker = side(sentence, mentions, self.people, &self.focus, head.tokens.clone());
        let Some(&person) = speaker.people.first() else { return };
        self.focus.subject = speaker;
        let told = self.recent().find(|&index| self.drafts[index].kind == Kind::Statement && self.drafts[index].people.contains(&person));
        self.interview = true;
        match told {
            Some(index) => self.make_current(index),
            None => {
                let days = self.days_before(false);
                self.push(Draft {
                    kind: Kind::Statement,
                    people: vec![person],
                    parties: self.people.all[person].party.into_iter().collect(),
                    days: days.map(|(days, _)| days),
                    days_basis: days.map(|(_, basis)| basis),
                    place: Place::default(),
                    occasion: None,
                    evidence: head.tokens.clone(),
                    rule: sentence.language.acts.rule(),
                    background: false,
                    certainty: 0.7,
                    block: sentence.block_index,
                    claims: Vec::new(),
                });
            }
        }
    }

    /// Opens what the pack's model finds in a sentence in which no trigger tells of anything.
    pub(crate) fn guess(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        if let Some((kind, certainty)) = kinds::guess(self, sentence, mentions) {
            self.suppose(sentence, mentions, kind, certainty * 0.8);
        }
    }

    /// Opens an engagement of a kind with those whom a sentence names.
    pub(crate) fn suppose(&mut self, sentence: &Sentence<'_>, mentions: &[Mention], kind: Kind, certainty: f32) {
        let start = sentence.dateline_end();
        let act = Act {
            mark: Mark { start, end: start, tail: 0, entry: 0 },
            relative: false,
            trigger: Trigger { kind, shape: Stands::Noun, background: false, future: false, each: false, one: true },
            rule: sentence.language.acts.rule(),
            left: start..start,
            right: start..sentence.tokens.end,
            sentence,
        };
        let all = side(sentence, mentions, self.people, &self.focus, start..sentence.tokens.end);
        let (first, rest) = match kind {
            Kind::Visit | Kind::Statement | Kind::Publication => {
                let people = all.people.first().copied().into_iter().collect();
                let subject = Side { people, ..Side::default() };
                (if subject.is_empty() { Side { people: self.focus.subject.people.clone(), ..Side::default() } } else { subject }, Side { people: Vec::new(), ..all })
            }
            _ => (all, Side::default()),
        };
        let days = self.days(&act);
        let count = self.drafts.len();
        self.open(&act, &first, &rest, days);
        if self.drafts.len() > count {
            self.drafts[count].certainty = certainty;
        }
    }

    /// "With the Foreign Minister of Mongolia, Y, he discussed …": turns to another counterpart, and so opens a meeting.
    fn turn(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let Some(current) = self.current.filter(|_| sentence.block == BlockKind::Paragraph) else { return };
        let start = sentence.dateline_end();
        let Some(first) = mentions.iter().find(|mention| mention.tokens.start >= start && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))) else { return };
        let led = (start..first.tokens.start).any(|at| sentence.link(at, Link::With).is_some() || sentence.link(at, Link::To).is_some());
        let (Who::Person(person), true, true) = (&first.who, led, first.tokens.start <= start + 3) else { return };
        let draft = &self.drafts[current];
        let talks = matches!(draft.kind, Kind::Meeting | Kind::Call | Kind::Visit | Kind::Event);
        if !talks || draft.people.contains(person) {
            return;
        }
        let party = self.people.all[*person].party;
        let rest = side(sentence, mentions, self.people, &self.focus, first.tokens.end..sentence.tokens.end);
        let others = rest.people.iter().chain(&draft.people).copied();
        let Some(other) = others.into_iter().find(|&other| self.people.all[other].party.is_some() && self.people.all[other].party != party) else { return };
        let kind = if draft.kind == Kind::Call { Kind::Call } else { Kind::Meeting };
        let (rule, place, block) = (draft.rule, draft.place, sentence.block_index);
        let days = self.days_before(false);
        let sides = Side { people: vec![*person, other], ..Side::default() };
        let parties = sides.all_parties(self.people);
        let draft = Draft {
            kind,
            people: sides.people,
            parties,
            days: days.map(|(days, _)| days),
            days_basis: days.map(|(_, basis)| basis),
            place,
            occasion: None,
            evidence: start..first.tokens.end.max(start + 1),
            rule,
            background: false,
            certainty: 0.6,
            block,
            claims: Vec::new(),
        };
        match self.same(&draft) {
            Some(index) => self.make_current(index),
            None => self.push(draft),
        }
    }

    /// Remembers the day that a sentence without an act speaks of.
    fn note_dates(&mut self, sentence: &Sentence<'_>) {
        if let Some(days) = sentence.dates().iter().find_map(|date| self.clock.resolve(date, self.context, false)).filter(|_| sentence.block == BlockKind::Paragraph) {
            self.note_days(days);
        }
    }

    /// Remembers who was the subject, for the "he" of the next sentence.
    fn note_subject(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let verb = sentence.marks(Layer::Speech).chain(sentence.marks(Layer::Triggers)).map(|(mark, _)| mark.start).min();
        let until = verb.unwrap_or(sentence.tokens.end);
        let mut found = side(sentence, mentions, self.people, &self.focus, sentence.tokens.start..until);
        if found.is_empty() {
            found = side(sentence, mentions, self.people, &self.focus, until..sentence.tokens.end);
            found.people.truncate(1);
        }
        if !found.is_empty() {
            self.focus.subject = found;
        }
    }

    /// Reads one act; gives its subject.
    fn act(&mut self, act: &Act<'_>, mentions: &[Mention], inherited: Option<&Side>) -> Option<Side> {
        let sentence = act.sentence;
        let (before, after) = (
            side(sentence, mentions, self.people, &self.focus, act.left.clone()),
            side(sentence, mentions, self.people, &self.focus, act.right.clone()),
        );
        let inverts = sentence.language.subject_after_verb && (before.is_empty() || follows_verb(sentence, mentions, &act.left, act.mark.end));
        let (mut subject, object) = match act.trigger.shape {
            Stands::Passive if act.mark.tail > 0 => {
                // "Togs presidenten emot av …": who receives stands behind the gap.
                let part = |tokens| side(sentence, mentions, self.people, &self.focus, tokens);
                let mut received = part(act.right.start..act.mark.tail);
                received.merge(&before);
                (part(act.mark.tail..act.right.end), received)
            }
            Stands::Passive => (after, before),
            Stands::Verb | Stands::Joint if inverts => {
                let (subject, mut object) = inverted(act, mentions, sentence, self, after);
                object.merge(&before);
                (subject, object)
            }
            _ => (before, after),
        };
        if let Some(who) = act.relative.then(|| told_of(sentence, mentions, act.mark.start)).flatten() {
            // "President Murmu, who hosted a banquet": whom the clause is about.
            subject = side(sentence, mentions, self.people, &self.focus, who);
        }
        if act.trigger.kind == Kind::Visit {
            // "At the invitation of President Stubb, …": who invites does not travel.
            let inviters = inviters(sentence, mentions, self.people, &self.focus);
            subject.people.retain(|person| !inviters.contains(person) );
        }
        if subject.is_empty() && act.trigger.shape != Stands::Noun {
            subject = inherited.cloned().unwrap_or_default();
        }
        if matches!(act.trigger.shape, Stands::Anaphor | Stands::Noun) && self.refers_back(act, &subject, &object) {
            return Some(subject).filter(|side| !side.is_empty());
        }
        if subject.is_empty() && act.trigger.shape != Stands::Noun && object.is_empty() {
            return None;
        }
        let days = self.days(act);
        for part in sessions(act) {
            let act = &part;
            for (subject, object) in split(act, &subject, &object, self.people) {
                self.open(act, &subject, &object, days);
            }
        }
        Some(subject).filter(|side| !side.is_empty())
    }

    /// An anaphor or noun that speaks of an engagement already there: makes it current.
    fn refers_back(&mut self, act: &Act<'_>, subject: &Side, object: &Side) -> bool {
        let mut named: Vec<usize> = subject.people.iter().chain(&object.people).copied().collect();
        named.sort_unstable();
        named.dedup();
        let parties: Vec<Party> = subject.all_parties(self.people).into_iter().chain(object.all_parties(self.people)).collect();
        let same_kind = |draft: &Draft| alike(draft.kind, act.trigger.kind);
        let own = self.own_days(act);
        let same_days = |draft: &Draft| draft.days.zip(own).is_none_or(|(old, new)| overlap(old, new));
        let found = self.recent().rev().find(|&index| {
            let draft = &self.drafts[index];
            // "The talks" within a visit are not those of another paragraph.
            let elsewhere = named.is_empty() && draft.block != act.sentence.block_index && self.visiting().is_some();
            same_kind(draft) && same_days(draft) && !elsewhere && named.iter().all(|person| draft.people.contains(person)) && (parties.iter().all(|party| draft.parties.contains(party)))
                && (!named.is_empty() || !parties.is_empty() || Some(index) == self.current || act.trigger.shape == Stands::Anaphor)
        });
        let adding = act.trigger.shape == Stands::Anaphor && act.trigger.one;
        if adding {
            let Some(current) = self.current else { return true };
            for person in named {
                self.join(current, person);
            }
            return true;
        }
        match found {
            Some(index) => {
                let days = self.days(act).filter(|_| self.drafts[index].days.is_none());
                if let Some((days, basis)) = days {
                    (self.drafts[index].days, self.drafts[index].days_basis) = (Some(days), Some(basis));
                }
                self.make_current(index);
                true
            }
            // "During the talks on 17 November" within a visit: host and guest are meant.
            None if matches!(act.trigger.kind, Kind::Conference | Kind::Signing | Kind::Publication) && act.trigger.shape == Stands::Noun && !parties.is_empty() => false,
            None => named.is_empty() && parties.len() < 2 && !(matches!(act.trigger.kind, Kind::Meeting) && (own.is_some() || act.trigger.shape == Stands::Anaphor) && self.visiting().is_some()),
        }
    }

    /// Guest and host, while a visit is spoken of.
    fn visiting(&self) -> Option<Side> {
        let visit = &self.drafts[self.current?];
        let country = visit.place.country.filter(|_| visit.kind == Kind::Visit && !visit.background)?;
        let guest = *visit.people.iter().find(|&&person| self.people.all[person].party != Some(country))?;
        let guest_party = self.people.all[guest].party?;
        let invited = |person: &usize| self.people.all[*person].party == Some(country) && self.named.contains(person);
        let host = self.named.iter().copied().filter(invited).next_back();
        Some(Side { people: [Some(guest), host].into_iter().flatten().collect(), parties: vec![guest_party, country], ..Side::default() })
    }

    /// The days that stand beside an act in figures or by name, not by reference.
    fn own_days(&self, act: &Act<'_>) -> Option<Days> {
        let span = act.left.start..act.right.end;
        let dates = act.sentence.dates().iter().filter(|date| span.contains(&date.start) && !matches!(date.when, packs::When::Context(_)));
        dates.filter_map(|date| self.clock.resolve(date, self.context, act.trigger.future)).find(|days| days.0.as_day().is_some())
    }

    /// Opens a meeting where people of two parties agree on or say something together, and none is told of yet.
    pub(crate) fn speak_together(&mut self, sentence: &Sentence<'_>, candidate: &Candidate) {
        let Some(said) = candidate.said.filter(|said| said.speech.level.is_some()) else { return };
        let parties = Side { parties: Vec::new(), ..candidate.actor.clone() }.all_parties(self.people);
        let together = |draft: &Draft| candidate.actor.people.iter().all(|person| draft.people.contains(person));
        let apart = candidate.actor.people.len() == parties.len() && parties.len() == 2 && !candidate.actor.referred;
        if !apart || sentence.block != BlockKind::Paragraph || self.drafts[self.recent()].iter().any(|draft| !draft.background && (together(draft) || draft.kind == Kind::Conference)) {
            return;
        }
        let told = sentence.dates().iter().find_map(|date| self.clock.resolve(date, self.context, false)).map(|days| (days, "sentence"));
        let days = told.or_else(|| self.days_before(false));
        self.push(Draft {
            kind: Kind::Meeting,
            people: candidate.actor.people.clone(),
            parties,
            days: days.map(|(days, _)| days),
            days_basis: days.map(|(_, basis)| basis),
            place: place(sentence, sentence.tokens.clone(), &[Link::In]).unwrap_or_default(),
            occasion: framed(sentence),
            evidence: candidate.tokens.clone(),
            rule: said.rule,
            background: false,
            certainty: 0.5,
            block: sentence.block_index,
            claims: Vec::new(),
        });
    }

    fn push(&mut self, draft: Draft) {
        self.drafts.push(draft);
        self.make_current(self.drafts.len() - 1);
    }

    /// Opens a statement where somebody speaks who takes no part in the engagement spoken of.
    pub(crate) fn speaks_alone(&mut self, sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
        let (Some(said), [person, ..]) = (candidate.said, candidate.actor.people.as_slice()) else { return false };
        if candidate.actor.referred || candidate.joint || said.speech.level.is_none() {
            return false;
        }
        let Some(party) = self.people.all[*person].party else { return false };
        if let Some(current) = self.current {
            let current = &self.drafts[current];
            let apart = current.kind == Kind::Statement || !current.parties.contains(&party);
            if current.people.contains(person) || !apart {
                return false;
            }
        }
        if let Some(current) = self.current.filter(|&current| self.drafts[current].kind == Kind::Conference) {
            self.join(current, *person);
            return false;
        }
        let told = self.recent().rev().find(|&index| self.drafts[index].people.contains(person) && !self.drafts[index].background);
        if let Some(index) = told {
            self.make_current(index);
            return false;
        }
        let told = sentence.dates().iter().find_map(|date| self.clock.resolve(date, self.context, false)).map(|days| (days, "sentence"));
        let days = told.or_else(|| self.days_before(false));
        self.push(Draft {
            kind: Kind::Statement,
            people: vec![*person],
            parties: vec![party],
            days: days.map(|(days, _)| days),
            days_basis: days.map(|(_, basis)| basis),
            place: Place::default(),
            occasion: None,
            evidence: candidate.tokens.clone(),
            rule: said.rule,
            background: false,
            certainty: 0.6,
            block: sentence.block_index,
            claims: Vec::new(),
        });
        true
    }

    fn join(&mut self, draft: usize, person: usize) {
        let draft = &mut self.drafts[draft];
        if !draft.people.contains(&person) {
            draft.people.push(person);
        }
        if let Some(party) = self.people.all[person].party.filter(|party| !draft.parties.contains(party)) {
            draft.parties.push(party);
        }
    }

    /// The days of an act: by its own words, else by those before in the block.
    fn days(&mut self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let dateline = act.sentence.dateline_end();
        let dates = act.sentence.dates();
        let span = act.left.start.max(dateline)..act.right.end;
        // Those of its own clause first, then the others of the sentence, then the dateline's.
        let rank = |date: &packs::DateMatch| {
            let whole = date.parts.day[0].is_none() && date.parts.weekday.is_none() && matches!(date.when, packs::When::Parts);
            let reach = match () {
                () if span.contains(&date.start) => 0,
                () if date.start < dateline => 3,
                () if date.start < act.mark.start => 1,
                () => 2,
            };
            (reach, whole, date.start.abs_diff(act.mark.start))
        };
        let mut ranked: Vec<&packs::DateMatch> = dates.iter().filter(|date| rank(date).0 < 2 || !act.trigger.background).collect();
        ranked.sort_by_key(|date| rank(date));
        let found = ranked.into_iter().find_map(|date| {
            let (reach, whole, _) = rank(date);
            // A year alone dates what is signed or reviewed, seldom the act.
            let year = whole && date.parts.month[0].is_none() && !act.trigger.background;
            if (reach == 2 && whole) || (year && self.clock.day().is_some()) {
                return None;
            }
            let context = matches!(date.when, packs::When::Context(_));
            let before = if context { self.context.or_else(|| self.days_before(false).map(|(days, _)| days)) } else { self.context };
            let days = self.clock.resolve(date, before, act.trigger.future)?;
            Some((days, if context { "same-day" } else { "sentence" }))
        });
        if let Some((days, _)) = found {
            self.note_days(days);
            return found;
        }
        if act.trigger.background {
            return None;
        }
        self.context.map(|days| (days, "opening"))
    }

    /// Remembers the day spoken of.
    fn note_days(&mut self, days: Days) {
        if days.0.as_day().is_some() {
            self.context = Some(days);
            self.opening = self.opening.or(self.context);
        }
    }

    /// The days of an engagement that says none of its own: those of the one before it, else the page's.
    fn days_before(&self, background: bool) -> Option<(Days, &'static str)> {
        if background {
            return None;
        }
        let before = self.current.map(|current| &self.drafts[current]).into_iter().chain(self.drafts[self.recent()].iter().rev());
        let told = before.filter(|draft| !draft.background && draft.days_basis != Some("page")).find_map(|draft| draft.days).or(self.opening);
        let page = || self.clock.day().map(|day| ((day.into(), day.into()), "page"));
        told.map(|days| (days, "opening")).or_else(page)
    }

    /// Opens an engagement, or adds to one that is the same.
    fn open(&mut self, act: &Act<'_>, subject: &Side, object: &Side, days: Option<(Days, &'static str)>) {
        let kind = act.trigger.kind;
        let sentence = act.sentence;
        let mut taking_part = Side::default();
        let only_subject = matches!(kind, Kind::Visit | Kind::Statement | Kind::Publication);
        let issued = kind == Kind::Publication && !subject.is_empty();
        let sides: &[&Side] = if issued || (only_subject && !subject.people.is_empty()) { &[subject] } else { &[subject, object] };
        for side in sides {
            side.people.iter().for_each(|&person| taking_part.add_person(person));
            side.parties.iter().for_each(|&party| taking_part.add_party(party));
        }
        // "At the meeting with X, both sides …" means the sides of this meeting, "both sides" alone those spoken of.
        let everybody = self.everybody();
        let known = taking_part.people.iter().all(|person| everybody.people.contains(person));
        if sides.iter().any(|side| side.all) && known {
            taking_part.merge(&everybody);
        }
        // "At the talks with President Radev": whoever else is spoken of is the other side.
        let alone = matches!(kind, Kind::Meeting | Kind::Call | Kind::Consultation) && taking_part.all_parties(self.people).len() < 2 && act.trigger.shape != Stands::Drop;
        if alone {
            self.complete(&mut taking_part);
        }
        if matches!(kind, Kind::Signing) && taking_part.all_parties(self.people).len() < 2 && taking_part.people.is_empty() && self.current.is_some() {
            let side = if subject.is_empty() && object.is_empty() { self.everybody() } else { Side { people: Vec::new(), ..self.everybody() } };
            taking_part.merge(&side);
        }
        let links: &[Link] = if kind == Kind::Visit { &[Link::In, Link::To] } else { &[Link::In] };
        let mut place = place(sentence, act.left.start..act.right.end, links).unwrap_or_default();
        if kind == Kind::Visit && place.country.is_none() {
            // "Visited Laos": the object is the place.
            let party = object.parties.iter().copied().find(|&party| self.page.world().is_state(party));
            let city = sentence.within(Layer::Names, act.right.clone()).find_map(|(_, value)| if let Value::City(city) = value { Some(*city) } else { None });
            place = match (party, city) {
                (Some(party), _) => Place { country: Some(party), city: None },
                (None, Some(city)) => Place { country: Some(self.page.world().cities[city as usize].country), city: Some(city) },
                (None, None) => place,
            };
        }
        let mut parties = taking_part.all_parties(self.people);
        if kind == Kind::Visit {
            parties.extend(object.all_parties(self.people).into_iter().chain(place.country));
        }
        let occasion = framed(sentence).or_else(|| matches!(kind, Kind::Conference | Kind::Consultation | Kind::Event | Kind::Signing).then(|| headed(sentence, act.left.start..act.right.end)).flatten());
        let organisations = self.organisations(sentence, act.mark.start..act.right.end);
        let many = |party: &Party| self.page.world().info(*party).members.len() > 2;
        let kind = if kind == Kind::Consultation && organisations.iter().any(many) { Kind::Conference } else { kind };
        if kind == Kind::Conference {
            parties.extend(organisations);
        }
        if matches!(kind, Kind::Publication | Kind::Event) && parties.is_empty() {
            parties.extend(self.people.home);
        }
        let mut unique: Vec<Party> = Vec::new();
        parties.into_iter().for_each(|party| if !unique.contains(&party) { unique.push(party) });
        let enough = match kind {
            Kind::Meeting | Kind::Call => !taking_part.people.is_empty() && (taking_part.people.len() > 1 || unique.len() > 1),
            _ => !unique.is_empty() || !taking_part.people.is_empty(),
        };
        if !enough {
            return;
        }
        let place = if place == Place::default() && !matches!(kind, Kind::Call | Kind::Message | Kind::Visit) { self.place_before(act) } else { place };
        let background = act.trigger.background || matches!(sentence.block, BlockKind::Caption);
        let draft = Draft {
            kind,
            people: taking_part.people,
            parties: unique,
            days: days.map(|(days, _)| days),
            days_basis: days.map(|(_, basis)| basis),
            place,
            occasion,
            evidence: evidence(act),
            rule: act.rule,
            background,
            certainty: if subject.referred || object.referred { 0.7 } else { 0.9 },
            block: sentence.block_index,
            claims: Vec::new(),
        };
        match self.same(&draft) {
            Some(index) => self.merge(index, draft),
            None => {
                let mut draft = draft;
                if draft.days.is_none() {
                    let before = self.days_before(draft.background);
                    (draft.days, draft.days_basis) = (before.map(|(days, _)| days), before.map(|(_, basis)| basis));
                }
                self.drafts.push(draft);
                // What an answer tells of in passing takes no later answers.
                let answer = self.interview && self.current.is_some_and(|current| self.drafts[current].kind == Kind::Statement);
                if !(act.relative && self.current.is_some()) && !answer {
                    self.make_current(self.drafts.len() - 1);
                }
            }
        }
    }

    /// All who take part in what is spoken of; of a visit, guest and host.
    fn everybody(&self) -> Side {
        if let Some(side) = self.visiting() {
            return side;
        }
        let present = &self.focus.present;
        if present.all_parties(self.people).len() > 1 { present.clone() } else { self.focus.pair.clone() }
    }

    /// Adds the other side to one that stands alone.
    fn complete(&self, side: &mut Side) {
        let mine = side.all_parties(self.people);
        if mine.is_empty() {
            return;
        }
        let everybody = self.everybody();
        let lead = self.lead.filter(|&lead| self.visiting().is_none() && self.people.all[lead].party.is_some_and(|party| !mine.contains(&party)));
        let shared = everybody.all_parties(self.people).iter().any(|party| mine.contains(party)) || self.visiting().is_some();
        let other = |person: &usize| self.people.all[*person].party.is_some_and(|party| !mine.contains(&party));
        if let Some(person) = lead.or_else(|| everybody.people.iter().copied().find(other)) {
            side.add_person(person);
        }
        if shared && lead.is_none() {
            everybody.parties.iter().filter(|party| !mine.contains(party)).for_each(|&party| side.add_party(party));
        }
    }

    fn organisations(&self, sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Party> {
        let world = self.page.world();
        let named = sentence.within(Layer::Names, tokens.clone()).filter_map(|(_, value)| match value {
            Value::Party(party, Form::Name | Form::Genitive) if !world.is_state(*party) => Some(*party),
            _ => None,
        });
        let of_series = sentence.within(Layer::Occasions, tokens).filter_map(|(_, value)| match value {
            Value::Occasion(Occasion::Series(series)) => world.series[*series as usize].organisation,
            _ => None,
        });
        named.chain(of_series).collect()
    }

    /// The place last named in the block.
    fn place_before(&self, act: &Act<'_>) -> Place {
        let sentence = act.sentence;
        let here = place(sentence, sentence.tokens.clone(), &[Link::In]);
        here.or_else(|| self.drafts[self.recent()].iter().rev().find(|draft| draft.block == sentence.block_index).map(|draft| draft.place)).unwrap_or_default()
    }

    /// An engagement already there that a new account tells again, among the last [`BACK`].
    fn same(&self, new: &Draft) -> Option<usize> {
        self.recent().rev().find(|&index| self.is_same(&self.drafts[index], new))
    }

    fn is_same(&self, old: &Draft, new: &Draft) -> bool {
        if old.kind != new.kind || !old.days.zip(new.days).is_none_or(|(old, new)| overlap(old, new)) {
            return false;
        }
        let parties = within(&new.parties, &old.parties) || within(&old.parties, &new.parties);
        let people = if new.people.is_empty() || old.people.is_empty() {
            new.people.is_empty() && within(&new.parties, &old.parties) || old.people.is_empty() && within(&old.parties, &new.parties)
        } else {
            within(&new.people, &old.people) || within(&old.people, &new.people)
        };
        if !parties || !people {
            return false;
        }
        let counted = match new.kind {
            // Two ceremonies of one day are two, unless the same words tell of both.
            Kind::Event => old.rule == new.rule || (old.occasion.is_some() && self.same_occasion(old, new)),
            Kind::Conference | Kind::Publication | Kind::Signing => old.occasion.is_none() || new.occasion.is_none() || self.same_occasion(old, new),
            _ => true,
        };
        let place = new.kind != Kind::Visit || old.place.country == new.place.country || old.place.country.is_none() || new.place.country.is_none();
        // "Met many leaders": what is told of one of them is a meeting of its own.
        let umbrella = || matches!(new.kind, Kind::Meeting | Kind::Call) && !within(&new.people, &old.people) && is_umbrella(old, self.people);
        counted && place && !umbrella()
    }

    fn same_occasion(&self, old: &Draft, new: &Draft) -> bool {
        let text = |draft: &Draft| draft.occasion.clone().map(|tokens| self.page.quote(tokens));
        text(old) == text(new)
    }

    fn merge(&mut self, index: usize, new: Draft) {
        let old = &mut self.drafts[index];
        for person in new.people {
            if !old.people.contains(&person) {
                old.people.push(person);
            }
        }
        for party in new.parties {
            if !old.parties.contains(&party) {
                old.parties.push(party);
            }
        }
        if old.days.is_none() {
            (old.days, old.days_basis) = (new.days, new.days_basis);
        }
        if old.place.city.is_none() && (old.place.country.is_none() || new.place.country == old.place.country) && new.place.country.is_some() {
            old.place = new.place;
        }
        old.occasion = old.occasion.take().or(new.occasion);
        if old.background && !new.background {
            (old.background, old.evidence) = (false, new.evidence);
        }
        self.make_current(index);
    }

    fn make_current(&mut self, index: usize) {
        self.touched += 1;
        let draft = &self.drafts[index];
        if !draft.background || self.current.is_none() {
            self.current = Some(index);
            self.focus.present = Side { people: draft.people.clone(), parties: draft.parties.clone(), ..Side::default() };
            if draft.parties.len() > 1 {
                self.focus.pair = self.focus.present.clone();
            }
        }
    }
}

/// Whether a meeting names people of one side alone, and several parties on the other.
pub(crate) fn is_umbrella(draft: &Draft, people: &People) -> bool {
    let mut sides = draft.people.iter().map(|&person| people.all[person].party);
    let first = sides.next();
    draft.parties.len() > 2 && sides.all(|side| Some(side) == first)
}

/// Drops a meeting with many where what it names is told one by one, [`BACK`] before or behind it at most.
pub(crate) fn without_umbrellas(drafts: Vec<Draft>, people: &People) -> Vec<Draft> {
    let told = |index: usize, umbrella: &Draft| {
        let alike = |draft: &&Draft| draft.kind == umbrella.kind && !is_umbrella(draft, people) && umbrella.people.iter().all(|person| draft.people.contains(person));
        drafts[index.saturating_sub(BACK)..drafts.len().min(index + BACK)].iter().filter(alike).nth(1).is_some()
    };
    let drops = |(index, draft): (usize, &Draft)| matches!(draft.kind, Kind::Meeting | Kind::Call) && draft.claims.is_empty() && is_umbrella(draft, people) && told(index, draft);
    let dropped: Vec<bool> = drafts.iter().enumerate().map(drops).collect();
    drafts.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(draft, _)| draft).collect()
}

/// Subject and object where the subject may follow the verb ("träffade premiärminister Chinh ...").
fn inverted(act: &Act<'_>, mentions: &[Mention], sentence: &Sentence<'_>, story: &Story<'_, '_>, after: Side) -> (Side, Side) {
    let first = mentions.iter().find(|mention| act.right.contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective)));
    let Some(first) = first else { return (Side::default(), after) };
    // The part behind a gap ("tog … emot") parts subject from object.
    let cut = if act.mark.tail > 0 { act.mark.tail } else { subject_end(sentence, mentions, first) };
    let part = |tokens| side(sentence, mentions, story.people, &story.focus, tokens);
    (part(act.right.start..cut), part(cut..act.right.end))
}

/// The end of the subject that begins with a mention: it and those joined to it by "and".
fn subject_end(sentence: &Sentence<'_>, mentions: &[Mention], first: &Mention) -> u32 {
    let mut end = first.tokens.end;
    for mention in mentions.iter().filter(|mention| mention.tokens.start >= first.tokens.end) {
        let joined = (end..mention.tokens.start).all(|at| sentence.link(at, Link::And).is_some() || sentence.link(at, Link::Spouse).is_some());
        if mention.tokens.start == end || !joined {
            break;
        }
        end = mention.tokens.end;
    }
    end
}

/// People whom a phrase such as "at the invitation of" leads.
fn inviters(sentence: &Sentence<'_>, mentions: &[Mention], people: &People, focus: &Focus) -> Vec<usize> {
    let leads = sentence.marks(Layer::Speech).filter(|(_, value)| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Drop) || speech.passive));
    leads
        .filter_map(|(mark, _)| mentions.iter().find(|mention| (mark.end..mark.end + 2).contains(&mention.tokens.start)))
        .flat_map(|mention| side(sentence, mentions, people, focus, mention.tokens.clone()).people)
        .collect()
}

/// Whether all of some are among others.
fn within<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    some.iter().all(|one| others.contains(one))
}

/// Whether two spans of days share one.
fn overlap(old: Days, new: Days) -> bool {
    old.0.first_day() <= new.1.last_day() && new.0.first_day() <= old.1.last_day()
}

/// Whether two kinds may speak of one engagement ("the talks" of a consultation).
fn alike(old: Kind, new: Kind) -> bool {
    let talk = |kind| matches!(kind, Kind::Meeting | Kind::Consultation | Kind::Conference | Kind::Call);
    old == new || (talk(old) && talk(new) && !(old == Kind::Call && new != Kind::Meeting))
}

/// The acts of a sentence, each with the words that belong to it.
fn acts<'s>(sentence: &'s Sentence<'s>, mentions: &[Mention]) -> Vec<Act<'s>> {
    let mut acts: Vec<Act<'s>> = Vec::new();
    let dateline = sentence.dateline_end();
    for (mark, value) in sentence.marks(Layer::Triggers) {
        let Value::Trigger(trigger) = value else { continue };
        if trigger.shape == Stands::Drop || acts.last().is_some_and(|act| mark.start < act.mark.tail && act.mark.start != mark.start) {
            continue;
        }
        if let Some(twin) = acts.last().filter(|act| act.mark.start == mark.start) {
            // Of two that begin together the one without a gap counts.
            if !(twin.mark.tail > 0 && mark.tail == 0) {
                continue;
            }
            acts.pop();
        }
        if speaks(sentence, mark) || governed(sentence, mentions, mark, *trigger) {
            continue;
        }
        let each = sentence.marks(Layer::Links).any(|(_, value)| *value == Value::Link(Link::Each));
        let trigger = session(sentence, mark, Trigger { each: trigger.each || each, ..*trigger });
        acts.push(Act {
            mark,
            relative: relative(sentence, mark.start),
            trigger,
            rule: sentence.entry(mark).rule,
            left: dateline.min(mark.start)..mark.start,
            right: swallowed(mentions, mark)..sentence.tokens.end,
            sentence,
        });
    }
    for index in 0..acts.len() {
        let next = acts.get(index + 1).map(|act| act.mark.start);
        let speech = sentence.within(Layer::Speech, acts[index].mark.end.max(acts[index].mark.tail)..sentence.tokens.end).find(|(_, value)| matches!(value, Value::Speech(speech) if speech.level != Some(Level::Drop))).map(|(mark, _)| mark.start);
        let who = (acts[index].mark.end..sentence.tokens.end).find(|&at| sentence.link(at, Link::Who).is_some());
        let end = [next, speech, who].into_iter().flatten().min().unwrap_or(sentence.tokens.end);
        // A subject that follows its verb may stand behind a speech verb's mark only if nothing else is left.
        acts[index].right.end = end.max(acts[index].mark.tail).max(acts[index].mark.end);
        if index > 0 {
            let from = acts[index - 1].mark.end;
            let mut cut = clause_start(sentence, mentions, from, acts[index].mark.start);
            // "Received Defence Minister X, on a visit to …": who stands right before travels.
            if acts[index].trigger.kind == Kind::Visit && cut == acts[index].mark.start {
                let before = mentions.iter().rev().find(|mention| mention.tokens.end <= acts[index].mark.start && matches!(mention.who, Who::Person(_)));
                cut = before.filter(|mention| mention.tokens.end + 3 >= cut && mention.tokens.start >= from).map_or(cut, |mention| mention.tokens.start);
                acts[index].left.start = cut;
                continue;
            }
            acts[index].left.start = cut;
            if cut > from {
                let previous = &mut acts[index - 1];
                previous.right.end = previous.right.end.min(cut).max(previous.mark.end);
            }
        }
    }
    acts
}

/// Whether a clause that "who" or "which" opens holds a token.
fn relative(sentence: &Sentence<'_>, at: u32) -> bool {
    let from = at.saturating_sub(8).max(sentence.tokens.start);
    (from..at).rev().take_while(|&at| !sentence.is(at, ",")).any(|at| sentence.link(at, Link::Who).is_some() && at > sentence.tokens.start)
}

/// The mention right before the "who" of the clause in which a token stands.
fn told_of(sentence: &Sentence<'_>, mentions: &[Mention], at: u32) -> Option<Range<u32>> {
    let who = (at.saturating_sub(8).max(sentence.tokens.start)..at).rev().find(|&at| sentence.link(at, Link::Who).is_some())?;
    let close = |mention: &&Mention| mention.tokens.end <= who && mention.tokens.end + 2 >= who && matches!(mention.who, Who::Person(_) | Who::Office(_));
    mentions.iter().rev().find(close).map(|mention| mention.tokens.clone())
}

/// Where the words behind a trigger begin: with a mention that begins inside it ("hosted the *Prime Minister* of …").
fn swallowed(mentions: &[Mention], mark: Mark) -> u32 {
    let inside = mentions.iter().find(|mention| mention.tokens.start > mark.start && mention.tokens.start < mark.end && mention.tokens.end > mark.end);
    inside.map_or(mark.end, |mention| mention.tokens.start)
}

/// Where the clause of an act begins, after the act before it.
fn clause_start(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> u32 {
    let breaks = (from..to).rev().find(|&at| {
        let sign = sentence.token(at).shape == Shape::Punctuation && matches!(sentence.word(at), ";" | "," | "–" | "—");
        let and = sentence.link(at, Link::And).is_some();
        // The break counts if somebody who acts follows it.
        (sign || and) && mentions.iter().any(|mention| mention.tokens.start > at && mention.tokens.start <= at + 3 && mention.tokens.end <= to && !matches!(mention.who, Who::Name | Who::Party(_)))
    });
    breaks.map_or(to, |at| at + 1)
}

/// Whether the same words are a speech verb here: "called on Japan *to* …" asks, "called on the Minister" meets.
pub(crate) fn speaks(sentence: &Sentence<'_>, mark: Mark) -> bool {
    let speech = sentence.at(Layer::Speech, mark.start).any(|(_, value)| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Act)));
    speech && asks(sentence, mark.end)
}

/// Whether an infinitive follows: "to" before a word in small letters.
fn asks(sentence: &Sentence<'_>, from: u32) -> bool {
    (from..sentence.tokens.end.min(from + 16)).take_while(|&at| !sentence.is(at, ";")).any(|at| {
        sentence.link(at, Link::Infinitive).is_some_and(|next| sentence.tokens.contains(&next) && sentence.token(next).shape == Shape::Lower)
    })
}

/// Whether a speech mark is really a trigger: one begins with the same word, and no infinitive follows.
pub(crate) fn meets(sentence: &Sentence<'_>, mark: Mark) -> bool {
    let trigger = sentence.at(Layer::Triggers, mark.start).any(|(_, value)| matches!(value, Value::Trigger(trigger) if trigger.shape != Stands::Drop));
    trigger && !asks(sentence, mark.end) && sentence.within(Layer::Names, mark.end..sentence.tokens.end).next().is_some()
}

/// Whether a speech verb before the trigger makes it part of what was said.
fn governed(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark, trigger: Trigger) -> bool {
    let said = sentence.within(Layer::Speech, sentence.tokens.start..mark.start).rev().find(|(speech, value)| {
        matches!(value, Value::Speech(speech) if matches!(speech.level, Some(Level::Act | Level::Report))) && speech.end <= mark.start.max(speech.start + 1)
    });
    let Some((speech, _)) = said else { return false };
    if trigger.background || trigger.kind == Kind::Statement {
        return false;
    }
    // "… and then witnessed the signing", "informed that President X will visit": a clause of its own.
    let before = || mark.start.saturating_sub(3).max(speech.end)..mark.start;
    let asked = before().chain([mark.start]).any(|at| sentence.link(at, Link::Infinitive).is_some());
    let goes_on = !asked && before().any(|at| sentence.link(at, Link::And).is_some());
    let finite = matches!(trigger.shape, Stands::Verb | Stands::Joint | Stands::Passive);
    let person = mentions.iter().find(|mention| mention.tokens.start >= speech.end && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective)));
    let named = person.is_some_and(|mention| mention.tokens.start <= speech.end + 2 && mention.tokens.end <= mark.start && matches!(mention.who, Who::Person(_)) && reports(sentence, speech));
    let fresh = clause_start(sentence, mentions, speech.end, mark.start);
    fresh == mark.start && !(goes_on && finite) && !named
}

/// Whether a speech mark only reports.
fn reports(sentence: &Sentence<'_>, mark: Mark) -> bool {
    matches!(&sentence.entry(mark).value, Value::Speech(speech) if speech.level == Some(Level::Report))
}

/// What pairs of sides the act brings together: one for each where the objects are met one by one.
fn split(act: &Act<'_>, subject: &Side, object: &Side, people: &People) -> Vec<(Side, Side)> {
    let whole = || vec![(subject.clone(), object.clone())];
    if !matches!(act.trigger.kind, Kind::Meeting | Kind::Call) || act.trigger.one || matches!(act.trigger.shape, Stands::Noun | Stands::Anaphor) {
        return whole();
    }
    let party = |person: usize| people.all[person].party;
    let mine = subject.all_parties(people);
    let others: Vec<usize> = object.people.iter().copied().filter(|&person| party(person).is_none_or(|party| !mine.contains(&party)) || mine.is_empty()).collect();
    let taken: Vec<Option<Party>> = others.iter().map(|&person| party(person)).collect();
    let several = others.len() > 1 && taken.windows(2).any(|pair| pair[0] != pair[1]);
    let one_by_one = others.len() > 2 || act.trigger.each || apart(&others, people);
    // Those met whose names are not said: "the ambassadors of Colombia and Panama".
    let unnamed = object.parties.iter().copied().filter(|party| !mine.contains(party) && !taken.contains(&Some(*party)));
    let unnamed: Vec<Party> = if act.trigger.each || others.is_empty() { unnamed.collect() } else { Vec::new() };
    if others.len() + unnamed.len() > 1 && !subject.is_empty() && (several || one_by_one || others.is_empty()) {
        let people = others.into_iter().map(|person| Side { people: vec![person], ..Side::default() });
        let parties = unnamed.into_iter().map(|party| Side { parties: vec![party], ..Side::default() });
        return people.chain(parties).map(|object| (subject.clone(), object)).collect();
    }
    if (act.trigger.each || apart(&subject.people, people)) && subject.people.len() > 1 && others.len() <= 1 {
        return subject.people.iter().map(|&person| (Side { people: vec![person], ..subject.clone() }, object.clone())).collect();
    }
    whole()
}

/// Whether these lead different branches of a state, and so are met each in turn.
fn apart(some: &[usize], people: &People) -> bool {
    let branch = |&person: &usize| {
        [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment, OfficeKind::LegislatureHead, OfficeKind::PartyLeader]
            .into_iter()
            .find(|&office| people.all[person].offices.has(office))
    };
    let branches: Vec<_> = some.iter().map(branch).collect();
    let all_lead = branches.iter().all(Option::is_some);
    all_lead && (1..branches.len()).all(|index| !branches[..index].contains(&branches[index]))
}

/// "The 63rd meeting of the committee": a numbered meeting is a session of a standing body.
fn session(sentence: &Sentence<'_>, mark: Mark, trigger: Trigger) -> Trigger {
    let noun = trigger.kind == Kind::Meeting && matches!(trigger.shape, Stands::Noun | Stands::Anaphor);
    if !noun || !(ordinal(sentence, mark.start.saturating_sub(2).max(sentence.tokens.start)..mark.start + 1) || ordinal(sentence, mark.end..(mark.end + 2).min(sentence.tokens.end))) {
        return trigger;
    }
    Trigger { kind: Kind::Consultation, shape: Stands::Noun, ..trigger }
}

/// Whether some tokens hold an ordinal number.
fn ordinal(sentence: &Sentence<'_>, tokens: Range<u32>) -> bool {
    // The first of all is seldom one of a row.
    sentence.within(Layer::Figures, tokens).any(|(_, value)| match value {
        Value::Number(number, NumberKind::Ordinal) => *number > 1.0,
        Value::Number(_, kind) => matches!(kind, NumberKind::OrdinalSuffix | NumberKind::OrdinalPrefix),
        _ => false,
    })
}

/// The sessions that one act lists: "took part in the plenary; the retreat; the 32nd ARF".
fn sessions<'s>(act: &Act<'s>) -> Vec<Act<'s>> {
    let sentence = act.sentence;
    let named = |tokens: &Range<u32>| sentence.within(Layer::Occasions, tokens.clone()).any(|(_, value)| matches!(value, Value::Occasion(Occasion::Head | Occasion::Series(_))));
    let numbered = |at: u32| (sentence.is(at, ",") || sentence.link(at, Link::And).is_some()) && ordinal(sentence, at + 1..(at + 4).min(act.right.end));
    let signs = (act.right.start..act.right.end).filter(|&at| sentence.is(at, ";") || numbered(at));
    let cuts: Vec<u32> = std::iter::once(act.right.start).chain(signs.map(|at| at + 1)).chain([act.right.end]).collect();
    let parts: Vec<Range<u32>> = cuts.windows(2).map(|pair| pair[0]..pair[1]).filter(|part| named(part)).collect();
    if !matches!(act.trigger.kind, Kind::Conference | Kind::Consultation) || parts.len() < 2 {
        return vec![act.clone()];
    }
    parts.into_iter().map(|right| Act { right, ..act.clone() }).collect()
}

/// The words that say so: from just before the trigger to a little after it.
fn evidence(act: &Act<'_>) -> Range<u32> {
    let start = act.mark.start.saturating_sub(6).max(act.left.start);
    let end = (act.mark.end + 12).min(act.sentence.tokens.end).max(act.mark.end);
    start..end
}
