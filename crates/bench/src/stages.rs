//! What each step of reading takes.

use std::fs;
use std::ops::Range;
use std::time::{Duration, Instant};

use document::Document;
use packs::{Layer, Marks, Packs, UNKNOWN};

/// The time that the steps took, all documents together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stages {
    /// Bytes to a cut text.
    pub(crate) open: Duration,
    /// Words, phrases and dates; part of `read`.
    pub(crate) scan: Duration,
    /// A cut text to a reading.
    pub(crate) read: Duration,
    /// A reading to a line of JSON.
    pub(crate) output: Duration,
    /// The time of the processor for all of them, where the system tells, else of the clock.
    pub(crate) processor: Duration,
    /// Engagements and claims read, so that nobody thinks that nothing was.
    pub(crate) engagements: usize,
    pub(crate) claims: usize,
    /// Bytes of JSON.
    pub(crate) written: usize,
}

impl Stages {
    pub(crate) fn total(&self) -> Duration {
        self.open + self.read + self.output
    }
}

/// How long this thread has had a core to itself; what others on the machine do does not count.
pub(crate) fn processor() -> Option<Duration> {
    let status = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    status.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Reads documents as `chancery read --json` does.
pub(crate) fn read_all(packs: &Packs, texts: &[String]) -> Stages {
    let mut stages = Stages::default();
    let before = processor();
    texts.iter().for_each(|text| read(packs, text, &mut stages));
    let took = processor().zip(before).map(|(after, before)| after - before);
    stages.processor = took.filter(|took| !took.is_zero()).unwrap_or(stages.total());
    stages
}

/// Reads a document as `chancery read --json` does.
pub(crate) fn read(packs: &Packs, text: &str, stages: &mut Stages) {
    let start = Instant::now();
    let document = document::open("document", text.as_bytes(), packs.habits(), &document::Settings::default());
    let opened = Instant::now();
    let document = document.expect("it is text");
    let reading = reader::read(packs, &document, &reader::Settings::default());
    let read = Instant::now();
    let line = serde_json::to_vec(&reading).expect("a reading can be written");
    stages.output += read.elapsed();
    stages.open += opened - start;
    stages.read += read - opened;
    stages.engagements += reading.engagements.len();
    stages.claims += reading.engagements.iter().map(|engagement| engagement.claims.len()).sum::<usize>();
    stages.written += line.len() + 1;
}

/// Does once more what reading does first: numbers the words, finds the phrases and the dates.
pub(crate) fn scan(packs: &Packs, document: &Document) -> usize {
    let Some(main) = document.language_index() else { return 0 };
    let (text, tokens) = (document.text(), document.tokens());
    let mut words = vec![UNKNOWN; tokens.len()];
    let mut marks = Marks::default();
    let mut dates = 0;
    for sentence in document.sentences() {
        let block = &document.blocks()[sentence.block as usize];
        let language = &packs.languages[usize::from(block.language.unwrap_or(main))];
        let range: Range<u32> = sentence.tokens.clone();
        let inside = range.start as usize..range.end as usize;
        language.lexicon.number(text, &tokens[inside.clone()], &mut words[inside]);
        language.lexicon.scan(text, tokens, &words, range.clone(), &mut marks);
        let figures = marks.last(Layer::Figures);
        dates += language.dates.find(&language.lexicon, text, tokens, &words, figures, range).len();
    }
    dates
}
