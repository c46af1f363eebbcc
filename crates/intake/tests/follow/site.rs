//! A small site on loopback, as sources of the web are: with feeds, sitemaps, a page that lists others, and everything that goes wrong.
//! It remembers who asked what and when.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;

/// A request that came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) path: String,
    /// Names in small letters.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) status: u16,
    pub(crate) began: Instant,
    pub(crate) ended: Instant,
}

/// What is answered.
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// How long it takes before it is answered.
    delay: Duration,
    /// Whether the body never ends.
    endless: bool,
    /// Whether it is held back until the site lets it go.
    held: bool,
}

impl Answer {
    fn new(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type", media_type.to_owned())];
        Self { status, headers, body: body.into(), delay: Duration::ZERO, endless: false, held: false }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// A site that is served until it is dropped.
pub(crate) struct Site {
    pub(crate) address: SocketAddr,
    state: Arc<State>,
}

struct State {
    /// Which day it is there: on the second, articles have been corrected and deleted.
    day: AtomicU32,
    /// What robots.txt asks for, in seconds; nothing where it is none.
    crawl_delay: AtomicU32,
    /// How long every answer takes, in milliseconds.
    delay_ms: AtomicU32,
    /// Whether what is held back is held back no more.
    lets_go: AtomicBool,
    seen: Mutex<Vec<Seen>>,
    ending: AtomicBool,
}

impl Site {
    pub(crate) fn open() -> Self {
        Self::open_at("127.0.0.1")
    }

    /// One at a host of this machine: `127.0.0.2` is another host than `127.0.0.1`, another port is not.
    pub(crate) fn open_at(host: &str) -> Self {
        let listener = TcpListener::bind((host, 0)).expect("loopback is there");
        let address = listener.local_addr().expect("it is bound");
        let state = Arc::new(State {
            day: AtomicU32::new(1),
            crawl_delay: AtomicU32::new(0),
            delay_ms: AtomicU32::new(0),
            lets_go: AtomicBool::new(false),
            seen: Mutex::default(),
            ending: AtomicBool::new(false),
        });
        let served = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if served.ending.load(Ordering::Relaxed) {
                    return;
                }
                let state = Arc::clone(&served);
                // Whoever asks may go away in the middle.
                thread::spawn(move || drop(serve(stream, address, &state)));
            }
        });
        Self { address, state }
    }

    /// A page of it.
    pub(crate) fn page(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn set_day(&self, day: u32) {
        self.state.day.store(day, Ordering::Relaxed);
    }

    pub(crate) fn set_crawl_delay(&self, seconds: u32) {
        self.state.crawl_delay.store(seconds, Ordering::Relaxed);
    }

    pub(crate) fn set_delay_ms(&self, delay_ms: u32) {
        self.state.delay_ms.store(delay_ms, Ordering::Relaxed);
    }

    /// Answers what was held back until now.
    pub(crate) fn let_go(&self) {
        self.state.lets_go.store(true, Ordering::Relaxed);
    }

    /// Waits until a path is asked; whether it is, in the end.
    pub(crate) fn is_asked(&self, path: &str) -> bool {
        let (began, seen) = (Instant::now(), &self.state.seen);
        while began.elapsed() < Duration::from_secs(30) {
            if seen.lock().expect("nobody fails holding it").iter().any(|seen| seen.path == path) {
                return true;
            }
            thread::sleep(Duration::from_millis(5));
        }
        false
    }

    /// All that was asked since this was last called, in its order.
    pub(crate) fn take_seen(&self) -> Vec<Seen> {
        let mut seen = std::mem::take(&mut *self.state.seen.lock().expect("nobody fails holding it"));
        seen.sort_by_key(|seen| seen.began);
        seen
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.state.ending.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(mut stream: TcpStream, address: SocketAddr, state: &State) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    let began = Instant::now();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    if path.is_empty() {
        // Whoever connected has gone away before asking.
        return Ok(());
    }
    let mut headers = BTreeMap::new();
    for line in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {
        if let Some((name, value)) = line.split_once(": ") {
            headers.insert(name.to_ascii_lowercase(), value.to_owned());
        }
    }
    // `/fails-once` fails the first time that anybody asks on a day.
    let day = state.day.load(Ordering::Relaxed);
    let before = state.seen.lock().expect("nobody fails holding it").iter().filter(|seen| seen.path == path).count();
    let mut answer = answer(&path, &address.to_string(), day, before);
    let crawl_delay = state.crawl_delay.load(Ordering::Relaxed);
    if path == "/robots.txt" && crawl_delay > 0 {
        answer.body.extend_from_slice(format!("\nUser-agent: *\nCrawl-delay: {crawl_delay}\n").as_bytes());
    }
    let same = |name: &str, asked: &str| {
        answer.headers.iter().any(|(known, value)| *known == name && Some(value) == headers.get(asked))
    };
    if same("etag", "if-none-match") || same("last-modified", "if-modified-since") {
        (answer.status, answer.body) = (304, Vec::new());
    }
    let index = {
        let mut seen = state.seen.lock().expect("nobody fails holding it");
        seen.push(Seen { path, headers, status: answer.status, began, ended: began });
        seen.len() - 1
    };
    thread::sleep(answer.delay + Duration::from_millis(state.delay_ms.load(Ordering::Relaxed).into()));
    while answer.held && ![&state.lets_go, &state.ending].iter().any(|is_over| is_over.load(Ordering::Relaxed)) {
        thread::sleep(Duration::from_millis(5));
    }
    // Whoever asked may have read all before this thread runs again.
    let ended = Instant::now();
    let written = write(&mut stream, &answer);
    // The list may have been taken in the meantime.
    if let Some(seen) =
        state.seen.lock().expect("nobody fails holding it").get_mut(index).filter(|seen| seen.began == began)
    {
        seen.ended = ended;
    }
    written
}

fn write(stream: &mut TcpStream, answer: &Answer) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} Whatever\r\nconnection: close\r\n", answer.status);
    for (name, value) in &answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    if !answer.endless {
        head += &format!("content-length: {}\r\n", answer.body.len());
    }
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    if !answer.endless {
        return stream.write_all(&answer.body);
    }
    loop {
        stream.write_all(&[b'a'; 1 << 14])?;
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).expect("memory takes it");
    gzip.finish().expect("memory takes it")
}

const HTML: &str = "text/html; charset=utf-8";

fn answer(path: &str, host: &str, day: u32, before: usize) -> Answer {
    let link = |path: &str| format!("http://{host}{path}");
    match path.split('?').next().unwrap_or_default() {
        "/robots.txt" => {
            Answer::new(200, "text/plain", "User-agent: *\nDisallow: /private/\n\nUser-agent: evil\nDisallow: /\n")
        }
        "/rss.xml" => {
            let mut paths: Vec<String> =
                (1..=8).map(|n| format!("/news/{n}?utm_source=rss&amp;utm_medium=feed")).collect();
            paths.extend(
                [
                    "/private/1",
                    "/old/9",
                    "/slow",
                    "/fails-once",
                    "/fails",
                    "/endless",
                    "/packed",
                    "/bomb",
                    "/latin",
                    "/metadata",
                    "/local-name",
                    "/around",
                    "/picture",
                    "/missing",
                ]
                .map(str::to_owned),
            );
            let item = |path: &String| format!("<item><title>x</title><link>{}</link></item>", link(path));
            let items: String = paths.iter().map(item).collect();
            let body = format!(
                "<rss version='2.0'><channel><title>Ministry</title><link>{}</link>{items}</channel></rss>",
                link("/")
            );
            Answer::new(200, "application/rss+xml", body).with("etag", "\"rss-1\"")
        }
        "/atom.xml" => {
            let entry = |n: u32| {
                format!(
                    "<entry><title>x</title><id>urn:{n}</id><updated>2025-07-0{day}T00:00:00Z</updated><link href='/news/{n}'/></entry>"
                )
            };
            let body = format!(
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>Atom</title><id>a</id><updated>2025-07-01T00:00:00Z</updated>{}</feed>",
                (10..13).map(entry).collect::<String>()
            );
            Answer::new(200, "application/atom+xml", body)
        }
        "/grows.xml" => feed((1..5 + day).map(|n| link(&format!("/news/{n}")))),
        "/feed.json" => {
            let item = |n: u32| format!("{{\"id\": \"{n}\", \"url\": \"{}\"}}", link(&format!("/news/{n}")));
            let items: Vec<String> = (13..16).map(item).collect();
            let body = format!(
                "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"J\", \"items\": [{}]}}",
                items.join(",")
            );
            Answer::new(200, "application/feed+json", body).with("last-modified", "Thu, 10 Jul 2025 08:00:00 GMT")
        }
        "/sitemap.xml" => {
            let of = |path: &str| format!("<sitemap><loc>{}</loc></sitemap>", link(path));
            Answer::new(200, "text/xml", format!("<sitemapindex>{}{}</sitemapindex>", of("/s1.xml"), of("/s2.xml.gz")))
        }
        "/s1.xml" | "/s2.xml.gz" => {
            let first = if path == "/s1.xml" { 16 } else { 18 };
            let of =
                |n: u32| format!("<url><loc>{}</loc><lastmod>2025-07-01</lastmod></url>", link(&format!("/news/{n}")));
            let inner = format!(
                "<urlset>{}<sitemap><loc>{}</loc></sitemap></urlset>",
                (first..first + 2).map(of).collect::<String>(),
                link("/s3.xml")
            );
            if path == "/s1.xml" {
                Answer::new(200, "text/xml", inner).with("etag", "\"s1\"")
            } else {
                Answer::new(200, "application/x-gzip", gzip(inner.as_bytes())).with("etag", "\"s2\"")
            }
        }
        "/many/" => Answer::new(200, HTML, (0..50_003).map(|n| format!("<a href={n}>")).collect::<String>()),
        "/press/" => {
            let of = |n: u32| format!("<li><a class='title' href='../news/{n}#top'>A title</a></li>");
            let body = format!(
                "<html><head><title>Press</title></head><body><nav><a href='/about'>About</a></nav><ul>{}</ul></body></html>",
                (20..23).map(of).collect::<String>()
            );
            Answer::new(200, HTML, body)
        }
        "/more.xml" => feed((23..29).map(|n| link(&format!("/news/{n}")))),
        "/again.xml" => feed([link("/fails-once")]),
        "/held.xml" => feed([link("/held")]),
        "/held" => Answer { held: true, ..article(33, day) },
        // What has moved to another site, by its host and port.
        path if path.starts_with("/moved/") => {
            let to = &path["/moved".len()..];
            feed((1..5).map(|n| link(&format!("/to{to}/news/{n}"))))
        }
        path if path.starts_with("/to/") => {
            Answer::new(301, HTML, "").with("location", format!("http:/{}", &path[3..]))
        }
        "/old/9" => Answer::new(301, HTML, "").with("location", "/older/9"),
        "/older/9" => Answer::new(302, HTML, "").with("location", link("/news/9")),
        "/around" => Answer::new(302, HTML, "").with("location", "/around"),
        "/metadata" => Answer::new(302, HTML, "").with("location", "http://169.254.169.254/latest/meta-data/"),
        "/local-name" => {
            let port = host.split(':').nth(1).unwrap_or_default();
            Answer::new(302, HTML, "").with("location", format!("http://localhost:{port}/news/1"))
        }
        "/slow" => Answer { delay: Duration::from_secs(8), ..article(30, day) },
        "/fails-once" if before == 0 => Answer::new(500, HTML, "not now"),
        "/fails-once" => article(31, day),
        "/fails" => Answer::new(503, HTML, "not now").with("retry-after", "7200"),
        "/busy" => Answer::new(429, HTML, "too much").with("retry-after", "1"),
        "/endless" => Answer { endless: true, ..Answer::new(200, HTML, "") },
        "/packed" => {
            let Answer { body, .. } = article(32, day);
            Answer::new(200, HTML, gzip(&body)).with("content-encoding", "gzip")
        }
        "/bomb" => Answer::new(200, HTML, gzip(&vec![b' '; 64 << 20])).with("content-encoding", "gzip"),
        "/latin" => {
            let text = "<html><head><title>Møte i Oslo</title></head><body><article><p>On 9 July 2025, Foreign Minister Åse Nygård of Norway met \
                with Foreign Minister Jørgen Skjåvik of Denmark in Tromsø.</p></article></body></html>";
            let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
            // Its headers are wrong.
            Answer::new(200, HTML, latin).with("etag", "\"latin\"")
        }
        "/picture" => Answer::new(200, "image/png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]),
        path => {
            match path.strip_prefix("/news/").or_else(|| path.strip_prefix("/private/")).and_then(|n| n.parse().ok()) {
                Some(4) if day > 1 => Answer::new(410, HTML, "gone"),
                Some(n) => article(n, day),
                None => Answer::new(404, HTML, "not here"),
            }
        }
    }
}

/// A feed of some addresses.
fn feed(addresses: impl IntoIterator<Item = String>) -> Answer {
    let item = |address: String| format!("<item><title>x</title><link>{address}</link></item>");
    let items: String = addresses.into_iter().map(item).collect();
    Answer::new(200, "application/rss+xml", format!("<rss version='2.0'><channel>{items}</channel></rss>"))
}

/// Who meets whom in an article.
const MINISTERS: [(&str, &str, &str, &str, &str); 5] = [
    ("Japan", "Takeshi Moriyama", "Norway", "Ingrid Solvang", "Oslo"),
    ("Peru", "Rosa Quispe", "Finland", "Elina Hakala", "Helsinki"),
    ("Kenya", "James Okello", "Sweden", "Maria Lindqvist", "Stockholm"),
    ("Chile", "Pedro Araya", "Iceland", "Helga Jonsdottir", "Reykjavik"),
    ("Ghana", "Kofi Asante", "Estonia", "Mari Tamm", "Tallinn"),
];

/// An article; on the second day the third has been corrected. Something around the story of each is different every day.
fn article(n: u32, day: u32) -> Answer {
    let (guest, visitor, host, minister, city) = MINISTERS[n as usize % MINISTERS.len()];
    let (month, date) = (1 + n / 5, 10 + n % 15);
    let corrected = if n == 3 && day > 1 { 1 } else { 0 };
    let (visits, date) = (1000 * day + n, date + corrected);
    let body = format!(
        "<html lang='en'><head><title>{visitor} in {city}</title></head><body><nav><a href='/'>Home</a></nav><article><h1>{visitor} in {city}</h1>\
         <p>On {date} {}, Foreign Minister {minister} of {host} met with Foreign Minister {visitor} of {guest} in {city}. The two sides agreed \
         to expand cooperation in energy.</p><p>{visitor} invited {minister} to visit {guest}.</p></article>\
         <footer><a href='/visits'>{visits} visits</a></footer></body></html>",
        ["January", "February", "March", "April", "May", "June", "July"][month as usize - 1].to_owned() + " 2025"
    );
    let answer = Answer::new(200, HTML, body);
    match n % 3 {
        // Some have no means to ask whether they have changed.
        0 => answer,
        1 => answer.with("etag", format!("\"{n}\"")),
        _ => answer.with("last-modified", "Wed, 09 Jul 2025 08:00:00 GMT"),
    }
}
