//! How far a long read has come, for people who wait at a terminal.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::sources::Counts;

/// How long the work may take before a bar is worth its lines.
const PATIENCE: Duration = Duration::from_secs(2);

/// A bar on standard error; none where that is no terminal, or where the work is soon done.
pub(crate) struct Progress {
    bar: ProgressBar,
    counts: Rc<Counts>,
    begun: Instant,
    shown: Cell<bool>,
}

impl Progress {
    pub(crate) fn new(counts: Rc<Counts>) -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:30} {human_pos} of {human_len} documents, {eta} left");
        bar.set_style(style.expect("the template is well-formed"));
        Self { bar, counts, begun: Instant::now(), shown: Cell::new(false) }
    }

    /// A bar for so many documents.
    pub(crate) fn of(documents: usize) -> Self {
        let counts = Counts::default();
        counts.documents.set(documents);
        Self::new(Rc::new(counts))
    }

    /// A bar for so many documents and engagements together; without a length where it is 0.
    pub(crate) fn entries(total: u64) -> Self {
        let progress = Self::of(total as usize);
        let of = if total > 0 {
            "{bar:30} {human_pos} of {human_len} entries, {eta} left"
        } else {
            "{spinner} {human_pos} documents"
        };
        progress.bar.set_style(ProgressStyle::with_template(of).expect("the template is well-formed"));
        progress
    }

    /// One more document is done.
    pub(crate) fn one_more(&self) {
        self.more(1);
    }

    /// So many more documents are done.
    pub(crate) fn more(&self, documents: usize) {
        self.bar.set_length(self.counts.documents.get() as u64);
        self.bar.inc(documents as u64);
        if !self.shown.get() && self.begun.elapsed() > PATIENCE {
            self.shown.set(true);
            // It draws only where this is a terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Prints something without the bar in its way.
    pub(crate) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    /// Takes the bar away.
    pub(crate) fn done(&self) {
        self.bar.finish_and_clear();
    }
}
