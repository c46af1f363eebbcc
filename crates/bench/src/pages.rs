//! How fast an archive of the web is taken in, and whether memory stays flat.
//!
//! The pages hold the documents of `corpus` between menus and links as sites have them, each a record of its own, as crawlers write
//! them. The program adds a tenth of them to a register, and all of them to another. Memory is told twice: the program's own, and with what
//! the system has mapped of the register's file, which it takes back where others need it.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use packs::Packs;

use crate::corpus::{Bulletin, Corpus};
use crate::{bulletins, program};

/// How many pages, unless it is said.
const PAGES: usize = 20_000;

pub(crate) fn run(packs: &Packs, arguments: &[String], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let pages = match arguments {
        [] => PAGES,
        [option, number] if option == "--pages" => number.parse()?,
        _ => return Err("write `pages`, or `pages --pages 100000`".into()),
    };
    let corpus = Corpus::new(bulletins::load(packs, &Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))?);
    let place = std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    let measured = measure(&corpus, pages, &place, out);
    fs::remove_dir_all(&place)?;
    measured
}

fn measure(corpus: &Corpus, pages: usize, place: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let program = program::path()?;
    let archive = place.join("pages.warc.gz");
    for count in [pages / 10, pages] {
        write(&archive, corpus.bulletins(0, count))?;
        let register = place.join(format!("{count}.db"));
        let (took, memory) = program::add(&program, &archive, &register, std::thread::available_parallelism()?.get())?;
        writeln!(
            out,
            "{count} pages, {:.0} MB packed: {:.0} a second, peak memory {}, {} with the mapped file, register {:.0} MB",
            fs::metadata(&archive)?.len() as f64 / 1e6,
            count as f64 / took.as_secs_f64(),
            megabytes(memory.map(|memory| memory.own)),
            megabytes(memory.map(|memory| memory.all)),
            fs::metadata(&register)?.len() as f64 / 1e6
        )?;
        out.flush()?;
    }
    Ok(())
}

fn megabytes(kib: Option<u64>) -> String {
    kib.map_or_else(|| "unknown".to_owned(), |kib| format!("{} MB", kib / 1024))
}

/// Writes pages as an archive.
fn write(archive: &Path, bulletins: impl Iterator<Item = Bulletin>) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(archive)?);
    for (index, bulletin) in bulletins.enumerate() {
        let page = page(index, &bulletin);
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n{page}",
            page.len()
        );
        let head = format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.ministry.example/news/{index}\r\n\
             WARC-Date: 2026-01-15T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
            answer.len()
        );
        let mut packed = GzEncoder::new(&mut out, Compression::fast());
        packed.write_all(head.as_bytes())?;
        packed.write_all(answer.as_bytes())?;
        packed.write_all(b"\r\n\r\n")?;
        packed.finish()?;
    }
    out.flush()
}

/// A document as a page, with what stands around it.
pub(crate) fn page(index: usize, Bulletin { text, published }: &Bulletin) -> String {
    let mut page = String::with_capacity(text.len() + 4096);
    page.push_str("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>News ");
    page.push_str(&index.to_string());
    page.push_str(&format!("</title><meta property=\"article:published_time\" content=\"{published}\">"));
    page.push_str("<script>var site = {};</script></head>\n<body><nav><ul>\n");
    for n in 0..20 {
        page.push_str(&format!("<li><a href=\"/section/{n}\">Section {n}</a></li>\n"));
    }
    page.push_str("</ul></nav>\n<main><article>\n");
    for line in text.lines().filter(|line| !line.is_empty()) {
        page.push_str("<p>");
        page.push_str(&line.replace('&', "&amp;").replace('<', "&lt;"));
        page.push_str("</p>\n");
    }
    page.push_str("</article></main>\n<footer>");
    for n in 0..10 {
        page.push_str(&format!("<a href=\"/about/{n}\">About {n}</a> "));
    }
    page.push_str("</footer></body></html>\n");
    page
}
