//! Parts a sentence into stretches: pieces that may make a claim each.

use std::ops::Range;

use document::Shape;
use packs::{ClaimType, Layer, Level, Link, Mark, Rule, Speech, Value};

use crate::acts::{in_name, meets};
use crate::begins::Begins;
use crate::figures::amount;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;

/// The most words between a sign and the mark that begins the next stretch.
const NEAR: u32 = 4;
/// Pieces of fewer words go with the one before.
const SHORTEST: u32 = 4;

/// A speech mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    pub(crate) mark: Mark,
    pub(crate) speech: Speech,
    pub(crate) rule: Rule,
}

/// A stretch of a sentence that makes one claim, or several of one kind.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// The mark that reports, where another gives the type.
    pub(crate) lead: Said,
    /// The mark that gives the type.
    pub(crate) said: Said,
    /// From the subject to where the next stretch begins.
    pub(crate) tokens: Range<u32>,
}

/// The speech marks in some tokens that are not really triggers.
pub(crate) fn speech_marks(sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Said> {
    let mut all: Vec<Said> = sentence
        .within(Layer::Speech, tokens)
        .filter_map(|(mark, value)| match value {
            Value::Speech(speech)
                if speech.level != Some(Level::Drop)
                    && !(speech.claim == ClaimType::Request && meets(sentence, mark)) =>
            {
                Some(Said { mark, speech: *speech, rule: sentence.entry(mark).rule })
            }
            _ => None,
        })
        .collect();
    // Of several phrases that begin together the one that reaches furthest counts, but none over a further act: "*confirmed* that
    // aid will come and *asked for* Peru'*s support*".
    let acts = |said: &&Said| said.speech.level.is_some() && said.mark.start > sentence.tokens.start;
    let acts: Vec<u32> = all.iter().filter(acts).map(|said| said.mark.start).collect();
    let goes_on = |at: u32| (at.saturating_sub(2)..at).any(|before| sentence.link(before, Link::And) == Some(at));
    let over = |mark: Mark| acts.iter().any(|&act| (mark.end..mark.tail).contains(&act) && goes_on(act));
    let reach = |said: &Said| if over(said.mark) { 0 } else { said.mark.end.max(said.mark.tail) };
    all.dedup_by(|next, kept| {
        let same = next.mark.start == kept.mark.start;
        if same && reach(next) > reach(kept) {
            *kept = *next;
        }
        same
    });
    all
}

/// Parts a sentence into stretches, one a speech mark that stands for itself.
pub(crate) fn stretches(sentence: &Sentence<'_>, mentions: &[Mention]) -> Vec<Stretch> {
    let mut said = speech_marks(sentence, sentence.tokens.clone());
    said.retain(|one| !in_name(sentence, mentions, one.mark));
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut index = 0;
    while index < said.len() {
        // "The *high level of trust* between them *was noted*": a passive says it of what stands before it.
        index += said.get(index + 1).is_some_and(|&passive| is_subject_of(sentence, said[index], passive)) as usize;
        let lead = said[index];
        let mut inner = lead;
        let mut next = index + 1;
        // What is reported decides the type: the first act or cue after it, if no other clause comes between.
        if lead.speech.level == Some(Level::Report)
            && let Some(&follower) = said.get(next)
        {
            let report = follower.speech.level == Some(Level::Report);
            let parted = || breaks(sentence, mentions, lead.mark.end, follower.mark.start);
            if !report && (is_of_subject(sentence, lead, follower) || !parted()) {
                inner = follower;
                next += 1;
            }
        }
        // An act with a figure to be reached is a target.
        if let Some(&follower) = said.get(next) {
            let aims = follower.speech.claim == ClaimType::Target && inner.speech.claim != ClaimType::Target;
            if aims
                && amount(sentence, follower.mark.start..sentence.tokens.end).is_some()
                && !breaks(sentence, mentions, inner.mark.end, follower.mark.start)
            {
                inner = follower;
                next += 1;
            }
        }
        // Further cues inside the same complement say no more, nor does what no sign and no subject parts from it.
        let mut end = sentence.tokens.end;
        while let Some(&follower) = said.get(next) {
            // "Đề nghị Peru *ủng hộ* Việt Nam": what stands in the gap of a phrase is of it.
            if follower.mark.start < inner.mark.tail.max(lead.mark.tail) {
                next += 1;
                continue;
            }
            if inner.mark == said[next - 1].mark && is_of_subject(sentence, inner, follower) {
                next += 1;
                continue;
            }
            let between = said[next - 1].mark.end..follower.mark.start;
            // "Called on Peru *to agree to* a truce", "Peru *must agree to* it": what is asked is no act of its own.
            let asked = said[next - 1].speech.claim == ClaimType::Request
                && (between.is_empty() || sentence.link(between.end - 1, Link::Infinitive) == Some(between.end));
            let cue = follower.speech.level.is_none() || asked;
            let cut = break_before(sentence, mentions, between.clone());
            // "Lovade att *Kroatien bidrar* med två fartyg": an act with nothing of its own goes on with what it leads to.
            let that = sentence.is_link(inner.mark.end - 1, Link::That);
            let hollow = that && !between.is_empty() && cut == Some(between.start) && inner.mark.end == between.start;
            if hollow && inner.speech.level == Some(Level::Act) {
                next += 1;
                continue;
            }
            if let Some(cut) = cut.filter(|_| !cue || breaks(sentence, mentions, between.start, between.end)) {
                end = cut;
                break;
            }
            next += 1;
        }
        let start = stretches.last().map_or(sentence.tokens.start, |stretch: &Stretch| stretch.tokens.end);
        stretches.push(Stretch { lead, said: inner, tokens: start.min(lead.mark.start)..end });
        index = next;
    }
    attribute(sentence, mentions, stretches)
}

/// "Said that *free and fair elections* must be held", "agreed that *Peru and Oman* should": whether a cue is of a subject that
/// begins right behind what leads to it, two words of which "and" joins.
fn is_of_subject(sentence: &Sentence<'_>, lead: Said, cue: Said) -> bool {
    let from = lead.mark.end;
    let that = sentence.has_link(from.saturating_sub(1)..from + 1, Link::That);
    let leads = that || lead.speech.level == Some(Level::Report);
    let words = from..cue.mark.start;
    let sign = |at: u32| sentence.token(at).shape == Shape::Punctuation;
    let Some(and) = words.clone().find(|&at| sentence.is_link(at, Link::And)) else { return false };
    let acts = |at: u32| sentence.begins(at, Begins::layer(Layer::Verbs).or(Begins::layer(Layer::Triggers)));
    leads
        && cue.speech.level.is_none()
        && (1..=NEAR).contains(&(and - from))
        && (1..=NEAR).contains(&(words.end - and - 1))
        && !words.into_iter().any(|at| sign(at) || acts(at))
}

/// Whether a cue stands in the subject of a passive: no sign parts them.
fn is_subject_of(sentence: &Sentence<'_>, cue: Said, passive: Said) -> bool {
    let between = cue.mark.end..passive.mark.start;
    let parted = |at: u32| matches!(sentence.word(at), "," | ";" | ":") || sentence.is_link(at, Link::That);
    cue.speech.level.is_none() && passive.speech.all && !between.into_iter().any(parted)
}

/// "…, Wang said": a report with nothing behind it speaks for what stands before it. "Wang said, noting that …": one
/// with nothing of its own goes with what stands behind it.
fn attribute(sentence: &Sentence<'_>, mentions: &[Mention], stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::with_capacity(stretches.len());
    let mut ahead: Option<Stretch> = None;
    let last = stretches.len().saturating_sub(1);
    for (index, mut stretch) in stretches.into_iter().enumerate() {
        if let Some(report) = ahead.take() {
            stretch.tokens.start = report.tokens.start;
            stretch.lead = report.lead;
        }
        let report = stretch.lead.speech.level == Some(Level::Report) && stretch.lead.mark == stretch.said.mark;
        let before = out.last_mut().filter(|_| {
            report
                && (is_trailing(sentence, mentions, &stretch)
                    || (index == last && is_hollow(sentence, mentions, &stretch)))
        });
        if let Some(before) = before {
            // Its words and its subject go to the stretch before.
            if before.lead.speech.level.is_none() {
                before.lead = stretch.lead;
            }
            before.tokens.end = stretch.tokens.end;
        } else if report && index < last && is_hollow(sentence, mentions, &stretch) {
            ahead = Some(stretch);
        } else {
            out.push(stretch);
        }
    }
    out
}

/// Whether a report stands behind what it reports: right behind a comma or quote with who says it, or with little else.
fn is_trailing(sentence: &Sentence<'_>, mentions: &[Mention], stretch: &Stretch) -> bool {
    let mark = stretch.lead.mark;
    if mark.start <= sentence.tokens.start + 6 {
        return false;
    }
    let content = (mark.end..stretch.tokens.end).filter(|&at| sentence.token(at).shape != Shape::Punctuation).count();
    let named = mentions.iter().any(|mention| (mark.end..mark.end + 2).contains(&mention.tokens.start));
    let speaker =
        mentions.iter().rev().find(|mention| mention.tokens.end <= mark.start && mention.tokens.end + 1 >= mark.start);
    let closes = |at: u32| matches!(sentence.word(at), "\"" | "”" | "»" | "’" | "“");
    let quoted =
        speaker.is_some_and(|speaker| speaker.tokens.start > sentence.tokens.start && closes(speaker.tokens.start - 1));
    let whole = stretch.tokens.end == sentence.tokens.end;
    (whole && content <= 3) || (named && ends_speech(sentence, mark.start - 1)) || (quoted && content <= 8)
}

/// Whether a stretch has no word of its own beside its mark and who says it.
fn is_hollow(sentence: &Sentence<'_>, mentions: &[Mention], stretch: &Stretch) -> bool {
    let mark = stretch.lead.mark;
    let behind = mark.end..trim(sentence, stretch.tokens.clone()).end.max(mark.end);
    let named = |at: u32| mentions.iter().any(|mention| mention.tokens.contains(&at));
    behind.filter(|&at| sentence.token(at).shape != Shape::Punctuation && !named(at)).count() == 0
}

/// Whether a token is a sign that ends what is quoted: a comma or a closing quote.
pub(crate) fn ends_speech(sentence: &Sentence<'_>, at: u32) -> bool {
    sentence.tokens.contains(&at) && matches!(sentence.word(at), "," | "\"" | "”" | "»" | "’" | "“")
}

/// Whether a new clause begins between two marks.
fn breaks(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> bool {
    (from..to).any(|at| is_break(sentence, mentions, at, to))
}

fn is_break(sentence: &Sentence<'_>, mentions: &[Mention], at: u32, to: u32) -> bool {
    if sentence.is(at, ";") {
        return true;
    }
    let comma = sentence.is(at, ",");
    let and = sentence.is_link(at, Link::And);
    if !(comma || and) {
        return false;
    }
    let next = if comma { sentence.link(at + 1, Link::And).unwrap_or(at + 1) } else { at + 1 };
    let close = to <= next + 2;
    let acting = |mention: &Mention| comma || !matches!(mention.who, Who::Party(_) | Who::Name);
    close
        || mentions.iter().any(|mention| {
            (next..next + 3).contains(&mention.tokens.start) && mention.tokens.end + 1 >= to && acting(mention)
        })
}

/// Where a stretch ends before the next mark: at the sign that parts them, else at the subject; nowhere if neither
/// stands close before the mark.
fn break_before(sentence: &Sentence<'_>, mentions: &[Mention], between: Range<u32>) -> Option<u32> {
    let (from, to) = (between.start, between.end);
    if from >= to {
        return Some(to);
    }
    let sign = between.rev().find_map(|at| {
        let compound = at > sentence.tokens.start && sentence.is(at - 1, "-");
        let sign = sentence.is(at, ",") || sentence.is(at, ";") || sentence.is(at, ":") || sentence.is(at, "–");
        if sign { Some(at + 1) } else { sentence.link(at, Link::And).filter(|_| !compound) }
    });
    let subject = mentions
        .iter()
        .rev()
        .find(|mention| {
            let compound = sentence.is(mention.tokens.end, "-")
                || mention.tokens.start.checked_sub(1).is_some_and(|before| sentence.is(before, "-"));
            mention.tokens.start >= from && mention.tokens.end <= to && to - mention.tokens.end <= 2 && !compound
        })
        .map(|mention| mention.tokens.start);
    match (sign, subject) {
        (Some(sign), Some(subject)) if subject >= sign && subject - sign > 3 => Some(subject),
        (Some(sign), subject) if subject.is_some() || to.saturating_sub(sign) <= NEAR => Some(sign),
        (_, subject) => subject,
    }
}

/// Whether verbs that follow each other behind one that makes such a claim make one each: "agreed *to open* an office *and train*
/// engineers".
pub(crate) fn listing(kind: ClaimType) -> bool {
    matches!(kind, ClaimType::Request | ClaimType::Agreement | ClaimType::Pledge)
}

/// One stretch as one claim, or as several where it lists different acts.
pub(crate) fn parts(sentence: &Sentence<'_>, stretch: &Stretch, kind: ClaimType) -> Vec<Range<u32>> {
    let from = stretch.said.mark.end;
    // "Wishes *to* promote trade, settle what remains and …": what somebody wants to do is listed too.
    let wishes = || {
        kind == ClaimType::Position
            && stretch.said.speech.level == Some(Level::Act)
            && sentence.has_link(stretch.said.mark.start..from + 1, Link::Infinitive)
    };
    let listing = listing(kind) || wishes();
    let (mut parts, mut start) = (Vec::new(), stretch.tokens.start);
    let mut part = |tokens: Range<u32>| parts.extend(Some(trim(sentence, tokens)).filter(|part| !part.is_empty()));
    for at in from..stretch.tokens.end {
        let semicolon = sentence.is(at, ";");
        let comma = sentence.is(at, ",");
        if !semicolon && !comma && !sentence.is_link(at, Link::And) {
            continue;
        }
        let after_and = if comma { sentence.link(at + 1, Link::And).unwrap_or(at + 1) } else { at + 1 };
        // "Strengthen *and* deepen cooperation" is one.
        let shared = !comma && at > from && sentence.begins(at - 1, Begins::layer(Layer::Verbs));
        let verb = || !shared && after_and < stretch.tokens.end && lists(sentence, after_and);
        // "Proposed that flights be resumed *and that* the coast guards talk".
        let that = || sentence.is_link(after_and, Link::That) && stretch.lead.speech.level.is_some();
        let cut = if semicolon { at + 2 < stretch.tokens.end } else { (listing && verb()) || that() };
        if cut && at + 1 > start + 3 && at + SHORTEST < stretch.tokens.end {
            part(start..at + 1);
            start = at + 1;
        }
    }
    part(start..stretch.tokens.end);
    parts
}

/// Whether a verb begins at a token that goes on with a list of what somebody wants, an adverb or "to" before it at most.
pub(crate) fn lists(sentence: &Sentence<'_>, at: u32) -> bool {
    let infinitive = sentence.is_link(at, Link::Infinitive);
    let end = (at + 2 + u32::from(infinitive)).min(sentence.tokens.end);
    (at..end).any(|at| sentence.begins(at, Begins::layer(Layer::Verbs)))
}

/// Drops signs and small words at the ends.
pub(crate) fn trim(sentence: &Sentence<'_>, tokens: Range<u32>) -> Range<u32> {
    let sign = |at: u32| sentence.token(at).shape == Shape::Punctuation;
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end {
        let and = sentence.link(start, Link::And).filter(|&next| start > sentence.tokens.start && next <= end);
        match and {
            Some(next) => start = next,
            None if sign(start) => start += 1,
            None => break,
        }
    }
    while end > start {
        let and = (end.saturating_sub(3).max(start)..end).find(|&at| sentence.link(at, Link::And) == Some(end));
        match and {
            Some(at) => end = at,
            None if sign(end - 1) => end -= 1,
            None => break,
        }
    }
    start..end
}

#[cfg(test)]
mod tests {
    use packs::Packs;

    use crate::fixtures::{claims, phrases, read};

    /// The quotes of a text's claims, by the packs' phrases alone.
    fn check(packs: &Packs, text: &str) -> Vec<String> {
        claims(&read(packs, "en", text)).map(|claim| claim.evidence.clone()).collect()
    }

    #[test]
    fn parts_acts_and_keeps_lists_together() {
        let packs = phrases();
        let meeting =
            "Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova in Oslo.";
        let cases: [(&str, &[&str]); 11] = [
            // Two words of a subject that "and" joins are no clauses.
            (
                "Huitfeldt said that free and fair elections must be held in Moldova.",
                &["Huitfeldt said that free and fair elections must be held in Moldova"],
            ),
            // Neither ends in "and".
            (
                "Huitfeldt thanked Moldova for its hospitality, and promised to visit Chisinau.",
                &["Huitfeldt thanked Moldova for its hospitality", "promised to visit Chisinau"],
            ),
            // A report with nothing of its own goes with what it leads to.
            (
                "Popescu said, noting that Moldova will support Norway.",
                &["Popescu said, noting that Moldova will support Norway"],
            ),
            // What is proposed, and what somebody wishes to do, may be several things.
            (
                "Popescu proposed that flights be resumed in June and that the coast guards set up a hotline.",
                &["Popescu proposed that flights be resumed in June", "that the coast guards set up a hotline"],
            ),
            (
                "Popescu wishes to promote trade with Norway, and to support the port of Giurgiulesti.",
                &["Popescu wishes to promote trade with Norway", "to support the port of Giurgiulesti"],
            ),
            // What somebody is asked to do is part of the request.
            (
                "Huitfeldt called on Moldova to agree to a truce. She said that Moldova must agree to it.",
                &["Huitfeldt called on Moldova to agree to a truce", "She said that Moldova must agree to it"],
            ),
            // Two verbs with one object are one.
            (
                "The two ministers agreed to consolidate and deepen the partnership.",
                &["The two ministers agreed to consolidate and deepen the partnership"],
            ),
            // A phrase with a gap reaches over no further act.
            (
                "Popescu confirmed that aid will be sent and asked for the support of Norway for Moldova's candidacy.",
                &["Popescu confirmed that aid will be sent", "asked for the support of Norway for Moldova's candidacy"],
            ),
            // What a passive says is said of its whole subject.
            (
                "The high level of mutual trust was noted with satisfaction.",
                &["The high level of mutual trust was noted with satisfaction"],
            ),
            // A clause of its own in which nobody says anything is none of it.
            (
                "The talks between the two sides are going on in Oslo, and Popescu thanked Norway for its hospitality.",
                &["Popescu thanked Norway for its hospitality"],
            ),
            // One act over a list of fields is one.
            (
                "The two ministers agreed to deepen cooperation in trade, energy and education.",
                &["The two ministers agreed to deepen cooperation in trade, energy and education"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(check(packs, &format!("{meeting} {text}")), expected, "{text}");
        }
    }

    #[test]
    fn what_stands_in_the_gap_of_a_phrase_is_of_it() {
        let text = "Thủ tướng Lê Văn Hòa hội đàm với Tổng thống Peru Rosa Quispe tại Lima. Thủ tướng đề nghị Peru ủng hộ Việt Nam ứng cử \
                    vào Hội đồng Bảo an.";
        let reading = read(phrases(), "vi", text);
        let told: Vec<(&str, &str)> =
            claims(&reading).map(|claim| (claim.kind.as_str(), claim.evidence.as_str())).collect();
        assert_eq!(told, [("support", "Thủ tướng đề nghị Peru ủng hộ Việt Nam ứng cử vào Hội đồng Bảo an")]);
    }

    #[test]
    fn an_act_with_nothing_of_its_own_goes_on_with_what_it_leads_to() {
        let text = "Finlands statsminister Eva Lund träffade Kroatiens statsminister Lars Berg i Helsingfors. Berg lovade att Kroatien bidrar med \
                    två fartyg.";
        let reading = read(phrases(), "sv", text);
        let quotes: Vec<&str> = claims(&reading).map(|claim| claim.evidence.as_str()).collect();
        assert_eq!(quotes, ["Berg lovade att Kroatien bidrar med två fartyg"]);
    }
}
