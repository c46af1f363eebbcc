//! Mailboxes: messages one behind the other, each behind a line that begins with `From ` and says when it came.
//!
//! [RFC 4155](https://www.rfc-editor.org/rfc/rfc4155), with the quoting of the kind called mboxrd.

use std::io::{self, BufRead, Read as _};

use register::Origin;

use super::known::{Type, is_from_line};
use super::source::Source;
use super::{Archive, Claim, Member, Step};
use crate::error::IntakeError;

/// So many bytes of a line are looked at at once.
const LINE: u64 = 1 << 16;

/// A mailbox.
pub(super) struct Mbox {
    origin: Origin,
    lines: Box<dyn BufRead + Send>,
    limit_bytes: usize,
    /// The number of the message, from 1, and where it begins.
    n: u64,
    at: u64,
    next_at: u64,
    /// How many bytes were taken.
    taken: u64,
    /// Whether the line before a message was seen.
    begun: bool,
    ended: bool,
}

impl Mbox {
    pub(super) fn new(member: Member, limit_bytes: usize) -> Self {
        let (origin, lines) = (member.origin, member.source.read());
        Self { origin, lines, limit_bytes, n: 0, at: 0, next_at: 0, taken: 0, begun: false, ended: false }
    }

    /// The bytes of the next message, at most one more than the limit; `None` at the end.
    fn message(&mut self) -> io::Result<Option<(Vec<u8>, u64)>> {
        let (mut message, mut line, mut size_bytes) = (Vec::new(), Vec::new(), 0);
        // Long lines come in pieces, of which only the first begins one.
        let (mut whole, mut empty) = (true, true);
        loop {
            line.clear();
            let read = (&mut self.lines).take(LINE).read_until(b'\n', &mut line)?;
            self.taken += read as u64;
            if read == 0 {
                self.ended = true;
                return Ok(self.begun.then_some((message, size_bytes)));
            }
            if whole && empty && is_from_line(&line) {
                self.next_at = self.taken - read as u64;
                if std::mem::replace(&mut self.begun, true) {
                    return Ok(Some((message, size_bytes)));
                }
                self.at = self.next_at;
                continue;
            }
            empty = whole && line.trim_ascii().is_empty();
            let quoted = whole && is_quoted(&line);
            whole = line.last() == Some(&b'\n');
            size_bytes += read as u64;
            if size_bytes <= self.limit_bytes as u64 {
                message.extend_from_slice(&line[usize::from(quoted)..]);
            }
        }
    }
}

/// Whether a line was quoted, for it would begin a message: `>From `, `>>From `.
fn is_quoted(line: &[u8]) -> bool {
    let rest = &line[line.iter().take_while(|&&byte| byte == b'>').count()..];
    rest.len() < line.len() && rest.starts_with(b"From ")
}

impl Archive for Mbox {
    fn next(&mut self) -> Option<Result<Step, IntakeError>> {
        if self.ended {
            return None;
        }
        let message = self.message();
        self.n += 1;
        let place = format!("{}, message {} at byte {}", self.origin.name, self.n, self.at);
        // The line before the next one has been read.
        self.at = self.next_at;
        Some(match message {
            Ok(None) => return None,
            Ok(Some((_, size_bytes))) if size_bytes > self.limit_bytes as u64 => {
                Err(IntakeError::too_long(place, size_bytes, self.limit_bytes))
            }
            Ok(Some((message, _))) => {
                let origin = Origin { name: format!("{}:{}", self.origin.name, self.n), ..self.origin.clone() };
                let (source, claim) = (Source::Bytes(message), Claim::Typed(Type::Message));
                Ok(Step::Member(Member { origin, source, original: None, claim }))
            }
            Err(error) => {
                self.ended = true;
                Err(IntakeError::reading(place, error))
            }
        })
    }
}
