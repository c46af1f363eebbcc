//! What other sites, other machines and hostile documents are refused.

use crate::support::{DOCUMENTS, Office, get};
use axum::body::Body;
use axum::http::{Request, StatusCode};

#[tokio::test]
async fn answers_to_this_machine_alone() {
    let office = Office::of(&[]);
    for (host, status) in
        [("127.0.0.1:8000", 200), ("localhost", 200), ("evil.example:8000", 421), ("127.0.0.1.evil.example", 421)]
    {
        let request = Request::get("/").header("host", host).body(Body::empty()).unwrap();
        assert_eq!(office.ask(request).await.status, status, "{host}");
    }
    let none = Request::get("/").body(Body::empty()).unwrap();
    assert_eq!(office.ask(none).await.status, StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn writes_only_what_its_own_pages_send() {
    let office = Office::of(&DOCUMENTS);
    let token = office.token().await;
    let send = async |origin: &str, site: &str, token: &str| {
        let request = Request::post("/rulings")
            .header("host", "127.0.0.1:8000")
            .header("origin", origin)
            .header("sec-fetch-site", site)
            .header("content-type", "application/x-www-form-urlencoded");
        let body = format!("token={token}&rule=state&matter=topic/JP-NO/x&state=open");
        office.ask(request.body(Body::from(body)).unwrap()).await.status
    };
    let own = "http://127.0.0.1:8000";
    assert_eq!(send("https://evil.example", "cross-site", &token).await, StatusCode::FORBIDDEN);
    assert_eq!(send(own, "cross-site", &token).await, StatusCode::FORBIDDEN);
    assert_eq!(send(own, "same-origin", "0123456789abcdef0123456789abcdef").await, StatusCode::FORBIDDEN);
    assert_eq!(send(own, "same-origin", "").await, StatusCode::FORBIDDEN);
    assert_eq!(
        send(own, "same-origin", &token).await,
        StatusCode::NOT_FOUND,
        "it is let through, and finds no such matter"
    );
}

#[tokio::test]
async fn every_answer_forbids_foreign_script() {
    let office = Office::of(&DOCUMENTS);
    for path in ["/", "/engagements", "/nowhere", "/healthz", "/metrics", "/rulings"] {
        let answer = office.get(path).await;
        assert!(answer.policy.contains("default-src 'none'; script-src 'self'; style-src 'self'"), "{path}");
        assert!(!answer.policy.contains("unsafe"), "{path}");
        for inline in ["style=", "<style", "javascript:", " onclick", "<script>"] {
            assert!(!answer.text.contains(inline), "{path}: {inline}");
        }
        let elsewhere =
            answer.text.split("http").skip(1).filter(|rest| rest.starts_with("://") || rest.starts_with("s://"));
        let elsewhere: Vec<&str> = elsewhere.filter(|rest| !rest.starts_with("://www.w3.org/2000/svg")).collect();
        assert!(elsewhere.is_empty(), "{path}: {elsewhere:?}");
    }
}

#[tokio::test]
async fn a_hostile_document_is_only_words() {
    let office = Office::of(&DOCUMENTS);
    let list = office.get("/engagements?q=Ngata").await.text;
    let (_, rest) = list.split_once("href=\"/engagements/").expect("there is a hit");
    let page = office.get(&format!("/engagements/{}", &rest[..14])).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("&#60;img src=x onerror=alert("), "its words are shown");
    let quotes: Vec<&str> = page.text.split("<q").skip(1).filter_map(|rest| rest.split("</q>").next()).collect();
    assert!(
        quotes.iter().any(|quote| quote.contains('\u{FFFD}')),
        "what turns other words is a sign of its own: {quotes:?}"
    );
    for text in [list, page.text] {
        for markup in ["<img", "<script>alert", "</textarea>", "\u{202e}"] {
            assert!(!text.contains(markup), "{markup}");
        }
    }
}

#[tokio::test]
async fn refuses_what_is_too_large_or_no_form() {
    let office = Office::of(&[]);
    let post = |kind: &str, body: String| {
        let request = Request::post("/rulings").header("host", "localhost").header("content-type", kind);
        request.body(Body::from(body)).unwrap()
    };
    let form = "application/x-www-form-urlencoded";
    assert_eq!(office.ask(post(form, "x".repeat(5 << 20))).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(office.ask(post("application/json", "{}".to_owned())).await.status, StatusCode::BAD_REQUEST);
    let wrong = Request::put("/rulings").header("host", "localhost").body(Body::empty()).unwrap();
    assert_eq!(office.ask(wrong).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn paths_of_requests_open_no_files() {
    let office = Office::of(&[]);
    for path in
        ["/assets/x/..%2f..%2fCargo.toml", "/assets/x/%2fetc%2fpasswd", "/../Cargo.toml", "/assets/0/style.css%00"]
    {
        let answer = office.ask(get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
