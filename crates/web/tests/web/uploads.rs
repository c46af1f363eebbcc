//! Documents that are sent: read at once, and refused with a reason that stays.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::support::{Answer, Office};

const EDGE: &str = "chancery-edge";

/// Sends parts of a form: the name, the name of a file, and what is in it.
async fn send(office: &Office, parts: &[(&str, Option<&str>, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
    let request = Request::post("/documents")
        .header("host", "127.0.0.1:8000")
        .header("origin", "http://127.0.0.1:8000")
        .header("content-type", format!("multipart/form-data; boundary={EDGE}"));
    office.ask(request.body(Body::from(body)).expect("it is a request")).await
}

const CALL: &[u8] =
    b"WELLINGTON, 3 May 2025\n\nForeign Minister Hemi Ngata of New Zealand met Foreign Minister Catalina Reyes of Chile in Wellington.";

#[tokio::test]
async fn what_is_sent_is_read_at_once() {
    let office = Office::of(&[]);
    let token = office.token().await;
    let sent = send(
        &office,
        &[("token", None, token.as_bytes()), ("file", Some("../../call.txt"), CALL), ("source", None, b"Ministry")],
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let path = sent.location.expect("it leads to the document");
    let page = office.get(&format!("{path}?lang=en&show=explain")).await;
    for shown in ["Hemi Ngata", "Catalina Reyes", "3 May 2025", "data-lit=\"1\"", "trigger", "Ministry"] {
        assert!(page.text.contains(shown), "{shown}: {}", page.text);
    }
    assert!(!page.text.contains(".."), "no folder of whoever sends it is kept");
    let bytes = office.get(&format!("{path}/bytes")).await;
    assert_eq!(bytes.text.as_bytes(), CALL);
    assert!(office.get("/engagements?lang=en").await.text.contains("Hemi Ngata"), "and it is found");
    let pasted = send(&office, &[("token", None, token.as_bytes()), ("text", None, CALL)]).await;
    assert_eq!(pasted.location, Some(path), "the same bytes are the same document");
}

#[tokio::test]
async fn files_of_every_kind_are_taken() {
    let office = Office::of(&[]);
    let token = office.token().await;
    let word = include_bytes!("../../../intake/tests/fixtures/python.docx");
    let mailbox = include_bytes!("../../../intake/tests/fixtures/press.mbox");
    let one = [("token", None, token.as_bytes()), ("file", Some("note.docx"), &word[..])];
    let path = send(&office, &one).await.location.expect("it leads to the document");
    assert!(office.get(&path).await.text.contains("note.docx"), "{path}");
    let parts = [("token", None, token.as_bytes()), ("file", Some("press.mbox"), &mailbox[..])];
    assert_eq!(send(&office, &parts).await.location.as_deref(), Some("/documents"), "of several the list is shown");
    let page = office.get("/documents?lang=en").await.text;
    assert!(page.matches("href=\"/documents/").count() > 2 && !page.contains("Could not be kept"), "{page}");
    let empty_zip = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    send(&office, &[("token", None, token.as_bytes()), ("file", Some("nothing.zip"), &empty_zip[..])]).await;
    let page = office.get("/documents?lang=en").await.text;
    assert!(page.contains("Could not be kept") && page.contains("nothing.zip"), "{page}");
}

#[tokio::test]
async fn what_is_refused_stays_until_it_is_dismissed() {
    let mut office = Office::of(&[]);
    let token = office.token().await;
    let binary: Vec<u8> = [0x7f, b'E', b'L', b'F', 0, 0, 1].repeat(300);
    let parts: [(&str, Option<&str>, &[u8]); 3] =
        [("token", None, token.as_bytes()), ("file", Some("tool.bin"), &binary), ("file", Some("call.txt"), CALL)];
    assert_eq!(send(&office, &parts).await.location.as_deref(), Some("/documents"));
    let alone = [parts[0], parts[2]];
    let read = send(&office, &alone).await.location.expect("it leads on");
    assert!(read.starts_with("/documents/"), "what was refused before keeps no good one from being shown: {read}");
    for _ in 0..2 {
        let page = office.get("/documents?lang=en").await.text;
        assert!(page.contains("Could not be kept") && page.contains("tool.bin"));
        office.start_again();
    }
    office.send("/documents/refused", "").await;
    for _ in 0..2 {
        assert!(!office.get("/documents?lang=en").await.text.contains("tool.bin"));
        office.start_again();
    }
}

#[tokio::test]
async fn nothing_is_taken_without_the_secret() {
    let office = Office::of(&[]);
    assert_eq!(send(&office, &[("file", Some("call.txt"), CALL)]).await.status, StatusCode::FORBIDDEN);
    let late = [("file", Some("call.txt"), CALL), ("token", None, b"0".as_slice())];
    assert_eq!(send(&office, &late).await.status, StatusCode::FORBIDDEN);
    let token = office.token().await;
    let wrong = [("token", None, token.as_bytes()), ("published", None, b"soon".as_slice()), ("text", None, CALL)];
    assert_eq!(send(&office, &wrong).await.status, StatusCode::BAD_REQUEST);
    assert!(office.get("/documents?lang=en").await.text.contains("no documents yet"));
}

#[tokio::test]
async fn a_line_of_ten_megabytes_is_shown_in_pieces() {
    let office = Office::of(&[]);
    let token = office.token().await;
    let mut long = CALL.to_vec();
    long.extend(b" \xe2\x80\xae<b>x</b>".repeat(900_000));
    let sent = send(&office, &[("token", None, token.as_bytes()), ("file", Some("long.txt"), &long)]).await;
    let page = office.get(&sent.location.expect("it leads to the document")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.len() < 1_500_000, "{}", page.text.len());
    assert!(!page.text.contains('\u{202e}') && !page.text.contains("<b>x"));
}
