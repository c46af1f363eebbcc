//! A story as it is told: its engagements so far, the one spoken of, and whom and what day its words mean.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{DateMatch, Form, Kind, Layer, Link, Mark, Reference, Rule, Shape as Stands, Topics, Trigger, Weights};

use self::lists::receives_several;
use crate::acts::{Act, acts};
use crate::claims::Candidate;
use crate::dates::{Clock, Days, is_full};
use crate::drafts::{BACK, Draft, within};
use crate::engagements::{Along, earlier, is_dated, restates};
use crate::features::Weighed;
use crate::kinds;
use crate::mentions::{Mention, Who};
use crate::page::{Page, Sentence};
use crate::people::People;
use crate::scene::{Focus, Side, side};
use crate::sides::inviters;
use crate::stretches::{Stretch, stretches};

mod lists;
pub(crate) mod speaking;

/// So many tokens, such as "after" or "having", may stand before an act that heads a sentence.
const FRONTED: u32 = 2;
/// Within so many tokens a line of a list names its document.
const HEADED: u32 = 12;
/// How many tokens may stand beside the date in a heading.
const BESIDE: u32 = 2;
/// Within so many blocks behind a meeting the story turns to it again by naming whom it was with.
const TURNED: u32 = 4;

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
    /// The one on which the last that is told to end did.
    pub(crate) ended: Option<Days>,
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
    /// The words above the lines that list what is agreed, asked or pledged.
    pub(crate) list_head: Option<Candidate>,
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
            list_head: None,
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

    /// Notes the day of a heading that is nothing but a date: what stands below it is of that day.
    pub(crate) fn head(&mut self, sentence: &Sentence<'_>) {
        let [date] = sentence.dates() else { return };
        let alone = sentence.tokens.len() as u32 <= date.end - date.start + BESIDE;
        let diary = self.owner.is_some();
        if alone && sentence.tokens.start > 0 && (date.parts.year == [None; 2] || diary && !is_full(date)) {
            self.spoken.heading = self.clock.resolve(date, None, false);
            self.spoken.context = self.spoken.heading;
        }
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
        let leads = |at: u32| [Link::With, Link::To].into_iter().any(|link| sentence.is_link(at, link));
        let led = (start..first.tokens.start).any(leads) && first.tokens.start <= start + 3;
        let Some(person) = one(first).filter(|_| led) else { return };
        let draft = &self.drafts[current];
        let talks = matches!(draft.kind, Kind::Meeting | Kind::Call | Kind::Visit | Kind::Event | Kind::Conference);
        if !talks || draft.people.contains(&person) {
            return;
        }
        // "Met Ministers X and Y. … *With Minister Y* he agreed": the meeting with them told before.
        let met = |index: &usize| {
            let told = &self.drafts[*index];
            let both = told.people.contains(&person) && told.people.iter().any(|other| draft.people.contains(other));
            both && told.kind == draft.kind && !told.background && told.block + TURNED >= sentence.block_index
        };
        if let Some(index) = self.recent().rev().find(met) {
            self.make_current(index);
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
            let said = matches!(kind, Kind::Statement | Kind::Message);
            if said && quoted && self.current.is_some_and(|current| stated(&self.drafts[current])) {
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
