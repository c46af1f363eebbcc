//! Archives of the web: WARC 1.0 and 1.1 ([ISO 28500](https://iipc.github.io/warc-specifications/)), plain or packed record by record.
//!
//! Of the records those are read that hold what a server has answered (`response`) or what was found elsewhere (`resource`).

use std::io::{self, BufRead, Read, Take};

use jiff::Timestamp;
use register::Origin;

use super::http::{self, LONGEST_HEAD};
use super::known::{Type, content_type};
use super::packed::{Members, Packing};
use super::source::Source;
use super::{Archive, Claim, Member, Step};
use crate::error::IntakeError;
use crate::warc::ORIGIN;

/// No head of a record is longer, in bytes: it may say again what the head of an answer says.
const LONGEST: u64 = 16 * LONGEST_HEAD;
const FETCH: &str = "fetch or write the archive again; the other records are read";

/// An archive that is read record by record.
pub(super) struct Warc {
    origin: Origin,
    members: Members,
    limit_bytes: usize,
    /// The number of the record, from 1.
    n: u64,
    /// Where it begins.
    at: u64,
    /// Whether what comes is no record until one begins; that was told.
    lost: bool,
}

/// The head of a record.
#[derive(Default)]
struct Head {
    kind: String,
    length: Option<u64>,
    address: Option<String>,
    date: Option<String>,
    content_type: String,
    segment: u64,
    /// What a register has known of it.
    origin: Option<Origin>,
}

/// What keeps a record from being read to its end, so that it is not known where the next begins.
enum Fault {
    Reading(io::Error),
    Record(String),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Reading(error)
    }
}

impl Warc {
    pub(super) fn new(member: Member, limit_bytes: usize, packing: Packing) -> Self {
        let Member { origin, source, .. } = member;
        Self { origin, members: Members::new(source, packing), limit_bytes, n: 0, at: 0, lost: false }
    }

    fn place(&self) -> String {
        format!("{}, record {} at byte {}", self.origin.name, self.n, self.at)
    }

    /// Goes to where a record begins and reads the line that says so; `false` at the end of the archive.
    fn begin(&mut self) -> Result<bool, Fault> {
        let mut line = Vec::new();
        loop {
            if self.members.fill_buf()?.is_empty() {
                if !self.members.advance()? {
                    return Ok(false);
                }
                continue;
            }
            line.clear();
            let at = self.members.at();
            (&mut self.members).take(LONGEST).read_until(b'\n', &mut line)?;
            if line.trim_ascii().is_empty() {
                continue;
            }
            if line.starts_with(b"WARC/") {
                (self.at, self.lost) = (at, false);
                return Ok(true);
            }
            if !self.lost {
                (self.n, self.at) = (self.n + 1, at);
                return Err(Fault::Record("does not begin as a record does (`WARC/1.1`)".to_owned()));
            }
        }
    }

    fn head(&mut self) -> Result<Head, Fault> {
        let mut head = Head::default();
        let mut from = (&mut self.members).take(LONGEST);
        let (mut line, mut whole) = (Vec::new(), Vec::new());
        loop {
            line.clear();
            from.read_until(b'\n', &mut line)?;
            if line.last() != Some(&b'\n') {
                return Err(Fault::Record("has a head without end".to_owned()));
            }
            let folded = line.starts_with(b" ") || line.starts_with(b"\t");
            if !folded {
                head.learn(&whole);
                whole.clear();
            }
            let text = line.trim_ascii();
            if text.is_empty() {
                return Ok(head);
            }
            whole.extend_from_slice(if folded { b" " } else { b"" });
            whole.extend_from_slice(text);
        }
    }

    /// Reads a record. What is wrong with it alone is an error inside; then the next one follows.
    fn record(&mut self) -> Result<Result<Step, IntakeError>, Fault> {
        let head = self.head()?;
        let Some(length) = head.length else {
            return Err(Fault::Record("does not say how long it is (`Content-Length`)".to_owned()));
        };
        let place = self.place();
        let (limit_bytes, given) = (self.limit_bytes, self.origin.clone());
        let mut block = (&mut self.members).take(length);
        let step = match head.kind.as_str() {
            "response" if head.segment <= 1 => response(&mut block, &head, &place, given, limit_bytes)?,
            "resource" if head.segment <= 1 => resource(&mut block, &head, &place, given, limit_bytes)?,
            kind => Ok(Step::PassedOver(passed_over(kind))),
        };
        io::copy(&mut block, &mut io::sink())?;
        if block.limit() > 0 {
            return Err(Fault::Record(format!("ends {} bytes early", block.limit())));
        }
        // What is packed is whole only once its end has been seen.
        loop {
            let bytes = self.members.fill_buf()?;
            let blank = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if blank == 0 {
                let whole = bytes.is_empty() || bytes.starts_with(b"WARC/");
                // Where nothing is packed, what comes next is told by itself.
                let sound = whole || !self.members.is_packed();
                return if sound { Ok(step) } else { Err(Fault::Record("is longer than it says".to_owned())) };
            }
            self.members.consume(blank);
        }
    }
}

/// A record that is passed over, in the singular.
fn passed_over(kind: &str) -> &'static str {
    match kind {
        "warcinfo" => "record about the archive",
        "request" => "request",
        "metadata" => "record of metadata",
        "revisit" => "revisit of a page that had not changed",
        "response" | "resource" | "continuation" => "record that is cut into several",
        _ => "record of another kind",
    }
}

impl Head {
    fn learn(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line);
        let Some((name, value)) = text.split_once(':') else { return };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => self.kind = value.to_ascii_lowercase(),
            "content-length" => self.length = value.parse().ok(),
            // Some programs write it in brackets.
            "warc-target-uri" => self.address = Some(value.trim_matches(['<', '>']).to_owned()),
            "warc-date" => self.date = Some(value.to_owned()).filter(|date| date.parse::<Timestamp>().is_ok()),
            "content-type" => value.clone_into(&mut self.content_type),
            "warc-segment-number" => self.segment = value.parse().unwrap_or(u64::MAX),
            name if name.eq_ignore_ascii_case(ORIGIN) => self.origin = serde_json::from_str(value).ok(),
            _ => {}
        }
    }

    /// What is known of a document that the record holds, and how it is to be taken.
    fn member(&self, given: Origin, place: &str, of: Type, bytes: Vec<u8>, headers: Option<String>) -> Member {
        let (origin, claim) = match self.origin.clone() {
            // As a register has kept it: text where it was text, whatever it looks like, and a message where it does not look like
            // anything else that text is taken out of.
            Some(kept) => {
                let claim = if kept.original.is_some() { Claim::Typed(Type::Message) } else { Claim::Text };
                (Origin { original: None, ..kept }.or(&given), claim)
            }
            None => {
                let address = self.address.clone();
                let name = address.clone().unwrap_or_else(|| place.to_owned());
                let retrieved = self.date.clone();
                (Origin { name, address, retrieved, headers, ..given }, Claim::Typed(of))
            }
        };
        Member { origin, source: Source::Bytes(bytes), original: None, claim }
    }

    /// Whether a register has kept what it holds: then it is a document.
    fn is_kept(&self) -> bool {
        self.origin.is_some()
    }

    /// Whether its address may be that of a page: programs keep their own records under others.
    fn is_of_a_page(&self) -> bool {
        let address = self.address.as_deref().unwrap_or("file:");
        ["http:", "https:", "ftp:", "file:"].iter().any(|scheme| address.starts_with(scheme))
    }

    fn is_robots(&self) -> bool {
        let address = self.address.as_deref().unwrap_or_default();
        address.split(['?', '#']).next().is_some_and(|path| path.ends_with("/robots.txt"))
    }
}

type Block<'a> = Take<&'a mut Members>;
type Taken = Result<Result<Step, IntakeError>, Fault>;

/// What a server answered.
fn response(block: &mut Block<'_>, head: &Head, place: &str, given: Origin, limit_bytes: usize) -> Taken {
    if !head.content_type.to_ascii_lowercase().starts_with("application/http") {
        return Ok(Ok(Step::PassedOver("answer by another protocol than HTTP")));
    }
    let Some(answer) = http::head(block)? else {
        return Ok(Err(IntakeError::broken(place, "holds no answer of a server", FETCH)));
    };
    if answer.status != 200 && !head.is_kept() {
        return Ok(Ok(Step::PassedOver("answer without a page (moved, not found, failed)")));
    }
    let of = content_type(&answer.content_type);
    if (of == Type::Unread || head.is_robots()) && !head.is_kept() {
        return Ok(Ok(Step::PassedOver("file of another type")));
    }
    let sent = match body(block, place, limit_bytes)? {
        Ok(sent) => sent,
        Err(error) => return Ok(Err(error)),
    };
    Ok(match answer.body(sent, limit_bytes) {
        Ok(Some(body)) if body.trim_ascii().is_empty() && !head.is_kept() => Ok(Step::PassedOver("empty answer")),
        Ok(Some(body)) => Ok(Step::Member(head.member(given, place, of, body, Some(answer.text)))),
        Ok(None) => Err(IntakeError::too_long(place, None, limit_bytes)),
        Err(error) => Err(IntakeError::reading(place, error)),
    })
}

/// What was found elsewhere.
fn resource(block: &mut Block<'_>, head: &Head, place: &str, given: Origin, limit_bytes: usize) -> Taken {
    if !head.is_of_a_page() && !head.is_kept() {
        return Ok(Ok(Step::PassedOver("record about the archive")));
    }
    let of = content_type(&head.content_type);
    if (of == Type::Unread || head.is_robots()) && !head.is_kept() {
        return Ok(Ok(Step::PassedOver("file of another type")));
    }
    let body = body(block, place, limit_bytes)?;
    Ok(body.map(|body| Step::Member(head.member(given, place, of, body, None))))
}

/// The rest of a block, where it is no longer than a document may be.
fn body(block: &mut Block<'_>, place: &str, limit_bytes: usize) -> Result<Result<Vec<u8>, IntakeError>, Fault> {
    let size_bytes = block.limit();
    if size_bytes > limit_bytes as u64 {
        return Ok(Err(IntakeError::too_long(place, size_bytes, limit_bytes)));
    }
    let mut body = Vec::new();
    block.read_to_end(&mut body)?;
    Ok(Ok(body))
}

impl Archive for Warc {
    fn next(&mut self) -> Option<Result<Step, IntakeError>> {
        loop {
            let fault = match self.begin() {
                Ok(false) => return None,
                Ok(true) => {
                    self.n += 1;
                    match self.record() {
                        Ok(step) => return Some(step),
                        Err(fault) => fault,
                    }
                }
                Err(fault) => {
                    if matches!(fault, Fault::Reading(_)) && !self.lost {
                        (self.n, self.at) = (self.n + 1, self.members.at());
                    }
                    fault
                }
            };
            let told = std::mem::replace(&mut self.lost, true);
            let place = self.place();
            let error = match fault {
                Fault::Record(problem) => IntakeError::broken(place, problem, FETCH),
                Fault::Reading(error) => {
                    self.members.skip_broken();
                    IntakeError::reading(place, error)
                }
            };
            if !told {
                return Some(Err(error));
            }
        }
    }
}
