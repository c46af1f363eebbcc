//! A story as it is told: its engagements so far, the one spoken of, and whom and what day its words mean.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{
    ClaimType, DateMatch, Form, Kind, Layer, Level, Link, Mark, Occasion, OfficeKind, Party, Reference, Rule,
    Shape as Stands, Topics, Trigger, Value, Weights,
};

use crate::acts::{Act, acts};
use crate::claims::{Candidate, DraftClaim};
use crate::dates::{Clock, Days};
use crate::drafts::{BACK, Draft, within};
use crate::engagements::{Along, earlier, is_dated, restates};
use crate::features::Weighed;
use crate::kinds;
use crate::mentions::{Mention, Who};
use crate::page::{Page, Sentence};
use crate::people::People;
use crate::places::{framed, headed, place};
use crate::scene::{Focus, Side, side};
use crate::sides::inviters;
use crate::stretches::{Stretch, stretches};

/// How likely it must be by its words that a sentence tells of a statement, where somebody speaks in it whom nothing else
/// brings in.
const LIKELY: f32 = 0.1;
/// So many tokens, such as "after" or "having", may stand before an act that heads a sentence.
const FRONTED: u32 = 2;
/// So many tokens has a line of a list that names a guest.
const LISTED: usize = 16;
/// Within so many tokens a line of a list names its document.
const HEADED: u32 = 12;
/// Within so many tokens a line of a list names whom it is about.
const LEAD: u32 = 3;
/// Within so many tokens behind a verb of saying stands to whom it is said.
const TOLD: u32 = 4;
/// Within so many blocks behind what is told of a gathering others speak there.
const GATHERED: u32 = 1;
/// What a line of a list begins with.
const LIST_SIGNS: [&str; 8] = ["-", "–", "—", "•", "·", "*", "→", "▪"];
/// How many tokens may stand beside the date in a heading.
const BESIDE: u32 = 2;

/// What is the same however often a story is told: what each sentence says, whoever is meant, and what models say of it.
pub(crate) struct Kept<'s> {
    /// The acts of each sentence.
    pub(crate) acts: Vec<Vec<Act<'s>>>,
    pub(crate) stretches: Vec<Vec<Stretch>>,
    pub(crate) weighed: Weighed,
}

impl<'s> Kept<'s> {
    pub(crate) fn new(sentences: &'s [Sentence<'s>], found: &[Vec<Mention>]) -> Self {
        let told =
            || sentences.iter().zip(found).map(|(sentence, mentions)| (sentence, &**mentions, sentence.in_story()));
        Self {
            acts: told().map(|(one, mentions, told)| if told { acts(one, mentions) } else { Vec::new() }).collect(),
            stretches: told()
                .map(|(one, mentions, told)| if told { stretches(one, mentions) } else { Vec::new() })
                .collect(),
            weighed: Weighed::with_room(sentences.len()),
        }
    }
}

/// The days of which a story has spoken.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spoken {
    /// The last in this block.
    pub(crate) context: Option<Days>,
    /// The one before the page's of which its title says that it tells.
    pub(crate) titled: Option<Days>,
    /// The last single day anywhere.
    pub(crate) last: Option<Days>,
    /// The one that "the day before" counts from: spoken of before the sentence.
    pub(crate) before: Option<Days>,
    /// The one that the heading above gives.
    pub(crate) heading: Option<Days>,
    /// The first of the story.
    pub(crate) opening: Option<Days>,
}

/// What a story has told before those who take part in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waiting {
    /// A call or session that names nobody: its kind and where it stands.
    pub(crate) session: Option<(Kind, u32, u32)>,
    /// A ceremony that names nobody, before those who meet behind it in its sentence.
    pub(crate) ceremony: Option<(Range<u32>, Rule)>,
    /// Who was said to come along with somebody of whom the sentence tells nothing yet.
    pub(crate) along: Option<Along>,
}

/// What the story has told so far.
pub(crate) struct Story<'a, 'p> {
    pub(crate) page: &'a Page<'p>,
    pub(crate) clock: &'a Clock,
    pub(crate) people: &'a People,
    pub(crate) kept: &'a Kept<'a>,
    /// Who is named in each sentence.
    found: &'a [Vec<Mention>],
    pub(crate) drafts: Vec<Draft>,
    /// The engagement that claims belong to.
    pub(crate) current: Option<usize>,
    pub(crate) focus: Focus,
    /// Whether questions are asked and answered.
    pub(crate) interview: bool,
    pub(crate) questions: u32,
    /// The signing whose documents a list below it names, and whether one was named yet.
    pub(crate) listing: Option<(usize, bool)>,
    /// The meeting of those of one party whose guests a list below names, and whether one was named yet.
    meetings: Option<(usize, bool)>,
    /// Whether a document asks so often that it must be an interview.
    pub(crate) questioned: bool,
    /// Whether the sentence is in the words of whoever gives an interview or a speech.
    pub(crate) own_words: bool,
    /// How often an engagement was told of again.
    pub(crate) touched: usize,
    /// What was told before those who take part in it.
    pub(crate) waiting: Waiting,
    /// Whom the story is about: the person named most.
    pub(crate) lead: Option<usize>,
    /// Whose diary the page is: who does what its lines tell without saying who.
    pub(crate) owner: Option<Side>,
    pub(crate) spoken: Spoken,
    /// What the document speaks of most.
    pub(crate) theme: Option<Topics>,
    /// What was last spoken of, and in which block.
    pub(crate) heard: Option<(u32, Topics)>,
    /// Whether the document names no party but its own.
    pub(crate) domestic: bool,
    pub(crate) block: u32,
}

impl<'a, 'p> Story<'a, 'p> {
    pub(crate) fn new(page: &'a Page<'p>, clock: &'a Clock, people: &'a People, kept: &'a Kept<'a>) -> Self {
        Self {
            found: &[],
            page,
            clock,
            people,
            kept,
            drafts: Vec::new(),
            current: None,
            focus: Focus::default(),
            own_words: false,
            lead: None,
            owner: None,
            interview: false,
            questions: 0,
            listing: None,
            meetings: None,
            questioned: false,
            touched: 0,
            waiting: Waiting::default(),
            spoken: Spoken::default(),
            theme: None,
            heard: None,
            domestic: false,
            block: u32::MAX,
        }
    }

    /// Finds out whom the story is about.
    pub(crate) fn follow(&mut self, found: &'a [Vec<Mention>]) {
        self.found = found;
        let mut counts = vec![0_u32; self.people.all.len()];
        for mention in found.iter().flatten() {
            if let Who::Person(person) = mention.who {
                counts[person] += 1;
            }
        }
        // Of several the one named first.
        self.lead = (0..counts.len()).rev().max_by_key(|&person| counts[person]).filter(|&person| counts[person] > 1);
        self.focus.lead = self.lead;
    }

    /// Notes whose diary the page is: it is about them, and "the Minister" means them.
    pub(crate) fn keep(&mut self, owner: Option<Side>) {
        self.focus.owner = owner.as_ref().and_then(|owner| owner.people.first().copied());
        self.focus.unnamed_owner = owner.as_ref().is_some_and(|owner| owner.unnamed);
        self.owner = owner;
    }

    /// The engagements told last, [`BACK`] at most.
    pub(crate) fn recent(&self) -> Range<usize> {
        self.drafts.len().saturating_sub(BACK)..self.drafts.len()
    }

    /// Reads the engagements of a sentence; those of captions and headings only in passing. Gives whether a trigger
    /// told of one, new or known.
    pub(crate) fn sentence(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
        let before = (self.drafts.len(), self.touched);
        if sentence.block_index != self.block {
            (self.block, self.spoken.context) = (sentence.block_index, self.spoken.heading);
        }
        self.head(sentence);
        if sentence.dates().iter().any(|date| matches!(date.when, packs::When::Context(_))) {
            self.spoken.before = self.spoken.context.or_else(|| self.days_before(false).map(|(days, _)| days));
        }
        for mention in mentions {
            if let Who::Person(person) = mention.who {
                self.focus.name(person, mention.tokens.start);
            }
        }
        let listed = self.met_in_turn(sentence, mentions);
        if !listed {
            self.hear(sentence, mentions);
        }
        self.focus.delegation = leader(sentence, mentions).or(self.focus.delegation);
        let acts = &self.kept.acts[sentence.index];
        let mut subject: Option<Side> = None;
        // "Having met Premier Holm on Monday, President Osei flew on": the subject of both stands behind the first.
        if let [first, next, ..] = acts.as_slice() {
            let fronted = first.mark.start <= sentence.dateline_end() + FRONTED
                && !mentions.iter().any(|mention| first.left.contains(&mention.tokens.start));
            let ahead = side(sentence, mentions, self.people, &self.focus, next.left.clone());
            subject = Some(ahead).filter(|ahead| fronted && !ahead.people.is_empty());
            // "Under sitt besök i Algeriet höll presidenten samtal": whoever acts then is the guest.
            if fronted && subject.is_none() && first.trigger.kind == Kind::Visit && first.trigger.shape == Stands::Noun
            {
                subject = Some(self.sides(next, mentions, None).0).filter(|side| !side.people.is_empty());
            }
        }
        if let Some(lead) = acts.first().and_then(|first| self.goes_on_meeting(first, mentions)) {
            self.focus.subject = Side { people: vec![lead], ..Side::default() };
        }
        for act in acts {
            let opened = self.act(act, mentions, subject.as_ref());
            subject = opened.or(subject);
        }
        if before == (self.drafts.len(), self.touched) {
            self.note_dates(sentence);
        }
        if acts.is_empty() {
            self.turn(sentence, mentions);
            self.list(sentence, mentions);
        }
        self.note_subject(sentence, mentions);
        let told = before != (self.drafts.len(), self.touched);
        if told {
            let opens = sentence.is(sentence.tokens.end - 1, ":");
            let signed = self.drafts.last().is_some_and(|last| last.kind == Kind::Signing);
            let hosted = self.drafts.last().is_some_and(receives_several);
            let meets = (!listed && self.lists_people(sentence))
                .then(|| (before.0..self.drafts.len()).rev().find(|&index| self.meets_several(&self.drafts[index])))
                .flatten();
            self.listing = (opens && signed || hosted).then(|| (self.drafts.len() - 1, false));
            let goes_on = listed || !sentence.heads_block();
            self.meetings = meets.map(|index| (index, false)).or(self.meetings.filter(|_| goes_on));
        }
        told
    }

    /// "Talking with the Speaker, *he* emphasised …": whom the story is about goes on to the next, not who spoke last.
    fn goes_on_meeting(&self, act: &Act<'_>, mentions: &[Mention]) -> Option<usize> {
        let lead = self.lead.filter(|lead| self.focus.present.people.contains(lead))?;
        let behind = || mentions.iter().filter(|mention| act.right.contains(&mention.tokens.start));
        let fronted = act.mark.start <= act.sentence.dateline_end() + FRONTED;
        if !fronted || act.trigger.kind != Kind::Meeting || act.trigger.shape != Stands::Noun {
            return None;
        }
        let pronoun = behind().find_map(|mention| match mention.who {
            Who::Reference(Reference::He | Reference::She, gender) => Some((mention.tokens.start, gender)),
            _ => None,
        });
        let (at, gender) = pronoun.filter(|&(at, _)| at > act.right.start && act.sentence.is(at - 1, ","))?;
        let met = behind().any(|mention| mention.tokens.start < at && mention.who == Who::Person(lead));
        (!met && self.focus.may_be(self.people, lead, gender)).then_some(lead)
    }

    /// One of those whom a list names behind "the King received ambassadors": a reception of its own.
    fn guest(&mut self, sentence: &Sentence<'_>, mentions: &[Mention], hosted: usize, named: bool) -> bool {
        let told = |mention: &Mention| match mention.who {
            Who::Person(person) => Some((person, self.people.all[person].party?)),
            _ => None,
        };
        let mut guests = mentions.iter().filter_map(told);
        // What ends the list may end with a stop.
        let line = sentence.heads_block()
            && sentence.tokens.len() <= LISTED
            && (named || !sentence.is(sentence.tokens.end - 1, "."))
            && sentence.marks(Layer::Triggers).next().is_none();
        // "The King received new ambassadors. *At the audiences he received:*".
        if sentence.is(sentence.tokens.end - 1, ":") {
            return false;
        }
        // Alone at first, then behind the first guest's.
        let host = self.drafts[hosted].parties.get(usize::from(named)).copied();
        let (guest, host) = match (guests.next(), guests.next(), host) {
            (Some(guest), None, Some(host)) if line && guest.1 != host => (guest, host),
            _ => {
                self.listing = None;
                return false;
            }
        };
        let mut draft = self.drafts[hosted].clone();
        (draft.people, draft.parties) = (vec![guest.0], vec![guest.1, host]);
        (draft.evidence, draft.block) = (sentence.tokens.clone(), sentence.block_index);
        draft.claims.clear();
        if named {
            self.push(draft);
        } else {
            self.drafts[hosted] = draft;
        }
        self.listing = Some((hosted, true));
        true
    }

    /// Whether a list follows whose first line names somebody: behind a colon, or with a sign at its head.
    pub(crate) fn lists_people(&self, sentence: &Sentence<'_>) -> bool {
        let document = self.page.document;
        let blocks = document.blocks();
        let place = sentence.block_index as usize;
        let last = blocks[place].sentences.end as usize == sentence.index + 1;
        let Some(next) = blocks.get(place + 1).filter(|_| last) else { return false };
        let Some(line) = document.sentences().get(next.sentences.start as usize) else { return false };
        let start = line.tokens.start;
        let sign = LIST_SIGNS.contains(&self.page.quote(start..start + 1));
        // Not the first words of a conversation: "– Minister, you were in Lima."
        let names = |mention: &Mention| {
            matches!(mention.who, Who::Person(_) | Who::Office(_)) && mention.tokens.start <= start + LEAD
        };
        let found = self.found.get(next.sentences.start as usize);
        (sentence.is(sentence.tokens.end - 1, ":") || sign) && found.is_some_and(|found| found.iter().any(names))
    }

    /// Whether something was told of those of one party alone, who met whom a list below may name.
    fn meets_several(&self, draft: &Draft) -> bool {
        let of = |&person: &usize| self.people.all[person].party;
        let party = draft.people.first().and_then(of);
        matches!(draft.kind, Kind::Meeting | Kind::Call)
            && !draft.background
            && party.is_some()
            && draft.people.iter().all(|person| of(person) == party)
    }

    /// One of those whom a list names behind "on the margins she met:": a meeting of its own. What else is said of them may stand
    /// behind.
    fn met_in_turn(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
        if sentence.block != BlockKind::Paragraph {
            return false;
        }
        let Some((meeting, named)) = self.meetings.filter(|_| sentence.heads_block()) else { return false };
        // Whom the line is about, not of whom it then tells.
        let lead = sentence.tokens.start + LEAD;
        let until =
            mentions.iter().filter(|mention| mention.tokens.start <= lead).map(|mention| mention.tokens.end).max();
        let head = sentence.tokens.start..until.unwrap_or(lead);
        let met = side(sentence, mentions, self.people, &self.focus, head);
        let own = self.drafts[meeting].people.first().and_then(|&person| self.people.all[person].party);
        let parties = met.all_parties(self.people);
        let other = parties.iter().copied().find(|&party| Some(party) != own);
        let of = |person: &&usize| self.people.all[**person].party == other;
        let guests: Vec<usize> = met.people.iter().filter(of).copied().collect();
        let (Some(own), Some(other)) = (own, other.filter(|_| !guests.is_empty() || met.unnamed)) else {
            // A line that names nobody known is of the list all the same.
            let start = sentence.tokens.start;
            self.meetings = self.meetings.filter(|_| LIST_SIGNS.contains(&self.page.quote(start..start + 1)));
            return false;
        };
        let mut draft = self.drafts[meeting].clone();
        if let Some(days) = self.days_in(sentence) {
            (draft.days, draft.days_basis) = (Some(days), Some("sentence"));
        }
        // Those of the list before are none of this one.
        draft.people.retain(|&person| self.people.all[person].party == Some(own));
        draft.people.extend(guests);
        draft.parties = vec![own, other];
        (draft.evidence, draft.block) = (sentence.tokens.clone(), sentence.block_index);
        if named {
            draft.claims.clear();
            self.push(draft);
        } else {
            self.drafts[meeting] = draft;
            self.make_current(meeting);
        }
        self.meetings = Some((meeting, true));
        true
    }

    /// One of the documents that a list names behind "the following were signed:": a signing of its own.
    pub(crate) fn item(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) -> bool {
        let Some((signing, named)) = self.listing else { return false };
        if self.drafts[signing].kind != Kind::Signing {
            return self.guest(sentence, mentions, signing, named);
        }
        let head = sentence.tokens.start..(sentence.tokens.start + HEADED).min(sentence.tokens.end);
        let document = sentence
            .within(Layer::Occasions, head)
            .any(|(_, value)| matches!(value, Value::Occasion(Occasion::Head)))
            .then(|| headed(sentence, sentence.tokens.clone()))
            .flatten();
        let Some(document) = document else {
            self.listing = None;
            return false;
        };
        let mut draft = self.drafts[signing].clone();
        (draft.occasion, draft.evidence, draft.block) = (Some(document), sentence.tokens.clone(), sentence.block_index);
        draft.claims.clear();
        if named {
            self.push(draft);
        } else {
            draft.claims = std::mem::take(&mut self.drafts[signing].claims);
            self.drafts[signing] = draft;
        }
        self.listing = Some((signing, true));
        true
    }

    /// The words from here to a later sentence are somebody's: opens the statement of which that sentence tells.
    pub(crate) fn speaks_from_here(&mut self, told: &Sentence<'_>, mentions: &[Mention], person: usize) {
        let speaks = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Statement && trigger.opens());
        if told.marks(Layer::Triggers).any(|(_, value)| speaks(value)) {
            self.sentence(told, mentions);
        }
        self.focus.subject = Side { people: vec![person], ..Side::default() };
    }

    /// Notes the day of a heading that is nothing but a date: what stands below it is of that day.
    pub(crate) fn head(&mut self, sentence: &Sentence<'_>) {
        let [date] = sentence.dates() else { return };
        let alone = sentence.tokens.len() as u32 <= date.end - date.start + BESIDE;
        if alone && sentence.tokens.start > 0 && date.parts.year == [None; 2] {
            self.spoken.heading = self.clock.resolve(date, None, false);
            self.spoken.context = self.spoken.heading;
        }
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
        let Some(head) = head.filter(|_| sentence.block == BlockKind::Paragraph && sentence.tokens.len() > 4) else {
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

    /// "Received the credentials of two ambassadors. *They are X of France and Y of Kenya*": who is listed takes part in what
    /// was told.
    fn list(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let mut named = mentions.iter().filter(|mention| !matches!(mention.who, Who::Name | Who::Party(_)));
        let they = |mention: &&Mention| mention.tokens.start <= sentence.tokens.start + 1;
        let they = named.next().filter(they).map(|mention| &mention.who);
        let people: Option<Vec<usize>> =
            named.map(|mention| if let Who::Person(person) = mention.who { Some(person) } else { None }).collect();
        let says = sentence.marks(Layer::Speech).next().is_some();
        if let (Some(current), Some(Who::Reference(Reference::They | Reference::Both, _)), Some(people), false) =
            (self.current, they, people, says)
        {
            people.into_iter().for_each(|person| self.join(current, person));
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

    /// "With the Foreign Minister of Mongolia, Y, he discussed …": turns to another counterpart, and so opens a meeting; to
    /// more of them in "with Minister X trade was discussed, *with President Y* the war".
    pub(crate) fn turn(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let Some(current) = self.current.filter(|_| sentence.block == BlockKind::Paragraph) else { return };
        let start = sentence.dateline_end();
        let acts = |mention: &&Mention| {
            mention.tokens.start >= start && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
        };
        let Some(first) = mentions.iter().find(acts) else { return };
        let leads = |at: u32| [Link::With, Link::To].into_iter().any(|link| sentence.link(at, link).is_some());
        let led = (start..first.tokens.start).any(leads) && first.tokens.start <= start + 3;
        let Some(person) = one(first).filter(|_| led) else { return };
        let draft = &self.drafts[current];
        let talks = matches!(draft.kind, Kind::Meeting | Kind::Call | Kind::Visit | Kind::Event | Kind::Conference);
        if !talks || draft.people.contains(&person) {
            return;
        }
        let again = |mention: &&Mention| {
            let at = mention.tokens.start;
            at > first.tokens.end + 1 && sentence.link(at - 1, Link::With) == Some(at) && sentence.is(at - 2, ",")
        };
        let further: Vec<(usize, Range<u32>)> = mentions
            .iter()
            .filter(again)
            .filter_map(|mention| Some((one(mention)?, mention.tokens.start - 1..mention.tokens.end)))
            .collect();
        let rest = side(sentence, mentions, self.people, &self.focus, first.tokens.end..sentence.tokens.end);
        // Of a pronoun whom the story is about is meant, not who spoke last.
        let named = |person: &usize| self.focus.names_since(*person, first.tokens.end);
        let others = rest.people.iter().filter(|person| further.iter().all(|(other, _)| other != *person));
        let named = others.clone().any(named);
        let lead = self.lead.filter(|lead| !named && draft.people.contains(lead));
        let others: Vec<usize> = lead.iter().chain(others).chain(&draft.people).copied().collect();
        let met = draft.clone();
        let first = (person, start..first.tokens.end.max(start + 1));
        for (person, words) in std::iter::once(first).chain(further) {
            self.turn_to(&met, person, &others, words, sentence.block_index);
        }
    }

    /// Opens the meeting of somebody with the first of some others who is of another party, like the one spoken of.
    fn turn_to(&mut self, spoken: &Draft, person: usize, others: &[usize], words: Range<u32>, block: u32) {
        let party = |person: usize| self.people.all[person].party;
        let other = |&other: &usize| party(other).is_some_and(|theirs| Some(theirs) != party(person));
        let Some(other) = others.iter().copied().find(other) else { return };
        let kind = if spoken.kind == Kind::Call { Kind::Call } else { Kind::Meeting };
        let (occasion, occasion_session) = match spoken.kind {
            Kind::Meeting => (spoken.occasion.clone(), spoken.occasion_session),
            _ => Default::default(),
        };
        let days = self.days_before(false);
        let sides = Side { people: vec![person, other], ..Side::default() };
        let parties = sides.all_parties(self.people);
        let draft = Draft {
            people: sides.people,
            parties,
            place: spoken.place,
            occasion,
            occasion_session,
            ..Draft::new(kind, days, words, block, spoken.rule)
        };
        match self.same(&draft) {
            Some(index) => self.make_current(index),
            None => self.push(draft),
        }
    }

    /// Remembers the day that a sentence without an act speaks of.
    pub(crate) fn note_dates(&mut self, sentence: &Sentence<'_>) {
        if let Some(days) = self.days_in(sentence).filter(|_| sentence.block == BlockKind::Paragraph) {
            self.note_days(days);
        }
    }

    /// Remembers who was the subject, for the "he" of the next sentence.
    pub(crate) fn note_subject(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        if mentions.is_empty() {
            return;
        }
        let verb =
            sentence.marks(Layer::Speech).chain(sentence.marks(Layer::Triggers)).map(|(mark, _)| mark.start).min();
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

    /// The days of a sentence's first date that can be told, of what came before and of its dateline only where nothing else is.
    pub(crate) fn days_in(&self, sentence: &Sentence<'_>) -> Option<Days> {
        let dateline = sentence.dateline_end();
        let mut dates: Vec<&DateMatch> = sentence.dates().iter().filter(|date| !is_dated(sentence, date)).collect();
        dates.sort_by_key(|date| (date.start < dateline, earlier(sentence, date), restates(sentence, date)));
        dates.into_iter().find_map(|date| {
            let days = self.clock.resolve(date, self.spoken.context, false)?;
            Some(self.spoken.titled.filter(|_| date.start < dateline).unwrap_or(days))
        })
    }

    /// The days of what a sentence tells of, by its own words, else by those before it, and how they are known.
    fn days_by(&self, sentence: &Sentence<'_>) -> Option<(Days, &'static str)> {
        // A year that is spoken of is no better than the day of the story.
        let before = self.days_before(false).filter(|(days, _)| days.0.as_day().is_some());
        let told = self.days_in(sentence).filter(|days| days.0.as_day().is_some() || before.is_none());
        told.map(|days| (days, "sentence")).or_else(|| self.days_before(false))
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
        let Some(party) = self.people.all[*person].party else { return false };
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
        if let Some(current) = self.current {
            let current = &self.drafts[current];
            let apart = current.kind == Kind::Statement || !current.parties.contains(&party);
            if current.people.contains(person) || !apart {
                return false;
            }
        }
        let told = self
            .recent()
            .rev()
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
        if scores.map_or(!reacts, |scores| kinds::alone(scores) < likely) {
            return false;
        }
        let days = self.days_by(sentence);
        self.push(Draft {
            people: vec![*person],
            parties: vec![party],
            ..Draft::new(Kind::Statement, days, candidate.tokens.clone(), sentence.block_index, said.rule)
        });
        true
    }

    /// "She voiced concern *to President Y*": who of the country visited is spoken to by a guest, and takes part in nothing told.
    fn hears(&self, sentence: &Sentence<'_>, mentions: &[Mention], guest: usize, behind: Range<u32>) -> Option<usize> {
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
    fn traveller(&self) -> Option<(usize, Party)> {
        let current = &self.drafts[self.current?];
        let talks = matches!(current.kind, Kind::Visit | Kind::Meeting | Kind::Call) && !current.background;
        let told = self.drafts[self.recent()].iter().rev();
        let mut visits = told.filter(|draft| draft.kind == Kind::Visit && !draft.background);
        let visit = visits.find(|visit| visit.people.iter().any(|guest| current.people.contains(guest)))?;
        let (guest, country) = (visit.people.first().copied()?, visit.place.country?);
        (talks && self.people.all[guest].party != Some(country)).then_some((guest, country))
    }

    /// Whether somebody is of the country to which a guest came, or nothing says that he is of the guest's.
    fn is_of_host(&self, person: usize, guest: usize, country: Party) -> bool {
        let (known, guest) = (&self.people.all[person], &self.people.all[guest]);
        known.party == Some(country)
            || !known.said
                && known.party == guest.party
                && known.offices.0 & guest.offices.0 == 0
                && self.is_weighty(person)
    }

    /// "Minister X visited Beijing. *Her Chinese counterpart Y asked* the EU …": on a journey of which the words before tell, who
    /// speaks for the country visited was met there; opens that meeting. So was who speaks to the guest, or is spoken to.
    fn receives(&mut self, sentence: &Sentence<'_>, (person, guest): (usize, Option<usize>), rule: Rule) -> bool {
        let Some(current) = self.current.map(|current| &self.drafts[current]) else { return false };
        let party = self.people.all[person].party;
        let goes = |guest: usize| {
            move |visit: &&Draft| visit.kind == Kind::Visit && !visit.background && visit.people.contains(&guest)
        };
        let visits = |visit: &Draft| {
            visit.kind == Kind::Visit && !visit.background && party.is_some() && visit.place.country == party
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
    fn is_weighty(&self, person: usize) -> bool {
        let plain = |office| matches!(office, OfficeKind::Official | OfficeKind::Spouse);
        !self.people.all[person].offices.iter().all(plain)
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
    fn met_with(&self, party: Party) -> Option<usize> {
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
    fn met_among(&self, person: usize, party: Party) -> Option<Draft> {
        let current = &self.drafts[self.current?];
        let members = |other: &Party| self.page.world().info(*other).members.contains(&party);
        let met = self.recent().rev().map(|index| &self.drafts[index]).find(|draft| {
            draft.kind == Kind::Meeting
                && draft.kind == current.kind
                && draft.occasion.is_some()
                && draft.people.len() == 1
                && draft.people.iter().any(|person| current.people.contains(person))
                && draft.parties.iter().any(members)
        })?;
        let mut meeting = Draft { claims: Vec::new(), people: [&*met.people, &[person]].concat(), ..met.clone() };
        meeting.parties.retain(|other| !members(other));
        meeting.parties.push(party);
        Some(meeting)
    }

    pub(crate) fn push(&mut self, draft: Draft) {
        self.drafts.push(draft);
        self.make_current(self.drafts.len() - 1);
    }

    pub(crate) fn join(&mut self, draft: usize, person: usize) {
        let draft = &mut self.drafts[draft];
        if !draft.people.contains(&person) {
            draft.people.push(person);
        }
        if let Some(party) = self.people.all[person].party.filter(|party| !draft.parties.contains(party)) {
            draft.parties.push(party);
        }
    }

    pub(crate) fn make_current(&mut self, index: usize) {
        self.touched += 1;
        let draft = &self.drafts[index];
        if !draft.background || self.current.is_none() {
            self.current = Some(index);
            self.focus.present.hold(&draft.people, &draft.parties);
            if draft.parties.len() > 1 {
                self.focus.pair.hold(&draft.people, &draft.parties);
            }
        }
    }

    /// "Minister X pays a working visit to Peru", above a story of nothing but what was said there: opens the journey of which
    /// titles alone tell.
    pub(crate) fn titled_visit(&mut self, sentences: &[Sentence<'_>], found: &[Vec<Mention>]) {
        let told = |draft: &Draft| draft.kind == Kind::Visit && !draft.background;
        let visits = |sentence: &Sentence<'_>| {
            let acts = self.kept.acts[sentence.index].first();
            acts.is_some_and(|act| act.trigger.kind == Kind::Visit && !act.trigger.background)
        };
        let titles = sentences.iter().zip(found).filter(|(sentence, _)| sentence.block == BlockKind::Title);
        let Some((title, mentions)) = titles.clone().find(|(sentence, _)| visits(sentence)) else { return };
        if self.drafts.iter().any(told) {
            return;
        }
        let before = self.drafts.len();
        self.sentence(title, mentions);
        let titled = self.drafts.split_off(before);
        let visits = titled.into_iter().filter(|draft| told(draft) && draft.parties.len() > 1);
        for mut visit in visits {
            // When somebody came is told with what was done there.
            let there = |draft: &&Draft| !draft.background && within(&visit.parties, &draft.parties);
            if let Some(first) = self.drafts[..before].iter().find(there).filter(|_| visit.days_basis == Some("page")) {
                (visit.days, visit.days_basis) = (first.days, first.days_basis);
            }
            self.drafts.push(visit);
        }
    }

    /// Opens what the pack's model finds in a sentence in which no trigger tells of anything.
    pub(crate) fn guess(&mut self, sentence: &Sentence<'_>, mentions: &[Mention], scores: &Weights) {
        let found = kinds::guess(self, sentence, mentions, scores).filter(|_| self.bears(sentence, mentions));
        if let Some((kind, certainty)) = found {
            // Whom an interview presents talks to whoever asks.
            let presents = self.questioned && self.drafts.is_empty() && kind == Kind::Meeting;
            let kind = if presents { Kind::Statement } else { kind };
            // Whoever speaks at a conference takes part in it.
            let there = |draft: &Draft| {
                draft.kind == Kind::Conference && !draft.background && sentence.block_index <= draft.block + 1
            };
            if kind == Kind::Statement && self.current.is_some_and(|current| there(&self.drafts[current])) {
                return;
            }
            // "“We condemn the attack of 9 September …": what a statement says, below what tells of it.
            let quoted = sentence.token(sentence.tokens.start).shape == Shape::Punctuation;
            let stated = |draft: &Draft| draft.kind == Kind::Statement && !draft.background;
            if kind == Kind::Statement && quoted && self.current.is_some_and(|current| stated(&self.drafts[current])) {
                return;
            }
            self.suppose(sentence, mentions, kind, certainty * 0.8);
        }
    }

    /// Opens an engagement of a kind with those whom a sentence names.
    pub(crate) fn suppose(&mut self, sentence: &Sentence<'_>, mentions: &[Mention], kind: Kind, certainty: f32) {
        let start = sentence.dateline_end();
        let act = Act {
            mark: Mark { start, end: start, tail: 0, entry: 0 },
            relative: false,
            trigger: Trigger { one: true, ..Trigger::new(kind, Stands::Noun) },
            rule: sentence.language.acts.rule(),
            left: start..start,
            right: start..sentence.tokens.end,
            further: false,
            sentence,
        };
        let mut all = side(sentence, mentions, self.people, &self.focus, start..sentence.tokens.end);
        if kind == Kind::Visit {
            // "The call was part of a journey at the invitation of Director X".
            let inviters = inviters(sentence, mentions, self.people, &self.focus);
            all.people.retain(|person| !inviters.contains(person));
            if all.people.is_empty() && !inviters.is_empty() {
                // Whose journey was told goes on.
                let told = self.current.map(|current| &self.drafts[current]);
                let guest = told.filter(|told| told.kind == Kind::Visit).and_then(|told| told.people.first());
                all.people.extend(guest.filter(|guest| !inviters.contains(guest)));
            }
        }
        if let Some(owner) = self.owner.as_ref().filter(|_| all.people.is_empty()) {
            all.merge(owner);
        }
        let (first, rest) = match kind {
            Kind::Visit | Kind::Statement | Kind::Publication => {
                let people = all.people.first().copied().into_iter().collect();
                let subject = Side { people, ..Side::default() };
                (
                    if subject.is_empty() && kind != Kind::Publication {
                        Side { people: self.focus.subject.people.clone(), ..Side::default() }
                    } else {
                        subject
                    },
                    Side { people: Vec::new(), ..all },
                )
            }
            _ => (all, Side::default()),
        };
        let days = self.days(&act);
        let count = self.drafts.len();
        self.open(&act, mentions, &first, &rest, days);
        if self.drafts.len() > count {
            self.drafts[count].certainty = certainty;
        }
    }
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
    mentions.iter().any(pronoun) || small(at) && leads.into_iter().any(|link| sentence.link(at + 1, link).is_some())
}

/// Whether somebody is named with an office or a party.
fn titles(mentions: &[Mention], person: usize) -> bool {
    let named = |mention: &&Mention| one(mention) == Some(person);
    mentions.iter().find(named).is_some_and(|mention| mention.tokens.len() > 3)
}

/// The person whom a mention names.
fn one(mention: &Mention) -> Option<usize> {
    if let Who::Person(person) = mention.who { Some(person) } else { None }
}

/// "The delegation of Peru's congress led *by Speaker X*": who leads one.
fn leader(sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<usize> {
    let led = |at: u32| at > sentence.tokens.start && sentence.link(at - 1, Link::By) == Some(at);
    let delegations = mentions.iter().enumerate().rev();
    let mut delegations =
        delegations.filter(|(_, mention)| matches!(mention.who, Who::Reference(Reference::Delegation, _)));
    delegations.find_map(|(index, delegation)| {
        let near = delegation.tokens.end + HEADED;
        let behind = mentions[index + 1..].iter().take_while(|mention| mention.tokens.start <= near);
        let mut named = behind.filter(|mention| led(mention.tokens.start));
        named.find_map(one)
    })
}

/// "The King received departing ambassadors": whether somebody of one party alone received those whom nothing names yet.
fn receives_several(draft: &Draft) -> bool {
    let hosts = matches!(draft.kind, Kind::Meeting | Kind::Event) && !draft.background;
    hosts && draft.people.is_empty() && draft.parties.len() == 1
}
