//! What pages show, in three languages.

use crate::support::{DOCUMENTS, Office, get};
use axum::body::Body;
use axum::http::StatusCode;

#[tokio::test]
async fn this_week_tells_who_met_whom() {
    let office = Office::of(&DOCUMENTS);
    let page = office.get("/?lang=en").await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in ["Week 4, 19–25 January 2026", "Josephine Atieno", "New Zealand", "Chile", "Vietnam"] {
        assert!(page.text.contains(shown), "{shown}");
    }
    let before = office.get("/?lang=en&period=2026-W03").await;
    assert!(before.text.contains("Ingrid Solvang") && before.text.contains("disputed: the date"));
    let seen = office.get("/?lang=en&period=2026-01&view=Japan").await;
    assert!(seen.text.contains("Solvang") && !seen.text.contains("Atieno"), "from the point of view of Japan");
    assert_eq!(office.get("/?period=soon").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_empty_register_says_what_to_do() {
    let office = Office::of(&[]);
    assert!(office.get("/?lang=en").await.text.contains("The register is empty"));
}

#[tokio::test]
async fn languages_come_from_the_address_the_cookie_and_the_browser() {
    let office = Office::of(&[]);
    let page = async |headers: &[(&str, &str)], path: &str| {
        let request = headers.iter().fold(get(path), |request, (name, value)| request.header(*name, *value));
        office.ask(request.body(Body::empty()).unwrap()).await
    };
    let lang = |text: &str| text.split_once("<html lang=\"").map(|(_, rest)| rest[..2].to_owned()).unwrap();
    assert_eq!(lang(&page(&[], "/").await.text), "en");
    assert_eq!(lang(&page(&[("accept-language", "de, sv-SE;q=0.9, en;q=0.5")], "/").await.text), "sv");
    assert_eq!(lang(&page(&[("accept-language", "sv"), ("cookie", "a=b; lang=vi")], "/").await.text), "vi");
    let asked = page(&[("accept-language", "sv"), ("cookie", "lang=vi")], "/?lang=en").await;
    assert_eq!((lang(&asked.text), asked.cookies.len()), ("en".to_owned(), 1));
    assert!(asked.cookies[0].starts_with("lang=en; "), "{:?}", asked.cookies);
    assert_eq!(lang(&page(&[], "/?lang=xx\r\n".trim()).await.text), "en", "what there is not is not taken");
}

#[tokio::test]
async fn lists_narrow_down_and_are_given_away_as_they_are() {
    let office = Office::of(&DOCUMENTS);
    let all = office.look("/engagements?lang=en").await.text;
    for shown in ["Solvang", "Atieno", "Ngata", "Kind", "Topic"] {
        assert!(all.contains(shown), "{shown}");
    }
    let japan = office.get("/engagements?lang=en&party=JP&kind=call").await.text;
    assert!(japan.contains("Solvang") && !japan.contains("Atieno"));
    let csv = office.get("/engagements.csv?party=JP&kind=call").await.text;
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "id,kind,start,end,parties,people,country,city,occasion,accounts,sources,disputes");
    assert_eq!(lines.len(), 2, "{csv}");
    assert!(lines[1].contains(",call,") && lines[1].ends_with(",2,2,date"), "{csv}");
    let jsonl = office.get("/engagements.jsonl?party=JP&kind=call").await.text;
    let object: serde_json::Value = serde_json::from_str(jsonl.trim()).unwrap();
    assert_eq!((&object["kind"], &object["disputes"][0]), (&"call".into(), &"date".into()));
    for wrong in
        ["/engagements?q=kind:party", "/engagements?party=Nowhere", "/engagements?q=%22", "/engagements?from=soon"]
    {
        assert_eq!(office.get(wrong).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
}

#[tokio::test]
async fn an_engagement_stands_beside_its_documents() {
    let office = Office::of(&DOCUMENTS);
    let object = office.look("/engagements.jsonl?party=JP&kind=call").await.text;
    let object: serde_json::Value = serde_json::from_str(object.trim()).unwrap();
    let id = object["id"].as_str().unwrap();
    let page = office.get(&format!("/engagements/{id}?lang=en")).await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in
        ["Accounts differ on the date", "13 January 2026", "all say it", "Request", "data-lit=\"1\"", "id=\"entry-1\""]
    {
        assert!(page.text.contains(shown), "{shown}");
    }
    let side = office.get(&format!("/engagements/{id}?lang=en&show=side")).await.text;
    assert!(side.contains("only A says it") && side.contains("oslo.txt"), "{side}");
    assert_eq!(office.get("/engagements/ffff").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.get("/engagements/x%2fy").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn rulings_are_made_and_undone() {
    let office = Office::of(&DOCUMENTS);
    let object = office.look("/engagements.jsonl?party=JP&kind=call").await.text;
    let object: serde_json::Value = serde_json::from_str(object.trim()).unwrap();
    let id = object["id"].as_str().unwrap().to_owned();
    let made = office
        .send("/rulings", &format!("rule=set&account={id}&field=date&value=2026-01-14&back=/?period=2026-W03"))
        .await;
    assert_eq!((made.status, made.location.as_deref()), (StatusCode::SEE_OTHER, Some("/?period=2026-W03&ruled=1")));
    let page = office.get("/?lang=en&period=2026-W03&ruled=1").await.text;
    assert!(page.contains("The date set to 14 January 2026") && !page.contains("disputed"));
    let undone = office.send("/rulings/1/undo", "back=/rulings").await;
    assert_eq!(undone.location.as_deref(), Some("/rulings?ruled=1"));
    assert!(office.get("/?lang=en&period=2026-W03").await.text.contains("disputed: the date"));
    assert!(office.get("/rulings?lang=en").await.text.contains("undone by"));
    assert_eq!(office.send("/rulings/1/undo", "").await.status, StatusCode::CONFLICT);
    let wrong = office.send("/rulings", &format!("rule=set&account={id}&field=date&value=soon")).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(office.send("/rulings", "rule=confirm&account=ffff").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn tells_of_itself() {
    let office = Office::of(&[]);
    assert_eq!(office.get("/healthz").await.text, "ok\n");
    office.get("/nowhere").await;
    let metrics = office.get("/metrics").await.text;
    assert!(
        metrics.contains("chancery_request_seconds_count{method=\"GET\",route=\"/healthz\",status=\"200\"} 1"),
        "{metrics}"
    );
    assert!(metrics.contains("route=\"none\",status=\"404\"} 1"), "{metrics}");
}
