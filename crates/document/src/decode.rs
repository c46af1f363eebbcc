//! Makes text of bytes.

use encoding_rs::{DecoderResult, Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};
use memchr::{memchr, memmem};

use crate::DocumentError;

/// How files begin that are no text.
const BINARY: [&[u8]; 12] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
];
/// Bytes of a page in which it may name its encoding.
const HEAD: usize = 4096;

/// Places of damage that a page may have.
const DAMAGE: usize = 8;

/// Makes text of the bytes of a document.
pub(crate) fn decode(name: &str, bytes: &[u8]) -> Result<String, DocumentError> {
    let name = || name.to_owned();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DocumentError::Empty { name: name() });
    }
    if BINARY.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(DocumentError::Binary { name: name(), at: 0 });
    }
    let misfit = |at: usize| DocumentError::Encoding { name: name(), at };
    if let Some(encoding) = wide(bytes) {
        let from = if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") { 2 } else { 0 };
        return whole(encoding, &bytes[from..]).map_err(|at| misfit(at + from)).and_then(|text| {
            match text.find('\0') {
                Some(at) => Err(DocumentError::Binary { name: name(), at: from + at * 2 }),
                None => Ok(text),
            }
        });
    }
    if let Some(at) = memchr(0, bytes) {
        return Err(DocumentError::Binary { name: name(), at });
    }
    let marked = bytes.starts_with(b"\xef\xbb\xbf");
    let inside = if marked { &bytes[3..] } else { bytes };
    let broken = match simdutf8::compat::from_utf8(inside) {
        Ok(text) if memmem::find(inside, b"\x1b$").is_none() => return Ok(text.to_owned()),
        Ok(_) => return whole(ISO_2022_JP, inside).or_else(|_| Ok(String::from_utf8_lossy(inside).into_owned())),
        Err(error) => error.valid_up_to(),
    };
    if is_page(inside)
        && let Some(text) = mended(inside)
    {
        return Ok(text);
    }
    if marked || is_mostly_utf8(inside) {
        return Err(misfit(broken + bytes.len() - inside.len()));
    }
    if let Some(at) = controls(bytes) {
        return Err(DocumentError::Binary { name: name(), at });
    }
    if let Some(text) = declared(bytes).and_then(|encoding| whole(encoding, bytes).ok()) {
        return Ok(text);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    whole(detector.guess(None, chardetng::Utf8Detection::Deny), bytes).map_err(misfit)
}

/// UTF-16, by its mark or by where its zeros are.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => return None,
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < 8 || bytes.len() % 2 == 1 || memchr::memchr(0, sample).is_none() {
        return None;
    }
    let zeros = |step: usize| sample.iter().skip(step).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let least = (sample.len() / 100).max(3);
    match (even, odd) {
        (0, odd) if odd >= least => Some(UTF_16LE),
        (even, 0) if even >= least => Some(UTF_16BE),
        _ => None,
    }
    .filter(|encoding| {
        let (text, _, broken) = encoding.decode(sample);
        !broken && !text.contains(|c: char| c.is_control() && !c.is_whitespace())
    })
}

/// Whether most of what is beyond ASCII is UTF-8, so that the rest is damage.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (right, wrong) = beyond_ascii(bytes);
    right >= wrong * 2
}

/// How much of what is beyond ASCII is UTF-8, and how much is not.
fn beyond_ascii(bytes: &[u8]) -> (usize, usize) {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().bytes().filter(|&byte| byte >= 0xc0).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    (right, wrong)
}

/// Whether bytes begin as a web page does.
fn is_page(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"<")
}

/// A page in UTF-8 with a little damage, as where a system has cut a description in the middle of a character: with a sign in its
/// place, as browsers show it. Text that is no page is not mended, for its words are evidence to the byte.
fn mended(bytes: &[u8]) -> Option<String> {
    let (right, wrong) = beyond_ascii(bytes);
    (wrong <= DAMAGE && right >= wrong * 20).then(|| String::from_utf8_lossy(bytes).into_owned())
}

/// The first of more control characters than a text has.
fn controls(bytes: &[u8]) -> Option<usize> {
    let is = |byte: u8| byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0x1a | 0x1b);
    let count = bytes.iter().filter(|&&byte| is(byte)).count();
    (count * 100 > bytes.len()).then(|| bytes.iter().position(|&byte| is(byte))).flatten()
}

/// The encoding that a page names in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let start = head.trim_ascii_start();
    if !start.starts_with(b"<") {
        return None;
    }
    let lower = head.to_ascii_lowercase();
    let label = |after: &str| {
        let at = memmem::find(&lower, after.as_bytes())? + after.len();
        let rest = lower[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let length = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.'))
            .count();
        Encoding::for_label(&rest[..length])
    };
    label("charset").or_else(|| label("encoding")).filter(|encoding| encoding.is_ascii_compatible())
}

/// Decodes all bytes, or gives the first that does not fit.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(
        decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len() * 3),
    );
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => {
            text.shrink_to_fit();
            Ok(text)
        }
        DecoderResult::Malformed(length, after) => Err(read.saturating_sub(usize::from(length) + usize::from(after))),
        DecoderResult::OutputFull => unreachable!("the room was reckoned for all"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes() {
        let swedish = "Utrikesministern träffade sin kollega på måndagen och åkte därefter hem över Öresund.";
        let russian = "Министр иностранных дел провёл переговоры со своим коллегой в Москве.";
        let chinese = "外交部长王毅在北京会见了来访的外国客人，双方就共同关心的问题交换了意见。";
        let check = |bytes: &[u8], expected: &str| assert_eq!(decode("x", bytes).as_deref(), Ok(expected));
        check("\u{feff}å".as_bytes(), "å");
        let wide = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        for text in [swedish, russian] {
            check(&[b"\xff\xfe".to_vec(), wide(text, false)].concat(), text);
            check(&[b"\xfe\xff".to_vec(), wide(text, true)].concat(), text);
            check(&wide(text, false), text);
            check(&wide(text, true), text);
        }
        for (encoding, text) in [
            (encoding_rs::WINDOWS_1252, swedish),
            (encoding_rs::WINDOWS_1251, russian),
            (encoding_rs::KOI8_R, russian),
            (encoding_rs::GBK, chinese),
            (encoding_rs::BIG5, "外交部長王毅在北京會見了來訪的外國客人，雙方就共同關心的問題交換了意見。"),
            (encoding_rs::SHIFT_JIS, "外務大臣は北京で中国の外交部長と会談し、意見を交換しました。"),
            (encoding_rs::ISO_2022_JP, "外務大臣は北京で会談した。"),
        ] {
            let (bytes, _, _) = encoding.encode(text);
            check(&bytes, text);
        }
        let damaged = [b"<p>".to_vec(), swedish.repeat(8).into_bytes(), b"\xc3 and \xe5</p>".to_vec()].concat();
        check(&damaged, &format!("<p>{}\u{fffd} and \u{fffd}</p>", swedish.repeat(8)));
        let page = "<html><head><meta charset=windows-1250></head><p>Ministr zahraničí přijel.</p>";
        check(&encoding_rs::WINDOWS_1250.encode(page).0, page);
    }

    #[test]
    fn refuses() {
        let name = || "x".to_owned();
        let rows: [(&[u8], DocumentError); 7] = [
            (b"", DocumentError::Empty { name: name() }),
            (b" \n\t", DocumentError::Empty { name: name() }),
            (b"%PDF-1.7 text", DocumentError::Binary { name: name(), at: 0 }),
            (b"text\0more", DocumentError::Binary { name: name(), at: 4 }),
            (b"\xc3\xa5\xc3\xa4\xc3\xb6 \xe5 \xc3\xa5", DocumentError::Encoding { name: name(), at: 7 }),
            (b"\xef\xbb\xbfab\xff", DocumentError::Encoding { name: name(), at: 5 }),
            (b"\xff\xfea\0\x00\xd8b\0", DocumentError::Encoding { name: name(), at: 4 }),
        ];
        for (bytes, expected) in rows {
            assert_eq!(decode("x", bytes), Err(expected));
        }
    }
}
