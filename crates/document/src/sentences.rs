//! Cuts a block into sentences.

use std::ops::Range;

use crate::cut::Cut;
use crate::habits::Habits;
use crate::script::{Script, script};
use crate::{Sentence, Shape};

/// The most tokens of a sentence: what has no stop in so many is a list or a table, and is cut there.
const LONGEST: usize = 1000;
/// Signs that end a sentence wherever they stand.
const FULL_STOPS: &str = "。！？｡．।॥؟۔።៕။།";
/// Signs that close what was opened before.
const CLOSERS: &str = ")]}\"”’'»›」』）】〉》〕“«‘";
/// Of these, those that only close.
const ONLY_CLOSERS: &str = ")]}”」』）】〉》〕»›";
/// Signs that stand before the first word of a sentence.
const OPENERS: &str = "([{\"“”„‘’'«»‹「『（【〈《-–—―•*";

/// Cuts blocks into sentences.
pub(crate) struct Splitter<'a> {
    cut: Cut<'a>,
    habits: &'a Habits,
    scratch: String,
}

impl<'a> Splitter<'a> {
    /// Prepares to cut a text.
    pub(crate) fn new(cut: Cut<'a>, habits: &'a Habits) -> Self {
        Self { cut, habits, scratch: String::new() }
    }

    /// Adds the sentences of a block's tokens, of which there is one at least; `language` is the block's.
    pub(crate) fn split(
        &mut self,
        tokens: Range<u32>,
        block: u32,
        language: Option<u8>,
        sentences: &mut Vec<Sentence>,
    ) {
        let mut start = tokens.start;
        let mut at = tokens.start;
        while at < tokens.end {
            if self.cut.shape(at) != Shape::Punctuation {
                at += 1;
                continue;
            }
            let after = self.run(at, tokens.end);
            at = match self.end(at..after, start, &tokens, language) {
                Some(end) => {
                    push(start..end, block, sentences);
                    start = end;
                    end
                }
                None => after.max(at + 1),
            };
        }
        if start < tokens.end {
            push(start..tokens.end, block, sentences);
        }
    }

    /// Whether a line's last words end a sentence.
    pub(crate) fn ends(&mut self, tokens: Range<u32>, language: Option<u8>) -> bool {
        let mut at = tokens.end;
        while at > tokens.start && at + 6 > tokens.end {
            at -= 1;
            if self.cut.is_any(at, FULL_STOPS) || self.cut.is_any(at, "!?…") {
                return true;
            }
            if self.cut.is(at, ".") {
                return !self.is_abbreviation(at, tokens.start, tokens.end, language);
            }
            if !self.cut.is_any(at, CLOSERS) {
                return false;
            }
        }
        false
    }

    /// The token after a run of signs that may end a sentence; the same token where there is none.
    fn run(&self, sign: u32, limit: u32) -> u32 {
        let cut = self.cut;
        let is_stop = |at: u32| match cut.text.as_bytes()[cut.token(at).start as usize] {
            b'.' | b'!' | b'?' => true,
            0x80.. => cut.is(at, "…") || cut.is_any(at, FULL_STOPS),
            _ => false,
        };
        let mut after = sign;
        while after < limit && (after == sign || !cut.token(after).spaced) && is_stop(after) {
            after += 1;
        }
        after
    }

    /// The end of the sentence that a run of signs ends, if it ends one.
    fn end(&mut self, run: Range<u32>, start: u32, tokens: &Range<u32>, language: Option<u8>) -> Option<u32> {
        let cut = self.cut;
        let last_stop = run.end.checked_sub(1).filter(|&last| last >= run.start)?;
        let sign = run.start;
        let limit = tokens.end;
        let full = cut.is_any(last_stop, FULL_STOPS);
        let loud = full || run.clone().take(8).any(|at| !cut.is(at, ".") && !cut.is(at, "…"));
        let after = self.closers(run.end, limit, full);
        if after >= limit
            || !(after..limit.min(after + 8)).any(|at| cut.is_word(at) || cut.shape(at) == Shape::Number)
                && limit - after < 8
        {
            return Some(limit);
        }
        // In Chinese and Japanese what is quoted goes on: 「好？」と言った。
        let quoted = after > last_stop + 1;
        if full {
            return (!quoted || cut.token(after).spaced || !cut.is_word(after) || cut.is_any(last_stop, "。"))
                .then_some(after);
        }
        let next = cut.token(after);
        if !next.spaced {
            return self.glued(sign, after, limit).then_some(after);
        }
        let first = self.first_word(after, limit);
        if cut.is_small(first) {
            return None;
        }
        if loud || cut.is(sign, "…") || last_stop != sign {
            return Some(after);
        }
        if cut.is_any(after, ",;:") {
            return None;
        }
        (!self.is_abbreviation(sign, start, limit, language)).then_some(after)
    }

    /// The token after the quotes and brackets that close with a sentence.
    fn closers(&self, mut at: u32, limit: u32, full: bool) -> u32 {
        while at < limit {
            let token = self.cut.token(at);
            let followed = at + 1 < limit && !self.cut.token(at + 1).spaced;
            let glued = !token.spaced
                && self.cut.is_any(at, if full { ONLY_CLOSERS } else { CLOSERS })
                && (full || !(followed && self.cut.is_word(at + 1)));
            // In French a space stands before it.
            if glued || (token.spaced && !followed && self.cut.is_any(at, ONLY_CLOSERS)) {
                at += 1;
            } else if let Some(after) = self.footnote(at, limit) {
                at = after;
            } else {
                break;
            }
        }
        at
    }

    /// The token after `[1]` that is glued to a sentence.
    fn footnote(&self, at: u32, limit: u32) -> Option<u32> {
        let is = !self.cut.token(at).spaced
            && at + 2 < limit
            && self.cut.is(at, "[")
            && self.cut.shape(at + 1) == Shape::Number
            && self.cut.is(at + 2, "]");
        is.then_some(at + 3)
    }

    /// Whether a new sentence begins without a space: "…agreed.The minister".
    fn glued(&self, stop: u32, after: u32, limit: u32) -> bool {
        let before = stop.checked_sub(1).filter(|_| !self.cut.token(stop).spaced);
        let ended = before.is_some_and(|before| {
            self.cut.is_small(before) && self.cut.word(before).len() > 2 || self.cut.is_any(before, CLOSERS)
        });
        let begins = self.cut.shape(after) == Shape::Capital && self.cut.word(after).len() > 1;
        ended && begins && after + 1 < limit && self.cut.token(after + 1).spaced && self.cut.is_word(after + 1)
    }

    /// The first word after quotes and brackets.
    fn first_word(&self, mut at: u32, limit: u32) -> u32 {
        let most = limit.min(at + 4) - 1;
        while at < most && self.cut.is_any(at, OPENERS) {
            at += 1;
        }
        at
    }

    /// Whether a full stop with a space behind it belongs to what stands before it.
    fn is_abbreviation(&mut self, stop: u32, start: u32, limit: u32, language: Option<u8>) -> bool {
        let cut = self.cut;
        if stop == start || cut.token(stop).spaced {
            return false;
        }
        let word = stop - 1;
        let next = self.first_word((stop + 1).min(limit.saturating_sub(1)), limit);
        match cut.shape(word) {
            Shape::Number => {
                let number = cut.number(word).is_some_and(|number| number < 100);
                let listed = number && self.is_first(word, start);
                listed || (number && cut.is_capital(next) && self.is_ordinal(word, next, language))
            }
            Shape::Punctuation => false,
            _ => self.is_short_form(word, stop, start, next, language),
        }
    }

    /// Whether only signs stand before a token in its sentence: "1.", "(a)", "II.".
    fn is_first(&self, token: u32, start: u32) -> bool {
        token - start < 3 && (start..token).all(|at| self.cut.shape(at) == Shape::Punctuation)
    }

    fn is_ordinal(&mut self, number: u32, next: u32, language: Option<u8>) -> bool {
        let has_ordinals = language.is_some_and(|language| self.habits.languages[usize::from(language)].ordinal_stop);
        let glued = number > 0 && !self.cut.token(number).spaced;
        has_ordinals && !glued && self.cut.word(number).len() <= 2 && !self.begins_sentence(next, language)
    }

    /// Whether the word before a stop is an abbreviation, an initial or letters with stops between them.
    fn is_short_form(&mut self, word: u32, stop: u32, start: u32, next: u32, language: Option<u8>) -> bool {
        let cut = self.cut;
        let text = cut.word(word);
        // "U.S.", "e.g.", "T.Ư.": one letter, or a few after another stop.
        let dotted = word > start && cut.is(word - 1, ".") && !cut.token(word).spaced && !cut.token(word - 1).spaced;
        let alone = cut.token(word).spaced
            || dotted
            || (word > start && cut.is_any(word - 1, OPENERS) && !cut.is_any(word - 1, "'’"));
        let single = alone && text.chars().nth(1).is_none() && is_initial(text);
        if single && self.is_first(word, start) {
            return true;
        }
        if self.is_listed(word, stop, start, language) {
            // "Dr. May" goes on, "Marcos Jr. The" does not.
            let named = word > start && cut.is_capital(word - 1);
            let title = cut.is_capital(word) && !dotted && !single && !named;
            return title || !self.begins_sentence(next, language);
        }
        // "Hợp tác về quân y. Đại tướng …": a small letter by itself is a word where a capital follows, no initial.
        let word_of_one = single && !dotted && text.is_ascii() && !cut.is_capital(word) && cut.is_capital(next);
        let letters = (single && !word_of_one) || (dotted && text.chars().nth(3).is_none());
        letters && !self.begins_sentence(next, language)
    }

    /// Whether a pack lists a word with its stop, alone or with what is glued before it.
    fn is_listed(&self, word: u32, stop: u32, start: u32, language: Option<u8>) -> bool {
        let end = self.cut.token(stop).end as usize;
        let wanted = language.map_or(u64::MAX, |language| 1 << language);
        let mut from = word;
        loop {
            let text = &self.cut.text[self.cut.token(from).start as usize..end];
            if self.habits.abbreviation(text) & wanted != 0 {
                return true;
            }
            if from <= start || word - from > 6 || self.cut.token(from).spaced {
                return false;
            }
            from -= 1;
        }
    }

    /// Whether a word is a small word that a capital makes the first of a sentence.
    fn begins_sentence(&mut self, word: u32, language: Option<u8>) -> bool {
        if self.cut.shape(word) != Shape::Capital || self.cut.word(word).len() < 2 {
            return false;
        }
        let languages = self.habits.function_word(self.cut.word(word), &mut self.scratch);
        languages & language.map_or(u64::MAX, |language| 1 << language) != 0
    }
}

/// Whether one letter stands for a name. In Latin script those beyond ASCII are as often words: "Nam Á.".
fn is_initial(letter: &str) -> bool {
    let script = letter.chars().next().map_or(Script::NONE, script);
    script.is_spaced() && (script != Script::LATIN || letter.is_ascii())
}

/// Adds a sentence, in pieces where it is too long.
fn push(tokens: Range<u32>, block: u32, sentences: &mut Vec<Sentence>) {
    for start in tokens.clone().step_by(LONGEST) {
        sentences.push(Sentence { tokens: start..tokens.end.min(start + LONGEST as u32), block });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::habits::tests::habits;
    use crate::tokenize;

    fn split(text: &str, language: &str) -> String {
        let habits = habits();
        let tokens = tokenize(text);
        let cut = Cut { text, tokens: &tokens };
        let mut sentences = Vec::new();
        if !tokens.is_empty() {
            Splitter::new(cut, &habits).split(0..tokens.len() as u32, 0, habits.index(language), &mut sentences);
        }
        let texts = sentences.iter().map(|sentence| {
            let bytes = cut.bytes(&sentence.tokens);
            &text[bytes.start as usize..bytes.end as usize]
        });
        texts.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn splits() {
        // A bar with spaces is where a sentence ends.
        let rows = [
            ("en", "He came. | She went."),
            ("en", "No stop at all"),
            ("en", "Mr. Smith met Dr. May. | They spoke."),
            ("en", "U.S. President John F. Kennedy came."),
            ("en", "He lives in the U.S. | The minister does not."),
            ("en", "He met K.P. Sharma Oli of Nepal."),
            ("en", "The U.S.-led force left."),
            ("en", "It grew by 3.5 percent to $1.2 billion. | That was much."),
            ("en", "\"We agree.\" | \"Do you?\" | They did."),
            ("en", "\"Why?\" he asked. | Nobody knew."),
            ("en", "“It is done.” | He left (at last). | (She stayed.) | They slept."),
            ("en", "He said: \"We came; we saw; we left.\" | Then he left."),
            ("en", "Really?! | Yes... | Well… perhaps."),
            ("en", "He waited... and waited."),
            ("en", "1. Mr. Hayashi thanked him. | 2. He left."),
            ("en", "It is so.[1] | The rest is not."),
            ("en", "See www.example.org for more. | Thanks."),
            ("en", "The meeting ends on June 15.  ■"),
            ("en", "Prices rose, e.g. Brent oil, etc. | The rest fell."),
            ("en", "At 5 p.m. | The talks began."),
            ("en", "It was signed in 2025. | Ministers left."),
            ("en", "He met Ferdinand Marcos Jr. | The two agreed."),
            ("en", "It is worse than last year's. | Russia's is better."),
            ("en", "Dr. May and Mr. Will Smith came."),
            ("vi", "Nước này ở Đông Nam Á. | Tổng Bí thư đến."),
            ("ru", "В. Путин и С.В. Лавров прибыли. | Они говорили."),
            ("sv", "Den 58:e sessionen hölls. | Sedan kom kl. 10 nästa."),
            ("sv", "Bl.a. Sverige deltog. | Det var bra."),
            ("de", "Am 3. Juni kam er. | Am 4. ging er."),
            ("de", "Es war 2025. | Der Minister ging."),
            ("de", "„Das ist gut.“ | Er ging."),
            ("fr", "« C'est bien ! » | Il part."),
            ("zh", "他来了。| 我走了！| 好？”他说。"),
            ("hi", "यह है। | वह था।"),
            ("vi", "TS. Nguyễn Văn A đến. | Ông đi."),
            ("vi", "Hợp tác về quân y. | Đại tướng đến."),
            ("ru", "Он прибыл в г. Москва. | Он говорил."),
        ];
        for (language, row) in rows {
            let text = row.replace("| ", "");
            let shown = split(&text, language);
            assert_eq!(shown.replace(" | ", "| "), row.replace(" | ", "| "));
        }
    }

    #[test]
    fn splits_where_a_space_is_missing() {
        assert_eq!(split("They agreed.The minister left.", "en"), "They agreed. | The minister left.");
        assert_eq!(split("See Chinhphu.Vn now", "en"), "See Chinhphu.Vn now");
    }
}
