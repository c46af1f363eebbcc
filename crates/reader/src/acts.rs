//! The acts of a sentence: its triggers, each with the words that belong to it.

use std::cell::LazyCell;
use std::ops::Range;

use document::Shape;
use packs::{Kind, Layer, Link, Mark, Rule, Shape as Stands, Trigger, Value};

use self::clauses::{behind_label, governed, relative, speaks, told, when};
pub(crate) use self::clauses::{meets, told_at, told_of};
use self::lists::ordinal;
pub(crate) use self::lists::sessions;
use self::parts::{end, part, swallowed};
use crate::mentions::{Mention, Who};
use crate::page::Sentence;

mod clauses;
mod lists;
mod parts;

/// A trigger with the words around it.
#[derive(Clone)]
pub(crate) struct Act<'s> {
    pub(crate) mark: Mark,
    /// Whether it stands in a clause about somebody ("who is on a tour of …").
    pub(crate) relative: bool,
    pub(crate) trigger: Trigger,
    pub(crate) rule: Rule,
    /// Words before it that belong to it.
    pub(crate) left: Range<u32>,
    /// Words after it that belong to it.
    pub(crate) right: Range<u32>,
    /// Whether it is one of several documents that are signed, but not the first.
    pub(crate) further: bool,
    pub(crate) sentence: &'s Sentence<'s>,
}

impl Act<'_> {
    /// Whether it speaks of what is signed as known: "*the treaty* was signed".
    pub(crate) fn refers_to_signing(&self) -> bool {
        let trigger = &self.trigger;
        trigger.kind == Kind::Signing && trigger.shape == Stands::Anaphor && !trigger.one
    }

    /// "*Bilateral meetings:*": whether it ends a line below which a list may name whom somebody met.
    pub(crate) fn heads_list(&self) -> bool {
        let last = self.sentence.tokens.end - 1;
        let ends = self.mark.start < self.mark.end && self.mark.end >= last && self.sentence.is(last, ":");
        self.trigger.kind == Kind::Meeting && ends
    }

    /// Whether its phrase begins with the sign that ends a quote: "“…”*, says* Minister X".
    pub(crate) fn quoted(&self) -> bool {
        self.trigger.kind == Kind::Statement
            && self.trigger.shape == Stands::Passive
            && self.sentence.token(self.mark.start).shape == Shape::Punctuation
    }

    /// Whether what is said stands before its verb: "– Vi ses i Lima i maj, *sade* minister X till TT".
    pub(crate) fn says_behind(&self) -> bool {
        let start = self.mark.start;
        let behind = start > self.sentence.tokens.start && self.sentence.token(start - 1).shape == Shape::Punctuation;
        let turns = self.sentence.language.subject_after_verb;
        self.quoted() || self.trigger.kind == Kind::Statement && self.trigger.is_finite() && behind && turns
    }
}

/// The acts of a sentence, each with the words that belong to it.
pub(crate) fn acts<'s>(sentence: &'s Sentence<'s>, mentions: &[Mention]) -> Vec<Act<'s>> {
    let mut acts: Vec<Act<'s>> = Vec::new();
    let dateline = sentence.dateline_end();
    let each = LazyCell::new(|| sentence.marks(Layer::Links).any(|(_, value)| *value == Value::Link(Link::Each)));
    for (mark, value) in sentence.marks(Layer::Triggers) {
        let Value::Trigger(trigger) = value else { continue };
        // "To co-chair *the session of the joint commission*": more than a conference.
        if let Some(act) = acts.last_mut().filter(|act| {
            let gathers = act.trigger.kind == Kind::Conference && trigger.kind == Kind::Consultation;
            gathers && mark.start > act.mark.end && (mark.start..mark.end + 1).contains(&act.mark.tail)
        }) {
            act.trigger.kind = Kind::Consultation;
        }
        if !trigger.opens()
            || acts.last().is_some_and(|act| {
                // "Will be in Apia for *talks with* …", "was in Apia and *met* …": the purpose of a journey is an act of its own.
                let purpose = act.trigger.kind == Kind::Visit
                    && trigger.kind == Kind::Meeting
                    && (trigger.is_finite() || mark.end > act.mark.tail)
                    && mark.end >= act.mark.tail;
                mark.start < act.mark.tail && act.mark.start != mark.start && !purpose
            })
        {
            continue;
        }
        if let Some(twin) = acts.last().filter(|act| act.mark.start == mark.start) {
            // Of two that begin together the one without a gap counts; "held *political consultations* with" is more than a
            // meeting, "led a delegation to *the Joint Committee*" more than a conference.
            let plain = |kind: Kind| matches!(kind, Kind::Meeting | Kind::Conference);
            let more = plain(twin.trigger.kind) && trigger.kind == Kind::Consultation;
            let less = twin.trigger.kind == Kind::Consultation && plain(trigger.kind);
            if less || !(more || (twin.mark.tail > 0 && mark.tail == 0)) {
                continue;
            }
            acts.pop();
        }
        // "Left on Sunday for a visit to Peru" is one journey.
        let same_journey = acts.last().is_some_and(|act| {
            let visits = act.trigger.kind == Kind::Visit && trigger.kind == Kind::Visit;
            let near = act.mark.tail > 0 && mark.start <= act.mark.tail + 2;
            // "Has just returned *from a four-day visit* to Peru".
            let small = |at: u32| matches!(sentence.token(at).shape, Shape::Lower | Shape::Number);
            let from = || sentence.is_link(act.mark.end - 1, Link::From) && (act.mark.end..mark.start).all(small);
            // "Leaves today on a tour *that will take her to* Peru": where what was said to begin goes on.
            visits && trigger.shape == Stands::Noun && (near || act.mark.tail == 0 && from() || trigger.one)
        });
        if same_journey {
            continue;
        }
        // "Từ ngày 5 *đến* 8/5, Bộ trưởng X *thăm* Peru": a word of a date begins no act.
        if sentence.dates().iter().any(|date| (date.start..date.end).contains(&mark.start)) {
            continue;
        }
        if in_name(sentence, mentions, mark)
            || spans_acts(sentence, mark)
            || ends_in_title(mentions, mark, *trigger)
            || speaks(sentence, mark)
            || governed(sentence, mentions, mark, *trigger)
        {
            continue;
        }
        let from = acts.last().map_or(dateline, |act| act.mark.end);
        if trigger.named && !both_named(mentions, from..mark.start) {
            continue;
        }
        let trigger = session(sentence, mentions, mark, Trigger { each: trigger.each || *each, ..*trigger });
        acts.push(Act {
            mark,
            relative: relative(sentence, mark.start) && !said_by(sentence, mentions, mark),
            trigger,
            rule: sentence.entry(mark).rule,
            left: when(sentence, mentions, dateline.min(mark.start)..mark.start)
                .or_else(|| behind_label(sentence, mentions, mark))
                .unwrap_or(dateline.min(mark.start))..mark.start,
            right: swallowed(mentions, mark)..sentence.tokens.end,
            further: false,
            sentence,
        });
    }
    for index in 0..acts.len() {
        let next = acts.get(index + 1).map(|act| act.mark.start);
        let end = end(&acts[index], next);
        acts[index].right.end = end;
        if let Some([previous, act]) = index.checked_sub(1).and_then(|before| acts[before..].first_chunk_mut()) {
            part(mentions, previous, act);
        }
        let act = &mut acts[index];
        if let Some(from) = told(act, mentions).filter(|from| act.left.contains(from)) {
            act.left.start = from;
        }
    }
    acts
}

/// "*Har* träffat talman X och *besökt* hamnen": whether what ends a phrase with a gap is an act of its own, behind another in
/// the gap.
fn spans_acts(sentence: &Sentence<'_>, mark: Mark) -> bool {
    let finite = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.opens() && trigger.is_finite());
    let inside = sentence.within(Layer::Triggers, mark.end..mark.tail.max(mark.end));
    let mut acts = inside.filter(|(mark, value)| mark.tail == 0 && finite(value)).map(|(mark, _)| mark);
    let first = acts.next().filter(|first| first.end < mark.tail);
    // "*Opened* the fair and signed a treaty with the *Forum*".
    let joined = |first: Mark| sentence.link(first.start - 1, Link::And) == Some(first.start);
    first.is_some_and(|first| joined(first) || acts.any(|last| last.start > first.end && last.end == mark.tail))
}

/// "The High Representative, Kaja *Kallas*", where the word means "is called" in Swedish: whether a mark is of somebody's name.
pub(crate) fn in_name(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark) -> bool {
    let capital = || sentence.token(mark.start).shape == Shape::Capital;
    // The last word of a name with what stands before it, or a family name alone.
    let named = |mention: &Mention| {
        let inside = mark.start > mention.tokens.start || mention.tokens.len() == 1;
        inside && mention.tokens.contains(&mark.start) && matches!(mention.who, Who::Person(_))
    };
    capital() && mark.end == mark.start + 1 && mentions.iter().any(named)
}

/// "Närvarade gjorde *utrikesrådet* Eva Lund": whether what ends a phrase with a gap, as the name of a gathering, is somebody's title.
fn ends_in_title(mentions: &[Mention], mark: Mark, trigger: Trigger) -> bool {
    let titled = |mention: &Mention| {
        mention.tokens.start + 1 == mark.tail && mention.tokens.len() > 1 && matches!(mention.who, Who::Person(_))
    };
    trigger.kind == Kind::Conference && mark.tail > mark.end && mentions.iter().any(titled)
}

/// "*Minister X and his counterpart Y* discussed trade": whether two people are named among some tokens.
fn both_named(mentions: &[Mention], tokens: Range<u32>) -> bool {
    let named = |mention: &&Mention| tokens.contains(&mention.tokens.start) && matches!(mention.who, Who::Person(_));
    mentions.iter().filter(named).count() == 2
}

/// "“… a treaty *that* binds both*”, says* Minister X": whether what a sign closes stands before the mark, and who says it
/// right behind.
fn said_by(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark) -> bool {
    let named =
        |mention: &Mention| mention.tokens.start == mark.end && matches!(mention.who, Who::Person(_) | Who::Office(_));
    sentence.token(mark.start).shape == Shape::Punctuation && mentions.iter().any(named)
}

/// "The 63rd meeting of the committee": a numbered meeting is a session of a standing body.
fn session(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark, trigger: Trigger) -> Trigger {
    let noun = trigger.kind == Kind::Meeting && matches!(trigger.shape, Stands::Noun | Stands::Anaphor);
    // "Talks with the Second Minister" are not the second.
    let behind = mark.end..(mark.end + 2).min(sentence.tokens.end);
    let named = mentions.iter().filter(|mention| behind.contains(&mention.tokens.start));
    let until = named.map(|mention| mention.tokens.start).min().unwrap_or(behind.end);
    // "Wednesday 7th: *lunch with* …": a day.
    let before = mark.start.saturating_sub(2).max(sentence.tokens.start)..mark.start + 1;
    let day = before.clone().any(|at| sentence.is(at, ":"));
    if !noun || !(!day && ordinal(sentence, before) || ordinal(sentence, behind.start..until)) {
        return trigger;
    }
    Trigger { kind: Kind::Consultation, shape: Stands::Noun, ..trigger }
}

/// The words that say so: from just before the trigger to a little after it; of one that stands in a list, its own.
pub(crate) fn evidence(act: &Act<'_>) -> Range<u32> {
    if act.left.start > act.mark.start || act.right.end <= act.mark.start {
        // Nothing stands behind what a sentence ends with.
        let words = if act.right.is_empty() { &act.sentence.tokens } else { &act.right };
        return words.start..words.end.min(words.start + 12);
    }
    let start = act.mark.start.saturating_sub(6).max(act.left.start);
    let end = (act.mark.end + 12).min(act.sentence.tokens.end).max(act.mark.end);
    start..end
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    /// Kind, names and first day of all that a text tells of.
    fn told(text: &str) -> Vec<String> {
        let line = |told: crate::reading::Engagement| {
            let mut names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
            names.sort();
            format!("{} {} {}", told.kind, names.join("+"), told.start.map(|day| day.to_string()).unwrap_or_default())
        };
        read(phrases(), "en", text).engagements.into_iter().map(line).collect()
    }

    #[test]
    fn each_act_of_a_sentence_has_its_own_words() {
        let check = |text: &str, expected: &[&str]| assert_eq!(told(text), expected, "{text}");
        // Nobody stands behind the last "and": the same subject goes on, and its day is its own.
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka met with President Rosa Quispe of Peru and Speaker Inés \
             Rojas of Peru, and is scheduled to hold talks with Foreign Minister Tete Antonio of Angola tomorrow.\n",
            &[
                "meeting Ali Sabry+Rosa Quispe 2025-05-05",
                "meeting Ali Sabry+Inés Rojas 2025-05-05",
                "meeting Ali Sabry+Tete Antonio 2025-05-06",
            ],
        );
        // What only says at what gathering it was takes nobody from it.
        check(
            "CAIRO, 5 May 2025\n\nThe talks between President Rosa Quispe of Peru and President Ali Sabry of Sri Lanka on the sidelines \
             of the summit took two hours.\n",
            &["meeting Ali Sabry+Rosa Quispe 2025-05-05"],
        );
        // What only says when the rest happens takes nobody from it, before or behind.
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka called on President Rosa Quispe of Peru and Speaker Inés \
             Rojas of Peru during his visit.\n",
            &["meeting Ali Sabry+Rosa Quispe 2025-05-05", "meeting Ali Sabry+Inés Rojas 2025-05-05"],
        );
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru. At the end of the \
             meeting the two sides signed agreements on trade.\n",
            &["meeting Ali Sabry+Rosa Quispe 2025-05-05", "signing Ali Sabry+Rosa Quispe 2025-05-05"],
        );
        // The purpose of a journey is an act of its own.
        check(
            "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe of Peru will be in Accra on Friday for talks with Foreign Minister \
             Kofi Mensah of Ghana.\n",
            &["visit Rosa Quispe 2025-05-09", "meeting Kofi Mensah+Rosa Quispe 2025-05-09"],
        );
        // Of whom a clause tells, what else he is may stand between.
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka came with Minister Nimal Dias of Sri Lanka, head of the policy \
             bureau, who met Minister Luis Vega of Peru.\n",
            &["meeting Luis Vega+Nimal Dias 2025-05-05"],
        );
        check(
            "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Kofi Mensah of Ghana on Monday. Last month, \
             Minister Mensah received Foreign Minister Tete Antonio of Angola.\n",
            &["meeting Kofi Mensah+Rosa Quispe 2025-05-05", "meeting Kofi Mensah+Tete Antonio 2025-04"],
        );
    }

    #[test]
    fn whom_somebody_met_stands_behind_the_gathering_on_whose_sidelines_it_was() {
        let text = "I Lima träffade Ghanas utrikesminister Kofi Mensah den 14 mars 2025, i samband med deltagandet i toppmötet i Peru, \
                    Perus utrikesminister Rosa Quispe; Chiles utrikesminister Luis Vega och Kenyas utrikesminister Jane Auma.";
        let mut meetings: Vec<String> = read(phrases(), "sv", text)
            .engagements
            .into_iter()
            .filter(|told| told.kind == "meeting")
            .map(|told| {
                told.people.iter().map(|person| &*person.name).collect::<Vec<_>>().join("+")
                    + " "
                    + &told.parties.join(",")
            })
            .collect();
        meetings.sort();
        assert_eq!(
            meetings,
            ["Kofi Mensah+Jane Auma GH,KE", "Kofi Mensah+Luis Vega GH,CL", "Kofi Mensah+Rosa Quispe GH,PE"]
        );
    }

    #[test]
    fn a_phrase_with_a_gap_hides_no_two_acts() {
        let text = "Perus talman Rosa Quispe är på besök i Sverige den 1–5 mars 2027. Quispe har träffat riksdagens talman Eva Lund och \
                    besökt Göteborg.";
        let told = read(phrases(), "sv", text).engagements;
        let met = told.iter().find(|told| told.kind == "meeting").expect("they met");
        assert_eq!(met.people.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["Rosa Quispe", "Eva Lund"]);
    }

    #[test]
    fn each_document_that_one_sentence_lists_is_signed() {
        let check = |language: &str, text: &str, n: usize| {
            let told = read(phrases(), language, text).engagements;
            let signed = told.iter().filter(|told| told.kind == "signing" && told.parties.len() == 2).count();
            assert_eq!(signed, n, "{text}: {told:#?}");
        };
        check("en", "Kenya and Ghana signed an MOU on nuclear power and an arrangement on seasonal workers.", 2);
        check("en", "Kenya and Ghana signed an agreement on trade and investment.", 1);
        check("en", "Kenya and Ghana witnessed the signing of a joint communiqué and an accord on seafarers.", 2);
        check(
            "en",
            "President Nana Osei of Ghana visited Kenya in May. During the visit, the Agreement on Animal Health and the Protocol on \
             Cooperation between the Academies were signed.",
            2,
        );
        check("vi", "Kenya và Ghana đã ký Hiệp định vận tải đường bộ và Bản ghi nhớ về quản lý tài nguyên nước.", 2);
        check("vi", "Kenya và Ghana đã ký Hiệp định vận tải và du lịch.", 1);
        check(
            "sv",
            "Kenya och Ghana undertecknade ett avtal om vägtransporter och ett samförståndsavtal om vatten.",
            2,
        );
        check("sv", "Kenya och Ghana undertecknade ett avtal om handel och turism.", 1);
    }
}
