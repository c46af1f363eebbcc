//! Who says it: the subject of every verb of a sentence that tells or says something.

use std::ops::Range;

use document::Shape;
use packs::{Form, Layer, Level, Link, NumberKind, Reference, Value};

use crate::addressees::{capital, pair, sides};
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::scene::{Side, follows_verb, led, side};
use crate::story::Story;
use crate::stretches::{Said, Stretch, ends_speech};

/// The most words between "and" or "who" and the verb that it leads to.
const REACH: u32 = 3;

/// A verb of a sentence with its subject.
struct Verb {
    tokens: Range<u32>,
    /// Whether it says something.
    says: bool,
    /// Whether it stands in a clause about somebody ("who said …").
    relative: bool,
    subject: Side,
}

/// A verb before its subject is known.
enum Telling<'s> {
    /// It opens an engagement.
    Acts(Range<u32>),
    /// It says something, as the lead of a stretch.
    Says(&'s Stretch),
}

impl Telling<'_> {
    fn tokens(&self) -> Range<u32> {
        match self {
            Self::Acts(tokens) => tokens.clone(),
            Self::Says(stretch) => stretch.lead.mark.start..stretch.lead.mark.end,
        }
    }
}

/// The subject of each stretch; empty where the sentence names none.
pub(crate) fn speakers(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    stretches: &[Stretch],
) -> Vec<Side> {
    if stretches.is_empty() {
        return Vec::new();
    }
    let verbs = verbs(story, sentence, mentions, stretches);
    let mut speakers: Vec<Side> = verbs.into_iter().filter(|verb| verb.says).map(|verb| verb.subject).collect();
    // "Noting that …, Xi said": who speaks comes later.
    for index in (0..speakers.len().saturating_sub(1)).rev() {
        if speakers[index].is_empty() {
            speakers[index] = speakers[index + 1].clone();
        }
    }
    speakers
}

/// Who acts in a sentence that tells what happened and in which nobody says anything.
pub(crate) fn subject(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<Side> {
    let clause = Clause { story, sentence, mentions };
    let mut before: Vec<Verb> = Vec::new();
    for telling in tellings(sentence, &[]) {
        let verb = clause.verb(&telling, &before);
        if !verb.relative && !verb.subject.is_empty() {
            return Some(verb.subject);
        }
        before.push(verb);
    }
    None
}

fn verbs(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], stretches: &[Stretch]) -> Vec<Verb> {
    let clause = Clause { story, sentence, mentions };
    let tellings = tellings(sentence, stretches);
    let mut verbs: Vec<Verb> = Vec::with_capacity(tellings.len());
    for telling in tellings {
        verbs.push(clause.verb(&telling, &verbs));
    }
    verbs
}

/// The verbs of a sentence in their order.
fn tellings<'s>(sentence: &Sentence<'_>, stretches: &'s [Stretch]) -> Vec<Telling<'s>> {
    let mut all: Vec<Telling<'s>> = stretches.iter().map(Telling::Says).collect();
    let taken = |tokens: &Range<u32>| {
        stretches.iter().any(|stretch| stretch.lead.mark.start < tokens.end && tokens.start < stretch.lead.mark.end)
    };
    for (mark, value) in sentence.marks(Layer::Triggers) {
        let tokens = mark.start..mark.end;
        if matches!(value, Value::Trigger(trigger) if trigger.is_finite()) && !taken(&tokens) {
            all.push(Telling::Acts(tokens));
        }
    }
    all.sort_by_key(|telling| telling.tokens().start);
    // Several lines of a pack may have the same verb.
    all.dedup_by(|next, before| next.tokens() == before.tokens());
    all
}

struct Clause<'c, 'a, 'p> {
    story: &'c Story<'a, 'p>,
    sentence: &'c Sentence<'c>,
    mentions: &'c [Mention],
}

impl Clause<'_, '_, '_> {
    fn verb(&self, telling: &Telling<'_>, before: &[Verb]) -> Verb {
        let tokens = telling.tokens();
        let from = before
            .last()
            .map_or(self.sentence.dateline_end().min(tokens.start), |verb| verb.tokens.end.min(tokens.start));
        let of = |subject: Side, relative: bool| Verb {
            tokens: tokens.clone(),
            says: matches!(telling, Telling::Says(_)),
            relative,
            subject,
        };
        if let Telling::Says(stretch) = telling
            && let Some(subject) = self.told_by_mark(&stretch.lead)
        {
            return of(subject, false);
        }
        if let Some(host) = self.behind_clause(from..tokens.start, before, tokens.end) {
            return of(host, false);
        }
        if let Some(who) = self.who(from..tokens.start) {
            // "For being a partner that ratified": of things the main clause's subject stays.
            // "Minister X praised the talks with Peru, *while insisting* that …": nor is it whom the verb before speaks of.
            let goes_on = main(before).is_some() && self.sentence.is_link(who, Link::When);
            let antecedent = self.antecedent(who).filter(|_| !goes_on).map(|mention| self.side(mention.tokens.clone()));
            if let Some(subject) = antecedent.or_else(|| main(before).map(|verb| verb.subject.clone())) {
                return of(subject, true);
            }
        }
        if let Some(subject) = self.continued(from..tokens.start, before, tokens.end) {
            return of(subject, before.last().is_some_and(|verb| verb.relative && self.plain_and(tokens.start)));
        }
        let found = self.own(from..tokens.start, tokens.end);
        let subject =
            if found.is_empty() { main(before).map(|verb| verb.subject.clone()).unwrap_or_default() } else { found };
        of(subject, false)
    }

    /// A subject that the speech mark itself settles: a passive's agent, all sides, a mention inside the mark, or a
    /// speaker behind the report of what came before.
    fn told_by_mark(&self, lead: &Said) -> Option<Side> {
        let mark = lead.mark;
        if lead.speech.passive {
            // "Greetings were conveyed to the President by the Envoy".
            let by =
                (mark.end.saturating_sub(1)..self.sentence.tokens.end).find_map(|at| self.sentence.link(at, Link::By));
            let agent =
                by.and_then(|by| self.mentions.iter().find(|mention| (by..by + 3).contains(&mention.tokens.start)));
            return Some(agent.map(|agent| self.side(agent.tokens.clone())).unwrap_or_default());
        }
        if lead.speech.all {
            let by = (mark.end.saturating_sub(1)..mark.end + 1).find_map(|at| self.sentence.link(at, Link::By));
            let agent = by.and_then(|by| self.acting().find(|mention| (by..by + 2).contains(&mention.tokens.start)));
            return Some(agent.map_or(Side { all: true, referred: true, ..Side::default() }, |agent| {
                self.side(agent.tokens.clone())
            }));
        }
        // "Japan will", "we are ready to".
        if let Some(inside) =
            self.acting().find(|mention| mention.tokens.start <= mark.start && mention.tokens.end > mark.start)
        {
            return Some(self.side(inside.tokens.clone())).filter(|side| !side.is_empty());
        }
        // "…, said Wang".
        let report = lead.speech.level == Some(Level::Report)
            && mark.start > self.sentence.tokens.start
            && ends_speech(self.sentence, mark.start - 1);
        (report && !self.apposed(mark.start)).then(|| self.behind(mark.end, 2)).flatten()
    }

    /// "*Wang, who is on a visit to Peru,* said both countries are friends": whether what somebody says begins behind a clause
    /// about whoever heads the sentence, and is not told by whoever stands behind the verb.
    fn apposed(&self, verb: u32) -> bool {
        let Some(first) = self.acting().next() else { return false };
        let heads = matches!(first.who, Who::Person(_)) && first.tokens.start <= self.sentence.dateline_end() + 1;
        let clause = first.tokens.end + 1..verb - 1;
        heads && !clause.is_empty() && self.sentence.is(first.tokens.end, ",") && self.sentence.is(clause.end, ",")
    }

    /// "När han tog emot ambassadören *uttryckte presidenten* …": who acts stands behind the verb that a clause leads.
    fn behind_clause(&self, words: Range<u32>, before: &[Verb], end: u32) -> Option<Side> {
        let start = self.sentence.dateline_end();
        let ([clause], true) = (before, self.sentence.language.subject_after_verb) else { return None };
        let named = self.mentions.iter().any(|mention| mention.tokens.start == start);
        let reports = self.sentence.has_link(words.clone(), Link::That);
        (!clause.says && !named && !reports && self.joint(words).is_none()).then(|| self.behind(end, 1)).flatten()
    }

    /// Where "who" stands that leads to the verb behind these words.
    fn who(&self, words: Range<u32>) -> Option<u32> {
        let near = words.end.saturating_sub(REACH + 1).max(words.start)..words.end;
        let who = near.rev().find(|&at| self.sentence.is_link(at, Link::Who))?;
        let acted = self.acting().any(|mention| (who + 1..words.end).contains(&mention.tokens.start));
        (!acted).then_some(who)
    }

    /// Whom "who" means.
    fn antecedent(&self, who: u32) -> Option<&Mention> {
        self.acting().filter(|mention| mention.tokens.end <= who && mention.tokens.end + 2 > who).last()
    }

    /// The subject of the verb before, where "and" or a comma goes on with it and nobody else stands between.
    fn continued(&self, words: Range<u32>, before: &[Verb], end: u32) -> Option<Side> {
        let last = before.last()?;
        let joint = self.joint(words.clone())?;
        if self.acting().any(|mention| (joint..words.end).contains(&mention.tokens.start)) {
            return None;
        }
        let and = self.plain_and(words.end);
        // "Vid mötet, som hölls i Hanoi, tackade X": the clause about something is over.
        let inverts = self.sentence.language.subject_after_verb && self.behind(end, REACH).is_some();
        if last.relative && !and {
            let main = main(before);
            if main.is_none() && self.apposed(words.end) {
                return Some(last.subject.clone());
            }
            return if main.is_none() && inverts { None } else { main.or(Some(last)).map(|verb| verb.subject.clone()) };
        }
        Some(last.subject.clone()).filter(|side| !side.is_empty())
    }

    /// Where "and" or a comma ends that stands close before the verb behind these words.
    fn joint(&self, words: Range<u32>) -> Option<u32> {
        (words.end.saturating_sub(REACH).max(words.start)..words.end).rev().find_map(|at| {
            self.sentence
                .link(at, Link::And)
                .or_else(|| (self.sentence.is(at, ",") || self.sentence.is(at, ";")).then_some(at + 1))
        })
    }

    /// Whether "and" without a comma before it stands close before a verb.
    fn plain_and(&self, verb: u32) -> bool {
        let near = verb.saturating_sub(REACH).max(self.sentence.tokens.start)..verb;
        near.rev()
            .find(|&at| self.sentence.is_link(at, Link::And))
            .is_some_and(|at| !self.sentence.is(at.saturating_sub(1), ","))
    }

    /// The subject that stands before a verb, or right behind it where the language allows.
    fn own(&self, words: Range<u32>, end: u32) -> Side {
        let inverts = self.sentence.language.subject_after_verb;
        if inverts
            && follows_verb(self.sentence, self.mentions, &words, end)
            && let Some(subject) = self.behind(end, REACH)
        {
            return subject;
        }
        self.body(words.clone())
            .or_else(|| self.stranger(&words))
            .or_else(|| self.nearest(words.clone(), end))
            .or_else(|| self.capital(words))
            .unwrap_or_default()
    }

    /// Somebody of whom nothing tells who they are, right before the verb: of the side of the talks for which nobody else is
    /// named.
    fn stranger(&self, words: &Range<u32>) -> Option<Side> {
        let last = self.mentions.iter().rfind(|mention| words.contains(&mention.tokens.start))?;
        let nobody = match last.who {
            Who::Name => true,
            Who::Person(person) => self.story.people.all[person].party.is_none(),
            _ => false,
        };
        let near = nobody && words.end <= last.tokens.end + 1 && !led(self.sentence, last, words.start);
        let draft = &self.story.drafts[self.story.current.filter(|_| near)?];
        let sides = sides(self.story);
        let people = &self.story.people.all;
        let mut alone =
            sides.iter().copied().filter(|party| draft.people.iter().all(|&other| people[other].party != Some(*party)));
        let side = alone.next().filter(|_| sides.len() == 2 && alone.next().is_none())?;
        let people = if let Who::Person(person) = last.who { vec![person] } else { Vec::new() };
        Some(Side { people, parties: vec![side], unnamed: true, ..Side::default() })
    }

    /// "The Santomean Party thanked": a party's adjective with a noun right before the verb, and nobody else there.
    fn body(&self, words: Range<u32>) -> Option<Side> {
        let near = words.end.saturating_sub(REACH).max(words.start)..words.end;
        let adjective = self.mentions.iter().rfind(|mention| near.contains(&mention.tokens.start))?;
        let plain = |at: u32| {
            self.sentence.token(at).shape != Shape::Punctuation
                && self.sentence.within(Layer::Links, at..at + 1).next().is_none()
        };
        let noun = adjective.tokens.end..words.end;
        let fits = matches!(adjective.who, Who::Party(Form::Adjective | Form::Genitive | Form::Demonym))
            && (!noun.is_empty() || adjective.who == Who::Party(Form::Demonym))
            && noun.clone().all(plain)
            && !led(self.sentence, adjective, words.start);
        let party = adjective.party.filter(|_| fits)?;
        Some(Side { parties: vec![party], unnamed: true, ..Side::default() })
    }

    /// The first who acts within some words behind a verb, with those joined to it.
    fn behind(&self, end: u32, reach: u32) -> Option<Side> {
        let first = self.acting().find(|mention| (end..end + reach).contains(&mention.tokens.start))?;
        let until = self.joined_to(first);
        Some(self.side(first.tokens.start..until)).filter(|side| !side.is_empty())
    }

    /// The end of somebody and those that "and" joins to them.
    fn joined_to(&self, first: &Mention) -> u32 {
        let mut end = first.tokens.end;
        for mention in self.acting().filter(|mention| mention.tokens.start >= first.tokens.end) {
            let between = end..mention.tokens.start;
            if between.is_empty()
                || between.len() > 2
                || !between.clone().all(|at| self.sentence.is_link(at, Link::And))
            {
                break;
            }
            end = mention.tokens.end;
        }
        end
    }

    /// The subject in the words before a verb: the mentions of its clause, joined where "and" joins them.
    fn nearest(&self, words: Range<u32>, end: u32) -> Option<Side> {
        let acting: Vec<&Mention> = self.acting().filter(|mention| words.contains(&mention.tokens.start)).collect();
        let free = |mention: &&Mention| !led(self.sentence, mention, self.sentence.tokens.start);
        // "Georgia took in children from Ukraine, and will send": the first, where "and" goes on from a verb that no pack
        // knows; else the last that no small word such as "with" or "in" leads.
        let goes_on =
            self.joint(words.clone()).is_some_and(|joint| acting.iter().all(|mention| mention.tokens.end < joint));
        // "President X and his Omani counterpart, *Y, agreed*": the comma closes what the one before it opens.
        let closed = acting.last().is_some_and(|last| {
            let opened = last.tokens.clone().any(|at| self.sentence.is(at, ","));
            opened && last.tokens.end + 1 == words.end && self.sentence.is(last.tokens.end, ",")
        });
        let pair = |pair: &[&Mention]| self.joins(pair[0].tokens.end..pair[1].tokens.start);
        let closed = closed && acting.windows(2).next_back().is_some_and(pair);
        let first = acting.iter().position(free).filter(|_| goes_on && !closed);
        let index = first.or_else(|| acting.iter().rposition(free)).or_else(|| acting.len().checked_sub(1))?;
        let mut from = acting[index].tokens.start;
        let mut and = false;
        for pair in acting[..=index].windows(2).rev() {
            let between = pair[0].tokens.end..pair[1].tokens.start;
            and |= self.sentence.has_link(between.clone(), Link::And);
            let joined = and && self.goes_between(between);
            if !joined {
                break;
            }
            from = pair[0].tokens.start;
        }
        let found = self.side(from..acting[index].tokens.end);
        let found = self.apart(found, acting[index], end);
        (!found.is_empty()).then_some(found)
    }

    /// Whether some words join two of whom a sentence says the same: "*and*", "*and the*", "*, and his Omani*".
    fn joins(&self, between: Range<u32>) -> bool {
        self.sentence.has_link(between.clone(), Link::And) && self.goes_between(between)
    }

    /// Whether some words may stand between two whom "and" joins.
    fn goes_between(&self, between: Range<u32>) -> bool {
        let small = |at: &u32| self.sentence.is_link(*at, Link::And) || self.sentence.is(*at, ",") || self.article(*at);
        let plain = between.clone().filter(|&at| !self.adjective(at));
        !between.is_empty() && plain.clone().count() <= 2 && plain.into_iter().all(|at| small(&at))
    }

    /// Whether a token is the adjective of a party that says whose the next is: "X and his *Omani* counterpart".
    fn adjective(&self, at: u32) -> bool {
        let own = |mention: &&Mention| matches!(mention.who, Who::Party(Form::Adjective | Form::Genitive));
        self.mentions.iter().filter(own).any(|mention| mention.tokens.contains(&at))
    }

    /// Whether a small word that leads nowhere stands behind "and": "Peru and *the* Netherlands".
    fn article(&self, at: u32) -> bool {
        let sentence = self.sentence;
        let small = sentence.token(at).shape == Shape::Lower && sentence.language.is_function_word(sentence.word(at));
        small && sentence.at(Layer::Links, at).next().is_none() && sentence.link(at - 1, Link::And) == Some(at)
    }

    /// "He invited Yoon": a pronoun never means whom the same clause names as its object.
    fn apart(&self, found: Side, mention: &Mention, end: u32) -> Side {
        let ([person], Who::Reference(Reference::He | Reference::She, gender)) =
            (found.people.as_slice(), &mention.who)
        else {
            return found;
        };
        let object =
            |other: &Mention| (end..end + REACH).contains(&other.tokens.start) && other.who == Who::Person(*person);
        if !self.mentions.iter().any(object) {
            return found;
        }
        let people = self.story.people;
        let others = || {
            self.story
                .focus
                .present
                .people
                .iter()
                .copied()
                .filter(|other| other != person && people.all[*other].party != people.all[*person].party)
        };
        let fits = |other: &usize| people.all[*other].gender.is_none() || people.all[*other].gender == *gender;
        let other = others().find(fits).or_else(|| others().next());
        other.map_or(found, |other| Side { people: vec![other], referred: true, ..Side::default() })
    }

    /// "Beijing urged": a capital right before the verb stands for its state.
    fn capital(&self, words: Range<u32>) -> Option<Side> {
        let near = words.end.saturating_sub(REACH).max(words.start)..words.end;
        capital(self.sentence, near).map(|party| Side { parties: vec![party], ..Side::default() })
    }

    /// Mentions that may act.
    fn acting(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(|mention| {
            !matches!(mention.who, Who::Name | Who::Party(Form::Adjective | Form::Genitive | Form::Demonym))
        })
    }

    /// The side that some mentions make. "The two ministers" are the two last spoken of; "the government" or an office
    /// alone, of whom nothing tells more, is of the page's own party, if it takes part.
    fn side(&self, tokens: Range<u32>) -> Side {
        let mut found = side(self.sentence, self.mentions, self.story.people, &self.story.focus, tokens.clone());
        let mut named = self.mentions.iter().filter(|mention| tokens.contains(&mention.tokens.start));
        if found.all && named.clone().any(|mention| self.says_two(mention)) {
            let parties = pair(self.story);
            if parties.len() == 2 {
                return Side { parties, referred: true, ..Side::default() };
            }
        }
        let own = |mention: &Mention| {
            matches!(mention.who, Who::Reference(Reference::Side, _) | Who::Office(_)) && mention.party.is_none()
        };
        if found.is_empty() && named.any(own) {
            let present = self.story.focus.present.all_parties(self.story.people);
            found.parties.extend(self.story.people.home.filter(|home| present.contains(home)));
        }
        found
    }

    /// Whether a word for all says that they are two.
    fn says_two(&self, mention: &Mention) -> bool {
        let both = matches!(mention.who, Who::Reference(Reference::Both, _));
        both && self
            .sentence
            .within(Layer::Figures, mention.tokens.clone())
            .any(|(_, value)| matches!(value, Value::Number(number, NumberKind::Cardinal) if *number == 2.0))
    }
}

/// The last verb of the main clause.
fn main(before: &[Verb]) -> Option<&Verb> {
    before.iter().rev().find(|verb| !verb.relative && !verb.subject.is_empty())
}

#[cfg(test)]
mod tests {
    use packs::Packs;

    use crate::fixtures::{claims, phrases, read};

    /// The claims of a text as `type ACTORS>ADDRESSEES`, by the packs' phrases alone.
    fn check(packs: &Packs, language: &str, text: &str) -> String {
        claims(&read(packs, language, text))
            .map(|claim| format!("{} {}>{}", claim.kind, claim.actors.join(","), claim.addressees.join(",")))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn finds_who_says_it_to_whom() {
        let packs = phrases();
        let meeting =
            "Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova in Oslo.";
        let möte = "Norges utrikesminister Anniken Huitfeldt träffade Moldaviens utrikesminister Nicu Popescu i Oslo.";
        let cases = [
            // "And" goes on with the subject of the verb before, a comma behind "who" with the main one.
            (
                "en",
                meeting,
                "Popescu thanked Norway for its hospitality and invited Huitfeldt to visit Chisinau.",
                "courtesy MD>NO; invitation MD>NO",
            ),
            (
                "sv",
                möte,
                "Popescu tackade Norge för gästfriheten och inbjöd Huitfeldt till Chișinău.",
                "courtesy MD>NO; invitation MD>NO",
            ),
            (
                "en",
                meeting,
                "Huitfeldt, who received Popescu at noon, thanked Moldova for its hospitality.",
                "courtesy NO>MD",
            ),
            // Behind the verb, where the language allows.
            ("sv", möte, "Vid mötet med Huitfeldt tackade Popescu Norge för gästfriheten.", "courtesy MD>NO"),
            ("sv", möte, "När hon tog emot Popescu tackade Huitfeldt Moldavien för gästfriheten.", "courtesy NO>MD"),
            // Whom a meeting is with says nothing there.
            (
                "en",
                meeting,
                "At a meeting with Nicu Popescu, Foreign Minister Huitfeldt shared plans for a port, asking Moldova to take part.",
                "request NO>MD",
            ),
            // Who acts in a clause of its own is no object, unless it is asked.
            ("en", meeting, "She asked that Norway open a school.", "request MD>NO"),
            ("sv", möte, "Hon lovade att Norge öppnar en skola.", "pledge NO>MD"),
            // A passive's agent, and what nobody is the subject of.
            ("en", meeting, "Huitfeldt was thanked warmly by Popescu for the hospitality.", "courtesy MD>NO"),
            ("en", meeting, "The situation in Georgia was also discussed.", "topic NO,MD>"),
            ("en", meeting, "The importance of trade was emphasised.", "position NO,MD>"),
            // Capitals stand for their states, as subject and as object.
            ("en", meeting, "Oslo urged Moldova to ratify the agreement.", "request NO>MD"),
            // A party's body, by its adjective; and whoever goes on after "but".
            ("en", meeting, "The Moldovan Party thanked Norway for its hospitality.", "courtesy MD>NO"),
            (
                "en",
                meeting,
                "Popescu thanked Norway for its hospitality but urged Norway to ratify the agreement.",
                "courtesy MD>NO; request MD>NO",
            ),
            // Who was "she" is not "he".
            (
                "en",
                meeting,
                "She thanked Moldova for its hospitality. He invited Norway to the forum.",
                "courtesy NO>MD; invitation MD>NO",
            ),
            // What is agreed is of both, also where one of them tells it.
            ("en", meeting, "Popescu discussed energy and trade.", "topic NO,MD>"),
            // What goes on in a list is of the kind with which the list began.
            (
                "en",
                meeting,
                "Popescu said he hopes that the two sides will keep up their visits; promote trade, which is growing, in Norway.",
                "request MD>NO; request MD>NO",
            ),
            // What a summary lists without a subject is of both.
            (
                "en",
                meeting,
                "\n\n• Welcomed the rise in trade.\n\n• Agreed to open an office.",
                "assessment NO,MD>; agreement NO,MD>",
            ),
            // What only leads on says nothing.
            (
                "en",
                meeting,
                "Popescu thanked Norway for its hospitality. In response to questions, Popescu said:",
                "courtesy MD>NO",
            ),
            // Quotes are of whoever is named behind.
            (
                "en",
                meeting,
                "\"Moldova is one of our core partners,\" Huitfeldt said at the start of the meeting.",
                "position NO>",
            ),
        ];
        for (language, first, text, expected) in cases {
            assert_eq!(check(packs, language, &format!("{first} {text}")), expected, "{text}");
        }
    }
}
