//! Sources that are followed, and what the server asks of other machines because somebody has said so.

use std::time::Duration;

use axum::http::StatusCode;

use crate::site::Site;
use crate::support::{Answer, OTHER, Office};

fn encoded(text: &str) -> String {
    text.replace('%', "%25").replace(':', "%3A").replace('/', "%2F").replace('?', "%3F").replace('&', "%26")
}

/// Asks for a page until it says something.
async fn until(office: &Office, path: &str, said: &str) -> Answer {
    for _ in 0..200 {
        let page = office.get(path).await;
        if page.text.contains(said) {
            return page;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} never says {said}: {}", office.get(path).await.text);
}

#[tokio::test]
async fn sources_are_added_paused_and_removed() {
    let office = Office::of(&[]);
    assert!(office.get("/sources?lang=en").await.text.contains("No sources are followed yet"));
    let form = format!(
        "address={}&name=Ministry+%3Cof%3E+A&every=1800&kind=feed&do=add",
        encoded("https://www.mfa.example/news.xml")
    );
    let added = office.send("/sources", &form).await;
    assert_eq!((added.status, added.location.as_deref()), (StatusCode::SEE_OTHER, Some("/sources")), "{}", added.text);
    let page = office.get("/sources?lang=en").await.text;
    for shown in
        ["Ministry &#60;of&#62; A", "https://www.mfa.example/news.xml", "every 30 minutes", "never asked", "feed"]
    {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert_eq!(office.send("/sources", &form).await.status, StatusCode::CONFLICT, "it is followed already");
    let id = "mfa-example-news-xml";
    assert_eq!(office.send(&format!("/sources/{id}/pause"), "").await.status, StatusCode::SEE_OTHER);
    assert!(office.get("/sources?lang=en").await.text.contains("Follow again"));
    assert_eq!(office.send(&format!("/sources/{id}/resume"), "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.send(&format!("/sources/{id}/burn"), "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.send("/sources/nobody/pause", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.send(&format!("/sources/{id}/remove"), "").await.status, StatusCode::SEE_OTHER);
    assert!(office.get("/sources?lang=sv").await.text.contains("Inga källor följs ännu"));
}

#[tokio::test]
async fn what_is_no_source_is_refused() {
    let office = Office::of(&[]);
    for address in
        ["", "news", "ftp://mfa.example/", "file:///etc/passwd", "javascript:alert(1)", "https://me:it@mfa.example/"]
    {
        let refused = office.send("/sources", &format!("address={}&do=add", encoded(address))).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{address}");
    }
    let form = format!("address={}&links=li..x&do=add", encoded("https://mfa.example/"));
    assert_eq!(office.send("/sources", &form).await.status, StatusCode::BAD_REQUEST, "no selector");
    // A folder cannot be named by a form.
    let form = format!("address={}&kind=folder&do=add", encoded("https://mfa.example/"));
    office.send("/sources", &form).await;
    assert!(office.get("/sources?lang=en").await.text.contains("told by what comes"));
}

#[tokio::test]
async fn a_source_can_be_tried() {
    let (office, site) = (Office::of(&[]), Site::open());
    office.send("/sources", &format!("address={}&do=look", encoded(&site.page("/atom.xml")))).await;
    let page = until(&office, "/sources?lang=en", "lists 3 pages").await;
    assert!(page.text.contains("Tried") || page.text.contains("tried"), "{}", page.text);
    assert_eq!(page.text.matches("1 engagement").count(), 3, "the first three are read: {}", page.text);
    // Looked at again, the site is still the same: what it allows is known, and it is left alone as before.
    let seen = site.take_seen();
    assert_eq!(seen.iter().filter(|seen| seen.path == "/robots.txt").count(), 1);
    office.send("/sources", &format!("address={}&do=look", encoded(&site.page("/rss.xml")))).await;
    until(&office, "/sources?lang=en", "lists 22 pages").await;
    assert!(site.take_seen().iter().all(|seen| seen.path != "/robots.txt"));
    office.send("/sources", &format!("address={}&do=look", encoded("http://10.1.2.3/feed"))).await;
    until(&office, "/sources?lang=en", "10.1.2.3: lies in a private network").await;
    assert!(office.get("/documents?lang=en").await.text.contains("There are no documents yet"), "nothing is kept");
}

#[tokio::test]
async fn who_does_not_answer_keeps_nobody_waiting() {
    let (office, slow, other) = (Office::of(&[]), Site::open_at(OTHER), Site::open());
    let fetch = |address: String| format!("address={}", encoded(&address));
    // Of the same host two are asked, one after the other.
    for path in ["/held", "/news/2"] {
        office.send("/documents/fetch", &fetch(slow.page(path))).await;
    }
    office.send("/sources", &format!("address={}&do=look", encoded(&other.page("/atom.xml")))).await;
    until(&office, "/sources?lang=en", "lists 3 pages").await;
    let waits = office.get("/documents?lang=en").await.text;
    assert!(waits.contains("/held") && waits.contains("/news/2"), "they are being fetched: {waits}");
    slow.let_go();
    let kept = |page: &str| page.matches("<h3><a href=\"/documents/").count();
    for _ in 0..200 {
        if kept(&office.get("/documents?lang=en").await.text) == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(kept(&office.get("/documents?lang=en").await.text), 2);
    let mut seen = slow.take_seen();
    seen.sort_by_key(|seen| seen.began);
    assert!(seen.windows(2).all(|pair| pair[0].ended <= pair[1].began), "{seen:?}");
    assert_eq!(seen.iter().filter(|seen| seen.path == "/robots.txt").count(), 1);
}

#[tokio::test]
async fn a_document_is_fetched_by_its_address() {
    let (office, site) = (Office::of(&[]), Site::open());
    let fetch = |address: String| format!("address={}", encoded(&address));
    let sent = office.send("/documents/fetch", &fetch(site.page("/news/1?utm_source=x"))).await;
    assert_eq!((sent.status, sent.location.as_deref()), (StatusCode::SEE_OTHER, Some("/documents")));
    let page = until(&office, "/documents?lang=en", "Rosa Quispe in Helsinki").await;
    assert!(!page.text.contains("utm_source"), "its address is written in one way");
    office.send("/documents/fetch", &fetch("http://127.0.0.2/".to_owned())).await;
    let page = until(&office, "/documents?lang=en", "127.0.0.2: lies in a private network").await;
    assert!(page.text.contains("Could not be kept"), "{}", page.text);
    assert_eq!(
        office.send("/documents/fetch", "address=file%3A%2F%2F%2Fetc%2Fpasswd").await.status,
        StatusCode::BAD_REQUEST
    );
}
