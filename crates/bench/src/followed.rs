//! How long one round through the sources takes where each answer does: the program follows sites of this machine, each at a host of its
//! own, with a feed and a few articles, and one that never answers.
//!
//! What is measured is the order of asking, not the machine: all that takes time are answers and pauses. In one go no round can be shorter
//! than what one host takes; one host after the other it takes as long as all answers do together.

use std::error::Error;
use std::fs;
use std::io::{BufRead as _, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use packs::Packs;
use register::{Register, Source, SourceKind, Sqlite};

use crate::corpus::Corpus;
use crate::pages::page;
use crate::{bulletins, program};

/// So many sites, unless it is said.
const HOSTS: usize = 30;
/// Articles of each.
const ARTICLES: usize = 3;
/// How long each answer takes.
const DELAY: Duration = Duration::from_millis(300);
/// How long a host is left alone between two requests, in seconds.
const PAUSE: &str = "1";
/// How long the program waits for an answer, in seconds.
const TIMEOUT: &str = "10";

pub(crate) fn run(packs: &Packs, arguments: &[String], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let hosts = match arguments {
        [] => HOSTS,
        [option, number] if option == "--hosts" => number.parse::<usize>()?.clamp(1, 250),
        _ => return Err("write `followed`, or `followed --hosts 100`".into()),
    };
    let corpus = Corpus::new(bulletins::load(packs, &Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))?);
    let pages = corpus.bulletins(0, hosts * ARTICLES).enumerate().map(|(index, bulletin)| page(index, &bulletin));
    let pages: Vec<String> = pages.collect();
    let sites: Vec<SocketAddr> = pages.chunks(ARTICLES).enumerate().map(serve).collect::<Result<_, _>>()?;
    let place = std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    let measured = measure(&sites, &place, out);
    fs::remove_dir_all(&place)?;
    measured
}

fn measure(sites: &[SocketAddr], place: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let (seconds, requests) = (DELAY.as_secs_f64(), ARTICLES + 2);
    writeln!(
        out,
        "{} hosts of {requests} requests, {seconds} s each, pauses of {PAUSE} s; one never answers",
        sites.len()
    )?;
    for at_once in [None, Some("1"), Some("32")] {
        let file = place.join(format!("{}.db", at_once.unwrap_or("any")));
        let mut register = Register::new(Box::new(Sqlite::open(&file, Duration::ZERO)?))?;
        for (n, site) in sites.iter().enumerate() {
            register.put_source(&source(n, site))?;
        }
        let began = Instant::now();
        let mut watch = Command::new(program::path()?);
        watch.args(["watch", "--once", "--pause", PAUSE, "--timeout", TIMEOUT, "--register"]).arg(&file);
        watch.args(at_once.iter().flat_map(|at_once| ["--at-once", at_once]));
        watch.stdin(Stdio::null()).stdout(Stdio::null()).status()?;
        let [documents, ..] = register.store().counts()?;
        let at_once =
            at_once.map_or_else(|| "as the program has it".to_owned(), |at_once| format!("{at_once} at once"));
        writeln!(out, "{at_once:22} {documents} articles in {:.1} s", began.elapsed().as_secs_f64())?;
        out.flush()?;
    }
    Ok(())
}

fn source(n: usize, site: &SocketAddr) -> Source {
    Source {
        id: format!("site-{n:03}"),
        name: format!("Ministry {n}"),
        address: format!("http://{site}/feed.xml"),
        kind: SourceKind::Feed,
        every_s: 3600,
        allowed: vec![site.to_string()],
        ..Source::default()
    }
}

/// Serves a site until the program ends; the first never answers.
fn serve((n, pages): (usize, &[String])) -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind((format!("127.0.1.{}", n + 1), 0))?;
    let address = listener.local_addr()?;
    let pages: Arc<[String]> = pages.into();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let pages = Arc::clone(&pages);
            // Whoever asks may go away in the middle.
            thread::spawn(move || if n == 0 { thread::sleep(Duration::MAX) } else { drop(answer(stream, &pages)) });
        }
    });
    Ok(address)
}

fn answer(mut stream: TcpStream, pages: &[String]) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    lines.map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);
    let path = first.split(' ').nth(1).unwrap_or_default();
    let article = || pages.get(path.strip_prefix("/news/")?.parse::<usize>().ok()?);
    let (status, body) = match path {
        "/feed.xml" => {
            let items = (0..pages.len()).map(|n| format!("<item><title>{n}</title><link>/news/{n}</link></item>"));
            (200, format!("<rss version='2.0'><channel>{}</channel></rss>", items.collect::<String>()))
        }
        _ => article().map_or_else(|| (404, String::new()), |page| (200, page.clone())),
    };
    thread::sleep(DELAY);
    write!(
        stream,
        "HTTP/1.1 {status} Whatever\r\ncontent-type: text/html\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}
