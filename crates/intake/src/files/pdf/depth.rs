//! How deep what a PDF says lies in each other. The library goes down into it without end, and would end the whole program.

/// Arrays and dictionaries may lie so deep in each other. In packed bytes, where nothing is opened, brackets come as often as their ends.
const DEEPEST: usize = 4000;
/// And so deep where strings count too: in these, brackets may be letters. The stack holds twice as many.
const DEEPEST_OF_ALL: usize = 40_000;
/// So many states of drawing may be kept at once: each takes memory.
const MOST_SAVED: usize = 50_000;

/// What is open in some bytes, told by brackets: once of all bytes, and once of those outside of strings and comments. Where a picture
/// stands among the words of a page, its bytes may look as if a string began, so that neither is enough alone.
#[derive(Default)]
pub(super) struct Depth {
    all: Count,
    outside: Count,
    within: Within,
    too_deep: bool,
}

#[derive(Clone, Copy, Default)]
enum Within {
    #[default]
    Nothing,
    /// A string, with how many brackets are open in it, and whether the next byte stands for itself.
    Text(usize, bool),
    /// A string of figures, or a dictionary if another bracket follows.
    Begun,
    Figures,
    Comment,
}

#[derive(Default)]
struct Count {
    depth: usize,
    saved: usize,
    before: [u8; 2],
}

impl Depth {
    /// Looks at the bytes behind those that were looked at.
    pub(super) fn look(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let was = self.within;
            self.within = was.behind(byte);
            let is_outside = matches!(was, Within::Nothing | Within::Begun)
                && matches!(self.within, Within::Nothing | Within::Begun);
            self.all.take(byte);
            self.outside.take(if is_outside { byte } else { b' ' });
            self.too_deep |= self.all.is_deeper(DEEPEST_OF_ALL) || self.outside.is_deeper(DEEPEST);
        }
    }

    /// Whether more was open at once than any document has.
    pub(super) fn is_too_deep(&self) -> bool {
        self.too_deep
    }

    /// The same of some bytes.
    pub(super) fn of(bytes: &[u8]) -> bool {
        let mut depth = Self::default();
        depth.look(bytes);
        depth.is_too_deep()
    }
}

impl Within {
    fn behind(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Text(open, true), _) => Self::Text(open, false),
            (Self::Text(open, false), b'\\') => Self::Text(open, true),
            (Self::Text(open, false), b'(') => Self::Text(open + 1, false),
            (Self::Text(1, false), b')') | (Self::Figures, b'>') | (Self::Comment, b'\r' | b'\n') => Self::Nothing,
            (Self::Text(open, false), b')') => Self::Text(open - 1, false),
            (Self::Begun, b'<' | b'>') => Self::Nothing,
            (Self::Begun, _) => Self::Figures,
            (Self::Nothing, b'(') => Self::Text(1, false),
            (Self::Nothing, b'<') => Self::Begun,
            (Self::Nothing, b'%') => Self::Comment,
            (within, _) => within,
        }
    }
}

impl Count {
    fn take(&mut self, byte: u8) {
        match (self.before, byte) {
            (_, b'[') | ([_, b'<'], b'<') => self.depth += 1,
            (_, b']') | ([_, b'>'], b'>') => self.depth = self.depth.saturating_sub(1),
            ([before, b'q'], _) if parts(before) && parts(byte) => self.saved += 1,
            ([before, b'Q'], _) if parts(before) && parts(byte) => self.saved = self.saved.saturating_sub(1),
            _ => {}
        }
        // Two brackets are one sign, and the third begins another.
        let paired = matches!((self.before[1], byte), (b'<', b'<') | (b'>', b'>'));
        self.before = [self.before[1], if paired { 0 } else { byte }];
    }

    fn is_deeper(&self, most: usize) -> bool {
        self.depth > most || self.saved > MOST_SAVED
    }
}

/// Whether a byte stands between two words.
fn parts(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_lies_too_deep() {
        for (text, times, deep) in [
            ("[", 4001, true),
            ("[", 4000, false),
            ("<</A", 4001, true),
            ("<<", 4001, true),
            ("<<<<>>>>", 5000, false),
            ("[(a) -12 (b[1]) <5b5b> (\\(] (c [) \\\\)] TJ % [\n", 5000, false),
            ("[(])", 5000, true),
            ("[%]\n", 5000, true),
            ("[<]>", 5000, true),
            ("<</A (>>)", 5000, true),
            ("BI (ID [", 41_000, true),
            ("1 0 obj<<", 4001, true),
            ("q ", 60_000, true),
            ("q 1 0 0 1 0 0 cm Q\n", 60_000, false),
            ("quick Queues ", 60_000, false),
        ] {
            assert_eq!(Depth::of(text.repeat(times).as_bytes()), deep, "{text}");
        }
    }
}
