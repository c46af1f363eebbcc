//! What pages show, in three languages.

use std::fs;
use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use register::{Deposit, Origin, Register, Sqlite, Standing, Version, Visit};

use crate::support::{DOCUMENTS, Office, get};

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
    let all = office.get("/engagements?lang=en").await.text;
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
    let object = office.get("/engagements.jsonl?party=JP&kind=call").await.text;
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
    let object = office.get("/engagements.jsonl?party=JP&kind=call").await.text;
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
    for method in ["BREW", "WHEN"] {
        let odd = axum::http::Request::builder().method(method).uri("/healthz").header("host", "127.0.0.1:8000");
        office.ask(odd.body(Body::empty()).unwrap()).await;
    }
    let metrics = office.get("/metrics").await.text;
    assert!(
        metrics.contains("chancery_request_seconds_count{method=\"GET\",route=\"/healthz\",status=\"200\"} 1"),
        "{metrics}"
    );
    assert!(metrics.contains("route=\"none\",status=\"404\"} 1"), "{metrics}");
    assert!(metrics.contains("_count{method=\"other\",route=\"/healthz\",status=\"405\"} 2"), "{metrics}");
}

#[tokio::test]
async fn every_page_is_there_in_every_language() {
    let office = Office::of(&DOCUMENTS);
    office.get("/engagements").await;
    let mut paths: Vec<String> = [
        "/",
        "/engagements",
        "/parties",
        "/parties/NO",
        "/parties/NO/JP",
        "/people",
        "/matters",
        "/matters?show=list",
        "/queue",
        "/queue?of=doubtful",
        "/queue?of=uncertain",
        "/queue?of=people",
        "/documents",
        "/papers",
        "/papers/brief?a=NO&b=JP",
        "/papers/review?edit=yes",
        "/rulings",
    ]
    .map(str::to_owned)
    .into();
    // And the first of each kind of entry.
    for list in ["/people", "/matters", "/documents"] {
        let page = office.get(list).await.text;
        let (_, rest) = page.split_once(&format!("<h3><a href=\"{list}/")).expect("there is one");
        paths.push(format!("{list}/{}", rest.split_once('"').expect("it ends").0));
    }
    for path in &paths {
        for language in ["en", "sv", "vi"] {
            let mark = if path.contains('?') { '&' } else { '?' };
            let page = office.get(&format!("{path}{mark}lang={language}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path} {language}");
            assert!(page.text.contains(&format!("<html lang=\"{language}\">")), "{path} {language}");
            assert_eq!(page.text.matches("<h1").count(), 1, "{path} has one heading");
            for left in ["{{", "{%", "type-", "queue-people", "nav-"] {
                let shown = page.text.replace("class=\"type-", "");
                assert!(!shown.contains(&format!(">{left}")), "{path} {language}: {left}");
            }
        }
    }
}

#[tokio::test]
async fn dossiers_tell_what_was_asked_and_promised() {
    let office = Office::of(&DOCUMENTS);
    office.get("/engagements").await;
    let pair = office.get("/parties/NO/JP?lang=en").await.text;
    for shown in ["Japan asked", "Japan promised", "speed up the approval", "/papers/brief?a=NO&#38;b=JP", "Kurosawa"] {
        assert!(pair.contains(shown), "{shown}: {pair}");
    }
    let led = office.get("/parties?party=Norge&party=Nh%E1%BA%ADt+B%E1%BA%A3n").await;
    assert_eq!(led.location.as_deref(), Some("/parties/NO/JP"));
    for gone in
        ["/parties/XX", "/parties/NO/NO", "/people/nobody", "/matters/instrument/NONE", "/documents/000000000000"]
    {
        assert_eq!(office.get(gone).await.status, StatusCode::NOT_FOUND, "{gone}");
    }
}

#[tokio::test]
async fn papers_are_shown_edited_and_printed() {
    let office = Office::of(&DOCUMENTS);
    let html = office.get("/papers/brief.html?a=NO&b=JP&in=sv").await;
    assert!(html.status == StatusCode::OK && html.text.contains("<html lang=\"sv\""));
    assert!(html.policy.contains("sandbox") && html.policy.contains("frame-ancestors 'none'"), "{}", html.policy);
    assert_eq!(office.get("/papers/digest.docx?period=2026-W03").await.status, StatusCode::OK);
    let edit = office.get("/papers/digest?period=2026-W03&edit=yes&lang=en").await.text;
    assert!(edit.contains("<textarea") && edit.contains("Ingrid Solvang"));
    let markdown = office.get("/papers/digest.md?period=2026-W03").await.text;
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let changed = markdown.replace("Ingrid Solvang", "Minister Solvang");
    let printed = office.send("/papers/print", &format!("format=html&markdown={}", encode(&changed))).await;
    assert!(printed.text.contains("Minister Solvang"), "{}", printed.text);
    let wrong = office.send("/papers/print", &format!("format=poem&markdown={}", encode(&markdown))).await;
    assert!(wrong.text.contains("take one of md, html, docx, pdf, json"), "{}", wrong.text);
    for wrong in ["/papers/digest.html?period=soon", "/papers/brief.html?a=NO", "/papers/brief.html?a=NO&b=Nowhere"] {
        assert_eq!(office.get(wrong).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    assert_eq!(office.get("/papers/poem").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.get("/papers/digest.exe?period=2026").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_queue_leads_from_one_to_the_next() {
    let office = Office::of(&DOCUMENTS);
    office.get("/engagements").await;
    let page = office.get("/queue?lang=en").await.text;
    assert!(page.contains("data-key=\"1\"") && page.contains("1 / 1"), "{page}");
    let (_, rest) = page.split_once("name=\"account\" value=\"").unwrap();
    let id = &rest[..14];
    let made = office
        .send("/rulings", &format!("rule=set&account={id}&field=date&value=2026-01-14&back=/queue?of=disputes"))
        .await;
    assert_eq!(made.location.as_deref(), Some("/queue?of=disputes&ruled=1"));
    let next = office.get("/queue?of=disputes&ruled=1&lang=en").await.text;
    assert!(next.contains("Nothing waits here") && next.contains("data-key=\"u\""), "{next}");
}

#[tokio::test]
async fn undoing_in_the_queue_leads_nowhere_else() {
    let office = Office::of(&DOCUMENTS);
    let object: serde_json::Value =
        serde_json::from_str(office.get("/engagements.jsonl?party=JP&kind=call").await.text.trim()).unwrap();
    let id = object["id"].as_str().unwrap();
    office.send("/rulings", &format!("rule=set&account={id}&field=date&value=2026-01-14")).await;
    let first = office.get("/queue?of=people&lang=en").await.text;
    let (_, rest) = first.split_once("rel=\"next\"").expect("several wait");
    let (before, _) = first.split_at(first.len() - rest.len());
    let second = before.rsplit_once("href=\"").unwrap().1.split('"').next().unwrap().replace("&#38;", "&");
    let page = office.get(&format!("{second}&lang=en&ruled=1")).await.text;
    let back = |form: &str| {
        let (_, form) = page.split_once(form).unwrap_or_else(|| panic!("{form}: {page}"));
        form.split_once("name=\"back\" value=\"").unwrap().1.split('"').next().unwrap().replace("&#38;", "&")
    };
    assert_eq!(back("action=\"/rulings/1/undo\""), second, "whoever undoes stays where they are");
    assert_ne!(back("action=\"/rulings\""), second, "whoever decides is led on");
}

#[tokio::test]
async fn lists_are_calendars_and_feeds_too() {
    let office = Office::of(&DOCUMENTS);
    office.get("/engagements").await;
    let calendar = office.get("/engagements.ics?party=JP&kind=call").await.text;
    assert!(calendar.starts_with("BEGIN:VCALENDAR") && calendar.contains("DTSTART;VALUE=DATE:202601"), "{calendar}");
    assert!(!calendar.contains("Atieno"), "{calendar}");
    let atom = office.get("/engagements.atom?party=JP&lang=en").await.text;
    assert!(atom.contains("<feed") && atom.contains("Solvang") && !atom.contains("Atieno"), "{atom}");
    let json: serde_json::Value = serde_json::from_str(&office.get("/engagements.json?party=JP").await.text).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
}

#[tokio::test]
async fn what_is_given_away_is_what_is_shown() {
    let office = Office::of(&DOCUMENTS);
    let page = office.get("/engagements?q=in:people&view=Japan&lang=sv").await.text;
    let (_, foot) = page.split_once("class=\"foot\"").expect("something is found");
    let (foot, _) = foot.split_once("</footer>").unwrap();
    let addresses: Vec<String> =
        foot.split("href=\"").skip(1).map(|rest| rest[..rest.find('"').unwrap()].to_owned()).collect();
    assert_eq!(addresses.len(), 5, "{addresses:?}");
    for address in addresses {
        assert!(address.ends_with("q=in%3Apeople&#38;lang=sv"), "{address}");
        let given = office.get(&address.replace("&#38;", "&")).await;
        assert_eq!(given.status, StatusCode::OK, "{address}");
        for shown in ["Solvang", "Atieno"] {
            assert!(given.text.contains(shown), "{address} has no {shown}");
        }
    }
    let csv = office.get("/engagements.csv").await.text;
    let days: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').nth(2).unwrap()).collect();
    assert!(days.len() >= 3 && days.is_sorted_by(|a, b| a >= b), "the latest first: {days:?}");
}

#[tokio::test]
async fn no_page_is_too_deep_and_none_holds_other_entries() {
    let office = Office::of(&DOCUMENTS);
    office.get("/engagements").await;
    for path in ["/engagements", "/documents", "/people"] {
        let page = office.get(&format!("{path}?page=18446744073709551615&lang=en")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.text.contains("rel=\"next\""), "{path}");
    }
    for (path, kind) in [("/documents", "documents"), ("/people", "people")] {
        let all = office.get(&format!("{path}?lang=en")).await.text;
        let count = |text: &str| text.split_once("<h1>").unwrap().1.split_once("</h1>").unwrap().0.to_owned();
        for other in ["engagements", "claims", kind] {
            let narrowed = office.get(&format!("{path}?q=in:{other}&lang=en")).await.text;
            assert_eq!(count(&narrowed), count(&all), "{path} {other}");
        }
    }
}

#[tokio::test]
async fn matters_are_those_of_all_once_the_party_is_emptied() {
    let office = Office::of(&DOCUMENTS);
    let shown = async |query: &str| {
        let page = office.get(&format!("/matters?lang=en&view=Kenya{query}")).await.text;
        (
            page.contains("id=\"party\" name=\"party\" list=\"parties\" value=\"Kenya\""),
            page.split("class=\"board\"").nth(1).is_some_and(|board| board.contains("Norway")),
            page,
        )
    };
    let (of_view, all, page) = shown("").await;
    assert!(of_view && !all, "{page}");
    let (of_view, all, page) = shown("&party=").await;
    assert!(!of_view && all, "{page}");
    assert!(page.contains("href=\"/matters?party=&#38;show=list\""), "links of the page keep it: {page}");
}

#[tokio::test]
async fn an_index_that_cannot_be_written_is_kept_in_memory() {
    let office = Office::prepared(&DOCUMENTS, |register| {
        // No folder can be made of the name under which an index of today's form is kept: a first one shows it.
        let index = search::beside(register);
        let packs = embedded::packs();
        let of = Register::new(Box::new(Sqlite::open_to_read(register).unwrap())).unwrap();
        drop(search::Index::open(&index, &of, &packs, |_, _| {}).unwrap());
        let of_form =
            fs::read_dir(&index).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
        fs::remove_dir_all(&of_form).unwrap();
        fs::write(&of_form, "in the way").unwrap();
    });
    assert!(office.get("/engagements?lang=en").await.text.contains("Solvang"));
}

#[tokio::test]
async fn matters_that_the_board_leaves_out_are_in_the_list() {
    let home = Office::of(&[]).get("/?lang=en").await.text;
    let (_, states) = home.split_once("<datalist id=\"parties\">").unwrap();
    let states = states.split("value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let tell = |state: String| {
        let text = format!(
            "OSLO, 14 January 2026\n\nForeign Minister Ingrid Solvang of Norway met Foreign Minister Hemi Ngata of {state} in Oslo on \
             14 January 2026. The ministers agreed to hold the next round of the maritime dialogue in Bergen in May 2026."
        );
        (format!("{state}.txt"), text)
    };
    let documents: Vec<(String, String)> = states.filter(|state| state != "Norway").take(250).map(tell).collect();
    let office = Office::of(&documents.iter().map(|(name, text)| (&**name, &**text)).collect::<Vec<_>>());
    let n_of = |text: &str| text.matches("href=\"/matters/").count();
    let board = office.get("/matters?lang=en").await.text;
    assert!((60..120).contains(&n_of(&board)), "{}", n_of(&board));
    assert!(board.contains("<p><a href=\"/matters?show=list\">List</a></p>"), "{board}");
    let first = office.get("/matters?lang=en&show=list").await.text;
    assert!(first.contains("href=\"/matters?show=list&#38;page=2\" rel=\"next\""), "{first}");
    let second = office.get("/matters?lang=en&show=list&page=2").await.text;
    assert!(n_of(&first) == 200 && n_of(&second) > 0, "{} {}", n_of(&first), n_of(&second));
}

#[tokio::test]
async fn a_corrected_article_shows_what_changed() {
    let first =
        "On 13 January 2026, Foreign Minister Hemi Ngata of New Zealand met Foreign Minister Catalina Reyes of Chile.";
    let second = first.replace("13 January", "14 January");
    let articles = [("/news/3.txt", first), ("/news/3.txt", second.as_str())];
    let ids = articles.map(|(name, text)| {
        let origin = Origin { name: name.to_owned(), format: Some("plain".to_owned()), ..Origin::default() };
        Deposit::new(text, origin, 0).id()
    });
    let office = Office::prepared(&articles, |register| {
        let store = Sqlite::open(register, Duration::ZERO).unwrap();
        let versions = ids.into_iter().zip([1, 2]).map(|(document, from_ms)| Version { from_ms, document });
        let visit =
            Visit { versions: versions.collect(), standing: Standing::Kept, ..Visit::new("/news/3.txt", "", 0) };
        Register::new(Box::new(store)).unwrap().take_visits(&[visit]).unwrap();
    });
    let [earlier, later] = ids;
    let page = office.get(&format!("/documents/{later}?lang=en")).await.text;
    assert!(page.contains(&format!("Takes the place of <a href=\"/documents/{earlier}\">")), "{page}");
    let (removed, added) = (page.find("<del>").unwrap(), page.find("<ins>").unwrap());
    assert!(removed < added && page[removed..].contains("13 January") && page[added..].contains("14 January"));
    let page = office.get(&format!("/documents/{earlier}?lang=en")).await.text;
    assert!(page.contains(&format!("Was replaced by <a href=\"/documents/{later}\">")) && !page.contains("<ins>"));
}
