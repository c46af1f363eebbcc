//! What a file is, told by its first bytes; where these say nothing, by the ending of its name.

use serde::Deserialize;
use serde::de::IgnoredAny;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text, or what nothing else is.
    Text,
    /// A web page.
    Html,
    /// A document a line.
    JsonLines,
    /// Apache Parquet.
    Parquet,
    /// An archive of the web, not packed.
    Warc,
    /// Something packed by gzip.
    Gzip,
    /// Something packed by zstd.
    Zstd,
    /// A ZIP, which a Word file is too.
    Zip,
    /// An e-mail.
    Message,
    /// E-mails, one behind the other.
    Mbox,
    /// A PDF.
    Pdf,
    /// Nothing that is read: what it is, and what to do about it.
    Other(&'static str, &'static str),
}

/// How files begin that are no text and not read either.
const OTHERS: [(&[u8], &str, &str); 12] = [
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file", RESAVE),
    (b"{\\rtf", "a file of Rich Text Format", RESAVE),
    (b"\x89PNG", "a picture", RECOGNISE),
    (b"\xff\xd8\xff", "a picture", RECOGNISE),
    (b"GIF8", "a picture", RECOGNISE),
    (b"II*\0", "a picture", RECOGNISE),
    (b"MM\0*", "a picture", RECOGNISE),
    (b"RIFF", "a picture, sound or film", RECOGNISE),
    (b"BZh", "packed by bzip2", UNPACK),
    (b"\xfd7zXZ", "packed by xz", UNPACK),
    (b"7z\xbc\xaf", "packed by 7-Zip", UNPACK),
    (b"Rar!", "packed by RAR", UNPACK),
];
const RESAVE: &str = "save it as DOCX or PDF and bring that";
const RECOGNISE: &str = "run it through text recognition and bring the text";
pub(super) const UNPACK: &str = "unpack it and bring what is in it";

/// How much is looked at to know a file, in bytes.
pub(crate) const HEAD: usize = 8192;

/// What a file is by its first bytes.
pub(crate) fn kind(head: &[u8]) -> Kind {
    // What stands before a PDF is let pass, as readers of PDF do.
    if head[..head.len().min(1024)].windows(5).any(|bytes| bytes == b"%PDF-") && !head.starts_with(b"WARC/") {
        return Kind::Pdf;
    }
    let magic: [(&[u8], Kind); 8] = [
        (b"PK\x03\x04", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"\x1f\x8b", Kind::Gzip),
        (b"\x28\xb5\x2f\xfd", Kind::Zstd),
        (b"PAR1", Kind::Parquet),
        (b"WARC/1.", Kind::Warc),
        (b"WARC/0.", Kind::Warc),
        (b"From ", Kind::Mbox),
    ];
    for (begin, kind) in magic {
        if head.starts_with(begin) && (kind != Kind::Mbox || is_mbox(head)) {
            return kind;
        }
    }
    if let Some((_, what, mend)) = OTHERS.iter().find(|(begin, ..)| head.starts_with(begin)) {
        return Kind::Other(what, mend);
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if begins(text, b"<!doctype html") || begins(text, b"<html") {
        Kind::Html
    } else if text.starts_with(b"{") && is_record(text) {
        Kind::JsonLines
    } else if is_message(head) {
        Kind::Message
    } else {
        Kind::Text
    }
}

/// Whether text begins so, in whatever case.
fn begins(text: &[u8], with: &[u8]) -> bool {
    text.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with))
}

/// Whether the first line says when a message came, and the second is a header.
fn is_mbox(head: &[u8]) -> bool {
    let mut lines = head.split(|&byte| byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let second = lines.next().unwrap_or_default();
    is_from_line(first) && header_name(second).is_some()
}

/// Whether a line begins a message of a mailbox: it says the time at which that came.
pub(super) fn is_from_line(line: &[u8]) -> bool {
    line.starts_with(b"From ") && line.contains(&b':') && line.iter().any(u8::is_ascii_digit)
}

/// Headers that most messages have, and those that nothing but a message has.
const HEADERS: [&str; 14] = [
    "from",
    "to",
    "subject",
    "date",
    "cc",
    "sender",
    "reply-to",
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "content-type",
    "x-mailer",
];
const OWN: usize = 7;

/// Whether a text begins with the headers of a message: three that are known, of which one is of messages alone.
fn is_message(head: &[u8]) -> bool {
    let (mut known, mut own) = (0, 0);
    for line in head.split(|&byte| byte == b'\n') {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(name) = header_name(line) else { break };
        let at = HEADERS.iter().position(|header| header.as_bytes().eq_ignore_ascii_case(name));
        known += usize::from(at.is_some());
        own += usize::from(at.is_some_and(|at| at >= OWN));
    }
    known >= 3 && own >= 1
}

/// The name of a header, where a line is one.
fn header_name(line: &[u8]) -> Option<&[u8]> {
    let name = &line[..line.iter().position(|&byte| byte == b':')?];
    let right = !name.is_empty() && name.len() < 64 && name.iter().all(|&byte| byte.is_ascii_graphic());
    right.then_some(name)
}

/// The columns of which one holds the text of a document.
#[derive(Deserialize)]
struct Columns {
    text: Option<IgnoredAny>,
    html: Option<IgnoredAny>,
    body: Option<IgnoredAny>,
    content: Option<IgnoredAny>,
}

/// Whether the first line is an object that holds a text, as far as can be seen.
fn is_record(text: &[u8]) -> bool {
    let line = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if line.len() < text.len() {
        let columns = serde_json::from_slice::<Columns>(line);
        return columns.is_ok_and(|columns| {
            columns.text.is_some() || columns.html.is_some() || columns.body.is_some() || columns.content.is_some()
        });
    }
    // A lone line, or one that is longer than what is seen.
    let names: [&[u8]; 4] = [b"\"text\"", b"\"html\"", b"\"body\"", b"\"content\""];
    names.iter().any(|name| line.windows(name.len()).any(|part| part == *name))
}

/// What the ending of a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// It is read; the kind counts where the content says nothing.
    Read(Kind),
    /// It is no document.
    Unread,
    /// That is known by its content alone.
    Unknown,
}

/// Endings of what is read.
const READ: [(&str, Kind); 19] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("md", Kind::Text),
    ("markdown", Kind::Text),
    ("html", Kind::Text),
    ("htm", Kind::Text),
    ("xhtml", Kind::Text),
    ("shtml", Kind::Text),
    ("pdf", Kind::Pdf),
    ("docx", Kind::Zip),
    ("eml", Kind::Message),
    ("mbox", Kind::Mbox),
    ("jsonl", Kind::JsonLines),
    ("ndjson", Kind::JsonLines),
    ("parquet", Kind::Parquet),
    ("warc", Kind::Warc),
    ("zip", Kind::Zip),
    ("gz", Kind::Gzip),
    ("zst", Kind::Zstd),
];

/// Endings of files that stand beside documents and are none: they are not opened.
const UNREAD: [&str; 45] = [
    "jpg", "jpeg", "png", "gif", "svg", "webp", "ico", "bmp", "tif", "tiff", "avif", "css", "js", "mjs", "map", "woff",
    "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "ogg", "wav", "webm", "avi", "mov", "exe", "dll", "so", "db",
    "sqlite", "doc", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "7z", "rar", "part",
];

/// What the ending of a name says; of what is packed, the ending before that of the packing, where it says something.
pub(super) fn ending(name: &str) -> Ending {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, last) = file.rsplit_once('.').unwrap_or((file, ""));
    match said(last) {
        packed @ Ending::Read(Kind::Gzip | Kind::Zstd) => {
            match said(stem.rsplit_once('.').map_or("", |(_, inner)| inner)) {
                Ending::Unknown => packed,
                inner => inner,
            }
        }
        ending => ending,
    }
}

fn said(ending: &str) -> Ending {
    let is = |known: &str| known.eq_ignore_ascii_case(ending);
    if let Some((_, kind)) = READ.iter().find(|(known, _)| is(known)) {
        Ending::Read(*kind)
    } else if UNREAD.iter().any(|known| is(known)) {
        Ending::Unread
    } else {
        Ending::Unknown
    }
}

/// What an answer or a part of a message says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// A page, in this form for `document`.
    Text(&'static str),
    /// Of a kind that is known by its content: a PDF, a Word file.
    Known,
    /// A message.
    Message,
    /// It says nothing of use.
    Unsaid,
    /// No document.
    Unread,
}

/// What a `Content-Type` says.
pub(super) fn content_type(of: &str) -> Type {
    let bare = of.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match bare.as_str() {
        "text/html" | "application/xhtml+xml" => Type::Text("html"),
        "text/plain" => Type::Text("plain"),
        "text/markdown" | "text/x-markdown" => Type::Text("markdown"),
        "application/pdf"
        | "application/x-pdf"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Type::Known,
        "message/rfc822" => Type::Message,
        "" | "application/octet-stream" | "binary/octet-stream" | "application/force-download" | "unknown/unknown" => {
            Type::Unsaid
        }
        _ => Type::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_by_their_content() {
        let rows: [(&[u8], Kind); 20] = [
            (b"%PDF-1.7\n", Kind::Pdf),
            (b"\n\n%PDF-1.4", Kind::Pdf),
            (b"PK\x03\x04...", Kind::Zip),
            (b"\x1f\x8b\x08", Kind::Gzip),
            (b"PAR1....", Kind::Parquet),
            (b"WARC/1.1\r\n", Kind::Warc),
            (b"From anna@example.org Thu May  4 09:00:00 2025\nFrom: a\n\nx", Kind::Mbox),
            (b"From Oslo comes word:\nThe minister has left.", Kind::Text),
            (b"From Oslo at 9:00\nnothing.", Kind::Text),
            (b"Subject: a\r\nFrom: b\r\nMIME-Version: 1.0\r\n\r\nx", Kind::Message),
            (b"Received: from a\r\n\tby b\r\nDate: c\r\nFrom: d\r\n\r\nx", Kind::Message),
            // A press release that begins as a letter does.
            (b"Date: 4 May 2025\nSubject: Visit\nTo: The press\n\nThe minister", Kind::Text),
            (b"\xef\xbb\xbf  <!DOCTYPE HTML><html>", Kind::Html),
            (b"{\"text\": \"a\", \"name\": \"b\"}\n{\"text\"", Kind::JsonLines),
            (b"{\"html\": \"a very long line that goes on", Kind::JsonLines),
            (b"{\"title\": 1}\n", Kind::Text),
            (b"{curly} words\n", Kind::Text),
            (b"{\\rtf1", Kind::Other("a file of Rich Text Format", RESAVE)),
            (b"", Kind::Text),
            (b"The minister met", Kind::Text),
        ];
        for (head, expected) in rows {
            assert_eq!(kind(head), expected, "{}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn tells_what_names_and_types_say() {
        for (name, expected) in [
            ("a/b.HTML", Ending::Read(Kind::Text)),
            ("a.warc.gz", Ending::Read(Kind::Warc)),
            ("a.jsonl.ZST", Ending::Read(Kind::JsonLines)),
            ("notes.gz", Ending::Read(Kind::Gzip)),
            ("logo.png.gz", Ending::Unread),
            ("logo.png", Ending::Unread),
            ("cur/1700000000.M1P2.host:2,S", Ending::Unknown),
            ("README", Ending::Unknown),
        ] {
            assert_eq!(ending(name), expected, "{name}");
        }
        for (of, expected) in [
            ("text/html; charset=utf-8", Type::Text("html")),
            ("Application/PDF", Type::Known),
            ("", Type::Unsaid),
            ("text/css", Type::Unread),
            ("image/png", Type::Unread),
        ] {
            assert_eq!(content_type(of), expected, "{of}");
        }
    }
}
