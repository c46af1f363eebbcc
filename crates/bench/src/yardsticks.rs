//! What reading is measured against, on the same texts in the same run.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use packs::Lexicon;

/// A bare automaton over the same phrases, which knows neither words nor capitals nor gaps.
pub(crate) struct Automaton(CharwiseDoubleArrayAhoCorasick<u32>);

impl Automaton {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let head = |phrase: String| phrase.split(" …").next().unwrap_or_default().to_lowercase();
        let mut phrases: Vec<String> = lexicon.phrases().into_iter().map(|(phrase, _)| head(phrase)).collect();
        phrases.sort();
        phrases.dedup();
        let built = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(phrases);
        Self(built.expect("no phrase is empty and none is there twice"))
    }

    /// Finds the phrases of a text in small letters; gives how many there are.
    pub(crate) fn scan(&self, text: &str) -> usize {
        self.0.leftmost_find_iter(text).count()
    }
}

/// How long `wc -w` takes with a text on its standard input, from start to end; `None` where there is none.
pub(crate) fn word_count(text: &[u8]) -> Option<Duration> {
    let start = Instant::now();
    let mut process = Command::new("wc").arg("-w").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().ok()?;
    process.stdin.take()?.write_all(text).ok()?;
    process.wait().ok()?.success().then(|| start.elapsed())
}
