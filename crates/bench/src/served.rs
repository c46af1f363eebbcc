//! What pages take: the program serves a register of `register`, and each page is asked so many times a second.
//!
//! Requests go out at their times whether or not the one before was answered, and a request's time counts from when it was due: a slow
//! answer makes those behind it late, as it does for people. The first request of a page is told apart: what counts the whole register
//! is worked out once in each state of it.

use std::error::Error;
use std::fs;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use packs::Packs;
use register::{Register, Sqlite};

use crate::corpus::Corpus;
use crate::register::{grow, ms, percentiles_of};
use crate::{bulletins, program};

/// How many documents the register has, unless it is said.
const DOCUMENTS: usize = 20_000;
/// Requests a second.
const RATE: usize = 50;
/// How long each page is asked.
const FOR: Duration = Duration::from_secs(4);
/// So many requests may be under way at once.
const AT_ONCE: usize = 32;
/// So long the program may make its index.
const READY: Duration = Duration::from_secs(900);

pub(crate) fn run(packs: &Packs, arguments: &[String], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let unclear = "write `served`, `served --documents 200000`, or `served --register FILE`";
    let place = std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    let file = match arguments {
        [] => grown(packs, &place, DOCUMENTS),
        [option, number] if option == "--documents" => grown(packs, &place, number.parse()?),
        [option, file] if option == "--register" => Ok(PathBuf::from(file)),
        _ => return Err(unclear.into()),
    };
    let measured = file.and_then(|file| measure(&file, out));
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    measured
}

fn grown(packs: &Packs, place: &Path, documents: usize) -> Result<PathBuf, Box<dyn Error>> {
    fs::create_dir_all(place)?;
    let corpus = Corpus::new(bulletins::load(packs, &Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))?);
    let file = place.join("register.db");
    grow(&program::path()?, &corpus, (0, documents), &file)?;
    Ok(file)
}

fn measure(file: &Path, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let [documents, accounts, engagements] = Register::new(Box::new(Sqlite::open_to_read(file)?))?.store().counts()?;
    writeln!(out, "a register of {documents} documents, {accounts} accounts and {engagements} engagements")?;
    let server = Server::start(file)?;
    let start = Instant::now();
    while server.ask("/engagements")?.status != 200 {
        if start.elapsed() > READY {
            return Err("the program makes no index".into());
        }
        thread::sleep(Duration::from_millis(200));
    }
    writeln!(out, "found by words after {:.1} s; memory then {}\n", start.elapsed().as_secs_f64(), server.memory())?;
    writeln!(out, "{RATE} requests a second                                  kB   first ms     p50     p95")?;
    for path in paths(&server)? {
        let start = Instant::now();
        let answer = server.ask(&path)?;
        let first = start.elapsed();
        if answer.status != 200 {
            return Err(format!("{path} answers {}", answer.status).into());
        }
        let [median, most] = percentiles_of(load(&server, &path)?);
        let size = answer.body.len() as f64 / 1e3;
        writeln!(out, "{path:52.52} {size:7.1} {:10.1} {:7.1} {:7.1}", ms(first), ms(median), ms(most))?;
        out.flush()?;
    }
    writeln!(out, "\nmemory at the end {}", server.memory())?;
    Ok(())
}

/// Every page of the head, and one of each kind that lies below.
fn paths(server: &Server) -> Result<Vec<String>, Box<dyn Error>> {
    let mut paths: Vec<String> = [
        "/",
        "/engagements",
        "/engagements?q=energy",
        "/engagements?party=JP&kind=meeting",
        "/parties",
        "/parties/JP",
        "/parties/JP/VN",
        "/people",
        "/calendar",
        "/matrix",
        "/network",
        "/map",
        "/matters",
        "/matters?show=list",
        "/matters?party=JP",
        "/queue?of=disputes",
        "/queue?of=doubtful",
        "/queue?of=uncertain",
        "/queue?of=people",
        "/documents",
        "/rulings",
        "/papers",
        "/papers/brief?a=JP&b=VN",
        "/api/v1/engagements?party=JP",
        "/api/v1/matters",
        "/api/v1/search?q=energy&facets=true",
    ]
    .map(str::to_owned)
    .into();
    for (list, below) in [("/engagements", "/engagements/"), ("/people", "/people/"), ("/documents", "/documents/")] {
        let page = server.ask(list)?.body;
        let mut links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        paths.extend(links.find(|link| link.starts_with(below)).map(str::to_owned));
    }
    Ok(paths)
}

/// Asks a path at the rate; gives how long each answer took.
fn load(server: &Server, path: &str) -> Result<Vec<Duration>, Box<dyn Error>> {
    let (next, begin) = (AtomicUsize::new(0), Instant::now());
    let count = RATE * FOR.as_secs() as usize;
    let one = || -> std::io::Result<Vec<Duration>> {
        let mut took = Vec::new();
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            if turn >= count {
                return Ok(took);
            }
            let due = begin + Duration::from_secs_f64(turn as f64 / RATE as f64);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            server.ask(path)?;
            took.push(due.elapsed());
        }
    };
    let taken: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(one)).collect();
        threads.into_iter().map(|thread| thread.join().expect("nothing in it panics")).collect()
    });
    Ok(taken.into_iter().collect::<std::io::Result<Vec<_>>>()?.concat())
}

/// The program, serving.
struct Server {
    process: Child,
    /// Kept open, for it writes there.
    _out: BufReader<ChildStdout>,
    /// Host and port.
    address: String,
}

struct Answer {
    status: u16,
    body: String,
}

impl Server {
    fn start(register: &Path) -> Result<Self, Box<dyn Error>> {
        let mut command = Command::new(program::path()?);
        command.args(["serve", "--listen", "127.0.0.1:0", "--register"]).arg(register);
        let mut process = command.stdout(Stdio::piped()).spawn()?;
        let mut out = BufReader::new(process.stdout.take().ok_or("it is piped")?);
        let mut line = String::new();
        out.read_line(&mut line)?;
        let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Ok(Self { process, _out: out, address })
    }

    fn ask(&self, path: &str) -> std::io::Result<Answer> {
        let mut stream = TcpStream::connect(&self.address)?;
        let language = "Accept-Language: en";
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n{language}\r\nConnection: close\r\n\r\n", self.address)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_default();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Ok(Answer { status, body: body.to_owned() })
    }

    /// What the program holds now, and the most that it held, where the system tells.
    fn memory(&self) -> String {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let of =
            |name: &str| program::kib(&status, name).map_or_else(|| "?".to_owned(), |kib| format!("{} MB", kib / 1024));
        format!("{} ({} of its own, {} at most)", of("VmRSS:"), of("RssAnon:"), of("VmHWM:"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
