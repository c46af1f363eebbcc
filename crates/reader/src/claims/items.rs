//! Lists of what is agreed, asked or pledged, a line each: "*The two sides agreed to:* • open a port; • resume flights".

use std::ops::Range;

use document::Shape;
use packs::Layer;

use super::Candidate;
use crate::mentions::Mention;
use crate::page::Sentence;
use crate::speakers::speakers;
use crate::story::Story;
use crate::stretches::{listing, trim};

/// So many words a line has at least that says what is to be done.
const FEWEST: usize = 3;
/// A line is numbered by so few letters at most: "(iii)", "b)".
const NUMBERED: usize = 3;

/// Whether a piece only heads lines below that say each what is agreed, asked or pledged: it says nothing itself.
pub(super) fn heads(sentence: &Sentence<'_>, candidate: &Candidate) -> bool {
    let last = sentence.tokens.end - 1;
    let said = candidate.said.filter(|_| sentence.is(last, ":") && candidate.kind.is_some_and(listing));
    let open = |mark: packs::Mark| sentence.within(Layer::Verbs, mark.end..last).next().is_none();
    let next = sentence.page.document.sentences().get(sentence.index + 1);
    said.is_some_and(|said| {
        open(said.mark) && candidate.tokens.contains(&said.mark.start) && candidate.tokens.end >= last
    }) && next.is_some_and(|next| begins(sentence, &next.tokens).is_some())
}

/// What a line of a list says: what is told there of nobody else is of the list's type, and whoever speaks above says it.
pub(super) fn item(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<Candidate> {
    let head = story.list_head.as_ref()?;
    let start = line(sentence)?;
    let stretches = &story.kept.stretches[sentence.index];
    let others = !speakers(story, sentence, mentions, stretches).iter().all(|side| side.is_empty());
    let tokens = trim(sentence, start..sentence.tokens.end);
    let listed = head.kind.filter(|_| !others && tokens.len() >= FEWEST)?;
    Some(Candidate { tokens, said: None, listed: Some(listed), ..head.clone() })
}

/// After a sentence: what it heads, if anything, or that no more lines follow. Whether it is a line itself.
pub(super) fn note(story: &mut Story<'_, '_>, sentence: &Sentence<'_>, candidates: &[Candidate]) -> bool {
    if let Some(head) = candidates.last().filter(|last| heads(sentence, last)) {
        story.list_head = Some(head.clone());
        return false;
    }
    if sentence.heads_block() && line(sentence).is_none() {
        story.list_head = None;
    }
    story.list_head.is_some()
}

/// Where the words of a sentence begin that is a line of a list.
fn line(sentence: &Sentence<'_>) -> Option<u32> {
    begins(sentence, &sentence.tokens).filter(|_| sentence.heads_block())
}

/// Where words begin behind the sign or number of a line: "- …", "(ii) …", "3. …".
fn begins(sentence: &Sentence<'_>, tokens: &Range<u32>) -> Option<u32> {
    let sign = |at: u32| tokens.contains(&at) && sentence.token(at).shape == Shape::Punctuation;
    let first = tokens.start;
    let at = first + u32::from(sign(first));
    let closed = sign(at + 1) && matches!(sentence.word(at + 1), ")" | "." | "/");
    let number = closed
        && (sentence.token(at).shape == Shape::Number || sentence.word(at).chars().count() <= NUMBERED)
        && (at == first || sentence.word(first) == "(");
    let bullet = sentence.page.list_sign(first);
    number.then_some(at + 2).or(bullet.then_some(first + 1)).filter(|start| tokens.contains(start))
}

#[cfg(test)]
mod tests {
    use packs::Packs;

    use crate::fixtures::{claims, phrases, read};

    /// The quotes of a text's claims, by the packs' phrases alone.
    fn check(packs: &Packs, list: &str) -> Vec<String> {
        let met =
            "Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova in Oslo.";
        claims(&read(packs, "en", &format!("{met}\n\n{list}"))).map(|claim| claim.evidence.clone()).collect()
    }

    #[test]
    fn each_line_of_a_list_says_what_is_agreed_or_asked() {
        let packs = phrases();
        let cases: [(&str, &[&str]); 4] = [
            (
                "The two sides agreed to:\n\n• open a port in the north;\n\n• resume flights.",
                &["open a port in the north"],
            ),
            (
                "Popescu asked Norway:\n\n(i) to open a port;\n\n(ii) to resume all flights.\n\nThe guests left.",
                &["to open a port", "to resume all flights"],
            ),
            // What is agreed in the words above has its fields below.
            ("The two sides agreed to promote:\n\n• trade in fish and wood;", &["The two sides agreed to promote"]),
            ("The two sides agreed to meet again:\n\nMany guests were there.", &["The two sides agreed to meet again"]),
        ];
        for (text, expected) in cases {
            assert_eq!(check(packs, text), expected, "{text}");
        }
    }
}
