//! An answer: its status, headers and body.

use std::fmt::Write as _;
use std::io::{self, Read};
use std::time::Duration;

use flate2::read::{MultiGzDecoder, ZlibDecoder};
use ureq::http::{HeaderMap, Response};
use url::Url;

/// What came from an address.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The address that answered, after all that led on to it.
    pub address: Url,
    /// The status (RFC 9110).
    pub status: u16,
    /// Status line and headers as they came, each line ended by CRLF; names are in small letters.
    pub headers: String,
    /// The media type, with its parameters.
    pub content_type: Option<String>,
    /// What to ask with whether it has changed.
    pub etag: Option<String>,
    /// The same, as a time.
    pub last_modified: Option<String>,
    /// The body, unpacked; empty where the status is not of success.
    pub body: Vec<u8>,
}

impl Answer {
    /// One without its body.
    pub(super) fn of<B>(address: &Url, response: &Response<B>) -> Self {
        let header = |name: &str| response.headers().get(name).map(|value| latin1(value.as_bytes()));
        Self {
            address: address.clone(),
            status: response.status().as_u16(),
            headers: written(response),
            content_type: header("content-type"),
            etag: header("etag"),
            last_modified: header("last-modified"),
            body: Vec::new(),
        }
    }

    /// The media type alone, in small letters: `text/html`; empty where none was told.
    pub fn media_type(&self) -> String {
        let told = self.content_type.as_deref().unwrap_or_default();
        told.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }
}

/// Status line and headers, as RFC 9112 writes them.
fn written<B>(response: &Response<B>) -> String {
    let status = response.status();
    let mut lines =
        format!("{:?} {} {}\r\n", response.version(), status.as_u16(), status.canonical_reason().unwrap_or_default());
    for (name, value) in response.headers() {
        let _ = write!(lines, "{name}: {}\r\n", latin1(value.as_bytes()));
    }
    lines
}

/// What a header says; letters beyond ASCII as RFC 9110, 5.5 would have them of old.
fn latin1(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|&byte| char::from(byte)).collect(), str::to_owned)
}

/// How long a site asks to be left alone: `Retry-After`, in seconds or as a time. Without a clock, the time is counted from the answer's
/// own `Date`.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let told = header("retry-after")?.trim();
    if let Ok(seconds) = told.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let from = httpdate::parse_http_date(header("date")?).ok()?;
    httpdate::parse_http_date(told).ok()?.duration_since(from).ok()
}

/// Reads no more than so many bytes; `None` where there are more.
pub(super) fn bounded(reader: impl Read, limit_bytes: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    reader.take(limit_bytes as u64 + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= limit_bytes).then_some(bytes))
}

/// What was packed as `Content-Encoding` says; `None` where it is longer than so many bytes.
///
/// # Errors
///
/// Where it is damaged, or packed in a way that was not asked for.
pub(super) fn unpacked(packed: Vec<u8>, encoding: &str, limit_bytes: usize) -> io::Result<Option<Vec<u8>>> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Ok(Some(packed)),
        // Some name an encoding and send nothing.
        _ if packed.is_empty() => Ok(Some(packed)),
        "gzip" | "x-gzip" => bounded(MultiGzDecoder::new(&*packed), limit_bytes),
        "deflate" => bounded(ZlibDecoder::new(&*packed), limit_bytes),
        other => {
            let other: String = other.chars().take(40).collect();
            Err(io::Error::new(
                io::ErrorKind::Unsupported,
                format!("it is packed as `{other}`, which was not asked for"),
            ))
        }
    }
}

/// The same, where it begins as gzip does: sitemaps come so, whatever their headers say.
pub(super) fn ungzipped(bytes: &[u8], limit_bytes: usize) -> io::Result<Option<Vec<u8>>> {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        bounded(MultiGzDecoder::new(bytes), limit_bytes)
    } else {
        Ok(Some(bytes.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{GzEncoder, ZlibEncoder};

    use super::*;

    #[test]
    fn unpacks_so_much_and_no_more() {
        let text = "A page. ".repeat(1000);
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(text.as_bytes()).expect("memory takes it");
        let gzip = gzip.finish().expect("memory takes it");
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
        zlib.write_all(text.as_bytes()).expect("memory takes it");
        let zlib = zlib.finish().expect("memory takes it");
        for (packed, encoding) in [(gzip.clone(), "gzip"), (zlib, "deflate"), (text.clone().into_bytes(), "identity")] {
            let whole = unpacked(packed, encoding, 8000).expect("it is whole");
            assert_eq!(whole.as_deref(), Some(text.as_bytes()), "{encoding}");
        }
        assert_eq!(unpacked(gzip.clone(), "gzip", 7999).expect("it is whole"), None);
        assert!(unpacked(gzip[..gzip.len() / 2].to_vec(), "gzip", 8000).is_err());
        assert!(unpacked(gzip, "br", 8000).is_err());
    }

    #[test]
    fn tells_how_long_to_wait() {
        let check = |fields: &[(&'static str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in fields {
                headers.insert(*name, value.parse().expect("it is a header"));
            }
            retry_after(&headers).map(|wait| wait.as_secs())
        };
        assert_eq!(check(&[("retry-after", "120")]), Some(120));
        let date = ("date", "Thu, 10 Jul 2025 08:00:00 GMT");
        assert_eq!(check(&[("retry-after", "Thu, 10 Jul 2025 08:01:30 GMT"), date]), Some(90));
        assert_eq!(check(&[("retry-after", "Thu, 10 Jul 2025 07:00:00 GMT"), date]), None);
        assert_eq!(check(&[("retry-after", "soon")]), None);
        assert_eq!(check(&[]), None);
    }
}
