//! Everything that was fetched or taken in, as an archive of the web: WARC 1.1, each record packed by gzip.
//!
//! What came in the answer of a server is written as one (`response`), all else as it is (`resource`). What a register knows of it beside stands
//! in a field of the record's head that other programs pass over, so that adding the archive gives the same documents and origins: where that
//! field stands, the record is read whatever else it says of itself.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use register::{Deposit, Origin, Register, RegisterError, StoreError};
use sha2::{Digest as _, Sha256};

use crate::files::http;
use crate::files::known::{HEAD, Kind, kind};

/// The field with what a register knows: an [`Origin`] as JSON.
pub(crate) const ORIGIN: &str = "Chancery-Origin";
/// So many documents are asked for at once.
const AT_ONCE: usize = 500;

/// What keeps an archive from being written.
#[derive(Debug, thiserror::Error)]
pub enum WarcError {
    /// The register fails.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The output fails.
    #[error(transparent)]
    Out(#[from] io::Error),
}

impl From<StoreError> for WarcError {
    fn from(error: StoreError) -> Self {
        Self::Register(error.into())
    }
}

/// Writes all that a register keeps of what came, in the order in which it came. `progress` is told of every document that is done.
///
/// `now_ms` is the time, in milliseconds since 1970. The same register gives the same bytes at the same time: records are named by what they
/// hold.
///
/// # Errors
///
/// Where the register cannot be read or the output fails.
pub fn write(
    register: &Register,
    now_ms: i64,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(usize),
) -> Result<(), WarcError> {
    about(now_ms, out)?;
    let store = register.store();
    let mut after = None;
    loop {
        let ids = store.documents(after, AT_ONCE)?;
        let Some(&last) = ids.last() else { break };
        after = Some(last);
        for id in ids {
            if let Some(document) = store.document(id)? {
                let (mut name, mut original) = (None, None);
                for origin in &document.origins {
                    // Mostly all came in the same bytes, which may be long.
                    if name != origin.original.as_ref() {
                        name = origin.original.as_ref();
                        original = name.map(|name| store.original(name)).transpose()?.flatten();
                    }
                    record(out, &document, origin, original.as_deref())?;
                }
            }
            progress(1);
        }
    }
    Ok(out.flush()?)
}

/// The first record, which is about the archive.
fn about(now_ms: i64, out: &mut dyn Write) -> io::Result<()> {
    let block = concat!(
        "software: chancery ",
        env!("CARGO_PKG_VERSION"),
        "\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    );
    let fields = [("Content-Type", "application/warc-fields".to_owned())];
    put(out, "warcinfo", now_ms, &fields, &[block.as_bytes()])
}

/// One place that a document came from.
fn record(out: &mut dyn Write, document: &Deposit, origin: &Origin, original: Option<&[u8]>) -> io::Result<()> {
    let body = original.unwrap_or(&document.bytes);
    let address = origin.address.as_deref().map_or_else(|| format!("file:///{}", escaped(&origin.name)), in_line);
    let known = serde_json::to_string(origin).expect("an origin is plain values");
    let mut fields = vec![("WARC-Target-URI", address)];
    let mut date = document.added_ms;
    if let Some(retrieved) = origin.retrieved.as_ref().and_then(|at| at.parse::<Timestamp>().ok()) {
        date = retrieved.as_millisecond();
    }
    let head = origin.headers.as_ref().map(|headers| head(headers, body.len())).filter(|head| is_answer(head));
    let kind = if head.is_some() { "response" } else { "resource" };
    let of = if head.is_some() { "application/http;msgtype=response" } else { content_type(origin, body) };
    fields.push(("Content-Type", of.to_owned()));
    fields.push((ORIGIN, known));
    let head = head.unwrap_or_default();
    put(out, kind, date, &fields, &[head.as_bytes(), body])
}

/// The head of an answer whose body is no longer as it was sent: what says how it was, says so under another name.
fn head(headers: &str, body_bytes: usize) -> String {
    let mut head = String::with_capacity(headers.len() + 64);
    for (n, line) in headers.lines().enumerate() {
        let name = line.split_once(':').map_or("", |(name, _)| name).trim().to_ascii_lowercase();
        let sent = ["content-encoding", "content-length", "transfer-encoding"].contains(&name.as_str());
        head.push_str(if n > 0 && sent { "X-Archive-Orig-" } else { "" });
        head.push_str(line);
        head.push_str("\r\n");
    }
    head.push_str(&format!("Content-Length: {body_bytes}\r\n\r\n"));
    head
}

/// Whether a head is read again as it is written: registers also hold what others have called headers.
fn is_answer(head: &str) -> bool {
    let mut rest = head.as_bytes();
    http::head(&mut rest).is_ok_and(|answer| answer.is_some()) && rest.is_empty()
}

/// What something is that came in no answer.
fn content_type(origin: &Origin, body: &[u8]) -> &'static str {
    match (&origin.original, origin.format.as_deref()) {
        (Some(_), _) => match kind(&body[..body.len().min(HEAD)]) {
            Kind::Pdf => "application/pdf",
            Kind::Zip => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _ => "message/rfc822",
        },
        (None, Some("html")) => "text/html",
        (None, Some("markdown")) => "text/markdown",
        (None, _) => "text/plain",
    }
}

/// A name as a part of an address.
fn escaped(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for byte in name.trim_start_matches('/').bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => escaped.push(byte.into()),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// An address without what would end the line in which it stands, or a word of it.
fn in_line(address: &str) -> String {
    let mut line = String::with_capacity(address.len());
    for sign in address.chars() {
        if sign.is_control() || sign.is_whitespace() {
            let mut bytes = [0; 4];
            sign.encode_utf8(&mut bytes).bytes().for_each(|byte| line.push_str(&format!("%{byte:02X}")));
        } else {
            line.push(sign);
        }
    }
    line
}

/// Writes a record, packed by itself.
fn put(out: &mut dyn Write, kind: &str, at_ms: i64, fields: &[(&str, String)], block: &[&[u8]]) -> io::Result<()> {
    let at = Timestamp::from_millisecond(at_ms).unwrap_or_default();
    let length: usize = block.iter().map(|part| part.len()).sum();
    let mut head = format!("WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Date: {at:.3}\r\n");
    for (name, value) in fields {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let mut hash = Sha256::new_with_prefix(&head);
    block.iter().for_each(|part| hash.update(part));
    let name: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    // A name of the form that others write, which is as much its own as the hash.
    let uuid = [&name[..8], &name[8..12], &name[12..16], &name[16..20], &name[20..32]].join("-");
    head.push_str(&format!("WARC-Record-ID: <urn:uuid:{uuid}>\r\nContent-Length: {length}\r\n\r\n"));
    let mut packed = GzEncoder::new(out, Compression::default());
    packed.write_all(head.as_bytes())?;
    block.iter().try_for_each(|part| packed.write_all(part))?;
    packed.write_all(b"\r\n\r\n")?;
    packed.finish()?;
    Ok(())
}
