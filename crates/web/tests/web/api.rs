//! The API, as programs ask it.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::Value;

use crate::support::{Answer, DOCUMENTS, Office, get};

/// Asks until the index is made, and reads the answer.
async fn json(office: &Office, path: &str) -> Value {
    let answer = office.get(&format!("/api/v1{path}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    serde_json::from_str(&answer.text).expect("it is JSON")
}

/// Sends JSON as a program does.
async fn send(office: &Office, method: &str, path: &str, body: &str) -> Answer {
    let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
    let request = request.header("host", "127.0.0.1:8000").header("content-type", "application/json");
    office.ask(request.body(Body::from(body.to_owned())).unwrap()).await
}

#[tokio::test]
async fn gives_entries_of_every_kind() {
    let office = Office::of(&DOCUMENTS);
    let calls = json(&office, "/engagements?party=Japan&kind=call").await;
    assert_eq!((&calls["total"], &calls["items"][0]["kind"]), (&1.into(), &"call".into()));
    let id = calls["items"][0]["id"].as_str().unwrap();
    let one = json(&office, &format!("/engagements/{id}")).await;
    assert_eq!(one["accounts"].as_array().map(Vec::len), Some(2));
    assert_eq!(json(&office, &format!("/engagements/{id}/accounts")).await["total"], 2);
    assert_eq!(json(&office, &format!("/engagements/{id}/history")).await["items"][0]["what"], "new");
    assert_eq!(json(&office, &format!("/accounts/{id}")).await["engagement"], id);
    assert_eq!(json(&office, &format!("/accounts/{id}/claims")).await["items"][0]["n"], 1);
    let requests = json(&office, "/claims?type=request&actor=JP").await;
    assert_eq!(requests["items"][0]["claim"]["type"], "request");
    let people = json(&office, "/people?party=NO&office=foreign-minister").await;
    assert_eq!(people["items"][0]["name"], "Ingrid Solvang");
    let key = people["items"][0]["id"].as_str().unwrap();
    assert_eq!(json(&office, &format!("/people/{key}")).await["engagements"][0]["id"], id);
    assert_eq!(json(&office, "/parties/Norge?lang=sv").await["party"]["name"], "Norge");
    let matters = json(&office, "/matters?kind=next-step").await;
    let key = matters["items"][0]["key"].as_str().unwrap().replace('/', "%2F");
    assert_eq!(json(&office, &format!("/matters/{key}")).await["matter"], matters["items"][0]);
    assert_eq!(json(&office, "/disputes").await["items"][0]["disputes"][0]["field"], "date");
    assert_eq!(json(&office, "/search?q=Solvang&in=people&facets=true").await["hits"][0]["entry"], "person");
    assert_eq!(json(&office, "/digests?period=2026-01&lang=sv&for=NO").await["language"], "sv");
    let document = json(&office, "/documents").await["items"][0]["document"].clone();
    let document = json(&office, &format!("/documents/{}", document.as_str().unwrap())).await;
    assert!(document["text"].as_str().is_some_and(|text| text.starts_with("OSLO")), "{document}");
}

#[tokio::test]
async fn lists_go_on_at_their_cursors() {
    let office = Office::of(&DOCUMENTS);
    for path in ["/engagements", "/accounts", "/claims", "/people", "/matters", "/documents", "/search"] {
        let entries = |page: &Value| page.get("items").or(page.get("hits")).and_then(Value::as_array).unwrap().clone();
        let all = entries(&json(&office, path).await);
        assert!(all.len() > 1, "{path}");
        let (mut paged, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = json(&office, &format!("{path}?limit=1{cursor}")).await;
            paged.extend(entries(&page));
            let Some(next) = page["next"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(paged, all, "{path}");
    }
}

#[tokio::test]
async fn whole_results_are_lines() {
    let office = Office::of(&DOCUMENTS);
    for path in ["/engagements", "/accounts", "/people", "/matters", "/documents"] {
        let listed = json(&office, &format!("{path}?limit=500")).await;
        let lines = office.get(&format!("/api/v1{path}.jsonl")).await.text;
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let listed = listed["items"].as_array().unwrap();
        assert_eq!(lines.len(), listed.len(), "{path}");
        assert!(listed.iter().all(|entry| lines.contains(entry)), "{path}");
    }
    assert!(office.get("/api/v1/claims.jsonl").await.text.lines().count() > 2);
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let office = Office::of(&DOCUMENTS);
    json(&office, "/engagements").await;
    let ask = async |tag: &str| {
        let request = get("/api/v1/rulings").header("if-none-match", tag).body(Body::empty()).unwrap();
        office.ask(request).await
    };
    let tag = ask("\"x\"").await.tag.expect("it has a tag");
    let again = ask(&format!("\"x\", {tag}")).await;
    assert_eq!((again.status, again.text.as_str(), again.tag), (StatusCode::NOT_MODIFIED, "", Some(tag.clone())));
    let id = json(&office, "/engagements?party=JP&kind=call").await["items"][0]["id"].clone();
    let body = format!("{{\"decision\":{{\"rule\":\"confirm\",\"account\":{id}}}}}");
    assert_eq!(send(&office, "POST", "/rulings", &body).await.status, StatusCode::CREATED);
    let changed = ask(&tag).await;
    assert_eq!(changed.status, StatusCode::OK);
    assert_ne!(changed.tag, Some(tag));
}

#[tokio::test]
async fn rulings_are_made_and_undone_by_programs() {
    let office = Office::of(&DOCUMENTS);
    let id = json(&office, "/disputes").await["items"][0]["engagement"].clone();
    let body = format!(
        "{{\"decision\":{{\"rule\":\"set\",\"account\":{id},\"field\":\"date\",\"value\":\"2026-01-14\"}},\"why\":\"the note\"}}"
    );
    let made = send(&office, "POST", "/rulings", &body).await;
    assert_eq!(
        (made.status, made.location.as_deref()),
        (StatusCode::CREATED, Some("/api/v1/rulings/1")),
        "{}",
        made.text
    );
    assert_eq!(json(&office, "/rulings/1").await["why"], "the note");
    assert_eq!(json(&office, "/disputes").await["total"], 0);
    assert_eq!(send(&office, "DELETE", "/rulings/1", "").await.status, StatusCode::OK);
    assert_eq!(send(&office, "DELETE", "/rulings/1", "").await.status, StatusCode::CONFLICT);
    assert_eq!(send(&office, "DELETE", "/rulings/2", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(json(&office, "/disputes").await["total"], 1);
}

#[tokio::test]
async fn documents_are_added_by_programs() {
    let office = Office::of(&[]);
    let (name, text) = DOCUMENTS[0];
    let body =
        serde_json::json!({ "name": name, "text": text, "source": "Ministry", "published": "2026-01-14" }).to_string();
    let added = send(&office, "POST", "/documents", &body).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    let entry: Value = serde_json::from_str(&added.text).unwrap();
    assert_eq!(entry["accounts"][0]["account"]["engagement"]["kind"], "call");
    assert_eq!(office.get(&added.location.unwrap()).await.text, added.text);
    for wrong in
        [r#"{"name":"","text":"x"}"#, r#"{"name":"a","text":"x\u0000\u0000","published":"soon"}"#, r#"{"text":1}"#]
    {
        assert_eq!(
            send(&office, "POST", "/documents", wrong).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn other_sites_change_nothing() {
    let office = Office::of(&[]);
    let ask = async |method: &str, path: &str, headers: &[(&str, &str)]| {
        let request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8000");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        office.ask(request.body(Body::from("{}")).unwrap()).await
    };
    let foreign = ("origin", "https://evil.example");
    for (method, path) in [("POST", "/api/v1/rulings"), ("POST", "/api/v1/documents"), ("DELETE", "/api/v1/rulings/1")]
    {
        let json = ("content-type", "application/json");
        assert_eq!(ask(method, path, &[foreign, json]).await.status, StatusCode::FORBIDDEN, "{method} {path}");
        let site = ("sec-fetch-site", "cross-site");
        assert_eq!(ask(method, path, &[site, json]).await.status, StatusCode::FORBIDDEN, "{method} {path}");
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        let answer = ask("POST", "/api/v1/documents", &[("content-type", kind)]).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
    assert_eq!(ask("POST", "/api/v1/documents", &[]).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn whatever_goes_wrong_is_a_problem() {
    let office = Office::of(&DOCUMENTS);
    json(&office, "/engagements").await;
    let long = "x".repeat(9_000);
    let huge = "9".repeat(40);
    for (path, status) in [
        ("/nowhere".to_owned(), 404),
        ("/engagements/ffff".to_owned(), 404),
        ("/engagements/%00".to_owned(), 404),
        ("/engagements/%ff".to_owned(), 404),
        (format!("/engagements/{long}"), 404),
        (format!("/rulings/{huge}"), 404),
        (format!("/accounts/3fa9-{huge}"), 404),
        ("/people/%F0%9F%A6%8A%E2%80%AE".to_owned(), 404),
        ("/matters/..%2F..%2Fetc%2Fpasswd".to_owned(), 404),
        ("/parties/Nowhere".to_owned(), 404),
        ("/engagements?colour=red".to_owned(), 400),
        ("/engagements?limit=0".to_owned(), 400),
        (format!("/engagements?limit={huge}"), 400),
        ("/engagements?sort=size".to_owned(), 400),
        ("/engagements?kind=party".to_owned(), 422),
        ("/engagements?from=soon".to_owned(), 422),
        ("/engagements?q=%22".to_owned(), 422),
        (format!("/search?q={long}"), 422),
        ("/search?cursor=AAAA".to_owned(), 422),
        ("/digests".to_owned(), 400),
        ("/digests?period=soon".to_owned(), 422),
        ("/digests?period=2026-01&lang=xx".to_owned(), 422),
        ("/matters?due_from=soon".to_owned(), 422),
    ] {
        let answer = office.get(&format!("/api/v1{path}")).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.text);
        assert_eq!(answer.kind.as_deref(), Some("application/problem+json"), "{path}");
        let problem: Value = serde_json::from_str(&answer.text).unwrap();
        assert_eq!(problem["status"], status, "{path}");
    }
    let told = office.get("/api/v1/engagements?colour=red").await.text;
    assert!(told.contains("there is no parameter `colour`; there are q, kind, "), "{told}");
    let put = send(&office, "PUT", "/rulings", "{}").await;
    assert_eq!((put.status, put.kind.as_deref()), (StatusCode::METHOD_NOT_ALLOWED, Some("application/problem+json")));
    let large = send(&office, "POST", "/rulings", &"x".repeat(1 << 20)).await;
    assert_eq!(
        (large.status, large.kind.as_deref()),
        (StatusCode::PAYLOAD_TOO_LARGE, Some("application/problem+json"))
    );
    assert_eq!(send(&office, "POST", "/rulings", &"[".repeat(100_000)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn every_route_is_described() {
    let office = Office::of(&[]);
    let described: Value = serde_json::from_str(&office.get("/api/openapi.json").await.text).unwrap();
    assert_eq!(described["openapi"], "3.1.0");
    let mut told = BTreeSet::new();
    for (path, item) in described["paths"].as_object().unwrap() {
        told.extend(item.as_object().unwrap().keys().map(|method| format!("{} {path}", method.to_uppercase())));
    }
    let routes = include_str!("../../src/api.rs");
    let handlers = routes.split("routes!(").skip(1).filter_map(|rest| rest.split_once(')'));
    let n: usize = handlers.map(|(handlers, _)| handlers.split(',').count()).sum();
    assert_eq!(told.len(), n, "{told:?}");
    // What is referred to is there.
    let text = described.to_string();
    for name in text.split("\"$ref\":\"#/").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(described.pointer(&format!("/{name}")).is_some(), "{name}");
    }
    let guide = office.get("/api?lang=sv").await;
    assert_eq!(guide.status, StatusCode::OK);
    assert!(told.iter().all(|operation| guide.text.contains(&format!("<code>{operation}</code>"))));
}
