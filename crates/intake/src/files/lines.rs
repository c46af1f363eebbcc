//! JSON Lines: a document a line, with named columns.

use std::io::{BufRead, Read as _};

use register::Origin;

use super::record::Record;
use super::{Archive, Member, Step};
use crate::error::IntakeError;

const WRITE: &str = "write an object with \"text\" a line, see `chancery add --help`";

/// An archive of JSON Lines.
pub(super) struct Lines {
    origin: Origin,
    lines: Box<dyn BufRead + Send>,
    limit_bytes: usize,
    /// The number of the line, from 1.
    n: u64,
    ended: bool,
}

impl Lines {
    pub(super) fn new(member: Member, limit_bytes: usize) -> Self {
        Self { origin: member.origin, lines: member.source.read(), limit_bytes, n: 0, ended: false }
    }

    fn place(&self) -> String {
        format!("{}:{}", self.origin.name, self.n)
    }

    fn record(&self, line: &[u8]) -> Result<Step, IntakeError> {
        let record: Record = serde_json::from_slice(line)
            .map_err(|error| IntakeError::broken(self.place(), format!("is no document ({error})"), WRITE))?;
        if record.text.len() > self.limit_bytes {
            return Err(IntakeError::too_long(self.place(), record.text.len() as u64, self.limit_bytes));
        }
        Ok(Step::Member(record.member(self.place(), &self.origin)))
    }
}

impl Archive for Lines {
    fn next(&mut self) -> Option<Result<Step, IntakeError>> {
        // A record is the text with its quotes escaped and what is known of it.
        let most = 2 * self.limit_bytes as u64 + (1 << 16);
        let mut line = Vec::new();
        while !self.ended {
            line.clear();
            self.n += 1;
            match (&mut self.lines).take(most).read_until(b'\n', &mut line) {
                Ok(0) => self.ended = true,
                Ok(_) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(read) if read as u64 == most && line.last() != Some(&b'\n') => {
                    // What is read of it may fail here: then so does the next line.
                    self.ended = self.lines.skip_until(b'\n').is_err();
                    let problem = "is longer than the limit";
                    let mend = "raise --limit, or check that it is JSON Lines";
                    return Some(Err(IntakeError::broken(self.place(), problem, mend)));
                }
                Ok(_) => return Some(self.record(line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line))),
                Err(error) => {
                    self.ended = true;
                    return Some(Err(IntakeError::reading(self.place(), error)));
                }
            }
        }
        None
    }
}
