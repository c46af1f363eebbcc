//! How fast an archive of the web is taken in, and whether memory stays flat.
//!
//! The pages hold documents of the generator between menus and links as sites have them, each a record of its own, as crawlers write
//! them. The program adds a tenth of them to a register, and all of them to another.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::generator::Generator;
use crate::program;

/// How many pages, unless it is said.
const PAGES: usize = 20_000;

pub(crate) fn run(generators: &[Generator], arguments: &[String], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let pages = match arguments {
        [] => PAGES,
        [option, number] if option == "--pages" => number.parse()?,
        _ => return Err("write `pages`, or `pages --pages 100000`".into()),
    };
    let program = program::path()?;
    let place = std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    let archive = place.join("pages.warc.gz");
    for count in [pages / 10, pages] {
        write(&archive, generators, count)?;
        let register = place.join(format!("{count}.db"));
        let (took, memory) = program::add(&program, &archive, &register, std::thread::available_parallelism()?.get())?;
        writeln!(
            out,
            "{count} pages, {:.0} MB packed: {:.0} a second, peak memory {}, register {:.0} MB",
            fs::metadata(&archive)?.len() as f64 / 1e6,
            count as f64 / took.as_secs_f64(),
            memory.map_or_else(|| "unknown".to_owned(), |memory| format!("{} MB", memory / 1024)),
            fs::metadata(&register)?.len() as f64 / 1e6
        )?;
        out.flush()?;
    }
    Ok(fs::remove_dir_all(&place)?)
}

/// Writes so many pages as an archive.
fn write(archive: &Path, generators: &[Generator], count: usize) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(archive)?);
    for index in 0..count {
        let generator = &generators[index % generators.len()];
        let page = page(index, &generator.document(3 << 40 | index as u64));
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
fn page(index: usize, text: &str) -> String {
    let mut page = String::with_capacity(text.len() + 4096);
    page.push_str("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>News ");
    page.push_str(&index.to_string());
    page.push_str("</title><script>var site = {};</script></head>\n<body><nav><ul>\n");
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
