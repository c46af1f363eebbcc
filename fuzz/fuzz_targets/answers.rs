//! Answers of a server of this machine, one behind the other: what a line `==` stands between. The first is that of robots.txt.

#![no_main]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;
use std::time::Duration;

use intake::follow::{Fetcher, Reach, Request, Settings, Shared};
use libfuzzer_sys::fuzz_target;
use url::Url;

/// What the server has still to answer, the last first, and whether nobody is to wait any more.
static SCRIPT: Mutex<(Vec<Vec<u8>>, Option<Arc<AtomicBool>>)> = Mutex::new((Vec::new(), None));
static PORT: LazyLock<u16> = LazyLock::new(|| {
    let server = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = server.local_addr().expect("it has one").port();
    thread::spawn(move || server.incoming().flatten().for_each(|stream| drop(answer(stream))));
    port
});
const LIMIT_BYTES: usize = 1 << 20;

/// Answers one request, and ends the connection.
fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    let (mut asked, mut part) = (Vec::new(), [0; 1024]);
    while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
        let n = stream.read(&mut part)?;
        if n == 0 {
            return Ok(());
        }
        asked.extend_from_slice(&part[..n]);
    }
    let answer = {
        let (answers, ending) = &mut *SCRIPT.lock().expect("nobody panics with it");
        let answer = answers.pop().unwrap_or_default();
        // Who asks for time would be left alone for half a minute.
        let asks_for_time = answer.windows(11).any(|part| part.eq_ignore_ascii_case(b"retry-after"));
        if let Some(ending) = ending.as_ref().filter(|_| asks_for_time || answers.is_empty()) {
            ending.store(true, Ordering::Relaxed);
        }
        answer
    };
    stream.write_all(&answer)
}

fuzz_target!(|bytes: &[u8]| {
    let mut answers: Vec<Vec<u8>> = vec![Vec::new()];
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match answers.last_mut() {
            Some(_) if line == b"==\n" => answers.push(Vec::new()),
            Some(last) => last.extend_from_slice(line),
            None => {}
        }
    }
    answers.reverse();
    let ending = Arc::new(AtomicBool::new(false));
    *SCRIPT.lock().expect("nobody panics with it") = (answers, Some(Arc::clone(&ending)));
    let settings = Settings {
        pause: Duration::ZERO,
        longest_pause: Duration::ZERO,
        timeout: Duration::from_secs(2),
        limit_bytes: LIMIT_BYTES,
        ..Settings::default()
    };
    let address = format!("http://127.0.0.1:{}/news", *PORT);
    let (address, host) = (Url::parse(&address).expect("it is one"), format!("127.0.0.1:{}", *PORT));
    let reach = Reach::allowing([host.as_str()]);
    let fetcher = Shared::new(Fetcher::new(settings, ending));
    match fetcher.get(Request { address: &address, reach: &reach, etag: None, last_modified: None }) {
        Ok(answer) => {
            assert!(answer.body.len() <= LIMIT_BYTES);
            let _ = answer.media_type();
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
