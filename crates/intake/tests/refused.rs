//! What could do harm, and what is broken: refused with its place and the mend, and the rest comes all the same.

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use flate2::Compression as Level;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use intake::files::{Files, Settings};
use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use register::Origin;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

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

/// What is read of the documents in some bytes, and what was passed over.
fn read_all(name: &str, bytes: Vec<u8>) -> (Vec<String>, Vec<&'static str>) {
    let origin = Origin { name: name.to_owned(), ..Origin::default() };
    let mut files = Files::bytes(bytes, None, &Settings { origin, limit_bytes: 1 << 20, now_ms: 0 });
    let found: Result<Vec<_>, _> = (&mut files).map(|found| found.and_then(|found| found.deposit())).collect();
    let texts =
        found.expect("all is sound").into_iter().map(|deposit| String::from_utf8_lossy(&deposit.bytes).into_owned());
    (texts.collect(), files.passed_over().keys().copied().collect())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Level::best());
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
    let one = zip(&[("0000.txt", &noise)]);
    let end = one.len() - 22;
    let directory = u32::from_le_bytes(one[end + 16..end + 20].try_into().unwrap()) as usize;
    let mut entry = one[directory..end].to_vec();
    let n = 2000_u16;
    let mut many = one[..directory].to_vec();
    for member in 0..n {
        // Members of one name would be one member.
        entry[46..50].copy_from_slice(format!("{member:04}").as_bytes());
        many.extend_from_slice(&entry);
    }
    let mut last = one[end..].to_vec();
    last[8..10].copy_from_slice(&n.to_le_bytes());
    last[10..12].copy_from_slice(&n.to_le_bytes());
    last[12..16].copy_from_slice(&((entry.len() * usize::from(n)) as u32).to_le_bytes());
    many.extend_from_slice(&last);
    let size_bytes = many.len();
    let told = read("many.zip", many);
    let (unpacked, refused) = (told.len() - 1, &told[told.len() - 1]);
    assert!(told[..unpacked].iter().all(|told| !told.starts_with('!')), "{told:?}");
    assert!(refused.contains("unpacks to more than 200 times its size, so it is refused"), "{refused}");
    assert!((2..=size_bytes * 200 / noise.len()).contains(&unpacked), "{unpacked} members of {} bytes", noise.len());
}

#[test]
fn archives_that_come_on_a_stream() {
    let text = TEXT.repeat(60_000);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("a.txt", SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
    archive.write_all(text.as_bytes()).unwrap();
    let archive = archive.finish().unwrap();
    let settings = Settings { origin: Origin::default(), limit_bytes: 8 << 20, now_ms: 0 };
    let found = Files::stream("-", Cursor::new(archive.into_inner()), &settings)
        .map(|found| found.map(|found| found.deposit()));
    let deposits: Vec<_> = found.collect::<Result<Result<_, _>, _>>().expect("it is sound").expect("it is sound");
    assert_eq!(deposits.len(), 1);
    assert!(deposits[0].bytes == text.as_bytes());
    // How long it is, is not known.
    let long = Settings { origin: Origin::default(), limit_bytes: 30, now_ms: 0 };
    let told: Vec<_> =
        Files::stream("-", TEXT.as_bytes(), &long).map(|found| found.err().map(|error| error.to_string())).collect();
    let told = told[0].as_deref().unwrap_or_default();
    assert_eq!(told, "-: is longer than the limit of 30 bytes; raise it with --limit or cut the document");
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
    // Whether one comes twice took minutes to see.
    let attributes: String = (0..300_000).map(|n| format!(" a{n}=''")).collect();
    let many = text.replace("<w:r>", &format!("<w:pPr><w:pStyle{attributes}/></w:pPr><w:r>"));
    check(&read("a.docx", docx(&body(&many))), &["a.docx"]);
}

#[test]
fn pdfs_too_deep() {
    // The library goes down without end: each of these ended the program, or took gigabytes.
    let deep = "has parts that lie deeper in each other than those of any document, so it is refused";
    for open in ["[", "<</A ", "[(])", "[%]\n", "q "] {
        let content = open.repeat(150_000);
        let mut zlib = ZlibEncoder::new(Vec::new(), Level::best());
        zlib.write_all(content.as_bytes()).unwrap();
        let packed = zlib.finish().unwrap();
        for filter in
            ["/Filter /FlateDecode", "/Filter /FlateDecode /Subtype /Image", "/Filter /FlateDecode /Type /ObjStm"]
        {
            check(&read("a.pdf", pdf(&packed, filter, &[])), &[deep]);
        }
        check(&read("a.pdf", pdf(content.as_bytes(), "", &[])), &[deep]);
        // What is damaged at its end is read all the same, and so is what does not say that objects lie in it.
        let mut damaged = packed.clone();
        *damaged.last_mut().unwrap() ^= 1;
        check(&read("a.pdf", pdf(&damaged, "/Filter /FlateDecode /Type /ObjStm", &[])), &[deep]);
        check(&read("a.pdf", pdf(&packed, "/Filter /FlateDecode /N 1 /First 4", &[])), &[deep]);
    }
    let hidden = "is packed in a way that may unpack to far more than any document has, so it is refused";
    check(
        &read("a.pdf", pdf("5B".repeat(100_000).as_bytes(), "/Type /ObjStm /Filter /ASCIIHexDecode", &[])),
        &[hidden],
    );
    check(&read("a.pdf", format!("%PDF-1.7\n{}", "1 0 obj<<".repeat(50_000)).into_bytes()), &[deep]);
}

#[test]
fn pdfs_that_name_too_much() {
    let deep = "has parts that lie deeper in each other than those of any document, so it is refused";
    // Objects from the sixth on, each of which names the next, in the place of something as long in the page or its tree.
    let named = |place: [&str; 2], first: &[&str], n: usize, last: &str, node: &dyn Fn(usize) -> String| {
        let from = 6 + first.len();
        let mut objects: Vec<String> = first.iter().map(|&object| object.to_owned()).collect();
        objects.extend((from..from + n).map(|at| node(at + 1)));
        objects.push(last.to_owned());
        let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
        let content = format!("/C cs 1 scn {}", shown("The minister left."));
        let text = String::from_utf8(pdf(content.as_bytes(), "", &objects)).unwrap();
        let [old, new] = place;
        text.replacen(old, &format!("{new:width$}", width = old.len()), 1).into_bytes()
    };
    let pages = ["[3 0 R] /Count 1", "[3 0 R 6 0 R]"];
    let colour = ["/XObject << /X 6 0 R /Y 7 0 R >>", "/ColorSpace << /C 6 0 R >>"];
    let page = "<< /Type /Page /Contents 5 0 R >>";
    let tint = "[/Separation /X /DeviceGray 7 0 R]";
    let function = "<< /FunctionType 2 /Domain [0 1] /N 1 >>";
    let stitched = |next: usize| {
        format!(
            "<< /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions [{next} 0 R {next} 0 R] >>"
        )
    };
    let twice = |next: usize| format!("<< /Type /Pages /Kids [{next} 0 R {next} 0 R] >>");
    let once = |next: usize| format!("<< /Type /Pages /Kids [{next} 0 R] >>");
    let indexed = |next: usize| format!("[/Indexed {next} 0 R 1 (abcdef)]");
    let rows = [
        // Each names the next twice; and long chains.
        named(pages, &[], 60, page, &twice),
        named(pages, &[], 12_000, page, &once),
        named(colour, &[tint], 60, function, &stitched),
        named(colour, &[], 12_000, "/DeviceRGB", &indexed),
    ];
    for row in rows {
        check(&read("a.pdf", row), &[deep]);
    }
    // Some of each is nothing.
    check(&read("a.pdf", named(pages, &[], 5, page, &twice)), &["a.pdf"]);
    check(&read("a.pdf", named(colour, &[tint], 5, function, &stitched)), &["a.pdf"]);
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
    let mut zlib = ZlibEncoder::new(Vec::new(), Level::best());
    for _ in 0..200 {
        zlib.write_all(&[b' '; 1 << 20]).unwrap();
    }
    let bomb = pdf(&zlib.finish().unwrap(), "/Filter /FlateDecode", &[]);
    check(&read("a.pdf", bomb), &["unpacks to more than 128 MB, so it is refused"]);
    // Packed without a head, which the library lets pass; in digits, where nothing before it can be told; and so that objects lie in it.
    let mut deflate = DeflateEncoder::new(Vec::new(), Level::best());
    for n in 0..200 {
        deflate.write_all(&[b' ' + (n % 2); 1 << 20]).unwrap();
    }
    let deflate = deflate.finish().unwrap();
    let bomb = pdf(&deflate, "/Filter /FlateDecode", &[]);
    check(&read("a.pdf", bomb), &["unpacks to more than 128 MB, so it is refused"]);
    let may = "is packed in a way that may unpack to far more than any document has, so it is refused";
    let digits: String = deflate.iter().map(|byte| format!("{byte:02x}")).collect();
    let bomb = pdf(format!("{digits}>").as_bytes(), "/Filter [/ASCIIHexDecode /FlateDecode]", &[]);
    check(&read("a.pdf", bomb), &[may]);
    let far = format!("/Type /ObjStm /Filter [/AHx /Fl] /X (stream) {}", " ".repeat(5000));
    for names in ["/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]", "/Type /Obj#53tm /Filter [/AHx /F#6c]", &far]
    {
        let bomb = pdf(format!("{digits}>").as_bytes(), names, &[]);
        check(&read("a.pdf", bomb), &[may]);
    }
    for filter in ["/RunLengthDecode", "/LZWDecode"] {
        let bomb = pdf(&[0x81; 1 << 19], &format!("/Filter {filter}"), &[]);
        check(&read("a.pdf", bomb), &[may]);
    }
    // One inside the other.
    let mut twice = ZlibEncoder::new(Vec::new(), Level::best());
    twice.write_all(&deflate).unwrap();
    twice.write_all(&vec![0; 1 << 20]).unwrap();
    let bomb = pdf(&twice.finish().unwrap(), "/Filter [/FlateDecode /FlateDecode]", &[]);
    check(&read("a.pdf", bomb), &[may]);
    // A long picture, and a page that is packed as it should be.
    let mut zlib = ZlibEncoder::new(Vec::new(), Level::default());
    zlib.write_all(shown(TEXT).as_bytes()).unwrap();
    zlib.write_all(&vec![b' '; 1 << 19]).unwrap();
    let page = pdf(&zlib.finish().unwrap(), "/Filter /FlateDecode /X << /Flags 4 /XRefStm 1 >>", &[]);
    check(&read("a.pdf", page), &["a.pdf"]);
    let picture = format!(
        "<< /Type /XObject /Subtype /Image /Filter /DCTDecode /Length {} >>\nstream\n{}\nendstream",
        1 << 19,
        "y".repeat(1 << 19)
    );
    check(&read("a.pdf", pdf(shown(TEXT).as_bytes(), "", &[&picture])), &["a.pdf"]);
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
    check(&read_within(12_000, "a.pdf", pdf(b"/X Do", "", &[&one, &other])), &["raise it with --limit"]);
}

#[test]
fn messages() {
    let head = "From: a@a.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n";
    let nested = format!(
        "{}Content-Type: text/plain\r\n\r\n{TEXT}",
        format!("{head}Content-Type: message/rfc822\r\n\r\n").repeat(5000)
    );
    check(&read("a.eml", nested.into_bytes()), &["has more than 500 parts, so it is refused"]);
    // One that was forwarded and encoded, which it should not be: printf … | base64
    let forwarded = format!(
        "{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{TEXT}\r\n--b\r\n\
         Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n\
         RnJvbTogYkBiLmV4YW1wbGUNClN1YmplY3Q6IFZpc2l0DQoNCkhlIG1ldCBoZXIuDQo=\r\n--b--\r\n"
    );
    let (texts, _) = read_all("m.eml", forwarded.into_bytes());
    assert!(texts.len() == 2 && texts[1].starts_with("Visit\n\nHe met her."), "{texts:?}");
    // What holds nothing is passed over and not in silence.
    assert_eq!(read_all("m.eml", head.as_bytes().to_vec()), (Vec::new(), vec!["message without a text"]));
    assert_eq!(read_all("a.zip", zip(&[])), (Vec::new(), vec!["archive with nothing in it"]));
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
        + "\n\nFrom a@a Thu May  4 09:00:00 2025\nSubject: s\n\nHe wrote:\n\nFrom Oslo comes word.\n\n>From Oslo.\n";
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
    // Cut off, where the first bytes do not say that it is an archive of the web: the first member is empty.
    let noise: String = (0..40_000).map(|n| format!("{:x} ", n * n)).collect();
    let mut pages = gzip(&[page("One."), page(&noise)].concat());
    pages.truncate(pages.len() - 20_000);
    let archive = [gzip(b""), pages].concat();
    check(&read("a.warc.gz", archive.clone()), &["https", "record 2 at byte"]);
    check(&read("a.gz", archive), &["https", "record 2 at byte"]);
    // The first block of zstd is longer than what is looked at.
    let other: String = (0..40_000_u64).map(|n| format!("{:x} ", n * n * 7 + 5)).collect();
    let mut archive = zstd::encode_all(&[page(&noise), page(&other)].concat()[..], 1).unwrap();
    archive.truncate(archive.len() - 1000);
    check(&read("a.warc.zst", archive), &["https", "record 2 at byte"]);
    let lengthless = b"WARC/1.0\r\nWARC-Type: response\r\n\r\nwhat\r\n\r\n".to_vec();
    check(
        &read("a.warc", [lengthless, page("One.")].concat()),
        &["record 1 at byte 0: does not say how long it is", "https"],
    );
}

#[test]
fn parquet_files() {
    let written = |rows: usize, text: &str| {
        let schema = Arc::new(parse_message_type("message m { required binary text (UTF8); }").unwrap());
        let packed = WriterProperties::builder()
            .set_dictionary_enabled(false)
            .set_compression(Compression::ZSTD(ZstdLevel::default()));
        let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::new(packed.build())).unwrap();
        let mut group = file.next_row_group().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        let values = vec![ByteArray::from(text); rows];
        column.typed::<ByteArrayType>().write_batch(&values, None, None).unwrap();
        column.close().unwrap();
        group.close().unwrap();
        file.into_inner().unwrap()
    };
    check(&read("a.parquet", written(2, TEXT)), &["a.parquet, row 1", "a.parquet, row 2"]);
    let bomb = written(80, &" ".repeat(1 << 20));
    check(&read("a.parquet", bomb), &["unpacks to more than 200 times its size, so it is refused"]);
}

#[test]
fn lines_and_others() {
    let lines =
        format!("{{\"text\": \"{TEXT}\", \"name\": \"one\"}}\nnot json\n\n{{\"text\": 5}}\n{{\"text\": \"{TEXT}\"}}\n");
    check(
        &read("a.jsonl", lines.into_bytes()),
        &["one", "a.jsonl:2: is no document", "a.jsonl:4: is no document", "a.jsonl:5"],
    );
    // A line that is too long costs that line.
    let lines = format!("{{\"text\": \"{TEXT}\"}}\n{}\n{{\"text\": \"{TEXT}\"}}\n", "long ".repeat(1 << 19));
    check(&read("a.jsonl", lines.into_bytes()), &["a.jsonl:1", "a.jsonl:2: is longer than the limit", "a.jsonl:3"]);
    // What is packed is known by its own name: its first line says nothing in what is looked at.
    let late = format!("{{\"name\": \"{}\", \"text\": \"{TEXT}\"}}\n", "long ".repeat(1 << 12));
    check(&read("a.jsonl.gz", gzip(late.repeat(2).as_bytes())), &["long long", "long long"]);
    let few = format!("From: a@a.example\r\nSubject: Visit\r\n\r\n{TEXT}");
    let found = read_all("a.eml.gz", gzip(few.as_bytes()));
    assert!(found.0.len() == 1 && found.0[0].starts_with("Visit\n\nThe minister"), "{found:?}");
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
