//! E-mails ([RFC 5322](https://www.rfc-editor.org/rfc/rfc5322), MIME): what is written in them, and the documents that they carry.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};

use document::PartialDate;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use register::Origin;

use super::known::{Type, content_type};
use super::simple;
use super::source::Source;
use super::{Archive, Claim, Member, Step};
use crate::error::IntakeError;

/// No message has more parts, counted by their headers: messages may lie in each other without end.
const MOST_PARTS: usize = 500;
/// So long a text part stands for itself; a shorter one may only say that there is a page beside it.
const ENOUGH_BYTES: usize = 200;

/// What is in a message: what is written first, then what it carries.
pub(super) struct Parts(VecDeque<Step>);

impl Archive for Parts {
    fn next(&mut self) -> Option<Result<Step, IntakeError>> {
        self.0.pop_front().map(Ok)
    }
}

/// Takes a message apart.
pub(super) fn open(member: Member, limit_bytes: usize) -> Result<Parts, IntakeError> {
    let name = member.origin.name.clone();
    let bytes = member.source.all(limit_bytes).map_err(|error| IntakeError::reading(&*name, error))?;
    let bytes = bytes.map_err(|size_bytes| IntakeError::too_long(&*name, size_bytes, limit_bytes))?;
    if count(&bytes, b"content-type") > MOST_PARTS {
        let problem = format!("has more than {MOST_PARTS} parts");
        return Err(IntakeError::refused(name, problem, "save the parts that are documents, and bring those"));
    }
    let broken = || IntakeError::broken(&*name, "is no message that can be read", "save it again, as EML or text");
    let parsed = catch_unwind(AssertUnwindSafe(|| MessageParser::default().parse(&bytes)));
    let message = parsed.ok().flatten().ok_or_else(broken)?;
    Ok(Parts(parts(&message, &member.origin, &bytes)))
}

/// How often a word occurs, in whatever case.
fn count(bytes: &[u8], word: &[u8]) -> usize {
    let first = [word[0].to_ascii_lowercase(), word[0].to_ascii_uppercase()];
    let places = memchr::memchr2_iter(first[0], first[1], bytes);
    places.filter(|&at| bytes.get(at..at + word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word))).count()
}

fn parts(message: &Message<'_>, given: &Origin, bytes: &[u8]) -> VecDeque<Step> {
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.name().or(from.address()));
    let day = message.date().and_then(|date| {
        let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
        PartialDate::day(i16::try_from(date.year).ok()?, month, day)
    });
    let origin = Origin {
        source: given.source.clone().or(sender.map(str::to_owned)),
        published: given.published.or(day),
        format: None,
        ..given.clone()
    };
    let mut parts = VecDeque::new();
    if let Some((text, format)) = written(message) {
        let origin = Origin { format: Some(format.to_owned()), ..origin.clone() };
        let source = Source::Bytes(text.into_bytes());
        parts.push_back(Step::Member(Member { origin, source, original: Some(bytes.to_vec()), claim: Claim::Text }));
    }
    let carried = message.attachments().enumerate();
    parts.extend(carried.map(|(n, part)| attached(part, n + 1, &origin, bytes)));
    if parts.is_empty() {
        parts.push_back(Step::PassedOver("message without a text"));
    }
    parts
}

/// What is written in a message, and its form: the text, or the page where the text is only said to be there.
fn written(message: &Message<'_>) -> Option<(String, &'static str)> {
    let texts: Vec<&str> = message
        .text_bodies()
        .filter_map(|part| if let PartType::Text(text) = &part.body { Some(text.trim()) } else { None })
        .filter(|text| !text.is_empty())
        .collect();
    let page =
        message.html_bodies().find_map(|part| if let PartType::Html(page) = &part.body { Some(page) } else { None });
    let subject = message.subject().map(str::trim).filter(|subject| !subject.is_empty());
    let text = texts.join("\n\n");
    if let Some(page) = page.filter(|page| text.len() < ENOUGH_BYTES && !page.trim().is_empty()) {
        let title = subject.filter(|_| !has_title(page)).map(simple::title).unwrap_or_default();
        return Some((format!("{title}{page}"), "html"));
    }
    match (text.is_empty(), subject) {
        (true, _) => None,
        // Where the text begins with it, it need not be said twice.
        (false, Some(subject)) if !text.starts_with(subject) => Some((format!("{subject}\n\n{text}\n"), "plain")),
        (false, _) => Some((format!("{text}\n"), "plain")),
    }
}

fn has_title(page: &str) -> bool {
    count(page.as_bytes(), b"<title") > 0
}

/// What a message carries, the part of some number from 1.
fn attached(part: &MessagePart<'_>, n: usize, origin: &Origin, message: &[u8]) -> Step {
    let type_of = part
        .content_type()
        .map_or(Type::Unsaid, |of| content_type(&format!("{}/{}", of.ctype(), of.subtype().unwrap_or_default())));
    let named = part.attachment_name().map(|name| name.rsplit(['/', '\\']).next().unwrap_or(name));
    let (bytes, claim) = match &part.body {
        PartType::Message(inner) => {
            let bytes = match part.encoding {
                // One that is not encoded has the whole of what it lies in for its own.
                Encoding::None => message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default(),
                Encoding::QuotedPrintable | Encoding::Base64 => inner.raw_message(),
            };
            (bytes.to_vec(), Claim::Typed(Type::Message))
        }
        PartType::Text(text) | PartType::Html(text) => (text.as_bytes().to_vec(), claim(type_of, named)),
        PartType::Binary(bytes) => (bytes.to_vec(), claim(type_of, named)),
        PartType::InlineBinary(_) | PartType::Multipart(_) => return Step::PassedOver("picture in a message"),
    };
    let name = format!("{}/{}", origin.name, named.map_or_else(|| n.to_string(), str::to_owned));
    let origin = Origin { name, ..origin.clone() };
    Step::Member(Member { origin, source: Source::Bytes(bytes), original: None, claim })
}

/// What a part claims to be: programs that send messages know less of types than names do.
fn claim(type_of: Type, named: Option<&str>) -> Claim {
    match type_of {
        Type::Text(_) | Type::Message => Claim::Typed(type_of),
        _ if named.is_some() => Claim::Inside,
        _ => Claim::Typed(type_of),
    }
}
