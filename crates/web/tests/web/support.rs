//! A desk over a register of invented documents, and how it is asked.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use register::{Deposit, Origin, PackReader, Read, Register, Sqlite};
use tower::ServiceExt as _;
use web::{Desk, Settings};

/// A call told by two ministries, on two days; a visit; and a release that tries to be more than words.
pub(crate) const DOCUMENTS: [(&str, &str); 4] = [
    (
        "oslo.txt",
        "OSLO, 14 January 2026\n\nForeign Minister Ingrid Solvang held a telephone call with Japan's Minister for Foreign Affairs \
         Kurosawa Haruto on 14 January 2026. He asked that Norway speed up the approval of Japanese research vessels. Mr Kurosawa promised \
         that Japan would share its ice data with Norway. The ministers agreed to hold the next round of the maritime dialogue in Bergen in May 2026.",
    ),
    (
        "tokyo.txt",
        "TOKYO, 15 January 2026\n\nMinister for Foreign Affairs Kurosawa Haruto of Japan spoke by telephone with Norway's Foreign \
         Minister Ingrid Solvang on 13 January 2026. He asked that Norway speed up the approval of Japanese research vessels.",
    ),
    (
        "hanoi.txt",
        "HANOI, 20 January 2026\n\nPresident Josephine Atieno of Kenya paid a state visit to Vietnam on 19 January 2026. She thanked \
         Vietnam for its support in agriculture and invited President Trần Văn Lâm to visit Kenya.",
    ),
    (
        "<script>alert(1)</script>.txt",
        "QUITO, 22 January 2026\n\nForeign Minister Hemi Ngata of New Zealand met Foreign Minister \
         Catalina <img src=x onerror=alert(1)> Errázuriz of Chile in Quito on 21 January 2026. He thanked Chile for its support \u{202E}in \
         agriculture </textarea></script><script>alert(2)</script>.",
    ),
];

static N: AtomicU32 = AtomicU32::new(0);

/// A desk, and the folder of its register, which is gone when the test is over.
pub(crate) struct Office {
    pub(crate) desk: Arc<Desk>,
    folder: PathBuf,
}

impl Office {
    /// A desk over a register of some documents.
    pub(crate) fn of(documents: &[(&str, &str)]) -> Self {
        Self::prepared(documents, |_| {})
    }

    /// The same, with something done beside the file of the register before it opens.
    pub(crate) fn prepared(documents: &[(&str, &str)], prepare: impl FnOnce(&Path)) -> Self {
        let n = N.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("chancery-web-{}-{n}", std::process::id()));
        // An index that was still being made when an earlier test ended is left; its number comes again.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
        let file = folder.join("register.db");
        let packs = embedded::packs();
        let store = Sqlite::open(&file, Duration::ZERO).expect("it is made");
        let mut register = Register::new(Box::new(store)).expect("it opens");
        let read = documents.iter().map(|(name, text)| {
            let origin = Origin { name: (*name).to_owned(), format: Some("plain".to_owned()), ..Origin::default() };
            let deposit = Deposit::new(*text, origin, now_ms());
            Read { deposit, reading: None }
        });
        let reader = PackReader::new(&packs, NonZeroUsize::MIN);
        register.add(read.collect::<Vec<Read>>(), &reader, now_ms()).expect("they are kept");
        drop(register);
        prepare(&file);
        Self { desk: desk(&folder), folder }
    }

    /// Ends the program and starts it again.
    pub(crate) fn start_again(&mut self) {
        self.desk = desk(&self.folder);
    }

    /// Asks and is answered.
    pub(crate) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = web::router(Arc::clone(&self.desk)).oneshot(request).await.expect("it always answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 64 << 20).await.expect("it is whole");
        let header = |name: &str| parts.headers.get(name).map(|value| value.to_str().expect("it is plain").to_owned());
        Answer {
            status: parts.status,
            location: header("location"),
            kind: header("content-type"),
            tag: header("etag"),
            policy: header("content-security-policy").unwrap_or_default(),
            cookies: parts.headers.get_all(header::SET_COOKIE).iter().map(|c| c.to_str().unwrap().to_owned()).collect(),
            text: String::from_utf8(body.to_vec()).unwrap_or_default(),
        }
    }

    /// Asks for a page, again until the index of words is made, which few pages can do without.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        for _ in 0..600 {
            let answer = self.ask(get(path).body(Body::empty()).expect("it is a request")).await;
            if answer.status != StatusCode::SERVICE_UNAVAILABLE {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the index is never made");
    }

    /// Sends a form as a page of the desk does.
    pub(crate) async fn send(&self, path: &str, form: &str) -> Answer {
        let token = self.token().await;
        let request = Request::post(path)
            .header("host", "127.0.0.1:8000")
            .header("origin", "http://127.0.0.1:8000")
            .header("content-type", "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(format!("token={token}&{form}"))).expect("it is a request")).await
    }

    /// The secret that pages carry.
    pub(crate) async fn token(&self) -> String {
        let page = self.get("/").await.text;
        let (_, rest) = page.split_once("name=\"token\" content=\"").expect("every page carries it");
        rest[..32].to_owned()
    }
}

/// Another host than that of `Site::open`, which may be asked too.
pub(crate) const OTHER: &str = "127.0.0.3";

fn desk(folder: &Path) -> Arc<Desk> {
    let fetch = intake::follow::Settings { pause: Duration::ZERO, ..intake::follow::Settings::default() };
    let settings = Settings {
        register: folder.join("register.db"),
        packs: embedded::packs(),
        who: "Ada".to_owned(),
        now_ms,
        fetch,
        allowed: vec!["127.0.0.1".to_owned(), OTHER.to_owned()],
    };
    Desk::open(settings).expect("it opens")
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The begin of a request for a page.
pub(crate) fn get(path: &str) -> axum::http::request::Builder {
    Request::get(path).header("host", "127.0.0.1:8000")
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) location: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) tag: Option<String>,
    pub(crate) policy: String,
    pub(crate) cookies: Vec<String>,
    pub(crate) text: String,
}

/// Noon on 23 January 2026.
pub(crate) fn now_ms() -> i64 {
    1_769_169_600_000
}
