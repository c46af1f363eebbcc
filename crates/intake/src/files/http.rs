//! The answer of a server as an archive keeps it: its head, and its body as it was sent.
//!
//! [RFC 9112](https://www.rfc-editor.org/rfc/rfc9112), read as leniently as browsers do.

use std::io::{self, BufRead, Read};

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use crate::error::fair;

/// No head is longer, in bytes.
pub(super) const LONGEST_HEAD: u64 = 1 << 16;
/// More encodings one inside the other are not undone.
const MOST_ENCODINGS: usize = 3;

/// The head of an answer.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The status: 200 where all is well.
    pub(super) status: u16,
    /// Status line and headers, each line ended by CRLF.
    pub(super) text: String,
    /// What the body is said to be.
    pub(super) content_type: String,
    encodings: Vec<String>,
    chunked: bool,
}

/// Reads a head, up to and with the empty line behind it; `None` where there is none.
pub(crate) fn head(from: &mut impl BufRead) -> io::Result<Option<Answer>> {
    let mut from = from.take(LONGEST_HEAD);
    let mut answer = Answer::default();
    let mut line = Vec::new();
    loop {
        line.clear();
        from.read_until(b'\n', &mut line)?;
        if line.last() != Some(&b'\n') {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(line.trim_ascii_end());
        if text.is_empty() {
            return Ok(Some(answer).filter(|answer| answer.status > 0));
        }
        if answer.text.is_empty() {
            let Some(status) = status(&text) else { return Ok(None) };
            answer.status = status;
        } else if let Some((name, value)) = text.split_once(':') {
            answer.learn(name.trim(), value.trim());
        }
        answer.text.push_str(&text);
        answer.text.push_str("\r\n");
    }
}

fn status(line: &str) -> Option<u16> {
    let rest = line.strip_prefix("HTTP/").or_else(|| line.strip_prefix("ICY"))?;
    rest.split_ascii_whitespace().nth(usize::from(line.starts_with("HTTP/")))?.parse().ok()
}

impl Answer {
    fn learn(&mut self, name: &str, value: &str) {
        let list = || value.split(',').map(|one| one.trim().to_ascii_lowercase());
        if name.eq_ignore_ascii_case("content-type") {
            value.clone_into(&mut self.content_type);
        } else if name.eq_ignore_ascii_case("content-encoding") {
            self.encodings.extend(list());
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            self.chunked |= list().any(|one| one == "chunked");
            self.encodings.extend(list().filter(|one| one != "chunked"));
        }
    }

    /// The body as a reader of the page has it, of one that was sent so: at most so many bytes, `Ok(None)` where there are more.
    ///
    /// Some that write archives undo what the head says was done; what does not look as the head says is taken as it is.
    pub(super) fn body(&self, sent: Vec<u8>, most: usize) -> io::Result<Option<Vec<u8>>> {
        let mut body = if self.chunked { unchunked(&sent).unwrap_or(sent) } else { sent };
        for encoding in self.encodings.iter().rev().take(MOST_ENCODINGS) {
            match unpacked(encoding, &body, most) {
                Ok(Some(unpacked)) if unpacked.len() > most => return Ok(None),
                Ok(Some(unpacked)) => body = unpacked,
                Ok(None) => {}
                Err(_) if is_text(&body) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Some(body))
    }
}

/// Whether bytes are text already.
fn is_text(bytes: &[u8]) -> bool {
    !bytes.is_empty() && !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok()
}

/// Undoes an encoding; `None` where there is nothing to undo. One byte more than the most says that there are more.
fn unpacked(encoding: &str, body: &[u8], most: usize) -> io::Result<Option<Vec<u8>>> {
    let all = |from: &mut dyn Read| -> io::Result<Option<Vec<u8>>> {
        let (mut unpacked, mut some) = (Vec::new(), [0; 1 << 14]);
        while unpacked.len() <= most {
            let read = from.read(&mut some)?;
            if read == 0 {
                break;
            }
            unpacked.extend_from_slice(&some[..read]);
            fair(body.len() as u64, unpacked.len() as u64)?;
        }
        Ok(Some(unpacked))
    };
    match encoding {
        "gzip" | "x-gzip" if body.starts_with(b"\x1f\x8b") => all(&mut MultiGzDecoder::new(body)),
        // As the name says it should be, and as some send it.
        "deflate" if is_zlib(body) => all(&mut ZlibDecoder::new(body)),
        "deflate" if !is_text(body) => all(&mut DeflateDecoder::new(body)),
        "br" => all(&mut Decompressor::new(body, 1 << 14)),
        "zstd" if body.starts_with(b"\x28\xb5\x2f\xfd") => all(&mut zstd::stream::read::Decoder::with_buffer(body)?),
        _ => Ok(None),
    }
}

/// Whether bytes begin as those of zlib do ([RFC 1950](https://www.rfc-editor.org/rfc/rfc1950)).
pub(super) fn is_zlib(body: &[u8]) -> bool {
    matches!(body, [first, second, ..]
        if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0)
}

/// The body without the sizes of its pieces; `None` where it is not cut so.
fn unchunked(mut sent: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::with_capacity(sent.len());
    loop {
        let end = memchr::memchr(b'\n', sent)?;
        let line = std::str::from_utf8(&sent[..end]).ok()?;
        let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        sent = &sent[end + 1..];
        if size == 0 {
            return Some(body);
        }
        // The last piece of a connection that broke is worth as much as came of it.
        body.extend_from_slice(&sent[..size.min(sent.len())]);
        if size >= sent.len() {
            return Some(body);
        }
        sent = &sent[size..];
        sent = sent.strip_prefix(b"\r\n").or_else(|| sent.strip_prefix(b"\n"))?;
        if sent.is_empty() {
            return Some(body);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::*;

    fn answer(head: &str) -> Option<Answer> {
        super::head(&mut head.as_bytes()).expect("memory can be read")
    }

    #[test]
    fn reads_heads_of_every_kind() {
        let lenient = answer("HTTP/1.0 200\nContent-type:text/html\nodd line\nX: é\n\n").unwrap();
        assert_eq!((lenient.status, &*lenient.content_type), (200, "text/html"));
        assert_eq!(lenient.text, "HTTP/1.0 200\r\nContent-type:text/html\r\nodd line\r\nX: é\r\n");
        assert_eq!(answer("HTTP/2 404 Not Found\r\n\r\n").unwrap().status, 404);
        assert_eq!(answer("<html>\n\n"), None);
        assert_eq!(answer("HTTP/1.1 200 OK\r\nbroken off"), None);
    }

    #[test]
    fn undoes_what_was_done_for_the_way() {
        const TEXT: &[u8] = b"A page of some length, a page of some length.";
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(TEXT).unwrap();
        zlib.write_all(TEXT).unwrap();
        deflate.write_all(TEXT).unwrap();
        let gzip = gzip.finish().unwrap();
        let chunks = [format!("{:x};name=value\r\n", gzip.len()).as_bytes(), &gzip, b"\r\n0\r\n\r\n"].concat();
        let rows: [(&str, &[u8]); 8] = [
            ("", TEXT),
            ("Content-Encoding: gzip", &gzip),
            ("Content-Encoding: deflate", &zlib.finish().unwrap()),
            ("Content-Encoding: deflate", &deflate.finish().unwrap()),
            ("Transfer-Encoding: chunked\r\nContent-Encoding: x-gzip", &chunks),
            // Undone before it was kept.
            ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", TEXT),
            ("Content-Encoding: br", TEXT),
            ("Content-Encoding: identity", TEXT),
        ];
        for (headers, sent) in rows {
            let answer = answer(&format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n")).unwrap();
            assert_eq!(answer.body(sent.to_vec(), 100).unwrap().as_deref(), Some(TEXT), "{headers}");
        }
    }

    #[test]
    fn unpacks_brotli() {
        // Python: brotli.compress(b"page " * 12)
        const PACKED: &[u8] = b"\x1b\x3b\x00\xf8\x8d\x94\x6e\xde\xb4\x0c\x2b\x83\x2b\x90\xb3\x78\x27\x0a\x88\x0d";
        let answer = answer("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n").unwrap();
        assert_eq!(answer.body(PACKED.to_vec(), 100).unwrap(), Some(b"page ".repeat(12)));
    }

    #[test]
    fn holds_no_more_than_is_asked_for() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&[b' '; 5000]).unwrap();
        let gzip = gzip.finish().unwrap();
        let answer = answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n").unwrap();
        assert_eq!(answer.body(gzip.clone(), 4999).unwrap(), None);
        assert_eq!(answer.body(gzip, 5000).unwrap().map(|body| body.len()), Some(5000));
        let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
        bomb.write_all(&vec![0; 8 << 20]).unwrap();
        assert!(answer.body(bomb.finish().unwrap(), usize::MAX).is_err());
    }
}
