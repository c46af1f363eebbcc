//! What could do harm, and what is broken: refused with its place and the mend, and the rest comes all the same.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use intake::files::{Files, Settings};
use register::Origin;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TEXT: &str = "The minister met her colleague in Oslo.";

/// The names of the documents in some bytes, and what is said of the others.
fn read(name: &str, bytes: Vec<u8>) -> Vec<String> {
    read_within(1 << 20, name, bytes)
}

/// The same, where no document may be longer than some bytes.
fn read_within(limit_bytes: usize, name: &str, bytes: Vec<u8>) -> Vec<String> {
    let settings = Settings { origin: Origin { name: name.to_owned(), ..Origin::default() }, limit_bytes, now_ms: 0 };
    let files = Files::bytes(bytes, None, &settings);
    let told = files.map(|found| match found.and_then(|found| found.deposit()) {
        Ok(deposit) => deposit.origin().name,
        Err(error) => format!("! {error}"),
    });
    told.collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).expect("memory is there");
    packed.finish().expect("memory is there")
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).expect("memory is there");
        zip.write_all(bytes).expect("memory is there");
    }
    zip.finish().expect("memory is there").into_inner()
}

fn record(kind: &str, fields: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/{}\r\n{fields}Content-Length: {}\r\n\r\n",
        block.len(),
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn page(text: &str) -> Vec<u8> {
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>{text}</p></html>");
    record("response", "Content-Type: application/http; msgtype=response\r\n", block.as_bytes())
}

/// Whether what is told is one line of each text, in order.
#[track_caller]
fn check(told: &[String], expected: &[&str]) {
    let fits = told.len() == expected.len() && told.iter().zip(expected).all(|(told, part)| told.contains(part));
    assert!(fits, "{told:#?}\n{expected:#?}");
}

#[test]
fn bombs() {
    let zeros = vec![0; 64 << 20];
    let bomb = "unpacks to more than 200 times its size, so it is refused";
    check(&read("a.txt.gz", gzip(&zeros)), &[bomb]);
    check(&read("a.zip", zip(&[("a.txt", &zeros), ("b.txt", TEXT.as_bytes())])), &[bomb, "a.zip/b.txt"]);
    let sent =
        [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n", &gzip(&zeros)[..]].concat();
    let bombed = record("response", "Content-Type: application/http\r\n", &sent);
    check(&read("a.warc", [bombed, page(TEXT)].concat()), &["the limit of 1048576", "https://a.example/"]);
    // A record that is packed itself.
    let bombed = gzip(&record("resource", "Content-Type: text/plain\r\n", &zeros));
    let archive = [gzip(&page("One.")), bombed, gzip(&page("Two, after."))].concat();
    check(&read("a.warc.gz", archive), &["https://a.example/", bomb, "https://a.example/"]);
}

#[test]
fn members_that_share_their_bytes() {
    // Each of many members is fair by itself; together they are more than the archive could hold.
    let mut noise = Vec::new();
    let mut state = 1_u32;
    for _ in 0..20_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.extend_from_slice(format!("{} ", state >> 20).repeat(8).as_bytes());
    }
    let one = zip(&[("a.txt", &noise)]);
    let end = one.len() - 22;
    let directory = u32::from_le_bytes(one[end + 16..end + 20].try_into().unwrap()) as usize;
    let entry = &one[directory..end];
    let n = 20_000_u16;
    let mut many = one[..directory].to_vec();
    for _ in 0..n {
        many.extend_from_slice(entry);
    }
    let mut last = one[end..].to_vec();
    last[8..10].copy_from_slice(&n.to_le_bytes());
    last[10..12].copy_from_slice(&n.to_le_bytes());
    last[12..16].copy_from_slice(&((entry.len() * usize::from(n)) as u32).to_le_bytes());
    many.extend_from_slice(&last);
    let told = read("many.zip", many);
    // Names that are the same are one member for the library; then nothing is unpacked twice.
    let unpacked = told.iter().filter(|told| !told.starts_with('!')).count();
    assert!(unpacked * noise.len() <= 512 << 20, "{unpacked} members of {} bytes", noise.len());
}

#[test]
fn archives_too_deep() {
    let mut nested = zip(&[("a.txt", TEXT.as_bytes())]);
    nested = zip(&[("b.zip", &nested), ("b.txt", TEXT.as_bytes())]);
    check(&read("c.zip", nested.clone()), &["c.zip/b.zip/a.txt", "c.zip/b.txt"]);
    nested = zip(&[("c.zip", &nested), ("c.txt", TEXT.as_bytes())]);
    check(&read("d.zip", nested), &["ZIP files lie too deep in each other", "d.zip/c.zip/b.txt", "d.zip/c.txt"]);
    let mut packed = gzip(TEXT.as_bytes());
    for _ in 0..10 {
        packed = gzip(&packed);
    }
    check(&read("a.txt.gz", packed), &["archives lie too deep in each other"]);
}

#[test]
fn names_that_lead_out() {
    let archive = zip(&[
        ("../../etc/passwd.txt", TEXT.as_bytes()),
        ("/etc/passwd.txt", TEXT.as_bytes()),
        ("good/../a.txt", TEXT.as_bytes()),
        ("__MACOSX/._a.txt", TEXT.as_bytes()),
        ("style.css", TEXT.as_bytes()),
        ("b.txt", TEXT.as_bytes()),
    ]);
    let out = "has a name that leads out of its archive, so it is refused";
    let told = read("a.zip", archive);
    check(&told, &[out, out, out, "a.zip/b.txt"]);
}

fn docx(document: &str) -> Vec<u8> {
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

#[test]
fn word_files() {
    let body = |inside: &str| format!("<w:document xmlns:w=\"x\"><w:body>{inside}</w:body></w:document>");
    let text = "<w:p><w:r><w:t>The minister met her.</w:t></w:r></w:p>";
    check(&read("a.docx", docx(&body(text))), &["a.docx"]);
    let entities = format!(
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>{}",
        body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
    );
    check(&read("a.docx", docx(&entities)), &["declares a document type, as no Word file does, so it is refused"]);
    let deep = format!("{}{text}{}", "<w:sdt>".repeat(5000), "</w:sdt>".repeat(5000));
    check(&read("a.docx", docx(&body(&deep))), &["has elements too deep in each other, so it is refused"]);
    check(&read("a.docx", docx(&body(text)[..60])), &["a.docx: ends early"]);
    check(&read("a.docx", docx(&body(""))), &["holds no text"]);
    check(&read("a.docx", docx(&body(&" ".repeat(32 << 20)))), &["the limit of 1048576"]);
    let long = text.replace("her", &(0..200_000).map(|n| format!("{n} colleagues, ")).collect::<String>());
    check(&read("a.docx", docx(&body(&long))), &["raise it with --limit"]);
}

/// A PDF of one page with some objects beside it; `0` is a page's content.
fn pdf(content: &[u8], filter: &str, more: &[&str]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> \
         /XObject << /X 6 0 R /Y 7 0 R >> >> >>"
            .to_owned(),
        font,
    ];
    let stream = format!("<< /Length {} {filter} >>\nstream\n", content.len());
    objects.push(stream);
    objects.extend(more.iter().map(|&object| object.to_owned()));
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend_from_slice(format!("{} 0 obj\n{object}", n + 1).as_bytes());
        if n == 4 {
            pdf.extend_from_slice(content);
            pdf.extend_from_slice(b"\nendstream");
        }
        pdf.extend_from_slice(b"\nendobj\n");
    }
    let start = pdf.len();
    pdf.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        pdf.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    pdf.extend_from_slice(
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).as_bytes(),
    );
    pdf
}

fn shown(text: &str) -> String {
    format!("BT /F 12 Tf 50 700 Td ({text}) Tj ET\n")
}

#[test]
fn pdf_files() {
    check(&read("a.pdf", pdf(shown(TEXT).as_bytes(), "", &[])), &["a.pdf"]);
    check(&read("a.pdf", b"%PDF-1.7\nnothing".to_vec()), &["a.pdf: "]);
    check(&read("a.pdf", pdf(b"", "", &[])), &["a.pdf: holds no text"]);
    let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray \
                   /Length 1 >>\nstream\nx\nendstream";
    let scanned = pdf(b"q 600 0 0 800 0 0 cm /X Do Q", "", &[picture]);
    check(&read("a.pdf", scanned), &["a.pdf: holds pictures of pages only; run it through text recognition first"]);
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..200 {
        zlib.write_all(&[b' '; 1 << 20]).unwrap();
    }
    let bomb = pdf(&zlib.finish().unwrap(), "/Filter /FlateDecode", &[]);
    check(&read("a.pdf", bomb), &["unpacks to more than 128 MB, so it is refused"]);
    // A page in a page in a page, each twice.
    let form = |n: u32| {
        let content = format!("{} /X Do /X Do", shown(TEXT));
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F 4 0 R >> /XObject << /X {n} 0 R >> >> \
             /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let (one, other) = (form(7), form(6));
    check(&read_within(20_000, "a.pdf", pdf(b"/X Do", "", &[&one, &other])), &["raise it with --limit"]);
}

#[test]
fn messages() {
    let head = "From: a@a.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n";
    let nested = format!(
        "{}Content-Type: text/plain\r\n\r\n{TEXT}",
        format!("{head}Content-Type: message/rfc822\r\n\r\n").repeat(5000)
    );
    check(&read("a.eml", nested.into_bytes()), &["has more than 500 parts, so it is refused"]);
    let archive = zip(&[("a.txt", TEXT.as_bytes())]);
    let mut carrying = format!(
        "{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{TEXT}\r\n\
         --b\r\nContent-Type: application/zip; name=\"../a.zip\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    .into_bytes();
    carrying.extend_from_slice(&archive);
    carrying.extend_from_slice(b"\r\n--b--\r\n");
    let told = read("m.eml", carrying);
    assert_eq!(told[0], "m.eml");
    assert!(told.len() == 2 && told[1].contains("m.eml/a.zip"), "{told:?}");
    let long = format!("From a@a Thu May  4 09:00:00 2025\nSubject: s\n\n{TEXT}\n\n").repeat(2)
        + "From a@a Thu May  4 09:00:00 2025\nSubject: long\n\n"
        + &"much ".repeat(300_000)
        + "\n\nFrom a@a Thu May  4 09:00:00 2025\nSubject: s\n\n>From Oslo.\n";
    check(&read("m.mbox", long.into_bytes()), &["m.mbox:1", "m.mbox:2", "m.mbox, message 3 at byte 174: ", "m.mbox:4"]);
}

#[test]
fn broken_records_of_the_web() {
    let nothing = record("response", "Content-Type: application/http\r\n", b"no answer\r\n\r\n");
    let archive = [page("One."), nothing.clone(), b"lost words\r\n\r\n".to_vec(), page("Two!")].concat();
    let at = page("One.").len();
    check(
        &read("a.warc", archive),
        &[
            "https://a.example/",
            &format!("a.warc, record 2 at byte {at}: holds no answer of a server"),
            &format!("a.warc, record 3 at byte {}: does not begin as a record does", at + nothing.len()),
            "https://a.example/",
        ],
    );
    let short = page("Two!");
    check(
        &read("a.warc", [page("One."), short[..short.len() - 20].to_vec()].concat()),
        &["https", "ends 16 bytes early"],
    );
    // A packed record that is damaged in the middle, and one whose head is.
    let mut damaged = gzip(&page(&format!("{TEXT} {}", (0..400).map(|n| format!("{n} ")).collect::<String>())));
    let middle = damaged.len() / 2;
    damaged[middle..middle + 40].fill(0xff);
    let archive = [gzip(&page("One.")), damaged, gzip(&page("Two!")), gzip(b"junk\r\n"), gzip(&page("Three"))].concat();
    check(
        &read("a.warc.gz", archive),
        &["https", "a.warc.gz, record 2 at byte ", "https", "a.warc.gz, record 4 at byte ", "https"],
    );
    let lengthless = b"WARC/1.0\r\nWARC-Type: response\r\n\r\nwhat\r\n\r\n".to_vec();
    check(
        &read("a.warc", [lengthless, page("One.")].concat()),
        &["record 1 at byte 0: does not say how long it is", "https"],
    );
}

#[test]
fn lines_and_others() {
    let lines =
        format!("{{\"text\": \"{TEXT}\", \"name\": \"one\"}}\nnot json\n\n{{\"text\": 5}}\n{{\"text\": \"{TEXT}\"}}\n");
    check(
        &read("a.jsonl", lines.into_bytes()),
        &["one", "a.jsonl:2: is no document", "a.jsonl:4: is no document", "a.jsonl:5"],
    );
    check(&read("a.parquet", b"PAR1 and nothing more".to_vec()), &["a.parquet: is no Parquet that can be read"]);
    check(&read("a.zip", b"PK\x03\x04 and nothing more".to_vec()), &["a.zip: is a damaged ZIP"]);
    check(
        &read("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec()),
        &["is an old Word, Excel or Outlook file; save it"],
    );
    check(&read("a.xlsx", zip(&[("xl/workbook.xml", b"<x/>")])), &["a.xlsx: is an Excel workbook"]);
    let mut cut = gzip(TEXT.repeat(100).as_bytes());
    cut.truncate(40);
    check(&read("a.txt.gz", cut), &["a.txt.gz: cannot be read"]);
}
